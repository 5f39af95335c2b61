/*
** tvf.c: see tvf.h.
**
** A plan (idxNum) has a bit for each argument that is given, in their order,
** and TVF_BY_ID where one row is looked up by its id. The values come to
** xFilter in that order.
*/
#include "sql/tvf.h"

#include <stdarg.h>

#include "sql/json.h"
#include "sql/value.h"

#define TVF_BY_ID (1 << NEWS_TVF_ARGS)

/* Costs, in rows of an ordinary table: of an analysis, and of a row. */
#define TVF_COST 1000.0
#define TVF_COST_ROW 2.0

/* Client data of a module. */
typedef struct TvfModule TvfModule;
struct TvfModule {
  const NewsTvf *pTvf;
  NewsConn *pConn; /* Held */
};

typedef struct TvfTable TvfTable;
struct TvfTable {
  sqlite3_vtab base;
  const NewsTvf *pTvf;
  NewsConn *pConn; /* Held */
};

/*------------------------------------------------------- the table and plans */

/* Declare the columns, then the arguments as hidden columns. */
static int tvfDeclare(sqlite3 *db, const NewsTvf *pTvf) {
  sqlite3_str *pStr = sqlite3_str_new(db);
  char *zSql;
  int i, rc;
  sqlite3_str_appendall(pStr, "CREATE TABLE x(");
  for( i = 0; i < pTvf->nColumn; i++ ) {
    sqlite3_str_appendf(pStr, "%s%s", i ? "," : "", pTvf->aColumn[i].zDecl);
  }
  for( i = 0; pTvf->azArg[i]; i++ ) {
    sqlite3_str_appendf(pStr, ",%s HIDDEN", pTvf->azArg[i]);
  }
  sqlite3_str_appendall(pStr, ")");
  rc = sqlite3_str_errcode(pStr);
  zSql = sqlite3_str_finish(pStr);
  if( rc == SQLITE_OK ) rc = sqlite3_declare_vtab(db, zSql);
  sqlite3_free(zSql);
  return rc;
}

static int tvfConnect(sqlite3 *db, void *pAux, int argc,
                      const char *const *argv, sqlite3_vtab **ppVtab,
                      char **pzErr) {
  TvfModule *pModule = pAux;
  TvfTable *p;
  int rc = tvfDeclare(db, pModule->pTvf);
  NEWS_UNUSED(argc);
  NEWS_UNUSED(argv);
  NEWS_UNUSED(pzErr);
  if( rc ) return rc;
  sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
  p = sqlite3_malloc64(sizeof(*p));
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  p->pTvf = pModule->pTvf;
  p->pConn = newsConnHold(pModule->pConn);
  *ppVtab = &p->base;
  return SQLITE_OK;
}

static int tvfDisconnect(sqlite3_vtab *pVtab) {
  TvfTable *p = (TvfTable *)pVtab;
  newsConnDrop(p->pConn);
  sqlite3_free(p);
  return SQLITE_OK;
}

/* What the terms of a WHERE clause offer. */
typedef struct TvfTerms TvfTerms;
struct TvfTerms {
  int aTerm[NEWS_TVF_ARGS + 1]; /* Term for each argument and the id, or -1 */
  int mUnusable;                /* Arguments whose values come later */
};

static void tvfTerms(const NewsTvf *pTvf, const sqlite3_index_info *pInfo,
                     TvfTerms *pTerms) {
  int i;
  pTerms->mUnusable = 0;
  for( i = 0; i <= NEWS_TVF_ARGS; i++ ) pTerms->aTerm[i] = -1;
  for( i = 0; i < pInfo->nConstraint; i++ ) {
    const struct sqlite3_index_constraint *pCons = &pInfo->aConstraint[i];
    int iArg = pCons->iColumn - pTvf->nColumn;
    if( pCons->op != SQLITE_INDEX_CONSTRAINT_EQ ) continue;
    if( pCons->iColumn <= 0 ) iArg = NEWS_TVF_ARGS; /* rowid or id */
    if( iArg < 0 ) continue;
    if( pCons->usable ) {
      pTerms->aTerm[iArg] = i;
    } else if( iArg < NEWS_TVF_ARGS ) {
      pTerms->mUnusable |= 1 << iArg;
    }
  }
}

/*
** The id is looked up without omit: SQLite compares once more, so that a
** value that is not an integer can be left to it.
*/
static void tvfPlan(const NewsTvf *pTvf, sqlite3_index_info *pInfo,
                    const TvfTerms *pTerms) {
  int i, nArg = 0;
  double nRow = pTvf->nEstimate;
  for( i = 0; i <= NEWS_TVF_ARGS; i++ ) {
    if( pTerms->aTerm[i] < 0 ) continue;
    pInfo->aConstraintUsage[pTerms->aTerm[i]].argvIndex = ++nArg;
    pInfo->aConstraintUsage[pTerms->aTerm[i]].omit = i < NEWS_TVF_ARGS;
    pInfo->idxNum |= 1 << i;
  }
  if( pInfo->idxNum & TVF_BY_ID ) {
    pInfo->idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    nRow = 1.0;
  }
  pInfo->estimatedRows = (sqlite3_int64)nRow;
  pInfo->estimatedCost = TVF_COST + nRow * TVF_COST_ROW;
  if( pInfo->nOrderBy == 1 && pInfo->aOrderBy[0].iColumn <= 0 &&
      !pInfo->aOrderBy[0].desc ) {
    pInfo->orderByConsumed = 1;
  }
}

/*
** A plan that lacks an argument because its value comes from a table further
** in is refused. One that lacks it altogether is not, though it can only end
** in an error (tvfMissing): SQLite also asks for plans for each side of an OR
** alone, where the arguments are not shown. It costs so much that it is only
** taken where there is no other.
*/
static int tvfBestIndex(sqlite3_vtab *pVtab, sqlite3_index_info *pInfo) {
  const NewsTvf *pTvf = ((TvfTable *)pVtab)->pTvf;
  TvfTerms terms;
  int i;
  tvfTerms(pTvf, pInfo, &terms);
  for( i = 0; i < NEWS_TVF_ARGS; i++ ) {
    if( terms.aTerm[i] < 0 && (terms.mUnusable & (1 << i)) ) {
      return SQLITE_CONSTRAINT;
    }
  }
  tvfPlan(pTvf, pInfo, &terms);
  for( i = 0; i < pTvf->nNeed; i++ ) {
    if( terms.aTerm[i] < 0 ) pInfo->estimatedCost = 1e90;
  }
  return SQLITE_OK;
}

/*---------------------------------------------------------------- the cursor */

static int tvfOpen(sqlite3_vtab *pVtab, sqlite3_vtab_cursor **ppCursor) {
  TvfTable *pTable = (TvfTable *)pVtab;
  NewsCursor *p = sqlite3_malloc64(sizeof(*p));
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  p->pTvf = pTable->pTvf;
  p->pConn = pTable->pConn;
  p->iRow = 1;
  *ppCursor = &p->base;
  return SQLITE_OK;
}

static int tvfClose(sqlite3_vtab_cursor *pCursor) {
  NewsCursor *p = (NewsCursor *)pCursor;
  int i;
  if( p->pTvf->xClose ) p->pTvf->xClose(p);
  for( i = 0; i < NEWS_TVF_ARGS; i++ ) sqlite3_value_free(p->apArg[i]);
  newsReportClose(p->pReport);
  sqlite3_free(p);
  return SQLITE_OK;
}

/* Make pReport the report of the first argument, NULL for NULL. */
static int tvfReport(NewsCursor *p, sqlite3_value *pVal) {
  NewsReport *pOld = p->pReport;
  const u8 *z;
  u32 n;
  int rc = newsValueText(pVal, &z, &n);
  p->pReport = 0;
  if( rc == SQLITE_OK && z ) rc = newsReportOpen(p->pConn, z, n, &p->pReport);
  newsReportClose(pOld); /* Last, as it may well be the same again */
  return rc;
}

/* Keep the arguments behind the first: their columns show them. */
static int tvfKeep(NewsCursor *p, sqlite3_value **apArg) {
  int i;
  for( i = 1; i < NEWS_TVF_ARGS; i++ ) {
    sqlite3_value_free(p->apArg[i]);
    p->apArg[i] = sqlite3_value_dup(apArg[i]);
    if( apArg[i] && p->apArg[i] == 0 ) return SQLITE_NOMEM;
  }
  return SQLITE_OK;
}

static int tvfMissing(NewsCursor *p, int iArg) {
  return newsCursorError(p, "argument %d is missing: %s", iArg + 1,
                         p->pTvf->zCall);
}

/* Show only the row with an id, where rows are numbered beforehand. */
static void tvfSeek(NewsCursor *p, sqlite3_value *pId) {
  i64 iId;
  if( sqlite3_value_type(pId) != SQLITE_INTEGER || p->pTvf->xNext ) return;
  iId = sqlite3_value_int64(pId);
  if( iId < 1 || iId > p->nRow ) {
    newsCursorEnd(p);
  } else {
    p->iRow = p->nRow = iId;
  }
}

static int tvfFilter(sqlite3_vtab_cursor *pCursor, int idxNum,
                     const char *idxStr, int argc, sqlite3_value **argv) {
  NewsCursor *p = (NewsCursor *)pCursor;
  sqlite3_value *apArg[NEWS_TVF_ARGS + 1] = {0};
  int i, n = 0, rc;
  NEWS_UNUSED(idxStr);
  for( i = 0; i <= NEWS_TVF_ARGS && n < argc; i++ ) {
    if( idxNum & (1 << i) ) apArg[i] = argv[n++];
  }
  p->iRow = 1;
  p->nRow = 0;
  for( i = 0; i < p->pTvf->nNeed; i++ ) {
    if( apArg[i] == 0 ) return tvfMissing(p, i);
  }
  rc = tvfReport(p, apArg[0]);
  if( rc == SQLITE_OK ) rc = tvfKeep(p, apArg);
  if( rc || p->pReport == 0 ) return rc;
  p->nRow = 1;
  rc = p->pTvf->xStart(p, apArg);
  if( rc == SQLITE_OK && apArg[NEWS_TVF_ARGS] ) {
    tvfSeek(p, apArg[NEWS_TVF_ARGS]);
  }
  return rc;
}

static int tvfNext(sqlite3_vtab_cursor *pCursor) {
  NewsCursor *p = (NewsCursor *)pCursor;
  p->iRow++;
  if( p->pTvf->xNext == 0 ) return SQLITE_OK;
  p->nRow = p->iRow;
  return p->pTvf->xNext(p);
}

static int tvfEof(sqlite3_vtab_cursor *pCursor) {
  NewsCursor *p = (NewsCursor *)pCursor;
  return p->iRow > p->nRow;
}

static int tvfRowid(sqlite3_vtab_cursor *pCursor, sqlite3_int64 *piRowid) {
  *piRowid = ((NewsCursor *)pCursor)->iRow;
  return SQLITE_OK;
}

/* An argument as a column; the first as it was understood. */
static void tvfArgument(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  if( iArg == 0 ) {
    newsResultBytes(p, pCtx, newsSpan(0, p->pReport->nByte));
  } else if( p->apArg[iArg] ) {
    sqlite3_result_value(pCtx, p->apArg[iArg]);
  }
}

static int tvfColumn(sqlite3_vtab_cursor *pCursor, sqlite3_context *pCtx,
                     int i) {
  NewsCursor *p = (NewsCursor *)pCursor;
  const NewsTvf *pTvf = p->pTvf;
  if( i >= pTvf->nColumn ) {
    tvfArgument(p, pCtx, i - pTvf->nColumn);
  } else if( pTvf->aColumn[i].xColumn ) {
    pTvf->aColumn[i].xColumn(p, pCtx, pTvf->aColumn[i].iArg);
  } else {
    sqlite3_result_int64(pCtx, p->iRow);
  }
  return SQLITE_OK;
}

/*-------------------------------------------------------- for the functions */

void newsCursorEnd(NewsCursor *p) { p->nRow = p->iRow - 1; }

int newsCursorError(NewsCursor *p, const char *zFormat, ...) {
  sqlite3_vtab *pVtab = p->base.pVtab;
  char *zText;
  va_list ap;
  va_start(ap, zFormat);
  zText = sqlite3_vmprintf(zFormat, ap);
  va_end(ap);
  if( zText == 0 ) return SQLITE_NOMEM;
  sqlite3_free(pVtab->zErrMsg);
  pVtab->zErrMsg = sqlite3_mprintf("%s: %s", p->pTvf->zName, zText);
  sqlite3_free(zText);
  return pVtab->zErrMsg ? SQLITE_ERROR : SQLITE_NOMEM;
}

int newsCursorActs(NewsCursor *p, sqlite3_value *pVal) {
  const u8 *z = 0;
  u32 n = 0;
  int rc = pVal ? newsValueText(pVal, &z, &n) : SQLITE_OK;
  p->eActs = NEWS_ACTS_SPEECH;
  if( rc || z == 0 || (n == 6 && memcmp(z, "speech", 6) == 0) ) return rc;
  if( n == 3 && memcmp(z, "all", 3) == 0 ) {
    p->eActs = NEWS_ACTS_ALL;
    return SQLITE_OK;
  }
  return newsCursorError(p, "acts must be 'speech' or 'all', not \"%.*s\"",
                         newsValueShown(z, n, NEWS_VALUE_SHOWN), z);
}

int newsCursorNeed(NewsCursor *p, sqlite3_context *pCtx, int ePart) {
  int rc = newsReportNeed(p->pReport, ePart);
  if( rc ) newsResultCode(pCtx, rc);
  return rc == SQLITE_OK;
}

void newsResultBytes(NewsCursor *p, sqlite3_context *pCtx, NewsSpan bytes) {
  const char *z = (const char *)p->pReport->z;
  sqlite3_result_text64(pCtx, &z[bytes.iFrom], newsSpanLen(bytes),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void newsColumnText(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NewsSpan bytes = p->pTvf->xSpan(p, iArg);
  if( newsSpanLen(bytes) ) newsResultBytes(p, pCtx, bytes);
}

void newsColumnStart(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NewsSpan bytes = p->pTvf->xSpan(p, iArg);
  i64 iFrom = newsTextChar(&p->pReport->text, bytes.iFrom);
  if( newsSpanLen(bytes) ) sqlite3_result_int64(pCtx, iFrom + 1);
}

void newsColumnLength(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NewsSpan bytes = p->pTvf->xSpan(p, iArg);
  i64 iFrom = newsTextChar(&p->pReport->text, bytes.iFrom);
  i64 iTo = newsTextChar(&p->pReport->text, bytes.iTo);
  if( newsSpanLen(bytes) ) sqlite3_result_int64(pCtx, iTo - iFrom);
}

void newsResultSpans(NewsCursor *p, sqlite3_context *pCtx,
                     const NewsSpan *aSpan, u32 nSpan) {
  sqlite3_str *pStr = sqlite3_str_new(p->pConn->db);
  newsJsonSpans(pStr, &p->pReport->text, aSpan, nSpan);
  newsResultJson(pCtx, pStr);
}

void newsResultString(sqlite3_context *pCtx, const char *z) {
  if( z ) sqlite3_result_text(pCtx, z, -1, SQLITE_TRANSIENT);
}

/*------------------------------------------------------------- registration */

static const sqlite3_module tvfModule = {
    .xConnect = tvfConnect, /* without xCreate: it is there by its name only */
    .xBestIndex = tvfBestIndex,
    .xDisconnect = tvfDisconnect,
    .xOpen = tvfOpen,
    .xClose = tvfClose,
    .xFilter = tvfFilter,
    .xNext = tvfNext,
    .xEof = tvfEof,
    .xColumn = tvfColumn,
    .xRowid = tvfRowid,
};

static void tvfModuleFree(void *pArg) {
  TvfModule *p = pArg;
  newsConnDrop(p->pConn);
  sqlite3_free(p);
}

static const NewsTvf *const apTvf[] = {
    &newsTvfQuotes, &newsTvfSources, &newsTvfCredits, &newsTvfSentences,
    &newsTvfWords,  &newsTvfMatch,   &newsTvfShared,
};

int newsTvfRegister(NewsConn *pConn) {
  int i, rc = SQLITE_OK;
  for( i = 0; i < NEWS_COUNT(apTvf) && rc == SQLITE_OK; i++ ) {
    TvfModule *p = sqlite3_malloc64(sizeof(*p));
    if( p == 0 ) return SQLITE_NOMEM;
    p->pTvf = apTvf[i];
    p->pConn = newsConnHold(pConn);
    rc = sqlite3_create_module_v2(pConn->db, apTvf[i]->zName, &tvfModule, p,
                                  tvfModuleFree);
  }
  return rc;
}

void newsTvfForget(NewsConn *pConn) {
  int i;
  for( i = 0; i < NEWS_COUNT(apTvf); i++ ) {
    sqlite3_create_module_v2(pConn->db, apTvf[i]->zName, 0, 0, 0);
  }
}
