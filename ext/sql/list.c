/*
** list.c: see list.h.
*/
#include "sql/list.h"

#include "base/bytes.h"
#include "similarity/bag.h"
#include "sql/segment.h"
#include "sql/sieve.h"

#define LIST_LOG 0
#define LIST_ADD 1
#define LIST_EMPTY 2
#define LIST_IS 3 /* The first of as many as there are lists */

#define LIST_GONE 16384   /* Items of a key that are looked at, at most */
#define LIST_CHECKS 20000 /* ... whether they are there, in a piece of work */
#define LIST_SEEN 8192    /* Of which that is known: a power of two */

static const char *const azListSql[] = {
    "SELECT id, list, data FROM @log WHERE id > ?1 ORDER BY id",
    "INSERT INTO @log(list, data) VALUES(?1, ?2)",
    "DELETE FROM @log WHERE list = ?1",
    "SELECT 1 FROM @doc WHERE serial = ?1",
    "SELECT 1 FROM @said WHERE id = ?1",
    "SELECT 1 FROM @doc WHERE serial = ?1",
};
NEWS_SET_FITS(azListSql);

/* The items that are there, of each list. */
static const char *const azListLive[NEWS_LISTS] = {
    "SELECT serial FROM @doc",
    "SELECT id FROM @said",
    "SELECT serial FROM @doc",
};

/* A posting in memory. */
typedef struct ListPost ListPost;
struct ListPost {
  u32 key;
  u32 item;
  u32 iPrev; /* The posting of the same key before it, + 1; 0: none */
  u32 n;     /* How many postings of the key there are, up to this one */
};

/* Where the postings of a key are. */
typedef struct ListSlot ListSlot;
struct ListSlot {
  u32 key;
  u32 iLast; /* The last one, + 1; 0: the slot is empty */
};

/* What is in memory of a list: the postings of the log, in the order in which
** they came, with a hash table of keys. */
typedef struct ListMem ListMem;
struct ListMem {
  NewsVec vPost;   /* of ListPost */
  ListSlot *aSlot; /* Half of them empty at least. Owned */
  u32 nSlot;       /* A power of two, or 0 */
  u32 nKey;        /* Slots in use */
  NewsVec vSeg;    /* of NewsSegment: oldest first */
  NewsVec vSieve;  /* of NewsSieve: theirs */
  NewsVec vRow;    /* Bytes of the log's row that is being made */
  u32 iLast;       /* Last item added */
};

/* Whether an item is there, as far as that is known. */
typedef struct ListSeen ListSeen;
struct ListSeen {
  u32 item;
  u32 mark; /* NewsLists' iOpen, the list, 1 if it is there */
};

struct NewsLists {
  u8 bOpen;         /* It holds, for the present piece of work */
  u8 bGone;         /* Some items may be gone */
  u32 iOpen;        /* Counts the pieces of work */
  u32 nCheck;       /* Items looked for in this one */
  NewsVec vSeen;    /* of ListSeen: none, or LIST_SEEN, by item */
  i64 iGeneration;  /* As of which it was read; -1: it is empty */
  i64 iLog;         /* Last row of the log that was read */
  NewsVec vKept;    /* of NewsSieve: of segments that were there before */
  i64 iKept;        /* The generation for which they still hold */
  NewsSieveSum sum; /* Of all sieves */
  u32 iEpoch;       /* NewsHold's */
  ListMem aMem[NEWS_LISTS];
};

int newsListsNew(NewsLists **pp) {
  NewsLists *p = sqlite3_malloc64(sizeof(*p));
  *pp = p;
  if( p == 0 ) return SQLITE_NOMEM;
  memset(p, 0, sizeof(*p));
  p->iGeneration = -1;
  return SQLITE_OK;
}

void newsListsClose(NewsLists *p) { p->bOpen = 0; }

static void listNoSieves(NewsVec *pVec) {
  NewsSieve *a = pVec->a;
  u32 i;
  for( i = 0; i < pVec->n; i++ ) newsSieveFree(&a[i]);
  newsVecFree(pVec);
}

/* Let nothing be in memory. */
static void listsEmpty(NewsLists *p) {
  u32 iEpoch = p->iEpoch, iOpen = p->iOpen;
  NewsVec vSeen = p->vSeen;
  int i;
  listNoSieves(&p->vKept);
  for( i = 0; i < NEWS_LISTS; i++ ) {
    newsVecFree(&p->aMem[i].vPost);
    newsVecFree(&p->aMem[i].vSeg);
    listNoSieves(&p->aMem[i].vSieve);
    newsVecFree(&p->aMem[i].vRow);
    sqlite3_free(p->aMem[i].aSlot);
  }
  memset(p, 0, sizeof(*p));
  p->iGeneration = -1;
  p->iEpoch = iEpoch;
  p->iOpen = iOpen;
  p->vSeen = vSeen;
}

void newsListsForget(NewsLists *p) {
  if( p == 0 ) return;
  listsEmpty(p);
  p->iEpoch++;
}

void newsListsFree(NewsLists *p) {
  newsListsForget(p);
  if( p ) newsVecFree(&p->vSeen);
  sqlite3_free(p);
}

/*------------------------------------------------------------ the hash table */

static u32 listHash(const ListMem *p, u32 key) {
  return (u32)((key * 0x9e3779b97f4a7c15u) >> 32) & (p->nSlot - 1);
}

/* The slot of a key, or the empty one for it; there is one. */
static ListSlot *listSlot(const ListMem *p, u32 key) {
  u32 i = listHash(p, key);
  while( p->aSlot[i].iLast && p->aSlot[i].key != key ) {
    i = (i + 1) & (p->nSlot - 1);
  }
  return &p->aSlot[i];
}

/* Twice as many slots. */
static void listGrow(NewsStore *pStore, ListMem *p) {
  ListSlot *aOld = p->aSlot;
  u32 i, nOld = p->nSlot, n = nOld ? 2 * nOld : 1024;
  ListSlot *aNew = newsBagAlloc(&pStore->arena, n * (u64)sizeof(*aNew));
  if( aNew == 0 ) return;
  p->aSlot = aNew;
  p->nSlot = n;
  for( i = 0; i < nOld; i++ ) {
    if( aOld[i].iLast ) *listSlot(p, aOld[i].key) = aOld[i];
  }
  sqlite3_free(aOld);
}

static void listPost(NewsStore *pStore, ListMem *p, u32 key, u32 item) {
  ListPost *pPost;
  ListSlot *pSlot;
  if( 2 * p->nKey >= p->nSlot ) listGrow(pStore, p);
  if( !newsStoreOk(pStore) ) return;
  pPost = newsVecPush(&p->vPost, &pStore->arena, sizeof(*pPost));
  if( pPost == 0 ) return;
  pSlot = listSlot(p, key);
  pPost->key = key;
  pPost->item = item;
  pPost->iPrev = pSlot->iLast;
  pPost->n = 1;
  if( pSlot->iLast ) {
    pPost->n += ((ListPost *)p->vPost.a)[pSlot->iLast - 1].n;
  } else {
    p->nKey++;
  }
  pSlot->key = key;
  pSlot->iLast = p->vPost.n;
}

/*------------------------------------------------------------------ the log */

/* One item of a log's row of n bytes: the bytes read, 0 where it is not as it
** should be. */
static u32 listItem(NewsStore *pStore, ListMem *p, const u8 *z, u32 n) {
  u32 i, item, nKey, nRead;
  u32 nUsed = newsVarintGet(z, n, &item);
  if( nUsed == 0 ) return 0;
  nRead = newsVarintGet(&z[nUsed], n - nUsed, &nKey);
  nUsed += nRead;
  if( nRead == 0 || nKey > (n - nUsed) / 4 || item <= p->iLast ) return 0;
  p->iLast = item;
  for( i = 0; i < nKey; i++, nUsed += 4 ) {
    listPost(pStore, p, newsGet4(&z[nUsed]), item);
  }
  return nUsed;
}

static void listRow(NewsStore *pStore, ListMem *p, const u8 *z, u32 n) {
  u32 i, nRead;
  for( i = 0; i < n && newsStoreOk(pStore); i += nRead ) {
    nRead = listItem(pStore, p, &z[i], n - i);
    if( nRead == 0 ) {
      newsStoreCorrupt(pStore, "log", "its data is not in order");
      return;
    }
  }
  newsArenaTick(&pStore->arena, n);
}

/* Read the rows of the log that are new. */
static void listRead(NewsStore *pStore, NewsLists *p) {
  sqlite3_stmt *pStmt =
      newsStoreStmt(pStore, NEWS_SET_LIST, azListSql, LIST_LOG);
  if( pStmt ) sqlite3_bind_int64(pStmt, 1, p->iLog);
  while( newsStoreStep(pStore, pStmt) ) {
    i64 iList = sqlite3_column_int64(pStmt, 1);
    const u8 *z = sqlite3_column_blob(pStmt, 2);
    if( iList < 0 || iList >= NEWS_LISTS ) {
      newsStoreCorrupt(pStore, "log", "there is no list %lld", iList);
      continue;
    }
    p->iLog = sqlite3_column_int64(pStmt, 0);
    if( z == 0 ) newsStoreCorrupt(pStore, "log", "a row has no data");
    if( z == 0 ) continue;
    listRow(pStore, &p->aMem[iList], z, (u32)sqlite3_column_bytes(pStmt, 2));
  }
}

/* The segments of a list, and their sieves, as far as there were some. */
static void listSegments(NewsStore *pStore, NewsLists *p, int eList) {
  ListMem *pMem = &p->aMem[eList];
  NewsSieve *aKept = p->vKept.a;
  u32 i, j;
  newsSegmentAll(pStore, eList, &pMem->vSeg);
  for( i = 0; i < pMem->vSeg.n && newsStoreOk(pStore); i++ ) {
    i64 iSeg = ((NewsSegment *)pMem->vSeg.a)[i].iId;
    NewsSieve *pNew = newsVecPush(&pMem->vSieve, &pStore->arena, sizeof(*pNew));
    if( pNew == 0 ) return;
    pNew->iSeg = iSeg;
    for( j = 0; j < p->vKept.n; j++ ) {
      if( aKept[j].iSeg != iSeg || aKept[j].a == 0 ) continue;
      newsSieveTake(pNew, &aKept[j], &p->sum);
    }
  }
}

/* Make sure that what is in memory holds. */
static NewsLists *listOpen(NewsStore *pStore) {
  NewsLists *p = pStore->pList;
  i64 iGeneration;
  int i;
  if( p->bOpen || !newsStoreOk(pStore) ) return p;
  iGeneration = newsStoreGet(pStore, "generation", 0);
  if( p->iGeneration != iGeneration ) {
    if( p->iGeneration != -1 || p->iKept != iGeneration ) newsListsForget(p);
    for( i = 0; i < NEWS_LISTS; i++ ) listSegments(pStore, p, i);
    listNoSieves(&p->vKept);
    p->iGeneration = iGeneration;
  }
  listRead(pStore, p);
  p->bGone = newsStoreGet(pStore, "gone", 1) != 0;
  p->iOpen++;
  p->nCheck = 0;
  p->bOpen = 1;
  return p;
}

void newsListSetGone(NewsStore *p) {
  NewsLists *pList = listOpen(p);
  if( pList->bGone ) return;
  newsStorePut(p, "gone", 1);
  pList->bGone = 1;
}

int newsListsHold(NewsStore *pStore, NewsHold *p, int bTurn) {
  u32 iEpoch = listOpen(pStore)->iEpoch;
  u32 iTurn = bTurn ? pStore->iTurn : 0;
  if( p == 0 || (p->iEpoch == iEpoch && p->iTurn == iTurn) ) return 1;
  p->iEpoch = iEpoch;
  p->iTurn = iTurn;
  return 0;
}

/*------------------------------------------------------------------- to find */

/* The last posting of a key in memory, or NULL. */
static const ListPost *listLast(const ListMem *p, u32 key) {
  u32 iLast = p->nSlot ? listSlot(p, key)->iLast : 0;
  return iLast ? &((const ListPost *)p->vPost.a)[iLast - 1] : 0;
}

/* The items of a posting and those of its key before it. */
static void listRecent(NewsStore *pStore, const ListMem *p,
                       const ListPost *pPost, NewsVec *pVec) {
  const ListPost *aPost = p->vPost.a;
  u32 n = pPost->n, *aItem;
  while( pVec->nSlot - pVec->n < n ) {
    if( newsVecGrow(pVec, &pStore->arena, sizeof(u32)) == 0 ) return;
  }
  aItem = (u32 *)pVec->a + pVec->n;
  pVec->n += n;
  for( ;; ) {
    aItem[--n] = pPost->item;
    if( n == 0 ) return;
    pPost = &aPost[pPost->iPrev - 1];
  }
}

void newsListAhead(NewsStore *p, int eList, const u32 *aKey, u32 n) {
  const ListMem *pMem = &listOpen(p)->aMem[eList];
  u32 i, j;
  if( !newsStoreOk(p) ) return;
  for( i = 0; i < n; i++ ) {
    if( pMem->nSlot ) __builtin_prefetch(&pMem->aSlot[listHash(pMem, aKey[i])]);
    for( j = 0; j < pMem->vSieve.n; j++ ) {
      newsSieveAhead(&((const NewsSieve *)pMem->vSieve.a)[j], aKey[i]);
    }
  }
}

/* The items of a key, whether they are there or not. Those in memory are
** counted first: of a key that has too many nothing need be read. */
static u32 listFind(NewsStore *p, int eList, u32 key, u32 nMost,
                    NewsVec *pVec) {
  NewsLists *pList = p->pList;
  const ListMem *pMem = &pList->aMem[eList];
  const NewsSegment *aSeg = pMem->vSeg.a;
  NewsSieve *aSieve = pMem->vSieve.a;
  const ListPost *pLast = listLast(pMem, key);
  u32 i, nLeft, iFrom = pVec->n;
  if( pLast && pLast->n > nMost ) return nMost + 1;
  nLeft = iFrom + nMost - (pLast ? pLast->n : 0);
  for( i = 0; i < pMem->vSeg.n && pVec->n <= nLeft; i++ ) {
    if( newsSieveHas(p, &aSieve[i], &aSeg[i], key, &pList->sum) ) {
      newsSieveFind(p, &aSieve[i], &aSeg[i], key, nLeft, pVec);
    }
  }
  if( pVec->n > nLeft ) {
    pVec->n = iFrom;
    return nMost + 1;
  }
  if( pLast ) listRecent(p, pMem, pLast, pVec);
  return pVec->n - iFrom;
}

/* Room for what is known of items. 0 after an error. */
static int listSeen(NewsStore *p, NewsVec *pVec) {
  while( pVec->nSlot < LIST_SEEN ) {
    if( newsVecGrow(pVec, &p->arena, sizeof(ListSeen)) == 0 ) return 0;
  }
  if( pVec->n == 0 ) memset(pVec->a, 0, LIST_SEEN * sizeof(ListSeen));
  pVec->n = LIST_SEEN;
  return 1;
}

int newsListLive(NewsStore *p, int eList, u32 iItem) {
  NewsLists *pList = listOpen(p);
  u32 mark = pList->iOpen << 3 | (u32)eList << 1;
  ListSeen *pSeen;
  if( !newsStoreOk(p) || !pList->bGone || !listSeen(p, &pList->vSeen) ) {
    return 1;
  }
  pSeen = (ListSeen *)pList->vSeen.a +
          ((iItem * 0x9e3779b1u) >> 8 & (LIST_SEEN - 1));
  if( pSeen->item != iItem || (pSeen->mark & ~1u) != mark ) {
    sqlite3_stmt *pStmt;
    if( pList->nCheck++ >= LIST_CHECKS ) return 1;
    pStmt =
        newsStoreStmtOf(p, NEWS_SET_LIST, azListSql, LIST_IS + eList, iItem);
    pSeen->item = iItem;
    pSeen->mark = mark | (newsStoreInt(p, pStmt, 0) != 0);
  }
  return pSeen->mark & 1;
}

/* Of a key that has too many items, those that are there, if they are not. */
u32 newsListFind(NewsStore *p, int eList, u32 key, u32 nMost, NewsVec *pVec) {
  u32 i, n, iFrom = pVec->n, *a;
  listOpen(p);
  if( !newsStoreOk(p) ) return 0;
  n = listFind(p, eList, key, nMost, pVec);
  if( n <= nMost || !p->pList->bGone || nMost >= LIST_GONE ) return n;
  n = listFind(p, eList, key, LIST_GONE, pVec);
  if( n > LIST_GONE ) return nMost + 1;
  a = pVec->a;
  pVec->n = iFrom;
  for( i = 0; i < n && pVec->n <= iFrom + nMost && newsStoreOk(p); i++ ) {
    u32 iItem = a[iFrom + i];
    if( newsListLive(p, eList, iItem) ) a[pVec->n++] = iItem;
  }
  if( pVec->n <= iFrom + nMost ) return pVec->n - iFrom;
  pVec->n = iFrom;
  return nMost + 1;
}

/*-------------------------------------------------------------------- to add */

/* Room for n bytes more behind those of a row. */
static u8 *listRoom(NewsStore *pStore, NewsVec *pVec, u32 n) {
  u8 *pNew;
  while( pVec->nSlot - pVec->n < n ) {
    if( newsVecGrow(pVec, &pStore->arena, 1) == 0 ) return 0;
  }
  pNew = (u8 *)pVec->a + pVec->n;
  pVec->n += n;
  return pNew;
}

void newsListAdd(NewsStore *p, int eList, u32 iItem, const u32 *aKey, u32 n) {
  ListMem *pMem = &listOpen(p)->aMem[eList];
  u8 a[16], *z;
  u32 i, nHead;
  if( n == 0 || !newsStoreOk(p) ) return;
  if( iItem <= pMem->iLast ) {
    newsStoreCorrupt(p, "config", "serial %u was given before", iItem);
    return;
  }
  pMem->iLast = iItem;
  nHead = newsVarintPut(a, iItem);
  nHead += newsVarintPut(&a[nHead], n);
  z = listRoom(p, &pMem->vRow, nHead + 4 * n);
  if( z == 0 ) return;
  memcpy(z, a, nHead);
  for( i = 0; i < n; i++ ) {
    newsPut4(&z[nHead + 4 * i], aKey[i]);
    listPost(p, pMem, aKey[i], iItem);
  }
}

/* n postings ordered by key, those of a key as they are: radix sort. Frees a,
** which may be NULL; sqlite3_free(). NULL after an error. */
static NewsPosting *listSort(NewsStore *p, NewsPosting *a, u32 n) {
  NewsPosting *aNew = sqlite3_malloc64(n * (u64)sizeof(*aNew));
  u32 i, iByte;
  if( aNew == 0 || a == 0 ) {
    sqlite3_free(a);
    sqlite3_free(aNew);
    newsStoreFail(p, SQLITE_NOMEM, 0);
    return 0;
  }
  for( iByte = 0; iByte < 4; iByte++ ) {
    u32 anAt[257] = {0};
    NewsPosting *aSwap = a;
    for( i = 0; i < n; i++ ) anAt[(a[i].key >> (8 * iByte) & 255) + 1]++;
    for( i = 0; i < 256; i++ ) anAt[i + 1] += anAt[i];
    for( i = 0; i < n; i++ ) aNew[anAt[a[i].key >> (8 * iByte) & 255]++] = a[i];
    a = aNew;
    aNew = aSwap;
  }
  sqlite3_free(aNew);
  return a;
}

/* The postings in memory, ordered; likewise. */
static NewsPosting *listOrdered(NewsStore *p, const ListMem *pMem) {
  const ListPost *aPost = pMem->vPost.a;
  u32 i, n = pMem->vPost.n;
  NewsPosting *a = sqlite3_malloc64(n * (u64)sizeof(*a));
  for( i = 0; a && i < n; i++ ) {
    a[i].key = aPost[i].key;
    a[i].item = aPost[i].item;
  }
  return listSort(p, a, n);
}

/* Merge the newest segments as long as there are NEWS_LIST_FAN of a level. */
static void listMerge(NewsStore *p, int eList) {
  NewsVec vSeg = {0};
  const NewsSegment *a;
  u32 n;
  for( ;; ) {
    i64 iLevel;
    vSeg.n = 0;
    newsSegmentAll(p, eList, &vSeg);
    a = vSeg.a;
    if( vSeg.n < NEWS_LIST_FAN || !newsStoreOk(p) ) break;
    iLevel = a[vSeg.n - 1].iLevel;
    for( n = 1; n < vSeg.n && a[vSeg.n - 1 - n].iLevel <= iLevel; n++ ) {
    }
    if( n < NEWS_LIST_FAN ) break;
    newsSegmentMerge(p, eList, &a[vSeg.n - n], n, iLevel + 1, 0, 0);
  }
  newsVecFree(&vSeg);
}

/* Move what is in memory of a list from the log to a segment. */
static void listSpill(NewsStore *p, int eList) {
  ListMem *pMem = &p->pList->aMem[eList];
  sqlite3_stmt *pStmt;
  if( pMem->vPost.n ) {
    NewsPosting *a = listOrdered(p, pMem);
    if( a ) newsSegmentWrite(p, eList, a, pMem->vPost.n);
    sqlite3_free(a);
  }
  pStmt = newsStoreStmt(p, NEWS_SET_LIST, azListSql, LIST_EMPTY);
  if( pStmt ) sqlite3_bind_int(pStmt, 1, eList);
  newsStoreRun(p, pStmt);
}

/* The tables have changed: give a new generation and begin again from them. */
static void listRenew(NewsStore *p) {
  i64 iGeneration = newsStoreGet(p, "generation", 0) + 1;
  NewsLists *pList = p->pList;
  NewsSieveSum sum = {0, 0}; /* Counted where they are kept */
  NewsVec vKept = {0};
  u32 j;
  int i;
  newsStorePut(p, "generation", iGeneration);
  for( i = 0; i < NEWS_LISTS; i++ ) {
    NewsSieve *a = pList->aMem[i].vSieve.a;
    for( j = 0; j < pList->aMem[i].vSieve.n; j++ ) {
      NewsSieve *pNew = newsVecPush(&vKept, &p->arena, sizeof(*pNew));
      if( pNew == 0 ) break;
      newsSieveTake(pNew, &a[j], &sum);
    }
  }
  listsEmpty(pList);
  pList->vKept = vKept;
  pList->iKept = iGeneration;
}

void newsListFlush(NewsStore *p) {
  NewsLists *pList = p->pList;
  int i, bSpill = 0;
  for( i = 0; i < NEWS_LISTS && newsStoreOk(p); i++ ) {
    ListMem *pMem = &pList->aMem[i];
    sqlite3_stmt *pStmt;
    if( pMem->vRow.n == 0 ) continue;
    pStmt = newsStoreStmt(p, NEWS_SET_LIST, azListSql, LIST_ADD);
    if( pStmt == 0 ) return;
    sqlite3_bind_int(pStmt, 1, i);
    newsStoreBlob(p, pStmt, 2, pMem->vRow.a, pMem->vRow.n);
    newsStoreRun(p, pStmt);
    pList->iLog = sqlite3_last_insert_rowid(p->db);
    pMem->vRow.n = 0;
  }
  for( i = 0; i < NEWS_LISTS && newsStoreOk(p); i++ ) {
    if( pList->aMem[i].vPost.n < NEWS_LIST_LOG ) continue;
    listSpill(p, i);
    listMerge(p, i);
    bSpill = 1;
  }
  if( bSpill ) listRenew(p);
}

/*------------------------------------------------- optimize, integrity-check */

/* A bit for each item that is there; nothing where there is none. Numbers that
** were never given are none. */
static void listLive(NewsStore *p, int eList, NewsVec *pVec) {
  i64 iLast = NEWS_MIN(newsStoreGet(p, "serial", 0), 0xffffffff);
  sqlite3_stmt *pStmt =
      newsStorePrepare(p, newsStoreSql(p, azListLive[eList]), 1);
  while( newsStoreStep(p, pStmt) ) {
    i64 item = sqlite3_column_int64(pStmt, 0);
    if( item < 0 || item > iLast ) continue;
    while( pVec->n <= item / 8 ) {
      if( newsVecPush(pVec, &p->arena, 1) == 0 ) break;
    }
    if( newsStoreOk(p) ) ((u8 *)pVec->a)[item / 8] |= (u8)(1 << (item % 8));
    newsArenaTick(&p->arena, 16);
  }
  sqlite3_finalize(pStmt);
}

static void listOptimize(NewsStore *p, int eList) {
  NewsVec vSeg = {0}, vLive = {0};
  const NewsSegment *a;
  listLive(p, eList, &vLive);
  newsSegmentAll(p, eList, &vSeg);
  a = vSeg.a;
  if( vSeg.n ) {
    newsSegmentMerge(p, eList, a, vSeg.n, a[0].iLevel,
                     vLive.a ? vLive.a : (const u8 *)"", vLive.n);
  }
  newsVecFree(&vSeg);
  newsVecFree(&vLive);
}

void newsListOptimize(NewsStore *p) {
  int i;
  listOpen(p);
  for( i = 0; i < NEWS_LISTS && newsStoreOk(p); i++ ) {
    listSpill(p, i);
    listOptimize(p, i);
  }
  newsStorePut(p, "gone", 0);
  listRenew(p);
}

/* What is counted of a list. */
typedef struct ListSum ListSum;
struct ListSum {
  NewsVec vLive; /* Bits of the items that are there */
  u64 nPost;
  u64 iSum;
};

u64 newsListHash(u32 key, u32 iItem) {
  u64 x = ((u64)key << 32 | iItem) * 0x9e3779b97f4a7c15u;
  return (x ^ (x >> 32)) * 0xd6e8feb86659fd93u;
}

static void listCount(void *pArg, NewsPosting post) {
  ListSum *p = pArg;
  const u8 *aLive = p->vLive.a;
  if( post.item / 8 >= p->vLive.n ) return;
  if( (aLive[post.item / 8] >> (post.item % 8) & 1) == 0 ) return;
  p->nPost++;
  p->iSum += newsListHash(post.key, post.item);
}

void newsListCheck(NewsStore *p, int eList, u64 nPost, u64 iSum) {
  ListSum sum = {{0, 0, 0}, 0, 0};
  const ListMem *pMem = &p->pList->aMem[eList];
  const NewsSegment *aSeg;
  u32 i;
  newsListsForget(p->pList);
  listOpen(p);
  listLive(p, eList, &sum.vLive);
  aSeg = pMem->vSeg.a;
  for( i = 0; i < pMem->vSeg.n && newsStoreOk(p); i++ ) {
    newsSegmentRead(p, &aSeg[i], listCount, &sum);
  }
  for( i = 0; i < pMem->vPost.n && newsStoreOk(p); i++ ) {
    const ListPost *pPost = &((const ListPost *)pMem->vPost.a)[i];
    NewsPosting post = {pPost->key, pPost->item};
    listCount(&sum, post);
  }
  newsVecFree(&sum.vLive);
  if( newsStoreOk(p) && (sum.nPost != nPost || sum.iSum != iSum) ) {
    newsStoreCorrupt(p, "block", "the lists do not have what they should");
  }
}
