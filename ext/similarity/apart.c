/*
** apart.c: see apart.h.
*/
#include "similarity/apart.h"

#include "similarity/say.h"
#include "similarity/weight.h"

#define APART_SAME 84  /* What is the same of the rest, in 1/100, at least */
#define APART_TITLE 60 /* Names in what both have, in 1/100, at most */
#define APART_TURN 32 /* Words of a text that may turn another round, at most */
#define APART_END 2   /* Words of content in an end that is another, at least */
#define APART_HEAVY 80 /* What they weigh, at least */

/* A word of a name that the other text lacks. */
static int apartIsName(const NewsSayWord *p) {
  int mAll = NEWS_SAY_NAME | NEWS_SAY_LACKED;
  return (p->kind & (mAll | NEWS_SAY_ASIDE)) == mAll;
}

/* Words of the name with which a text begins and which the other lacks. Its
** first word has a capital in any case: it is of a name where more of it
** follows, and where it is in no dictionary. */
static u32 apartSubject(const NewsVec *pVec) {
  const NewsSayWord *a = pVec->a;
  u32 i = 1;
  if( pVec->n < 2 || !(a[0].kind & NEWS_SAY_LACKED) ||
      (a[0].kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_NUMBER | NEWS_SAY_ASIDE)) ) {
    return 0;
  }
  while( i < pVec->n && apartIsName(&a[i]) ) i++;
  return i > 1 || a[0].w >= NEWS_WEIGHT_RARE ? i : 0;
}

/* What there is of words of content behind the name, but other names that the
** other text lacks: the same may come again. */
typedef struct ApartRest ApartRest;
struct ApartRest {
  u32 n;
  u32 nBoth; /* That the other has too */
  u32 nName; /* ... with a capital */
};

static void apartRest(const NewsVec *pVec, u32 i, ApartRest *p) {
  const NewsSayWord *a = pVec->a;
  for( ; i < pVec->n; i++ ) {
    if( a[i].kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_ASIDE) ) continue;
    if( apartIsName(&a[i]) ) continue;
    p->n++;
    if( a[i].kind & NEWS_SAY_LACKED ) continue;
    p->nBoth++;
    p->nName += (a[i].kind & NEWS_SAY_NAME) != 0;
  }
}

/* Whether two words have their first letters or their consonants in common. */
static int apartIsLike(const NewsSayWord *p, const NewsSayWord *q) {
  return p->front == q->front || p->like == q->like;
}

/* Whether one of the first words of a text is like one of the other's. */
static int apartLike(const NewsSayWord *a, u32 na, const NewsSayWord *b,
                     u32 nb) {
  u32 i, j;
  for( i = 0; i < na; i++ ) {
    for( j = 0; j < nb; j++ ) {
      if( apartIsLike(&a[i], &b[j]) ) return 1;
    }
  }
  return 0;
}

/* Whether the words of a text from i on are others than all of the other's, and
** say something. */
static int apartIsOther(const NewsVec *pVec, u32 i) {
  const NewsSayWord *a = pVec->a;
  u32 n = 0, w = 0;
  for( ; i < pVec->n; i++ ) {
    if( a[i].kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_ASIDE) ) continue;
    if( !(a[i].kind & NEWS_SAY_LACKED) ) return 0;
    n++;
    w += a[i].w;
  }
  return n >= APART_END && w >= APART_HEAVY;
}

/* Whether a word behind the first i may stand for one of another text. */
static int apartStandsFor(const NewsVec *pA, u32 i, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 iFirst = i, j;
  for( ; i < pA->n; i++ ) {
    const NewsAlike *p = newsAlikeFirst(a[i].stem);
    if( a[i].kind & NEWS_SAY_GRAMMAR ) continue;
    for( j = iFirst; j < pB->n; j++ ) {
      const NewsAlike *pOther = p;
      if( b[j].kind & NEWS_SAY_GRAMMAR ) continue;
      if( apartIsLike(&a[i], &b[j]) ) return 1;
      for( ; pOther && pOther->hash == a[i].stem; pOther++ ) {
        if( pOther->other == b[j].stem ) return 1;
      }
    }
  }
  return 0;
}

/* Whether two texts have the same words of grammar, so that none is passive
** where the other is not, and lack one word of content at most. */
static int apartIsSame(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i, nLack = 0, sumA = 0, sumB = 0;
  for( i = 0; i < pA->n; i++ ) {
    if( a[i].kind & NEWS_SAY_GRAMMAR ) sumA += a[i].stem;
    nLack += (a[i].kind & NEWS_SAY_LACKED) != 0;
  }
  for( i = 0; i < pB->n; i++ ) {
    if( b[i].kind & NEWS_SAY_GRAMMAR ) sumB += b[i].stem;
    nLack += (b[i].kind & NEWS_SAY_LACKED) != 0;
  }
  return sumA == sumB && nLack <= 1;
}

/* Where a text has a stem; pVec->n if it has none. */
static u32 apartAt(const NewsVec *pVec, u32 stem) {
  const NewsSayWord *a = pVec->a;
  u32 i;
  for( i = 0; i < pVec->n && a[i].stem != stem; i++ ) {
  }
  return i;
}

/* Whether a word of content that is no name stands between the words i and j,
** i < j. */
static int apartBetween(const NewsVec *pVec, u32 i, u32 j) {
  const NewsSayWord *a = pVec->a;
  for( i++; i < j && (a[i].kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_NAME)); i++ ) {
  }
  return i < j;
}

int newsApartTurns(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i = 0, j, at;
  if( pA->n == 0 || pB->n == 0 || pA->n > APART_TURN || pB->n > APART_TURN ||
      !apartIsSame(pA, pB) ) {
    return 0;
  }
  at = apartAt(pB, a[0].stem);
  if( at == 0 || at == pB->n || !(b[at].kind & NEWS_SAY_NAME) ) return 0;
  for( i = 1; i < pA->n; i++ ) {
    j = apartAt(pB, a[i].stem);
    if( (a[i].kind & NEWS_SAY_NAME) && j == 0 ) {
      return apartBetween(pA, 0, i) && apartBetween(pB, 0, at);
    }
  }
  return 0;
}

int newsApartEnds(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i, n = NEWS_MIN(pA->n, pB->n);
  for( i = 0; i < n && a[i].stem == b[i].stem; i++ ) {
  }
  return i > 0 && apartIsOther(pA, i) && apartIsOther(pB, i) &&
         !apartStandsFor(pA, i, pB);
}

int newsApartNames(const NewsVec *pA, const NewsVec *pB) {
  u32 na = apartSubject(pA), nb = na ? apartSubject(pB) : 0;
  ApartRest rest = {0, 0, 0};
  if( nb == 0 || apartLike(pA->a, na, pB->a, nb) ) return 0;
  apartRest(pA, na, &rest);
  apartRest(pB, nb, &rest);
  return rest.nBoth && rest.nBoth * 100 >= rest.n * APART_SAME &&
         rest.nName * 100 <= rest.nBoth * APART_TITLE;
}
