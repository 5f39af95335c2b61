/*
** bag.h: what two texts have, counted side by side.
**
** A NewsBag is a hash table from keys (hashes of words, shingles or character
** n-grams) to how often each of two texts has them.  All measures of wording
** are sums over it.
*/
#ifndef NEWS_BAG_H
#define NEWS_BAG_H

#include "base/arena.h"

typedef struct NewsBagSlot NewsBagSlot;
struct NewsBagSlot {
  u32 key;   /* 0 for an empty slot */
  u32 an[2]; /* How often text 0 and text 1 have it */
  u32 w;     /* What it weighs: the caller's, 0 for a new key */
};

#define NEWS_BAG_SMALL 256 /* Slots that need no allocation; a power of two */

typedef struct NewsBag NewsBag;
struct NewsBag {
  NewsArena *pArena;            /* Errors and tick. Not owned */
  NewsBagSlot *aSlot;           /* aSmall, or owned */
  u32 nSlot;                    /* A power of two; 0 before the first key */
  u32 nUsed;                    /* Slots in use */
  u32 anKey[2];                 /* Different keys of each text */
  u32 nBoth;                    /* ... of both */
  u8 aUsed[NEWS_BAG_SMALL / 2]; /* As long as aSlot is aSmall: those in use */
  NewsBagSlot aSmall[NEWS_BAG_SMALL];
};

/* An empty bag; free its table, in every case. */
void newsBagInit(NewsBag *p, NewsArena *pArena);
void newsBagFree(NewsBag *p);

/* nByte zeroed bytes for sqlite3_free(), NULL after an error. They may be so
** many that clearing them is work that is to be heard of. */
void *newsBagAlloc(NewsArena *pArena, u64 nByte);

/* Text iText (0, 1) has the key nTimes (more). The slot, valid until the next
** call; NULL after an error. */
NewsBagSlot *newsBagAdd(NewsBag *p, u32 key, int iText, u32 nTimes);

/* The slot of a key, or NULL. */
NewsBagSlot *newsBagFind(const NewsBag *p, u32 key);

/* Forget all keys; the table stays. */
void newsBagEmpty(NewsBag *p);

/* The slots in use, one after the other and in no order that means anything:
** *pi is 0 at first. NULL at the end. */
static inline NewsBagSlot *newsBagNext(const NewsBag *p, u32 *pi) {
  if( p->aSlot == p->aSmall ) {
    return *pi < p->nUsed ? &p->aSlot[p->aUsed[(*pi)++]] : 0;
  }
  while( *pi < p->nSlot ) {
    NewsBagSlot *pSlot = &p->aSlot[(*pi)++];
    if( pSlot->key ) return pSlot;
  }
  return 0;
}

#endif /* NEWS_BAG_H */
