/*
** tail.h: who says a quotation where the verb behind it is no cue.
*/
#ifndef NEWS_TAIL_H
#define NEWS_TAIL_H

#include "quote/clause.h"

/*
** A sentence that begins with a quotation, goes on behind a comma with a source
** and a verb, and ends: the source says it, whatever the verb. Appends such a
** candidate to pOut (of NewsClause) where none before it has the quotation. So
** does one that begins with "For" a source, and is a quotation.
*/
void newsTailFind(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                  NewsVec *pOut);

#endif /* NEWS_TAIL_H */
