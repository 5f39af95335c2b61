/*
** value.c: see value.h.
*/
#include "sql/value.h"

#include <stdarg.h>

/* What SQLite gave for a value that is not NULL: n bytes at z. */
static int valueText(const u8 *z, int n, int eType, const u8 **pz, u32 *pn) {
  const u8 *zNul;
  if( z == 0 ) {
    /* A BLOB of no bytes has no address */
    if( n > 0 || eType != SQLITE_BLOB ) return SQLITE_NOMEM;
    z = (const u8 *)"";
  }
  zNul = n > 0 ? memchr(z, 0, (size_t)n) : z;
  *pz = z;
  *pn = zNul ? (u32)(zNul - z) : (u32)n;
  return SQLITE_OK;
}

int newsValueShown(const void *z, u64 n, int nMost) {
  const u8 *a = z;
  u64 i = 0, iNext;
  while( i < n && nMost-- > 0 ) {
    for( iNext = i++ + 4; i < n && i < iNext && (a[i] & 0xc0) == 0x80; i++ ) {
    }
  }
  return (int)i;
}

int newsValueText(sqlite3_value *pVal, const u8 **pz, u32 *pn) {
  int eType = sqlite3_value_type(pVal);
  const u8 *z;
  *pz = 0;
  *pn = 0;
  if( eType == SQLITE_NULL ) return SQLITE_OK;
  z = eType == SQLITE_BLOB ? sqlite3_value_blob(pVal)
                           : sqlite3_value_text(pVal);
  return valueText(z, sqlite3_value_bytes(pVal), eType, pz, pn);
}

int newsValueColumn(sqlite3_stmt *pStmt, int iCol, const u8 **pz, u32 *pn) {
  int eType = sqlite3_column_type(pStmt, iCol);
  const u8 *z;
  *pz = 0;
  *pn = 0;
  if( eType == SQLITE_NULL ) return SQLITE_OK;
  z = eType == SQLITE_BLOB ? sqlite3_column_blob(pStmt, iCol)
                           : sqlite3_column_text(pStmt, iCol);
  return valueText(z, sqlite3_column_bytes(pStmt, iCol), eType, pz, pn);
}

int newsValueShow(sqlite3_value *pVal, const char **pz) {
  const u8 *z;
  u32 n;
  if( newsValueText(pVal, &z, &n) || z == 0 ) z = (const u8 *)"";
  *pz = (const char *)z;
  return newsValueShown(z, n, NEWS_VALUE_SHOWN);
}

void newsResultCode(sqlite3_context *pCtx, int rc) {
  if( rc == SQLITE_NOMEM ) {
    sqlite3_result_error_nomem(pCtx);
  } else if( rc == SQLITE_TOOBIG ) {
    sqlite3_result_error_toobig(pCtx);
  } else {
    sqlite3_result_error_code(pCtx, rc);
  }
}

void newsResultError(sqlite3_context *pCtx, const char *zFormat, ...) {
  va_list ap;
  char *z;
  va_start(ap, zFormat);
  z = sqlite3_vmprintf(zFormat, ap);
  va_end(ap);
  if( z ) {
    sqlite3_result_error(pCtx, z, -1);
    sqlite3_free(z);
  } else {
    sqlite3_result_error_nomem(pCtx);
  }
}

void newsResultStr(sqlite3_context *pCtx, sqlite3_str *pStr) {
  int rc = sqlite3_str_errcode(pStr);
  u64 n = (u64)sqlite3_str_length(pStr);
  char *z = sqlite3_str_finish(pStr);
  if( rc ) {
    sqlite3_free(z);
    newsResultCode(pCtx, rc);
  } else if( z == 0 ) {
    sqlite3_result_text64(pCtx, "", 0, SQLITE_STATIC, SQLITE_UTF8);
  } else {
    sqlite3_result_text64(pCtx, z, n, sqlite3_free, SQLITE_UTF8);
  }
}

/* JSON's subtype, by which SQLite's own JSON functions know each other's. */
void newsResultJson(sqlite3_context *pCtx, sqlite3_str *pStr) {
  newsResultStr(pCtx, pStr);
  sqlite3_result_subtype(pCtx, 'J');
}
