/*
** describe.c: a mention that names no person: see namescan.h.
**
** The head of the phrase tells the kind ("a poll by the institute" is a
** document); capitals before it, or behind it and "of", make it a body's or
** a document's name.
*/
#include "source/namescan.h"

#include "lexicon/lexicon.h"
#include "source/source.h"

#define DESC_ALL 1 /* Weight of a demonym that is all of them: "the French" */

/* Kind of a phrase by its head noun: "police" is both people and a body. One
** of a sort that is told nowhere mostly is a thing: "the tally". */
static u8 descKind(const NewsTerm *pHead, int bPlural) {
  const u64 mBody = NEWS_LEX_PEOPLE | NEWS_LEX_ORG;
  if( (pHead->mClass & mBody) == mBody ) return NEWS_ORGANISATION;
  switch( pHead->eSort ) {
    case NEWS_TERM_MEDIA:
      return NEWS_MEDIA;
    case NEWS_TERM_DOCUMENT:
      return NEWS_DOCUMENT;
    case NEWS_TERM_ACRONYM:
    case NEWS_TERM_PLACE:
    case NEWS_TERM_ORGNAME:
    case NEWS_TERM_ORG:
    case NEWS_TERM_CAP:
    case NEWS_TERM_SUFFIX:
      return NEWS_ORGANISATION;
    default:
      return bPlural                                          ? NEWS_GROUP
             : pHead->eSort == NEWS_TERM_WORD && !pHead->bCap ? NEWS_DOCUMENT
                                                              : NEWS_PERSON;
  }
}

/* The last token of term k. */
static const NewsToken *descLast(const NewsNameScan *s, int k) {
  return &s->p->pText->aTok[s->a[k].iTok + s->a[k].nTok - 1];
}

/* Whether the words at k qualify the noun before them: "people fed up"
** (plurals stand before no noun), "an official familiar with", "an aide working
** there", "an official knowledgeable about", "a report commissioned by". */
static int descIsPost(const NewsNameScan *s, int iHead, int k) {
  const NewsTerm *pHead = &s->a[iHead];
  int e = s->a[k].eSort;
  if( s->a[k].bCap ||
      (e != NEWS_TERM_WORD && e != NEWS_TERM_VERB && e != NEWS_TERM_RANK) ) {
    return 0;
  }
  if( newsTermHuman(pHead) &&
      ((pHead->mClass & NEWS_LEX_PLURAL) ||
       (s->a[k].mClass & (NEWS_LEX_GER | NEWS_LEX_PART))) ) {
    return 1;
  }
  if( k + 1 == s->n && newsTermHuman(pHead) && e == NEWS_TERM_WORD ) {
    return newsTokIs(descLast(s, k) + 1,
                     NEWS_LEX_PREP); /* beyond the mention */
  }
  if( newsNameSort(s, k + 1) != NEWS_TERM_PREP ) return 0;
  return pHead->eSort == NEWS_TERM_DOCUMENT || newsTermHuman(pHead) ||
         (pHead->eSort == NEWS_TERM_ORG && (s->a[k].mClass & NEWS_LEX_PART));
}

/* Last term of the noun phrase that begins at i: before the first
** preposition that follows a noun, behind the last possessive. */
static int descHead(const NewsNameScan *s, int i, int *piEnd) {
  int iHead = -1, k;
  for( k = i; k < s->iMain; k++ ) {
    int e = s->a[k].eSort;
    if( e == NEWS_TERM_PREP && iHead >= 0 ) break;
    if( e == NEWS_TERM_CONJ && iHead >= 0 && k + 1 < s->iMain &&
        (newsTermOpens(&s->a[k + 1]) || s->a[k + 1].eSort == NEWS_TERM_PRON) ) {
      break;
    }
    if( iHead >= 0 && descIsPost(s, iHead, k) ) break;
    if( e <= NEWS_TERM_WORD && e != NEWS_TERM_NUMBER ) iHead = k;
    if( e == NEWS_TERM_PRON ) iHead = k;
    if( iHead == k && newsTermHuman(&s->a[k]) && s->a[k].nTok > 1 &&
        newsTokIs(descLast(s, k), NEWS_LEX_PREP) ) {
      k++; /* "people close to" */
      break;
    }
    if( newsTermOpens(&s->a[k]) && iHead < 0 &&
        newsNameSort(s, k + 1) == NEWS_TERM_PREP ) {
      iHead = k;
    }
  }
  if( iHead < 0 && i < s->iMain ) iHead = s->iMain - 1;
  *piEnd = k;
  return iHead;
}

/* A head that only counts or heaps ("one of ...", "a chorus of ..."): the
** noun behind its preposition tells the kind. */
static int descInner(const NewsNameScan *s, int iHead, int iEnd) {
  int e = s->a[iHead].eSort, iEnd0 = iEnd, k;
  if( iEnd >= s->iMain || s->a[iEnd].eSort != NEWS_TERM_PREP ) return iHead;
  if( e != NEWS_TERM_WORD && e != NEWS_TERM_PRON && e != NEWS_TERM_NUMBER &&
      !newsTermOpens(&s->a[iHead]) ) {
    return iHead;
  }
  k = descHead(s, iEnd + 1, &iEnd);
  if( k < 0 || s->a[k].eSort == NEWS_TERM_WORD ) return iHead;
  if( e == NEWS_TERM_WORD && !newsTermHuman(&s->a[k]) &&
      newsNameWeight(s, iEnd0) < NEWS_LEXICON_OF ) {
    return iHead;
  }
  return k;
}

/* Whether terms [i, j) hold a name: of a place, a body, or unknown. */
static int descHasProper(const NewsNameScan *s, int iFrom, int j) {
  int i;
  for( i = iFrom; i < j; i++ ) {
    const NewsTerm *pTerm = &s->a[i];
    const NewsToken *pTok = &s->p->pText->aTok[pTerm->iTok];
    if( !pTerm->bCap ) continue;
    if( pTerm->eSort <= NEWS_TERM_ORGNAME ) return 1;
    if( pTerm->eSort == NEWS_TERM_ORG ) {
      /* Two capitals in a row: "Supreme Court", "Writers' Guild" */
      if( i > iFrom + 1 && pTerm[-1].eSort == NEWS_TERM_POSS &&
          pTerm[-2].bCap && (pTerm[-2].mClass & NEWS_LEX_PLURAL) ) {
        return 1;
      }
      if( (pTok[pTerm->nTok - 1].flags & NEWS_TF_CAP) &&
          (pTerm->nTok > 1 || (i > iFrom && pTerm[-1].bCap &&
                               pTerm[-1].eSort <= NEWS_TERM_WORD)) ) {
        return 1;
      }
    }
    if( pTerm->eSort != NEWS_TERM_MEDIA ) continue;
    if( pTerm->nTok > 1 || (pTerm->mClass & NEWS_LEX_AGENCY) ||
        newsTextIsName(s->p->pText, pTok->iWord) ||
        (pTok->flags & NEWS_TF_UPPER) || !(pTok->flags & NEWS_TF_SENT) ||
        newsTermsName(s->p, pTok) ) {
      return 1;
    }
  }
  return 0;
}

/* End of a body's name that goes on behind its head: "the Commission on
** Presidential Debates". */
static int descBodyEnd(const NewsNameScan *s, int iEnd) {
  int j = iEnd, k;
  while( j < s->iMain &&
         (s->a[j].eSort == NEWS_TERM_PREP || s->a[j].eSort == NEWS_TERM_CONJ ||
          newsNameIsParticle(s, j, s->iMain)) ) {
    k = j + 1;
    if( newsNameSort(s, k) == NEWS_TERM_DET ) k++;
    if( k >= s->iMain || !s->a[k].bCap || s->a[k].eSort > NEWS_TERM_WORD ) {
      break;
    }
    while( k < s->iMain && s->a[k].bCap && s->a[k].eSort <= NEWS_TERM_WORD ) {
      k++;
    }
    j = k;
  }
  return j;
}

/* Whether the description whose noun begins at i, with head iHead and the
** noun that tells its kind iKind, is of several. iEnd: where the head's own
** phrase ends. */
static u8 descNumber(const NewsNameScan *s, int i, int iHead, int iKind,
                     int iEnd) {
  const NewsTerm *pKind = &s->a[iKind];
  int bPlural = (pKind->mClass & NEWS_LEX_PLURAL) != 0;
  if( iKind != iHead ) {
    u64 m = s->a[iHead].mClass;
    bPlural = !(m & NEWS_LEX_NUMBER) || (m & NEWS_LEX_PLURAL);
  }
  if( pKind->eSort == NEWS_TERM_DEMONYM && iHead == i &&
      !(pKind->mClass & (NEWS_LEX_MASC | NEWS_LEX_FEM)) &&
      newsNameWeight(s, iKind) == DESC_ALL ) {
    bPlural |= s->pName->eDef == NEWS_NAME_DEF;
  }
  if( iEnd + 1 < s->iMain && s->a[iEnd].eSort == NEWS_TERM_CONJ &&
      (newsTermOpens(&s->a[iEnd + 1]) ||
       s->a[iEnd + 1].eSort == NEWS_TERM_PRON) ) {
    bPlural = 1; /* "She and her husband" */
  }
  if( pKind->eSort == NEWS_TERM_PEOPLE &&
      !(pKind->mClass & NEWS_LEX_DEMONYM) ) {
    bPlural = 1;
  }
  if( pKind->eSort == NEWS_TERM_NUMBER && iHead > s->iFrom &&
      s->a[s->iFrom].eSort == NEWS_TERM_NUMBER ) {
    bPlural = 1; /* "12 percent", "two thirds" of those asked */
  }
  if( s->iFrom < i && s->a[i - 1].nTok > 1 ) {
    const NewsToken *pTok = &s->p->pText->aTok[s->a[i - 1].iTok];
    if( newsTokIs(pTok, NEWS_LEX_NUMBER) &&
        !((pTok->mClass | s->a[i - 1].mClass) & NEWS_LEX_PLURAL) ) {
      bPlural = 0; /* "One of the diplomats" */
    }
  }
  return (u8)bPlural;
}

/* First term of the capitals that end with the head, from i on. */
static int descCapitals(const NewsNameScan *s, int i, int iHead) {
  int k = iHead;
  while( k > i && (((s->a[k - 1].bCap || s->a[k - 1].nTok > 1) &&
                    (descLast(s, k - 1)->flags & NEWS_TF_CAP)) ||
                   s->a[k - 1].eSort == NEWS_TERM_CONJ ||
                   s->a[k - 1].eSort == NEWS_TERM_POSS ||
                   newsNameIsParticle(s, k - 1, iHead + 1)) ) {
    k--;
  }
  while( k < iHead && !s->a[k].bCap ) k++;
  return k;
}

/* Whether the capitals that end with the head name the medium before them: "the
** newspaper Lidova". */
static int descIsMedium(const NewsNameScan *s, int i, int iHead) {
  int k = iHead;
  if( s->a[iHead].eSort != NEWS_TERM_CAP &&
      s->a[iHead].eSort != NEWS_TERM_ACRONYM ) {
    return 0;
  }
  while( k > i && s->a[k].eSort <= NEWS_TERM_WORD &&
         (s->a[k].bCap || newsNameIsParticle(s, k, iHead + 1)) ) {
    k--;
  }
  return s->a[k].eSort == NEWS_TERM_MEDIA;
}

/* Whether the article before a medium's name, terms [i, iHead], is part of
** it: the lexicon has it so, or knows only what sort of paper it is ("The
** Oldport Gazette") and the article has a capital. */
static int descHasArticle(const NewsNameScan *s, int i, int iHead) {
  const NewsTerm *pArticle = &s->a[i - 1];
  return pArticle->eSort == NEWS_TERM_DET && pArticle->bCap &&
         (iHead > i || s->a[iHead].bArticle || s->a[iHead].bCap);
}

/* Whether the first word of a sentence, term i, is a noun for a body and no
** part of the name behind it: the report has it in small letters too, and with
** a capital at beginnings only: "Brokerage" Acme said ... The brokerage. */
static int descIsSort(const NewsNameScan *s, int i) {
  const NewsToken *pTok = &s->p->pText->aTok[s->a[i].iTok];
  return s->a[i].eSort == NEWS_TERM_ORG && s->a[i].nTok == 1 &&
         (pTok->flags & NEWS_TF_SENT) && newsTermsLower(s->p, pTok) &&
         !newsTermsCapital(s->p, pTok) &&
         (newsNameSort(s, i + 1) == NEWS_TERM_CAP ||
          newsNameSort(s, i + 1) == NEWS_TERM_ACRONYM);
}

/* The name of the body that the phrase from term i on, with head iHead, is;
** bNamed is set. */
static void descBody(NewsNameScan *s, int i, int iHead, const NewsTerm *pKind) {
  NewsName *pName = s->pName;
  pName->bPlural = 0;
  pName->bNamed = (u8)descHasProper(s, i, s->iMain);
  if( !pName->bNamed || !pKind->bCap ||
      (pKind->eSort == NEWS_TERM_ORG && iHead == i && pKind->nTok == 1) ) {
    return;
  }
  i = descCapitals(s, i, iHead); /* "the agency Interfax" */
  i += i < iHead && descIsSort(s, i);
  if( i > s->iFrom && pKind->eSort == NEWS_TERM_MEDIA &&
      descHasArticle(s, i, iHead) ) {
    i--;
  }
  pName->name = newsNameSpan(s, i, descBodyEnd(s, iHead + 1));
}

/* The title of a document, if it has one: "the Tremlett Report". */
static void descTitle(NewsNameScan *s, int i, int iHead) {
  const NewsTerm *pTerm = &s->a[iHead];
  int k = descCapitals(s, i, iHead);
  if( k >= iHead || !pTerm->bCap || s->pName->bPlural ||
      !newsTermNameable(&s->a[k]) ) {
    return;
  }
  s->pName->name = newsNameSpan(s, k, iHead + 1);
  s->pName->bNamed = 1;
}

/* "the 34-year-old": a number that is a noun is a person already known. */
static int descIsAge(NewsNameScan *s) {
  int i = s->iMain - 1;
  const NewsToken *pTok = descLast(s, i);
  const u8 *z = s->p->pText->z + pTok->iByte;
  if( i == s->iFrom || pTok->eKind != NEWS_TOK_NUMBER ||
      z[pTok->nByte - 1] <= '9' || memchr(z, '-', pTok->nByte) == 0 ) {
    return 0;
  }
  s->pName->iHead = s->a[i].iTok;
  s->pName->eHead = NEWS_TERM_PEOPLE;
  s->pName->eKind = NEWS_PERSON;
  return 1;
}

/* Whether ", who" tells that a description is of a person. */
static int descIsWho(const NewsNameScan *s) {
  int k = s->iMain;
  if( newsNameSort(s, k) == NEWS_TERM_COMMA ) k++;
  return newsNameSort(s, k) == NEWS_TERM_WH &&
         (s->a[k].mClass & NEWS_LEX_SUBJECT);
}

/* A phrase that names no person: a body by name, or a description. */
void newsNameDescribe(NewsNameScan *s) {
  NewsName *pName = s->pName;
  int i = s->iFrom, iEnd, iHead, iKind;
  const NewsTerm *pKind;
  while( i < s->iMain && newsTermOpens(&s->a[i]) &&
         newsNameSort(s, i + 1) != NEWS_TERM_PREP ) {
    i++;
  }
  if( i >= s->iMain && descIsAge(s) ) return;
  if( i >= s->iMain ) i = s->iFrom;
  iHead = descHead(s, i, &iEnd);
  if( iHead < 0 ) return;
  iKind = descInner(s, iHead, iEnd);
  pKind = &s->a[iKind];
  pName->iHead = pKind->iTok + pKind->nTok - 1;
  pName->eHead = pKind->eSort;
  pName->bPlural = descNumber(s, i, iHead, iKind, iEnd);
  if( i == s->iFrom + 1 && (s->a[s->iFrom].mClass & NEWS_LEX_THAT) &&
      (pKind->mClass & NEWS_LEX_PLURAL) ) {
    pName->desc.iFrom++; /* said "that" officials */
    pName->eDef = NEWS_NAME_BARE;
  }
  pName->eKind = descKind(pKind, pName->bPlural);
  if( descIsMedium(s, i, iKind) ) pName->eKind = NEWS_MEDIA;
  if( pName->eKind == NEWS_DOCUMENT && pKind->eSort == NEWS_TERM_WORD &&
      descIsWho(s) ) {
    pName->eKind = NEWS_PERSON;
  }
  if( pKind->eSort > NEWS_TERM_PEOPLE && (pKind->mClass & NEWS_LEX_GER) &&
      (pKind->mClass & NEWS_LEX_CUE) ) {
    pName->eKind = NEWS_DOCUMENT; /* this finding */
  }
  pName->mGender = newsNameGender(pKind->mClass);
  if( pName->eKind == NEWS_ORGANISATION || pName->eKind == NEWS_MEDIA ) {
    descBody(s, i, iHead, pKind);
    return;
  }
  if( pName->eKind == NEWS_DOCUMENT && iKind == iHead ) {
    descTitle(s, i, iHead);
  }
  if( pName->eKind == NEWS_DOCUMENT || iKind != iHead ) return;
  newsRoleRead(s, i, s->iMain);
  if( pName->eHead != NEWS_TERM_ROLE || pName->bPlural ) {
    pName->role = newsSpan(0, 0);
  }
}
