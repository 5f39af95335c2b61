/*
** conn.c: see conn.h.
*/
#include "sql/conn.h"

#include "sql/report.h"

NewsConn *newsConnNew(sqlite3 *db) {
  NewsConn *p = sqlite3_malloc64(sizeof(*p));
  if( p ) {
    memset(p, 0, sizeof(*p));
    p->db = db;
    p->nRef = 1;
    newsPaceInit(&p->pace, db);
  }
  return p;
}

NewsConn *newsConnHold(NewsConn *p) {
  p->nRef++;
  return p;
}

void newsConnDrop(NewsConn *p) {
  if( --p->nRef > 0 ) return;
  newsReportForget(p);
  sqlite3_free(p);
}
