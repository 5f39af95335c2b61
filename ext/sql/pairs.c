/*
** pairs.c: news_pairs(index [, minimum [, schema]]): which reports of an index
** share wording, each pair once.
**
** Every report is looked up, as wire(rowid) does, among those that are longer.
*/
#include <stdarg.h>
#include <stdlib.h>

#include "sql/search.h"
#include "sql/value.h"

#define PAIRS_LEAST 0.5

#define PAIRS_COLUMN_A 0
#define PAIRS_COLUMN_B 1 /* Then similarity, a_in_b, b_in_a */
#define PAIRS_COLUMN_SIMILARITY 2
#define PAIRS_COLUMN_A_IN_B 3
#define PAIRS_ARG_INDEX 5
#define PAIRS_ARG_MINIMUM 6
#define PAIRS_ARG_SCHEMA 7
#define PAIRS_ARGS 3

typedef struct PairsRow PairsRow;
struct PairsRow {
  i64 a, b;          /* a < b */
  NewsScores scores; /* Of a beside b */
};

typedef struct PairsTable PairsTable;
struct PairsTable {
  sqlite3_vtab base;
  NewsConn *pConn; /* Held */
};

typedef struct PairsCursor PairsCursor;
struct PairsCursor {
  sqlite3_vtab_cursor base;
  NewsVec vRow; /* of PairsRow, by a and b */
  u32 iRow;
  sqlite3_value *apArg[PAIRS_ARGS]; /* Copies; NULL: not given */
};

/*--------------------------------------------------------------- the table */

static int pairsConnect(sqlite3 *db, void *pAux, int argc,
                        const char *const *argv, sqlite3_vtab **ppVtab,
                        char **pzErr) {
  PairsTable *p;
  int rc = sqlite3_declare_vtab(
      db, "CREATE TABLE x(a INTEGER, b INTEGER, similarity REAL, a_in_b REAL,"
          " b_in_a REAL, \"index\" HIDDEN, minimum HIDDEN, schema HIDDEN)");
  NEWS_UNUSED(argc);
  NEWS_UNUSED(argv);
  NEWS_UNUSED(pzErr);
  if( rc ) return rc;
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  p = sqlite3_malloc64(sizeof(*p));
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  p->pConn = newsConnHold(pAux);
  *ppVtab = &p->base;
  return SQLITE_OK;
}

static int pairsDisconnect(sqlite3_vtab *pVtab) {
  newsConnDrop(((PairsTable *)pVtab)->pConn);
  sqlite3_free(pVtab);
  return SQLITE_OK;
}

/* idxNum has a bit for each argument that is given. */
static int pairsBest(sqlite3_vtab *pVtab, sqlite3_index_info *pInfo) {
  int aTerm[PAIRS_ARGS] = {-1, -1, -1};
  int i, nArg = 0;
  NEWS_UNUSED(pVtab);
  for( i = 0; i < pInfo->nConstraint; i++ ) {
    const struct sqlite3_index_constraint *pCons = &pInfo->aConstraint[i];
    int iArg = pCons->iColumn - PAIRS_ARG_INDEX;
    if( iArg < 0 || pCons->op != SQLITE_INDEX_CONSTRAINT_EQ ) continue;
    if( !pCons->usable ) return SQLITE_CONSTRAINT;
    aTerm[iArg] = i;
  }
  for( i = 0; i < PAIRS_ARGS; i++ ) {
    if( aTerm[i] < 0 ) continue;
    pInfo->aConstraintUsage[aTerm[i]].argvIndex = ++nArg;
    pInfo->aConstraintUsage[aTerm[i]].omit = 1;
    pInfo->idxNum |= 1 << i;
  }
  pInfo->estimatedCost = pInfo->idxNum & 1 ? 1e7 : 1e90;
  pInfo->estimatedRows = 100000;
  return SQLITE_OK;
}

/*------------------------------------------------------------- all the pairs */

static int pairsOrder(const void *a, const void *b) {
  const PairsRow *pa = a, *pb = b;
  if( pa->a != pb->a ) return pa->a < pb->a ? -1 : 1;
  return pa->b < pb->b ? -1 : pa->b > pb->b;
}

/* Note what looking up report iReport has found. */
static void pairsNote(NewsStore *p, i64 iReport, const NewsVec *pFound,
                      NewsVec *pRow) {
  const NewsSearchHit *a = pFound->a;
  u32 i;
  for( i = 0; i < pFound->n; i++ ) {
    int bFirst = iReport < a[i].iReport;
    PairsRow *pNew = newsVecPush(pRow, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) return;
    pNew->a = bFirst ? iReport : a[i].iReport;
    pNew->b = bFirst ? a[i].iReport : iReport;
    pNew->scores = a[i].scores;
    if( bFirst ) continue;
    pNew->scores.rIn = a[i].scores.rHas;
    pNew->scores.rHas = a[i].scores.rIn;
  }
}

static void pairsFind(NewsIndex *p, double rLeast, NewsVec *pRow) {
  NewsStore *pStore = &p->store;
  NewsVec vFound = {0};
  sqlite3_stmt *pAll = newsStorePrepare(
      pStore, newsStoreSql(pStore, "SELECT id FROM @report ORDER BY id"), 1);
  while( newsStoreStep(pStore, pAll) ) {
    i64 iReport = sqlite3_column_int64(pAll, 0);
    vFound.n = 0;
    newsSearchPairs(p, iReport, rLeast, &vFound);
    pairsNote(pStore, iReport, &vFound, pRow);
    newsStoreRest(pStore);
  }
  sqlite3_finalize(pAll);
  newsVecFree(&vFound);
  if( pRow->n ) qsort(pRow->a, pRow->n, sizeof(PairsRow), pairsOrder);
}

/*--------------------------------------------------------------- arguments */

static int pairsError(PairsCursor *p, const char *zFormat, ...) {
  sqlite3_vtab *pVtab = p->base.pVtab;
  va_list ap;
  sqlite3_free(pVtab->zErrMsg);
  va_start(ap, zFormat);
  pVtab->zErrMsg = sqlite3_vmprintf(zFormat, ap);
  va_end(ap);
  return pVtab->zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
}

/* The index of a name, among those of the connection. */
static NewsIndex *pairsIndex(NewsConn *pConn, const char *zDb,
                             const char *zName) {
  NewsIndex *p = pConn->pIndex;
  while( p && (sqlite3_stricmp(p->store.zDb, zDb) ||
               sqlite3_stricmp(p->store.zName, zName)) ) {
    p = p->pNext;
  }
  return p;
}

/*
** Open the index that is asked for, in *pp. A statement over it, *ppHold, keeps
** it connected; it is also what connects it.
*/
static int pairsOpenIndex(PairsCursor *p, sqlite3_stmt **ppHold,
                          NewsIndex **pp) {
  NewsConn *pConn = ((PairsTable *)p->base.pVtab)->pConn;
  const char *zName = (const char *)sqlite3_value_text(p->apArg[0]);
  const char *zDb = "main";
  char *zSql;
  int rc;
  if( p->apArg[2] && sqlite3_value_type(p->apArg[2]) != SQLITE_NULL ) {
    zDb = (const char *)sqlite3_value_text(p->apArg[2]);
  }
  if( zName == 0 || zDb == 0 ) return SQLITE_NOMEM;
  zSql = sqlite3_mprintf("SELECT rowid FROM \"%w\".\"%w\"", zDb, zName);
  if( zSql == 0 ) return SQLITE_NOMEM;
  rc = sqlite3_prepare_v2(pConn->db, zSql, -1, ppHold, 0);
  sqlite3_free(zSql);
  *pp = rc ? 0 : pairsIndex(pConn, zDb, zName);
  if( *pp ) return SQLITE_OK;
  if( (rc & 0xff) != SQLITE_OK && (rc & 0xff) != SQLITE_ERROR ) {
    pairsError(p, "%s", sqlite3_errmsg(pConn->db));
    return rc;
  }
  return pairsError(p,
                    "news_pairs: index must be a news_index of the schema"
                    " \"%.*s\", not \"%.*s\"",
                    newsValueShown(zDb, strlen(zDb), NEWS_VALUE_SHOWN), zDb,
                    newsValueShown(zName, strlen(zName), NEWS_VALUE_SHOWN),
                    zName);
}

/* The minimum, into *pr. */
static int pairsMinimum(PairsCursor *p, double *pr) {
  sqlite3_value *pVal = p->apArg[1];
  int eType = pVal ? sqlite3_value_type(pVal) : SQLITE_NULL;
  const char *z;
  int nShown;
  *pr = PAIRS_LEAST;
  if( eType == SQLITE_NULL ) return SQLITE_OK;
  *pr = sqlite3_value_double(pVal);
  if( (eType == SQLITE_FLOAT || eType == SQLITE_INTEGER) && *pr > 0.0 &&
      *pr <= 1.0 ) {
    return SQLITE_OK;
  }
  nShown = newsValueShow(pVal, &z);
  return pairsError(p,
                    "news_pairs: minimum must be a number above 0, at most 1,"
                    " not \"%.*s\"",
                    nShown, z);
}

/*---------------------------------------------------------------- the cursor */

static int pairsOpen(sqlite3_vtab *pVtab, sqlite3_vtab_cursor **ppCursor) {
  PairsCursor *p = sqlite3_malloc64(sizeof(*p));
  NEWS_UNUSED(pVtab);
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  *ppCursor = &p->base;
  return SQLITE_OK;
}

static void pairsEmpty(PairsCursor *p) {
  int i;
  for( i = 0; i < PAIRS_ARGS; i++ ) {
    sqlite3_value_free(p->apArg[i]);
    p->apArg[i] = 0;
  }
  newsVecFree(&p->vRow);
  p->iRow = 0;
}

static int pairsClose(sqlite3_vtab_cursor *pCursor) {
  pairsEmpty((PairsCursor *)pCursor);
  sqlite3_free(pCursor);
  return SQLITE_OK;
}

static int pairsFilter(sqlite3_vtab_cursor *pCursor, int idxNum,
                       const char *idxStr, int argc, sqlite3_value **argv) {
  PairsCursor *p = (PairsCursor *)pCursor;
  sqlite3_stmt *pHold = 0;
  NewsIndex *pIndex = 0;
  double rLeast;
  int i, n = 0, rc;
  NEWS_UNUSED(idxStr);
  NEWS_UNUSED(argc);
  pairsEmpty(p);
  for( i = 0; i < PAIRS_ARGS; i++ ) {
    if( (idxNum & (1 << i)) == 0 ) continue;
    p->apArg[i] = sqlite3_value_dup(argv[n++]);
    if( p->apArg[i] == 0 ) return SQLITE_NOMEM;
  }
  if( p->apArg[0] == 0 ) {
    return pairsError(p, "news_pairs: argument 1 is missing: %s",
                      "news_pairs(index [, minimum [, schema]])");
  }
  if( sqlite3_value_type(p->apArg[0]) == SQLITE_NULL ) return SQLITE_OK;
  rc = pairsMinimum(p, &rLeast);
  if( rc == SQLITE_OK ) rc = pairsOpenIndex(p, &pHold, &pIndex);
  if( rc == SQLITE_OK ) {
    newsStoreBegin(&pIndex->store);
    pairsFind(pIndex, rLeast, &p->vRow);
    rc = newsStoreEnd(&pIndex->store, &p->base.pVtab->zErrMsg);
  }
  sqlite3_finalize(pHold);
  return rc;
}

static int pairsNext(sqlite3_vtab_cursor *pCursor) {
  ((PairsCursor *)pCursor)->iRow++;
  return SQLITE_OK;
}

static int pairsEof(sqlite3_vtab_cursor *pCursor) {
  PairsCursor *p = (PairsCursor *)pCursor;
  return p->iRow >= p->vRow.n;
}

static int pairsRowid(sqlite3_vtab_cursor *pCursor, sqlite3_int64 *piRowid) {
  *piRowid = (i64)((PairsCursor *)pCursor)->iRow + 1;
  return SQLITE_OK;
}

static int pairsColumn(sqlite3_vtab_cursor *pCursor, sqlite3_context *pCtx,
                       int i) {
  PairsCursor *p = (PairsCursor *)pCursor;
  const PairsRow *pRow = &((PairsRow *)p->vRow.a)[p->iRow];
  if( i >= PAIRS_ARG_INDEX ) {
    sqlite3_value *pVal = p->apArg[i - PAIRS_ARG_INDEX];
    if( pVal ) sqlite3_result_value(pCtx, pVal);
  } else if( i <= PAIRS_COLUMN_B ) {
    sqlite3_result_int64(pCtx, i == PAIRS_COLUMN_A ? pRow->a : pRow->b);
  } else if( i == PAIRS_COLUMN_SIMILARITY ) {
    sqlite3_result_double(pCtx, pRow->scores.rSimilarity);
  } else {
    sqlite3_result_double(pCtx, i == PAIRS_COLUMN_A_IN_B ? pRow->scores.rIn
                                                         : pRow->scores.rHas);
  }
  return SQLITE_OK;
}

static const sqlite3_module pairsModule = {
    .xConnect = pairsConnect,
    .xBestIndex = pairsBest,
    .xDisconnect = pairsDisconnect,
    .xOpen = pairsOpen,
    .xClose = pairsClose,
    .xFilter = pairsFilter,
    .xNext = pairsNext,
    .xEof = pairsEof,
    .xColumn = pairsColumn,
    .xRowid = pairsRowid,
};

static void pairsFree(void *pArg) { newsConnDrop(pArg); }

int newsPairsRegister(NewsConn *pConn) {
  return sqlite3_create_module_v2(pConn->db, "news_pairs", &pairsModule,
                                  newsConnHold(pConn), pairsFree);
}

void newsPairsForget(NewsConn *pConn) {
  sqlite3_create_module_v2(pConn->db, "news_pairs", 0, 0, 0);
}
