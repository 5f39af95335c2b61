/*
** said.h: a statement as an index keeps it, and the keys by which others find
** it.
**
** Other versions of a statement (translated again, paraphrased, cut, misheard)
** keep its rarest words, but not all of them, and none for sure. So it is
** listed under pairs of its rarest stems, and triples where a pair says too
** little, as rare as built-in weights make them: no count of the index's own,
** so that what is found does not depend on what else is there. Where a report
** has but a part of a remark, the rarest stems may be in what it left out: so
** neighbours make keys, too.
**
** A short statement, and one of common words, has few rare pairs. It is
** listed under the pairs that it has, apart from the rare ones, and under all
** its stems together.
**
** What says so little that many may say it ("It is over", "Thank you") is one
** remark only with the very same words, published within two days: of the same
** named speaker, or where the scenes are much the same (scene.h), too, if a
** speaker is not named or there are no dates. So each report has a statement of
** its own of it, which is listed under words, speaker and day, and under its
** words with each of the rarest ones around it.
**
** Of a short statement each named speaker has one of his own: two mayors say
** "We need tents and water" of two quakes, and so do two of one surname. Two
** speakers' are one remark where their scenes are much the same: then a report
** has it wrong.
*/
#ifndef NEWS_SAID_H
#define NEWS_SAID_H

#include "similarity/say.h"
#include "similarity/scene.h"

#define NEWS_SAID_STEMS 32  /* That are kept, the weightiest */
#define NEWS_SAID_KEYS 32   /* At most */
#define NEWS_SAID_BYTE 2000 /* Bytes of a statement that are compared */
#define NEWS_SAID_SKETCH 20 /* Stems in a sketch */
#define NEWS_SAID_AROUND 8  /* Words of its scene that one of little keeps */
#define NEWS_SAID_PACKED (28 + 2 * NEWS_SAID_AROUND + 6 * NEWS_SAID_STEMS)

/* Within so many seconds what says little is said once. */
#define NEWS_SAID_SOON (2 * 86400)

/* For NewsSaid.iWhen: not known. */
#define NEWS_SAID_UNDATED ((i64)1 << 62)

/* Who speaks, by what a report may give of him. */
typedef struct NewsSaidWho NewsSaidWho;
struct NewsSaidWho {
  u32 name;    /* A hash of the family name, 0: he is not named */
  char cGiven; /* The letter with which his given name begins, 0: not known */
};

typedef struct NewsSaidStem NewsSaidStem;
struct NewsSaidStem {
  u32 stem;
  u8 w;   /* Its weight, 1 to 255 */
  u8 iAt; /* Its place among those kept, in the order of the text */
};

typedef struct NewsSaid NewsSaid;
struct NewsSaid {
  u64 iText;   /* Hash of the words: alike for what is compared alike */
  u32 nWord;   /* Words, 65535 for more */
  u8 bStock;   /* It says so little that many may say it */
  u8 bDenied;  /* The contrary of its words is said: "denied that ..." */
  u32 iWho;    /* ... of its words and speaker, or of the speaker of one that is
              ** short; 0: he is not named */
  char cGiven; /* ... NewsSaidWho's */
  i64 iWhen;   /* ... published, in seconds; NEWS_SAID_UNDATED */
  u32 iWords;  /* Of one that says little: of its words alone; else 0 */
  u16 aAround[NEWS_SAID_AROUND]; /* ... the rarest words of its scene, or 0 */
  u32 nStem;
  NewsSaidStem aStem[NEWS_SAID_STEMS]; /* Rarest first, ties by stem */
};

/* A statement in short: enough to tell of most others that they are not near
** it. */
typedef struct NewsSaidSketch NewsSaidSketch;
struct NewsSaidSketch {
  u16 wAll;                    /* Weight of all its stems */
  u16 wRest;                   /* ... of those that are not in aStem */
  u16 aStem[NEWS_SAID_SKETCH]; /* Hashes of the weightiest; others are 0 */
};

/* Read a statement; into pWord (of NewsSayWord) the words of it that are
** compared. bDenied: its contrary is said. pMemo: say.h's, or NULL. Errors in
** pArena->rc. */
void newsSaidRead(NewsArena *pArena, const u8 *z, u32 n, int bDenied,
                  NewsSaid *p, NewsVec *pWord, NewsSayMemo *pMemo);

/* Those words alone. */
void newsSaidWords(NewsArena *pArena, const u8 *z, u32 n, int bDenied,
                   NewsVec *pWord, NewsSayMemo *pMemo);

/* Make one that says little different from those of other reports, speakers and
** scenes. */
void newsSaidOwn(NewsSaid *p, u64 iReport, NewsSaidWho who, i64 iWhen,
                 const NewsScene *pScene);

/* Whether it is so short that who speaks it matters; make it that speaker's. */
int newsSaidShort(const NewsSaid *p);
void newsSaidBy(NewsSaid *p, NewsSaidWho who);

/* Whether two short ones are of two named speakers. */
static inline int newsSaidOthers(const NewsSaid *pa, const NewsSaid *pb) {
  if( !pa->iWho || !pb->iWho ) return 0;
  return pa->iWho != pb->iWho ||
         (pa->cGiven && pb->cGiven && pa->cGiven != pb->cGiven);
}

/* Whether it may be the remark of other reports, too. */
static inline int newsSaidShares(const NewsSaid *p) {
  return !p->bStock || p->iWho || p->aAround[0];
}

/* Whether two that are near, of which one says little, are one remark, where
** their speakers may be one. */
#define NEWS_STOCK_TWO 0
#define NEWS_STOCK_SCENE 1 /* If their scenes are much the same */
#define NEWS_STOCK_ONE 2
int newsSaidStock(const NewsSaid *pa, const NewsSaid *pb);

/* What its stems weigh. */
u32 newsSaidWeight(const NewsSaid *p);

/* Whether it says so much that those who say it are likely one: not "we do not
** comment on ongoing investigations", which is anybody's. */
int newsSaidShows(const NewsSaid *p);

/* The keys of others like it, without order, each once; how many. */
u32 newsSaidKeys(const NewsSaid *p, u32 *aKey);

/* The key of the very same words. */
u32 newsSaidSelf(const NewsSaid *p);

/* Whether two have a key in common. */
int newsSaidMeets(const NewsSaid *pa, const NewsSaid *pb);

/* Whether the stems that both have weigh so much that newsRemarkSame() may be
** high; of those for which it is, 1 in 100 is lost. Where one says little,
** whether they are the same words. */
int newsSaidNear(const NewsSaid *pa, const NewsSaid *pb);

/* A statement in short; and whether newsSaidNear() is surely 0 for one and what
** such a sketch is of. */
void newsSaidSketch(const NewsSaid *p, NewsSaidSketch *pSketch);
int newsSaidFar(const NewsSaid *p, const NewsSaidSketch *pSketch);

/* Into at most NEWS_SAID_PACKED bytes; their number. And back: 0 where the
** n bytes are not such. */
u32 newsSaidPack(const NewsSaid *p, u8 *a);
int newsSaidUnpack(const u8 *a, u32 n, NewsSaid *p);

#endif /* NEWS_SAID_H */
