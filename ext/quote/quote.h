/*
** quote.h: who said what: the attributions of a report.
*/
#ifndef NEWS_QUOTE_H
#define NEWS_QUOTE_H

#include "text/text.h"

#define NEWS_DIRECT 0
#define NEWS_INDIRECT 1
#define NEWS_MIXED 2

#define NEWS_SPEECH 0
#define NEWS_THOUGHT 1

#define NEWS_BODY 0
#define NEWS_HEADLINE 1

/*
** One attribution: a reporting clause with all the words that it attributes,
** or a floating quotation. Spans aPiece, aMark are of bytes, the others of
** tokens; all memory is the arena's.
*/
typedef struct NewsQuote NewsQuote;
struct NewsQuote {
  NewsSpan *aPiece; /* The words, in text order, without outer marks */
  NewsSpan *aMark;  /* What stands in quotation marks, without them */
  u32 nPiece, nMark;
  NewsSpan tok;     /* Tokens from the first piece to the last */
  NewsSpan cue;     /* Empty: none */
  NewsSpan mention; /* Who says it, as it stands here. Empty: none */
  NewsSpan via;     /* Who relays it. Empty: none */
  u16 iCueWord;     /* Of the cue, in the vocabulary */
  u8 eKind;         /* NEWS_DIRECT ... */
  u8 eAct;          /* NEWS_SPEECH, NEWS_THOUGHT */
  u8 ePart;         /* NEWS_BODY, NEWS_HEADLINE */
  u8 bThat;         /* Its first word is the conjunction "that" */
  u8 bNobody;       /* It has no source, nor does the context tell one */
  u32 iPara;        /* Paragraph of its first word, from 0 */
  int iSource;      /* Set by ext/source: index of the source; -1: unknown */
  int iVia;         /* Likewise for via; -1: none */
  double rConf;     /* 0..1 */
};

typedef struct NewsQuoteList NewsQuoteList;
struct NewsQuoteList {
  NewsVec vQuote; /* of NewsQuote, in text order, all acts */
  NewsVec vLoose; /* of NewsSpan, bytes, in text order: what stands in marks
                  ** and in no row of speech: titles, slogans, thoughts */
};

/* Find the attributions. p must be zeroed and freed; errors in the arena. */
void newsQuoteFind(const NewsText *pText, NewsQuoteList *p);
void newsQuoteFree(NewsQuoteList *p);

/*
** Whether sentence break before token iTok stands inside a quotation that its
** reporting clause continues, so that it ends no sentence. Used for
** news_sentences: one byte a sentence of the text, 1 where it joins the one
** before. From the arena.
*/
u8 *newsQuoteJoins(const NewsText *pText);

#endif /* NEWS_QUOTE_H */
