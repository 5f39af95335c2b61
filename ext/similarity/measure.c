/*
** measure.c: see measure.h.
*/
#include "similarity/measure.h"

#include <math.h>

#include "base/hash.h"
#include "base/number.h"
#include "similarity/bag.h"
#include "similarity/pass.h"
#include "similarity/shingle.h"
#include "similarity/weight.h"
#include "text/fold.h"
#include "text/utf8.h"

#define MEASURE_MOST 9    /* Size of shingles, at most */
#define MEASURE_FORM 1024 /* Folded bytes of a word that count */

int newsMeasureFind(const u8 *z, u32 n, NewsMeasure *p) {
  p->nMore = 0;
  if( n == 6 && memcmp(z, "cosine", 6) == 0 ) {
    p->eKind = NEWS_MEASURE_COSINE;
    p->nSize = 1;
    return 1;
  }
  if( n != 6 || z[5] < '1' || z[5] > '0' + MEASURE_MOST ) return 0;
  p->nSize = z[5] - '0';
  if( memcmp(z, "words", 5) == 0 ) {
    p->eKind = NEWS_MEASURE_WORDS;
    return 1;
  }
  p->eKind = NEWS_MEASURE_CHARS;
  return memcmp(z, "chars", 5) == 0 && p->nSize >= 2;
}

/*---------------------------------------------------- what the texts have */

/* The key of nSize words in a row. */
static u32 measureShingle(const u32 *aKey, u32 nSize) {
  u64 x = 0;
  while( nSize-- > 0 ) x = newsShingleNext(x, *aKey++);
  return (u32)(newsShingleEnd(x) >> 32);
}

/* Add all shingles of n keys to the bag. */
static void measureShingles(NewsBag *pBag, int iText, const u32 *aKey, u32 n,
                            u32 nSize) {
  u32 i;
  for( i = 0; i + nSize <= n; i++ ) {
    newsBagAdd(pBag, measureShingle(&aKey[i], nSize), iText, 1);
    if( (i & 255) == 0 && newsArenaTick(pBag->pArena, 512) ) return;
  }
}

/* The hashes of a text's words, into pVec. */
static void measureWords(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pVec) {
  NewsPass pass;
  NewsGrain a[NEWS_PASS_BATCH];
  u32 i, nRead;
  newsPassBegin(&pass, pArena, NEWS_PASS_APART, z, n);
  while( (nRead = newsPassRead(&pass, a, NEWS_PASS_BATCH)) > 0 ) {
    while( pVec->n + nRead > pVec->nSlot ) {
      if( newsVecGrow(pVec, pArena, sizeof(u32)) == 0 ) return;
    }
    for( i = 0; i < nRead; i++ ) ((u32 *)pVec->a)[pVec->n++] = a[i].hash;
  }
}

/* The folded characters of a word, into pVec. */
static void measureWord(NewsArena *pArena, const u8 *z, const NewsGrain *pWord,
                        NewsVec *pVec) {
  u8 a[MEASURE_FORM];
  u32 i, c, nFold, hash, nChar;
  nFold = newsFoldWord(&z[pWord->iByte], pWord->nByte, a, sizeof(a), &hash);
  nFold = NEWS_MIN(nFold, sizeof(a));
  for( i = 0; i < nFold; i += nChar ) {
    u32 *pNew;
    nChar = newsUtf8Read(&a[i], nFold - i, &c);
    if( c == '\'' ) continue;
    pNew = newsVecPush(pVec, pArena, sizeof(u32));
    if( pNew == 0 ) return;
    *pNew = c;
  }
}

/* The folded characters of a text's words, one space between two of them. Of a
** word longer than any the first MEASURE_FORM bytes count. */
static void measureChars(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pVec) {
  NewsPass pass;
  NewsGrain a[NEWS_PASS_BATCH];
  u32 i, nRead, *pNew;
  newsPassBegin(&pass, pArena, NEWS_PASS_JOIN, z, n);
  while( (nRead = newsPassRead(&pass, a, NEWS_PASS_BATCH)) > 0 ) {
    for( i = 0; i < nRead; i++ ) {
      if( pVec->n ) {
        pNew = newsVecPush(pVec, pArena, sizeof(u32));
        if( pNew == 0 ) return;
        *pNew = ' ';
      }
      measureWord(pArena, z, &a[i], pVec);
      newsArenaTick(pArena, a[i].nByte + 4);
    }
  }
}

/*------------------------------------------------------------- the figures */

static double measureShare(u64 n, u64 nOf) {
  return nOf ? (double)n / (double)nOf : 0.0;
}

static double measureCounts(u64 nBoth, u64 na, u64 nb, int bIn) {
  return measureShare(nBoth, bIn ? na : na + nb - nBoth);
}

/* The larger the count, the less one more tells: 16 times 1 + log2(n). */
static u32 measureDamp(u32 n) { return 16 + newsLog64(n) / 4; }

/* Sums of products of weights; a weight is below 2^8 and a damped count below
** 2^10, so that the sums of 2^24 different words stay below 2^63. */
static double measureCosine(const NewsBag *pBag, int bIn) {
  u64 dot = 0, sa = 0, sb = 0, in = 0, all = 0;
  const NewsBagSlot *p;
  u32 i = 0;
  while( (p = newsBagNext(pBag, &i)) != 0 ) {
    u64 w, x = 0, y = 0;
    w = newsWeight(p->key);
    if( p->an[0] ) x = w * measureDamp(p->an[0]);
    if( p->an[1] ) y = w * measureDamp(p->an[1]);
    dot += x * y;
    sa += x * x;
    sb += y * y;
    in += NEWS_MIN(x, y);
    all += x;
    newsArenaTick(pBag->pArena, 4);
  }
  if( bIn ) return measureShare(in, all);
  if( sa == 0 || sb == 0 ) return 0.0;
  if( dot == sa && dot == sb ) return 1.0;
  return NEWS_MIN((double)dot / (sqrt((double)sa) * sqrt((double)sb)), 1.0);
}

static double measureJaccard(NewsBag *pBag, const NewsVec *a, const NewsVec *b,
                             u32 nSize, int bIn) {
  nSize = NEWS_MIN(nSize, NEWS_MIN(a->n, b->n));
  newsBagEmpty(pBag);
  measureShingles(pBag, 0, a->a, a->n, nSize);
  measureShingles(pBag, 1, b->a, b->n, nSize);
  return measureCounts(pBag->nBoth, pBag->anKey[0], pBag->anKey[1], bIn);
}

/*
** Whether larger shingles may have a coefficient of 0.5 or more, after those of
** nSize words were counted. A larger shingle that both texts have begins with
** a smaller one that both have, so that there are no more of them than places
** where such ones stand: nBoth and what either text repeats. And there are
** hardly less different larger shingles than smaller ones.
*/
static int measureMay(const NewsBag *pBag, const NewsVec *a, const NewsVec *b) {
  u64 nRepeat = NEWS_MIN(a->n - pBag->anKey[0], b->n - pBag->anKey[1]);
  u64 nMost = NEWS_MAX(pBag->anKey[0], pBag->anKey[1]);
  return pBag->nBoth + nRepeat + 4 >= nMost / 2;
}

static double measureBag(NewsBag *pBag, const NewsMeasure *p, int bIn,
                         const NewsVec *a, const NewsVec *b) {
  double r, rMore = 0.0;
  u32 i;
  if( p->eKind == NEWS_MEASURE_COSINE ) {
    for( i = 0; i < a->n; i++ ) newsBagAdd(pBag, ((u32 *)a->a)[i], 0, 1);
    for( i = 0; i < b->n; i++ ) newsBagAdd(pBag, ((u32 *)b->a)[i], 1, 1);
    newsArenaTick(pBag->pArena, (i64)a->n + b->n);
    return pBag->pArena->rc ? 0.0 : measureCosine(pBag, bIn);
  }
  r = measureJaccard(pBag, a, b, p->nSize, bIn);
  if( p->nMore && !bIn && r < 0.5 && measureMay(pBag, a, b) ) {
    rMore = measureJaccard(pBag, a, b, p->nMore, bIn);
  }
  return rMore >= 0.5 ? rMore : r;
}

double newsMeasureTexts(NewsArena *pArena, const NewsMeasure *p, int bIn,
                        const u8 *za, u32 na, const u8 *zb, u32 nb) {
  NewsVec a = {0}, b = {0};
  NewsBag bag;
  double r = 0.0;
  newsBagInit(&bag, pArena);
  if( p->eKind == NEWS_MEASURE_CHARS ) {
    measureChars(pArena, za, na, &a);
    measureChars(pArena, zb, nb, &b);
  } else {
    measureWords(pArena, za, na, &a);
    measureWords(pArena, zb, nb, &b);
  }
  if( a.n && b.n && pArena->rc == SQLITE_OK ) {
    r = measureBag(&bag, p, bIn, &a, &b);
  }
  newsBagFree(&bag);
  newsVecFree(&a);
  newsVecFree(&b);
  return pArena->rc ? 0.0 : r;
}

/*-------------------------------------------------------- one beside many */

void newsMeasureBegin(NewsMeasureQuery *p, NewsArena *pArena, const u8 *z,
                      u32 n) {
  memset(&p->vWord, 0, sizeof(p->vWord));
  memset(&p->vOther, 0, sizeof(p->vOther));
  p->pArena = pArena;
  p->z = z;
  p->n = n;
  newsBagInit(&p->bag, pArena);
  newsBagInit(&p->other, pArena);
  measureWords(pArena, z, n, &p->vWord);
  measureShingles(&p->bag, 0, p->vWord.a, p->vWord.n, NEWS_SIGN_SHINGLE);
}

void newsMeasureEnd(NewsMeasureQuery *p) {
  newsBagFree(&p->bag);
  newsBagFree(&p->other);
  newsVecFree(&p->vWord);
  newsVecFree(&p->vOther);
}

/* The different shingles of the other text, and how many the query has. */
static void measureOther(NewsMeasureQuery *p) {
  const u32 *aKey = p->vOther.a;
  u32 i;
  newsBagEmpty(&p->other);
  for( i = 0; i + NEWS_SIGN_SHINGLE <= p->vOther.n; i++ ) {
    u32 key = measureShingle(&aKey[i], NEWS_SIGN_SHINGLE);
    NewsBagSlot *pSlot = newsBagAdd(&p->other, key, 1, 1);
    if( pSlot == 0 ) return;
    if( pSlot->an[1] == 1 && newsBagFind(&p->bag, key) ) {
      newsBagAdd(&p->other, key, 0, 1);
    }
    if( (i & 255) == 0 && newsArenaTick(p->pArena, 512) ) return;
  }
}

/* Texts too short for a shingle. */
static void measureShort(NewsMeasureQuery *p, const u8 *zb, u32 nb,
                         NewsScores *pScores) {
  static const NewsMeasure measure = NEWS_MEASURE_DEFAULT;
  pScores->rSimilarity =
      newsMeasureTexts(p->pArena, &measure, 0, p->z, p->n, zb, nb);
  pScores->rIn = newsMeasureTexts(p->pArena, &measure, 1, p->z, p->n, zb, nb);
  pScores->rHas = newsMeasureTexts(p->pArena, &measure, 1, zb, nb, p->z, p->n);
}

/* Where larger shingles may count is left to newsMeasureTexts(). */
void newsMeasureWith(NewsMeasureQuery *p, const u8 *zb, u32 nb,
                     NewsScores *pScores) {
  static const NewsMeasure measure = NEWS_MEASURE_DEFAULT;
  u32 nBoth, na, nOther;
  p->vOther.n = 0;
  measureWords(p->pArena, zb, nb, &p->vOther);
  if( NEWS_MIN(p->vWord.n, p->vOther.n) < NEWS_SIGN_SHINGLE ) {
    measureShort(p, zb, nb, pScores);
    return;
  }
  measureOther(p);
  p->other.anKey[0] = na = p->bag.anKey[0];
  nBoth = p->other.nBoth;
  nOther = p->other.anKey[1];
  pScores->rSimilarity = measureCounts(nBoth, na, nOther, 0);
  pScores->rIn = measureShare(nBoth, na);
  pScores->rHas = measureShare(nBoth, nOther);
  if( pScores->rSimilarity < 0.5 &&
      measureMay(&p->other, &p->vWord, &p->vOther) ) {
    pScores->rSimilarity =
        newsMeasureTexts(p->pArena, &measure, 0, p->z, p->n, zb, nb);
  }
}

/*
** Of signatures: with J of the bins equal, and na and nb shingles, both texts
** have J/(1 + J) * (na + nb).
*/
double newsMeasureSigns(const u8 *a, const u8 *b, int bIn) {
  NewsSignMatch m;
  double r;
  newsSignCompare(a, b, &m);
  if( m.nOf == 0 || m.anKey[0] == 0 || m.anKey[1] == 0 ) return 0.0;
  if( !bIn ) return measureShare(m.nSame, m.nOf);
  r = (double)m.nSame / (double)(m.nSame + m.nOf) *
      ((double)m.anKey[0] + (double)m.anKey[1]) / (double)m.anKey[0];
  return NEWS_MIN(r, 1.0);
}
