/*
** unit.h: the sentences of a paragraph as the clause reader takes them.
*/
#ifndef NEWS_UNIT_H
#define NEWS_UNIT_H

#include "quote/phrase.h"

/* Items of a unit at most: longer sentences are cut, so that work on one is
** bounded. */
#define NEWS_UNIT_MAX 400

/*
** End of the unit that begins at item iFrom of n items (the sign behind the
** last not counted). Sentence ends inside a quotation do not count, nor one
** between a quotation and the clause that reports it: "Is it?" Venn asked.
*/
u32 newsUnitEnd(const NewsText *pText, const NewsItem *a, u32 iFrom, u32 n);

#endif /* NEWS_UNIT_H */
