/*
** tick.c: see tick.h.
*/
#include "sql/tick.h"

#define TICK_STEPS 10000 /* Steps of a poll, at least */
#define TICK_RUNS 16     /* Runs of the statement, at most; one should do */

/* A loop in a loop, the cheapest steps there are. It gives no rows, so that
** one sqlite3_step() runs all of it. */
static const char zTickSql[] =
    "WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c"
    " WHERE i<44) SELECT 1 FROM c, c AS d WHERE c.i<-d.i";

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

static u32 tickSteps(NewsTick *p) {
  return (u32)sqlite3_stmt_status(p->pStmt, SQLITE_STMTSTATUS_VM_STEP, 0);
}

/* The xTick of arenas. How many steps the statement takes is SQLite's to
** decide: it is run until there were enough. */
static int tickPoll(void *pArg) {
  NewsTick *p = pArg;
  int rc = SQLITE_OK;
  u32 nBefore, i;
  if( p->pStmt == 0 ) {
    rc = sqlite3_prepare_v2(p->pPace->db, zTickSql, -1, &p->pStmt, 0);
    if( rc ) return tickWithout(p, rc & 0xff);
  }
  nBefore = tickSteps(p);
  for( i = 0; i < TICK_RUNS && rc == SQLITE_OK; i++ ) {
    sqlite3_step(p->pStmt);
    rc = sqlite3_reset(p->pStmt) & 0xff;
    if( tickSteps(p) - nBefore >= TICK_STEPS ) break;
  }
  return rc == SQLITE_OK ? rc : tickWithout(p, rc);
}

void newsPaceInit(NewsPace *p, sqlite3 *db) {
  p->db = db;
  p->nBudget = NEWS_TICK_EVERY;
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
  newsArenaTick(&arena, nWork);
  newsTickEnd(&tick, &arena);
  return arena.rc;
}
