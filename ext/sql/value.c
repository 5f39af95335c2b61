/*
** value.c: see value.h.
*/
#include "sql/value.h"

#include <stdarg.h>

int newsValueText(sqlite3_value *pVal, const u8 **pz, u32 *pn) {
  const u8 *z, *zNul;
  int n;
  *pz = 0;
  *pn = 0;
  switch( sqlite3_value_type(pVal) ) {
    case SQLITE_NULL:
      return SQLITE_OK;
    case SQLITE_BLOB:
      z = sqlite3_value_blob(pVal);
      break;
    default:
      z = sqlite3_value_text(pVal);
      break;
  }
  n = sqlite3_value_bytes(pVal);
  if( z == 0 ) {
    /* A BLOB of no bytes has no address */
    if( n > 0 || sqlite3_value_type(pVal) != SQLITE_BLOB ) return SQLITE_NOMEM;
    z = (const u8 *)"";
  }
  zNul = n > 0 ? memchr(z, 0, (size_t)n) : z;
  *pz = z;
  *pn = zNul ? (u32)(zNul - z) : (u32)n;
  return SQLITE_OK;
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
