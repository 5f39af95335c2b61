/*
** align.h: the passages that two texts share.
**
** Seeds are words, and pairs of words at most one apart, that both texts have,
** by their first letters, so that inflection and noise in endings do not
** matter; what either text repeats often is none.  Seeds that lie near each
** other in both texts, whatever their order, are a passage (after the method
** of Sanchez-Perez, Sidorov, Gelbukh 2014: grouped by gaps, in one text and
** then in the other, until nothing changes), if they weigh enough and are
** dense enough.  Work and memory are linear in the texts.
*/
#ifndef NEWS_ALIGN_H
#define NEWS_ALIGN_H

#include "base/arena.h"

/* Kinds of passages */
#define NEWS_ALIGN_VERBATIM 0   /* The same words */
#define NEWS_ALIGN_NEAR 1       /* Most words, in order: edits, noise */
#define NEWS_ALIGN_PARAPHRASE 2 /* The same in other words or another order */

typedef struct NewsPassage NewsPassage;
struct NewsPassage {
  NewsSpan aBytes[2]; /* Where it stands in each text */
  int eKind;          /* NEWS_ALIGN_... */
  u32 score;          /* 0..1000: how much of its words both sides share */
};

/* Give the passages to pVec, which is empty (of NewsPassage), ordered by where
** they stand in the first text, then in the second; bEvery: at every place
** (place.h). Errors in pArena->rc. */
void newsAlign(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
               int bEvery, NewsVec *pVec);

#endif /* NEWS_ALIGN_H */
