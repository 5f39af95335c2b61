/*
** func.h: scalar functions.
*/
#ifndef NEWS_FUNC_H
#define NEWS_FUNC_H

#include "sql/conn.h"

/*
** Register all of them with a connection. An SQLite code.
**
** The client data of each is a NewsPace of its own, with sqlite3_free() as
** destructor: where a later step of loading fails, SQLite unloads this library
** but keeps the functions, and calls the destructor at the end.
*/
int newsFuncRegister(NewsConn *pConn);

/* The function news_debug(): see debug.c. */
void newsDebugFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);

/* Two reports side by side: see pair.c. */
void newsSignatureFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);
void newsSimilarityFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);
void newsContainmentFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);
void newsRemarkFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);
void newsOutletFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);
void newsLeftFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);
void newsDiffFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv);

#endif /* NEWS_FUNC_H */
