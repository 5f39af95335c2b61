/*
** rows_text.c: news_credits, news_sentences, news_words: a report's parts.
*/
#include "sql/field.h"
#include "sql/tvf.h"
#include "sql/word.h"

/*-------------------------------------------------------------- news_credits */

static int creditStart(NewsCursor *p, sqlite3_value **apArg) {
  int rc = newsReportNeed(p->pReport, NEWS_PART_CREDIT);
  NEWS_UNUSED(apArg);
  if( rc == SQLITE_OK ) p->nRow = p->pReport->credit.vCredit.n;
  return rc;
}

static const NewsCredit *creditRow(const NewsCursor *p) {
  const NewsCredit *aCredit = p->pReport->credit.vCredit.a;
  return &aCredit[p->iRow - 1];
}

#define CREDIT_KIND 0
#define CREDIT_NAME 1
#define CREDIT_PLACE 2
#define CREDIT_DATE 3

static void creditColText(NewsCursor *p, sqlite3_context *pCtx, int eWhich) {
  const NewsCredit *pCredit = creditRow(p);
  const char *const az[] = {
      newsCreditKind(pCredit->eKind),
      pCredit->zName,
      pCredit->zPlace,
      pCredit->zDate,
  };
  newsResultString(pCtx, az[eWhich]);
}

static NewsSpan creditSpan(const NewsCursor *p, int iArg) {
  NEWS_UNUSED(iArg);
  return creditRow(p)->bytes;
}

static const NewsColumn aCreditColumn[] = {
    {"id INTEGER", 0, 0},
    {"kind TEXT", creditColText, CREDIT_KIND},
    {"name TEXT", creditColText, CREDIT_NAME},
    {"place TEXT", creditColText, CREDIT_PLACE},
    {"date TEXT", creditColText, CREDIT_DATE},
    {"start INTEGER", newsColumnStart, 0},
    {"length INTEGER", newsColumnLength, 0},
};

const NewsTvf newsTvfCredits = {
    .zName = "news_credits",
    .zCall = "news_credits(report)",
    .azArg = {"report"},
    .nNeed = 1,
    .nEstimate = 3,
    .aColumn = aCreditColumn,
    .nColumn = NEWS_COUNT(aCreditColumn),
    .xStart = creditStart,
    .xSpan = creditSpan,
};

/*------------------------------------------------------------ news_sentences */

static int sentenceStart(NewsCursor *p, sqlite3_value **apArg) {
  int rc = newsReportNeed(p->pReport, NEWS_PART_SENTENCE);
  NEWS_UNUSED(apArg);
  if( rc == SQLITE_OK ) p->nRow = p->pReport->vSentence.n;
  return rc;
}

static NewsSpan sentenceTokens(const NewsCursor *p) {
  const NewsSpan *aSpan = p->pReport->vSentence.a;
  return aSpan[p->iRow - 1];
}

static NewsSpan sentenceSpan(const NewsCursor *p, int iArg) {
  NEWS_UNUSED(iArg);
  return newsTextBytes(&p->pReport->text, sentenceTokens(p));
}

static void sentenceParagraph(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const NewsText *pText = &p->pReport->text;
  NEWS_UNUSED(iArg);
  sqlite3_result_int64(pCtx,
                       (i64)newsTextPara(pText, sentenceTokens(p).iFrom) + 1);
}

static const NewsColumn aSentenceColumn[] = {
    {"id INTEGER", 0, 0},
    {"paragraph INTEGER", sentenceParagraph, 0},
    {"text TEXT", newsColumnText, 0},
    {"start INTEGER", newsColumnStart, 0},
    {"length INTEGER", newsColumnLength, 0},
};

const NewsTvf newsTvfSentences = {
    .zName = "news_sentences",
    .zCall = "news_sentences(report)",
    .azArg = {"report"},
    .nNeed = 1,
    .nEstimate = 40,
    .aColumn = aSentenceColumn,
    .nColumn = NEWS_COUNT(aSentenceColumn),
    .xStart = sentenceStart,
    .xSpan = sentenceSpan,
};

/*---------------------------------------------------------------- news_words */

/* Go to the first word from token iTok on. */
static int wordGo(NewsCursor *p, u32 iTok) {
  const NewsText *pText = &p->pReport->text;
  p->tok.iFrom = newsWordFirst(pText, iTok);
  if( p->tok.iFrom == pText->nTok ) {
    newsCursorEnd(p);
  } else {
    p->tok.iTo = newsWordEnd(pText, p->tok.iFrom);
  }
  return SQLITE_OK;
}

static int wordStart(NewsCursor *p, sqlite3_value **apArg) {
  int rc = newsReportNeed(p->pReport, NEWS_PART_TEXT);
  NEWS_UNUSED(apArg);
  p->iSentence = 0;
  return rc ? rc : wordGo(p, 0);
}

static int wordNext(NewsCursor *p) { return wordGo(p, p->tok.iTo); }

/* Words come in order, so the sentence is found by going on from the last. */
static void wordSentence(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  const NewsVec *pVec = &p->pReport->vSentence;
  const NewsSpan *aSpan;
  NEWS_UNUSED(iArg);
  if( !newsCursorNeed(p, pCtx, NEWS_PART_SENTENCE) ) return;
  aSpan = pVec->a;
  while( p->iSentence < pVec->n && aSpan[p->iSentence].iTo <= p->tok.iFrom ) {
    p->iSentence++;
  }
  sqlite3_result_int64(pCtx, (i64)p->iSentence + 1);
}

static NewsSpan wordSpan(const NewsCursor *p, int iArg) {
  NEWS_UNUSED(iArg);
  return newsWordBytes(&p->pReport->text, p->tok);
}

static void wordFolded(NewsCursor *p, sqlite3_context *pCtx, int iArg) {
  NewsField field;
  newsFieldFolded(p->pReport, wordSpan(p, iArg), &field);
  newsFieldResult(&field, pCtx);
  newsFieldFree(&field);
}

static const NewsColumn aWordColumn[] = {
    {"id INTEGER", 0, 0},
    {"sentence INTEGER", wordSentence, 0},
    {"text TEXT", newsColumnText, 0},
    {"folded TEXT", wordFolded, 0},
    {"start INTEGER", newsColumnStart, 0},
    {"length INTEGER", newsColumnLength, 0},
};

const NewsTvf newsTvfWords = {
    .zName = "news_words",
    .zCall = "news_words(text)",
    .azArg = {"report"},
    .nNeed = 1,
    .nEstimate = 500,
    .aColumn = aWordColumn,
    .nColumn = NEWS_COUNT(aWordColumn),
    .xStart = wordStart,
    .xSpan = wordSpan,
    .xNext = wordNext,
};
