/*
** remark.h: are two quotes the same remark?
**
** Features of a pair (words weighted by rarity, their stems, what they
** begin with, characters, numbers, names and negations that disagree) and a
** logistic model over them, whose weights tool/mkremark.c has learned.  All of
** it in integers.
*/
#ifndef NEWS_REMARK_H
#define NEWS_REMARK_H

#include "base/arena.h"

#define NEWS_REMARK_ONE 1024 /* What stands for 1 in a feature */
#define NEWS_REMARK_FEATURES 63

/* Features of a pair for newsRemark(), 0 or more each, the last always ONE. 0
** where a text has no words, or after an error. */
int newsRemarkFeatures(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                       u32 nb, int *aFeature);

/* 0..1. Errors in pArena->rc. */
double newsRemark(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                  u32 nb);

/*
** For the index: how surely two statements are one remark, 1 to 255, with
** weights of their own (samemodel.h); NEWS_SAME_APART where a number or a
** "not" keeps them apart. It follows from their words alone, which
** newsSayRead() has read (and in which this notes NEWS_SAY_LACKED), and is the
** same in either order.
**
** Other features are 0 than for newsRemark(): these do without characters, and
** look at what stands in both word for word.
*/
#define NEWS_SAME_APART 0
u8 newsRemarkSame(NewsArena *pArena, NewsVec *pA, NewsVec *pB);
int newsRemarkSameFeatures(NewsArena *pArena, NewsVec *pA, NewsVec *pB,
                           int *aFeature);

#endif /* NEWS_REMARK_H */
