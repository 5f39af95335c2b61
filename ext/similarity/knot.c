/*
** knot.c: see knot.h.
*/
#include "similarity/knot.h"

#include "similarity/bag.h"
#include "similarity/remark.h"

#define KNOT_FOR 10        /* Weight of what is for a pair; 1 is against it */
#define KNOT_PARTS (-1000) /* Weight of two parts of one */
#define KNOT_APART (-3000) /* ... of two that must stay apart */

/* What speaks for a pair: 0 or more; against it: less. What is said in other
** words may be the same, so that this tells less. A number or a "not" that one
** has and the other lacks tells much: more than five pairs that are nearly
** sure. But where a statement agrees with six or more wordings of a remark, and
** contradicts one, it is that one which was misread. */
static int knotWeight(u8 score) {
  int x = (score & ~NEWS_KNOT_MEET) - NEWS_KNOT_JOIN;
  if( x == NEWS_SAME_APART - NEWS_KNOT_JOIN ) return KNOT_APART;
  return x >= 0 ? (x + 1) * KNOT_FOR : x;
}

/* The clusters and what is between them. */
typedef struct Knot Knot;
struct Knot {
  u32 n;
  int *aw;                  /* n * n */
  u8 aTo[NEWS_KNOT_MOST];   /* Its cluster's first */
  u8 aBest[NEWS_KNOT_MOST]; /* The later cluster with most in favour */
};

/* Look for the best of the clusters behind i. */
static void knotBest(Knot *p, u32 i) {
  u32 j, iBest = i;
  for( j = i + 1; j < p->n; j++ ) {
    if( p->aTo[j] != j ) continue;
    if( iBest == i || p->aw[i * p->n + j] > p->aw[i * p->n + iBest] ) iBest = j;
  }
  p->aBest[i] = (u8)iBest;
}

/* The best of those behind i after b has gone into a, whose weight was w: no
** other has another weight. */
static void knotAgain(Knot *p, u32 i, u32 a, u32 b, int w) {
  const int *aw = &p->aw[i * p->n];
  u32 iBest = p->aBest[i];
  if( i == a || iBest == b || (iBest == a && aw[a] < w) ) {
    knotBest(p, i);
  } else if( i < a &&
             (aw[a] > aw[iBest] || (aw[a] == aw[iBest] && a < iBest)) ) {
    p->aBest[i] = (u8)a;
  }
}

/* Cluster b goes into a, a < b. */
static void knotJoin(Knot *p, u32 a, u32 b) {
  int aWas[NEWS_KNOT_MOST];
  u32 i, n = p->n;
  for( i = 0; i < n; i++ ) {
    if( p->aTo[i] == b ) p->aTo[i] = (u8)a;
    aWas[i] = p->aw[a * n + i];
    if( i == a || i == b ) continue;
    p->aw[a * n + i] += p->aw[b * n + i];
    p->aw[i * n + a] = p->aw[a * n + i];
  }
  for( i = 0; i < b; i++ ) {
    if( p->aTo[i] == i ) knotAgain(p, i, a, b, aWas[i]);
  }
}

/* Of statement x those that are like it and much shorter, into aPart: how
** many. */
static u32 knotShorter(const Knot *p, const u8 *aWord, u32 x, u8 *aPart) {
  u32 i, n = 0;
  for( i = 0; i < p->n; i++ ) {
    if( 3 * aWord[i] > 2 * aWord[x] || p->aw[x * p->n + i] <= 0 ) continue;
    aPart[n++] = (u8)i;
  }
  return n;
}

/* What speaks against two parts of x that are not alike, and not longer
** together by much. */
static void knotParts(Knot *p, const u8 *aWord, u32 x) {
  u8 aPart[NEWS_KNOT_MOST];
  u32 i, j, nPart = knotShorter(p, aWord, x, aPart);
  for( i = 1; i < nPart; i++ ) {
    for( j = 0; j < i; j++ ) {
      u32 a = aPart[i], b = aPart[j];
      int *pw = &p->aw[a * p->n + b];
      if( *pw != NEWS_SAME_UNLIKE - NEWS_KNOT_JOIN ) continue;
      if( 4 * (aWord[a] + aWord[b]) > 5 * aWord[x] ) continue;
      *pw = p->aw[b * p->n + a] = KNOT_PARTS;
    }
  }
}

void newsKnotCut(NewsArena *pArena, u32 n, const u8 *aWord, const u8 *aScore,
                 u8 *aOut) {
  Knot knot;
  u32 i, j;
  knot.n = n;
  knot.aw = newsBagAlloc(pArena, (u64)n * n * sizeof(int));
  if( knot.aw == 0 ) return;
  for( i = 1; i < n; i++ ) {
    for( j = 0; j < i; j++ ) {
      int w = knotWeight(*aScore++);
      knot.aw[i * n + j] = knot.aw[j * n + i] = w;
    }
  }
  for( i = 0; i < n; i++ ) knotParts(&knot, aWord, i);
  for( i = 0; i < n; i++ ) knot.aTo[i] = (u8)i;
  for( i = 0; i < n; i++ ) knotBest(&knot, i);
  for( ;; ) {
    u32 iBest = n;
    int w = 0;
    for( i = 0; i < n; i++ ) {
      int x = knot.aw[i * n + knot.aBest[i]];
      if( knot.aTo[i] != i || knot.aBest[i] == i || x <= w ) continue;
      iBest = i;
      w = x;
    }
    if( iBest == n ) break;
    knotJoin(&knot, iBest, knot.aBest[iBest]);
    newsArenaTick(pArena, n);
  }
  memcpy(aOut, knot.aTo, n);
  sqlite3_free(knot.aw);
}

void newsKnotParts(u32 n, const u8 *aScore, u8 *aOut) {
  u32 i, j, k;
  for( i = 0; i < n; i++ ) {
    aOut[i] = (u8)i;
    for( j = 0; j < i; j++ ) {
      u8 x = aOut[i], y = aOut[j];
      if( *aScore++ < NEWS_KNOT_JOIN + NEWS_KNOT_MEET || x == y ) continue;
      for( k = 0; k <= i; k++ ) {
        if( aOut[k] == NEWS_MAX(x, y) ) aOut[k] = NEWS_MIN(x, y);
      }
    }
  }
}
