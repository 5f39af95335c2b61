/*
** knot.h: which statements of a knot are one remark.
**
** A knot is what hangs together by pairs that are likely one remark. Such
** pairs make chains: a is like b, b like c, and c not like a. So a knot is cut
** into clusters by all that is known of its pairs, for and against: those two
** clusters are joined next which have most in favour between them, as long as
** it is more than what is against (greedy additive edge contraction; Keuper,
** Levinkov, Bonneel, Lavoue, Brox, Andres, ICCV 2015: a good approximation of
** correlation clustering). All its pairs are compared for that, those too by
** which nothing would have been found. What follows depends on the pairs alone.
**
** A statement that runs two remarks together is like those of both, and would
** join them. So two much shorter ones that are like it, but have nothing in
** common with each other, are taken for its parts: that speaks against them.
**
**        "The dam is safe, and the road will stay shut"
**              /                             \
**     "The dam is safe" - - - against - - - "The road stays shut"
*/
#ifndef NEWS_KNOT_H
#define NEWS_KNOT_H

#include "base/arena.h"

#define NEWS_KNOT_MOST 250 /* Statements in a knot, at most */

/* From which score (newsSceneScore()) a pair is for it. */
#define NEWS_KNOT_JOIN 44
#define NEWS_KNOT_MEET 128

/* The pairs of n statements, and which of them is that of a and b, a > b: each
** statement's with those before it. */
#define NEWS_KNOT_PAIRS(n) ((n) * ((n)-1) / 2)
#define NEWS_KNOT_PAIR(a, b) (NEWS_KNOT_PAIRS(a) + (b))

/*
** Cut n statements of aWord words, at most NEWS_KNOT_MOST, whose order must
** follow from what they say (ties go by it): aOut[i] is the first of the
** cluster of i. aScore: of each pair newsSceneScore(), and NEWS_KNOT_MEET where
** the one is found by the other. Errors in pArena->rc.
*/
void newsKnotCut(NewsArena *pArena, u32 n, const u8 *aWord, const u8 *aScore,
                 u8 *aOut);

/* What hangs together by pairs that are found, from NEWS_KNOT_JOIN on: aOut[i]
** is the first of those of i. */
void newsKnotParts(u32 n, const u8 *aScore, u8 *aOut);

#endif /* NEWS_KNOT_H */
