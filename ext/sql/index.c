/*
** index.c: the methods of the virtual table news_index: see index.h.
**
** Plans (idxNum), and the values that come to xFilter in this order:
**
**   PLAN_QUERY   self = ?   the reports that share wording with a text, or
**                           with the report of that rowid, best first
**   PLAN_N       n = ?      so many of them (100)
**   PLAN_ROWID   rowid = ?  one report
**
** Without PLAN_QUERY all reports, by rowid. A rowid is not left out of what
** SQLite compares itself; with PLAN_QUERY it is all that compares it.
*/
#include "sql/index.h"

#include "sql/list.h"
#include "sql/schema.h"
#include "sql/search.h"
#include "sql/value.h"

#define PLAN_QUERY 1
#define PLAN_N 2
#define PLAN_ROWID 4

#define INDEX_BEST 100 /* Results where n is not given */

#define INDEX_HALF "a change failed half-way in this transaction: ROLLBACK it"

typedef struct IndexCursor IndexCursor;
struct IndexCursor {
  sqlite3_vtab_cursor base;
  sqlite3_stmt *pRow;     /* id and event of one report, or of all. Owned */
  sqlite3_stmt *pContent; /* Its columns. Owned */
  u8 bScan;               /* pRow is at the row; else it is vFound's */
  u8 bEof;
  u8 bContent; /* pContent is at the row */
  i64 iReport;
  NewsVec vFound; /* of NewsSearchHit */
  u32 iFound;
  i64 nAsked;
};

static NewsIndex *indexOf(sqlite3_vtab_cursor *p) {
  return (NewsIndex *)p->pVtab;
}

static int indexEnd(NewsIndex *p) {
  return newsStoreEnd(&p->store, &p->base.zErrMsg);
}

/*------------------------------------------------------ create and connect */

static void indexFree(NewsIndex *p) {
  NewsIndex **pp = p->store.pConn ? &p->store.pConn->pIndex : 0;
  for( ; pp && *pp; pp = &(*pp)->pNext ) {
    if( *pp != p ) continue;
    *pp = p->pNext;
    break;
  }
  sqlite3_finalize(p->pContent);
  newsIndexArgsFree(&p->args);
  if( p->store.pConn ) newsStoreFree(&p->store);
  sqlite3_free(p);
}

static int indexDeclare(NewsIndex *p) {
  sqlite3_str *pStr = sqlite3_str_new(p->store.db);
  char *z;
  int i, rc;
  sqlite3_str_appendall(pStr, "CREATE TABLE x(");
  for( i = 0; i < p->args.nRole; i++ ) {
    sqlite3_str_appendf(pStr, "%s, ", newsRoleName(p->args.aRole[i]));
  }
  sqlite3_str_appendf(pStr,
                      "\"%w\" HIDDEN, n HIDDEN, similarity REAL HIDDEN,"
                      " containment REAL HIDDEN, event INTEGER HIDDEN)",
                      p->store.zName);
  z = sqlite3_str_finish(pStr);
  rc = z ? sqlite3_declare_vtab(p->store.db, z) : SQLITE_NOMEM;
  sqlite3_free(z);
  if( rc == SQLITE_OK ) {
    rc = sqlite3_vtab_config(p->store.db, SQLITE_VTAB_CONSTRAINT_SUPPORT, 1);
  }
  if( rc == SQLITE_OK ) {
    rc = sqlite3_vtab_config(p->store.db, SQLITE_VTAB_INNOCUOUS);
  }
  return rc;
}

static int indexNew(NewsConn *pConn, int bCreate, int argc,
                    const char *const *argv, sqlite3_vtab **ppVtab,
                    char **pzErr) {
  NewsIndex *p = sqlite3_malloc64(sizeof(*p));
  int rc;
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  p->iSavepoint = -1;
  p->iHalf = NEWS_WHOLE;
  rc = newsIndexArgs(&p->args, argv[2], argc - 3, &argv[3], pzErr);
  if( rc == SQLITE_OK ) rc = newsStoreInit(&p->store, pConn, argv[1], argv[2]);
  if( rc == SQLITE_OK && bCreate ) {
    newsStoreBegin(&p->store);
    newsSchemaCreate(&p->store, p->args.zContent == 0);
    newsContentTest(p);
    rc = newsStoreEnd(&p->store, pzErr);
  }
  if( rc == SQLITE_OK ) rc = indexDeclare(p);
  if( rc ) {
    indexFree(p);
    return rc;
  }
  p->pNext = pConn->pIndex;
  pConn->pIndex = p;
  *ppVtab = &p->base;
  return SQLITE_OK;
}

static int indexCreate(sqlite3 *db, void *pAux, int argc,
                       const char *const *argv, sqlite3_vtab **ppVtab,
                       char **pzErr) {
  NEWS_UNUSED(db);
  return indexNew(pAux, 1, argc, argv, ppVtab, pzErr);
}

static int indexConnect(sqlite3 *db, void *pAux, int argc,
                        const char *const *argv, sqlite3_vtab **ppVtab,
                        char **pzErr) {
  NEWS_UNUSED(db);
  return indexNew(pAux, 0, argc, argv, ppVtab, pzErr);
}

static int indexDisconnect(sqlite3_vtab *pVtab) {
  indexFree((NewsIndex *)pVtab);
  return SQLITE_OK;
}

/* Finalize what is kept, before tables change under it. */
static void indexRelease(NewsIndex *p) {
  newsStoreForget(&p->store);
  sqlite3_finalize(p->pContent);
  p->pContent = 0;
}

static int indexDestroy(sqlite3_vtab *pVtab) {
  NewsIndex *p = (NewsIndex *)pVtab;
  int rc;
  if( p->store.nDeep ) return SQLITE_LOCKED; /* From within its own work */
  indexRelease(p);
  newsStoreBegin(&p->store);
  newsSchemaDrop(&p->store);
  rc = indexEnd(p);
  if( rc == SQLITE_OK ) indexFree(p);
  return rc;
}

static int indexRename(sqlite3_vtab *pVtab, const char *zNew) {
  NewsIndex *p = (NewsIndex *)pVtab;
  char *zName;
  int rc;
  if( p->store.nDeep ) return SQLITE_LOCKED;
  zName = sqlite3_mprintf("%s", zNew);
  if( zName == 0 ) return SQLITE_NOMEM;
  indexRelease(p);
  newsStoreBegin(&p->store);
  if( !newsIndexMayBe(&p->args, zNew) ) {
    newsStoreFail(&p->store, SQLITE_ERROR,
                  "the index has a column of the name \"%.*s\"",
                  newsValueShown(zNew, strlen(zNew), NEWS_VALUE_SHOWN), zNew);
  }
  newsSchemaRename(&p->store, p->args.zContent == 0, zNew);
  rc = indexEnd(p);
  if( rc ) {
    sqlite3_free(zName);
    return rc;
  }
  sqlite3_free(p->store.zName);
  p->store.zName = zName;
  return SQLITE_OK;
}

static int indexShadow(const char *zSuffix) { return newsSchemaHas(zSuffix); }

/*-------------------------------------------------------------------- plans */

/* Terms of a WHERE clause by what they are about, -1: none. */
typedef struct IndexTerms IndexTerms;
struct IndexTerms {
  int iQuery;
  int iN;
  int iRowid;
  int bUnusable; /* A value of query or n comes later */
};

static void indexTerms(const NewsIndex *p, const sqlite3_index_info *pInfo,
                       IndexTerms *pTerms) {
  int i, iSelf = p->args.nRole + NEWS_HIDDEN_SELF;
  pTerms->iQuery = pTerms->iN = pTerms->iRowid = -1;
  pTerms->bUnusable = 0;
  for( i = 0; i < pInfo->nConstraint; i++ ) {
    const struct sqlite3_index_constraint *pCons = &pInfo->aConstraint[i];
    int iCol = pCons->iColumn;
    int bMatch = pCons->op == SQLITE_INDEX_CONSTRAINT_MATCH && iCol == iSelf;
    if( pCons->op != SQLITE_INDEX_CONSTRAINT_EQ && !bMatch ) continue;
    if( iCol >= 0 && iCol != iSelf && iCol != iSelf + NEWS_HIDDEN_N ) continue;
    if( !pCons->usable ) {
      pTerms->bUnusable |= iCol >= 0;
    } else if( iCol < 0 ) {
      pTerms->iRowid = i;
    } else if( iCol == iSelf ) {
      pTerms->iQuery = i;
    } else {
      pTerms->iN = i;
    }
  }
}

static void indexUse(sqlite3_index_info *pInfo, int iTerm, int mPlan, int bOmit,
                     int *pnArg) {
  if( iTerm < 0 ) return;
  pInfo->aConstraintUsage[iTerm].argvIndex = ++*pnArg;
  pInfo->aConstraintUsage[iTerm].omit = (u8)bOmit;
  pInfo->idxNum |= mPlan;
}

static int indexBest(sqlite3_vtab *pVtab, sqlite3_index_info *pInfo) {
  IndexTerms terms;
  int nArg = 0;
  indexTerms((NewsIndex *)pVtab, pInfo, &terms);
  if( terms.bUnusable ) return SQLITE_CONSTRAINT;
  indexUse(pInfo, terms.iQuery, PLAN_QUERY, 1, &nArg);
  if( terms.iQuery >= 0 ) {
    indexUse(pInfo, terms.iN, PLAN_N, 1, &nArg);
    pInfo->estimatedCost = 10000.0;
    pInfo->estimatedRows = INDEX_BEST;
    return SQLITE_OK;
  }
  indexUse(pInfo, terms.iRowid, PLAN_ROWID, 0, &nArg);
  pInfo->estimatedCost = terms.iRowid >= 0 ? 10.0 : 1e6;
  pInfo->estimatedRows = terms.iRowid >= 0 ? 1 : 100000;
  if( terms.iRowid >= 0 ) pInfo->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
  if( pInfo->nOrderBy == 1 && pInfo->aOrderBy[0].iColumn < 0 &&
      !pInfo->aOrderBy[0].desc ) {
    pInfo->orderByConsumed = 1;
  }
  return SQLITE_OK;
}

/*--------------------------------------------------------------- the cursor */

static int indexOpen(sqlite3_vtab *pVtab, sqlite3_vtab_cursor **ppCursor) {
  IndexCursor *p = sqlite3_malloc64(sizeof(*p));
  NEWS_UNUSED(pVtab);
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  p->bEof = 1;
  *ppCursor = &p->base;
  return SQLITE_OK;
}

static void indexEmpty(IndexCursor *p) {
  sqlite3_finalize(p->pRow);
  sqlite3_finalize(p->pContent);
  p->pRow = p->pContent = 0;
  p->bContent = 0;
  p->bEof = 1;
  p->bScan = 0;
  newsVecFree(&p->vFound);
  p->iFound = 0;
}

static int indexClose(sqlite3_vtab_cursor *pCursor) {
  indexEmpty((IndexCursor *)pCursor);
  sqlite3_free(pCursor);
  return SQLITE_OK;
}

static int indexNext(sqlite3_vtab_cursor *pCursor) {
  IndexCursor *p = (IndexCursor *)pCursor;
  NewsIndex *pIndex = indexOf(pCursor);
  p->bContent = 0;
  if( !p->bScan ) {
    p->iFound++;
    p->bEof = p->iFound >= p->vFound.n;
    if( !p->bEof )
      p->iReport = ((NewsSearchHit *)p->vFound.a)[p->iFound].iReport;
    return SQLITE_OK;
  }
  newsStoreBegin(&pIndex->store);
  p->bEof = !newsStoreStep(&pIndex->store, p->pRow);
  if( !p->bEof ) p->iReport = sqlite3_column_int64(p->pRow, 0);
  return indexEnd(pIndex);
}

/*
** rowid and event of all reports, or of one. What the index keeps itself is
** there before a stepwise 'rebuild' comes to place it, so that it can be
** changed and deleted meanwhile.
*/
static const char *indexRows(const NewsIndex *p, int bOne) {
  if( p->args.zContent ) {
    return bOne ? "SELECT id, event FROM @report WHERE id = ?1"
                : "SELECT id, event FROM @report ORDER BY id";
  }
  return bOne ? "SELECT id, (SELECT event FROM @report AS r WHERE r.id = c.id)"
                " FROM @content AS c WHERE id = ?1"
              : "SELECT id, (SELECT event FROM @report AS r WHERE r.id = c.id)"
                " FROM @content AS c ORDER BY id";
}

static int indexScan(IndexCursor *p, sqlite3_value *pRowid) {
  NewsIndex *pIndex = indexOf(&p->base);
  int rc;
  if( pRowid && sqlite3_value_numeric_type(pRowid) != SQLITE_INTEGER ) {
    pRowid = sqlite3_value_numeric_type(pRowid) == SQLITE_FLOAT ? pRowid : 0;
    if( pRowid == 0 ) return SQLITE_OK;
  }
  newsStoreBegin(&pIndex->store);
  p->pRow = newsStorePrepare(
      &pIndex->store,
      newsStoreSql(&pIndex->store, indexRows(pIndex, pRowid != 0)), 1);
  if( p->pRow && pRowid ) sqlite3_bind_value(p->pRow, 1, pRowid);
  rc = indexEnd(pIndex);
  if( rc ) return rc;
  p->bScan = 1;
  return indexNext(&p->base);
}

/* How many results are asked for, from the value of n. 0 after an error. */
static int indexAsked(IndexCursor *p, sqlite3_value *pN) {
  const char *z;
  int nShown;
  p->nAsked = INDEX_BEST;
  if( pN == 0 || sqlite3_value_type(pN) == SQLITE_NULL ) return 1;
  p->nAsked = sqlite3_value_int64(pN);
  if( sqlite3_value_type(pN) == SQLITE_INTEGER && p->nAsked >= 0 ) return 1;
  nShown = newsValueShow(pN, &z);
  newsStoreFail(&indexOf(&p->base)->store, SQLITE_ERROR,
                "n must be a number of reports, not \"%.*s\"", nShown, z);
  return 0;
}

static int indexSearch(IndexCursor *p, sqlite3_value *pQuery,
                       sqlite3_value *pN) {
  NewsIndex *pIndex = indexOf(&p->base);
  NewsSearchFor what = {0, 0, 0, 0, 0, 0, 0.0};
  int rc, eType = sqlite3_value_type(pQuery);
  newsStoreBegin(&pIndex->store);
  if( indexAsked(p, pN) ) {
    what.nBest = (u32)NEWS_MIN(p->nAsked, 0x7fffffff);
    if( eType == SQLITE_INTEGER ) {
      newsSearchReport(pIndex, sqlite3_value_int64(pQuery), what.nBest,
                       &p->vFound);
    } else if( eType == SQLITE_TEXT ) {
      rc = newsValueText(pQuery, &what.z, &what.n);
      if( rc ) newsStoreFail(&pIndex->store, rc, 0);
      newsSearchFind(pIndex, &what, &p->vFound);
    } else if( eType != SQLITE_NULL ) {
      newsStoreFail(&pIndex->store, SQLITE_ERROR,
                    "query must be a rowid (INTEGER) or a TEXT, not a %s",
                    eType == SQLITE_BLOB ? "BLOB" : "REAL");
    }
  }
  rc = indexEnd(pIndex);
  p->iFound = (u32)-1;
  return rc ? rc : indexNext(&p->base);
}

static int indexFilter(sqlite3_vtab_cursor *pCursor, int idxNum,
                       const char *idxStr, int argc, sqlite3_value **argv) {
  IndexCursor *p = (IndexCursor *)pCursor;
  sqlite3_value *pQuery = 0, *pN = 0, *pRowid = 0;
  int n = 0;
  NEWS_UNUSED(idxStr);
  NEWS_UNUSED(argc);
  indexEmpty(p);
  if( idxNum & PLAN_QUERY ) pQuery = argv[n++];
  if( idxNum & PLAN_N ) pN = argv[n++];
  if( idxNum & PLAN_ROWID ) pRowid = argv[n++];
  return pQuery ? indexSearch(p, pQuery, pN) : indexScan(p, pRowid);
}

static int indexEof(sqlite3_vtab_cursor *pCursor) {
  return ((IndexCursor *)pCursor)->bEof;
}

static int indexRowid(sqlite3_vtab_cursor *pCursor, sqlite3_int64 *piRowid) {
  *piRowid = ((IndexCursor *)pCursor)->iReport;
  return SQLITE_OK;
}

/* A column that is the report's own. */
static int indexRole(IndexCursor *p, sqlite3_context *pCtx, int eRole) {
  NewsIndex *pIndex = indexOf(&p->base);
  int rc;
  if( !p->bContent ) {
    newsStoreBegin(&pIndex->store);
    if( p->pContent ) newsStoreReset(&pIndex->store, p->pContent);
    newsContentNeed(pIndex, &p->pContent, p->iReport);
    rc = indexEnd(pIndex);
    if( rc ) return rc;
    p->bContent = 1;
  }
  sqlite3_result_value(pCtx, sqlite3_column_value(p->pContent, eRole));
  return SQLITE_OK;
}

/* The event of the row: pRow is at it, or is made to look it up. */
static int indexEvent(IndexCursor *p, sqlite3_context *pCtx) {
  NewsIndex *pIndex = indexOf(&p->base);
  int rc = SQLITE_OK;
  if( p->bScan ) {
    sqlite3_result_value(pCtx, sqlite3_column_value(p->pRow, 1));
    return SQLITE_OK;
  }
  newsStoreBegin(&pIndex->store);
  if( p->pRow == 0 ) {
    p->pRow = newsStorePrepare(
        &pIndex->store,
        newsStoreSql(&pIndex->store,
                     "SELECT id, event FROM @report WHERE id = ?1"),
        1);
  }
  if( p->pRow ) sqlite3_bind_int64(p->pRow, 1, p->iReport);
  if( newsStoreStep(&pIndex->store, p->pRow) ) {
    sqlite3_result_value(pCtx, sqlite3_column_value(p->pRow, 1));
    newsStoreReset(&pIndex->store, p->pRow);
  }
  rc = indexEnd(pIndex);
  return rc;
}

static int indexColumn(sqlite3_vtab_cursor *pCursor, sqlite3_context *pCtx,
                       int i) {
  IndexCursor *p = (IndexCursor *)pCursor;
  NewsIndex *pIndex = indexOf(pCursor);
  const NewsSearchHit *pFound = p->bScan ? 0 : p->vFound.a;
  if( i < pIndex->args.nRole ) {
    return indexRole(p, pCtx, pIndex->args.aRole[i]);
  }
  i -= pIndex->args.nRole;
  if( sqlite3_vtab_nochange(pCtx) ) return SQLITE_OK; /* For indexHidden() */
  if( i == NEWS_HIDDEN_EVENT ) return indexEvent(p, pCtx);
  if( i == NEWS_HIDDEN_SELF ) {
    sqlite3_result_text(pCtx, pIndex->store.zDb, -1, SQLITE_TRANSIENT);
    return SQLITE_OK;
  }
  if( pFound == 0 ) return SQLITE_OK;
  pFound += p->iFound;
  if( i == NEWS_HIDDEN_N ) {
    sqlite3_result_int64(pCtx, p->nAsked);
  } else {
    sqlite3_result_double(pCtx, i == NEWS_HIDDEN_SIMILARITY
                                    ? pFound->scores.rSimilarity
                                    : pFound->scores.rIn);
  }
  return SQLITE_OK;
}

/*------------------------------------------------------------------ changes */

/* The rowid of a new report that brings none: behind all others. */
static i64 indexNewRowid(NewsIndex *p) {
  i64 iRowid = 0;
  const char *zSql = p->args.zContent
                         ? "SELECT max(id) FROM @report"
                         : "SELECT max(id) FROM (SELECT max(id) AS id"
                           " FROM @report UNION SELECT max(id) FROM @content)";
  sqlite3_stmt *pStmt =
      newsStorePrepare(&p->store, newsStoreSql(&p->store, zSql), 1);
  if( newsStoreStep(&p->store, pStmt) ) {
    iRowid = sqlite3_column_int64(pStmt, 0);
  }
  sqlite3_finalize(pStmt);
  if( iRowid == INT64_MAX ) newsStoreFail(&p->store, SQLITE_FULL, 0);
  return newsStoreOk(&p->store) ? iRowid + 1 : 0;
}

/* Make room for report iNew; 0 where it cannot be had. Nothing has been
** changed before, so that SQLite may go on (OR IGNORE). */
static int indexRoom(NewsIndex *p, i64 iNew) {
  if( !newsIndexHas(p, iNew) && !newsContentHas(p, iNew) ) {
    return newsStoreOk(&p->store);
  }
  if( sqlite3_vtab_on_conflict(p->store.db) == SQLITE_REPLACE ) {
    newsIndexRemove(p, iNew);
    newsContentDrop(p, iNew);
  } else {
    newsStoreFail(&p->store, SQLITE_CONSTRAINT_ROWID,
                  "UNIQUE constraint failed: there is a report %lld", iNew);
  }
  return newsStoreOk(&p->store);
}

/* Fail where a report of a content table is told by nothing, not even its
** rowid: INSERT INTO wire(wire) VALUES(?) whose parameter was not bound. */
static void indexNothing(NewsIndex *p, sqlite3_value **argv) {
  int i;
  for( i = 0; i <= p->args.nRole; i++ ) {
    if( sqlite3_value_type(argv[1 + i]) != SQLITE_NULL ) return;
  }
  newsStoreFail(&p->store, SQLITE_ERROR,
                "all is NULL: neither a command, nor the rowid of a report of"
                " \"%s\"",
                p->args.zContent);
}

/* INSERT (pOld is NULL), or UPDATE of the report pOld. */
static void indexWrite(NewsIndex *p, sqlite3_value *pOld, sqlite3_value **argv,
                       sqlite3_int64 *piRowid) {
  sqlite3_value *apVal[NEWS_ROLES] = {0};
  i64 iOld = pOld ? sqlite3_value_int64(pOld) : 0;
  i64 iNew;
  int i;
  if( pOld == 0 && p->args.zContent ) indexNothing(p, argv);
  if( !newsStoreOk(&p->store) ) return;
  if( sqlite3_value_type(argv[1]) == SQLITE_NULL ) {
    iNew = indexNewRowid(p);
  } else if( sqlite3_value_numeric_type(argv[1]) == SQLITE_INTEGER ) {
    iNew = sqlite3_value_int64(argv[1]);
  } else {
    newsStoreFail(&p->store, SQLITE_MISMATCH, "a rowid must be an INTEGER");
    return;
  }
  if( (pOld == 0 || iNew != iOld) && !indexRoom(p, iNew) ) return;
  for( i = 0; i < p->args.nRole; i++ ) apVal[p->args.aRole[i]] = argv[2 + i];
  if( pOld ) {
    newsIndexRemove(p, iOld);
    newsContentDrop(p, iOld);
  }
  newsContentPut(p, iNew, apVal);
  newsIndexAdd(p, iNew, apVal);
  *piRowid = iNew;
}

/*
** Fail where a hidden column is given a value that nobody would read. An
** UPDATE brings them all, and says which it does not change; one with FROM
** does not say that of any.
*/
static void indexHidden(NewsIndex *p, int bNew, int bCommand,
                        sqlite3_value **apHidden) {
  const char *zName;
  int i, bTold = bNew;
  for( i = 0; i < NEWS_HIDDENS; i++ ) {
    bTold |= sqlite3_value_nochange(apHidden[i]);
  }
  if( !bTold ) return;
  for( i = bCommand ? NEWS_HIDDEN_SIMILARITY : 0; i < NEWS_HIDDENS; i++ ) {
    if( bNew ? sqlite3_value_type(apHidden[i]) == SQLITE_NULL
             : sqlite3_value_nochange(apHidden[i]) ) {
      continue;
    }
    zName = newsHiddenName(p, i);
    newsStoreFail(
        &p->store, SQLITE_ERROR, "column \"%s\" cannot be set%s", zName,
        i == NEWS_HIDDEN_SELF ? ": a command is INSERTed into it" : "");
  }
}

static int indexUpdate(sqlite3_vtab *pVtab, int argc, sqlite3_value **argv,
                       sqlite3_int64 *piRowid) {
  NewsIndex *p = (NewsIndex *)pVtab;
  int iSelf = 2 + p->args.nRole;
  int bNew = sqlite3_value_type(argv[0]) == SQLITE_NULL;
  int bCommand, rc, nChange = sqlite3_total_changes(p->store.db);
  newsStoreBegin(&p->store);
  if( p->iHalf != NEWS_WHOLE )
    newsStoreFail(&p->store, SQLITE_ERROR, INDEX_HALF);
  bCommand = argc > 1 && bNew && sqlite3_value_type(argv[iSelf]) != SQLITE_NULL;
  if( !bCommand ) p->bRebuilt = 0;
  if( argc > 1 ) indexHidden(p, bNew, bCommand, &argv[iSelf]);
  if( !newsStoreOk(&p->store) ) return indexEnd(p);
  if( argc == 1 ) {
    newsIndexRemove(p, sqlite3_value_int64(argv[0]));
    newsContentDrop(p, sqlite3_value_int64(argv[0]));
  } else if( bCommand ) {
    newsIndexCommand(p, argv[iSelf], argv[iSelf + NEWS_HIDDEN_N]);
  } else {
    indexWrite(p, bNew ? 0 : argv[0], argv, piRowid);
  }
  rc = indexEnd(p);
  if( rc && sqlite3_total_changes(p->store.db) != nChange ) {
    p->iHalf = p->iSavepoint;
  }
  return rc;
}

/*------------------------------------------------------------- transactions */

/*
** A change writes to many tables. SQLite undoes a statement that fails if it
** keeps a journal of it; of an INSERT of one row it keeps none, as it cannot
** know that one row is many, and the transaction stands with half of the
** change. So that is remembered, until a savepoint from before it or the
** transaction is rolled back; no other change is taken, and COMMIT fails.
*/

/* A transaction begins to write, until whose end nobody else does; or it has
** ended. */
static int indexBegin(sqlite3_vtab *pVtab) {
  NewsIndex *p = (NewsIndex *)pVtab;
  p->store.iTurn++;
  p->iSavepoint = -1;
  p->iHalf = NEWS_WHOLE;
  return SQLITE_OK;
}

/* Everything is in tables at the end of each statement. */
static int indexSync(sqlite3_vtab *pVtab) {
  NewsIndex *p = (NewsIndex *)pVtab;
  if( p->iHalf == NEWS_WHOLE ) return SQLITE_OK;
  newsStoreBegin(&p->store);
  newsStoreFail(&p->store, SQLITE_ERROR, INDEX_HALF);
  return indexEnd(p);
}

/*
** What is in memory may be of what was undone. In the middle of a piece of work
** it is one statement of it: SQLite calls this too where a statement that was
** prepared before the schema changed is prepared again. If it has failed, the
** end of the work forgets (newsStoreEnd).
*/
static int indexRollback(sqlite3_vtab *pVtab) {
  NewsIndex *p = (NewsIndex *)pVtab;
  if( p->store.nDeep == 0 ) newsListsForget(p->store.pList);
  p->store.iChecked = -1;
  p->bRebuilt = 0;
  p->iHalf = NEWS_WHOLE;
  return SQLITE_OK;
}

static int indexSavepoint(sqlite3_vtab *pVtab, int i) {
  ((NewsIndex *)pVtab)->iSavepoint = i;
  return SQLITE_OK;
}

/* What was done in a savepoint is now done in the one around it. */
static int indexMerge(sqlite3_vtab *pVtab, int i) {
  NewsIndex *p = (NewsIndex *)pVtab;
  p->iSavepoint = i - 1;
  p->iHalf = NEWS_MIN(p->iHalf, i - 1);
  return SQLITE_OK;
}

/* While the index is at work it is a statement of its own that begins anew,
** because the schema has changed: what waits to be written must stay. One that
** fails for good is seen by newsStoreEnd(). */
static int indexRollbackTo(sqlite3_vtab *pVtab, int i) {
  NewsIndex *p = (NewsIndex *)pVtab;
  int iHalf = p->iHalf;
  p->iSavepoint = i;
  if( p->store.nDeep ) return SQLITE_OK;
  indexRollback(pVtab);
  if( iHalf < i ) p->iHalf = iHalf;
  return SQLITE_OK;
}

#if SQLITE_VERSION_NUMBER >= 3044000
/* PRAGMA integrity_check; quick_check leaves it at what the tables say. */
static int indexIntegrity(sqlite3_vtab *pVtab, const char *zSchema,
                          const char *zName, int mFlag, char **pzErr) {
  NewsIndex *p = (NewsIndex *)pVtab;
  char *zErr = 0;
  int rc;
  NEWS_UNUSED(zSchema);
  NEWS_UNUSED(zName);
  if( mFlag & 1 ) return SQLITE_OK;
  newsStoreBegin(&p->store);
  newsIndexCheck(p);
  rc = newsStoreEnd(&p->store, &zErr);
  if( rc == SQLITE_CORRUPT_VTAB || rc == SQLITE_ERROR ) {
    *pzErr = zErr;
    return SQLITE_OK;
  }
  sqlite3_free(zErr);
  return rc;
}
#endif

/*------------------------------------------------------------- registration */

static const sqlite3_module indexModule = {
#if SQLITE_VERSION_NUMBER >= 3044000
    .iVersion = 4,
    .xIntegrity = indexIntegrity,
#else
    .iVersion = 3,
#endif
    .xCreate = indexCreate,
    .xConnect = indexConnect,
    .xBestIndex = indexBest,
    .xDisconnect = indexDisconnect,
    .xDestroy = indexDestroy,
    .xOpen = indexOpen,
    .xClose = indexClose,
    .xFilter = indexFilter,
    .xNext = indexNext,
    .xEof = indexEof,
    .xColumn = indexColumn,
    .xRowid = indexRowid,
    .xUpdate = indexUpdate,
    .xBegin = indexBegin,
    .xSync = indexSync,
    .xCommit = indexBegin,
    .xRollback = indexRollback,
    .xRename = indexRename,
    .xSavepoint = indexSavepoint,
    .xRelease = indexMerge,
    .xRollbackTo = indexRollbackTo,
    .xShadowName = indexShadow,
};

static void indexModuleFree(void *pArg) { newsConnDrop(pArg); }

int newsIndexRegister(NewsConn *pConn) {
  int rc = sqlite3_create_module_v2(pConn->db, "news_index", &indexModule,
                                    newsConnHold(pConn), indexModuleFree);
  return rc ? rc : newsPairsRegister(pConn);
}

void newsIndexForget(NewsConn *pConn) {
  sqlite3_create_module_v2(pConn->db, "news_index", 0, 0, 0);
  newsPairsForget(pConn);
}
