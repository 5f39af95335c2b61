/*
** anon.c: see anon.h.
*/
#include "source/anon.h"

#include "lexicon/lexicon.h"
#include "source/source.h"

#define ANON_LOOK 12  /* Mentions looked at to either side */
#define ANON_MORE 4   /* Tokens behind "and" in which more such words begin */
#define ANON_PARTS 4  /* Such phrases and reasons in a row, at most */
#define ANON_TIED 7   /* Tokens between a source and "who", at most */
#define ANON_OPENER 7 /* Tokens back to a condition, at most */
#define ANON_BOUND 1  /* Weight of words that need one */
#define ANON_WHOLE 2  /* ... of those whose verb is part of them */
#define ANON_ENDS 1   /* ... of what goes on with them and ends there */

/* Whether a mention is of a source that the report does not name. */
static int anonIsUnnamed(const NewsEntities *p, const NewsMention *pMention) {
  const NewsEntity *pE;
  if( pMention->iEntity < 0 ) return 0;
  pE = newsEntity(p, pMention->iEntity);
  return pE->iSource >= 0 && !pE->bNamed && pE->eKind <= NEWS_GROUP;
}

/* Whether only what may stand between a subject and its verb stands in tokens
** [i, iTo): ", who had since". */
static int anonIsNext(const NewsText *p, u32 i, u32 iTo) {
  for( ; i < iTo; i++ ) {
    if( !newsTokPunct(&p->aTok[i], ',') &&
        !newsTokIs(&p->aTok[i], NEWS_LEX_WH_WORD | NEWS_LEX_ADVERB |
                                    NEWS_LEX_AUX | NEWS_LEX_REASON) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether the words at a token are of somebody who is told just before them,
** and perhaps no source: "a donor who wants to remain unnamed". *piE: the
** entity, -1 for one that is no unnamed source. */
static int anonTold(const NewsEntities *p, const NewsMentionList *pList,
                    u32 iTok, u32 iSent, int *piE) {
  const NewsText *pText = p->pTerms->pText;
  const NewsMention *a = pList->vMention.a, *pNext = 0;
  u32 iAt = newsMentionFrom(pList, iTok + 1), i;
  int bWho = newsTokIs(&pText->aTok[iTok], NEWS_LEX_WH_WORD) ||
             (iTok > 0 && newsTokIs(&pText->aTok[iTok - 1], NEWS_LEX_WH_WORD));
  *piE = -1;
  for( i = iAt; i > 0 && i + ANON_LOOK > iAt; i-- ) {
    const NewsMention *pMention = &a[i - 1];
    if( pMention->iSent < iSent ) break;
    if( newsSpanHas(pMention->name.all, iTok) ) {
      if( !anonIsUnnamed(p, pMention) ) continue;
      *piE = pMention->iEntity;
      return 1;
    }
    if( pNext == 0 && pMention->name.eHead != NEWS_TERM_WH ) pNext = pMention;
  }
  if( pNext == 0 || pNext->name.eKind > NEWS_GROUP ) return bWho;
  i = pNext->name.all.iTo;
  if( !anonIsNext(pText, i, iTok) &&
      (!bWho || !newsTokIs(&pText->aTok[i], NEWS_LEX_PREP) ||
       i + ANON_TIED < iTok) ) {
    return bWho;
  }
  if( anonIsUnnamed(p, pNext) ) *piE = pNext->iEntity;
  if( *piE < 0 && pNext->name.bPlural && pNext->name.eDef == NEWS_NAME_DEF ) {
    return 0; /* One of the aides said ... "The aides" spoke anonymously */
  }
  return pNext->iEntity >= 0;
}

/* The entity that words of anonymity at a token are about, or -1: who is told
** just before them, else the source before them in their sentence, else the
** next one there, else the last source of the sentence before. */
static int anonWhose(const NewsEntities *p, const NewsMentionList *pList,
                     u32 iTok, u32 iSent) {
  const NewsMention *a = pList->vMention.a;
  u32 iAt = newsMentionFrom(pList, iTok + 1), n = pList->vMention.n, i;
  int iE;
  if( anonTold(p, pList, iTok, iSent, &iE) ) return iE;
  for( i = iAt; i > 0 && i + ANON_LOOK > iAt; i-- ) {
    if( a[i - 1].iSent < iSent ) break;
    if( anonIsUnnamed(p, &a[i - 1]) ) return a[i - 1].iEntity;
  }
  for( i = iAt; i < n && i < iAt + ANON_LOOK && a[i].iSent == iSent; i++ ) {
    if( anonIsUnnamed(p, &a[i]) ) return a[i].iEntity;
  }
  for( i = iAt; i > 0 && i + ANON_LOOK > iAt; i-- ) {
    if( a[i - 1].iSent + 1 < iSent ) break;
    if( a[i - 1].iSent < iSent && a[i - 1].eFrom == NEWS_MENTION_QUOTE ) {
      return anonIsUnnamed(p, &a[i - 1]) ? a[i - 1].iEntity : -1;
    }
  }
  return -1;
}

/* The weight of the word or phrase at a token. */
static int anonWeight(const NewsText *p, u32 iTok) {
  const NewsPhrase *pPhrase = newsTextPhrase(p, iTok);
  return newsTextWeight(p, pPhrase ? pPhrase->iWord : p->aTok[iTok].iWord);
}

/* Where words begin that are words of anonymity only behind a condition or
** what is asked: "on condition that we", "asked the Post". iTok if there is
** neither before them. */
static u32 anonOpener(const NewsText *p, u32 iTok) {
  u32 i;
  for( i = iTok; i > 0 && i + ANON_OPENER > iTok; i-- ) {
    const NewsToken *pTok = &p->aTok[i - 1];
    const NewsPhrase *pPhrase = newsTextPhrase(p, i - 1);
    if( pTok->eKind != NEWS_TOK_WORD ) break;
    if( pPhrase && (pPhrase->mClass & NEWS_LEX_REASON) &&
        anonWeight(p, i - 1) != ANON_ENDS ) {
      return i - 1;
    }
    if( newsTokIs(pTok, NEWS_LEX_CUE) && newsTokIs(pTok, NEWS_LEX_HEARER) ) {
      return i - 1;
    }
    if( pTok->flags & NEWS_TF_SENT ) break;
  }
  return iTok;
}

/* Whether a word or phrase at a token has a class; its tokens in *pn. */
static int anonHas(const NewsText *p, u32 iTok, u64 m, u32 *pn) {
  const NewsPhrase *pPhrase = newsTextPhrase(p, iTok);
  *pn = 1;
  if( iTok >= p->nTok ) return 0;
  if( pPhrase && (pPhrase->mClass & m) ) {
    *pn = pPhrase->nTok;
    return 1;
  }
  return newsTokIs(&p->aTok[iTok], m);
}

/* Whether a reason follows at token i: a word or phrase that opens one, or
** an infinitive ("to describe the talks"), which the words up to i may have
** begun. Its first tokens in *pn. */
static int anonReason(const NewsText *p, u32 i, u32 *pn) {
  u32 k;
  if( anonHas(p, i, NEWS_LEX_REASON | NEWS_LEX_ANONYMITY, pn) ) return 1;
  *pn = 0;
  for( k = i > 2 ? i - 2 : 0; k <= i; k++ ) {
    if( newsTokIs(&p->aTok[k], NEWS_LEX_INF) &&
        newsTokIs(&p->aTok[k], NEWS_LEX_PREP) ) {
      return 1;
    }
  }
  return 0;
}

/* Whether tokens [i, iEnd) are by themselves a phrase of anonymity. */
static int anonIsPhrase(const NewsText *p, u32 i, u32 iEnd) {
  const NewsVocab *pVocab = p->pVocab;
  u32 iState = 0;
  for( ; i < iEnd; i++ ) {
    iState = newsVocabStep(pVocab, iState, p->aTok[i].hash);
    if( iState == 0 ) return 0;
  }
  return pVocab->aEnd[iState] &&
         (newsVocabClasses(pVocab, pVocab->aEnd[iState])->mAny &
          NEWS_LEX_ANONYMITY);
}

/* The end of more such words behind a conjunction at token i, or of a comma
** before a reason: "and spoke on condition of anonymity", ", citing company
** policy". i if there are none. */
static u32 anonMore(const NewsText *p, u32 i, u32 iMax) {
  u32 k, n;
  if( newsTokPunct(&p->aTok[i], ',') ) {
    return anonHas(p, i + 1, NEWS_LEX_REASON, &n) ? i + 1 : i;
  }
  if( !newsTokIs(&p->aTok[i], NEWS_LEX_CONJ) ) return i;
  for( k = i + 1; k < iMax && k < i + ANON_MORE; k++ ) {
    if( p->aTok[k].eKind != NEWS_TOK_WORD ) break;
    if( anonHas(p, k, NEWS_LEX_ANONYMITY, &n) ) return NEWS_MIN(k + n, iMax);
  }
  return i;
}

/* The end of the reason that tokens from i on give. */
static u32 anonClause(const NewsText *p, u32 i, u32 iMax) {
  for( ; i < iMax; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    if( pTok->eKind == NEWS_TOK_MARK || pTok->eKind == NEWS_TOK_SYMBOL ||
        (pTok->eKind == NEWS_TOK_PUNCT && pTok->hash != '/') ||
        anonMore(p, i, iMax) > i ) {
      break;
    }
  }
  return i;
}

/* Where words from token i on, found at iTok, begin with what opens them: a
** condition, or "because she" before a verb. */
static u32 anonBegins(const NewsText *p, u32 i, u32 iTok) {
  const NewsToken *aTok = p->aTok;
  if( anonWeight(p, iTok) == ANON_BOUND ) return anonOpener(p, iTok);
  if( i != iTok || i < 2 || !newsTokIs(&aTok[i - 1], NEWS_LEX_SUBJECT) ||
      (aTok[i - 1].flags & NEWS_TF_SENT) ) {
    return i;
  }
  return newsTokIs(&aTok[i - 2], NEWS_LEX_REASON) ? i - 2 : anonOpener(p, i);
}

/* The end of words that end before i, with the name or role under which
** somebody lets itself be called: "gave her name only as Mina", "under the
** pseudonym Lena", "be quoted only as a senior officer". iFirst: where their
** first phrase ends. */
static u32 anonName(const NewsText *p, u32 iFirst, u32 i, u32 iMax) {
  const u64 mName = NEWS_LEX_GIVEN | NEWS_LEX_MASC | NEWS_LEX_FEM;
  if( i == iFirst && i < iMax && newsTokIs(&p->aTok[i - 1], NEWS_LEX_SUBORD) &&
      newsTokIs(&p->aTok[i], NEWS_LEX_INDEF | NEWS_LEX_DET) ) {
    return anonClause(p, i, iMax);
  }
  while( i < iMax && (p->aTok[i].flags & NEWS_TF_CAP) &&
         (i > iFirst || (p->aTok[i].mClass & ~mName) == 0 ||
          newsTokIs(&p->aTok[i - 1], NEWS_LEX_SUBORD | NEWS_LEX_PART)) ) {
    i++;
  }
  return i;
}

/* The words of anonymity at a token, with a reason that follows, within a
** sentence or mention that ends at iMax. A verb before a preposition with
** which they can begin is left out: "spoke on condition of anonymity". */
static NewsSpan anonWords(const NewsText *p, u32 iTok, u32 nTok, u32 iMax) {
  NewsSpan sent = newsTextSentSpan(p, newsTextSent(p, iTok));
  u32 i = iTok + nTok, n, nPart;
  NewsSpan words = newsSpan(iTok, i);
  sent.iTo = NEWS_MIN(sent.iTo, NEWS_MAX(iMax, i));
  for( n = iTok + 1; n + 1 < i && anonWeight(p, iTok) != ANON_WHOLE; n++ ) {
    if( newsTokIs(&p->aTok[n], NEWS_LEX_PREP) && anonIsPhrase(p, n, i) ) {
      words.iFrom = n;
      break;
    }
  }
  while( words.iFrom + 1 < i &&
         newsTokIs(&p->aTok[words.iFrom], NEWS_LEX_WH_WORD) &&
         p->aTok[words.iFrom + 1].eKind != NEWS_TOK_CLITIC ) {
    words.iFrom++; /* but "who'd only give his name as Fox" */
  }
  words.iFrom = anonBegins(p, words.iFrom, iTok);
  for( nPart = 0; i < sent.iTo && nPart < ANON_PARTS; nPart++ ) {
    u32 iEnd = anonMore(p, i, sent.iTo);
    if( iEnd == i && anonReason(p, i, &n) ) {
      int bEnds = n > 1 && anonWeight(p, i) == ANON_ENDS;
      iEnd = bEnds ? i + n : anonClause(p, i + n, sent.iTo);
    }
    if( iEnd == i ) break;
    i = iEnd;
  }
  words.iTo = anonName(p, iTok + nTok, i, sent.iTo);
  return words;
}

/* End of the attribution's mention that holds a token; else no limit. */
static u32 anonEnd(const NewsMentionList *p, u32 iTok) {
  const NewsMention *a = p->vMention.a;
  u32 i = newsMentionFrom(p, iTok + 1), n;
  for( n = 0; i > 0 && n < ANON_LOOK; i--, n++ ) {
    if( a[i - 1].eFrom != NEWS_MENTION_TEXT &&
        newsSpanHas(a[i - 1].name.all, iTok) ) {
      return a[i - 1].name.all.iTo;
    }
  }
  return 0xffffffffu;
}

void newsAnonFind(const NewsEntities *p, const NewsMentionList *pMentions,
                  NewsSpan *aAnon) {
  const NewsText *pText = p->pTerms->pText;
  u32 i = 0, n;
  while( i < pText->nTok && !newsArenaTick(pText->pArena, 1) ) {
    const NewsToken *pTok = &pText->aTok[i];
    if( (pTok->flags & NEWS_TF_PHRASE) ||
        newsTokIs(pTok, NEWS_LEX_ANONYMITY) ) {
      const NewsPhrase *pPhrase = newsTextPhrase(pText, i);
      u64 m = pPhrase ? pPhrase->mClass : pTok->mClass;
      n = pPhrase ? pPhrase->nTok : 1;
      if( (m & NEWS_LEX_ANONYMITY) && !(m & NEWS_LEX_REASON) &&
          (anonWeight(pText, i) != ANON_BOUND || anonOpener(pText, i) < i) ) {
        int iE = anonWhose(p, pMentions, i, newsTextSent(pText, i));
        if( iE >= 0 && newsSpanLen(aAnon[iE]) == 0 ) {
          aAnon[iE] = anonWords(pText, i, n, anonEnd(pMentions, i));
        }
        i += n;
        continue;
      }
    }
    i++;
  }
}
