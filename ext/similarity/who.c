/*
** who.c: see who.h.
*/
#include "similarity/who.h"

#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"
#include "text/text.h"

#define WHO_FORM 48 /* Bytes of a word */

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

/* What a word or phrase that tells no sort says of where one is from; into
** pHead a noun for a body that is written as a name, "Treasury". */
static void whoWord(const NewsText *p, u32 iTok, u64 mClass, u32 iWord,
                    NewsWho *pWho, NewsWhoWords *pHead) {
  const u64 mPlace = NEWS_LEX_PLACE | NEWS_LEX_DEMONYM | NEWS_LEX_CAPITAL;
  const u64 mNone = NEWS_LEX_DET | NEWS_LEX_ROLE | NEWS_LEX_SOURCE |
                    NEWS_LEX_TITLE | NEWS_LEX_PREP | NEWS_LEX_SUFFIX |
                    NEWS_LEX_MONTH | NEWS_LEX_WEEKDAY;
  const NewsToken *pTok = &p->aTok[iTok];
  const char *zValue = newsTextValue(p, iWord);
  u32 n = (u32)strlen(zValue), hash = pTok->hash;
  u8 weight = p->pVocab->aWord[iWord].weight;
  int bCap = (pTok->flags & NEWS_TF_CAP) != 0;
  if( iWord && n ) hash = newsHash((const u8 *)zValue, n);
  if( (mClass & mPlace) && bCap ) {
    whoAdd(&pWho->land, hash);
  } else if( mClass & NEWS_LEX_ORG ) {
    if( weight != WHO_STATE && weight != WHO_OTHER ) return;
    whoAdd(bCap ? pHead : &pWho->part, hash);
  } else if( bCap && (mClass & mNone) == 0 ) {
    whoAdd(&pWho->body, hash);
  }
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
static u32 whoNext(const NewsText *p, u32 i, int *pbHead, NewsWho *pWho,
                   NewsWhoWords *pHead) {
  const NewsToken *pTok = &p->aTok[i];
  const NewsPhrase *pPhrase = newsTextPhrase(p, i);
  u64 mClass = pPhrase ? pPhrase->mClass : pTok->mClass;
  u32 iWord = pPhrase ? pPhrase->iWord : pTok->iWord;
  u32 nTok = pPhrase ? pPhrase->nTok : 1, j;
  u8 iSort;
  if( pTok->eKind != NEWS_TOK_WORD ) return 1;
  if( pPhrase == 0 && (mClass & NEWS_LEX_PREP) ) *pbHead = 0;
  iSort = whoSort(p, i, iWord);
  if( iSort == 0 ) {
    whoWord(p, i, mClass, iWord, pWho, pHead);
  } else if( *pbHead && iSort != NEWS_SORT_RULE ) {
    pWho->iSort = iSort;
  }
  if( iSort == 0 || nTok == 1 || whoIsRule(p, iWord) ) return nTok;
  for( j = i; iSort != NEWS_SORT_RULE && j < i + nTok; j++ ) {
    whoWord(p, j, p->aTok[j].mClass, p->aTok[j].iWord, pWho, pHead);
  }
  return nTok;
}

void newsWhoRead(NewsArena *pArena, const u8 *z, u32 n, int bBody,
                 NewsWho *pWho) {
  NewsText text;
  NewsWhoWords head = {0, {0}};
  u32 i = 0;
  int bHead = !bBody; /* What tells of the person is before "of" */
  newsTextRead(&text, pArena, newsLexicon(), z, n);
  while( i < text.nTok && pArena->rc == SQLITE_OK ) {
    i += whoNext(&text, i, &bHead, pWho, &head);
  }
  if( pWho->body.n == 0 ) pWho->body = head;
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
  if( newsSortNot[pa->iSort] >> pb->iSort & 1 ) return 1;
  if( whoOther(&pa->land, &pb->land) ) return 1;
  if( pa->body.n && pb->body.n ) return whoOther(&pa->body, &pb->body);
  if( pa->body.n || pb->body.n ) return 0;
  return whoOther(&pa->part, &pb->part);
}
