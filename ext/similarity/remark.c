/*
** remark.c: see remark.h.
**
** Phases: the words of both quotes (say.h), what they have in common by stem,
** by likeness, by pairs, by characters, the features, the model.
*/
#include "similarity/remark.h"

#include "base/hash.h"
#include "base/number.h"
#include "similarity/bag.h"
#include "similarity/remarkmodel.h"
#include "similarity/samemodel.h"
#include "similarity/say.h"
#include "similarity/weight.h"

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

/* Overlap of what is the same but for a "not". */
#define RM_ALL_BUT 860

/* What the texts have of something, each side and in common. */
typedef struct RmSum RmSum;
struct RmSum {
  u64 aSide[2]; /* The sums of the sides */
  u64 both;     /* The sum of what is in both */
  u64 dot;      /* Products, for the cosine */
  u64 aSquare[2];
};

typedef struct Rm Rm;
struct Rm {
  NewsArena *pArena;
  NewsVec aWord[2]; /* of NewsSayWord */
  NewsBag gram;     /* Of n-grams: larger than what is looked at often */
  NewsBag bag;      /* Of stems, with their weights */
  NewsBag other;    /* For all else, one after the other */
};

static int rmRatio(u64 n, u64 nOf) {
  return nOf ? (int)(n * NEWS_REMARK_ONE / nOf) : 0;
}
static int rmSquare(int x) { return x * x / NEWS_REMARK_ONE; }

/*--------------------------------------------------------------- the sums */

static void rmSumAdd(RmSum *p, u64 x, u64 y) {
  p->aSide[0] += x;
  p->aSide[1] += y;
  p->both += NEWS_MIN(x, y);
  p->dot += x * y;
  p->aSquare[0] += x * x;
  p->aSquare[1] += y * y;
}

/* Sum over a bag; weights are w, or the counts alone. */
static void rmSumBag(const NewsBag *pBag, int bWeight, RmSum *pSum) {
  u32 i;
  memset(pSum, 0, sizeof(*pSum));
  for( i = 0; i < pBag->nSlot; i++ ) {
    const NewsBagSlot *p = &pBag->aSlot[i];
    u64 w = bWeight ? p->w : 1;
    if( p->key == 0 ) continue;
    rmSumAdd(pSum, NEWS_MIN(p->an[0], 0xfffff) * w,
             NEWS_MIN(p->an[1], 0xfffff) * w);
  }
}

static int rmCosine(const RmSum *p) {
  u64 d = newsRoot(p->aSquare[0]) * newsRoot(p->aSquare[1]);
  return NEWS_MIN(rmRatio(p->dot, d), NEWS_REMARK_ONE);
}
static int rmShorter(const RmSum *p) {
  return rmRatio(p->both, NEWS_MIN(p->aSide[0], p->aSide[1]));
}
static int rmLonger(const RmSum *p) {
  return rmRatio(p->both, NEWS_MAX(p->aSide[0], p->aSide[1]));
}
static int rmDice(const RmSum *p) {
  return rmRatio(2 * p->both, p->aSide[0] + p->aSide[1]);
}

/* A text has a key, which weighs the least of what it does anywhere. */
static void rmLeast(NewsBag *pBag, u32 key, int iText, u32 w) {
  NewsBagSlot *pSlot = newsBagAdd(pBag, key, iText, 1);
  if( pSlot && (pSlot->w == 0 || pSlot->w > w) ) pSlot->w = w;
}

/* The stems of both, each with the least weight that it has; and the words
** whose stem the other text lacks. */
static void rmStems(Rm *p) {
  int iText;
  u32 i;
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      rmLeast(&p->bag, a[i].stem, iText, a[i].w);
    }
  }
  for( iText = 0; iText < 2; iText++ ) {
    NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      const NewsBagSlot *pSlot = newsBagFind(&p->bag, a[i].stem);
      a[i].kind &= ~NEWS_SAY_LACKED;
      if( pSlot && pSlot->an[1 - iText] == 0 ) a[i].kind |= NEWS_SAY_LACKED;
    }
  }
}

/*
** Words that differ in stem but are alike: the same consonants, or the same
** first letters. Adds what they weigh to a sum in which the others are already.
*/
static void rmAlike(Rm *p, int bFront, RmSum *pSum) {
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
  for( i = 0; i < p->other.nSlot; i++ ) {
    const NewsBagSlot *pSlot = &p->other.aSlot[i];
    u32 n = NEWS_MIN(pSlot->an[0], pSlot->an[1]);
    if( pSlot->key == 0 || n == 0 ) continue;
    pSum->both += n;
    pSum->dot += (u64)pSlot->an[0] * pSlot->an[1];
  }
}

/*
** Stems that stand for each other (alike.tsv): what they weigh, into a sum in
** which the others are already. Each is looked for among the few that may stand
** for it.
*/
static u64 rmOthersOf(const Rm *p, int iText, u64 *pSquare) {
  const NewsSayWord *a = p->aWord[iText].a;
  u64 all = 0;
  u32 i;
  *pSquare = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    const NewsAlike *pAlike;
    u32 best = 0, w = 0;
    if( (a[i].kind & (NEWS_SAY_NUMBER | NEWS_SAY_LACKED)) != NEWS_SAY_LACKED )
      continue;
    pAlike = newsAlikeFirst(a[i].stem);
    for( ; pAlike && pAlike->hash == a[i].stem; pAlike++ ) {
      NewsBagSlot *pSlot = newsBagFind(&p->bag, pAlike->other);
      if( pSlot && pSlot->an[iText] == 0 && pAlike->share > best ) {
        best = pAlike->share;
        w = NEWS_MIN(pSlot->w, a[i].w);
      }
    }
    if( best == 0 ) continue;
    w = w * NEWS_MIN(best + 40, 100) / 100;
    *pSquare += (u64)w * w;
    all += w;
  }
  return all;
}

static u64 rmOthers(const Rm *p, RmSum *pSum) {
  u64 aSquare[2], a, b;
  a = rmOthersOf(p, 0, &aSquare[0]);
  b = rmOthersOf(p, 1, &aSquare[1]);
  pSum->dot += NEWS_MIN(aSquare[0], aSquare[1]);
  pSum->both += NEWS_MIN(a, b);
  return NEWS_MIN(a, b);
}

/* Pairs of stems in a row, as they stand or with one word between. */
static void rmPairs(Rm *p, u32 nApart, RmSum *pSum) {
  int iText;
  u32 i;
  newsBagEmpty(&p->other);
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i + nApart < p->aWord[iText].n; i++ ) {
      rmLeast(&p->other, newsHashPair(a[i].stem, a[i + nApart].stem), iText,
              (a[i].w + a[i + nApart].w) / 2u);
    }
  }
  rmSumBag(&p->other, 1, pSum);
}

/* Of one kind of words: weights of those that the other text lacks, and how
** many they are; bLike: those that have no like in the bag other. */
static void rmLacking(const Rm *p, int kind, int bLike, u32 *anLack,
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
static int rmRarest(const Rm *p, int iText) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 i;
  int w = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    if( a[i].w > w && (a[i].kind & NEWS_SAY_LACKED) ) w = a[i].w;
  }
  return w * NEWS_REMARK_ONE / NEWS_WEIGHT_RARE;
}

static u32 rmCount(const Rm *p, int iText, int kind) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 i, n = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    n += (a[i].kind & kind) && !(a[i].kind & NEWS_SAY_ASIDE);
  }
  return n;
}

/* Which stems: those of grammar, those of content, and those of content but the
** places that the other text lacks and what may contradict it. */
#define RM_GRAMMAR 0
#define RM_CONTENT 1
#define RM_REST 2

static int rmIsOf(const NewsSayWord *p, int eWhich) {
  if( p->kind & (NEWS_SAY_NUMBER | NEWS_SAY_NEG) ) return 0;
  if( p->kind & NEWS_SAY_GRAMMAR ) return eWhich == RM_GRAMMAR;
  if( eWhich == RM_REST && (p->kind & NEWS_SAY_LACKED) ) {
    return p->iGroup == 0 && (p->kind & NEWS_SAY_PLACE) == 0;
  }
  return eWhich != RM_GRAMMAR;
}

static void rmKindSum(Rm *p, int eWhich, int bWeight, RmSum *pSum) {
  int iText;
  u32 i;
  newsBagEmpty(&p->other);
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      if( !rmIsOf(&a[i], eWhich) ) continue;
      rmLeast(&p->other, a[i].stem, iText, a[i].w);
    }
  }
  rmSumBag(&p->other, bWeight, pSum);
}

#define RM_ORDER 128 /* Words of which the order counts, from the beginning */

/* The longest common subsequence of stems. */
static u32 rmOrder(const Rm *p) {
  u8 aLast[RM_ORDER + 1] = {0}, aNow[RM_ORDER + 1] = {0};
  const NewsSayWord *a = p->aWord[0].a, *b = p->aWord[1].a;
  u32 na = NEWS_MIN(p->aWord[0].n, RM_ORDER), nb, i, j;
  nb = NEWS_MIN(p->aWord[1].n, RM_ORDER);
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
static int rmOfEight(u64 w) {
  return (int)(NEWS_MIN(w, 8 * NEWS_WEIGHT_RARE) * NEWS_REMARK_ONE / 8 /
               NEWS_WEIGHT_RARE);
}

/* What the words of a text weigh that the other lacks. */
static int rmLeft(const Rm *p, int iText) {
  const NewsSayWord *a = p->aWord[iText].a;
  u64 w = 0;
  u32 i;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    if( a[i].kind & NEWS_SAY_LACKED ) w += a[i].w;
  }
  return rmOfEight(w);
}

#define RM_RUN 3 /* Words of a run, at least */

/* For each of the first words of a text the longest run of the same stems in
** both that ends there. */
static void rmRunEnds(const Rm *p, int iText, u32 na, u8 *aEnd) {
  const NewsSayWord *a = p->aWord[iText].a, *b = p->aWord[1 - iText].a;
  u32 nb = NEWS_MIN(p->aWord[1 - iText].n, RM_ORDER), i, j;
  u8 aRun[RM_ORDER + 1] = {0};
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
static u64 rmRunsOf(const Rm *p, int iText, u64 *pwMost) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 n = NEWS_MIN(p->aWord[iText].n, RM_ORDER), nLeft = 0;
  u64 all = 0, w = 0;
  u8 aEnd[RM_ORDER];
  rmRunEnds(p, iText, n, aEnd);
  for( *pwMost = 0; n > 0; n-- ) {
    if( aEnd[n - 1] >= RM_RUN && aEnd[n - 1] > nLeft ) {
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

static u64 rmWeight(const Rm *p, int iText) {
  const NewsSayWord *a = p->aWord[iText].a;
  u64 w = 0;
  u32 i;
  for( i = 0; i < p->aWord[iText].n; i++ ) w += a[i].w;
  return w;
}

/* f[57..61]: what stands in both word for word. A report that quotes a part of
** a remark has that in common with another, and little else. */
static void rmRuns(const Rm *p, int *f) {
  u64 aMost[2], aAll[2], aw[2], all;
  int i;
  for( i = 0; i < 2; i++ ) {
    aAll[i] = rmRunsOf(p, i, &aMost[i]);
    aw[i] = rmWeight(p, i);
  }
  all = NEWS_MIN(aAll[0], aAll[1]);
  f[57] = rmOfEight(NEWS_MIN(aMost[0], aMost[1]));
  f[58] = rmRatio(all, NEWS_MIN(aw[0], aw[1]));
  f[59] = rmRatio(all, NEWS_MAX(aw[0], aw[1]));
  f[60] = rmOfEight(all);
  f[61] = rmSquare(f[58]);
}

/*------------------------------------------------------------ the features */

/* Features by name: a place for another; contradictions; that one is negated,
** and the other is not in any way; the overlap of words of content but for
** all that. */
#define RM_PLACES 51
#define RM_SIDES 54
#define RM_NOT 55
#define RM_PLAIN 56

/* f[0..14]: what both have. */
static void rmCommon(Rm *p, int *f) {
  RmSum sum, alike;
  u32 na = p->aWord[0].n, nb = p->aWord[1].n;
  rmSumBag(&p->gram, 0, &sum);
  f[0] = rmCosine(&sum); /* n-grams */
  f[1] = rmShorter(&sum);
  f[2] = rmLonger(&sum);
  rmSumBag(&p->bag, 1, &sum);
  f[3] = rmCosine(&sum); /* stems */
  f[4] = rmShorter(&sum);
  f[5] = rmLonger(&sum);
  alike = sum;
  rmAlike(p, 1, &alike);
  f[32] =
      rmRatio(rmOthers(p, &alike), NEWS_MIN(alike.aSide[0], alike.aSide[1]));
  f[6] = rmCosine(&alike); /* stems, and words that are like them */
  f[7] = NEWS_MIN(rmShorter(&alike), NEWS_REMARK_ONE);
  f[8] = NEWS_MIN(rmLonger(&alike), NEWS_REMARK_ONE);
  rmKindSum(p, RM_CONTENT, 0, &sum);
  f[9] = rmDice(&sum); /* words of content, unweighted */
  rmKindSum(p, RM_GRAMMAR, 0, &sum);
  f[10] = rmDice(&sum); /* words of grammar */
  rmPairs(p, 1, &sum);
  f[11] = rmDice(&sum); /* pairs of stems in a row */
  f[12] = rmShorter(&sum);
  rmPairs(p, 2, &sum);
  f[13] = rmDice(&sum); /* pairs with one between */
  f[14] = rmRatio(NEWS_MIN(na, nb), NEWS_MAX(na, nb));
}

/* Words of a kind that the other text lacks, wherever they stand. */
static u32 rmLackOf(const Rm *p, int iText, int kind) {
  const NewsSayWord *a = p->aWord[iText].a;
  u32 i, n = 0;
  for( i = 0; i < p->aWord[iText].n; i++ ) {
    n += (a[i].kind & kind) && (a[i].kind & NEWS_SAY_LACKED);
  }
  return n;
}

/* f[15..25]: what one has and the other lacks. */
static void rmApart(Rm *p, int *f) {
  u32 an[2], aw[2], anAll[2], nNeg[2], n;
  int i;
  int aRarest[2] = {rmRarest(p, 0), rmRarest(p, 1)};
  RmSum sum;
  memset(&sum, 0, sizeof(sum));
  rmAlike(p, 0, &sum);
  rmLacking(p, NEWS_SAY_NUMBER, 0, an, aw, anAll);
  n = NEWS_MIN(rmLackOf(p, 0, NEWS_SAY_NUMBER),
               rmLackOf(p, 1, NEWS_SAY_NUMBER));
  f[15] = (int)NEWS_MIN(n, 2) * NEWS_REMARK_ONE; /* one number for another */
  n = NEWS_MIN(an[0], an[1]);
  f[16] = (int)NEWS_MIN(NEWS_MAX(an[0], an[1]) - n, 2) * NEWS_REMARK_ONE;
  f[17] = anAll[0] && anAll[1] && an[0] + an[1] == 0 ? NEWS_REMARK_ONE : 0;
  rmLacking(p, NEWS_SAY_NAME, 1, an, aw, anAll);
  f[18] = (int)NEWS_MIN(NEWS_MIN(aw[0], aw[1]), 512); /* names */
  f[19] = (int)NEWS_MIN(NEWS_MAX(aw[0], aw[1]), 1024);
  f[20] = rmRatio(anAll[0] - an[0] + anAll[1] - an[1], anAll[0] + anAll[1]);
  nNeg[0] = rmCount(p, 0, NEWS_SAY_NEG);
  nNeg[1] = rmCount(p, 1, NEWS_SAY_NEG);
  n = nNeg[0] > nNeg[1] ? nNeg[0] - nNeg[1] : nNeg[1] - nNeg[0];
  f[21] = n & 1 ? NEWS_REMARK_ONE : 0; /* negations */
  f[22] = n >= 2 ? NEWS_REMARK_ONE : 0;
  f[RM_NOT] = f[21];
  for( i = 0; i < 2; i++ ) {
    if( rmLackOf(p, i, NEWS_SAY_NAY) ) f[RM_NOT] = 0;
  }
  f[23] = NEWS_MIN(aRarest[0], aRarest[1]);
  f[24] = NEWS_MAX(aRarest[0], aRarest[1]);
  f[25] = rmRatio(2, NEWS_MIN(p->aWord[0].n, p->aWord[1].n) + 1);
}

/* Places that a text names and the other does not, and those that both name. */
static void rmPlaces(Rm *p, u32 *anLack, u32 *pnBoth) {
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

/* Groups of words of which each text has a side that the other has not. */
static u32 rmSides(const Rm *p) {
  u32 aSide[2][NEWS_CONTRARY_GROUPS] = {{0}}, i, n = 0;
  int iText;
  for( iText = 0; iText < 2; iText++ ) {
    const NewsSayWord *a = p->aWord[iText].a;
    for( i = 0; i < p->aWord[iText].n; i++ ) {
      if( a[i].kind & NEWS_SAY_ASIDE ) continue;
      if( a[i].iGroup ) aSide[iText][a[i].iGroup] |= 1u << a[i].iSide;
    }
  }
  for( i = 1; i < NEWS_CONTRARY_GROUPS; i++ ) {
    n += (aSide[0][i] & ~aSide[1][i]) && (aSide[1][i] & ~aSide[0][i]);
  }
  return n;
}

/* f[47..54], f[56]: words of content by weight, places, contradictions. */
static void rmContent(Rm *p, int *f) {
  RmSum sum;
  u32 an[2], nBoth, n;
  rmKindSum(p, RM_CONTENT, 1, &sum);
  f[47] = rmShorter(&sum);
  f[48] = rmLonger(&sum);
  f[49] = rmSquare(f[47]);
  f[50] = rmSquare(f[48]);
  rmPlaces(p, an, &nBoth);
  f[RM_PLACES] = (int)NEWS_MIN(NEWS_MIN(an[0], an[1]), 1) * NEWS_REMARK_ONE;
  f[52] = (int)NEWS_MIN(NEWS_MAX(an[0], an[1]), 2) * NEWS_REMARK_ONE;
  f[53] = (int)NEWS_MIN(nBoth, 2) * NEWS_REMARK_ONE;
  n = rmSides(p);
  f[RM_SIDES] = (int)NEWS_MIN(n, 2) * NEWS_REMARK_ONE;
  rmKindSum(p, RM_REST, 0, &sum);
  f[RM_PLAIN] = rmDice(&sum);
}

/* f[26..46]: squares and products of those, order, length. */
static void rmShape(const Rm *p, u32 na, u32 nb, int *f) {
  u32 nLess = NEWS_MIN(p->aWord[0].n, p->aWord[1].n);
  u32 nMore = NEWS_MAX(p->aWord[0].n, p->aWord[1].n);
  u32 nOrder = rmOrder(p);
  int aLeft[2] = {rmLeft(p, 0), rmLeft(p, 1)};
  f[26] = rmSquare(f[0]);
  f[27] = rmSquare(f[6]);
  f[28] = rmSquare(f[7]);
  f[29] = NEWS_MIN(f[15], NEWS_REMARK_ONE) * rmSquare(rmSquare(f[7])) /
          NEWS_REMARK_ONE;
  f[30] = f[21] * rmSquare(rmSquare(f[7])) / NEWS_REMARK_ONE;
  f[31] = rmSquare(f[2]);
  f[33] = rmSquare(f[8]);
  f[34] = rmSquare(f[5]);
  f[35] = rmSquare(f[11]);
  f[36] = (int)(16 * NEWS_REMARK_ONE / (nLess + 8));
  f[37] = f[36] * f[7] / NEWS_REMARK_ONE;
  f[38] = f[36] * f[0] / NEWS_REMARK_ONE;
  f[39] = rmRatio(nOrder, NEWS_MIN(nMore, RM_ORDER));
  f[40] = rmRatio(nOrder, NEWS_MIN(nLess, RM_ORDER));
  f[41] = NEWS_MIN(aLeft[0], aLeft[1]);
  f[42] = NEWS_MAX(aLeft[0], aLeft[1]);
  f[43] = rmSquare(f[39]);
  f[44] = rmRatio(NEWS_MIN(na, nb), NEWS_MAX(na, nb));
  f[45] = (int)NEWS_MIN(nLess, 64) * NEWS_REMARK_ONE / 64;
  f[46] = f[45] * f[8] / NEWS_REMARK_ONE;
}

static void rmBegin(Rm *p, NewsArena *pArena) {
  memset(p->aWord, 0, sizeof(p->aWord));
  p->pArena = pArena;
  newsBagInit(&p->gram, pArena);
  newsBagInit(&p->bag, pArena);
  newsBagInit(&p->other, pArena);
}

static void rmEnd(Rm *p) {
  newsBagFree(&p->gram);
  newsBagFree(&p->bag);
  newsBagFree(&p->other);
}

/* The features after rmStems() of texts of na and nb bytes. */
static int rmFeatures(Rm *p, u32 na, u32 nb, int *f) {
  memset(f, 0, NEWS_REMARK_FEATURES * sizeof(int));
  if( p->aWord[0].n == 0 || p->aWord[1].n == 0 || p->pArena->rc ) return 0;
  rmCommon(p, f);
  rmApart(p, f);
  rmShape(p, na, nb, f);
  rmContent(p, f);
  f[NEWS_REMARK_FEATURES - 1] = NEWS_REMARK_ONE;
  return p->pArena->rc == SQLITE_OK;
}

int newsRemarkFeatures(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                       u32 nb, int *f) {
  Rm rm;
  int i, bDone;
  rmBegin(&rm, pArena);
  newsSayRead(pArena, za, na, &rm.aWord[0], &rm.gram, 0);
  newsSayRead(pArena, zb, nb, &rm.aWord[1], &rm.gram, 1);
  rmStems(&rm);
  bDone = rmFeatures(&rm, na, nb, f);
  rmEnd(&rm);
  for( i = 0; i < 2; i++ ) newsVecFree(&rm.aWord[i]);
  return bDone;
}

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
  x = (x - iFrom) * NEWS_REMARK_ONE / (iTo - iFrom);
  return NEWS_MAX(NEWS_MIN(x, NEWS_REMARK_ONE), 0);
}

/*
** How far a number, a negation or a contradiction parts two remarks, 0..ONE:
** not at all where they have little in common, nearly wholly where they say the
** same but for it.  The model by itself takes such pairs for likely, as
** translations and reports often differ there and mean the same.
*/
static int rmContrary(const int *f) {
  int x = f[RM_PLAIN], y = 0, z;
  if( f[15] ) y = rmRamp(x, RM_NUMBER_FROM, RM_NUMBER_TO);
  if( f[RM_NOT] || f[RM_SIDES] || f[RM_PLACES] ) {
    z = rmRamp(x, RM_WORD_FROM, RM_WORD_TO);
    y = NEWS_MAX(y, z);
  }
  if( y == 0 ) return 0;
  z = rmRamp(x, RM_SAME_FROM, RM_SAME_TO);
  return (y * RM_PARTS + z * RM_SAME_PARTS) / NEWS_REMARK_ONE;
}

/* Whether both are the same stems in the same order, all within RM_ORDER. */
static int rmSame(const int *f) {
  return f[39] == NEWS_REMARK_ONE && f[0] == NEWS_REMARK_ONE &&
         f[5] == NEWS_REMARK_ONE;
}

double newsRemark(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                  u32 nb) {
  int f[NEWS_REMARK_FEATURES], i;
  i64 x = 0;
  if( !newsRemarkFeatures(pArena, za, na, zb, nb, f) ) return 0.0;
  for( i = 0; i < NEWS_REMARK_FEATURES; i++ ) x += (i64)f[i] * aRemarkModel[i];
  if( rmSame(f) ) return 1.0;
  x = rmLogistic(x / NEWS_REMARK_ONE);
  if( x > RM_LEAST ) x -= (x - RM_LEAST) * rmContrary(f) / NEWS_REMARK_ONE;
  return (double)x / 65536.0;
}

/*------------------------------------------------------------ for the index */

/* Whether a number keeps two statements apart: one for another does. */
static int rmNumbers(const Rm *p) {
  return rmLackOf(p, 0, NEWS_SAY_NUMBER) && rmLackOf(p, 1, NEWS_SAY_NUMBER);
}

/* Whether a negation does, or a contradiction, in what is otherwise the
** same. */
static int rmContradicts(const int *f) {
  return (f[RM_NOT] || f[RM_SIDES]) && f[RM_PLAIN] >= RM_ALL_BUT;
}

static void rmSameBegin(Rm *p, NewsArena *pArena, NewsVec *pA, NewsVec *pB) {
  rmBegin(p, pArena);
  p->aWord[0] = *pA;
  p->aWord[1] = *pB;
  rmStems(p);
}

static int rmSameFeatures(Rm *p, int *f) {
  int bDone = rmFeatures(p, 0, 0, f);
  if( bDone ) rmRuns(p, f);
  return bDone;
}

int newsRemarkSameFeatures(NewsArena *pArena, NewsVec *pA, NewsVec *pB,
                           int *f) {
  Rm rm;
  int bDone;
  rmSameBegin(&rm, pArena, pA, pB);
  bDone = rmSameFeatures(&rm, f);
  rmEnd(&rm);
  return bDone;
}

u8 newsRemarkSame(NewsArena *pArena, NewsVec *pA, NewsVec *pB) {
  Rm rm;
  int f[NEWS_REMARK_FEATURES], i;
  u8 score = 1;
  rmSameBegin(&rm, pArena, pA, pB);
  if( rmNumbers(&rm) ) {
    score = NEWS_SAME_APART;
  } else if( rmSameFeatures(&rm, f) ) {
    i64 x = 0;
    for( i = 0; i < NEWS_REMARK_FEATURES; i++ ) x += (i64)f[i] * aSameModel[i];
    score = (u8)(1 + rmLogistic(x / NEWS_REMARK_ONE) * 254 / 65536);
    if( rmContradicts(f) ) score = NEWS_SAME_APART;
  }
  rmEnd(&rm);
  return score;
}
