/*
** feature.c: see feature.h.
**
** Phases: the words of both texts (say.h), what they have in common by stem, by
** likeness, by pairs, by characters, what each lacks, in what order, in runs.
*/
#include "similarity/feature.h"

#include "base/hash.h"
#include "base/number.h"
#include "similarity/bag.h"
#include "similarity/say.h"
#include "similarity/weight.h"

#define FEAT_ROUND 12 /* A round number differs by one part of these, at most */
#define FEAT_ROUNDED 400 /* Words among which numbers may be such */

/* What the texts have of something, each side and in common. */
typedef struct FeatSum FeatSum;
struct FeatSum {
  u64 aSide[2]; /* The sums of the sides */
  u64 both;     /* The sum of what is in both */
  u64 dot;      /* Products, for the cosine */
  u64 aSquare[2];
};

typedef struct Feat Feat;
struct Feat {
  NewsArena *pArena;
  NewsVec aWord[2]; /* of NewsSayWord */
  NewsBag gram;     /* Of n-grams: larger than what is looked at often */
  NewsBag bag;      /* Of stems, with their weights */
  NewsBag other;    /* For all else, one after the other */
  u8 aContrary[NEWS_CONTRARY_GROUPS]; /* Groups that contradict: featSides() */
};

static int featRatio(u64 n, u64 nOf) {
  return nOf ? (int)(n * NEWS_FEATURE_ONE / nOf) : 0;
}
static int featSquare(int x) { return x * x / NEWS_FEATURE_ONE; }

/*--------------------------------------------------------------- the sums */

static void featSumAdd(FeatSum *p, u64 x, u64 y) {
  p->aSide[0] += x;
  p->aSide[1] += y;
  p->both += NEWS_MIN(x, y);
  p->dot += x * y;
  p->aSquare[0] += x * x;
  p->aSquare[1] += y * y;
}

/* Sum over a bag; weights are w, or the counts alone. */
static void featSumBag(const NewsBag *pBag, int bWeight, FeatSum *pSum) {
  const NewsBagSlot *p;
  u32 i = 0;
  memset(pSum, 0, sizeof(*pSum));
  while( (p = newsBagNext(pBag, &i)) != 0 ) {
    u64 w = bWeight ? p->w : 1;
    featSumAdd(pSum, NEWS_MIN(p->an[0], 0xfffff) * w,
               NEWS_MIN(p->an[1], 0xfffff) * w);
  }
}

static int featCosine(const FeatSum *p) {
  u64 d = newsRoot(p->aSquare[0]) * newsRoot(p->aSquare[1]);
  return NEWS_MIN(featRatio(p->dot, d), NEWS_FEATURE_ONE);
}
static int featShorter(const FeatSum *p) {
  return featRatio(p->both, NEWS_MIN(p->aSide[0], p->aSide[1]));
}
static int featLonger(const FeatSum *p) {
  return featRatio(p->both, NEWS_MAX(p->aSide[0], p->aSide[1]));
}
static int featDice(const FeatSum *p) {
  return featRatio(2 * p->both, p->aSide[0] + p->aSide[1]);
}

/* A text has a key, which weighs the least of what it does anywhere. */
static void featLeast(NewsBag *pBag, u32 key, int iText, u32 w) {
  NewsBagSlot *pSlot = newsBagAdd(pBag, key, iText, 1);
  if( pSlot && (pSlot->w == 0 || pSlot->w > w) ) pSlot->w = w;
}

/* Whether word i is a round number for another: "some 50,000" for 49,700. */
static int featRounds(const NewsSayWord *a, u32 i, i64 value) {
  i64 unit = 1000, apart = a[i].value - value; /* Values are in 1/1000 */
  if( i == 0 || !(a[i - 1].kind & NEWS_SAY_NEAR) || a[i].value < 10 * unit ) {
    return 0;
  }
  if( apart < 0 ) apart = -apart;
  while( a[i].value % (10 * unit) == 0 ) unit *= 10;
  return apart <= unit / 2 && apart <= a[i].value / FEAT_ROUND;
}

/* A number that stands for another, rounded, is not lacked: among the first
** words. */
static void featRounded(Feat *p) {
  int mBoth = NEWS_SAY_NUMBER | NEWS_SAY_LACKED;
  int mNone = ~(NEWS_SAY_LACKED | NEWS_SAY_OWN);
  NewsSayWord *a = p->aWord[0].a, *b = p->aWord[1].a;
  u32 na = NEWS_MIN(p->aWord[0].n, FEAT_ROUNDED);
  u32 nb = NEWS_MIN(p->aWord[1].n, FEAT_ROUNDED), i, j;
  for( i = 0; i < na; i++ ) {
    if( (a[i].kind & mBoth) == mBoth ) newsArenaTick(p->pArena, nb);
    for( j = 0; (a[i].kind & mBoth) == mBoth && j < nb; j++ ) {
      if( (b[j].kind & mBoth) != mBoth ||
          ((a[i].kind ^ b[j].kind) & NEWS_SAY_PART) ) {
        continue;
      }
      if( !featRounds(a, i, b[j].value) && !featRounds(b, j, a[i].value) ) {
        continue;
      }
      a[i].kind &= mNone;
      b[j].kind &= mNone;
    }
  }
}

/* The stems of both, each with the least weight that it has; and the words
** whose stem the other text lacks. */
static void featStems(Feat *p) {
  int iText;
  u32 i;
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      featLeast(&p->bag, a[i].stem, iText, a[i].w);
    }
  }
  for( iText = 0; iText < 2; iText++ ) {
    NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      const NewsBagSlot *pSlot = newsBagFind(&p->bag, a[i].stem);
      a[i].kind &= ~(NEWS_SAY_LACKED | NEWS_SAY_OWN);
      if( pSlot && pSlot->an[1 - iText] == 0 ) {
        a[i].kind |= NEWS_SAY_LACKED | NEWS_SAY_OWN;
      }
    }
  }
  featRounded(p);
}

/*
** Words that differ in stem but are alike: the same consonants, or the same
** first letters. Adds what they weigh to a sum in which the others are already.
*/
static void featAlike(Feat *p, int bFront, FeatSum *pSum) {
  const NewsBagSlot *pSlot;
  int iText;
  u32 i;
  newsBagEmpty(&p->other);
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      if( (a[i].kind & (NEWS_SAY_NUMBER | NEWS_SAY_GRAMMAR |
                        NEWS_SAY_LACKED)) != NEWS_SAY_LACKED ) {
        continue;
      }
      newsBagAdd(&p->other, bFront ? a[i].front : a[i].like, iText, a[i].w);
    }
  }
  for( i = 0; (pSlot = newsBagNext(&p->other, &i)) != 0; ) {
    pSum->both += NEWS_MIN(pSlot->an[0], pSlot->an[1]);
    pSum->dot += (u64)pSlot->an[0] * pSlot->an[1];
  }
  for( iText = 0; iText < 2; iText++ ) {
    NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      if( (a[i].kind & NEWS_SAY_OWN) == 0 ) continue;
      pSlot = newsBagFind(&p->other, bFront ? a[i].front : a[i].like);
      if( pSlot && pSlot->an[0] && pSlot->an[1] ) a[i].kind &= ~NEWS_SAY_OWN;
    }
  }
}

/*
** Stems that stand for each other (alike.tsv): what they weigh, into a sum in
** which the others are already. Each is looked for among the few that may stand
** for it.
*/
static u64 featOthersOf(Feat *p, int iText, u64 *pSquare) {
  NewsSayWord *a = p->aWord[iText].a;
  u64 all = 0;
  u32 i, j;
  *pSquare = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    const NewsAlike *pAlike;
    u32 best = 0, w = 0;
    if( (a[i].kind & (NEWS_SAY_NUMBER | NEWS_SAY_LACKED)) != NEWS_SAY_LACKED )
      continue;
    pAlike = newsAlikeOf(a[i].stem);
    for( j = 0; pAlike && j < pAlike->n; j++ ) {
      u32 iAlike = (u32)pAlike->iFirst + j;
      NewsBagSlot *pSlot = newsBagFind(&p->bag, newsAlikeStem[iAlike]);
      if( pSlot && pSlot->an[iText] == 0 && newsAlikeShare[iAlike] > best ) {
        best = newsAlikeShare[iAlike];
        w = NEWS_MIN(pSlot->w, a[i].w);
      }
    }
    if( best == 0 ) continue;
    a[i].kind &= ~NEWS_SAY_OWN;
    w = w * NEWS_MIN(best + 40, 100) / 100;
    *pSquare += (u64)w * w;
    all += w;
  }
  return all;
}

static u64 featOthers(Feat *p, FeatSum *pSum) {
  u64 aSquare[2], a, b;
  a = featOthersOf(p, 0, &aSquare[0]);
  b = featOthersOf(p, 1, &aSquare[1]);
  pSum->dot += NEWS_MIN(aSquare[0], aSquare[1]);
  pSum->both += NEWS_MIN(a, b);
  return NEWS_MIN(a, b);
}

/* Pairs of stems in a row, as they stand or with one word between. */
static void featPairs(Feat *p, u32 nApart, FeatSum *pSum) {
  int iText;
  u32 i;
  newsBagEmpty(&p->other);
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i + nApart < p->aWord[iText].n; i++ ) {
      featLeast(&p->other, newsHashPair(a[i].stem, a[i + nApart].stem), iText,
                (a[i].w + a[i + nApart].w) / 2u);
    }
  }
  featSumBag(&p->other, 1, pSum);
}

/* Of one kind of words: weights of those that the other text lacks, and how
** many they are; bLike: those that have no like in the bag other. */
static void featLacking(const Feat *p, int kind, int bLike, u32 *anLack,
                        u32 *awLack, u32 *anAll) {
  int iText;
  u32 i;
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    anLack[iText] = awLack[iText] = anAll[iText] = 0;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      const NewsBagSlot *pSlot;
      if( (a[i].kind & kind) == 0 || (a[i].kind & NEWS_SAY_ASIDE) ) continue;
      anAll[iText]++;
      if( (a[i].kind & NEWS_SAY_LACKED) == 0 ) continue;
      if( bLike ) {
        pSlot = newsBagFind(&p->other, a[i].like);
        if( pSlot && pSlot->an[0] && pSlot->an[1] ) continue;
      }
      anLack[iText]++;
      awLack[iText] += a[i].w;
    }
  }
}

/* The weightiest word that the other text lacks. */
static int featRarest(const Feat *p, int iText) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 i;
  int w = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    if( a[i].w > w && (a[i].kind & NEWS_SAY_LACKED) ) w = a[i].w;
  }
  return w * NEWS_FEATURE_ONE / NEWS_WEIGHT_RARE;
}

static u32 featCount(const Feat *p, int iText, int kind) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 i, n = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    n += (a[i].kind & kind) && !(a[i].kind & NEWS_SAY_ASIDE);
  }
  return n;
}

/* Which stems: those of grammar, those of content, and those of content but the
** places that the other text lacks and what contradicts it. */
#define FEAT_GRAMMAR 0
#define FEAT_CONTENT 1
#define FEAT_REST 2

static int featIsOf(const Feat *pFeat, const NewsSayWord *p, int eWhich) {
  if( p->kind & (NEWS_SAY_NUMBER | NEWS_SAY_NEG) ) return 0;
  if( p->kind & NEWS_SAY_GRAMMAR ) return eWhich == FEAT_GRAMMAR;
  if( eWhich == FEAT_REST && (p->kind & NEWS_SAY_LACKED) ) {
    return !pFeat->aContrary[p->iGroup] && (p->kind & NEWS_SAY_PLACE) == 0;
  }
  return eWhich != FEAT_GRAMMAR;
}

static void featKindSum(Feat *p, int eWhich, int bWeight, FeatSum *pSum) {
  int iText;
  u32 i;
  newsBagEmpty(&p->other);
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      if( !featIsOf(p, &a[i], eWhich) ) continue;
      featLeast(&p->other, a[i].stem, iText, a[i].w);
    }
  }
  featSumBag(&p->other, bWeight, pSum);
}

#define FEAT_ORDER 128 /* Words of which the order counts, from the beginning */

/* The longest common subsequence of stems. */
static u32 featOrder(const Feat *p) {
  u8 aLast[FEAT_ORDER + 1] = {0}, aNow[FEAT_ORDER + 1] = {0};
  const NewsSayWord *a = p->aWord[0].a, *b = p->aWord[1].a;
  u32 na = NEWS_MIN(p->aWord[0].n, FEAT_ORDER), nb, i, j;
  nb = NEWS_MIN(p->aWord[1].n, FEAT_ORDER);
  for( i = 0; i < na; i++ ) {
    for( j = 0; j < nb; j++ ) {
      aNow[j + 1] = a[i].stem == b[j].stem ? aLast[j] + 1
                                           : NEWS_MAX(aLast[j + 1], aNow[j]);
    }
    memcpy(aLast, aNow, sizeof(aNow));
  }
  newsArenaTick(p->pArena, (i64)na * nb);
  return aLast[nb];
}

/* A weight, in 1/8 of a rare word's, no more than eight. */
static int featOfEight(u64 w) {
  return (int)(NEWS_MIN(w, 8 * NEWS_WEIGHT_RARE) * NEWS_FEATURE_ONE / 8 /
               NEWS_WEIGHT_RARE);
}

/* What the words of a text weigh that the other lacks. */
static int featLeft(const Feat *p, int iText) {
  const NewsSayWord *a = p->aWord[iText].a;
  u64 w = 0;
  u32 i;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    if( a[i].kind & NEWS_SAY_LACKED ) w += a[i].w;
  }
  return featOfEight(w);
}

#define FEAT_RUN 3 /* Words of a run, at least */

/* For each of the first words of a text the longest run of the same stems in
** both that ends there. */
static void featRunEnds(const Feat *p, int iText, u32 na, u8 *aEnd) {
  const NewsSayWord *a = p->aWord[iText].a, *b = p->aWord[1 - iText].a;
  u32 nb = NEWS_MIN(p->aWord[1 - iText].n, FEAT_ORDER), i, j;
  u8 aRun[FEAT_ORDER + 1] = {0};
  for( i = 0; i < na; i++ ) {
    aEnd[i] = 0;
    for( j = nb; j > 0; j-- ) {
      aRun[j] = a[i].stem == b[j - 1].stem ? aRun[j - 1] + 1 : 0;
      aEnd[i] = NEWS_MAX(aEnd[i], aRun[j]);
    }
  }
  newsArenaTick(p->pArena, (i64)na * nb);
}

/* What the words of a text weigh that stand in runs, and those of the
** weightiest run. */
static u64 featRunsOf(const Feat *p, int iText, u64 *pwMost) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 n = NEWS_MIN(p->aWord[iText].n, FEAT_ORDER), nLeft = 0;
  u64 all = 0, w = 0;
  u8 aEnd[FEAT_ORDER];
  featRunEnds(p, iText, n, aEnd);
  for( *pwMost = 0; n > 0; n-- ) {
    if( aEnd[n - 1] >= FEAT_RUN && aEnd[n - 1] > nLeft ) {
      nLeft = aEnd[n - 1];
      w = 0;
    }
    if( nLeft == 0 ) continue;
    nLeft--;
    w += a[n - 1].w;
    all += a[n - 1].w;
    *pwMost = NEWS_MAX(*pwMost, w);
  }
  return all;
}

static u64 featWeight(const Feat *p, int iText) {
  const NewsSayWord *a = p->aWord[iText].a;
  u64 w = 0;
  u32 i;
  for( i = 0; i < p->aWord[iText].n; i++ ) w += a[i].w;
  return w;
}

/* f[57..61]: what stands in both word for word. A report that quotes a part of
** a remark has that in common with another, and little else. */
static void featRuns(const Feat *p, int *f) {
  u64 aMost[2], aAll[2], aw[2], all;
  int i;
  for( i = 0; i < 2; i++ ) {
    aAll[i] = featRunsOf(p, i, &aMost[i]);
    aw[i] = featWeight(p, i);
  }
  all = NEWS_MIN(aAll[0], aAll[1]);
  f[57] = featOfEight(NEWS_MIN(aMost[0], aMost[1]));
  f[58] = featRatio(all, NEWS_MIN(aw[0], aw[1]));
  f[59] = featRatio(all, NEWS_MAX(aw[0], aw[1]));
  f[60] = featOfEight(all);
  f[61] = featSquare(f[58]);
}

/*------------------------------------------------------------ the features */

/* f[0..14]: what both have. */
static void featCommon(Feat *p, int *f) {
  FeatSum sum, alike;
  u32 na = p->aWord[0].n, nb = p->aWord[1].n;
  featSumBag(&p->gram, 0, &sum);
  f[0] = featCosine(&sum); /* n-grams */
  f[1] = featShorter(&sum);
  f[2] = featLonger(&sum);
  featSumBag(&p->bag, 1, &sum);
  f[3] = featCosine(&sum); /* stems */
  f[4] = featShorter(&sum);
  f[5] = featLonger(&sum);
  alike = sum;
  featAlike(p, 1, &alike);
  f[32] = featRatio(featOthers(p, &alike),
                    NEWS_MIN(alike.aSide[0], alike.aSide[1]));
  f[6] = featCosine(&alike); /* stems, and words that are like them */
  f[7] = NEWS_MIN(featShorter(&alike), NEWS_FEATURE_ONE);
  f[8] = NEWS_MIN(featLonger(&alike), NEWS_FEATURE_ONE);
  featKindSum(p, FEAT_CONTENT, 0, &sum);
  f[NEWS_FEATURE_CONTENT] = featDice(&sum); /* words of content, unweighted */
  featKindSum(p, FEAT_GRAMMAR, 0, &sum);
  f[10] = featDice(&sum); /* words of grammar */
  featPairs(p, 1, &sum);
  f[11] = featDice(&sum); /* pairs of stems in a row */
  f[12] = featShorter(&sum);
  featPairs(p, 2, &sum);
  f[13] = featDice(&sum); /* pairs with one between */
  f[14] = featRatio(NEWS_MIN(na, nb), NEWS_MAX(na, nb));
}

/* Words of a kind that the other text lacks, wherever they stand. */
static u32 featLackOf(const Feat *p, int iText, int kind) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 i, n = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    n += (a[i].kind & kind) && (a[i].kind & NEWS_SAY_LACKED);
  }
  return n;
}

/* How many numbers stand for others. */
static u32 featNumbers(const Feat *p) {
  return NEWS_MIN(featLackOf(p, 0, NEWS_SAY_NUMBER),
                  featLackOf(p, 1, NEWS_SAY_NUMBER));
}

/* f[15..25]: what one has and the other lacks. */
static void featApart(Feat *p, int *f) {
  u32 an[2], aw[2], anAll[2], nNeg[2], n;
  int i;
  int aRarest[2] = {featRarest(p, 0), featRarest(p, 1)};
  FeatSum sum;
  memset(&sum, 0, sizeof(sum));
  featAlike(p, 0, &sum);
  featLacking(p, NEWS_SAY_NUMBER, 0, an, aw, anAll);
  f[NEWS_FEATURE_NUMBERS] = (int)NEWS_MIN(featNumbers(p), 2) * NEWS_FEATURE_ONE;
  n = NEWS_MIN(an[0], an[1]);
  f[16] = (int)NEWS_MIN(NEWS_MAX(an[0], an[1]) - n, 2) * NEWS_FEATURE_ONE;
  f[17] = anAll[0] && anAll[1] && an[0] + an[1] == 0 ? NEWS_FEATURE_ONE : 0;
  featLacking(p, NEWS_SAY_NAME, 1, an, aw, anAll);
  f[18] = (int)NEWS_MIN(NEWS_MIN(aw[0], aw[1]), 512); /* names */
  f[19] = (int)NEWS_MIN(NEWS_MAX(aw[0], aw[1]), 1024);
  f[20] = featRatio(anAll[0] - an[0] + anAll[1] - an[1], anAll[0] + anAll[1]);
  nNeg[0] = featCount(p, 0, NEWS_SAY_NEG);
  nNeg[1] = featCount(p, 1, NEWS_SAY_NEG);
  n = nNeg[0] > nNeg[1] ? nNeg[0] - nNeg[1] : nNeg[1] - nNeg[0];
  f[NEWS_FEATURE_NEGATIONS] = n & 1 ? NEWS_FEATURE_ONE : 0;
  f[22] = n >= 2 ? NEWS_FEATURE_ONE : 0;
  f[NEWS_FEATURE_NOT] = f[NEWS_FEATURE_NEGATIONS];
  for( i = 0; i < 2; i++ ) {
    if( featLackOf(p, i, NEWS_SAY_NAY) ) f[NEWS_FEATURE_NOT] = 0;
  }
  f[23] = NEWS_MIN(aRarest[0], aRarest[1]);
  f[24] = NEWS_MAX(aRarest[0], aRarest[1]);
  f[25] = featRatio(2, NEWS_MIN(p->aWord[0].n, p->aWord[1].n) + 1);
}

/* Places that a text names and the other does not, and those that both name. */
static void featPlaces(Feat *p, u32 *anLack, u32 *pnBoth) {
  int iText;
  u32 i;
  newsBagEmpty(&p->other);
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      if( a[i].kind & NEWS_SAY_ASIDE ) continue;
      if( a[i].kind & NEWS_SAY_PLACE ) {
        newsBagAdd(&p->other, a[i].stem, iText, 1);
      }
    }
  }
  *pnBoth = p->other.nBoth;
  anLack[0] = p->other.anKey[0] - p->other.nBoth;
  anLack[1] = p->other.anKey[1] - p->other.nBoth;
}

/* The groups that the words of both texts are of: no group is looked at that
** has none. */
static u32 featGroups(const Feat *p, u8 *aGroup) {
  u32 aSeen[NEWS_CONTRARY_GROUPS / 32 + 1] = {0}, i, n = 0;
  int iText;
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      u32 iGroup = a[i].iGroup, mBit = 1u << iGroup % 32;
      if( iGroup == 0 || (aSeen[iGroup / 32] & mBit) ) continue;
      aSeen[iGroup / 32] |= mBit;
      aGroup[n++] = (u8)iGroup;
    }
  }
  return n;
}

/* Groups of words of which each text has a side that the other has not: how
** many. They are noted in p->aContrary. */
static u32 featSides(Feat *p) {
  u8 aGroup[NEWS_CONTRARY_GROUPS];
  u32 aSide[2][NEWS_CONTRARY_GROUPS], i, n = 0, nGroup = featGroups(p, aGroup);
  int iText;
  p->aContrary[0] = 0;
  for( i = 0; i < nGroup; i++ ) aSide[0][aGroup[i]] = aSide[1][aGroup[i]] = 0;
  for( iText = 0; iText < 2 && nGroup; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      if( a[i].kind & NEWS_SAY_ASIDE ) continue;
      if( a[i].iGroup ) aSide[iText][a[i].iGroup] |= 1u << a[i].iSide;
    }
  }
  for( i = 0; i < nGroup; i++ ) {
    u32 x = aSide[0][aGroup[i]], y = aSide[1][aGroup[i]];
    p->aContrary[aGroup[i]] = (x & ~y) && (y & ~x);
    n += p->aContrary[aGroup[i]];
  }
  return n;
}

/* f[47..54], f[56]: words of content by weight, places, contradictions. */
static void featContent(Feat *p, int *f) {
  FeatSum sum;
  u32 an[2], nBoth, n;
  featKindSum(p, FEAT_CONTENT, 1, &sum);
  f[47] = featShorter(&sum);
  f[48] = featLonger(&sum);
  f[49] = featSquare(f[47]);
  f[50] = featSquare(f[48]);
  featPlaces(p, an, &nBoth);
  f[NEWS_FEATURE_PLACES] =
      (int)NEWS_MIN(NEWS_MIN(an[0], an[1]), 1) * NEWS_FEATURE_ONE;
  f[52] = (int)NEWS_MIN(NEWS_MAX(an[0], an[1]), 2) * NEWS_FEATURE_ONE;
  f[53] = (int)NEWS_MIN(nBoth, 2) * NEWS_FEATURE_ONE;
  n = featSides(p);
  f[NEWS_FEATURE_SIDES] = (int)NEWS_MIN(n, 2) * NEWS_FEATURE_ONE;
  featKindSum(p, FEAT_REST, 0, &sum);
  f[NEWS_FEATURE_PLAIN] = featDice(&sum);
}

/* f[26..46]: squares and products of those, order, length. */
static void featShape(const Feat *p, u32 na, u32 nb, int *f) {
  u32 nLess = NEWS_MIN(p->aWord[0].n, p->aWord[1].n);
  u32 nMore = NEWS_MAX(p->aWord[0].n, p->aWord[1].n);
  u32 nOrder = featOrder(p);
  int aLeft[2] = {featLeft(p, 0), featLeft(p, 1)};
  f[26] = featSquare(f[0]);
  f[27] = featSquare(f[6]);
  f[28] = featSquare(f[7]);
  f[29] = NEWS_MIN(f[15], NEWS_FEATURE_ONE) * featSquare(featSquare(f[7])) /
          NEWS_FEATURE_ONE;
  f[30] = f[NEWS_FEATURE_NEGATIONS] * featSquare(featSquare(f[7])) /
          NEWS_FEATURE_ONE;
  f[31] = featSquare(f[2]);
  f[33] = featSquare(f[8]);
  f[34] = featSquare(f[5]);
  f[35] = featSquare(f[11]);
  f[36] = (int)(16 * NEWS_FEATURE_ONE / (nLess + 8));
  f[37] = f[36] * f[7] / NEWS_FEATURE_ONE;
  f[38] = f[36] * f[0] / NEWS_FEATURE_ONE;
  f[39] = featRatio(nOrder, NEWS_MIN(nMore, FEAT_ORDER));
  f[40] = featRatio(nOrder, NEWS_MIN(nLess, FEAT_ORDER));
  f[41] = NEWS_MIN(aLeft[0], aLeft[1]);
  f[42] = NEWS_MAX(aLeft[0], aLeft[1]);
  f[43] = featSquare(f[39]);
  f[44] = featRatio(NEWS_MIN(na, nb), NEWS_MAX(na, nb));
  f[45] = (int)NEWS_MIN(nLess, 64) * NEWS_FEATURE_ONE / 64;
  f[46] = f[45] * f[8] / NEWS_FEATURE_ONE;
}

static void featBegin(Feat *p, NewsArena *pArena) {
  memset(p->aWord, 0, sizeof(p->aWord));
  memset(p->aContrary, 0, sizeof(p->aContrary));
  p->pArena = pArena;
  newsBagInit(&p->gram, pArena);
  newsBagInit(&p->bag, pArena);
  newsBagInit(&p->other, pArena);
}

static void featEnd(Feat *p) {
  newsBagFree(&p->gram);
  newsBagFree(&p->bag);
  newsBagFree(&p->other);
}

/* Words of content of which the other text has none that may stand for them:
** how many, and what they weigh, of all. */
typedef struct FeatOwn FeatOwn;
struct FeatOwn {
  u32 n;
  u64 w;
  u64 wAll;
};

static void featOwnOf(const Feat *p, int iText, FeatOwn *pOwn) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 i;
  memset(pOwn, 0, sizeof(*pOwn));
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    if( !featIsOf(p, &a[i], FEAT_CONTENT) || (a[i].kind & NEWS_SAY_ASIDE) ) {
      continue;
    }
    pOwn->wAll += a[i].w;
    if( (a[i].kind & NEWS_SAY_OWN) == 0 ) continue;
    pOwn->n++;
    pOwn->w += a[i].w;
  }
}

/* f[62..66]: what each tells that the other does not. */
static void featOwn(const Feat *p, int *f) {
  FeatOwn a, b;
  int x, y;
  featOwnOf(p, 0, &a);
  featOwnOf(p, 1, &b);
  x = featRatio(a.w, a.wAll);
  y = featRatio(b.w, b.wAll);
  f[62] = featOfEight(NEWS_MIN(a.w, b.w));
  f[63] = NEWS_MIN(x, y);
  f[64] = NEWS_MAX(x, y);
  f[65] = (int)NEWS_MIN(NEWS_MIN(a.n, b.n), 4) * NEWS_FEATURE_ONE / 4;
  f[66] = f[63] * f[36] / NEWS_FEATURE_ONE;
}

/* The features after featStems() of texts of na and nb bytes. */
static int featFeatures(Feat *p, u32 na, u32 nb, int *f) {
  memset(f, 0, NEWS_FEATURES * sizeof(int));
  if( p->aWord[0].n == 0 || p->aWord[1].n == 0 || p->pArena->rc ) return 0;
  featCommon(p, f);
  featApart(p, f);
  featShape(p, na, nb, f);
  featContent(p, f);
  featOwn(p, f);
  f[NEWS_FEATURES - 1] = NEWS_FEATURE_ONE;
  return p->pArena->rc == SQLITE_OK;
}

/*-------------------------------------------------------------- all of them */

int newsFeaturesText(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                     u32 nb, NewsVec *aWord, int *f) {
  Feat feat;
  int bDone;
  featBegin(&feat, pArena);
  newsSayRead(pArena, za, na, &feat.aWord[0], &feat.gram, 0, 0);
  newsSayRead(pArena, zb, nb, &feat.aWord[1], &feat.gram, 1, 0);
  featStems(&feat);
  bDone = featFeatures(&feat, na, nb, f);
  featEnd(&feat);
  memcpy(aWord, feat.aWord, sizeof(feat.aWord));
  return bDone;
}

/* Whether the texts may have a word of content in common. */
static int featMeets(const Feat *p) {
  const NewsSayWord *a = p->aWord[0].a;
  u32 i;
  for( i = 0; i < p->aWord[0].n; i++ ) {
    if( featIsOf(p, &a[i], FEAT_CONTENT) && !(a[i].kind & NEWS_SAY_LACKED) ) {
      return 1;
    }
  }
  return p->aWord[0].n == 0 || p->aWord[1].n == 0;
}

int newsFeaturesWords(NewsArena *pArena, NewsVec *pA, NewsVec *pB, int bAll,
                      int *f) {
  Feat feat;
  int bDone = 1;
  featBegin(&feat, pArena);
  feat.aWord[0] = *pA;
  feat.aWord[1] = *pB;
  featStems(&feat);
  if( !bAll && featNumbers(&feat) ) {
    f[NEWS_FEATURE_NUMBERS] = NEWS_FEATURE_ONE;
  } else if( !bAll && !featMeets(&feat) ) {
    memset(f, 0, NEWS_FEATURES * sizeof(int));
  } else {
    bDone = featFeatures(&feat, 0, 0, f);
    if( bDone ) featRuns(&feat, f);
  }
  featEnd(&feat);
  return bDone;
}
