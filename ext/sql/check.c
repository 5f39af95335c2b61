/*
** check.c: 'integrity-check': the shadow tables are what they should be.
**
** Every report is read anew from its content, and each row that follows from
** it is looked for; then rows and postings are counted, so that there are no
** others. Last, that no rebuild is half done.
*/
#include "sql/event.h"
#include "sql/index.h"
#include "sql/entity.h"
#include "sql/list.h"
#include "sql/place.h"
#include "sql/remark.h"

#define CHECK_TODO 0
#define CHECK_LEFT 1

static const char *const azCheckSql[] = {
    "SELECT 1 FROM @todo WHERE report = ?1",
    "SELECT count(*) FROM @todo",
};
NEWS_SET_FITS(azCheckSql);

/* Whether 'rebuild' has still to add a report. */
static int checkTodo(NewsIndex *p, i64 iReport) {
  sqlite3_stmt *pStmt = newsStoreStmtOf(&p->store, NEWS_SET_TODO, azCheckSql,
                                        CHECK_TODO, iReport);
  return newsStoreInt(&p->store, pStmt, 0) != 0;
}

static void checkReport(NewsIndex *p, i64 iReport, NewsPlaced *pPlaced) {
  sqlite3_value *apVal[NEWS_ROLES] = {0};
  if( newsContentValues(p, iReport, apVal) && newsStoreOk(&p->store) ) {
    newsPlaceCheck(p, iReport, apVal, pPlaced);
  }
  newsContentFree(apVal);
}

/* All reports of the content. */
static void checkReports(NewsIndex *p, NewsPlaced *pPlaced) {
  sqlite3_stmt *pAll = newsContentScan(p);
  while( newsStoreStep(&p->store, pAll) ) {
    i64 iReport = sqlite3_column_int64(pAll, 0);
    if( checkTodo(p, iReport) && !newsIndexHas(p, iReport) ) continue;
    checkReport(p, iReport, pPlaced);
    newsStoreRest(&p->store);
  }
  sqlite3_finalize(pAll);
}

/* A table has n rows. */
static void checkCount(NewsStore *p, const char *zTable, i64 n) {
  char *zSql = sqlite3_mprintf("SELECT count(*) FROM @%s", zTable);
  sqlite3_stmt *pStmt = 0;
  i64 nRow = 0;
  if( zSql == 0 ) newsStoreFail(p, SQLITE_NOMEM, 0);
  if( newsStoreOk(p) ) pStmt = newsStorePrepare(p, newsStoreSql(p, zSql), 1);
  nRow = newsStoreInt(p, pStmt, 0);
  sqlite3_finalize(pStmt);
  sqlite3_free(zSql);
  if( newsStoreOk(p) && nRow != n ) {
    newsStoreCorrupt(p, zTable, "%lld rows instead of %lld", nRow, n);
  }
}

/* Fail where a rebuild in steps was begun, and has still to add reports. */
static void checkRebuild(NewsStore *p) {
  sqlite3_stmt *pStmt = newsStoreStmt(p, NEWS_SET_TODO, azCheckSql, CHECK_LEFT);
  i64 n = newsStoreInt(p, pStmt, 0);
  if( n == 0 ) return;
  newsStoreFail(p, SQLITE_ERROR,
                "a 'rebuild' is not finished: %lld report%s still to add", n,
                n == 1 ? " is" : "s are");
}

void newsIndexCheck(NewsIndex *p) {
  NewsStore *pStore = &p->store;
  NewsPlaced placed;
  memset(&placed, 0, sizeof(placed));
  pStore->iTurn++; /* What is in memory is not what is checked */
  checkReports(p, &placed);
  checkCount(pStore, "report", placed.nReport);
  checkCount(pStore, "doc", placed.nReport);
  checkCount(pStore, "credit", placed.nCredit);
  checkCount(pStore, "source", placed.nSource);
  checkCount(pStore, "quote", placed.nQuote);
  checkCount(pStore, "gist", placed.nGist);
  checkCount(pStore, "member", placed.nReport);
  newsEntityCheck(pStore);
  newsRemarkCheck(pStore);
  newsListCheck(pStore, NEWS_LIST_REPORT, placed.nKey, placed.iSum);
  newsEventCheck(pStore, &placed);
  checkRebuild(pStore);
}
