/*
** json.c: see json.h.
*/
#include "sql/json.h"

void newsJsonSpans(sqlite3_str *pStr, const NewsText *pText,
                   const NewsSpan *aSpan, u32 nSpan) {
  u32 i;
  sqlite3_str_appendchar(pStr, 1, '[');
  for( i = 0; i < nSpan; i++ ) {
    u32 iFrom = newsTextChar(pText, aSpan[i].iFrom);
    u32 iTo = newsTextChar(pText, aSpan[i].iTo);
    sqlite3_str_appendf(pStr, "%s[%u,%u]", i ? "," : "", iFrom + 1,
                        iTo - iFrom);
  }
  sqlite3_str_appendchar(pStr, 1, ']');
}

void newsJsonString(sqlite3_str *pStr, const u8 *z, u32 n) {
  u32 i, iDone = 0;
  sqlite3_str_appendchar(pStr, 1, '"');
  for( i = 0; i < n; i++ ) {
    u8 c = z[i];
    if( c >= 0x20 && c != '"' && c != '\\' ) continue;
    sqlite3_str_append(pStr, (const char *)&z[iDone], (int)(i - iDone));
    if( c < 0x20 ) {
      sqlite3_str_appendf(pStr, "\\u%04x", c);
    } else {
      sqlite3_str_appendf(pStr, "\\%c", c);
    }
    iDone = i + 1;
  }
  sqlite3_str_append(pStr, (const char *)&z[iDone], (int)(n - iDone));
  sqlite3_str_appendchar(pStr, 1, '"');
}
