/*
** report.h: a report and what has been found in it, held in memory.
**
** A report is analysed once, however many functions of a statement are
** called with its text: a connection looks a text up among the reports that
** it has in memory, those in use and a few small ones used last. The parts of
** the analysis are made when they are first needed.
**
** A part that fails (out of memory, an interrupt) takes the whole report off
** the connection's list, so that the next call begins anew.
*/
#ifndef NEWS_REPORT_H
#define NEWS_REPORT_H

#include "quote/quote.h"
#include "source/credit.h"
#include "source/source.h"
#include "sql/conn.h"

/* Parts of the analysis. Each includes those that it builds on. */
#define NEWS_PART_TEXT 0     /* text */
#define NEWS_PART_SENTENCE 1 /* vSentence */
#define NEWS_PART_CREDIT 2   /* credit */
#define NEWS_PART_QUOTE 3    /* quote, aSpeech */
#define NEWS_PART_SOURCE 4   /* source, iSource of quotes, aRank, aTally */
#define NEWS_PARTS 5

/* Which quotes: what is said, or also what is thought. */
#define NEWS_ACTS_SPEECH 0
#define NEWS_ACTS_ALL 1

/* What a source has, by the acts that count. */
typedef struct NewsTally NewsTally;
struct NewsTally {
  u32 iId;       /* Its id, 0 if it has no quote */
  u32 aQuote[2]; /* Quotes, by NEWS_ACTS_... */
  u32 aWord[2];  /* Words in them */
};

struct NewsReport {
  NewsConn *pConn;   /* Not owned; NULL: apart */
  NewsReport *pNext; /* In pConn->pReport */
  int nRef;          /* Users */
  u8 bListed;        /* It is in pConn->pReport */
  u8 bBusy;          /* A part is being made */
  u8 aDone[NEWS_PARTS];
  NewsArena arena; /* rc is not SQLITE_OK where a part failed */
  u8 *z;           /* The text, zero-terminated. Owned */
  u32 nByte;
  NewsText text;
  NewsVec vSentence; /* of NewsSpan: tokens of each sentence, after joining
                     ** those that a reporting clause continues */
  NewsCreditList credit;
  NewsQuoteList quote;
  u32 *aSpeech; /* Indexes of the quotes that are speech */
  u32 nSpeech;
  NewsSourceList source;
  NewsTally *aTally; /* By index in source */
  u32 *aRank;        /* Indexes of the sources with quotes, by id - 1 */
  u32 nRank[2];      /* How many there are, by NEWS_ACTS_... */
};

/*
** The report with this text (no NUL in it), in *pp, to be closed. An SQLite
** code; after an error *pp is NULL.
*/
int newsReportOpen(NewsConn *pConn, const u8 *z, u32 nByte, NewsReport **pp);

/* The same for one that the connection does not know, so that another thread
** may make its parts. They tick as its arena does. */
int newsReportApart(NewsConn *pConn, const u8 *z, u32 nByte, NewsReport **pp);
void newsReportClose(NewsReport *p);

/* Make a part, if it is not there. An SQLite code, the same for ever after
** an error. */
int newsReportNeed(NewsReport *p, int ePart);

/* Free the reports of a connection that nobody uses. */
void newsReportForget(NewsConn *pConn);

/* Number of quotes, and the one with an id (from 1). */
u32 newsReportQuotes(const NewsReport *p, int eActs);
const NewsQuote *newsReportQuote(const NewsReport *p, int eActs, u32 iId);

/* Index of a quote's source in source.aSource; -1 if it is not known. */
int newsReportSource(const NewsReport *p, const NewsQuote *pQuote);

#endif /* NEWS_REPORT_H */
