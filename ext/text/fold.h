/*
** fold.h: the comparison form of text.
**
** Two spellings that a reader takes for the same word have the same form:
** Unicode compatibility decomposition, case folding, accents and ignorable
** characters removed (utf8proc's tables), every apostrophe and single mark
** ', every double mark ", every hyphen and dash -, every run of white space
** one space.
*/
#ifndef NEWS_FOLD_H
#define NEWS_FOLD_H

#include "base/arena.h"

/*
** The folded form of a word of n bytes into aOut (nOut bytes of room; the
** rest is cut). Returns its full length, and in *pHash its hash, which is of
** the whole form even where aOut was too small. No allocation.
*/
u32 newsFoldWord(const u8 *z, u32 n, u8 *aOut, u32 nOut, u32 *pHash);

/* The folded form of a text, zero-terminated, from the arena (NULL after an
** error); *pn is its length. Spaces at the ends are dropped. */
char *newsFoldText(NewsArena *p, const u8 *z, u32 n, u32 *pn);

#endif /* NEWS_FOLD_H */
