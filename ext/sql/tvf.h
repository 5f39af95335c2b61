/*
** tvf.h: table-valued functions: one module for all of them.
**
** A function is a NewsTvf: its name, its columns, its arguments (which become
** hidden columns behind the others), and how its rows come. The module does
** the rest: planning, looking the report up, counting rows.
**
** The first column of each is its id, which counts the rows from 1 and is the
** rowid. The first argument of each is a text, and pReport of the cursor is
** that text; there are no rows where it is NULL.
*/
#ifndef NEWS_TVF_H
#define NEWS_TVF_H

#include "sql/report.h"

#define NEWS_TVF_ARGS 3 /* Arguments at most */

typedef struct NewsTvf NewsTvf;
typedef struct NewsColumn NewsColumn;
typedef struct NewsCursor NewsCursor;

/* A column. xColumn gives its value in the row of the cursor; iArg is what
** tells apart the columns that share a function. NULL for the id. */
struct NewsColumn {
  const char *zDecl; /* Name and type */
  void (*xColumn)(NewsCursor *p, sqlite3_context *pCtx, int iArg);
  int iArg;
};

struct NewsTvf {
  const char *zName;
  const char *zCall;                    /* How it is called: "f(a [, b])" */
  const char *azArg[NEWS_TVF_ARGS + 1]; /* Names, up to a NULL */
  int nNeed;                            /* Arguments that must be there */
  int nEstimate;                        /* Rows for a report of usual length */
  const NewsColumn *aColumn;
  int nColumn;

  /*
  ** Begin with new arguments: apArg[i] is NULL where one is not given, and
  ** pReport is there. Where rows can be counted beforehand it sets nRow, and
  ** xNext is NULL; else it goes to the first row as xNext goes to the next,
  ** which sets iRow's values or calls newsCursorEnd(). SQLite codes.
  */
  int (*xStart)(NewsCursor *p, sqlite3_value **apArg);
  int (*xNext)(NewsCursor *p);

  /* Bytes of a part of the row, for the columns below; empty: none. */
  NewsSpan (*xSpan)(const NewsCursor *p, int iArg);

  /* Free pState of a cursor. May be NULL. */
  void (*xClose)(NewsCursor *p);
};

struct NewsCursor {
  sqlite3_vtab_cursor base;
  const NewsTvf *pTvf;
  NewsConn *pConn;     /* The table's */
  NewsReport *pReport; /* Held; NULL before the first row is asked for */
  sqlite3_value *apArg[NEWS_TVF_ARGS]; /* Copies of those behind the first */
  i64 iRow;                            /* Id of the row */
  i64 nRow;  /* The last row's; less than iRow: no more rows */
  int eActs; /* For the function's use, as all below */
  NewsSpan tok;
  u32 iSentence;
  void *pState;
};

/* There are no (more) rows. */
void newsCursorEnd(NewsCursor *p);

/* An error message, which begins with the function's name. SQLITE_ERROR, or
** SQLITE_NOMEM. */
int newsCursorError(NewsCursor *p, const char *zFormat, ...);

/* Set eActs from the argument acts, which may be NULL. An SQLite code. */
int newsCursorActs(NewsCursor *p, sqlite3_value *pVal);

/* Make a part of the report; 0 after an error, which is then the column's. */
int newsCursorNeed(NewsCursor *p, sqlite3_context *pCtx, int ePart);

/* Columns: what xSpan gives for iArg as text, its start (from 1), and its
** length in characters. NULL for an empty span. */
void newsColumnText(NewsCursor *p, sqlite3_context *pCtx, int iArg);
void newsColumnStart(NewsCursor *p, sqlite3_context *pCtx, int iArg);
void newsColumnLength(NewsCursor *p, sqlite3_context *pCtx, int iArg);

/* Results: bytes of the report; spans of them as JSON; a string, or NULL. */
void newsResultBytes(NewsCursor *p, sqlite3_context *pCtx, NewsSpan bytes);
void newsResultSpans(NewsCursor *p, sqlite3_context *pCtx,
                     const NewsSpan *aSpan, u32 nSpan);
void newsResultString(sqlite3_context *pCtx, const char *z);

/* The functions. */
extern const NewsTvf newsTvfQuotes;
extern const NewsTvf newsTvfSources;
extern const NewsTvf newsTvfCredits;
extern const NewsTvf newsTvfSentences;
extern const NewsTvf newsTvfWords;
extern const NewsTvf newsTvfMatch;
extern const NewsTvf newsTvfShared;

/* Register all of them with a connection: an SQLite code. Take them off. */
int newsTvfRegister(NewsConn *pConn);
void newsTvfForget(NewsConn *pConn);

#endif /* NEWS_TVF_H */
