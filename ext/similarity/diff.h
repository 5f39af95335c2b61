/*
** diff.h: what changed from one text to another, by words.
**
** The common subsequence of words is the longest (Myers 1986, in linear space)
** where the texts do not differ by more than some thousand words; beyond that
** words that stand once in each text part it first (patience), and what is
** left is given as one change.
*/
#ifndef NEWS_DIFF_H
#define NEWS_DIFF_H

#include "base/arena.h"

/* Append to pOut the text of a and b as one: [-what only a has-]{+what only b
** has+}, all else as b writes it. Errors in pArena->rc and in pOut. */
void newsDiff(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
              sqlite3_str *pOut);

#endif /* NEWS_DIFF_H */
