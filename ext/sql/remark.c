/*
** remark.c: see remark.h.
*/
#include "sql/remark.h"

#include <stdlib.h>

#include "base/number.h"
#include "sql/schema.h"
#include "sql/tell.h"
#include "sql/weave.h"

#define WORD_NEW 0
#define WORD_OF 1
#define WORD_DROP 2
#define WORD_LESS 3
#define WORD_BOUND 4
#define WORD_ROWS 5
#define WORD_WHOSE 6

static const char *const azWordSql[] = {
    "INSERT INTO @wording(report, quote, text, start, length, remark, said,"
    " stamp, scene) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "SELECT id, said, remark FROM @wording WHERE report = ?1",
    "DELETE FROM @wording WHERE report = ?1",
    "SELECT 1 FROM @wording AS a, @wording AS b WHERE a.id = ?1 AND"
    " b.id = ?2 AND a.scene < b.scene",
    "UPDATE @doc SET bounded = ifnull(bounded, 0) + ?2 WHERE report = ?1",
    "SELECT said, ifnull(quote, 0), text, start, length, stamp, scene"
    " FROM @wording"
    " WHERE report = ?1 ORDER BY id",
    "SELECT report FROM @wording WHERE id = ?1",
};
NEWS_SET_FITS(azWordSql);

static sqlite3_stmt *wordStmt(NewsStore *p, int i, i64 iFirst) {
  return newsStoreStmtOf(p, NEWS_SET_WORDING, azWordSql, i, iFirst);
}

/*------------------------------------------------------------------- adding */

/* Write the row of a wording, whose scene the statement has: its id. */
static i64 wordRow(NewsPlace *p, const NewsWording *pWording, NewsNode *pNode) {
  const NewsReport *pReport = p->pReport;
  sqlite3_stmt *pStmt = wordStmt(p->pStore, WORD_NEW, p->iReport);
  i64 iFrom = newsTextChar(&pReport->text, pWording->byte.iFrom);
  u8 a[NEWS_SCENE_PACKED];
  if( pStmt == 0 ) return 0;
  if( pWording->iQuote ) {
    sqlite3_bind_int64(pStmt, 2, p->aQuoteId[pWording->iQuote - 1]);
  }
  newsStoreText(p->pStore, pStmt, 3,
                (const char *)&pReport->z[pWording->byte.iFrom],
                newsSpanLen(pWording->byte));
  sqlite3_bind_int64(pStmt, 4, iFrom + 1);
  sqlite3_bind_int64(pStmt, 5,
                     newsTextChar(&pReport->text, pWording->byte.iTo) - iFrom);
  sqlite3_bind_int64(pStmt, 6, pNode->iRemark);
  sqlite3_bind_int64(pStmt, 7, pNode->iId);
  sqlite3_bind_int64(pStmt, 8, p->iStamp);
  if( newsSaidShares(&pNode->said) ) {
    newsStoreBlob(p->pStore, pStmt, 9, a, newsScenePack(&pNode->scene, a));
  }
  newsStoreRun(p->pStore, pStmt);
  return sqlite3_last_insert_rowid(p->pStore->db);
}

/* Tell anew of the remarks that were touched, which are then in order and each
** once. */
static void wordTell(NewsStore *p, NewsVec *pTouched) {
  u32 i;
  pTouched->n = newsNumberOnce(pTouched->a, pTouched->n);
  for( i = 0; i < pTouched->n && newsStoreOk(p); i++ ) {
    newsTellAnew(p, ((u32 *)pTouched->a)[i]);
  }
}

/* Whether wordTell() has told of a remark. */
static int wordTold(const NewsVec *pTouched, u32 iRemark) {
  u32 i = newsSearch(pTouched->a, pTouched->n, sizeof(u32), 0, iRemark);
  return i < pTouched->n && ((const u32 *)pTouched->a)[i] == iRemark;
}

/* Note that bounds of work were met. */
static void wordBound(NewsStore *p, i64 iReport, u32 nBound) {
  sqlite3_stmt *pStmt;
  if( nBound == 0 ) return;
  pStmt = wordStmt(p, WORD_BOUND, iReport);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, nBound);
  newsStoreRun(p, pStmt);
}

/* A statement in words that are known. */
static void wordAgain(NewsPlace *p, NewsWording *pWording, NewsNode *pNode,
                      u32 *pnBound) {
  NewsStore *pStore = p->pStore;
  int bHad = newsTellHas(p, pNode->iRemark), bLess;
  i64 iWording = wordRow(p, pWording, pNode);
  sqlite3_stmt *pStmt = wordStmt(pStore, WORD_LESS, iWording);
  NewsVec vTouched = {0};
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, pNode->iWording);
  bLess = (int)newsStoreInt(pStore, pStmt, 0);
  if( bLess ) pNode->iWording = iWording;
  pNode->n++;
  newsNodeCount(pStore, pNode);
  newsTellMore(p, pNode, bHad);
  if( !bLess ) return;
  newsWeaveAgain(pStore, pNode, &pWording->vWord, &vTouched, pnBound);
  wordTell(pStore, &vTouched);
  newsVecFree(&vTouched);
}

/* A statement in words that are new. */
static void wordNew(NewsPlace *p, NewsWording *pWording, NewsNode *pNode,
                    u32 *pnBound) {
  const u8 *z = &p->pReport->z[pWording->byte.iFrom];
  u32 n = newsSpanLen(pWording->byte);
  NewsVec vTouched = {0};
  pNode->iRemark = pNode->iId;
  pNode->n = 1;
  pNode->iWording = wordRow(p, pWording, pNode);
  newsNodeNew(p->pStore, pNode);
  newsWeaveIn(p->pStore, pNode, &pWording->vWord, &vTouched, pnBound);
  wordTell(p->pStore, &vTouched);
  if( !wordTold(&vTouched, pNode->iRemark) ) {
    newsTellNew(p, pNode->iRemark, z, n); /* Others may have moved, not it */
  }
  newsVecFree(&vTouched);
}

void newsRemarkAdd(NewsPlace *p) {
  u32 i, nBound = 0, n = newsDigestWordings(p->pDigest);
  for( i = 0; i < n && newsStoreOk(p->pStore); i++ ) {
    NewsWording *pWording = newsDigestWording(p->pDigest, i);
    NewsNode node;
    if( !newsStoreOk(p->pStore) ) break;
    if( newsNodeFind(p->pStore, &pWording->said, &node) ) {
      node.scene = pWording->scene;
      wordAgain(p, pWording, &node, &nBound);
    } else {
      memset(&node, 0, sizeof(node));
      node.said = pWording->said;
      node.scene = pWording->scene;
      node.iId = p->iSerial + 1 + i;
      wordNew(p, pWording, &node, &nBound);
    }
  }
  wordBound(p->pStore, p->iReport, nBound);
}

/*----------------------------------------------------------------- removing */

/* A wording that goes. */
typedef struct WordGone WordGone;
struct WordGone {
  i64 iId;
  u32 iSaid;
  u32 iRemark;
};

static int wordBySaid(const void *a, const void *b) {
  const WordGone *pa = a, *pb = b;
  if( pa->iSaid != pb->iSaid ) return pa->iSaid < pb->iSaid ? -1 : 1;
  return pa->iId < pb->iId ? -1 : pa->iId > pb->iId;
}
static int wordByRemark(const void *a, const void *b) {
  const WordGone *pa = a, *pb = b;
  if( pa->iRemark != pb->iRemark ) return pa->iRemark < pb->iRemark ? -1 : 1;
  return pa->iId < pb->iId ? -1 : pa->iId > pb->iId;
}

/* n wordings of one statement go. Appends it to pChanged (of u32) where its
** scene may be another now. */
static void wordLess(NewsStore *p, const WordGone *a, u32 n, NewsVec *pTouched,
                     NewsVec *pChanged) {
  NewsNode node;
  u32 i, *pNew;
  if( !newsNodeRead(p, a[0].iSaid, 1, &node) ) return;
  node.n -= n;
  if( node.n <= 0 ) {
    newsWeaveOut(p, &node, pTouched);
    return;
  }
  for( i = 0; i < n && a[i].iId != node.iWording; i++ ) {
  }
  if( i < n ) {
    newsNodeScene(p, &node);
    pNew = newsSaidShares(&node.said)
               ? newsVecPush(pChanged, &p->arena, sizeof(u32))
               : 0;
    if( pNew ) *pNew = node.iId;
  }
  newsNodeCount(p, &node);
}

/* A statement has another scene. */
static void wordChanged(NewsStore *p, u32 iSaid, NewsVec *pTouched) {
  NewsVec vWord = {0};
  NewsNode node;
  u32 nBound = 0;
  if( !newsNodeRead(p, iSaid, 1, &node) ) return;
  newsNodeWords(p, &node, &vWord);
  newsWeaveAgain(p, &node, &vWord, pTouched, &nBound);
  wordBound(p, newsStoreInt(p, wordStmt(p, WORD_WHOSE, node.iWording), 0),
            nBound);
  newsVecFree(&vWord);
}

static void wordRemove(NewsStore *p, i64 iReport, WordGone *a, u32 n) {
  NewsVec vTouched = {0}, vChanged = {0};
  u32 i, j;
  qsort(a, n, sizeof(*a), wordBySaid);
  for( i = 0; i < n && newsStoreOk(p); i = j ) {
    for( j = i + 1; j < n && a[j].iSaid == a[i].iSaid; j++ ) {
    }
    wordLess(p, &a[i], j - i, &vTouched, &vChanged);
  }
  for( i = 0; i < vChanged.n && newsStoreOk(p); i++ ) {
    wordChanged(p, ((u32 *)vChanged.a)[i], &vTouched);
  }
  wordTell(p, &vTouched);
  qsort(a, n, sizeof(*a), wordByRemark);
  for( i = 0; i < n && newsStoreOk(p); i = j ) {
    for( j = i + 1; j < n && a[j].iRemark == a[i].iRemark; j++ ) {
    }
    if( wordTold(&vTouched, a[i].iRemark) ) continue;
    newsTellLess(p, iReport, a[i].iRemark, j - i);
  }
  newsVecFree(&vTouched);
  newsVecFree(&vChanged);
}

void newsRemarkRemove(NewsStore *p, i64 iReport) {
  sqlite3_stmt *pStmt = wordStmt(p, WORD_OF, iReport);
  NewsVec vGone = {0};
  while( newsStoreStep(p, pStmt) ) {
    WordGone *pNew = newsVecPush(&vGone, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) continue;
    pNew->iId = sqlite3_column_int64(pStmt, 0);
    pNew->iSaid = (u32)sqlite3_column_int64(pStmt, 1);
    pNew->iRemark = (u32)sqlite3_column_int64(pStmt, 2);
  }
  newsStoreRun(p, wordStmt(p, WORD_DROP, iReport));
  if( vGone.n ) wordRemove(p, iReport, vGone.a, vGone.n);
  newsVecFree(&vGone);
}

/*----------------------------------------------------------------- checking */

static void wordWrong(NewsPlace *p) {
  newsStoreCorrupt(p->pStore, "wording",
                   "a row of report %lld is not what its text gives",
                   p->iReport);
}

/* The statement of a row of the report is the one that it should be. */
static void wordSame(NewsPlace *p, const NewsSaid *pSaid, u32 iSaid) {
  u8 a[NEWS_SAID_PACKED], b[NEWS_SAID_PACKED];
  NewsNode node;
  u32 n;
  if( !newsNodeRead(p->pStore, iSaid, 1, &node) ) return;
  n = newsSaidPack(pSaid, a);
  if( n != newsSaidPack(&node.said, b) || memcmp(a, b, n) ) {
    newsStoreCorrupt(p->pStore, "said", "data of statement %u", iSaid);
  }
}

/* The scene of a row is that of the statement; NULL where that is no other
** report's (newsSaidShares()). */
static int wordScene(const NewsScene *pScene, sqlite3_stmt *pRow) {
  const u8 *z = sqlite3_column_blob(pRow, 6);
  u32 n = (u32)sqlite3_column_bytes(pRow, 6);
  u8 a[NEWS_SCENE_PACKED];
  if( z == 0 ) return 1;
  return newsScenePack(pScene, a) == n && memcmp(a, z, n) == 0;
}

/* The next row of the report is as this statement has it; 0 after an error. */
static int wordCheck(NewsPlace *p, const NewsWording *pWording,
                     sqlite3_stmt *pRow) {
  const NewsReport *pReport = p->pReport;
  i64 iFrom = newsTextChar(&pReport->text, pWording->byte.iFrom);
  i64 n = newsTextChar(&pReport->text, pWording->byte.iTo) - iFrom;
  u32 nByte = newsSpanLen(pWording->byte);
  i64 iQuote = pWording->iQuote ? p->aQuoteId[pWording->iQuote - 1] : 0;
  const u8 *z;
  if( !newsStoreStep(p->pStore, pRow) ) {
    wordWrong(p);
    return 0;
  }
  z = sqlite3_column_text(pRow, 2);
  if( sqlite3_column_int64(pRow, 1) != iQuote || z == 0 ||
      (u32)sqlite3_column_bytes(pRow, 2) != nByte ||
      memcmp(z, &pReport->z[pWording->byte.iFrom], nByte) ||
      sqlite3_column_int64(pRow, 3) != iFrom + 1 ||
      sqlite3_column_int64(pRow, 4) != n ||
      sqlite3_column_int64(pRow, 5) != p->iStamp ||
      !wordScene(&pWording->scene, pRow) ) {
    wordWrong(p);
  } else {
    wordSame(p, &pWording->said, (u32)sqlite3_column_int64(pRow, 0));
  }
  return newsStoreOk(p->pStore);
}

void newsRemarkPlaced(NewsPlace *p) {
  sqlite3_stmt *pRow = wordStmt(p->pStore, WORD_ROWS, p->iReport);
  u32 i, n = newsDigestWordings(p->pDigest);
  for( i = 0; i < n; i++ ) {
    if( !wordCheck(p, newsDigestWording(p->pDigest, i), pRow) ) break;
  }
  if( newsStoreStep(p->pStore, pRow) ) wordWrong(p);
  newsStoreReset(p->pStore, pRow);
}
