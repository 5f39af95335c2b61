/*
** alias.c: see alias.h.  This file reads names; aliasjoin.c compares them.
**
** Persons. The key is the given names, with the one that a short form stands
** for, "=", the surname as spell.tsv levels its spellings, and the post (who.h)
** behind "#"; the block the surname, levelled further by near.tsv:
**
**     Sergey Ryabkov         p rabkav      sergei=riabkov
**     Bob Casey Jr.          p kasa        robert,bob=kasei+jr
**     J.D. Vance             p vans        j. d.=vanse
**     Ted Kennedy            p kanada      edmund/edvard/teodor,ted=kenedi
**     Snowe and Mr. Collins  p kalans snav =kolins|=snove
**     Premier Ryabkov        p rabkav      =riabkov#c1f00ba44
**     Kim Jong Un            p kam         jongun~=kim
**
** A "~" stands behind a first given name that the lexicon does not know, and
** "?" before a key that is hardly a name. A body with one word for a name may
** be taken for a person: it is in that block, too:
**
**     Corvex Inc.            p karvaks     @corvex=korveks
**
** Bodies. The key is their words without "the", "of" and legal forms, lands by
** their names, what a state's body is called last; the block the initials in
** alphabetical order, for these are what an acronym has too; ":" stands behind
** a noun for a part of the state, which may have come first:
**
**     U.S. Department of Defense     b dd    defense department:
**     World Fisheries Organization   b fow   world fisheries organization
**     WFO                            b fow   !wfo
**
** Documents are one where their words are: block and key are all of these.
*/
#include "similarity/alias.h"

#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "similarity/weight.h"
#include "source/source.h"
#include "text/fold.h"
#include "text/text.h"
#include "text/utf8.h"

#define ALIAS_WORDS 24   /* Words of a name; of one with more: its hash */
#define ALIAS_FORM 48    /* Bytes of a word */
#define ALIAS_PARTS 3    /* Persons of a joint name */
#define ALIAS_GIVEN 4    /* Given names of a person; with more it is none */
#define ALIAS_ACRONYM 6  /* Letters of an acronym */
#define ALIAS_NEAR 3     /* Letters of a surname that are enough for a block */
#define ALIAS_SYLLABLE 6 /* Letters of one in a name, at most */
#define ALIAS_JUNIOR 1   /* Weight of "Jr.": org.tsv */
#define ALIAS_STATE 1    /* Weight of a noun for a part of the state: org.tsv */
#define ALIAS_TRADE 2    /* Weight of a noun for a business: org.tsv */

/* How a word stands to the one before: by itself; behind a hyphen, "Jean-Luc";
** in small letters, "Jong-un". */
#define ALIAS_FREE 0
#define ALIAS_BESIDE 1
#define ALIAS_TIED 2

typedef struct AliasWord AliasWord;
struct AliasWord {
  u64 mClass;
  u8 weight;          /* Of the lexicon */
  u8 bUpper;          /* All capitals; of a body: that nobody knows */
  u8 eTied;           /* ALIAS_FREE ... */
  char z[ALIAS_FORM]; /* Folded */
};

typedef struct Alias Alias;
struct Alias {
  NewsText text; /* The name */
  AliasWord a[ALIAS_WORDS];
  int n;
  u8 bLong; /* More than fits */
};

/* A string that takes what fits. */
static void aliasAdd(char *z, const char *zMore) {
  size_t n = strlen(z), nMore = strlen(zMore);
  nMore = NEWS_MIN(nMore, NEWS_ALIAS_BYTES - 1 - n);
  memcpy(&z[n], zMore, nMore);
  z[n + nMore] = 0;
}

/* ---- words ------------------------------------------------------------- */

static AliasWord *aliasPush(Alias *s, const u8 *z, u32 n, u64 mClass) {
  AliasWord *p = &s->a[s->n];
  u32 hash;
  if( s->n == ALIAS_WORDS ) {
    s->bLong = 1;
    return 0;
  }
  n = newsFoldWord(z, n, (u8 *)p->z, ALIAS_FORM, &hash);
  if( n >= ALIAS_FORM ) {
    s->bLong = 1;
    return 0;
  }
  if( n == 0 ) return 0;
  p->z[n] = 0;
  p->mClass = mClass;
  p->bUpper = p->eTied = p->weight = 0;
  s->n++;
  return p;
}

/* The words of a text that the lexicon gives for a word. */
static void aliasPushValue(Alias *s, const char *z, const NewsWord *pWord,
                           u64 mClass) {
  const u64 mSkip = NEWS_LEX_DET | NEWS_LEX_PREP | NEWS_LEX_CONJ;
  while( *z ) {
    u32 n = (u32)strcspn(z, " "), hash, iWord;
    AliasWord *p = aliasPush(s, (const u8 *)z, n, mClass & ~mSkip);
    if( p ) {
      hash = newsHash((const u8 *)p->z, (u32)strlen(p->z));
      iWord = newsVocabFind(s->text.pVocab, (const u8 *)p->z, (u32)strlen(p->z),
                            hash);
      p->mClass |= newsVocabClasses(s->text.pVocab, iWord)->mAny & mSkip;
      p->weight = pWord->weight;
    }
    z += n;
    z += *z == ' ';
  }
}

/* Take the apostrophes and full stops out of a word, and the sign of a handle,
** which means something else in a key. */
static void aliasPlain(AliasWord *p) {
  char *zOut = p->z, *z = p->z;
  for( ; *z; z++ ) {
    if( strchr("'.@#", *z) == 0 ) *zOut++ = *z;
  }
  *zOut = 0;
}

/* ---- persons ----------------------------------------------------------- */

/* The row of a table that fits at a place of a word, NULL for none. */
static const NewsSpell *aliasRow(const NewsSpell *p, const char *z, int n,
                                 int i) {
  for( ; p->nFrom; p++ ) {
    if( p->zFrom[0] == z[i] && i + p->nFrom <= n &&
        memcmp(&z[i], p->zFrom, p->nFrom) == 0 && !(p->bBegin && i > 0) &&
        !(p->bEnd && i + p->nFrom < n) ) {
      return p;
    }
  }
  return 0;
}

int newsAliasLevel(const NewsSpell *pTable, const char *z, int n, char *zOut) {
  int i = 0, nOut = 0;
  while( i < n ) {
    const NewsSpell *p = aliasRow(pTable, z, n, i);
    const char *zInto = p ? p->zInto : &z[i];
    int nInto = p ? (int)strlen(zInto) : 1;
    i += p ? p->nFrom : 1;
    for( ; nInto > 0 && nOut < ALIAS_FORM * 2 - 1; nInto--, zInto++ ) {
      if( nOut && zOut[nOut - 1] == *zInto && *zInto >= 'a' && *zInto <= 'z' ) {
        continue;
      }
      zOut[nOut++] = *zInto;
    }
  }
  zOut[nOut] = 0;
  return nOut;
}

/* Level the spelling of a folded word. zOut has ALIAS_FORM * 2 bytes. Returns
** the length; 0 for a particle. */
static int aliasSpell(const char *z, char *zOut) {
  return newsAliasLevel(newsSpell, z, (int)strlen(z), zOut);
}

/* Read the words of a person's name, parted at hyphens and stops too. Tokens
** without a space between them are one word: in some scripts every character
** is a token. */
static void aliasPersonWords(Alias *s) {
  const NewsText *p = &s->text;
  u32 i, j, k;
  for( i = 0; i < p->nTok; i = j ) {
    const NewsToken *pTok = &p->aTok[i];
    u32 iEnd;
    j = i + 1;
    if( pTok->eKind != NEWS_TOK_WORD && pTok->eKind != NEWS_TOK_HANDLE &&
        pTok->eKind != NEWS_TOK_NUMBER ) {
      continue;
    }
    while( j < p->nTok && p->aTok[j].eKind == NEWS_TOK_WORD &&
           pTok->eKind == NEWS_TOK_WORD &&
           p->aTok[j].iByte == p->aTok[j - 1].iByte + p->aTok[j - 1].nByte ) {
      j++;
    }
    iEnd = p->aTok[j - 1].iByte + p->aTok[j - 1].nByte;
    for( k = pTok->iByte; k < iEnd; ) {
      u32 iFrom = k;
      AliasWord *pWord;
      while( k < iEnd && p->z[k] != '-' && p->z[k] != '.' ) k++;
      pWord = aliasPush(s, &p->z[iFrom], k - iFrom, pTok->mClass);
      if( pWord ) {
        aliasPlain(pWord);
        pWord->weight = newsTextWeight(p, pTok->iWord);
        pWord->bUpper = (pTok->flags & NEWS_TF_UPPER) != 0;
        pWord->eTied = ALIAS_FREE;
        if( iFrom > pTok->iByte && p->z[iFrom - 1] == '-' ) {
          int bSmall = p->z[iFrom] >= 'a' && p->z[iFrom] <= 'z';
          pWord->eTied = bSmall ? ALIAS_TIED : ALIAS_BESIDE;
        }
        if( pWord->z[0] == 0 ) s->n--;
      }
      k++;
    }
  }
}

static int aliasIsGiven(const AliasWord *p) {
  return (p->mClass & NEWS_LEX_GIVEN) != 0;
}

/* Add a given name to a key, as the names that it can stand for, and behind a
** comma what it is where that is another. */
static void aliasAddGiven(char *zKey, const AliasWord *p, const char *zSpelt) {
  u32 hash = newsHash((const u8 *)p->z, (u32)strlen(p->z));
  u32 i = newsSearch(newsGiven, newsGivenCount, sizeof(NewsGiven),
                     offsetof(NewsGiven, hash), hash);
  char z[ALIAS_FORM * 2];
  int n = 0, bOther = 0;
  for( ; i < newsGivenCount && newsGiven[i].hash == hash; i++ ) {
    aliasSpell(newsGiven[i].zName, z);
    if( n++ ) aliasAdd(zKey, "/");
    aliasAdd(zKey, z);
    bOther |= strcmp(z, zSpelt) != 0;
  }
  if( bOther ) aliasAdd(zKey, ",");
  if( bOther || n == 0 ) aliasAdd(zKey, zSpelt);
}

char newsAliasInitial(const NewsAlias *p) {
  const char *z = p->zKey;
  char c = *z;
  if( c < 'a' || c > 'z' ) return 0;
  for( ; *z && *z != ',' && *z != '='; z++ ) {
    if( z[0] == '/' && z[1] != c ) return 0;
  }
  return c;
}

/* Whether the first word of several is none that a name begins with. */
static int aliasDoubts(const AliasWord *p) {
  const u64 mWord = NEWS_LEX_VERB | NEWS_LEX_CUE | NEWS_LEX_ADVERB |
                    NEWS_LEX_PREP | NEWS_LEX_AUX | NEWS_LEX_DET |
                    NEWS_LEX_INDEF | NEWS_LEX_PRON | NEWS_LEX_SUBORD |
                    NEWS_LEX_DOCUMENT | NEWS_LEX_VENUE | NEWS_LEX_TIME |
                    NEWS_LEX_NUMBER | NEWS_LEX_PEOPLE | NEWS_LEX_SOURCE;
  const u64 mName = NEWS_LEX_GIVEN | NEWS_LEX_PLACE | NEWS_LEX_ORGNAME;
  return (p->mClass & mWord) && (p->mClass & mName) == 0 && p->z[1] != 0;
}

/* Two capitals before a name are initials: "JD Vance". */
static int aliasIsInitials(const AliasWord *p) {
  return p->bUpper && strlen(p->z) == 2 && !aliasIsGiven(p) &&
         (p->mClass & NEWS_LEX_SUFFIX) == 0;
}

/* One given name or initial. */
static void aliasGiven(const AliasWord *p, int bFirst, const char *zSpelt,
                       char *zKey) {
  char zInitial[4] = " .";
  const char *z = p->z;
  if( !bFirst ) aliasAdd(zKey, " ");
  if( z[1] == 0 || aliasIsInitials(p) ) {
    for( ; *z; z++ ) {
      if( z > p->z ) aliasAdd(zKey, " ");
      zInitial[0] = *z;
      aliasAdd(zKey, zInitial);
    }
    return;
  }
  aliasAddGiven(zKey, p, zSpelt);
  if( bFirst && !aliasIsGiven(p) ) aliasAdd(zKey, "~");
}

/* What is left of words [i, *pj) when titles before the name and what is
** behind it are taken away. The suffix, if any, into *pzSuffix. */
static int aliasTrim(const Alias *s, int i, int *pj, const char **pzSuffix) {
  const u64 mTitle = NEWS_LEX_HONORIFIC | NEWS_LEX_TITLE | NEWS_LEX_ROLE;
  int j = *pj, k;
  while( j > i + 1 && (s->a[j - 1].mClass & NEWS_LEX_SUFFIX) ) {
    if( s->a[--j].weight == ALIAS_JUNIOR ) *pzSuffix = s->a[j].z;
  }
  *pj = j;
  if( i < j && aliasIsGiven(&s->a[i]) ) return i;
  for( k = j - 2; k >= i; k-- ) {
    if( s->a[k].mClass & mTitle ) return k + 1;
  }
  return i;
}

/* The person of words [i, j): surname and given names. Returns how many of
** these there are, -1 if it is no name. */
static int aliasPerson(const Alias *s, int i, int j, char *zLast, char *zKey,
                       u8 *peFull) {
  const char *zSuffix = 0;
  char z[ALIAS_FORM * 2];
  int nGiven = 0, bFull = 0, bDoubt;
  i = aliasTrim(s, i, &j, &zSuffix);
  if( i >= j ) return -1;
  while( i + 1 < j && aliasSpell(s->a[i].z, z) == 0 &&
         (!aliasIsGiven(&s->a[i]) || s->a[i + 1].eTied) ) {
    i++; /* "De Luca", "Al-Rashidi" */
  }
  if( aliasSpell(s->a[j - 1].z, z) == 0 ) strcpy(z, s->a[j - 1].z);
  strcpy(zLast, z);
  bDoubt = j - i > ALIAS_GIVEN + 1 || (j - i > 1 && aliasDoubts(&s->a[i]));
  if( bDoubt ) aliasAdd(zKey, "?");
  for( ; i + 1 < j; i++ ) {
    int bFirst = nGiven == 0;
    if( aliasSpell(s->a[i].z, z) == 0 ) {
      if( !bFirst ) continue;
      strcpy(z, s->a[i].z); /* "Al Gore" */
    }
    aliasGiven(&s->a[i], bFirst, z, zKey);
    bFull |= s->a[i].z[1] != 0;
    nGiven++;
  }
  aliasAdd(zKey, "=");
  aliasAdd(zKey, zLast);
  if( zSuffix ) {
    aliasAdd(zKey, "+");
    aliasAdd(zKey, zSuffix);
  }
  *peFull = bFull    ? NEWS_ALIAS_FULL
            : nGiven ? NEWS_ALIAS_INITIAL
                     : NEWS_ALIAS_BARE;
  return nGiven;
}

/* Put word i + 1 to the end of word i, if both fit. */
static void aliasTie(Alias *s, int i) {
  size_t n = strlen(s->a[i].z), nMore = strlen(s->a[i + 1].z);
  if( n + nMore >= ALIAS_FORM ) return;
  memcpy(&s->a[i].z[n], s->a[i + 1].z, nMore + 1);
  s->a[i].mClass = 0;
  s->n--;
  memmove(&s->a[i + 1], &s->a[i + 2],
          (size_t)(s->n - i - 1) * sizeof(AliasWord));
}

static int aliasIsFamily(const AliasWord *p) {
  u32 hash = newsHash((const u8 *)p->z, (u32)strlen(p->z));
  u32 i = newsSearch(newsFamily, newsFamilyCount, sizeof(u32), 0, hash);
  return i < newsFamilyCount && newsFamily[i] == hash;
}

/* A syllable of a given name; one that nobody takes for another name. */
static int aliasIsSyllable(const AliasWord *p) {
  size_t n = strlen(p->z);
  return n > 1 && n <= ALIAS_SYLLABLE && !aliasIsGiven(p);
}

/* Whether the second of two words is the given name, where the first may be a
** family name, or a given name as well: "Xi Jinping", but "Kim Basinger". */
static int aliasIsBehind(const AliasWord *pFirst, const AliasWord *p) {
  u32 hash = newsHash((const u8 *)p->z, (u32)strlen(p->z));
  if( aliasIsFamily(p) ) return 0;
  if( !aliasIsGiven(pFirst) ) return p->mClass == 0 || aliasIsGiven(p);
  return aliasIsGiven(p) && (p->mClass & (NEWS_LEX_MASC | NEWS_LEX_FEM)) == 0 &&
         newsWeight(hash) >= NEWS_WEIGHT_RARE;
}

/* Put the family name last where it stands first, and make the syllables of a
** given name one word. */
static void aliasTurn(Alias *s) {
  AliasWord word;
  int i = 0, bTied = 0;
  while( i + 1 < s->n && (s->a[i].mClass & (NEWS_LEX_TITLE | NEWS_LEX_ROLE |
                                            NEWS_LEX_HONORIFIC)) ) {
    i++;
  }
  if( s->n - i == 3 && s->a[i + 1].eTied == ALIAS_TIED ) {
    aliasTie(s, i); /* "Jong-un Kim" */
    return;
  }
  if( s->n - i < 2 || s->n - i > 3 || s->a[i + 1].eTied ||
      !aliasIsFamily(&s->a[i]) ) {
    return;
  }
  if( s->n - i == 3 ) {
    bTied = s->a[i + 2].eTied == ALIAS_TIED;
    if( !bTied &&
        (!aliasIsSyllable(&s->a[i + 1]) || !aliasIsSyllable(&s->a[i + 2])) ) {
      return;
    }
    aliasTie(s, i + 1);
  } else if( !aliasIsBehind(&s->a[i], &s->a[i + 1]) ) {
    return;
  }
  if( s->n - i != 2 ) return;
  word = s->a[i];
  s->a[i] = s->a[i + 1];
  s->a[i + 1] = word;
}

typedef struct AliasPart AliasPart;
struct AliasPart {
  char zLast[ALIAS_FORM * 2];
  char zKey[NEWS_ALIAS_BYTES];
};

static int aliasPartOrder(const AliasPart *a, const AliasPart *b) {
  int c = strcmp(a->zLast, b->zLast);
  return c ? c : strcmp(a->zKey, b->zKey);
}

/* Add a surname to a block, without what writers miss if enough is left. */
static void aliasAddBlock(NewsAlias *p, const char *zLast) {
  char z[ALIAS_FORM * 2];
  int n = newsAliasLevel(newsNear, zLast, (int)strlen(zLast), z);
  aliasAdd(p->zBlock, " ");
  aliasAdd(p->zBlock, n < ALIAS_NEAR ? zLast : z);
}

/* Several persons: the parts between "and", in order of surname. */
static int aliasPersons(Alias *s, const char *zPost, NewsAlias *p) {
  AliasPart aPart[ALIAS_PARTS];
  int i, j, n = 0;
  u8 eFull;
  p->eFull = NEWS_ALIAS_FULL;
  for( i = 0; i < s->n; i = j + 1 ) {
    AliasPart part;
    memset(&part, 0, sizeof(part));
    for( j = i; j < s->n && !(s->a[j].mClass & NEWS_LEX_CONJ); j++ ) {
    }
    if( j == i ) continue;
    if( n == ALIAS_PARTS ||
        aliasPerson(s, i, j, part.zLast, part.zKey, &eFull) < 0 ) {
      return 0;
    }
    p->eFull = NEWS_MIN(p->eFull, eFull);
    for( i = n++; i > 0 && aliasPartOrder(&part, &aPart[i - 1]) < 0; i-- ) {
      aPart[i] = aPart[i - 1];
    }
    aPart[i] = part;
  }
  aliasAdd(p->zBlock, "p");
  for( i = 0; i < n; i++ ) {
    aliasAddBlock(p, aPart[i].zLast);
    if( i ) aliasAdd(p->zKey, "|");
    aliasAdd(p->zKey, aPart[i].zKey);
  }
  if( zPost[0] && n == 1 ) {
    aliasAdd(p->zKey, "#");
    aliasAdd(p->zKey, zPost);
  }
  return n > 0;
}

/* ---- bodies ------------------------------------------------------------ */

/* Whether a word is to stand by what it stands for: a land for its people
** and, alone, for its capital; a body or medium in full. */
static int aliasHasValue(u64 mClass, int bAlone, int bState) {
  if( mClass & (NEWS_LEX_ORGNAME | NEWS_LEX_MEDIA) ) return 1;
  if( mClass & NEWS_LEX_CAPITAL ) return bAlone;
  if( mClass & NEWS_LEX_DEMONYM ) return bState;
  return (mClass & NEWS_LEX_PLACE) != 0;
}

/* The name has a noun for a part of a state: "ministry". */
static int aliasHasState(const NewsText *p) {
  u32 i;
  for( i = 0; i < p->nTok; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    if( newsTokIs(pTok, NEWS_LEX_ORG) &&
        newsTextWeight(p, pTok->iWord) <= ALIAS_STATE ) {
      return 1;
    }
  }
  return 0;
}

/* A word of a body's name, or several: "Pan-Isles" is "Pan Isles", as its
** initials tell. */
static void aliasBodyToken(Alias *s, const NewsToken *pTok) {
  const NewsText *p = &s->text;
  const u8 *z = &p->z[pTok->iByte];
  u32 i, iFrom = 0;
  for( i = 1; i <= pTok->nByte; i++ ) {
    AliasWord *pWord;
    if( i < pTok->nByte && (z[i] != '-' || i + 1 == pTok->nByte ||
                            z[i + 1] < 'A' || z[i + 1] > 'Z') ) {
      continue;
    }
    pWord = aliasPush(s, &z[iFrom], i - iFrom, pTok->mClass);
    iFrom = i + 1;
    if( pWord == 0 ) continue;
    pWord->weight = newsTextWeight(p, pTok->iWord);
    pWord->bUpper = (pTok->flags & NEWS_TF_UPPER) != 0;
  }
}

/* Read the words of a body's name. */
static void aliasBodyWords(Alias *s) {
  const NewsText *p = &s->text;
  int bState = aliasHasState(p);
  u32 i = 0, nTok;
  for( ; i < p->nTok; i += nTok ) {
    const NewsToken *pTok = &p->aTok[i];
    const NewsPhrase *pPhrase = newsTextPhrase(p, i);
    u64 mClass = pPhrase ? pPhrase->mClass : pTok->mClass;
    u32 iWord = pPhrase ? pPhrase->iWord : pTok->iWord;
    const char *zValue = newsTextValue(p, iWord);
    nTok = pPhrase ? pPhrase->nTok : 1;
    if( iWord && zValue[0] &&
        aliasHasValue(mClass, i == 0 && nTok == p->nTok, bState) ) {
      aliasPushValue(s, zValue, &p->pVocab->aWord[iWord], mClass);
      continue;
    }
    nTok = 1;
    if( newsTokWordy(pTok) || pTok->eKind == NEWS_TOK_HANDLE ) {
      aliasBodyToken(s, pTok);
    }
  }
}

/* A noun for a part of the state: "ministry". */
static int aliasIsState(const AliasWord *p) {
  return (p->mClass & NEWS_LEX_ORG) && p->weight == ALIAS_STATE;
}

/* Whether a word is a land's name, or one that nobody knows. */
static int aliasIsLand(const AliasWord *p) {
  u32 hash = newsHash((const u8 *)p->z, (u32)strlen(p->z));
  return (p->mClass & (NEWS_LEX_PLACE | NEWS_LEX_DEMONYM)) != 0 ||
         (p->mClass == 0 && newsWeight(hash) >= NEWS_WEIGHT_RARE);
}

/* Put the land that a part of a state is of before it: "Foreign Ministry of
** Drosk". */
static void aliasBodyLand(Alias *s) {
  AliasWord word = s->a[s->n - 1];
  if( s->n < 4 || !aliasIsLand(&word) || !aliasIsState(&s->a[s->n - 3]) ||
      !(s->a[s->n - 2].mClass & NEWS_LEX_PREP) ) {
    return;
  }
  s->n -= 2;
  memmove(&s->a[1], &s->a[0], (size_t)s->n * sizeof(word));
  s->a[0] = word;
  s->n++;
}

/* Put "Department of" behind what it is of, and lands before it. */
static void aliasBodySwap(Alias *s) {
  const u64 mBefore = NEWS_LEX_DET | NEWS_LEX_PLACE | NEWS_LEX_DEMONYM;
  AliasWord word;
  int i = 0;
  while( i < s->n && (s->a[i].mClass & mBefore) && !aliasIsState(&s->a[i]) ) {
    i++;
  }
  if( i + 2 >= s->n || !aliasIsState(&s->a[i]) ||
      !(s->a[i + 1].mClass & NEWS_LEX_PREP) ) {
    return;
  }
  word = s->a[i];
  memmove(&s->a[i], &s->a[i + 1], (size_t)(s->n - i - 1) * sizeof(word));
  s->a[s->n - 1] = word;
}

/* Drop what tells no more than that it is a company: "Corvex Inc.". A word in
** full may be in the initials of a longer name: "Velden Rail Corporation". */
static void aliasBodyForm(Alias *s) {
  while( s->n > 1 && (s->a[s->n - 1].mClass & NEWS_LEX_SUFFIX) ) s->n--;
  if( s->n == 2 && (s->a[1].mClass & NEWS_LEX_ORG) &&
      s->a[1].weight == ALIAS_TRADE &&
      !(s->a[0].mClass & (NEWS_LEX_PLACE | NEWS_LEX_DEMONYM)) ) {
    s->n--;
  }
}

/* Order the words as the key has them, and drop what does not tell. */
static void aliasBodyOrder(Alias *s) {
  const u64 mSkip = NEWS_LEX_DET | NEWS_LEX_PREP | NEWS_LEX_CONJ;
  int i, n = 0;
  aliasBodyLand(s);
  aliasBodySwap(s);
  for( i = 0; i < s->n; i++ ) {
    AliasWord *p = &s->a[i];
    if( (p->mClass & (mSkip | NEWS_LEX_HONORIFIC)) && s->n > 1 ) continue;
    aliasPlain(p);
    if( p->z[0] ) s->a[n++] = *p;
  }
  s->n = n;
  aliasBodyForm(s);
}

/* Leave out the land before a body of the state: "United States Senate". */
static int aliasBodyFirst(const Alias *s) {
  int i;
  if( s->n < 3 || (s->a[0].mClass & NEWS_LEX_PLACE) == 0 ||
      strcmp(s->a[0].z, "united") || strcmp(s->a[1].z, "states") ) {
    return 0;
  }
  for( i = 2; i < s->n; i++ ) {
    if( s->a[i].mClass & (NEWS_LEX_ORG | NEWS_LEX_ORGNAME) ) return 2;
  }
  return 0;
}

/* Letters in alphabetical order, from the third byte on; other scripts' are
** all ".". */
static void aliasLetter(char *z, char c) {
  size_t n = strlen(z), i = n;
  if( n + 1 >= NEWS_ALIAS_BYTES ) return;
  if( c & 0x80 ) c = '.';
  while( i > 2 && z[i - 1] > c ) {
    z[i] = z[i - 1];
    i--;
  }
  z[i] = c;
  z[n + 1] = 0;
}

/* A body with one word for a name. Nobody takes one for a person that the
** lexicon knows, or whose name is a common word. */
static void aliasBodyWord(const AliasWord *pWord, NewsAlias *p) {
  const u64 mKnown = NEWS_LEX_ORGNAME | NEWS_LEX_ORG | NEWS_LEX_MEDIA |
                     NEWS_LEX_PLACE | NEWS_LEX_DEMONYM | NEWS_LEX_CAPITAL |
                     NEWS_LEX_AGENCY | NEWS_LEX_SOCIAL | NEWS_LEX_PEOPLE;
  const char *z = pWord->z;
  char zSpelt[ALIAS_FORM * 2];
  u32 hash = newsHash((const u8 *)z, (u32)strlen(z));
  if( pWord->bUpper && strlen(z) <= ALIAS_ACRONYM ) {
    aliasAdd(p->zBlock, "b ");
    aliasAdd(p->zKey, "!");
    p->eFull = NEWS_ALIAS_BARE;
    while( *z ) aliasLetter(p->zBlock, *z++);
  } else if( (pWord->mClass & mKnown) || newsWeight(hash) < NEWS_WEIGHT_RARE ||
             aliasSpell(z, zSpelt) == 0 ) {
    aliasAdd(p->zBlock, "b =");
    aliasAdd(p->zBlock, z);
  } else {
    aliasAdd(p->zBlock, "p");
    aliasAddBlock(p, zSpelt);
    aliasAdd(p->zKey, "@");
    aliasAdd(p->zKey, z);
    aliasAdd(p->zKey, "=");
    z = zSpelt;
  }
  aliasAdd(p->zKey, z == zSpelt ? z : pWord->z);
}

static int aliasBody(Alias *s, NewsAlias *p) {
  int i, iFirst;
  aliasBodyOrder(s);
  iFirst = aliasBodyFirst(s);
  if( s->n == 0 ) return 0;
  p->eFull = NEWS_ALIAS_FULL;
  if( s->n == 1 ) {
    aliasBodyWord(&s->a[0], p);
    return 1;
  }
  aliasAdd(p->zBlock, "b ");
  for( i = iFirst; i < s->n; i++ ) {
    if( i > iFirst ) aliasAdd(p->zKey, " ");
    aliasAdd(p->zKey, s->a[i].z);
    aliasLetter(p->zBlock, s->a[i].z[0]);
  }
  if( aliasIsState(&s->a[s->n - 1]) ) aliasAdd(p->zKey, ":");
  return 1;
}

/* ---- all --------------------------------------------------------------- */

/* A name of which nothing else is known: by the hash of its folded text. */
static void aliasOther(NewsArena *pArena, const u8 *z, u32 n, NewsAlias *p) {
  static const char zHex[] = "0123456789abcdef";
  u32 nFold = 0, hash, i;
  const char *zFold = newsFoldText(pArena, z, n, &nFold);
  char zHash[12] = "x ";
  hash = zFold ? newsHash((const u8 *)zFold, nFold) : 0;
  for( i = 0; i < 8; i++ ) zHash[2 + i] = zHex[(hash >> (28 - 4 * i)) & 15];
  p->zBlock[0] = p->zKey[0] = 0;
  p->eFull = NEWS_ALIAS_FULL;
  aliasAdd(p->zBlock, zHash);
  if( zFold == 0 ) return;
  nFold = NEWS_MIN(nFold, NEWS_ALIAS_BYTES / 2);
  nFold = newsUtf8Begin((const u8 *)zFold, 0, nFold);
  memcpy(p->zKey, zFold, nFold);
}

/* Whether a group is of persons by their names: "Snowe and Collins". */
static int aliasIsJoint(const NewsText *p) {
  u32 i;
  for( i = 1; i + 1 < p->nTok; i++ ) {
    if( newsTokIs(&p->aTok[i], NEWS_LEX_CONJ) ) return 1;
  }
  return 0;
}

static int aliasDocument(Alias *s, NewsAlias *p) {
  int i;
  aliasAdd(p->zBlock, "d");
  for( i = 0; i < s->n; i++ ) {
    if( i == 0 && s->n > 1 && (s->a[0].mClass & NEWS_LEX_DET) ) continue;
    aliasAdd(p->zBlock, " ");
    aliasAdd(p->zBlock, s->a[i].z);
  }
  p->eFull = NEWS_ALIAS_FULL;
  return s->n > 0;
}

void newsAliasRead(NewsArena *pArena, const u8 *z, u32 n, int eKind,
                   const char *zPost, NewsAlias *p) {
  Alias s;
  int bKnown = 0;
  memset(p, 0, sizeof(*p));
  memset(&s, 0, sizeof(s));
  newsTextRead(&s.text, pArena, newsLexicon(), z, n);
  if( pArena->rc == SQLITE_OK ) {
    if( eKind == NEWS_PERSON ||
        (eKind == NEWS_GROUP && aliasIsJoint(&s.text)) ) {
      aliasPersonWords(&s);
      if( eKind == NEWS_PERSON ) aliasTurn(&s);
      bKnown = !s.bLong && aliasPersons(&s, zPost, p);
    } else if( eKind == NEWS_DOCUMENT ) {
      aliasBodyWords(&s);
      bKnown = !s.bLong && aliasDocument(&s, p);
    } else {
      aliasBodyWords(&s);
      bKnown = !s.bLong && s.n && aliasBody(&s, p);
    }
  }
  newsTextFree(&s.text);
  if( !bKnown || strlen(p->zBlock) + 1 >= NEWS_ALIAS_BYTES ||
      strlen(p->zKey) + 1 >= NEWS_ALIAS_BYTES ) {
    aliasOther(pArena, z, n, p);
  }
}

/* Tokens of the common noun for an agency at token i, which nobody's name is;
** else 0. */
static u32 aliasNoun(const NewsText *p, u32 i) {
  const NewsPhrase *pPhrase = newsTextPhrase(p, i);
  u64 mClass = pPhrase ? pPhrase->mClass : p->aTok[i].mClass;
  u32 iWord = pPhrase ? pPhrase->iWord : p->aTok[i].iWord;
  if( iWord == 0 || !(mClass & NEWS_LEX_AGENCY) || newsTextIsName(p, iWord) ) {
    return 0;
  }
  return pPhrase ? pPhrase->nTok : 1;
}

NewsSpan newsAliasProper(NewsArena *pArena, const u8 *z, u32 n) {
  NewsText text;
  NewsSpan tok, bytes = newsSpan(0, n);
  u32 i, nTok;
  memset(&text, 0, sizeof(text));
  newsTextRead(&text, pArena, newsLexicon(), z, n);
  if( pArena->rc == SQLITE_OK && text.nTok > 0 ) {
    tok = newsSpan(aliasNoun(&text, 0), text.nTok);
    for( i = tok.iFrom; i < text.nTok; i += NEWS_MAX(nTok, 1u) ) {
      const NewsPhrase *pPhrase = newsTextPhrase(&text, i);
      nTok = aliasNoun(&text, i);
      if( nTok && i + nTok == text.nTok ) tok.iTo = i;
      if( nTok == 0 && pPhrase ) nTok = pPhrase->nTok;
    }
    if( newsSpanLen(tok) && newsSpanLen(tok) < text.nTok ) {
      bytes = newsTextBytes(&text, tok);
    }
  }
  newsTextFree(&text);
  return bytes;
}
