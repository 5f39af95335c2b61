/*
** mkremark.c: learns the weights of ext/similarity/remark.c.
**
**     mkremark <pairs >ext/similarity/remarkmodel.h
**     mkremark same <pairs >ext/similarity/samemodel.h
**
** (the second those of newsRemarkSame()) reads lines "weight TAB score TAB
** text TAB text", score 0..1: how surely the two are one remark, weight how
** much the pair counts. Fits a logistic model by Newton's method with a small
** penalty.
*/
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "similarity/feature.h"
#include "similarity/say.h"

#define N NEWS_FEATURES
#define PENALTY 20
#define ROUNDS 12

typedef struct Pair Pair;
struct Pair {
  double w, y, x[N];
};

static int bSame; /* For newsRemarkSame() */
static Pair *aPair;
static size_t nPair, nSlot;

static void fail(const char *z) {
  fprintf(stderr, "mkremark: %s\n", z);
  exit(1);
}

/* The features of two texts: 0 where there are none. */
static int features(NewsArena *pArena, const char *za, const char *zb, int *f) {
  NewsVec aWord[2] = {{0}, {0}};
  u32 na = (u32)strlen(za), nb = (u32)strlen(zb);
  int bDone;
  if( bSame ) {
    newsSayRead(pArena, (u8 *)za, na, &aWord[0], 0, 0, 0);
    newsSayRead(pArena, (u8 *)zb, nb, &aWord[1], 0, 0, 0);
    bDone = newsFeaturesWords(pArena, &aWord[0], &aWord[1], 1, f);
  } else {
    bDone = newsFeaturesText(pArena, (u8 *)za, na, (u8 *)zb, nb, aWord, f);
  }
  newsVecFree(&aWord[0]);
  newsVecFree(&aWord[1]);
  return bDone;
}

static void readPair(char *z) {
  NewsArena arena;
  char *az[4], *p = z;
  int f[N], i;
  for( i = 0; i < 4; i++ ) {
    az[i] = p;
    p = strpbrk(p, i < 3 ? "\t" : "\n");
    if( p == 0 ) fail("a line has not four cells");
    *p++ = 0;
  }
  if( nPair == nSlot ) {
    nSlot = nSlot * 2 + 1000;
    aPair = realloc(aPair, nSlot * sizeof(Pair));
    if( aPair == 0 ) fail("out of memory");
  }
  newsArenaInit(&arena, 0, 0);
  if( features(&arena, az[2], az[3], f) ) {
    Pair *pPair = &aPair[nPair++];
    pPair->w = atof(az[0]);
    pPair->y = atof(az[1]);
    for( i = 0; i < N; i++ ) pPair->x[i] = f[i] / (double)NEWS_FEATURE_ONE;
  }
  newsArenaClear(&arena);
}

/* Solve h*d = g in place: d in g. */
static void solve(double h[N][N], double *g) {
  int i, j, k;
  for( i = 0; i < N; i++ ) {
    for( j = i + 1; j < N; j++ ) {
      double r = h[j][i] / h[i][i];
      for( k = i; k < N; k++ ) h[j][k] -= r * h[i][k];
      g[j] -= r * g[i];
    }
  }
  for( i = N - 1; i >= 0; i-- ) {
    for( j = i + 1; j < N; j++ ) g[i] -= h[i][j] * g[j];
    g[i] /= h[i][i];
  }
}

/* One step of Newton's method; the mean loss before it. */
static double step(double *b) {
  double h[N][N], g[N], loss = 0, sum = 0;
  size_t n;
  int i, j;
  memset(h, 0, sizeof(h));
  for( i = 0; i < N; i++ ) {
    g[i] = -PENALTY * b[i];
    h[i][i] = PENALTY;
  }
  for( n = 0; n < nPair; n++ ) {
    const Pair *p = &aPair[n];
    double z = 0, q;
    for( i = 0; i < N; i++ ) z += b[i] * p->x[i];
    q = 1 / (1 + exp(-z));
    loss -= p->w * (p->y * log(q + 1e-12) + (1 - p->y) * log(1 - q + 1e-12));
    sum += p->w;
    for( i = 0; i < N; i++ ) {
      double x = p->w * p->x[i];
      if( x == 0 ) continue;
      g[i] += x * (p->y - q);
      for( j = 0; j <= i; j++ ) h[i][j] += x * q * (1 - q) * p->x[j];
    }
  }
  for( i = 0; i < N; i++ ) {
    for( j = 0; j < i; j++ ) h[j][i] = h[i][j];
  }
  solve(h, g);
  for( i = 0; i < N; i++ ) b[i] += g[i];
  return loss / sum;
}

int main(int argc, char **argv) {
  double b[N] = {0};
  size_t nLine = 0;
  char *z = 0;
  int i;
  bSame = argc > 1 && strcmp(argv[1], "same") == 0;
  while( getline(&z, &nLine, stdin) > 0 ) readPair(z);
  if( nPair == 0 ) fail("no pairs");
  for( i = 0; i < ROUNDS; i++ ) {
    fprintf(stderr, "round %d: loss %.5f\n", i, step(b));
  }
  printf("/*\n** %smodel.h: the weights of %s, in 1/%d, in the"
         " order of\n** its features.\n**\n"
         "** Made by tool/mkremark.c of %zu pairs.\n*/\n"
         "static const int a%sModel[NEWS_FEATURES] = {\n    ",
         bSame ? "same" : "remark", bSame ? "newsRemarkSame()" : "remark.c",
         NEWS_FEATURE_ONE, nPair, bSame ? "Same" : "Remark");
  for( i = 0; i < N; i++ ) {
    printf("%d%s", (int)lround(b[i] * NEWS_FEATURE_ONE),
           i == N - 1   ? "};\n"
           : i % 8 == 7 ? ",\n    "
                        : ", ");
  }
  return 0;
}
