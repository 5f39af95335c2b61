/*
** portion.c: see portion.h.
*/
#include "similarity/portion.h"

#include "base/hash.h"
#include "similarity/say.h"
#include "similarity/weight.h"

#define PORTION_KEY 0x70637421u /* Of what is a portion, no other number */
#define PORTION_WHOLE 1000      /* A whole has so many parts at most */
#define PORTION_WORDS 3         /* Words between "nine" and "ten", at most */

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

/* Words i and those behind it that are a number of percents: how many; 0 where
** they are none. In 1/1000. */
static u32 portionPercents(const u8 *z, u32 n, const NewsVec *pWord, u32 i,
                           i64 *pValue) {
  const NewsSayWord *a = pWord->a;
  u32 k = i + 1;
  *pValue = a[i].value;
  if( a[i].value <= 0 ) return 0;
  if( a[i].byte.iTo < n && z[a[i].byte.iTo] == '%' ) return 1;
  if( k < pWord->n && (portionSenses(&a[k]) & NEWS_SENSE_RATIO) ) k++;
  return k < pWord->n && (portionSenses(&a[k]) & NEWS_SENSE_PERCENT) ? k + 1 - i
                                                                     : 0;
}

/* ... a number out of another: "nine out of every ten". */
static u32 portionRatio(const NewsVec *pWord, u32 i, i64 *pValue) {
  const NewsSayWord *a = pWord->a;
  i64 x = a[i].value > 0 ? portionCount(&a[i]) : 0, y;
  u32 k = i + 1, mAll = 0;
  while( x && k < pWord->n && k - i <= PORTION_WORDS ) {
    u32 mSense = portionSenses(&a[k]);
    if( (mSense & (NEWS_SENSE_RATIO | NEWS_SENSE_OF)) == 0 ) break;
    mAll |= mSense;
    k++;
  }
  if( !(mAll & NEWS_SENSE_RATIO) || k == pWord->n ) return 0;
  y = portionCount(&a[k]);
  if( y <= x || y > PORTION_WHOLE ) return 0;
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
** unless it was written in digits. */
static void portionIs(NewsSayWord *p, const NewsSayWord *pLast, i64 value) {
  if( p->value != value ) value = (value + 500) / 1000 * 1000;
  p->byte.iTo = pLast->byte.iTo;
  p->value = value;
  p->stem = newsHashPair((u32)value, PORTION_KEY);
  p->kind = (u16)((p->kind | NEWS_SAY_NUMBER) & ~NEWS_SAY_GRAMMAR);
  p->w = NEWS_MAX(p->w, NEWS_SAY_NUMBER_WEIGHT);
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
    if( nTake ) portionIs(&a[nKept], &a[i + nTake - 1], value);
    nTake += nTake == 0;
    nKept++;
  }
  pWord->n = nKept;
}
