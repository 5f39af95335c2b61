/*
** turn.h: speakers named without a verb: "VENN: We won.", "We won." - Venn
*/
#ifndef NEWS_TURN_H
#define NEWS_TURN_H

#include "quote/phrase.h"

/*
** Whether the items [iFrom, iTo) begin with a speaker's label and a colon:
** the label in *pLabel (items), and the return value the item behind the
** colon; else 0. bLoose: any short noun phrase; else it must look like the
** label of a transcript: a name, all in capitals or alone on the left.
*/
u32 newsTurnLabel(const NewsItem *a, u32 iFrom, u32 iTo, int bLoose,
                  NewsSpan *pLabel);

/* Whether the items [iFrom, iTo) behind a quotation are a dash and a name:
** the name in *pName. */
int newsTurnSigned(const NewsText *pText, const NewsItem *a, u32 iFrom,
                   u32 iTo, NewsSpan *pName);

#endif /* NEWS_TURN_H */
