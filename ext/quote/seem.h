/*
** seem.h: clauses that are not what they seem: rows that are none, or another
** source's, which shows once all clauses of a sentence are known.
**
**   It is worth mentioning that C                    nobody's
**   a neighbour called Ann Lee rang                  nothing said
**   C. This was announced by Doe.                    C is Doe's
**   "Q," was how Doe described the plan              Q alone is
**   with her deputy, Ann Lee, calling it "Q"         Ann Lee's
**   Ann said A; Bob disagreed, saying C              Bob's
**   The notes reveal how women complained C          the women's
*/
#ifndef NEWS_SEEM_H
#define NEWS_SEEM_H

#include "quote/clause.h"

/* Whether a clause only looks like one: "It is worth mentioning that C"; "a
** man accused of lying left". */
int newsSeemNone(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                 const NewsClause *c);

/* "The road will open. This was announced by Doe.": Doe's words are the
** sentence before, told, where that is nobody's yet. Any other pronoun alone is
** no words. pClause is of NewsClause, taken. */
void newsSeemRefers(const NewsItem *a, NewsSpan told, NewsVec *pClause);

/* Clause c of pClause: whose it is, if it is not whose it seems to be; not
** taken any more if it is nobody's. */
void newsSeemSource(const NewsItem *a, NewsSpan unit, const NewsVec *pClause,
                    NewsClause *c);

#endif /* NEWS_SEEM_H */
