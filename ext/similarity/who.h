/*
** who.h: what is told of a person besides the name, and whether two such
** persons can be one.
**
** Who speaks without a name is described: "a senior Drevian official", "a
** spokeswoman for Halden Bank", "a resident of Kelm". What a description tells
** is the sort of person, the land and the body; another that tells otherwise
** of one of them is of somebody else:
**
**     a Halden Bank spokesperson       official  halden
**     a spokesperson for Corvex        official  corvex
**     a fan in Kelm                    crowd     kelm
**     an official in the ministry      official            ministry
**     a Water Ministry official        official            water
**
** What one leaves out does not part them, nor do the names of those who govern
** a land ("a White House official", "a senior US official"), nor the name of a
** land, which may be an unknown one, and a part of the state.
*/
#ifndef NEWS_WHO_H
#define NEWS_WHO_H

#include "base/arena.h"

#define NEWS_WHO_WORDS 8

/* Hashes of words, the first that there are. */
typedef struct NewsWhoWords NewsWhoWords;
struct NewsWhoWords {
  u32 n;
  u32 a[NEWS_WHO_WORDS];
};

typedef struct NewsWho NewsWho;
struct NewsWho {
  u8 iSort;           /* sort.tsv, 0 for none */
  NewsWhoWords land;  /* Lands */
  NewsWhoWords name;  /* Names: of bodies, of places that are not known */
  NewsWhoWords state; /* Names of parts of a state: "Water" of the ministry */
  NewsWhoWords part;  /* Nouns for bodies: "police", "university" */
};

/* Add what a description tells, or the name of a body (bBody: it is that which
** one speaks for, and says no sort). Errors in the arena. */
void newsWhoRead(NewsArena *pArena, const u8 *z, u32 n, int bBody, NewsWho *p);

/* Whether two are told apart. The same in either order. */
int newsWhoApart(const NewsWho *pa, const NewsWho *pb);

/*
** The post of somebody who has a name: what a role tells by which the bearers
** of one name, or of nearly one name, can be told apart or known for one. "" or
**
**     c            a letter for the sort; "-" for none
**     c1f00ba44    and the hash of a title that few have: "Prime Minister"
*/
#define NEWS_POST_BYTES 12
void newsWhoPost(NewsArena *pArena, const u8 *z, u32 n, char *zPost);

/* Whether those of two such letters are two. */
int newsWhoOther(char cPost, char cOther);

/* ---- tables: ext/similarity/en/sort.tsv, tool/mkweight.c --------------- */

#define NEWS_SORTS 24    /* At most */
#define NEWS_SORT_RULE 1 /* A body that all officials are of */
#define NEWS_SORT_PAST 2 /* What one was */

/* A word, and the sort of person that it tells of; by hash. */
typedef struct NewsSort NewsSort;
struct NewsSort {
  u32 hash;
  u8 iSort;
};
extern const NewsSort newsSort[];
extern const u32 newsSortCount;
extern const u32 newsSortNot[NEWS_SORTS]; /* Bits: sorts that it is not */
extern const u32 newsSortLoose;           /* Bits: those that name nobody */

#endif /* NEWS_WHO_H */
