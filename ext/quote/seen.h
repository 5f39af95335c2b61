/*
** seen.h: what the learned reader sees of a sentence.
**
** The items of a unit become NewsSeen, once.  Every question that the reader
** asks is then a list of features: slots of a table of weights, hashed from
** the feature's number and one or two values.  Words are seen by their hash,
** by the classes of the lexicon, by a coarse sort, by their last letters and
** by their shape; what the rules (clause.c) make of the unit is seen too.
*/
#ifndef NEWS_SEEN_H
#define NEWS_SEEN_H

#include "quote/clause.h"
#include "quote/unit.h"

/* Families of features. Those in NEWS_WITHOUT are not seen, in training or
** reading: make CPPFLAGS=-DNEWS_WITHOUT=1 tells what words bring. */
#define NEWS_FM_WORD 1     /* Words and their last letters */
#define NEWS_FM_CLASS 2    /* Classes of the lexicon, its weights */
#define NEWS_FM_SORT 4     /* Coarse sorts and shapes */
#define NEWS_FM_RULE 8     /* What the rules make of the sentence */
#define NEWS_FM_COUNT 16   /* Distance, commas, verbs, quotations between */
#define NEWS_FM_FRAME 32   /* The cue's frame */
#define NEWS_FM_CONTEXT 64 /* Other cues, the sentence before */
#ifndef NEWS_WITHOUT
#define NEWS_WITHOUT 0
#endif

#define NEWS_SEEN_PAD 3      /* Empty ones on either side of a unit */
#define NEWS_SEEN_FEATURE 64 /* Features of a question at most */

/* Roles that the rules' chosen clauses give an item */
enum {
  NEWS_RL_NONE,
  NEWS_RL_MENTION,
  NEWS_RL_CUE,
  NEWS_RL_FIRST, /* First of attributed words */
  NEWS_RL_WORDS,
  NEWS_RL_BEHIND /* First item behind them */
};

typedef struct NewsSeen NewsSeen;
struct NewsSeen {
  u32 word;    /* Hash of the word; one for all numbers */
  u32 mClass;  /* Hash of its classes */
  u32 tail;    /* Its last three letters */
  u16 nComma;  /* Commas up to here, in the unit */
  u16 nQuote;  /* Quotations */
  u16 nVerb;   /* Finite verbs */
  u16 nCue;    /* Cues, finite */
  u16 nThat;   /* Conjunctions "that" */
  u16 iClause; /* The chosen clause in which it has a role, from 1 */
  u16 iOwn;    /* The rules' best candidate with this cue, from 1 */
  u8 eSort;    /* Coarse sort */
  u8 eShape;   /* Kind and capitals */
  u8 eRole;    /* NEWS_RL_... in a chosen clause */
  u8 nFound;   /* How far the reader takes it for a cue: 0 not at all .. 4 */
  u8 nLeft;    /* To the unit's ends, in steps */
  u8 nRight;
  u8 anSum[2]; /* The reader's: slots summed up in aSum, 0: not yet */
};

#define NEWS_SEEN_SORTS 64 /* A power of two */

/* A unit as the reader sees it. */
typedef struct NewsView NewsView;
struct NewsView {
  const NewsText *pText;
  const NewsItem *a; /* The paragraph */
  NewsSpan unit;
  const NewsClause *aClause; /* The rules' candidates, chosen */
  u32 nClause;
  int bHeading;
  u32 iFirst, iSecond; /* The chosen clauses with most points, from 1 */
  NewsSeen *aSeen;     /* That of item i is aSeen[i - unit.iFrom] */
  struct {
    u64 mClass;
    u8 eSort;
  } aSort[NEWS_SEEN_SORTS]; /* Sorts of sets of classes met last */
  NewsSeen aRoom[NEWS_UNIT_MAX + 2 * NEWS_SEEN_PAD]; /* Not zeroed */
  u64 aSum[NEWS_UNIT_MAX][2][2]; /* Of aSeen, where anSum tells */
};

/* See the items of the unit; the other fields are set. */
void newsSeenRead(NewsView *p);

/* A number as one of few: small ones as they are, others in growing steps. */
u32 newsSeenStep(u32 n);

/* Whether an item is a quotation that ends in a comma. */
int newsSeenCloses(const NewsSeen *p);

/* The best candidate of the rules with its cue at item i, or NULL. */
const NewsClause *newsSeenClause(const NewsView *p, u32 i);

/* Role of item i in one clause. */
u32 newsSeenRole(const NewsClause *c, u32 i);

/* Features of the question whether item i is a cue. Returns how many. */
u32 newsSeenCue(const NewsView *p, u32 i, u32 *aSlot);

/* Features of what item j is to a cue, its source, its words, or nothing:
** those that are the same for every cue before it (side 1) or behind it (0)
** ... */
u32 newsSeenItem(const NewsView *p, u32 j, u32 side, u32 *aSlot);

/* A cue whose arguments are asked for: what is the same for all items. */
typedef struct NewsAsked NewsAsked;
struct NewsAsked {
  u32 iCue;
  const NewsClause *pRule; /* The rules' candidate with this cue, or NULL */
  u32 rule, sides, takes;
  u32 iItem; /* Item asked for last, and its role and its neighbours' */
  u32 eLeft, eHere, eRight;
};
NewsAsked newsSeenAsk(const NewsView *p, u32 iCue, const NewsClause *pRule);

/* ... and those of the cue that is asked. Fastest from left to right. */
u32 newsSeenArgument(const NewsView *p, NewsAsked *pAsked, u32 j, u32 *aSlot);

/* A value of a family of features, unless that is left out. */
static inline u32 newsSeenKeep(u32 mFamily, u32 n) {
  return (NEWS_WITHOUT & mFamily) != 0 ? 0 : n;
}

/* A hash of a feature's number and values, of 32 good bits. */
static inline u32 newsSeenHash(u32 iFeature, u32 a, u32 b) {
  u32 h = a * 0x9e3779b1u + b * 0x85ebca77u + iFeature * 0xc2b2ae3du;
  h ^= h >> 15;
  h *= 0x2c1b3c6du;
  return h ^ (h >> 13);
}

#endif /* NEWS_SEEN_H */
