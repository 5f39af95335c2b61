/*
** weight.h: how much a word tells.
**
** Tables made by the build from ext/similarity/en (tool/mkweight.c). Words are
** known by the hashes that pass.h gives them.
*/
#ifndef NEWS_WEIGHT_H
#define NEWS_WEIGHT_H

#include "base/base.h"

/* Senses of words, bits: what they do in a remark. */
#define NEWS_SENSE_NEG 1     /* not, never */
#define NEWS_SENSE_NUMBER 2  /* two: stands for 2 */
#define NEWS_SENSE_AUX 4     /* will, would */
#define NEWS_SENSE_PRON 8    /* we, they */
#define NEWS_SENSE_WEAK 16   /* the, of */
#define NEWS_SENSE_NAY 32    /* failed */
#define NEWS_SENSE_LIFT 64   /* not only */
#define NEWS_SENSE_LINK 128  /* and, in a number */
#define NEWS_SENSE_DENY 256  /* denied, of a cue */
#define NEWS_SENSE_COND 512  /* if */
#define NEWS_SENSE_MAY 1024  /* may */
#define NEWS_SENSE_OPEN 2048 /* perhaps, when: may stand for those */
#define NEWS_SENSE_NEAR 4096 /* about, of a number */

/* ... in a portion (portion.h) */
#define NEWS_SENSE_PERCENT 8192
#define NEWS_SENSE_RATIO 16384 /* out, every */
#define NEWS_SENSE_PART 32768  /* third: stands for 3 there */
#define NEWS_SENSE_OF 65536
#define NEWS_SENSE_ONE 131072   /* a */
#define NEWS_SENSE_WHOSE 262144 /* the, our */
#define NEWS_SENSE_CENT 524288
#define NEWS_SENSE_UNIT 1048576 /* days, games: no wholes */

/* ... in who does it to whom (roles.h) */
#define NEWS_SENSE_BE 2097152   /* was */
#define NEWS_SENSE_DOER 4194304 /* by */
#define NEWS_SENSE_JOIN 8388608 /* and */

typedef struct NewsSense NewsSense;
struct NewsSense {
  u32 hash;
  u32 alias;  /* Hash of what it stands for; 0: itself */
  u32 mSense; /* NEWS_SENSE_... */
};

typedef struct NewsSuffix NewsSuffix;
struct NewsSuffix {
  char zEnd[8];  /* The ending */
  char zInto[5]; /* What takes its place */
  u8 nEnd;
  u8 nLeft; /* Letters that must be left */
};

/* A stem that others may stand for: newsAlikeStem[] from iFirst on, with how
** likely in newsAlikeShare[], in 1/100. */
typedef struct NewsAlike NewsAlike;
struct NewsAlike {
  u32 hash;
  u16 iFirst;
  u16 n;
};

/* A word that contradicts those of other sides of its group. */
typedef struct NewsContrary NewsContrary;
struct NewsContrary {
  u32 hash;
  u8 iGroup; /* From 1 */
  u8 iSide;  /* Below 32 */
};
#define NEWS_CONTRARY_GROUPS 256

/* What a place or its people is called, and the place. */
typedef struct NewsToponym NewsToponym;
struct NewsToponym {
  u32 hash;
  u32 place; /* Hash of its name */
};

/* The frequent words of another language than English, ascending: the first 24
** bits of each's hash, then its weight. */
typedef struct NewsTongue NewsTongue;
struct NewsTongue {
  u32 n;
  const u32 *a;
};

/* The tables, sorted by hash; newsWeightFirst[i] is the first word whose hash
** has i in its highest 12 bits, and so for the others with NEWS_FIRST_OF().
** newsTongue, newsSuffix and newsPrefix end with an empty one. */
#define NEWS_FIRST_OF(hash) ((hash) >> 22)
#define NEWS_FIRST_N 1025
extern const u16 newsWeightFirst[4097];
extern const u32 newsWeightHash[];
extern const u8 newsWeightValue[];
extern const NewsSense newsSense[];
extern const u16 newsSenseAt[NEWS_FIRST_N];
extern const NewsTongue newsTongue[];
extern const NewsSuffix newsSuffix[];
extern const char newsPrefix[][8];
extern const NewsAlike newsAlike[];
extern const u16 newsAlikeAt[NEWS_FIRST_N];
extern const u32 newsAlikeStem[];
extern const u8 newsAlikeShare[];
extern const NewsContrary newsContrary[];
extern const u16 newsContraryAt[NEWS_FIRST_N];
extern const NewsToponym newsToponym[];
extern const u16 newsToponymAt[NEWS_FIRST_N];

/* Weights: 16 * ln(texts / texts with the word); of a rare word; and the least
** that any word counts. */
#define NEWS_WEIGHT_RARE 140
#define NEWS_WEIGHT_LEAST 6

/* The weight of a word, between these two. */
u32 newsWeight(u32 hash);

/* The weight of a word in a text of a language, NULL for English: where its
** table lacks the word, newsWeight(). */
u32 newsWeightIn(const NewsTongue *pTongue, u32 hash);

/* The language of a text, by its first words: the one of which the most
** frequent words stand there, if they are many, and more than the English ones;
** else NULL. */
#define NEWS_TONGUE_WORDS 200 /* More are not looked at */
const NewsTongue *newsTongueOf(const u32 *aHash, u32 n);

/* What a word does; NULL for most. Two words are known by newsHashPair() of
** both, or of the first and 0 where the second is a number. */
const NewsSense *newsSenseOf(u32 hash);

/* What may stand for a stem, or NULL. */
const NewsAlike *newsAlikeOf(u32 hash);

/* The group and side of a word, or NULL. */
const NewsContrary *newsContraryOf(u32 hash);

/* The place that a word names, or two words (newsHashPair() of both), or the
** initials of one (newsHashPair() of them and 0: "U.S." is no "us"); 0 for
** most. */
u32 newsPlaceOf(u32 key);

/* Whether a folded word begins as those do that may stand for a negation:
** "unhurt", "inactive". */
int newsIsNay(const u8 *z, u32 n);

/* Cut the ending of a folded word of n bytes, at most nMax; its new length.
** z has room for two bytes more. */
u32 newsStem(u8 *z, u32 n);

#endif /* NEWS_WEIGHT_H */
