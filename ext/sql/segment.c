/*
** segment.c: see segment.h.
*/
#include "sql/segment.h"

#include "sql/list.h"

#define SEG_ALL 0
#define SEG_NEW 1
#define SEG_SET 2
#define SEG_DROP 3
#define SEG_PUT 4
#define SEG_EMPTY 5
#define SEG_BEFORE 6
#define SEG_AFTER 7

static const char *const azSegSql[] = {
    "SELECT id, level, low, n FROM @seg WHERE list = ?1 ORDER BY low, id",
    "INSERT INTO @seg(list, level, low, n) VALUES(?1, ?2, ?3, 0)",
    "UPDATE @seg SET n = ?2 WHERE id = ?1",
    "DELETE FROM @seg WHERE id = ?1",
    "INSERT INTO @block(id, data) VALUES(?1, ?2)",
    "DELETE FROM @block WHERE id BETWEEN ?1 AND ?2",
    "SELECT data, id FROM @block WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC",
    "SELECT data, id FROM @block WHERE id > ?1 AND id <= ?2 ORDER BY id",
};
NEWS_SET_FITS(azSegSql);

static sqlite3_stmt *segStmt(NewsStore *p, int i, i64 iFirst) {
  return newsStoreStmtOf(p, NEWS_SET_SEGMENT, azSegSql, i, iFirst);
}

u32 newsVarintPut(u8 *z, u32 v) {
  u32 n = 0;
  while( v > 0x7f ) {
    z[n++] = (u8)(v | 0x80);
    v >>= 7;
  }
  z[n++] = (u8)v;
  return n;
}

u32 newsVarintLong(const u8 *z, u32 n, u32 *pv) {
  u32 i, v = 0;
  for( i = 0; i < n && i < 5; i++ ) {
    if( i == 4 && z[i] > 0x0f ) return 0; /* More than 32 bits */
    v |= (u32)(z[i] & 0x7f) << (7 * i);
    if( (z[i] & 0x80) == 0 ) {
      *pv = v;
      return i + 1;
    }
  }
  return 0;
}

void newsSegmentAll(NewsStore *p, int eList, NewsVec *pVec) {
  sqlite3_stmt *pStmt = segStmt(p, SEG_ALL, eList);
  while( newsStoreStep(p, pStmt) ) {
    NewsSegment *pSeg = newsVecPush(pVec, &p->arena, sizeof(*pSeg));
    if( pSeg == 0 ) continue;
    pSeg->iId = sqlite3_column_int64(pStmt, 0);
    pSeg->iLevel = sqlite3_column_int64(pStmt, 1);
    pSeg->iLow = sqlite3_column_int64(pStmt, 2);
    pSeg->n = sqlite3_column_int64(pStmt, 3);
  }
}

/* The least id that a block may have that begins with a key. */
static i64 segBlockId(const NewsSegment *p, u32 key) {
  return (i64)((u64)p->iId << 32 | key);
}

/*----------------------------------------------------------------- to write */

/* A segment that is being written. */
typedef struct SegWriter SegWriter;
struct SegWriter {
  NewsStore *pStore;
  NewsSegment seg;
  i64 iBlock;       /* Id of the block; of the one before, where nData is 0 */
  NewsPosting last; /* Written last */
  u32 nData;        /* Bytes in aData; 0: no block is begun */
  u8 aData[NEWS_LIST_BLOCK + 16];
};

static void segOpen(SegWriter *p, NewsStore *pStore, int eList, i64 iLevel,
                    i64 iLow) {
  sqlite3_stmt *pStmt;
  memset(p, 0, offsetof(SegWriter, aData));
  p->pStore = pStore;
  pStmt = segStmt(pStore, SEG_NEW, eList);
  if( pStmt == 0 ) return;
  sqlite3_bind_int64(pStmt, 2, iLevel);
  sqlite3_bind_int64(pStmt, 3, iLow);
  newsStoreRun(pStore, pStmt);
  p->seg.iLow = iLow;
  p->seg.iId = sqlite3_last_insert_rowid(pStore->db);
  p->iBlock = segBlockId(&p->seg, 0) - 1;
}

static void segBlock(SegWriter *p) {
  sqlite3_stmt *pStmt;
  if( p->nData == 0 ) return;
  pStmt = segStmt(p->pStore, SEG_PUT, p->iBlock);
  if( pStmt == 0 ) return;
  newsStoreBlob(p->pStore, pStmt, 2, p->aData, p->nData);
  newsStoreRun(p->pStore, pStmt);
  p->nData = 0;
}

static void segPut(SegWriter *p, NewsPosting post) {
  u32 iBase = (u32)p->seg.iLow;
  if( p->nData >= NEWS_LIST_BLOCK ) segBlock(p);
  if( p->nData == 0 ) {
    i64 iBlock = segBlockId(&p->seg, post.key);
    p->iBlock = NEWS_MAX(iBlock, p->iBlock + 1);
    p->last.key = 0;
  } else if( post.key == p->last.key ) {
    iBase = p->last.item;
  }
  p->nData += newsVarintPut(&p->aData[p->nData], post.key - p->last.key);
  p->nData += newsVarintPut(&p->aData[p->nData], post.item - iBase);
  p->last = post;
  p->seg.n++;
  newsArenaTick(&p->pStore->arena, 1);
}

static void segClose(SegWriter *p) {
  sqlite3_stmt *pStmt;
  segBlock(p);
  pStmt = segStmt(p->pStore, SEG_SET, p->seg.iId);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, p->seg.n);
  newsStoreRun(p->pStore, pStmt);
}

void newsSegmentWrite(NewsStore *p, int eList, const NewsPosting *a, u32 n) {
  SegWriter w;
  u32 i, iLow = 0xffffffff;
  for( i = 0; i < n; i++ ) iLow = NEWS_MIN(iLow, a[i].item);
  segOpen(&w, p, eList, 0, iLow);
  for( i = 0; i < n && newsStoreOk(p); i++ ) segPut(&w, a[i]);
  segClose(&w);
}

/*------------------------------------------------------------------ to read */

/* A block that is being read. */
typedef struct SegReader SegReader;
struct SegReader {
  const u8 *z; /* What is left */
  u32 n;
  u32 iLow;         /* The segment's */
  u8 bAny;          /* A posting of the block was read */
  NewsPosting post; /* The last one read; before it: the block's first key */
};

/* Begin with the row of a statement: data, id. */
static void segRead(SegReader *p, sqlite3_stmt *pStmt, i64 iLow) {
  p->z = sqlite3_column_blob(pStmt, 0);
  p->n = p->z ? (u32)sqlite3_column_bytes(pStmt, 0) : 0;
  p->iLow = (u32)iLow;
  p->bAny = 0;
  p->post.key = 0;
  p->post.item = 0;
}

/* The next posting; 0 at the end of the block. An error where it is not in
** order. */
static inline int segNext(NewsStore *pStore, SegReader *p) {
  u32 nKey, nItem = 0, dKey = 0, dItem = 0;
  u64 item;
  if( p->n == 0 ) return 0;
  nKey = newsVarintGet(p->z, p->n, &dKey);
  if( nKey ) nItem = newsVarintGet(&p->z[nKey], p->n - nKey, &dItem);
  item = (u64)dItem + (dKey || !p->bAny ? p->iLow : p->post.item);
  if( nItem == 0 || item > 0xffffffff || (u64)p->post.key + dKey > 0xffffffff ||
      (p->bAny && dKey == 0 && dItem == 0) ) {
    newsStoreCorrupt(pStore, "block", "its data is not in order");
    return 0;
  }
  p->z += nKey + nItem;
  p->n -= nKey + nItem;
  p->post.key += dKey;
  p->post.item = (u32)item;
  p->bAny = 1;
  return 1;
}

/* Pass over postings of lesser keys, most of a block. Their items need not be
** known, as what follows is of another key; what is not in order is left to
** segNext(). */
static void segSkip(SegReader *p, u32 key) {
  const u8 *z = p->z;
  u32 n = p->n, nKey, nItem, dKey = 0, dItem = 0;
  u64 iKey = 0;
  while( n > 0 ) {
    nKey = newsVarintGet(z, n, &dKey);
    if( nKey == 0 || iKey + dKey >= key ) break;
    nItem = newsVarintGet(&z[nKey], n - nKey, &dItem);
    if( nItem == 0 ) break;
    iKey += dKey;
    p->bAny = 1;
    z += nKey + nItem;
    n -= nKey + nItem;
  }
  p->post.key = (u32)iKey;
  p->z = z;
  p->n = n;
}

/* Items of a key in a block. Whether there may be more in the next one. */
static int segFind(NewsStore *p, SegReader *pRead, u32 key, u32 nMost,
                   NewsVec *pVec) {
  u32 n = pRead->n;
  segSkip(pRead, key);
  while( segNext(p, pRead) && pRead->post.key <= key ) {
    u32 *pNew;
    if( pRead->post.key < key ) continue;
    if( pVec->n > nMost ) return 0;
    pNew = newsVecPush(pVec, &p->arena, sizeof(u32));
    if( pNew ) *pNew = pRead->post.item;
  }
  newsArenaTick(&p->arena, 16 + (n - pRead->n) / 8);
  return newsStoreOk(p) && pRead->post.key <= key;
}

/* The last block that may begin before the key, then on from there. */
void newsSegmentFind(NewsStore *p, const NewsSegment *pSeg, u32 key, u32 nMost,
                     NewsVec *pVec) {
  SegReader read;
  int bMore = 1;
  i64 iBlock = segBlockId(pSeg, 0) - 1, iKey = segBlockId(pSeg, key);
  sqlite3_stmt *pStmt = segStmt(p, SEG_BEFORE, iBlock + 1);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, iKey - 1);
  if( newsStoreStep(p, pStmt) ) {
    segRead(&read, pStmt, pSeg->iLow);
    iBlock = sqlite3_column_int64(pStmt, 1);
    bMore = segFind(p, &read, key, nMost, pVec);
    newsStoreReset(p, pStmt);
  }
  if( !bMore ) return;
  pStmt = segStmt(p, SEG_AFTER, iBlock);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, segBlockId(pSeg, 0xffffffff));
  while( bMore && newsStoreStep(p, pStmt) ) {
    segRead(&read, pStmt, pSeg->iLow);
    bMore = segFind(p, &read, key, nMost, pVec);
    if( !bMore ) newsStoreReset(p, pStmt);
  }
}

/*--------------------------------------------------------------- in memory */

void newsImageFree(NewsImage *p) {
  newsVecFree(&p->vBlock);
  newsVecFree(&p->vData);
}

static void imageAdd(NewsStore *p, NewsImage *pImage, i64 iBlock, const u8 *z,
                     u32 n) {
  NewsVec *pData = &pImage->vData;
  NewsBlockAt *pNew = newsVecPush(&pImage->vBlock, &p->arena, sizeof(*pNew));
  if( pNew == 0 ) return;
  pNew->key = (u32)iBlock;
  pNew->iFrom = pData->n;
  while( pData->nSlot - pData->n < n ) {
    if( newsVecGrow(pData, &p->arena, 1) == 0 ) return;
  }
  if( n ) memcpy((u8 *)pData->a + pData->n, z, n);
  pData->n += n;
  newsArenaTick(&p->arena, n / 8);
}

void newsImageRead(NewsStore *p, const NewsSegment *pSeg, NewsImage *pImage) {
  sqlite3_stmt *pStmt = segStmt(p, SEG_AFTER, segBlockId(pSeg, 0) - 1);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, segBlockId(pSeg, 0xffffffff));
  while( newsStoreStep(p, pStmt) ) {
    const u8 *z = sqlite3_column_blob(pStmt, 0);
    u32 n = z ? (u32)sqlite3_column_bytes(pStmt, 0) : 0;
    imageAdd(p, pImage, sqlite3_column_int64(pStmt, 1), z, n);
  }
}

void newsImageFind(NewsStore *p, const NewsSegment *pSeg,
                   const NewsImage *pImage, u32 key, u32 nMost, NewsVec *pVec) {
  const NewsBlockAt *a = pImage->vBlock.a;
  u32 n = pImage->vBlock.n;
  u32 i = newsSearch(a, n, sizeof(*a), offsetof(NewsBlockAt, key), key);
  int bMore = 1;
  for( i -= i > 0; i < n && bMore; i++ ) {
    u32 iTo = i + 1 < n ? a[i + 1].iFrom : pImage->vData.n;
    SegReader read = {0};
    read.z = (const u8 *)pImage->vData.a + a[i].iFrom;
    read.n = iTo - a[i].iFrom;
    read.iLow = (u32)pSeg->iLow;
    bMore = segFind(p, &read, key, nMost, pVec);
  }
}

/*---------------------------------------------------------------- to merge */

/* All postings of a segment, one after the other. */
typedef struct SegCursor SegCursor;
struct SegCursor {
  sqlite3_stmt *pStmt; /* Its blocks. Owned */
  SegReader read;
  NewsPosting last;
  u8 bEof;
  i64 n; /* Read so far */
};

static void segStep(NewsStore *p, SegCursor *pCur, i64 iLow) {
  const NewsPosting *pPost = &pCur->read.post;
  while( !segNext(p, &pCur->read) ) {
    if( !newsStoreStep(p, pCur->pStmt) ) {
      pCur->bEof = 1;
      return;
    }
    segRead(&pCur->read, pCur->pStmt, iLow);
  }
  if( pCur->n > 0 &&
      (pPost->key < pCur->last.key ||
       (pPost->key == pCur->last.key && pPost->item <= pCur->last.item)) ) {
    newsStoreCorrupt(p, "block", "a segment is not in order");
    pCur->bEof = 1;
  }
  pCur->last = *pPost;
  pCur->n++;
  newsArenaTick(&p->arena, 1);
}

/* Parameters 1 and 2: all blocks of a segment. */
static void segAll(sqlite3_stmt *pStmt, const NewsSegment *pSeg) {
  sqlite3_bind_int64(pStmt, 1, segBlockId(pSeg, 0));
  sqlite3_bind_int64(pStmt, 2, segBlockId(pSeg, 0xffffffff));
}

static void segCursor(NewsStore *p, SegCursor *pCur, const NewsSegment *pSeg) {
  char *zSql = newsStoreSql(p, "SELECT data, id FROM @block"
                               " WHERE id BETWEEN ?1 AND ?2 ORDER BY id");
  memset(pCur, 0, sizeof(*pCur));
  pCur->pStmt = newsStorePrepare(p, zSql, 1);
  if( pCur->pStmt ) segAll(pCur->pStmt, pSeg);
  segStep(p, pCur, pSeg->iLow);
}

static int segLives(const u8 *pLive, u32 nLive, u32 item) {
  if( pLive == 0 ) return 1;
  return item / 8 < nLive && (pLive[item / 8] >> (item % 8) & 1);
}

/* The cursor with the least posting: of equal keys the older segment's; -1 at
** the end of all. */
static int segLeast(const SegCursor *a, u32 n) {
  int iBest = -1;
  u32 i;
  for( i = 0; i < n; i++ ) {
    if( a[i].bEof ) continue;
    if( iBest < 0 || a[i].read.post.key < a[iBest].read.post.key ) {
      iBest = (int)i;
    }
  }
  return iBest;
}

static void segDrop(NewsStore *p, const NewsSegment *pSeg) {
  sqlite3_stmt *pStmt = segStmt(p, SEG_EMPTY, pSeg->iId);
  if( pStmt ) segAll(pStmt, pSeg);
  newsStoreRun(p, pStmt);
  newsStoreRun(p, segStmt(p, SEG_DROP, pSeg->iId));
}

void newsSegmentMerge(NewsStore *p, int eList, const NewsSegment *aSeg, u32 n,
                      i64 iLevel, const u8 *pLive, u32 nLive) {
  SegCursor *aCur = newsArenaAlloc(&p->arena, n * (i64)sizeof(*aCur));
  SegWriter w;
  u32 i;
  int iBest;
  if( aCur == 0 || n == 0 ) return;
  for( i = 0; i < n; i++ ) segCursor(p, &aCur[i], &aSeg[i]);
  segOpen(&w, p, eList, iLevel, aSeg[0].iLow);
  while( newsStoreOk(p) && (iBest = segLeast(aCur, n)) >= 0 ) {
    NewsPosting post = aCur[iBest].read.post;
    if( segLives(pLive, nLive, post.item) ) segPut(&w, post);
    segStep(p, &aCur[iBest], aSeg[iBest].iLow);
  }
  for( i = 0; i < n; i++ ) sqlite3_finalize(aCur[i].pStmt);
  segClose(&w);
  for( i = 0; i < n; i++ ) segDrop(p, &aSeg[i]);
}

void newsSegmentRead(NewsStore *p, const NewsSegment *pSeg,
                     void (*xPost)(void *, NewsPosting), void *pArg) {
  SegCursor cur;
  segCursor(p, &cur, pSeg);
  while( newsStoreOk(p) && !cur.bEof ) {
    xPost(pArg, cur.last);
    segStep(p, &cur, pSeg->iLow);
  }
  sqlite3_finalize(cur.pStmt);
  if( newsStoreOk(p) && cur.n != pSeg->n ) {
    newsStoreCorrupt(p, "seg", "%lld postings, %lld are there", pSeg->n, cur.n);
  }
}
