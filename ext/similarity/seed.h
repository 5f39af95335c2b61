/*
** seed.h: where two texts may say the same.
**
** Seeds are words, and pairs of words at most one apart, that both texts have,
** by their first letters, so that inflection and noise in endings do not
** matter; what either text repeats often is none.  Groups are seeds that lie
** near each other in both texts, whatever their order: they are parted at gaps
** in one text and then in the other, until nothing changes (after the method
** of Sanchez-Perez, Sidorov, Gelbukh 2014).  Work and memory are linear in the
** texts.
*/
#ifndef NEWS_SEED_H
#define NEWS_SEED_H

#include "similarity/pass.h"

typedef struct NewsSeedText NewsSeedText;
struct NewsSeedText {
  const u8 *z; /* Not owned */
  u32 nByte;
  NewsVec vGrain; /* of NewsGrain */
  u32 n;          /* Words */
  u32 *aKey;      /* By word: the hash of its front. Owned */
  u32 *aSum;      /* By word: what those before it weigh. n + 1. Owned */
  u8 *aRun;       /* By word: it stands in a run of the same words. Owned */
};

/* A key that both texts have: a word, or two that are at most one apart. */
typedef struct NewsSeed NewsSeed;
struct NewsSeed {
  u32 ai[2];    /* Its first word in each text */
  u8 anMore[2]; /* Words from its first to its last there: 0, 1, 2 */
  u8 bRun;      /* It is part of a run */
};

typedef struct NewsSeeds NewsSeeds;
struct NewsSeeds {
  NewsArena *pArena; /* Errors and tick. Not owned */
  NewsSeedText aText[2];
  NewsVec vSeed;   /* of NewsSeed */
  NewsVec vGroup;  /* of NewsSpan: seeds that are a group */
  NewsSeed *aTemp; /* For sorting, as many as seeds. Owned */
};

/* Find the seeds and groups of two texts, which must live on. Errors in
** pArena->rc; free p after them, too. */
void newsSeedsFind(NewsSeeds *p, NewsArena *pArena, const u8 *za, u32 na,
                   const u8 *zb, u32 nb);
void newsSeedsFree(NewsSeeds *p);

/* Sort seeds by their place in a text, those at the same place as they were. */
void newsSeedSort(NewsSeeds *p, NewsSpan seeds, int iText);

/* Take in the words before and behind aWord, a stretch of each text, that are
** the same in both. */
void newsSeedExtend(const NewsSeeds *p, NewsSpan *aWord);

/* What words weigh. */
static inline u32 newsSeedMass(const NewsSeedText *p, u32 iFrom, u32 iTo) {
  return p->aSum[iTo] - p->aSum[iFrom];
}

static inline u32 newsSeedHash(const NewsSeeds *p, int iText, u32 i) {
  return ((const NewsGrain *)p->aText[iText].vGrain.a)[i].hash;
}

#endif /* NEWS_SEED_H */
