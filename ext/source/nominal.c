/*
** nominal.c: whom a description means: see corefscan.h.
**
** Its head, "minister", its other words and how far away somebody was meant
** last are weighed for each who was meant lately. Where none fits, "the
** senator", "the 27-year-old", may be somebody of whom the report has not told
** that: who is in the reader's mind, as for a pronoun.
*/
#include "lexicon/epithet.h"
#include "lexicon/lexicon.h"
#include "source/corefscan.h"
#include "source/source.h"
#include "source/weigh.h"

#define NOMINAL_FAMOUS 4 /* Mentions of somebody whom readers know */
#define NOMINAL_LEAD 4   /* Paragraphs in which those come that readers know */
#define NOMINAL_PARTY 3  /* ... of one for somebody of a party: "Democrat" */
#define NOMINAL_WHY 24   /* Words behind a mention that tell why no name */
#define NOMINAL_INVOLVED 4 /* ... of one for who is part of what is told */
#define NOMINAL_NAME 3     /* Words of a name that "it" shows to be a body's */

/* Sorts of bodies: weights of the nouns for them and of their names */
#define NOMINAL_LAND 0     /* A land or town, or who governs it */
#define NOMINAL_ORGAN 1    /* A part of the state: "army", "ministry" */
#define NOMINAL_BUSINESS 2 /* "company" */
#define NOMINAL_BODY 3     /* Any: "organization" */
#define NOMINAL_TRADE 4    /* A business of one trade: "bank" */
#define NOMINAL_UNTOLD 10  /* A name that does not tell */

/* Whether hash is among the first n words of an entity. */
static int nominalHas(const NewsEntity *pE, u32 hash, int n) {
  int i;
  for( i = 0; i < n; i++ ) {
    if( pE->aWord[i] == hash ) return 1;
  }
  return 0;
}

/* Whether hash is a word of the entity's name (of a body). */
static int nominalInName(const NewsEntity *pE, u32 hash) {
  int i;
  for( i = 0; i < pE->nName; i++ ) {
    if( pE->aName[i] == hash ) return 1;
  }
  return 0;
}

/* The weight of the word or phrase at token i. *pnTok: its tokens. */
static int nominalWeight(const NewsCoref *s, u32 i, u32 *pnTok) {
  const NewsPhrase *pPhrase = newsTextPhrase(s->pText, i);
  u32 iWord = s->pText->aTok[i].iWord;
  *pnTok = 1;
  if( pPhrase && (pPhrase->mClass & (NEWS_LEX_ORGNAME | NEWS_LEX_ORG)) ) {
    *pnTok = pPhrase->nTok;
    iWord = pPhrase->iWord;
  }
  return newsTextWeight(s->pText, iWord);
}

/* What sort of body an entity is by its name. *pbNoun: the name has the noun
** for it ("Acme Bank", but not "Acme Rail"). */
static int nominalSort(const NewsCoref *s, const NewsEntity *pE, int *pbNoun) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = pE->name.iFrom, n;
  int eSort = NOMINAL_UNTOLD;
  *pbNoun = 0;
  for( ; i < pE->name.iTo; i += n ) {
    const NewsToken *pTok = &aTok[i];
    int nWeight = nominalWeight(s, i, &n);
    if( newsTokIs(pTok, NEWS_LEX_SUFFIX) && i > pE->name.iFrom ) {
      *pbNoun = 0;
      return NOMINAL_BUSINESS; /* "Acme Corp." */
    }
    if( eSort != NOMINAL_UNTOLD && newsTokIs(pTok, NEWS_LEX_PREP) ) break;
    if( n > 1 || newsTokIs(pTok, NEWS_LEX_ORGNAME) ) {
      *pbNoun = 0;
      eSort = nWeight;
    } else if( newsTokIs(pTok, NEWS_LEX_ORG) &&
               !(eSort == NOMINAL_TRADE && newsTokIs(pTok, NEWS_LEX_PLURAL)) ) {
      /* The last is the head, but for "Acme Freight Services" */
      *pbNoun = (newsVocabClasses(s->pText->pVocab, pTok->iWord)->mAny &
                 NEWS_LEX_ORG) != 0;
      eSort = *pbNoun ? nWeight : NOMINAL_TRADE;
    }
  }
  return eSort;
}

/* Whether a description begins with "its". */
static int nominalIsIts(const NewsCoref *s, NewsSpan desc) {
  const NewsToken *pTok = &s->pText->aTok[desc.iFrom];
  return newsTokIs(pTok, NEWS_LEX_DET) &&
         newsTextWeight(s->pText, pTok->iWord) == NEWS_COREF_ITS;
}

/* How well "the newspaper", "the company" fits a body that is known by a name
** without such a word: only where the noun and the name can be of one sort. */
static int nominalGeneric(const NewsCoref *s, const NewsEntity *pE,
                          const NewsName *pName, const NewsWords *pW) {
  const NewsToken *pHead = &s->pText->aTok[pName->iHead];
  int eNoun = newsTextWeight(s->pText, pHead->iWord);
  int eName, bNoun, bBusiness, i;
  if( pE->nName == 0 || pName->eDef != NEWS_NAME_DEF ) return 0;
  if( nominalIsIts(s, pE->desc) ) return 0; /* "its Corvex cars" */
  for( i = pW->nHead; i < pW->nWord; i++ ) {
    if( !nominalHas(pE, pW->a[i], pE->nWord) )
      return 0; /* "the Ost-based firm" */
  }
  if( pE->eKind == NEWS_MEDIA ) return NEWS_WG_MEDIUM;
  if( eNoun == NOMINAL_LAND || pE->eHead == NEWS_TERM_PLACE ) {
    return eNoun == NOMINAL_LAND && pE->eHead == NEWS_TERM_PLACE && pE->nQuote
               ? NEWS_WG_BODY_SORT
               : 0;
  }
  if( eNoun == NOMINAL_ORGAN ) return 0;
  eName = nominalSort(s, pE, &bNoun);
  bBusiness = eName == NOMINAL_BUSINESS || eName == NOMINAL_TRADE;
  if( eName == NOMINAL_UNTOLD && eNoun != NOMINAL_BODY &&
      newsTokIs(&s->pText->aTok[pE->desc.iFrom], NEWS_LEX_DET) ) {
    return NEWS_WG_BODY_THING; /* "the Brightwater": no company, mostly */
  }
  if( eNoun == NOMINAL_BODY || eName == NOMINAL_UNTOLD ) {
    return NEWS_WG_BODY_UNKNOWN;
  }
  if( eNoun == NOMINAL_BUSINESS ) {
    return bBusiness                        ? NEWS_WG_BODY_SORT
           : bNoun && eName == NOMINAL_BODY ? NEWS_WG_BODY_UNKNOWN
                                            : 0; /* Acme "Group" */
  }
  if( bNoun ) return 0;
  if( eNoun == NOMINAL_TRADE ) {
    return eName == NOMINAL_BUSINESS ? NEWS_WG_BODY_SORT : 0;
  }
  return bBusiness ? 0 : NEWS_WG_BODY_UNKNOWN;
}

/* Whether a description says no more than that it is of a person. */
static int nominalIsAnyone(const NewsCoref *s, const NewsName *pName) {
  const NewsText *pText = s->pText;
  const NewsToken *pTok = &pText->aTok[pName->iHead];
  return newsSpanLen(pName->desc) == 2 && pTok->iWord &&
         newsTokIs(pTok, NEWS_LEX_SOURCE) &&
         newsTextWeight(pText, pTok->iWord) == NEWS_LEXICON_KIN;
}

/* Whether a description says whose somebody is: "her husband", who is another.
*/
static int nominalIsOwned(const NewsCoref *s, const NewsName *pName) {
  const NewsToken *pTok = &s->pText->aTok[pName->desc.iFrom];
  return nominalIsIts(s, pName->desc) ||
         newsTokIs(pTok, NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL |
                             NEWS_LEX_FIRST | NEWS_LEX_SECOND);
}

/* newsOfficeFits() of somebody and the office that a description is of. */
static int nominalOffice(const NewsCoref *s, const NewsEntity *pE,
                         const NewsName *pName) {
  NewsOffice called;
  if( pE->nOffice == 0 || pName->eKind != NEWS_PERSON || pName->bPlural ||
      pName->eDef != NEWS_NAME_DEF ||
      newsOfficesRead(s->p->pTerms, pName->desc, &called, 1) == 0 ) {
    return NEWS_OFFICE_UNTOLD;
  }
  if( nominalHas(pE, called.place, pE->nWord) ) called.place = 0;
  if( nominalHas(pE, called.people, pE->nWord) ) called.people = 0;
  return newsOfficeFits(&called, pE->aOffice, pE->nOffice);
}

/* "her deputy" of a deputy mayor: the rank for the office. */
static int nominalIsDeputy(const NewsEntity *pE, const NewsWords *pW) {
  return pE->nOffice == 1 && pE->aOffice[0].bLesser && pW->nHead == 1 &&
         pW->a[0] != pE->aOffice[0].head && nominalHas(pE, pW->a[0], pE->nWord);
}

/* Whether an entity was only told of as somebody's: they asked for "their
** consul". */
static int nominalIsAnothers(const NewsCoref *s, const NewsEntity *pE) {
  return !pE->bNamed && pE->nQuote == 0 && newsSpanLen(pE->desc) &&
         newsTokIs(&s->pText->aTok[pE->desc.iFrom],
                   NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL);
}

/* How well the head of a description fits; 0: not at all. */
static int nominalHead(const NewsCoref *s, const NewsEntity *pE,
                       const NewsName *pName, const NewsWords *pW) {
  int i, nSame = 0, eOffice = nominalOffice(s, pE, pName);
  for( i = 0; i < pW->nHead; i++ ) {
    nSame += nominalHas(pE, pW->a[i], pE->nHead);
  }
  if( eOffice == NEWS_OFFICE_OTHER ) return 0;
  if( nSame > 0 && nSame * 2 >= pW->nHead ) return NEWS_WG_HEAD;
  if( eOffice == NEWS_OFFICE_SAME && pE->bNamed && pW->nHead == 1 ) {
    return NEWS_WG_HEAD; /* The CM: chief minister */
  }
  if( (eOffice == NEWS_OFFICE_EPITHET && !nominalIsAnothers(s, pE)) ||
      nominalIsDeputy(pE, pW) ) {
    return NEWS_WG_EPITHET;
  }
  if( pE->eKind >= NEWS_ORGANISATION && pE->eKind == pName->eKind ) {
    for( i = 0; i < pW->nHead; i++ ) {
      if( nominalInName(pE, pW->a[i]) ||
          (pE->bNamed && nominalHas(pE, pW->a[i], pE->nWord)) ) {
        return NEWS_WG_HEAD_NAME; /* "the newspaper Lidova" */
      }
      if( pE->nName && newsEpithetFits(pW->a[i], pE->aName[pE->nName - 1]) ) {
        return NEWS_WG_EPITHET;
      }
    }
    return nominalGeneric(s, pE, pName, pW);
  }
  if( pE->bNamed ) return 0;
  if( pE->eKind != NEWS_PERSON || pName->eKind != NEWS_PERSON ) return 0;
  if( nominalIsOwned(s, pName) ) return 0;
  if( pName->eDef == NEWS_NAME_DEF && pE->nQuote == 0 &&
      nominalIsAnyone(s, pName) ) {
    return NEWS_WG_ANYONE; /* "a retired driver ... the man" */
  }
  if( pName->eHead == NEWS_TERM_SOURCE ) {
    int bVague = newsEntityVague(s->pText, pName);
    if( !bVague && !pE->bVague ) return 0; /* the expert: the spokesman */
    return pE->eHead == NEWS_TERM_SOURCE ? NEWS_WG_SOURCE : NEWS_WG_SOURCE_ROLE;
  }
  return pName->eHead == NEWS_TERM_ROLE && pE->eHead == NEWS_TERM_SOURCE &&
                 pW->nWord > pW->nHead
             ? NEWS_WG_ROLE_SOURCE
             : 0;
}

/* How well the other words fit. */
static int nominalModifiers(const NewsEntity *pE, const NewsName *pName,
                            const NewsWords *pW) {
  int i, n = 0;
  for( i = pW->nHead; i < pW->nAll; i++ ) {
    int bHas =
        nominalHas(pE, pW->a[i], pE->nWord) || nominalInName(pE, pW->a[i]);
    if( i >= pW->nWord ) {
      n += bHas ? NEWS_WG_RANK : NEWS_WG_RANK_NEW;
    } else if( bHas ) {
      n += NEWS_WG_WORD;
    } else {
      n += pName->eDef == NEWS_NAME_BARE ? NEWS_WG_WORD_NEW_BARE
                                         : NEWS_WG_WORD_NEW;
    }
  }
  return n;
}

/* How well a description fits an entity. */
static int nominalDescFit(const NewsCoref *s, int i,
                          const NewsMention *pMention, const NewsWords *pW) {
  const NewsEntity *pE = newsEntity(s->p, i);
  const NewsName *pName = &pMention->name;
  int n, bExact;
  if( pE->bPlural != pName->bPlural && pE->eKind < NEWS_ORGANISATION ) {
    return NEWS_COREF_NOTHING;
  }
  if( pE->bOther && newsSpanLen(pName->desc) > 2 &&
      newsTokIs(&s->pText->aTok[pName->desc.iFrom + 1], NEWS_LEX_NUMBER) ) {
    return NEWS_COREF_NOTHING; /* "the first person": not "a second person" */
  }
  if( newsNameClash(pE->mGender, pName->mGender) ) {
    return NEWS_COREF_NOTHING;
  }
  n = nominalHead(s, pE, pName, pW);
  if( n == 0 ) return NEWS_COREF_NOTHING;
  bExact = n == NEWS_WG_HEAD && pE->eKind <= NEWS_GROUP;
  n += nominalModifiers(pE, pName, pW);
  n += (pE->eKind >= NEWS_ORGANISATION && pE->bNamed ? NEWS_WG_DESC_BODY
                                                     : NEWS_WG_DESC_SENT) *
       newsCorefGap(pMention->iSent, pE->iLastSent, NEWS_WG_DESC_GAP);
  n += newsCorefLog(pE->nQuote) * NEWS_WG_DESC_QUOTE / 100;
  if( pMention->iSent <= pE->iLastSent + 1 &&
      newsTokIs(&s->pText->aTok[pName->desc.iFrom], NEWS_LEX_PRON) &&
      !nominalIsOwned(s, pName) ) {
    n += NEWS_WG_DESC_THAT; /* "that official": the last one */
  }
  if( pE->bNamed && pE->iSubjSent == pMention->iSent ) {
    n += NEWS_WG_DESC_SUBJECT;
  }
  if( i == s->iSpeaker || i == s->iPerson ) {
    n += NEWS_WG_DESC_LAST;
    /* A fuller description than the one before it turns to somebody else */
    if( pW->nWord > pW->nHead && !pE->bLastDef && pE->nQuote > 0 ) {
      n += NEWS_WG_FULLER;
    }
  }
  return bExact && n >= NEWS_WG_DESC_MIN ? n + NEWS_WG_EXACT : n;
}

/* Whether two descriptions are the same, word for word. */
static int nominalSameDesc(const NewsEntity *pE, const NewsWords *pW) {
  int i;
  if( pE->nDesc != pW->nAll || pW->nAll == 0 ) return 0;
  for( i = 0; i < pW->nAll; i++ ) {
    if( !nominalHas(pE, pW->a[i], pE->nWord) ) return 0;
  }
  return 1;
}

/* The key of a name behind a preposition of a description ("the constable at
** Brennock"), 0 if there is none. */
static u32 nominalPlace(const NewsCoref *s, NewsSpan desc) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i;
  for( i = desc.iFrom; i + 1 < desc.iTo; i++ ) {
    if( !newsTokIs(&aTok[i], NEWS_LEX_PREP) ) continue;
    if( newsTokIs(&aTok[i + 1], NEWS_LEX_DET) && i + 2 < desc.iTo ) i++;
    if( aTok[i + 1].flags & NEWS_TF_CAP ) {
      return newsTermKey(s->pText, &aTok[i + 1]);
    }
  }
  return 0;
}

/* Whether a mention tells that somebody else is meant: "the shop's owner", "the
** lawyer, who asked not to be named". */
static int nominalIsApart(const NewsCoref *s, const NewsName *pName) {
  u32 i;
  for( i = pName->all.iFrom; i < pName->all.iTo; i++ ) {
    const NewsToken *pTok = &s->pText->aTok[i];
    if( newsTokIs(pTok, NEWS_LEX_ANONYMITY) ||
        pTok->eKind == NEWS_TOK_CLITIC ) {
      return 1;
    }
  }
  return 0;
}

/* "The 27-year-old", "The 27-year-old striker", "The striker, 27,": who is told
** by age is known. */
static int nominalIsAged(const NewsCoref *s, const NewsName *pName) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i;
  for( i = pName->desc.iFrom; i < pName->iHead; i++ ) {
    if( newsTermIsAge(s->pText, &aTok[i]) ) return 1;
  }
  i = pName->desc.iTo;
  return aTok[pName->iHead].eKind == NEWS_TOK_NUMBER ||
         (newsTokPunct(&aTok[i], ',') && aTok[i + 1].eKind == NEWS_TOK_NUMBER &&
          newsTokPunct(&aTok[i + 2], ','));
}

/* Whether the token tells where somebody is from, or of what party. */
static int nominalIsSide(const NewsCoref *s, const NewsToken *pTok) {
  return newsTokIs(pTok, NEWS_LEX_DEMONYM) ||
         (newsTokIs(pTok, NEWS_LEX_ROLE) &&
          newsTextWeight(s->pText, pTok->iWord) == NOMINAL_PARTY);
}

/* Whether a description is no more than that: "the Galician". */
static int nominalTellsSide(const NewsCoref *s, const NewsName *pName) {
  return newsSpanLen(pName->desc) == 2 &&
         nominalIsSide(s, &s->pText->aTok[pName->iHead]);
}

/* Whether words that were told of somebody name another side of that sort. */
static int nominalOtherSide(const NewsCoref *s, NewsSpan told, u32 iHead) {
  const NewsToken *aTok = s->pText->aTok, *pHead = &aTok[iHead];
  u32 i;
  for( i = told.iFrom; i < told.iTo; i++ ) {
    const u8 *z = &s->pText->z[aTok[i].iByte];
    if( nominalIsSide(s, &aTok[i]) &&
        newsTokIs(&aTok[i], NEWS_LEX_ROLE) == newsTokIs(pHead, NEWS_LEX_ROLE) &&
        newsTermKey(s->pText, &aTok[i]) != newsTermKey(s->pText, pHead) ) {
      return 1;
    }
    if( newsTokIs(pHead, NEWS_LEX_ROLE) && aTok[i].nByte > 1 && z[1] == '-' &&
        (z[0] | 32) != (s->pText->z[pHead->iByte] | 32) ) {
      return 1; /* D-Ohio, "the Republican" */
    }
  }
  return 0;
}

/* Whether an entity can be a definite person that no description told: it has
** spoken, or was the subject of the sentence before where that is told by age
** or side. */
static int nominalMayKnow(const NewsCoref *s, const NewsEntity *pE,
                          const NewsMention *pMention) {
  const NewsName *pName = &pMention->name;
  int bSide = nominalTellsSide(s, pName), bAged = nominalIsAged(s, pName);
  int bNext = pE->iSubjSent > 0 && pE->iSubjSent + 1 >= pMention->iSent;
  if( pE->nQuote == 0 && !(bNext && (bSide || bAged)) ) return 0;
  if( bSide ) {
    return !nominalOtherSide(s, pE->role, pName->iHead) &&
           !nominalOtherSide(s, pE->affil, pName->iHead);
  }
  return pE->iFirstPara < NOMINAL_LEAD &&
         (pName->eHead != NEWS_TERM_ROLE ||
          (pE->nHead == 0 &&
           (pE->nSeen + pE->nTotal >= NOMINAL_FAMOUS || (bNext && bAged))));
}

/* Whether an entity, of whom nothing was told, is the one person in the
** reader's mind, who spoke last, in the sentence before: Gleb Arin said it was
** late. "It is," "the senior diplomat" said. */
static int nominalIsAlone(const NewsCoref *s, int i,
                          const NewsMention *pMention) {
  const NewsEntity *pE = newsEntity(s->p, i);
  int k = s->p->iNewest, nStep = 0;
  if( i != s->iSpeaker || pE->nHead > 0 || pE->nQuote == 0 ||
      pE->iLastSent + 1 < pMention->iSent ) {
    return 0;
  }
  for( ; k >= 0 && nStep++ < NEWS_COREF_LOOK;
       k = newsEntity(s->p, k)->iOlder ) {
    if( k != i && newsEntity(s->p, k)->eKind == NEWS_PERSON ) return 0;
  }
  return 1;
}

/* A definite person that no description told: "the senator", of whom the
** reader is expected to know that the person just meant is one. It mostly is
** somebody who has spoken: see nominalMayKnow(). */
static int nominalKnown(NewsCoref *s, const NewsMention *pMention,
                        const NewsWords *pW) {
  const NewsName *pName = &pMention->name;
  int i = s->p->iNewest, nStep = 0, iBest = -1, nBest = NEWS_COREF_NOTHING;
  u32 place = nominalPlace(s, pName->desc);
  int bRank = newsTokIs(&s->pText->aTok[pName->desc.iFrom + 1], NEWS_LEX_RANK);
  if( nominalIsOwned(s, pName) || nominalIsApart(s, pName) ) return -1;
  if( pName->eKind != NEWS_PERSON || pName->eDef != NEWS_NAME_DEF ||
      (pName->eHead != NEWS_TERM_ROLE && pName->eHead != NEWS_TERM_PEOPLE &&
       pName->eHead != NEWS_TERM_DEMONYM &&
       !(bRank && pName->eHead == NEWS_TERM_SOURCE)) ||
      pW->nWord - pW->nHead > 2 || newsSpanLen(pName->desc) > 5 ) {
    return -1;
  }
  while( i >= 0 && nStep++ < NEWS_COREF_LOOK ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( pE->bNamed && pE->eKind == NEWS_PERSON && !pE->bPlural &&
        ((pName->eHead != NEWS_TERM_SOURCE &&
          nominalMayKnow(s, pE, pMention)) ||
         (bRank && nominalIsAlone(s, i, pMention))) &&
        (place == 0 || nominalHas(pE, place, pE->nWord)) &&
        (!pE->mGender || !pName->mGender || (pE->mGender & pName->mGender)) &&
        newsCorefGap(pMention->iPara, pE->iLastPara, 4) < 4 ) {
      int n = newsCorefSalience(s, i, pMention) +
              (pE->nHead > 0 ? NEWS_WG_KNOWN_OTHER : 0) +
              (pE->iLastPara == pMention->iPara ? NEWS_WG_KNOWN_PARA : 0);
      if( n > nBest ) {
        nBest = n;
        iBest = i;
      }
    }
    i = pE->iOlder;
  }
  return iBest;
}

/* "the father of three" */
static int nominalIsParent(const NewsCoref *s, const NewsName *pName) {
  const NewsToken *pHead = &s->pText->aTok[pName->iHead];
  return newsTextWeight(s->pText, pHead->iWord) == NEWS_LEXICON_KIN &&
         newsTokIs(&pHead[1], NEWS_LEX_PREP) &&
         newsTokIs(&pHead[2], NEWS_LEX_NUMBER);
}

/* Whether a description is of what somebody is, not of an office that one alone
** has, of a part in what is told, or of a source: "the jeweller", not "the
** mayor", "the victim", "the official". */
static int nominalIsTrade(const NewsCoref *s, const NewsName *pName) {
  const NewsToken *pHead = &s->pText->aTok[pName->iHead];
  int nWeight = newsTextWeight(s->pText, pHead->iWord);
  return pName->eKind == NEWS_PERSON && !pName->bPlural &&
         pName->eDef == NEWS_NAME_DEF && newsTokIs(pHead, NEWS_LEX_ROLE) &&
         (nominalIsParent(s, pName) ||
          (!newsTokIs(pHead, NEWS_LEX_TITLE | NEWS_LEX_SOURCE) &&
           (nWeight == NOMINAL_PARTY || !(pHead->flags & NEWS_TF_CAP)) &&
           nWeight != NOMINAL_INVOLVED && nWeight != NEWS_LEXICON_KIN)) &&
         !nominalIsOwned(s, pName) && !nominalIsApart(s, pName);
}

/* Whether a sentence tells, behind a mention, why its source is not named. */
static int nominalIsWithheld(const NewsCoref *s, const NewsMention *pMention) {
  u32 i = pMention->name.all.iTo;
  u32 iTo = newsTextSentSpan(s->pText, pMention->iSent).iTo;
  for( iTo = NEWS_MIN(iTo, i + NOMINAL_WHY); i < iTo; i++ ) {
    if( newsTokIs(&s->pText->aTok[i], NEWS_LEX_ANONYMITY) ) return 1;
  }
  return 0;
}

/* Whether a description that was not told yet may be somebody's: of no other
** side, and no other trade was just told behind the name, "Ann Lee, a baker,"
** and "the electrician"; before it much may be told of one, "billionaire Ann
** Lee" and "the fund manager". */
static int nominalMayBe(const NewsCoref *s, const NewsEntity *pE,
                        const NewsMention *pMention) {
  const NewsText *p = s->pText;
  const NewsName *pName = &pMention->name;
  u32 i;
  if( nominalIsSide(s, &p->aTok[pName->iHead]) &&
      (nominalOtherSide(s, pE->role, pName->iHead) ||
       nominalOtherSide(s, pE->affil, pName->iHead)) ) {
    return 0;
  }
  if( nominalIsParent(s, pName) || pE->role.iFrom < pE->name.iTo ||
      newsTextSent(p, pE->role.iFrom) + 1 < pMention->iSent ) {
    return 1;
  }
  for( i = pE->role.iFrom; i < pE->role.iTo; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    int nWeight = newsTextWeight(p, pTok->iWord);
    if( newsTokIs(pTok, NEWS_LEX_ROLE) && !newsTokIs(pTok, NEWS_LEX_TITLE) &&
        nWeight != NOMINAL_INVOLVED && nWeight != NEWS_LEXICON_KIN &&
        !newsEpithetFits(newsTermKey(p, &p->aTok[pName->iHead]),
                         newsTermKey(p, pTok)) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether a name of so many words at most need not be a person's. */
static int nominalMayBody(const NewsEntity *pE, u32 nWord) {
  return pE->eKind == NEWS_PERSON && pE->bNamed && !pE->bSure && !pE->bPlural &&
         pE->nName <= nWord && pE->nOffice == 0 && !pE->mGender &&
         newsSpanLen(pE->role) == 0 && newsSpanLen(pE->affil) == 0;
}

/* Whether somebody can be meant by a description that goes on about one who is
** in mind: no place, as one word may be that nothing tells of, "in Skarn", nor
** whom its sentence names before its subject: "Speaking with Ann Lee, [the
** jeweller] said". */
static int nominalIsInMind(const NewsCoref *s, const NewsEntity *pE,
                           const NewsMention *pMention) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = pMention->name.all.iFrom;
  if( pE->eKind != NEWS_PERSON || !pE->bNamed || pE->bPlural ) return 0;
  if( pE->iSubjSent == 0 && pE->nQuote == 0 && nominalMayBody(pE, 1) ) return 0;
  return pE->iLastSent != pMention->iSent || i == 0 ||
         !newsTokPunct(&aTok[i - 1], ',') ||
         newsTokIs(&aTok[pE->iLast], NEWS_LEX_PRON | NEWS_LEX_DET) ||
         !newsTokIs(&aTok[newsTextSentSpan(s->pText, pMention->iSent).iFrom],
                    NEWS_LEX_GER);
}

/* Who alone is in the reader's mind, by name, where a description that was not
** told yet goes on with somebody's words: Ann Lee opened the shop in May. "It
** is small," the jeweller said. */
static int nominalFocus(const NewsCoref *s, const NewsMention *pMention) {
  int i = s->p->iNewest, nStep = 0, iOnly = -1;
  const NewsEntity *pE;
  if( pMention->eFrom != NEWS_MENTION_QUOTE ||
      !nominalIsTrade(s, &pMention->name) || nominalIsWithheld(s, pMention) ) {
    return -1;
  }
  for( ; i >= 0 && nStep++ < NEWS_COREF_LOOK; i = pE->iOlder ) {
    pE = newsEntity(s->p, i);
    if( !nominalIsInMind(s, pE, pMention) ) continue;
    if( pE->iLastSent + 1 < pMention->iSent &&
        !(i == s->iSpeaker && pE->iLastPara + 1 >= pMention->iPara) ) {
      continue; /* The last speaker's words may go on for long */
    }
    if( iOnly >= 0 ) return -1;
    iOnly = i;
  }
  if( iOnly < 0 ) return -1;
  pE = newsEntity(s->p, iOnly);
  return (iOnly == s->iSpeaker ||
          (pE->iSubjSent && pE->iSubjSent >= pMention->iSent)) &&
                 pE->iLastPara + 1 >= pMention->iPara &&
                 (pE->iLastPara > 0 || pMention->iPara == 0 || pE->nQuote) &&
                 !newsNameClash(pE->mGender, pMention->name.mGender) &&
                 nominalMayBe(s, pE, pMention)
             ? iOnly
             : -1;
}

/* "the other official", "the second trader": the one that was introduced as
** another before, or -1. */
static int nominalOther(const NewsCoref *s, const NewsName *pName) {
  int i = s->p->iNewest, nStep = 0, k;
  NewsWords w;
  if( !newsTokIs(&s->pText->aTok[pName->desc.iFrom], NEWS_LEX_DET) ) return -1;
  newsEntityWords(s->p->pTerms, pName, &w);
  for( ; i >= 0 && nStep++ < NEWS_COREF_LOOK;
       i = newsEntity(s->p, i)->iOlder ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( !pE->bOther || pE->bPlural != pName->bPlural ) continue;
    if( pE->nHead == 0 ) return i; /* "another" */
    for( k = 0; k < w.nHead; k++ ) {
      if( nominalHas(pE, w.a[k], pE->nHead) ) return i;
    }
  }
  return -1;
}

/* Whether what stands from token i on in its sentence, before a mention, calls
** something "its". */
static int nominalHasOwn(const NewsCoref *s, u32 i,
                         const NewsMention *pMention) {
  const NewsText *p = s->pText;
  u32 iTo = newsTextSentSpan(p, newsTextSent(p, i)).iTo;
  for( ; i < iTo && i < pMention->name.all.iFrom; i++ ) {
    if( newsTokIs(&p->aTok[i], NEWS_LEX_DET) &&
        newsTextWeight(p, p->aTok[i].iWord) == NEWS_COREF_ITS ) {
      return 1;
    }
  }
  return 0;
}

int newsCorefBody(NewsCoref *s, const NewsMention *pMention) {
  const NewsEntity *pE;
  u32 nWord = pMention->name.eDef == NEWS_NAME_PRONOUN ? NOMINAL_NAME : 1;
  int i = s->iSpeaker;
  if( i >= 0 && nominalMayBody(newsEntity(s->p, i), nWord) &&
      pMention->iSent <= newsEntity(s->p, i)->iLastSent + 1 ) {
    newsEntityBody(s->p, i);
    return i;
  }
  i = s->iFaint >= 0 ? s->iFaint : s->p->iNewest;
  if( i < 0 ) return -1;
  pE = newsEntity(s->p, i);
  if( !nominalMayBody(pE, 1) || pE->iSubjSent < pMention->iSent ||
      pE->iSubjSent == 0 || !nominalHasOwn(s, pE->iLast, pMention) ) {
    return -1;
  }
  newsEntityBody(s->p, i);
  return i;
}

/* "Delta said ... The airline said": a body that nothing told to be one before.
** -1 if not. */
static int nominalBody(NewsCoref *s, const NewsMention *pMention,
                       const NewsWords *pW) {
  const NewsName *pName = &pMention->name;
  if( pMention->eFrom == NEWS_MENTION_VIA ||
      pName->eKind != NEWS_ORGANISATION || pName->bPlural ||
      newsTextWeight(s->pText, s->pText->aTok[pName->iHead].iWord) <
          NOMINAL_BUSINESS ||
      pName->eDef != NEWS_NAME_DEF || pW->nWord > pW->nHead ||
      nominalIsApart(s, pName) ) {
    return -1;
  }
  return newsCorefBody(s, pMention);
}

static int nominalDescription(NewsCoref *s, const NewsMention *pMention) {
  const NewsName *pName = &pMention->name;
  NewsWords w;
  int i = s->p->iNewest, nStep = 0, iBest = -1, nBest = NEWS_WG_DESC_MIN - 1;
  int nNext = NEWS_COREF_NOTHING;
  s->bNear = 0;
  if( pName->eDef == NEWS_NAME_OTHER ) return nominalOther(s, pName);
  newsEntityWords(s->p->pTerms, pName, &w);
  while( i >= 0 && nStep++ < NEWS_COREF_LOOK ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    int n = NEWS_COREF_NOTHING;
    if( pName->eDef == NEWS_NAME_INDEF ||
        (pName->eDef == NEWS_NAME_BARE && pName->bPlural) ) {
      /* New, but for a lead that the text repeats */
      if( nominalSameDesc(pE, &w) && pE->eKind == pName->eKind &&
          pE->bPlural == pName->bPlural && w.nAll > 1 &&
          (pName->bPlural || pE->iFirstPara < 4) ) {
        n = NEWS_WG_REPEATED;
      }
    } else if( pName->eDef != NEWS_NAME_BARE || w.nWord > w.nHead ||
               pE->nQuote ) {
      n = nominalDescFit(s, i, pMention, &w);
    }
    nNext = NEWS_MAX(nNext, NEWS_MIN(n, nBest));
    if( n > nBest ) {
      nBest = n;
      iBest = i;
    }
    i = pE->iOlder;
  }
  s->bNear = iBest >= 0 && nBest < nNext + NEWS_WG_DESC_NEAR;
  if( iBest < 0 ) iBest = nominalBody(s, pMention, &w);
  if( iBest < 0 ) iBest = nominalKnown(s, pMention, &w);
  return iBest >= 0 ? iBest : nominalFocus(s, pMention);
}

/* "His Excellency", by itself: as "he". The entity, or -1. */
static int nominalTitled(NewsCoref *s, NewsMention *pMention) {
  NewsName *pName = &pMention->name;
  NewsMention he = *pMention;
  if( pName->eHead != NEWS_TERM_HONORIFIC || !nominalIsOwned(s, pName) ) {
    return -1;
  }
  he.name.mGender = newsNameGender(s->pText->aTok[pName->desc.iFrom].mClass);
  return he.name.mGender ? newsCorefPronoun(s, &he) : -1;
}

/* Whom the office that is a transcript's label means, if one of those met
** before has it: "CHIEF MINISTER ANN LEE: We are well. [...] CM: Let them say."
** -1: nobody. */
static int nominalLabel(const NewsCoref *s, const NewsName *pName) {
  const NewsToken *aTok = s->pText->aTok;
  NewsOffice office;
  int i = s->p->iNewest, nStep = 0;
  if( !(aTok[pName->all.iFrom].flags & NEWS_TF_LINE) ||
      !(aTok[pName->all.iFrom].flags & NEWS_TF_UPPER) ||
      !newsTokPunct(&aTok[pName->all.iTo], ':') || pName->bPlural ||
      newsOfficesRead(s->p->pTerms, pName->desc, &office, 1) == 0 ) {
    return -1;
  }
  for( ; i >= 0 && nStep++ < NEWS_COREF_LOOK;
       i = newsEntity(s->p, i)->iOlder ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( pE->eKind == NEWS_PERSON && !pE->bPlural &&
        newsOfficeFits(&office, pE->aOffice, pE->nOffice) ==
            NEWS_OFFICE_SAME ) {
      return i;
    }
  }
  return -1;
}

int newsCorefNominal(NewsCoref *s, NewsMention *pMention) {
  int i = nominalTitled(s, pMention);
  if( i < 0 ) i = nominalLabel(s, &pMention->name);
  if( i >= 0 ) return i;
  i = nominalDescription(s, pMention);
  pMention->bDoubt = i >= 0 && s->bNear;
  return i;
}
