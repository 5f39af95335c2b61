/*
** align.c: see align.h.
**
** Phases: seed.c (groups of what both texts have), alJudge (passages of
** groups), passage.c (which of them are rows).
*/
#include "similarity/align.h"

#include "similarity/bag.h"
#include "similarity/passage.h"
#include "similarity/seed.h"

#define AL_MASS 520 /* What the words of a passage weigh together, at least */
#define AL_RUN_SURE 14   /* With so many words in runs ... */
#define AL_MASS_RUN 220  /* ... so much is enough */
#define AL_DENSE 210     /* 1/1000 of its words' weight that is shared */
#define AL_NEAR 450      /* ... so much where it is near */
#define AL_EDGE 200      /* ... of the sentences at its ends */
#define AL_EDGE_PART 600 /* ... and of the share in the whole passage */
#define AL_OWN 250       /* ... that the other sentences do not tell, too */
#define AL_AGAIN 3       /* Times that what was taken off is looked at again */
#define AL_SNAP 10       /* Words to the end of a sentence that go with it */
#define AL_SURE 1600     /* From this mass half the density is enough */

typedef struct Al Al;
struct Al {
  NewsSeeds seeds;
  u32 *aMark[2];   /* By word: the group that last covered it. Owned */
  u32 *anTimes[2]; /* By word: seeds on it; 0 between uses. n + 2. Owned */
  u32 iGroup;      /* Serial number of the group looked at */
  int iThin;       /* The text in which sentences were taken off, or -1 */
};

/*----------------------------------------------------------- the passages */

/* Whether a seed begins within a stretch of words of each text. */
static int alHolds(const NewsSpan *aWord, const NewsSeed *pSeed) {
  return newsSpanHas(aWord[0], pSeed->ai[0]) &&
         newsSpanHas(aWord[1], pSeed->ai[1]);
}

/* Mark the words of a side that seeds cover, within words; what they weigh. */
static u32 alCover(Al *p, NewsSpan seeds, int iText, const NewsSpan *aWord) {
  const NewsSeedText *pText = &p->seeds.aText[iText];
  const NewsSeed *a = p->seeds.vSeed.a;
  u32 i, k, w = 0;
  p->iGroup++;
  for( i = seeds.iFrom; i < seeds.iTo; i++ ) {
    if( !alHolds(aWord, &a[i]) ) continue;
    for( k = 0; k < 2; k++ ) {
      u32 j = a[i].ai[iText] + (k ? a[i].anMore[iText] : 0);
      if( p->aMark[iText][j] == p->iGroup ) continue;
      p->aMark[iText][j] = p->iGroup;
      w += newsSeedMass(pText, j, j + 1);
    }
  }
  return w;
}

/* Whether a sentence begins with a word. */
static int alBegins(const NewsSeedText *p, u32 i) {
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
static u32 alShare(const Al *p, int iText, NewsSpan words) {
  const NewsSeedText *pText = &p->seeds.aText[iText];
  u32 i, w = 0, all = newsSeedMass(pText, words.iFrom, words.iTo);
  for( i = words.iFrom; i < words.iTo; i++ ) {
    if( p->aMark[iText][i] == p->iGroup ) w += newsSeedMass(pText, i, i + 1);
  }
  return all ? (u32)((u64)w * 1000 / all) : 0;
}

/* Take sentences off the ends in which little is marked, or much less than in
** the whole. */
static NewsSpan alTrim(const Al *p, int iText, NewsSpan words) {
  const NewsSeedText *pText = &p->seeds.aText[iText];
  u32 i, nLeast = alShare(p, iText, words) * AL_EDGE_PART / 1000;
  nLeast = NEWS_MAX(nLeast, AL_EDGE);
  for( ;; ) {
    for( i = words.iFrom + 1; i < words.iTo && !alBegins(pText, i); ) i++;
    if( i >= words.iTo ) break;
    if( alShare(p, iText, newsSpan(words.iFrom, i)) >= nLeast ) break;
    words.iFrom = i;
  }
  for( ;; ) {
    for( i = words.iTo - 1; i > words.iFrom && !alBegins(pText, i); ) i--;
    if( i <= words.iFrom ) break;
    if( alShare(p, iText, newsSpan(i, words.iTo)) >= nLeast ) break;
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
    if( alBegins(&p->seeds.aText[0], aWord[0].iTo) ) break;
    if( !alBegins(&p->seeds.aText[0], aWord[0].iTo - n) ) continue;
    aWord[0].iTo -= n;
    aWord[1].iTo -= n;
    break;
  }
  for( n = 1; n <= AL_TAIL && n < m / 2; n++ ) {
    if( alBegins(&p->seeds.aText[0], aWord[0].iFrom) ) break;
    if( !alBegins(&p->seeds.aText[0], aWord[0].iFrom + n) ) continue;
    aWord[0].iFrom += n;
    aWord[1].iFrom += n;
    break;
  }
}

/* Go on to where the sentences at the ends begin and end, if that is near. */
static NewsSpan alSnap(const NewsSeedText *p, NewsSpan words) {
  u32 i, n = 0;
  for( i = words.iFrom; !alBegins(p, i) && n <= AL_SNAP; n++ ) i--;
  if( alBegins(p, i) ) words.iFrom = i;
  for( i = words.iTo, n = 0; !alBegins(p, i) && n <= AL_SNAP; n++ ) i++;
  if( alBegins(p, i) ) words.iTo = i;
  return words;
}

/* Narrow words to those from the first to the last of the seeds within. */
static void alHull(const Al *p, NewsSpan seeds, NewsSpan *aHull) {
  const NewsSeed *a = p->seeds.vSeed.a;
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
    if( newsSeedHash(&p->seeds, 0, aWord[0].iFrom + i) !=
        newsSeedHash(&p->seeds, 1, aWord[1].iFrom + i) ) {
      return 0;
    }
  }
  return 1;
}

/* The share of seeds that lie on the diagonal of the one before. */
static u32 alStraight(const Al *p, NewsSpan seeds, const NewsSpan *aWord) {
  const NewsSeed *a = p->seeds.vSeed.a;
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
static NewsSpan alBytes(const NewsSeedText *p, NewsSpan words) {
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
  for( i = aWord[0].iFrom; i < aWord[0].iTo; i++ )
    n += p->seeds.aText[0].aRun[i];
  return n;
}

/* Count a seed of a group out (nStep -1) or in (1): what the words of a text
** weigh that none of them covers now. */
static u32 alTake(Al *p, const NewsSeed *pSeed, int iText, int nStep) {
  u32 k, w = 0;
  for( k = 0; k < 2; k++ ) {
    u32 i = pSeed->ai[iText] + (k ? pSeed->anMore[iText] : 0);
    p->anTimes[iText][i] += (u32)nStep;
    if( p->anTimes[iText][i] == 0 ) {
      w += newsSeedMass(&p->seeds.aText[iText], i, i + 1);
    }
  }
  return w;
}

/* The same of all seeds that begin within words. */
static u32 alTakeAll(Al *p, NewsSpan seeds, int iText, int nStep,
                     const NewsSpan *aWord) {
  const NewsSeed *a = p->seeds.vSeed.a;
  u32 i, w = 0;
  for( i = seeds.iFrom; i < seeds.iTo; i++ ) {
    if( alHolds(aWord, &a[i]) ) w += alTake(p, &a[i], iText, nStep);
  }
  return w;
}

/* The first or last sentence of words; all of them: there is no other. */
static NewsSpan alEdge(const NewsSeedText *p, NewsSpan words, int bBack) {
  u32 i;
  if( bBack ) {
    for( i = words.iTo - 1; i > words.iFrom && !alBegins(p, i); ) i--;
    return newsSpan(i, words.iTo);
  }
  for( i = words.iFrom + 1; i < words.iTo && !alBegins(p, i); ) i++;
  return newsSpan(words.iFrom, i);
}

/* The seeds at an end of some, sorted by a text, that begin within words. */
static NewsSpan alSeedsAt(const Al *p, NewsSpan seeds, int iText,
                          NewsSpan words, int bBack) {
  const NewsSeed *a = p->seeds.vSeed.a;
  u32 i;
  if( bBack ) {
    for( i = seeds.iTo; i > seeds.iFrom; i-- ) {
      if( a[i - 1].ai[iText] < words.iFrom ) break;
    }
    return newsSpan(i, seeds.iTo);
  }
  for( i = seeds.iFrom; i < seeds.iTo; i++ ) {
    if( a[i].ai[iText] >= words.iTo ) break;
  }
  return newsSpan(seeds.iFrom, i);
}

/*
** Take sentences off an end of a side that tell nothing of the other side but
** what the rest tells, too: a second copy, or words that happen to stand there.
** anTimes has the seeds of the other side, and aMark the words of this one.
*/
static void alThinEnd(Al *p, NewsSpan seeds, int iText, NewsSpan *aWord,
                      int bBack) {
  NewsSeedText *pText = &p->seeds.aText[iText];
  for( ;; ) {
    NewsSpan part = alEdge(pText, aWord[iText], bBack), gone;
    u64 own, all = newsSeedMass(pText, part.iFrom, part.iTo);
    if( newsSpanLen(part) == newsSpanLen(aWord[iText]) ) break;
    gone = alSeedsAt(p, seeds, iText, part, bBack);
    own = alTakeAll(p, gone, 1 - iText, -1, aWord);
    if( own && own * 1000 >= all * alShare(p, iText, part) / 1000 * AL_OWN ) {
      alTakeAll(p, gone, 1 - iText, 1, aWord);
      break;
    }
    if( bBack ) {
      seeds.iTo = gone.iFrom;
      aWord[iText].iTo = part.iFrom;
    } else {
      seeds.iFrom = gone.iTo;
      aWord[iText].iFrom = part.iTo;
    }
  }
}

/* The same at both ends, one after the other; nothing is left in anTimes. */
static NewsSpan alThinEnds(Al *p, NewsSpan seeds, int iText,
                           const NewsSpan *aWord, int bBack) {
  NewsSpan aLeft[2] = {aWord[0], aWord[1]}, other = aWord[1 - iText];
  alTakeAll(p, seeds, 1 - iText, 1, aWord);
  alThinEnd(p, seeds, iText, aLeft, bBack);
  alThinEnd(p, seeds, iText, aLeft, !bBack);
  memset(&p->anTimes[1 - iText][other.iFrom], 0,
         (newsSpanLen(other) + 2) * sizeof(u32));
  return aLeft[iText];
}

/* The same of a side that is not the shorter one, in the order that leaves
** less of it. */
static void alThin(Al *p, NewsSpan seeds, int iText, NewsSpan *aWord) {
  NewsSpan left, other;
  u32 n = newsSpanLen(aWord[iText]);
  if( n < newsSpanLen(aWord[1 - iText]) ) return;
  alCover(p, seeds, iText, aWord);
  newsSeedSort(&p->seeds, seeds, iText);
  left = alThinEnds(p, seeds, iText, aWord, 0);
  if( newsSpanLen(left) == n ) return;
  other = alThinEnds(p, seeds, iText, aWord, 1);
  if( newsSpanLen(other) < newsSpanLen(left) ) left = other;
  aWord[iText] = left;
  p->iThin = iText;
  alHull(p, seeds, aWord);
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
      aWord[k] = alTrim(p, k, aWord[k]);
      alHull(p, seeds, aWord);
    }
    for( k = 0; k < 2; k++ ) {
      if( newsSpanLen(aWord[k]) == 0 ) return 0;
      alThin(p, seeds, k, aWord);
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
    aShare[k] = alShare(p, k, aWord[k]);
    if( aMass[k] < nLeast ) return 0;
    if( aShare[k] < AL_DENSE / (aMass[k] >= AL_SURE ? 2 : 1) ) return 0;
  }
  return 1;
}

/* What lies before and behind a passage of a group where sentences were taken
** off are groups, too: appended to the others. */
static void alAgain(Al *p, NewsSpan seeds, const NewsSpan *aWord) {
  int k, iText = p->iThin;
  NewsSpan part;
  if( iText < 0 ) return;
  newsSeedSort(&p->seeds, seeds, iText);
  for( k = 0; k < 2; k++ ) {
    NewsSpan *pNew;
    part = k ? newsSpan(aWord[iText].iTo, p->seeds.aText[iText].n)
             : newsSpan(0, aWord[iText].iFrom);
    part = alSeedsAt(p, seeds, iText, part, k);
    if( newsSpanLen(part) < 2 ) continue;
    pNew = newsVecPush(&p->seeds.vGroup, p->seeds.pArena, sizeof(*pNew));
    if( pNew ) *pNew = part;
  }
}

/* The kind of what stands at words, of seeds; aWord goes on to where it ends in
** both. */
static int alKind(Al *p, NewsSpan seeds, NewsSpan *aWord, const u32 *aShare) {
  int k, eKind = NEWS_ALIGN_PARAPHRASE;
  newsSeedExtend(&p->seeds, aWord);
  if( alIsVerbatim(p, aWord) ) {
    alCut(p, aWord);
    return NEWS_ALIGN_VERBATIM;
  }
  newsSeedSort(&p->seeds, seeds, 0);
  if( alStraight(p, seeds, aWord) >= 500 &&
      NEWS_MIN(aShare[0], aShare[1]) >= AL_NEAR ) {
    eKind = NEWS_ALIGN_NEAR;
  }
  for( k = 0; k < 2; k++ ) aWord[k] = alSnap(&p->seeds.aText[k], aWord[k]);
  return alIsVerbatim(p, aWord) ? NEWS_ALIGN_VERBATIM : eKind;
}

static void alJudge(Al *p, NewsSpan seeds, int iRound, NewsVec *pVec) {
  NewsSpan aWord[2], aCore[2];
  NewsPassage *pNew;
  u32 aShare[2];
  int k;
  aCore[0] = newsSpan(0, p->seeds.aText[0].n);
  aCore[1] = newsSpan(0, p->seeds.aText[1].n);
  p->iThin = -1;
  if( !alNarrow(p, seeds, aCore, aShare) ) return;
  memcpy(aWord, aCore, sizeof(aCore));
  pNew = newsVecPush(pVec, p->seeds.pArena, sizeof(*pNew));
  if( pNew == 0 ) return;
  pNew->eKind = alKind(p, seeds, aWord, aShare);
  pNew->score = pNew->eKind ? NEWS_MIN(aShare[0], aShare[1]) : 1000;
  if( iRound > 0 && pNew->eKind == NEWS_ALIGN_PARAPHRASE ) {
    pVec->n--;
    return;
  }
  for( k = 0; k < 2; k++ )
    pNew->aBytes[k] = alBytes(&p->seeds.aText[k], aWord[k]);
  if( iRound < AL_AGAIN ) alAgain(p, seeds, aCore);
  newsArenaTick(p->seeds.pArena, (i64)newsSpanLen(seeds) * 8);
}

/*------------------------------------------------------------ all of them */

static void alJudgeAll(Al *p, NewsVec *pVec) {
  u32 i = 0, n, iRound;
  int k;
  for( k = 0; k < 2; k++ ) {
    n = p->seeds.aText[k].n;
    p->aMark[k] = newsBagAlloc(p->seeds.pArena, (u64)n * sizeof(u32));
    p->anTimes[k] = newsBagAlloc(p->seeds.pArena, ((u64)n + 2) * sizeof(u32));
  }
  for( iRound = 0; iRound <= AL_AGAIN; iRound++ ) {
    n = p->seeds.vGroup.n;
    for( ; i < n && p->seeds.pArena->rc == SQLITE_OK; i++ ) {
      alJudge(p, ((NewsSpan *)p->seeds.vGroup.a)[i], iRound, pVec);
    }
  }
  for( k = 0; k < 2; k++ ) {
    sqlite3_free(p->aMark[k]);
    sqlite3_free(p->anTimes[k]);
  }
}

void newsAlign(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
               int bEvery, NewsVec *pVec) {
  Al al;
  memset(&al, 0, sizeof(al));
  newsSeedsFind(&al.seeds, pArena, za, na, zb, nb);
  if( pArena->rc == SQLITE_OK ) alJudgeAll(&al, pVec);
  newsSeedsFree(&al.seeds);
  if( pArena->rc == SQLITE_OK ) newsPassageRows(pArena, pVec, bEvery);
}
