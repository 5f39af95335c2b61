/*
** content.c: where the columns of a report come from: @content, or the user's
** own table.
*/
#include "sql/index.h"
#include "sql/value.h"

#define CONTENT_PUT 0
#define CONTENT_DROP 1
#define CONTENT_HAS 2

static const char *const azContentSql[] = {
    "INSERT INTO @content VALUES(?1, ?2, ?3, ?4, ?5)",
    "DELETE FROM @content WHERE id = ?1",
    "SELECT 1 FROM @content WHERE id = ?1",
};
NEWS_SET_FITS(azContentSql);

/* An expression for a role. */
static void contentColumn(sqlite3_str *pStr, const NewsIndex *p, int eRole) {
  if( p->args.azColumn[eRole] == 0 ) {
    sqlite3_str_appendall(pStr, "NULL");
  } else if( p->args.zContent ) {
    sqlite3_str_appendf(pStr, "\"%w\".\"%w\"", p->args.zContent,
                        p->args.azColumn[eRole]);
  } else {
    sqlite3_str_appendall(pStr, newsRoleName(eRole));
  }
}

static void contentTable(sqlite3_str *pStr, const NewsIndex *p) {
  if( p->args.zContent ) {
    sqlite3_str_appendf(pStr, " FROM \"%w\".\"%w\"", p->store.zDb,
                        p->args.zContent);
  } else {
    sqlite3_str_appendf(pStr, " FROM \"%w\".\"%w_content\"", p->store.zDb,
                        p->store.zName);
  }
}

/* The columns stand behind their table's name, which errors then tell. */
static void contentRowid(sqlite3_str *pStr, const NewsIndex *p) {
  if( p->args.zContent ) {
    sqlite3_str_appendf(pStr, "\"%w\".\"%w\"", p->args.zContent,
                        p->args.zContentRowid);
  } else {
    sqlite3_str_appendall(pStr, "id");
  }
}

/* The columns of one report, or rowid and published of all. */
static sqlite3_stmt *contentPrepare(NewsIndex *p, int bAll) {
  sqlite3_str *pStr = sqlite3_str_new(p->store.db);
  int i;
  sqlite3_str_appendall(pStr, "SELECT ");
  if( bAll ) {
    contentRowid(pStr, p);
    sqlite3_str_appendchar(pStr, 1, ',');
    contentColumn(pStr, p, NEWS_ROLE_PUBLISHED);
  }
  for( i = 0; i < NEWS_ROLES && !bAll; i++ ) {
    if( i ) sqlite3_str_appendchar(pStr, 1, ',');
    contentColumn(pStr, p, i);
  }
  contentTable(pStr, p);
  if( !bAll ) {
    sqlite3_str_appendall(pStr, " WHERE ");
    contentRowid(pStr, p);
    sqlite3_str_appendall(pStr, " = ?1");
  }
  return newsStorePrepare(&p->store, sqlite3_str_finish(pStr),
                          p->args.zContent == 0);
}

sqlite3_stmt *newsContentSeek(NewsIndex *p, sqlite3_stmt **ppStmt,
                              i64 iReport) {
  if( !newsStoreOk(&p->store) ) return 0;
  if( *ppStmt == 0 ) *ppStmt = contentPrepare(p, 0);
  if( *ppStmt ) sqlite3_bind_int64(*ppStmt, 1, iReport);
  return newsStoreStep(&p->store, *ppStmt) ? *ppStmt : 0;
}

sqlite3_stmt *newsContentNeed(NewsIndex *p, sqlite3_stmt **ppStmt,
                              i64 iReport) {
  sqlite3_stmt *pStmt = newsContentSeek(p, ppStmt, iReport);
  if( pStmt ) return pStmt;
  newsStoreFail(&p->store, SQLITE_CORRUPT_VTAB,
                "report %lld is missing in its content table \"%w%s\"", iReport,
                p->args.zContent ? p->args.zContent : p->store.zName,
                p->args.zContent ? "" : "_content");
  return 0;
}

void newsContentText(NewsIndex *p, sqlite3_stmt *pStmt, const u8 **pz,
                     u32 *pn) {
  int rc = newsValueColumn(pStmt, NEWS_ROLE_BODY, pz, pn);
  if( rc ) newsStoreFail(&p->store, rc, 0);
}

sqlite3_stmt *newsContentScan(NewsIndex *p) { return contentPrepare(p, 1); }

void newsContentTest(NewsIndex *p) { sqlite3_finalize(contentPrepare(p, 0)); }

int newsContentValues(NewsIndex *p, i64 iReport, sqlite3_value **apVal) {
  sqlite3_stmt *pStmt = newsContentSeek(p, &p->pContent, iReport);
  int i;
  for( i = 0; i < NEWS_ROLES && pStmt && newsStoreOk(&p->store); i++ ) {
    apVal[i] = sqlite3_value_dup(sqlite3_column_value(pStmt, i));
    if( apVal[i] == 0 ) newsStoreFail(&p->store, SQLITE_NOMEM, 0);
  }
  newsStoreReset(&p->store, pStmt);
  return pStmt != 0;
}

void newsContentFree(sqlite3_value **apVal) {
  int i;
  for( i = 0; i < NEWS_ROLES; i++ ) sqlite3_value_free(apVal[i]);
}

void newsContentPut(NewsIndex *p, i64 iReport, sqlite3_value **apVal) {
  sqlite3_stmt *pStmt;
  int i;
  if( p->args.zContent ) return;
  pStmt = newsStoreStmt(&p->store, NEWS_SET_CONTENT, azContentSql, CONTENT_PUT);
  if( pStmt == 0 ) return;
  sqlite3_bind_int64(pStmt, 1, iReport);
  for( i = 0; i < NEWS_ROLES; i++ ) {
    newsStoreValue(&p->store, pStmt, 2 + i, apVal[i]);
  }
  newsStoreRun(&p->store, pStmt);
}

int newsContentHas(NewsIndex *p, i64 iReport) {
  sqlite3_stmt *pStmt;
  if( p->args.zContent ) return 0;
  pStmt = newsStoreStmt(&p->store, NEWS_SET_CONTENT, azContentSql, CONTENT_HAS);
  if( pStmt ) sqlite3_bind_int64(pStmt, 1, iReport);
  return newsStoreInt(&p->store, pStmt, 0) != 0;
}

void newsContentDrop(NewsIndex *p, i64 iReport) {
  sqlite3_stmt *pStmt;
  if( p->args.zContent ) return;
  pStmt =
      newsStoreStmt(&p->store, NEWS_SET_CONTENT, azContentSql, CONTENT_DROP);
  if( pStmt ) sqlite3_bind_int64(pStmt, 1, iReport);
  newsStoreRun(&p->store, pStmt);
}
