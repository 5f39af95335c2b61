/*
** rows_quote.c: news_quotes(report [, acts]): who said what.
*/
#include "sql/field.h"
#include "sql/tvf.h"

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
  const NewsQuote *pQuote = rowQuote(p);
  const char *z = newsQuoteKind(pQuote);
  if( eWhich == QUOTE_ACT ) z = newsQuoteAct(pQuote);
  if( eWhich == QUOTE_PART ) z = newsQuotePart(pQuote);
  sqlite3_result_text(pCtx, z, -1, SQLITE_STATIC);
}

static void quoteParagraph(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NEWS_UNUSED(iArg);
  sqlite3_result_int64(pCtx, (i64)rowQuote(p)->iPara + 1);
}

static void quoteColConfidence(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NEWS_UNUSED(iArg);
  sqlite3_result_double(pCtx, newsQuoteConfidence(rowQuote(p)));
}

/*-------------------------------------------------------------- the content */

static void quoteColText(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NewsField field;
  NEWS_UNUSED(iArg);
  newsQuoteWords(p->pReport, rowQuote(p), &field);
  newsFieldResult(&field, pCtx);
  newsFieldFree(&field);
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

/* Bytes of a place; empty where there is none. */
static NewsSpan quoteSpan(const NewsCursor *p, int eWhich) {
  return newsQuoteSpan(p->pReport, rowQuote(p), eWhich);
}

static void quoteLemma(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NewsField field;
  NEWS_UNUSED(iArg);
  newsQuoteLemma(p->pReport, rowQuote(p), &field);
  newsFieldResult(&field, pCtx);
  newsFieldFree(&field);
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

static const NewsColumn aQuoteColumn[] = {
    {"id INTEGER", 0, 0},
    {"kind TEXT", quoteWord, QUOTE_KIND},
    {"act TEXT", quoteWord, QUOTE_ACT},
    {"quote TEXT", quoteColText, 0},
    {"start INTEGER", newsColumnStart, NEWS_QUOTE_ALL},
    {"length INTEGER", newsColumnLength, NEWS_QUOTE_ALL},
    {"pieces TEXT", quotePieces, 0},
    {"quoted TEXT", quoteQuoted, 0},
    {"cue TEXT", newsColumnText, NEWS_QUOTE_CUE},
    {"cue_start INTEGER", newsColumnStart, NEWS_QUOTE_CUE},
    {"cue_length INTEGER", newsColumnLength, NEWS_QUOTE_CUE},
    {"cue_lemma TEXT", quoteLemma, 0},
    {"mention TEXT", newsColumnText, NEWS_QUOTE_MENTION},
    {"mention_start INTEGER", newsColumnStart, NEWS_QUOTE_MENTION},
    {"mention_length INTEGER", newsColumnLength, NEWS_QUOTE_MENTION},
    {"source INTEGER", quoteSourceId, 0},
    {"speaker TEXT", quoteSpeaker, 0},
    {"via TEXT", newsColumnText, NEWS_QUOTE_VIA},
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
