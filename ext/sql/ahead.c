/*
** ahead.c: see ahead.h.
*/
#include "sql/ahead.h"

#include <pthread.h>
#include <signal.h>
#include <time.h>

#include "sql/place.h"

#define AHEAD_THREADS 8 /* As many as SQLite allows where it is not told else */
#define AHEAD_EACH 16   /* Reports ahead, for each of them */
#define AHEAD_ITEMS (AHEAD_THREADS * AHEAD_EACH)
#define AHEAD_BYTES (16 << 20) /* Memory of what is ahead, or one report */
#define AHEAD_TIMES 30         /* What a digest takes of it, by its text */
#define AHEAD_WAIT 20000000    /* Nanoseconds between polls for interrupts */

/* How far a report is. */
#define AHEAD_SHUT 0  /* Its digest is not begun, or was given up */
#define AHEAD_GIVEN 1 /* ... is begun */
#define AHEAD_BUSY 2  /* Somebody digests it, who alone may touch it */
#define AHEAD_DONE 3

typedef struct AheadItem AheadItem;
struct AheadItem {
  int eState;
  i64 iReport;
  u64 nByte; /* Its part of AHEAD_BYTES */
  NewsDigest digest;
  NewsArena arena; /* The digest's */
  sqlite3_value *apVal[NEWS_ROLES];
};

struct NewsAhead {
  NewsStore *pStore;
  u64 iTake; /* Next to be taken; a[] is a ring */
  u64 iGive; /* Behind the last that was given */
  u64 nByte; /* Of those in between */
  int bFull; /* No more is given until half is taken */
  AheadItem a[AHEAD_ITEMS];
  u32 nAllowed; /* Threads that there may be */
  u32 nThread;  /* ... and that there are */
  pthread_t aThread[AHEAD_THREADS];
  pthread_mutex_t lock; /* Guards iTake, iGive, eState, and what follows */
  pthread_cond_t given; /* Something is to do, or bStop */
  pthread_cond_t done;  /* Something is done */
  u32 nIdle;            /* Threads that wait for it */
  int bWaits;           /* The caller waits for it */
  int bStop;            /* Written under the lock; read in a tick without */
};

static AheadItem *aheadAt(NewsAhead *p, u64 i) {
  return &p->a[i % AHEAD_ITEMS];
}

/* About what a report takes in memory. */
static u64 aheadBytes(const AheadItem *p) {
  u64 n = 0;
  int i;
  if( p->digest.pReport ) n += AHEAD_TIMES * (u64)p->digest.pReport->nByte;
  for( i = 0; i < NEWS_ROLES; i++ ) {
    int eType = p->apVal[i] ? sqlite3_value_type(p->apVal[i]) : SQLITE_NULL;
    if( eType == SQLITE_TEXT || eType == SQLITE_BLOB ) {
      n += (u64)sqlite3_value_bytes(p->apVal[i]);
    }
  }
  return n;
}

/*------------------------------------------------------------- in a thread */

/* The first report that nobody has begun: who asks may touch it from now on.
** NULL: there is none. The lock is held. */
static AheadItem *aheadBegin(NewsAhead *p) {
  u64 i;
  for( i = p->iTake; i < p->iGive; i++ ) {
    AheadItem *pItem = aheadAt(p, i);
    if( pItem->eState != AHEAD_GIVEN ) continue;
    pItem->eState = AHEAD_BUSY;
    return pItem;
  }
  return 0;
}

/* The xTick of threads. */
static int aheadTick(void *pArg) {
  NewsAhead *p = pArg;
  return __atomic_load_n(&p->bStop, __ATOMIC_RELAXED) ? SQLITE_INTERRUPT
                                                      : SQLITE_OK;
}

static void *aheadThread(void *pArg) {
  NewsAhead *p = pArg;
  NewsSayMemo *pMemo = 0;
  pthread_mutex_lock(&p->lock);
  while( !p->bStop ) {
    AheadItem *pItem = aheadBegin(p);
    if( pItem == 0 ) {
      p->nIdle++;
      pthread_cond_wait(&p->given, &p->lock);
      p->nIdle--;
      continue;
    }
    pthread_mutex_unlock(&p->lock);
    newsArenaInit(&pItem->arena, aheadTick, p);
    if( pMemo == 0 ) pMemo = newsSayMemo(&pItem->arena);
    pItem->digest.pMemo = pMemo;
    newsDigestMake(&pItem->digest);
    pthread_mutex_lock(&p->lock);
    pItem->eState = AHEAD_DONE;
    if( p->bWaits ) pthread_cond_signal(&p->done);
  }
  pthread_mutex_unlock(&p->lock);
  sqlite3_free(pMemo);
  return 0;
}

/*---------------------------------------------------------- begin and end */

/* Whether SQLite's allocator is safe in threads: it is built for them, and was
** not started for one alone, where a mutex is nothing and all are the same (but
** for a build for debugging, which is not found out). */
static int aheadSafe(void) {
  sqlite3_mutex *pa, *pb;
  int bSafe;
  if( sqlite3_threadsafe() == 0 ) return 0;
  pa = sqlite3_mutex_alloc(SQLITE_MUTEX_FAST);
  pb = sqlite3_mutex_alloc(SQLITE_MUTEX_FAST);
  bSafe = pa && pb && pa != pb;
  sqlite3_mutex_free(pa);
  sqlite3_mutex_free(pb);
  return bSafe;
}

/* How many threads there may be. */
static u32 aheadAllowed(sqlite3 *db) {
  int n = sqlite3_limit(db, SQLITE_LIMIT_WORKER_THREADS, -1);
  return n > 0 && aheadSafe() ? (u32)NEWS_MIN(n, AHEAD_THREADS) : 0;
}

/* One thread more. Signals are for the application's own threads, but for those
** that a fault of this one raises. */
static void aheadStart(NewsAhead *p) {
  static const int aOwn[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGPROF};
  sigset_t mask, old;
  int i;
  sigfillset(&mask);
  for( i = 0; i < NEWS_COUNT(aOwn); i++ ) sigdelset(&mask, aOwn[i]);
  pthread_sigmask(SIG_SETMASK, &mask, &old);
  if( pthread_create(&p->aThread[p->nThread], 0, aheadThread, p) == 0 ) {
    p->nThread++;
  } else {
    p->nAllowed = p->nThread;
  }
  pthread_sigmask(SIG_SETMASK, &old, 0);
}

/* End the threads, and have no others. */
static void aheadStop(NewsAhead *p) {
  pthread_mutex_lock(&p->lock);
  __atomic_store_n(&p->bStop, 1, __ATOMIC_RELAXED);
  pthread_cond_broadcast(&p->given);
  pthread_mutex_unlock(&p->lock);
  while( p->nThread ) pthread_join(p->aThread[--p->nThread], 0);
  p->nAllowed = 0;
}

NewsAhead *newsAheadOpen(NewsStore *pStore) {
  NewsAhead *p;
  pthread_condattr_t attr;
  if( !newsStoreOk(pStore) ) return 0;
  p = sqlite3_malloc64(sizeof(*p));
  if( p == 0 ) {
    newsStoreFail(pStore, SQLITE_NOMEM, 0);
    return 0;
  }
  memset(p, 0, sizeof(*p));
  p->pStore = pStore;
  p->nAllowed = aheadAllowed(pStore->db);
  pthread_mutex_init(&p->lock, 0);
  pthread_cond_init(&p->given, 0);
  pthread_condattr_init(&attr);
  pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
  pthread_cond_init(&p->done, &attr);
  pthread_condattr_destroy(&attr);
  return p;
}

void newsAheadClose(NewsAhead *p) {
  if( p == 0 ) return;
  aheadStop(p);
  while( p->iTake < p->iGive ) newsAheadDone(p);
  pthread_cond_destroy(&p->done);
  pthread_cond_destroy(&p->given);
  pthread_mutex_destroy(&p->lock);
  sqlite3_free(p);
}

/* Begin a digest, and end it, of an item at which no thread looks. */
static void aheadItemOpen(NewsAhead *p, AheadItem *pItem) {
  newsArenaInit(&pItem->arena, 0, 0);
  newsPlaceOpen(p->pStore, pItem->iReport, pItem->apVal, p->nAllowed > 0,
                &pItem->digest);
  pItem->digest.pArena = &pItem->arena;
  pItem->eState = AHEAD_GIVEN;
}
static void aheadItemClose(AheadItem *pItem) {
  if( pItem->eState != AHEAD_SHUT ) newsPlaceClose(&pItem->digest);
  pItem->eState = AHEAD_SHUT;
  newsArenaClear(&pItem->arena);
}

/*------------------------------------------------------------ give and take */

/* Filled up to the brim, and again when half is taken: so a thread is seldom
** woken for one report. */
int newsAheadRoom(NewsAhead *p) {
  u64 n, nMost;
  if( p == 0 ) return 0;
  n = p->iGive - p->iTake;
  nMost = (u64)p->nAllowed * AHEAD_EACH;
  if( n == 0 || nMost == 0 ) return n == 0;
  if( n >= nMost ) p->bFull = 1;
  if( n <= nMost / 2 ) p->bFull = 0;
  return !p->bFull && p->nByte < AHEAD_BYTES;
}

void newsAheadGive(NewsAhead *p, i64 iReport, sqlite3_value **apVal) {
  AheadItem *pItem;
  u32 nIdle;
  if( p == 0 ) {
    newsContentFree(apVal);
    return;
  }
  pItem = aheadAt(p, p->iGive);
  pItem->iReport = iReport;
  memcpy(pItem->apVal, apVal, sizeof(pItem->apVal));
  aheadItemOpen(p, pItem);
  pItem->nByte = aheadBytes(pItem);
  p->nByte += pItem->nByte;
  pthread_mutex_lock(&p->lock);
  p->iGive++;
  nIdle = p->nIdle;
  if( nIdle ) pthread_cond_signal(&p->given);
  pthread_mutex_unlock(&p->lock);
  if( nIdle == 0 && p->nThread < p->nAllowed &&
      p->iGive - p->iTake > 2 * p->nThread + 1 ) {
    aheadStart(p);
  }
}

/* The caller's own work on a report: it ticks as his does. */
static void aheadOwn(NewsAhead *p, AheadItem *pItem) {
  NewsArena *pArena = &p->pStore->arena;
  newsArenaInit(&pItem->arena, pArena->xTick, pArena->pTick);
  pItem->arena.nBudget = pArena->nBudget;
  pItem->digest.pMemo = newsStoreMemo(p->pStore);
  newsDigestMake(&pItem->digest);
  pArena->nBudget = pItem->arena.nBudget;
  if( pItem->arena.rc ) newsStoreFail(p->pStore, pItem->arena.rc, 0);
}

/* Wait until something is done, or it is time to poll. The lock is held. */
static void aheadWait(NewsAhead *p) {
  struct timespec until;
  int rc;
  clock_gettime(CLOCK_MONOTONIC, &until);
  until.tv_nsec += AHEAD_WAIT;
  until.tv_sec += until.tv_nsec / 1000000000;
  until.tv_nsec %= 1000000000;
  p->bWaits = 1;
  rc = pthread_cond_timedwait(&p->done, &p->lock, &until);
  p->bWaits = 0;
  if( rc == 0 ) return;
  pthread_mutex_unlock(&p->lock);
  newsArenaTickNow(&p->pStore->arena);
  pthread_mutex_lock(&p->lock);
}

/* Have a report digested, which is the next to be taken: help meanwhile. */
static void aheadNeed(NewsAhead *p, AheadItem *pItem) {
  pthread_mutex_lock(&p->lock);
  while( pItem->eState != AHEAD_DONE && newsStoreOk(p->pStore) ) {
    AheadItem *pOther = aheadBegin(p);
    if( pOther == 0 ) {
      aheadWait(p);
      continue;
    }
    pthread_mutex_unlock(&p->lock);
    aheadOwn(p, pOther);
    pthread_mutex_lock(&p->lock);
    pOther->eState = AHEAD_DONE;
  }
  pthread_mutex_unlock(&p->lock);
}

/* A thread has failed, likely for want of memory: go on without any, and with
** nothing ahead. */
static void aheadAgain(NewsAhead *p, AheadItem *pItem) {
  u64 i;
  aheadStop(p);
  for( i = p->iTake; i < p->iGive; i++ ) aheadItemClose(aheadAt(p, i));
  aheadItemOpen(p, pItem);
  if( newsStoreOk(p->pStore) ) aheadOwn(p, pItem);
}

NewsDigest *newsAheadTake(NewsAhead *p, sqlite3_value ***papVal) {
  AheadItem *pItem;
  if( p == 0 || p->iTake == p->iGive ) return 0;
  pItem = aheadAt(p, p->iTake);
  if( p->nThread == 0 && pItem->eState == AHEAD_SHUT ) {
    aheadItemOpen(p, pItem); /* Behind aheadAgain() */
  }
  aheadNeed(p, pItem);
  if( newsStoreOk(p->pStore) && pItem->arena.rc ) aheadAgain(p, pItem);
  if( !newsStoreOk(p->pStore) ) return 0;
  pItem->digest.pArena = &p->pStore->arena; /* For what is read of it later */
  pItem->digest.pMemo = newsStoreMemo(p->pStore);
  *papVal = pItem->apVal;
  return &pItem->digest;
}

void newsAheadDone(NewsAhead *p) {
  AheadItem *pItem;
  if( p == 0 ) return;
  pItem = aheadAt(p, p->iTake);
  pthread_mutex_lock(&p->lock);
  p->iTake++; /* Now no thread looks at it */
  pthread_mutex_unlock(&p->lock);
  p->nByte -= pItem->nByte;
  aheadItemClose(pItem);
  newsContentFree(pItem->apVal);
}
