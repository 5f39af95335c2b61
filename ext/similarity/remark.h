/*
** remark.h: are two quotes the same remark?
**
** Features of the pair (feature.h) and a logistic model over them, whose
** weights tool/mkremark.c has learned. All of it in integers.
*/
#ifndef NEWS_REMARK_H
#define NEWS_REMARK_H

#include "base/arena.h"

/* 0..1. Errors in pArena->rc. */
double newsRemark(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                  u32 nb);

/*
** For the index: how surely two statements are one remark, 1 to NEWS_SAME_SURE,
** with weights of their own (samemodel.h): the logarithm of the odds, in 1/12,
** from -5 on. NEWS_SAME_APART where a number or a "not" keeps them apart, or
** names that change places; NEWS_SAME_UNLIKE where they have no word of content
** in common, are about different names, or tell different things (apart.h). It
** follows from their words alone, which newsSayRead() has read (and in which
** this notes NEWS_SAY_LACKED), and is the same in either order.
*/
#define NEWS_SAME_APART 0
#define NEWS_SAME_UNLIKE 1
#define NEWS_SAME_SURE 127
u8 newsRemarkSame(NewsArena *pArena, NewsVec *pA, NewsVec *pB);

#endif /* NEWS_REMARK_H */
