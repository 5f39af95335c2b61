/*
** remark.c: see remark.h.
*/
#include "similarity/remark.h"

#include "similarity/apart.h"
#include "similarity/feature.h"
#include "similarity/remarkmodel.h"
#include "similarity/roles.h"
#include "similarity/samemodel.h"

/* From which overlap of words on a number for another counts, and from which
** wholly; the same for a negation or a contradiction, and for texts that are
** the same but for it. Then what that takes of a score over the least, in
** 1/1024. */
#define RM_NUMBER_FROM 500
#define RM_NUMBER_TO 700
#define RM_WORD_FROM 650
#define RM_WORD_TO 850
#define RM_SAME_FROM 860
#define RM_SAME_TO 980
#define RM_PARTS 680
#define RM_SAME_PARTS 190
#define RM_LEAST 19661 /* 0.3 */

/* Overlap of what is the same but for a "not", but for a name, too, and but for
** an "if" or "may". */
#define RM_ALL_BUT 860
#define RM_NAMED_BUT 560
#define RM_OPEN_BUT 650

/*---------------------------------------------------------------- the model */

/* 1/(1 + e^-x) of x in 1/1024, in 1/65536: straight lines between points. */
static u32 rmLogistic(i64 x) {
  static const u16 aPoint[] = {32768, 40793, 47911, 53579, 57724, 60565, 62428,
                               63614, 64357, 64816, 65097, 65269, 65374, 65437,
                               65476, 65500, 65514, 65523, 65528, 65531, 65533,
                               65534, 65535, 65535, 65535};
  u64 u = (u64)(x < 0 ? -x : x), i;
  u32 y;
  u = NEWS_MIN(u, 23 * 512 - 1);
  i = u / 512;
  y = aPoint[i] + (u32)((aPoint[i + 1] - aPoint[i]) * (u % 512) / 512);
  return x < 0 ? 65536 - y : y;
}

static int rmRamp(int x, int iFrom, int iTo) {
  x = (x - iFrom) * NEWS_FEATURE_ONE / (iTo - iFrom);
  return NEWS_MAX(NEWS_MIN(x, NEWS_FEATURE_ONE), 0);
}

/* Whether a negation or a contradiction stands between two texts. One of each
** do not: "he is not guilty", "he is innocent". */
static int rmTurned(const int *f) {
  if( f[NEWS_FEATURE_SIDES] == NEWS_FEATURE_ONE ) {
    return f[NEWS_FEATURE_NEGATIONS] == 0;
  }
  return f[NEWS_FEATURE_SIDES] || f[NEWS_FEATURE_NOT];
}

/*
** How far a number, a negation or a contradiction parts two remarks, 0..ONE:
** not at all where they have little in common, nearly wholly where they say the
** same but for it.  The model by itself takes such pairs for likely, as
** translations and reports often differ there and mean the same.
*/
static int rmContrary(const int *f) {
  int x = f[NEWS_FEATURE_PLAIN], y = 0, z;
  if( f[NEWS_FEATURE_NUMBERS] ) y = rmRamp(x, RM_NUMBER_FROM, RM_NUMBER_TO);
  if( rmTurned(f) || f[NEWS_FEATURE_PLACES] ) {
    z = rmRamp(x, RM_WORD_FROM, RM_WORD_TO);
    y = NEWS_MAX(y, z);
  }
  if( y == 0 ) return 0;
  z = rmRamp(x, RM_SAME_FROM, RM_SAME_TO);
  return (y * RM_PARTS + z * RM_SAME_PARTS) / NEWS_FEATURE_ONE;
}

/* Whether both are the same stems in the same order, as far as that is
** looked at. */
static int rmSame(const int *f) {
  return f[NEWS_FEATURE_ORDER] == NEWS_FEATURE_ONE &&
         f[NEWS_FEATURE_GRAMS] == NEWS_FEATURE_ONE &&
         f[NEWS_FEATURE_STEMS] == NEWS_FEATURE_ONE;
}

/* Whether two tell contrary things, by what the features do not tell. */
static int rmContradicts(const int *f, const NewsVec *pA, const NewsVec *pB) {
  if( newsRolesTurn(pA, pB) || newsApartSwaps(pA, pB) ||
      newsApartUndoes(pA, pB) ) {
    return 1;
  }
  return (rmTurned(f) && f[NEWS_FEATURE_PLAIN] >= RM_NAMED_BUT &&
          newsApartOthers(pA, pB)) ||
         (f[NEWS_FEATURE_NOT] && newsApartNegates(pA, pB));
}

double newsRemark(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                  u32 nb) {
  NewsVec aWord[2] = {{0}, {0}};
  int f[NEWS_FEATURES], i;
  i64 x = 0;
  if( newsFeaturesText(pArena, za, na, zb, nb, aWord, f) ) {
    for( i = 0; i < NEWS_FEATURES; i++ ) x += (i64)f[i] * aRemarkModel[i];
    x = rmLogistic(x / NEWS_FEATURE_ONE);
    if( rmSame(f) && !rmTurned(f) ) { /* but "$3", "€3" */
      x = 65536;
    } else if( x > RM_LEAST ) {
      int y = rmContradicts(f, &aWord[0], &aWord[1]) ? RM_PARTS + RM_SAME_PARTS
                                                     : rmContrary(f);
      x -= (x - RM_LEAST) * y / NEWS_FEATURE_ONE;
    }
  }
  for( i = 0; i < 2; i++ ) newsVecFree(&aWord[i]);
  return (double)x / 65536.0;
}

/*------------------------------------------------------------ for the index */

/* Whether a number keeps two statements apart, one for another; or a negation
** or a contradiction does, in what is otherwise the same. */
static int rmApart(const int *f) {
  if( f[NEWS_FEATURE_NUMBERS] ) return 1;
  return rmTurned(f) && f[NEWS_FEATURE_PLAIN] >= RM_ALL_BUT;
}

#define RM_ODDS_FROM (-5) /* The least logarithm that is told from others */
#define RM_ODDS_UNIT 12   /* So much is 1 */
#define RM_OTHERS 512     /* Another name takes so much off, in 1/1024 */

u8 newsRemarkSame(NewsArena *pArena, NewsVec *pA, NewsVec *pB) {
  int f[NEWS_FEATURES], i;
  i64 x = 0;
  if( !newsFeaturesWords(pArena, pA, pB, 0, f) ) return 1;
  if( rmApart(f) || rmContradicts(f, pA, pB) ||
      (f[NEWS_FEATURE_PLAIN] >= RM_OPEN_BUT && newsApartOpens(pA, pB)) ) {
    return NEWS_SAME_APART;
  }
  if( f[NEWS_FEATURE_CONTENT] == 0 || newsApartNames(pA, pB) ||
      newsApartEnds(pA, pB) || newsApartAsks(pA, pB) ||
      newsApartWord(pA, pB) ) {
    return NEWS_SAME_UNLIKE;
  }
  for( i = 0; i < NEWS_FEATURES; i++ ) x += (i64)f[i] * aSameModel[i];
  if( newsApartOthers(pA, pB) ) x -= RM_OTHERS * NEWS_FEATURE_ONE;
  x = (x / NEWS_FEATURE_ONE - RM_ODDS_FROM * NEWS_FEATURE_ONE) * RM_ODDS_UNIT;
  x = NEWS_SAME_UNLIKE + NEWS_MAX(x, 0) / NEWS_FEATURE_ONE;
  return (u8)NEWS_MIN(x, NEWS_SAME_SURE);
}
