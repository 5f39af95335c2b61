/*
** extent.h: where attributed words end.
*/
#ifndef NEWS_EXTENT_H
#define NEWS_EXTENT_H

#include "quote/cue.h"

/* Where attributed words that begin at item i end: with the unit, or where a
** clause of the report's own begins again: ", adding that", ", according to",
** "and said". */
u32 newsExtentEnd(const NewsCue *p, u32 i);

/* Whether what is left of the unit from item i on is a reporting clause and
** nothing else: ", Hale said, [Reuters reported]", "[reports Reuters]". */
int newsExtentReports(const NewsCue *p, u32 i);

/* Where words from item i to iTo end that a relative clause reports, which the
** sentence goes on behind: "Doe, who has said [C], will be heard". iFloor: the
** first item of the unit. */
u32 newsExtentClosed(const NewsItem *a, u32 iFloor, u32 iCue, u32 i, u32 iTo);

/* Where words from item i to iTo end whose cue is a noun that its clause begins
** with: before the verb of that clause, [her claim "that it fell"] was denied.
** 0 if it is no such noun. */
u32 newsExtentTopic(const NewsItem *a, u32 iFloor, u32 iCue, u32 i, u32 iTo);

/* Where the words [i, iTo) that belong to their clause's subject end: before
** the verb that is one too many in them, where nOwed are owed to begin with.
** Every "that", "which", "and" is owed one more. A form like "lied", which may
** be a participle, counts only where no other is found. iTo if there is none.
*/
u32 newsExtentBeforeVerb(const NewsItem *a, u32 i, u32 iTo, u32 nOwed);

#endif /* NEWS_EXTENT_H */
