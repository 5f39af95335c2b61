/*
** func.h: scalar functions.
*/
#ifndef NEWS_FUNC_H
#define NEWS_FUNC_H

#include "sql/conn.h"

/* Register all of them with a connection. An SQLite code. */
int newsFuncRegister(NewsConn *pConn);

/* The function news_debug(): see debug.c. */
void newsDebugFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);

#endif /* NEWS_FUNC_H */
