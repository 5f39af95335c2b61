/*
** conn.h: what the extension keeps for one connection.
**
** The modules of a connection and their tables share one NewsConn. It goes
** with the last of them, when the connection is closed. There are no globals:
** connections know nothing of each other.
*/
#ifndef NEWS_CONN_H
#define NEWS_CONN_H

#include "sql/tick.h"

typedef struct NewsConn NewsConn;
typedef struct NewsReport NewsReport;
typedef struct NewsIndex NewsIndex;

struct NewsConn {
  sqlite3 *db;
  int nRef;            /* Modules and tables that hold it */
  NewsPace pace;       /* Work until the next poll for interrupts */
  NewsReport *pReport; /* Reports in memory, latest use first (report.h) */
  NewsIndex *pIndex;   /* Indexes that are connected (index.h) */
};

/* A new one, held once by the caller. NULL: out of memory. */
NewsConn *newsConnNew(sqlite3 *db);

/* Hold it once more (gives p); let go of it. */
NewsConn *newsConnHold(NewsConn *p);
void newsConnDrop(NewsConn *p);

#endif /* NEWS_CONN_H */
