/*
** seed.c: see seed.h.
**
** Phases: sdWords (words, weights, keys), sdIndex and sdSeeds (what both have),
** sdRuns (the same words in a row), sdSplit (groups).
*/
#include "similarity/seed.h"

#include "base/hash.h"
#include "similarity/bag.h"
#include "similarity/weight.h"

#define SD_FRONT 5   /* Letters of a word that a seed looks at */
#define SD_OFTEN 6   /* Places of a key in the second text, at most */
#define SD_PAIR 60   /* Weight of a pair of words that is a seed, at least */
#define SD_ALONE 85  /* ... of a word that is one by itself */
#define SD_RUN 8     /* The same words in a row that are no accident */
#define SD_GAP 31    /* Words between two seeds of one passage, at most */
#define SD_ROUNDS 6  /* Rounds of grouping */
#define SD_LONE 40   /* Weight of a character of a script without spaces */
#define SD_MOST 85   /* Weight of a word, at most */
#define SD_NUMBER 60 /* Weight of a number */

/* A key of the second text. */
typedef struct SdSlot SdSlot;
struct SdSlot {
  u32 key;
  u32 iPlace; /* Its last place, in aPlace */
  u32 n;      /* Places; more than SD_OFTEN: too many. 0: an empty slot */
};

/* A place of a key. */
typedef struct SdPlace SdPlace;
struct SdPlace {
  u32 iWord; /* Four times its first word, and the words to its last */
  u32 iNext; /* The place before with the same key */
};

/* The keys of the second text. */
typedef struct SdIndex SdIndex;
struct SdIndex {
  SdSlot *aSlot;   /* Owned */
  u32 nSlot;       /* A power of two */
  SdPlace *aPlace; /* Owned */
};

/*------------------------------------------------------------- the words */

static u32 sdWeight(const NewsGrain *p) {
  u32 w;
  if( p->flags & NEWS_GRAIN_LONE ) return SD_LONE;
  if( p->flags & NEWS_GRAIN_DIGIT ) return SD_NUMBER;
  w = newsWeight(p->hash);
  return NEWS_MIN(w, SD_MOST);
}

static u32 sdFront(const u8 *z, const NewsGrain *p) {
  u32 h = NEWS_HASH_SEED, i;
  if( p->nByte <= SD_FRONT ||
      (p->flags & (NEWS_GRAIN_HIGH | NEWS_GRAIN_DIGIT)) ) {
    return p->hash;
  }
  for( i = 0; i < SD_FRONT; i++ ) h = newsHashByte(h, z[p->iByte + i] | 32);
  return newsHashEnd(h);
}

static void sdWords(NewsSeeds *p, int iText, const u8 *z, u32 nByte) {
  NewsSeedText *pText = &p->aText[iText];
  const NewsGrain *a;
  u32 i;
  pText->z = z;
  pText->nByte = nByte;
  newsPassAll(p->pArena, NEWS_PASS_APART, z, nByte, &pText->vGrain);
  pText->n = pText->vGrain.n;
  pText->aKey = newsBagAlloc(p->pArena, ((u64)pText->n + 2) * sizeof(u32));
  pText->aSum = newsBagAlloc(p->pArena, ((u64)pText->n + 1) * sizeof(u32));
  pText->aRun = newsBagAlloc(p->pArena, pText->n);
  if( p->pArena->rc ) return;
  a = pText->vGrain.a;
  for( i = 0; i < pText->n; i++ ) {
    pText->aKey[i] = sdFront(z, &a[i]);
    pText->aSum[i + 1] = pText->aSum[i] + sdWeight(&a[i]);
    if( (i & 1023) == 0 && newsArenaTick(p->pArena, 8192) ) return;
  }
}

/* The key of a word, or of it and the one nMore behind it; 0 if that is no
** seed. */
static u32 sdKey(const NewsSeedText *p, u32 i, u32 nMore) {
  u32 w = newsSeedMass(p, i, i + 1);
  if( nMore == 0 ) return w >= SD_ALONE ? p->aKey[i] | 1 : 0;
  if( i + nMore >= p->n ) return 0;
  if( w + newsSeedMass(p, i + nMore, i + nMore + 1) < SD_PAIR ) return 0;
  return newsHashPair(p->aKey[i], p->aKey[i + nMore]) & ~1u;
}

/*------------------------------------------------------------- the seeds */

static SdSlot *sdSlot(const SdIndex *p, u32 key) {
  u32 i = (u32)((key * 0x9e3779b97f4a7c15u) >> 32);
  for( ;; i++ ) {
    SdSlot *pSlot = &p->aSlot[i & (p->nSlot - 1)];
    if( pSlot->n == 0 || pSlot->key == key ) return pSlot;
  }
}

/* How many keys the second text has, all places counted. */
static u32 sdKeys(const NewsSeeds *p) {
  const NewsSeedText *pText = &p->aText[1];
  u32 i, k, n = 0;
  for( i = 0; i < pText->n; i++ ) {
    for( k = 0; k <= 2; k++ ) n += sdKey(pText, i, k) != 0;
    if( (i & 1023) == 0 && newsArenaTick(p->pArena, 2048) ) break;
  }
  return n;
}

static void sdIndex(NewsSeeds *p, SdIndex *pIndex) {
  const NewsSeedText *pText = &p->aText[1];
  u32 i, k, nPlace = 0, nKey = sdKeys(p);
  u64 nSlot = 64;
  while( nSlot < (u64)nKey + nKey / 2 ) nSlot *= 2;
  pIndex->aSlot = newsBagAlloc(p->pArena, nSlot * sizeof(SdSlot));
  pIndex->aPlace = newsBagAlloc(p->pArena, (u64)nKey * sizeof(SdPlace));
  pIndex->nSlot = (u32)nSlot;
  if( p->pArena->rc ) return;
  for( i = 0; i < pText->n; i++ ) {
    for( k = 0; k <= 2; k++ ) {
      u32 key = sdKey(pText, i, k);
      SdSlot *pSlot;
      if( key == 0 ) continue;
      pSlot = sdSlot(pIndex, key);
      pSlot->key = key;
      if( pSlot->n++ >= SD_OFTEN ) {
        pSlot->n = SD_OFTEN + 1;
        continue;
      }
      pIndex->aPlace[nPlace].iWord = i * 4 + k;
      pIndex->aPlace[nPlace].iNext = pSlot->iPlace;
      pSlot->iPlace = nPlace++;
    }
    if( (i & 255) == 0 && newsArenaTick(p->pArena, 4096) ) return;
  }
}

static void sdSeeds(NewsSeeds *p, const SdIndex *pIndex) {
  const NewsSeedText *pText = &p->aText[0];
  u32 i, j, k, iPlace;
  for( i = 0; i < pText->n; i++ ) {
    for( k = 0; k <= 2; k++ ) {
      u32 key = sdKey(pText, i, k);
      const SdSlot *pSlot = key ? sdSlot(pIndex, key) : 0;
      if( pSlot == 0 || pSlot->n > SD_OFTEN ) continue;
      iPlace = pSlot->iPlace;
      for( j = 0; j < pSlot->n; j++ ) {
        NewsSeed *pSeed = newsVecPush(&p->vSeed, p->pArena, sizeof(*pSeed));
        if( pSeed == 0 ) return;
        pSeed->ai[0] = i;
        pSeed->ai[1] = pIndex->aPlace[iPlace].iWord / 4;
        pSeed->anMore[0] = (u8)k;
        pSeed->anMore[1] = pIndex->aPlace[iPlace].iWord & 3;
        iPlace = pIndex->aPlace[iPlace].iNext;
      }
    }
    if( (i & 255) == 0 && newsArenaTick(p->pArena, 4096) ) return;
  }
}

void newsSeedExtend(const NewsSeeds *p, NewsSpan *aWord) {
  while( aWord[0].iFrom > 0 && aWord[1].iFrom > 0 &&
         newsSeedHash(p, 0, aWord[0].iFrom - 1) ==
             newsSeedHash(p, 1, aWord[1].iFrom - 1) ) {
    aWord[0].iFrom--;
    aWord[1].iFrom--;
  }
  while( aWord[0].iTo < p->aText[0].n && aWord[1].iTo < p->aText[1].n &&
         newsSeedHash(p, 0, aWord[0].iTo) ==
             newsSeedHash(p, 1, aWord[1].iTo) ) {
    aWord[0].iTo++;
    aWord[1].iTo++;
  }
}

/* Where the last run on a diagonal ended; diagonals share entries. */
typedef struct SdRun SdRun;
struct SdRun {
  u32 iDiagonal;
  u32 iTo; /* In the first text; 0: none */
  u8 bLong;
};
#define SD_RUNS 4096 /* A power of two */

/*
** Find the words that stand in long runs of the same words, and drop the seeds
** that would take them for something else.  A run is followed once for each
** seed that does not lie in the one before on its diagonal, which is that of
** another seed only where diagonals share an entry.
*/
static void sdRuns(NewsSeeds *p) {
  NewsSeed *a = p->vSeed.a;
  SdRun *aRun = newsArenaAlloc(p->pArena, SD_RUNS * sizeof(SdRun));
  u32 i, n = 0;
  if( aRun == 0 ) return;
  for( i = 0; i < p->vSeed.n; i++ ) {
    u32 iDiagonal = a[i].ai[1] - a[i].ai[0];
    SdRun *pRun = &aRun[iDiagonal & (SD_RUNS - 1)];
    if( pRun->iTo <= a[i].ai[0] || pRun->iDiagonal != iDiagonal ) {
      NewsSpan aWord[2];
      u32 nLong;
      aWord[0] = newsSpan(a[i].ai[0], a[i].ai[0]);
      aWord[1] = newsSpan(a[i].ai[1], a[i].ai[1]);
      newsSeedExtend(p, aWord);
      nLong = newsSpanLen(aWord[0]);
      pRun->iDiagonal = iDiagonal;
      pRun->iTo = NEWS_MAX(aWord[0].iTo, a[i].ai[0] + 1);
      pRun->bLong = nLong >= SD_RUN;
      if( pRun->bLong ) {
        memset(&p->aText[0].aRun[aWord[0].iFrom], 1, nLong);
        memset(&p->aText[1].aRun[aWord[1].iFrom], 1, nLong);
      }
      if( newsArenaTick(p->pArena, nLong) ) return;
    }
    a[i].bRun = pRun->bLong;
  }
  for( i = 0; i < p->vSeed.n; i++ ) {
    if( !a[i].bRun &&
        (p->aText[0].aRun[a[i].ai[0]] || p->aText[1].aRun[a[i].ai[1]]) ) {
      continue;
    }
    a[n++] = a[i];
  }
  p->vSeed.n = n;
}

/*------------------------------------------------------------- the groups */

/* By bytes, the last first; only as many as the text needs. */
void newsSeedSort(NewsSeeds *p, NewsSpan seeds, int iText) {
  NewsSeed *a = (NewsSeed *)p->vSeed.a + seeds.iFrom, *aTo = p->aTemp;
  u32 n = newsSpanLen(seeds), shift, i;
  if( n < 24 ) {
    for( i = 1; i < n; i++ ) {
      NewsSeed s = a[i];
      u32 j = i;
      for( ; j > 0 && a[j - 1].ai[iText] > s.ai[iText]; j-- ) a[j] = a[j - 1];
      a[j] = s;
    }
    return;
  }
  for( shift = 0; shift < 32 && p->aText[iText].n >> shift; shift += 8 ) {
    u32 an[257] = {0};
    for( i = 0; i < n; i++ ) an[((a[i].ai[iText] >> shift) & 255) + 1]++;
    for( i = 0; i < 256; i++ ) an[i + 1] += an[i];
    for( i = 0; i < n; i++ ) {
      aTo[an[(a[i].ai[iText] >> shift) & 255]++] = a[i];
    }
    memcpy(a, aTo, n * sizeof(NewsSeed));
  }
  newsArenaTick(p->pArena, (i64)n * 8);
}

/* Sort a group, and part it where seeds are far from each other: its parts
** are appended to pVec. */
static void sdPart(NewsSeeds *p, NewsSpan group, int iText, NewsVec *pVec) {
  const NewsSeed *a;
  u32 i, iFrom = group.iFrom;
  newsSeedSort(p, group, iText);
  a = p->vSeed.a;
  for( i = group.iFrom + 1; i <= group.iTo; i++ ) {
    NewsSpan *pNew;
    if( i < group.iTo && a[i].ai[iText] - a[i - 1].ai[iText] <= SD_GAP ) {
      continue;
    }
    if( i - iFrom > 1 ) {
      pNew = newsVecPush(pVec, p->pArena, sizeof(*pNew));
      if( pNew == 0 ) return;
      *pNew = newsSpan(iFrom, i);
    }
    iFrom = i;
  }
}

static void sdSplit(NewsSeeds *p) {
  NewsVec vNext = {0};
  NewsSpan *pAll;
  u32 i, iRound;
  p->aTemp = newsBagAlloc(p->pArena, (u64)p->vSeed.n * sizeof(NewsSeed));
  pAll = newsVecPush(&p->vGroup, p->pArena, sizeof(*pAll));
  if( pAll ) *pAll = newsSpan(0, p->vSeed.n);
  for( iRound = 0; iRound < SD_ROUNDS && p->pArena->rc == SQLITE_OK;
       iRound++ ) {
    const NewsSpan *a = p->vGroup.a;
    NewsVec vOld = p->vGroup;
    vNext.n = 0;
    for( i = 0; i < vOld.n && p->pArena->rc == SQLITE_OK; i++ ) {
      sdPart(p, a[i], iRound & 1 ? 0 : 1, &vNext);
    }
    p->vGroup = vNext;
    vNext = vOld;
  }
  newsVecFree(&vNext);
}

void newsSeedsFind(NewsSeeds *p, NewsArena *pArena, const u8 *za, u32 na,
                   const u8 *zb, u32 nb) {
  SdIndex index = {0, 0, 0};
  memset(p, 0, sizeof(*p));
  p->pArena = pArena;
  sdWords(p, 0, za, na);
  sdWords(p, 1, zb, nb);
  if( pArena->rc == SQLITE_OK ) sdIndex(p, &index);
  if( pArena->rc == SQLITE_OK ) sdSeeds(p, &index);
  sqlite3_free(index.aSlot);
  sqlite3_free(index.aPlace);
  if( pArena->rc == SQLITE_OK && p->vSeed.n ) sdRuns(p);
  if( pArena->rc == SQLITE_OK && p->vSeed.n ) sdSplit(p);
}

void newsSeedsFree(NewsSeeds *p) {
  int k;
  for( k = 0; k < 2; k++ ) {
    newsVecFree(&p->aText[k].vGrain);
    sqlite3_free(p->aText[k].aKey);
    sqlite3_free(p->aText[k].aSum);
    sqlite3_free(p->aText[k].aRun);
  }
  sqlite3_free(p->aTemp);
  newsVecFree(&p->vSeed);
  newsVecFree(&p->vGroup);
}
