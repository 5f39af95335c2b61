/*
** alias.h: which names are one source's.
**
** Reports write one name in many ways: "Sergei Riabkov", "Sergey Ryabkov",
** "Ryabkov"; "Bob Casey", "Robert P. Casey"; "Defense Department", "U.S.
** Department of Defense"; "WFO", "World Fisheries Organization".  A name is
** read into a block and a key.  Names of different blocks are never one;
** names of one block and key always are; and which keys of a block are one
** follows from the set of its keys alone, so that it does not matter in what
** order they came:
**
**     Two names fit if nothing in them differs: a given name may be missing,
**     an initial, a short form. A name is one with all that it fits, unless
**     two of those do not fit each other: "Bush" and "George Bush" stay by
**     themselves beside "George W. Bush" and "George H. W. Bush".
**
**     Names that differ by how a part of them is spelt are one where both
**     stand with one title: "Prime Minister Irena Volkova", "Irina Volkova,
**     the prime minister".
**
**     A surname alone is that of the one person of whom it is, or of the one
**     who stands with its title: "Mayor Bell" of the mayor Ann Bell and the
**     judge Tom Bell.
**
**     Names that are one are parted again where they stand with roles that
**     nobody has both: "Prime Minister Ann Bell", "Ann Bell, a pupil".
*/
#ifndef NEWS_ALIAS_H
#define NEWS_ALIAS_H

#include "base/arena.h"

#define NEWS_ALIAS_BYTES 160 /* Of a block or key, with its zero */

/* ---- tables: ext/similarity/en, tool/mkweight.c ------------------------ */

/* Letters and what takes their place: spell.tsv and near.tsv, in their
** order. */
typedef struct NewsSpell NewsSpell;
struct NewsSpell {
  char zFrom[12];
  char zInto[12];
  u8 nFrom;  /* 0 in the last */
  u8 bBegin; /* Only where a word begins */
  u8 bEnd;   /* Only where it ends */
};
extern const NewsSpell newsSpell[];
extern const NewsSpell newsNear[];

/* A form of a given name, and a name that it stands for: given.tsv, by hash
** of the form. */
typedef struct NewsGiven NewsGiven;
struct NewsGiven {
  u32 hash;
  char zName[16];
};
extern const NewsGiven newsGiven[];
extern const u32 newsGivenCount;

/* Hashes of family names that stand first: family.tsv. */
extern const u32 newsFamily[];
extern const u32 newsFamilyCount;

/* ---- names -------------------------------------------------------------- */

/* How much of it a form of a name gives: the entity is called by one of those
** that give most. */
#define NEWS_ALIAS_BARE 0    /* "Ryabkov", "WFO" */
#define NEWS_ALIAS_INITIAL 1 /* "S. Ryabkov" */
#define NEWS_ALIAS_FULL 2    /* "Sergei Ryabkov" */

typedef struct NewsAlias NewsAlias;
struct NewsAlias {
  char zBlock[NEWS_ALIAS_BYTES]; /* ASCII or UTF-8, zero-terminated */
  char zKey[NEWS_ALIAS_BYTES];
  u8 eFull; /* NEWS_ALIAS_FULL ... */
};

/* Read a named source's name; eKind is NEWS_PERSON ... (source/source.h), zPost
** what newsWhoPost() gives of its role (who.h). Errors in the arena. */
void newsAliasRead(NewsArena *pArena, const u8 *z, u32 n, int eKind,
                   const char *zPost, NewsAlias *p);

/* The letter with which the given name of a person begins, in whichever of its
** forms it stands ("Bob": r); 0 where there is none, or it may be several. */
char newsAliasInitial(const NewsAlias *p);

/* Level letters by a table; zOut has twice the room of z. The length. */
int newsAliasLevel(const NewsSpell *pTable, const char *z, int n, char *zOut);

/* Keys of a block that are compared; of a larger one those that begin with the
** same letter are, and if these are too many, each is by itself. */
#define NEWS_ALIAS_MAX 256

/*
** Of the n different keys of a block, aOne[i] becomes the index of the first
** that is one with azKey[i]. Time is quadratic in n, which is at most
** NEWS_ALIAS_MAX. Errors in the arena.
*/
void newsAliasJoin(NewsArena *pArena, const char *zBlock,
                   const char *const *azKey, int n, int *aOne);

/* The bytes of the name of a paper, station or agency without the noun that
** says what it is, at either end: [Norvane] News Agency, Agence [Lumen]. All of
** it where that is a name by itself, known to the lexicon, or nothing would be
** left. Errors in the arena. */
NewsSpan newsAliasProper(NewsArena *pArena, const u8 *z, u32 n);

/* Whether two names of papers, stations or agencies can be one's: "AP" and "The
** Associated Press", "KTA" and "Kelm Telegraph Agency", "reuters.com" and
** "Reuters". Errors in the arena. */
int newsAliasIsOutlet(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                      u32 nb);

#endif /* NEWS_ALIAS_H */
