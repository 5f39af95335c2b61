/*
** row.h: attributed words as pieces without their outer marks.
*/
#ifndef NEWS_ROW_H
#define NEWS_ROW_H

#include "quote/item.h"
#include "quote/quote.h"

/* What a row is gathered from. Token spans, in text order. */
typedef struct NewsGather NewsGather;
struct NewsGather {
  const NewsText *pText;
  const NewsMarks *pMarks;
  u8 *aClaimed;   /* One byte a quotation of pMarks: 1 if a row has it */
  u8 bOwned;      /* The row has a clause of its own */
  NewsVec vPiece; /* of NewsSpan, tokens */
};

/* Add the attributed words [span] of tokens: a span that is one quotation, or
** several in a row, gives a piece for each, with the paragraphs in which it
** goes on; any other span is one piece. */
void newsGatherAdd(NewsGather *p, NewsSpan tok);

/* Add the words [span] of tokens as one piece, whatever marks are in it. */
void newsGatherPart(NewsGather *p, NewsSpan tok);

/* Drop the full stop of the last piece, if that is not in marks. */
void newsGatherTrim(NewsGather *p);

/* Whether the last piece gathered lies in the span. */
int newsGatherHas(const NewsGather *p, NewsSpan tok);

/* Make the row: pieces, marks, kind, paragraph. 0 if there are no words or on
** error. The pieces are emptied. */
int newsGatherRow(NewsGather *p, NewsQuote *pRow);

/* Fill pList->vLoose, from the rows of pList and all quotations. */
void newsGatherLoose(NewsGather *p, NewsQuoteList *pList);

#endif /* NEWS_ROW_H */
