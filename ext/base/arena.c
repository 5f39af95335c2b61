/*
** arena.c: see arena.h.
*/
#include "base/arena.h"

struct NewsChunk {
  NewsChunk *pNext; /* Older chunk */
  u64 nByte;        /* Bytes of data that follow */
};

#define VEC_SMALL 1000           /* Elements up to which an array doubles */
#define NEWS_ARENA_MIN 4000      /* Data bytes of the first chunk */
#define NEWS_ARENA_MAX (1 << 20) /* Chunks grow up to this */

void newsArenaInit(NewsArena *p, int (*xTick)(void *), void *pTick) {
  memset(p, 0, sizeof(*p));
  p->nBudget = NEWS_TICK_EVERY;
  p->xTick = xTick;
  p->pTick = pTick;
}

void newsArenaClear(NewsArena *p) {
  NewsChunk *pChunk = p->pChunk;
  while( pChunk ) {
    NewsChunk *pNext = pChunk->pNext;
    sqlite3_free(pChunk);
    pChunk = pNext;
  }
  newsArenaInit(p, p->xTick, p->pTick);
}

/* A chunk that holds at least nByte more bytes becomes the newest one. */
static int arenaChunk(NewsArena *p, u64 nByte) {
  NewsChunk *pNew;
  u64 nWant = NEWS_ARENA_MIN;
  if( p->pChunk ) nWant = NEWS_MIN(p->pChunk->nByte * 2, NEWS_ARENA_MAX);
  nWant = NEWS_MAX(nWant, nByte);
  pNew = sqlite3_malloc64(sizeof(NewsChunk) + nWant);
  if( pNew == 0 ) {
    p->rc = SQLITE_NOMEM;
    return 0;
  }
  pNew->nByte = nWant;
  pNew->pNext = p->pChunk;
  p->pChunk = pNew;
  p->nFree = (u32)nWant;
  return 1;
}

void *newsArenaRoom(NewsArena *p, i64 nByte) {
  u8 *pNew;
  u64 n = ((u64)NEWS_MAX(nByte, 1) + 7) & ~(u64)7;
  if( p->rc ) return 0;
  if( nByte < 0 || n > 0x7fff0000 ) {
    p->rc = SQLITE_TOOBIG;
    return 0;
  }
  if( n > p->nFree && !arenaChunk(p, n) ) return 0;
  pNew = (u8 *)&p->pChunk[1] + (p->pChunk->nByte - p->nFree);
  p->nFree -= (u32)n;
  return pNew;
}

void *newsArenaAlloc(NewsArena *p, i64 nByte) {
  void *pNew = newsArenaRoom(p, nByte);
  if( pNew ) memset(pNew, 0, (size_t)NEWS_MAX(nByte, 1));
  return pNew;
}

char *newsArenaDup(NewsArena *p, const char *z, i64 n) {
  char *zNew = newsArenaAlloc(p, n + 1);
  if( zNew && n > 0 ) memcpy(zNew, z, (size_t)n);
  return zNew;
}

int newsArenaTickNow(NewsArena *p) {
  p->nBudget = NEWS_TICK_EVERY;
  if( p->rc == SQLITE_OK && p->xTick ) p->rc = p->xTick(p->pTick);
  return p->rc;
}

/* The array gets nSlot slots. */
static void *vecResize(NewsVec *p, NewsArena *pArena, u32 szElem, u64 nSlot) {
  void *a;
  if( pArena->rc ) return 0;
  if( nSlot > 0xffffffff ) {
    pArena->rc = SQLITE_TOOBIG;
    return 0;
  }
  a = sqlite3_realloc64(p->a, nSlot * szElem);
  if( a == 0 ) {
    pArena->rc = SQLITE_NOMEM;
    return 0;
  }
  p->a = a;
  p->nSlot = (u32)nSlot;
  return a;
}

void *newsVecGrow(NewsVec *p, NewsArena *pArena, u32 szElem) {
  u64 n = p->nSlot;
  if( n < VEC_SMALL ) return vecResize(p, pArena, szElem, NEWS_MAX(n * 2, 16));
  return vecResize(p, pArena, szElem, n + n / 2 + 1);
}

void newsVecRoom(NewsVec *p, NewsArena *pArena, u32 szElem, u32 n) {
  if( n > p->nSlot ) vecResize(p, pArena, szElem, n);
}

void newsVecFree(NewsVec *p) {
  sqlite3_free(p->a);
  memset(p, 0, sizeof(*p));
}
