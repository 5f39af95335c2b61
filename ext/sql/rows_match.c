/*
** rows_match.c: news_match(text, pattern): what a regular expression finds.
**
** PCRE2 searches valid UTF-8 only. A text that is not is searched in a copy
** in which each bad character is U+FFFD: the copy has as many characters as
** the text, so that positions are the same, though bytes are not.
*/
#include "sql/json.h"
#include "sql/regex.h"
#include "sql/tvf.h"
#include "sql/value.h"
#include "text/utf8.h"

/* The state of a cursor. */
typedef struct MatchState MatchState;
struct MatchState {
  NewsArena arena;   /* Errors and work of the search */
  NewsRegex *pRegex; /* Owned */
  const u8 *z;       /* What is searched: the report's text, or zCopy */
  u32 n;
  u8 *zCopy;        /* Owned; NULL if the text is valid */
  NewsSpan bytes;   /* The match in the report's bytes */
  u32 iChar, nChar; /* The match in characters, from 0 */
  u32 iSeen;        /* Bytes of z up to the end of the match */
};

static void matchClose(NewsCursor *p) {
  MatchState *pState = p->pState;
  if( pState == 0 ) return;
  newsRegexFree(pState->pRegex);
  newsArenaClear(&pState->arena);
  sqlite3_free(pState->zCopy);
  sqlite3_free(pState);
  p->pState = 0;
}

/*------------------------------------------------------------- a valid text */

static const u8 aMatchBad[3] = {0xef, 0xbf, 0xbd}; /* U+FFFD */

/* Whether the character at z, read as cCode, is valid. */
static int matchValid(const u8 *z, u32 nChar, u32 cCode) {
  if( cCode != NEWS_BAD_CHAR ) return 1;
  return nChar == sizeof(aMatchBad) && memcmp(z, aMatchBad, nChar) == 0;
}

/* Bytes up to the first character that is not valid. */
static u32 matchValidBytes(NewsArena *pArena, const u8 *z, u32 n) {
  u32 i = 0, cCode, nChar;
  while( i < n ) {
    nChar = z[i] < 0x80 ? 1 : newsUtf8Read(&z[i], n - i, &cCode);
    if( z[i] >= 0x80 && !matchValid(&z[i], nChar, cCode) ) break;
    i += nChar;
    if( newsArenaTick(pArena, nChar / 2 + 1) ) break;
  }
  return i;
}

/* The copy, when the first nValid bytes are valid. No byte gives more than the
** three of U+FFFD. */
static void matchCopy(MatchState *p, const u8 *z, u32 n, u32 nValid) {
  u64 nCopy = nValid;
  u32 i, cCode, nChar;
  u64 nMost = (u64)nValid + 3 * (u64)(n - nValid);
  if( nMost <= 0xffffffff ) p->zCopy = sqlite3_malloc64(nMost + 1);
  if( p->zCopy == 0 ) {
    p->arena.rc = nMost <= 0xffffffff ? SQLITE_NOMEM : SQLITE_TOOBIG;
    return;
  }
  memcpy(p->zCopy, z, nValid);
  for( i = nValid; i < n; i += nChar ) {
    const u8 *zChar = &z[i];
    u32 nTo;
    nChar = nTo = newsUtf8Read(zChar, n - i, &cCode);
    if( !matchValid(zChar, nChar, cCode) ) {
      zChar = aMatchBad;
      nTo = sizeof(aMatchBad);
    }
    memcpy(&p->zCopy[nCopy], zChar, nTo);
    nCopy += nTo;
    if( newsArenaTick(&p->arena, nChar) ) return;
  }
  p->z = p->zCopy;
  p->n = (u32)nCopy;
}

/* Set z and n to what is searched. */
static void matchText(MatchState *p, const NewsReport *pReport) {
  u32 nValid = matchValidBytes(&p->arena, pReport->z, pReport->nByte);
  sqlite3_free(p->zCopy);
  p->zCopy = 0;
  p->z = pReport->z;
  p->n = pReport->nByte;
  if( nValid < p->n && p->arena.rc == SQLITE_OK ) {
    matchCopy(p, pReport->z, pReport->nByte, nValid);
  }
}

/*------------------------------------------------------------- the searching */

/* The match as characters and as bytes of the report, by going on from the
** end of the last one. */
static void matchPlace(NewsCursor *p, NewsSpan match) {
  MatchState *pState = p->pState;
  const u8 *z = pState->z, *zReport = p->pReport->z;
  u32 iChar = pState->iChar + pState->nChar;
  u32 iByte = pState->bytes.iTo;
  u32 nByte = p->pReport->nByte;
  u32 iFrom = NEWS_MAX(match.iFrom, pState->iSeen);
  u32 iTo = NEWS_MAX(match.iTo, iFrom);
  u32 nSkip = newsUtf8Count(&z[pState->iSeen], iFrom - pState->iSeen);
  pState->nChar = newsUtf8Count(&z[iFrom], iTo - iFrom);
  pState->iChar = iChar + nSkip;
  pState->iSeen = iTo;
  iByte += newsUtf8Offset(&zReport[iByte], nByte - iByte, nSkip);
  pState->bytes.iFrom = iByte;
  iByte += newsUtf8Offset(&zReport[iByte], nByte - iByte, pState->nChar);
  pState->bytes.iTo = iByte;
}

static int matchNext(NewsCursor *p) {
  MatchState *pState = p->pState;
  NewsSpan match;
  NewsTick tick;
  int rc;
  newsTickBegin(&tick, &p->pConn->pace, &pState->arena);
  rc = newsRegexNext(pState->pRegex);
  if( rc == SQLITE_ROW && newsRegexGroup(pState->pRegex, 0, &match) ) {
    matchPlace(p, match);
    rc = SQLITE_OK;
  }
  newsTickEnd(&tick, &pState->arena);
  if( rc == SQLITE_DONE ) {
    newsCursorEnd(p);
    rc = SQLITE_OK;
  } else if( rc == SQLITE_ERROR ) {
    rc = newsCursorError(p, "%s", newsRegexError(pState->pRegex));
  }
  return rc;
}

/* The pattern, compiled unless it was that of the last call. */
static int matchPattern(NewsCursor *p, const u8 *z, u32 n) {
  MatchState *pState = p->pState;
  char *zErr = 0;
  int rc;
  if( pState->pRegex && newsRegexIs(pState->pRegex, z, n) ) return SQLITE_OK;
  newsRegexFree(pState->pRegex);
  rc = newsRegexNew(z, n, &pState->pRegex, &zErr);
  if( rc == SQLITE_ERROR ) rc = newsCursorError(p, "%s", zErr);
  sqlite3_free(zErr);
  return rc;
}

/* Make the state one in which no match is found yet. */
static int matchReset(NewsCursor *p) {
  MatchState *pState = p->pState;
  if( pState == 0 ) {
    p->pState = pState = sqlite3_malloc64(sizeof(*pState));
    if( pState == 0 ) return SQLITE_NOMEM;
    memset(pState, 0, sizeof(*pState));
  }
  newsArenaInit(&pState->arena, 0, 0);
  pState->bytes = newsSpan(0, 0);
  pState->iChar = pState->nChar = pState->iSeen = 0;
  return SQLITE_OK;
}

static int matchStart(NewsCursor *p, sqlite3_value **apArg) {
  MatchState *pState;
  NewsTick tick;
  const u8 *z;
  u32 n;
  int rc = newsValueText(apArg[1], &z, &n);
  if( rc == SQLITE_OK && z == 0 ) newsCursorEnd(p);
  if( rc || z == 0 ) return rc;
  rc = matchReset(p);
  if( rc == SQLITE_OK ) rc = matchPattern(p, z, n);
  if( rc ) return rc;
  pState = p->pState;
  newsTickBegin(&tick, &p->pConn->pace, &pState->arena);
  matchText(pState, p->pReport);
  newsTickEnd(&tick, &pState->arena);
  if( pState->arena.rc ) return pState->arena.rc;
  newsRegexStart(pState->pRegex, &pState->arena, pState->z, pState->n);
  return matchNext(p);
}

/*-------------------------------------------------------------- the columns */

static void matchColumnText(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  MatchState *pState = p->pState;
  NEWS_UNUSED(iArg);
  newsResultBytes(p, pCtx, pState->bytes);
}

static void matchColumnStart(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  MatchState *pState = p->pState;
  NEWS_UNUSED(iArg);
  sqlite3_result_int64(pCtx, (i64)pState->iChar + 1);
}

static void matchColumnLength(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  MatchState *pState = p->pState;
  NEWS_UNUSED(iArg);
  sqlite3_result_int64(pCtx, pState->nChar);
}

/*
** Several groups may share a name. Whether iGroup is the one to show of them:
** the first that is set, or the first of all if none is.
*/
static int matchShown(const NewsRegex *pRegex, u32 iGroup) {
  const char *zName = newsRegexName(pRegex, iGroup);
  NewsSpan span;
  int bSet = newsRegexGroup(pRegex, iGroup, &span);
  u32 i;
  if( zName == 0 || !newsRegexShares(pRegex) ) return 1;
  for( i = 1; i <= newsRegexGroups(pRegex); i++ ) {
    const char *zOther = newsRegexName(pRegex, i);
    if( i == iGroup || zOther == 0 || strcmp(zName, zOther) ) continue;
    if( newsRegexGroup(pRegex, i, &span) ? !bSet || i < iGroup
                                         : !bSet && i < iGroup ) {
      return 0;
    }
  }
  return 1;
}

/* One member of the object: the group's name or number, and its text. */
static void matchGroup(const MatchState *p, sqlite3_str *pStr, u32 iGroup) {
  const char *zName = newsRegexName(p->pRegex, iGroup);
  NewsSpan span;
  if( zName ) {
    newsJsonString(pStr, (const u8 *)zName, (u32)strlen(zName));
  } else {
    sqlite3_str_appendf(pStr, "\"%u\"", iGroup);
  }
  sqlite3_str_appendchar(pStr, 1, ':');
  if( newsRegexGroup(p->pRegex, iGroup, &span) ) {
    newsJsonString(pStr, &p->z[span.iFrom], newsSpanLen(span));
  } else {
    sqlite3_str_appendall(pStr, "null");
  }
}

static void matchColumnGroups(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  MatchState *pState = p->pState;
  sqlite3_str *pStr = sqlite3_str_new(p->pConn->db);
  u32 i, nShown = 0;
  NEWS_UNUSED(iArg);
  sqlite3_str_appendchar(pStr, 1, '{');
  for( i = 1; i <= newsRegexGroups(pState->pRegex); i++ ) {
    if( !matchShown(pState->pRegex, i) ) continue;
    if( nShown++ ) sqlite3_str_appendchar(pStr, 1, ',');
    matchGroup(pState, pStr, i);
  }
  sqlite3_str_appendchar(pStr, 1, '}');
  newsResultJson(pCtx, pStr);
}

static const NewsColumn aMatchColumn[] = {
    {"id INTEGER", 0, 0},
    {"text TEXT", matchColumnText, 0},
    {"start INTEGER", matchColumnStart, 0},
    {"length INTEGER", matchColumnLength, 0},
    {"groups TEXT", matchColumnGroups, 0},
};

const NewsTvf newsTvfMatch = {
    .zName = "news_match",
    .zCall = "news_match(text, pattern)",
    .azArg = {"report", "pattern"},
    .nNeed = 2,
    .nEstimate = 10,
    .aColumn = aMatchColumn,
    .nColumn = NEWS_COUNT(aMatchColumn),
    .xStart = matchStart,
    .xNext = matchNext,
    .xClose = matchClose,
};
