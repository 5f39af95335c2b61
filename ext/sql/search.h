/*
** search.h: which reports of an index share wording with a text.
**
** Its keys (similarity/probe.h) give candidates; those that most tell of are
** compared with it, so that each score is what news_similarity and
** news_containment say of the two texts.
*/
#ifndef NEWS_SEARCH_H
#define NEWS_SEARCH_H

#include "similarity/measure.h"
#include "sql/index.h"

typedef struct NewsSearchHit NewsSearchHit;
struct NewsSearchHit {
  i64 iReport;
  NewsScores scores; /* Of the text beside the report */
};

/* How search goes on. */
typedef struct NewsSearchFor NewsSearchFor;
struct NewsSearchFor {
  const u8 *z; /* The text; NULL: no results */
  u32 n;
  i64 iNot; /* Report left out, where bNot */
  int bNot;
  u32 nBest;     /* Results at most */
  i64 nWord;     /* Where not 0: with bNot, reports with fewer words, or as
                 ** many and a rowid below iNot, are left out too; and the
                 ** containment of a report in the text counts as well: it
                 ** may be the larger one although the report is longer */
  double rLeast; /* The larger of similarity and containment in the report is
                 ** at least this, and more than 0; where it is given (not 0),
                 ** all that have it are wanted */
};

/* Append them to pVec (of NewsSearchHit), best first: by the larger of both,
** then similarity, then report. Errors in the store. */
void newsSearchFind(NewsIndex *p, const NewsSearchFor *pFor, NewsVec *pVec);

/* The same for the text of a report, which is left out. No results where
** there is no such report. */
void newsSearchReport(NewsIndex *p, i64 iReport, u32 nBest, NewsVec *pVec);

/* All reports with a score of rLeast beside a report, of those that have more
** words, or as many and a larger rowid: asked for each report, this gives
** every pair once. */
void newsSearchPairs(NewsIndex *p, i64 iReport, double rLeast, NewsVec *pVec);

#endif /* NEWS_SEARCH_H */
