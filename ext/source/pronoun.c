/*
** pronoun.c: whom a pronoun means: see corefscan.h.
**
** "he" is whoever is most in the reader's mind of those it agrees with; "who"
** is what stands just before it.
*/
#include "source/corefscan.h"
#include "source/source.h"
#include "source/weigh.h"

#define PRONOUN_RELATIVE 6 /* Mentions looked back at for "who" */
#define PRONOUN_PHRASE 8   /* Tokens looked back at for what "who" means */

/* Whether an entity was meant in the sentence before, not as its subject. */
static int pronounIsObject(const NewsEntity *pE, const NewsMention *pMention) {
  return pE->iLastSent + 1 == pMention->iSent &&
         pE->iSubjSent != pMention->iSent;
}

int newsCorefSalience(const NewsCoref *s, int i, const NewsMention *pMention) {
  const NewsEntity *pE = newsEntity(s->p, i);
  int nPara = newsCorefGap(pMention->iPara, pE->iLastPara, NEWS_WG_PARA_MAX);
  int n = NEWS_WG_SENT *
              newsCorefGap(pMention->iSent, pE->iLastSent, NEWS_WG_SENT_MAX) +
          NEWS_WG_PARA * nPara;
  if( pE->iSubjSent > 0 ) {
    int nSubj = newsCorefGap(pMention->iSent, pE->iSubjSent - 1, 3);
    n += nSubj == 0   ? NEWS_WG_SUBJECT_HERE
         : nSubj == 1 ? NEWS_WG_SUBJECT
         : nSubj == 2 ? NEWS_WG_SUBJECT_FAR
                      : 0;
  }
  if( i == s->iSpeaker && pMention->iPara <= s->iSpeakerPara + 1 &&
      !pronounIsObject(pE, pMention) ) {
    n += pMention->iPara == s->iSpeakerPara ? NEWS_WG_SPEAKER
                                            : NEWS_WG_SPEAKER_FAR;
  }
  n += newsCorefLog(pE->nSeen) * NEWS_WG_SEEN / 100;
  if( pE->nQuote ) n += NEWS_WG_QUOTED;
  if( pE->eKind == NEWS_PERSON && pE->bNamed && !pE->bSure && pE->nQuote == 0 &&
      pE->iSubjSent == 0 ) {
    n += NEWS_WG_UNSURE;
  }
  if( pE->bLastPoss ) n += NEWS_WG_POSSESSIVE;
  return n;
}

/* Whether an entity is in agreement with a pronoun. */
static int pronounAgrees(const NewsEntity *pE, const NewsName *pName) {
  if( pName->bPlural ) {
    return pE->bPlural || pE->eKind == NEWS_GROUP ||
           pE->eKind == NEWS_ORGANISATION;
  }
  if( pName->mGender ) {
    return pE->eKind == NEWS_PERSON && !pE->bPlural &&
           (pE->mGender == 0 || (pE->mGender & pName->mGender));
  }
  return pE->eKind >= NEWS_ORGANISATION &&
         !(pE->eKind == NEWS_DOCUMENT && pE->bPlural); /* "the results" */
}

/* The first person or group of the list of recency, from i on, or -1. */
static int pronounHuman(const NewsCoref *s, int i) {
  int n = 0;
  while( i >= 0 && newsEntity(s->p, i)->eKind > NEWS_GROUP ) {
    i = ++n < NEWS_COREF_LOOK ? newsEntity(s->p, i)->iOlder : -1;
  }
  return i;
}

/* The person whom the paragraph has just introduced by full name as a subject,
** so that nobody else was meant there or since: "The queue was long. In front
** sat Ann Moss." -1 if there is none. */
static int pronounNew(const NewsCoref *s, const NewsMention *pMention) {
  int i = pronounHuman(s, s->p->iNewest), iOld;
  const NewsEntity *pE;
  if( i < 0 ) return -1;
  pE = newsEntity(s->p, i);
  if( pE->nSeen != 1 || (pE->nName < 2 && !pE->bSure) || !pE->bNamed ||
      pE->bLastPoss || pE->eKind != NEWS_PERSON ||
      pE->iLastPara != pMention->iPara || pE->iLastSent == pMention->iSent ) {
    return -1;
  }
  iOld = pronounHuman(s, pE->iOlder);
  if( pE->iSubjSent != pE->iLastSent + 1 &&
      (iOld < 0 || !pE->bLastFull ||
       newsEntity(s->p, iOld)->iLastPara == pMention->iPara) ) {
    return -1;
  }
  return iOld < 0 || newsEntity(s->p, iOld)->iLastSent < pE->iLastSent ? i : -1;
}

/* Whether an entity is no more than a capital word, which may be a country. */
static int pronounIsWord(const NewsEntity *pE) {
  return pE->nQuote == 0 && pE->bNamed && !pE->bSure && pE->nName == 1 &&
         pE->mGender == 0 && pE->nOffice == 0 && newsSpanLen(pE->role) == 0;
}

/* Whether it is so in what is reported in the pronoun's sentence: Corvia "had"
** answered, she said. */
static int pronounIsSaid(const NewsEntity *pE, const NewsMention *pMention) {
  return pMention->eFrom == NEWS_MENTION_QUOTE && pMention->name.mGender &&
         pE->iLastSent == pMention->iSent && pronounIsWord(pE);
}

/* Whether who spoke in the sentence before is not what a pronoun told: Kim Roe
** said he was ill. "I nursed him," ["she"] said. */
static int pronounMisled(const NewsCoref *s, const NewsMention *pMention) {
  const NewsEntity *pE;
  if( s->iSpeaker < 0 || !pMention->name.mGender ) return 0;
  pE = newsEntity(s->p, s->iSpeaker);
  return pE->bGuess && pE->bNamed && !pE->bPlural && pE->eKind == NEWS_PERSON &&
         pMention->iSent <= pE->iLastSent + 1;
}

/* Whom a pronoun of an attribution means where nobody else agrees with it, or
** only a document for "it": who was told of faintly in the sentence before, or
** a body that spoke there. iBest: who else it may be. */
static int pronounLast(NewsCoref *s, const NewsMention *pMention, int iBest) {
  const NewsName *pName = &pMention->name;
  const NewsEntity *pBest = iBest >= 0 ? newsEntity(s->p, iBest) : 0;
  const NewsEntity *pFaint;
  int bThing = pBest == 0 || pBest->eKind == NEWS_DOCUMENT ||
               (pBest->iSubjSent == 0 && pronounIsWord(pBest));
  if( pMention->eFrom != NEWS_MENTION_QUOTE || pName->bPlural || !bThing ) {
    return iBest;
  }
  if( iBest < 0 && pronounMisled(s, pMention) ) return s->iSpeaker;
  if( !pName->mGender ) {
    int iBody = newsCorefBody(s, pMention);
    if( iBody >= 0 ) return iBody;
    if( iBest >= 0 ) return iBest;
  }
  if( s->iFaint < 0 ) return iBest;
  pFaint = newsEntity(s->p, s->iFaint);
  if( pFaint->nSeen > 0 || pFaint->iLastSent + 1 < pMention->iSent ||
      pronounIsSaid(pFaint, pMention) ) {
    return iBest;
  }
  if( !pName->mGender ) newsEntityBody(s->p, s->iFaint);
  return s->iFaint;
}

/* Whether somebody silent is told of as the pronoun's own, as no subject: Tove
** shook "his head". "Never," he said. */
static int pronounOwns(const NewsCoref *s, const NewsEntity *pE,
                       const NewsMention *pMention) {
  const NewsToken *pTok = &s->pText->aTok[pE->desc.iFrom];
  return !pE->bNamed && pE->nQuote == 0 && newsSpanLen(pE->desc) > 1 &&
         pE->iSubjSent != pE->iLastSent + 1 && newsTokIs(pTok, NEWS_LEX_DET) &&
         (newsNameGender(pTok->mClass) & pMention->name.mGender) != 0;
}

int newsCorefPronoun(NewsCoref *s, const NewsMention *pMention) {
  int i = s->p->iNewest, nStep = 0, iBest = -1, nBest = NEWS_COREF_NOTHING;
  int nNext = NEWS_COREF_NOTHING, iNew = pronounNew(s, pMention);
  while( i >= 0 && nStep++ < NEWS_COREF_LOOK ) {
    const NewsEntity *pE = newsEntity(s->p, i);
    if( pronounAgrees(pE, &pMention->name) && !pronounIsSaid(pE, pMention) &&
        !pronounOwns(s, pE, pMention) ) {
      int n = newsCorefSalience(s, i, pMention);
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
  return pronounLast(s, pMention, iBest);
}

/* "who", "which": the mention of a person or a body just before it. */
static int pronounBefore(const NewsCoref *s, u32 iMention) {
  const NewsMention *a = s->pList->vMention.a;
  const NewsMention *pMention = &a[iMention];
  int bWho = newsTokIs(&s->pText->aTok[pMention->name.iHead], NEWS_LEX_SUBJECT);
  u32 n;
  for( n = 1; n <= PRONOUN_RELATIVE && n <= iMention; n++ ) {
    const NewsMention *pPrev = &a[iMention - n];
    const NewsEntity *pE;
    if( pPrev->iSent != pMention->iSent ||
        pPrev->name.all.iTo + PRONOUN_PHRASE < pMention->name.all.iFrom ) {
      break;
    }
    if( pPrev->iEntity < 0 ) continue;
    pE = newsEntity(s->p, pPrev->iEntity);
    if( bWho == (pE->eKind <= NEWS_GROUP) ) {
      return newsCorefSame(s, pPrev->iEntity);
    }
  }
  return -1;
}

/* "who" behind a phrase that is no mention: the mention takes over what that
** says. The phrase is looked for in the words just before. */
static int pronounBehind(NewsCoref *s, NewsName *pName) {
  const NewsToken *aTok = s->pText->aTok;
  u32 iTo = pName->all.iFrom, i;
  NewsName name;
  if( iTo > 0 && newsTokPunct(&aTok[iTo - 1], ',') ) iTo--;
  for( i = iTo; i > 0 && i + PRONOUN_PHRASE > iTo; i-- ) {
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

int newsCorefRelative(NewsCoref *s, u32 iMention) {
  NewsMention *pMention = &((NewsMention *)s->pList->vMention.a)[iMention];
  int i = pronounBefore(s, iMention);
  return i >= 0 ? i : pronounBehind(s, &pMention->name);
}
