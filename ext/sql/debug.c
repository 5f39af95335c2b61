/*
** debug.c: news_debug(): what this build is made of, as a JSON object.
**
** Two machines on which all but the SQLite versions agree give the same
** results.
*/
#include <utf8proc.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "lexicon/lexicon.h"
#include "news.h"
#include "sql/func.h"
#include "sql/json.h"
#include "sql/value.h"

/* Which sources and flags: the build may say. */
#ifndef NEWS_BUILD
#define NEWS_BUILD NEWS_VERSION
#endif

static void debugAdd(sqlite3_str *pStr, const char *zKey, const char *zValue) {
  sqlite3_str_appendchar(pStr, 1, sqlite3_str_length(pStr) ? ',' : '{');
  newsJsonString(pStr, (const u8 *)zKey, (u32)strlen(zKey));
  sqlite3_str_appendchar(pStr, 1, ':');
  newsJsonString(pStr, (const u8 *)zValue, (u32)strlen(zValue));
}

/* A text of PCRE2's configuration. */
static void debugAddPcre(sqlite3_str *pStr, const char *zKey, u32 eWhat) {
  char aText[128] = "";
  int n = pcre2_config(eWhat, 0);
  if( n > 0 && n <= (int)sizeof(aText) ) pcre2_config(eWhat, aText);
  debugAdd(pStr, zKey, aText);
}

void newsDebugFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  sqlite3_str *pStr = sqlite3_str_new(sqlite3_context_db_handle(pCtx));
  NEWS_UNUSED(argc);
  NEWS_UNUSED(argv);
  debugAdd(pStr, "version", NEWS_VERSION);
  debugAdd(pStr, "build", NEWS_BUILD);
  debugAdd(pStr, "lexicon", newsLexiconVersion());
  debugAdd(pStr, "utf8proc", utf8proc_version());
  debugAdd(pStr, "utf8proc_unicode", utf8proc_unicode_version());
  debugAddPcre(pStr, "pcre2", PCRE2_CONFIG_VERSION);
  debugAddPcre(pStr, "pcre2_unicode", PCRE2_CONFIG_UNICODE_VERSION);
  debugAdd(pStr, "sqlite", sqlite3_libversion());
  debugAdd(pStr, "sqlite_header", SQLITE_VERSION);
#ifdef __VERSION__
  debugAdd(pStr, "compiler", __VERSION__);
#endif
  sqlite3_str_appendchar(pStr, 1, '}');
  newsResultStr(pCtx, pStr);
}
