/*
** row.c: see row.h.
*/
#include "quote/row.h"

/* The span without signs at its ends that are no part of the words: commas,
** colons, dashes and semicolons; the full stop where bStop. */
static NewsSpan rowTrim(const NewsText *p, NewsSpan tok, int bStop) {
  while( tok.iFrom < tok.iTo ) {
    const NewsToken *pTok = &p->aTok[tok.iTo - 1];
    if( pTok->eKind != NEWS_TOK_PUNCT ) break;
    if( pTok->hash != ',' && pTok->hash != ':' && pTok->hash != ';' &&
        !newsIsDash(pTok->hash) && !(bStop && pTok->hash == '.') ) {
      break;
    }
    tok.iTo--;
  }
  while( tok.iFrom < tok.iTo ) {
    const NewsToken *pTok = &p->aTok[tok.iFrom];
    if( pTok->eKind != NEWS_TOK_PUNCT ) break;
    if( pTok->hash == '(' || pTok->hash == '[' || pTok->hash == 0x2026 ||
        pTok->hash == 0xbf || pTok->hash == 0xa1 ) {
      break;
    }
    tok.iFrom++;
  }
  return tok;
}

static void rowPiece(NewsGather *p, NewsSpan tok) {
  NewsSpan *pNew;
  if( newsSpanLen(tok) == 0 ) return;
  pNew = newsVecPush(&p->vPiece, p->pText->pArena, sizeof(*pNew));
  if( pNew ) *pNew = tok;
}

/* The quotation iMark, with the paragraphs before and behind in which it goes
** on, each a piece. */
static void rowChain(NewsGather *p, u32 iMark) {
  const NewsMarked *aMark = p->pMarks->vTop.a;
  u32 i = iMark;
  while( i > 0 && (aMark[i].flags & NEWS_MK_RESUMED) &&
         (aMark[i - 1].flags & NEWS_MK_ONWARD) && !p->aClaimed[i - 1] ) {
    i--;
  }
  for( ; i < p->pMarks->vTop.n; i++ ) {
    if( p->aClaimed[i] && i != iMark ) break;
    if( i > iMark && p->bOwned &&
        newsMarksReported(p->pText, aMark[i].outer.iTo) ) {
      break; /* A new speaker: a closing mark was forgotten */
    }
    p->aClaimed[i] = 1;
    rowPiece(p, rowTrim(p->pText, aMark[i].inner, 0));
    if( !(aMark[i].flags & NEWS_MK_ONWARD) && i >= iMark ) break;
  }
}

/* Whether the tokens hold nothing but quotations and signs between them. */
static int rowIsPure(const NewsGather *p, NewsSpan tok) {
  const NewsMarked *aMark = p->pMarks->vTop.a;
  u32 i = newsMarksFrom(p->pMarks, tok.iFrom), j = tok.iFrom;
  int bAny = 0;
  while( j < tok.iTo ) {
    if( i < p->pMarks->vTop.n && aMark[i].outer.iFrom == j ) {
      j = NEWS_MAX(aMark[i].outer.iTo, j + 1);
      i++;
      bAny = 1;
    } else if( newsTokWordy(&p->pText->aTok[j]) ) {
      return 0;
    } else {
      j++;
    }
  }
  return bAny;
}

int newsGatherHas(const NewsGather *p, NewsSpan tok) {
  const NewsSpan *aPiece = p->vPiece.a;
  return p->vPiece.n > 0 && aPiece[p->vPiece.n - 1].iFrom >= tok.iFrom &&
         aPiece[p->vPiece.n - 1].iTo <= tok.iTo;
}

void newsGatherPart(NewsGather *p, NewsSpan tok) {
  const NewsMarked *aMark = p->pMarks->vTop.a;
  u32 i = newsMarksFrom(p->pMarks, tok.iFrom);
  if( i > 0 && newsSpanHas(aMark[i - 1].outer, tok.iFrom) ) i--;
  for( ; i < p->pMarks->vTop.n && aMark[i].outer.iFrom < tok.iTo; i++ ) {
    p->aClaimed[i] = 1;
  }
  rowPiece(p, rowTrim(p->pText, tok, 0));
}

void newsGatherTrim(NewsGather *p) {
  NewsSpan *aPiece = p->vPiece.a;
  u32 n = p->vPiece.n;
  if( n > 0 && newsMarksAt(p->pMarks, aPiece[n - 1].iFrom) < 0 ) {
    aPiece[n - 1] = rowTrim(p->pText, aPiece[n - 1], 1);
  }
}

void newsGatherAdd(NewsGather *p, NewsSpan tok) {
  const NewsMarked *aMark = p->pMarks->vTop.a;
  u32 i = newsMarksFrom(p->pMarks, tok.iFrom);
  int bPure;
  if( newsSpanLen(tok) == 0 ) return;
  bPure = rowIsPure(p, tok);
  if( !bPure ) rowPiece(p, rowTrim(p->pText, tok, 1));
  for( ; i < p->pMarks->vTop.n && aMark[i].outer.iFrom < tok.iTo; i++ ) {
    if( bPure ) {
      rowChain(p, i);
    } else if( (aMark[i].flags & NEWS_MK_ONWARD) && !p->aClaimed[i] ) {
      /* The mixed piece goes on in quotations of its own */
      p->aClaimed[i] = 1;
      if( i + 1 < p->pMarks->vTop.n ) rowChain(p, i + 1);
    } else {
      p->aClaimed[i] = 1;
    }
  }
}

/* Insertion sort: a row has few pieces, nearly in order. */
static void rowSort(NewsSpan *a, u32 n) {
  u32 i, j;
  for( i = 1; i < n; i++ ) {
    NewsSpan s = a[i];
    for( j = i; j > 0 && a[j - 1].iFrom > s.iFrom; j-- ) a[j] = a[j - 1];
    a[j] = s;
  }
}

/* Words in a span of tokens. */
static u32 rowWords(const NewsText *p, NewsSpan tok) {
  u32 i, n = 0;
  for( i = tok.iFrom; i < tok.iTo; i++ ) n += newsTokWordy(&p->aTok[i]);
  return n;
}

/* What stands in marks inside the pieces, as bytes. Also counts the words of
** the pieces, and those of them in marks. */
static int rowMarks(NewsGather *p, NewsQuote *pRow, u32 *pnWord,
                    u32 *pnQuoted) {
  const NewsMarked *aMark = p->pMarks->vTop.a;
  const NewsSpan *aPiece = p->vPiece.a;
  const NewsText *pText = p->pText;
  u32 i, nMark = 0, nPass;
  *pnWord = *pnQuoted = 0;
  for( nPass = 0; nPass < 2; nPass++ ) {
    u32 n = 0;
    for( i = 0; i < p->vPiece.n; i++ ) {
      NewsSpan piece = aPiece[i];
      u32 k = newsMarksFrom(p->pMarks, piece.iFrom);
      if( k > 0 && newsSpanHas(aMark[k - 1].outer, piece.iFrom) ) k--;
      for( ; k < p->pMarks->vTop.n && aMark[k].inner.iFrom < piece.iTo; k++ ) {
        NewsSpan s;
        s.iFrom = NEWS_MAX(aMark[k].inner.iFrom, piece.iFrom);
        s.iTo = NEWS_MIN(aMark[k].inner.iTo, piece.iTo);
        s = rowTrim(pText, s, 0);
        if( rowWords(pText, s) == 0 ) continue;
        if( nPass ) {
          pRow->aMark[n] = newsTextBytes(pText, s);
          *pnQuoted += rowWords(pText, s);
        }
        n++;
      }
    }
    if( nPass == 0 ) {
      pRow->aMark =
          newsArenaAlloc(pText->pArena, (i64)n * (i64)sizeof(NewsSpan));
      if( pRow->aMark == 0 ) return 0;
    }
    nMark = n;
  }
  pRow->nMark = nMark;
  for( i = 0; i < p->vPiece.n; i++ ) {
    *pnWord += rowWords(pText, aPiece[i]);
  }
  return 1;
}

/* The conjunction between cue and words, "that", is one of the words where
** they do not begin in marks: so PARC 3.0 and PolNeAR count. */
static void rowTakeThat(const NewsText *p, NewsSpan *pPiece, NewsQuote *pRow) {
  u32 i = pPiece->iFrom;
  if( p->aTok[i].eKind == NEWS_TOK_MARK ) return;
  if( i > 0 && newsTokPunct(&p->aTok[i - 1], ',') ) i--;
  if( i <= pRow->cue.iTo || !newsTokIs(&p->aTok[i - 1], NEWS_LEX_THAT) ||
      newsTokIs(&p->aTok[i - 1], NEWS_LEX_CUE) ) {
    return;
  }
  pRow->bThat = 1;
  pPiece->iFrom = i - 1;
}

int newsGatherRow(NewsGather *p, NewsQuote *pRow) {
  NewsSpan *aPiece = p->vPiece.a;
  u32 n = p->vPiece.n, i, nWord = 0, nQuoted = 0;
  if( n == 0 || p->pText->pArena->rc ) {
    p->vPiece.n = 0;
    return 0;
  }
  rowSort(aPiece, n);
  rowTakeThat(p->pText, &aPiece[0], pRow);
  pRow->aPiece =
      newsArenaAlloc(p->pText->pArena, (i64)n * (i64)sizeof(NewsSpan));
  if( pRow->aPiece == 0 || !rowMarks(p, pRow, &nWord, &nQuoted) ) {
    p->vPiece.n = 0;
    return 0;
  }
  for( i = 0; i < n; i++ ) {
    pRow->aPiece[i] = newsTextBytes(p->pText, aPiece[i]);
  }
  pRow->nPiece = n;
  pRow->tok = newsSpan(aPiece[0].iFrom, aPiece[n - 1].iTo);
  pRow->iPara = newsTextPara(p->pText, aPiece[0].iFrom);
  pRow->eKind = nQuoted == 0       ? NEWS_INDIRECT
                : nQuoted == nWord ? NEWS_DIRECT
                                   : NEWS_MIXED;
  pRow->iSource = -1;
  pRow->iVia = -1;
  p->vPiece.n = 0;
  newsArenaTick(p->pText->pArena, nWord);
  return nWord > 0;
}

/* Note the quotations that meet a piece of a row. */
static void rowNote(NewsGather *p, const NewsQuote *pRow) {
  const NewsMarked *aMark = p->pMarks->vTop.a;
  u32 i;
  for( i = 0; i < pRow->nPiece; i++ ) {
    u32 iTo = newsTextTokenAt(p->pText, pRow->aPiece[i].iTo);
    u32 iFrom = newsTextTokenAt(p->pText, pRow->aPiece[i].iFrom);
    u32 k = newsMarksFrom(p->pMarks, iFrom);
    if( k > 0 && newsSpanHas(aMark[k - 1].outer, iFrom) ) k--;
    for( ; k < p->pMarks->vTop.n && aMark[k].outer.iFrom < iTo; k++ ) {
      p->aClaimed[k] = 1;
    }
  }
}

void newsGatherLoose(NewsGather *p, NewsQuoteList *pList) {
  const NewsMarked *aMark = p->pMarks->vTop.a;
  const NewsQuote *aRow = pList->vQuote.a;
  u32 i;
  if( p->pText->pArena->rc ) return;
  memset(p->aClaimed, 0, p->pMarks->vTop.n);
  for( i = 0; i < pList->vQuote.n; i++ ) {
    if( aRow[i].eAct == NEWS_SPEECH ) rowNote(p, &aRow[i]);
  }
  for( i = 0; i < p->pMarks->vTop.n; i++ ) {
    NewsSpan *pNew, tok = rowTrim(p->pText, aMark[i].inner, 0);
    if( p->aClaimed[i] || rowWords(p->pText, tok) == 0 ) continue;
    pNew = newsVecPush(&pList->vLoose, p->pText->pArena, sizeof(*pNew));
    if( pNew ) *pNew = newsTextBytes(p->pText, tok);
  }
}
