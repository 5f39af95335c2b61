/*
** arena.h: the memory and the errors of one piece of work.
**
** All that is found in a report is allocated from one NewsArena and goes
** with it.  The arena also holds the error code of the work (sticky: once it
** is set, allocations give NULL and steps do nothing) and the tick, through
** which long work hears sqlite3_interrupt() and progress handlers.
*/
#ifndef NEWS_ARENA_H
#define NEWS_ARENA_H

#include "base/base.h"

typedef struct NewsArena NewsArena;
typedef struct NewsChunk NewsChunk;

struct NewsArena {
  int rc;               /* SQLITE_OK, or the first error. Sticky */
  NewsChunk *pChunk;    /* Newest chunk first */
  u32 nFree;            /* Bytes left in the newest chunk */
  i64 nBudget;          /* Units of work until the next tick */
  int (*xTick)(void *); /* Polls for interrupts; NULL: none. An SQLite code */
  void *pTick;          /* Its argument */
};

/* Units of work (about: bytes looked at) between two polls. */
#define NEWS_TICK_EVERY (1 << 19)

/* Prepare an arena. xTick may be NULL; it is not owned. */
void newsArenaInit(NewsArena *p, int (*xTick)(void *), void *pTick);

/* Free all memory. The arena may be used again; the code is SQLITE_OK. */
void newsArenaClear(NewsArena *p);

/* nByte zeroed bytes, aligned for any type, owned by the arena. NULL after
** an error, which p->rc tells. */
void *newsArenaAlloc(NewsArena *p, i64 nByte);

/* The same, but not zeroed. */
void *newsArenaRoom(NewsArena *p, i64 nByte);

/* A copy of n bytes and a final zero. */
char *newsArenaDup(NewsArena *p, const char *z, i64 n);

/* Count nWork units; poll when the budget is used up. Returns p->rc. */
int newsArenaTickNow(NewsArena *p);
static inline int newsArenaTick(NewsArena *p, i64 nWork) {
  p->nBudget -= nWork;
  return p->nBudget < 0 ? newsArenaTickNow(p) : p->rc;
}

/*
** A growing array that is not the arena's: for what may be as large as the
** report, where the old copies that an arena would keep are too dear.
**
**   NewsVec v = {0};
**   Thing *p = newsVecPush(&v, pArena, sizeof(Thing));   (zeroed, or NULL)
**   newsVecFree(&v);
*/
typedef struct NewsVec NewsVec;
struct NewsVec {
  void *a;   /* The elements */
  u32 n;     /* Elements in use */
  u32 nSlot; /* Elements allocated */
};
void *newsVecGrow(NewsVec *p, NewsArena *pArena, u32 szElem);

/* Room for n elements in an empty array, before the first is pushed: only
** faster. */
void newsVecRoom(NewsVec *p, NewsArena *pArena, u32 szElem, u32 n);
void newsVecFree(NewsVec *p);

/* One more element, zeroed; NULL after an error. Earlier pointers into the
** array are no longer valid. */
static inline void *newsVecPush(NewsVec *p, NewsArena *pArena, u32 szElem) {
  u8 *pNew;
  if( p->n >= p->nSlot && newsVecGrow(p, pArena, szElem) == 0 ) return 0;
  pNew = (u8 *)p->a + (size_t)szElem * p->n++;
  memset(pNew, 0, szElem);
  return pNew;
}

#endif /* NEWS_ARENA_H */
