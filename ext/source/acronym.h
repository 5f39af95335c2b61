/*
** acronym.h: letters that stand for a name told in the same report: in brackets
** behind a body's, "... chairs the Kleinvale Civic Forum (KCF). The KCF said";
** as a transcript's label for a person's, "AL: It is late" of Ann Lee.
**
** The letters must be the initials of the words before the bracket, small words
** passed over, as in the first step of Schwartz and Hearst, "A simple algorithm
** for identifying abbreviation definitions in biomedical text" (2003).
*/
#ifndef NEWS_ACRONYM_H
#define NEWS_ACRONYM_H

#include "source/mention.h"

/*
** Let the mentions by such letters alone be by the name that they stand for:
** their name is that, and their alias the letters. One pass over the tokens and
** two over the mentions; nothing is allocated, nothing fails.
*/
void newsAcronymsRead(const NewsText *pText, NewsMentionList *pList);

#endif /* NEWS_ACRONYM_H */
