/*
** source.c: see source.h.
**
** Mentions are read (mention.c, name.c), resolved to entities (coref.c), and
** the entities that are quoted become sources, in the order of their first
** mention.  Attributions without a mention are given to whom the context
** has speaking.
*/
#include "source/source.h"

#include "lexicon/lexicon.h"
#include "source/anon.h"
#include "source/coref.h"
#include "text/token.h"
#include "text/utf8.h"

#define SOURCE_PARAS 2 /* A floating quotation looks back so many paragraphs */
#define SOURCE_LEAD 14 /* Tokens of a sentence that leads to a paragraph */
#define SOURCE_PARTY 3 /* Weight of a role in a party: Democrats */
#define SOURCE_LOOK 8  /* ... and so many mentions */
#define SOURCE_DOUBT .75 /* How sure a speaker is who may be another */

typedef struct SourceBuild SourceBuild;
struct SourceBuild {
  const NewsText *pText;
  NewsQuoteList *pQuote;
  NewsSourceList *p;
  NewsTerms terms;
  NewsCreditList credit;
  NewsMentionList list;
  NewsEntities entities;
  int *aSpeaker; /* Entity of each attribution, -1 */
  u8 *aUsed;     /* A byte an entity: quoted or relaying */
  i64 *aAt;      /* First mention for an entity that no mention of an
                   ** attribution means: index + 1 */
};

static NewsQuote *sourceQuote(const SourceBuild *s, u32 i) {
  return &((NewsQuote *)s->pQuote->vQuote.a)[i];
}

static NewsMention *sourceMention(const SourceBuild *s, i64 i) {
  return &((NewsMention *)s->list.vMention.a)[i];
}

/* Whether a mention stands in what its sentence opens with before its own
** subject: "Asked whether [Venn] was ill, Doe smiled". */
static int sourceIsFronted(const SourceBuild *s, const NewsMention *p) {
  const NewsToken *aTok = s->pText->aTok;
  NewsSpan sent = newsTextSentSpan(s->pText, p->iSent);
  u32 i = p->name.all.iTo;
  if( !newsTokIs(&aTok[sent.iFrom], NEWS_LEX_SUBORD) &&
      !(newsTokIs(&aTok[sent.iFrom], NEWS_LEX_PART) &&
        newsTokIs(&aTok[sent.iFrom], NEWS_LEX_CUE)) ) {
    return 0;
  }
  for( sent.iFrom++; sent.iFrom < i; sent.iFrom++ ) {
    if( newsTokPunct(&aTok[sent.iFrom], ',') ) return 0;
  }
  return 1;
}

/* The person who is the subject of the sentence before a floating quotation:
** the index of that mention, or -1. */
static i64 sourceSubject(const SourceBuild *s, const NewsQuote *pQuote) {
  u32 iTok = pQuote->tok.iFrom, iSent = newsTextSent(s->pText, iTok);
  i64 i = (i64)newsMentionFrom(&s->list, iTok) - 1, iBest = -1;
  int n;
  for( n = 0; n < SOURCE_LOOK && i >= 0; n++, i-- ) {
    const NewsMention *pMention = sourceMention(s, i);
    if( pMention->iSent + 1 < iSent || pMention->iPara != pQuote->iPara ) {
      break;
    }
    if( !pMention->bSubject || pMention->bQuoted || pMention->bCredit ||
        pMention->iEntity < 0 ||
        newsEntity(&s->entities, pMention->iEntity)->eKind != NEWS_PERSON ) {
      continue;
    }
    if( iBest >= 0 && sourceIsFronted(s, pMention) ) break;
    iBest = i; /* The first subject of the nearest sentence that has one */
    if( i > 0 && sourceMention(s, i - 1)->iSent < pMention->iSent ) break;
  }
  return iBest;
}

/* Whether the word at token i, behind a verb "be" and adverbs, ends its
** sentence and tells how somebody is: was less ["kind"]. */
static int sourceIsMood(const SourceBuild *s, u32 i, u32 iEnd) {
  const NewsToken *aTok = s->pText->aTok;
  u32 k = i - 1;
  if( i + 2 != iEnd || aTok[i].eKind != NEWS_TOK_WORD ||
      (aTok[i].flags & NEWS_TF_CAP) ||
      newsTokIs(&aTok[i], NEWS_LEX_PART | NEWS_LEX_GER | NEWS_LEX_PREP |
                              NEWS_LEX_PRON | NEWS_LEX_NUMBER) ) {
    return 0;
  }
  while( k > 0 && newsTokIs(&aTok[k], NEWS_LEX_ADVERB | NEWS_LEX_NEG) ) k--;
  return newsTokIs(&aTok[k], NEWS_LEX_AUX) &&
         newsTextWeight(s->pText, aTok[k].iWord) == NEWS_LEXICON_BE;
}

/* Whether a short sentence tells of words: "Ann Lee posted on X.", "Here is Ann
** Lee's letter in full.", or how somebody is: "Ann Lee was blunt." */
static int sourceIsLead(const SourceBuild *s, NewsSpan sent) {
  u32 i;
  if( newsSpanLen(sent) < 2 || newsSpanLen(sent) > SOURCE_LEAD ||
      (!newsTokPunct(&s->pText->aTok[sent.iTo - 1], '.') &&
       !newsTokPunct(&s->pText->aTok[sent.iTo - 1], ':')) ) {
    return 0; /* A caption has no stop */
  }
  for( i = sent.iFrom; i < sent.iTo; i++ ) {
    if( newsTokIs(&s->pText->aTok[i], NEWS_LEX_CUE | NEWS_LEX_DOCUMENT) ||
        (i > sent.iFrom && sourceIsMood(s, i, sent.iTo)) ) {
      return 1;
    }
  }
  return 0;
}

/* The one person with a name, as subject or owner, of the short sentence that
** is the paragraph before a floating quotation's and tells of words: the index
** of that mention, or -1. */
static i64 sourceLed(const SourceBuild *s, const NewsQuote *pQuote) {
  u32 iSent = newsTextSent(s->pText, pQuote->tok.iFrom), iFrom, i;
  NewsSpan sent;
  i64 iBest = -1;
  if( iSent == 0 || pQuote->eKind != NEWS_DIRECT ) return -1;
  sent = newsTextSentSpan(s->pText, iSent - 1);
  iFrom = sent.iFrom;
  if( newsTextPara(s->pText, iFrom) == pQuote->iPara ||
      (iFrom > 0 &&
       newsTextPara(s->pText, iFrom - 1) == newsTextPara(s->pText, iFrom)) ||
      !sourceIsLead(s, sent) ) {
    return -1;
  }
  for( i = newsMentionFrom(&s->list, iFrom); i < s->list.vMention.n; i++ ) {
    const NewsMention *p = sourceMention(s, i);
    if( p->name.all.iFrom >= sent.iTo ) break;
    if( p->iEntity < 0 || p->bQuoted || p->bCredit ||
        newsEntity(&s->entities, p->iEntity)->eKind != NEWS_PERSON ||
        !newsEntity(&s->entities, p->iEntity)->bNamed ) {
      continue;
    }
    if( iBest >= 0 && sourceMention(s, iBest)->iEntity != p->iEntity )
      return -1;
    if( p->bSubject || p->name.bPossessive ||
        s->pText->aTok[p->name.all.iTo].eKind == NEWS_TOK_CLITIC ) {
      iBest = i;
    }
  }
  return iBest;
}

/* Who goes on speaking behind the attribution iPrev. Where that reports in
** its own words what a body said, a quotation rather is of the person who
** was quoted before. */
static int sourceTalker(const SourceBuild *s, const NewsQuote *pQuote,
                        i64 iPrev) {
  int iSpeaker = s->aSpeaker[iPrev], n;
  i64 i = iPrev;
  if( pQuote->eKind != NEWS_DIRECT ||
      sourceQuote(s, (u32)iPrev)->eKind != NEWS_INDIRECT ||
      newsEntity(&s->entities, iSpeaker)->eKind < NEWS_ORGANISATION ) {
    return iSpeaker;
  }
  for( n = 0; n < SOURCE_LOOK && i >= 0; n++, i-- ) {
    const NewsEntity *pE;
    if( sourceQuote(s, (u32)i)->iPara + SOURCE_PARAS < pQuote->iPara ) break;
    if( s->aSpeaker[i] < 0 ) continue;
    pE = newsEntity(&s->entities, s->aSpeaker[i]);
    if( pE->eKind == NEWS_PERSON && pE->nQuote > 1 ) return s->aSpeaker[i];
  }
  return iSpeaker;
}

/* The speaker of an attribution without a mention, from its context. iPrev:
** the attribution before it that has a speaker, or -1. */
static int sourceFloating(SourceBuild *s, u32 iQuote, i64 iPrev) {
  const NewsQuote *pQuote = sourceQuote(s, iQuote);
  const NewsQuote *pPrev = iPrev >= 0 ? sourceQuote(s, (u32)iPrev) : 0;
  i64 iSubject = sourceSubject(s, pQuote);
  if( iSubject < 0 ) iSubject = sourceLed(s, pQuote);
  if( iSubject >= 0 ) {
    u32 iTok = sourceMention(s, iSubject)->name.all.iFrom;
    if( pPrev == 0 || pPrev->tok.iTo <= iTok ) {
      int i = sourceMention(s, iSubject)->iEntity;
      if( s->aAt[i] == 0 ) s->aAt[i] = iSubject + 1;
      return i;
    }
  }
  if( pPrev && pPrev->iPara + SOURCE_PARAS >= pQuote->iPara ) {
    return sourceTalker(s, pQuote, iPrev);
  }
  return -1;
}

/* Whether an attribution is a turn whose label is a letter: "Q:". */
static int sourceIsLetter(const SourceBuild *s, u32 i) {
  i64 k = s->list.aOfQuote[i];
  const NewsName *pName = k >= 0 ? &sourceMention(s, k)->name : 0;
  return pName && sourceMention(s, k)->iEntity >= 0 && !pName->bNamed &&
         newsSpanLen(sourceQuote(s, i)->cue) == 0 &&
         newsSpanLen(pName->name) == 1;
}

/* The entities of two letters that speak by turns, the first of whom asks. */
static int sourceLetters(const SourceBuild *s, int *a) {
  u32 i, n = 0;
  for( i = 0; i < s->pQuote->vQuote.n && n < 2; i++ ) {
    const NewsQuote *pQuote = sourceQuote(s, i);
    NewsSpan b = pQuote->aPiece[pQuote->nPiece - 1];
    int iEntity;
    if( !sourceIsLetter(s, i) ) continue;
    iEntity = sourceMention(s, s->list.aOfQuote[i])->iEntity;
    if( n && a[0] == iEntity ) continue;
    if( n == 0 && (b.iTo <= b.iFrom || s->pText->z[b.iTo - 1] != '?') )
      return 0;
    a[n++] = iEntity;
  }
  return n == 2;
}

/* Whether a mention is told to have been asked: "spoke to Ann Lee", "an
** interview with Ann Lee", "interviewed Ann Lee"; but not "interviewed by". */
static int sourceIsAsked(const SourceBuild *s, const NewsMention *pMention) {
  u32 i = pMention->name.all.iFrom;
  const NewsToken *a = s->pText->aTok;
  if( i > 1 && newsTokIs(&a[i - 1], NEWS_LEX_PREP) ) {
    if( newsTokIs(&a[i - 1], NEWS_LEX_BYLINE) ) return 0;
    i--;
  }
  return i > 0 && newsTokIs(&a[i - 1], NEWS_LEX_CUE | NEWS_LEX_VENUE);
}

/* The one person whom the running text names, if told to have been asked: the
** entity, or -1. */
static int sourceAsked(const SourceBuild *s) {
  int iOne = -1, bAsked = 0;
  i64 i;
  for( i = 0; i < (i64)s->list.vMention.n; i++ ) {
    const NewsMention *p = sourceMention(s, i);
    newsArenaTick(s->pText->pArena, 1);
    if( p->iEntity < 0 || p->bCredit || !p->name.bNamed ||
        p->name.eKind != NEWS_PERSON ) {
      continue;
    }
    if( iOne >= 0 && p->iEntity != iOne ) return -1;
    iOne = p->iEntity;
    bAsked |= sourceIsAsked(s, p);
  }
  return bAsked ? iOne : -1;
}

/* Who answers by a letter, "A:", is the person of whom the report tells that
** she was asked. */
static void sourceAnswers(SourceBuild *s) {
  int a[2], iOne;
  i64 i;
  if( !sourceLetters(s, a) || (iOne = sourceAsked(s)) < 0 ) return;
  for( i = 0; i < (i64)s->list.vMention.n; i++ ) {
    NewsMention *p = sourceMention(s, i);
    newsArenaTick(s->pText->pArena, 1);
    if( p->iEntity == a[1] ) p->iEntity = iOne;
  }
}

/* Give every attribution its speaker. */
static void sourceSpeakers(SourceBuild *s) {
  u32 i, n = s->pQuote->vQuote.n;
  i64 iPrev = -1, iMention;
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 16); i++ ) {
    iMention = s->list.aOfQuote[i];
    s->aSpeaker[i] = iMention >= 0 ? sourceMention(s, iMention)->iEntity
                     : sourceQuote(s, i)->bNobody ? -1
                                                  : sourceFloating(s, i, iPrev);
    if( s->aSpeaker[i] >= 0 ) iPrev = i;
  }
  /* The first of a paragraph may float before its speaker is named */
  for( i = n; i > 1; i-- ) {
    if( s->aSpeaker[i - 2] < 0 && s->list.aOfQuote[i - 2] < 0 &&
        !sourceQuote(s, i - 2)->bNobody &&
        sourceQuote(s, i - 2)->iPara == sourceQuote(s, i - 1)->iPara ) {
      s->aSpeaker[i - 2] = s->aSpeaker[i - 1];
    }
  }
  for( i = 0; i < n; i++ ) {
    iMention = s->list.aOfVia[i];
    if( s->aSpeaker[i] >= 0 ) s->aUsed[s->aSpeaker[i]] = 1;
    if( iMention >= 0 && sourceMention(s, iMention)->iEntity >= 0 ) {
      s->aUsed[sourceMention(s, iMention)->iEntity] = 1;
    }
  }
}

/* Whether a mention is listed with its source: it is an attribution's, or
** the one that gives the source its name, or the only one. */
static int sourceLists(const SourceBuild *s, i64 iMention) {
  const NewsMention *pMention = sourceMention(s, iMention);
  const NewsEntity *pE;
  if( pMention->iEntity < 0 || !s->aUsed[pMention->iEntity] ) return 0;
  if( pMention->eFrom != NEWS_MENTION_TEXT ) return 1;
  pE = newsEntity(&s->entities, pMention->iEntity);
  if( newsSpanLen(pE->name) &&
      newsSpanHas(pMention->name.all, pE->name.iFrom) ) {
    return 1;
  }
  return s->aAt[pMention->iEntity] == iMention + 1;
}

/* A copy of a span of tokens, white space of any width as single spaces, and
** without what shows nowhere. NULL if empty. */
static char *sourceCopy(const SourceBuild *s, NewsSpan tok) {
  NewsSpan b = newsTextBytes(s->pText, tok);
  const u8 *zText = s->pText->z;
  char *z;
  u32 i, nChar, c, n = 0;
  if( newsSpanLen(tok) == 0 ) return 0;
  z = newsArenaAlloc(s->pText->pArena, (i64)newsSpanLen(b) + 1);
  if( z == 0 ) return 0;
  for( i = b.iFrom; i < b.iTo; i += nChar ) {
    nChar = newsUtf8Read(zText + i, b.iTo - i, &c);
    if( newsTokenIsHidden(c) ) continue;
    if( !newsTokenIsSpace(c) ) {
      memcpy(z + n, zText + i, nChar);
      n += nChar;
    } else if( n > 0 && z[n - 1] != ' ' ) {
      z[n++] = ' ';
    }
  }
  z[n] = 0;
  return z;
}

/* A copy of a name without a nickname in marks. */
static char *sourceName(const SourceBuild *s, NewsSpan tok) {
  char *z = sourceCopy(s, tok), *zLast;
  NewsSpan nick = newsSpan(0, 0);
  u32 i, n;
  for( i = tok.iFrom; i < tok.iTo; i++ ) {
    if( s->pText->aTok[i].eKind != NEWS_TOK_MARK ) continue;
    if( nick.iFrom == 0 ) nick.iFrom = i;
    nick.iTo = i + 1;
  }
  if( z == 0 || newsSpanLen(nick) < 2 || nick.iFrom == tok.iFrom ||
      nick.iTo == tok.iTo ) {
    return z;
  }
  zLast = sourceCopy(s, newsSpan(nick.iTo, tok.iTo));
  n = newsSpanLen(newsTextBytes(s->pText, newsSpan(tok.iFrom, nick.iFrom)));
  if( zLast == 0 ) return 0;
  n = NEWS_MIN(n, (u32)strlen(z) - (u32)strlen(zLast) - 1);
  z[n] = ' ';
  memmove(&z[n + 1], zLast, strlen(zLast) + 1);
  return z;
}

/* A copy of a given name with the surname that it shares: "Brian Sharp" of
** Brian and Ann Sharp. */
static char *sourceShared(const SourceBuild *s, const NewsEntity *pE) {
  char *zGiven = sourceCopy(s, pE->name), *z;
  char *zLast = sourceCopy(s, newsSpan(pE->iShared, pE->iShared + 1));
  u32 n;
  if( zGiven == 0 || zLast == 0 ) return 0;
  n = (u32)strlen(zGiven);
  z = newsArenaAlloc(s->pText->pArena, (i64)n + (i64)strlen(zLast) + 2);
  if( z == 0 ) return 0;
  memcpy(z, zGiven, n);
  z[n] = ' ';
  memcpy(&z[n + 1], zLast, strlen(zLast) + 1);
  return z;
}

/* Whether whose something is must be a name, without an article and no noun for
** anybody: "Brown's spokesman". */
static int sourceIsOwner(const NewsToken *pTok) {
  return pTok[1].eKind == NEWS_TOK_CLITIC &&
         !newsTokIs(pTok, NEWS_LEX_ROLE | NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE |
                              NEWS_LEX_ORG | NEWS_LEX_TIME | NEWS_LEX_PLURAL |
                              NEWS_LEX_DOCUMENT | NEWS_LEX_VENUE |
                              NEWS_LEX_MEDIA | NEWS_LEX_PRON);
}

/* Whether a word at the beginning of a sentence has its capital from that.
** bLong: a description goes on behind it. */
static int sourceIsLower(const SourceBuild *s, const NewsToken *pTok,
                         int bLong) {
  const u64 mName = NEWS_LEX_GIVEN | NEWS_LEX_ORGNAME | NEWS_LEX_PLACE |
                    NEWS_LEX_CAPITAL | NEWS_LEX_DEMONYM | NEWS_LEX_AGENCY |
                    NEWS_LEX_MONTH | NEWS_LEX_WEEKDAY | NEWS_LEX_HONORIFIC;
  int nWeight = newsTextWeight(s->pText, pTok->iWord);
  if( !(pTok->flags & NEWS_TF_SENT) || (pTok->flags & NEWS_TF_UPPER) ||
      newsTermsCapital(&s->terms, pTok) || sourceIsOwner(pTok) ||
      (newsTokIs(pTok, NEWS_LEX_ROLE | NEWS_LEX_PEOPLE) &&
       nWeight == SOURCE_PARTY) ) {
    return 0;
  }
  return newsTermsLower(&s->terms, pTok) ||
         ((pTok->iWord || (bLong && newsTermIsPlain(pTok))) &&
          !newsTokIs(pTok, mName));
}

/* Whether a body's description goes on in capitals, so that its first is its
** own: "Ministry of the Interior", "Workers' Party"; or a description begins
** with the body that it is of: "Downing Street sources". */
static int sourceIsTitle(const SourceBuild *s, const NewsEntity *pE,
                         NewsSpan tok) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = tok.iFrom + 1;
  if( newsSpanLen(pE->affil) > 1 && pE->affil.iFrom == tok.iFrom ) {
    return (aTok[i].flags & NEWS_TF_CAP) != 0;
  }
  if( pE->eKind < NEWS_ORGANISATION || pE->eKind == NEWS_DOCUMENT ||
      pE->bPlural || i >= tok.iTo ||
      newsTokIs(&aTok[tok.iFrom], NEWS_LEX_DET | NEWS_LEX_INDEF |
                                      NEWS_LEX_OTHER | NEWS_LEX_NUMBER) ) {
    return 0;
  }
  if( aTok[i].eKind == NEWS_TOK_CLITIC ) {
    i++;
  } else if( newsTokIs(&aTok[i], NEWS_LEX_PREP) &&
             newsTextWeight(s->pText, aTok[i].iWord) >= NEWS_LEXICON_OF ) {
    i += 1 + (i + 1 < tok.iTo && newsTokIs(&aTok[i + 1], NEWS_LEX_DET));
  }
  return i < tok.iTo && (aTok[i].flags & NEWS_TF_CAP);
}

/* A copy of a description as it would stand inside a sentence. */
static char *sourceDescription(const SourceBuild *s, NewsSpan tok) {
  const NewsToken *pTok = &s->pText->aTok[tok.iFrom];
  char *z = sourceCopy(s, tok);
  const u64 m =
      NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER | NEWS_LEX_NUMBER;
  int bUpper = (pTok->flags & NEWS_TF_UPPER) && pTok->nByte > 1;
  if( z && z[0] >= 'A' && z[0] <= 'Z' && !bUpper &&
      (newsTokIs(pTok, m) || sourceIsLower(s, pTok, newsSpanLen(tok) > 1)) ) {
    z[0] |= 32;
  }
  return z;
}

/* What the entity is, into its source. */
static void sourceFill(const SourceBuild *s, const NewsEntity *pE,
                       NewsSpan anon) {
  NewsSource *pNew = &s->p->aSource[pE->iSource];
  pNew->zName = pE->iShared             ? sourceShared(s, pE)
                : newsSpanLen(pE->name) ? sourceName(s, pE->name)
                : sourceIsTitle(s, pE, pE->desc)
                    ? sourceCopy(s, pE->desc)
                    : sourceDescription(s, pE->desc);
  if( pNew->zName == 0 ) pNew->zName = "";
  if( pE->bNamed ) pNew->zRole = sourceCopy(s, pE->role);
  pNew->zAffiliation = sourceCopy(s, pE->affil);
  pNew->zAnonymity = sourceCopy(s, anon);
  pNew->eKind =
      pE->eKind == NEWS_PERSON && pE->bPlural ? NEWS_GROUP : pE->eKind;
  pNew->bNamed = pE->bNamed;
}

/* Words of an attribution: word and number tokens inside its pieces. */
static u32 sourceCount(const NewsText *pText, const NewsQuote *pQuote) {
  u32 i, j, n = 0;
  for( i = 0; i < pQuote->nPiece; i++ ) {
    j = newsTextTokenAt(pText, pQuote->aPiece[i].iFrom);
    while( j < pText->nTok && pText->aTok[j].iByte < pQuote->aPiece[i].iTo ) {
      n += newsTokWordy(&pText->aTok[j++]);
      newsArenaTick(pText->pArena, 1);
    }
  }
  return n;
}

/* Number the sources and count their mentions. */
static void sourceNumber(SourceBuild *s) {
  i64 i, n = s->list.vMention.n;
  u32 nMention = 0, j;
  NewsSource *aSource;
  NewsSpan *aSpan;
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 4); i++ ) {
    NewsEntity *pE;
    if( !sourceLists(s, i) ) continue;
    pE = newsEntity(&s->entities, sourceMention(s, i)->iEntity);
    if( pE->iSource < 0 ) pE->iSource = (int)s->p->nSource++;
    nMention++;
  }
  aSource = newsArenaAlloc(s->pText->pArena,
                           (i64)s->p->nSource * (i64)sizeof(NewsSource));
  aSpan =
      newsArenaAlloc(s->pText->pArena, (i64)nMention * (i64)sizeof(NewsSpan));
  if( s->pText->pArena->rc ) {
    s->p->nSource = 0;
    return;
  }
  s->p->aSource = aSource;
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 4); i++ ) {
    if( !sourceLists(s, i) ) continue;
    aSource[newsEntity(&s->entities, sourceMention(s, i)->iEntity)->iSource]
        .nMention++;
  }
  for( j = 0; j < s->p->nSource; j++ ) {
    aSource[j].aMention = aSpan;
    aSpan += aSource[j].nMention;
    aSource[j].nMention = 0;
  }
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 4); i++ ) {
    const NewsMention *pMention = sourceMention(s, i);
    NewsSource *pSource;
    if( !sourceLists(s, i) ) continue;
    pSource = &aSource[newsEntity(&s->entities, pMention->iEntity)->iSource];
    pSource->aMention[pSource->nMention++] =
        newsTextBytes(s->pText, pMention->name.all);
  }
}

/* Index of an entity's source, -1 for none. */
static int sourceOf(const SourceBuild *s, int iEntity) {
  return iEntity < 0 ? -1 : newsEntity(&s->entities, iEntity)->iSource;
}

/* The confidence of a row whose source may be another, in hundredths. */
static double sourceDoubt(double rConf) {
  return (int)(rConf * SOURCE_DOUBT * 100 + 0.5) / 100.0;
}

/* The sources' contents, and the attributions' indexes. */
static void sourceFinish(SourceBuild *s) {
  u32 i, n = s->entities.vEntity.n;
  NewsSpan *aAnon =
      newsArenaAlloc(s->pText->pArena, (i64)n * (i64)sizeof(NewsSpan));
  if( s->pText->pArena->rc ) return;
  newsAnonFind(&s->entities, &s->list, aAnon);
  for( i = 0; i < n && !newsArenaTick(s->pText->pArena, 4); i++ ) {
    const NewsEntity *pE = newsEntity(&s->entities, (int)i);
    if( pE->iSource >= 0 ) sourceFill(s, pE, aAnon[i]);
  }
  for( i = 0; i < s->pQuote->vQuote.n; i++ ) {
    NewsQuote *pQuote = sourceQuote(s, i);
    i64 iVia = s->list.aOfVia[i];
    pQuote->iSource = sourceOf(s, s->aSpeaker[i]);
    pQuote->iVia =
        sourceOf(s, iVia >= 0 ? sourceMention(s, iVia)->iEntity : -1);
    if( pQuote->iVia >= 0 && pQuote->iVia == pQuote->iSource ) {
      pQuote->via = newsSpan(0, 0); /* She was late, she said, says Doe */
      pQuote->iVia = -1;
    }
    if( s->list.aOfQuote[i] >= 0 &&
        sourceMention(s, s->list.aOfQuote[i])->bDoubt ) {
      pQuote->rConf = sourceDoubt(pQuote->rConf);
    }
    if( pQuote->iSource < 0 || pQuote->eAct != NEWS_SPEECH ) continue;
    s->p->aSource[pQuote->iSource].nQuote++;
    s->p->aSource[pQuote->iSource].nWord += sourceCount(s->pText, pQuote);
  }
}

static void sourceBuild(SourceBuild *s) {
  NewsArena *pArena = s->pText->pArena;
  u32 i, n = s->pQuote->vQuote.n;
  if( n == 0 ) return;
  for( i = 0; i < n; i++ ) {
    sourceQuote(s, i)->iSource = sourceQuote(s, i)->iVia = -1;
  }
  newsTermsInit(&s->terms, s->pText);
  newsCreditRead(&s->terms, &s->credit);
  newsMentionFind(&s->terms, s->pQuote, &s->credit, &s->list);
  newsEntitiesInit(&s->entities, &s->terms, s->list.vMention.n);
  if( pArena->rc ) return;
  newsCorefRun(&s->entities, &s->list);
  sourceAnswers(s);
  s->aSpeaker = newsArenaAlloc(pArena, (i64)n * (i64)sizeof(int));
  s->aUsed = newsArenaAlloc(pArena, (i64)s->entities.vEntity.n + 1);
  s->aAt = newsArenaAlloc(pArena, (i64)(s->entities.vEntity.n + 1) * 8);
  if( pArena->rc ) return;
  sourceSpeakers(s);
  sourceNumber(s);
  if( pArena->rc == SQLITE_OK ) sourceFinish(s);
}

void newsSourceFind(const NewsText *pText, NewsQuoteList *pQuote,
                    NewsSourceList *p) {
  SourceBuild s;
  memset(p, 0, sizeof(*p));
  memset(&s, 0, sizeof(s));
  s.pText = pText;
  s.pQuote = pQuote;
  s.p = p;
  if( pText->pArena->rc == SQLITE_OK ) sourceBuild(&s);
  newsCreditFree(&s.credit);
  newsMentionFree(&s.list);
  newsEntitiesFree(&s.entities);
}
