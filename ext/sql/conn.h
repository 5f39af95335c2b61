/*
** conn.h: what the extension keeps for one connection.
**
** The functions and modules of a connection share one NewsConn as their
** client data. It goes with the last of them, when the connection is closed.
** There are no globals: connections know nothing of each other.
*/
#ifndef NEWS_CONN_H
#define NEWS_CONN_H

#include "sql/tick.h"

typedef struct NewsConn NewsConn;
typedef struct NewsReport NewsReport;

struct NewsConn {
  sqlite3 *db;
  int nRef;            /* Functions, modules and tables that hold it */
  NewsPace pace;       /* Work until the next poll for interrupts */
  NewsReport *pReport; /* Reports in memory, latest use first (report.h) */
};

/* A new one, held once by the caller. NULL: out of memory. */
NewsConn *newsConnNew(sqlite3 *db);

/* Hold it once more; gives p. Let go of it: the type is that of the
** destructors of sqlite3_create_function_v2() and its like. */
NewsConn *newsConnHold(NewsConn *p);
void newsConnDrop(void *p);

#endif /* NEWS_CONN_H */
