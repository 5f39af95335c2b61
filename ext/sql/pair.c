/*
** pair.c: functions of two texts: signatures, similarity, containment, and
** whether two quotes are one remark, or two names one outlet's.
*/
#include "similarity/alias.h"
#include "similarity/diff.h"
#include "similarity/left.h"
#include "similarity/measure.h"
#include "similarity/remark.h"
#include "sql/func.h"
#include "sql/value.h"

/* One of two texts. */
typedef struct PairText PairText;
struct PairText {
  const u8 *z; /* NULL for NULL */
  u32 n;
  int eSign; /* NEWS_SIGN_...: whether it is a signature */
};

/* A call: what begins and ends the work of all functions here. */
typedef struct PairCall PairCall;
struct PairCall {
  sqlite3_context *pCtx;
  NewsArena arena;
  NewsTick tick;
};

static void pairBegin(PairCall *p, sqlite3_context *pCtx) {
  p->pCtx = pCtx;
  newsArenaInit(&p->arena, 0, 0);
  newsTickBegin(&p->tick, sqlite3_user_data(pCtx), &p->arena);
}

/* End the work; 0 after an error, which is then the result. */
static int pairEnd(PairCall *p) {
  int rc = p->arena.rc;
  newsTickEnd(&p->tick, &p->arena);
  if( rc ) newsResultCode(p->pCtx, rc);
  newsArenaClear(&p->arena);
  return rc == SQLITE_OK;
}

/* Read an argument that is a text or a signature; zName is the function's,
** zArg the argument's. 0 after an error. */
static int pairText(sqlite3_context *pCtx, const char *zName, const char *zArg,
                    sqlite3_value *pVal, PairText *p) {
  int rc;
  p->eSign = NEWS_SIGN_NONE;
  if( sqlite3_value_type(pVal) == SQLITE_BLOB ) {
    p->z = sqlite3_value_blob(pVal);
    p->n = (u32)sqlite3_value_bytes(pVal);
    if( p->z ) p->eSign = newsSignCheck(p->z, p->n);
  }
  if( p->eSign == NEWS_SIGN_OTHER ) {
    newsResultError(pCtx,
                    "%s: %s must be a text or a signature of version %d, not"
                    " a signature of version %d (%d bytes)",
                    zName, zArg, NEWS_SIGN_VERSION, p->n > 5 ? p->z[5] : 0,
                    (int)p->n);
    return 0;
  }
  if( p->eSign == NEWS_SIGN_OK ) return 1;
  rc = newsValueText(pVal, &p->z, &p->n);
  if( rc ) newsResultCode(pCtx, rc);
  return rc == SQLITE_OK;
}

/*------------------------------------------------------------ news_signature */

void newsSignatureFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  u8 aSign[NEWS_SIGN_BYTES];
  PairCall call;
  PairText text;
  NEWS_UNUSED(argc);
  if( !pairText(pCtx, "news_signature", "text", argv[0], &text) ) return;
  if( text.z == 0 ) return;
  if( text.eSign == NEWS_SIGN_OK ) {
    sqlite3_result_value(pCtx, argv[0]);
    return;
  }
  pairBegin(&call, pCtx);
  newsSignText(&call.arena, text.z, text.n, aSign);
  if( !pairEnd(&call) ) return;
  sqlite3_result_blob(pCtx, aSign, sizeof(aSign), SQLITE_TRANSIENT);
}

/*----------------------------------------- news_similarity, news_containment */

/* The measure of the third argument. 0 after an error. */
static int pairMeasure(sqlite3_context *pCtx, const char *zName,
                       sqlite3_value *pVal, NewsMeasure *pMeasure) {
  const u8 *z;
  u32 n;
  int rc = newsValueText(pVal, &z, &n);
  if( rc ) {
    newsResultCode(pCtx, rc);
    return 0;
  }
  if( z == 0 || newsMeasureFind(z, n, pMeasure) ) return 1;
  newsResultError(pCtx, "%s: measure must be one of %s, not \"%.*s\"", zName,
                  NEWS_MEASURE_NAMES, newsValueShown(z, n, NEWS_VALUE_SHOWN),
                  z);
  return 0;
}

/* The signature of one of two arguments, where the other is one. */
static const u8 *pairSign(PairCall *p, const PairText *pText, u8 *aSign) {
  if( pText->eSign == NEWS_SIGN_OK ) return pText->z;
  newsSignText(&p->arena, pText->z, pText->n, aSign);
  return aSign;
}

static double pairCompare(PairCall *p, const NewsMeasure *pMeasure, int bIn,
                          const PairText *pa, const PairText *pb) {
  u8 aSign[NEWS_SIGN_BYTES], bSign[NEWS_SIGN_BYTES];
  if( pa->eSign == NEWS_SIGN_NONE && pb->eSign == NEWS_SIGN_NONE ) {
    return newsMeasureTexts(&p->arena, pMeasure, bIn, pa->z, pa->n, pb->z,
                            pb->n);
  }
  return newsMeasureSigns(pairSign(p, pa, aSign), pairSign(p, pb, bSign), bIn);
}

static void pairMeasured(sqlite3_context *pCtx, int argc, sqlite3_value **argv,
                         const char *zName, int bIn) {
  NewsMeasure measure = NEWS_MEASURE_DEFAULT;
  PairCall call;
  PairText a, b;
  double r;
  if( !pairText(pCtx, zName, "a", argv[0], &a) ||
      !pairText(pCtx, zName, "b", argv[1], &b) ) {
    return;
  }
  if( argc > 2 && !pairMeasure(pCtx, zName, argv[2], &measure) ) return;
  if( a.z == 0 || b.z == 0 ) return;
  if( (a.eSign || b.eSign) && (measure.eKind != NEWS_MEASURE_WORDS ||
                               measure.nSize != NEWS_SIGN_SHINGLE) ) {
    newsResultError(pCtx, "%s: measure must be 'words%d' for a signature",
                    zName, NEWS_SIGN_SHINGLE);
    return;
  }
  pairBegin(&call, pCtx);
  r = pairCompare(&call, &measure, bIn, &a, &b);
  if( pairEnd(&call) ) sqlite3_result_double(pCtx, r);
}

void newsSimilarityFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  pairMeasured(pCtx, argc, argv, "news_similarity", 0);
}

void newsContainmentFunc(sqlite3_context *pCtx, int argc,
                         sqlite3_value **argv) {
  pairMeasured(pCtx, argc, argv, "news_containment", 1);
}

/*--------- news_quote_similarity, news_same_outlet, news_left_out, news_diff */

/* Both arguments, which must be texts; 0 for a NULL, and after an error. */
static int pairTexts(sqlite3_context *pCtx, const char *zName,
                     sqlite3_value **argv, PairText *pa, PairText *pb) {
  if( !pairText(pCtx, zName, "a", argv[0], pa) ||
      !pairText(pCtx, zName, "b", argv[1], pb) || pa->z == 0 || pb->z == 0 ) {
    return 0;
  }
  if( pa->eSign == NEWS_SIGN_NONE && pb->eSign == NEWS_SIGN_NONE ) return 1;
  newsResultError(pCtx, "%s: %s must be a text, not a signature", zName,
                  pa->eSign ? "a" : "b");
  return 0;
}

void newsRemarkFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  PairCall call;
  PairText a, b;
  double r;
  NEWS_UNUSED(argc);
  if( !pairTexts(pCtx, "news_quote_similarity", argv, &a, &b) ) return;
  pairBegin(&call, pCtx);
  r = newsRemark(&call.arena, a.z, a.n, b.z, b.n);
  if( pairEnd(&call) ) sqlite3_result_double(pCtx, r);
}

void newsOutletFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  PairCall call;
  PairText a, b;
  int bSame;
  NEWS_UNUSED(argc);
  if( !pairTexts(pCtx, "news_same_outlet", argv, &a, &b) ) return;
  pairBegin(&call, pCtx);
  bSame = newsAliasIsOutlet(&call.arena, a.z, a.n, b.z, b.n);
  if( pairEnd(&call) ) sqlite3_result_int(pCtx, bSame);
}

void newsLeftFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  PairCall call;
  PairText a, b;
  sqlite3_str *pStr;
  int nRun;
  NEWS_UNUSED(argc);
  if( !pairTexts(pCtx, "news_left_out", argv, &a, &b) ) return;
  pStr = sqlite3_str_new(sqlite3_context_db_handle(pCtx));
  pairBegin(&call, pCtx);
  nRun = newsLeftOut(&call.arena, a.z, a.n, b.z, b.n, pStr);
  if( pairEnd(&call) && (nRun || sqlite3_str_errcode(pStr)) ) {
    newsResultStr(pCtx, pStr);
  } else {
    sqlite3_free(sqlite3_str_finish(pStr));
  }
}

void newsDiffFunc(sqlite3_context *pCtx, int argc, sqlite3_value **argv) {
  PairCall call;
  PairText a, b;
  sqlite3_str *pStr;
  NEWS_UNUSED(argc);
  if( !pairTexts(pCtx, "news_diff", argv, &a, &b) ) return;
  pStr = sqlite3_str_new(sqlite3_context_db_handle(pCtx));
  pairBegin(&call, pCtx);
  newsDiff(&call.arena, a.z, a.n, b.z, b.n, pStr);
  if( pairEnd(&call) ) {
    newsResultStr(pCtx, pStr);
  } else {
    sqlite3_free(sqlite3_str_finish(pStr));
  }
}
