/*
** probe.c: see probe.h.
*/
#include "similarity/probe.h"

#include "base/hash.h"
#include "base/number.h"
#include "similarity/pass.h"
#include "similarity/weight.h"

/* A word of less weight is passed over; one letter is no word. */
#define PROBE_LEAST 30
#define PROBE_LONE 4 /* Characters that stand for two words */

/* The last pairs, and which of them is chosen. */
typedef struct ProbeScan ProbeScan;
struct ProbeScan {
  NewsArena *pArena;
  NewsVec *pVec;
  u32 aHash[PROBE_LONE];        /* The last words, or characters */
  u32 nWord;                    /* How many there are */
  u8 bLone;                     /* They are characters */
  u32 aPair[NEWS_PROBE_WINDOW]; /* Pair i is at i % WINDOW */
  u32 nPair;                    /* So far */
  u32 nWindow;                  /* Pairs of which one is chosen */
  u32 iChosen;                  /* Number of the last one chosen, + 1 */
};

/* Choose among the last n pairs; of equal ones the last. */
static void probeWindow(ProbeScan *p, u32 n) {
  u32 i, iBest = p->nPair - n, *pNew;
  for( i = iBest + 1; i < p->nPair; i++ ) {
    if( p->aPair[i % NEWS_PROBE_WINDOW] <=
        p->aPair[iBest % NEWS_PROBE_WINDOW] ) {
      iBest = i;
    }
  }
  if( iBest < p->iChosen ) return;
  p->iChosen = iBest + 1;
  pNew = newsVecPush(p->pVec, p->pArena, sizeof(*pNew));
  if( pNew ) *pNew = p->aPair[iBest % NEWS_PROBE_WINDOW];
}

static void probePair(ProbeScan *p, u32 hash) {
  p->aPair[p->nPair++ % NEWS_PROBE_WINDOW] = hash >> (32 - NEWS_PROBE_BITS);
  if( p->nPair >= p->nWindow ) probeWindow(p, p->nWindow);
}

/* One more word or character, of which nOf are a pair. */
static void probeWord(ProbeScan *p, u32 hash, u32 nOf) {
  u32 i, x = 0;
  if( p->nWord == nOf ) {
    memmove(p->aHash, &p->aHash[1], (nOf - 1) * sizeof(u32));
    p->nWord--;
  }
  p->aHash[p->nWord++] = hash;
  if( p->nWord < nOf ) return;
  for( i = 0; i < nOf; i++ ) x = newsHashPair(x, p->aHash[i]);
  probePair(p, x);
}

static void probeGrain(ProbeScan *p, const NewsGrain *pGrain) {
  int bLone = (pGrain->flags & NEWS_GRAIN_LONE) != 0;
  if( bLone != p->bLone ) p->nWord = 0;
  p->bLone = (u8)bLone;
  if( bLone ) {
    probeWord(p, pGrain->hash, PROBE_LONE);
  } else if( pGrain->nByte > 1 && newsWeight(pGrain->hash) >= PROBE_LEAST ) {
    probeWord(p, pGrain->hash, 2);
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
    probePair(p, x);
    probeWindow(p, 1);
  }
}

void newsProbeFind(NewsArena *pArena, const u8 *z, u32 n, u32 nWindow,
                   NewsVec *pVec) {
  ProbeScan scan;
  NewsPass pass;
  NewsGrain a[NEWS_PASS_BATCH];
  u32 i, nRead;
  memset(&scan, 0, sizeof(scan));
  scan.pArena = pArena;
  scan.pVec = pVec;
  scan.nWindow = nWindow;
  newsPassBegin(&pass, pArena, NEWS_PASS_APART, z, n);
  while( (nRead = newsPassRead(&pass, a, NEWS_PASS_BATCH)) > 0 ) {
    for( i = 0; i < nRead; i++ ) probeGrain(&scan, &a[i]);
  }
  if( scan.nPair == 0 ) {
    probeShort(&scan, z, n);
  } else if( scan.nPair < nWindow ) {
    probeWindow(&scan, scan.nPair);
  }
  pVec->n = newsNumberOnce(pVec->a, pVec->n);
}
