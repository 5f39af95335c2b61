/*
** rows_shared.c: news_shared(a, b [, options]): what two texts have in common.
*/
#include "similarity/align.h"
#include "similarity/sign.h"
#include "sql/tvf.h"
#include "sql/value.h"
#include "text/charmap.h"

typedef struct SharedState SharedState;
struct SharedState {
  NewsArena arena;
  const u8 *az[2]; /* The texts: the report's and the argument's */
  u32 an[2];
  NewsCharMap aChars[2];
  NewsVec vRow; /* of NewsPassage */
};

static void sharedClose(NewsCursor *p) {
  SharedState *pState = p->pState;
  if( pState == 0 ) return;
  newsCharMapFree(&pState->aChars[0]);
  newsCharMapFree(&pState->aChars[1]);
  newsVecFree(&pState->vRow);
  newsArenaClear(&pState->arena);
  sqlite3_free(pState);
  p->pState = 0;
}

/*------------------------------------------------------------- the arguments */

/* The kinds, and then what else may be asked for. */
static const char *const azSharedKind[] = {"verbatim", "near", "paraphrase",
                                           "repeats"};
#define SHARED_KINDS 7   /* The bits of the kinds */
#define SHARED_REPEATS 8 /* ... of the second places of a passage */

/* What the options name, a bit each; 0 if they make no sense. */
static int sharedRead(const u8 *z, u32 n) {
  u32 i = 0, m;
  int mAsk = 0, k;
  while( i < n ) {
    if( z[i] == ' ' || z[i] == ',' ) {
      i++;
      continue;
    }
    for( m = i; m < n && z[m] != ' ' && z[m] != ','; ) m++;
    for( k = 0; k < NEWS_COUNT(azSharedKind); k++ ) {
      if( strlen(azSharedKind[k]) == m - i &&
          memcmp(azSharedKind[k], &z[i], m - i) == 0 ) {
        break;
      }
    }
    if( k == NEWS_COUNT(azSharedKind) ) return 0;
    mAsk |= 1 << k;
    i = m;
  }
  return mAsk == SHARED_REPEATS ? mAsk | SHARED_KINDS : mAsk;
}

static int sharedOptions(NewsCursor *p, sqlite3_value *pVal, int *pmAsk) {
  const u8 *z = 0;
  u32 n = 0;
  int rc = pVal ? newsValueText(pVal, &z, &n) : SQLITE_OK;
  *pmAsk = SHARED_KINDS;
  if( rc || z == 0 ) return rc;
  *pmAsk = sharedRead(z, n);
  if( *pmAsk ) return SQLITE_OK;
  return newsCursorError(p,
                         "options must be one or more of 'verbatim', 'near',"
                         " 'paraphrase', 'repeats', not \"%.*s\"",
                         newsValueShown(z, n, NEWS_VALUE_SHOWN), z);
}

/* Whether an argument is a signature, which has no passages. */
static int sharedIsSign(sqlite3_value *pVal) {
  if( sqlite3_value_type(pVal) != SQLITE_BLOB ) return 0;
  return newsSignCheck(sqlite3_value_blob(pVal),
                       (u32)sqlite3_value_bytes(pVal)) != NEWS_SIGN_NONE;
}

/*------------------------------------------------------------------ the rows */

static int sharedReset(NewsCursor *p) {
  SharedState *pState;
  sharedClose(p);
  p->pState = pState = sqlite3_malloc64(sizeof(*pState));
  if( pState == 0 ) return SQLITE_NOMEM;
  memset(pState, 0, sizeof(*pState));
  newsArenaInit(&pState->arena, 0, 0);
  pState->az[0] = p->pReport->z;
  pState->an[0] = p->pReport->nByte;
  return newsValueText(p->apArg[1], &pState->az[1], &pState->an[1]);
}

/* Leave the rows of the kinds that are asked for. */
static void sharedChoose(SharedState *p, int mAsk) {
  NewsPassage *a = p->vRow.a;
  u32 i, n = 0;
  for( i = 0; i < p->vRow.n; i++ ) {
    if( mAsk & (1 << a[i].eKind) ) a[n++] = a[i];
  }
  p->vRow.n = n;
}

static int sharedStart(NewsCursor *p, sqlite3_value **apArg) {
  SharedState *pState;
  NewsTick tick;
  int i, mAsk, rc = sharedOptions(p, apArg[2], &mAsk);
  if( rc ) return rc;
  if( sharedIsSign(apArg[0]) || sharedIsSign(apArg[1]) ) {
    return newsCursorError(p, "%s must be a text, not a signature",
                           sharedIsSign(apArg[0]) ? "a" : "b");
  }
  rc = sharedReset(p);
  if( rc ) return rc;
  pState = p->pState;
  p->nRow = 0;
  if( pState->az[1] == 0 ) return SQLITE_OK;
  newsTickBegin(&tick, &p->pConn->pace, &pState->arena);
  newsAlign(&pState->arena, pState->az[0], pState->an[0], pState->az[1],
            pState->an[1], mAsk & SHARED_REPEATS, &pState->vRow);
  if( pState->vRow.n && pState->arena.rc == SQLITE_OK ) {
    for( i = 0; i < 2; i++ ) {
      newsCharMapRead(&pState->aChars[i], &pState->arena, pState->az[i],
                      pState->an[i]);
    }
  }
  newsTickEnd(&tick, &pState->arena);
  if( pState->arena.rc ) return pState->arena.rc;
  sharedChoose(pState, mAsk);
  p->nRow = pState->vRow.n;
  return SQLITE_OK;
}

static const NewsPassage *sharedRow(const NewsCursor *p) {
  const SharedState *pState = p->pState;
  return (const NewsPassage *)pState->vRow.a + (p->iRow - 1);
}

#define SHARED_KIND 0
#define SHARED_SCORE 1

static void sharedColWhole(NewsCursor *p, sqlite3_context *pCtx, int eWhich) {
  const NewsPassage *pRow = sharedRow(p);
  if( eWhich == SHARED_KIND ) {
    newsResultString(pCtx, azSharedKind[pRow->eKind]);
  } else {
    sqlite3_result_double(pCtx, pRow->score / 1000.0);
  }
}

/* Characters before a byte at which one begins. */
static i64 sharedChar(const NewsCursor *p, int iText, u32 iByte) {
  const SharedState *pState = p->pState;
  return newsCharMapCount(&pState->aChars[iText], iByte);
}

static void sharedColStart(NewsCursor *p, sqlite3_context *pCtx, int iText) {
  NewsSpan bytes = sharedRow(p)->aBytes[iText];
  sqlite3_result_int64(pCtx, sharedChar(p, iText, bytes.iFrom) + 1);
}

static void sharedColLength(NewsCursor *p, sqlite3_context *pCtx, int iText) {
  NewsSpan bytes = sharedRow(p)->aBytes[iText];
  sqlite3_result_int64(pCtx, sharedChar(p, iText, bytes.iTo) -
                                 sharedChar(p, iText, bytes.iFrom));
}

static void sharedColText(NewsCursor *p, sqlite3_context *pCtx, int iText) {
  NewsSpan bytes = sharedRow(p)->aBytes[iText];
  const SharedState *pState = p->pState;
  sqlite3_result_text64(pCtx, (const char *)&pState->az[iText][bytes.iFrom],
                        newsSpanLen(bytes), SQLITE_TRANSIENT, SQLITE_UTF8);
}

static const NewsColumn aSharedColumn[] = {
    {"id INTEGER", 0, 0},
    {"kind TEXT", sharedColWhole, SHARED_KIND},
    {"a_start INTEGER", sharedColStart, 0},
    {"a_length INTEGER", sharedColLength, 0},
    {"b_start INTEGER", sharedColStart, 1},
    {"b_length INTEGER", sharedColLength, 1},
    {"a_text TEXT", sharedColText, 0},
    {"b_text TEXT", sharedColText, 1},
    {"score REAL", sharedColWhole, SHARED_SCORE},
};

const NewsTvf newsTvfShared = {
    .zName = "news_shared",
    .zCall = "news_shared(a, b [, options])",
    .azArg = {"a", "b", "options"},
    .nNeed = 2,
    .nEstimate = 4,
    .aColumn = aSharedColumn,
    .nColumn = NEWS_COUNT(aSharedColumn),
    .xStart = sharedStart,
    .xClose = sharedClose,
};
