/*
** field.h: what the columns of quotes and sources hold, as the functions show
** it and an index keeps it.
*/
#ifndef NEWS_FIELD_H
#define NEWS_FIELD_H

#include "sql/report.h"

/* A text of n bytes; z is NULL for NULL. To be freed in every case, and not to
** be copied. */
typedef struct NewsField NewsField;
struct NewsField {
  const char *z;
  i64 n;
  char *zFree;   /* Memory of z, where it has its own */
  int rc;        /* SQLITE_OK, SQLITE_NOMEM */
  char aBuf[64]; /* Short text of its own */
};

void newsFieldFree(NewsField *p);

/* Words for kinds: static. */
const char *newsQuoteKind(const NewsQuote *p);
const char *newsQuoteAct(const NewsQuote *p);
const char *newsQuotePart(const NewsQuote *p);
const char *newsSourceKind(const NewsSource *p);

/* 0..1. */
double newsQuoteConfidence(const NewsQuote *p);

/* Places of a quote: bytes; empty where there is none. */
#define NEWS_QUOTE_ALL 0
#define NEWS_QUOTE_CUE 1
#define NEWS_QUOTE_MENTION 2
#define NEWS_QUOTE_VIA 3
NewsSpan newsQuoteSpan(const NewsReport *p, const NewsQuote *pQuote,
                       int eWhich);

/* The words: the pieces joined by a space. */
void newsQuoteWords(const NewsReport *p, const NewsQuote *pQuote,
                    NewsField *pField);

/* The cue's lemma; its folded form where the vocabulary has none. */
void newsQuoteLemma(const NewsReport *p, const NewsQuote *pQuote,
                    NewsField *pField);

/* Bytes of the report, as they stand or folded as one word; NULL for an empty
** span. */
void newsFieldFolded(const NewsReport *p, NewsSpan bytes, NewsField *pField);
void newsFieldSpan(const NewsReport *p, NewsSpan bytes, NewsField *pField);

/* A field as the value of a column, or as that of a parameter of a statement
** that is run before it is freed. */
void newsFieldResult(NewsField *pField, sqlite3_context *pCtx);
int newsFieldBind(const NewsField *pField, sqlite3_stmt *pStmt, int iParam);

#endif /* NEWS_FIELD_H */
