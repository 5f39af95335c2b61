/*
** knit.c: a statement comes to the others of an index, or goes (weave.h).
*/
#include "base/number.h"
#include "similarity/bag.h"
#include "similarity/remark.h"
#include "sql/list.h"
#include "sql/sketch.h"
#include "sql/weave.h"

/* A statement that was compared with the new one. */
typedef struct KnitNear KnitNear;
struct KnitNear {
  NewsKnotted one;
  u32 iKnot;
  u8 score;
};

/* A statement as its knot has it. */
static NewsKnotted knitted(const NewsNode *pNode) {
  NewsKnotted one = {pNode->iId, pNode->iRemark, pNode->said.iText, 0};
  one.nWord = (u8)NEWS_MIN(pNode->said.nWord, 255);
  return one;
}

/*-------------------------------------------------------------- comparing */

/* How surely two are one remark of which one says little. */
static u8 knitStock(const NewsNode *pa, const NewsNode *pb) {
  int eStock;
  if( newsSaidOthers(&pa->said, &pb->said) ) return NEWS_SAME_APART;
  eStock = newsSaidStock(&pa->said, &pb->said);
  if( eStock == NEWS_STOCK_SCENE && newsSceneSame(&pa->scene, &pb->scene) ) {
    eStock = NEWS_STOCK_ONE;
  }
  return eStock == NEWS_STOCK_ONE ? NEWS_SAME_SURE : NEWS_SAME_UNLIKE;
}

/* How surely two are one remark, whether the one is found by the other or
** not. */
static u8 knitScore(NewsStore *p, const NewsNode *pa, NewsVec *pA,
                    const NewsNode *pb, NewsVec *pB) {
  u8 score;
  if( pa->said.bStock || pb->said.bStock ) return knitStock(pa, pb);
  if( newsSaidOthers(&pa->said, &pb->said) &&
      !newsSceneSame(&pa->scene, &pb->scene) ) {
    return NEWS_SAME_APART;
  }
  score = newsRemarkSame(&p->arena, pA, pB);
  return newsSceneScore(score, &pa->scene, &pb->scene);
}

u8 newsWeaveScore(NewsStore *p, const NewsNode *pa, NewsVec *pA,
                  const NewsNode *pb, NewsVec *pB) {
  u8 score = knitScore(p, pa, pA, pb, pB);
  if( newsSaidNear(&pa->said, &pb->said) &&
      newsSaidMeets(&pa->said, &pb->said) ) {
    score |= NEWS_KNOT_MEET;
  }
  return score;
}

/* Statements by how many keys they have in common with the new one. */
typedef struct KnitCount KnitCount;
struct KnitCount {
  u32 iId;
  u32 n;
};

/* The statements that have a key of the new one, into pVec (of KnitCount). */
static void knitLook(NewsStore *p, const NewsNode *pNode, NewsVec *pVec,
                     u32 *pnBound) {
  u32 aKey[NEWS_SAID_KEYS], i, j, n = newsSaidKeys(&pNode->said, aKey);
  NewsVec vItem = {0};
  const u32 *a;
  newsListAhead(p, NEWS_LIST_WORDING, aKey, n);
  for( i = 0; i < n; i++ ) {
    *pnBound += newsListFind(p, NEWS_LIST_WORDING, aKey[i], NEWS_WEAVE_LIST,
                             &vItem) > NEWS_WEAVE_LIST;
  }
  a = vItem.a;
  newsNumberSort(vItem.a, vItem.n);
  for( i = 0; i < vItem.n; i = j ) {
    KnitCount *pNew;
    for( j = i + 1; j < vItem.n && a[j] == a[i]; j++ ) {
    }
    if( a[i] == pNode->iId ) continue;
    pNew = newsVecPush(pVec, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) break;
    pNew->iId = a[i];
    pNew->n = j - i;
  }
  newsVecFree(&vItem);
}

/* Compare with one of them, if it is near. */
static void knitCompare(NewsStore *p, const NewsNode *pNode, NewsVec *pWord,
                        u32 iId, NewsVec *pNear) {
  NewsVec vWord = {0};
  NewsNode node;
  KnitNear *pNew;
  if( newsSketchFar(p, iId, &pNode->said) ) return;
  if( !newsNodeRead(p, iId, 0, &node) ) return;
  newsSketchPut(p, iId, &node.said);
  if( !newsSaidNear(&pNode->said, &node.said) ) return;
  pNew = newsVecPush(pNear, &p->arena, sizeof(*pNew));
  if( pNew == 0 ) return;
  newsNodeWords(p, &node, &vWord);
  pNew->one = knitted(&node);
  pNew->iKnot = node.iKnot;
  pNew->score = knitScore(p, pNode, pWord, &node, &vWord);
  newsVecFree(&vWord);
}

/* What the new statement is near to, into pNear (of KnitNear); where there are
** too many, those with more keys in common. */
static void knitNear(NewsStore *p, const NewsNode *pNode, NewsVec *pWord,
                     NewsVec *pNear, u32 *pnBound) {
  NewsVec vCount = {0};
  const KnitCount *a;
  u32 i, nLess = 0, nLeast = 0;
  knitLook(p, pNode, &vCount, pnBound);
  a = vCount.a;
  for( nLess = vCount.n; nLess > NEWS_WEAVE_NEAR; ) {
    nLeast++;
    for( i = nLess = 0; i < vCount.n; i++ ) nLess += a[i].n > nLeast;
  }
  *pnBound += nLeast > 0;
  for( i = 0; i < vCount.n && newsStoreOk(p); i++ ) {
    if( a[i].n > nLeast ) knitCompare(p, pNode, pWord, a[i].iId, pNear);
  }
  newsVecFree(&vCount);
}

/*----------------------------------------------------------------- cutting */

/* A number is in a vector of u32. */
static int knitHas(const NewsVec *pVec, u32 x) {
  const u32 *a = pVec->a;
  u32 i;
  for( i = 0; i < pVec->n && a[i] != x; i++ ) {
  }
  return i < pVec->n;
}

static void knitPut(NewsStore *p, NewsVec *pVec, u32 x) {
  u32 *pNew;
  if( knitHas(pVec, x) ) return;
  pNew = newsVecPush(pVec, &p->arena, sizeof(*pNew));
  if( pNew ) *pNew = x;
}

/* The same, whether it is there or not. */
static void knitTouch(NewsStore *p, NewsVec *pTouched, u32 iRemark) {
  u32 *pNew = newsVecPush(pTouched, &p->arena, sizeof(*pNew));
  if( pNew ) *pNew = iRemark;
}

/* The remark of the cluster iFirst: the oldest that one of its statements has
** and no other cluster took, else a new one. */
static u32 knitChoose(NewsStore *p, const NewsKnot *pKnot, const u8 *aOf,
                      u32 iFirst, NewsVec *pTaken) {
  u32 i, iRemark = 0;
  for( i = iFirst; i < pKnot->n; i++ ) {
    u32 x = pKnot->a[i].iRemark;
    if( aOf[i] != iFirst || knitHas(pTaken, x) ) continue;
    if( iRemark == 0 || x < iRemark ) iRemark = x;
  }
  if( iRemark == 0 ) iRemark = (u32)newsStoreSerial(p, 1);
  knitPut(p, pTaken, iRemark);
  return iRemark;
}

/* Cut a knot into remarks and write it. pTaken: remarks of other knots. */
static void knitSettle(NewsStore *p, NewsKnot *pKnot, NewsVec *pTaken,
                       NewsVec *pTouched) {
  u8 aOf[NEWS_KNOT_MOST];
  u32 i, j, iRemark;
  newsKnotRemarks(p, pKnot, aOf);
  for( i = 0; i < pKnot->n && newsStoreOk(p); i++ ) {
    if( aOf[i] != i ) continue;
    iRemark = knitChoose(p, pKnot, aOf, i, pTaken);
    for( j = i; j < pKnot->n; j++ ) {
      NewsKnotted *pOne = &pKnot->a[j];
      if( aOf[j] != i || pOne->iRemark == iRemark ) continue;
      newsNodeMove(p, pOne->iId, pOne->iRemark, iRemark);
      knitTouch(p, pTouched, pOne->iRemark);
      knitTouch(p, pTouched, iRemark);
      pOne->iRemark = iRemark;
    }
  }
  if( pKnot->n > 1 ) newsKnotWrite(p, pKnot);
}

/* The n statements aFrom of a knot, in that order, as a knot. */
static NewsKnot *knitSelect(NewsStore *p, const NewsKnot *pKnot,
                            const u8 *aFrom, u32 n) {
  NewsKnot *pOut = newsKnotNew(p);
  u32 i, j;
  if( pOut == 0 ) return 0;
  pOut->iId = pKnot->iId;
  pOut->n = n;
  for( i = 0; i < n; i++ ) {
    pOut->a[i] = pKnot->a[aFrom[i]];
    for( j = 0; j < i; j++ ) {
      u32 a = NEWS_MAX(aFrom[i], aFrom[j]), b = NEWS_MIN(aFrom[i], aFrom[j]);
      pOut->aScore[NEWS_KNOT_PAIR(i, j)] = pKnot->aScore[NEWS_KNOT_PAIR(a, b)];
    }
  }
  return pOut;
}

/* Its statements in the order of iText. */
static NewsKnot *knitOrder(NewsStore *p, const NewsKnot *pKnot) {
  u8 aFrom[NEWS_KNOT_MOST];
  u32 i, j;
  for( i = 0; i < pKnot->n; i++ ) {
    for( j = i; j > 0; j-- ) {
      if( pKnot->a[aFrom[j - 1]].iText < pKnot->a[i].iText ) break;
      aFrom[j] = aFrom[j - 1];
    }
    aFrom[j] = (u8)i;
  }
  return knitSelect(p, pKnot, aFrom, pKnot->n);
}

/*---------------------------------------------------------------- coming in */

/* A knot that is being made of others. */
typedef struct Knit Knit;
struct Knit {
  NewsStore *p;
  NewsKnot *pKnot;          /* What is made */
  u8 aPart[NEWS_KNOT_MOST]; /* Of each statement: of which part it was */
  u8 nPart;
  u8 iKeep;     /* The part that was the first of vOld; 0: none */
  u8 bNew;      /* The first statement is new */
  NewsVec vOld; /* of u32: knots that go into it */
};

static int knitAdd(Knit *pKnit, NewsKnotted one) {
  if( pKnit->pKnot->n == NEWS_KNOT_MOST ) return 0;
  pKnit->pKnot->a[pKnit->pKnot->n] = one;
  pKnit->aPart[pKnit->pKnot->n++] = pKnit->nPart;
  return 1;
}

/* Add all of a knot; 0 where that is too much. */
static int knitAddAll(Knit *pKnit, u32 iKnot) {
  NewsKnot *pOld = newsKnotRead(pKnit->p, iKnot), *pNew = pKnit->pKnot;
  const u8 *pScore = pOld ? pOld->aScore : 0;
  u32 i, j, iBase = pNew->n;
  int bFits = 1;
  for( i = 0; pOld && i < pOld->n && bFits; i++ ) {
    bFits = knitAdd(pKnit, pOld->a[i]);
    for( j = 0; j < i && bFits; j++ ) {
      pNew->aScore[NEWS_KNOT_PAIR(iBase + i, iBase + j)] = *pScore++;
    }
  }
  sqlite3_free(pOld);
  if( pKnit->vOld.n == 0 ) pKnit->iKeep = pKnit->nPart;
  knitPut(pKnit->p, &pKnit->vOld, iKnot);
  return bFits;
}

/* Add all that is likely one remark with the new statement, which is the
** first; 0 where that is too much. */
static int knitGather(Knit *pKnit, const KnitNear *a, u32 n) {
  u32 i;
  int bFits = 1;
  for( i = 0; i < n && bFits; i++ ) {
    if( a[i].score < NEWS_KNOT_JOIN ) continue;
    pKnit->nPart++;
    if( a[i].iKnot == 0 ) {
      bFits = knitAdd(pKnit, a[i].one);
    } else if( !knitHas(&pKnit->vOld, a[i].iKnot) ) {
      bFits = knitAddAll(pKnit, a[i].iKnot);
    }
  }
  return bFits;
}

/* The score of the new statement and another, if it was compared with it; -1
** where it was not. */
static int knitKnown(const NewsVec *pNear, u32 iId) {
  const KnitNear *a = pNear->a;
  u32 i;
  for( i = 0; i < pNear->n && a[i].one.iId != iId; i++ ) {
  }
  return i < pNear->n ? a[i].score | NEWS_KNOT_MEET : -1;
}

/* A statement of a knot, as it is read. */
typedef struct KnitRead KnitRead;
struct KnitRead {
  NewsNode node; /* iId is 0 before that */
  NewsVec vWord;
};

static KnitRead *knitRead(Knit *pKnit, KnitRead *a, u32 i) {
  if( a[i].node.iId == 0 &&
      newsNodeRead(pKnit->p, pKnit->pKnot->a[i].iId, 1, &a[i].node) ) {
    newsNodeWords(pKnit->p, &a[i].node, &a[i].vWord);
  }
  return &a[i];
}

/* The pairs of the new statement, and those between parts that were apart so
** far. */
static void knitAcross(Knit *pKnit, const NewsVec *pNear) {
  NewsStore *p = pKnit->p;
  NewsKnot *pKnot = pKnit->pKnot;
  u32 i, j, n = pKnot->n;
  KnitRead *a = newsBagAlloc(&p->arena, n * (u64)sizeof(*a));
  for( i = 1; a && i < n; i++ ) {
    for( j = 0; j < i && newsStoreOk(p); j++ ) {
      int score = j ? -1 : knitKnown(pNear, pKnot->a[i].iId);
      if( pKnit->aPart[j] == pKnit->aPart[i] ) continue;
      if( score < 0 ) {
        KnitRead *pa = knitRead(pKnit, a, i), *pb = knitRead(pKnit, a, j);
        if( !newsStoreOk(p) ) break;
        score = newsWeaveScore(p, &pa->node, &pa->vWord, &pb->node, &pb->vWord);
      }
      pKnot->aScore[NEWS_KNOT_PAIR(i, j)] = (u8)score;
    }
    newsArenaTick(&p->arena, n);
  }
  for( i = 0; a && i < n; i++ ) newsVecFree(&a[i].vWord);
  sqlite3_free(a);
}

/* One knot takes the place of those that went into it. */
static void knitJoin(Knit *pKnit, NewsVec *pTouched) {
  const u32 *aOld = pKnit->vOld.a;
  NewsStore *p = pKnit->p;
  NewsVec vTaken = {0};
  NewsKnot *pKnot = pKnit->pKnot, *pOut;
  u32 i;
  if( pKnit->vOld.n ) {
    pKnot->iId = aOld[0];
  } else { /* A new statement's id is no knot's so far */
    pKnot->iId = pKnit->bNew ? pKnot->a[0].iId : (u32)newsStoreSerial(p, 1);
  }
  for( i = 1; i < pKnit->vOld.n; i++ ) newsKnotDrop(p, aOld[i]);
  for( i = 0; i < pKnot->n; i++ ) {
    if( pKnit->iKeep && pKnit->aPart[i] == pKnit->iKeep ) continue;
    newsNodeTie(p, pKnot->a[i].iId, pKnot->iId);
  }
  pOut = knitOrder(p, pKnot);
  if( pOut ) knitSettle(p, pOut, &vTaken, pTouched);
  sqlite3_free(pOut);
  newsVecFree(&vTaken);
}

/* Whether it is likely one remark with any. */
static int knitAny(const NewsVec *pNear) {
  const KnitNear *a = pNear->a;
  u32 i;
  for( i = 0; i < pNear->n && a[i].score < NEWS_KNOT_JOIN; i++ ) {
  }
  return i < pNear->n;
}

/* The knot of a new statement and what it is likely one remark with. */
static void knitIn(NewsStore *p, const NewsNode *pNode, int bNew,
                   const NewsVec *pNear, NewsVec *pTouched, u32 *pnBound) {
  Knit knit;
  int bFits;
  memset(&knit, 0, sizeof(knit));
  knit.p = p;
  knit.bNew = (u8)bNew;
  knit.pKnot = newsKnotNew(p);
  if( knit.pKnot == 0 ) return;
  knitAdd(&knit, knitted(pNode));
  bFits = knitGather(&knit, pNear->a, pNear->n);
  *pnBound += !bFits;
  if( bFits && knit.pKnot->n > 1 && newsStoreOk(p) ) {
    knitAcross(&knit, pNear);
    knitJoin(&knit, pTouched);
  }
  newsVecFree(&knit.vOld);
  sqlite3_free(knit.pKnot);
}

/* Find what a statement that is alone hangs together with. */
static void knitAlone(NewsStore *p, const NewsNode *pNode, int bNew,
                      NewsVec *pWord, NewsVec *pTouched, u32 *pnBound) {
  NewsVec vNear = {0};
  if( !newsSaidShares(&pNode->said) ) return;
  knitNear(p, pNode, pWord, &vNear, pnBound);
  if( knitAny(&vNear) ) knitIn(p, pNode, bNew, &vNear, pTouched, pnBound);
  newsVecFree(&vNear);
}

void newsWeaveIn(NewsStore *p, const NewsNode *pNode, NewsVec *pWord,
                 NewsVec *pTouched, u32 *pnBound) {
  knitAlone(p, pNode, 1, pWord, pTouched, pnBound);
}

/*---------------------------------------------------------------- going out */

/* Write what is left of a knot, which is not written any more, as so many knots
** as hang together. */
static void knitFall(NewsStore *p, const NewsKnot *pKnot, NewsVec *pTouched) {
  u8 aPart[NEWS_KNOT_MOST], aFrom[NEWS_KNOT_MOST];
  NewsVec vTaken = {0};
  u32 i, j, iId = pKnot->iId;
  newsKnotParts(pKnot->n, pKnot->aScore, aPart);
  for( i = 0; i < pKnot->n && newsStoreOk(p); i++ ) {
    NewsKnot *pPart;
    u32 n = 0;
    if( aPart[i] != i ) continue;
    for( j = i; j < pKnot->n; j++ ) {
      if( aPart[j] == i ) aFrom[n++] = (u8)j;
    }
    pPart = knitSelect(p, pKnot, aFrom, n);
    if( pPart == 0 ) break;
    pPart->iId = n == 1 ? 0 : iId ? iId : (u32)newsStoreSerial(p, 1);
    for( j = 0; j < n && pPart->iId != pKnot->iId; j++ ) {
      newsNodeTie(p, pPart->a[j].iId, pPart->iId);
    }
    if( pPart->iId == iId ) iId = 0;
    knitSettle(p, pPart, &vTaken, pTouched);
    sqlite3_free(pPart);
  }
  newsVecFree(&vTaken);
}

/* A statement is not in its knot. */
static void knitLost(NewsStore *p, const NewsNode *pNode,
                     const NewsKnot *pKnot) {
  newsStoreCorrupt(p, "knot", "knot %u is without statement %u", pKnot->iId,
                   pNode->iId);
}

/* Take a statement out of its knot. */
static void knitOut(NewsStore *p, const NewsNode *pNode, const NewsKnot *pKnot,
                    NewsVec *pTouched) {
  u8 aFrom[NEWS_KNOT_MOST];
  NewsKnot *pLeft;
  u32 i, n = 0;
  for( i = 0; i < pKnot->n; i++ ) {
    if( pKnot->a[i].iId != pNode->iId ) aFrom[n++] = (u8)i;
  }
  if( n == pKnot->n ) {
    knitLost(p, pNode, pKnot);
    return;
  }
  newsKnotDrop(p, pKnot->iId);
  pLeft = knitSelect(p, pKnot, aFrom, n);
  if( pLeft ) knitFall(p, pLeft, pTouched);
  sqlite3_free(pLeft);
}

void newsWeaveOut(NewsStore *p, const NewsNode *pNode, NewsVec *pTouched) {
  NewsKnot *pKnot;
  newsNodeDrop(p, pNode->iId);
  knitTouch(p, pTouched, pNode->iRemark);
  if( pNode->iKnot == 0 ) return;
  pKnot = newsKnotRead(p, pNode->iKnot);
  if( pKnot ) knitOut(p, pNode, pKnot, pTouched);
  sqlite3_free(pKnot);
}

/* Leave the knot, and the remark that others have, too: alone it is one. */
static void knitLeave(NewsStore *p, NewsNode *pNode, NewsVec *pTouched) {
  NewsKnot *pKnot = newsKnotRead(p, pNode->iKnot);
  u32 iRemark = (u32)newsStoreSerial(p, 1);
  if( pKnot ) knitOut(p, pNode, pKnot, pTouched);
  sqlite3_free(pKnot);
  knitTouch(p, pTouched, pNode->iRemark);
  knitTouch(p, pTouched, iRemark);
  newsNodeMove(p, pNode->iId, pNode->iRemark, iRemark);
  newsNodeTie(p, pNode->iId, 0);
  pNode->iRemark = iRemark;
  pNode->iKnot = 0;
}

/* Score the pairs of a statement of a knot anew. */
static void knitScores(NewsStore *p, const NewsNode *pNode, NewsVec *pWord,
                       NewsKnot *pKnot) {
  NewsVec vWord = {0};
  NewsNode node;
  u32 i, iOwn;
  for( iOwn = 0; iOwn < pKnot->n && pKnot->a[iOwn].iId != pNode->iId; ) iOwn++;
  if( iOwn == pKnot->n ) knitLost(p, pNode, pKnot);
  for( i = 0; i < pKnot->n && newsStoreOk(p); i++ ) {
    u32 a = NEWS_MAX(i, iOwn), b = NEWS_MIN(i, iOwn);
    if( a == b || !newsNodeRead(p, pKnot->a[i].iId, 1, &node) ) continue;
    newsNodeWords(p, &node, &vWord);
    pKnot->aScore[NEWS_KNOT_PAIR(a, b)] =
        newsWeaveScore(p, pNode, pWord, &node, &vWord);
    newsArenaTick(&p->arena, 1);
  }
  newsVecFree(&vWord);
}

/* Cut the knot of a statement with another scene anew, if it still hangs
** together and with nothing else; otherwise 0, and nothing is done. Mostly it
** does, and then wordings, which may be many, stay where they are. */
static int knitStay(NewsStore *p, const NewsNode *pNode, NewsVec *pWord,
                    const NewsVec *pNear, NewsVec *pTouched) {
  const KnitNear *a = pNear->a;
  NewsKnot *pKnot = newsKnotRead(p, pNode->iKnot);
  NewsVec vTaken = {0};
  u8 aPart[NEWS_KNOT_MOST];
  u32 i;
  int bStay = pKnot != 0;
  for( i = 0; i < pNear->n && bStay; i++ ) {
    bStay = a[i].score < NEWS_KNOT_JOIN || a[i].iKnot == pNode->iKnot;
  }
  if( bStay ) {
    knitScores(p, pNode, pWord, pKnot);
    newsKnotParts(pKnot->n, pKnot->aScore, aPart);
    for( i = 0; i < pKnot->n && aPart[i] == 0; i++ ) {
    }
    bStay = i == pKnot->n && newsStoreOk(p);
  }
  if( bStay ) knitSettle(p, pKnot, &vTaken, pTouched);
  newsVecFree(&vTaken);
  sqlite3_free(pKnot);
  return bStay;
}

void newsWeaveAgain(NewsStore *p, NewsNode *pNode, NewsVec *pWord,
                    NewsVec *pTouched, u32 *pnBound) {
  if( pNode->iKnot ) {
    NewsVec vNear = {0};
    int bStay;
    knitNear(p, pNode, pWord, &vNear, pnBound);
    bStay = knitStay(p, pNode, pWord, &vNear, pTouched);
    newsVecFree(&vNear);
    if( bStay || !newsStoreOk(p) ) return;
    knitLeave(p, pNode, pTouched);
  }
  knitAlone(p, pNode, 0, pWord, pTouched, pnBound);
}

/*---------------------------------------------------------------- checking */

void newsWeaveCheck(NewsStore *p, NewsNode *pNode) {
  NewsVec vNear = {0}, vWord = {0};
  const KnitNear *a;
  u32 i, nBound = 0;
  if( !newsSaidShares(&pNode->said) ) return;
  newsNodeWords(p, pNode, &vWord);
  knitNear(p, pNode, &vWord, &vNear, &nBound);
  a = vNear.a;
  for( i = 0; i < vNear.n && nBound == 0 && newsStoreOk(p); i++ ) {
    if( a[i].score < NEWS_KNOT_JOIN ) continue;
    if( a[i].iKnot && a[i].iKnot == pNode->iKnot ) continue;
    newsStoreCorrupt(p, "knot", "statements %u and %u are a pair", pNode->iId,
                     a[i].one.iId);
  }
  newsVecFree(&vNear);
  newsVecFree(&vWord);
}
