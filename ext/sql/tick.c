/*
** tick.c: see tick.h.
*/
#include "sql/tick.h"

#define TICK_SHORT 50  /* Rows of a usual poll */
#define TICK_LONG 1000 /* Rows that take more than 10,000 steps */
#define TICK_EVERY 8   /* Polls to a long one */

/* It gives no rows, so that one sqlite3_step() runs all of it. */
static const char zTickSql[] =
    "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
    " WHERE i<?1) SELECT i FROM c WHERE i<0";

/*
** Where the statement cannot be had (an authorizer may refuse it), the flag
** that sqlite3_interrupt() sets is all that can be heard.
*/
static int tickWithout(NewsTick *p, int rc) {
  if( rc == SQLITE_NOMEM || rc == SQLITE_INTERRUPT ) return rc;
#if SQLITE_VERSION_NUMBER >= 3041000
  if( sqlite3_libversion_number() >= 3041000 &&
      sqlite3_is_interrupted(p->pPace->db) ) {
    return SQLITE_INTERRUPT;
  }
#endif
  NEWS_UNUSED(p);
  return SQLITE_OK;
}

/* The xTick of arenas. */
static int tickPoll(void *pArg) {
  NewsTick *p = pArg;
  int rc = SQLITE_OK;
  int nRow = TICK_SHORT;
  if( ++p->pPace->nPoll >= TICK_EVERY ) {
    p->pPace->nPoll = 0;
    nRow = TICK_LONG;
  }
  if( p->pStmt == 0 ) {
    rc = sqlite3_prepare_v2(p->pPace->db, zTickSql, -1, &p->pStmt, 0);
    if( rc ) return tickWithout(p, rc & 0xff);
  }
  sqlite3_bind_int(p->pStmt, 1, nRow);
  sqlite3_step(p->pStmt);
  rc = sqlite3_reset(p->pStmt) & 0xff;
  return rc == SQLITE_OK ? rc : tickWithout(p, rc);
}

void newsPaceInit(NewsPace *p, sqlite3 *db) {
  p->db = db;
  p->nBudget = NEWS_TICK_EVERY;
  p->nPoll = 0;
}

void newsTickBegin(NewsTick *p, NewsPace *pPace, NewsArena *pArena) {
  p->pPace = pPace;
  p->pStmt = 0;
  pArena->xTick = tickPoll;
  pArena->pTick = p;
  pArena->nBudget = pPace->nBudget;
}

void newsTickEnd(NewsTick *p, NewsArena *pArena) {
  p->pPace->nBudget = pArena->nBudget;
  pArena->xTick = 0;
  pArena->pTick = 0;
  sqlite3_finalize(p->pStmt);
  p->pStmt = 0;
}

int newsTickWork(NewsPace *pPace, i64 nWork) {
  NewsArena arena;
  NewsTick tick;
  newsArenaInit(&arena, 0, 0);
  newsTickBegin(&tick, pPace, &arena);
  pPace->nPoll += (u32)(nWork / NEWS_TICK_EVERY);
  newsArenaTick(&arena, nWork);
  newsTickEnd(&tick, &arena);
  return arena.rc;
}
