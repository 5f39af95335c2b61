/*
** mend.c: see mend.h.
**
**   "It is late," Doe said (yawning), "so we go."    one quotation, two halves
*/
#include "quote/mend.h"

#include "quote/cue.h"

#define MEND_ASIDE 24 /* Items between a clause and the second half, at most */
#define MEND_MANNER \
  4 /* Weight of a verb that only tells how, at most: smiling */

/* Whether a clause makes a row. */
static int mendIsRow(const NewsClause *c) {
  return c->bTaken == 1 && c->nScore >= NEWS_CLAUSE_LEAST && !c->bThought;
}

/* Whether the quotation at item i breaks off in its sentence: "It is late,". */
static int mendBreaksOff(const NewsText *pText, const NewsItem *a, u32 i) {
  return newsSpanLen(a[i].tok) > 2 &&
         (newsTokPunct(&pText->aTok[a[i].tok.iTo - 2], ',') ||
          newsItemSign(&a[i + 1], ','));
}

/* Whether the quotation at item i, behind a comma, goes on with a sentence: it
** begins with a small letter. */
static int mendGoesOn(const NewsText *pText, const NewsItem *a, u32 i) {
  const NewsToken *pFirst = &pText->aTok[a[i].tok.iFrom + 1];
  return a[i].eType == NEWS_IT_QUOTE && newsItemBreaks(&a[i - 1]) &&
         newsSpanLen(a[i].tok) > 3 && pFirst->eKind == NEWS_TOK_WORD &&
         !(pFirst->flags & NEWS_TF_CAP);
}

/* The second half of the quotation before clause c: the item of it, 0 if there
** is none. In brackets and relative clauses anything may stand between, else
** nothing with a verb. */
static u32 mendHalf(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                    const NewsClause *c) {
  u32 i, iTo = NEWS_MIN(unit.iTo, c->whole.iTo + MEND_ASIDE);
  int bHangs = 0;
  for( i = c->whole.iTo; i < iTo; i++ ) {
    if( i > c->whole.iTo && mendGoesOn(pText, a, i) ) return i;
    if( newsItemStop(&a[i]) && !newsItemSign(&a[i], '.') ) break;
    bHangs |= newsItemSign(&a[i], '(') || newsItemIs(&a[i], NEWS_LEX_WH_WORD);
    if( newsItemSign(&a[i], ')') ) bHangs = 0;
    if( newsItemCap(&a[i]) ) continue; /* May 3 */
    if( !bHangs && (newsItemIs(&a[i], NEWS_LEX_AUX | NEWS_LEX_MODAL) ||
                    newsCueIsFinite(&a[i])) ) {
      break;
    }
  }
  return 0;
}

/* Whether clause c only tells how another was said: S said, [laughing], Q. */
static int mendIsManner(const NewsText *pText, const NewsItem *a,
                        const NewsClause *c) {
  return newsItemIs(&a[c->cue.iFrom], NEWS_LEX_GER) &&
         newsSpanLen(c->left) == 0 &&
         newsCueWeight(pText, &a[c->cue.iFrom]) <= MEND_MANNER;
}

/* The quotation at item i is the second half of clause pOf's, unless another
** clause has it that does more than tell how it was said. */
static void mendJoinHalf(const NewsText *pText, const NewsItem *a,
                         NewsVec *pClause, NewsClause *pOf, u32 i) {
  NewsClause *aC = pClause->a;
  u32 k;
  for( k = 0; k < pClause->n; k++ ) {
    NewsClause *c = &aC[k];
    if( c == pOf || c->bTaken != 1 ) continue;
    if( !newsSpanHas(c->left, i) && !newsSpanHas(c->right, i) &&
        !newsSpanHas(newsSpan(pOf->whole.iTo, i), c->cue.iFrom) ) {
      continue;
    }
    if( mendIsRow(c) && !mendIsManner(pText, a, c) ) return;
    c->bTaken = 0;
  }
  pOf->right = newsSpan(i, i + 1);
}

void newsMendUnit(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                  NewsVec *pClause) {
  NewsClause *aC = pClause->a;
  u32 i, k;
  for( i = 0; i < pClause->n; i++ ) {
    NewsClause *c = &aC[i];
    if( !mendIsRow(c) || newsSpanLen(c->left) == 0 || newsSpanLen(c->right) ||
        c->left.iTo > c->whole.iFrom ||
        a[c->left.iTo - 1].eType != NEWS_IT_QUOTE ||
        !mendBreaksOff(pText, a, c->left.iTo - 1) ) {
      continue;
    }
    k = mendHalf(pText, a, unit, c);
    if( k ) mendJoinHalf(pText, a, pClause, c, k);
  }
}
