/*
** mklexicon.c: makes C of the tables in ext/lexicon.
**
**     mklexicon ext/lexicon build FREQUENT [FILE ...]
**
** reads class.tsv and the tables of every language (see the README there)
** and writes build/lexclass.h, a bit for each class, and build/lexdata.c, the
** vocabulary in the form that ext/text/vocab.h describes.  Forms are folded
** by the extension's own ext/text/fold.c, so that tokens meet them.  The
** output depends on nothing but the tables; a file that would not change is
** not touched.  FREQUENT has rows of a folded word and a number, the smaller
** the more frequent it is: such words come first.  Further files, what else is
** known of words (the reader's weights), only count for the version of it all.
**
** Phases: read (rows to items, one for each form), merge (items of the same
** folded form to words and phrases), share (phrases that tell nothing but their
** classes to one), trie (phrases to states, which are then as few as can be),
** order (frequent words first), write.
*/
#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <utf8proc.h>

#include "base/hash.h"
#include "base/number.h"
#include "lexicon/epithet.h"
#include "text/fold.h"
#include "text/vocab.h"

#define MAX_CLASS 64   /* Bits of a u64 */
#define MAX_WORD 63    /* Bytes of a folded word */
#define MAX_PHRASE 255 /* ... of a folded phrase */
#define MAX_INDEX 65535
#define MAX_SETS 0xfff     /* Sets of classes: bits of NewsWord.iClasses */
#define MAX_POOL (1 << 20) /* Bytes of forms and values: of NewsWord.oForm */
#define MAX_FORM 4000      /* ... of a form with alternatives */
#define HOT 1000           /* Words that have a table of their own */
#define RANK_NONE 1000000
#define POOL_PART 4000 /* C compilers must take literals of 4095 bytes */

/* A form as a row gives it; after merging, a word or phrase. */
typedef struct Item Item;
struct Item {
  char *zForm;  /* Folded; the words of a phrase parted by one space */
  char *zValue; /* What it stands for */
  u64 mAny, mCap, mUpper;
  u32 iSeq; /* Order of reading */
  u8 weight;
  u8 bValue;  /* The row names a value */
  u8 bPhrase; /* Of several words */
  u8 bShared; /* A phrase that tells nothing but its classes: "*" */
  u32 iStart; /* The state after it, where phrases begin with it */
  u32 iRank;  /* How frequent it is: 0 most */
};

/* A phrase and the item that tells of it. */
typedef struct Phrase Phrase;
struct Phrase {
  char *zForm;
  u32 iItem;
};

/* From a state over the word with this hash to another. */
typedef struct Step Step;
struct Step {
  u32 iFrom, iTo, hash;
};

typedef struct Text Text;
struct Text {
  char *z;
  u32 iSeq; /* Where it is asked for first */
  u32 iOff; /* Where it begins in the pool */
};

typedef struct Pool Pool;
struct Pool {
  Text *a;      /* Different strings, sorted */
  Text **apSeq; /* ... as they are asked for */
  u32 n;
};

static struct {
  char *azClass[MAX_CLASS];   /* Names */
  char *azMeaning[MAX_CLASS]; /* What class.tsv says of them */
  int nClass;
  Item *aItem;
  u32 nItem, nItemSlot;
  u32 nWord;       /* Items before the phrases */
  Phrase *aPhrase; /* Sorted by form */
  u32 nPhrase;
  Step *aStep;
  u32 nStep, nStepSlot;
  u32 *aEnd; /* Item that ends in each state, + 1; 0: none */
  u32 nState;
  NewsEpithet *aEpithet;
  u32 nEpithet;
  u32 *aFrequent; /* Hashes of frequent words */
  u32 nFrequent;
  u64 version;     /* Hash of all rows */
  const char *zAt; /* The file that is read, and its line */
  int iLine;
  int nErr;
} g = {.version = 14695981039346656037u};

/* ---- memory and errors ------------------------------------------------ */

static void *grow(void *p, size_t n) {
  p = realloc(p, n ? n : 1);
  if( p == 0 ) {
    fputs("mklexicon: out of memory\n", stderr);
    exit(1);
  }
  return p;
}

static void *zeroed(size_t n) { return memset(grow(0, n), 0, n); }

static char *copy(const char *z) {
  size_t n = strlen(z) + 1;
  return memcpy(grow(0, n), z, n);
}

static void fail(const char *zFormat, ...) {
  va_list ap;
  va_start(ap, zFormat);
  fprintf(stderr, "%s:", g.zAt);
  if( g.iLine ) fprintf(stderr, "%d:", g.iLine);
  fputc(' ', stderr);
  vfprintf(stderr, zFormat, ap);
  fputc('\n', stderr);
  va_end(ap);
  g.nErr++;
}

static void hashRow(const char *z) {
  do {
    g.version = (g.version ^ (u8)*z) * 1099511628211u;
  } while( *z++ );
}

/* ---- read ------------------------------------------------------------- */

/* Cut the next field off *pz at c, trimmed of spaces; NULL at the end. */
static char *field(char **pz, int c) {
  char *z = *pz, *zEnd;
  if( z == 0 ) return 0;
  zEnd = strchr(z, c);
  *pz = zEnd ? zEnd + 1 : 0;
  if( zEnd == 0 ) zEnd = z + strlen(z);
  while( z < zEnd && *z == ' ' ) z++;
  while( z < zEnd && zEnd[-1] == ' ' ) zEnd--;
  *zEnd = 0;
  return z;
}

static int isNone(const char *z) {
  return z[0] == 0 || (z[0] == '-' && z[1] == 0);
}

static int isStar(const char *z) { return z[0] == '*' && z[1] == 0; }

static void frequentRow(char *);

/* Call xRow for each line that is neither empty nor a comment. What words
** mean does not depend on how frequent they are, so that is no version. */
static void readFile(const char *zFile, void (*xRow)(char *)) {
  FILE *in = fopen(zFile, "r");
  char *zLine = 0;
  size_t nSlot = 0;
  ssize_t n;
  g.zAt = zFile;
  g.iLine = 0;
  if( in == 0 ) {
    fail("%s", strerror(errno));
    return;
  }
  while( (n = getline(&zLine, &nSlot, in)) >= 0 ) {
    g.iLine++;
    while( n > 0 && strchr("\r\n", zLine[n - 1]) ) zLine[--n] = 0;
    if( n == 0 || zLine[0] == '#' ) continue;
    if( xRow != frequentRow ) hashRow(zLine);
    xRow(zLine);
  }
  free(zLine);
  fclose(in);
}

static void classRow(char *z) {
  char *zName = field(&z, '\t');
  char *zMeaning = field(&z, '\t');
  const char *zBad = zName + strspn(zName, "abcdefghijklmnopqrstuvwxyz_");
  if( zMeaning == 0 || z ) {
    fail("a class has 2 columns");
  } else if( *zBad || zBad == zName ) {
    fail("a class is named in lower case: \"%s\"", zName);
  } else if( g.nClass == MAX_CLASS ) {
    fail("more than %d classes", MAX_CLASS);
  } else {
    g.azClass[g.nClass] = copy(zName);
    g.azMeaning[g.nClass++] = copy(zMeaning);
  }
}

/* The bits of class names parted by spaces. */
static u64 classMask(char *z) {
  u64 m = 0;
  char *zName;
  if( z == 0 || isNone(z) ) return 0;
  while( (zName = field(&z, ' ')) != 0 ) {
    int i = 0;
    while( i < g.nClass && strcmp(g.azClass[i], zName) ) i++;
    if( i < g.nClass ) {
      m |= (u64)1 << i;
    } else if( *zName ) {
      fail("unknown class \"%s\"", zName);
    }
  }
  return m;
}

/* Of the letters of a form: is one a capital (2: the first), is one small? */
static void letters(const char *z, int *pnCap, int *pnSmall, int *pbFirst) {
  utf8proc_int32_t c;
  utf8proc_ssize_t n;
  int nLetter = 0;
  *pnCap = *pnSmall = *pbFirst = 0;
  while( (n = utf8proc_iterate((const u8 *)z, -1, &c)) > 0 && c ) {
    utf8proc_category_t e = utf8proc_category(c);
    int bCap = e == UTF8PROC_CATEGORY_LU || e == UTF8PROC_CATEGORY_LT;
    if( e >= UTF8PROC_CATEGORY_LU && e <= UTF8PROC_CATEGORY_LO ) {
      if( nLetter++ == 0 ) *pbFirst = bCap;
      if( bCap ) ++*pnCap;
      if( e == UTF8PROC_CATEGORY_LL ) ++*pnSmall;
    }
    z += n;
  }
  if( n < 0 ) fail("bad UTF-8");
}

/* Put the classes of a form in the set that its capitals call for. */
static void setClasses(Item *p, const char *zForm, u64 m) {
  int nCap, nSmall, bFirst;
  letters(zForm, &nCap, &nSmall, &bFirst);
  if( p->bPhrase ) {
    *(nCap ? &p->mCap : &p->mAny) = m;
  } else if( nCap >= 2 && nSmall == 0 ) {
    p->mUpper = m;
  } else {
    *(bFirst ? &p->mCap : &p->mAny) = m;
  }
}

/* A single character that is no letter or digit is a token whose hash is its
** code; 0 for a word. */
static u32 signCode(const char *z) {
  utf8proc_int32_t c;
  utf8proc_ssize_t n = utf8proc_iterate((const u8 *)z, -1, &c);
  if( n <= 0 || (z[n] && z[n] != ' ') ) return 0;
  return utf8proc_category(c) > UTF8PROC_CATEGORY_NO ? (u32)c : 0;
}

/* The hash of the word that begins at z and ends with a space or the form. */
static u32 wordHash(const char *z, size_t *pn) {
  u32 code = signCode(z);
  *pn = strcspn(z, " ");
  return code ? code : newsHash((const u8 *)z, (u32)*pn);
}

/* Fold a form word by word into aOut. Returns its number of words, 0 if it
** is not a good one. */
static int foldForm(const char *zForm, char *aOut) {
  char *zLeft = copy(zForm), *zTail = zLeft, *zWord;
  size_t nOut = 0;
  int nWord = 0;
  while( (zWord = field(&zTail, ' ')) != 0 ) {
    u8 a[MAX_WORD];
    u32 hash, n = (u32)strlen(zWord);
    if( n == 0 ) continue;
    if( nWord++ ) aOut[nOut++] = ' ';
    if( signCode(zWord) ) {
      memcpy(a, zWord, n);
    } else {
      n = newsFoldWord((const u8 *)zWord, n, a, sizeof(a), &hash);
    }
    if( n == 0 || n > MAX_WORD || nOut + n >= MAX_PHRASE ) {
      fail(n ? "too long: \"%s\"" : "nothing is left of \"%s\"", zForm);
      nWord = 0;
      break;
    }
    memcpy(&aOut[nOut], a, n);
    nOut += n;
  }
  aOut[nOut] = 0;
  free(zLeft);
  return nWord;
}

static Item *newItem(const char *zForm, const char *zValue) {
  Item *p;
  if( g.nItem == g.nItemSlot ) {
    g.nItemSlot = g.nItemSlot * 2 + 1000;
    g.aItem = grow(g.aItem, g.nItemSlot * sizeof(Item));
  }
  p = &g.aItem[g.nItem];
  memset(p, 0, sizeof(*p));
  p->iSeq = g.nItem++;
  p->zForm = copy(zForm);
  p->zValue = copy(zValue);
  return p;
}

/* A form as it reads: "Moody's" for "Moody 's". In place. */
static char *joinClitics(char *z) {
  char *zFrom = z, *zTo = z;
  for( ; *zFrom; zFrom++ ) {
    if( zFrom[0] != ' ' || zFrom[1] != '\'' ) *zTo++ = *zFrom;
  }
  *zTo = 0;
  return z;
}

/* One form of a row, perhaps with classes of its own. */
static void addForm(char *z, const char *zValue, u64 m, int weight) {
  char aForm[MAX_PHRASE + 1];
  char *zForm = field(&z, ':');
  int nWord = foldForm(zForm, aForm);
  Item *p;
  m |= classMask(z);
  if( nWord == 0 ) {
    if( *zForm == 0 ) fail("empty form");
    return;
  }
  if( m == 0 ) fail("no class: \"%s\"", zForm);
  if( signCode(zForm) ) {
    fprintf(stderr, "%s:%d: left out, begins with no word: \"%s\"\n", g.zAt,
            g.iLine, zForm);
    return;
  }
  p = newItem(aForm, zValue);
  p->bValue = !isNone(zValue) && !isStar(zValue);
  p->weight = (u8)weight;
  p->bPhrase = nWord > 1;
  p->bShared = p->bPhrase && isStar(zValue);
  setClasses(p, zForm, m);
  if( !p->bValue ) p->zValue = copy(joinClitics(zForm));
}

/* All that a form with alternatives stands for: "(ask|asked|asks) not to be
** named( publicly|)". The first that holds no other is taken, then the rest. */
static void addForms(const char *z, const char *zValue, u64 m, int weight) {
  char aForm[MAX_FORM + 1];
  const char *zEnd = strchr(z, ')'), *zOpen = zEnd, *zAlt, *zTo;
  if( strlen(z) > MAX_FORM ) {
    fail("too long: \"%.40s...\"", z);
    return;
  }
  while( zOpen && zOpen > z && *zOpen != '(' ) zOpen--;
  if( zEnd == 0 ) {
    strcpy(aForm, z);
    addForm(aForm, zValue, m, weight);
    return;
  }
  if( *zOpen != '(' ) {
    fail("no ( before ): \"%s\"", z);
    return;
  }
  for( zTo = zOpen; zTo < zEnd; ) {
    zAlt = zTo + 1;
    zTo = zAlt + strcspn(zAlt, "|)");
    snprintf(aForm, sizeof(aForm), "%.*s%.*s%s", (int)(zOpen - z), z,
             (int)(zTo - zAlt), zAlt, zEnd + 1);
    addForms(aForm, zValue, m, weight);
  }
}

static void tableRow(char *z) {
  char *azCol[4], *zForm;
  int i, weight = 5;
  u64 m;
  for( i = 0; i < 4 && (azCol[i] = field(&z, '\t')) != 0; i++ ) {
  }
  if( i < 4 || z ) {
    fail("a row has 4 columns");
    return;
  }
  m = classMask(azCol[2]);
  if( !isNone(azCol[3]) ) {
    weight = azCol[3][0] - '0';
    if( weight < 0 || weight > 9 || azCol[3][1] ) {
      fail("weight must be 0 to 9 or -, not \"%s\"", azCol[3]);
      return;
    }
  }
  while( (zForm = field(&azCol[1], ',')) != 0 ) {
    addForms(zForm, azCol[0], m, weight);
  }
}

/* ---- epithets --------------------------------------------------------- */

/* Read apart from the other tables: no words, but what stands for them. */
#define EPITHETS "epithet.tsv"

/* The key of a title: of what it stands for in the other tables, if they have
** it. */
static u32 keyOf(const char *z) {
  char zForm[MAX_PHRASE + 1];
  u8 a[MAX_PHRASE];
  u32 hash, i;
  foldForm(z, zForm);
  for( i = 0; i < g.nItem; i++ ) {
    const Item *p = &g.aItem[i];
    if( p->bValue && strcmp(p->zForm, zForm) == 0 ) {
      z = p->zValue;
      break;
    }
  }
  newsFoldWord((const u8 *)z, (u32)strlen(z), a, sizeof(a), &hash);
  return hash;
}

static void epithetRow(char *z) {
  char *zEpithet = field(&z, '\t'), *zTitles = field(&z, '\t'), *zTitle;
  if( zTitles == 0 || z ) {
    fail("a row has 2 columns");
    return;
  }
  while( (zTitle = field(&zTitles, ',')) != 0 ) {
    NewsEpithet *p;
    if( g.nEpithet % 256 == 0 ) {
      g.aEpithet = grow(g.aEpithet, (g.nEpithet + 256) * sizeof(*p));
    }
    p = &g.aEpithet[g.nEpithet++];
    p->epithet = keyOf(zEpithet);
    p->title = keyOf(zTitle);
  }
}

static int epithetCompare(const void *a, const void *b) {
  const NewsEpithet *p = a, *q = b;
  if( p->epithet != q->epithet ) return p->epithet < q->epithet ? -1 : 1;
  return (p->title > q->title) - (p->title < q->title);
}

/* Names of languages and of tables, each in the order of reading. */
typedef struct List List;
struct List {
  char **az;
  int n;
};
static List languages, tables;

static void addName(List *p, const char *z) {
  int i;
  for( i = 0; i < p->n; i++ ) {
    if( strcmp(p->az[i], z) == 0 ) return;
  }
  p->az = grow(p->az, (size_t)(p->n + 1) * sizeof(char *));
  p->az[p->n++] = copy(z);
}

static void orderRow(char *z) { addName(&tables, field(&z, '\t')); }

static char *path(const char *zDir, const char *zName) {
  char *z = zeroed(strlen(zDir) + strlen(zName) + 2);
  sprintf(z, "%s/%s", zDir, zName);
  return z;
}

static int exists(const char *zFile) { return access(zFile, R_OK) == 0; }

static int isTable(const struct dirent *p) {
  size_t n = strlen(p->d_name);
  return p->d_name[0] != '.' && n > 4 && strcmp(p->d_name, EPITHETS) &&
         !strcmp(&p->d_name[n - 4], ".tsv");
}

static int isLanguage(const struct dirent *p) {
  return strchr(p->d_name, '.') == 0;
}

/* Add what a folder holds to a list, by name. */
static void addNames(List *p, const char *zDir,
                     int (*xWanted)(const struct dirent *)) {
  struct dirent **ap;
  int i, n = scandir(zDir, &ap, xWanted, alphasort);
  for( i = 0; i < n; i++ ) addName(p, ap[i]->d_name);
}

/* Table by table as order.tsv says (then those that it does not name), of
** each the languages by name: the order of precedence. */
static void readAll(const char *zDir) {
  char *zFile = path(zDir, "order.tsv");
  int i, j;
  readFile(path(zDir, "class.tsv"), classRow);
  if( exists(zFile) ) readFile(zFile, orderRow);
  addNames(&languages, zDir, isLanguage);
  for( i = 0; i < languages.n; i++ ) {
    languages.az[i] = path(zDir, languages.az[i]);
    addNames(&tables, languages.az[i], isTable);
  }
  for( i = 0; i < tables.n; i++ ) {
    for( j = 0; j < languages.n; j++ ) {
      zFile = path(languages.az[j], tables.az[i]);
      if( exists(zFile) ) readFile(zFile, tableRow);
    }
  }
  for( i = 0; i < languages.n; i++ ) {
    zFile = path(languages.az[i], EPITHETS);
    if( exists(zFile) ) readFile(zFile, epithetRow);
  }
  qsort(g.aEpithet, g.nEpithet, sizeof(*g.aEpithet), epithetCompare);
  g.iLine = 0;
  g.zAt = zDir;
}

/* ---- merge ------------------------------------------------------------ */

/* The first word of each phrase must be a word, if one without classes. */
static void addStarts(void) {
  u32 i, n = g.nItem;
  for( i = 0; i < n; i++ ) {
    if( g.aItem[i].bPhrase ) {
      char *z = copy(g.aItem[i].zForm);
      z[strcspn(z, " ")] = 0;
      newItem(z, z);
      free(z);
    }
  }
}

/* Words before phrases, by form. */
static int formCompare(const void *a, const void *b) {
  const Item *p = a, *q = b;
  int c = p->bPhrase - q->bPhrase;
  return c ? c : strcmp(p->zForm, q->zForm);
}

/* The same, then as read. */
static int itemCompare(const void *a, const void *b) {
  const Item *p = a, *q = b;
  int c = formCompare(a, b);
  return c ? c : (p->iSeq < q->iSeq ? -1 : 1);
}

/* One item of all those of a form: classes united; value and weight of the
** first that names a value, else of the first. */
static void mergeItems(void) {
  u32 i, n = 0;
  qsort(g.aItem, g.nItem, sizeof(Item), itemCompare);
  for( i = 0; i < g.nItem; i++ ) {
    Item *q = &g.aItem[i], *p = n ? &g.aItem[n - 1] : 0;
    if( p == 0 || p->bPhrase != q->bPhrase || strcmp(p->zForm, q->zForm) ) {
      g.aItem[n++] = *q;
      continue;
    }
    p->mAny |= q->mAny;
    p->mCap |= q->mCap;
    p->mUpper |= q->mUpper;
    p->bShared &= q->bShared;
    if( q->bValue && !p->bValue ) {
      p->zValue = q->zValue;
      p->weight = q->weight;
      p->bValue = 1;
    }
  }
  g.nItem = n;
}

/* ---- share ------------------------------------------------------------ */

/* The item of the n so far that a phrase shares, or n. */
static u32 sharedItem(u32 n, const Item *p) {
  u32 i;
  for( i = g.nWord; p->bShared && i < n; i++ ) {
    const Item *q = &g.aItem[i];
    if( q->bShared && q->mAny == p->mAny && q->mCap == p->mCap &&
        q->mUpper == p->mUpper && q->weight == p->weight ) {
      return i;
    }
  }
  return n;
}

/* Part the phrases from their items, of which shared ones have one. */
static void sharePhrases(void) {
  u32 i, n;
  for( i = 0; i < g.nItem; i++ ) g.nWord += !g.aItem[i].bPhrase;
  g.aPhrase = zeroed((g.nItem + 1) * sizeof(Phrase));
  for( i = n = g.nWord; i < g.nItem; i++ ) {
    Item item = g.aItem[i];
    Phrase *p = &g.aPhrase[g.nPhrase++];
    p->zForm = item.zForm;
    p->iItem = sharedItem(n, &item);
    if( p->iItem < n ) continue;
    if( item.bShared ) item.zValue = copy("");
    g.aItem[n++] = item;
  }
  g.nItem = n;
}

/* ---- trie ------------------------------------------------------------- */

/* Slots of an open table that is at most two thirds full. */
static u32 slots(u32 n) {
  u32 nSlot = 16;
  while( nSlot * 2 < n * 3 ) nSlot *= 2;
  return nSlot;
}

static u32 addState(u32 iFrom, u32 hash) {
  Step *p;
  if( g.nStep == g.nStepSlot ) {
    g.nStepSlot = g.nStepSlot * 2 + 1000;
    g.aStep = grow(g.aStep, g.nStepSlot * sizeof(Step));
    g.aEnd = grow(g.aEnd, (g.nStepSlot + 1) * sizeof(u32));
  }
  p = &g.aStep[g.nStep++];
  p->iFrom = iFrom;
  p->hash = hash;
  p->iTo = g.nState++;
  g.aEnd[p->iTo] = 0;
  return p->iTo;
}

/* Note the state after the first word, of n bytes, of phrases. */
static void addStart(const char *z, size_t n, u32 iState) {
  Item key, *pItem;
  memset(&key, 0, sizeof(key));
  key.zForm = copy(z);
  key.zForm[n] = 0;
  pItem = bsearch(&key, g.aItem, g.nItem, sizeof(Item), formCompare);
  if( pItem == 0 ) fail("a phrase without its first word");
  pItem->iStart = iState;
  free(key.zForm);
}

/* States for the words of a phrase. The phrases come sorted, so that one
** shares its first words with the one before it (zPrev) or with none; aState
** is the states of that one's words. */
static void addPhrase(const Phrase *p, const char *zPrev, u32 *aState) {
  const char *z = p->zForm;
  u32 iState = 0;
  int i, bSame = 1;
  for( i = 0; *z; i++ ) {
    size_t n, nPrev = strcspn(zPrev, " ");
    u32 hash = wordHash(z, &n);
    bSame = bSame && n == nPrev && memcmp(z, zPrev, n) == 0;
    if( !bSame ) aState[i] = addState(iState, hash);
    iState = aState[i];
    if( i == 0 ) addStart(z, n, iState);
    z += n + (z[n] == ' ');
    zPrev += nPrev + (zPrev[nPrev] == ' ');
  }
  g.aEnd[iState] = p->iItem + 1;
}

static void makeTrie(void) {
  u32 i, aState[MAX_PHRASE];
  const char *zPrev = "";
  g.nState = 1;
  g.aEnd = zeroed(sizeof(u32));
  for( i = 0; i < g.nPhrase; i++ ) {
    addPhrase(&g.aPhrase[i], zPrev, aState);
    zPrev = g.aPhrase[i].zForm;
  }
}

/* The steps of a trie by the state that they leave, then by word. */
static int stepCompare(const void *a, const void *b) {
  const Step *p = a, *q = b;
  if( p->iFrom != q->iFrom ) return p->iFrom < q->iFrom ? -1 : 1;
  return (p->hash > q->hash) - (p->hash < q->hash);
}

/* Whether two states, whose steps are sorted, go on alike. */
static int sameState(const u32 *aFirst, u32 i, u32 j) {
  u32 k, n = aFirst[i + 1] - aFirst[i];
  if( g.aEnd[i] != g.aEnd[j] || n != aFirst[j + 1] - aFirst[j] ) return 0;
  for( k = 0; k < n; k++ ) {
    const Step *p = &g.aStep[aFirst[i] + k], *q = &g.aStep[aFirst[j] + k];
    if( p->hash != q->hash || p->iTo != q->iTo ) return 0;
  }
  return 1;
}

/* A number that is the same for states that go on alike. */
static u32 stateHash(const u32 *aFirst, u32 i) {
  u32 k, h = g.aEnd[i];
  for( k = aFirst[i]; k < aFirst[i + 1]; k++ ) {
    h = newsHashPair(newsHashPair(h, g.aStep[k].hash), g.aStep[k].iTo);
  }
  return h;
}

/* Leave the states that aSame maps to themselves, with new numbers. */
static void dropStates(u32 *aSame) {
  u32 *aNew = zeroed(g.nState * sizeof(u32)), i, n = 0;
  for( i = 0; i < g.nState; i++ ) {
    if( aSame[i] != i ) continue;
    g.aEnd[n] = g.aEnd[i];
    aNew[i] = n++;
  }
  g.nState = n;
  for( i = n = 0; i < g.nStep; i++ ) {
    Step step = g.aStep[i];
    if( aSame[step.iFrom] != step.iFrom ) continue;
    step.iFrom = aNew[step.iFrom];
    step.iTo = aNew[step.iTo];
    g.aStep[n++] = step;
  }
  g.nStep = n;
  for( i = 0; i < g.nItem; i++ ) {
    g.aItem[i].iStart = aNew[aSame[g.aItem[i].iStart]];
  }
  free(aNew);
}

/* Let states that go on alike be one, from the ends of the phrases on: the
** trie becomes a graph without cycles. A state is numbered higher than the one
** before it, so that those behind it are done first. */
static void joinStates(void) {
  u32 *aFirst = zeroed((g.nState + 1) * sizeof(u32));
  u32 *aSame = zeroed(g.nState * sizeof(u32));
  u32 nSlot = slots(g.nState), *aSlot = zeroed(nSlot * sizeof(u32)), i, k;
  qsort(g.aStep, g.nStep, sizeof(Step), stepCompare);
  for( i = g.nStep; i > 0; i-- ) aFirst[g.aStep[i - 1].iFrom] = i - 1;
  for( i = g.nState, aFirst[i] = g.nStep; i-- > 0; ) {
    u32 iSlot;
    if( aFirst[i] == 0 && i > 0 ) aFirst[i] = aFirst[i + 1];
    for( k = aFirst[i]; k < aFirst[i + 1]; k++ ) {
      g.aStep[k].iTo = aSame[g.aStep[k].iTo];
    }
    iSlot = stateHash(aFirst, i) & (nSlot - 1);
    while( aSlot[iSlot] && !sameState(aFirst, i, aSlot[iSlot]) ) {
      iSlot = (iSlot + 1) & (nSlot - 1);
    }
    if( aSlot[iSlot] == 0 ) aSlot[iSlot] = i;
    aSame[i] = i ? aSlot[iSlot] : 0;
  }
  dropStates(aSame);
  free(aFirst);
  free(aSame);
  free(aSlot);
}

/* ---- order ------------------------------------------------------------ */

static void frequentRow(char *z) {
  Item key = {.zForm = field(&z, '\t')}, *p;
  if( g.nFrequent % 1024 == 0 ) {
    g.aFrequent = grow(g.aFrequent, (g.nFrequent + 1024) * sizeof(u32));
  }
  g.aFrequent[g.nFrequent++] =
      newsHash((const u8 *)key.zForm, (u32)strlen(key.zForm));
  p = bsearch(&key, g.aItem, g.nItem, sizeof(Item), formCompare);
  if( p && z ) p->iRank = (u32)atoi(z);
}

static int rankCompare(const void *a, const void *b) {
  const Item *p = a, *q = b;
  if( p->iRank != q->iRank ) return p->iRank < q->iRank ? -1 : 1;
  return formCompare(a, b);
}

/* Frequent words first: those that a report needs lie side by side then. */
static void orderWords(const char *zFrequent) {
  u32 i;
  for( i = 0; i < g.nItem; i++ ) g.aItem[i].iRank = RANK_NONE;
  readFile(zFrequent, frequentRow);
  qsort(g.aItem, g.nWord, sizeof(Item), rankCompare);
  g.nFrequent = newsNumberOnce(g.aFrequent, g.nFrequent);
}

/* ---- write ------------------------------------------------------------ */

static int textCompare(const void *a, const void *b) {
  return strcmp(((const Text *)a)->z, ((const Text *)b)->z);
}

/* The same, then as asked for. */
static int textSeqCompare(const void *a, const void *b) {
  int c = textCompare(a, b);
  return c ? c : ((const Text *)a)->iSeq < ((const Text *)b)->iSeq ? -1 : 1;
}

static int seqCompare(const void *a, const void *b) {
  return (*(Text *const *)a)->iSeq < (*(Text *const *)b)->iSeq ? -1 : 1;
}

static u32 poolFind(const Pool *p, char *z) {
  Text key = {.z = z};
  return ((Text *)bsearch(&key, p->a, p->n, sizeof(Text), textCompare))->iOff;
}

/* Forms, then values, each once, those of frequent words side by side. */
static void poolMake(Pool *p) {
  u32 i, n = 0, iOff = 0;
  p->a = zeroed((g.nItem * 2 + 1) * sizeof(Text));
  p->a[n++].z = copy("");
  for( i = 0; i < g.nItem; i++ ) p->a[n++].z = g.aItem[i].zForm;
  for( i = 0; i < g.nItem; i++ ) p->a[n++].z = g.aItem[i].zValue;
  for( i = 0; i < n; i++ ) p->a[i].iSeq = i;
  qsort(p->a, n, sizeof(Text), textSeqCompare);
  for( i = p->n = 0; i < n; i++ ) {
    if( i == 0 || strcmp(p->a[i].z, p->a[p->n - 1].z) ) p->a[p->n++] = p->a[i];
  }
  p->apSeq = zeroed(p->n * sizeof(Text *));
  for( i = 0; i < p->n; i++ ) p->apSeq[i] = &p->a[i];
  qsort(p->apSeq, p->n, sizeof(Text *), seqCompare);
  for( i = 0; i < p->n; i++ ) {
    p->apSeq[i]->iOff = iOff;
    iOff += (u32)strlen(p->apSeq[i]->z) + 1;
  }
  if( iOff > MAX_POOL ) fail("%u bytes of words, at most %d", iOff, MAX_POOL);
}

/* First string of the part of the pool that follows the one from i, and the
** bytes of that one: at most POOL_PART. */
static u32 poolPart(const Pool *p, u32 i, u32 *pnByte) {
  for( *pnByte = 0; i < p->n; i++ ) {
    u32 n = (u32)strlen(p->apSeq[i]->z) + 1;
    if( *pnByte + n > POOL_PART ) break;
    *pnByte += n;
  }
  return i;
}

static void writeLiteral(FILE *out, const char *z) {
  fputc('"', out);
  for( ; *z; z++ ) {
    if( *z == '"' || *z == '\\' || *z == '?' ) fputc('\\', out);
    fputc(*z, out);
  }
}

/* Bytes behind the strings, so that a form's can be read eight at a time. */
static void writePool(FILE *out, const Pool *p) {
  u32 i, iNext, n;
  fputs("static const struct {\n", out);
  for( i = 0; i < p->n; i = iNext ) {
    iNext = poolPart(p, i, &n);
    fprintf(out, "  char z%u[%u];\n", i, n);
  }
  fputs("  char zEnd[8];\n} newsLexPool = {\n", out);
  for( i = iNext = 0; i < p->n; i++ ) {
    if( i == iNext ) iNext = poolPart(p, i, &n);
    writeLiteral(out, p->apSeq[i]->z);
    fputs(i + 1 == iNext ? "\",\n\n" : "\\0\"\n", out);
  }
  fputs("\"\"};\n\n", out);
}

/* Which distinct set of classes an item has, from 1; new ones are added. */
static u32 classesOf(NewsClasses *a, u32 *pn, const Item *q) {
  u32 i;
  for( i = 0; i < *pn; i++ ) {
    if( a[i].mAny == q->mAny && a[i].mCap == q->mCap &&
        a[i].mUpper == q->mUpper ) {
      return i + 1;
    }
  }
  a[i].mAny = q->mAny;
  a[i].mCap = q->mCap;
  a[i].mUpper = q->mUpper;
  return ++*pn;
}

static void writeWords(FILE *out, const Pool *p) {
  NewsClasses *aClasses = zeroed(g.nItem * sizeof(NewsClasses));
  u32 i, nClasses = 0;
  fputs("/* form, classes, value, length, weight, start */\n"
        "static const NewsWord newsLexWord[] = {\n"
        "{0, 0, 0, 0, 0, 0},\n",
        out);
  for( i = 0; i < g.nItem; i++ ) {
    const Item *q = &g.aItem[i];
    fprintf(out, "{%u, %u, %u, %u, %u, %u},", poolFind(p, q->zForm),
            classesOf(aClasses, &nClasses, q), poolFind(p, q->zValue),
            (u32)strlen(q->zForm), q->weight, q->iStart);
    if( strstr(q->zForm, "*/") == 0 && strstr(q->zForm, "/*") == 0 ) {
      fprintf(out, " /* %s */", q->zForm);
    }
    fputc('\n', out);
  }
  fputs("};\n\n/* any, capital, capitals */\n"
        "static const NewsClasses newsLexClasses[] = {\n{0, 0, 0},\n",
        out);
  for( i = 0; i < nClasses; i++ ) {
    fprintf(out, "{0x%llx, 0x%llx, 0x%llx},\n",
            (unsigned long long)aClasses[i].mAny,
            (unsigned long long)aClasses[i].mCap,
            (unsigned long long)aClasses[i].mUpper);
  }
  fputs("};\n\n", out);
  if( nClasses > MAX_SETS ) fail("too many sets of classes");
}

static void writeIndexes(FILE *out, const char *zType, const char *zName,
                         const u32 *a, u32 n) {
  u32 i;
  fprintf(out, "static const %s %s[] = {", zType, zName);
  for( i = 0; i < n; i++ ) {
    fprintf(out, "%s%u,", i % 12 ? " " : "\n", a[i]);
  }
  fputs("\n};\n\n", out);
}

/* A table of the words [iFrom, iTo). */
static u32 writeSlots(FILE *out, const char *zName, u32 iFrom, u32 iTo) {
  u32 i, nSlot = slots(iTo - iFrom), *a = zeroed(nSlot * sizeof(u32));
  for( i = iFrom; i < iTo; i++ ) {
    size_t n;
    u32 hash = wordHash(g.aItem[i].zForm, &n);
    u32 iSlot = hash & (nSlot - 1);
    while( a[iSlot] ) iSlot = (iSlot + 1) & (nSlot - 1);
    a[iSlot] = (hash & ~0xffffu) | (i + 1);
  }
  writeIndexes(out, "u32", zName, a, nSlot);
  return nSlot;
}

static u32 writeSteps(FILE *out) {
  u32 i, nSlot = slots(g.nStep);
  NewsStep *a = zeroed(nSlot * sizeof(NewsStep));
  for( i = 0; i < g.nStep; i++ ) {
    const Step *p = &g.aStep[i];
    u32 key = newsHashPair(p->iFrom, p->hash), iSlot = key & (nSlot - 1);
    for( ; a[iSlot].iTo; iSlot = (iSlot + 1) & (nSlot - 1) ) {
      if( a[iSlot].key == key && a[iSlot].iFrom == p->iFrom ) {
        fail("two words have the same hash");
      }
    }
    a[iSlot].key = key;
    a[iSlot].iFrom = (u16)p->iFrom;
    a[iSlot].iTo = (u16)p->iTo;
  }
  fputs("/* key, from, to */\nstatic const NewsStep newsLexStep[] = {", out);
  for( i = 0; i < nSlot; i++ ) {
    fprintf(out, "%s{0x%x, %u, %u},", i % 3 ? " " : "\n", a[i].key, a[i].iFrom,
            a[i].iTo);
  }
  fputs("\n};\n\n", out);
  return nSlot;
}

/* The filter before the steps: five to eleven keys in a number. */
static u32 writeMaybe(FILE *out) {
  u32 i, n = slots(g.nStep) / 16;
  u64 *a = zeroed(n * sizeof(u64));
  for( i = 0; i < g.nStep; i++ ) {
    u32 key = newsHashPair(g.aStep[i].iFrom, g.aStep[i].hash);
    a[key & (n - 1)] |= newsVocabBits(key);
  }
  fputs("static const u64 newsLexMaybe[] = {", out);
  for( i = 0; i < n; i++ ) {
    fprintf(out, "%s0x%llx,", i % 3 ? " " : "\n", (unsigned long long)a[i]);
  }
  fputs("\n};\n\n", out);
  return n;
}

static void writeEpithets(FILE *out) {
  u32 i;
  fputs("static const NewsEpithet newsLexEpithet[] = {\n", out);
  for( i = 0; i < g.nEpithet; i++ ) {
    fprintf(out, "{0x%08x, 0x%08x},%c", g.aEpithet[i].epithet,
            g.aEpithet[i].title, i % 3 == 2 ? '\n' : ' ');
  }
  fputs("{0, 0}};\n\n", out);
}

static void writeFrequent(FILE *out) {
  u32 i;
  fprintf(out, "const u32 newsFrequentCount = %u;\n", g.nFrequent);
  fputs("const u32 newsFrequent[] = {\n", out);
  for( i = 0; i < g.nFrequent; i++ ) {
    fprintf(out, "0x%08x,%c", g.aFrequent[i], i % 6 == 5 ? '\n' : ' ');
  }
  fputs("};\n\n", out);
}

static void writeData(FILE *out) {
  Pool pool;
  u32 nHot, nSlot, nStep, nMaybe, iCold = NEWS_MIN(HOT, g.nWord);
  poolMake(&pool);
  fputs("/* GENERATED by tool/mklexicon.c from the tables in ext/lexicon. "
        "Do not edit. */\n"
        "#include \"lexicon/epithet.h\"\n"
        "#include \"lexicon/frequent.h\"\n"
        "#include \"lexicon/lexicon.h\"\n\n",
        out);
  writePool(out, &pool);
  writeWords(out, &pool);
  nHot = writeSlots(out, "newsLexHot", 0, iCold);
  nSlot = writeSlots(out, "newsLexSlot", iCold, g.nWord);
  nStep = writeSteps(out);
  nMaybe = writeMaybe(out);
  writeIndexes(out, "u16", "newsLexEnd", g.aEnd, g.nState);
  writeEpithets(out);
  writeFrequent(out);
  fprintf(
      out,
      "static const NewsVocab newsLexVocab = {\n"
      "    newsLexWord, newsLexClasses, newsLexHot, newsLexSlot, newsLexStep,\n"
      "    newsLexMaybe, newsLexEnd, (const char *)&newsLexPool, %u, %u, %u,\n"
      "    %u, %u, %u};\n\n"
      "const NewsVocab *newsLexicon(void) { return &newsLexVocab; }\n\n"
      "const NewsEpithet *newsEpithets(u32 *pn) {\n"
      "  *pn = %u;\n"
      "  return newsLexEpithet;\n"
      "}\n\n"
      "const char *newsLexiconVersion(void) { return \"%016llx\"; }\n",
      g.nItem + 1, nHot, nSlot, nStep, nMaybe, g.nState, g.nEpithet,
      (unsigned long long)g.version);
}

static void writeClasses(FILE *out) {
  int i;
  const char *z;
  fputs("/* GENERATED by tool/mklexicon.c from ext/lexicon/class.tsv. "
        "Do not edit. */\n"
        "#ifndef NEWS_LEXCLASS_H\n"
        "#define NEWS_LEXCLASS_H\n\n",
        out);
  for( i = 0; i < g.nClass; i++ ) {
    fprintf(out, "/* %s */\n#define NEWS_LEX_", g.azMeaning[i]);
    for( z = g.azClass[i]; *z; z++ ) {
      fputc(*z >= 'a' && *z <= 'z' ? *z - 'a' + 'A' : *z, out);
    }
    fprintf(out, " ((u64)1 << %d)\n", i);
  }
  fputs("\n#endif /* NEWS_LEXCLASS_H */\n", out);
}

static int sameFile(const char *zFile, const char *z, size_t n) {
  FILE *in = fopen(zFile, "r");
  char *zOld = zeroed(n + 1);
  int bSame = in && fread(zOld, 1, n + 1, in) == n && memcmp(zOld, z, n) == 0;
  if( in ) fclose(in);
  free(zOld);
  return bSame;
}

/* Write a file by way of another, unless it says the same already. */
static void writeFile(const char *zFile, void (*xWrite)(FILE *)) {
  char *z = 0, zTemp[4096];
  size_t n = 0;
  FILE *out = open_memstream(&z, &n);
  if( out == 0 ) exit(1);
  xWrite(out);
  fclose(out);
  snprintf(zTemp, sizeof(zTemp), "%s.%d", zFile, (int)getpid());
  if( g.nErr || sameFile(zFile, z, n) ) return;
  out = fopen(zTemp, "w");
  g.zAt = zFile;
  if( out == 0 || fwrite(z, 1, n, out) != n || fclose(out) ||
      rename(zTemp, zFile) ) {
    fail("%s", strerror(errno));
  }
}

static void ignoreRow(char *z) { (void)z; }

int main(int nArg, char **azArg) {
  int i;
  if( nArg < 4 ) {
    fputs("usage: mklexicon ext/lexicon build FREQUENT [FILE ...]\n", stderr);
    return 1;
  }
  readAll(azArg[1]);
  for( i = 4; i < nArg; i++ ) readFile(azArg[i], ignoreRow);
  addStarts();
  mergeItems();
  sharePhrases();
  makeTrie();
  joinStates();
  orderWords(azArg[3]);
  if( g.nItem >= MAX_INDEX || g.nState > MAX_INDEX ) {
    fail("%u words and %u states are more than %d", g.nItem, g.nState,
         MAX_INDEX);
  }
  if( g.nErr == 0 ) {
    writeFile(path(azArg[2], "lexclass.h"), writeClasses);
    writeFile(path(azArg[2], "lexdata.c"), writeData);
  }
  return g.nErr != 0;
}
