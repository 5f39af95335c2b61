/*
** who.c: see who.h.
*/
#include "similarity/who.h"

#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/text.h"

#define WHO_FORM 48 /* Bytes of a word */
#define WHO_LAND 5  /* Letters of the name of a people's land, at least */

/* Weights of nouns for bodies (org.tsv) that tell one from another: a part of
** the state, and what has no sort of its own: "police", "university". Not "the
** company", which may be any. */
#define WHO_STATE 1
#define WHO_OTHER 5

/*---------------------------------------------------------------- sorts */

static u8 whoSortOf(u32 hash) {
  u32 i = newsSearch(newsSort, newsSortCount, sizeof(NewsSort),
                     offsetof(NewsSort, hash), hash);
  return i < newsSortCount && newsSort[i].hash == hash ? newsSort[i].iSort : 0;
}

/* The sort that a title in full tells of, by the last word that tells one:
** "Minister of Justice". */
static u8 whoSortIn(const char *z) {
  u8 a[WHO_FORM], iSort = 0, iNext;
  u32 n, hash;
  for( ; *z; z += n + (z[n] == ' ') ) {
    n = (u32)strcspn(z, " ");
    if( newsFoldWord((const u8 *)z, n, a, sizeof(a), &hash) == 0 ) continue;
    iNext = whoSortOf(hash);
    if( iNext ) iSort = iNext;
  }
  return iSort;
}

/* The sort of a word or phrase: of its form, or what it stands for. */
static u8 whoSort(const NewsText *p, u32 iTok, u32 iWord) {
  const NewsWord *pWord = &p->pVocab->aWord[iWord];
  const u8 *zForm = (const u8 *)&p->pVocab->zPool[pWord->oForm];
  const char *zValue = newsTextValue(p, iWord);
  u32 hash = iWord ? newsHash(zForm, pWord->nForm) : p->aTok[iTok].hash;
  u8 iSort = whoSortOf(hash);
  if( iSort == 0 && iWord && zValue[0] ) {
    u8 a[WHO_FORM];
    u32 n = (u32)strlen(zValue);
    n = newsFoldWord((const u8 *)zValue, n, a, sizeof(a), &hash);
    iSort = whoSortOf(hash);
    if( iSort == 0 ) iSort = whoSortIn(zValue);
  }
  return iSort;
}

/*------------------------------------------------------------- reading */

static void whoAdd(NewsWhoWords *p, u32 hash) {
  if( p->n < NEWS_WHO_WORDS ) p->a[p->n++] = hash;
}

/* A description while it is read. */
typedef struct WhoRead WhoRead;
struct WhoRead {
  const NewsText *p;
  NewsWho *pWho;
  NewsWhoWords name; /* Names of which it is open what they belong to */
  NewsWhoWords head; /* Nouns for bodies written as a name: "Treasury" */
  u32 plain;         /* A word in small letters just before, 0 for none */
  u8 bHead;          /* What tells of the person is before "of" */
  u8 bState;         /* "Ministry of": names that follow are the ministry's */
};

/* Names belong to a part of the state, or stand for themselves. */
static void whoNames(WhoRead *r, int bState) {
  NewsWhoWords *pInto = bState ? &r->pWho->state : &r->pWho->name;
  u32 i;
  for( i = 0; i < r->name.n; i++ ) whoAdd(pInto, r->name.a[i]);
  r->name.n = 0;
}

/* A noun for a body, of a weight. */
static void whoBody(WhoRead *r, const NewsToken *pTok, u32 hash, u8 weight) {
  if( weight == WHO_STATE && r->plain ) whoAdd(&r->name, r->plain);
  if( weight == WHO_STATE || weight == WHO_OTHER ) {
    int bName = (pTok->flags & NEWS_TF_CAP) && r->name.n == 0;
    if( bName ) whoAdd(&r->head, hash);
    if( (pTok->flags & NEWS_TF_CAP) == 0 ) whoAdd(&r->pWho->part, hash);
  }
  whoNames(r, weight == WHO_STATE);
  r->bState = weight == WHO_STATE;
}

/* A name that nobody knows may be a land's, and that of its people is mostly
** longer by a letter: "Kaldova", "Kaldovan". */
static void whoName(WhoRead *r, const NewsToken *pTok, u32 iWord, u32 hash) {
  u8 a[WHO_FORM];
  u32 n;
  whoAdd(&r->name, hash);
  if( iWord ) return;
  n = newsFoldWord(&r->p->z[pTok->iByte], pTok->nByte, a, sizeof(a), &hash);
  if( n > WHO_LAND && n < sizeof(a) ) whoAdd(&r->name, newsHash(a, n - 1));
}

/* What a word or phrase that tells no sort says of where one is from. */
static void whoWord(WhoRead *r, u32 iTok, u64 mClass, u32 iWord) {
  const u64 mPlace = NEWS_LEX_PLACE | NEWS_LEX_DEMONYM | NEWS_LEX_CAPITAL;
  const u64 mSkip = NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER |
                    NEWS_LEX_CONJ | NEWS_LEX_NUMBER;
  const u64 mNone = NEWS_LEX_ROLE | NEWS_LEX_SOURCE | NEWS_LEX_TITLE |
                    NEWS_LEX_SUFFIX | NEWS_LEX_MONTH | NEWS_LEX_WEEKDAY;
  const NewsToken *pTok = &r->p->aTok[iTok];
  const char *zValue = newsTextValue(r->p, iWord);
  u32 n = (u32)strlen(zValue), hash = pTok->hash, plain = 0;
  int bCap = (pTok->flags & NEWS_TF_CAP) != 0;
  if( iWord && n ) hash = newsHash((const u8 *)zValue, n);
  if( mClass & NEWS_LEX_PREP ) {
    if( !r->bState ) whoNames(r, 0);
  } else if( (mClass & mPlace) && bCap ) {
    whoAdd(&r->pWho->land, hash);
  } else if( mClass & NEWS_LEX_ORG ) {
    whoBody(r, pTok, hash, newsTextWeight(r->p, iWord));
  } else if( mClass & mNone ) {
    whoNames(r, 0);
  } else if( (mClass & mSkip) == 0 && bCap ) {
    whoName(r, pTok, iWord, hash);
  } else if( (mClass & (mSkip | NEWS_LEX_RANK)) == 0 ) {
    plain = hash;
  }
  r->plain = plain;
}

/* Whether a phrase for an official begins with a body that any is of: "White
** House official". */
static int whoIsRule(const NewsText *p, u32 iWord) {
  const NewsWord *pWord = &p->pVocab->aWord[iWord];
  const char *z = &p->pVocab->zPool[pWord->oForm];
  u32 n = pWord->nForm;
  while( n > 0 && z[n - 1] != ' ' ) n--;
  return n > 1 && whoSortOf(newsHash((const u8 *)z, n - 1)) == NEWS_SORT_RULE;
}

/* A word or phrase from token i on; how many tokens were read. Words of a
** phrase for a person tell for themselves: "police spokesman". */
static u32 whoNext(WhoRead *r, u32 i) {
  const NewsToken *pTok = &r->p->aTok[i];
  const NewsPhrase *pPhrase = newsTextPhrase(r->p, i);
  u64 mClass = pPhrase ? pPhrase->mClass : pTok->mClass;
  u32 iWord = pPhrase ? pPhrase->iWord : pTok->iWord;
  u32 nTok = pPhrase ? pPhrase->nTok : 1, j;
  u8 iSort;
  if( pTok->eKind != NEWS_TOK_WORD ) return 1;
  if( pPhrase == 0 && (mClass & NEWS_LEX_PREP) ) r->bHead = 0;
  iSort = whoSort(r->p, i, iWord);
  if( iSort == 0 ) {
    whoWord(r, i, mClass, iWord);
    return nTok;
  }
  for( j = i; nTok > 1 && j < i + nTok && !whoIsRule(r->p, iWord); j++ ) {
    if( iSort == NEWS_SORT_RULE ) break;
    whoWord(r, j, r->p->aTok[j].mClass, r->p->aTok[j].iWord);
  }
  whoNames(r, 0);
  r->bState = 0;
  if( r->bHead && iSort != NEWS_SORT_RULE ) r->pWho->iSort = iSort;
  return nTok;
}

void newsWhoRead(NewsArena *pArena, const u8 *z, u32 n, int bBody,
                 NewsWho *pWho) {
  NewsText text;
  WhoRead read;
  u32 i = 0;
  memset(&read, 0, sizeof(read));
  read.p = &text;
  read.pWho = pWho;
  read.bHead = !bBody;
  newsTextRead(&text, pArena, newsLexicon(), z, n);
  while( i < text.nTok && pArena->rc == SQLITE_OK ) i += whoNext(&read, i);
  whoNames(&read, read.bState);
  if( pWho->name.n + pWho->state.n == 0 ) pWho->name = read.head;
  newsTextFree(&text);
}

/*------------------------------------------------------------ comparing */

/* Whether both tell something, and nothing that both tell. */
static int whoOther(const NewsWhoWords *pa, const NewsWhoWords *pb) {
  u32 i, j;
  for( i = 0; i < pa->n; i++ ) {
    for( j = 0; j < pb->n; j++ ) {
      if( pa->a[i] == pb->a[j] ) return 0;
    }
  }
  return pa->n && pb->n;
}

int newsWhoApart(const NewsWho *pa, const NewsWho *pb) {
  return (newsSortNot[pa->iSort] >> pb->iSort & 1) ||
         whoOther(&pa->land, &pb->land) || whoOther(&pa->name, &pb->name) ||
         whoOther(&pa->state, &pb->state) || whoOther(&pa->part, &pb->part);
}

/*---------------------------------------------------------------- posts */

/* The hash of a title's value, or of its form; 0 for what is none. */
static u32 whoTitle(const NewsText *p, u32 iTok, u64 mClass, u32 iWord) {
  const char *zValue = newsTextValue(p, iWord);
  u32 hash = p->aTok[iTok].hash;
  u8 a[WHO_FORM];
  if( (mClass & NEWS_LEX_TITLE) == 0 || iWord == 0 ) return 0;
  if( zValue[0] ) {
    newsFoldWord((const u8 *)zValue, (u32)strlen(zValue), a, sizeof(a), &hash);
  }
  return hash;
}

/* Whether a word of a role, or of what it stands for, says that it is past. */
static int whoIsPast(const NewsText *p, u32 iTok, u32 iWord) {
  const char *z = newsTextValue(p, iWord);
  u32 n = (u32)strcspn(z, " "), hash = p->aTok[iTok].hash;
  u8 a[WHO_FORM];
  if( whoSortOf(hash) == NEWS_SORT_PAST ) return 1;
  newsFoldWord((const u8 *)z, n, a, sizeof(a), &hash);
  return n > 0 && whoSortOf(hash) == NEWS_SORT_PAST;
}

void newsWhoPost(NewsArena *pArena, const u8 *z, u32 n, char *zPost) {
  NewsText text;
  u32 i, nTok, iTitle = 0;
  int bPast = 0;
  u8 iSort = 0;
  newsTextRead(&text, pArena, newsLexicon(), z, n);
  for( i = 0; i < text.nTok && pArena->rc == SQLITE_OK; i += nTok ) {
    const NewsToken *pTok = &text.aTok[i];
    const NewsPhrase *pPhrase = newsTextPhrase(&text, i);
    u64 mClass = pPhrase ? pPhrase->mClass : pTok->mClass;
    u32 iWord = pPhrase ? pPhrase->iWord : pTok->iWord;
    u8 iNext;
    nTok = pPhrase ? pPhrase->nTok : 1;
    if( pTok->eKind != NEWS_TOK_WORD ) continue;
    if( pPhrase == 0 && (mClass & NEWS_LEX_PREP) ) break;
    iNext = whoSort(&text, i, iWord);
    bPast |= whoIsPast(&text, i, iWord);
    if( iNext && (newsSortLoose >> iNext & 1) == 0 ) iSort = iNext;
    if( iTitle == 0 ) iTitle = whoTitle(&text, i, mClass, iWord);
  }
  newsTextFree(&text);
  if( bPast || iSort <= NEWS_SORT_PAST ) iSort = 0;
  zPost[0] = 0;
  if( iSort == 0 && iTitle == 0 ) return;
  sqlite3_snprintf(NEWS_POST_BYTES, zPost, iTitle ? "%c%08x" : "%c",
                   iSort ? 'a' + iSort : '-', iTitle);
}

int newsWhoOther(char cPost, char cOther) {
  int i = cPost - 'a', j = cOther - 'a';
  if( i < 0 || j < 0 || i >= NEWS_SORTS || j >= NEWS_SORTS ) return 0;
  return newsSortNot[i] >> j & 1;
}
