/*
** cite.c: see cite.h.
**
**   KTA reported that C, citing two aides     behind its clause
**   KTA, citing two aides, reported that C    within it
**   Citing two aides, KTA reported that C     before it
**   C, according to KTA, which cited two aides
**   C, Doe said in remarks carried by KTA     KTA carries Doe's words
**   KTA quotes a diplomat: Q                  ... and here a diplomat's
**   Doe, quoted by KTA, said C                Doe's, through KTA
**   Doe, according to KTA, told a friend: Q   likewise
*/
#include "quote/cite.h"

#include "quote/cue.h"

#define CITE_SURELY 7    /* Weight of a cue that surely reports */
#define CITE_DATELINE 32 /* Tokens that a dateline has, at most */
#define CITE_REACH 24    /* Items of whom a medium cites, at most */

/* Whether item i is "citing", where that can begin what a sentence adds: behind
** a comma or a cue, or of two words and more: "with reference to". */
static int citeBegins(const NewsItem *a, NewsSpan unit, u32 i) {
  u64 mForm = NEWS_LEX_GER | NEWS_LEX_CUE | NEWS_LEX_REASON;
  return (a[i].mClass & mForm) == mForm &&
         (i == unit.iFrom || newsItemBreaks(&a[i - 1]) ||
          newsSpanLen(a[i].tok) > 2 || newsCueIsFinite(&a[i - 1]));
}

/* Whether the report begins with this word alone in brackets, as a dateline has
** the agency's: VELM (Norda) - */
static int citeIsDateline(const NewsText *p, const NewsItem *pItem) {
  u32 i, iTo = NEWS_MIN(p->nTok, CITE_DATELINE);
  for( i = 1; i + 1 < iTo; i++ ) {
    if( p->aTok[i].hash == pItem->hash && p->aTok[i].eKind == NEWS_TOK_WORD &&
        newsTokPunct(&p->aTok[i - 1], '(') &&
        newsTokPunct(&p->aTok[i + 1], ')') ) {
      return 1;
    }
  }
  return 0;
}

/* Whether the source of a clause is a medium, or a word that may be one. */
static int citeIsMedium(const NewsText *pText, const NewsItem *a,
                        const NewsClause *c) {
  u32 i;
  for( i = c->mention.iFrom; i < c->mention.iTo; i++ ) {
    if( newsItemIs(&a[i], NEWS_MEDIUM) ) return 1;
    if( newsItemIs(&a[i], NEWS_LEX_ROLE | NEWS_LEX_SOURCE) ) return 0;
  }
  i = c->mention.iFrom;
  return newsSpanLen(c->mention) == 1 && newsSpanLen(a[i].tok) == 1 &&
         ((a[i].flags & NEWS_TF_UPPER) || citeIsDateline(pText, &a[i]));
}

/* The clause before "by" at item i of which a medium behind that carried the
** words: "published by the Gazette". */
static void citeCarrier(const NewsText *pText, const NewsItem *a, u32 i,
                        u32 iTo, NewsClause *c) {
  NewsSpan by;
  if( i < c->whole.iTo + 2 || !newsCueIsBy(&a[i]) ||
      !newsItemIs(&a[i - 1], NEWS_LEX_PART) || newsSpanHas(c->left, i) ||
      newsSpanHas(c->right, i) ||
      !newsItemIs(&a[i - 2], NEWS_LEX_VENUE | NEWS_LEX_DOCUMENT) ) {
    return;
  }
  by = newsPhraseRight(pText, a, i + 1, NEWS_MIN(iTo, i + CITE_REACH), 1).span;
  if( newsItemsHave(a, by, NEWS_MEDIUM) ) c->via = by;
}

/* Whom "citing" at item i names; empty where that is nobody: a document, a
** reason. */
static NewsSpan citeWhom(const NewsText *pText, const NewsItem *a, u32 i,
                         u32 iTo) {
  u64 mWho = NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE | NEWS_LEX_ROLE |
             NEWS_LEX_TITLE | NEWS_LEX_ORG | NEWS_LEX_ORGNAME | NEWS_LEX_MEDIA |
             NEWS_LEX_AGENCY | NEWS_LEX_GIVEN;
  NewsSpan who =
      newsPhraseRight(pText, a, i + 1, NEWS_MIN(iTo, i + CITE_REACH), 1).span;
  int bWho = 0;
  for( i = who.iFrom; i < who.iTo && !newsItemIs(&a[i], NEWS_LEX_PREP); i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_DOCUMENT) ) return newsSpan(0, 0);
    if( a[i].eType == NEWS_IT_CLITIC ) return newsSpan(0, 0);
    bWho |= newsItemIs(&a[i], mWho);
  }
  return bWho ? who : newsSpan(0, 0);
}

/* The clause that "citing" at item i belongs to: the last taken before it, or
** the first behind. */
static NewsClause *citeClause(NewsVec *pClause, u32 i) {
  NewsClause *a = pClause->a, *pOf = 0;
  u32 k;
  for( k = 0; k < pClause->n; k++ ) {
    if( !newsClauseIsRow(&a[k]) ) continue;
    if( pOf && a[k].cue.iFrom > i ) break;
    pOf = &a[k];
  }
  return pOf;
}

/* "KTA quotes a diplomat: Q": what stands between cue and colon speaks. */
static void citeQuoted(const NewsText *pText, const NewsItem *a,
                       NewsClause *c) {
  u32 i = c->cue.iFrom, iTo = c->cue.iTo;
  NewsFit fit;
  if( !newsCueIsFinite(&a[i]) || !newsItemIs(&a[i], NEWS_LEX_REASON) ||
      newsSpanLen(c->mention) == 0 || newsSpanLen(c->via) ) {
    return;
  }
  while( iTo < c->right.iTo && a[iTo].eType == NEWS_IT_WORD ) iTo++;
  if( iTo >= c->right.iTo || !newsItemSign(&a[iTo], ':') ) return;
  fit = newsPhraseRight(pText, a, i + 1, iTo, 0);
  if( fit.nScore > 1 && fit.span.iTo == iTo ) {
    c->via = c->mention;
    c->mention = fit.span;
    c->right.iFrom = iTo + 1;
  }
}

/* "Doe, quoted by KTA, said C": KTA relays, and is no part of who speaks. */
static void citeQuotedBy(const NewsText *pText, const NewsItem *a,
                         NewsClause *c) {
  NewsSpan s = c->mention, by;
  u32 i;
  for( i = s.iFrom + 1; i + 3 < s.iTo; i++ ) {
    if( !newsItemSign(&a[i], ',') || !newsItemIs(&a[i + 1], NEWS_LEX_PART) ||
        !newsItemIs(&a[i + 1], NEWS_LEX_REASON) || !newsCueIsBy(&a[i + 2]) ) {
      continue;
    }
    by = newsPhraseRight(pText, a, i + 3, s.iTo, 1).span;
    if( newsSpanLen(c->via) || !newsItemsHave(a, by, NEWS_MEDIUM) ) return;
    c->via = by;
    c->mention.iTo = i;
    return;
  }
}

/* "Doe, according to KTA, told a friend: Q": what stands before the clause is
** the subject of a cue behind it, whose row that is; the clause only relays. */
static void citeInserted(const NewsText *pText, const NewsItem *a,
                         NewsVec *pClause, NewsClause *c) {
  NewsClause *aC = pClause->a;
  u32 i, k = c->whole.iTo + 1;
  if( !newsClauseIsRow(c) || !newsItemSign(&a[k - 1], ',') ||
      newsSpanLen(c->left) == 0 || newsSpanLen(c->mention) == 0 ||
      !newsCueIsFinite(&a[k]) || newsCueWeight(pText, &a[k]) < CITE_SURELY ||
      newsCueHasVerb(pText, a, c->left.iFrom, c->left.iTo) ) {
    return;
  }
  for( i = 0; i < pClause->n; i++ ) {
    if( &aC[i] == c || !newsClauseIsRow(&aC[i]) || !newsSpanHas(aC[i].cue, k) ||
        newsSpanLen(aC[i].via) ||
        a[aC[i].right.iTo - 1].eType != NEWS_IT_QUOTE ) {
      continue;
    }
    aC[i].mention = c->left;
    aC[i].via = c->mention;
    c->bTaken = 0;
    return;
  }
}

void newsCiteRead(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                  NewsVec *pClause) {
  u32 i;
  for( i = 0; i < pClause->n; i++ ) {
    citeInserted(pText, a, pClause, (NewsClause *)pClause->a + i);
    citeQuoted(pText, a, (NewsClause *)pClause->a + i);
    citeQuotedBy(pText, a, (NewsClause *)pClause->a + i);
  }
  for( i = unit.iFrom; i + 1 < unit.iTo && pClause->n; i++ ) {
    NewsClause *c;
    NewsSpan who;
    u32 bWhich = (u32)newsCueIsRelayed(a, unit.iFrom, i);
    if( !newsCueIsBy(&a[i]) && !bWhich && !citeBegins(a, unit, i) ) continue;
    c = citeClause(pClause, i);
    if( c == 0 || newsSpanLen(c->via) ) continue;
    citeCarrier(pText, a, i, unit.iTo, c);
    if( newsCueIsBy(&a[i]) || !citeIsMedium(pText, a, c) ) continue;
    who = citeWhom(pText, a, i, unit.iTo);
    if( newsSpanLen(who) == 0 || newsSpanMeets(who, c->cue) ||
        newsSpanMeets(who, c->left) || newsSpanMeets(who, c->right) ) {
      continue;
    }
    c->via = c->mention;
    if( newsSpanHas(c->via, i) ) c->via.iTo = i - bWhich;
    c->mention = who;
  }
}
