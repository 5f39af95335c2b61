/*
** weave.c: see weave.h.
*/
#include "sql/weave.h"

#include "base/bytes.h"
#include "similarity/bag.h"
#include "similarity/say.h"
#include "sql/list.h"
#include "sql/recall.h"
#include "sql/sketch.h"

#define WEAVE_NODE 0
#define WEAVE_NEW 1
#define WEAVE_COUNT 2
#define WEAVE_DROP 3
#define WEAVE_KNOT 4
#define WEAVE_PUT 5
#define WEAVE_CUT 6
#define WEAVE_TIE 7
#define WEAVE_MOVE 8
#define WEAVE_WORDS 9
#define WEAVE_TEXT 10
#define WEAVE_LEAST 11

static const char *const azWeaveSql[] = {
    "SELECT ifnull(knot, 0), remark, n, wording, data FROM @said WHERE id = ?1",
    "INSERT INTO @said(id, remark, n, wording, data) VALUES(?1,?2,?3,?4,?5)",
    "UPDATE @said SET n = ?2, wording = ?3 WHERE id = ?1",
    "DELETE FROM @said WHERE id = ?1",
    "SELECT data FROM @knot WHERE id = ?1",
    "REPLACE INTO @knot(id, data) VALUES(?1, ?2)",
    "DELETE FROM @knot WHERE id = ?1",
    "UPDATE @said SET knot = nullif(?2, 0) WHERE id = ?1",
    "UPDATE @said SET remark = ?2 WHERE id = ?1",
    "UPDATE @wording SET remark = ?2"
    " WHERE remark = ?3 AND said = ?1",
    "SELECT text, scene FROM @wording WHERE id = ?1",
    "SELECT id FROM @wording WHERE remark = ?1 AND said = ?2"
    " ORDER BY scene, id * 2654435761 & 4294967295, id LIMIT 1",
};
NEWS_SET_FITS(azWeaveSql);

static sqlite3_stmt *weaveStmt(NewsStore *p, int i, i64 iFirst) {
  return newsStoreStmtOf(p, NEWS_SET_REMARK, azWeaveSql, i, iFirst);
}

/*------------------------------------------------------------- statements */

int newsNodeRead(NewsStore *p, u32 iId, int bNeed, NewsNode *pNode) {
  const NewsNode *pKnown = newsRecallNode(p, iId);
  sqlite3_stmt *pStmt;
  const u8 *z;
  u32 n;
  if( pKnown ) {
    *pNode = *pKnown;
    return 1;
  }
  pStmt = weaveStmt(p, WEAVE_NODE, iId);
  memset(pNode, 0, sizeof(*pNode));
  if( !newsStoreStep(p, pStmt) ) {
    if( bNeed && newsStoreOk(p) ) {
      newsStoreCorrupt(p, "said", "statement %u is missing", iId);
    }
    return 0;
  }
  pNode->iId = iId;
  pNode->iKnot = (u32)sqlite3_column_int64(pStmt, 0);
  pNode->iRemark = (u32)sqlite3_column_int64(pStmt, 1);
  pNode->n = sqlite3_column_int64(pStmt, 2);
  pNode->iWording = sqlite3_column_int64(pStmt, 3);
  z = sqlite3_column_blob(pStmt, 4);
  n = (u32)sqlite3_column_bytes(pStmt, 4);
  if( z == 0 || !newsSaidUnpack(z, n, &pNode->said) ) {
    newsStoreCorrupt(p, "said", "data of statement %u", iId);
  }
  newsStoreReset(p, pStmt);
  if( newsStoreOk(p) ) newsRecallPut(p, pNode);
  return newsStoreOk(p);
}

int newsNodeFind(NewsStore *p, const NewsSaid *pSaid, NewsNode *pNode) {
  NewsVec vItem = {0};
  u32 i;
  int bFound = 0;
  newsListFind(p, NEWS_LIST_WORDING, newsSaidSelf(pSaid), NEWS_WEAVE_SAME,
               &vItem);
  for( i = 0; i < vItem.n && !bFound && newsStoreOk(p); i++ ) {
    bFound = newsNodeRead(p, ((u32 *)vItem.a)[i], 0, pNode) &&
             pNode->said.iText == pSaid->iText;
  }
  newsVecFree(&vItem);
  return bFound;
}

u32 newsNodeKeys(const NewsNode *pNode, u32 *aKey) {
  u32 i, n = newsSaidKeys(&pNode->said, aKey);
  aKey[n] = newsSaidSelf(&pNode->said);
  for( i = 0; i < n && aKey[i] != aKey[n]; i++ ) {
  }
  return i == n ? n + 1 : n;
}

void newsNodeNew(NewsStore *p, const NewsNode *pNode) {
  sqlite3_stmt *pStmt = weaveStmt(p, WEAVE_NEW, pNode->iId);
  u8 a[NEWS_SAID_PACKED];
  u32 aKey[NEWS_SAID_KEYS + 1];
  if( pStmt == 0 ) return;
  sqlite3_bind_int64(pStmt, 2, pNode->iRemark);
  sqlite3_bind_int64(pStmt, 3, pNode->n);
  sqlite3_bind_int64(pStmt, 4, pNode->iWording);
  newsStoreBlob(p, pStmt, 5, a, newsSaidPack(&pNode->said, a));
  newsStoreRun(p, pStmt);
  newsSketchPut(p, pNode->iId, &pNode->said);
  newsListAdd(p, NEWS_LIST_WORDING, pNode->iId, aKey,
              newsNodeKeys(pNode, aKey));
}

/* Of equal scenes any will do. That which is taken should not be the next to
** go, where reports go in the order in which they came. */
void newsNodeScene(NewsStore *p, NewsNode *pNode) {
  sqlite3_stmt *pStmt = weaveStmt(p, WEAVE_LEAST, pNode->iRemark);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, pNode->iId);
  pNode->iWording = newsStoreInt(p, pStmt, 0);
}

void newsNodeCount(NewsStore *p, const NewsNode *pNode) {
  NewsNode *pKnown = newsRecallNode(p, pNode->iId);
  if( pKnown ) {
    if( pKnown->iWording != pNode->iWording ) {
      newsRecallDropWords(p, pNode->iId);
    }
    pKnown->n = pNode->n;
    pKnown->iWording = pNode->iWording;
  }
  newsStoreRun3(p, weaveStmt(p, WEAVE_COUNT, pNode->iId), pNode->n,
                pNode->iWording);
}

void newsNodeDrop(NewsStore *p, u32 iId) {
  newsListSetGone(p);
  newsRecallDrop(p, iId);
  newsStoreRun(p, weaveStmt(p, WEAVE_DROP, iId));
}

void newsNodeTie(NewsStore *p, u32 iId, u32 iKnot) {
  NewsNode *pKnown = newsRecallNode(p, iId);
  if( pKnown ) pKnown->iKnot = iKnot;
  newsStoreRun3(p, weaveStmt(p, WEAVE_TIE, iId), iKnot, 0);
}

void newsNodeMove(NewsStore *p, u32 iId, u32 iFrom, u32 iTo) {
  i64 *pNew = newsVecPush(&p->vMoved, &p->arena, sizeof(*pNew));
  NewsNode *pKnown = newsRecallNode(p, iId);
  if( pNew ) *pNew = iId;
  if( pKnown ) pKnown->iRemark = iTo;
  newsStoreRun3(p, weaveStmt(p, WEAVE_MOVE, iId), iTo, 0);
  newsStoreRun3(p, weaveStmt(p, WEAVE_WORDS, iId), iTo, iFrom);
}

void newsNodeWords(NewsStore *p, NewsNode *pNode, NewsVec *pWord) {
  sqlite3_stmt *pStmt;
  const u8 *z;
  u32 n;
  pWord->n = 0;
  if( newsRecallWords(p, pNode, pWord) ) return;
  pStmt = weaveStmt(p, WEAVE_TEXT, pNode->iWording);
  if( !newsStoreStep(p, pStmt) ) {
    if( newsStoreOk(p) ) {
      newsStoreCorrupt(p, "said", "wording of statement %u", pNode->iId);
    }
    return;
  }
  z = sqlite3_column_text(pStmt, 0);
  n = (u32)sqlite3_column_bytes(pStmt, 0);
  if( z ) {
    newsSaidWords(&p->arena, z, n, pNode->said.bDenied, pWord,
                  newsStoreMemo(p));
  }
  z = sqlite3_column_blob(pStmt, 1);
  n = (u32)sqlite3_column_bytes(pStmt, 1);
  if( z == 0 || !newsSceneUnpack(z, n, &pNode->scene) ) {
    newsStoreCorrupt(p, "wording", "scene of %lld", pNode->iWording);
  }
  newsStoreReset(p, pStmt);
  if( newsStoreOk(p) ) newsRecallPutWords(p, pNode, pWord);
}

/*------------------------------------------------------------------- knots */

#define WEAVE_KNOTTED 17u /* Bytes of a statement in a knot */

/* Bytes of a knot of n statements. */
static u32 weaveBytes(u32 n) {
  return 1 + WEAVE_KNOTTED * n + NEWS_KNOT_PAIRS(n);
}

void newsKnotRemarks(NewsStore *p, const NewsKnot *pKnot, u8 *aOf) {
  u8 aWord[NEWS_KNOT_MOST] = {0};
  u32 i;
  for( i = 0; i < pKnot->n; i++ ) aWord[i] = pKnot->a[i].nWord;
  newsKnotCut(&p->arena, pKnot->n, aWord, pKnot->aScore, aOf);
}

/* A knot from its n bytes; 0 where they are not in order. */
static int weaveUnpack(const u8 *z, u32 n, NewsKnot *pKnot) {
  u32 i;
  if( n < 1 || z[0] > NEWS_KNOT_MOST || n != weaveBytes(z[0]) ) return 0;
  pKnot->n = *z++;
  for( i = 0; i < pKnot->n; i++, z += WEAVE_KNOTTED ) {
    pKnot->a[i].iId = newsGet4(z);
    pKnot->a[i].iRemark = newsGet4(&z[4]);
    pKnot->a[i].iText = (u64)newsGet4(&z[12]) << 32 | newsGet4(&z[8]);
    pKnot->a[i].nWord = z[16];
    if( i > 0 && pKnot->a[i].iText <= pKnot->a[i - 1].iText ) return 0;
  }
  memcpy(pKnot->aScore, z, NEWS_KNOT_PAIRS(pKnot->n));
  return 1;
}

NewsKnot *newsKnotNew(NewsStore *p) {
  NewsKnot *pKnot = newsStoreOk(p) ? sqlite3_malloc64(sizeof(*pKnot)) : 0;
  if( pKnot == 0 ) {
    newsStoreFail(p, SQLITE_NOMEM, 0);
    return 0;
  }
  pKnot->iId = pKnot->n = 0;
  return pKnot;
}

NewsKnot *newsKnotRead(NewsStore *p, u32 iId) {
  NewsKnot *pKnot = newsKnotNew(p);
  sqlite3_stmt *pStmt = pKnot ? weaveStmt(p, WEAVE_KNOT, iId) : 0;
  if( pKnot == 0 ) return 0;
  pKnot->iId = iId;
  if( !newsStoreStep(p, pStmt) ) {
    if( newsStoreOk(p) ) {
      newsStoreCorrupt(p, "knot", "knot %u is missing", iId);
    }
  } else {
    if( !weaveUnpack(sqlite3_column_blob(pStmt, 0),
                     (u32)sqlite3_column_bytes(pStmt, 0), pKnot) ) {
      newsStoreCorrupt(p, "knot", "data of knot %u", iId);
    }
    newsStoreReset(p, pStmt);
  }
  if( newsStoreOk(p) ) return pKnot;
  sqlite3_free(pKnot);
  return 0;
}

void newsKnotWrite(NewsStore *p, const NewsKnot *pKnot) {
  u32 i, n = weaveBytes(pKnot->n);
  u8 *aData = newsBagAlloc(&p->arena, n), *z = aData;
  sqlite3_stmt *pStmt = weaveStmt(p, WEAVE_PUT, pKnot->iId);
  if( aData && pStmt ) {
    *z++ = (u8)pKnot->n;
    for( i = 0; i < pKnot->n; i++, z += WEAVE_KNOTTED ) {
      newsPut4(z, pKnot->a[i].iId);
      newsPut4(&z[4], pKnot->a[i].iRemark);
      newsPut4(&z[8], (u32)pKnot->a[i].iText);
      newsPut4(&z[12], (u32)(pKnot->a[i].iText >> 32));
      z[16] = pKnot->a[i].nWord;
    }
    memcpy(z, pKnot->aScore, NEWS_KNOT_PAIRS(pKnot->n));
    newsStoreBlob(p, pStmt, 2, aData, n);
    newsStoreRun(p, pStmt);
  }
  sqlite3_free(aData);
}

void newsKnotDrop(NewsStore *p, u32 iId) {
  newsStoreRun(p, weaveStmt(p, WEAVE_CUT, iId));
}
