/*
** coref.c: see coref.h.
**
** Names are looked up, pronouns and descriptions are compared with the
** entities meant last.  Scores are integers, so that results are the same
** everywhere; their sizes are in weigh.h.
*/
#include "source/coref.h"

#include "lexicon/epithet.h"
#include "lexicon/lexicon.h"
#include "source/source.h"
#include "source/weigh.h"

#define COREF_LOOK 32    /* Entities looked back at */
#define COREF_RELATIVE 6 /* Mentions looked back at for "who" */
#define COREF_PHRASE 8   /* Tokens looked back at for what "who" means */
#define COREF_NOTHING (-1000000)
#define COREF_OFFICE 4  /* Tokens of an office, "the chief executive" */
#define COREF_MANY 2000 /* Mentions of a long report: who leads is not told */
#define COREF_LEAD_PARAS 2 /* Paragraphs of a lead, with the headline */
#define COREF_FAMOUS 4     /* Mentions of somebody whom readers know */
#define COREF_LEAD 4  /* Paragraphs in which those come that readers know */
#define COREF_ITS 1   /* Weight of "its" */
#define COREF_KIN 1   /* Weight of a noun that is no office: "man" */
#define COREF_PARTY 3 /* ... of one for somebody of a party: "Democrat" */

/* Sorts of bodies: weights of the nouns for them and of their names */
#define COREF_LAND 0     /* A land or town, or who governs it */
#define COREF_ORGAN 1    /* A part of the state: "army", "ministry" */
#define COREF_BUSINESS 2 /* "company" */
#define COREF_BODY 3     /* Any: "organization" */
#define COREF_TRADE 4    /* A business of one trade: "bank" */
#define COREF_UNTOLD 10  /* A name that does not tell */

typedef struct Coref Coref;
struct Coref {
  NewsEntities *p;
  const NewsText *pText;
  NewsMentionList *pList;
  int iSpeaker;     /* Entity of the last attribution, -1: none yet */
  u32 iSpeakerPara; /* Where it stood */
  int iPerson;      /* The last that was a person */
  u8 bClear;        /* The last pronoun could not well mean another */
  u8 bNear;         /* ... could nearly as well */
};

/* Binary logarithm, rounded down, of n + 1, times 10. */
static int corefLog(u32 n) {
  int nLog = 0;
  for( n++; n > 1; n /= 2 ) nLog += 10;
  return nLog;
}

/* Sentences from the entity's last mention to here, at most nMax. */
static int corefGap(u32 iNow, u32 iThen, int nMax) {
  u32 n = iNow > iThen ? iNow - iThen : 0;
  return (int)NEWS_MIN(n, (u32)nMax);
}

/* Whether an entity is in agreement with a pronoun. */
static int corefAgrees(const NewsEntity *pE, const NewsName *pName) {
  if( pName->bPlural ) {
    return pE->bPlural || pE->eKind == NEWS_GROUP ||
           pE->eKind == NEWS_ORGANISATION;
  }
  if( pName->mGender ) {
    return pE->eKind == NEWS_PERSON && !pE->bPlural &&
           (pE->mGender == 0 || (pE->mGender & pName->mGender));
  }
  return pE->eKind >= NEWS_ORGANISATION;
}

/* Whether an entity was meant in the sentence before, not as its subject. */
static int corefIsObject(const NewsEntity *pE, const NewsMention *pMention) {
  return pE->iLastSent + 1 == pMention->iSent &&
         pE->iSubjSent != pMention->iSent;
}

/* How much an entity is in the reader's mind at a mention. */
static int corefSalience(const Coref *s, int i, const NewsMention *pMention) {
  const NewsEntity *pE = newsEntity(s->p, i);
  int nPara = corefGap(pMention->iPara, pE->iLastPara, NEWS_WG_PARA_MAX);
  int n = NEWS_WG_SENT *
              corefGap(pMention->iSent, pE->iLastSent, NEWS_WG_SENT_MAX) +
          NEWS_WG_PARA * nPara;
  if( pE->iSubjSent > 0 ) {
    int nSubj = corefGap(pMention->iSent, pE->iSubjSent - 1, 3);
    n += nSubj == 0   ? NEWS_WG_SUBJECT_HERE
         : nSubj == 1 ? NEWS_WG_SUBJECT
         : nSubj == 2 ? NEWS_WG_SUBJECT_FAR
                      : 0;
  }
  if( i == s->iSpeaker && pMention->iPara <= s->iSpeakerPara + 1 &&
      !corefIsObject(pE, pMention) ) {
    n += pMention->iPara == s->iSpeakerPara ? NEWS_WG_SPEAKER
                                            : NEWS_WG_SPEAKER_FAR;
  }
  n += corefLog(pE->nSeen) * NEWS_WG_SEEN / 100;
  if( pE->nQuote ) n += NEWS_WG_QUOTED;
  if( pE->eKind == NEWS_PERSON && pE->bNamed && !pE->bSure && pE->nQuote == 0 &&
      pE->iSubjSent == 0 ) {
    n += NEWS_WG_UNSURE;
  }
  if( pE->bLastPoss ) n += NEWS_WG_POSSESSIVE;
  return n;
}

/* The first person or group of the list of recency, from i on, or -1. */
static int corefHuman(const Coref *s, int i) {
  int n = 0;
  while( i >= 0 && newsEntity(s->p, i)->eKind > NEWS_GROUP ) {
    i = ++n < COREF_LOOK ? newsEntity(s->p, i)->iOlder : -1;
  }
  return i;
}

/* The person whom the paragraph has just introduced by full name as a subject,
** so that nobody else was meant there or since: "The queue was long. In front
** sat Ann Moss." -1 if there is none. */
static int corefNew(const Coref *s, const NewsMention *pMention) {
  int i = corefHuman(s, s->p->iNewest), iOld;
  const NewsEntity *pE;
  if( i < 0 ) return -1;
  pE = newsEntity(s->p, i);
  if( pE->nSeen != 1 || (pE->nName < 2 && !pE->bSure) || !pE->bNamed ||
      pE->bLastPoss || pE->eKind != NEWS_PERSON ||
      pE->iLastPara != pMention->iPara || pE->iLastSent == pMention->iSent ||
      pE->iSubjSent != pE->iLastSent + 1 ) {
    return -1;
  }
  iOld = corefHuman(s, pE->iOlder);
  return iOld < 0 || newsEntity(s->p, iOld)->iLastSent < pE->iLastSent ? i : -1;
}

static int corefPronoun(Coref *s, const NewsMention *pMention) {
  int i = s->p->iNewest, nStep = 0, iBest = -1, nBest = COREF_NOTHING;
  int nNext = COREF_NOTHING, iNew = corefNew(s, pMention);
  while( i >= 0 && nStep++ < COREF_LOOK ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( corefAgrees(pE, &pMention->name) ) {
      int n = corefSalience(s, i, pMention);
      if( pE->mGender && pMention->name.mGender ) n += NEWS_WG_GENDER;
      if( pMention->name.bPlural && !pE->bPlural ) n += NEWS_WG_BODY_THEY;
      if( !pE->bNamed && pE->nQuote == 0 &&
          pE->iSubjSent != pMention->iSent ) { /* No subject just before */
        n += NEWS_WG_SILENT;
      }
      if( pE->eHead == NEWS_TERM_PRON ) n += NEWS_WG_ANYBODY;
      if( i == iNew ) n += NEWS_WG_NEW;
      nNext = NEWS_MAX(nNext, NEWS_MIN(n, nBest));
      if( n > nBest ) {
        nBest = n;
        iBest = i;
      }
    }
    i = pE->iOlder;
  }
  s->bClear = nBest >= nNext + NEWS_WG_CLEAR;
  s->bNear = nBest < nNext + NEWS_WG_NEAR;
  return iBest;
}

/* The entity that one has turned out to be. */
static int corefSame(const Coref *s, int i) {
  while( i >= 0 && newsEntity(s->p, i)->iSame >= 0 ) {
    i = newsEntity(s->p, i)->iSame;
  }
  return i;
}

/* "who", "which": the mention of a person or a body just before it. */
static int corefRelative(const Coref *s, u32 iMention) {
  const NewsMention *a = s->pList->vMention.a;
  const NewsMention *pMention = &a[iMention];
  int bWho = newsTokIs(&s->pText->aTok[pMention->name.iHead], NEWS_LEX_SUBJECT);
  u32 n;
  for( n = 1; n <= COREF_RELATIVE && n <= iMention; n++ ) {
    const NewsMention *pPrev = &a[iMention - n];
    const NewsEntity *pE;
    if( pPrev->iSent != pMention->iSent ||
        pPrev->name.all.iTo + COREF_PHRASE < pMention->name.all.iFrom ) {
      break;
    }
    if( pPrev->iEntity < 0 ) continue;
    pE = newsEntity(s->p, pPrev->iEntity);
    if( bWho == (pE->eKind <= NEWS_GROUP) ) return corefSame(s, pPrev->iEntity);
  }
  return -1;
}

/* "who" behind a phrase that is no mention: the mention takes over what that
** says. The phrase is looked for in the words just before. */
static int corefBehind(Coref *s, NewsName *pName) {
  const NewsToken *aTok = s->pText->aTok;
  u32 iTo = pName->all.iFrom, i;
  NewsName name;
  if( iTo > 0 && newsTokPunct(&aTok[iTo - 1], ',') ) iTo--;
  for( i = iTo; i > 0 && i + COREF_PHRASE > iTo; i-- ) {
    NewsTerm u = newsTermAt(s->p->pTerms, i - 1, iTo);
    if( u.eSort > NEWS_TERM_PREP ) break;
    if( aTok[i - 1].flags & NEWS_TF_SENT ) {
      i--;
      break;
    }
  }
  if( i >= iTo ) return -1;
  newsNameRead(s->p->pTerms, newsSpan(i, iTo), &name);
  if( name.eDef == NEWS_NAME_PRONOUN ) return -1;
  i = (u32)(newsSpanLen(name.name) ? newsEntityFind(s->p, &name) : -1);
  return (int)i >= 0 ? (int)i : newsEntityNew(s->p, &name);
}

/* Whether hash is among the first n words of an entity. */
static int corefHas(const NewsEntity *pE, u32 hash, int n) {
  int i;
  for( i = 0; i < n; i++ ) {
    if( pE->aWord[i] == hash ) return 1;
  }
  return 0;
}

/* Whether hash is a word of the entity's name (of a body). */
static int corefInName(const NewsEntity *pE, u32 hash) {
  int i;
  for( i = 0; i < pE->nName; i++ ) {
    if( pE->aName[i] == hash ) return 1;
  }
  return 0;
}

/* The weight of the word or phrase at token i. *pnTok: its tokens. */
static int corefWeight(const Coref *s, u32 i, u32 *pnTok) {
  const NewsPhrase *pPhrase = newsTextPhrase(s->pText, i);
  u32 iWord = s->pText->aTok[i].iWord;
  *pnTok = 1;
  if( pPhrase && (pPhrase->mClass & (NEWS_LEX_ORGNAME | NEWS_LEX_ORG)) ) {
    *pnTok = pPhrase->nTok;
    iWord = pPhrase->iWord;
  }
  return s->pText->pVocab->aWord[iWord].weight;
}

/* What sort of body an entity is by its name. *pbNoun: the name has the noun
** for it ("Acme Bank", but not "Acme Rail"). */
static int corefSort(const Coref *s, const NewsEntity *pE, int *pbNoun) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = pE->name.iFrom, n;
  *pbNoun = 0;
  while( i < pE->name.iTo ) {
    const NewsToken *pTok = &aTok[i];
    int nWeight = corefWeight(s, i, &n);
    if( newsTokIs(pTok, NEWS_LEX_SUFFIX) && i > pE->name.iFrom ) {
      return COREF_BUSINESS; /* "Acme Corp." */
    }
    if( n > 1 || newsTokIs(pTok, NEWS_LEX_ORGNAME) ) return nWeight;
    if( newsTokIs(pTok, NEWS_LEX_ORG) ) {
      *pbNoun = (newsVocabClasses(s->pText->pVocab, pTok->iWord)->mAny &
                 NEWS_LEX_ORG) != 0;
      return *pbNoun ? nWeight : COREF_TRADE;
    }
    i += n;
  }
  return COREF_UNTOLD;
}

/* How well "the newspaper", "the company" fits a body that is known by a name
** without such a word: only where the noun and the name can be of one sort. */
static int corefGeneric(const Coref *s, const NewsEntity *pE,
                        const NewsName *pName, const NewsWords *pW) {
  const NewsToken *pHead = &s->pText->aTok[pName->iHead];
  int eNoun = s->pText->pVocab->aWord[pHead->iWord].weight;
  int eName, bNoun, bBusiness, i;
  if( pE->nName == 0 || pName->eDef != NEWS_NAME_DEF ) return 0;
  for( i = pW->nHead; i < pW->nWord; i++ ) {
    if( !corefHas(pE, pW->a[i], pE->nWord) )
      return 0; /* "the Ost-based firm" */
  }
  if( pE->eKind == NEWS_MEDIA ) return NEWS_WG_MEDIUM;
  if( eNoun == COREF_LAND || pE->eHead == NEWS_TERM_PLACE ) {
    return eNoun == COREF_LAND && pE->eHead == NEWS_TERM_PLACE && pE->nQuote
               ? NEWS_WG_BODY_SORT
               : 0;
  }
  if( eNoun == COREF_ORGAN ) return 0;
  eName = corefSort(s, pE, &bNoun);
  bBusiness = eName == COREF_BUSINESS || eName == COREF_TRADE;
  if( eName == COREF_UNTOLD && eNoun != COREF_BODY &&
      newsTokIs(&s->pText->aTok[pE->desc.iFrom], NEWS_LEX_DET) ) {
    return NEWS_WG_BODY_THING; /* "the Brightwater": no company, mostly */
  }
  if( eNoun == COREF_BODY || eName == COREF_UNTOLD ) {
    return NEWS_WG_BODY_UNKNOWN;
  }
  if( eNoun == COREF_BUSINESS ) return bBusiness ? NEWS_WG_BODY_SORT : 0;
  if( bNoun ) return 0;
  if( eNoun == COREF_TRADE ) {
    return eName == COREF_BUSINESS ? NEWS_WG_BODY_SORT : 0;
  }
  return bBusiness ? 0 : NEWS_WG_BODY_UNKNOWN;
}

/* Whether a description says no more than that it is of a person. */
static int corefIsAnyone(const Coref *s, const NewsName *pName) {
  const NewsText *pText = s->pText;
  const NewsToken *pTok = &pText->aTok[pName->iHead];
  return newsSpanLen(pName->desc) == 2 && pTok->iWord &&
         newsTokIs(pTok, NEWS_LEX_SOURCE) &&
         pText->pVocab->aWord[pTok->iWord].weight == COREF_KIN;
}

/* Whether a description says whose somebody is: "her husband", who is another.
*/
static int corefIsOwned(const Coref *s, const NewsName *pName) {
  const NewsToken *pTok = &s->pText->aTok[pName->desc.iFrom];
  if( newsTokIs(pTok, NEWS_LEX_DET) &&
      s->pText->pVocab->aWord[pTok->iWord].weight == COREF_ITS ) {
    return 1;
  }
  return newsTokIs(pTok, NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL |
                             NEWS_LEX_FIRST | NEWS_LEX_SECOND);
}

/* newsOfficeFits() of somebody and the office that a description is of. */
static int corefOffice(const Coref *s, const NewsEntity *pE,
                       const NewsName *pName) {
  NewsOffice called;
  if( pE->nOffice == 0 || pName->eKind != NEWS_PERSON || pName->bPlural ||
      pName->eDef != NEWS_NAME_DEF ||
      newsOfficesRead(s->p->pTerms, pName->desc, &called, 1) == 0 ) {
    return NEWS_OFFICE_UNTOLD;
  }
  return newsOfficeFits(&called, pE->aOffice, pE->nOffice);
}

/* "her deputy" of a deputy mayor: the rank for the office. */
static int corefIsDeputy(const NewsEntity *pE, const NewsWords *pW) {
  return pE->nOffice == 1 && pE->aOffice[0].bLesser && pW->nHead == 1 &&
         pW->a[0] != pE->aOffice[0].head && corefHas(pE, pW->a[0], pE->nWord);
}

/* How well the head of a description fits; 0: not at all. */
static int corefHead(const Coref *s, const NewsEntity *pE,
                     const NewsName *pName, const NewsWords *pW) {
  int i, nSame = 0, eOffice = corefOffice(s, pE, pName);
  for( i = 0; i < pW->nHead; i++ ) {
    nSame += corefHas(pE, pW->a[i], pE->nHead);
  }
  if( eOffice == NEWS_OFFICE_OTHER ) return 0;
  if( nSame > 0 && nSame * 2 >= pW->nHead ) return NEWS_WG_HEAD;
  if( eOffice == NEWS_OFFICE_SAME && pE->bNamed && pW->nHead == 1 ) {
    return NEWS_WG_HEAD; /* The CM: chief minister */
  }
  if( eOffice == NEWS_OFFICE_EPITHET || corefIsDeputy(pE, pW) ) {
    return NEWS_WG_EPITHET;
  }
  if( pE->eKind >= NEWS_ORGANISATION && pE->eKind == pName->eKind ) {
    for( i = 0; i < pW->nHead; i++ ) {
      if( corefInName(pE, pW->a[i]) ||
          (pE->bNamed && corefHas(pE, pW->a[i], pE->nWord)) ) {
        return NEWS_WG_HEAD_NAME; /* "the newspaper Lidova" */
      }
      if( pE->nName && newsEpithetFits(pW->a[i], pE->aName[pE->nName - 1]) ) {
        return NEWS_WG_EPITHET;
      }
    }
    return corefGeneric(s, pE, pName, pW);
  }
  if( pE->bNamed ) return 0;
  if( pE->eKind != NEWS_PERSON || pName->eKind != NEWS_PERSON ) return 0;
  if( corefIsOwned(s, pName) ) return 0;
  if( pName->eDef == NEWS_NAME_DEF && pE->nQuote == 0 &&
      corefIsAnyone(s, pName) ) {
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
static int corefModifiers(const NewsEntity *pE, const NewsName *pName,
                          const NewsWords *pW) {
  int i, n = 0;
  for( i = pW->nHead; i < pW->nAll; i++ ) {
    int bHas = corefHas(pE, pW->a[i], pE->nWord) || corefInName(pE, pW->a[i]);
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
static int corefDescFit(const Coref *s, int i, const NewsMention *pMention,
                        const NewsWords *pW) {
  const NewsEntity *pE = newsEntity(s->p, i);
  const NewsName *pName = &pMention->name;
  int n, bExact;
  if( pE->bPlural != pName->bPlural && pE->eKind < NEWS_ORGANISATION ) {
    return COREF_NOTHING;
  }
  if( pE->bOther && newsSpanLen(pName->desc) > 2 &&
      newsTokIs(&s->pText->aTok[pName->desc.iFrom + 1], NEWS_LEX_NUMBER) ) {
    return COREF_NOTHING; /* "the first person": not "a second person" */
  }
  if( pE->mGender && pName->mGender && !(pE->mGender & pName->mGender) ) {
    return COREF_NOTHING;
  }
  n = corefHead(s, pE, pName, pW);
  if( n == 0 ) return COREF_NOTHING;
  bExact = n == NEWS_WG_HEAD && pE->eKind <= NEWS_GROUP;
  n += corefModifiers(pE, pName, pW);
  n += (pE->eKind >= NEWS_ORGANISATION && pE->bNamed ? NEWS_WG_DESC_BODY
                                                     : NEWS_WG_DESC_SENT) *
       corefGap(pMention->iSent, pE->iLastSent, NEWS_WG_DESC_GAP);
  n += corefLog(pE->nQuote) * NEWS_WG_DESC_QUOTE / 100;
  if( pMention->iSent <= pE->iLastSent + 1 &&
      newsTokIs(&s->pText->aTok[pName->desc.iFrom], NEWS_LEX_PRON) &&
      !corefIsOwned(s, pName) ) {
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
static int corefSameDesc(const NewsEntity *pE, const NewsWords *pW) {
  int i;
  if( pE->nDesc != pW->nAll || pW->nAll == 0 ) return 0;
  for( i = 0; i < pW->nAll; i++ ) {
    if( !corefHas(pE, pW->a[i], pE->nWord) ) return 0;
  }
  return 1;
}

/* The key of a name behind a preposition of a description ("the constable at
** Brennock"), 0 if there is none. */
static u32 corefPlace(const Coref *s, NewsSpan desc) {
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
static int corefIsApart(const Coref *s, const NewsName *pName) {
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

/* "The 27-year-old", "The striker, 27,": who is told by age is known. */
static int corefIsAged(const Coref *s, const NewsName *pName) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = pName->desc.iTo;
  return aTok[pName->iHead].eKind == NEWS_TOK_NUMBER ||
         (newsTokPunct(&aTok[i], ',') && aTok[i + 1].eKind == NEWS_TOK_NUMBER &&
          newsTokPunct(&aTok[i + 2], ','));
}

/* Whether the token tells where somebody is from, or of what party. */
static int corefIsSide(const Coref *s, const NewsToken *pTok) {
  return newsTokIs(pTok, NEWS_LEX_DEMONYM) ||
         (newsTokIs(pTok, NEWS_LEX_ROLE) &&
          s->pText->pVocab->aWord[pTok->iWord].weight == COREF_PARTY);
}

/* Whether a description is no more than that: "the Galician". */
static int corefTellsSide(const Coref *s, const NewsName *pName) {
  return newsSpanLen(pName->desc) == 2 &&
         corefIsSide(s, &s->pText->aTok[pName->iHead]);
}

/* Whether words that were told of somebody name another side of that sort. */
static int corefOtherSide(const Coref *s, NewsSpan told, u32 iHead) {
  const NewsToken *aTok = s->pText->aTok, *pHead = &aTok[iHead];
  u32 i;
  for( i = told.iFrom; i < told.iTo; i++ ) {
    const u8 *z = &s->pText->z[aTok[i].iByte];
    if( corefIsSide(s, &aTok[i]) &&
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
static int corefMayKnow(const Coref *s, const NewsEntity *pE,
                        const NewsMention *pMention) {
  const NewsName *pName = &pMention->name;
  int bSide = corefTellsSide(s, pName), bAged = corefIsAged(s, pName);
  int bNext = pE->iSubjSent > 0 && pE->iSubjSent + 1 >= pMention->iSent;
  if( pE->nQuote == 0 && !(bNext && (bSide || bAged)) ) return 0;
  if( bSide ) {
    return !corefOtherSide(s, pE->role, pName->iHead) &&
           !corefOtherSide(s, pE->affil, pName->iHead);
  }
  return pE->iFirstPara < COREF_LEAD &&
         (pName->eHead != NEWS_TERM_ROLE ||
          (pE->nHead == 0 &&
           (pE->nSeen + pE->nTotal >= COREF_FAMOUS || (bNext && bAged))));
}

/* A definite person that no description told: "the senator", of whom the
** reader is expected to know that the person just meant is one. It mostly is
** somebody who has spoken: see corefMayKnow(). */
static int corefKnown(Coref *s, const NewsMention *pMention,
                      const NewsWords *pW) {
  const NewsName *pName = &pMention->name;
  int i = s->p->iNewest, nStep = 0, iBest = -1, nBest = COREF_NOTHING;
  u32 place = corefPlace(s, pName->desc);
  if( corefIsOwned(s, pName) || corefIsApart(s, pName) ) return -1;
  if( pName->eKind != NEWS_PERSON || pName->eDef != NEWS_NAME_DEF ||
      (pName->eHead != NEWS_TERM_ROLE && pName->eHead != NEWS_TERM_PEOPLE &&
       pName->eHead != NEWS_TERM_DEMONYM) ||
      pW->nWord - pW->nHead > 2 || newsSpanLen(pName->desc) > 5 ) {
    return -1;
  }
  while( i >= 0 && nStep++ < COREF_LOOK ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( pE->bNamed && pE->eKind == NEWS_PERSON && !pE->bPlural &&
        corefMayKnow(s, pE, pMention) &&
        (place == 0 || corefHas(pE, place, pE->nWord)) &&
        (!pE->mGender || !pName->mGender || (pE->mGender & pName->mGender)) &&
        corefGap(pMention->iPara, pE->iLastPara, 4) < 4 ) {
      int n = corefSalience(s, i, pMention) +
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

/* "the other official", "the second trader": the one that was introduced as
** another before, or -1. */
static int corefOther(const Coref *s, const NewsName *pName) {
  int i = s->p->iNewest, nStep = 0, k;
  NewsWords w;
  if( !newsTokIs(&s->pText->aTok[pName->desc.iFrom], NEWS_LEX_DET) ) return -1;
  newsEntityWords(s->p->pTerms, pName, &w);
  for( ; i >= 0 && nStep++ < COREF_LOOK; i = newsEntity(s->p, i)->iOlder ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( !pE->bOther || pE->bPlural != pName->bPlural ) continue;
    if( pE->nHead == 0 ) return i; /* "another" */
    for( k = 0; k < w.nHead; k++ ) {
      if( corefHas(pE, w.a[k], pE->nHead) ) return i;
    }
  }
  return -1;
}

/* "Delta said ... The airline said": who spoke last by a name that nothing told
** to be a person's is that body. -1 if not. */
static int corefBody(Coref *s, const NewsMention *pMention,
                     const NewsWords *pW) {
  const NewsName *pName = &pMention->name;
  NewsEntity *pE;
  if( s->iSpeaker < 0 || pMention->eFrom == NEWS_MENTION_VIA ||
      pName->eKind != NEWS_ORGANISATION || pName->bPlural ||
      s->pText->pVocab->aWord[s->pText->aTok[pName->iHead].iWord].weight <
          COREF_BUSINESS ||
      pName->eDef != NEWS_NAME_DEF || pW->nWord > pW->nHead ||
      corefIsApart(s, pName) ) {
    return -1;
  }
  pE = newsEntity(s->p, s->iSpeaker);
  if( pE->eKind != NEWS_PERSON || !pE->bNamed || pE->bSure || pE->bPlural ||
      pE->nName != 1 || pE->nOffice > 0 || pE->mGender ||
      newsSpanLen(pE->role) || newsSpanLen(pE->affil) ||
      pMention->iSent > pE->iLastSent + 1 ) {
    return -1;
  }
  newsEntityBody(s->p, s->iSpeaker);
  return s->iSpeaker;
}

static int corefDescription(Coref *s, const NewsMention *pMention) {
  const NewsName *pName = &pMention->name;
  NewsWords w;
  int i = s->p->iNewest, nStep = 0, iBest = -1, nBest = NEWS_WG_DESC_MIN - 1;
  int nNext = COREF_NOTHING;
  s->bNear = 0;
  if( pName->eDef == NEWS_NAME_OTHER ) return corefOther(s, pName);
  newsEntityWords(s->p->pTerms, pName, &w);
  while( i >= 0 && nStep++ < COREF_LOOK ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    int n = COREF_NOTHING;
    if( pName->eDef == NEWS_NAME_INDEF ||
        (pName->eDef == NEWS_NAME_BARE && pName->bPlural) ) {
      /* New, but for a lead that the text repeats */
      if( corefSameDesc(pE, &w) && pE->eKind == pName->eKind &&
          pE->bPlural == pName->bPlural && w.nAll > 1 &&
          (pName->bPlural || pE->iFirstPara < 4) ) {
        n = NEWS_WG_REPEATED;
      }
    } else if( pName->eDef != NEWS_NAME_BARE || w.nWord > w.nHead ||
               pE->nQuote ) {
      n = corefDescFit(s, i, pMention, &w);
    }
    nNext = NEWS_MAX(nNext, NEWS_MIN(n, nBest));
    if( n > nBest ) {
      nBest = n;
      iBest = i;
    }
    i = pE->iOlder;
  }
  s->bNear = iBest >= 0 && nBest < nNext + NEWS_WG_DESC_NEAR;
  if( iBest < 0 ) iBest = corefBody(s, pMention, &w);
  return iBest >= 0 ? iBest : corefKnown(s, pMention, &w);
}

/* A title that is somebody's surname in this report: "Dean", "King". The
** mention becomes one by name. */
static int corefTitleName(Coref *s, NewsName *pName) {
  const NewsToken *pTok = &s->pText->aTok[pName->desc.iFrom];
  NewsName name = *pName;
  int i;
  if( pName->eDef != NEWS_NAME_BARE || newsSpanLen(pName->desc) != 1 ||
      !(pTok->flags & NEWS_TF_CAP) || pTok->eKind != NEWS_TOK_WORD ) {
    return -1;
  }
  name.name = pName->desc;
  name.eKind = NEWS_PERSON;
  name.bNamed = 1;
  name.bPlural = 0;
  name.mGender = 0;
  name.role = name.affil = newsSpan(0, 0);
  i = newsEntityFind(s->p, &name);
  if( i >= 0 ) *pName = name;
  return i;
}

/* A place, or a body that was not yet named, that is the surname of somebody
** whom this report names in full: "Tom Ames shared it. Ames said". So is the
** first name of somebody just told of, where that speaks: "Gao Min left. Gao
** said". The mention becomes that person's. */
static int corefPlaceName(Coref *s, NewsMention *pMention) {
  NewsName *pName = &pMention->name;
  NewsName name = *pName;
  const NewsEntity *pE;
  u32 key;
  int i;
  if( newsSpanLen(pName->name) != 1 || pName->eKind != NEWS_ORGANISATION ) {
    return -1;
  }
  if( !newsTokIs(&s->pText->aTok[pName->name.iFrom],
                 NEWS_LEX_PLACE | NEWS_LEX_CAPITAL) &&
      (newsSpanLen(pName->all) != 1 || newsEntityFind(s->p, pName) >= 0) ) {
    return -1;
  }
  name.eKind = NEWS_PERSON;
  i = newsEntityFind(s->p, &name);
  if( i < 0 || newsEntityName(s->pText, name.name, &key) != 1 ) return -1;
  pE = newsEntity(s->p, i);
  if( pE->nName < 2 ) return -1;
  if( pE->aName[pE->nName - 1] != key &&
      !(pE->aName[0] == key && pE->nSeen > 0 &&
        pMention->eFrom == NEWS_MENTION_QUOTE &&
        pE->iLastPara + 1 >= pMention->iPara) ) {
    return -1;
  }
  *pName = name;
  return i;
}

/* Whether what a source says begins with what it calls itself, "its" or "it":
** "Corvex said its profit rose", "Drevia says that it will close". "It was
** late" and the like tell nothing. The source ends before token i. */
static int corefSaysIts(const NewsText *p, u32 i) {
  const NewsToken *a = &p->aTok[i], *pEnd = &p->aTok[p->nTok];
  u64 mOther = NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL | NEWS_LEX_FIRST |
               NEWS_LEX_SECOND | NEWS_LEX_WH_WORD;
  while( a < pEnd && newsTokIs(a, NEWS_LEX_ADVERB | NEWS_LEX_TIME) ) a++;
  if( a + 4 >= pEnd || !newsTokIs(a, NEWS_LEX_CUE) ||
      !newsTokIs(a, NEWS_LEX_PAST | NEWS_LEX_THIRD) ) {
    return 0;
  }
  a++;
  if( newsTokIs(a, NEWS_LEX_THAT) ) a++;
  if( newsTokIs(a, NEWS_LEX_DET) ) {
    return p->pVocab->aWord[a->iWord].weight == COREF_ITS;
  }
  if( !newsTokIs(a, NEWS_LEX_SUBJECT) || newsTokIs(a, mOther) ) return 0;
  a++;
  if( newsTokIs(a, NEWS_LEX_MODAL) ) {
    return !newsTokIs(&a[1], NEWS_LEX_AUX);
  }
  return newsTokIs(a, NEWS_LEX_VERB | NEWS_LEX_CUE) &&
         newsTokIs(a, NEWS_LEX_PAST | NEWS_LEX_THIRD);
}

/* Whether a name is one word, if need be with the small one of a surname: "De
** Wit". */
static int corefIsOne(const Coref *s, NewsSpan name) {
  const NewsToken *pTok = &s->pText->aTok[name.iFrom];
  return newsSpanLen(name) == 1 ||
         (newsSpanLen(name) == 2 && pTok->mClass == 0 &&
          newsTermsLower(s->p->pTerms, pTok));
}

/* Whether a noun before a name of several words tells that it is a body's: "the
** brokerage Dunmore Vale", so that "Dunmore Vale" is one too. */
static int corefToldBody(const Coref *s, const NewsName *pName) {
  return pName->eKind == NEWS_ORGANISATION && pName->bNamed &&
         newsSpanLen(pName->name) > 1 &&
         pName->name.iFrom > pName->desc.iFrom &&
         newsTokIs(&s->pText->aTok[pName->name.iFrom - 1], NEWS_LEX_ORG);
}

/* A capitalised name of several words, or of one, that nothing tells to be a
** person's is a body's where it speaks of itself as one. */
static void corefBodies(Coref *s, int bOne) {
  NewsMention *a = s->pList->vMention.a;
  u32 i, n = s->pList->vMention.n;
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 2); i++ ) {
    NewsName *pName = &a[i].name;
    if( !bOne && corefToldBody(s, pName) && newsEntityFind(s->p, pName) < 0 ) {
      newsEntityNew(s->p, pName);
    }
    if( a[i].eFrom != NEWS_MENTION_QUOTE || pName->eKind != NEWS_PERSON ||
        !pName->bNamed || pName->bSure || pName->bJoint || pName->mGender ||
        newsSpanLen(pName->role) || newsSpanLen(pName->name) == 0 ||
        corefIsOne(s, pName->name) != bOne ||
        !corefSaysIts(s->pText, pName->all.iTo) ) {
      continue;
    }
    if( bOne && newsEntityFind(s->p, pName) >= 0 ) continue; /* A surname */
    pName->eKind = NEWS_ORGANISATION;
    if( newsEntityFind(s->p, pName) < 0 ) newsEntityNew(s->p, pName);
  }
}

/* "His Excellency", by itself: as "he". The entity, or -1. */
static int corefTitled(Coref *s, NewsMention *pMention) {
  NewsName *pName = &pMention->name;
  NewsMention he = *pMention;
  if( pName->eHead != NEWS_TERM_HONORIFIC || !corefIsOwned(s, pName) )
    return -1;
  he.name.mGender = newsNameGender(s->pText->aTok[pName->desc.iFrom].mClass);
  return he.name.mGender ? corefPronoun(s, &he) : -1;
}

/* Whom the office that is a transcript's label means, if one of those met
** before has it: "CHIEF MINISTER ANN LEE: We are well. [...] CM: Let them say."
** -1: nobody. */
static int corefLabel(const Coref *s, const NewsName *pName) {
  const NewsToken *aTok = s->pText->aTok;
  NewsOffice office;
  int i = s->p->iNewest, nStep = 0;
  if( !(aTok[pName->all.iFrom].flags & NEWS_TF_LINE) ||
      !(aTok[pName->all.iFrom].flags & NEWS_TF_UPPER) ||
      !newsTokPunct(&aTok[pName->all.iTo], ':') || pName->bPlural ||
      newsOfficesRead(s->p->pTerms, pName->desc, &office, 1) == 0 ) {
    return -1;
  }
  for( ; i >= 0 && nStep++ < COREF_LOOK; i = newsEntity(s->p, i)->iOlder ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( pE->eKind == NEWS_PERSON && !pE->bPlural &&
        newsOfficeFits(&office, pE->aOffice, pE->nOffice) ==
            NEWS_OFFICE_SAME ) {
      return i;
    }
  }
  return -1;
}

/* The entity of one mention, made where it is new. */
static int corefResolve(Coref *s, u32 iMention) {
  NewsMention *pMention = &((NewsMention *)s->pList->vMention.a)[iMention];
  NewsName *pName = &pMention->name;
  int i = -1;
  if( pName->eDef == NEWS_NAME_PRONOUN ) {
    if( pName->eHead == NEWS_TERM_WH ) {
      i = corefRelative(s, iMention);
      if( i < 0 ) i = corefBehind(s, pName);
    } else if( !pName->bFirst ) {
      i = corefPronoun(s, pMention);
      pMention->bDoubt = i >= 0 && s->bNear;
    }
    if( i >= 0 ) return i;
    if( newsTokIs(&s->pText->aTok[pName->iHead],
                  NEWS_LEX_SUBJECT | NEWS_LEX_MASC | NEWS_LEX_FEM) &&
        !pName->bFirst ) {
      return -1;
    }
  } else if( newsSpanLen(pName->name) ) {
    i = corefPlaceName(s, pMention);
    if( i < 0 ) i = newsEntityFind(s->p, pName);
    pMention->bDoubt = s->p->bNear;
  } else {
    i = corefTitleName(s, pName);
    if( i < 0 ) i = corefTitled(s, pMention);
    if( i < 0 ) i = corefLabel(s, pName);
    if( i < 0 ) {
      i = corefDescription(s, pMention);
      pMention->bDoubt = i >= 0 && s->bNear;
    }
  }
  return i >= 0 ? i : newsEntityNew(s->p, pName);
}

/* Whether another mention tells somebody by name to have an office, or the one
** named here to be something. So too, without a look, where mentions are many:
** of a lead there are few. */
static int corefTaken(const Coref *s, u32 iMention, const NewsEntity *pLead) {
  const NewsMention *a = s->pList->vMention.a;
  const NewsName *pName = &a[iMention].name;
  u32 last = s->pText->aTok[pName->name.iTo - 1].hash, i;
  if( s->pList->vMention.n > COREF_MANY ) return 1;
  for( i = 0; i < s->pList->vMention.n; i++ ) {
    const NewsName *pOther = &a[i].name;
    NewsOffice aOffice[NEWS_OFFICES];
    int k, n;
    newsArenaTick(s->pText->pArena, 1);
    if( i == iMention || newsSpanLen(pOther->name) == 0 ) continue;
    if( newsSpanLen(pOther->role) == 0 && newsSpanLen(pOther->affil) == 0 ) {
      continue;
    }
    if( s->pText->aTok[pOther->name.iTo - 1].hash == last ) return 1;
    n = newsOfficesRead(s->p->pTerms, pOther->role, aOffice, NEWS_OFFICES);
    for( k = 0; k < n; k++ ) {
      if( newsOfficeFits(&aOffice[k], pLead->aOffice, pLead->nOffice) ==
          NEWS_OFFICE_SAME ) {
        return 1;
      }
    }
  }
  return 0;
}

/* Whether the sentence of a mention tells of somebody of that office: "Lund
** said he would ask the minister". */
static int corefToldHere(const Coref *s, u32 iMention,
                         const NewsEntity *pLead) {
  const NewsMention *a = s->pList->vMention.a;
  u32 i = iMention, n = s->pList->vMention.n;
  while( i > 0 && a[i - 1].iSent == a[iMention].iSent ) i--;
  for( ; i < n && a[i].iSent == a[iMention].iSent; i++ ) {
    NewsOffice office;
    if( i == iMention || newsSpanLen(a[i].name.name) ||
        newsOfficesRead(s->p->pTerms, a[i].name.desc, &office, 1) == 0 ) {
      continue;
    }
    if( newsOfficeFits(&office, pLead->aOffice, pLead->nOffice) ==
        NEWS_OFFICE_SAME ) {
      return 1;
    }
  }
  return 0;
}

/*
** A lead tells who spoke by office, the next paragraph by name, and neither
** says more: "..., the transport minister said. [paragraph] Bea Lund told
** reporters". The two are one: the office, which has spoken last, is the one
** named here for the first time, of whom the report tells nothing else. Its
** entity, or -1.
*/
static int corefLead(const Coref *s, int i, u32 iMention) {
  const NewsMention *pMention =
      &((NewsMention *)s->pList->vMention.a)[iMention];
  const NewsEntity *pE = newsEntity(s->p, i), *pLead;
  const NewsToken *aTok = s->pText->aTok;
  if( s->iSpeaker < 0 || s->iSpeaker == i || pE->nSeen > 0 || !pE->bNamed ||
      pMention->eFrom != NEWS_MENTION_QUOTE || pE->eKind != NEWS_PERSON ||
      pE->nName < 2 || pE->nOffice > 0 || pE->bPlural ||
      newsSpanLen(pE->role) || newsSpanLen(pE->affil) ||
      newsSpanLen(pMention->name.all) != newsSpanLen(pMention->name.name) ) {
    return -1;
  }
  pLead = newsEntity(s->p, s->iSpeaker);
  if( pLead->bNamed || pLead->nOffice == 0 || pLead->bPlural ||
      pLead->eKind != NEWS_PERSON || pLead->iFirstPara >= COREF_LEAD_PARAS ||
      pLead->iLastPara + 1 != pMention->iPara ||
      !newsTokIs(&aTok[pLead->desc.iFrom], NEWS_LEX_DET) ||
      newsTokIs(&aTok[pLead->desc.iFrom], NEWS_LEX_MASC | NEWS_LEX_FEM) ||
      (pE->mGender && pLead->mGender && !(pE->mGender & pLead->mGender)) ||
      corefTaken(s, iMention, pLead) || corefToldHere(s, iMention, pLead) ) {
    return -1;
  }
  return s->iSpeaker;
}

/* Whether an unnamed one's description can be that of the office which somebody
** has who is named here first: "the chief executive"; "an adviser to the king",
** where the name stands behind "the adviser,". */
static int corefIsOpen(const Coref *s, const NewsEntity *pOld,
                       const NewsName *pName) {
  const NewsToken *aTok = s->pText->aTok, *pFirst = &aTok[pOld->desc.iFrom];
  if( pName->eDef == NEWS_NAME_DEF && pName->name.iFrom >= pName->desc.iTo &&
      newsTokIs(pFirst, NEWS_LEX_INDEF) ) {
    return 1;
  }
  return newsTokIs(pFirst, NEWS_LEX_DET) && pOld->nOffice == 1 &&
         !newsTokIs(pFirst, NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL) &&
         newsSpanLen(pOld->desc) <= COREF_OFFICE;
}

/* The unnamed one, in the reader's mind yet, whose office somebody has that is
** named here first: "the chief executive said ... Maria Sato, the chief
** executive," or -1. */
static int corefUnnamed(const Coref *s, int i, const NewsMention *pMention) {
  const NewsEntity *pE = newsEntity(s->p, i);
  int iOld = s->p->iNewest, nStep = 0, k;
  if( pE->nSeen > 0 || !pE->bNamed || pE->eKind != NEWS_PERSON || pE->bPlural ||
      pE->nOffice == 0 || newsSpanLen(pMention->name.role) == 0 ) {
    return -1;
  }
  for( ; iOld >= 0 && nStep++ < COREF_LOOK;
       iOld = newsEntity(s->p, iOld)->iOlder ) {
    const NewsEntity *pOld = newsEntity(s->p, iOld);
    if( pOld->bNamed || pOld->bPlural || pOld->nOffice == 0 ||
        pOld->eKind != NEWS_PERSON || pOld->bOther ||
        !corefIsOpen(s, pOld, &pMention->name) ||
        (pE->mGender && pOld->mGender && !(pE->mGender & pOld->mGender)) ) {
      continue;
    }
    for( k = 0; k < pE->nOffice; k++ ) {
      if( newsOfficeFits(&pOld->aOffice[0], &pE->aOffice[k], 1) ==
          NEWS_OFFICE_SAME ) {
        return iOld;
      }
    }
  }
  return -1;
}

/* Entity iFrom turns out to be entity iTo, which is meant here first. */
static void corefMerge(Coref *s, int iTo, int iFrom) {
  newsEntityMerge(s->p, iTo, iFrom);
  if( s->iSpeaker == iFrom ) s->iSpeaker = iTo;
  if( s->iPerson == iFrom ) s->iPerson = iTo;
}

/* Whether a pronoun may well mean whose the entity is: "his lawyer said he was
** calm". */
static int corefIsOwners(const Coref *s, int i, const NewsMention *pMention) {
  const NewsEntity *pE = newsEntity(s->p, i);
  const NewsToken *pTok = &s->pText->aTok[pE->desc.iFrom];
  return !pE->bNamed && pMention->eFrom == NEWS_MENTION_TEXT &&
         (newsNameGender(pTok->mClass) & pMention->name.mGender) != 0;
}

static void corefMention(Coref *s, u32 iMention) {
  NewsMention *pMention = &((NewsMention *)s->pList->vMention.a)[iMention];
  NewsEntity *pE;
  int iLead;
  int i, bAside = pMention->eFrom == NEWS_MENTION_TEXT &&
                  (pMention->bQuoted || pMention->bCredit);
  if( bAside && newsSpanLen(pMention->name.name) == 0 ) return;
  i = corefResolve(s, iMention);
  pMention->iEntity = i;
  if( i < 0 ) return;
  iLead = corefLead(s, i, iMention);
  if( iLead < 0 ) iLead = corefUnnamed(s, i, pMention);
  if( iLead >= 0 ) corefMerge(s, i, iLead);
  if( pMention->name.eDef != NEWS_NAME_PRONOUN ||
      (s->bClear && !corefIsOwners(s, i, pMention)) ) {
    newsEntityLearn(s->p, i, &pMention->name);
  }
  if( bAside ) return;
  newsEntityTouch(s->p, i, pMention);
  pE = newsEntity(s->p, i);
  if( pMention->eFrom != NEWS_MENTION_QUOTE ) return;
  pE->nQuote++;
  pE->bLastDef = pMention->name.eDef != NEWS_NAME_PRONOUN &&
                 newsSpanLen(pMention->name.desc) > 2;
  s->iSpeaker = i;
  s->iSpeakerPara = pMention->iPara;
  if( pE->eKind == NEWS_PERSON ) s->iPerson = i;
}

/* Full names first, so that a surname in the headline finds its person; then
** how often each is meant by surname and honorific, for surnames of several. */
static void corefNames(Coref *s, int bHonorific) {
  NewsMention *a = s->pList->vMention.a;
  u32 i, n = s->pList->vMention.n;
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 4); i++ ) {
    const NewsName *pName = &a[i].name;
    int iEntity;
    if( pName->eKind != NEWS_PERSON || !pName->bNamed || pName->bJoint ||
        (newsSpanLen(pName->name) < 2) != bHonorific ||
        pName->bHonorific < bHonorific ) {
      continue;
    }
    iEntity = newsEntityFind(s->p, pName);
    if( iEntity < 0 && !bHonorific ) {
      iEntity = newsEntityNew(s->p, pName);
    } else if( iEntity >= 0 && !bHonorific ) {
      newsEntityLearn(s->p, iEntity, pName);
    }
    if( iEntity >= 0 && !a[i].bCredit ) {
      newsEntity(s->p, iEntity)->nTotal++;
    }
  }
}

void newsCorefRun(NewsEntities *p, NewsMentionList *pMentions) {
  Coref s;
  u32 i;
  memset(&s, 0, sizeof(s));
  s.p = p;
  s.pText = p->pTerms->pText;
  s.pList = pMentions;
  s.iSpeaker = s.iPerson = -1;
  corefBodies(&s, 0);
  corefNames(&s, 0);
  corefNames(&s, 1);
  corefBodies(&s, 1);
  for( i = 0; i < pMentions->vMention.n; i++ ) {
    if( newsArenaTick(s.pText->pArena, 24) ) return;
    corefMention(&s, i);
  }
  for( i = 0; i < pMentions->vMention.n; i++ ) {
    NewsMention *pMention = &((NewsMention *)pMentions->vMention.a)[i];
    pMention->iEntity = corefSame(&s, pMention->iEntity);
  }
}
