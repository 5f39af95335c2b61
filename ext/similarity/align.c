/*
** align.c: see align.h.
**
** Phases: alWords (words, weights, keys), alIndex and alSeeds (what both have),
** alSplit (groups), alJudge (passages of groups), and then place.c.
*/
#include "similarity/align.h"

#include "base/hash.h"
#include "similarity/bag.h"
#include "similarity/pass.h"
#include "similarity/place.h"
#include "similarity/weight.h"

#define AL_FRONT 5  /* Letters of a word that a seed looks at */
#define AL_OFTEN 6  /* Places of a key in the second text, at most */
#define AL_PAIR 60  /* Weight of a pair of words that is a seed, at least */
#define AL_ALONE 85 /* ... of a word that is one by itself */
#define AL_RUN 8    /* The same words in a row that are no accident */
#define AL_GAP 31   /* Words between two seeds of one passage, at most */
#define AL_ROUNDS 6 /* Rounds of grouping */
#define AL_MASS 520 /* What the words of a passage weigh together, at least */
#define AL_RUN_SURE 14  /* With so many words in runs ... */
#define AL_MASS_RUN 220 /* ... so much is enough */
#define AL_DENSE 210 /* 1/1000 of its words' weight that is shared, at least */
#define AL_NEAR 450  /* ... so much where it is near */
#define AL_EDGE 200  /* ... of the sentences at its ends */
#define AL_EDGE_PART 600 /* ... and of the share in the whole passage */
#define AL_SNAP 10       /* Words to the end of a sentence that go with it */
#define AL_SURE 1600     /* From this mass half the density is enough */
#define AL_LONE 40       /* Weight of a character of a script without spaces */
#define AL_MOST 85       /* Weight of a word, at most */
#define AL_NUMBER 60     /* Weight of a number */

typedef struct AlText AlText;
struct AlText {
  const u8 *z;
  u32 nByte;
  NewsVec vGrain; /* of NewsGrain */
  u32 n;          /* Words */
  u32 *aKey;      /* By word: the hash of its front. Owned */
  u32 *aSum;      /* By word: what those before it weigh. n + 1. Owned */
  u32 *aMark;     /* By word: the group that last covered it. Owned */
  u8 *aRun;       /* By word: it stands in a run of AL_RUN words. Owned */
};

/* A key that both texts have: a word, or two that are at most one apart. */
typedef struct AlSeed AlSeed;
struct AlSeed {
  u32 ai[2];    /* Its first word in each text */
  u8 anMore[2]; /* Words from its first to its last there: 0, 1, 2 */
  u8 bRun;      /* It is part of a run */
};

/* A key of the second text. */
typedef struct AlSlot AlSlot;
struct AlSlot {
  u32 key;
  u32 iPlace; /* Its last place, in aPlace */
  u32 n;      /* Places; more than AL_OFTEN: too many. 0: an empty slot */
};

/* A place of a key. */
typedef struct AlPlace AlPlace;
struct AlPlace {
  u32 iWord; /* Four times its first word, and the words to its last */
  u32 iNext; /* The place before with the same key */
};

typedef struct Al Al;
struct Al {
  NewsArena *pArena;
  AlText aText[2];
  AlSlot *aSlot;   /* Owned */
  u32 nSlot;       /* A power of two */
  AlPlace *aPlace; /* Owned */
  NewsVec vSeed;   /* of AlSeed */
  AlSeed *aTemp;   /* For sorting, as many. Owned */
  NewsVec vGroup;  /* of NewsSpan: seeds */
  u32 iGroup;      /* Serial number of the group looked at */
};

static void *alAlloc(Al *p, u64 nByte) {
  return newsBagAlloc(p->pArena, nByte);
}

/*------------------------------------------------------------- the words */

static u32 alWeight(const NewsGrain *p) {
  u32 w;
  if( p->flags & NEWS_GRAIN_LONE ) return AL_LONE;
  if( p->flags & NEWS_GRAIN_DIGIT ) return AL_NUMBER;
  w = newsWeight(p->hash);
  return NEWS_MIN(w, AL_MOST);
}

static u32 alFront(const u8 *z, const NewsGrain *p) {
  u32 h = NEWS_HASH_SEED, i;
  if( p->nByte <= AL_FRONT ||
      (p->flags & (NEWS_GRAIN_HIGH | NEWS_GRAIN_DIGIT)) ) {
    return p->hash;
  }
  for( i = 0; i < AL_FRONT; i++ ) h = newsHashByte(h, z[p->iByte + i] | 32);
  return newsHashEnd(h);
}

static void alWords(Al *p, int iText, const u8 *z, u32 nByte) {
  AlText *pText = &p->aText[iText];
  const NewsGrain *a;
  u32 i;
  pText->z = z;
  pText->nByte = nByte;
  newsPassAll(p->pArena, NEWS_PASS_APART, z, nByte, &pText->vGrain);
  pText->n = pText->vGrain.n;
  pText->aKey = alAlloc(p, ((u64)pText->n + 2) * sizeof(u32));
  pText->aSum = alAlloc(p, ((u64)pText->n + 1) * sizeof(u32));
  pText->aMark = alAlloc(p, (u64)pText->n * sizeof(u32));
  pText->aRun = alAlloc(p, pText->n);
  if( p->pArena->rc ) return;
  a = pText->vGrain.a;
  for( i = 0; i < pText->n; i++ ) {
    pText->aKey[i] = alFront(z, &a[i]);
    pText->aSum[i + 1] = pText->aSum[i] + alWeight(&a[i]);
    if( (i & 1023) == 0 && newsArenaTick(p->pArena, 8192) ) return;
  }
}

static u32 alMass(const AlText *p, u32 iFrom, u32 iTo) {
  return p->aSum[iTo] - p->aSum[iFrom];
}

/* The key of a word, or of it and the one nMore behind it; 0 if that is no
** seed. */
static u32 alKey(const AlText *p, u32 i, u32 nMore) {
  u32 w = alMass(p, i, i + 1);
  if( nMore == 0 ) return w >= AL_ALONE ? p->aKey[i] | 1 : 0;
  if( i + nMore >= p->n ) return 0;
  if( w + alMass(p, i + nMore, i + nMore + 1) < AL_PAIR ) return 0;
  return newsHashPair(p->aKey[i], p->aKey[i + nMore]) & ~1u;
}

/*------------------------------------------------------------- the seeds */

static AlSlot *alSlot(const Al *p, u32 key) {
  u32 i = (u32)((key * 0x9e3779b97f4a7c15u) >> 32);
  for( ;; i++ ) {
    AlSlot *pSlot = &p->aSlot[i & (p->nSlot - 1)];
    if( pSlot->n == 0 || pSlot->key == key ) return pSlot;
  }
}

/* How many keys the second text has, all places counted. */
static u32 alKeys(const Al *p) {
  const AlText *pText = &p->aText[1];
  u32 i, k, n = 0;
  for( i = 0; i < pText->n; i++ ) {
    for( k = 0; k <= 2; k++ ) n += alKey(pText, i, k) != 0;
    if( (i & 1023) == 0 && newsArenaTick(p->pArena, 2048) ) break;
  }
  return n;
}

static void alIndex(Al *p) {
  const AlText *pText = &p->aText[1];
  u32 i, k, nPlace = 0, nKey = alKeys(p);
  u64 nSlot = 64;
  while( nSlot < (u64)nKey + nKey / 2 ) nSlot *= 2;
  p->aSlot = alAlloc(p, nSlot * sizeof(AlSlot));
  p->aPlace = alAlloc(p, (u64)nKey * sizeof(AlPlace));
  p->nSlot = (u32)nSlot;
  if( p->pArena->rc ) return;
  for( i = 0; i < pText->n; i++ ) {
    for( k = 0; k <= 2; k++ ) {
      u32 key = alKey(pText, i, k);
      AlSlot *pSlot;
      if( key == 0 ) continue;
      pSlot = alSlot(p, key);
      pSlot->key = key;
      if( pSlot->n++ >= AL_OFTEN ) {
        pSlot->n = AL_OFTEN + 1;
        continue;
      }
      p->aPlace[nPlace].iWord = i * 4 + k;
      p->aPlace[nPlace].iNext = pSlot->iPlace;
      pSlot->iPlace = nPlace++;
    }
    if( (i & 255) == 0 && newsArenaTick(p->pArena, 4096) ) return;
  }
}

static void alSeeds(Al *p) {
  const AlText *pText = &p->aText[0];
  u32 i, j, k, iPlace;
  for( i = 0; i < pText->n; i++ ) {
    for( k = 0; k <= 2; k++ ) {
      u32 key = alKey(pText, i, k);
      const AlSlot *pSlot = key ? alSlot(p, key) : 0;
      if( pSlot == 0 || pSlot->n > AL_OFTEN ) continue;
      iPlace = pSlot->iPlace;
      for( j = 0; j < pSlot->n; j++ ) {
        AlSeed *pSeed = newsVecPush(&p->vSeed, p->pArena, sizeof(*pSeed));
        if( pSeed == 0 ) return;
        pSeed->ai[0] = i;
        pSeed->ai[1] = p->aPlace[iPlace].iWord / 4;
        pSeed->anMore[0] = (u8)k;
        pSeed->anMore[1] = p->aPlace[iPlace].iWord & 3;
        iPlace = p->aPlace[iPlace].iNext;
      }
    }
    if( (i & 255) == 0 && newsArenaTick(p->pArena, 4096) ) return;
  }
}

static u32 alHash(const Al *p, int iText, u32 i) {
  return ((const NewsGrain *)p->aText[iText].vGrain.a)[i].hash;
}

/* Take in the words before and behind that are the same in both. */
static void alExtend(const Al *p, NewsSpan *aWord) {
  while( aWord[0].iFrom > 0 && aWord[1].iFrom > 0 &&
         alHash(p, 0, aWord[0].iFrom - 1) ==
             alHash(p, 1, aWord[1].iFrom - 1) ) {
    aWord[0].iFrom--;
    aWord[1].iFrom--;
  }
  while( aWord[0].iTo < p->aText[0].n && aWord[1].iTo < p->aText[1].n &&
         alHash(p, 0, aWord[0].iTo) == alHash(p, 1, aWord[1].iTo) ) {
    aWord[0].iTo++;
    aWord[1].iTo++;
  }
}

/* Where the last run on a diagonal ended; diagonals share entries. */
typedef struct AlRun AlRun;
struct AlRun {
  u32 iDiagonal;
  u32 iTo; /* In the first text; 0: none */
  u8 bLong;
};
#define AL_RUNS 4096 /* A power of two */

/*
** Find the words that stand in long runs of the same words, and drop the seeds
** that would take them for something else.  A run is followed once for each
** seed that does not lie in the one before on its diagonal, which is that of
** another seed only where diagonals share an entry.
*/
static void alRuns(Al *p) {
  AlSeed *a = p->vSeed.a;
  AlRun *aRun = newsArenaAlloc(p->pArena, AL_RUNS * sizeof(AlRun));
  u32 i, n = 0;
  if( aRun == 0 ) return;
  for( i = 0; i < p->vSeed.n; i++ ) {
    u32 iDiagonal = a[i].ai[1] - a[i].ai[0];
    AlRun *pRun = &aRun[iDiagonal & (AL_RUNS - 1)];
    if( pRun->iTo <= a[i].ai[0] || pRun->iDiagonal != iDiagonal ) {
      NewsSpan aWord[2];
      u32 nLong;
      aWord[0] = newsSpan(a[i].ai[0], a[i].ai[0]);
      aWord[1] = newsSpan(a[i].ai[1], a[i].ai[1]);
      alExtend(p, aWord);
      nLong = newsSpanLen(aWord[0]);
      pRun->iDiagonal = iDiagonal;
      pRun->iTo = NEWS_MAX(aWord[0].iTo, a[i].ai[0] + 1);
      pRun->bLong = nLong >= AL_RUN;
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

/* Sort seeds by their place in a text, those at the same place as they were:
** by bytes, the last first; only as many as the text needs. */
static void alSort(Al *p, NewsSpan seeds, int iText) {
  AlSeed *a = (AlSeed *)p->vSeed.a + seeds.iFrom, *aTo = p->aTemp;
  u32 n = newsSpanLen(seeds), shift, i;
  if( n < 24 ) {
    for( i = 1; i < n; i++ ) {
      AlSeed s = a[i];
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
    memcpy(a, aTo, n * sizeof(AlSeed));
  }
  newsArenaTick(p->pArena, (i64)n * 8);
}

/* Sort a group, and part it where seeds are far from each other: its parts
** are appended to pVec. */
static void alPart(Al *p, NewsSpan group, int iText, NewsVec *pVec) {
  const AlSeed *a;
  u32 i, iFrom = group.iFrom;
  alSort(p, group, iText);
  a = p->vSeed.a;
  for( i = group.iFrom + 1; i <= group.iTo; i++ ) {
    NewsSpan *pNew;
    if( i < group.iTo && a[i].ai[iText] - a[i - 1].ai[iText] <= AL_GAP ) {
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

static void alSplit(Al *p) {
  NewsVec vNext = {0};
  NewsSpan *pAll;
  u32 i, iRound;
  p->aTemp = alAlloc(p, (u64)p->vSeed.n * sizeof(AlSeed));
  pAll = newsVecPush(&p->vGroup, p->pArena, sizeof(*pAll));
  if( pAll ) *pAll = newsSpan(0, p->vSeed.n);
  for( iRound = 0; iRound < AL_ROUNDS && p->pArena->rc == SQLITE_OK;
       iRound++ ) {
    const NewsSpan *a = p->vGroup.a;
    NewsVec vOld = p->vGroup;
    vNext.n = 0;
    for( i = 0; i < vOld.n && p->pArena->rc == SQLITE_OK; i++ ) {
      alPart(p, a[i], iRound & 1 ? 0 : 1, &vNext);
    }
    p->vGroup = vNext;
    vNext = vOld;
  }
  newsVecFree(&vNext);
}

/*----------------------------------------------------------- the passages */

/* Whether a seed begins within a stretch of words of each text. */
static int alHolds(const NewsSpan *aWord, const AlSeed *pSeed) {
  return newsSpanHas(aWord[0], pSeed->ai[0]) &&
         newsSpanHas(aWord[1], pSeed->ai[1]);
}

/* Mark the words of a side that seeds cover, within words; what they weigh. */
static u32 alCover(Al *p, NewsSpan seeds, int iText, const NewsSpan *aWord) {
  AlText *pText = &p->aText[iText];
  const AlSeed *a = p->vSeed.a;
  u32 i, k, w = 0;
  p->iGroup++;
  for( i = seeds.iFrom; i < seeds.iTo; i++ ) {
    if( !alHolds(aWord, &a[i]) ) continue;
    for( k = 0; k < 2; k++ ) {
      u32 j = a[i].ai[iText] + (k ? a[i].anMore[iText] : 0);
      if( pText->aMark[j] == p->iGroup ) continue;
      pText->aMark[j] = p->iGroup;
      w += alMass(pText, j, j + 1);
    }
  }
  return w;
}

/* Whether a sentence begins with a word. */
static int alBegins(const AlText *p, u32 i) {
  const NewsGrain *a = p->vGrain.a;
  if( i == 0 || i >= p->n ) return 1;
  if( !(a[i].flags & NEWS_GRAIN_STOP) ) return 0;
  if( memchr(&p->z[a[i - 1].iByte], '\n', a[i].iByte - a[i - 1].iByte) ) {
    return 1;
  }
  if( !(a[i].flags & (NEWS_GRAIN_CAP | NEWS_GRAIN_DIGIT | NEWS_GRAIN_HIGH)) ) {
    return 0;
  }
  return a[i - 1].nByte > 4 || !(a[i - 1].flags & NEWS_GRAIN_CAP);
}

/* What of a stretch of words is marked, 1/1000 of its weight. */
static u32 alShare(const Al *p, const AlText *pText, NewsSpan words) {
  u32 i, w = 0, all = alMass(pText, words.iFrom, words.iTo);
  for( i = words.iFrom; i < words.iTo; i++ ) {
    if( pText->aMark[i] == p->iGroup ) w += alMass(pText, i, i + 1);
  }
  return all ? (u32)((u64)w * 1000 / all) : 0;
}

/* Take sentences off the ends in which little is marked, or much less than in
** the whole. */
static NewsSpan alTrim(const Al *p, const AlText *pText, NewsSpan words) {
  u32 i, nLeast = alShare(p, pText, words) * AL_EDGE_PART / 1000;
  nLeast = NEWS_MAX(nLeast, AL_EDGE);
  for( ;; ) {
    for( i = words.iFrom + 1; i < words.iTo && !alBegins(pText, i); ) i++;
    if( i >= words.iTo ) break;
    if( alShare(p, pText, newsSpan(words.iFrom, i)) >= nLeast ) break;
    words.iFrom = i;
  }
  for( ;; ) {
    for( i = words.iTo - 1; i > words.iFrom && !alBegins(pText, i); ) i--;
    if( i <= words.iFrom ) break;
    if( alShare(p, pText, newsSpan(i, words.iTo)) >= nLeast ) break;
    words.iTo = i;
  }
  return words;
}

#define AL_TAIL 4 /* Words behind the end of a sentence that are an accident */

/* Take off the few words that happen to be the same before the first or behind
** the last sentence. */
static void alCut(const Al *p, NewsSpan *aWord) {
  u32 n, m = newsSpanLen(aWord[0]);
  for( n = 1; n <= AL_TAIL && n < m / 2; n++ ) {
    if( alBegins(&p->aText[0], aWord[0].iTo) ) break;
    if( !alBegins(&p->aText[0], aWord[0].iTo - n) ) continue;
    aWord[0].iTo -= n;
    aWord[1].iTo -= n;
    break;
  }
  for( n = 1; n <= AL_TAIL && n < m / 2; n++ ) {
    if( alBegins(&p->aText[0], aWord[0].iFrom) ) break;
    if( !alBegins(&p->aText[0], aWord[0].iFrom + n) ) continue;
    aWord[0].iFrom += n;
    aWord[1].iFrom += n;
    break;
  }
}

/* Go on to where the sentences at the ends begin and end, if that is near. */
static NewsSpan alSnap(const AlText *p, NewsSpan words) {
  u32 i, n = 0;
  for( i = words.iFrom; !alBegins(p, i) && n <= AL_SNAP; n++ ) i--;
  if( alBegins(p, i) ) words.iFrom = i;
  for( i = words.iTo, n = 0; !alBegins(p, i) && n <= AL_SNAP; n++ ) i++;
  if( alBegins(p, i) ) words.iTo = i;
  return words;
}

/* Narrow words to those from the first to the last of the seeds within. */
static void alHull(const Al *p, NewsSpan seeds, NewsSpan *aHull) {
  const AlSeed *a = p->vSeed.a;
  NewsSpan aWord[2];
  u32 i;
  int k;
  memcpy(aWord, aHull, sizeof(aWord));
  aHull[0] = aHull[1] = newsSpan(0xffffffff, 0);
  for( i = seeds.iFrom; i < seeds.iTo; i++ ) {
    if( !alHolds(aWord, &a[i]) ) continue;
    for( k = 0; k < 2; k++ ) {
      aHull[k].iFrom = NEWS_MIN(aHull[k].iFrom, a[i].ai[k]);
      aHull[k].iTo = NEWS_MAX(aHull[k].iTo, a[i].ai[k] + a[i].anMore[k] + 1u);
    }
  }
}

/* The same words throughout? */
static int alIsVerbatim(const Al *p, const NewsSpan *aWord) {
  u32 i, n = newsSpanLen(aWord[0]);
  if( n != newsSpanLen(aWord[1]) ) return 0;
  for( i = 0; i < n; i++ ) {
    if( alHash(p, 0, aWord[0].iFrom + i) != alHash(p, 1, aWord[1].iFrom + i) ) {
      return 0;
    }
  }
  return 1;
}

/* The share of seeds that lie on the diagonal of the one before. */
static u32 alStraight(const Al *p, NewsSpan seeds, const NewsSpan *aWord) {
  const AlSeed *a = p->vSeed.a;
  u32 i, n = 0, nOn = 0, iLast = 0, bLast = 0;
  for( i = seeds.iFrom; i < seeds.iTo; i++ ) {
    u32 x = a[i].ai[1] - a[i].ai[0];
    if( !alHolds(aWord, &a[i]) ) continue;
    n++;
    nOn += bLast && x - iLast + 2 <= 4;
    iLast = x;
    bLast = 1;
  }
  return n ? nOn * 1000 / n : 0;
}

/* The bytes of words, with the signs behind them where a sentence ends. */
static NewsSpan alBytes(const AlText *p, NewsSpan words) {
  const NewsGrain *a = p->vGrain.a;
  u32 i = a[words.iTo - 1].iByte + a[words.iTo - 1].nByte, n = 0;
  if( alBegins(p, words.iTo) ) {
    while( i < p->nByte && n++ < 3 && memchr(".!?\"')", p->z[i], 6) ) i++;
  }
  return newsSpan(a[words.iFrom].iByte, i);
}

/* Words of a passage that stand in runs. */
static u32 alRunning(const Al *p, const NewsSpan *aWord) {
  u32 i, n = 0;
  for( i = aWord[0].iFrom; i < aWord[0].iTo; i++ ) n += p->aText[0].aRun[i];
  return n;
}

/* Narrow the words of a group to a passage; 0 if it is none. */
static int alNarrow(Al *p, NewsSpan seeds, NewsSpan *aWord, u32 *aShare) {
  int k, iRound;
  u32 aMass[2], nLeast;
  alHull(p, seeds, aWord);
  for( iRound = 0; iRound < 3; iRound++ ) {
    NewsSpan aWas[2] = {aWord[0], aWord[1]};
    for( k = 0; k < 2; k++ ) {
      if( newsSpanLen(aWord[k]) == 0 ) return 0;
      alCover(p, seeds, k, aWord);
      aWord[k] = alTrim(p, &p->aText[k], aWord[k]);
      alHull(p, seeds, aWord);
    }
    if( aWas[0].iFrom == aWord[0].iFrom && aWas[0].iTo == aWord[0].iTo &&
        aWas[1].iFrom == aWord[1].iFrom && aWas[1].iTo == aWord[1].iTo ) {
      break;
    }
  }
  nLeast = alRunning(p, aWord) >= AL_RUN_SURE ? AL_MASS_RUN : AL_MASS;
  for( k = 0; k < 2; k++ ) {
    if( newsSpanLen(aWord[k]) == 0 ) return 0;
    aMass[k] = alCover(p, seeds, k, aWord);
    aShare[k] = alShare(p, &p->aText[k], aWord[k]);
    if( aMass[k] < nLeast ) return 0;
    if( aShare[k] < AL_DENSE / (aMass[k] >= AL_SURE ? 2 : 1) ) return 0;
  }
  return 1;
}

static void alJudge(Al *p, NewsSpan seeds, NewsVec *pVec) {
  NewsSpan aWord[2];
  NewsPassage *pNew;
  u32 aShare[2];
  int k, eKind = NEWS_ALIGN_VERBATIM;
  aWord[0] = newsSpan(0, p->aText[0].n);
  aWord[1] = newsSpan(0, p->aText[1].n);
  if( !alNarrow(p, seeds, aWord, aShare) ) return;
  alSort(p, seeds, 0);
  alExtend(p, aWord);
  if( alIsVerbatim(p, aWord) ) {
    alCut(p, aWord);
  } else {
    eKind = NEWS_ALIGN_PARAPHRASE;
    if( alStraight(p, seeds, aWord) >= 500 &&
        NEWS_MIN(aShare[0], aShare[1]) >= AL_NEAR ) {
      eKind = NEWS_ALIGN_NEAR;
    }
    for( k = 0; k < 2; k++ ) aWord[k] = alSnap(&p->aText[k], aWord[k]);
    if( alIsVerbatim(p, aWord) ) eKind = NEWS_ALIGN_VERBATIM;
  }
  pNew = newsVecPush(pVec, p->pArena, sizeof(*pNew));
  if( pNew == 0 ) return;
  pNew->eKind = eKind;
  pNew->score = eKind ? NEWS_MIN(aShare[0], aShare[1]) : 1000;
  for( k = 0; k < 2; k++ ) pNew->aBytes[k] = alBytes(&p->aText[k], aWord[k]);
  newsArenaTick(p->pArena, (i64)newsSpanLen(seeds) * 8);
}

/*------------------------------------------------------------ all of them */

void newsAlign(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
               int bEvery, NewsVec *pVec) {
  Al al;
  u32 i;
  int k;
  memset(&al, 0, sizeof(al));
  al.pArena = pArena;
  alWords(&al, 0, za, na);
  alWords(&al, 1, zb, nb);
  if( pArena->rc == SQLITE_OK ) alIndex(&al);
  if( pArena->rc == SQLITE_OK ) alSeeds(&al);
  if( pArena->rc == SQLITE_OK && al.vSeed.n ) alRuns(&al);
  if( pArena->rc == SQLITE_OK && al.vSeed.n ) alSplit(&al);
  for( i = 0; i < al.vGroup.n && pArena->rc == SQLITE_OK; i++ ) {
    alJudge(&al, ((NewsSpan *)al.vGroup.a)[i], pVec);
  }
  if( pArena->rc == SQLITE_OK ) newsPlaces(pArena, pVec, bEvery);
  for( k = 0; k < 2; k++ ) {
    newsVecFree(&al.aText[k].vGrain);
    sqlite3_free(al.aText[k].aKey);
    sqlite3_free(al.aText[k].aSum);
    sqlite3_free(al.aText[k].aMark);
    sqlite3_free(al.aText[k].aRun);
  }
  sqlite3_free(al.aSlot);
  sqlite3_free(al.aPlace);
  sqlite3_free(al.aTemp);
  newsVecFree(&al.vSeed);
  newsVecFree(&al.vGroup);
}
