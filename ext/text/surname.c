/*
** surname.c: ordinary words that are surnames.
**
** Two passes: which words stand behind a given name or an honorific where only
** a surname can; then each of their tokens that may be the surname again. At
** the beginning of a sentence, and for months, what stands beside must tell.
*/
#include "text/surname.h"

#include "lexclass.h"

#define SURNAME_MAX 32  /* Such words in a report, at most */
#define SURNAME_PARTY 3 /* Weight of a role in a party: Tom Orr, Republican */

/* What makes a word one of grammar, of a body or a place: no surname */
#define SURNAME_NOT                                                        \
  (NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER | NEWS_LEX_PREP |        \
   NEWS_LEX_CONJ | NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD | NEWS_LEX_PRON |    \
   NEWS_LEX_AUX | NEWS_LEX_NEG | NEWS_LEX_ORG | NEWS_LEX_ORGNAME |         \
   NEWS_LEX_AGENCY | NEWS_LEX_PLACE | NEWS_LEX_CAPITAL | NEWS_LEX_PLURAL | \
   NEWS_LEX_WEEKDAY | NEWS_LEX_SUFFIX | NEWS_LEX_DEMONYM | NEWS_LEX_GER |  \
   NEWS_LEX_THIRD)
/* What makes one ordinary, so that it is worth while */
#define SURNAME_PLAIN                                                 \
  (NEWS_LEX_MONTH | NEWS_LEX_TIME | NEWS_LEX_ADVERB | NEWS_LEX_VERB | \
   NEWS_LEX_CUE | NEWS_LEX_PAST | NEWS_LEX_ROLE | NEWS_LEX_TITLE |    \
   NEWS_LEX_DOCUMENT | NEWS_LEX_MEDIA | NEWS_LEX_VENUE | NEWS_LEX_HEADLINE)
#define SURNAME_VERB (NEWS_LEX_VERB | NEWS_LEX_CUE | NEWS_LEX_PAST)
#define SURNAME_TENSE (NEWS_LEX_PAST | NEWS_LEX_THIRD)

/* A word that begins with a capital, no more of it. */
static int surnameIsCap(const NewsToken *p) {
  return p->eKind == NEWS_TOK_WORD &&
         (p->flags & (NEWS_TF_CAP | NEWS_TF_UPPER)) == NEWS_TF_CAP;
}

/* Whether a capital word of the same sentence stands behind the token, so that
** the two are one name: Long Island, King Charles. */
static int surnameGoesOn(const NewsToken *p) {
  return p[1].eKind == NEWS_TOK_WORD &&
         (p[1].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP;
}

/* Whether a finite verb that no infinitive is stands at a token: said, has. */
static int surnameIsVerb(const NewsToken *p) {
  return p->eKind == NEWS_TOK_WORD && (p->flags & NEWS_TF_CAP) == 0 &&
         newsTokIs(p, SURNAME_TENSE) &&
         newsTokIs(p, NEWS_LEX_VERB | NEWS_LEX_CUE | NEWS_LEX_AUX) &&
         !newsTokIs(p, NEWS_LEX_BASE);
}

/* Whether a word can be a surname, and is more than that. */
static int surnameMayBe(const NewsText *t, const NewsToken *p) {
  u64 mNot = SURNAME_NOT;
  if( newsTokIs(p, NEWS_LEX_MODAL) ) mNot &= ~(u64)NEWS_LEX_AUX;
  if( surnameIsVerb(&p[1]) ) mNot &= ~(u64)NEWS_LEX_THIRD; /* Ann Burns said */
  if( !surnameIsCap(p) || (p->flags & (NEWS_TF_SENT | NEWS_TF_DOT)) ||
      newsTokIs(p, mNot) || surnameGoesOn(p) ) {
    return 0;
  }
  return newsTokIs(p, SURNAME_PLAIN | NEWS_LEX_MODAL) &&
         !(newsTokIs(p, NEWS_LEX_ROLE) &&
           newsTextWeight(t, p->iWord) == SURNAME_PARTY);
}

/* Whether a token is a surname by what stands before it: "Theresa May", "Mr
** Long". In a headline in capitals a verb would go on: "Ann Drew a Crowd". */
static int surnameIsOne(const NewsText *t, const NewsToken *p) {
  const NewsToken *pNext = &p[1];
  if( !surnameMayBe(t, p) || !surnameIsCap(p - 1) ) return 0;
  if( newsTokIs(p - 1, NEWS_LEX_HONORIFIC) ) {
    return !newsTokIs(p, NEWS_LEX_TITLE); /* Mr. President */
  }
  if( newsTokIs(p - 1, NEWS_LEX_TITLE) && newsTokIs(p, NEWS_LEX_THIRD) &&
      !newsTokIs(p - 1, NEWS_LEX_PLURAL) && surnameIsVerb(pNext) ) {
    return 1; /* Senator Burns said */
  }
  if( p[-1].iWord == 0 && newsTokPunct(pNext, ',') &&
      p[2].eKind == NEWS_TOK_NUMBER && p[2].nByte == 2 &&
      newsTokPunct(&p[3], ',') ) {
    return 1; /* Yorla King, 41, */
  }
  if( !newsTokIs(p - 1, NEWS_LEX_GIVEN) ||
      newsTokIs(p - 1, NEWS_LEX_PLACE | NEWS_LEX_MONTH | NEWS_LEX_ORGNAME |
                           NEWS_LEX_TITLE | NEWS_LEX_MODAL | NEWS_LEX_DEMONYM |
                           NEWS_LEX_ROLE | NEWS_LEX_RANK) ) {
    return 0;
  }
  return !newsTokIs(p, SURNAME_VERB) || pNext->eKind != NEWS_TOK_WORD ||
         surnameIsVerb(pNext);
}

/* Whether a token that has a surname's word is that here. */
static int surnameIsAgain(const NewsText *t, u32 i) {
  const NewsToken *p = &t->aTok[i];
  int bVerb = surnameIsVerb(&p[1]) || p[1].eKind == NEWS_TOK_CLITIC ||
              (newsTokPunct(&p[1], ',') && newsTokIs(&p[2], NEWS_LEX_WH_WORD));
  if( !surnameIsCap(p) || surnameGoesOn(p) ) return 0;
  if( i == 0 || (p->flags & NEWS_TF_SENT) || !newsTokWordy(p - 1) ) {
    return bVerb || (i > 0 && newsTokPunct(p - 1, ',') &&
                     !newsTokIs(p, NEWS_LEX_MONTH | NEWS_LEX_MODAL));
  }
  if( surnameIsCap(p - 1) && !newsTokIs(p - 1, NEWS_LEX_PREP | NEWS_LEX_CUE) ) {
    return newsTokIs(p - 1, NEWS_LEX_GIVEN | NEWS_LEX_HONORIFIC |
                                NEWS_LEX_TITLE | NEWS_LEX_ROLE) ||
           p[-1].iWord == 0;
  }
  if( newsTokIs(p - 1, NEWS_LEX_DET | NEWS_LEX_INDEF) ) return 0;
  return bVerb || !newsTokIs(p, NEWS_LEX_MONTH) ||
         newsTokIs(p - 1, NEWS_LEX_CUE);
}

void newsSurnames(NewsText *p) {
  u32 aHash[SURNAME_MAX], n = 0, i, k;
  newsArenaTick(p->pArena, p->nTok);
  for( i = 1; i < p->nTok && n < SURNAME_MAX; i++ ) {
    if( !surnameIsOne(p, &p->aTok[i]) ) continue;
    for( k = 0; k < n && aHash[k] != p->aTok[i].hash; k++ ) {
    }
    if( k == n ) aHash[n++] = p->aTok[i].hash;
  }
  for( i = 0; n > 0 && i < p->nTok; i++ ) {
    NewsToken *pTok = &p->aTok[i];
    if( !(pTok->flags & NEWS_TF_CAP) || pTok->iWord == 0 ) continue;
    for( k = 0; k < n && aHash[k] != pTok->hash; k++ ) {
    }
    if( k == n || !surnameIsAgain(p, i) ) continue;
    pTok->mClass = 0;
    pTok->iWord = 0;
  }
}
