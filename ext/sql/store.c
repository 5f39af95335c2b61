/*
** store.c: see store.h.
*/
#include "sql/store.h"

#include <stdarg.h>

#include "similarity/say.h"
#include "sql/anchor.h"
#include "sql/list.h"
#include "sql/recall.h"
#include "sql/schema.h"
#include "sql/sketch.h"
#include "sql/value.h"

#define STORE_SHOWN 200 /* Characters of a statement that an error shows */

#define STORE_GET 0
#define STORE_PUT 1

static const char *const azStoreSql[] = {
    "SELECT v FROM @config WHERE k = ?1",
    "REPLACE INTO @config(k, v) VALUES(?1, ?2)",
};
NEWS_SET_FITS(azStoreSql);

/*--------------------------------------------------------- begin and end */

int newsStoreInit(NewsStore *p, NewsConn *pConn, const char *zDb,
                  const char *zName) {
  memset(p, 0, sizeof(*p));
  p->pConn = newsConnHold(pConn);
  p->db = pConn->db;
  p->iChecked = -1;
  newsArenaInit(&p->arena, 0, 0);
  p->zDb = sqlite3_mprintf("%s", zDb);
  p->zName = sqlite3_mprintf("%s", zName);
  if( p->zDb == 0 || p->zName == 0 ) return SQLITE_NOMEM;
  return newsListsNew(&p->pList);
}

void newsStoreForget(NewsStore *p) {
  int i, j;
  for( i = 0; i < NEWS_SETS; i++ ) {
    for( j = 0; j < NEWS_SET_MOST; j++ ) {
      sqlite3_finalize(p->apStmt[i][j]);
      p->apStmt[i][j] = 0;
    }
  }
  newsListsForget(p->pList);
  newsSketchesFree(p->pSketch);
  newsAnchorsFree(p->pAnchor);
  newsRecallsFree(p->pRecall);
  sqlite3_free(p->pMemo);
  p->pSketch = 0;
  p->pAnchor = 0;
  p->pRecall = 0;
  p->pMemo = 0;
  p->iChecked = -1;
}

void newsStoreFree(NewsStore *p) {
  newsStoreForget(p);
  newsListsFree(p->pList);
  newsArenaClear(&p->arena);
  sqlite3_free(p->zErr);
  sqlite3_free(p->zDb);
  sqlite3_free(p->zName);
  newsConnDrop(p->pConn);
}

void newsStoreBegin(NewsStore *p) {
  if( p->nDeep++ > 0 ) {
    newsStoreFail(p, SQLITE_ERROR, "it is used by its own content table");
    return;
  }
  p->rc = SQLITE_OK;
  p->iRowid = sqlite3_last_insert_rowid(p->db);
  sqlite3_free(p->zErr);
  p->zErr = 0;
  newsTickBegin(&p->tick, &p->pConn->pace, &p->arena);
}

int newsStoreEnd(NewsStore *p, char **pzErr) {
  int rc;
  newsStoreOk(p);
  rc = p->rc;
  if( --p->nDeep > 0 ) return rc;
  sqlite3_set_last_insert_rowid(p->db, p->iRowid);
  newsTickEnd(&p->tick, &p->arena);
  newsArenaClear(&p->arena);
  newsVecFree(&p->vMoved);
  if( rc && pzErr ) {
    sqlite3_free(*pzErr);
    *pzErr = p->zErr;
    p->zErr = 0;
  }
  newsListsClose(p->pList);
  if( rc ) newsListsForget(p->pList);
  return rc;
}

NewsSayMemo *newsStoreMemo(NewsStore *p) {
  if( p->pMemo == 0 ) p->pMemo = newsSayMemo(&p->arena);
  return p->pMemo;
}

/* The work until the next poll is counted on. */
void newsStoreRest(NewsStore *p) {
  i64 nBudget = p->arena.nBudget;
  newsStoreOk(p);
  newsArenaClear(&p->arena);
  p->arena.nBudget = nBudget;
  p->arena.rc = p->rc;
}

/*-------------------------------------------------------------- the errors */

int newsStoreOk(NewsStore *p) {
  if( p->rc == SQLITE_OK ) p->rc = p->arena.rc;
  return p->rc == SQLITE_OK;
}

static void storeFail(NewsStore *p, int rc, const char *zFormat, va_list ap) {
  char *z = zFormat ? sqlite3_vmprintf(zFormat, ap) : 0;
  if( newsStoreOk(p) ) {
    p->rc = p->arena.rc = rc;
    if( z ) p->zErr = sqlite3_mprintf("%s: %s", p->zName, z);
    if( zFormat && p->zErr == 0 ) p->rc = p->arena.rc = SQLITE_NOMEM;
  }
  sqlite3_free(z);
}

void newsStoreFail(NewsStore *p, int rc, const char *zFormat, ...) {
  va_list ap;
  va_start(ap, zFormat);
  storeFail(p, rc, zFormat, ap);
  va_end(ap);
}

void newsStoreCorrupt(NewsStore *p, const char *zTable, const char *zFormat,
                      ...) {
  va_list ap;
  char *z;
  va_start(ap, zFormat);
  z = sqlite3_vmprintf(zFormat, ap);
  va_end(ap);
  newsStoreFail(p, z ? SQLITE_CORRUPT_VTAB : SQLITE_NOMEM,
                "table \"%w_%s\" is corrupt: %s - run 'rebuild'", p->zName,
                zTable, z);
  sqlite3_free(z);
}

/* An error that SQLite reports for a statement. A shadow table that refuses a
** row is not as it should be; to be told of a constraint, SQLite would go on
** after OR IGNORE, with half of the rows written. */
static void storeSqlite(NewsStore *p, int rc) {
  int eCode = rc & 0xff;
  if( eCode == SQLITE_NOMEM || eCode == SQLITE_INTERRUPT ) {
    newsStoreFail(p, rc, 0);
  } else if( eCode == SQLITE_CONSTRAINT ) {
    newsStoreFail(p, SQLITE_CORRUPT_VTAB, "%s - run 'rebuild'",
                  sqlite3_errmsg(p->db));
  } else {
    newsStoreFail(p, rc, "%s", sqlite3_errmsg(p->db));
  }
}

/*---------------------------------------------------------- the statements */

char *newsStoreSql(NewsStore *p, const char *zSql) {
  sqlite3_str *pStr = sqlite3_str_new(p->db);
  for( ; *zSql; zSql++ ) {
    if( *zSql != '@' ) {
      sqlite3_str_appendchar(pStr, 1, *zSql);
      continue;
    }
    sqlite3_str_appendf(pStr, "\"%w\".\"%w_", p->zDb, p->zName);
    while( zSql[1] >= 'a' && zSql[1] <= 'z' ) {
      sqlite3_str_appendchar(pStr, 1, *++zSql);
    }
    sqlite3_str_appendchar(pStr, 1, '"');
  }
  return sqlite3_str_finish(pStr);
}

static sqlite3_stmt *storePrepare(NewsStore *p, char *zSql, u32 mFlag,
                                  int bOwn) {
  sqlite3_stmt *pStmt = 0;
  int rc;
  if( zSql == 0 ) newsStoreFail(p, SQLITE_NOMEM, 0);
  if( !newsStoreOk(p) ) {
    sqlite3_free(zSql);
    return 0;
  }
  rc = sqlite3_prepare_v3(p->db, zSql, -1, mFlag, &pStmt, 0);
  if( (rc & 0xff) == SQLITE_ERROR && bOwn ) {
    newsStoreFail(p, SQLITE_CORRUPT_VTAB, "%s in: %.*s - run 'rebuild'",
                  sqlite3_errmsg(p->db),
                  newsValueShown(zSql, strlen(zSql), STORE_SHOWN), zSql);
  } else if( rc ) {
    storeSqlite(p, rc);
  }
  sqlite3_free(zSql);
  return pStmt;
}

sqlite3_stmt *newsStorePrepare(NewsStore *p, char *zSql, int bOwn) {
  return storePrepare(p, zSql, 0, bOwn);
}

sqlite3_stmt *newsStoreStmt(NewsStore *p, int eSet, const char *const *azSql,
                            int i) {
  static const u32 mFlag = SQLITE_PREPARE_PERSISTENT | SQLITE_PREPARE_NO_VTAB;
  sqlite3_stmt **ppStmt = &p->apStmt[eSet][i];
  if( !newsStoreOk(p) ) return 0;
  if( *ppStmt == 0 ) {
    *ppStmt = storePrepare(p, newsStoreSql(p, azSql[i]), mFlag, 1);
  }
  return *ppStmt;
}

sqlite3_stmt *newsStoreStmtOf(NewsStore *p, int eSet, const char *const *azSql,
                              int i, i64 iFirst) {
  sqlite3_stmt *pStmt = newsStoreStmt(p, eSet, azSql, i);
  if( pStmt ) sqlite3_bind_int64(pStmt, 1, iFirst);
  return pStmt;
}

void newsStoreText(NewsStore *p, sqlite3_stmt *pStmt, int i, const char *z,
                   i64 n) {
  if( pStmt && z ) {
    u64 nByte = n < 0 ? strlen(z) : (u64)n;
    int rc =
        sqlite3_bind_text64(pStmt, i, z, nByte, SQLITE_TRANSIENT, SQLITE_UTF8);
    if( rc ) storeSqlite(p, rc);
  }
}

void newsStoreBlob(NewsStore *p, sqlite3_stmt *pStmt, int i, const void *a,
                   i64 n) {
  int rc = pStmt ? sqlite3_bind_blob64(pStmt, i, a, (u64)n, SQLITE_STATIC) : 0;
  if( rc ) storeSqlite(p, rc);
}

void newsStoreValue(NewsStore *p, sqlite3_stmt *pStmt, int i,
                    const sqlite3_value *pVal) {
  int rc = pStmt && pVal ? sqlite3_bind_value(pStmt, i, pVal) : 0;
  if( rc ) storeSqlite(p, rc);
}

void newsStoreReset(NewsStore *p, sqlite3_stmt *pStmt) {
  int rc = sqlite3_reset(pStmt);
  if( rc ) storeSqlite(p, rc);
  if( pStmt ) sqlite3_clear_bindings(pStmt);
}

int newsStoreStep(NewsStore *p, sqlite3_stmt *pStmt) {
  if( newsStoreOk(p) && pStmt && sqlite3_step(pStmt) == SQLITE_ROW ) return 1;
  newsStoreReset(p, pStmt);
  return 0;
}

void newsStoreRun(NewsStore *p, sqlite3_stmt *pStmt) {
  while( newsStoreStep(p, pStmt) ) {
  }
}

void newsStoreRun3(NewsStore *p, sqlite3_stmt *pStmt, i64 iSecond, i64 iThird) {
  int n = pStmt ? sqlite3_bind_parameter_count(pStmt) : 0;
  if( n > 1 ) sqlite3_bind_int64(pStmt, 2, iSecond);
  if( n > 2 ) sqlite3_bind_int64(pStmt, 3, iThird);
  newsStoreRun(p, pStmt);
}

void newsStoreExecRaw(NewsStore *p, char *zSql) {
  sqlite3_stmt *pStmt = newsStorePrepare(p, zSql, 1);
  int rc;
  if( pStmt == 0 ) return;
  while( sqlite3_step(pStmt) == SQLITE_ROW ) {
  }
  rc = sqlite3_finalize(pStmt);
  if( rc ) storeSqlite(p, rc);
}

void newsStoreExec(NewsStore *p, const char *zSql) {
  newsStoreExecRaw(p, newsStoreSql(p, zSql));
}

i64 newsStoreInt(NewsStore *p, sqlite3_stmt *pStmt, i64 iElse) {
  i64 i = iElse;
  if( newsStoreStep(p, pStmt) ) {
    i = sqlite3_column_int64(pStmt, 0);
    newsStoreReset(p, pStmt);
  }
  return i;
}

/*-------------------------------------------------------------- the config */

i64 newsStoreGet(NewsStore *p, const char *zKey, i64 iElse) {
  sqlite3_stmt *pStmt = newsStoreStmt(p, NEWS_SET_STORE, azStoreSql, STORE_GET);
  newsStoreText(p, pStmt, 1, zKey, -1);
  return newsStoreInt(p, pStmt, iElse);
}

void newsStorePut(NewsStore *p, const char *zKey, i64 iValue) {
  sqlite3_stmt *pStmt = newsStoreStmt(p, NEWS_SET_STORE, azStoreSql, STORE_PUT);
  if( pStmt == 0 ) return;
  newsStoreText(p, pStmt, 1, zKey, -1);
  sqlite3_bind_int64(pStmt, 2, iValue);
  newsStoreRun(p, pStmt);
}

i64 newsStoreSerial(NewsStore *p, u32 n) {
  i64 i = newsStoreGet(p, "serial", -1);
  if( newsStoreOk(p) && (i < 0 || i > 0xfffffff0 - (i64)n) ) {
    newsStoreCorrupt(p, "config", "serial is %lld", i);
  }
  newsStorePut(p, "serial", i + n);
  return i + 1;
}
