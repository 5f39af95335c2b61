/*
** probe.c: see probe.h.
*/
#include "similarity/probe.h"

#include <stdlib.h>

#include "base/hash.h"
#include "similarity/pass.h"
#include "similarity/weight.h"

/* A word of less weight is passed over; one letter is no word. */
#define PROBE_LEAST 40
#define PROBE_LONE 4 /* Characters that stand for two words */

/* The last pairs, and which of them is chosen. */
typedef struct ProbeScan ProbeScan;
struct ProbeScan {
  NewsArena *pArena;
  NewsVec *pVec;
  u32 aHash[PROBE_LONE]; /* The last words, or characters */
  u32 aWeight[PROBE_LONE];
  u32 nWord; /* How many there are, at most PROBE_LONE */
  u8 bLone;  /* They are characters */
  NewsProbe aPair[NEWS_PROBE_WINDOW]; /* Pair i is at i % WINDOW */
  u32 nPair;                          /* So far */
  u32 iChosen;                        /* Number of the last one chosen, + 1 */
};

/* Whether a tells more than b. */
static int probeMore(NewsProbe a, NewsProbe b) {
  return a.rank != b.rank ? a.rank > b.rank : a.key < b.key;
}

static void probeChoose(ProbeScan *p, u32 iPair) {
  NewsProbe *pNew;
  if( iPair + 1 <= p->iChosen ) return;
  p->iChosen = iPair + 1;
  pNew = newsVecPush(p->pVec, p->pArena, sizeof(*pNew));
  if( pNew ) *pNew = p->aPair[iPair % NEWS_PROBE_WINDOW];
}

/* Choose among the last n pairs; of equal ones the last. */
static void probeWindow(ProbeScan *p, u32 n) {
  u32 i, iBest = p->nPair - n;
  for( i = iBest + 1; i < p->nPair; i++ ) {
    if( !probeMore(p->aPair[iBest % NEWS_PROBE_WINDOW],
                   p->aPair[i % NEWS_PROBE_WINDOW]) ) {
      iBest = i;
    }
  }
  probeChoose(p, iBest);
}

static void probePair(ProbeScan *p, u32 hash, u32 rank) {
  NewsProbe *pPair = &p->aPair[p->nPair % NEWS_PROBE_WINDOW];
  pPair->key = hash >> (32 - NEWS_PROBE_BITS);
  pPair->rank = rank;
  p->nPair++;
  if( p->nPair >= NEWS_PROBE_WINDOW ) probeWindow(p, NEWS_PROBE_WINDOW);
}

/* One more word or character, of which nOf are a pair. */
static void probeWord(ProbeScan *p, u32 hash, u32 weight, u32 nOf) {
  u32 i, x, rank = 0;
  if( p->nWord == nOf ) {
    memmove(p->aHash, &p->aHash[1], (nOf - 1) * sizeof(u32));
    memmove(p->aWeight, &p->aWeight[1], (nOf - 1) * sizeof(u32));
    p->nWord--;
  }
  p->aHash[p->nWord] = hash;
  p->aWeight[p->nWord++] = weight;
  if( p->nWord < nOf ) return;
  for( i = x = 0; i < nOf; i++ ) {
    x = newsHashPair(x, p->aHash[i]);
    rank += p->aWeight[i];
  }
  probePair(p, x, rank);
}

static void probeGrain(ProbeScan *p, const NewsGrain *pGrain) {
  int bLone = (pGrain->flags & NEWS_GRAIN_LONE) != 0;
  u32 w = newsWeight(pGrain->hash);
  if( bLone != p->bLone ) p->nWord = 0;
  p->bLone = (u8)bLone;
  if( bLone ) {
    probeWord(p, pGrain->hash, w, PROBE_LONE);
  } else if( w >= PROBE_LEAST && pGrain->nByte > 1 ) {
    probeWord(p, pGrain->hash, w, 2);
  }
}

/* A text of fewer words than a pair: all of them are one key. */
static void probeShort(ProbeScan *p, const u8 *z, u32 n) {
  NewsPass pass;
  NewsGrain a[PROBE_LONE];
  u32 i, x = 0, nRead;
  newsPassBegin(&pass, p->pArena, NEWS_PASS_APART, z, n);
  nRead = newsPassRead(&pass, a, PROBE_LONE);
  for( i = 0; i < nRead; i++ ) x = newsHashPair(x, a[i].hash);
  if( nRead ) {
    probePair(p, x, 0);
    probeWindow(p, 1);
  }
}

static int probeOrder(const void *a, const void *b) {
  const NewsProbe *pa = a, *pb = b;
  if( pa->key != pb->key ) return pa->key < pb->key ? -1 : 1;
  return pa->rank < pb->rank ? -1 : pa->rank > pb->rank;
}

/* Order by key, each key once. */
static void probeSort(NewsVec *pVec) {
  NewsProbe *a = pVec->a;
  u32 i, n = 0;
  if( pVec->n == 0 ) return;
  qsort(a, pVec->n, sizeof(*a), probeOrder);
  for( i = 1; i < pVec->n; i++ ) {
    if( a[i].key != a[n].key ) n++;
    a[n] = a[i];
  }
  pVec->n = n + 1;
}

void newsProbeFind(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pVec) {
  ProbeScan scan;
  NewsPass pass;
  NewsGrain a[NEWS_PASS_BATCH];
  u32 i, nRead;
  memset(&scan, 0, sizeof(scan));
  scan.pArena = pArena;
  scan.pVec = pVec;
  newsPassBegin(&pass, pArena, NEWS_PASS_APART, z, n);
  while( (nRead = newsPassRead(&pass, a, NEWS_PASS_BATCH)) > 0 ) {
    for( i = 0; i < nRead; i++ ) probeGrain(&scan, &a[i]);
  }
  if( scan.nPair == 0 ) {
    probeShort(&scan, z, n);
  } else if( scan.nPair < NEWS_PROBE_WINDOW ) {
    probeWindow(&scan, scan.nPair);
  }
  probeSort(pVec);
}
