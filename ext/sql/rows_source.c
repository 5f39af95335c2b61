/*
** rows_source.c: news_sources(report [, acts]): who is quoted.
**
** With acts 'all' those too who are only said to think or want something.
** They come last, so that an id means the same source with and without them.
*/
#include "sql/field.h"
#include "sql/tvf.h"

static int sourceStart(NewsCursor *p, sqlite3_value **apArg) {
  int rc = newsCursorActs(p, apArg[1]);
  if( rc == SQLITE_OK ) rc = newsReportNeed(p->pReport, NEWS_PART_SOURCE);
  if( rc == SQLITE_OK ) p->nRow = p->pReport->nRank[p->eActs];
  return rc;
}

static u32 sourceIndex(const NewsCursor *p) {
  return p->pReport->aRank[p->iRow - 1];
}

static const NewsSource *sourceRow(const NewsCursor *p) {
  return &p->pReport->source.aSource[sourceIndex(p)];
}

#define SOURCE_NAME 0
#define SOURCE_KIND 1
#define SOURCE_ROLE 2
#define SOURCE_AFFILIATION 3
#define SOURCE_ANONYMITY 4

static void sourceColText(NewsCursor *p, sqlite3_context *pCtx, int eWhich) {
  const NewsSource *pSource = sourceRow(p);
  const char *const az[] = {
      pSource->zName,        newsSourceKind(pSource), pSource->zRole,
      pSource->zAffiliation, pSource->zAnonymity,
  };
  newsResultString(pCtx, az[eWhich]);
}

static void sourceNamed(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NEWS_UNUSED(iArg);
  sqlite3_result_int(pCtx, sourceRow(p)->bNamed != 0);
}

static void sourceQuotes(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const NewsTally *pTally = &p->pReport->aTally[sourceIndex(p)];
  NEWS_UNUSED(iArg);
  sqlite3_result_int64(pCtx, pTally->aQuote[p->eActs]);
}

static void sourceColWords(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const NewsTally *pTally = &p->pReport->aTally[sourceIndex(p)];
  NEWS_UNUSED(iArg);
  sqlite3_result_int64(pCtx, pTally->aWord[p->eActs]);
}

static void sourceMentions(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NEWS_UNUSED(iArg);
  newsResultSpans(p, pCtx, sourceRow(p)->aMention, sourceRow(p)->nMention);
}

/* The first mention. */
static NewsSpan sourceSpan(const NewsCursor *p, int iArg) {
  const NewsSource *pSource = sourceRow(p);
  NEWS_UNUSED(iArg);
  return pSource->nMention ? pSource->aMention[0] : newsSpan(0, 0);
}

static const NewsColumn aSourceColumn[] = {
    {"id INTEGER", 0, 0},
    {"name TEXT", sourceColText, SOURCE_NAME},
    {"kind TEXT", sourceColText, SOURCE_KIND},
    {"named INTEGER", sourceNamed, 0},
    {"role TEXT", sourceColText, SOURCE_ROLE},
    {"affiliation TEXT", sourceColText, SOURCE_AFFILIATION},
    {"anonymity TEXT", sourceColText, SOURCE_ANONYMITY},
    {"n_quotes INTEGER", sourceQuotes, 0},
    {"n_words INTEGER", sourceColWords, 0},
    {"mentions TEXT", sourceMentions, 0},
    {"start INTEGER", newsColumnStart, 0},
};

const NewsTvf newsTvfSources = {
    .zName = "news_sources",
    .zCall = "news_sources(report [, acts])",
    .azArg = {"report", "acts"},
    .nNeed = 1,
    .nEstimate = 8,
    .aColumn = aSourceColumn,
    .nColumn = NEWS_COUNT(aSourceColumn),
    .xStart = sourceStart,
    .xSpan = sourceSpan,
};
