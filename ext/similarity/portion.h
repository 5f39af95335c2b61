/*
** portion.h: parts of a whole, in whatever words.
**
** "Nine out of ten", "nine in every ten", "90 percent", "90%"; "half of the",
** "two thirds of": reports put the one for the other. Each becomes one number,
** of percents, that is different from the same number of anything else.
*/
#ifndef NEWS_PORTION_H
#define NEWS_PORTION_H

#include "base/arena.h"

/* Among the words (of NewsSayWord) of a text of n bytes at z, let one number
** take the place of the words of each portion. */
void newsPortions(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pWord);

#endif /* NEWS_PORTION_H */
