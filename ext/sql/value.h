/*
** value.h: arguments as text, and results.
*/
#ifndef NEWS_VALUE_H
#define NEWS_VALUE_H

#include "base/base.h"

/*
** An argument as UTF-8, up to its first NUL: TEXT, a BLOB as its bytes
** whatever the encoding of the database, a number as it is written. *pz is
** not zero-terminated, is SQLite's, and holds until the argument is used in
** another way; it is NULL for NULL only. Returns an SQLite code.
*/
int newsValueText(sqlite3_value *pVal, const u8 **pz, u32 *pn);

/* The same for a column of a statement's row, until the next step. */
int newsValueColumn(sqlite3_stmt *pStmt, int iCol, const u8 **pz, u32 *pn);

/* How many of n bytes of text an error shows, for "%.*s": nMost characters
** at most. The text may be NULL if n is 0. */
#define NEWS_VALUE_SHOWN 40
int newsValueShown(const void *z, u64 n, int nMost);

/* The same of a value, whose text is *pz; "" where there is none. */
int newsValueShow(sqlite3_value *pVal, const char **pz);

/* Make an SQLite code (not SQLITE_OK) the result: an error. */
void newsResultCode(sqlite3_context *pCtx, int rc);

/* Make a formatted message the error of a function. */
void newsResultError(sqlite3_context *pCtx, const char *zFormat, ...);

/* Make what is in pStr the text result, and free it; one that is JSON, so that
** json_object() and the like nest it. */
void newsResultStr(sqlite3_context *pCtx, sqlite3_str *pStr);
void newsResultJson(sqlite3_context *pCtx, sqlite3_str *pStr);

#endif /* NEWS_VALUE_H */
