/*
** passage.h: which of the passages found are rows.
**
** A passage that lies within another in both texts is none.  One that lies
** within a longer one in one text alone stands there twice: a report quotes
** in its first paragraph what it has in full below.  Whoever asks what of a
** report the other one carries wants the longer one, and not a second row for
** the same words; so the shorter is left out, unless it is long by itself, or
** matches better, or every place is asked for.  Of two places that are as
** long as each other both are rows.
*/
#ifndef NEWS_PASSAGE_H
#define NEWS_PASSAGE_H

#include "similarity/align.h"

/* Leave the passages (NewsPassage) that are rows, ordered by where they stand
** in the first text, then in the second; bEvery: all that do not lie within
** another in both.  Errors in pArena->rc. */
void newsPassageRows(NewsArena *pArena, NewsVec *pVec, int bEvery);

#endif /* NEWS_PASSAGE_H */
