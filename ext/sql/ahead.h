/*
** ahead.h: the reports that 'rebuild' comes to next, read by threads meanwhile.
**
** Most of the work of adding a report follows from the report alone (digest.h).
** Where PRAGMA threads allows threads (SQLite's default: none), that part is
** done by them, some reports ahead; what needs tables stays with the caller,
** who helps where none of the threads has begun with what he needs:
**
**     caller     place 1 | place 2 | digest 5 | place 3 | place 4 | place 5
**     thread     digest 1, 2 ... | digest 3 | digest 4   | digest 6 ...
**
** Reports are taken in the order in which they were given, so that the tables
** are the same with threads and without. Threads have no connection: all they
** use of SQLite is its allocator and its printf. They are started when there is
** work for them, and are gone when the statement ends. Where one fails (out of
** memory), the caller goes on without them, and his errors are told.
**
** What is ahead takes 16 MB or one report.
*/
#ifndef NEWS_AHEAD_H
#define NEWS_AHEAD_H

#include "sql/digest.h"
#include "sql/index.h"

typedef struct NewsAhead NewsAhead;

/* NULL after an error, in pStore; all others take NULL. Close in every case. */
NewsAhead *newsAheadOpen(NewsStore *pStore);
void newsAheadClose(NewsAhead *p);

/* Whether a report may be given now; give one. Its values by role, as
** newsContentValues() gave them, are taken over. */
int newsAheadRoom(NewsAhead *p);
void newsAheadGive(NewsAhead *p, i64 iReport, sqlite3_value **apVal);

/* The digest of the next report, and its values; NULL where none is left, and
** after an error. It is there until newsAheadDone(). */
NewsDigest *newsAheadTake(NewsAhead *p, sqlite3_value ***papVal);
void newsAheadDone(NewsAhead *p);

#endif /* NEWS_AHEAD_H */
