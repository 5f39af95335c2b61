/*
** statement.c: see statement.h.
*/
#include "similarity/statement.h"

#include "lexclass.h"

/* Whether a token is a sign that stands round a statement, not in it. */
static int stIsOuter(const NewsToken *p) {
  return p->eKind == NEWS_TOK_MARK || newsTokPunct(p, ',') ||
         newsTokPunct(p, ';') || newsTokPunct(p, ':');
}

/* The span of tokens without outer signs: a mark stays where the other one of
** its pair may be inside. */
static NewsSpan stTrim(const NewsText *p, NewsSpan tok) {
  u32 i, nMark = 0;
  for( i = tok.iFrom; i < tok.iTo; i++ ) {
    nMark += p->aTok[i].eKind == NEWS_TOK_MARK;
  }
  while( tok.iFrom < tok.iTo ) {
    const NewsToken *pTok = &p->aTok[tok.iFrom];
    if( !stIsOuter(pTok) ) break;
    if( pTok->eKind == NEWS_TOK_MARK && nMark-- != 1 ) break;
    tok.iFrom++;
  }
  while( tok.iFrom < tok.iTo ) {
    const NewsToken *pTok = &p->aTok[tok.iTo - 1];
    if( !stIsOuter(pTok) ) break;
    if( pTok->eKind == NEWS_TOK_MARK && nMark-- != 1 ) break;
    tok.iTo--;
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

void newsStatementCut(const NewsText *pText, NewsSpan byte, NewsVec *pVec) {
  NewsSpan tok;
  u32 iTo = newsTextTokenAt(pText, byte.iTo);
  tok.iFrom = newsTextTokenAt(pText, byte.iFrom);
  newsArenaTick(pText->pArena, iTo - tok.iFrom);
  while( tok.iFrom < iTo && pText->pArena->rc == SQLITE_OK ) {
    for( tok.iTo = tok.iFrom + 1; tok.iTo < iTo; tok.iTo++ ) {
      if( pText->aTok[tok.iTo].flags & NEWS_TF_SENT ) break;
    }
    stAdd(pText, tok, pVec);
    tok.iFrom = tok.iTo;
  }
}

/* Where the statement begins of a piece that goes on with "is that", "was
** whether": behind the verb and "that". The byte, or 0 for another piece. */
static u32 stPredicate(const NewsText *pText, NewsSpan piece) {
  u32 i = newsTextTokenAt(pText, piece.iFrom);
  const NewsToken *p = &pText->aTok[i];
  if( !newsTokIs(p, NEWS_LEX_AUX) || newsTokIs(p, NEWS_LEX_NEG) ||
      p[1].iByte >= piece.iTo ) {
    return 0;
  }
  if( newsTokIs(&p[1], NEWS_LEX_THAT) && !newsTokIs(&p[1], NEWS_LEX_CUE) ) {
    return p[2].iByte < piece.iTo ? p[2].iByte : 0;
  }
  return newsTokIs(&p[1], NEWS_LEX_WH | NEWS_LEX_WH_WORD) ? p[1].iByte : 0;
}

void newsStatementQuote(const NewsText *pText, const NewsQuote *pQuote,
                        NewsVec *pVec) {
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
    newsStatementCut(pText, piece, pVec);
  }
}
