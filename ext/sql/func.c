/*
** func.c: see func.h.
*/
#include "sql/func.h"

#include "news.h"
#include "sql/value.h"
#include "text/fold.h"
#include "text/utf8.h"

/* news_version(): the release. Its second number changes where results do. */
static void funcVersion(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  NEWS_UNUSED(argc);
  NEWS_UNUSED(argv);
  sqlite3_result_text(pCtx, NEWS_VERSION, -1, SQLITE_STATIC);
}

/* news_fold(text): the text as comparison sees it. */
static void funcFold(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  NewsPace *pPace = sqlite3_user_data(pCtx);
  NewsArena arena;
  NewsTick tick;
  const u8 *z;
  char *zFold;
  u32 n, nFold = 0;
  int rc = newsValueText(argv[0], &z, &n);
  NEWS_UNUSED(argc);
  if( rc ) newsResultCode(pCtx, rc);
  if( rc || z == 0 ) return;
  newsArenaInit(&arena, 0, 0);
  newsTickBegin(&tick, pPace, &arena);
  zFold = newsFoldText(&arena, z, n, &nFold);
  newsTickEnd(&tick, &arena);
  if( arena.rc ) {
    newsResultCode(pCtx, arena.rc);
  } else {
    sqlite3_result_text64(pCtx, zFold, nFold, SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  newsArenaClear(&arena);
}

/* The sum, or the most or least that there is. */
static i64 funcAdd(i64 a, i64 b) {
  if( b > 0 ) return a > INT64_MAX - b ? INT64_MAX : a + b;
  return a < INT64_MIN - b ? INT64_MIN : a + b;
}

/*
** The characters that substr() gives for a start and a length, of nChar
** characters: a negative start counts from the end, a negative length takes
** what stands before the start.
*/
static void funcRange(i64 iStart, i64 nLength, i64 nChar, i64 *piFrom,
                      i64 *piTo) {
  i64 iFrom, iTo;
  iFrom = iStart < 0 ? nChar + iStart : iStart - 1;
  iTo = funcAdd(iFrom, nLength);
  if( nLength < 0 ) {
    i64 iSwap = iFrom;
    iFrom = iTo;
    iTo = iSwap;
  }
  *piFrom = NEWS_MIN(NEWS_MAX(iFrom, 0), nChar);
  *piTo = NEWS_MAX(NEWS_MIN(iTo, nChar), *piFrom);
}

/* news_slice(report, start, length): substr() in characters, of a BLOB too. */
static void funcSlice(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  const u8 *z;
  u32 n, nChar;
  i64 iStart, nLength, iFrom, iTo;
  int rc = newsValueText(argv[0], &z, &n);
  NEWS_UNUSED(argc);
  if( rc ) newsResultCode(pCtx, rc);
  if( rc || z == 0 || sqlite3_value_type(argv[1]) == SQLITE_NULL ||
      sqlite3_value_type(argv[2]) == SQLITE_NULL ) {
    return;
  }
  iStart = sqlite3_value_int64(argv[1]);
  nLength = sqlite3_value_int64(argv[2]);
  /* Only what counts from the end needs all characters counted; there are
  ** not more of them than bytes */
  nChar = iStart <= 0 || nLength < 0 ? newsUtf8Count(z, n) : n;
  funcRange(iStart, nLength, nChar, &iFrom, &iTo);
  iTo -= iFrom;
  iFrom = newsUtf8Offset(z, n, (u32)iFrom);
  iTo = iFrom + newsUtf8Offset(&z[iFrom], n - (u32)iFrom, (u32)iTo);
  sqlite3_result_text64(pCtx, (const char *)&z[iFrom], (u64)(iTo - iFrom),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

/*------------------------------------------------------------- registration */

#define FUNC_PURE (SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS)

static const struct {
  const char *zName;
  int nArg;
  int flags;
  void (*xFunc)(sqlite3_context *, int, sqlite3_value **);
} aFunc[] = {
    {"news_fold", 1, FUNC_PURE, funcFold},
    {"news_slice", 3, FUNC_PURE, funcSlice},
    {"news_signature", 1, FUNC_PURE, newsSignatureFunc},
    {"news_similarity", 2, FUNC_PURE, newsSimilarityFunc},
    {"news_similarity", 3, FUNC_PURE, newsSimilarityFunc},
    {"news_containment", 2, FUNC_PURE, newsContainmentFunc},
    {"news_containment", 3, FUNC_PURE, newsContainmentFunc},
    {"news_quote_similarity", 2, FUNC_PURE, newsRemarkFunc},
    {"news_same_outlet", 2, FUNC_PURE, newsOutletFunc},
    {"news_left_out", 2, FUNC_PURE, newsLeftFunc},
    {"news_diff", 2, FUNC_PURE, newsDiffFunc},
    {"news_version", 0, FUNC_PURE, funcVersion},
    {"news_debug", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, newsDebugFunc},
};

int newsFuncRegister(NewsConn *pConn) {
  int i, rc = SQLITE_OK;
  for( i = 0; i < NEWS_COUNT(aFunc) && rc == SQLITE_OK; i++ ) {
    NewsPace *pPace = sqlite3_malloc64(sizeof(*pPace));
    if( pPace == 0 ) return SQLITE_NOMEM;
    newsPaceInit(pPace, pConn->db);
    rc = sqlite3_create_function_v2(pConn->db, aFunc[i].zName, aFunc[i].nArg,
                                    aFunc[i].flags, pPace, aFunc[i].xFunc, 0, 0,
                                    sqlite3_free);
  }
  return rc;
}
