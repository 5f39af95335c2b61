/*
** apart.h: two statements that are about different names, or tell different
** things of the same.
**
** "Anna Berg will resign" and "Carl Dahl will resign" have all but a name in
** common, as two translations may have: a name is put into other words there,
** the more so the longer it is, and that of an office or a book rather than a
** person's. So only those are looked at with which both begin: where neither
** text has the other's, nor one that is like it, and what follows is the same,
** they are hardly one remark. Headlines, of which each word may have a capital,
** tell nothing.
**
** "The master of the old harbour of Teshen will resign" and "... fell into the
** dock" have a long name in common, and nothing that is said of it.
*/
#ifndef NEWS_APART_H
#define NEWS_APART_H

#include "base/arena.h"

/* Whether names keep two statements apart, of whose words (of NewsSayWord)
** those are noted that the other lacks. The same in either order. */
int newsApartNames(const NewsVec *pA, const NewsVec *pB);

/* Whether each has a name, anywhere, that nobody knows and that is like none of
** the other's: not enough by itself to keep two apart. The same in either
** order. */
int newsApartOthers(const NewsVec *pA, const NewsVec *pB);

/* Whether two are the same, in the same order, but for names that nobody knows,
** for which others stand there: "The river will peak at Velden", "... at
** Skarn". The same in either order. */
int newsApartSwaps(const NewsVec *pA, const NewsVec *pB);

/* Whether two have all words in common, in the same order, but one, for which
** nobody says another: "the bolts were rusty", "the bolts were missing". The
** same in either order. */
int newsApartWord(const NewsVec *pA, const NewsVec *pB);

/* Whether two such begin with the same words, and go on with others, of which
** none may stand for one of the other's. The same in either order. */
int newsApartEnds(const NewsVec *pA, const NewsVec *pB);

/* Whether one is a question and the other tells, without asking, what that does
** not ask: "Did you see the boxes moved?", "The boxes were moved at night". But
** "whether we saw the boxes moved" reports a question. The same in either
** order. */
int newsApartAsks(const NewsVec *pA, const NewsVec *pB);

/* Whether one begins with the denial of what the other tells, whatever follows:
** "it was not an accident, it was an attack", "it was an accident". The same in
** either order. */
int newsApartUndoes(const NewsVec *pA, const NewsVec *pB);

/* Whether one has for a condition, or for possible, what the other tells and
** leaves nothing open: "we will leave if the wall cracks", "the wall
** cracked, we left"; "he may resign", "he has resigned". NEWS_SAY_OWN must have
** been noted, by feature.h. The same in either order. */
int newsApartOpens(const NewsVec *pA, const NewsVec *pB);

/* Whether one has a negation, of a word that the other has too, and the other
** none, and one has most of the words of the other: "the radar was not broken",
** "the radar had been broken for a week". The same in either order. */
int newsApartNegates(const NewsVec *pA, const NewsVec *pB);

#endif /* NEWS_APART_H */
