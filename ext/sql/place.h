/*
** place.h: a report that is being added to an index.
**
** place.c writes the rows that follow from the report alone (digest.h): report,
** credit, quote, source, doc. Then it lets those place it that look at others:
** remark.c, entity.c, event.c. Each of these has
**
**   newsXxxAdd      the rows of this report are there; no list has it yet but
**                   what newsXxxAdd adds itself
**   newsXxxRemove   the rows are still there, and go afterwards
**   newsXxxCheck    fail where their tables are not what they should be; the
**                   tables of place.c were found in order
**
** Errors are in the store.
**
** The rows of place.c are written and checked by the same code: with bCheck
** each row is looked for instead.
*/
#ifndef NEWS_PLACE_H
#define NEWS_PLACE_H

#include "sql/digest.h"
#include "sql/index.h"

typedef struct NewsPlace NewsPlace;
struct NewsPlace {
  NewsStore *pStore;
  i64 iReport;         /* rowid */
  u32 iSerial;         /* Under which lists know it; those behind it are for
                       ** its statements */
  i64 iStamp;          /* Published, in seconds; NEWS_STAMP_UNKNOWN */
  NewsDigest *pDigest; /* What follows from the report alone */
  NewsReport *pReport; /* pDigest's: all parts made; NULL for a NULL body */
  sqlite3_value *apVal[NEWS_ROLES]; /* Its values; NULL: not given */
  u8 bCheck;      /* Look for the rows rather than write them */
  i64 *aQuoteId;  /* Rows of @quote, by their no - 1 */
  i64 *aSourceId; /* Rows of @source, by their no - 1 */
  i64 *aEntity;   /* Their entities; not with bCheck */
  i64 *aForm;     /* Rows of @name, 0 for an unnamed source; likewise */
};

/*
** Take a report from its values by role: newsPlaceOpen() begins a digest, which
** newsPlaceDigest() makes here, or newsDigestMake() in another thread, and
** newsPlaceAdd() places. apVal must last until it is placed;
** newsPlaceClose() in every case. bApart: it is for another thread; else it may
** be a report that the connection has read already.
*/
void newsPlaceOpen(NewsStore *p, i64 iReport, sqlite3_value **apVal, int bApart,
                   NewsDigest *pDigest);
void newsPlaceDigest(NewsStore *p, NewsDigest *pDigest);
void newsPlaceAdd(NewsIndex *p, sqlite3_value **apVal, NewsDigest *pDigest);
void newsPlaceClose(NewsDigest *pDigest);

/* When a report was published: seconds since 1970 of a number or an ISO 8601
** text; NEWS_STAMP_UNKNOWN for all else. pVal may be NULL. */
i64 newsPlaceStamp(sqlite3_value *pVal);

/* What an index has, counted while its reports are checked. */
typedef struct NewsPlaced NewsPlaced;
struct NewsPlaced {
  i64 nReport, nCredit, nSource, nQuote; /* Rows */
  u64 nKey;                              /* Postings of reports */
  u64 iSum;                              /* newsListHash() of them */
  i64 nGist;                             /* Anchors of events */
  u64 nEventKey, iEventSum;              /* The same of their postings */
};

/* Check the rows of place.c for one report and count them. */
void newsPlaceCheck(NewsIndex *p, i64 iReport, sqlite3_value **apVal,
                    NewsPlaced *pPlaced);

#endif /* NEWS_PLACE_H */
