/*
** train.c: makes the weights of the learned reader of annotated reports.
**
**     train GOLD.jsonl WEIGHTS.txt [-epochs N] [-folds N] [-share PERCENT]
**           [-times N] [-rate HUNDREDTHS]
**
** GOLD.jsonl has a report a line: {"text": ..., "quotes": [{"cue": [[a,b]],
** "source": [[a,b]], "content": [[a,b], ...], "speech": true}, ...]}, all
** positions in bytes, half open.  The three models of ext/quote/reader.h are
** trained one after the other, the first and the last as logistic models, the
** second as a conditional random field (Lafferty, McCallum, Pereira 2001),
** each by AdaGrad (Duchi, Hazan, Singer 2011), one example after the other.
** Each is the mean of the weights of later epochs, and of a few trainings in
** different orders.  What a later model sees of an earlier one was read by
** weights that had not seen the report (folds).
**
** The same file gives the same weights on every machine: no function of libm
** but sqrtf, which IEEE 754 fixes, and one order of all sums.
**
** A leading "that" says nothing of where words begin, so gold words that begin
** with it are taken without it; finished rows get it back (quote/row.c).
*/
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "lexclass.h"
#include "lexicon/lexicon.h"
#include "quote/cue.h"
#include "quote/join.h"

#define GOLD_PIECE 8
#define LANES 6 /* Of a model, at most */

typedef struct Gold Gold;
struct Gold {
  NewsSpan cue, source, aPiece[GOLD_PIECE]; /* Tokens */
  u32 nPiece;
  int bSpeech;
};

typedef struct Doc Doc;
struct Doc {
  NewsArena arena;
  NewsText text;
  Gold *aGold;
  u32 nGold;
};

/* A question: slots of its items, nFeat each, and the right answers. */
typedef struct Ask Ask;
struct Ask {
  u32 *aSlot;
  u8 *aGold;
  u32 n, nFeat, iDoc;
  u32 iCue; /* The item that has no label */
};

typedef struct AskList AskList;
struct AskList {
  Ask *a;
  u32 n;
};

/* A model in training: weights, the sums of the squares of their gradients,
** and the sum of the weights after the later epochs. */
typedef struct Net Net;
struct Net {
  u32 nLane, nBit;
  float *aW, *aG, *aMean;
  float aA[NEWS_LB_N * NEWS_LB_N], aAG[NEWS_LB_N * NEWS_LB_N];
  float aAMean[NEWS_LB_N * NEWS_LB_N];
  u32 nMean;
};

static struct {
  Doc *aDoc;
  u32 nDoc;
  u32 nFold, nEpoch, nTime;
  float rate;
  double *aStep, *aAhead, *aBehind; /* Of one sequence */
  u32 nRoom;
  u32 iDoc;        /* The document being read */
  int eStage;      /* 1, 2, 3: for which model */
  AskList *pOut;   /* What it gives */
  u32 nCue, nMiss; /* Gold cues of speech, and those that are no candidate */
} g;

/* Weights in the making need no older ones. */
const NewsWeights *newsReaderWeights(void) { return 0; }

static void *grab(size_t n) {
  void *p = calloc(1, n ? n : 1);
  if( p == 0 ) {
    fprintf(stderr, "train: out of memory\n");
    exit(1);
  }
  return p;
}

static void fail(const char *z, const char *zMore) {
  fprintf(stderr, "train: %s %s\n", z, zMore);
  exit(1);
}

/* ---- reading ------------------------------------------------------------ */

static int isSign(const NewsText *p, u32 i) {
  return p->aTok[i].eKind >= NEWS_TOK_MARK &&
         p->aTok[i].eKind <= NEWS_TOK_SYMBOL;
}

/* Tokens of a stretch of bytes, from the first word to the last. */
static NewsSpan wordSpan(const NewsText *p, u32 iFrom, u32 iTo) {
  NewsSpan s;
  s.iFrom = newsTextTokenAt(p, iFrom);
  if( s.iFrom > 0 &&
      p->aTok[s.iFrom - 1].iByte + p->aTok[s.iFrom - 1].nByte > iFrom ) {
    s.iFrom--;
  }
  s.iTo = newsTextTokenAt(p, iTo);
  while( s.iFrom < s.iTo && isSign(p, s.iFrom) ) s.iFrom++;
  while( s.iFrom < s.iTo && isSign(p, s.iTo - 1) ) s.iTo--;
  return s;
}

/* The conjunction "that" is no question for the models. */
static NewsSpan withoutThat(const NewsText *p, NewsSpan s) {
  const NewsToken *pTok = &p->aTok[s.iFrom];
  if( newsSpanLen(s) > 2 && newsTokIs(pTok, NEWS_LEX_THAT) &&
      !newsTokIs(pTok, NEWS_LEX_CUE) && !newsTokIs(&pTok[1], NEWS_LEX_AUX) ) {
    s.iFrom++;
  }
  return s;
}

static u32 readSpans(sqlite3_stmt *pSpan, const char *zJson, const NewsText *p,
                     NewsSpan *a, u32 nMax) {
  u32 n = 0;
  if( zJson == 0 ) return 0;
  sqlite3_bind_text(pSpan, 1, zJson, -1, SQLITE_TRANSIENT);
  while( sqlite3_step(pSpan) == SQLITE_ROW && n < nMax ) {
    NewsSpan s = wordSpan(p, (u32)sqlite3_column_int(pSpan, 0),
                          (u32)sqlite3_column_int(pSpan, 1));
    if( newsSpanLen(s) ) a[n++] = s;
  }
  sqlite3_reset(pSpan);
  return n;
}

static void readGold(sqlite3 *db, const char *zLine, Doc *pDoc) {
  sqlite3_stmt *pRow, *pSpan;
  sqlite3_prepare_v2(db,
                     "SELECT value->>'$.cue', value->>'$.source',"
                     " value->>'$.content', coalesce(value->>'$.speech', 1)"
                     " FROM json_each(?1, '$.quotes')",
                     -1, &pRow, 0);
  sqlite3_prepare_v2(db,
                     "SELECT value->>0, value->>1 FROM json_each(?1)"
                     " ORDER BY 1",
                     -1, &pSpan, 0);
  sqlite3_bind_text(pRow, 1, zLine, -1, SQLITE_STATIC);
  while( sqlite3_step(pRow) == SQLITE_ROW ) {
    const char *az[3];
    Gold gold;
    u32 i;
    memset(&gold, 0, sizeof(gold));
    for( i = 0; i < 3; i++ ) {
      az[i] = (const char *)sqlite3_column_text(pRow, (int)i);
    }
    gold.bSpeech = sqlite3_column_int(pRow, 3);
    readSpans(pSpan, az[0], &pDoc->text, &gold.cue, 1);
    readSpans(pSpan, az[1], &pDoc->text, &gold.source, 1);
    gold.nPiece = readSpans(pSpan, az[2], &pDoc->text, gold.aPiece, GOLD_PIECE);
    for( i = 0; i < gold.nPiece; i++ ) {
      gold.aPiece[i] = withoutThat(&pDoc->text, gold.aPiece[i]);
    }
    pDoc->aGold = realloc(pDoc->aGold, (pDoc->nGold + 1) * sizeof(Gold));
    if( pDoc->aGold == 0 ) fail("out of memory", "");
    pDoc->aGold[pDoc->nGold++] = gold;
  }
  sqlite3_finalize(pRow);
  sqlite3_finalize(pSpan);
}

static void readDoc(sqlite3 *db, const char *zLine) {
  sqlite3_stmt *pText;
  Doc *pDoc;
  const char *z;
  g.aDoc = realloc(g.aDoc, (g.nDoc + 1) * sizeof(Doc));
  if( g.aDoc == 0 ) fail("out of memory", "");
  pDoc = &g.aDoc[g.nDoc++];
  memset(pDoc, 0, sizeof(*pDoc));
  sqlite3_prepare_v2(db, "SELECT ?1 ->> '$.text'", -1, &pText, 0);
  sqlite3_bind_text(pText, 1, zLine, -1, SQLITE_STATIC);
  if( sqlite3_step(pText) != SQLITE_ROW ) fail("not JSON:", sqlite3_errmsg(db));
  z = (const char *)sqlite3_column_text(pText, 0);
  if( z == 0 ) z = "";
  newsArenaInit(&pDoc->arena, 0, 0);
  z = newsArenaDup(&pDoc->arena, z, (i64)strlen(z));
  newsTextRead(&pDoc->text, &pDoc->arena, newsLexicon(), (const u8 *)z,
               (u32)strlen(z));
  sqlite3_finalize(pText);
  readGold(db, zLine, pDoc);
}

static void readFile(const char *zName, u32 nShare) {
  FILE *f = fopen(zName, "rb");
  char *zLine = 0;
  size_t nLine = 0;
  sqlite3 *db;
  u32 i = 0;
  if( f == 0 ) fail("cannot read", zName);
  sqlite3_open(":memory:", &db);
  while( getline(&zLine, &nLine, f) > 0 ) {
    if( i++ * 37 % 100 < nShare ) readDoc(db, zLine);
  }
  free(zLine);
  fclose(f);
  sqlite3_close(db);
  for( i = 0; i < g.nDoc; i++ ) {
    g.aDoc[i].text.pArena = &g.aDoc[i].arena; /* The documents moved */
  }
}

/* ---- models in training ------------------------------------------------- */

/* e to the power of x: of sums and products alone. */
static double power(double x) {
  union {
    double r;
    u64 i;
  } two;
  double r, sum = 1;
  int k, i;
  x = x < -60 ? -60 : x > 60 ? 60 : x;
  k = (int)(x * 1.4426950408889634 + (x < 0 ? -0.5 : 0.5));
  r = x - k * 0.6931471805599453;
  for( i = 11; i > 0; i-- ) sum = 1 + r * sum / i;
  two.i = (u64)(k + 1023) << 52;
  return sum * two.r;
}

static void netInit(Net *p, u32 nLane, u32 nBit) {
  size_t n = (size_t)nLane << nBit;
  memset(p, 0, sizeof(*p));
  p->nLane = nLane;
  p->nBit = nBit;
  p->aW = grab(sizeof(float) * n);
  p->aG = grab(sizeof(float) * n);
  p->aMean = grab(sizeof(float) * n);
}

/* Train anew, the mean weights of earlier trainings count on. */
static void netRestart(Net *p) {
  size_t n = (size_t)p->nLane << p->nBit;
  memset(p->aW, 0, sizeof(float) * n);
  memset(p->aG, 0, sizeof(float) * n);
  memset(p->aA, 0, sizeof(p->aA));
  memset(p->aAG, 0, sizeof(p->aAG));
}

static void netFree(Net *p) {
  free(p->aW);
  free(p->aG);
  free(p->aMean);
}

static float *netAt(const Net *p, float *a, u32 iSlot) {
  return &a[(iSlot >> (32 - p->nBit)) * p->nLane];
}

static void netSum(const Net *p, const Ask *q, u32 i, float *aS) {
  u32 j, k;
  for( j = 0; j < p->nLane; j++ ) aS[j] = 0;
  for( k = 0; k < q->nFeat; k++ ) {
    const float *aW = netAt(p, p->aW, q->aSlot[i * q->nFeat + k]);
    for( j = 0; j < p->nLane; j++ ) aS[j] += aW[j];
  }
}

/* A step along the gradient aD of item i. */
static void netStep(Net *p, const Ask *q, u32 i, const float *aD) {
  u32 j, k;
  float most = 0;
  for( j = 0; j < p->nLane; j++ ) {
    float d = aD[j] < 0 ? -aD[j] : aD[j];
    most = d > most ? d : most;
  }
  if( most < 0.004f ) return;
  for( k = 0; k < q->nFeat; k++ ) {
    float *aW = netAt(p, p->aW, q->aSlot[i * q->nFeat + k]);
    float *aG = netAt(p, p->aG, q->aSlot[i * q->nFeat + k]);
    for( j = 0; j < p->nLane; j++ ) {
      aG[j] += aD[j] * aD[j];
      aW[j] += g.rate * aD[j] / sqrtf(aG[j] + 0.01f);
    }
  }
}

/* One decision between no, speech, and thought. */
static void netAnswer(Net *p, const Ask *q) {
  float aS[LANES], aD[LANES];
  double aE[LANES], sum = 1;
  u32 j;
  netSum(p, q, 0, aS);
  for( j = 0; j < NEWS_AN_N; j++ ) sum += aE[j] = power(aS[j]);
  for( j = 0; j < NEWS_AN_N; j++ ) {
    aD[j] = (float)((q->aGold[0] == j + 1) - aE[j] / sum);
  }
  netStep(p, q, 0, aD);
}

/* ---- the sequence model ------------------------------------------------- */

#define N NEWS_LB_N

static void room(u32 n) {
  if( n <= g.nRoom ) return;
  g.nRoom = n * 2;
  g.aStep = realloc(g.aStep, g.nRoom * N * N * sizeof(double));
  g.aAhead = realloc(g.aAhead, g.nRoom * N * sizeof(double));
  g.aBehind = realloc(g.aBehind, g.nRoom * N * sizeof(double));
  if( !g.aStep || !g.aAhead || !g.aBehind ) fail("out of memory", "");
}

static int isWords(u32 e) {
  return e == NEWS_LB_WORDS || e == NEWS_LB_WORDS_IN;
}
static int isSource(u32 e) {
  return e == NEWS_LB_SOURCE || e == NEWS_LB_SOURCE_IN;
}

/* Lanes that count where label b follows label a: at most two. */
static u32 stepLanes(u32 a, u32 b, u32 *aLane) {
  u32 n = 0;
  if( b ) aLane[n++] = b - 1;
  if( isWords(a) && b != NEWS_LB_WORDS_IN ) aLane[n++] = NEWS_LN_WORDS_END;
  if( isSource(a) && b != NEWS_LB_SOURCE_IN ) aLane[n++] = NEWS_LN_SOURCE_END;
  return n;
}

static int mayFollow(u32 a, u32 b) {
  if( b == NEWS_LB_SOURCE_IN ) return isSource(a);
  if( b == NEWS_LB_WORDS_IN ) return isWords(a);
  return 1;
}

/* What each step from label to label multiplies, at every item. */
static void pathSteps(const Net *p, const Ask *q) {
  u32 i, a, b, k, n, aLane[3];
  for( i = 0; i < q->n; i++ ) {
    float aS[LANES];
    netSum(p, q, i, aS);
    for( a = 0; a < N; a++ ) {
      for( b = 0; b < N; b++ ) {
        double *pStep = &g.aStep[(i * N + a) * N + b];
        float sum = p->aA[a * N + b];
        *pStep = 0;
        if( !mayFollow(a, b) || (i == 0 && a) || (i == q->iCue && b) ) continue;
        n = stepLanes(a, b, aLane);
        for( k = 0; k < n; k++ ) sum += aS[aLane[k]];
        *pStep = power(sum);
      }
    }
  }
}

static void unify(double *a) {
  double sum = 0;
  u32 j;
  for( j = 0; j < N; j++ ) sum += a[j];
  for( j = 0; j < N; j++ ) a[j] /= sum;
}

/* Sums over the paths up to every item, and behind it. */
static void pathSums(const Ask *q) {
  double first[N] = {1};
  u32 i, a, b;
  for( i = 0; i < q->n; i++ ) {
    const double *aOld = i ? &g.aAhead[(i - 1) * N] : first;
    double *aNew = &g.aAhead[i * N];
    for( b = 0; b < N; b++ ) {
      aNew[b] = 0;
      for( a = 0; a < N; a++ ) {
        aNew[b] += aOld[a] * g.aStep[(i * N + a) * N + b];
      }
    }
    unify(aNew);
  }
  for( b = 0; b < N; b++ ) g.aBehind[(q->n - 1) * N + b] = 1;
  for( i = q->n - 1; i-- > 0; ) {
    double *aNew = &g.aBehind[i * N];
    for( a = 0; a < N; a++ ) {
      aNew[a] = 0;
      for( b = 0; b < N; b++ ) {
        aNew[a] += g.aStep[((i + 1) * N + a) * N + b] * aNew[N + b];
      }
    }
    unify(aNew);
  }
}

/* One sequence: a step along the gradient of its likelihood. */
static void netLearn(Net *p, const Ask *q) {
  double aPair[N * N] = {0};
  u32 i, j, a, b, k, n, aLane[3];
  room(q->n);
  pathSteps(p, q);
  pathSums(q);
  for( i = 0; i < q->n; i++ ) {
    double aX[N * N], sum = 0;
    float aD[LANES] = {0};
    u32 eOld = i ? q->aGold[i - 1] : 0, eNew = q->aGold[i];
    for( j = 0; j < N * N; j++ ) {
      aX[j] = (i ? g.aAhead[(i - 1) * N + j / N] : j / N == 0) *
              g.aStep[i * N * N + j] * g.aBehind[i * N + j % N];
      sum += aX[j];
    }
    for( a = 0; a < N; a++ ) {
      for( b = 0; b < N; b++ ) {
        double x = (a == eOld && b == eNew) - aX[a * N + b] / sum;
        n = stepLanes(a, b, aLane);
        for( k = 0; k < n; k++ ) aD[aLane[k]] += (float)x;
        aPair[a * N + b] += x;
      }
    }
    netStep(p, q, i, aD);
  }
  for( j = 0; j < N * N; j++ ) {
    float d = (float)aPair[j];
    p->aAG[j] += d * d;
    p->aA[j] += g.rate * d / sqrtf(p->aAG[j] + 0.01f);
  }
}

/* ---- training ----------------------------------------------------------- */

/* The weights of later epochs count together: their mean reads better than
** any of them. */
static void netCount(Net *p) {
  size_t i, n = (size_t)p->nLane << p->nBit;
  for( i = 0; i < n; i++ ) p->aMean[i] += p->aW[i];
  for( i = 0; i < N * N; i++ ) p->aAMean[i] += p->aA[i];
  p->nMean++;
}

static void shuffle(u32 *a, u32 n, u32 *pSeed) {
  for( ; n > 1; n-- ) {
    u32 j, x;
    *pSeed = *pSeed * 1664525u + 1013904223u;
    j = (u32)(((u64)*pSeed * n) >> 32);
    x = a[j];
    a[j] = a[n - 1];
    a[n - 1] = x;
  }
}

/* Train on all questions but those of documents of fold iFold. */
static void netTrain(Net *p, const AskList *pAsk, u32 iFold, u32 seed) {
  u32 *aOrder = grab(pAsk->n * sizeof(u32));
  u32 n = 0, i, iEpoch;
  netRestart(p);
  for( i = 0; i < pAsk->n; i++ ) {
    if( pAsk->a[i].iDoc % g.nFold != iFold ) aOrder[n++] = i;
  }
  for( iEpoch = 0; iEpoch < g.nEpoch; iEpoch++ ) {
    shuffle(aOrder, n, &seed);
    for( i = 0; i < n; i++ ) {
      const Ask *q = &pAsk->a[aOrder[i]];
      if( p->nLane == NEWS_LN_N ) {
        netLearn(p, q);
      } else {
        netAnswer(p, q);
      }
    }
    if( iEpoch * 2 + 1 >= g.nEpoch ) netCount(p);
  }
  free(aOrder);
}

static int rounded(float w, int nMax) {
  int n;
  w *= NEWS_WEIGHT_UNIT;
  n = (int)(w + (w < 0 ? -0.5f : 0.5f));
  return n > nMax ? nMax : n < -nMax ? -nMax : n;
}

/* The trained weights as the reader takes them. */
static void netStore(const Net *p, NewsWeights *pOut, int eStage) {
  u32 n = 1u << p->nBit, i;
  signed char *a = grab((size_t)n * p->nLane);
  for( i = 0; i < n * p->nLane; i++ ) {
    a[i] = (signed char)rounded(p->aMean[i] / (float)p->nMean, NEWS_WEIGHT_MAX);
  }
  if( eStage == 1 ) {
    pOut->aCue = a;
  } else if( eStage == 3 ) {
    pOut->aRow = a;
  } else {
    u8 *aLane = grab(n * p->nLane + 2);
    short *aAfter = grab(N * N * sizeof(short));
    for( i = 0; i < n * p->nLane; i++ ) {
      aLane[i] = (u8)(a[i] + NEWS_WEIGHT_MAX);
    }
    for( i = 0; i < N * N; i++ ) {
      aAfter[i] = (short)rounded(p->aAMean[i] / (float)p->nMean, 30000);
    }
    pOut->aArgument = aLane;
    pOut->aAfter = aAfter;
    free(a);
  }
}

/* ---- questions ---------------------------------------------------------- */

static Ask *askNew(u32 n) {
  AskList *p = g.pOut;
  Ask *q;
  if( (p->n & (p->n - 1)) == 0 ) {
    p->a = realloc(p->a, (size_t)(p->n * 2 + 1) * sizeof(Ask));
    if( p->a == 0 ) fail("out of memory", "");
  }
  q = &p->a[p->n++];
  memset(q, 0, sizeof(*q));
  q->iDoc = g.iDoc;
  q->n = n;
  q->aGold = grab(n);
  return q;
}

static void askSlots(Ask *q, u32 i, const u32 *aSlot, u32 nSlot) {
  if( q->aSlot == 0 ) {
    q->nFeat = nSlot;
    q->aSlot = grab((size_t)q->n * nSlot * sizeof(u32));
  }
  memcpy(&q->aSlot[i * nSlot], aSlot, nSlot * sizeof(u32));
}

static void askFree(AskList *p) {
  u32 i;
  for( i = 0; i < p->n; i++ ) {
    free(p->a[i].aSlot);
    free(p->a[i].aGold);
  }
  free(p->a);
  memset(p, 0, sizeof(*p));
}

/* The item of a gold cue that the reader should find: that which the rules
** chose, or the heaviest of the lexicon; the unit's end if none may be one. */
static u32 goldItem(const NewsView *v, const Gold *q) {
  u32 i, iBest = v->unit.iTo;
  int nBest = -1;
  for( i = v->unit.iFrom; i < v->unit.iTo; i++ ) {
    const NewsClause *c;
    int n;
    if( !newsSpanMeets(v->a[i].tok, q->cue) || !newsReaderAsks(v, i) ) continue;
    c = newsSeenClause(v, i);
    n = newsCueWeight(v->pText, &v->a[i]) + 10 * (c && c->bTaken == 1);
    if( n > nBest ) {
      nBest = n;
      iBest = i;
    }
  }
  return iBest;
}

/* Whether most of an item is in one of the pieces of gold words. */
static int inPieces(const NewsItem *p, const NewsSpan *a, u32 n) {
  u32 i, nIn = 0;
  for( i = 0; i < n; i++ ) {
    nIn += newsSpanLen(newsSpan(NEWS_MAX(a[i].iFrom, p->tok.iFrom),
                                NEWS_MIN(a[i].iTo, p->tok.iTo)));
  }
  if( p->eType == NEWS_IT_QUOTE ) nIn += 2; /* Its marks are not counted */
  return nIn * 2 > newsSpanLen(p->tok);
}

/* The label that gold row q gives item i. */
static u32 goldLabel(const NewsView *v, const Gold *q, u32 i) {
  if( inPieces(&v->a[i], q->aPiece, q->nPiece) ) return NEWS_LB_WORDS;
  if( inPieces(&v->a[i], &q->source, 1) ) return NEWS_LB_SOURCE;
  return NEWS_LB_NONE;
}

static void stageCue(NewsReader *p, const Doc *d) {
  const NewsView *v = &p->view;
  u32 aSlot[NEWS_SEEN_FEATURE], i, k;
  u8 *aGold = grab(v->unit.iTo);
  for( k = 0; k < d->nGold; k++ ) {
    i = v->unit.iTo;
    if( d->aGold[k].cue.iFrom < v->a[v->unit.iFrom].tok.iFrom ||
        d->aGold[k].cue.iFrom >= v->a[i - 1].tok.iTo ) {
      continue;
    }
    i = goldItem(v, &d->aGold[k]);
    if( d->aGold[k].bSpeech ) {
      g.nCue++;
      g.nMiss += i == v->unit.iTo;
    }
    if( i < v->unit.iTo ) aGold[i] = d->aGold[k].bSpeech ? 1 : 2;
  }
  for( i = v->unit.iFrom; i < v->unit.iTo; i++ ) {
    Ask *q;
    if( !newsReaderAsks(v, i) ) continue;
    q = askNew(1);
    askSlots(q, 0, aSlot, newsSeenCue(v, i, aSlot));
    q->aGold[0] = aGold[i];
  }
  free(aGold);
}

static void stageArgument(NewsReader *p, const Doc *d) {
  const NewsView *v = &p->view;
  u32 aSlot[NEWS_SEEN_FEATURE], i, k;
  newsReaderCues(p);
  for( k = 0; k < d->nGold; k++ ) {
    const Gold *pGold = &d->aGold[k];
    u32 iCue, n, eOld = 0, nSlot;
    NewsSpan reach;
    NewsAsked asked;
    Ask *q;
    if( pGold->cue.iFrom < v->a[v->unit.iFrom].tok.iFrom ||
        pGold->cue.iFrom >= v->a[v->unit.iTo - 1].tok.iTo ) {
      continue;
    }
    iCue = goldItem(v, pGold);
    if( iCue == v->unit.iTo ) continue;
    reach = newsReaderReach(v, iCue);
    n = newsSpanLen(reach);
    asked = newsSeenAsk(v, iCue, newsSeenClause(v, iCue));
    q = askNew(n);
    q->iCue = iCue - reach.iFrom;
    for( i = 0; i < n; i++ ) {
      u32 e =
          i == q->iCue ? NEWS_LB_NONE : goldLabel(v, pGold, reach.iFrom + i);
      nSlot = newsSeenItem(v, reach.iFrom + i, reach.iFrom + i > iCue, aSlot);
      nSlot += newsSeenArgument(v, &asked, reach.iFrom + i, &aSlot[nSlot]);
      askSlots(q, i, aSlot, nSlot);
      q->aGold[i] = (u8)(e && (e == eOld || e + 1 == eOld) ? e + 1 : e);
      eOld = q->aGold[i];
    }
  }
}

/* The gold row whose cue holds item i. */
static const Gold *goldOf(const NewsView *v, const Doc *d, u32 i) {
  u32 k;
  for( k = 0; k < d->nGold; k++ ) {
    if( newsSpanMeets(d->aGold[k].cue, v->a[i].tok) ) return &d->aGold[k];
  }
  return 0;
}

/* Whether the words found are, by half, those of the gold row. */
static int sameWords(const NewsView *v, const Gold *q, const NewsFound *f) {
  u32 i, k, nBoth = 0, nAny = 0;
  for( k = 0; k < q->nPiece; k++ ) nAny += newsSpanLen(q->aPiece[k]);
  for( i = v->unit.iFrom; i < v->unit.iTo; i++ ) {
    const NewsItem *pItem = &v->a[i];
    u32 n = newsSpanLen(pItem->tok);
    if( !newsSpanHas(f->left, i) && !newsSpanHas(f->right, i) ) continue;
    if( pItem->eType == NEWS_IT_QUOTE ) n -= NEWS_MIN(n, 2);
    if( inPieces(pItem, q->aPiece, q->nPiece) ) {
      nBoth += n;
    } else {
      nAny += n;
    }
  }
  return nBoth * 2 >= nAny && nBoth > 0;
}

static void stageRow(NewsReader *p, const Doc *d) {
  u32 aSlot[NEWS_SEEN_FEATURE], i;
  newsJoinRead(p);
  for( i = 0; i < p->nFound; i++ ) {
    NewsFound *f = &p->aFound[i];
    const Gold *pGold = goldOf(&p->view, d, f->iCue);
    Ask *q = askNew(1);
    askSlots(q, 0, aSlot, newsReaderRowSlots(p, f, aSlot));
    if( pGold && sameWords(&p->view, pGold, f) ) {
      q->aGold[0] = pGold->bSpeech ? 1 : 2;
    }
  }
}

static void unit(NewsReader *p, void *pDoc) {
  if( g.eStage == 1 ) {
    stageCue(p, pDoc);
  } else if( g.eStage == 2 ) {
    stageArgument(p, pDoc);
  } else {
    stageRow(p, pDoc);
  }
}

/* Train the model of a stage: one for each fold into aFold, and one of all
** reports behind them. */
static void stage(int eStage, NewsWeights *aFold, u32 nLane, u32 nBit) {
  AskList list = {0, 0};
  u32 i, k;
  g.eStage = eStage;
  g.pOut = &list;
  for( g.iDoc = 0; g.iDoc < g.nDoc; g.iDoc++ ) {
    Doc *d = &g.aDoc[g.iDoc];
    NewsQuoteList rows;
    memset(&rows, 0, sizeof(rows));
    newsQuoteTrain(&d->text, &rows, &aFold[g.iDoc % g.nFold], unit, d);
    newsQuoteFree(&rows);
  }
  for( i = eStage == 3 ? g.nFold : 0; i <= g.nFold; i++ ) {
    Net net;
    netInit(&net, nLane, nBit);
    for( k = 0; k < g.nTime; k++ ) netTrain(&net, &list, i, 12345 + k);
    netStore(&net, &aFold[i], eStage);
    netFree(&net);
  }
  printf("model %d: %u questions\n", eStage, list.n);
  fflush(stdout);
  askFree(&list);
}

/* ---- writing ------------------------------------------------------------ */

/* A table of weights, one character each, 'P' is 0. */
static void writeTable(FILE *f, const char *zName, const NewsWeights *p,
                       const signed char *a, u32 nLane, u32 nBit) {
  u32 n = nLane << nBit, i, nZero = 0, nMax = 0;
  fprintf(f, "table %s %u", zName, n);
  for( i = 0; i < n; i++ ) {
    int w = a ? a[i] : p->aArgument[i] - NEWS_WEIGHT_MAX;
    if( i % 96 == 0 ) fputc('\n', f);
    fputc('P' + w, f);
    nZero += w == 0;
    nMax += w == NEWS_WEIGHT_MAX || w == -NEWS_WEIGHT_MAX;
  }
  fputc('\n', f);
  printf("%s: %u weights, %.1f %% are 0, %u at the limit\n", zName, n,
         100.0 * nZero / n, nMax);
}

static void writeAll(const char *zName, const NewsWeights *p) {
  FILE *f = fopen(zName, "wb");
  u32 i;
  if( f == 0 ) fail("cannot write", zName);
  fprintf(f,
          "# Weights of the learned reader. GENERATED by tool/train.c of %u\n"
          "# reports, %u epochs, %u folds: make train GOLD=FILE.jsonl.gz\n"
          "# README.md tells of what data, and how well it reads.\n",
          g.nDoc, g.nEpoch, g.nFold);
  writeTable(f, "cue", p, p->aCue, NEWS_AN_N, NEWS_CUE_BITS);
  writeTable(f, "argument", p, 0, NEWS_LN_N, NEWS_ARGUMENT_BITS);
  writeTable(f, "row", p, p->aRow, NEWS_AN_N, NEWS_ROW_BITS);
  fprintf(f, "after");
  for( i = 0; i < N * N; i++ ) fprintf(f, " %d", p->aAfter[i]);
  fprintf(f, "\n");
  fclose(f);
}

static u32 option(int argc, char **argv, const char *zName, u32 nDefault) {
  int i;
  for( i = 3; i + 1 < argc; i++ ) {
    if( strcmp(argv[i], zName) == 0 ) return (u32)atoi(argv[i + 1]);
  }
  return nDefault;
}

int main(int argc, char **argv) {
  NewsWeights *aFold;
  if( argc < 3 ) fail("usage: train GOLD.jsonl WEIGHTS.txt", "");
  g.nEpoch = option(argc, argv, "-epochs", 6);
  g.rate = (float)option(argc, argv, "-rate", 2) / 100;
  g.nTime = option(argc, argv, "-times", 2);
  g.nFold = option(argc, argv, "-folds", 5);
  readFile(argv[1], option(argc, argv, "-share", 100));
  aFold = grab((g.nFold + 1) * sizeof(*aFold));
  stage(1, aFold, NEWS_AN_N, NEWS_CUE_BITS);
  printf("%u reports, %u cues of speech, %u of them no candidate\n", g.nDoc,
         g.nCue, g.nMiss);
  stage(2, aFold, NEWS_LN_N, NEWS_ARGUMENT_BITS);
  stage(3, aFold, NEWS_AN_N, NEWS_ROW_BITS);
  writeAll(argv[2], &aFold[g.nFold]);
  return 0;
}
