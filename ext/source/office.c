/*
** office.c: see office.h.
*/
#include "source/office.h"

#include "lexicon/epithet.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"

#define OFFICE_LESSER 9  /* Weight of a rank that makes another office of one */
#define OFFICE_FORMER 8  /* ... that somebody had */
#define OFFICE_PRESENT 7 /* ... that somebody has */
#define OFFICE_FORM 16   /* Bytes of what stands before a hyphen, at most */
#define OFFICE_BODY (NEWS_LEX_ORG | NEWS_LEX_PEOPLE) /* "union", "opposition" */
#define OFFICE_TERMS 24 /* Terms of a phrase that are looked at */

/* Whether a word tells which office it is: no article, no rank, nor where
** somebody is from. */
static int officeTells(const NewsToken *p) {
  if( p->eKind == NEWS_TOK_WORD && newsTokIs(p, NEWS_LEX_PEOPLE) ) return 1;
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

/* The word of the lexicon with which a token begins, hyphen and all: "ex-" of
** "ex-mayor"; 0 for none. */
static u32 officePrefix(const NewsText *p, const NewsToken *pTok) {
  const u8 *z = &p->z[pTok->iByte], *zDash = memchr(z, '-', pTok->nByte);
  u8 aForm[OFFICE_FORM];
  u32 n, hash;
  if( zDash == 0 ) return 0;
  n = newsFoldWord(z, (u32)(zDash - z) + 1, aForm, OFFICE_FORM, &hash);
  return n > OFFICE_FORM ? 0 : newsVocabFind(p->pVocab, aForm, n, hash);
}

/* Whether it is told that somebody had it, or has it. */
static u8 officeTime(const NewsText *p, const NewsToken *pTok) {
  int bRank = newsTokIs(pTok, NEWS_LEX_RANK), nWeight;
  u32 iWord = bRank ? pTok->iWord : officePrefix(p, pTok);
  if( !bRank && !(newsVocabClasses(p->pVocab, iWord)->mAny & NEWS_LEX_RANK) ) {
    return 0;
  }
  nWeight = newsTextWeight(p, iWord);
  return nWeight == OFFICE_FORMER    ? NEWS_OFFICE_FORMER
         : nWeight == OFFICE_PRESENT ? NEWS_OFFICE_PRESENT
                                     : 0;
}

/* Whether a token may be of a place's name. */
static int officeIsPlace(const NewsToken *p) {
  if( p->eKind != NEWS_TOK_WORD || !(p->flags & NEWS_TF_CAP) ||
      (p->flags & (NEWS_TF_UPPER | NEWS_TF_DOT)) ) {
    return 0;
  }
  return p->iWord == 0 || newsTokIs(p, NEWS_LEX_PLACE | NEWS_LEX_CAPITAL);
}

/* The key of the place that a name of one word is, or may be, 0 for none:
** "Velden"; not "U.S.", of which other places are part. */
static u32 officePlace(const NewsTerms *p, NewsSpan tok) {
  const NewsToken *pTok = &p->pText->aTok[tok.iFrom];
  if( newsSpanLen(tok) != 1 || !officeIsPlace(pTok) ) return 0;
  return newsTermKey(p->pText, pTok);
}

void newsOfficeAt(const NewsTerms *p, NewsSpan affil, NewsOffice *pOffice) {
  const NewsToken *pTok = &p->pText->aTok[affil.iFrom];
  if( newsSpanLen(affil) == 1 && newsTokIs(pTok, NEWS_LEX_DEMONYM) ) {
    if( !pOffice->people ) pOffice->people = newsTermKey(p->pText, pTok);
  } else if( !pOffice->place ) {
    pOffice->place = officePlace(p, affil);
  }
}

/* What a word before the head tells of an office. */
static void officeLearn(const NewsTerms *p, const NewsToken *pTok,
                        NewsOffice *pOffice) {
  const NewsText *pText = p->pText;
  u8 eTime = officeTime(pText, pTok);
  pOffice->bLesser |= (u8)officeIsLesser(pText, pTok);
  if( eTime ) pOffice->eTime = eTime;
  if( newsTokIs(pTok, NEWS_LEX_DEMONYM) ) {
    if( !pOffice->people ) pOffice->people = newsTermKey(pText, pTok);
  } else if( !pOffice->place && officeIsPlace(pTok) &&
             !officeIsPlace(pTok - 1) && !(pTok[1].flags & NEWS_TF_CAP) ) {
    pOffice->place = newsTermKey(pText, pTok);
  } else if( newsTermIsAge(pText, pTok) ) {
    pOffice->age = pTok->hash;
  }
}

/* The place behind the head: mayor "of Velden". */
static void officeOfPlace(const NewsTerms *p, u32 iHead, u32 iTo,
                          NewsOffice *pOffice) {
  const NewsText *pText = p->pText;
  const NewsToken *aTok = pText->aTok;
  u32 i = iHead + 2, j;
  if( i >= iTo || !newsTokIs(&aTok[iHead + 1], NEWS_LEX_PREP) ||
      newsTextWeight(pText, aTok[iHead + 1].iWord) != NEWS_LEXICON_OF ) {
    return;
  }
  for( j = i; j < iTo && (aTok[j].flags & NEWS_TF_CAP); j++ ) {
  }
  pOffice->place = officePlace(p, newsSpan(i, j));
}

/* Whether a person stands before the head as whose it is: "the victim's
** lawyer". Not for kin, who are somebody's always: the boy's uncle may be the
** child's. */
static int officeIsOwned(const NewsText *p, u32 iHead, u32 iFrom) {
  return iHead > iFrom + 1 && p->aTok[iHead - 1].eKind == NEWS_TOK_CLITIC &&
         newsTokIs(&p->aTok[iHead - 2], NEWS_LEX_ROLE) &&
         newsTextWeight(p, p->aTok[iHead].iWord) != NEWS_LEXICON_KIN;
}

static NewsOffice officeOf(const NewsTerms *p, const NewsTerm *pTerm,
                           NewsSpan tok) {
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
  i = iHead;
  if( officeIsOwned(pText, iHead, tok.iFrom) ) i--;
  if( i > tok.iFrom && officeTells(&pText->aTok[i - 1]) &&
      (pText->aTok[i - 1].flags & NEWS_TF_CAP) <=
          (pText->aTok[iHead].flags & NEWS_TF_CAP) ) { /* No name: "Acme" */
    office.before = newsTermKey(pText, &pText->aTok[i - 1]);
    office.bBody = newsTokIs(&pText->aTok[i - 1], OFFICE_BODY) &&
                   !(pText->aTok[i - 1].flags & NEWS_TF_CAP);
  }
  officeOfPlace(p, iHead, tok.iTo, &office);
  for( i = iHead; i > tok.iFrom && newsTokWordy(&pText->aTok[i - 1]); i-- ) {
    officeLearn(p, &pText->aTok[i - 1], &office);
  }
  return office;
}

int newsOfficesRead(const NewsTerms *p, NewsSpan tok, NewsOffice *a, int nMax) {
  NewsTerm aTerm[OFFICE_TERMS];
  int n = 0, i, nTerm = newsTermsRead(p, tok, aTerm, OFFICE_TERMS);
  for( i = 0; i < nTerm && n < nMax; i++ ) {
    if( !newsTermHuman(&aTerm[i]) ) continue;
    /* "police chief": of several in a row the last is it; "the chief's wife" */
    if( i + 1 < nTerm && (newsTermHuman(&aTerm[i + 1]) ||
                          aTerm[i + 1].eSort == NEWS_TERM_POSS) ) {
      continue;
    }
    a[n++] = officeOf(p, &aTerm[i], tok);
  }
  return n;
}

/* Whether two of one noun are in other hands: they differ in where, of whom, or
** when. */
static int officeDiffer(const NewsOffice *a, const NewsOffice *b) {
  if( a->people && b->people && a->people != b->people ) return 1;
  if( a->place && b->place && a->place != b->place ) return 1;
  return a->age && b->age && a->age != b->age;
}

/* Whether one is called by another noun that tells the body, and both tell
** more: not "the company's chairman" and "the union leader". */
static int officeOtherBody(const NewsOffice *a, const NewsOffice *pCalled) {
  return pCalled->bBody && a->before && a->before != pCalled->before;
}

/* Whether one is called a former holder who is known to be none, or the present
** one who is known to be former. */
static int officeIsLate(const NewsOffice *pCalled, const NewsOffice *a, int n) {
  int i, nOf = 0, nFormer = 0;
  for( i = 0; i < n; i++ ) {
    if( a[i].head != pCalled->head ) continue;
    nOf++;
    nFormer += a[i].eTime == NEWS_OFFICE_FORMER;
  }
  if( nOf == 0 || pCalled->eTime == 0 ) return 0;
  return pCalled->eTime == NEWS_OFFICE_FORMER ? nFormer == 0 : nFormer == nOf;
}

int newsOfficeFits(const NewsOffice *pCalled, const NewsOffice *a, int n) {
  int i, e = NEWS_OFFICE_UNTOLD;
  if( officeIsLate(pCalled, a, n) ) return NEWS_OFFICE_OTHER;
  for( i = 0; i < n; i++ ) {
    if( a[i].head == pCalled->head && officeDiffer(&a[i], pCalled) ) {
      return NEWS_OFFICE_OTHER;
    }
  }
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
    } else if( officeOtherBody(&a[i], pCalled) ) {
      continue;
    } else if( newsEpithetFits(pCalled->title, a[i].title) ||
               newsEpithetFits(pCalled->head, a[i].title) ||
               newsEpithetFits(pCalled->head, a[i].head) ) {
      e = NEWS_OFFICE_EPITHET;
    }
  }
  return e;
}
