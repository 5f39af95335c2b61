/*
** word.c: see word.h.
*/
#include "sql/word.h"

static int wordIs(const NewsToken *p) {
  return newsTokWordy(p) || p->eKind == NEWS_TOK_LINK ||
         p->eKind == NEWS_TOK_HANDLE;
}

/* Whether token iTok is a clitic glued to the one before. */
static int wordGoesOn(const NewsText *p, u32 iTok) {
  const NewsToken *pTok = &p->aTok[iTok];
  if( pTok->eKind != NEWS_TOK_CLITIC || iTok == 0 ) return 0;
  if( pTok->flags & NEWS_TF_SPACE ) return 0;
  return wordIs(&pTok[-1]) || pTok[-1].eKind == NEWS_TOK_CLITIC;
}

static int wordBegins(const NewsText *p, u32 iTok) {
  if( wordIs(&p->aTok[iTok]) ) return 1;
  return p->aTok[iTok].eKind == NEWS_TOK_CLITIC && !wordGoesOn(p, iTok);
}

u32 newsWordFirst(const NewsText *p, u32 iTok) {
  while( iTok < p->nTok && !wordBegins(p, iTok) ) iTok++;
  return NEWS_MIN(iTok, p->nTok);
}

u32 newsWordEnd(const NewsText *p, u32 iTok) {
  do {
    iTok++;
  } while( iTok < p->nTok && wordGoesOn(p, iTok) );
  return iTok;
}

NewsSpan newsWordBytes(const NewsText *p, NewsSpan tok) {
  NewsSpan bytes = newsTextBytes(p, tok);
  const NewsToken *pLast = &p->aTok[tok.iTo - 1];
  const u8 *z = &p->z[pLast->iByte];
  if( (pLast->flags & NEWS_TF_DOT) && pLast->nByte > 1 &&
      memchr(z, '.', pLast->nByte) == &z[pLast->nByte - 1] ) {
    bytes.iTo--;
  }
  return bytes;
}

u32 newsWordCount(const NewsText *p, NewsSpan bytes) {
  u32 i = newsTextTokenAt(p, bytes.iFrom);
  u32 n = 0;
  for( ; i < p->nTok && p->aTok[i].iByte < bytes.iTo; i++ ) {
    n += (u32)wordBegins(p, i);
  }
  return n;
}
