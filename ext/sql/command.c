/*
** command.c: INSERT INTO wire(wire [, n]) VALUES('command' [, n]).
**
**   rebuild          make all tables anew from the content, by date; with n,
**                    so many reports of it; the first step empties the tables
**   optimize         make the lists as small as they can be
**   integrity-check  fail where the tables are not what they should be, or a
**                    rebuild in steps has not come to its end
**   delete-all       take out all reports (content tables stay as they are)
*/
#include "sql/ahead.h"
#include "sql/index.h"
#include "sql/list.h"
#include "sql/place.h"
#include "sql/schema.h"
#include "sql/value.h"

#define COMMAND_TODO 0
#define COMMAND_NEXT 1
#define COMMAND_DONE 2
#define COMMAND_EMPTY 3
#define COMMAND_MORE 4

static const char *const azCommandSql[] = {
    "INSERT OR IGNORE INTO @todo(stamp, report) VALUES(?1, ?2)",
    "SELECT report FROM @todo ORDER BY stamp, report",
    "DELETE FROM @todo WHERE report = ?1",
    "DELETE FROM @content",
    "SELECT 1 FROM @todo LIMIT 1",
};
NEWS_SET_FITS(azCommandSql);

static sqlite3_stmt *commandStmt(NewsIndex *p, int i) {
  return newsStoreStmt(&p->store, NEWS_SET_COMMAND, azCommandSql, i);
}

/*------------------------------------------------------------------ rebuild */

/* Fail where a report of a content table cannot be had by its number, while
** nothing is changed. */
static void commandTest(NewsIndex *p) {
  sqlite3_stmt *pAll = p->args.zContent ? newsContentScan(p) : 0;
  while( newsStoreStep(&p->store, pAll) ) {
    if( sqlite3_column_type(pAll, 0) != SQLITE_INTEGER ) {
      newsStoreFail(&p->store, SQLITE_MISMATCH,
                    "content_rowid must be an INTEGER in every row");
    }
    newsArenaTick(&p->store.arena, 256);
  }
  sqlite3_finalize(pAll);
}

/* Note all reports as to do. */
static void commandList(NewsIndex *p) {
  sqlite3_stmt *pAll = newsContentScan(p);
  while( newsStoreStep(&p->store, pAll) ) {
    sqlite3_stmt *pStmt = commandStmt(p, COMMAND_TODO);
    sqlite3_value *pVal = sqlite3_value_dup(sqlite3_column_value(pAll, 1));
    if( pVal == 0 ) newsStoreFail(&p->store, SQLITE_NOMEM, 0);
    if( pStmt ) sqlite3_bind_int64(pStmt, 1, newsPlaceStamp(pVal));
    sqlite3_value_free(pVal);
    if( pStmt == 0 || !newsStoreOk(&p->store) ) continue;
    sqlite3_bind_int64(pStmt, 2, sqlite3_column_int64(pAll, 0));
    newsStoreRun(&p->store, pStmt);
    newsArenaTick(&p->store.arena, 256);
  }
  sqlite3_finalize(pAll);
}

/* Whether reports are to do. */
static int commandMore(NewsIndex *p) {
  return newsStoreInt(&p->store, commandStmt(p, COMMAND_MORE), 0) != 0;
}

static void commandDone(NewsIndex *p, i64 iReport) {
  sqlite3_stmt *pStmt = commandStmt(p, COMMAND_DONE);
  if( pStmt ) sqlite3_bind_int64(pStmt, 1, iReport);
  newsStoreRun(&p->store, pStmt);
}

/* Give a report to be read. It may have gone from its content meanwhile, or be
** there already. */
static void commandGive(NewsIndex *p, NewsAhead *pAhead, i64 iReport) {
  sqlite3_value *apVal[NEWS_ROLES] = {0};
  if( !newsIndexHas(p, iReport) && newsContentValues(p, iReport, apVal) &&
      newsStoreOk(&p->store) ) {
    newsAheadGive(pAhead, iReport, apVal);
    return;
  }
  newsContentFree(apVal);
  commandDone(p, iReport);
}

/* Place the next report that was given; 0 where there is none. */
static int commandPlace(NewsIndex *p, NewsAhead *pAhead) {
  sqlite3_value **apVal;
  NewsDigest *pDigest = newsAheadTake(pAhead, &apVal);
  if( pDigest == 0 ) return 0;
  newsPlaceAdd(p, apVal, pDigest);
  commandDone(p, pDigest->iReport);
  newsAheadDone(pAhead);
  newsStoreRest(&p->store);
  return 1;
}

/* Add nStep of the reports that are to do (-1: all). */
static void commandRun(NewsIndex *p, i64 nStep) {
  NewsStore *pStore = &p->store;
  NewsAhead *pAhead = newsAheadOpen(pStore);
  sqlite3_stmt *pTodo = newsStorePrepare(
      pStore, newsStoreSql(pStore, azCommandSql[COMMAND_NEXT]), 1);
  int bMore = 1;
  do {
    while( nStep != 0 && bMore && newsAheadRoom(pAhead) ) {
      bMore = newsStoreStep(pStore, pTodo);
      if( bMore ) commandGive(p, pAhead, sqlite3_column_int64(pTodo, 0));
      if( nStep > 0 ) nStep--;
    }
  } while( commandPlace(p, pAhead) );
  sqlite3_finalize(pTodo);
  newsAheadClose(pAhead);
}

/*
** nStep reports of it, or all (-1). The step that finds nothing left to do
** begins no new rebuild, and changes nothing: so a caller sees the end in
** total_changes(), which has grown by the INSERT alone. That the end was
** reached is remembered until the next change on this connection.
*/
static void commandRebuild(NewsIndex *p, i64 nStep) {
  NewsStore *pStore = &p->store;
  int bAll = nStep < 0;
  if( !bAll && p->bRebuilt ) {
    p->bRebuilt = 0;
    return;
  }
  if( bAll || newsStoreGet(pStore, "rebuild", 0) == 0 ) {
    commandTest(p);
    if( !newsStoreOk(pStore) ) return;
    newsSchemaEmpty(pStore);
    newsStorePut(pStore, "rebuild", 1);
    commandList(p);
  }
  commandRun(p, nStep);
  if( !commandMore(p) ) {
    newsStorePut(pStore, "rebuild", 0);
    p->bRebuilt = !bAll && newsStoreOk(pStore);
  }
}

/*------------------------------------------------------------- the commands */

/* The steps that n asks for, -1 for all. */
static i64 commandSteps(NewsIndex *p, sqlite3_value *pArg) {
  i64 n = sqlite3_value_int64(pArg);
  if( sqlite3_value_type(pArg) == SQLITE_NULL ) return -1;
  if( sqlite3_value_type(pArg) != SQLITE_INTEGER || n < 1 ) {
    const char *z;
    int nShown = newsValueShow(pArg, &z);
    newsStoreFail(&p->store, SQLITE_ERROR,
                  "n must be a number of reports from 1, not \"%.*s\"", nShown,
                  z);
  }
  return n;
}

static void commandDeleteAll(NewsIndex *p) {
  newsSchemaEmpty(&p->store);
  newsStorePut(&p->store, "rebuild", 0);
  p->bRebuilt = 0;
  if( p->args.zContent == 0 ) {
    newsStoreRun(&p->store, commandStmt(p, COMMAND_EMPTY));
  }
}

void newsIndexCommand(NewsIndex *p, sqlite3_value *pCommand,
                      sqlite3_value *pArg) {
  const char *z = (const char *)sqlite3_value_text(pCommand);
  i64 nStep = commandSteps(p, pArg);
  int nShown = newsValueShown(z, z ? strlen(z) : 0, NEWS_VALUE_SHOWN);
  if( z == 0 ) newsStoreFail(&p->store, SQLITE_NOMEM, 0);
  if( !newsStoreOk(&p->store) ) return;
  if( sqlite3_stricmp(z, "rebuild") == 0 ) {
    commandRebuild(p, nStep);
  } else if( nStep >= 0 ) {
    newsStoreFail(&p->store, SQLITE_ERROR,
                  "n is for 'rebuild' alone, not for \"%.*s\"", nShown, z);
  } else if( sqlite3_stricmp(z, "optimize") == 0 ) {
    newsSchemaCheck(&p->store);
    if( newsStoreOk(&p->store) ) newsListOptimize(&p->store);
  } else if( sqlite3_stricmp(z, "integrity-check") == 0 ) {
    newsIndexCheck(p);
  } else if( sqlite3_stricmp(z, "delete-all") == 0 ) {
    commandDeleteAll(p);
  } else {
    newsStoreFail(&p->store, SQLITE_ERROR,
                  "unknown command \"%.*s\": rebuild, optimize,"
                  " integrity-check or delete-all",
                  nShown, z);
  }
}
