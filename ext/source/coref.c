/*
** coref.c: see coref.h.
**
** Names are looked up here; pronouns (pronoun.c) and descriptions (nominal.c)
** are compared with the entities meant last. Scores are integers, so that
** results are the same everywhere; their sizes are in weigh.h.
*/
#include "source/coref.h"

#include "source/acronym.h"
#include "source/corefscan.h"
#include "source/source.h"

#define COREF_OFFICE 4  /* Tokens of an office, "the chief executive" */
#define COREF_MANY 2000 /* Mentions of a long report: who leads is not told */
#define COREF_LEAD_PARAS 2 /* Paragraphs of a lead, with the headline */

/* A title that is somebody's surname in this report: "Dean", "King". The
** mention becomes one by name. */
static int corefTitleName(NewsCoref *s, NewsName *pName) {
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

/* Whether a body of one name, by that alone, was named before; a medium so that
** it spoke, as a headline may have named its namesake. */
static int corefKnownBody(NewsCoref *s, const NewsName *pName) {
  int i = newsEntityFind(s->p, pName);
  if( newsSpanLen(pName->all) != 1 ) return 1;
  return i >= 0 &&
         !(pName->eKind == NEWS_MEDIA && newsEntity(s->p, i)->nQuote == 0);
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
    return newsTextWeight(p, a->iWord) == NEWS_COREF_ITS;
  }
  if( !newsTokIs(a, NEWS_LEX_SUBJECT) || newsTokIs(a, mOther) ) return 0;
  a++;
  if( newsTokIs(a, NEWS_LEX_MODAL) ) {
    return !newsTokIs(&a[1], NEWS_LEX_AUX);
  }
  return newsTokIs(a, NEWS_LEX_VERB | NEWS_LEX_CUE) &&
         newsTokIs(a, NEWS_LEX_PAST | NEWS_LEX_THIRD);
}

/* A place, or a body or medium that was not yet named, that is the surname of
** somebody whom this report names in full: "Tom Ames shared it. Ames said". So
** is the first name of somebody just told of, where that speaks: "Gao Min left.
** Gao said"; and who was named by a title: "Sen. Dayton left. Dayton said". The
** mention becomes that person's. */
static int corefPlaceName(NewsCoref *s, NewsMention *pMention) {
  NewsName *pName = &pMention->name;
  NewsName name = *pName;
  const NewsEntity *pE;
  u32 key;
  int i;
  if( newsSpanLen(pName->name) != 1 ||
      (pName->eKind != NEWS_ORGANISATION && pName->eKind != NEWS_MEDIA) ) {
    return -1;
  }
  if( !newsTokIs(&s->pText->aTok[pName->name.iFrom],
                 NEWS_LEX_PLACE | NEWS_LEX_CAPITAL) &&
      corefKnownBody(s, pName) ) {
    return -1;
  }
  name.eKind = NEWS_PERSON;
  i = newsEntityFind(s->p, &name);
  if( i < 0 || newsEntityName(s->pText, name.name, &key) != 1 ) return -1;
  pE = newsEntity(s->p, i);
  if( pE->nName < 2 || pE->aName[pE->nName - 1] != key ) {
    if( pE->nName == 0 || pE->aName[0] != key || pE->nSeen == 0 ||
        pMention->eFrom != NEWS_MENTION_QUOTE ||
        pE->iLastPara + 1 < pMention->iPara ||
        (pE->nName == 1 && (newsSpanLen(pE->role) == 0 ||
                            corefSaysIts(s->pText, pName->all.iTo))) ) {
      return -1;
    }
  }
  *pName = name;
  return i;
}

/* Whether a name is one word, if need be with the small one of a surname: "De
** Wit". */
static int corefIsOne(const NewsCoref *s, NewsSpan name) {
  const NewsToken *pTok = &s->pText->aTok[name.iFrom];
  return newsSpanLen(name) == 1 ||
         (newsSpanLen(name) == 2 && pTok->mClass == 0 &&
          newsTermsLower(s->p->pTerms, pTok));
}

/* Whether a noun before a name of several words tells that it is a body's: "the
** brokerage Dunmore Vale", so that "Dunmore Vale" is one too. */
static int corefToldBody(const NewsCoref *s, const NewsName *pName) {
  return pName->eKind == NEWS_ORGANISATION && pName->bNamed &&
         newsSpanLen(pName->name) > 1 &&
         pName->name.iFrom > pName->desc.iFrom &&
         newsTokIs(&s->pText->aTok[pName->name.iFrom - 1], NEWS_LEX_ORG);
}

/* A capitalised name of several words, or of one, that nothing tells to be a
** person's is a body's where it speaks of itself as one. */
static void corefBodies(NewsCoref *s, int bOne) {
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

/* The entity of one mention, made where it is new. */
static int corefResolve(NewsCoref *s, u32 iMention) {
  NewsMention *pMention = &((NewsMention *)s->pList->vMention.a)[iMention];
  NewsName *pName = &pMention->name;
  int i = -1;
  if( pName->eDef == NEWS_NAME_PRONOUN ) {
    if( pName->eHead == NEWS_TERM_WH ) {
      i = newsCorefRelative(s, iMention);
    } else if( !pName->bFirst ) {
      i = newsCorefPronoun(s, pMention);
      pMention->bDoubt = i >= 0 && s->bNear;
    }
    if( i >= 0 ) return i;
    if( newsTokIs(&s->pText->aTok[pName->iHead],
                  NEWS_LEX_SUBJECT | NEWS_LEX_MASC | NEWS_LEX_FEM |
                      NEWS_LEX_DET) &&
        !pName->bFirst ) {
      return -1;
    }
  } else if( newsSpanLen(pName->name) ) {
    i = corefPlaceName(s, pMention);
    if( i < 0 ) i = newsEntityFind(s->p, pName);
    pMention->bDoubt = s->p->bNear;
  } else {
    i = corefTitleName(s, pName);
    if( i < 0 ) i = newsCorefNominal(s, pMention);
  }
  return i >= 0 ? i : newsEntityNew(s->p, pName);
}

/* Whether another mention tells somebody by name to have an office, or the one
** named here to be something. So too, without a look, where mentions are many:
** of a lead there are few. */
static int corefTaken(const NewsCoref *s, u32 iMention,
                      const NewsEntity *pLead) {
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
static int corefToldHere(const NewsCoref *s, u32 iMention,
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

/* Whether a description says of which land or body an office is: "Austria's
** finance minister", not "Doe's lawyer". */
static int corefIsOwned(const NewsToken *aTok, const NewsEntity *pE) {
  const u64 mBody = NEWS_LEX_PLACE | NEWS_LEX_ORGNAME | NEWS_LEX_ORG;
  u32 i = pE->desc.iFrom;
  int bBody = 0;
  for( ; i < pE->desc.iTo && (aTok[i].flags & NEWS_TF_CAP); i++ ) {
    bBody |= newsTokIs(&aTok[i], mBody);
  }
  return bBody && i + 1 < pE->desc.iTo && aTok[i].eKind == NEWS_TOK_CLITIC &&
         newsTokIs(&aTok[pE->desc.iTo - 1], NEWS_LEX_TITLE);
}

/* Whether a mention follows the last one of somebody who is told by office: in
** the next paragraph, "the minister"; or the next sentence, where the office
** says whose it is. A sentence that begins with "but" turns to another. */
static int corefFollows(const NewsCoref *s, const NewsEntity *pE,
                        const NewsMention *pMention) {
  const NewsToken *aTok = s->pText->aTok;
  int bOwned = corefIsOwned(aTok, pE);
  u32 i = newsTextSentSpan(s->pText, pMention->iSent).iFrom;
  if( !bOwned && !newsTokIs(&aTok[pE->desc.iFrom], NEWS_LEX_DET) ) return 0;
  if( bOwned && newsTokIs(&aTok[i], NEWS_LEX_CONJ) ) return 0;
  return pE->iLastPara + 1 == pMention->iPara ||
         (bOwned && pE->iLastSent + 1 == pMention->iSent);
}

/*
** A lead tells who spoke by office, what follows by name, and neither
** says more: "..., the transport minister said. [paragraph] Bea Lund told
** reporters". The two are one: the office, which has spoken last, is the one
** named here for the first time, of whom the report tells nothing else. Its
** entity, or -1.
*/
static int corefLead(const NewsCoref *s, int i, u32 iMention) {
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
      !corefFollows(s, pLead, pMention) ||
      newsTokIs(&aTok[pLead->desc.iFrom], NEWS_LEX_MASC | NEWS_LEX_FEM) ||
      newsNameClash(pE->mGender, pLead->mGender) ||
      corefTaken(s, iMention, pLead) || corefToldHere(s, iMention, pLead) ) {
    return -1;
  }
  return s->iSpeaker;
}

/* Whether an unnamed one's description can be that of the office which somebody
** has who is named here first: "the chief executive"; "an adviser to the king",
** where the name stands behind "the adviser,"; "a ministry spokesperson" of a
** lead, where the next paragraph turns to "Spokesperson Ann Lee"; "Coroner:" of
** a headline. */
static int corefIsOpen(const NewsCoref *s, const NewsEntity *pOld,
                       const NewsMention *pMention) {
  const NewsName *pName = &pMention->name;
  const NewsToken *aTok = s->pText->aTok, *pFirst = &aTok[pOld->desc.iFrom];
  if( pOld->iFirstPara < COREF_LEAD_PARAS && pOld->nQuote > 0 &&
      newsTokIs(pFirst, NEWS_LEX_INDEF) && pMention->bSubject &&
      pOld->iLastPara + 1 >= pMention->iPara &&
      pName->role.iFrom == pName->all.iFrom &&
      newsSpanLen(pName->role) + newsSpanLen(pName->name) ==
          newsSpanLen(pName->all) ) {
    return newsSpanLen(pName->role) == 1;
  }
  if( pOld->iFirstPara == 0 && newsSpanLen(pOld->desc) == 1 &&
      pOld->nOffice == 1 && newsTokPunct(&pFirst[1], ':') ) {
    return 1;
  }
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
static int corefUnnamed(const NewsCoref *s, int i,
                        const NewsMention *pMention) {
  const NewsEntity *pE = newsEntity(s->p, i);
  int iOld = s->p->iNewest, nStep = 0, k;
  if( pE->nSeen > 0 || !pE->bNamed || pE->eKind != NEWS_PERSON || pE->bPlural ||
      pE->nOffice == 0 || newsSpanLen(pMention->name.role) == 0 ) {
    return -1;
  }
  for( ; iOld >= 0 && nStep++ < NEWS_COREF_LOOK;
       iOld = newsEntity(s->p, iOld)->iOlder ) {
    const NewsEntity *pOld = newsEntity(s->p, iOld);
    if( pOld->bNamed || pOld->bPlural || pOld->nOffice == 0 ||
        pOld->eKind != NEWS_PERSON || pOld->bOther ||
        !corefIsOpen(s, pOld, pMention) ||
        newsNameClash(pE->mGender, pOld->mGender) ) {
      continue;
    }
    for( k = 0; k < pE->nOffice; k++ ) {
      if( pE->aOffice[k].eTime == NEWS_OFFICE_FORMER &&
          pOld->aOffice[0].eTime != NEWS_OFFICE_FORMER ) {
        continue; /* "the minister"; "former minister Ann Lee" */
      }
      if( newsOfficeFits(&pOld->aOffice[0], &pE->aOffice[k], 1) ==
          NEWS_OFFICE_SAME ) {
        return iOld;
      }
    }
  }
  return -1;
}

/* Entity iFrom turns out to be entity iTo, which is meant here first. */
static void corefMerge(NewsCoref *s, int iTo, int iFrom) {
  newsEntityMerge(s->p, iTo, iFrom);
  if( s->iSpeaker == iFrom ) s->iSpeaker = iTo;
  if( s->iPerson == iFrom ) s->iPerson = iTo;
}

/* Whether a pronoun may well mean whose the entity is: "his lawyer said he was
** calm". */
static int corefIsOwners(const NewsCoref *s, int i,
                         const NewsMention *pMention) {
  const NewsEntity *pE = newsEntity(s->p, i);
  const NewsToken *pTok = &s->pText->aTok[pE->desc.iFrom];
  return !pE->bNamed && pMention->eFrom == NEWS_MENTION_TEXT &&
         (newsNameGender(pTok->mClass) & pMention->name.mGender) != 0;
}

/* Whether a mention is of nobody known: then it is kept for a pronoun that is
** nobody else's. */
static int corefIsFaint(NewsCoref *s, NewsMention *pMention) {
  NewsEntity *pE;
  int i;
  if( !pMention->bFaint ) return 0;
  i = newsEntityFind(s->p, &pMention->name);
  if( i >= 0 && newsEntity(s->p, i)->nSeen > 0 ) return 0;
  if( i < 0 ) i = newsEntityNew(s->p, &pMention->name);
  if( i < 0 ) return 1;
  pE = newsEntity(s->p, i);
  pE->iLast = pMention->name.all.iFrom;
  pE->iLastSent = pMention->iSent;
  pE->iLastPara = pE->iFirstPara = pMention->iPara;
  if( pMention->bSubject ) pE->iSubjSent = pMention->iSent + 1;
  pMention->iEntity = i;
  s->iFaint = i;
  return 1;
}

static void corefMention(NewsCoref *s, u32 iMention) {
  NewsMention *pMention = &((NewsMention *)s->pList->vMention.a)[iMention];
  NewsEntity *pE;
  int iLead;
  int i, bAside = pMention->eFrom == NEWS_MENTION_TEXT &&
                  (pMention->bQuoted || pMention->bCredit);
  if( bAside && newsSpanLen(pMention->name.name) == 0 ) return;
  if( corefIsFaint(s, pMention) ) return;
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
static void corefNames(NewsCoref *s, int bHonorific) {
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

/* Those who share the surname of the next, so that "Mr Sharp" is one: "Brian"
** and Ann Sharp. Not who has another surname in this report. */
static void corefShared(NewsCoref *s) {
  NewsMention *a = s->pList->vMention.a;
  u32 i, n = s->pList->vMention.n;
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 1); i++ ) {
    NewsName *pName = &a[i].name;
    u32 iShared = pName->iShared;
    if( iShared == 0 ) continue;
    pName->iShared = 0;
    if( newsEntityFind(s->p, pName) >= 0 ) continue;
    pName->iShared = iShared;
    pName->mGender = newsNameGender(s->pText->aTok[pName->name.iFrom].mClass);
    pName->bSure = 1;
    newsEntityNew(s->p, pName);
  }
}

void newsCorefRun(NewsEntities *p, NewsMentionList *pMentions) {
  NewsCoref s;
  u32 i;
  memset(&s, 0, sizeof(s));
  s.p = p;
  s.pText = p->pTerms->pText;
  s.pList = pMentions;
  s.iSpeaker = s.iPerson = s.iFaint = -1;
  newsAcronymsRead(s.pText, pMentions);
  corefBodies(&s, 0);
  corefNames(&s, 0);
  corefShared(&s);
  corefNames(&s, 1);
  corefBodies(&s, 1);
  for( i = 0; i < pMentions->vMention.n; i++ ) {
    if( newsArenaTick(s.pText->pArena, 24) ) return;
    corefMention(&s, i);
  }
  for( i = 0; i < pMentions->vMention.n; i++ ) {
    NewsMention *pMention = &((NewsMention *)pMentions->vMention.a)[i];
    pMention->iEntity = newsCorefSame(&s, pMention->iEntity);
  }
}
