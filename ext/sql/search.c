/*
** search.c: see search.h.
*/
#include "sql/search.h"

#include <stdlib.h>

#include "similarity/probe.h"
#include "sql/list.h"
#include "sql/schema.h"
#include "sql/value.h"

#define SEARCH_LEAST 64  /* Keys of a text that are looked up, if it has them */
#define SEARCH_MOST 128  /* ... at most, */
#define SEARCH_SHARE 4   /* ... else one of so many */
#define SEARCH_SHORT 600 /* Bytes of a text of which all keys are looked up */
#define SEARCH_LIST 1000 /* A longer list tells nothing */
#define SEARCH_SPARE 6   /* Candidates compared beyond the results asked for */

#define SEARCH_REPORT 0
#define SEARCH_WORDS 1

static const char *const azSearchSql[] = {
    "SELECT r.id, r.n_words FROM @doc AS d JOIN @report AS r ON r.id = d.report"
    " WHERE d.serial = ?1",
    "SELECT n_words FROM @report WHERE id = ?1",
};
NEWS_SET_FITS(azSearchSql);

/* A report that shares keys with the text. */
typedef struct SearchHit SearchHit;
struct SearchHit {
  u32 iSerial;
  u32 weight; /* What the keys tell */
  u32 nKey;   /* How many they are */
};

static double searchScore(const NewsSearchHit *p) {
  return NEWS_MAX(p->scores.rSimilarity, p->scores.rIn);
}

static int searchOrder(const void *a, const void *b) {
  const NewsSearchHit *pa = a, *pb = b;
  double ra = searchScore(pa), rb = searchScore(pb);
  if( ra != rb ) return ra > rb ? -1 : 1;
  ra = pa->scores.rSimilarity;
  rb = pb->scores.rSimilarity;
  if( ra != rb ) return ra > rb ? -1 : 1;
  return pa->iReport < pb->iReport ? -1 : pa->iReport > pb->iReport;
}

static int searchHitOrder(const void *a, const void *b) {
  const SearchHit *pa = a, *pb = b;
  if( pa->weight != pb->weight ) return pa->weight > pb->weight ? -1 : 1;
  return pa->iSerial < pb->iSerial ? -1 : pa->iSerial > pb->iSerial;
}

/*------------------------------------------------------------- candidates */

/* What one key of a list of n items tells: the shorter the more. */
static u32 searchWeight(u32 n) {
  u32 w = 24;
  while( n > 0 ) {
    n >>= 1;
    w -= 2;
  }
  return w;
}

/* Count the items of the list of a key for their reports. 1 if it tells. */
static int searchKey(NewsStore *p, u32 key, NewsBag *pBag, NewsVec *pItem) {
  const u32 *aItem;
  u32 i, n;
  pItem->n = 0;
  n = newsListFind(p, NEWS_LIST_REPORT, key, SEARCH_LIST, pItem);
  aItem = pItem->a;
  for( i = 0; i < pItem->n; i++ ) {
    NewsBagSlot *pSlot = newsBagAdd(pBag, aItem[i], 0, searchWeight(n));
    if( pSlot ) pSlot->w++;
  }
  newsArenaTick(&p->arena, n);
  return n <= SEARCH_LIST;
}

/* The keys to look up: of a short text all, so that whatever was chosen of
** these words elsewhere is among them; of a long one more than of others, as
** what it shares may be a small part of it. */
static void searchKeys(NewsStore *p, const NewsSearchFor *pFor, NewsVec *pKey) {
  u32 nWindow = pFor->n <= SEARCH_SHORT ? 1 : NEWS_PROBE_WINDOW;
  u32 n;
  newsProbeFind(&p->arena, pFor->z, pFor->n, nWindow, pKey);
  n = NEWS_MIN(pKey->n / SEARCH_SHARE, SEARCH_MOST);
  pKey->n = NEWS_MIN(pKey->n, NEWS_MAX(n, SEARCH_LEAST));
}

/* The reports that share keys, most telling first; how many keys tell. */
static u32 searchHits(NewsStore *p, const NewsSearchFor *pFor, NewsVec *pHit) {
  NewsVec vProbe = {0}, vItem = {0};
  NewsBag bag;
  const NewsBagSlot *pSlot;
  u32 i, nTell = 0;
  searchKeys(p, pFor, &vProbe);
  newsBagInit(&bag, &p->arena);
  for( i = 0; i < vProbe.n && newsStoreOk(p); i++ ) {
    nTell += searchKey(p, ((u32 *)vProbe.a)[i], &bag, &vItem);
  }
  for( i = 0; newsStoreOk(p) && (pSlot = newsBagNext(&bag, &i)) != 0; ) {
    SearchHit *pNew = newsVecPush(pHit, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) break;
    pNew->iSerial = pSlot->key;
    pNew->weight = pSlot->an[0];
    pNew->nKey = pSlot->w;
  }
  if( pHit->n ) qsort(pHit->a, pHit->n, sizeof(SearchHit), searchHitOrder);
  newsBagFree(&bag);
  newsVecFree(&vProbe);
  newsVecFree(&vItem);
  return nTell;
}

/*-------------------------------------------------------------- comparison */

/* The report with a serial, if it is one to be compared: 0 where it is not
** there any more, or is left out. */
static int searchSerial(NewsStore *p, const NewsSearchFor *pFor, u32 iSerial,
                        i64 *piReport) {
  sqlite3_stmt *pStmt =
      newsStoreStmtOf(p, NEWS_SET_SEARCH, azSearchSql, SEARCH_REPORT, iSerial);
  i64 nWord;
  if( !newsStoreStep(p, pStmt) ) return 0;
  *piReport = sqlite3_column_int64(pStmt, 0);
  nWord = sqlite3_column_int64(pStmt, 1);
  newsStoreReset(p, pStmt);
  if( !pFor->bNot ) return 1;
  if( *piReport == pFor->iNot || nWord < pFor->nWord ) return 0;
  return nWord > pFor->nWord || pFor->nWord == 0 || *piReport > pFor->iNot;
}

/* Compare the text with a report; 1 if it is a result. */
static int searchCompare(NewsIndex *p, const NewsSearchFor *pFor,
                         NewsMeasureQuery *pQuery, NewsSearchHit *pFound) {
  sqlite3_stmt *pStmt = newsContentNeed(p, &p->pContent, pFound->iReport);
  const u8 *z;
  double r;
  u32 n;
  if( pStmt == 0 ) return 0;
  newsContentText(p, pStmt, &z, &n);
  if( z ) newsMeasureWith(pQuery, z, n, &pFound->scores);
  newsStoreReset(&p->store, pStmt);
  r = searchScore(pFound);
  if( pFor->nWord ) r = NEWS_MAX(r, pFound->scores.rHas);
  return newsStoreOk(&p->store) && r > 0.0 && r >= pFor->rLeast;
}

/* Leave of the candidates those worth comparing, and tell how many of them are
** to be, at most: where all of some score are wanted, all that have a fifth of
** the keys that such ones have at least on average. */
static u32 searchMost(const NewsSearchFor *pFor, NewsVec *pHit, u32 nTell) {
  const SearchHit *a = pHit->a;
  u32 i, n = 0;
  u32 nLeast = (u32)(nTell * pFor->rLeast / 5);
  if( pFor->rLeast == 0.0 ) {
    return NEWS_MIN(pHit->n, pFor->nBest + pFor->nBest / 4 + SEARCH_SPARE);
  }
  for( i = 0; i < pHit->n; i++ ) {
    if( a[i].nKey >= nLeast ) n = i + 1;
  }
  pHit->n = n;
  return n;
}

void newsSearchFind(NewsIndex *p, const NewsSearchFor *pFor, NewsVec *pVec) {
  NewsVec vHit = {0};
  NewsMeasureQuery query;
  NewsArena *pArena = &p->store.arena;
  u32 i, n;
  if( pFor->z == 0 || pFor->nBest == 0 ) return;
  newsSchemaCheck(&p->store);
  n = searchHits(&p->store, pFor, &vHit);
  n = searchMost(pFor, &vHit, n);
  newsMeasureBegin(&query, pArena, pFor->z, pFor->n);
  for( i = 0; i < vHit.n && n > 0 && newsStoreOk(&p->store); i++ ) {
    NewsSearchHit found = {0, {0.0, 0.0, 0.0}}, *pNew;
    u32 iSerial = ((SearchHit *)vHit.a)[i].iSerial;
    if( !searchSerial(&p->store, pFor, iSerial, &found.iReport) ) continue;
    n--;
    if( !searchCompare(p, pFor, &query, &found) ) continue;
    pNew = newsVecPush(pVec, pArena, sizeof(*pNew));
    if( pNew ) *pNew = found;
  }
  if( pVec->n ) qsort(pVec->a, pVec->n, sizeof(NewsSearchHit), searchOrder);
  pVec->n = NEWS_MIN(pVec->n, pFor->nBest);
  newsMeasureEnd(&query);
  newsVecFree(&vHit);
}

/* The number of words of a report; -1: there is none. */
static i64 searchWords(NewsStore *p, i64 iReport) {
  sqlite3_stmt *pStmt =
      newsStoreStmtOf(p, NEWS_SET_SEARCH, azSearchSql, SEARCH_WORDS, iReport);
  return newsStoreInt(p, pStmt, -1);
}

static void searchReport(NewsIndex *p, NewsSearchFor *pFor, NewsVec *pVec) {
  sqlite3_stmt *pStmt = newsContentNeed(p, &p->pContent, pFor->iNot);
  const u8 *z;
  if( pStmt == 0 ) return;
  newsContentText(p, pStmt, &z, &pFor->n);
  if( z ) {
    pFor->z =
        (const u8 *)newsArenaDup(&p->store.arena, (const char *)z, pFor->n);
  }
  newsStoreReset(&p->store, pStmt);
  newsSearchFind(p, pFor, pVec);
}

void newsSearchReport(NewsIndex *p, i64 iReport, u32 nBest, NewsVec *pVec) {
  NewsSearchFor what = {0, 0, iReport, 1, nBest, 0, 0.0};
  if( searchWords(&p->store, iReport) < 0 ) return;
  searchReport(p, &what, pVec);
}

void newsSearchPairs(NewsIndex *p, i64 iReport, double rLeast, NewsVec *pVec) {
  NewsSearchFor what = {0, 0, iReport, 1, 0x7fffffff, 0, rLeast};
  what.nWord = searchWords(&p->store, iReport);
  if( what.nWord > 0 ) searchReport(p, &what, pVec);
}
