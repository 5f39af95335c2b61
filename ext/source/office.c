/*
** office.c: see office.h.
*/
#include "source/office.h"

#include "lexicon/epithet.h"
#include "lexicon/lexicon.h"

#define OFFICE_LESSER 9 /* Weight of a rank that makes another office of one */
#define OFFICE_TERMS 24 /* Terms of a phrase that are looked at */

/* Whether a word tells which office it is: no article, no rank, nor where
** somebody is from. */
static int officeTells(const NewsToken *p) {
  return p->eKind == NEWS_TOK_WORD &&
         !newsTokIs(p, NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER |
                           NEWS_LEX_PREP | NEWS_LEX_CONJ | NEWS_LEX_RANK |
                           NEWS_LEX_DEMONYM | NEWS_LEX_PLACE |
                           NEWS_LEX_CAPITAL | NEWS_LEX_NUMBER |
                           NEWS_LEX_HONORIFIC | NEWS_LEX_TIME);
}

static int officeIsLesser(const NewsText *p, const NewsToken *pTok) {
  return newsTokIs(pTok, NEWS_LEX_RANK) &&
         newsTextWeight(p, pTok->iWord) == OFFICE_LESSER;
}

static NewsOffice officeOf(const NewsTerms *p, const NewsTerm *pTerm,
                           u32 iFrom) {
  const NewsText *pText = p->pText;
  const NewsPhrase *pPhrase = newsTextPhrase(pText, pTerm->iTok);
  u32 i, iHead = newsTermHead(pText, pTerm->iTok, pTerm->iTok + pTerm->nTok);
  NewsOffice office;
  memset(&office, 0, sizeof(office));
  office.head = newsTermKey(pText, &pText->aTok[iHead]);
  office.title = office.head;
  if( pPhrase && pPhrase->nTok == pTerm->nTok ) {
    office.title = newsTermValueKey(pText, pPhrase->iWord);
  }
  if( iHead > iFrom && officeTells(&pText->aTok[iHead - 1]) ) {
    office.before = newsTermKey(pText, &pText->aTok[iHead - 1]);
  }
  for( i = iHead; i > iFrom && pText->aTok[i - 1].eKind == NEWS_TOK_WORD;
       i-- ) {
    office.bLesser |= (u8)officeIsLesser(pText, &pText->aTok[i - 1]);
  }
  return office;
}

int newsOfficesRead(const NewsTerms *p, NewsSpan tok, NewsOffice *a, int nMax) {
  NewsTerm aTerm[OFFICE_TERMS];
  int n = 0, i, nTerm = newsTermsRead(p, tok, aTerm, OFFICE_TERMS);
  for( i = 0; i < nTerm && n < nMax; i++ ) {
    if( !newsTermHuman(&aTerm[i]) ) continue;
    /* "police chief": of several in a row the last is it */
    if( i + 1 < nTerm && newsTermHuman(&aTerm[i + 1]) ) continue;
    a[n++] = officeOf(p, &aTerm[i], tok.iFrom);
  }
  return n;
}

int newsOfficeFits(const NewsOffice *pCalled, const NewsOffice *a, int n) {
  int i, e = NEWS_OFFICE_UNTOLD;
  for( i = 0; i < n; i++ ) {
    if( a[i].title == pCalled->title && a[i].head != pCalled->head ) {
      /* "CM", "chief minister" */
      if( a[i].bLesser == pCalled->bLesser ) return NEWS_OFFICE_SAME;
      if( e == NEWS_OFFICE_UNTOLD ) e = NEWS_OFFICE_OTHER;
    } else if( a[i].head == pCalled->head ) {
      int bOther =
          a[i].before && pCalled->before && a[i].before != pCalled->before;
      if( !bOther && a[i].bLesser == pCalled->bLesser ) {
        return NEWS_OFFICE_SAME;
      }
      if( e == NEWS_OFFICE_UNTOLD ) e = NEWS_OFFICE_OTHER;
    } else if( newsEpithetFits(pCalled->title, a[i].title) ||
               newsEpithetFits(pCalled->head, a[i].title) ||
               newsEpithetFits(pCalled->head, a[i].head) ) {
      e = NEWS_OFFICE_EPITHET;
    }
  }
  return e;
}
