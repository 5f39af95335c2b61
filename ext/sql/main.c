/*
** main.c: the entry point.
*/
#include "base/base.h"

#ifndef SQLITE_CORE
SQLITE_EXTENSION_INIT1
#endif

#include "news.h"
#include "sql/conn.h"
#include "sql/func.h"
#include "sql/tvf.h"

/* The oldest SQLite that has all that is used without asking: 3.31 has
** SQLITE_INNOCUOUS. */
#define MAIN_SQLITE 3031000

int sqlite3_news_init(sqlite3 *db, char **pzErr,
                      const sqlite3_api_routines *pApi) {
  static int (*const axRegister[])(NewsConn *) = {
      newsFuncRegister,
      newsTvfRegister,
  };
  NewsConn *pConn;
  int i, rc = SQLITE_OK;
#ifndef SQLITE_CORE
  SQLITE_EXTENSION_INIT2(pApi)
#endif
  NEWS_UNUSED(pApi);
  if( sqlite3_libversion_number() < MAIN_SQLITE ) {
    if( pzErr ) *pzErr = sqlite3_mprintf("news: needs SQLite 3.31 or newer");
    return SQLITE_ERROR;
  }
  pConn = newsConnNew(db);
  if( pConn == 0 ) return SQLITE_NOMEM;
  for( i = 0; i < NEWS_COUNT(axRegister) && rc == SQLITE_OK; i++ ) {
    rc = axRegister[i](pConn);
  }
  newsConnDrop(pConn);
  return rc;
}
