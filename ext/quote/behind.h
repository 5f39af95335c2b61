/*
** behind.h: what stands behind a reporting clause and is attributed by it.
*/
#ifndef NEWS_BEHIND_H
#define NEWS_BEHIND_H

#include "quote/clause.h"
#include "quote/cue.h"

/* Read what stands behind mention and cue, from item i on: sets pOut->right
** (empty: nothing), led and bAwaits, may take bThought back, and moves
** whole.iTo past whom it is told. bLeft: words before the clause, pOut->left,
** are attributed already. Points (evidence.h); 0 for nothing. */
int newsBehindFind(const NewsCue *p, NewsClause *pOut, u32 i, int bLeft);

/* "said this during ...", "said nothing as ...": whether what follows a cue of
** these classes, from item i on, is nothing that is said. */
int newsBehindIsNothing(const NewsItem *a, u64 mClass, u32 i);

/* Whether the words behind a cue that gives grounds are only who is cited:
** "citing a senior official", "citing sources it did not name", but not "citing
** Venn's age". */
int newsBehindIsCited(const NewsText *pText, const NewsItem *a, u64 mClass,
                      NewsSpan words);

/* Whether item i begins what the report thinks of it: [C, S V,] "a move that
** could lift prices". */
int newsBehindComments(const NewsItem *a, u32 i);

#endif /* NEWS_BEHIND_H */
