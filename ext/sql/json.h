/*
** json.h: JSON as text.
*/
#ifndef NEWS_JSON_H
#define NEWS_JSON_H

#include "text/text.h"

/* Append [[start, length], ...]: spans of bytes of the report, as positions
** for substr(). Errors are in pStr. */
void newsJsonSpans(sqlite3_str *pStr, const NewsText *pText,
                   const NewsSpan *aSpan, u32 nSpan);

/* Append n bytes of UTF-8 as a string, quotation marks included. */
void newsJsonString(sqlite3_str *pStr, const u8 *z, u32 n);

#endif /* NEWS_JSON_H */
