/*
** aliasjoin.c: which keys of a block are one: see alias.h.
**
** Keys are nodes, those that fit are tied.  A node is doubtful if two that it
** is tied to do not fit each other, other than as parts of it: "G. Bush"
** between George and Gladys. What is left when the ties of doubtful nodes are
** cut hangs together as one; there all pairs fit, or one name holds the
** others.  Then those are tied that are spelt a little otherwise and stand with
** one title.  Bare names, which fit all, come next: where there is one person
** only, or one with the title that they stand with, they are that person's;
** where there is none, the one body's that may be taken for one.  At last what
** hangs together is parted by roles that exclude each other.
**
** The last part compares two names by themselves: newsAliasIsOutlet().
*/
#include "similarity/alias.h"

#include "base/hash.h"
#include "similarity/who.h"
#include "source/source.h"
#include "text/fold.h"

#define UNITE_ALTS 4  /* Names that a short form can stand for */
#define UNITE_GIVEN 6 /* Given names and initials that are looked at */
#define UNITE_PARTS 3 /* Persons of a joint name */
#define UNITE_WORK 8  /* Units of work of one comparison */
#define UNITE_NEAR 3  /* Letters of a given name that may be spelt otherwise */
#define UNITE_NAME 48 /* ... and the most that are looked at */

typedef struct UniteGiven UniteGiven;
struct UniteGiven {
  u32 aAlt[UNITE_ALTS]; /* Hashes of the names that it can be */
  char aFirst[UNITE_ALTS];
  u8 nAlt; /* 0 for an initial: aFirst[0] */
  u8 bNew; /* The lexicon does not know it */
  u8 nOwn; /* Letters of what stands there */
  const char *zOwn;
};

typedef struct UnitePart UnitePart;
struct UnitePart {
  UniteGiven a[UNITE_GIVEN];
  u32 last;   /* Hash of the surname */
  char cLast; /* Its first letter */
  u32 suffix; /* Hash of "jr", 0 for none */
  u8 n;
};

typedef struct UniteName UniteName;
struct UniteName {
  const char *zKey;
  const char *zPost; /* "" for none */
  u32 name;          /* Hash of the key without posts, and without what a short
                     ** form is: names with one are one */
  UnitePart a[UNITE_PARTS];
  u8 nPart;
  u8 bBody;  /* A body that may be taken for a person */
  u8 bAlone; /* Hardly a name: fits none */
  u8 bBare;  /* A surname, an acronym */
  u16 size;  /* How much it tells */
  u8 bDoubt; /* Between two */
};

/* ---- read -------------------------------------------------------------- */

static void uniteGiven(UnitePart *p, const char *z, int n) {
  UniteGiven *pGiven;
  const char *zOwn = memchr(z, ',', (size_t)n);
  if( p->n == UNITE_GIVEN ) return;
  pGiven = &p->a[p->n++];
  if( z[n - 1] == '~' ) {
    pGiven->bNew = 1;
    n--;
  }
  pGiven->aFirst[0] = *z;
  if( n == 2 && z[1] == '.' ) return;
  pGiven->zOwn = zOwn ? &zOwn[1] : z;
  pGiven->nOwn = (u8)(n - (int)(pGiven->zOwn - z));
  if( zOwn ) n = (int)(zOwn - z);
  while( n > 0 && pGiven->nAlt < UNITE_ALTS ) {
    int m = 0;
    while( m < n && z[m] != '/' ) m++;
    pGiven->aFirst[pGiven->nAlt] = *z;
    pGiven->aAlt[pGiven->nAlt++] = newsHash((const u8 *)z, (u32)m);
    n -= m + 1;
    z += m + 1;
  }
}

/* The surname and its suffix, n bytes behind "=". */
static void uniteLast(UnitePart *p, const char *z, int n) {
  int i = 0;
  p->cLast = n ? *z : 0;
  while( i < n && z[i] != '+' ) i++;
  p->last = newsHash((const u8 *)z, (u32)i);
  if( i < n ) p->suffix = newsHash((const u8 *)&z[i], (u32)(n - i));
}

/* One person of a key, n bytes. */
static void unitePart(UniteName *pName, const char *z, int n) {
  UnitePart *p = &pName->a[pName->nPart];
  int i = 0, j;
  if( pName->nPart == UNITE_PARTS ) return;
  pName->nPart++;
  if( n && *z == '?' ) {
    pName->bAlone = 1;
    return;
  }
  pName->bBody = n && *z == '@';
  for( i = pName->bBody; i < n && z[i] != '='; i = j + (z[j] == ' ') ) {
    for( j = i; j < n && z[j] != ' ' && z[j] != '='; j++ ) {
    }
    if( j > i ) uniteGiven(p, &z[i], j - i);
    if( j == n ) break;
  }
  if( i < n ) uniteLast(p, &z[i + 1], n - i - 1);
  for( i = 0; i < p->n; i++ ) {
    pName->size += p->a[i].nAlt == 0 ? 2 : p->a[i].nAlt == 1 ? 4 : 3;
  }
  if( p->suffix ) pName->size++;
}

/* The hash of the first n bytes of a key without what is between a comma and
** the end of the given name. */
static u32 uniteHash(const char *z, int n) {
  char a[NEWS_ALIAS_BYTES];
  int i, nOut = 0, bOwn = 0;
  for( i = 0; i < n && nOut < NEWS_ALIAS_BYTES; i++ ) {
    if( z[i] == ',' ) bOwn = 1;
    if( z[i] == ' ' || z[i] == '=' ) bOwn = 0;
    if( !bOwn ) a[nOut++] = z[i];
  }
  return newsHash((const u8 *)a, (u32)nOut);
}

static void uniteRead(UniteName *p, const char *zKey) {
  const char *z = zKey;
  int n;
  p->zKey = zKey;
  for( ;; z++ ) {
    n = (int)strcspn(z, "|#");
    unitePart(p, z, n);
    z += n;
    if( *z != '|' ) break;
  }
  p->zPost = *z ? &z[1] : z;
  p->name = uniteHash(zKey, (int)(z - zKey));
  p->bBare = (p->size == 0 || (p->nPart == 1 && p->a[0].n == 0)) && !p->bBody;
}

/* ---- compare ----------------------------------------------------------- */

/* Whether two given names can be one. */
static int uniteSame(const UniteGiven *a, const UniteGiven *b) {
  int i, j;
  for( i = 0; i < NEWS_MAX(a->nAlt, 1); i++ ) {
    for( j = 0; j < NEWS_MAX(b->nAlt, 1); j++ ) {
      if( a->nAlt && b->nAlt ? a->aAlt[i] == b->aAlt[j]
                             : a->aFirst[i] == b->aFirst[j] ) {
        return 1;
      }
    }
  }
  return 0;
}

/* Whether all names of a, which has fewer, are the last ones of b: "Tavares
** Quint" of "Ines Tavares Quint", "Edgar" of "J. Edgar". Not where a begins
** with a given name that is known: "Ann" is not "Mary Ann". */
static int uniteIsTail(const UnitePart *a, const UnitePart *b) {
  int i, n = b->n - a->n;
  if( n <= 0 || (!a->a[0].bNew && b->a[0].nAlt) ) return 0;
  for( i = 0; i < a->n; i++ ) {
    if( a->a[i].nAlt == 0 || !uniteSame(&a->a[i], &b->a[n + i]) ) return 0;
  }
  return 1;
}

static int uniteFitsPart(const UnitePart *a, const UnitePart *b) {
  int i, n = NEWS_MIN(a->n, b->n);
  if( a->last != b->last ) return 0;
  if( n == 0 ) return 1;
  if( a->suffix != b->suffix ) return 0;
  for( i = 0; i < n && uniteSame(&a->a[i], &b->a[i]); i++ ) {
  }
  return i == n || uniteIsTail(a, b) || uniteIsTail(b, a);
}

/* Whether the letters of an acronym begin the words of a name, in order or,
** of a part of the state, with the last one first: "Department of Defense". */
static int uniteIsAcronym(const char *zShort, const char *zName) {
  char a[16];
  int n = 0, nShort = (int)strlen(zShort), i;
  for( i = 0; zName[i] && n < NEWS_COUNT(a); i++ ) {
    if( i == 0 || zName[i - 1] == ' ' ) a[n++] = zName[i];
  }
  if( n != nShort || n < 2 ) return 0;
  if( memcmp(zShort, a, (size_t)n) == 0 ) return 1;
  return zName[strlen(zName) - 1] == ':' && zShort[0] == a[n - 1] &&
         memcmp(&zShort[1], a, (size_t)n - 1) == 0;
}

/* Whether two are one name, whatever else they fit. */
static int uniteIsOne(const UniteName *a, const UniteName *b) {
  return a->name == b->name;
}

/* Whether a name with a surname alone can be a body's. */
static int uniteIsBody(const UniteName *pBare, const UniteName *pBody) {
  return pBare->bBare && pBody->bBody && pBare->a[0].suffix == 0 &&
         pBare->a[0].last == pBody->a[0].last;
}

static int uniteFits(const UniteName *a, const UniteName *b, char cBlock) {
  int i;
  if( cBlock == 'b' ) {
    if( a->zKey[0] == '!' ) return uniteIsAcronym(&a->zKey[1], b->zKey);
    return b->zKey[0] == '!' && uniteIsAcronym(&b->zKey[1], a->zKey);
  }
  if( cBlock != 'p' || a->nPart != b->nPart ) return 0;
  if( a->bAlone || b->bAlone ) return uniteIsOne(a, b);
  if( a->bBody != b->bBody ) return uniteIsBody(a, b) || uniteIsBody(b, a);
  for( i = 0; i < a->nPart; i++ ) {
    if( !uniteFitsPart(&a->a[i], &b->a[i]) ) return 0;
  }
  return 1;
}

/* ---- spelling ---------------------------------------------------------- */

/* Whether two given names are spelt a little otherwise: what near.tsv leaves of
** them is the same, but for a vowel; and they end alike, for "Maria" is not
** "Mario". */
static int uniteNearGiven(const UniteGiven *a, const UniteGiven *b) {
  char zA[2 * UNITE_NAME], zB[2 * UNITE_NAME], *zMore = zA, *zLess = zB;
  int nA, nB, i = 0;
  if( NEWS_MIN(a->nOwn, b->nOwn) < UNITE_NEAR ||
      NEWS_MAX(a->nOwn, b->nOwn) >= UNITE_NAME ||
      a->zOwn[a->nOwn - 1] != b->zOwn[b->nOwn - 1] ) {
    return 0;
  }
  nA = newsAliasLevel(newsNear, a->zOwn, a->nOwn, zA);
  nB = newsAliasLevel(newsNear, b->zOwn, b->nOwn, zB);
  if( nA == nB ) return strcmp(zA, zB) == 0;
  if( nA < nB ) {
    zMore = zB;
    zLess = zA;
  }
  while( zLess[i] && zMore[i] == zLess[i] ) i++;
  return i > 0 && zMore[i] == 'a' && strcmp(&zMore[i + 1], &zLess[i]) == 0;
}

/* Whether two names stand for one, and are not spelt alike. */
static int uniteOtherForm(const UniteGiven *a, const UniteGiven *b) {
  return a->nAlt && b->nAlt &&
         (a->nOwn != b->nOwn || memcmp(a->zOwn, b->zOwn, a->nOwn) != 0);
}

/* Whether two names differ by how one part is spelt. Their block tells that the
** surnames are near. One that begins with another letter is another's, unless
** the given name too is as another language has it: "Dmytro Halenko", "Dmitri
** Galenko". */
static int uniteNear(const UniteName *a, const UniteName *b) {
  const UnitePart *p = &a->a[0], *q = &b->a[0];
  int i, nOther = p->last != q->last, nFull = 0, bForm = p->cLast == q->cLast;
  if( a->nPart != 1 || b->nPart != 1 || a->bAlone || b->bAlone || a->bBody ||
      b->bBody || p->n != q->n || p->suffix != q->suffix ) {
    return 0;
  }
  for( i = 0; i < p->n; i++ ) {
    nFull += p->a[i].nAlt && q->a[i].nAlt;
    bForm |= uniteOtherForm(&p->a[i], &q->a[i]);
    if( uniteSame(&p->a[i], &q->a[i]) ) continue;
    if( nOther++ || !uniteNearGiven(&p->a[i], &q->a[i]) ) return 0;
  }
  return nFull > 0 && nOther == 1 && bForm;
}

/* ---- join -------------------------------------------------------------- */

/* Which names fit which: a bit each. */
typedef struct UniteFit UniteFit;
struct UniteFit {
  u64 m[NEWS_ALIAS_MAX / 64];
};

static int uniteHas(const UniteFit *p, int i) {
  return (p->m[i / 64] >> (i % 64)) & 1;
}
static void uniteSet(UniteFit *p, int i) { p->m[i / 64] |= (u64)1 << (i % 64); }

/* Whether all that are in a are in b too, but for i and j. */
static int uniteWithin(const UniteFit *a, const UniteFit *b, int i, int j) {
  int k;
  for( k = 0; k < NEWS_COUNT(a->m); k++ ) {
    u64 m = a->m[k] & ~b->m[k];
    if( i / 64 == k ) m &= ~((u64)1 << (i % 64));
    if( j / 64 == k ) m &= ~((u64)1 << (j % 64));
    if( m ) return 0;
  }
  return 1;
}

static void uniteCompare(NewsArena *pArena, const UniteName *a, int n,
                         char cBlock, UniteFit *aFit) {
  int i, j;
  for( i = 0; i < n; i++ ) {
    if( newsArenaTick(pArena, (i64)i * UNITE_WORK) ) return;
    for( j = 0; j < i; j++ ) {
      if( !uniteFits(&a[i], &a[j], cBlock) ) continue;
      uniteSet(&aFit[i], j);
      uniteSet(&aFit[j], i);
    }
  }
}

/* Whether two that name i fits do not fit each other. Of two that both tell
** less than i, that does not matter: it holds both. */
static int uniteIsDoubtful(const UniteName *a, int n, const UniteFit *aFit,
                           int i) {
  int j;
  for( j = 0; j < n; j++ ) {
    if( uniteHas(&aFit[i], j) && a[j].size >= a[i].size &&
        !uniteWithin(&aFit[i], &aFit[j], i, j) ) {
      return 1;
    }
  }
  return 0;
}

static int uniteRoot(const int *aOne, int i) {
  while( aOne[i] != i ) i = aOne[i];
  return i;
}

static void uniteUnite(int *aOne, int i, int j) {
  i = uniteRoot(aOne, i);
  j = uniteRoot(aOne, j);
  aOne[NEWS_MAX(i, j)] = NEWS_MIN(i, j);
}

/* Names that are spelt a little otherwise, of one title. */
static void uniteSpelling(NewsArena *pArena, const UniteName *a, int n,
                          int *aOne) {
  int i, j;
  for( i = 0; i < n; i++ ) {
    if( a[i].zPost[0] == 0 || a[i].zPost[1] == 0 || a[i].bBare ) continue;
    if( newsArenaTick(pArena, (i64)i * UNITE_WORK) ) return;
    for( j = 0; j < i; j++ ) {
      if( strcmp(a[i].zPost, a[j].zPost) == 0 && uniteNear(&a[i], &a[j]) ) {
        uniteUnite(aOne, i, j);
      }
    }
  }
}

/* What bare name i can be of. */
#define UNITE_PERSON 0
#define UNITE_TITLED 1 /* Persons that stand with the title that it has */
#define UNITE_BODY 2

/* The one of these that it fits: its root, -1 for none, -2 for several. */
static int uniteOnly(const UniteName *a, int n, const UniteFit *aFit, int i,
                     int eOf, const int *aOne) {
  int j, iOnly = -1;
  for( j = 0; j < n && iOnly > -2; j++ ) {
    int iRoot;
    if( !uniteHas(&aFit[i], j) || a[j].bBare ) continue;
    if( a[j].bBody != (eOf == UNITE_BODY) ) continue;
    if( eOf == UNITE_TITLED && strcmp(a[i].zPost, a[j].zPost) ) continue;
    iRoot = uniteRoot(aOne, j);
    iOnly = iOnly < 0 || iOnly == iRoot ? iRoot : -2;
  }
  return iOnly;
}

/* Whether a name stands with a role somewhere: it is not a body's. */
static int uniteHasPost(const UniteName *a, int n, int i) {
  int j = 0;
  while( j < n && !(a[j].zPost[0] && uniteIsOne(&a[i], &a[j])) ) j++;
  return j < n;
}

/* Bare names, once the others are tied: with the one that fits; those that are
** of none, with each other. */
static void uniteBare(const UniteName *a, int n, const UniteFit *aFit,
                      int *aOne) {
  UniteFit open; /* Bare names that are of none */
  int i, j, iOnly;
  memset(&open, 0, sizeof(open));
  for( i = 0; i < n; i++ ) {
    if( !a[i].bBare ) continue;
    iOnly = uniteOnly(a, n, aFit, i, UNITE_PERSON, aOne);
    if( iOnly == -2 && a[i].zPost[0] && a[i].zPost[1] ) {
      iOnly = uniteOnly(a, n, aFit, i, UNITE_TITLED, aOne);
    }
    if( iOnly == -1 && !uniteHasPost(a, n, i) ) {
      iOnly = uniteOnly(a, n, aFit, i, UNITE_BODY, aOne);
    }
    if( iOnly >= 0 ) uniteUnite(aOne, i, iOnly);
    if( iOnly < 0 ) uniteSet(&open, i);
    for( j = 0; j < i && iOnly < 0; j++ ) {
      if( uniteHas(&open, j) && uniteIsOne(&a[i], &a[j]) ) {
        uniteUnite(aOne, i, j);
      }
    }
  }
}

/* The sort to which those of a group belong of whom none is told: that of full
** names rather than of bare ones, and the first; 0 if it has none. aLeft tells
** who is of the group. */
static char uniteMain(const UniteName *a, int n, const u8 *aLeft) {
  char cMain = 0;
  int i, bFull = 0;
  for( i = 0; i < n; i++ ) {
    char c = a[i].zPost[0];
    if( !aLeft[i] || c < 'a' || (bFull && a[i].bBare) ) continue;
    if( cMain == 0 || c < cMain || (!bFull && !a[i].bBare) ) cMain = c;
    bFull |= !a[i].bBare;
  }
  return cMain;
}

/* Part what hangs together by roles that exclude each other: those that the
** main sort excludes go, and are parted likewise. */
static void unitePartOne(const UniteName *a, int n, int iRoot, u8 *aLeft,
                         int *aOne) {
  int i, nLeft = 0;
  for( i = 0; i < n; i++ ) nLeft += aLeft[i] = aOne[i] == iRoot;
  while( nLeft > 1 ) {
    char cMain = uniteMain(a, n, aLeft);
    int iFirst = -1;
    for( i = 0; i < n; i++ ) {
      if( !aLeft[i] || newsWhoOther(cMain, a[i].zPost[0]) ) continue;
      if( iFirst < 0 ) iFirst = i;
      aOne[i] = iFirst;
      aLeft[i] = 0;
      nLeft--;
    }
  }
  for( i = 0; i < n && nLeft; i++ ) {
    if( aLeft[i] ) aOne[i] = i;
  }
}

static void uniteSorts(NewsArena *pArena, const UniteName *a, int n,
                       int *aOne) {
  u8 aLeft[NEWS_ALIAS_MAX], aSeen[NEWS_ALIAS_MAX];
  int aRoot[NEWS_ALIAS_MAX], i;
  memset(aSeen, 0, sizeof(aSeen));
  for( i = 0; i < n; i++ ) aRoot[i] = aOne[i];
  for( i = 0; i < n; i++ ) {
    if( a[i].zPost[0] < 'a' || aSeen[aRoot[i]] ) continue;
    aSeen[aRoot[i]] = 1;
    if( newsArenaTick(pArena, n) ) return;
    unitePartOne(a, n, aRoot[i], aLeft, aOne);
  }
}

static void uniteTie(NewsArena *pArena, UniteName *a, int n, UniteFit *aFit,
                     int *aOne) {
  UniteFit bare;
  int i, j, k;
  memset(&bare, 0, sizeof(bare));
  for( i = 0; i < n; i++ ) {
    if( a[i].bBare ) uniteSet(&bare, i);
  }
  for( i = 0; i < n; i++ ) {
    if( a[i].bBare ) continue;
    for( k = 0; k < NEWS_COUNT(bare.m); k++ ) aFit[i].m[k] &= ~bare.m[k];
  }
  for( i = 0; i < n; i++ ) {
    a[i].bDoubt = (u8)(a[i].bBare || uniteIsDoubtful(a, n, aFit, i));
  }
  for( i = 0; i < n; i++ ) {
    for( j = 0; j < i && !a[i].bBare; j++ ) {
      int bFree = !a[i].bDoubt && !a[j].bDoubt;
      if( !uniteHas(&aFit[i], j) ) continue;
      if( bFree || uniteIsOne(&a[i], &a[j]) ) uniteUnite(aOne, i, j);
    }
  }
  uniteSpelling(pArena, a, n, aOne);
  uniteBare(a, n, aFit, aOne);
  for( i = 0; i < n; i++ ) aOne[i] = uniteRoot(aOne, i);
  uniteSorts(pArena, a, n, aOne);
}

void newsAliasJoin(NewsArena *pArena, const char *zBlock,
                   const char *const *azKey, int n, int *aOne) {
  UniteName *a;
  UniteFit *aFit;
  int i;
  for( i = 0; i < n; i++ ) aOne[i] = i;
  if( n < 2 || (zBlock[0] != 'p' && zBlock[0] != 'b') ) return;
  a = newsArenaAlloc(pArena, n * (i64)sizeof(UniteName));
  aFit = newsArenaAlloc(pArena, n * (i64)sizeof(UniteFit));
  if( pArena->rc ) return;
  for( i = 0; i < n; i++ ) {
    if( zBlock[0] == 'p' ) {
      uniteRead(&a[i], azKey[i]);
    } else {
      a[i].zKey = azKey[i];
      a[i].zPost = "";
      a[i].name = newsHash((const u8 *)azKey[i], (u32)strlen(azKey[i]));
      a[i].bBare = azKey[i][0] == '!';
    }
  }
  uniteCompare(pArena, a, n, zBlock[0], aFit);
  if( pArena->rc == SQLITE_OK ) uniteTie(pArena, a, n, aFit, aOne);
}

/* ---- two names --------------------------------------------------------- */

/* A name of n bytes, folded. */
typedef struct UniteText UniteText;
struct UniteText {
  const char *z;
  u32 n;
};

static UniteText uniteFold(NewsArena *pArena, const u8 *z, u32 n) {
  UniteText text = {0, 0};
  text.z = newsFoldText(pArena, z, n, &text.n);
  if( text.z == 0 ) text.n = 0;
  return text;
}

static int uniteIsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
}

#define UNITE_OUTLET 300 /* Bytes of a name: more is compared as it is */
#define UNITE_HOST 255   /* Bytes of a web address, at most */

/* Whether a name is a web address: parts between full stops, of which the last
** has more than one letter: "www.reuters.com". */
static int uniteIsHost(const UniteText *p) {
  u32 i, iFrom = 0;
  if( p->n > UNITE_HOST ) return 0;
  for( i = 0; i < p->n; i++ ) {
    if( p->z[i] == '.' ) {
      if( i == iFrom ) return 0;
      iFrom = i + 1;
    } else if( !uniteIsLetter(p->z[i]) && p->z[i] != '-' ) {
      return 0;
    }
  }
  return iFrom > 0 && p->n - iFrom > 1;
}

/* Whether two texts have the same letters and digits, and such. */
static int uniteIsSpelt(const UniteText *a, const UniteText *b) {
  u32 i = 0, j = 0, n = 0;
  for( ;; n++ ) {
    while( i < a->n && !uniteIsLetter(a->z[i]) ) i++;
    while( j < b->n && !uniteIsLetter(b->z[j]) ) j++;
    if( i == a->n || j == b->n ) return i == a->n && j == b->n && n > 0;
    if( a->z[i++] != b->z[j++] ) return 0;
  }
}

static int uniteIsAlias(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                        u32 nb) {
  NewsAlias a, b;
  const char *azKey[2] = {a.zKey, b.zKey};
  int aOne[2] = {0, 1};
  newsAliasRead(pArena, za, na, NEWS_MEDIA, "", &a);
  newsAliasRead(pArena, zb, nb, NEWS_MEDIA, "", &b);
  if( pArena->rc || strcmp(a.zBlock, b.zBlock) ) return 0;
  if( strcmp(a.zKey, b.zKey) == 0 ) return 1;
  newsAliasJoin(pArena, a.zBlock, azKey, 2, aOne);
  return aOne[0] == aOne[1];
}

/* Whether a is a web address, and b the name that a part of it gives. The last
** part tells only where it is. */
static int uniteIsSite(NewsArena *pArena, const UniteText *a,
                       const UniteText *b) {
  UniteText part = {a->z, 0};
  u32 i;
  if( !uniteIsHost(a) ) return 0;
  for( i = 0; i < a->n; i++ ) {
    if( a->z[i] != '.' ) continue;
    part.n = (u32)(&a->z[i] - part.z);
    if( uniteIsSpelt(&part, b) ||
        uniteIsAlias(pArena, (const u8 *)part.z, part.n, (const u8 *)b->z,
                     b->n) ) {
      return 1;
    }
    part.z = &a->z[i + 1];
  }
  return 0;
}

static int uniteIsOutlet(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                         u32 nb) {
  UniteText a = uniteFold(pArena, za, na), b = uniteFold(pArena, zb, nb);
  if( pArena->rc || a.n == 0 || b.n == 0 ) return 0;
  if( na > UNITE_OUTLET || nb > UNITE_OUTLET ) return uniteIsSpelt(&a, &b);
  return uniteIsSpelt(&a, &b) || uniteIsAlias(pArena, za, na, zb, nb) ||
         uniteIsSite(pArena, &a, &b) || uniteIsSite(pArena, &b, &a);
}

int newsAliasIsOutlet(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                      u32 nb) {
  NewsSpan a, b;
  if( uniteIsOutlet(pArena, za, na, zb, nb) ) return 1;
  if( na > UNITE_OUTLET || nb > UNITE_OUTLET || pArena->rc ) return 0;
  a = newsAliasProper(pArena, za, na);
  b = newsAliasProper(pArena, zb, nb);
  if( newsSpanLen(a) == na && newsSpanLen(b) == nb ) return 0;
  return uniteIsOutlet(pArena, za + a.iFrom, newsSpanLen(a), zb + b.iFrom,
                       newsSpanLen(b));
}
