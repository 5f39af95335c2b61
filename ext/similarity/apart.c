/*
** apart.c: see apart.h.
*/
#include "similarity/apart.h"

#include "similarity/say.h"
#include "similarity/weight.h"

#define APART_SAME 84  /* What is the same of the rest, in 1/100, at least */
#define APART_TITLE 60 /* Names in what both have, in 1/100, at most */
#define APART_NAMES 8  /* Names of a text that are looked at, at most */
#define APART_SWAP 4   /* Words that are the same beside a name, at least */
#define APART_NAME 3   /* Words of that name, at most */
#define APART_SHORT 4  /* Words of texts that differ in one, at least */
#define APART_END 3    /* Words of content in ends that are others, at least */
#define APART_CLOSE 3  /* Words behind a negation that it may stand for */
#define APART_FEW 2    /* Words of content that both have, at least */
#define APART_MOST 80  /* ... of those of one, in 1/100 */
#define APART_BUT 1    /* Others of one, where "did not go" stands for "went" */
#define APART_HEAVY 50 /* What those of each weigh, at least */

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

/* Whether one word stands for another in another translation. */
static int apartIsAlike(const NewsSayWord *p, const NewsSayWord *q) {
  const NewsAlike *pAlike = newsAlikeOf(p->stem);
  u32 i;
  for( i = 0; pAlike && i < pAlike->n; i++ ) {
    if( newsAlikeStem[pAlike->iFirst + i] == q->stem ) return 1;
  }
  return 0;
}

/* Copy the names that nobody knows, and the other text lacks, into a, which has
** room for APART_NAMES: how many there are. */
static u32 apartUnknown(const NewsVec *pVec, NewsSayWord *aName) {
  const NewsSayWord *a = pVec->a;
  u32 i, n = 0;
  for( i = 0; i < pVec->n && n < APART_NAMES; i++ ) {
    if( apartIsName(&a[i]) && a[i].w >= NEWS_WEIGHT_RARE ) aName[n++] = a[i];
  }
  return n;
}

int newsApartOthers(const NewsVec *pA, const NewsVec *pB) {
  NewsSayWord a[APART_NAMES], b[APART_NAMES];
  u32 na = apartUnknown(pA, a), nb = na ? apartUnknown(pB, b) : 0;
  return nb && !apartLike(a, na, b, nb);
}

/* Words, from i on, of a name that the other text lacks and that is not all
** known; 0 where there is none, or too many. */
static u32 apartNamed(const NewsVec *pVec, u32 i) {
  const NewsSayWord *a = pVec->a;
  u32 n = 0, nRare = 0;
  for( ; i + n < pVec->n && apartIsName(&a[i + n]); n++ ) {
    nRare += a[i + n].w >= NEWS_WEIGHT_RARE;
  }
  return nRare && n <= APART_NAME ? n : 0;
}

int newsApartSwaps(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i = 0, j = 0, nSame = 0, nSwap = 0;
  while( i < pA->n && j < pB->n ) {
    u32 na, nb;
    if( a[i].stem == b[j].stem ) {
      nSame++;
      i++;
      j++;
      continue;
    }
    na = apartNamed(pA, i);
    nb = apartNamed(pB, j);
    if( na == 0 || nb == 0 || apartLike(&a[i], na, &b[j], nb) ) return 0;
    nSwap++;
    i += na;
    j += nb;
  }
  return i == pA->n && j == pB->n && nSwap && nSame >= APART_SWAP;
}

int newsApartWord(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i = 0, n = pA->n, k;
  int mBoth;
  if( n != pB->n || n < APART_SHORT ) return 0;
  while( i < n && a[i].stem == b[i].stem ) i++;
  for( k = i + 1; k < n && a[k].stem == b[k].stem; k++ ) {
  }
  if( k < n || i == n ) return 0;
  mBoth = a[i].kind | b[i].kind;
  return !(mBoth & (NEWS_SAY_ASIDE | NEWS_SAY_NUMBER | NEWS_SAY_GRAMMAR)) &&
         !apartIsLike(&a[i], &b[i]) && !apartIsAlike(&a[i], &b[i]);
}

/* How many words of content a text has from i on; 0 where one is the other's,
** too, or they say little. */
static u32 apartOthers(const NewsVec *pVec, u32 i) {
  const NewsSayWord *a = pVec->a;
  u32 n = 0, w = 0;
  for( ; i < pVec->n; i++ ) {
    if( a[i].kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_ASIDE) ) continue;
    if( !(a[i].kind & NEWS_SAY_LACKED) ) return 0;
    n++;
    w += a[i].w;
  }
  return w >= APART_HEAVY ? n : 0;
}

/* Whether a word behind the first i may stand for one of another text. */
static int apartStandsFor(const NewsVec *pA, u32 i, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 iFirst = i, j;
  for( ; i < pA->n; i++ ) {
    if( a[i].kind & NEWS_SAY_GRAMMAR ) continue;
    for( j = iFirst; j < pB->n; j++ ) {
      if( b[j].kind & NEWS_SAY_GRAMMAR ) continue;
      if( apartIsLike(&a[i], &b[j]) || apartIsAlike(&a[i], &b[j]) ) return 1;
    }
  }
  return 0;
}

int newsApartEnds(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i, n = NEWS_MIN(pA->n, pB->n), na, nb;
  for( i = 0; i < n && a[i].stem == b[i].stem; i++ ) {
  }
  na = apartOthers(pA, i);
  nb = na ? apartOthers(pB, i) : 0;
  return i > 0 && nb && na + nb >= APART_END && !apartStandsFor(pA, i, pB);
}

/* Whether a is a question, and b holds none, but words that a lacks. */
static int apartAsks(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i;
  if( pA->n == 0 || pB->n == 0 || !(a[0].kind & NEWS_SAY_ASKS) ||
      (b[0].kind & NEWS_SAY_ASKED) ) {
    return 0;
  }
  for( i = 0; i < pB->n; i++ ) {
    if( (b[i].kind & (NEWS_SAY_LACKED | NEWS_SAY_GRAMMAR | NEWS_SAY_ASIDE)) ==
        NEWS_SAY_LACKED ) {
      return 1;
    }
  }
  return 0;
}

int newsApartAsks(const NewsVec *pA, const NewsVec *pB) {
  return apartAsks(pA, pB) || apartAsks(pB, pA);
}

/* The words of a text that negate, and those of content. */
typedef struct ApartTold ApartTold;
struct ApartTold {
  u32 nNeg;
  u32 n;
  u32 nBoth; /* Of n, that the other has too */
};

static ApartTold apartTold(const NewsVec *pVec) {
  const NewsSayWord *a = pVec->a;
  ApartTold told = {0, 0, 0};
  u32 i;
  for( i = 0; i < pVec->n; i++ ) {
    if( a[i].kind & NEWS_SAY_ASIDE ) continue;
    told.nNeg += (a[i].kind & NEWS_SAY_NEG) != 0;
    if( a[i].kind & (NEWS_SAY_NEG | NEWS_SAY_GRAMMAR) ) continue;
    told.n++;
    told.nBoth += (a[i].kind & NEWS_SAY_LACKED) == 0;
  }
  return told;
}

/* Whether two have words of content in common, and one nearly no others. */
static int apartIsMostly(const ApartTold *p, const ApartTold *q) {
  return NEWS_MIN(p->nBoth, q->nBoth) >= APART_FEW &&
         (p->nBoth * 100 >= p->n * APART_MOST ||
          q->nBoth * 100 >= q->n * APART_MOST);
}

/* Whether a text has a word of content that the other lacks, and that may stand
** for p: "did not break", "broke". */
static int apartHasFor(const NewsVec *pVec, const NewsSayWord *p) {
  const int mAll =
      NEWS_SAY_LACKED | NEWS_SAY_GRAMMAR | NEWS_SAY_ASIDE | NEWS_SAY_NEG;
  const NewsSayWord *a = pVec->a;
  u32 i;
  for( i = 0; i < pVec->n; i++ ) {
    if( (a[i].kind & mAll) == NEWS_SAY_LACKED && apartIsAlike(&a[i], p) ) {
      return 1;
    }
  }
  return 0;
}

/* The first word of content behind word i, close by; pVec->n for none. */
static u32 apartNegated(const NewsVec *pVec, u32 i) {
  const NewsSayWord *a = pVec->a;
  u32 iTo = NEWS_MIN(pVec->n, i + 1 + APART_CLOSE);
  while( ++i < iTo && (a[i].kind & NEWS_SAY_GRAMMAR) ) {
  }
  return i < iTo ? i : pVec->n;
}

/* Whether a text negates a word, wherever that stands in it. */
static int apartIsNegated(const NewsVec *pVec, u32 stem) {
  const NewsSayWord *a = pVec->a;
  u32 i, j;
  for( i = 0; i < pVec->n; i++ ) {
    if( !(a[i].kind & NEWS_SAY_NEG) ) continue;
    j = apartNegated(pVec, i);
    if( j < pVec->n && a[j].stem == stem ) return 1;
  }
  return 0;
}

/* Words of content in [0, i) that the other text lacks; *pn: all of them. */
static u32 apartLacked(const NewsVec *pVec, u32 i, u32 *pn) {
  const NewsSayWord *a = pVec->a;
  u32 nLack = 0;
  *pn = 0;
  while( i-- > 0 ) {
    if( a[i].kind & (NEWS_SAY_NEG | NEWS_SAY_GRAMMAR | NEWS_SAY_ASIDE) ) {
      continue;
    }
    ++*pn;
    nLack += (a[i].kind & NEWS_SAY_LACKED) != 0;
  }
  return nLack;
}

/* Whether what pA negates first is told in pB, and what stands before it is the
** same, or nothing but "it" in one. */
static int apartUndoes(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i = 0, j, k = 0, na, nb, nLack;
  while( i < pA->n && !(a[i].kind & NEWS_SAY_NEG) ) i++;
  j = i < pA->n ? apartNegated(pA, i) : pA->n;
  if( j == pA->n ) return 0;
  while( k < pB->n && b[k].stem != a[j].stem ) k++;
  if( k == pB->n || apartTold(pB).nNeg ) return 0;
  nLack = apartLacked(pA, i, &na) + apartLacked(pB, k, &nb);
  return nLack == 0 || na == 0 || nb == 0;
}

int newsApartUndoes(const NewsVec *pA, const NewsVec *pB) {
  return apartUndoes(pA, pB) || apartUndoes(pB, pA);
}

/* How many of the first nMost words of content behind word i there are; 0 where
** the other text has none that may stand for one of them. */
static u32 apartBehind(const NewsVec *pVec, u32 i, u32 nMost) {
  const NewsSayWord *a = pVec->a;
  u32 n = 0;
  while( ++i < pVec->n && n < nMost ) {
    if( a[i].kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_ASIDE) ) continue;
    if( a[i].kind & NEWS_SAY_OWN ) return 0;
    n++;
  }
  return n;
}

/* Whether what pA has for a condition, or for possible, is told in pB, which
** leaves nothing open, and denies nothing: that is for others here. */
static int apartOpens(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  u32 i;
  for( i = 0; i < pB->n; i++ ) {
    if( b[i].kind & (NEWS_SAY_OPEN | NEWS_SAY_NEG) ) return 0;
  }
  for( i = 0; i < pA->n; i++ ) {
    if( (a[i].kind & NEWS_SAY_COND) && apartBehind(pA, i, 2) == 2 ) return 1;
    if( (a[i].kind & (NEWS_SAY_MAY | NEWS_SAY_NAME)) == NEWS_SAY_MAY &&
        apartBehind(pA, i, 1) ) {
      return 1;
    }
  }
  return 0;
}

int newsApartOpens(const NewsVec *pA, const NewsVec *pB) {
  return apartOpens(pA, pB) || apartOpens(pB, pA);
}

int newsApartNegates(const NewsVec *pA, const NewsVec *pB) {
  ApartTold a = apartTold(pA), b = apartTold(pB);
  const NewsVec *pMore = a.nNeg ? pA : pB, *pLess = a.nNeg ? pB : pA;
  const NewsSayWord *p = pMore->a;
  u32 i = 0, j;
  if( a.nNeg + b.nNeg != 1 ) return 0;
  while( !(p[i].kind & NEWS_SAY_NEG) || (p[i].kind & NEWS_SAY_ASIDE) ) i++;
  j = apartNegated(pMore, i);
  if( i + 1 == pMore->n ) return apartIsMostly(&a, &b); /* "denied that" */
  if( j == pMore->n || (p[j].kind & NEWS_SAY_ASIDE) ) return 0;
  if( p[j].kind & NEWS_SAY_LACKED ) {
    if( !apartHasFor(pLess, &p[j]) ) return 0;
    a.nBoth++;
    b.nBoth++;
    return apartIsMostly(&a, &b) &&
           NEWS_MIN(a.n - a.nBoth, b.n - b.nBoth) <= APART_BUT;
  }
  return apartIsMostly(&a, &b) && !apartIsNegated(pLess, p[j].stem);
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
