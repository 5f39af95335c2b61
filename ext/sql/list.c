/*
** list.c: see list.h.
*/
#include "sql/list.h"

#include "base/bytes.h"
#include "sql/segment.h"
#include "sql/sieve.h"

#define LIST_LOG 0
#define LIST_ADD 1
#define LIST_EMPTY 2

static const char *const azListSql[] = {
    "SELECT id, list, data FROM @log WHERE id > ?1 ORDER BY id",
    "INSERT INTO @log(list, data) VALUES(?1, ?2)",
    "DELETE FROM @log WHERE list = ?1",
};

/* The items that are there, of each list. */
static const char *const azListLive[NEWS_LISTS] = {
    "SELECT serial FROM @doc",
    "SELECT id FROM @said",
    "SELECT serial FROM @doc",
};

/* What is in memory of a list: the postings of the log, in the order in which
** they came, with a hash table of keys. */
typedef struct ListMem ListMem;
struct ListMem {
  NewsVec vPost;  /* of NewsPosting */
  NewsVec vNext;  /* of u32: for each posting, the one before with the same
                 ** slot, + 1; 0: none */
  u32 *aHead;     /* nHead slots: the last posting of each, + 1. Owned */
  u32 nHead;      /* A power of two, or 0 */
  NewsVec vSeg;   /* of NewsSegment: oldest first */
  NewsVec vSieve; /* of NewsSieve: theirs */
  NewsVec vRow;   /* Bytes of the log's row that is being made */
  u32 iLast;      /* Last item added */
};

struct NewsLists {
  u8 bOpen;        /* It holds, for the present piece of work */
  u8 bGone;        /* newsListGone() */
  i64 iGeneration; /* As of which it was read; -1: it is empty */
  i64 iLog;        /* Last row of the log that was read */
  NewsVec vKept;   /* of NewsSieve: of segments that were there before */
  i64 iKept;       /* The generation for which they still hold */
  i64 nSieve;      /* Bytes in sieves */
  u32 iEpoch;      /* newsListsEpoch() */
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
  for( i = 0; i < pVec->n; i++ ) sqlite3_free(a[i].a);
  newsVecFree(pVec);
}

/* Let nothing be in memory. */
static void listsEmpty(NewsLists *p) {
  u32 iEpoch = p->iEpoch;
  int i;
  listNoSieves(&p->vKept);
  for( i = 0; i < NEWS_LISTS; i++ ) {
    newsVecFree(&p->aMem[i].vPost);
    newsVecFree(&p->aMem[i].vNext);
    newsVecFree(&p->aMem[i].vSeg);
    listNoSieves(&p->aMem[i].vSieve);
    newsVecFree(&p->aMem[i].vRow);
    sqlite3_free(p->aMem[i].aHead);
  }
  memset(p, 0, sizeof(*p));
  p->iGeneration = -1;
  p->iEpoch = iEpoch;
}

void newsListsForget(NewsLists *p) {
  if( p == 0 ) return;
  listsEmpty(p);
  p->iEpoch++;
}

void newsListsFree(NewsLists *p) {
  newsListsForget(p);
  sqlite3_free(p);
}

/*------------------------------------------------------------ the hash table */

static u32 listSlot(const ListMem *p, u32 key) {
  return (u32)((key * 0x9e3779b97f4a7c15u) >> 32) & (p->nHead - 1);
}

static void listLink(ListMem *p, u32 i) {
  const NewsPosting *aPost = p->vPost.a;
  u32 iSlot = listSlot(p, aPost[i].key);
  ((u32 *)p->vNext.a)[i] = p->aHead[iSlot];
  p->aHead[iSlot] = i + 1;
}

/* Twice as many slots. */
static void listGrow(NewsStore *pStore, ListMem *p) {
  u32 i, n = p->nHead ? 2 * p->nHead : 1024;
  u32 *aNew = sqlite3_malloc64(n * (u64)sizeof(u32));
  if( aNew == 0 ) {
    newsStoreFail(pStore, SQLITE_NOMEM, 0);
    return;
  }
  memset(aNew, 0, n * sizeof(u32));
  sqlite3_free(p->aHead);
  p->aHead = aNew;
  p->nHead = n;
  for( i = 0; i < p->vPost.n; i++ ) listLink(p, i);
}

static void listPost(NewsStore *pStore, ListMem *p, u32 key, u32 item) {
  NewsPosting *pPost;
  if( p->vPost.n >= p->nHead ) listGrow(pStore, p);
  if( !newsStoreOk(pStore) ) return;
  pPost = newsVecPush(&p->vPost, &pStore->arena, sizeof(*pPost));
  if( pPost == 0 || newsVecPush(&p->vNext, &pStore->arena, 4) == 0 ) return;
  pPost->key = key;
  pPost->item = item;
  listLink(p, p->vPost.n - 1);
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
      *pNew = aKept[j];
      aKept[j].a = 0;
      p->nSieve += pNew->n * (i64)8;
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
  p->bOpen = 1;
  return p;
}

int newsListGone(NewsStore *p) { return listOpen(p)->bGone; }

void newsListSetGone(NewsStore *p) {
  NewsLists *pList = listOpen(p);
  if( pList->bGone ) return;
  newsStorePut(p, "gone", 1);
  pList->bGone = 1;
}

u32 newsListsEpoch(NewsStore *p) { return listOpen(p)->iEpoch; }

/*------------------------------------------------------------------- to find */

/* Those in memory, which come latest first. */
static void listRecent(NewsStore *pStore, const ListMem *p, u32 key, u32 nMost,
                       NewsVec *pVec) {
  const NewsPosting *aPost = p->vPost.a;
  const u32 *aNext = p->vNext.a;
  u32 i, j, iFrom = pVec->n;
  u32 *aItem;
  if( p->nHead == 0 ) return;
  for( i = p->aHead[listSlot(p, key)]; i && pVec->n <= nMost;
       i = aNext[i - 1] ) {
    u32 *pNew;
    if( aPost[i - 1].key != key ) continue;
    pNew = newsVecPush(pVec, &pStore->arena, sizeof(u32));
    if( pNew == 0 ) return;
    *pNew = aPost[i - 1].item;
  }
  aItem = pVec->a;
  for( i = iFrom, j = pVec->n; i + 1 < j; i++ ) {
    u32 x = aItem[i];
    aItem[i] = aItem[--j];
    aItem[j] = x;
  }
}

u32 newsListFind(NewsStore *p, int eList, u32 key, u32 nMost, NewsVec *pVec) {
  NewsLists *pList = listOpen(p);
  const ListMem *pMem = &pList->aMem[eList];
  const NewsSegment *aSeg = pMem->vSeg.a;
  NewsSieve *aSieve = pMem->vSieve.a;
  u32 i, n, iFrom = pVec->n;
  if( !newsStoreOk(p) ) return 0;
  nMost += iFrom;
  for( i = 0; i < pMem->vSeg.n && pVec->n <= nMost; i++ ) {
    if( newsSieveHas(p, &aSieve[i], &aSeg[i], key, &pList->nSieve) ) {
      newsSegmentFind(p, &aSeg[i], key, nMost, pVec);
    }
  }
  if( pVec->n <= nMost ) listRecent(p, pMem, key, nMost, pVec);
  n = pVec->n - iFrom;
  if( pVec->n > nMost ) pVec->n = iFrom;
  return n;
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

/* Order postings by key, those of a key as they are: radix sort. */
static void listSort(NewsStore *p, NewsVec *pVec) {
  NewsPosting *aOld = pVec->a, *aNew;
  u32 i, iByte;
  aNew = sqlite3_malloc64(pVec->n * (u64)sizeof(*aNew));
  if( aNew == 0 ) {
    newsStoreFail(p, SQLITE_NOMEM, 0);
    return;
  }
  for( iByte = 0; iByte < 4; iByte++ ) {
    u32 anAt[257] = {0};
    NewsPosting *aSwap = aOld;
    for( i = 0; i < pVec->n; i++ ) {
      anAt[(aOld[i].key >> (8 * iByte) & 255) + 1]++;
    }
    for( i = 0; i < 256; i++ ) anAt[i + 1] += anAt[i];
    for( i = 0; i < pVec->n; i++ ) {
      aNew[anAt[aOld[i].key >> (8 * iByte) & 255]++] = aOld[i];
    }
    aOld = aNew;
    aNew = aSwap;
  }
  sqlite3_free(aNew); /* After four times each is where it was */
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
    listSort(p, &pMem->vPost);
    newsSegmentWrite(p, eList, pMem->vPost.a, pMem->vPost.n);
  }
  pStmt = newsStoreStmt(p, NEWS_SET_LIST, azListSql, LIST_EMPTY);
  if( pStmt ) sqlite3_bind_int(pStmt, 1, eList);
  newsStoreRun(p, pStmt);
}

/* The tables have changed: give a new generation and begin again from them. */
static void listRenew(NewsStore *p) {
  i64 iGeneration = newsStoreGet(p, "generation", 0) + 1;
  NewsLists *pList = p->pList;
  NewsVec vKept = {0};
  u32 j;
  int i;
  newsStorePut(p, "generation", iGeneration);
  for( i = 0; i < NEWS_LISTS; i++ ) {
    NewsSieve *a = pList->aMem[i].vSieve.a;
    for( j = 0; j < pList->aMem[i].vSieve.n; j++ ) {
      NewsSieve *pNew = newsVecPush(&vKept, &p->arena, sizeof(*pNew));
      if( pNew == 0 ) break;
      *pNew = a[j];
      a[j].a = 0;
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
    sqlite3_bind_blob64(pStmt, 2, pMem->vRow.a, pMem->vRow.n, SQLITE_STATIC);
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
    listCount(&sum, ((NewsPosting *)pMem->vPost.a)[i]);
  }
  newsVecFree(&sum.vLive);
  if( newsStoreOk(p) && (sum.nPost != nPost || sum.iSum != iSum) ) {
    newsStoreCorrupt(p, "block", "the lists do not have what they should");
  }
}
