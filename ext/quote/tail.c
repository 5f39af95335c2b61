/*
** tail.c: see tail.h.
**
**   "We were not told", was alarmed Jean Morel.    V S
**   "We were not told," the mayor shrugged.        S V
*/
#include "quote/tail.h"

#include "quote/cue.h"

#define TAIL_WORDS 4   /* Words of the quotation, at least */
#define TAIL_VERB 4    /* Items of the verb group, at most */
#define TAIL_SOURCE 24 /* Items of a source before its verb, at most */
#define TAIL_SCORE 13  /* Points of such a clause */

/* The first item behind the quotation at item i and its comma; 0 if it has
** none, or is no more than a name. */
static u32 tailBehind(const NewsText *pText, const NewsItem *a, u32 i) {
  NewsSpan tok = a[i].tok;
  const NewsToken *pLast = &pText->aTok[tok.iTo - 1];
  u32 k, nWord = 0, nSmall = 0;
  for( k = tok.iFrom; k < tok.iTo; k++ ) {
    const NewsToken *pTok = &pText->aTok[k];
    nWord += newsTokWordy(pTok);
    nSmall += newsTokWordy(pTok) && !(pTok->flags & NEWS_TF_CAP);
  }
  if( nWord < TAIL_WORDS || nSmall * 2 < nWord ) return 0;
  if( newsItemSign(&a[i + 1], ',') ) return i + 2;
  return newsTokPunct(&pLast[-1], ',') || newsTokPunct(&pLast[-1], '!') ||
                 newsTokPunct(&pLast[-1], '?')
             ? i + 1
             : 0;
}

/* Whether a word can be the verb of a sentence: one that is known as such, or
** one that is not known at all. */
static int tailIsVerb(const NewsItem *p, int bKnown) {
  if( p->eType != NEWS_IT_WORD || newsItemCap(p) ) return 0;
  if( newsItemIs(p, NEWS_LEX_MODAL | NEWS_LEX_GER | NEWS_LEX_PREP) ) return 0;
  if( p->mClass == 0 ) return !bKnown;
  return newsItemIs(p, NEWS_LEX_VERB | NEWS_LEX_CUE | NEWS_LEX_AUX) &&
         newsItemIs(p, NEWS_LEX_PAST | NEWS_LEX_THIRD);
}

/* Past the small words behind the verb at item i that belong to it: was
** [indignant], wants [to believe]. */
static u32 tailPastVerb(const NewsItem *a, u32 i, u32 iTo) {
  u32 j;
  for( j = i + 1; j < iTo && j < i + TAIL_VERB; j++ ) {
    if( a[j].eType != NEWS_IT_WORD || newsPhraseOpens(&a[j]) ||
        (newsItemIs(&a[j], NEWS_LEX_PREP) && !newsCueIsTo(&a[j])) ||
        newsItemIs(&a[j], NEWS_LEX_CONJ | NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD |
                              NEWS_LEX_ADJUNCT | NEWS_WHEN) ) {
      break;
    }
  }
  return j;
}

/* Whether the clause may end at item i: with the sentence, or with what is told
** beside it. */
static int tailEnds(const NewsItem *a, u32 i, u32 iTo) {
  i = newsCueSkipAdjuncts(a, i, iTo);
  return i >= iTo || newsItemStop(&a[i]) || newsItemBreaks(&a[i]) ||
         newsItemIs(&a[i], NEWS_LEX_PREP | NEWS_LEX_SUBORD | NEWS_LEX_GER);
}

/* Whether a phrase is a source: it holds one, or is "one of them". */
static int tailIsSource(const NewsItem *a, const NewsFit *pFit) {
  const NewsItem *p = &a[pFit->span.iFrom];
  if( pFit->bPron || newsSpanLen(pFit->span) == 0 ) return 0;
  return pFit->nScore > 1 || (newsItemIs(p, NEWS_LEX_PRON) &&
                              newsItemIs(p, NEWS_LEX_NUMBER | NEWS_LEX_INDEF));
}

/* Source and verb from item i on: V S. */
static int tailInverted(const NewsText *pText, const NewsItem *a, u32 i,
                        u32 iTo, NewsClause *c) {
  NewsFit fit;
  u32 j = tailPastVerb(a, i, iTo);
  if( !tailIsVerb(&a[i], 0) ) return 0;
  fit = newsPhraseRight(pText, a, j, iTo, 0);
  if( !tailIsSource(a, &fit) || !tailEnds(a, fit.span.iTo, iTo) ) return 0;
  c->cue = newsSpan(i, j);
  c->mention = fit.span;
  c->whole = newsSpan(i, fit.span.iTo);
  return 1;
}

/* ... or S V. */
static int tailStraight(const NewsItem *a, u32 i, u32 iTo, NewsClause *c) {
  u32 k, j;
  for( k = i + 1; k < iTo && k < i + TAIL_SOURCE; k++ ) {
    NewsFit fit;
    if( a[k].eType == NEWS_IT_QUOTE || newsItemStop(&a[k]) ) return 0;
    if( !tailIsVerb(&a[k], 1) ) continue;
    fit = newsPhraseLeft(a, i, k);
    if( fit.nScore < 8 || fit.span.iFrom != i ||
        newsItemBreaks(&a[fit.span.iTo]) ) {
      continue; /* the last: "The Long Road", Doe's first film, sold well */
    }
    j = tailPastVerb(a, k, iTo);
    if( !tailEnds(a, j, iTo) ) continue;
    c->cue = newsSpan(k, j);
    c->mention = fit.span;
    c->whole = newsSpan(i, j);
    return 1;
  }
  return 0;
}

void newsTailFind(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                  NewsVec *pOut) {
  const NewsClause *aC = pOut->a;
  NewsClause c, *pNew;
  u32 i = unit.iFrom, k;
  while( i + 1 < unit.iTo && a[i].eType == NEWS_IT_QUOTE &&
         a[i + 1].eType == NEWS_IT_QUOTE ) {
    i++;
  }
  if( a[i].eType != NEWS_IT_QUOTE ) return;
  for( k = 0; k < pOut->n; k++ ) {
    if( aC[k].nScore >= NEWS_CLAUSE_LEAST &&
        (newsSpanHas(aC[k].left, i) || newsSpanHas(aC[k].right, i)) ) {
      return;
    }
  }
  k = tailBehind(pText, a, i);
  if( k == 0 || k >= unit.iTo ) return;
  while( k + 1 < unit.iTo && newsItemIs(&a[k], NEWS_LEX_ADVERB) ) k++;
  memset(&c, 0, sizeof(c));
  if( !tailInverted(pText, a, k, unit.iTo, &c) &&
      !tailStraight(a, k, unit.iTo, &c) ) {
    return;
  }
  c.left = newsSpan(unit.iFrom, i + 1);
  c.iCueWord = a[c.cue.iFrom].iWord;
  c.nScore = TAIL_SCORE;
  pNew = newsVecPush(pOut, pText->pArena, sizeof(*pNew));
  if( pNew ) *pNew = c;
}
