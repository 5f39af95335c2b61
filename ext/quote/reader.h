/*
** reader.h: the learned reader: which words report, who speaks, and where the
** words begin and end, by weight of evidence.
**
** Three linear models over the features of seen.h, each of a question:
**   cue       is this item a cue, of speech or of thought?  Asked of every
**             word that may be one.
**   argument  what are the other items of the sentence to this cue: its
**             source, its words, nothing?  A sequence, read by Viterbi.
**   row       is what was found a row, of speech or of thought?
** Weights are one byte each; all sums are of integers, so that every machine
** reads the same.  tool/train.c makes the weights (weights.txt), README.md
** tells how well they read.
*/
#ifndef NEWS_READER_H
#define NEWS_READER_H

#include "quote/frame.h"

/* Answers of the first and the last model: points against "no" */
enum { NEWS_AN_SPEECH, NEWS_AN_THOUGHT, NEWS_AN_N };

/* What an item can be to a cue. */
enum {
  NEWS_LB_NONE,
  NEWS_LB_SOURCE, /* First of the source */
  NEWS_LB_SOURCE_IN,
  NEWS_LB_WORDS, /* First of the words */
  NEWS_LB_WORDS_IN,
  NEWS_LB_N
};

/* Lanes of the second model's weights: of the labels but NONE, then: the
** source (the words) ended before this item */
enum { NEWS_LN_SOURCE_END = 4, NEWS_LN_WORDS_END, NEWS_LN_N };

#define NEWS_CUE_BITS 15 /* Slots of the models, as powers of two */
#define NEWS_ARGUMENT_BITS 16
#define NEWS_ROW_BITS 14
#define NEWS_WEIGHT_MAX 46  /* Weights: from minus to plus this */
#define NEWS_WEIGHT_UNIT 24 /* A weight of 1 in training */

/*
** Weights.  The lanes of a slot of the second model are six bytes, each with
** NEWS_WEIGHT_MAX added, so that they can be read as one number, that of lane 0
** the lowest, and added at a time; such a number has two bytes of what follows.
*/
typedef struct NewsWeights NewsWeights;
struct NewsWeights {
  const signed char *aCue; /* [slot * NEWS_AN_N + answer] */
  const u8 *aArgument;     /* [slot * NEWS_LN_N + lane], and two bytes */
  const short *aAfter;     /* [label before * NEWS_LB_N + label] */
  const signed char *aRow; /* [slot * NEWS_AN_N + answer] */
};

/* What the build made of weights.txt. Static. */
const NewsWeights *newsReaderWeights(void);

/* One cue and what was found for it. Items of the paragraph. */
typedef struct NewsFound NewsFound;
struct NewsFound {
  u32 iCue;
  const NewsClause *pRule; /* The rules' candidate with this cue, or NULL */
  NewsSpan source;
  NewsSpan left;  /* Words before the cue */
  NewsSpan right; /* Words behind it */
  int aCue[NEWS_AN_N];
  int nPath;   /* Points for source and words */
  int nBetter; /* ... more than for the rules' own */
  int aRow[NEWS_AN_N];
  u8 bSure;    /* The rules are sure of it: left to them */
  u8 bInherit; /* Its source is that of another cue, or of the sentence */
};

/* Sums of the six lanes, sixteen bits each, over n slots. */
typedef struct NewsLanes NewsLanes;
struct NewsLanes {
  u64 nEven, nOdd;
  u32 n;
};

#define NEWS_READER_REACH 42 /* Items on either side of a cue looked at */
#define NEWS_READER_SPAN (2 * NEWS_READER_REACH)
#define NEWS_READER_FOUND 24 /* Cues of a unit at most */

typedef struct NewsReader NewsReader;
struct NewsReader {
  const NewsWeights *pWeights;
  u32 nFound;
  int nBest;   /* Points of this unit's best cue */
  int nBefore; /* ... of the one before it, in the paragraph */
  /* For training: takes each unit instead of the models */
  void (*xUnit)(struct NewsReader *, void *);
  void *pUnit;
  NewsView view;
  NewsFound aFound[NEWS_READER_FOUND];
  int aScore[NEWS_READER_SPAN * NEWS_LN_N];
  u8 aBack[NEWS_READER_SPAN * NEWS_LB_N];
  u8 aLabel[NEWS_READER_SPAN];
};

/* A reader with these weights, in room for one. What is large is not zeroed
** before it is needed. */
static inline void newsReaderInit(NewsReader *p, const NewsWeights *pWeights) {
  memset(p, 0, offsetof(NewsReader, view.aRoom));
  p->pWeights = pWeights;
}

/* Whether item i may be a cue, by itself: the lexicon has it as one that now
** and then reports, or as one of thought. */
int newsReaderMay(const NewsView *p, u32 i);

/* Whether the first model is asked of item i: it may be a cue, or the rules
** have a candidate. */
int newsReaderAsks(const NewsView *p, u32 i);

/* The cues of p->view into vFound, with aCue. */
void newsReaderCues(NewsReader *p);

/* Items looked at for a cue. */
NewsSpan newsReaderReach(const NewsView *p, u32 iCue);

/* Source and words of a cue. */
void newsReaderArguments(NewsReader *p, NewsFound *pFound);

/* Features for the third model. Returns how many. */
u32 newsReaderRowSlots(const NewsReader *p, const NewsFound *pFound,
                       u32 *aSlot);

/* The third model. */
void newsReaderRow(NewsReader *p, NewsFound *pFound);

/* The better answer's points. */
static inline int newsReaderMargin(const int *aAnswer) {
  return NEWS_MAX(aAnswer[NEWS_AN_SPEECH], aAnswer[NEWS_AN_THOUGHT]);
}

#endif /* NEWS_READER_H */
