/*
** probe.h: the keys by which reports that share wording find each other.
**
** Of the words of a report those that tell little are passed over; every two
** that then follow each other are a pair, and its hash its key. Of each
** NEWS_PROBE_WINDOW pairs in a row the one with the least key is chosen:
** winnowing (Schleimer, Wilkerson, Aiken 2003) over words rather than
** characters.
**
**     the  dam  at  Lumen  had  held  ,  the  engineers  said
**          dam------Lumen-------held-------engineers            words
**           [dam Lumen] [Lumen held] [held engineers]           pairs
**
** So whatever stretch of some ten words two reports share gives them a key in
** common, however long they are and whatever else stands in them; and as a key
** is two words that are seldom neighbours, its list stays short. The choice
** goes by hash alone: one by rarity would choose misspelt words, and find
** nothing. Of scripts that are written without spaces four characters in a row
** are a pair.
**
** A key does not depend on other reports, so that what is found does not
** depend on the order in which they came. Of many keys of a text the least are
** as good a sample as any: of two texts that share wording the same ones.
*/
#ifndef NEWS_PROBE_H
#define NEWS_PROBE_H

#include "base/arena.h"

#define NEWS_PROBE_WINDOW 2
#define NEWS_PROBE_BITS 26 /* Keys are below 2^26 */

/* Append the different keys of n bytes at z to pVec (of u32), in ascending
** order, one at least of every nWindow pairs: NEWS_PROBE_WINDOW at most, 1 for
** all pairs. Errors in pArena->rc. */
void newsProbeFind(NewsArena *pArena, const u8 *z, u32 n, u32 nWindow,
                   NewsVec *pVec);

#endif /* NEWS_PROBE_H */
