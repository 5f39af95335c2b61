/*
** diff.c: see diff.h.
**
** Words here are runs without white space: what a reader sees as one. Marks
** in aDrop[side] say which of them the other text lacks.
*/
#include "similarity/diff.h"

#include "base/hash.h"
#include "similarity/bag.h"

#define DIFF_COST 4096      /* Changed words that are looked for exactly */
#define DIFF_WORK (1 << 26) /* Steps of all searches of one call, at most */

typedef struct DiffText DiffText;
struct DiffText {
  const u8 *z;
  NewsVec vSpan; /* of NewsSpan: bytes of each word */
  NewsVec vHash; /* of u32 */
  u8 *aDrop;     /* By word: the other text lacks it. Owned */
};

typedef struct Diff Diff;
struct Diff {
  NewsArena *pArena;
  DiffText aText[2];
  i64 nWork;     /* Steps that are left */
  int *aEnd;     /* Farthest ends forward and backward, by diagonal. Owned */
  NewsVec vTodo; /* of DiffBox */
};

/* Stretches of words of both texts. */
typedef struct DiffBox DiffBox;
struct DiffBox {
  NewsSpan aWord[2];
};

static int diffIsSpace(u8 c) { return c == ' ' || (c >= 9 && c <= 13); }

static void diffRead(Diff *p, int iText, const u8 *z, u32 n) {
  DiffText *pText = &p->aText[iText];
  u32 i = 0;
  pText->z = z;
  while( i < n && p->pArena->rc == SQLITE_OK ) {
    NewsSpan *pSpan;
    u32 iFrom, *pHash;
    while( i < n && diffIsSpace(z[i]) ) i++;
    for( iFrom = i; i < n && !diffIsSpace(z[i]); ) i++;
    if( i == iFrom ) break;
    pSpan = newsVecPush(&pText->vSpan, p->pArena, sizeof(*pSpan));
    pHash = newsVecPush(&pText->vHash, p->pArena, sizeof(*pHash));
    if( pSpan == 0 || pHash == 0 ) return;
    *pSpan = newsSpan(iFrom, i);
    *pHash = newsHash(&z[iFrom], i - iFrom);
    newsArenaTick(p->pArena, i - iFrom + 8);
  }
  pText->aDrop = sqlite3_malloc64((u64)pText->vSpan.n + 1);
  if( pText->aDrop == 0 ) p->pArena->rc = SQLITE_NOMEM;
  if( pText->aDrop ) memset(pText->aDrop, 0, (size_t)pText->vSpan.n + 1);
}

static int diffSame(const Diff *p, u32 i, u32 j) {
  return ((u32 *)p->aText[0].vHash.a)[i] == ((u32 *)p->aText[1].vHash.a)[j];
}

static void diffTodo(Diff *p, NewsSpan a, NewsSpan b) {
  DiffBox *pNew = newsVecPush(&p->vTodo, p->pArena, sizeof(*pNew));
  if( pNew == 0 ) return;
  pNew->aWord[0] = a;
  pNew->aWord[1] = b;
}

/* All words of a box differ. */
static void diffAll(Diff *p, const DiffBox *pBox) {
  int k;
  for( k = 0; k < 2; k++ ) {
    memset(&p->aText[k].aDrop[pBox->aWord[k].iFrom], 1,
           newsSpanLen(pBox->aWord[k]));
  }
}

/* Take the words off both ends that are the same. */
static void diffStrip(const Diff *p, DiffBox *pBox) {
  NewsSpan *a = &pBox->aWord[0], *b = &pBox->aWord[1];
  while( a->iFrom < a->iTo && b->iFrom < b->iTo &&
         diffSame(p, a->iFrom, b->iFrom) ) {
    a->iFrom++;
    b->iFrom++;
  }
  while( a->iFrom < a->iTo && b->iFrom < b->iTo &&
         diffSame(p, a->iTo - 1, b->iTo - 1) ) {
    a->iTo--;
    b->iTo--;
  }
}

/*-------------------------------------------------------------- the middle */

/*
** Myers' middle snake: search from both ends at once, a change more in each
** round, until the two meet; there the box is parted. 0 if it takes more than
** DIFF_COST changes or the work left.
*/
static int diffMiddle(Diff *p, const DiffBox *pBox, u32 *pi, u32 *pj) {
  int n = (int)newsSpanLen(pBox->aWord[0]),
      m = (int)newsSpanLen(pBox->aWord[1]);
  u32 ia = pBox->aWord[0].iFrom, ib = pBox->aWord[1].iFrom;
  int nDelta = n - m, d, k, x, y, nMost = NEWS_MIN((n + m + 1) / 2, DIFF_COST);
  int *aOn = p->aEnd + DIFF_COST + 1, *aBack = aOn + 2 * DIFF_COST + 3;
  aOn[1] = 0;
  aBack[1] = 0;
  for( d = 0; d <= nMost; d++ ) {
    for( k = -d; k <= d; k += 2 ) {
      int bDown = k == -d || (k != d && aOn[k - 1] < aOn[k + 1]);
      x = bDown ? aOn[k + 1] : aOn[k - 1] + 1;
      for( y = x - k;
           x < n && y < m && y >= 0 && diffSame(p, ia + (u32)x, ib + (u32)y);
           y++, p->nWork-- ) {
        x++;
      }
      aOn[k] = x;
      if( (nDelta & 1) && nDelta - k >= -(d - 1) && nDelta - k <= d - 1 &&
          x + aBack[nDelta - k] >= n ) {
        *pi = (u32)x;
        *pj = (u32)y;
        return x <= n && y >= 0 && y <= m;
      }
    }
    for( k = -d; k <= d; k += 2 ) {
      int bDown = k == -d || (k != d && aBack[k - 1] < aBack[k + 1]);
      x = bDown ? aBack[k + 1] : aBack[k - 1] + 1;
      for( y = x - k; x < n && y < m && y >= 0 &&
                      diffSame(p, ia + (u32)(n - x - 1), ib + (u32)(m - y - 1));
           y++, p->nWork-- ) {
        x++;
      }
      aBack[k] = x;
      if( !(nDelta & 1) && nDelta - k >= -d && nDelta - k <= d &&
          x + aOn[nDelta - k] >= n ) {
        *pi = (u32)(n - x);
        *pj = (u32)(m - y);
        return x <= n && y >= 0 && y <= m;
      }
    }
    p->nWork -= 2 * d + 2;
    if( p->nWork < 0 || newsArenaTick(p->pArena, 2 * d + 2) ) return 0;
  }
  return 0;
}

/*------------------------------------------------------------ rare words */

/* Part a box at the words that stand once in each side, where they stand in
** the same order; greedy in the order of b. 0 if there are none. */
static int diffRare(Diff *p, const DiffBox *pBox) {
  const u32 *aHash = p->aText[0].vHash.a, *bHash = p->aText[1].vHash.a;
  NewsSpan a = pBox->aWord[0], b = pBox->aWord[1];
  NewsBag bag;
  u32 i, j, n = 0, iLast = a.iFrom, jLast = b.iFrom;
  p->nWork -= (i64)newsSpanLen(a) + newsSpanLen(b);
  if( p->nWork < -(i64)DIFF_WORK ) return 0;
  newsBagInit(&bag, p->pArena);
  for( i = a.iFrom; i < a.iTo; i++ ) {
    NewsBagSlot *pSlot = newsBagAdd(&bag, aHash[i], 0, 1);
    if( pSlot ) pSlot->w = i;
  }
  for( j = b.iFrom; j < b.iTo; j++ ) newsBagAdd(&bag, bHash[j], 1, 1);
  newsArenaTick(p->pArena, (i64)newsSpanLen(a) + newsSpanLen(b));
  for( j = b.iFrom; j < b.iTo && p->pArena->rc == SQLITE_OK; j++ ) {
    const NewsBagSlot *pSlot = newsBagFind(&bag, bHash[j]);
    if( pSlot == 0 || pSlot->an[0] != 1 || pSlot->an[1] != 1 ) continue;
    /* One that leaves out much more of one text than of the other is a move
    ** rather than a place where both go on */
    if( pSlot->w < iLast ||
        (u64)(pSlot->w - iLast) > 8 * (u64)(j - jLast) + 256 ) {
      continue;
    }
    diffTodo(p, newsSpan(iLast, pSlot->w), newsSpan(jLast, j));
    iLast = pSlot->w + 1;
    jLast = j + 1;
    n++;
  }
  newsBagFree(&bag);
  if( n == 0 ) return 0;
  diffTodo(p, newsSpan(iLast, a.iTo), newsSpan(jLast, b.iTo));
  return 1;
}

/* Mark what differs in a box, or part it into smaller ones. */
static void diffBox(Diff *p, DiffBox box) {
  u32 i, j;
  diffStrip(p, &box);
  newsArenaTick(p->pArena, 8);
  if( newsSpanLen(box.aWord[0]) == 0 || newsSpanLen(box.aWord[1]) == 0 ) {
    diffAll(p, &box);
    return;
  }
  if( diffMiddle(p, &box, &i, &j) ) {
    NewsSpan a = box.aWord[0], b = box.aWord[1];
    if( (i > 0 || j > 0) && (i < newsSpanLen(a) || j < newsSpanLen(b)) ) {
      diffTodo(p, newsSpan(a.iFrom, a.iFrom + i),
               newsSpan(b.iFrom, b.iFrom + j));
      diffTodo(p, newsSpan(a.iFrom + i, a.iTo), newsSpan(b.iFrom + j, b.iTo));
      return;
    }
  } else if( p->pArena->rc == SQLITE_OK && diffRare(p, &box) ) {
    return;
  }
  diffAll(p, &box);
}

/*--------------------------------------------------------------- the output */

/* The words of one side from i on that differ, as text. */
static u32 diffPut(const Diff *p, int iText, u32 i, sqlite3_str *pOut) {
  const DiffText *pText = &p->aText[iText];
  const NewsSpan *a = pText->vSpan.a;
  u32 iFrom = i, n = pText->vSpan.n;
  while( i < n && pText->aDrop[i] ) i++;
  if( i == iFrom ) return i;
  sqlite3_str_append(pOut, iText ? "{+" : "[-", 2);
  sqlite3_str_append(pOut, (const char *)&pText->z[a[iFrom].iFrom],
                     (int)(a[i - 1].iTo - a[iFrom].iFrom));
  sqlite3_str_append(pOut, iText ? "+}" : "-]", 2);
  return i;
}

/* The white space before a word of b, or behind its last. */
static void diffSpace(const Diff *p, u32 j, u32 nByte, sqlite3_str *pOut) {
  const NewsSpan *b = p->aText[1].vSpan.a;
  u32 iFrom = j ? b[j - 1].iTo : 0;
  u32 iTo = j < p->aText[1].vSpan.n ? b[j].iFrom : nByte;
  sqlite3_str_append(pOut, (const char *)&p->aText[1].z[iFrom],
                     (int)(iTo - iFrom));
}

static void diffWrite(Diff *p, u32 nByte, sqlite3_str *pOut) {
  const NewsSpan *b = p->aText[1].vSpan.a;
  u32 na = p->aText[0].vSpan.n, nb = p->aText[1].vSpan.n, i = 0, j = 0;
  while( (i < na || j < nb) && p->pArena->rc == SQLITE_OK ) {
    int bA = i < na && p->aText[0].aDrop[i];
    int bB = j < nb && p->aText[1].aDrop[j];
    if( j < nb ) {
      diffSpace(p, j, nByte, pOut);
    } else if( j ) {
      sqlite3_str_append(pOut, " ", 1);
    }
    if( bA ) i = diffPut(p, 0, i, pOut);
    if( bB ) j = diffPut(p, 1, j, pOut);
    if( !bA && !bB ) {
      sqlite3_str_append(pOut, (const char *)&p->aText[1].z[b[j].iFrom],
                         (int)newsSpanLen(b[j]));
      i++;
      j++;
    } else if( bA && !bB && j < nb ) {
      sqlite3_str_append(pOut, " ", 1);
      sqlite3_str_append(pOut, (const char *)&p->aText[1].z[b[j].iFrom],
                         (int)newsSpanLen(b[j]));
      i++;
      j++;
    }
    newsArenaTick(p->pArena, 32);
  }
  diffSpace(p, nb, nByte, pOut);
}

void newsDiff(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
              sqlite3_str *pOut) {
  Diff diff;
  int k;
  memset(&diff, 0, sizeof(diff));
  diff.pArena = pArena;
  diff.nWork = DIFF_WORK;
  diffRead(&diff, 0, za, na);
  diffRead(&diff, 1, zb, nb);
  diff.aEnd = sqlite3_malloc64((4 * DIFF_COST + 8) * sizeof(int));
  if( diff.aEnd == 0 ) pArena->rc = SQLITE_NOMEM;
  diffTodo(&diff, newsSpan(0, diff.aText[0].vSpan.n),
           newsSpan(0, diff.aText[1].vSpan.n));
  while( diff.vTodo.n && pArena->rc == SQLITE_OK ) {
    diffBox(&diff, ((DiffBox *)diff.vTodo.a)[--diff.vTodo.n]);
  }
  if( pArena->rc == SQLITE_OK ) diffWrite(&diff, nb, pOut);
  for( k = 0; k < 2; k++ ) {
    newsVecFree(&diff.aText[k].vSpan);
    newsVecFree(&diff.aText[k].vHash);
    sqlite3_free(diff.aText[k].aDrop);
  }
  sqlite3_free(diff.aEnd);
  newsVecFree(&diff.vTodo);
}
