/*
** regex.c: see regex.h.
**
** PCRE2's own limits hold for each place of the text at which a match is
** tried, not for the search, and do not count what a single item runs over.
** So the pattern is compiled with a callout before each of its items, which
** counts one step, and one more for each REGEX_RUN bytes from where the
** callout before it stood.
**
** Between two callouts PCRE2 may also pass over any amount of text in looking
** for a place to start, or in running an item like ".*" to the end. To bound
** that, it is shown only a stretch of the text at a time:
**
**   |- what was searched -|-- places to start --|-- ahead --|- not shown -|
**   0                    iPos                 iLimit       iEnd          nText
**
** It is told to report when it would have looked past iEnd (a "hard partial
** match"). Then it is shown more, and starts again at the place from which it
** got there. The text before iPos is always shown, for assertions that look
** behind. Few patterns depend on where a search began: those with \G, and
** those with verbs like (*COMMIT). They are shown all at once.
*/
#include "sql/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "text/utf8.h"

#define REGEX_STEPS 20000000       /* Steps that every search may take */
#define REGEX_STEPS_BYTE 100       /* And for each byte of the text */
#define REGEX_STEPS_MAX 2000000000 /* In all */
#define REGEX_RUN 32               /* Bytes run over that count as a step */
#define REGEX_WORK 4               /* Units of work in a step */
#define REGEX_HEAP 65536           /* KiB that a match may use */
#define REGEX_PATTERN 100000       /* Bytes of a pattern */
#define REGEX_STRETCH 65536        /* Bytes of places to start, and ahead */
#define REGEX_AHEAD_MAX (1 << 24)  /* Bytes ahead at most */

struct NewsRegex {
  u8 *zPattern; /* Owned, as all up to apName */
  u32 nPattern;
  pcre2_general_context *pGeneral;
  pcre2_code *pCode;
  pcre2_match_data *pData;
  pcre2_match_context *pMatch;
  const char **apName; /* By group; in PCRE2's memory */
  u32 nGroup;          /* Groups, that of the match not counted */
  u8 bAnchored;        /* Matches only where the search begins */
  u8 bWhole;           /* Is shown all of the text at once */
  u8 bBackref;         /* Has back references */
  i64 nCharge;         /* Steps that a callout counts at least */

  NewsArena *pArena; /* The search: */
  const u8 *z;
  u32 nText;
  u32 iPos;    /* Where the search goes on */
  u32 nAhead;  /* Bytes shown behind the places to start */
  u32 mRetry;  /* Options after an empty match at iPos, or 0 */
  u32 iAt;     /* Where the last callout stood */
  i64 nStep;   /* Steps left */
  int rcMatch; /* What PCRE2 said last */
  u8 bDone;
  char zError[160];
};

/*------------------------------------------------------------------ memory */

static void *regexMalloc(size_t n, void *pArg) {
  NEWS_UNUSED(pArg);
  return sqlite3_malloc64(n);
}

static void regexFree(void *p, void *pArg) {
  NEWS_UNUSED(pArg);
  sqlite3_free(p);
}

void newsRegexFree(NewsRegex *p) {
  if( p == 0 ) return;
  pcre2_match_context_free(p->pMatch);
  pcre2_match_data_free(p->pData);
  pcre2_code_free(p->pCode);
  pcre2_general_context_free(p->pGeneral);
  sqlite3_free(p->apName);
  sqlite3_free(p->zPattern);
  sqlite3_free(p);
}

/*----------------------------------------------------------------- compiling */

/* The message for an error of PCRE2's. */
static char *regexMessage(const NewsRegex *p, int rc, size_t iByte) {
  u8 aText[200];
  u32 iChar;
  aText[0] = 0;
  pcre2_get_error_message(rc, aText, sizeof(aText));
  iChar = newsUtf8Count(p->zPattern, (u32)NEWS_MIN(iByte, p->nPattern));
  return sqlite3_mprintf("%s at character %u of the pattern", aText, iChar + 1);
}

static int regexCompile(NewsRegex *p, char **pzErr) {
  pcre2_compile_context *pContext = pcre2_compile_context_create(p->pGeneral);
  size_t iByte = 0;
  int rc = 0;
  if( pContext == 0 ) return SQLITE_NOMEM;
  pcre2_set_newline(pContext, PCRE2_NEWLINE_ANYCRLF);
  pcre2_set_bsr(pContext, PCRE2_BSR_UNICODE);
  pcre2_set_max_pattern_length(pContext, REGEX_PATTERN);
  p->pCode = pcre2_compile(p->zPattern, p->nPattern,
                           PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
                               PCRE2_USE_OFFSET_LIMIT | PCRE2_AUTO_CALLOUT,
                           &rc, &iByte, pContext);
  pcre2_compile_context_free(pContext);
  if( p->pCode ) return SQLITE_OK;
  if( rc == PCRE2_ERROR_HEAP_FAILED ) return SQLITE_NOMEM;
  *pzErr = regexMessage(p, rc, iByte);
  return *pzErr ? SQLITE_ERROR : SQLITE_NOMEM;
}

static u32 regexInfo(const NewsRegex *p, u32 eWhat) {
  u32 x = 0;
  pcre2_pattern_info(p->pCode, eWhat, &x);
  return x;
}

/* Fill apName from PCRE2's table, whose entries are two bytes with the number
** of the group and its name. */
static int regexNames(NewsRegex *p) {
  u32 i, n = regexInfo(p, PCRE2_INFO_NAMECOUNT);
  u32 nEntry = regexInfo(p, PCRE2_INFO_NAMEENTRYSIZE);
  u64 nByte = (p->nGroup + 1) * sizeof(char *);
  const u8 *z = 0;
  pcre2_pattern_info(p->pCode, PCRE2_INFO_NAMETABLE, &z);
  p->apName = sqlite3_malloc64(nByte);
  if( p->apName == 0 ) return SQLITE_NOMEM;
  memset(p->apName, 0, nByte);
  for( i = 0; i < n; i++, z += nEntry ) {
    u32 iGroup = (u32)(z[0] << 8 | z[1]);
    if( iGroup <= p->nGroup ) p->apName[iGroup] = (const char *)&z[2];
  }
  return SQLITE_OK;
}

/* Whether the text of the pattern has one of two pairs of characters. */
static int regexHas(const NewsRegex *p, const char *zA, const char *zB) {
  u32 i;
  for( i = 0; i + 1 < p->nPattern; i++ ) {
    if( memcmp(&p->zPattern[i], zA, 2) == 0 ) return 1;
    if( memcmp(&p->zPattern[i], zB, 2) == 0 ) return 1;
  }
  return 0;
}

static int regexCallout(pcre2_callout_block *pBlock, void *pArg);

/* What is to be known of the pattern, and what a match needs. */
static int regexPrepare(NewsRegex *p) {
  size_t nFrame = 0;
  p->pData = pcre2_match_data_create_from_pattern(p->pCode, p->pGeneral);
  p->pMatch = pcre2_match_context_create(p->pGeneral);
  if( p->pData == 0 || p->pMatch == 0 ) return SQLITE_NOMEM;
  pcre2_set_callout(p->pMatch, regexCallout, p);
  pcre2_set_match_limit(p->pMatch, 0xffffffff);
  pcre2_set_depth_limit(p->pMatch, 0xffffffff);
  pcre2_set_heap_limit(p->pMatch, REGEX_HEAP);
  p->nGroup = regexInfo(p, PCRE2_INFO_CAPTURECOUNT);
  p->bAnchored = (regexInfo(p, PCRE2_INFO_ALLOPTIONS) & PCRE2_ANCHORED) != 0;
  p->bWhole = (u8)regexHas(p, "\\G", "(*");
  p->bBackref = regexInfo(p, PCRE2_INFO_BACKREFMAX) > 0;
  pcre2_pattern_info(p->pCode, PCRE2_INFO_FRAMESIZE, &nFrame);
  p->nCharge = 1 + regexInfo(p, PCRE2_INFO_MAXLOOKBEHIND) / REGEX_RUN +
               (i64)(nFrame / 1024);
  return regexNames(p);
}

int newsRegexNew(const u8 *z, u32 n, NewsRegex **pp, char **pzErr) {
  int rc;
  NewsRegex *p = sqlite3_malloc64(sizeof(*p));
  *pp = 0;
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  p->zPattern = sqlite3_malloc64((u64)n + 1);
  p->pGeneral = pcre2_general_context_create(regexMalloc, regexFree, 0);
  if( p->zPattern == 0 || p->pGeneral == 0 ) {
    rc = SQLITE_NOMEM;
  } else {
    memcpy(p->zPattern, z, n);
    p->nPattern = n;
    rc = regexCompile(p, pzErr);
  }
  if( rc == SQLITE_OK ) rc = regexPrepare(p);
  if( rc == SQLITE_OK ) {
    *pp = p;
  } else {
    newsRegexFree(p);
  }
  return rc;
}

int newsRegexIs(const NewsRegex *p, const u8 *z, u32 n) {
  return p->nPattern == n && memcmp(p->zPattern, z, n) == 0;
}

/*---------------------------------------------------------------- searching */

static u32 regexDistance(u32 a, u32 b) { return a > b ? a - b : b - a; }

/*
** Called before each item of the pattern. A back reference may compare as
** much as was matched so far, and a look behind goes back as far as it says
** (nCharge): neither shows in where the callouts stand.
*/
static int regexCallout(pcre2_callout_block *pBlock, void *pArg) {
  NewsRegex *p = pArg;
  u32 iAt = (u32)pBlock->current_position;
  i64 nStep = p->nCharge + regexDistance(iAt, p->iAt) / REGEX_RUN;
  if( p->bBackref ) {
    nStep += regexDistance(iAt, (u32)pBlock->start_match) / REGEX_RUN;
  }
  p->iAt = iAt;
  p->nStep -= nStep;
  if( p->nStep < 0 ) return PCRE2_ERROR_CALLOUT;
  return newsArenaTick(p->pArena, nStep * REGEX_WORK) ? PCRE2_ERROR_CALLOUT : 0;
}

void newsRegexStart(NewsRegex *p, NewsArena *pArena, const u8 *z, u32 n) {
  p->pArena = pArena;
  p->z = z;
  p->nText = n;
  p->iPos = 0;
  p->nAhead = REGEX_STRETCH;
  p->mRetry = 0;
  p->nStep = REGEX_STEPS + (i64)n * REGEX_STEPS_BYTE;
  p->nStep = NEWS_MIN(p->nStep, REGEX_STEPS_MAX);
  p->bDone = 0;
}

/* Whether byte i is the line feed of a CR LF, which is not to be parted. */
static int regexInCrLf(const NewsRegex *p, u32 i) {
  return i > 0 && i < p->nText && p->z[i] == '\n' && p->z[i - 1] == '\r';
}

/* The first character that begins at byte i or behind it. */
static u32 regexBoundary(const NewsRegex *p, u64 i) {
  u32 iByte = (u32)NEWS_MIN(i, p->nText);
  while( iByte < p->nText && (p->z[iByte] & 0xc0) == 0x80 ) iByte++;
  return iByte + (u32)regexInCrLf(p, iByte);
}

/* Set the error that PCRE2 gave, or that of the arena. */
static int regexFail(NewsRegex *p, const char *zWhat) {
  if( p->pArena->rc == SQLITE_OK ) {
    p->pArena->rc = SQLITE_ERROR;
    sqlite3_snprintf(sizeof(p->zError), p->zError, "pattern %s", zWhat);
  }
  return p->pArena->rc;
}

static int regexFailed(NewsRegex *p, int rcMatch) {
  u8 aText[128];
  switch( rcMatch ) {
    case PCRE2_ERROR_NOMEMORY:
      p->pArena->rc = SQLITE_NOMEM;
      return SQLITE_NOMEM;
    case PCRE2_ERROR_HEAPLIMIT:
      return regexFail(p, "takes too much memory");
    case PCRE2_ERROR_CALLOUT:
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
      return regexFail(p, "takes too many steps");
    default:
      aText[0] = 0;
      pcre2_get_error_message(rcMatch, aText, sizeof(aText));
      return regexFail(p, (char *)aText);
  }
}

/* The next search begins a character further on. */
static void regexAdvance(NewsRegex *p) {
  if( p->iPos >= p->nText ) {
    p->bDone = 1;
  } else {
    p->iPos = regexBoundary(p, (u64)p->iPos + 1);
  }
}

/*
** Where to go on after a match. After an empty one, first at the same place
** for one that is not. With \K in an assertion a match may end where its
** search began, and would be found for ever.
*/
static void regexMatched(NewsRegex *p) {
  const size_t *aOff = pcre2_get_ovector_pointer(p->pData);
  size_t iStart = pcre2_get_startchar(p->pData);
  p->iPos = (u32)NEWS_MAX(aOff[0], aOff[1]);
  if( aOff[0] >= aOff[1] ) {
    p->mRetry = PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED;
  } else {
    p->mRetry = 0;
    if( p->iPos <= iStart ) {
      p->iPos = (u32)iStart;
      regexAdvance(p);
    }
  }
}

/* There is no match that starts at iLimit or before. */
static void regexUnmatched(NewsRegex *p, u32 iLimit) {
  if( p->bAnchored ) {
    p->bDone = 1;
  } else if( p->mRetry ) {
    p->mRetry = 0;
    regexAdvance(p);
  } else if( iLimit >= p->nText ) {
    p->bDone = 1;
  } else {
    newsArenaTick(p->pArena, (iLimit - p->iPos) / 8);
    p->iPos = regexBoundary(p, (u64)iLimit + 1);
  }
}

/* More of the text is needed to tell. */
static void regexShowMore(NewsRegex *p) {
  p->iPos = (u32)pcre2_get_startchar(p->pData);
  if( p->nAhead >= REGEX_AHEAD_MAX ) {
    regexFail(p, "takes too many steps");
  } else {
    p->nAhead *= 4;
  }
}

/* Where to end what is shown: not behind a new line, as "^" would not match
** there though it does where more text follows. */
static u32 regexEnd(const NewsRegex *p, u64 i) {
  u32 iEnd = regexBoundary(p, i);
  while( iEnd > 0 && iEnd < p->nText &&
         (p->z[iEnd - 1] == '\n' || p->z[iEnd - 1] == '\r') ) {
    iEnd = regexBoundary(p, (u64)iEnd + 1);
  }
  return iEnd;
}

/*
** Search one stretch; 1 if there is a match.
**
** At the end of the text there can be no more, so a partial match is none. It
** is asked for all the same: it turns an optimization off, of PCRE2 10.42 and
** others, by which "(?=b)(a|b)?\B(ab|b)" is not found in "aab ".
*/
static int regexStretch(NewsRegex *p) {
  u64 nStart = NEWS_MAX(p->nAhead / 4, REGEX_STRETCH);
  u32 iLimit = regexBoundary(p, p->iPos + nStart);
  u32 iEnd = regexEnd(p, (u64)iLimit + p->nAhead);
  u32 mOption = PCRE2_NO_UTF_CHECK | p->mRetry;
  if( p->bWhole ) iLimit = iEnd = p->nText;
  iLimit += (u32)regexInCrLf(p, iLimit + 1);
  mOption |= iEnd < p->nText ? PCRE2_PARTIAL_HARD : PCRE2_PARTIAL_SOFT;
  pcre2_set_offset_limit(p->pMatch, iLimit);
  p->iAt = p->iPos;
  p->rcMatch =
      pcre2_match(p->pCode, p->z, iEnd, p->iPos, mOption, p->pData, p->pMatch);
  if( p->rcMatch >= 0 ) {
    regexMatched(p);
  } else if( p->rcMatch == PCRE2_ERROR_PARTIAL && iEnd < p->nText ) {
    regexShowMore(p);
  } else if( p->rcMatch == PCRE2_ERROR_NOMATCH ||
             p->rcMatch == PCRE2_ERROR_PARTIAL ) {
    regexUnmatched(p, iLimit);
  } else {
    regexFailed(p, p->rcMatch);
  }
  return p->rcMatch >= 0;
}

int newsRegexNext(NewsRegex *p) {
  while( p->pArena->rc == SQLITE_OK && !p->bDone ) {
    if( regexStretch(p) ) return SQLITE_ROW;
  }
  return p->pArena->rc ? p->pArena->rc : SQLITE_DONE;
}

const char *newsRegexError(const NewsRegex *p) { return p->zError; }

/*------------------------------------------------------------------- groups */

u32 newsRegexGroups(const NewsRegex *p) { return p->nGroup; }

const char *newsRegexName(const NewsRegex *p, u32 iGroup) {
  return p->apName[iGroup];
}

int newsRegexShares(const NewsRegex *p) {
  return regexInfo(p, PCRE2_INFO_JCHANGED) != 0;
}

int newsRegexGroup(const NewsRegex *p, u32 iGroup, NewsSpan *pSpan) {
  const size_t *aOff = pcre2_get_ovector_pointer(p->pData);
  if( (int)iGroup >= p->rcMatch || aOff[2 * iGroup] == PCRE2_UNSET ) return 0;
  pSpan->iFrom = (u32)aOff[2 * iGroup];
  pSpan->iTo = (u32)aOff[2 * iGroup + 1];
  if( pSpan->iTo < pSpan->iFrom ) pSpan->iTo = pSpan->iFrom;
  return 1;
}
