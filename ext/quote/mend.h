/*
** mend.h: readings of a sentence put right once all its clauses are known.
*/
#ifndef NEWS_MEND_H
#define NEWS_MEND_H

#include "quote/clause.h"

/*
** The clauses taken of a unit (pClause, of NewsClause), each by itself well
** read, put right where the sentence tells more: the second half of a quotation
** belongs to the clause that broke it off. told: items of the unit before in
** the paragraph, where the report tells it itself, else empty; "This was
** announced by Doe" makes them Doe's.
*/
void newsMendUnit(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                  NewsSpan told, NewsVec *pClause);

#endif /* NEWS_MEND_H */
