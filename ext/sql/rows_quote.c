/*
** rows_quote.c: news_quotes(report [, acts]): who said what.
*/
#include "sql/tvf.h"
#include "sql/value.h"

static const NewsQuote *rowQuote(const NewsCursor *p) {
  return newsReportQuote(p->pReport, p->eActs, (u32)p->iRow);
}

/* Source with an index, NULL for -1. */
static const NewsSource *rowSource(const NewsCursor *p, int i) {
  const NewsSourceList *pList = &p->pReport->source;
  return i >= 0 && (u32)i < pList->nSource ? &pList->aSource[i] : 0;
}

static int quoteStart(NewsCursor *p, sqlite3_value **apArg) {
  int rc = newsCursorActs(p, apArg[1]);
  if( rc == SQLITE_OK ) rc = newsReportNeed(p->pReport, NEWS_PART_QUOTE);
  if( rc == SQLITE_OK ) p->nRow = newsReportQuotes(p->pReport, p->eActs);
  return rc;
}

/*------------------------------------------------------------------- words */

#define QUOTE_KIND 0
#define QUOTE_ACT 1
#define QUOTE_PART 2

static void quoteWord(NewsCursor *p, sqlite3_context *pCtx, int eWhich) {
  static const char *const azKind[] = {"direct", "indirect", "mixed"};
  static const char *const azAct[] = {"speech", "thought"};
  static const char *const azPart[] = {"body", "headline"};
  const NewsQuote *pQuote = rowQuote(p);
  const char *z = azKind[pQuote->eKind];
  if( eWhich == QUOTE_ACT ) z = azAct[pQuote->eAct];
  if( eWhich == QUOTE_PART ) z = azPart[pQuote->ePart];
  sqlite3_result_text(pCtx, z, -1, SQLITE_STATIC);
}

static void quoteParagraph(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NEWS_UNUSED(iArg);
  sqlite3_result_int64(pCtx, (i64)rowQuote(p)->iPara + 1);
}

static void quoteColConfidence(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  double r = rowQuote(p)->rConf;
  NEWS_UNUSED(iArg);
  sqlite3_result_double(pCtx, NEWS_MIN(NEWS_MAX(r, 0.0), 1.0));
}

/*-------------------------------------------------------------- the content */

/* The pieces joined by a space. */
static void quoteText(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const NewsQuote *pQuote = rowQuote(p);
  const char *z = (const char *)p->pReport->z;
  sqlite3_str *pStr;
  u32 i;
  NEWS_UNUSED(iArg);
  if( pQuote->nPiece == 1 ) {
    newsResultBytes(p, pCtx, pQuote->aPiece[0]);
    return;
  }
  pStr = sqlite3_str_new(p->pConn->db);
  for( i = 0; i < pQuote->nPiece; i++ ) {
    NewsSpan piece = pQuote->aPiece[i];
    if( i ) sqlite3_str_appendchar(pStr, 1, ' ');
    sqlite3_str_append(pStr, &z[piece.iFrom], (int)newsSpanLen(piece));
  }
  newsResultStr(pCtx, pStr);
}

static void quotePieces(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NEWS_UNUSED(iArg);
  newsResultSpans(p, pCtx, rowQuote(p)->aPiece, rowQuote(p)->nPiece);
}

static void quoteQuoted(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NEWS_UNUSED(iArg);
  newsResultSpans(p, pCtx, rowQuote(p)->aMark, rowQuote(p)->nMark);
}

/*------------------------------------------------------------------- places */

#define QUOTE_ALL 0
#define QUOTE_CUE 1
#define QUOTE_MENTION 2

/* Bytes of a place; empty where there is none. */
static NewsSpan quoteSpan(const NewsCursor *p, int eWhich) {
  const NewsQuote *pQuote = rowQuote(p);
  NewsSpan tok = eWhich == QUOTE_CUE ? pQuote->cue : pQuote->mention;
  if( eWhich == QUOTE_ALL ) {
    if( pQuote->nPiece == 0 ) return newsSpan(0, 0);
    return newsSpan(pQuote->aPiece[0].iFrom,
                    pQuote->aPiece[pQuote->nPiece - 1].iTo);
  }
  if( newsSpanLen(tok) == 0 ) return newsSpan(0, 0);
  return newsTextBytes(&p->pReport->text, tok);
}

/* The cue's folded form where the vocabulary has nothing for it. */
static void quoteLemma(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const char *z = newsTextValue(&p->pReport->text, rowQuote(p)->iCueWord);
  NewsSpan bytes = quoteSpan(p, QUOTE_CUE);
  NEWS_UNUSED(iArg);
  if( newsSpanLen(bytes) == 0 ) return;
  if( z[0] ) {
    sqlite3_result_text(pCtx, z, -1, SQLITE_STATIC);
  } else {
    newsResultFolded(pCtx, &p->pReport->z[bytes.iFrom], newsSpanLen(bytes));
  }
}

/*-------------------------------------------------------------- the speakers */

static void quoteSourceId(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  int i;
  NEWS_UNUSED(iArg);
  if( !newsCursorNeed(p, pCtx, NEWS_PART_SOURCE) ) return;
  i = newsReportSource(p->pReport, rowQuote(p));
  if( i >= 0 ) sqlite3_result_int64(pCtx, p->pReport->aTally[i].iId);
}

static void quoteSpeaker(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const NewsSource *pSource;
  NEWS_UNUSED(iArg);
  if( !newsCursorNeed(p, pCtx, NEWS_PART_SOURCE) ) return;
  pSource = rowSource(p, rowQuote(p)->iSource);
  if( pSource ) newsResultString(pCtx, pSource->zName);
}

/* Its words, as they stand. */
static void quoteVia(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const NewsQuote *pQuote = rowQuote(p);
  NEWS_UNUSED(iArg);
  if( newsSpanLen(pQuote->via) == 0 ) return;
  newsResultBytes(p, pCtx, newsTextBytes(&p->pReport->text, pQuote->via));
}

static const NewsColumn aQuoteColumn[] = {
    {"id INTEGER", 0, 0},
    {"kind TEXT", quoteWord, QUOTE_KIND},
    {"act TEXT", quoteWord, QUOTE_ACT},
    {"quote TEXT", quoteText, 0},
    {"start INTEGER", newsColumnStart, QUOTE_ALL},
    {"length INTEGER", newsColumnLength, QUOTE_ALL},
    {"pieces TEXT", quotePieces, 0},
    {"quoted TEXT", quoteQuoted, 0},
    {"cue TEXT", newsColumnText, QUOTE_CUE},
    {"cue_start INTEGER", newsColumnStart, QUOTE_CUE},
    {"cue_length INTEGER", newsColumnLength, QUOTE_CUE},
    {"cue_lemma TEXT", quoteLemma, 0},
    {"mention TEXT", newsColumnText, QUOTE_MENTION},
    {"mention_start INTEGER", newsColumnStart, QUOTE_MENTION},
    {"mention_length INTEGER", newsColumnLength, QUOTE_MENTION},
    {"source INTEGER", quoteSourceId, 0},
    {"speaker TEXT", quoteSpeaker, 0},
    {"via TEXT", quoteVia, 0},
    {"part TEXT", quoteWord, QUOTE_PART},
    {"paragraph INTEGER", quoteParagraph, 0},
    {"confidence REAL", quoteColConfidence, 0},
};

const NewsTvf newsTvfQuotes = {
    .zName = "news_quotes",
    .zCall = "news_quotes(report [, acts])",
    .azArg = {"report", "acts"},
    .nNeed = 1,
    .nEstimate = 20,
    .aColumn = aQuoteColumn,
    .nColumn = NEWS_COUNT(aQuoteColumn),
    .xStart = quoteStart,
    .xSpan = quoteSpan,
};
