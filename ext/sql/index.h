/*
** index.h: the virtual table news_index: many reports, and what they share.
**
**     CREATE VIRTUAL TABLE wire USING news_index(body=text, title=headline,
**       outlet=publisher, published=date, content=article, content_rowid=id);
**
** A row is a report. Its columns are the roles that the arguments name, then,
** hidden, the table's own name (commands, and the query of wire(query); read,
** it is the schema that the index is in), n, similarity, containment, event.
**
** Files: args.c (the arguments), index.c (the module's methods), content.c
** (where the columns come from), digest.c (what follows from a report alone;
** ahead.c: by threads), place.c (a report is added, or goes), search.c (who
** shares wording with a text), command.c (rebuild ...), check.c
** (integrity-check); below them store.c, schema.c (shadow tables), list.c.
** What is placed: remarks, entities, events: the files of those names.
*/
#ifndef NEWS_INDEX_H
#define NEWS_INDEX_H

#include "sql/report.h"
#include "sql/store.h"

/* What a column is for. */
#define NEWS_ROLE_BODY 0
#define NEWS_ROLE_TITLE 1
#define NEWS_ROLE_OUTLET 2
#define NEWS_ROLE_PUBLISHED 3
#define NEWS_ROLES 4

/* Hidden columns, behind the roles. */
#define NEWS_HIDDEN_SELF 0
#define NEWS_HIDDEN_N 1
#define NEWS_HIDDEN_SIMILARITY 2
#define NEWS_HIDDEN_CONTAINMENT 3
#define NEWS_HIDDEN_EVENT 4
#define NEWS_HIDDENS 5

typedef struct NewsIndexArgs NewsIndexArgs;
struct NewsIndexArgs {
  u8 aRole[NEWS_ROLES];       /* Roles in the order of the columns */
  int nRole;                  /* How many there are */
  char *azColumn[NEWS_ROLES]; /* By role: its column of the content table;
                              ** NULL: there is no such role */
  char *zContent;             /* Content table; NULL: the index keeps it */
  char *zContentRowid;        /* Its rowid's column */
};

struct NewsIndex {
  sqlite3_vtab base; /* First */
  NewsStore store;
  NewsIndexArgs args;
  sqlite3_stmt *pContent; /* Reads a report's columns for search.c */
  NewsIndex *pNext;       /* In the connection's list */
  u8 bRebuilt;            /* The last change was the last step of 'rebuild' */
  int iSavepoint;         /* The innermost that is open; -1: none */
  int iHalf;              /* The innermost that was when a change failed with
                          ** some of it done; -1: none; NEWS_WHOLE: none did */
};

#define NEWS_WHOLE (-2)

/* args.c: read the arguments of CREATE VIRTUAL TABLE, argc of them behind the
** table's name. An SQLite code; the error to *pzErr. Free in every case. */
int newsIndexArgs(NewsIndexArgs *p, const char *zName, int argc,
                  const char *const *argv, char **pzErr);

/* Whether an index of these arguments may have a name: it is no column's. */
int newsIndexMayBe(const NewsIndexArgs *p, const char *zName);
void newsIndexArgsFree(NewsIndexArgs *p);

/* The word for a role: "body" ... Static. The name of a hidden column. */
const char *newsRoleName(int eRole);
const char *newsHiddenName(const NewsIndex *p, int iHidden);

/*
** content.c: the columns of report iReport, whose values by role are those of
** the statement *ppStmt (NULL for roles that there are not), which is prepared
** where it is NULL; newsStoreReset() when done. NULL where there is no such
** report, which for Need is an error, and after an error.
*/
sqlite3_stmt *newsContentSeek(NewsIndex *p, sqlite3_stmt **ppStmt, i64 iReport);
sqlite3_stmt *newsContentNeed(NewsIndex *p, sqlite3_stmt **ppStmt, i64 iReport);

/* The body of its row, as text (value.h). */
void newsContentText(NewsIndex *p, sqlite3_stmt *pStmt, const u8 **pz, u32 *pn);

/* Copies of the columns of a report, by role; 0 where there is no such report.
** Free them in every case; apVal was zeroed before. */
int newsContentValues(NewsIndex *p, i64 iReport, sqlite3_value **apVal);
void newsContentFree(sqlite3_value **apVal);

/* Keep, or forget, what was given for a report, where the index does; whether
** it does for this one. apVal is by role; NULL: not given. */
void newsContentPut(NewsIndex *p, i64 iReport, sqlite3_value **apVal);
void newsContentDrop(NewsIndex *p, i64 iReport);
int newsContentHas(NewsIndex *p, i64 iReport);

/* A statement that gives rowid and published of all reports, to be finalized.
** NULL after an error. */
sqlite3_stmt *newsContentScan(NewsIndex *p);

/* Fail where the content table is not there, or a column of it. */
void newsContentTest(NewsIndex *p);

/* place.c: whether there is such a report; add one, by its values by role;
** take it out. */
int newsIndexHas(NewsIndex *p, i64 iReport);
void newsIndexAdd(NewsIndex *p, i64 iReport, sqlite3_value **apVal);
void newsIndexRemove(NewsIndex *p, i64 iReport);

/* command.c: INSERT INTO wire(wire, n) VALUES(pCommand, pArg). */
void newsIndexCommand(NewsIndex *p, sqlite3_value *pCommand,
                      sqlite3_value *pArg);

/* check.c: fail where the shadow tables are not what they should be. */
void newsIndexCheck(NewsIndex *p);

/* pairs.c: the table-valued function news_pairs. */
int newsPairsRegister(NewsConn *pConn);
void newsPairsForget(NewsConn *pConn);

/* Register the module, and news_pairs; take them off. */
int newsIndexRegister(NewsConn *pConn);
void newsIndexForget(NewsConn *pConn);

#endif /* NEWS_INDEX_H */
