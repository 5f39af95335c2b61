/*
** label.h: sources without a cue: before their words in headings and turns,
** behind them where a quotation is signed and at the end of a heading.
*/
#ifndef NEWS_LABEL_H
#define NEWS_LABEL_H

#include "quote/clause.h"
#include "quote/cue.h"

/* The candidates of a unit that have a source without a cue, appended to pOut
** (of NewsClause): VENN: "...", "..." - Venn; in headings also VENN: words, and
** words - officials. p: a cue at the unit's first item, whatever that is. */
void newsLabelFind(const NewsCue *p, NewsVec *pOut);

#endif /* NEWS_LABEL_H */
