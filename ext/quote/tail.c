/*
** tail.c: see tail.h.
**
**   "We were not told", was alarmed Jean Morel.    V S
**   "We were not told," the mayor shrugged.        S V
**   "We were not told," was the reply of Morel.    V noun of S
**   For Morel, "nobody was told".                  a source alone
*/
#include "quote/tail.h"

#include "lexicon/lexicon.h"

#include "quote/cue.h"

#define TAIL_WORDS 2   /* Words of the quotation, at least */
#define TAIL_VERB 4    /* Items of the verb group, at most */
#define TAIL_NOUN 5    /* Items of a noun for words, at most */
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

/* Whether a noun is one for words, or for nothing that can speak: answer. */
static int tailIsWords(const NewsItem *p) {
  if( p->eType != NEWS_IT_WORD || newsItemCap(p) ) return 0;
  return newsItemIs(p, NEWS_LEX_NUMBER | NEWS_LEX_OTHER) ||
         !newsItemIs(p, NEWS_GRAMMAR | NEWS_LEX_TITLE | NEWS_LEX_ROLE |
                            NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE | NEWS_LEX_ORG |
                            NEWS_LEX_MEDIA | NEWS_LEX_PLACE);
}

/* The same where the source is the noun's owner: was [Orlu]'s comment. */
static int tailOwned(const NewsText *pText, const NewsItem *a, u32 i, u32 iTo,
                     NewsClause *c) {
  u32 j = i + 1, k;
  while( j < iTo && j < i + TAIL_NOUN && a[j].eType == NEWS_IT_WORD ) j++;
  if( j == i + 1 || a[j].eType != NEWS_IT_CLITIC ) return 0;
  for( k = j + 1; k < iTo && k < j + TAIL_NOUN && tailIsWords(&a[k]); k++ ) {
  }
  c->mention = newsPhraseRight(pText, a, i + 1, j, 0).span;
  c->cue = newsSpan(i, i + 1);
  c->iCueWord = a[k - 1].iWord;
  c->whole = newsSpan(i, k);
  return k > j + 1 && c->mention.iTo == j && tailEnds(a, k, iTo);
}

/*
** A verb that is no cue and a noun for words, from item i on, whose source
** stands behind a preposition or before it: [was the curt reply] of S, [came
** the answer] from S, was S ['s comment].
*/
static int tailNoun(const NewsText *pText, const NewsItem *a, u32 i, u32 iTo,
                    NewsClause *c) {
  NewsFit fit;
  u32 j = i + 1, k;
  if( !tailIsVerb(&a[i], 0) || newsItemIs(&a[i], NEWS_LEX_LEAD) ||
      j + 2 > iTo ) {
    return 0;
  }
  if( !newsItemIs(&a[j], NEWS_LEX_DET) || a[j + 2].eType == NEWS_IT_CLITIC ) {
    return tailOwned(pText, a, i, iTo, c);
  }
  for( k = j + 1; k + 1 < iTo && k < j + TAIL_NOUN && tailIsWords(&a[k]);
       k++ ) {
  }
  if( k == j + 1 ) return 0;
  c->cue = newsSpan(i, k);
  c->iCueWord = a[k - 1].iWord;
  if( newsItemIs(&a[j], NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL) ) {
    c->mention = newsSpan(j, j + 1);
    c->whole = newsSpan(i, k);
    return tailEnds(a, k, iTo);
  }
  if( !newsItemIs(&a[k], NEWS_LEX_PREP) || newsCueIsTo(&a[k]) ) return 0;
  fit = newsPhraseRight(pText, a, k + 1, iTo, 0);
  if( !tailIsSource(a, &fit) || !tailEnds(a, fit.span.iTo, iTo) ) return 0;
  c->mention = fit.span;
  c->whole = newsSpan(i, fit.span.iTo);
  return 1;
}

/* Source and verb from item i on: V S, or so S. */
static int tailInverted(const NewsText *pText, const NewsItem *a, u32 i,
                        u32 iTo, NewsClause *c) {
  NewsFit fit;
  u64 mSo = NEWS_LEX_SUBORD | NEWS_LEX_ADVERB;
  int bSo = (a[i].mClass & mSo) == mSo && newsPhraseOpens(&a[i + 1]);
  u32 j = bSo ? i + 1 : tailPastVerb(a, i, iTo);
  if( !bSo && !tailIsVerb(&a[i], 0) ) return 0;
  if( newsItemIs(&a[i], NEWS_LEX_AUX) && j < iTo && tailIsWords(&a[j + 1]) ) {
    return 0;
  }
  fit = newsPhraseRight(pText, a, j, iTo, 0);
  if( !tailIsSource(a, &fit) || !tailEnds(a, fit.span.iTo, iTo) ) return 0;
  c->cue = newsSpan(i, newsSpanLen(a[i + 1].tok) > 1 ? i + 1 : j);
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

/* Whether a phrase is one that was told of beside others: "the other". */
static int tailIsOther(const NewsItem *a, NewsSpan s) {
  return newsSpanLen(s) && newsItemIs(&a[s.iFrom], NEWS_LEX_OTHER) &&
         newsSpanLen(a[s.iFrom].tok) > 1 &&
         (newsSpanLen(s) == 1 || newsItemSign(&a[s.iFrom + 1], ','));
}

/* "For Ann Lee, head of the board, Q": the candidate's own items. */
static int tailFor(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                   NewsClause *c) {
  u32 i = unit.iFrom, k;
  NewsFit fit;
  if( !newsItemIs(&a[i], NEWS_LEX_PREP) || newsSpanLen(a[i].tok) > 1 ||
      newsCueWeight(pText, &a[i]) != NEWS_LEXICON_FOR ) {
    return 0;
  }
  fit = newsPhraseRight(pText, a, i + 1, unit.iTo, 1);
  k = fit.span.iTo + 1;
  if( !(tailIsSource(a, &fit) || tailIsOther(a, fit.span)) ||
      !newsItemSign(&a[k - 1], ',') || a[k].eType != NEWS_IT_QUOTE ||
      newsSpanLen(a[k].tok) < TAIL_WORDS + 3 ||
      (pText->aTok[a[k].tok.iFrom + 1].flags & NEWS_TF_UPPER) ||
      !tailEnds(a, k + 1, unit.iTo) ) {
    return 0;
  }
  c->mention = fit.span;
  c->cue = newsSpan(i, i);
  c->whole = newsSpan(i, k - 1);
  c->right = newsSpan(k, k + 1);
  c->nScore = TAIL_SCORE;
  return 1;
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
  memset(&c, 0, sizeof(c));
  if( a[i].eType != NEWS_IT_QUOTE ) {
    if( pOut->n || !tailFor(pText, a, unit, &c) ) return;
    pNew = newsVecPush(pOut, pText->pArena, sizeof(*pNew));
    if( pNew ) *pNew = c;
    return;
  }
  for( k = 0; k < pOut->n; k++ ) {
    if( aC[k].nScore >= NEWS_CLAUSE_LEAST &&
        (newsSpanHas(aC[k].left, i) || newsSpanHas(aC[k].right, i)) ) {
      return;
    }
  }
  k = tailBehind(pText, a, i);
  if( k == 0 || k >= unit.iTo ) return;
  while( k + 1 < unit.iTo && newsItemIs(&a[k], NEWS_LEX_ADVERB) &&
         !newsItemIs(&a[k], NEWS_LEX_SUBORD) ) {
    k++;
  }
  if( !tailNoun(pText, a, k, unit.iTo, &c) ) {
    if( !tailInverted(pText, a, k, unit.iTo, &c) &&
        !tailStraight(a, k, unit.iTo, &c) ) {
      return;
    }
    c.iCueWord = a[c.cue.iFrom].iWord;
  }
  c.left = newsSpan(unit.iFrom, i + 1);
  c.nScore = TAIL_SCORE;
  pNew = newsVecPush(pOut, pText->pArena, sizeof(*pNew));
  if( pNew ) *pNew = c;
}
