/*
** align.h: the passages that two texts share.
**
** A passage is what a group of seeds (seed.h) covers in both, less the
** sentences at its ends in which little is covered, and those that tell nothing
** of the other side but what the rest tells, too; if it weighs enough and
** enough of it is shared.  What was taken off may be another place of the
** passage, and is looked at again.  Which of the places are rows: passage.h.
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
** (passage.h). Errors in pArena->rc. */
void newsAlign(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
               int bEvery, NewsVec *pVec);

#endif /* NEWS_ALIGN_H */
