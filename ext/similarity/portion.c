/*
** portion.c: see portion.h.
*/
#include "similarity/portion.h"

#include "base/hash.h"
#include "similarity/say.h"
#include "similarity/weight.h"

#define PORTION_KEY 0x70637421u /* Of what is a portion, no other number */
#define PORTION_FEW 10  /* A whole has so many parts, or a round number */
#define PORTION_WORDS 3 /* Words between "nine" and "ten", at most */

static u32 portionSenses(const NewsSayWord *p) {
  const NewsSense *pSense = newsSenseOf(p->hash);
  return pSense ? pSense->mSense : 0;
}

/* The whole number that a word is, "a" and "one" too; 0 if it is none. */
static i64 portionCount(const NewsSayWord *p) {
  if( portionSenses(p) & NEWS_SENSE_ONE ) return 1;
  return p->value > 0 && p->value % 1000 == 0 ? p->value / 1000 : 0;
}

/* Into how many parts a word divides, "quarters": 4; 0 for none. */
static i64 portionParts(const NewsSayWord *p) {
  const NewsSense *pSense = newsSenseOf(p->hash);
  if( pSense == 0 || !(pSense->mSense & NEWS_SENSE_PART) ) return 0;
  return newsSayValue(pSense->alias) / 1000;
}

/* Whether nothing but a space stands before a word. */
static int portionFollows(const NewsSayWord *p) {
  return p[0].byte.iFrom == p[-1].byte.iTo + 1;
}

/* Words i and those behind it that are a number of percents: how many; 0 where
** they are none. In 1/1000. */
static u32 portionPercents(const u8 *z, u32 n, const NewsVec *pWord, u32 i,
                           i64 *pValue) {
  const NewsSayWord *a = pWord->a;
  u32 k = i + 1, iByte = a[i].byte.iTo, mSense = NEWS_SENSE_PERCENT;
  *pValue = a[i].value;
  if( a[i].value <= 0 ) return 0;
  if( iByte + 1 < n && z[iByte] == ' ' ) iByte++;
  if( iByte + 2 < n && z[iByte] == 0xc2 && z[iByte + 1] == 0xa0 ) iByte += 2;
  if( iByte < n && z[iByte] == '%' ) return 1;
  if( k < pWord->n && (portionSenses(&a[k]) & NEWS_SENSE_RATIO) ) {
    mSense = NEWS_SENSE_CENT; /* "per cent", but not "90 cents" */
    k++;
  }
  return k < pWord->n && (portionSenses(&a[k]) & mSense) ? k + 1 - i : 0;
}

/* ... a number out of another: "nine out of every ten", but not "nine in ten
** days". */
static u32 portionRatio(const NewsVec *pWord, u32 i, i64 *pValue) {
  const NewsSayWord *a = pWord->a;
  i64 x = a[i].value > 0 ? portionCount(&a[i]) : 0, y;
  u32 k = i + 1, mAll = 0;
  if( a[i].kind & NEWS_SAY_PART ) return 0; /* "third in five races" */
  while( x && k < pWord->n && k - i <= PORTION_WORDS &&
         portionFollows(&a[k]) ) {
    u32 mSense = portionSenses(&a[k]);
    if( (mSense & (NEWS_SENSE_RATIO | NEWS_SENSE_OF)) == 0 ) break;
    mAll |= mSense;
    k++;
  }
  if( !(mAll & NEWS_SENSE_RATIO) || k == pWord->n || !portionFollows(&a[k]) ) {
    return 0;
  }
  y = portionCount(&a[k]);
  if( y <= x || (y > PORTION_FEW && y != 20 && y != 100 && y != 1000) ) {
    return 0;
  }
  if( k + 1 < pWord->n && (portionSenses(&a[k + 1]) & NEWS_SENSE_UNIT) ) {
    return 0;
  }
  *pValue = x * 100000 / y;
  return k + 1 - i;
}

/* ... "half the", "a third of", "three quarters of". */
static u32 portionFraction(const NewsVec *pWord, u32 i, i64 *pValue) {
  const NewsSayWord *a = pWord->a;
  i64 x, y;
  if( i + 1 >= pWord->n ) return 0;
  if( a[i].value == 500 ) {
    int mSense = NEWS_SENSE_OF | NEWS_SENSE_WHOSE;
    *pValue = 50000;
    return (portionSenses(&a[i + 1]) & mSense) != 0;
  }
  if( !(a[i + 1].kind & NEWS_SAY_PART) ) return 0;
  x = portionCount(&a[i]);
  y = portionParts(&a[i + 1]);
  if( x == 0 || y <= x ) return 0;
  if( i + 2 < pWord->n && !(portionSenses(&a[i + 2]) & NEWS_SENSE_OF) ) {
    return 0;
  }
  *pValue = x * 100000 / y;
  return 2;
}

/* Let a word, which those up to pLast become, be a portion; in whole percents,
** unless it was given in percents. */
static void portionIs(NewsSayWord *p, const NewsSayWord *pLast, i64 value) {
  if( p->value != value ) value = (value + 500) / 1000 * 1000;
  p->byte.iTo = pLast->byte.iTo;
  p->value = value;
  p->stem =
      newsHashPair(newsHashPair((u32)value, (u32)(value >> 32)), PORTION_KEY);
  p->kind =
      (u16)((p->kind | NEWS_SAY_NUMBER | NEWS_SAY_PART) & ~NEWS_SAY_GRAMMAR);
  if( !(p->kind & NEWS_SAY_ASIDE) ) p->w = NEWS_SAY_NUMBER_WEIGHT;
}

void newsPortions(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pWord) {
  NewsSayWord *a = pWord->a;
  u32 i, nKept = 0, nTake;
  for( i = 0; i < pWord->n && !newsArenaTick(pArena, 16); i += nTake ) {
    i64 value = 0;
    nTake = portionPercents(z, n, pWord, i, &value);
    if( nTake == 0 ) nTake = portionRatio(pWord, i, &value);
    if( nTake == 0 ) nTake = portionFraction(pWord, i, &value);
    a[nKept] = a[i];
    a[nKept].kind &= (u16)~NEWS_SAY_PART;
    if( nTake ) portionIs(&a[nKept], &a[i + nTake - 1], value);
    nTake += nTake == 0;
    nKept++;
  }
  pWord->n = nKept;
}
