/*
** tick.h: how long work hears sqlite3_interrupt() and progress handlers.
**
** Only a statement that runs on the same connection makes SQLite call its
** progress handler, and that only after so many steps of that statement. So
** a poll runs a statement of more than 10,000 steps, so that a handler set at
** 10,000 is heard too. That takes a tenth of a millisecond, and so polls are
** some milliseconds apart.
**
** The budget of work until the next poll is the connection's, not the call's:
** a thousand calls of a millisecond each poll as often as one of a second.
*/
#ifndef NEWS_TICK_H
#define NEWS_TICK_H

#include "base/arena.h"

/* What a connection, or a function, keeps of this between calls. */
typedef struct NewsPace NewsPace;
struct NewsPace {
  sqlite3 *db;
  i64 nBudget; /* Units of work until the next poll */
};

void newsPaceInit(NewsPace *p, sqlite3 *db);

/* Of one call. The statement is prepared by the first poll. */
typedef struct NewsTick NewsTick;
struct NewsTick {
  NewsPace *pPace;
  sqlite3_stmt *pStmt;
};

/* From here to newsTickEnd() the work of pArena polls. Neither allocates. p
** must stay where it is meanwhile; End is needed after errors too. */
void newsTickBegin(NewsTick *p, NewsPace *pPace, NewsArena *pArena);
void newsTickEnd(NewsTick *p, NewsArena *pArena);

/* Count work that was done without an arena. SQLITE_OK or an error. */
int newsTickWork(NewsPace *pPace, i64 nWork);

#endif /* NEWS_TICK_H */
