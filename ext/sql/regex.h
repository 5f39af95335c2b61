/*
** regex.h: searching with PCRE2, within bounds.
**
** A pattern is a program that somebody else wrote: it may need exponential
** time. Here each search counts its steps and may take a number of them that
** grows with the text only linearly; one that needs more is an error, as is
** one that needs too much memory. Steps also count as work of the arena, so
** that interrupts are heard within a search.
*/
#ifndef NEWS_REGEX_H
#define NEWS_REGEX_H

#include "base/arena.h"

typedef struct NewsRegex NewsRegex;

/*
** Compile a pattern of n bytes, in *pp, to be freed. SQLITE_OK,
** SQLITE_NOMEM, or SQLITE_ERROR: then *pzErr is a message for
** sqlite3_free().
*/
int newsRegexNew(const u8 *z, u32 n, NewsRegex **pp, char **pzErr);
void newsRegexFree(NewsRegex *p);

/* Whether it was compiled from this pattern. */
int newsRegexIs(const NewsRegex *p, const u8 *z, u32 n);

/*
** Begin a search in n bytes, which must be valid UTF-8 and outlive it; errors
** and work are the arena's from now on.
*/
void newsRegexStart(NewsRegex *p, NewsArena *pArena, const u8 *z, u32 n);

/*
** Find the next match. SQLITE_ROW, SQLITE_DONE, or an error, which is then
** the arena's too; SQLITE_ERROR: newsRegexError() says what.
*/
int newsRegexNext(NewsRegex *p);
const char *newsRegexError(const NewsRegex *p);

/*
** Of the match: the number of groups of the pattern (0 is the match itself,
** and not counted), the bytes of one, and its name (NULL: it has none).
** newsRegexGroup() returns 0 where the group is not set.
*/
u32 newsRegexGroups(const NewsRegex *p);
int newsRegexGroup(const NewsRegex *p, u32 iGroup, NewsSpan *pSpan);
const char *newsRegexName(const NewsRegex *p, u32 iGroup);

/* Whether several groups may have the same name. */
int newsRegexShares(const NewsRegex *p);

#endif /* NEWS_REGEX_H */
