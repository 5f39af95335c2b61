/*
** join.h: the rules' clauses of a unit and what the reader found, joined.
*/
#ifndef NEWS_JOIN_H
#define NEWS_JOIN_H

#include "quote/quote.h"
#include "quote/reader.h"

/*
** Correct, drop and add clauses of a unit: pClause (of NewsClause) holds the
** rules' candidates, already chosen; afterwards those with bTaken are rows.
*/
void newsJoin(NewsReader *p, const NewsText *pText, const NewsItem *a,
              NewsSpan unit, int bHeading, NewsVec *pClause);

/* What the reader finds in p->view: cues, and source and words of each; of
** those of which the rules are sure, what these say. */
void newsJoinRead(NewsReader *p);

/*
** The way of newsQuoteFind() over a report, where xUnit gets each unit of it
** that the reader would read, in p->view. For training.
*/
void newsQuoteTrain(const NewsText *pText, NewsQuoteList *p,
                    const NewsWeights *pWeights,
                    void (*xUnit)(NewsReader *, void *), void *pUnit);

#endif /* NEWS_JOIN_H */
