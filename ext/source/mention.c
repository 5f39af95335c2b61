/*
** mention.c: see mention.h.
*/
#include "source/mention.h"

#include "lexicon/lexicon.h"
#include "source/source.h"

#define MENTION_WORDS 2    /* Unknown words within a phrase, at most */
#define MENTION_NAME 5     /* Tokens of a name in apposition, at most */
#define MENTION_APPOSED 24 /* Tokens of an apposition, at most */

/* A mention of an attribution, to be sorted. */
typedef struct MentionKey MentionKey;
struct MentionKey {
  NewsSpan tok;
  u32 iQuote;
  u8 eFrom;
};

typedef struct MentionScan MentionScan;
struct MentionScan {
  const NewsTerms *pTerms;
  const NewsText *pText;
  NewsMentionList *p;
  u8 *aQuoted; /* A byte a token: inside direct speech */
  MentionKey *aKey;
  u32 nKey;
};

void newsMentionFree(NewsMentionList *p) {
  newsVecFree(&p->vMention);
  memset(p, 0, sizeof(*p));
}

u32 newsMentionTokenAt(const NewsText *p, u32 iByte) {
  u32 iLow = 0, iHigh = p->nTok;
  while( iLow < iHigh ) {
    u32 iMid = iLow + (iHigh - iLow) / 2;
    if( p->aTok[iMid].iByte < iByte ) {
      iLow = iMid + 1;
    } else {
      iHigh = iMid;
    }
  }
  return iLow;
}

/* Whether a stands before b: where one mention holds another, it is first. */
static int mentionBefore(const MentionKey *a, const MentionKey *b) {
  if( a->tok.iFrom != b->tok.iFrom ) return a->tok.iFrom < b->tok.iFrom;
  if( a->tok.iTo != b->tok.iTo ) return a->tok.iTo > b->tok.iTo;
  return a->eFrom < b->eFrom;
}

/* Sort the keys, equal ones as they stand, by merging ever longer runs. */
static void mentionSort(MentionScan *s) {
  NewsArena *pArena = s->pText->pArena;
  u32 n = s->nKey, nRun, i = 0, j = 0, k, iEnd = 0;
  MentionKey *aOld = s->aKey;
  MentionKey *aNew = newsArenaAlloc(pArena, (i64)n * (i64)sizeof(MentionKey));
  for( nRun = 1; nRun < n && pArena->rc == SQLITE_OK; nRun *= 2 ) {
    MentionKey *aSwap = aOld;
    for( k = 0; k < n && !newsArenaTick(pArena, 2); k++ ) {
      if( k % (2 * nRun) == 0 ) {
        i = k;
        j = iEnd = NEWS_MIN(n, k + nRun);
      }
      if( j < NEWS_MIN(n, iEnd + nRun) &&
          (i >= iEnd || mentionBefore(&aOld[j], &aOld[i])) ) {
        aNew[k] = aOld[j++];
      } else {
        aNew[k] = aOld[i++];
      }
    }
    aOld = aNew;
    aNew = aSwap;
  }
  s->aKey = aOld;
}

/* Mark the tokens of direct speech; list the attributions' mentions. */
static void mentionPrepare(MentionScan *s, const NewsQuoteList *pQuote) {
  NewsArena *pArena = s->pText->pArena;
  const NewsQuote *a = pQuote->vQuote.a;
  u32 i, j, k, n = pQuote->vQuote.n;
  s->aQuoted = newsArenaAlloc(pArena, (i64)s->pText->nTok + 1);
  s->aKey = newsArenaAlloc(pArena, 2 * (i64)n * (i64)sizeof(MentionKey));
  s->p->aOfQuote = newsArenaAlloc(pArena, (i64)n * 8);
  s->p->aOfVia = newsArenaAlloc(pArena, (i64)n * 8);
  if( pArena->rc ) return;
  for( i = 0; i < n; i++ ) {
    s->p->aOfQuote[i] = s->p->aOfVia[i] = -1;
    for( j = 0; j < a[i].nMark; j++ ) {
      k = newsMentionTokenAt(s->pText, a[i].aMark[j].iFrom);
      while( k < s->pText->nTok &&
             s->pText->aTok[k].iByte < a[i].aMark[j].iTo ) {
        s->aQuoted[k++] = 1;
        newsArenaTick(pArena, 1);
      }
    }
    for( j = NEWS_MENTION_QUOTE; j <= NEWS_MENTION_VIA; j++ ) {
      NewsSpan tok = j == NEWS_MENTION_QUOTE ? a[i].mention : a[i].via;
      if( newsSpanLen(tok) == 0 || tok.iTo > s->pText->nTok ) continue;
      s->aKey[s->nKey].tok = tok;
      s->aKey[s->nKey].iQuote = i;
      s->aKey[s->nKey++].eFrom = (u8)j;
    }
  }
  mentionSort(s);
}

static NewsMention *mentionPush(MentionScan *s, NewsSpan tok, int eFrom) {
  NewsMention *pNew =
      newsVecPush(&s->p->vMention, s->pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return 0;
  newsNameRead(s->pTerms, tok, &pNew->name);
  pNew->iSent = newsTextSent(s->pText, tok.iFrom);
  pNew->iPara = newsTextPara(s->pText, tok.iFrom);
  pNew->iEntity = -1;
  pNew->eFrom = (u8)eFrom;
  pNew->bQuoted = s->aQuoted[tok.iFrom];
  return pNew;
}

/* Whether a phrase that ends before token i is a subject: a verb follows, if
** need be behind adverbs, and no preposition stands before it. */
static int mentionIsSubject(const MentionScan *s, NewsSpan tok, int bNamed) {
  const NewsMention *aMention = s->p->vMention.a;
  u32 nMention = s->p->vMention.n;
  const NewsToken *aTok = s->pText->aTok;
  const u64 mVerb = NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_VERB |
                    NEWS_LEX_PAST | NEWS_LEX_THIRD | NEWS_LEX_NEG;
  u32 i = tok.iTo;
  int n, bFirst = (aTok[tok.iFrom].flags & NEWS_TF_SENT) != 0;
  if( nMention > 1 && tok.iFrom > 0 &&
      aTok[tok.iFrom - 1].eKind == NEWS_TOK_CLITIC &&
      aMention[nMention - 2].name.all.iTo == tok.iFrom - 1 ) {
    bFirst |= (aTok[aMention[nMention - 2].name.all.iFrom].flags &
               NEWS_TF_SENT) != 0; /* "Holt's colleague Matt Lauer" */
  }
  if( tok.iFrom > 0 && !bFirst &&
      newsTokIs(&aTok[tok.iFrom - 1], NEWS_LEX_PREP) &&
      !newsTokIs(&aTok[tok.iFrom - 1], NEWS_LEX_SUBORD) ) {
    return 0;
  }
  if( newsTokPunct(&aTok[i], ',') ) return bFirst;
  for( n = 0; n < 3 && i < s->pText->nTok; n++, i++ ) {
    if( aTok[i].eKind == NEWS_TOK_CLITIC && n == 0 &&
        !newsTokIs(&aTok[i - 1], NEWS_LEX_PRON) ) {
      return 0;
    }
    if( newsTokIs(&aTok[i], mVerb) ) return 1;
    if( !newsTokIs(&aTok[i], NEWS_LEX_ADVERB) ) break;
  }
  return n == 0 && (bFirst || bNamed) && aTok[i].eKind == NEWS_TOK_WORD &&
         (aTok[i].flags & NEWS_TF_CAP) == 0 &&
         !newsTokIs(&aTok[i], NEWS_LEX_PREP | NEWS_LEX_CONJ);
}

/* End of a name in apposition behind the comma at i ("the Turkish president,
** Jane Doe,"), or i. It is one if a comma or full stop follows. */
static u32 mentionNamed(const MentionScan *s, u32 i, u32 iMax) {
  u32 j = i + 1;
  while( j < iMax ) {
    NewsTerm u = newsTermAt(s->pTerms, j, iMax);
    if( !newsTermNameable(&u) && u.eSort != NEWS_TERM_HONORIFIC ) break;
    j += u.nTok;
  }
  if( j > i + 1 + MENTION_NAME || j >= iMax ) return i;
  return newsTokPunct(&s->pText->aTok[j], ',') ? j : i;
}

/* End of an apposition that follows a phrase and a comma and tells a role or
** a name, or the end of the phrase. */
static u32 mentionApposed(const MentionScan *s, NewsSpan tok, u32 iEnd) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = tok.iTo, j = i + 1, iMax = NEWS_MIN(iEnd, i + 1 + MENTION_APPOSED);
  int bHuman = 0;
  NewsTerm u;
  if( i + 1 >= iEnd || !newsTokPunct(&aTok[i], ',') ) return i;
  u = newsTermAt(s->pTerms, j, iMax);
  if( newsTermNameable(&u) || u.eSort == NEWS_TERM_HONORIFIC ) {
    NewsName name;
    newsNameRead(s->pTerms, tok, &name);
    return name.bNamed ? i : mentionNamed(s, i, iMax);
  }
  if( u.eSort != NEWS_TERM_DET && u.eSort != NEWS_TERM_INDEF &&
      u.eSort != NEWS_TERM_RANK && u.eSort != NEWS_TERM_ROLE ) {
    return i;
  }
  while( j < iMax ) {
    u = newsTermAt(s->pTerms, j, iMax);
    if( newsTermHuman(&u) ) bHuman = 1;
    if( !bHuman && u.eSort >= NEWS_TERM_PREP && u.eSort != NEWS_TERM_POSS ) {
      return i;
    }
    if( u.eSort >= NEWS_TERM_WH && u.eSort != NEWS_TERM_POSS ) break;
    j += u.nTok;
  }
  if( !bHuman ) return i;
  if( j < iMax && !newsTokPunct(&aTok[j], ',') &&
      !newsTokPunct(&aTok[j], '.') ) {
    return i;
  }
  return j;
}

/* Whether a term can begin a phrase of the running text. */
static int mentionStarts(const NewsTerm *p) {
  switch( p->eSort ) {
    case NEWS_TERM_SUFFIX:
    case NEWS_TERM_NUMBER:
    case NEWS_TERM_TIME:
    case NEWS_TERM_WORD:
    case NEWS_TERM_DOCUMENT:
      return 0;
    case NEWS_TERM_PEOPLE:
    case NEWS_TERM_ORG:
    case NEWS_TERM_MEDIA:
      return p->bCap;
    default:
      return p->eSort <= NEWS_TERM_OTHER;
  }
}

/* End of the noun phrase that begins at i, or i where none does. */
static u32 mentionPhrase(const MentionScan *s, u32 i, u32 iEnd) {
  u32 j = i, iLast = i;
  int nWord = 0, bOpen = 0;
  while( j < iEnd ) {
    NewsTerm u = newsTermAt(s->pTerms, j, iEnd);
    if( j == i ) {
      if( !mentionStarts(&u) ) return i;
    } else if( s->pText->aTok[j].flags & NEWS_TF_SENT ) {
      break;
    }
    if( u.eSort == NEWS_TERM_PREP && iLast == j ) {
      NewsTerm v = newsTermAt(s->pTerms, j - 1, iEnd);
      NewsTerm w = newsTermAt(s->pTerms, j + 1, iEnd);
      if( v.eSort != NEWS_TERM_ORG || !v.bCap || !w.bCap ||
          w.eSort > NEWS_TERM_WORD ) {
        break;
      }
    } else if( u.eSort == NEWS_TERM_WORD || u.eSort == NEWS_TERM_NUMBER ) {
      if( ++nWord > MENTION_WORDS ) break;
    } else if( newsTermOpens(&u) ) {
      if( j > i && !bOpen ) break;
    } else if( u.eSort > NEWS_TERM_WORD ) {
      break;
    } else if( u.eSort != NEWS_TERM_RANK && u.eSort != NEWS_TERM_HONORIFIC &&
               u.eSort != NEWS_TERM_TIME ) {
      iLast = j + u.nTok;
    }
    bOpen = newsTermOpens(&u);
    j += u.nTok;
  }
  return iLast;
}

/* Whether a phrase of the running text may be meant again. */
static int mentionCounts(const NewsMention *p) {
  const NewsName *n = &p->name;
  if( n->eDef == NEWS_NAME_PRONOUN ) {
    return !n->bFirst && n->mGender && !p->bQuoted;
  }
  if( n->bNamed ) return 1;
  if( p->bQuoted || n->eDef == NEWS_NAME_BARE ) return 0;
  return n->eHead >= NEWS_TERM_MEDIA && n->eHead <= NEWS_TERM_DOCUMENT;
}

/* One mention of the running text at token i, or none; the next token. */
static u32 mentionText(MentionScan *s, u32 i, u32 iEnd) {
  const NewsToken *pTok = &s->pText->aTok[i];
  NewsMention *pNew;
  NewsSpan tok = newsSpan(i, i + 1);
  u32 iTo;
  if( pTok->eKind != NEWS_TOK_WORD ) return i + 1;
  if( !newsTokIs(pTok, NEWS_LEX_PRON) ||
      !newsTokIs(pTok, NEWS_LEX_MASC | NEWS_LEX_FEM) ) {
    tok.iTo = mentionPhrase(s, i, iEnd);
  } else if( !newsTokIs(pTok, NEWS_LEX_SUBJECT) ) {
    return i + 1;
  }
  if( tok.iTo == i ) return i + 1;
  iTo = mentionApposed(s, tok, iEnd);
  pNew = mentionPush(s, newsSpan(i, iTo), NEWS_MENTION_TEXT);
  if( pNew == 0 ) return iEnd;
  if( !mentionCounts(pNew) ) {
    s->p->vMention.n--;
    return tok.iTo;
  }
  pNew->bSubject = (u8)mentionIsSubject(s, tok, pNew->name.bNamed);
  pNew->name.bPossessive |=
      s->pText->aTok[tok.iTo].eKind == NEWS_TOK_CLITIC && !pNew->bSubject;
  return iTo;
}

/* Whether a paragraph is a headline in capitals, whose phrases cannot be
** told by capitals. */
static int mentionIsTitle(const MentionScan *s, NewsSpan para) {
  u32 i, nCap = 0, nWord = 0;
  if( newsSpanLen(para) > 40 ) return 0;
  for( i = para.iFrom; i < para.iTo; i++ ) {
    const NewsToken *pTok = &s->pText->aTok[i];
    if( pTok->eKind != NEWS_TOK_WORD || pTok->nByte < 4 ) continue;
    nWord++;
    nCap += (pTok->flags & NEWS_TF_CAP) != 0;
  }
  return nWord > 3 && nCap * 4 > nWord * 3;
}

/* The attributions' mention that begins here; all that share it. */
static u32 mentionQuote(MentionScan *s, u32 *piKey) {
  const MentionKey *pKey = &s->aKey[*piKey];
  NewsMention *pNew = mentionPush(s, pKey->tok, pKey->eFrom);
  i64 iNew = (i64)s->p->vMention.n - 1;
  NewsSpan tok = pKey->tok;
  if( pNew == 0 ) return s->pText->nTok;
  pNew->bSubject = 1;
  while( *piKey < s->nKey && s->aKey[*piKey].tok.iFrom < tok.iTo ) {
    pKey = &s->aKey[*piKey];
    if( pKey->tok.iFrom != tok.iFrom || pKey->tok.iTo != tok.iTo ) break;
    if( pKey->eFrom == NEWS_MENTION_QUOTE ) {
      s->p->aOfQuote[pKey->iQuote] = iNew;
    } else {
      s->p->aOfVia[pKey->iQuote] = iNew;
    }
    (*piKey)++;
  }
  return tok.iTo;
}

static void mentionScan(MentionScan *s) {
  const NewsText *pText = s->pText;
  u32 i = 0, iKey = 0, iEndPara = 0;
  int bTitle = 0;
  while( i < pText->nTok && !newsArenaTick(pText->pArena, 8) ) {
    u32 iEnd = iKey < s->nKey ? s->aKey[iKey].tok.iFrom : pText->nTok;
    if( iEnd <= i ) {
      u32 iTo = mentionQuote(s, &iKey);
      i = NEWS_MAX(i, iTo);
      continue;
    }
    if( i >= iEndPara ) {
      NewsSpan para = newsTextParaSpan(pText, newsTextPara(pText, i));
      iEndPara = NEWS_MAX(para.iTo, i + 1);
      bTitle = mentionIsTitle(s, para);
    }
    i = bTitle ? i + 1 : mentionText(s, i, NEWS_MIN(iEnd, iEndPara));
  }
  while( iKey < s->nKey && pText->pArena->rc == SQLITE_OK ) {
    mentionQuote(s, &iKey);
  }
}

void newsMentionFind(const NewsTerms *pTerms, const NewsQuoteList *pQuote,
                     NewsMentionList *p) {
  MentionScan s;
  memset(&s, 0, sizeof(s));
  s.pTerms = pTerms;
  s.pText = pTerms->pText;
  s.p = p;
  mentionPrepare(&s, pQuote);
  if( s.pText->pArena->rc ) return;
  mentionScan(&s);
}
