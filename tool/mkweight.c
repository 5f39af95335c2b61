/*
** mkweight.c: the words that comparison weighs.
**
**     mkweight learn MOST LEAST <texts >ext/similarity/en/weight.tsv
**
** counts in how many texts (parted by a byte 0) each word stands, in the form
** that ext/similarity/pass.c gives it, and writes the MOST most frequent that
** stand in LEAST texts or more, with a weight of 16 * ln(texts / texts with
** it).
**
**     mkweight make ext/similarity/en ext/lexicon/en build/wordweight.c
**       ext/similarity/fr ...
**
** makes C of weight.tsv, sense.tsv, suffix.tsv, alike.tsv, synonym.tsv and
** contrary.tsv, of spell.tsv, near.tsv, given.tsv, family.tsv and sort.tsv (see
** the README there), and of the lexicon's place.tsv: the form that
** ext/similarity/weight.c, alias.c and who.c read; and of the weight.tsv of the
** other languages.
*/
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "similarity/alias.h"
#include "similarity/pass.h"
#include "similarity/weight.h"
#include "similarity/who.h"
#include "text/fold.h"

#define MAX_FORM 63 /* Bytes of a word */

typedef struct Word Word;
struct Word {
  u32 hash;
  u32 nText; /* Texts that have it; weight when making */
  u32 iLast; /* The last text that had it, from 1 */
  u32 alias; /* What it stands for: a hash, 0 for itself */
  u32 mSense;
  char zForm[MAX_FORM + 1];
};

static Word *aWord;
static u32 nWord, nSlot;

static void stop(const char *zFormat, ...) {
  va_list ap;
  va_start(ap, zFormat);
  fprintf(stderr, "mkweight: ");
  vfprintf(stderr, zFormat, ap);
  fprintf(stderr, "\n");
  exit(1);
}

static void grow(void) {
  Word *aOld = aWord;
  u32 i, nOld = nSlot;
  nSlot = nSlot ? nSlot * 2 : 1 << 16;
  aWord = calloc(nSlot, sizeof(Word));
  if( aWord == 0 ) stop("out of memory");
  for( i = 0; i < nOld; i++ ) {
    u32 j = aOld[i].hash & (nSlot - 1);
    if( aOld[i].zForm[0] == 0 ) continue;
    while( aWord[j].zForm[0] ) j = (j + 1) & (nSlot - 1);
    aWord[j] = aOld[i];
  }
  free(aOld);
}

/* The word with this hash and form, new if need be. */
static Word *word(u32 hash, const char *zForm) {
  u32 i;
  if( nWord >= nSlot / 2 ) grow();
  i = hash & (nSlot - 1);
  while( aWord[i].zForm[0] && aWord[i].hash != hash ) i = (i + 1) & (nSlot - 1);
  if( aWord[i].zForm[0] == 0 ) {
    nWord++;
    aWord[i].hash = hash;
    snprintf(aWord[i].zForm, sizeof(aWord[i].zForm), "%s", zForm);
  } else if( strcmp(aWord[i].zForm, zForm) && nSlot < 1 << 16 ) {
    stop("%s and %s have one hash", aWord[i].zForm, zForm);
  }
  return &aWord[i];
}

/* The hash of a form as the tables have it: already folded. */
static u32 formHash(const char *z) {
  return newsHash((const u8 *)z, strlen(z));
}

static int byForm(const void *a, const void *b) {
  return strcmp(((const Word *)a)->zForm, ((const Word *)b)->zForm);
}
static int byCount(const void *a, const void *b) {
  const Word *p = a, *q = b;
  if( p->nText != q->nText ) return p->nText < q->nText ? 1 : -1;
  return strcmp(p->zForm, q->zForm);
}
static int byHash(const void *a, const void *b) {
  u32 x = ((const Word *)a)->hash, y = ((const Word *)b)->hash;
  return x < y ? -1 : x > y;
}

/* Put the words in use first, in this order. */
static void sortWords(int (*xOrder)(const void *, const void *)) {
  u32 i, n = 0;
  for( i = 0; i < nSlot; i++ ) {
    if( aWord[i].zForm[0] ) aWord[n++] = aWord[i];
  }
  qsort(aWord, n, sizeof(Word), xOrder);
}

/* ---- learn -------------------------------------------------------------- */

/* The form of a word, without what the pass drops; 0 if it is not kept. */
static int formOf(const u8 *z, const NewsGrain *p, char *zForm) {
  u32 hash, i, m = 0, n;
  u8 a[256];
  if( p->flags & (NEWS_GRAIN_DIGIT | NEWS_GRAIN_LONE) ) return 0;
  n = newsFoldWord(&z[p->iByte], p->nByte, a, sizeof(a), &hash);
  if( n > sizeof(a) ) return 0;
  for( i = 0; i < n; i++ ) {
    if( a[i] == '\'' || a[i] == '.' ) continue;
    if( m == MAX_FORM ) return 0;
    zForm[m++] = (char)a[i];
  }
  zForm[m] = 0;
  return newsHash((u8 *)zForm, m) == p->hash;
}

static void learnText(const u8 *z, u32 n, u32 iText) {
  NewsArena arena;
  NewsVec v = {0};
  NewsGrain *a;
  char zForm[MAX_FORM + 1];
  u32 i;
  newsArenaInit(&arena, 0, 0);
  newsPassAll(&arena, NEWS_PASS_JOIN, z, n, &v);
  a = v.a;
  for( i = 0; i < v.n; i++ ) {
    Word *p;
    if( !formOf(z, &a[i], zForm) ) continue;
    p = word(a[i].hash, zForm);
    p->nText += p->iLast != iText;
    p->iLast = iText;
  }
  newsVecFree(&v);
  newsArenaClear(&arena);
}

static void learn(u32 nMost, u32 nLeast) {
  size_t nText = 0, n = 0, nAlloc = 1 << 20;
  u8 *a = malloc(nAlloc);
  int c;
  u32 i;
  while( a && (c = getchar()) != EOF ) {
    if( c == 0 ) {
      learnText(a, (u32)n, (u32)++nText);
      n = 0;
      continue;
    }
    if( n == nAlloc ) a = realloc(a, nAlloc *= 2);
    if( a ) a[n++] = (u8)c;
  }
  if( nWord == 0 ) stop("no texts");
  sortWords(byCount);
  while( nMost > nWord || aWord[nMost - 1].nText < nLeast ) nMost--;
  nWord = nMost;
  qsort(aWord, nWord, sizeof(Word), byForm);
  printf("# Words and weights: 16 * ln(texts / texts with the word), of %zu"
         " texts.\n# Made by tool/mkweight.c learn; a word that is not here"
         " stands in fewer\n# than %u.\n",
         nText, nLeast);
  for( i = 0; i < nWord; i++ ) {
    int w = (int)(16 * log((double)nText / aWord[i].nText) + 0.5);
    printf("%s\t%d\n", aWord[i].zForm, w);
  }
}

/* ---- make --------------------------------------------------------------- */

static const char *const azSense[] = {
    "neg",  "number", "aux",   "pron", "weak", "nay",     "lift",  "link",
    "deny", "cond",   "may",   "open", "near", "percent", "ratio", "part",
    "of",   "one",    "whose", "cent", "unit", "be",      "doer",  "join"};

/* Split a row at its tabs: the number of cells. */
static int cells(char *z, char **az, int nMax) {
  int n = 0;
  z[strcspn(z, "\r\n")] = 0;
  if( z[0] == '#' || z[0] == 0 ) return 0;
  while( n < nMax ) {
    az[n++] = z;
    z = strchr(z, '\t');
    if( z == 0 ) break;
    *z++ = 0;
  }
  return n;
}

static FILE *table(const char *zDir, const char *zName) {
  char z[1000];
  FILE *p;
  snprintf(z, sizeof(z), "%s/%s", zDir, zName);
  p = fopen(z, "r");
  if( p == 0 ) stop("cannot read %s", z);
  return p;
}

static void readWeights(FILE *p) {
  char z[1000], *az[3];
  while( fgets(z, sizeof(z), p) ) {
    int n = cells(z, az, 3);
    if( n == 0 ) continue;
    if( n != 2 ) stop("weight.tsv: %s", z);
    word(formHash(az[0]), az[0])->nText = (u32)atoi(az[1]) + 1;
  }
  fclose(p);
}

static char aPrefix[20][8];
static u32 nPrefix;

/* Keep a form that ends in "-": words that begin so may stand for a negation.
** 0 if it is none. */
static int addPrefix(const char *zForm, const char *zSense) {
  size_t n = strlen(zForm);
  if( n < 2 || zForm[n - 1] != '-' ) return 0;
  if( strcmp(zSense, "nay") || n > 7 || nPrefix == NEWS_COUNT(aPrefix) - 1 ) {
    stop("sense.tsv: %s cannot be the beginning of words", zForm);
  }
  memcpy(aPrefix[nPrefix++], zForm, n - 1);
  return 1;
}

static void writePrefixes(FILE *pOut) {
  u32 i;
  fprintf(pOut, "const char newsPrefix[][8] = {\n");
  for( i = 0; i <= nPrefix; i++ ) fprintf(pOut, "  \"%s\",\n", aPrefix[i]);
  fprintf(pOut, "};\n");
}

/* The hash of a form of one word or two, "#" for a number. */
static u32 formHash2(char *z) {
  char *zNext = strchr(z, ' ');
  u32 hash;
  if( zNext == 0 ) return formHash(z);
  *zNext = 0;
  hash = newsHashPair(formHash(z),
                      strcmp(&zNext[1], "#") ? formHash(&zNext[1]) : 0);
  *zNext = ' ';
  return hash;
}

/* form, what it stands for or -, senses */
static void readSenses(FILE *p) {
  char z[1000], *az[4], *zSense;
  while( fgets(z, sizeof(z), p) ) {
    int n = cells(z, az, 4);
    Word *pWord;
    if( n == 0 ) continue;
    if( n != 3 ) stop("sense.tsv: %s", z);
    if( addPrefix(az[0], az[2]) ) continue;
    pWord = word(formHash2(az[0]), az[0]);
    if( strcmp(az[1], "-") ) pWord->alias = formHash(az[1]);
    for( zSense = strtok(az[2], " "); zSense; zSense = strtok(0, " ") ) {
      int i;
      for( i = 0; i < NEWS_COUNT(azSense) && strcmp(azSense[i], zSense); ) i++;
      if( i == NEWS_COUNT(azSense) ) stop("sense.tsv: no sense %s", zSense);
      pWord->mSense |= 1u << i;
    }
  }
  fclose(p);
}

static void writeSuffixes(FILE *pOut, FILE *p) {
  char z[1000], *az[4];
  fprintf(pOut, "const NewsSuffix newsSuffix[] = {\n");
  while( fgets(z, sizeof(z), p) ) {
    int n = cells(z, az, 4);
    if( n == 0 ) continue;
    if( n != 3 || strlen(az[0]) > 7 || strlen(az[1]) > 4 ) {
      stop("suffix.tsv: %s", z);
    }
    fprintf(pOut, "  {\"%s\", \"%s\", %d, %d},\n", az[0],
            strcmp(az[1], "-") ? az[1] : "", (int)strlen(az[0]), atoi(az[2]));
  }
  fprintf(pOut, "  {\"\", \"\", 0, 0},\n};\n");
  fclose(p);
}

typedef struct Pair Pair;
struct Pair {
  u32 a, b;
  int share;
  int iRow;
};
static Pair aPair[40000];

static int byPair(const void *a, const void *b) {
  const Pair *p = a, *q = b;
  if( p->a != q->a ) return p->a < q->a ? -1 : 1;
  if( p->b != q->b ) return p->b < q->b ? -1 : 1;
  return p->iRow - q->iRow;
}

/* Where in a table sorted by hash those begin that have i in the highest
** 10 bits (NEWS_FIRST_OF): firstAdd() of each of its entries, then
** firstWrite(). */
static u32 anFirst[NEWS_FIRST_N];

static void firstAdd(u32 hash) { anFirst[NEWS_FIRST_OF(hash) + 1]++; }

static void firstWrite(FILE *pOut, const char *zName) {
  u32 i, n = 0;
  fprintf(pOut, "const u16 %s[NEWS_FIRST_N] = {", zName);
  for( i = 0; i < NEWS_FIRST_N; i++ ) {
    n += anFirst[i];
    fprintf(pOut, "%s%u,", i % 12 ? "" : "\n", n);
    anFirst[i] = 0;
  }
  fprintf(pOut, "\n};\n");
}

static int nPair = 0;

/* Rows of stem, stem, share: both ways, into aPair. */
static void readPairs(const char *zDir, const char *zName) {
  char z[1000], *az[4];
  FILE *p = table(zDir, zName);
  while( fgets(z, sizeof(z), p) ) {
    int nCell = cells(z, az, 4);
    if( nCell == 0 ) continue;
    if( nCell != 3 || nPair + 2 > NEWS_COUNT(aPair) ) stop("%s: %s", zName, z);
    aPair[nPair].a = aPair[nPair + 1].b = formHash(az[0]);
    aPair[nPair].b = aPair[nPair + 1].a = formHash(az[1]);
    aPair[nPair].share = aPair[nPair + 1].share = atoi(az[2]);
    aPair[nPair].iRow = aPair[nPair + 1].iRow = nPair;
    nPair += 2;
  }
  fclose(p);
}

/* The stems that have others, with where these begin and how many they are;
** then all others, and then their shares. */
static void writeAlikes(FILE *pOut) {
  int i, j;
  fprintf(pOut, "const NewsAlike newsAlike[] = {\n");
  for( i = 0; i < nPair; i = j ) {
    for( j = i + 1; j < nPair && aPair[j].a == aPair[i].a; j++ ) {
    }
    fprintf(pOut, "{0x%08xu, %d, %d},\n", aPair[i].a, i, j - i);
    firstAdd(aPair[i].a);
  }
  fprintf(pOut, "};\n");
  firstWrite(pOut, "newsAlikeAt");
  fprintf(pOut, "const u32 newsAlikeStem[] = {\n");
  for( i = 0; i < nPair; i++ ) fprintf(pOut, "0x%08xu,\n", aPair[i].b);
  fprintf(pOut, "};\nconst u8 newsAlikeShare[] = {\n");
  for( i = 0; i < nPair; i++ ) fprintf(pOut, "%d,\n", aPair[i].share);
  fprintf(pOut, "};\n");
}

/* A pair that stands in both tables is as in the first. */
static void writeAlike(FILE *pOut, const char *zDir) {
  int i, n = 0;
  readPairs(zDir, "alike.tsv");
  readPairs(zDir, "synonym.tsv");
  qsort(aPair, (size_t)nPair, sizeof(Pair), byPair);
  for( i = 0; i < nPair; i++ ) {
    if( n && aPair[i].a == aPair[n - 1].a && aPair[i].b == aPair[n - 1].b ) {
      continue;
    }
    if( aPair[i].share > 255 ) stop("a share of %d", aPair[i].share);
    aPair[n++] = aPair[i];
  }
  nPair = n;
  if( nPair > 0xffff ) stop("%d pairs are too many", nPair);
  writeAlikes(pOut);
}

/* letters, what takes their place */
static void writeSpelling(FILE *pOut, const char *zName, FILE *p) {
  char z[1000], *az[3];
  fprintf(pOut, "const NewsSpell %s[] = {\n", zName);
  while( fgets(z, sizeof(z), p) ) {
    int n = cells(z, az, 3), bBegin, bEnd;
    if( n == 0 ) continue;
    bBegin = az[0][0] == '^';
    az[0] += bBegin;
    bEnd = az[0][0] && az[0][strlen(az[0]) - 1] == '$';
    if( bEnd ) az[0][strlen(az[0]) - 1] = 0;
    if( n != 2 || az[0][0] == 0 || strlen(az[0]) > 11 || strlen(az[1]) > 11 ) {
      stop("%s: %s", zName, z);
    }
    fprintf(pOut, "  {\"%s\", \"%s\", %d, %d, %d},\n", az[0],
            strcmp(az[1], "-") ? az[1] : "", (int)strlen(az[0]), bBegin, bEnd);
  }
  fprintf(pOut, "  {\"\", \"\", 0, 0, 0},\n};\n");
  fclose(p);
}

static NewsGiven aGiven[4000];

static int byGiven(const void *a, const void *b) {
  const NewsGiven *p = a, *q = b;
  if( p->hash != q->hash ) return p->hash < q->hash ? -1 : 1;
  return strcmp(p->zName, q->zName);
}

/* name, its forms: a row each, and one for the name itself */
static void writeGiven(FILE *pOut, FILE *p) {
  char z[1000], *az[3], *zForm, *zNext;
  int n = 0, i;
  while( fgets(z, sizeof(z), p) ) {
    int nCell = cells(z, az, 3);
    if( nCell == 0 ) continue;
    if( nCell != 2 || strlen(az[0]) > 15 ) stop("given.tsv: %s", z);
    for( zForm = az[0]; zForm; zForm = zNext ) {
      zNext = zForm == az[0] ? az[1] : strchr(zForm, ',');
      if( zNext && *zNext == ',' ) *zNext++ = 0;
      if( n >= NEWS_COUNT(aGiven) ) stop("given.tsv: too many names");
      aGiven[n].hash = formHash(zForm);
      strcpy(aGiven[n++].zName, az[0]);
    }
  }
  fclose(p);
  qsort(aGiven, (size_t)n, sizeof(NewsGiven), byGiven);
  fprintf(pOut, "const u32 newsGivenCount = %d;\n", n);
  fprintf(pOut, "const NewsGiven newsGiven[] = {\n");
  for( i = 0; i < n; i++ ) {
    fprintf(pOut, "{0x%08xu, \"%s\"},\n", aGiven[i].hash, aGiven[i].zName);
  }
  fprintf(pOut, "};\n");
}

static u32 aFamily[500];

static int byFamily(const void *a, const void *b) {
  u32 x = *(const u32 *)a, y = *(const u32 *)b;
  return x < y ? -1 : x > y;
}

/* names, parted by commas */
static void writeFamily(FILE *pOut, FILE *p) {
  char z[1000], *az[2], *zForm, *zNext;
  int n = 0, i;
  while( fgets(z, sizeof(z), p) ) {
    int nCell = cells(z, az, 2);
    if( nCell == 0 ) continue;
    if( nCell != 1 ) stop("family.tsv: %s", z);
    for( zForm = az[0]; zForm; zForm = zNext ) {
      zNext = strchr(zForm, ',');
      if( zNext ) *zNext++ = 0;
      if( n >= NEWS_COUNT(aFamily) ) stop("family.tsv: too many names");
      aFamily[n++] = formHash(zForm);
    }
  }
  fclose(p);
  qsort(aFamily, (size_t)n, sizeof(u32), byFamily);
  fprintf(pOut, "const u32 newsFamilyCount = %d;\n", n);
  fprintf(pOut, "const u32 newsFamily[] = {\n");
  for( i = 0; i < n; i++ ) fprintf(pOut, "0x%08xu,\n", aFamily[i]);
  fprintf(pOut, "};\n");
}

/* A word with two values: what contradicts what, or a place's name. */
typedef struct Entry Entry;
struct Entry {
  u32 hash;
  u32 a, b;
};
static Entry aEntry[10000];
static int nEntry;

static int byEntry(const void *a, const void *b) {
  u32 x = ((const Entry *)a)->hash, y = ((const Entry *)b)->hash;
  return x < y ? -1 : x > y;
}

/* Add an entry; 0 if its word is there. */
static int entry(u32 hash, u32 a, u32 b) {
  int i;
  for( i = 0; i < nEntry; i++ ) {
    if( aEntry[i].hash == hash ) return 0;
  }
  if( nEntry == NEWS_COUNT(aEntry) ) stop("too many entries");
  aEntry[nEntry].hash = hash;
  aEntry[nEntry].a = a;
  aEntry[nEntry++].b = b;
  return 1;
}

/* group, forms of a side; groups stand together */
static void writeContrary(FILE *pOut, FILE *p) {
  char z[1000], zGroup[100] = "", *az[3], *zForm;
  u32 iGroup = 0, iSide = 0;
  int i;
  nEntry = 0;
  while( fgets(z, sizeof(z), p) ) {
    int n = cells(z, az, 3);
    if( n == 0 ) continue;
    if( n != 2 ) stop("contrary.tsv: %s", z);
    iSide = strcmp(zGroup, az[0]) ? 0 : iSide + 1;
    iGroup += iSide == 0;
    if( iGroup > 255 || iSide >= 32 ) stop("contrary.tsv: too many: %s", z);
    snprintf(zGroup, sizeof(zGroup), "%s", az[0]);
    for( zForm = strtok(az[1], ","); zForm; zForm = strtok(0, ",") ) {
      if( !entry(formHash(zForm), iGroup, iSide) ) {
        stop("contrary.tsv: %s stands twice", zForm);
      }
    }
  }
  fclose(p);
  qsort(aEntry, (size_t)nEntry, sizeof(Entry), byEntry);
  fprintf(pOut, "const NewsContrary newsContrary[] = {\n");
  for( i = 0; i < nEntry; i++ ) {
    fprintf(pOut, "{0x%08xu, %u, %u},\n", aEntry[i].hash, aEntry[i].a,
            aEntry[i].b);
    firstAdd(aEntry[i].hash);
  }
  fprintf(pOut, "};\n");
  firstWrite(pOut, "newsContraryAt");
}

/* ---- sorts of persons --------------------------------------------------- */

static char azSort[NEWS_SORTS][16];
static u32 aSortNot[NEWS_SORTS];
static u32 mSortLoose;

/* The number of a sort, from 1. */
static u32 sortOf(const char *z) {
  u32 i = 1;
  while( i < NEWS_SORTS && azSort[i][0] && strcmp(azSort[i], z) ) i++;
  if( i == NEWS_SORTS || strlen(z) >= sizeof(azSort[0]) ) {
    stop("sort.tsv: one sort more, or too long: %s", z);
  }
  strcpy(azSort[i], z);
  return i;
}

/* Note the sorts that one is not, in both directions. */
static void sortNot(u32 iSort, char *z) {
  char *zNot;
  if( strcmp(z, "-") == 0 ) return;
  for( zNot = strtok(z, ","); zNot; zNot = strtok(0, ",") ) {
    u32 iNot = sortOf(zNot);
    if( iNot == iSort ) stop("sort.tsv: %s is not itself", zNot);
    aSortNot[iSort] |= 1u << iNot;
    aSortNot[iNot] |= 1u << iSort;
  }
}

/* The next row of sort.tsv: its sort, 0 at the end of the file. */
static u32 sortRow(FILE *p, char *z, int nByte, char **az) {
  while( fgets(z, nByte, p) ) {
    int n = cells(z, az, 4);
    char *zEnd;
    u32 iSort;
    if( n == 0 ) continue;
    if( n != 3 ) stop("sort.tsv: %s", z);
    zEnd = &az[0][strlen(az[0]) - 1];
    if( *zEnd != '?' ) return sortOf(az[0]);
    *zEnd = 0;
    iSort = sortOf(az[0]);
    mSortLoose |= 1u << iSort;
    return iSort;
  }
  return 0;
}

/* sort, sorts that it is not, words. Sorts count in the order of their rows. */
static void writeSorts(FILE *pOut, FILE *p) {
  char z[4000], *az[4], *zForm;
  u32 iSort;
  int i;
  nEntry = 0;
  while( sortRow(p, z, sizeof(z), az) ) {
  }
  if( strcmp(azSort[NEWS_SORT_RULE], "rule") ||
      strcmp(azSort[NEWS_SORT_PAST], "past") ) {
    stop("sort.tsv: rule and past come first%s", "");
  }
  rewind(p);
  while( (iSort = sortRow(p, z, sizeof(z), az)) != 0 ) {
    sortNot(iSort, az[1]);
    for( zForm = strtok(az[2], ","); zForm; zForm = strtok(0, ",") ) {
      if( !entry(formHash(zForm), iSort, 0) ) {
        stop("sort.tsv: %s stands twice", zForm);
      }
    }
  }
  fclose(p);
  qsort(aEntry, (size_t)nEntry, sizeof(Entry), byEntry);
  fprintf(pOut, "const u32 newsSortCount = %d;\n", nEntry);
  fprintf(pOut, "const NewsSort newsSort[] = {\n");
  for( i = 0; i < nEntry; i++ ) {
    fprintf(pOut, "{0x%08xu, %u},\n", aEntry[i].hash, aEntry[i].a);
  }
  fprintf(pOut, "};\nconst u32 newsSortNot[NEWS_SORTS] = {\n");
  for( i = 0; i < NEWS_SORTS; i++ ) fprintf(pOut, "0x%x,\n", aSortNot[i]);
  fprintf(pOut, "};\nconst u32 newsSortLoose = 0x%x;\n", mSortLoose);
}

/* The key of a place's form: a word, two words, or initials (weight.h); 0 for
** longer ones, and for short words that are written like others. */
static u32 placeKey(const char *z) {
  NewsArena arena;
  NewsVec v = {0};
  const NewsGrain *a;
  u32 key = 0, n = (u32)strlen(z);
  int bInitials = z[1] == '.' || (z[0] >= 'A' && z[0] <= 'Z');
  newsArenaInit(&arena, 0, 0);
  newsPassAll(&arena, NEWS_PASS_JOIN, (const u8 *)z, n, &v);
  a = v.a;
  if( v.n == 2 && !bInitials ) key = newsHashPair(a[0].hash, a[1].hash);
  if( v.n == 1 && bInitials ) key = newsHashPair(a[0].hash, 0);
  if( v.n == 1 && !bInitials && n > 3 ) key = a[0].hash;
  newsVecFree(&v);
  newsArenaClear(&arena);
  return key;
}

/* name, forms, kind of word: the lexicon's table */
static void writePlaces(FILE *pOut, FILE *p) {
  char z[1000], *az[5], *zForm;
  int i;
  nEntry = 0;
  while( fgets(z, sizeof(z), p) ) {
    int n = cells(z, az, 5);
    u32 place;
    if( n == 0 || strcmp(az[0], "-") == 0 ) continue;
    if( n < 3 ) stop("place.tsv: %s", z);
    if( strstr(az[2], "capital") ) continue;
    place = formHash(az[0]);
    for( zForm = strtok(az[1], ","); zForm; zForm = strtok(0, ",") ) {
      u32 key = placeKey(zForm);
      if( key ) entry(key, place, 0);
    }
  }
  fclose(p);
  qsort(aEntry, (size_t)nEntry, sizeof(Entry), byEntry);
  fprintf(pOut, "const NewsToponym newsToponym[] = {\n");
  for( i = 0; i < nEntry; i++ ) {
    fprintf(pOut, "{0x%08xu, 0x%08xu},\n", aEntry[i].hash, aEntry[i].a);
    firstAdd(aEntry[i].hash);
  }
  fprintf(pOut, "};\n");
  firstWrite(pOut, "newsToponymAt");
}

static void writeWords(FILE *p) {
  u32 i, j = 0;
  sortWords(byHash);
  fprintf(p, "const u16 newsWeightFirst[4097] = {");
  for( i = 0; i <= 4096; i++ ) {
    while( j < nWord && aWord[j].hash >> 20 < i ) j++;
    fprintf(p, "%s%u,", i % 12 ? "" : "\n", j);
  }
  fprintf(p, "\n};\nconst u32 newsWeightHash[] = {");
  for( i = 0; i < nWord; i++ ) {
    fprintf(p, "%s0x%08xu,", i % 6 ? "" : "\n", aWord[i].hash);
  }
  fprintf(p, "\n};\nconst u8 newsWeightValue[] = {");
  for( i = 0; i < nWord; i++ ) {
    u32 w = aWord[i].nText ? aWord[i].nText - 1 : 255;
    fprintf(p, "%s%u,", i % 16 ? "" : "\n", w);
  }
  fprintf(p, "\n};\nconst NewsSense newsSense[] = {\n");
  for( i = 0; i < nWord; i++ ) {
    if( aWord[i].mSense == 0 && aWord[i].alias == 0 ) continue;
    fprintf(p, "{0x%08xu, 0x%08xu, %u},\n", aWord[i].hash, aWord[i].alias,
            aWord[i].mSense);
    firstAdd(aWord[i].hash);
  }
  fprintf(p, "};\n");
  firstWrite(p, "newsSenseAt");
}

/* The weights of other languages, a folder each. */
static void writeTongues(FILE *pOut, char **azDir, int nDir) {
  char z[1000], *az[3];
  int i, j;
  for( i = 0; i < nDir; i++ ) {
    FILE *p = table(azDir[i], "weight.tsv");
    nEntry = 0;
    while( fgets(z, sizeof(z), p) ) {
      int n = cells(z, az, 3);
      if( n == 0 ) continue;
      if( n != 2 ) stop("%s/weight.tsv: %s", azDir[i], z);
      entry(formHash(az[0]), (u32)atoi(az[1]), 0);
    }
    fclose(p);
    qsort(aEntry, (size_t)nEntry, sizeof(Entry), byEntry);
    fprintf(pOut, "static const u32 aTongue%d[] = {\n", i);
    for( j = 0; j < nEntry; j++ ) {
      fprintf(pOut, "0x%06x%02xu,\n", aEntry[j].hash >> 8, aEntry[j].a);
    }
    fprintf(pOut, "};\n");
  }
  fprintf(pOut, "const NewsTongue newsTongue[] = {\n");
  for( i = 0; i < nDir; i++ ) {
    fprintf(pOut, "{NEWS_COUNT(aTongue%d), aTongue%d},\n", i, i);
  }
  fprintf(pOut, "{0, 0}};\n");
}

static void make(const char *zDir, const char *zLexicon, const char *zOut,
                 char **azTongue, int nTongue) {
  FILE *p;
  readWeights(table(zDir, "weight.tsv"));
  readSenses(table(zDir, "sense.tsv"));
  if( nWord > 65000 ) stop("too many words");
  p = fopen(zOut, "w");
  if( p == 0 ) stop("cannot write %s", zOut);
  fprintf(p, "/* Made by tool/mkweight.c of ext/similarity/en: not to be"
             " edited. */\n#include \"similarity/alias.h\"\n"
             "#include \"similarity/weight.h\"\n"
             "#include \"similarity/who.h\"\n\n");
  writeSuffixes(p, table(zDir, "suffix.tsv"));
  writePrefixes(p);
  writeAlike(p, zDir);
  writeSpelling(p, "newsSpell", table(zDir, "spell.tsv"));
  writeSpelling(p, "newsNear", table(zDir, "near.tsv"));
  writeGiven(p, table(zDir, "given.tsv"));
  writeFamily(p, table(zDir, "family.tsv"));
  writeContrary(p, table(zDir, "contrary.tsv"));
  writeSorts(p, table(zDir, "sort.tsv"));
  writePlaces(p, table(zLexicon, "place.tsv"));
  writeTongues(p, azTongue, nTongue);
  writeWords(p);
  if( fclose(p) ) stop("cannot write %s", zOut);
}

int main(int argc, char **argv) {
  if( argc == 4 && strcmp(argv[1], "learn") == 0 ) {
    learn((u32)atoi(argv[2]), (u32)atoi(argv[3]));
  } else if( argc >= 5 && strcmp(argv[1], "make") == 0 ) {
    make(argv[2], argv[3], argv[4], &argv[5], argc - 5);
  } else {
    stop("usage: mkweight learn MOST LEAST |"
         " make FOLDER LEXICON FILE TONGUE...");
  }
  return 0;
}
