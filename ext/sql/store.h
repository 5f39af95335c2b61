/*
** store.h: the tables that stand beside an index, as statements and values.
**
** An index "wire" in the schema "main" keeps all it knows in ordinary tables
** main.wire_report, main.wire_quote, ...: its shadow tables, described in
** schema.h. Everything that reads or writes them goes through a NewsStore:
** statements are written with "@quote" for "main"."wire_quote", are prepared
** when they are first needed, and kept until the index is disconnected.
**
** Errors are sticky: the first is kept in rc (and in zErr what to tell), and
** after it nothing is done. The methods of the virtual table begin with
** newsStoreBegin() and end with newsStoreEnd(), which hands the error over.
*/
#ifndef NEWS_STORE_H
#define NEWS_STORE_H

#include "sql/conn.h"

/* Statements are in sets, one a file that uses them. */
#define NEWS_SET_STORE 0
#define NEWS_SET_PLACE 1
#define NEWS_SET_LIST 2
#define NEWS_SET_SEARCH 3
#define NEWS_SET_REMARK 4
#define NEWS_SET_ENTITY 5
#define NEWS_SET_EVENT 6
#define NEWS_SET_COMMAND 7
#define NEWS_SET_SCHEMA 8
#define NEWS_SET_SEGMENT 9
#define NEWS_SET_CONTENT 10
#define NEWS_SET_CHECK 11
#define NEWS_SET_ROW 12
#define NEWS_SET_TODO 13
#define NEWS_SET_NAME 14
#define NEWS_SET_VOICE 15
#define NEWS_SET_TELL 16
#define NEWS_SET_WORDING 17
#define NEWS_SETS 18
#define NEWS_SET_MOST 32 /* Statements in a set, at most */

/* Stands behind the statements of a set. */
#define NEWS_SET_FITS(az) \
  _Static_assert(NEWS_COUNT(az) <= NEWS_SET_MOST, "too many statements")

typedef struct NewsStore NewsStore;
typedef struct NewsLists NewsLists;
typedef struct NewsSketches NewsSketches;
typedef struct NewsAnchors NewsAnchors;
typedef struct NewsRecalls NewsRecalls;

struct NewsStore {
  NewsConn *pConn; /* Held */
  sqlite3 *db;     /* pConn's */
  char *zDb;       /* Schema. Owned, as zName */
  char *zName;     /* Of the index */
  int rc;          /* SQLITE_OK, or the first error since Begin. Sticky */
  char *zErr;      /* What to tell of it, or NULL. Owned */
  NewsArena arena; /* Memory until newsStoreEnd(), and the tick; its code is
                    ** taken over by newsStoreOk() */
  NewsTick tick;
  int nDeep;                 /* Begins without their Ends */
  i64 iRowid;                /* last_insert_rowid() of the user's statements */
  NewsLists *pList;          /* list.c's */
  NewsSketches *pSketch;     /* sketch.c's; NULL: none yet */
  NewsAnchors *pAnchor;      /* anchor.c's; likewise */
  NewsRecalls *pRecall;      /* recall.c's; likewise */
  struct NewsSayMemo *pMemo; /* newsStoreMemo(), or NULL */
  u32 iTurn; /* Another in each transaction that writes, in which nobody else
              ** does */
  NewsVec vMoved; /* of i64: rows of @said whose remark is another than it
                    ** was, for entity.c */
  i64 iChecked;   /* Generation that newsSchemaCheck() found in order */
  sqlite3_stmt *apStmt[NEWS_SETS][NEWS_SET_MOST];
};

/* A store for an index; free it in every case. SQLite codes. */
int newsStoreInit(NewsStore *p, NewsConn *pConn, const char *zDb,
                  const char *zName);
void newsStoreFree(NewsStore *p);

/* Finalize all statements, before tables are renamed or dropped. */
void newsStoreForget(NewsStore *p);

/* Begin a piece of work; end it: gives its code, and the message to *pzErr
** (which is freed first). Where it failed, what list.c keeps in memory is
** forgotten. */
void newsStoreBegin(NewsStore *p);
int newsStoreEnd(NewsStore *p, char **pzErr);

/* What is known of frequent words (say.h). NULL after an error. */
struct NewsSayMemo *newsStoreMemo(NewsStore *p);

/* Free the arena's memory between two steps of long work, so that it is bounded
** by one of them. */
void newsStoreRest(NewsStore *p);

/* Whether there was no error, the arena's included. */
int newsStoreOk(NewsStore *p);

/* Set the error, if there is none yet. The message begins with the index's
** name; zFormat may be NULL. */
void newsStoreFail(NewsStore *p, int rc, const char *zFormat, ...);

/* The same for a shadow table that does not hold what it should:
** SQLITE_CORRUPT_VTAB; zTable is its suffix ("quote"). */
void newsStoreCorrupt(NewsStore *p, const char *zTable, const char *zFormat,
                      ...);

/*
** Statement i of a set, whose text is azSql[i]; reset, without values bound.
** NULL after an error. It must be taken to its end with newsStoreStep(), or
** be left with newsStoreReset(), before it is used again.
*/
sqlite3_stmt *newsStoreStmt(NewsStore *p, int eSet, const char *const *azSql,
                            int i);

/* The same with its first parameter bound. */
sqlite3_stmt *newsStoreStmtOf(NewsStore *p, int eSet, const char *const *azSql,
                              int i, i64 iFirst);

/* Bind parameter i: a text of n bytes (-1: up to its NUL), which is copied; a
** blob, which must last until the statement has run; a value. Nothing where
** pStmt, the text or the value is NULL; an error where it is too long for the
** connection. */
void newsStoreText(NewsStore *p, sqlite3_stmt *pStmt, int i, const char *z,
                   i64 n);
void newsStoreBlob(NewsStore *p, sqlite3_stmt *pStmt, int i, const void *a,
                   i64 n);
void newsStoreValue(NewsStore *p, sqlite3_stmt *pStmt, int i,
                    const sqlite3_value *pVal);

/* Step: 1 for a row; 0 at the end and after an error, with the statement
** reset. p may have failed, and pStmt be NULL: 0. */
int newsStoreStep(NewsStore *p, sqlite3_stmt *pStmt);

/* Run to the end and reset. */
void newsStoreRun(NewsStore *p, sqlite3_stmt *pStmt);
void newsStoreReset(NewsStore *p, sqlite3_stmt *pStmt);

/* Bind the second parameter, and the third, as far as there are such, and run
** it. */
void newsStoreRun3(NewsStore *p, sqlite3_stmt *pStmt, i64 iSecond, i64 iThird);

/* Run a statement once, with "@" as above; and one that is made with
** sqlite3_mprintf() and is written as it is, which is freed (NULL: no
** memory). */
void newsStoreExec(NewsStore *p, const char *zSql);
void newsStoreExecRaw(NewsStore *p, char *zSql);

/* One integer: the first column of the first row, iElse where there is none.
** Values are bound by the caller; it is reset. */
i64 newsStoreInt(NewsStore *p, sqlite3_stmt *pStmt, i64 iElse);

/* Prepare zSql, which is freed: sqlite3_finalize(). NULL after an error. bOwn:
** it names shadow tables only, so that no error of it is the user's. */
sqlite3_stmt *newsStorePrepare(NewsStore *p, char *zSql, int bOwn);

/* zSql with "@name" written out. NULL after an error; sqlite3_free(). */
char *newsStoreSql(NewsStore *p, const char *zSql);

/*
** Numbers that the index keeps in @config: 'generation' changes when what
** other connections may hold in memory of the lists is no longer so; 'serial'
** is the last number given (see newsStoreSerial).
*/
i64 newsStoreGet(NewsStore *p, const char *zKey, i64 iElse);
void newsStorePut(NewsStore *p, const char *zKey, i64 iValue);

/* n numbers that no item of the index has ever had: the first of them. */
i64 newsStoreSerial(NewsStore *p, u32 n);

#endif /* NEWS_STORE_H */
