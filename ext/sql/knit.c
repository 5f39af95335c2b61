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
  NewsKnotted one; /* Where it is likely one remark; else its id */
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

u8 newsWeaveScore(NewsStore *p, const NewsNode *pa, NewsVec *pA,
                  const NewsNode *pb, NewsVec *pB) {
  u8 score = newsRemarkSame(&p->arena, pA, pB);
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

/* Append the statements that have a key. Where they are too many, 0; those that
** are gone do not count. */
static int knitList(NewsStore *p, u32 key, NewsVec *pItem) {
  u32 i, iFrom = pItem->n, *a;
  u32 nMost = newsListGone(p) ? NEWS_WEAVE_GONE : NEWS_WEAVE_LIST;
  u32 n = newsListFind(p, NEWS_LIST_WORDING, key, nMost, pItem);
  if( n > nMost ) return 0;
  if( n <= NEWS_WEAVE_LIST ) return 1;
  a = pItem->a;
  pItem->n = iFrom;
  for( i = 0; i < n; i++ ) {
    if( newsNodeLive(p, a[iFrom + i]) ) a[pItem->n++] = a[iFrom + i];
  }
  if( pItem->n - iFrom <= NEWS_WEAVE_LIST ) return 1;
  pItem->n = iFrom;
  return 0;
}

/* The statements that have a key of the new one, into pVec (of KnitCount). */
static void knitLook(NewsStore *p, const NewsNode *pNode, NewsVec *pVec,
                     u32 *pnBound) {
  u32 aKey[NEWS_SAID_KEYS], i, j, n = newsSaidKeys(&pNode->said, aKey);
  NewsVec vItem = {0};
  const u32 *a;
  for( i = 0; i < n; i++ ) {
    *pnBound += !knitList(p, aKey[i], &vItem);
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
  pNew->score = newsRemarkSame(&p->arena, pWord, &vWord);
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

/* Put its statements in the order of iText, and the pairs with them. */
static void knitOrder(NewsKnot *pKnot) {
  NewsKnotPair *a = pKnot->vPair.a;
  u8 aFrom[NEWS_KNOT_MOST], aTo[NEWS_KNOT_MOST];
  u32 i, j;
  for( i = 0; i < pKnot->n; i++ ) {
    NewsKnotted x = pKnot->a[i];
    for( j = i; j > 0 && pKnot->a[j - 1].iText > x.iText; j-- ) {
      pKnot->a[j] = pKnot->a[j - 1];
      aFrom[j] = aFrom[j - 1];
    }
    pKnot->a[j] = x;
    aFrom[j] = (u8)i;
  }
  for( i = 0; i < pKnot->n; i++ ) aTo[aFrom[i]] = (u8)i;
  for( i = 0; i < pKnot->vPair.n; i++ ) {
    u8 x = aTo[a[i].a], y = aTo[a[i].b];
    a[i].a = NEWS_MIN(x, y);
    a[i].b = NEWS_MAX(x, y);
  }
}

/*---------------------------------------------------------------- coming in */

/* A knot that is being made of others. */
typedef struct Knit Knit;
struct Knit {
  NewsStore *p;
  NewsKnot knot;            /* What is made */
  u8 aPart[NEWS_KNOT_MOST]; /* Of each statement: of which part it was */
  u8 nPart;
  u8 iKeep;     /* The part that was the first of vOld; 0: none */
  NewsVec vOld; /* of u32: knots that go into it */
};

static int knitAdd(Knit *pKnit, NewsKnotted one) {
  if( pKnit->knot.n == NEWS_KNOT_MOST ) return 0;
  pKnit->knot.a[pKnit->knot.n] = one;
  pKnit->aPart[pKnit->knot.n++] = pKnit->nPart;
  return 1;
}

/* Add all of a knot; 0 where that is too much. */
static int knitAddAll(Knit *pKnit, u32 iKnot) {
  NewsKnot knot;
  const NewsKnotPair *a;
  u32 i, iBase = pKnit->knot.n;
  int bFits = 1;
  memset(&knot.vPair, 0, sizeof(knot.vPair));
  newsKnotRead(pKnit->p, iKnot, &knot);
  for( i = 0; i < knot.n && bFits; i++ ) {
    bFits = knitAdd(pKnit, knot.a[i]);
  }
  a = knot.vPair.a;
  for( i = 0; i < knot.vPair.n && bFits; i++ ) {
    newsKnotPair(pKnit->p, &pKnit->knot, iBase + a[i].a, iBase + a[i].b,
                 a[i].score);
  }
  newsVecFree(&knot.vPair);
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
      newsNodeRead(pKnit->p, pKnit->knot.a[i].iId, 1, &a[i].node) ) {
    newsNodeWords(pKnit->p, &a[i].node, &a[i].vWord);
  }
  return &a[i];
}

/* The pairs of the new statement, and those between parts that were apart so
** far. */
static void knitAcross(Knit *pKnit, const NewsVec *pNear) {
  NewsStore *p = pKnit->p;
  u32 i, j, n = pKnit->knot.n;
  KnitRead *a = newsBagAlloc(&p->arena, n * (u64)sizeof(*a));
  if( a ) memset(a, 0, n * sizeof(*a));
  for( i = 1; a && i < n; i++ ) {
    for( j = 0; j < i && newsStoreOk(p); j++ ) {
      int score = j ? -1 : knitKnown(pNear, pKnit->knot.a[i].iId);
      if( pKnit->aPart[j] == pKnit->aPart[i] ) continue;
      if( score < 0 ) {
        KnitRead *pa = knitRead(pKnit, a, i), *pb = knitRead(pKnit, a, j);
        if( !newsStoreOk(p) ) break;
        score = newsWeaveScore(p, &pa->node, &pa->vWord, &pb->node, &pb->vWord);
      }
      newsKnotPair(p, &pKnit->knot, j, i, (u8)score);
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
  NewsKnot *pKnot = &pKnit->knot;
  u32 i;
  pKnot->iId = pKnit->vOld.n ? aOld[0] : pKnot->a[0].iId;
  for( i = 1; i < pKnit->vOld.n; i++ ) newsKnotDrop(p, aOld[i]);
  for( i = 0; i < pKnot->n; i++ ) {
    if( pKnit->iKeep && pKnit->aPart[i] == pKnit->iKeep ) continue;
    newsNodeTie(p, pKnot->a[i].iId, pKnot->iId);
  }
  knitOrder(pKnot);
  knitSettle(p, pKnot, &vTaken, pTouched);
  newsVecFree(&vTaken);
}

void newsWeaveIn(NewsStore *p, const NewsNode *pNode, NewsVec *pWord,
                 NewsVec *pTouched, u32 *pnBound) {
  NewsVec vNear = {0};
  Knit knit;
  int bFits;
  if( pNode->said.bStock ) return;
  knitNear(p, pNode, pWord, &vNear, pnBound);
  memset(&knit, 0, sizeof(knit));
  knit.p = p;
  knitAdd(&knit, knitted(pNode));
  bFits = knitGather(&knit, vNear.a, vNear.n);
  *pnBound += !bFits;
  if( bFits && knit.knot.n > 1 && newsStoreOk(p) ) {
    knitAcross(&knit, &vNear);
    knitJoin(&knit, pTouched);
  }
  newsVecFree(&knit.knot.vPair);
  newsVecFree(&knit.vOld);
  newsVecFree(&vNear);
}

/*---------------------------------------------------------------- going out */

/* Take one statement out of a knot, with its pairs. */
static void knitLose(NewsKnot *pKnot, u32 iOne) {
  NewsKnotPair *a = pKnot->vPair.a;
  u32 i, n = 0;
  for( i = 0; i < pKnot->vPair.n; i++ ) {
    NewsKnotPair x = a[i];
    if( x.a == iOne || x.b == iOne ) continue;
    x.a -= x.a > iOne;
    x.b -= x.b > iOne;
    a[n++] = x;
  }
  pKnot->vPair.n = n;
  pKnot->n--;
  memmove(&pKnot->a[iOne], &pKnot->a[iOne + 1],
          (pKnot->n - iOne) * sizeof(*pKnot->a));
}

/* Part iFirst of a knot as a knot of its own. */
static void knitPart(NewsStore *p, const NewsKnot *pKnot, const u8 *aPart,
                     u32 iFirst, NewsKnot *pOut) {
  const NewsKnotPair *a = pKnot->vPair.a;
  u8 aTo[NEWS_KNOT_MOST] = {0};
  u32 i;
  pOut->n = pOut->vPair.n = 0;
  for( i = 0; i < pKnot->n; i++ ) {
    if( aPart[i] != iFirst ) continue;
    aTo[i] = (u8)pOut->n;
    pOut->a[pOut->n++] = pKnot->a[i];
  }
  for( i = 0; i < pKnot->vPair.n; i++ ) {
    if( aPart[a[i].a] == iFirst && aPart[a[i].b] == iFirst ) {
      newsKnotPair(p, pOut, aTo[a[i].a], aTo[a[i].b], a[i].score);
    }
  }
}

/* Write what is left of a knot, as so many knots as hang together. */
static void knitFall(NewsStore *p, const NewsKnot *pKnot, NewsVec *pTouched) {
  u8 aPart[NEWS_KNOT_MOST];
  NewsVec vTaken = {0};
  NewsKnot part;
  u32 i, j, iId = pKnot->iId;
  memset(&part.vPair, 0, sizeof(part.vPair));
  newsKnotParts(pKnot->n, pKnot->vPair.a, pKnot->vPair.n, aPart);
  newsKnotDrop(p, iId);
  for( i = 0; i < pKnot->n && newsStoreOk(p); i++ ) {
    if( aPart[i] != i ) continue;
    knitPart(p, pKnot, aPart, i, &part);
    part.iId = part.n == 1 ? 0 : iId ? iId : (u32)newsStoreSerial(p, 1);
    for( j = 0; j < part.n && part.iId != pKnot->iId; j++ ) {
      newsNodeTie(p, part.a[j].iId, part.iId);
    }
    if( part.iId == iId ) iId = 0;
    knitSettle(p, &part, &vTaken, pTouched);
  }
  newsVecFree(&part.vPair);
  newsVecFree(&vTaken);
}

void newsWeaveOut(NewsStore *p, const NewsNode *pNode, NewsVec *pTouched) {
  NewsKnot knot;
  u32 i;
  newsNodeDrop(p, pNode->iId);
  knitTouch(p, pTouched, pNode->iRemark);
  if( pNode->iKnot == 0 ) return;
  memset(&knot.vPair, 0, sizeof(knot.vPair));
  newsKnotRead(p, pNode->iKnot, &knot);
  for( i = 0; i < knot.n && knot.a[i].iId != pNode->iId; i++ ) {
  }
  if( i < knot.n ) {
    knitLose(&knot, i);
    knitFall(p, &knot, pTouched);
  } else if( newsStoreOk(p) ) {
    newsStoreCorrupt(p, "knot", "knot %u is without statement %u", pNode->iKnot,
                     pNode->iId);
  }
  newsVecFree(&knot.vPair);
}

/*---------------------------------------------------------------- checking */

void newsWeaveCheck(NewsStore *p, const NewsNode *pNode) {
  NewsVec vNear = {0}, vWord = {0};
  const KnitNear *a;
  u32 i, nBound = 0;
  if( pNode->said.bStock ) return;
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
