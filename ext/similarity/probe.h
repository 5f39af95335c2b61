/*
** probe.h: the keys by which reports that share wording find each other.
**
** Of the words of a report those that tell little are passed over; every two
** that then follow each other are a pair. Of each NEWS_PROBE_WINDOW pairs in a
** row the one that tells most is chosen (rarest by the built-in weights, of
** equal ones that with the least hash): winnowing (Schleimer, Wilkerson, Aiken
** 2003) with rarity for the hash's order, as robust winnowing.
**
**     the  dam  at  Lumen  had  held  ,  the  engineers  said
**          dam------Lumen-------held-------engineers            words
**           [dam Lumen] [Lumen held] [held engineers]           pairs
**
** So whatever stretch of some ten words two reports share gives them a key in
** common, however long they are and whatever else stands in them; and as a key
** is two words that are seldom neighbours, its list stays short. Words of
** scripts that are written without spaces are single characters: there four
** of them are a pair's place.
**
** A key does not depend on other reports, so that what is found does not
** depend on the order in which they came.
*/
#ifndef NEWS_PROBE_H
#define NEWS_PROBE_H

#include "base/arena.h"

#define NEWS_PROBE_WINDOW 4
#define NEWS_PROBE_BITS 26 /* Keys are below 2^26 */

typedef struct NewsProbe NewsProbe;
struct NewsProbe {
  u32 key;
  u32 rank; /* How much it tells: larger is rarer */
};

/* Append the different keys of n bytes at z to pVec (of NewsProbe), in
** ascending order. Errors in pArena->rc. */
void newsProbeFind(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pVec);

#endif /* NEWS_PROBE_H */
