/*
** left.c: see left.h.
**
** Words that the other text has ("kept") part a text into stretches. A stretch
** stands where the kept words beside it stand in the other text; what that has
** there of its own is taken for a rewording.
*/
#include "similarity/left.h"

#include "base/hash.h"
#include "similarity/say.h"
#include "similarity/weight.h"

#define LEFT_LEAST 45 /* What the words of a run weigh, at least */
#define LEFT_STEM 0   /* Keys of words in the bag, each its own */
#define LEFT_LIKE 1
#define LEFT_FRONT 2

typedef struct LeftText LeftText;
struct LeftText {
  const u8 *z;
  NewsVec vWord; /* of NewsSayWord; kept ones are without NEWS_SAY_LACKED */
  NewsBag key;   /* LEFT_STEM ... of its words; w: 1 + the place of the first */
  u32 *awOwn;    /* What those before a word weigh that are its own. Owned */
  u32 *aiOther;  /* 1 + the place of a kept word in the other; 0. Owned */
};

static int leftTells(const NewsSayWord *p) {
  return (p->kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_NEG | NEWS_SAY_ASIDE)) == 0;
}

static void leftKey(NewsBag *pBag, u32 key, u32 eKey, u32 i) {
  NewsBagSlot *pSlot = newsBagAdd(pBag, newsHashPair(key, eKey), 0, 1);
  if( pSlot && pSlot->w == 0 ) pSlot->w = i + 1;
}

static void leftRead(LeftText *p, NewsArena *pArena, const u8 *z, u32 n) {
  const NewsSayWord *a;
  u32 i;
  p->z = z;
  newsSayRead(pArena, z, n, &p->vWord, 0, 0, 0);
  a = p->vWord.a;
  for( i = 0; i < p->vWord.n && pArena->rc == SQLITE_OK; i++ ) {
    leftKey(&p->key, a[i].stem, LEFT_STEM, i);
    if( !leftTells(&a[i]) || (a[i].kind & NEWS_SAY_NUMBER) ) continue;
    leftKey(&p->key, a[i].like, LEFT_LIKE, i);
    leftKey(&p->key, a[i].front, LEFT_FRONT, i);
  }
  p->awOwn = newsBagAlloc(pArena, (p->vWord.n + 1) * (u64)sizeof(u32));
  p->aiOther = newsBagAlloc(pArena, (p->vWord.n + 1) * (u64)sizeof(u32));
}

static u32 leftFind(const LeftText *p, u32 key, u32 eKey) {
  const NewsBagSlot *pSlot = newsBagFind(&p->key, newsHashPair(key, eKey));
  return pSlot ? pSlot->w : 0;
}

/* 1 + the place of a word, or of one that may stand for it; 0 for none. */
static u32 leftPlace(const LeftText *p, const NewsSayWord *pWord) {
  const NewsAlike *pAlike = newsAlikeOf(pWord->stem);
  u32 j, i = leftFind(p, pWord->stem, LEFT_STEM);
  if( i || !leftTells(pWord) || (pWord->kind & NEWS_SAY_NUMBER) ) return i;
  for( j = 0; i == 0 && pAlike && j < pAlike->n; j++ ) {
    i = leftFind(p, newsAlikeStem[pAlike->iFirst + j], LEFT_STEM);
  }
  if( i == 0 ) i = leftFind(p, pWord->like, LEFT_LIKE);
  return i ? i : leftFind(p, pWord->front, LEFT_FRONT);
}

/* Find the words of a text in the other. */
static void leftMatch(NewsArena *pArena, LeftText *p, const LeftText *pOther) {
  NewsSayWord *a = p->vWord.a;
  u32 i, w = 0;
  for( i = 0; i < p->vWord.n && !newsArenaTick(pArena, 32); i++ ) {
    p->aiOther[i] = leftPlace(pOther, &a[i]);
    a[i].kind &= ~NEWS_SAY_LACKED;
    if( p->aiOther[i] == 0 && leftTells(&a[i]) ) a[i].kind |= NEWS_SAY_LACKED;
    p->awOwn[i] = w;
    if( a[i].kind & NEWS_SAY_LACKED ) w += a[i].w;
  }
  p->awOwn[i] = w;
}

/* What the other text has of its own between the places of two kept words (1 +
** each; 0: none, the beginning or the end). */
static u32 leftInstead(const LeftText *pOther, u32 iFrom, u32 iTo) {
  u32 iEnd = iTo ? iTo - 1 : pOther->vWord.n;
  if( iFrom > iEnd ) return pOther->awOwn[iFrom] - pOther->awOwn[iEnd];
  return pOther->awOwn[iEnd] - pOther->awOwn[iFrom];
}

static int leftPut(const LeftText *p, u32 i, u32 iLast, int nRun,
                   sqlite3_str *pOut) {
  const NewsSayWord *a = p->vWord.a;
  if( nRun ) sqlite3_str_append(pOut, " ... ", 5);
  sqlite3_str_append(pOut, (const char *)&p->z[a[i].byte.iFrom],
                     (int)(a[iLast].byte.iTo - a[i].byte.iFrom));
  return nRun + 1;
}

/* The runs of a that b lacks. A word of grammar is in a run as far as it stands
** among its words. */
static int leftRuns(NewsArena *pArena, const LeftText *pA, const LeftText *pB,
                    sqlite3_str *pOut) {
  const NewsSayWord *a = pA->vWord.a;
  u32 i = 0, j, n = pA->vWord.n, iFrom = 0;
  int nRun = 0;
  while( i < n && !newsArenaTick(pArena, 32) ) {
    u32 iLast = i;
    if( (a[i].kind & NEWS_SAY_LACKED) == 0 ) {
      if( leftTells(&a[i]) ) iFrom = pA->aiOther[i];
      i++;
      continue;
    }
    for( j = i; j < n; j++ ) {
      if( a[j].kind & NEWS_SAY_LACKED ) iLast = j;
      if( leftTells(&a[j]) && pA->aiOther[j] ) break;
    }
    if( pA->awOwn[iLast + 1] - pA->awOwn[i] >= LEFT_LEAST &&
        leftInstead(pB, iFrom, j < n ? pA->aiOther[j] : 0) == 0 ) {
      nRun = leftPut(pA, i, iLast, nRun, pOut);
    }
    i = j;
  }
  return nRun;
}

int newsLeftOut(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
                sqlite3_str *pOut) {
  LeftText aText[2];
  int i, nRun = 0;
  memset(aText, 0, sizeof(aText));
  for( i = 0; i < 2; i++ ) newsBagInit(&aText[i].key, pArena);
  leftRead(&aText[0], pArena, za, na);
  leftRead(&aText[1], pArena, zb, nb);
  if( pArena->rc == SQLITE_OK ) {
    leftMatch(pArena, &aText[0], &aText[1]);
    leftMatch(pArena, &aText[1], &aText[0]);
  }
  /* Where most is told in other words, nothing of it is known to be left out */
  if( pArena->rc == SQLITE_OK && aText[0].awOwn[aText[0].vWord.n] >=
                                     2 * aText[1].awOwn[aText[1].vWord.n] ) {
    nRun = leftRuns(pArena, &aText[0], &aText[1], pOut);
  }
  for( i = 0; i < 2; i++ ) {
    newsBagFree(&aText[i].key);
    newsVecFree(&aText[i].vWord);
    sqlite3_free(aText[i].awOwn);
    sqlite3_free(aText[i].aiOther);
  }
  return nRun;
}
