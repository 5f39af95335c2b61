/*
** clause.h: reporting clauses: a cue, its source, and what it attributes.
*/
#ifndef NEWS_CLAUSE_H
#define NEWS_CLAUSE_H

#include "quote/phrase.h"

/*
** A candidate: one way to read one cue. All spans are of the paragraph's
** items; empty where there is none.
**
**   "We won," the official told reporters, "and we go on."
**   [left   ] [ mention  ] [cue]           [right        ]
*/
typedef struct NewsClause NewsClause;
struct NewsClause {
  NewsSpan mention;
  NewsSpan cue;
  NewsSpan via;
  NewsSpan left;  /* Attributed words before the clause */
  NewsSpan right; /* ... behind it */
  NewsSpan whole; /* Mention, cue and hearer: the clause itself */
  NewsSpan led;   /* Attributed too: "S said [C]: Q", where right is Q */
  int nScore;     /* Evidence, see clause.c; the best candidates win */
  u16 iCueWord;   /* Of the cue, in the vocabulary */
  u8 bThought;
  u8 bInherit; /* No subject of its own: that of the clause before */
  u8 bAwaits;  /* Ends in a colon: the next paragraph is attributed */
  u8 bAdjunct; /* [according to]: no verb */
  u8 bTopic;   /* A noun, its sentence's subject: "Her claim that C was ..." */
  u8 bNobody;  /* "It was said": nobody, whatever was said before */
  u8 bTaken;   /* 1: chosen; while that is done, 2: one chosen stands in the
               ** way */
  u8 bLearned; /* The learned reader's: nPoint tells how sure it is */
  int nPoint;
};

/* Candidates scored lower than this are not rows. */
#define NEWS_CLAUSE_LEAST 10

/* Whether a clause is a row. */
static inline int newsClauseIsRow(const NewsClause *c) {
  return c->bTaken == 1 && c->nScore >= NEWS_CLAUSE_LEAST;
}

/* Items behind a verb, before a colon that leads to words, at most. */
#define NEWS_CLAUSE_LED 6

/*
** All candidates of the unit [unit.iFrom, unit.iTo) of a, appended to pOut (of
** NewsClause). bHeading: the paragraph is a heading, where a name and a colon
** are a source.
*/
void newsClauseFind(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                    int bHeading, NewsVec *pOut);

/* Choose among the candidates of a unit: sets bTaken, and settles inherited
** subjects and relays. */
void newsClauseChoose(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                      NewsVec *pOut);

/* Whether a clause is inserted into the words of another before these have a
** verb: S said that Doe, [who says C], had left; or takes what leads to them
** for its own: [S said] the road was [asked for by Doe]. */
int newsClauseInserted(const NewsText *pText, const NewsItem *a,
                       const NewsClause *pOut, const NewsClause *pIn);

/* "Residents were warned to leave": who is told, or told of, does not say it;
** of the passive only an agent does, which may stand behind the words: "called
** Q by S". Of a clause whose subject is that of a passive cue, drops it. */
void newsClausePassive(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                       NewsClause *c);

/* Whether a verb stands before item iTo of a sentence. What an article leads to
** is none: "the reports". */
int newsClauseHasVerb(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                      u32 iTo);

/* The subject of a sentence: the phrase before its first finite verb, where
** that stands before item iTo. Empty if there is none. */
NewsSpan newsClauseSubject(const NewsItem *a, NewsSpan unit, u32 iTo);

/* The same, or what the sentence opens with where no verb of it is known: "Doe
** on the penalty: C". */
NewsSpan newsClauseOpener(const NewsText *pText, const NewsItem *a,
                          NewsSpan unit, u32 iTo);

#endif /* NEWS_CLAUSE_H */
