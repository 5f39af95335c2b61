/*
** passage.c: see passage.h.
*/
#include "similarity/passage.h"

#include "similarity/bag.h"

#define PL_BACK 16  /* Passages before one that are looked at */
#define PL_LONG 600 /* Bytes of a passage that is a row wherever it stands */
#define PL_SURE 900 /* Score of a passage whose parts match, too */
#define PL_SIGNS 4  /* Bytes that make no difference: signs at its ends */

/* The order of the rows, besides those by a text alone. */
#define PL_ROWS 2

static int plLess(const NewsPassage *a, const NewsPassage *b, int k) {
  return newsSpanLen(a->aBytes[k]) < newsSpanLen(b->aBytes[k]);
}

/* Whether a goes behind b: by where they begin in a text, the longer first; as
** rows, by where they begin in the first and then in the other. */
static int plAfter(const NewsPassage *a, const NewsPassage *b, int eOrder) {
  int k = eOrder == PL_ROWS ? 0 : eOrder;
  if( a->aBytes[k].iFrom != b->aBytes[k].iFrom ) {
    return a->aBytes[k].iFrom > b->aBytes[k].iFrom;
  }
  if( eOrder != PL_ROWS && a->aBytes[k].iTo != b->aBytes[k].iTo ) {
    return plLess(a, b, k);
  }
  k = 1 - k;
  if( a->aBytes[k].iFrom != b->aBytes[k].iFrom ) {
    return a->aBytes[k].iFrom > b->aBytes[k].iFrom;
  }
  return plLess(a, b, 1 - k) || (!plLess(b, a, 1 - k) && plLess(a, b, k));
}

/* Sort by merging runs of doubling length: in order whatever it was. */
static void plOrder(NewsArena *pArena, NewsPassage *a, u32 n, int eOrder) {
  NewsPassage *aTo = newsBagAlloc(pArena, (u64)n * sizeof(*a));
  NewsPassage *aFrom = a, *aSwap;
  u32 nRun, i, j, k, m;
  if( aTo == 0 ) return;
  for( nRun = 1; nRun < n; nRun *= 2 ) {
    for( m = 0; m < n; m = k ) {
      u32 iMid = NEWS_MIN(m + nRun, n), iEnd = NEWS_MIN(m + 2 * nRun, n);
      for( i = k = m, j = iMid; k < iEnd; k++ ) {
        int bLeft =
            j >= iEnd || (i < iMid && !plAfter(&aFrom[i], &aFrom[j], eOrder));
        aTo[k] = bLeft ? aFrom[i++] : aFrom[j++];
      }
    }
    aSwap = aFrom;
    aFrom = aTo;
    aTo = aSwap;
    newsArenaTick(pArena, n);
  }
  if( aFrom != a ) memcpy(a, aFrom, (size_t)n * sizeof(*a));
  sqlite3_free(aFrom != a ? aFrom : aTo);
}

/* Drop what lies within another passage in both texts. */
static u32 plInner(NewsPassage *a, u32 n) {
  u32 i, j, m = 0;
  for( i = 0; i < n; i++ ) {
    int bIn = 0;
    for( j = m; j > 0 && m - j < PL_BACK && !bIn; j-- ) {
      bIn = newsSpanWithin(a[i].aBytes[0], a[j - 1].aBytes[0]) &&
            newsSpanWithin(a[i].aBytes[1], a[j - 1].aBytes[1]);
    }
    if( !bIn ) a[m++] = a[i];
  }
  return m;
}

/* Whether one passage is a part of what another is in a text, which matches
** there as well. */
static int plIsPart(const NewsPassage *p, const NewsPassage *pOf, int iText) {
  u32 n = newsSpanLen(p->aBytes[iText]);
  return n < PL_LONG && n + PL_SIGNS < newsSpanLen(pOf->aBytes[iText]) &&
         (p->eKind >= pOf->eKind || pOf->score >= PL_SURE) &&
         newsSpanWithin(p->aBytes[iText], pOf->aBytes[iText]);
}

/* Drop what is part of another passage in one text; they are sorted by it. */
static u32 plSecond(NewsPassage *a, u32 n, int iText) {
  u32 i, j, m = 0;
  for( i = 0; i < n; i++ ) {
    int bPart = 0;
    for( j = m; j > 0 && m - j < PL_BACK && !bPart; j-- ) {
      bPart = plIsPart(&a[i], &a[j - 1], iText);
    }
    if( !bPart ) a[m++] = a[i];
  }
  return m;
}

void newsPassageRows(NewsArena *pArena, NewsVec *pVec, int bEvery) {
  NewsPassage *a = pVec->a;
  int k;
  if( pVec->n == 0 ) return;
  for( k = 1; k >= 0 && pArena->rc == SQLITE_OK; k-- ) {
    plOrder(pArena, a, pVec->n, k);
    pVec->n = plInner(a, pVec->n);
    if( !bEvery ) pVec->n = plSecond(a, pVec->n, k);
  }
  plOrder(pArena, a, pVec->n, PL_ROWS);
}
