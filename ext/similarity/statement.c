/*
** statement.c: see statement.h.
*/
#include "similarity/statement.h"

#include "base/hash.h"
#include "lexclass.h"
#include "similarity/weight.h"

/* Whether a token is a sign that stands round a statement, not in it. */
static int stIsOuter(const NewsToken *p) {
  return p->eKind == NEWS_TOK_MARK || newsTokPunct(p, ',') ||
         newsTokPunct(p, ';') || newsTokPunct(p, ':');
}

/* Take a token off one end of a span: the last one if bLast. */
static void stTake(NewsSpan *p, int bLast) {
  p->iFrom += !bLast;
  p->iTo -= bLast != 0;
}

/* The span of tokens without outer signs: a mark stays where the other one of
** its pair may be inside. */
static NewsSpan stTrim(const NewsText *p, NewsSpan tok) {
  u32 i, nMark = 0;
  for( i = tok.iFrom; i < tok.iTo; i++ ) {
    nMark += p->aTok[i].eKind == NEWS_TOK_MARK;
  }
  while( tok.iFrom < tok.iTo ) {
    const NewsToken *pFirst = &p->aTok[tok.iFrom];
    const NewsToken *pLast = &p->aTok[tok.iTo - 1];
    int bFirst = pFirst->eKind == NEWS_TOK_MARK;
    int bLast = pLast->eKind == NEWS_TOK_MARK;
    if( !bFirst && stIsOuter(pFirst) ) {
      stTake(&tok, 0);
    } else if( !bLast && stIsOuter(pLast) ) {
      stTake(&tok, 1);
    } else if( (bFirst || bLast) && nMark == 1 ) {
      stTake(&tok, !bFirst);
      nMark = 0;
    } else if( bFirst && bLast && nMark == 2 ) {
      stTake(&tok, 0);
      nMark = 1;
    } else {
      break;
    }
  }
  return tok;
}

/* Add the tokens as a statement, if they have a word. */
static void stAdd(const NewsText *p, NewsSpan tok, NewsVec *pVec) {
  NewsSpan *pNew;
  u32 i;
  tok = stTrim(p, tok);
  for( i = tok.iFrom; i < tok.iTo && !newsTokWordy(&p->aTok[i]); i++ ) {
  }
  if( i >= tok.iTo ) return;
  pNew = newsVecPush(pVec, p->pArena, sizeof(*pNew));
  if( pNew ) *pNew = newsTextBytes(p, tok);
}

/*----------------------------------------------- clauses of the report's own */

#define ST_OPEN 4   /* Words of a subject, at most */
#define ST_CLAUSE 4 /* Tokens of a clause before another, at least */
#define ST_SUBJECT \
  (NEWS_LEX_SUBJECT | NEWS_LEX_PRON | NEWS_LEX_DET | NEWS_LEX_INDEF)
#define ST_FINITE (NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_VERB)

/* What is being cut. */
typedef struct St St;
struct St {
  const NewsText *pText;
  const NewsQuote *pQuote; /* NULL: what stands in marks */
  u32 iMark;               /* The first of its marks that may hold a token */
  u8 bFinite;              /* The statement has a finite verb so far */
  u8 bThat;                /* ... a "that" */
  u8 bLoose; /* ... "if" or a comma before its verb: it may go on behind one */
};

/* The conjunction "that". */
static int stIsThat(const NewsToken *p) {
  return newsTokIs(p, NEWS_LEX_THAT) && !newsTokIs(p, NEWS_LEX_CUE);
}

/* Whether a token is the report's own, not in marks. Tokens are asked for in
** text order. */
static int stIsOwn(St *p, const NewsToken *pTok) {
  const NewsQuote *pQuote = p->pQuote;
  if( pQuote == 0 || pQuote->eKind == NEWS_DIRECT ) return 0;
  while( p->iMark < pQuote->nMark &&
         pQuote->aMark[p->iMark].iTo <= pTok->iByte ) {
    p->iMark++;
  }
  return p->iMark == pQuote->nMark ||
         pTok->iByte < pQuote->aMark[p->iMark].iFrom;
}

/* Whether a token may be a finite verb. */
static int stIsFinite(const NewsToken *p) {
  return newsTokIs(p, ST_FINITE) ||
         (newsTokIs(p, NEWS_LEX_CUE) &&
          newsTokIs(p, NEWS_LEX_PAST | NEWS_LEX_THIRD));
}

/* Past "that" at token i, and a conjunction before it; i where there is none.
** "That" is a pronoun before a verb: "and that was all". */
static u32 stPastThat(const NewsText *pText, u32 i, u32 iTo) {
  u32 j = i;
  if( newsTokIs(&pText->aTok[j], NEWS_LEX_CONJ) ) j++;
  if( j + 2 >= iTo || !stIsThat(&pText->aTok[j]) ||
      newsTokIs(&pText->aTok[j + 1], ST_FINITE) ) {
    return i;
  }
  return j + 1;
}

/* Whether a short subject and its verb begin at token i: "the road is". */
static int stOpens(const NewsText *pText, u32 i, u32 iTo) {
  const NewsToken *a = pText->aTok;
  u32 iMost = NEWS_MIN(iTo, i + 1 + ST_OPEN);
  if( !newsTokIs(&a[i], ST_SUBJECT) || newsTokIs(&a[i], NEWS_LEX_WH_WORD) ) {
    return 0;
  }
  for( i++; i < iMost && !stIsFinite(&a[i]); i++ ) {
    if( !newsTokWordy(&a[i]) && a[i].eKind != NEWS_TOK_CLITIC ) return 0;
    if( newsTokIs(&a[i], NEWS_LEX_WH_WORD | NEWS_LEX_PREP) ) return 0;
  }
  return i < iMost;
}

/* Whether token i opens marks, behind a comma, on a clause of its own; it may
** have a conjunction: he had tried hard, ["and I will try again"]. */
static int stQuotes(St *p, u32 i, u32 iTo) {
  const NewsText *pText = p->pText;
  const NewsToken *a = pText->aTok;
  u32 j = i + 1;
  if( a[i].eKind != NEWS_TOK_MARK || !newsTokPunct(&a[i - 1], ',') ||
      j >= iTo || !stIsOwn(p, &a[i - 1]) || stIsOwn(p, &a[j]) ) {
    return 0;
  }
  if( newsTokIs(&a[j], NEWS_LEX_CONJ) ) j++;
  return stOpens(pText, j, iTo);
}

/*
** Where the next clause begins that the quote's source says, if that before
** token i ends there; 0 where it goes on:
**
**   [it leaks], and that [it will be mended]   but not without a verb so far,
**        "his house and that of his son", nor without a comma where "that" may
**        belong to another, "that he knew that it leaked and that it was old"
**   [it leaks]; [it will be mended]
**   [it leaks], and [it will be mended]        but not "if it leaks, and ..."
**   [it leaks], ["we will mend it"]
*/
static u32 stClause(St *p, u32 iFrom, u32 i, u32 iTo) {
  const NewsText *pText = p->pText;
  const NewsToken *a = &pText->aTok[i];
  int bSemicolon = newsTokPunct(a, ';');
  int bComma = i > iFrom && newsTokPunct(&a[-1], ',');
  u32 iNext;
  if( p->bFinite && !p->bLoose && i >= iFrom + ST_CLAUSE &&
      stQuotes(p, i, iTo) ) {
    return i;
  }
  if( !bSemicolon && !newsTokIs(a, NEWS_LEX_CONJ) ) return 0;
  if( !stIsOwn(p, a) ) return 0;
  iNext = stPastThat(pText, i + bSemicolon, iTo);
  if( iNext > i && i == iFrom ) return iNext;
  if( !p->bFinite || i == iFrom ) return 0;
  if( bSemicolon ) return iNext;
  if( iNext > i ) return bComma || !p->bThat ? iNext : 0;
  return bComma && !p->bLoose && i >= iFrom + ST_CLAUSE &&
                 stOpens(pText, i + 1, iTo)
             ? i + 1
             : 0;
}

/* A token is in the statement. */
static void stSee(St *p, const NewsToken *pTok) {
  if( !p->bFinite ) {
    p->bLoose |= newsTokIs(pTok, NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD) ||
                 newsTokPunct(pTok, ',');
  }
  p->bFinite |= stIsFinite(pTok);
  p->bThat |= stIsThat(pTok) && stIsOwn(p, pTok);
}

/* Cut a stretch of bytes of a quote. */
static void stCut(St *p, NewsSpan byte, NewsVec *pVec) {
  const NewsText *pText = p->pText;
  NewsSpan tok;
  u32 iTo = newsTextTokenAt(pText, byte.iTo);
  tok.iFrom = newsTextTokenAt(pText, byte.iFrom);
  newsArenaTick(pText->pArena, iTo - tok.iFrom);
  while( tok.iFrom < iTo && pText->pArena->rc == SQLITE_OK ) {
    u32 iNext = 0;
    p->bFinite = p->bThat = p->bLoose = 0;
    for( tok.iTo = tok.iFrom; tok.iTo < iTo; tok.iTo++ ) {
      const NewsToken *pTok = &pText->aTok[tok.iTo];
      if( tok.iTo > tok.iFrom && (pTok->flags & NEWS_TF_SENT) ) break;
      iNext = stClause(p, tok.iFrom, tok.iTo, iTo);
      if( iNext ) break;
      stSee(p, pTok);
    }
    stAdd(pText, tok, pVec);
    tok.iFrom = iNext ? iNext : tok.iTo;
  }
}

void newsStatementCut(const NewsText *pText, NewsSpan byte, NewsVec *pVec) {
  St st = {pText, 0, 0, 0, 0, 0};
  stCut(&st, byte, pVec);
}

/*------------------------------------------------------------ whole quotes */

/* Where the statement begins of a piece that goes on with "is that", "was
** whether": behind the verb and "that". The byte, or 0 for another piece. */
static u32 stPredicate(const NewsText *pText, NewsSpan piece) {
  u32 i = newsTextTokenAt(pText, piece.iFrom);
  const NewsToken *p = &pText->aTok[i];
  if( !newsTokIs(p, NEWS_LEX_AUX) || newsTokIs(p, NEWS_LEX_NEG) ||
      p[1].iByte >= piece.iTo ) {
    return 0;
  }
  if( stIsThat(&p[1]) ) {
    return p[2].iByte < piece.iTo ? p[2].iByte : 0;
  }
  return newsTokIs(&p[1], NEWS_LEX_WH | NEWS_LEX_WH_WORD) ? p[1].iByte : 0;
}

void newsStatementQuote(const NewsText *pText, const NewsQuote *pQuote,
                        NewsVec *pVec) {
  St st = {pText, pQuote, 0, 0, 0, 0};
  u32 i, iBegin;
  for( i = 0; i < pQuote->nPiece; i++ ) {
    NewsSpan piece = pQuote->aPiece[i];
    if( i + 1 < pQuote->nPiece && stPredicate(pText, pQuote->aPiece[i + 1]) ) {
      continue; /* "The problem" */
    }
    iBegin = i ? stPredicate(pText, piece) : 0;
    if( iBegin ) piece.iFrom = iBegin;
    if( i == 0 && pQuote->bThat ) {
      piece.iFrom = pText->aTok[newsTextTokenAt(pText, piece.iFrom) + 1].iByte;
    }
    stCut(&st, piece, pVec);
  }
}

/* Whether a token, or it and the next one, is a word that denies. */
static int stDenies(const NewsToken *p, int bLast) {
  const NewsSense *pSense = newsSenseOf(p->hash);
  if( pSense && (pSense->mSense & NEWS_SENSE_DENY) ) return 1;
  if( bLast ) return 0;
  pSense = newsSenseOf(newsHashPair(p->hash, p[1].hash));
  return pSense && (pSense->mSense & NEWS_SENSE_DENY);
}

int newsStatementDenied(const NewsText *pText, const NewsQuote *pQuote) {
  const NewsToken *a = pText->aTok;
  u32 i;
  int bDenied = 0;
  if( pQuote->eKind == NEWS_DIRECT ) return 0;
  for( i = pQuote->cue.iFrom; i < pQuote->cue.iTo; i++ ) {
    if( newsTokIs(&a[i], NEWS_LEX_NEG) ) return 0; /* "did not deny" */
    bDenied |= stDenies(&a[i], i + 1 == pQuote->cue.iTo);
  }
  return bDenied;
}
