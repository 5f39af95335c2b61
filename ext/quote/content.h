/*
** content.h: what a reporting clause attributes: before it, behind it, or both.
*/
#ifndef NEWS_CONTENT_H
#define NEWS_CONTENT_H

#include "quote/clause.h"
#include "quote/cue.h"

/* Attributed words that end before item iEnd: from the unit's beginning,
** without "Finally," and signs. */
NewsSpan newsContentBefore(const NewsCue *p, u32 iEnd);

/* Set pOut->left and pOut->right of a clause whose own items are
** pOut->whole, and add the points for them. */
void newsContentFind(const NewsCue *p, NewsClause *pOut);

#endif /* NEWS_CONTENT_H */
