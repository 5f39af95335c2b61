/*
** cite.h: whom a medium cites for what it reports.
*/
#ifndef NEWS_CITE_H
#define NEWS_CITE_H

#include "quote/clause.h"

/*
** "KTA reported that C, citing two aides": C is the aides', through KTA. The
** clauses taken of a unit (pClause, of NewsClause) whose source is a medium
** that cites people, an office or another medium get these for their mention,
** and the medium for via. What is cited may be a document: that is no source of
** its own. Of "Doe said in remarks carried by KTA" the medium is via, too.
*/
void newsCiteRead(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                  NewsVec *pClause);

#endif /* NEWS_CITE_H */
