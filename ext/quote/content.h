/*
** content.h: what a reporting clause attributes: where it begins and ends.
*/
#ifndef NEWS_CONTENT_H
#define NEWS_CONTENT_H

#include "quote/clause.h"
#include "quote/cue.h"

/* Attributed words that end before item iEnd: from the unit's beginning,
** without "Finally," and signs. */
NewsSpan newsContentBefore(const NewsCue *p, u32 iEnd);

/* Where words from item i to iTo end that a relative clause reports, which the
** sentence goes on behind: "Doe, who has said [C], will be heard". iFloor: the
** first item of the unit. */
u32 newsContentClosed(const NewsItem *a, u32 iFloor, u32 iCue, u32 i, u32 iTo);

/* Whether the words behind a cue that gives grounds are only who is cited:
** "citing a senior official", "citing sources it did not name", but not "citing
** Venn's age". */
int newsContentIsCited(const NewsText *pText, const NewsItem *a, u64 mClass,
                       NewsSpan words);

/* Where words from item i to iTo end whose cue is a noun that its clause begins
** with: before the verb of that clause, [her claim "that it fell"] was denied.
** 0 if it is no such noun. */
u32 newsContentTopic(const NewsItem *a, u32 iFloor, u32 iCue, u32 i, u32 iTo);

/* Where the words [i, iTo) that belong to their clause's subject end: before
** the verb that is one too many in them, where nOwed are owed to begin with.
** Every "that", "which", "and" is owed one more. A form like "lied", which may
** be a participle, counts only where no other is found. iTo if there is none.
*/
u32 newsContentBeforeVerb(const NewsItem *a, u32 i, u32 iTo, u32 nOwed);

/* Whether item i begins what the report thinks of it: [C, S V,] "a move that
** could lift prices". */
int newsContentComments(const NewsItem *a, u32 i);

/* Whether what is left of the unit from item i on is a reporting clause and
** nothing else: ", Hale said, [Reuters reported]", "[reports Reuters]". */
int newsContentReports(const NewsCue *p, u32 i);

/* Where attributed words that begin at item i end: with the unit, or where a
** clause of the report's own begins again: ", adding that", ", according to",
** "and said". */
u32 newsContentEnd(const NewsCue *p, u32 i);

/* Set pOut->left and pOut->right of a clause whose own items are
** pOut->whole, and add the points for them. */
void newsContentFind(const NewsCue *p, NewsClause *pOut);

/* "said this during ...", "said nothing as ...": whether what follows a cue of
** these classes, from item i on, is nothing that is said. */
int newsContentIsNothing(const NewsItem *a, u64 mClass, u32 i);

#endif /* NEWS_CONTENT_H */
