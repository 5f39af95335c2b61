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
#include "sql/index.h"
#include "sql/tvf.h"

/* The oldest SQLite that has all that is used without asking: 3.31 has
** SQLITE_INNOCUOUS. */
#define MAIN_SQLITE 3031000

/* What there is to register, and how it is taken off again. */
static const struct {
  int (*xRegister)(NewsConn *);
  void (*xForget)(NewsConn *);
} aMainPart[] = {
    {newsFuncRegister, 0},
    {newsTvfRegister, newsTvfForget},
    {newsIndexRegister, newsIndexForget},
};

/*
** Where this fails, SQLite unloads the library. It would call the destructors
** of modules at the end of the connection nevertheless, so these must not be
** left behind.
*/
static int mainRegister(NewsConn *pConn) {
  int i, rc = SQLITE_OK;
  for( i = 0; i < NEWS_COUNT(aMainPart) && rc == SQLITE_OK; i++ ) {
    rc = aMainPart[i].xRegister(pConn);
  }
  while( rc && --i >= 0 ) {
    if( aMainPart[i].xForget ) aMainPart[i].xForget(pConn);
  }
  return rc;
}

int sqlite3_news_init(sqlite3 *db, char **pzErr,
                      const sqlite3_api_routines *pApi) {
  NewsConn *pConn;
  int rc;
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
  rc = mainRegister(pConn);
  newsConnDrop(pConn);
  if( rc && pzErr ) *pzErr = sqlite3_mprintf("news: %s", sqlite3_errmsg(db));
  return rc;
}
