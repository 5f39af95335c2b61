/*
** idset.h: a set of rowids, in the order in which they came.
*/
#ifndef NEWS_IDSET_H
#define NEWS_IDSET_H

#include "base/arena.h"

typedef struct NewsIdSet NewsIdSet;
struct NewsIdSet {
  NewsVec vId; /* of i64 */
  u32 *aSlot;  /* 1 + index in vId, by hash; 0: empty. Owned */
  u32 nSlot;   /* A power of two */
};

/* The index of an id, which is added if it is not there: *pbNew. 0, and not
** new, after an error, which is in the arena. */
u32 newsIdSetAdd(NewsArena *pArena, NewsIdSet *p, i64 iId, int *pbNew);

int newsIdSetHas(const NewsIdSet *p, i64 iId);

/* Free its memory; it is empty then. */
void newsIdSetFree(NewsIdSet *p);

#endif /* NEWS_IDSET_H */
