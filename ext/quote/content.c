/*
** content.c: see content.h.
*/
#include "quote/content.h"

#include "quote/behind.h"
#include "quote/evidence.h"
#include "quote/extent.h"

#define CONTENT_AS 7    /* Weight of a cue that may say C, as S V */
#define WORK_NAME_MAX 7 /* Items of a noun phrase around the name of a work */

NewsSpan newsContentBefore(const NewsCue *p, u32 iEnd) {
  const NewsItem *a = p->a;
  u32 i = iEnd > p->unit.iFrom + NEWS_CUE_REACH ? iEnd - NEWS_CUE_REACH
                                                : p->unit.iFrom;
  while( iEnd > i && newsItemBreaks(&p->a[iEnd - 1]) ) iEnd--;
  while( i < iEnd && p->a[i].eType == NEWS_IT_SIGN &&
         !newsItemSign(&p->a[i], '(') && !newsItemSign(&p->a[i], '[') ) {
    i++;
  }
  if( i + 2 < iEnd && newsItemIs(&a[i], NEWS_LEX_ADVERB) &&
      newsItemSign(&a[i + 1], ',') ) {
    i += 2; /* "Finally, ..." is the report's own */
  }
  return newsSpan(i, iEnd);
}

/* Whether the words before a clause are half of "It was C, S V, that C". */
static int contentIsCleft(const NewsCue *p, const NewsClause *c) {
  const NewsItem *a = p->a;
  u32 i = c->left.iFrom, k = c->whole.iTo;
  return newsSpanLen(c->left) > 2 && newsCueIsIt(&a[i]) &&
         newsItemIs(&a[i + 1], NEWS_LEX_AUX) && newsItemSign(&a[k], ',') &&
         newsCueIsThat(&a[k + 1]) && k + 2 < p->unit.iTo &&
         !newsCueHasVerb(p->pText, a, i + 2, c->left.iTo);
}

/* Whether [i, iTo) is one subordinate clause: "So when the boat came in", but
** not "If it comes, we go". */
static int contentIsAdverbial(const NewsItem *a, u32 i, u32 iTo) {
  while( i < iTo && newsItemIs(&a[i], NEWS_LEX_CONJ | NEWS_LEX_ADVERB) &&
         !newsItemIs(&a[i], NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD) ) {
    i++;
  }
  if( i >= iTo || newsItemIs(&a[i], NEWS_LEX_DET) ||
      !newsItemIs(&a[i], NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD) ) {
    return 0;
  }
  for( i++; i + 1 < iTo; i++ ) {
    if( newsItemBreaks(&a[i]) && newsPhraseOpens(&a[i + 1]) ) return 0;
  }
  return 1;
}

/*
** Whether a clause with a pronoun only takes up one before the quotation:
** [Venn said the road was "long," she said]. A colon, semicolon or dash before
** the quotation parts the two: left then begins behind it.
*/
static int contentRepeats(const NewsCue *p, NewsClause *pOut) {
  const NewsItem *a = p->a;
  u32 i, iQuote = pOut->left.iTo;
  while( iQuote > pOut->left.iFrom && a[iQuote - 1].eType == NEWS_IT_QUOTE ) {
    iQuote--;
  }
  if( iQuote > pOut->left.iFrom &&
      (newsItemSign(&a[iQuote - 1], ':') || newsItemSign(&a[iQuote - 1], ';') ||
       newsItemDash(&a[iQuote - 1])) ) {
    pOut->left.iFrom = iQuote;
    return 0;
  }
  if( newsSpanLen(pOut->mention) != 1 ||
      !newsItemIs(&a[pOut->mention.iFrom], NEWS_LEX_PRON) ) {
    return 0;
  }
  for( i = pOut->left.iFrom; i < iQuote; i++ ) {
    if( newsCueIsFinite(&a[i]) && newsCueWeight(p->pText, &a[i]) >= 6 ) {
      return 1;
    }
  }
  return 0;
}

/* Whether a quotation ends right before item i, a comma or dash between. */
static int contentQuoteEnds(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  if( a[i - 1].eType == NEWS_IT_QUOTE ) return 1;
  return newsItemBreaks(&a[i - 1]) && i > p->unit.iFrom + 1 &&
         a[i - 2].eType == NEWS_IT_QUOTE;
}

/* Words before a clause without what the report tells before a colon: The union
** rejected the plan: [it was "unjust,"] S V; nor a sentence before a quotation
** that begins in small letters: We asked why. ["because we can,"] S V. */
static NewsSpan contentBehindColon(const NewsCue *p, NewsSpan s) {
  const NewsItem *a = p->a;
  u32 i;
  int bCue = 0;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    bCue |= newsCueIsFinite(&a[i]);
    if( bCue && newsItemSign(&a[i], ':') ) s.iFrom = i + 1;
    if( newsItemSign(&a[i], '.') && i + 1 < s.iTo &&
        a[i + 1].eType == NEWS_IT_QUOTE ) {
      s.iFrom = i + 1;
    }
  }
  return s;
}

/* Whether what stands before a clause is only what the source does meanwhile:
** "Addressing a rally in Ost, S V that C". Where nothing can follow, it may be
** what is said: "Raising fares hurts the poor, S V." */
static int contentIsMeanwhile(const NewsCue *p, const NewsClause *c, u32 k) {
  const NewsItem *a = p->a;
  u32 i = p->unit.iFrom;
  if( !newsItemIs(&a[i], NEWS_LEX_GER) || !newsItemCap(&a[i]) ) return 0;
  while( ++i < k ) {
    if( !newsItemIs(&a[i - 1], NEWS_LEX_DET | NEWS_LEX_INDEF) &&
        newsCueHasVerb(p->pText, a, i, i + 1) ) {
      return 0;
    }
  }
  return !newsCueEndsAt(p, c->whole.iTo);
}

/* Whether what stands before a clause only tells where or when it was said,
** whatever name in marks it ends with: On Sunday's edition of "Velm Today,"; In
** a book called "Rivers," */
static int contentIsSetting(const NewsItem *a, NewsSpan s) {
  u32 i;
  if( !newsItemIs(&a[s.iFrom], NEWS_LEX_PREP) && !newsCueIsAs(&a[s.iFrom]) &&
      !(newsItemIs(&a[s.iFrom], NEWS_LEX_GER) && newsItemCap(&a[s.iFrom])) ) {
    return 0;
  }
  if( newsItemIs(&a[s.iFrom + 1], NEWS_LEX_PRON) &&
      newsItemIs(&a[s.iFrom + 1], NEWS_LEX_WH_WORD) ) {
    return 1; /* In what she called "a test," */
  }
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( a[i].eType == NEWS_IT_WORD &&
        newsItemIs(&a[i], NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_SUBJECT) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether the cue only names the source of another one behind it: "C", one user
** [called] Grey Heron wrote. */
static int contentNames(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iCue + 1;
  if( !newsItemIs(&a[p->iCue], NEWS_LEX_PART) ||
      !newsItemIs(&a[p->iCue], NEWS_LEX_OBJECT) ) {
    return 0;
  }
  while( i < p->unit.iTo && i < p->iCue + WORK_NAME_MAX &&
         (newsItemCap(&a[i]) || newsItemIs(&a[i], NEWS_LEX_NUMBER)) ) {
    i++;
  }
  return i > p->iCue + 1 && newsCueIsFinite(&a[i]);
}

/* Whether nothing before the clause that begins at item i is attributed by it,
** whatever it is. */
static int contentIsFirst(const NewsCue *p, const NewsClause *c, u32 i) {
  const NewsItem *a = p->a;
  u32 k = p->iVerb;
  while( k > i && newsItemIs(&a[k - 1], NEWS_LEX_ADVERB) ) k--;
  if( i == p->unit.iFrom ||
      (newsSpanLen(c->mention) == 1 &&
       newsItemIs(&a[c->mention.iFrom], NEWS_LEX_WH_WORD)) ||
      (newsItemIs(&a[k - 1], NEWS_LEX_WH_WORD) &&
       !newsItemIs(&a[k - 1], NEWS_LEX_SUBORD) && !newsCueIsThat(&a[k - 1])) ) {
    return 1; /* the last: Doe, who vowed to go */
  }
  if( p->bPassive && !p->bAgent && newsSpanLen(c->mention) ) {
    return 1; /* owners of Ost, Velm and others were suspected */
  }
  if( p->iVerb == p->iCue && newsItemIs(&a[p->iCue], NEWS_LEX_GER) ) {
    return 1; /* described as "sad" a post attacking Doe */
  }
  return !(p->mClass & NEWS_LEX_LEAD) && a[i - 1].eType != NEWS_IT_QUOTE &&
         !(p->bHeading && (p->mClass & NEWS_LEX_THAT));
}

/* A quotation that ends before the clause, at item i: sets left. Points. */
static int contentQuoteLeft(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  int bLast = a[i - 1].eType == NEWS_IT_QUOTE;
  if( bLast && newsSpanLen(pOut->mention) &&
      newsItemIs(&a[pOut->whole.iTo], NEWS_LEX_AUX) ) {
    return 0; /* The "errors" he cited are few */
  }
  if( contentNames(p) ) return 0;
  if( bLast && !newsItemIsSpeech(p->pText, &p->a[i - 1], p->bHeading) &&
      contentIsSetting(a, newsContentBefore(p, i)) ) {
    return 0; /* As a host on "The Ladder," Doe mocked guests */
  }
  pOut->left = contentBehindColon(p, newsContentBefore(p, i));
  return contentRepeats(p, pOut) ? 0 : NEWS_EV_QUOTE_BEFORE;
}

/* Whether the words before item k tell where something was said, and its
** participle is no verb: "In an interview published by KTA, S urged them". */
static int contentIsOccasion(const NewsCue *p, const NewsClause *c, u32 k) {
  const NewsItem *a = p->a;
  u32 i = p->unit.iFrom;
  int bWhere = 0;
  if( !newsItemIs(&a[i], NEWS_LEX_PREP) || newsCueEndsAt(p, c->whole.iTo) ) {
    return 0;
  }
  while( ++i < k ) {
    bWhere |= newsItemIs(&a[i], NEWS_LEX_VENUE | NEWS_LEX_DOCUMENT);
    if( newsItemIs(&a[i], NEWS_LEX_PART) && !newsItemIs(&a[i], NEWS_LEX_AUX) &&
        newsItemIs(&a[i + 1], NEWS_LEX_PREP) && bWhere ) {
      continue;
    }
    if( newsCueHasVerb(p->pText, a, i, i + 1) ) return 0;
  }
  return bWhere;
}

/* Whether the clause ends its sentence, but for what is told besides of the
** last thing that it names: S said in its report[, which runs to 84 pages]. */
static int contentEnds(const NewsCue *p, const NewsClause *c) {
  u32 i;
  if( newsCueEndsAt(p, c->whole.iTo) ) return 1;
  i = newsCueSkipAdjuncts(p->a, c->whole.iTo, p->unit.iTo);
  return i > c->whole.iTo && newsItemSign(&p->a[i], ',') &&
         newsItemIs(&p->a[i + 1], NEWS_LEX_WH_WORD) &&
         !newsItemIs(&p->a[i + 1], NEWS_LEX_SUBORD);
}

/* Whether the verb of words before the clause stands behind it, so that they
** are its subject: [That gate,] the abbot noted, [was older]. */
static int contentIsSubject(const NewsCue *p, const NewsClause *c) {
  const NewsItem *pNext = &p->a[c->whole.iTo + 1];
  return newsItemSign(pNext - 1, ',') &&
         newsItemIs(pNext, NEWS_LEX_AUX | NEWS_LEX_MODAL);
}

/* Other words that end before the clause, at item i, parted from it by a comma:
** sets left. Points. */
static int contentWordsLeft(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  u64 mNone = NEWS_LEX_PREP | NEWS_WHEN;
  u32 iFrom = p->unit.iFrom, k = i;
  int bVerb;
  if( !contentIsSubject(p, pOut) ) mNone |= NEWS_LEX_ADVERB | NEWS_LEX_SUBORD;
  if( k > iFrom + 2 && newsCueIsAs(&a[k - 1]) && newsItemBreaks(&a[k - 2]) &&
      newsCueWeight(p->pText, &a[p->iCue]) >= CONTENT_AS &&
      newsCueEndsAt(p, pOut->whole.iTo) ) {
    k--; /* C, as S V */
  }
  while( k > iFrom && newsItemBreaks(&a[k - 1]) ) k--;
  if( k == i || k == iFrom ) return 0;
  bVerb =
      newsCueHasVerb(p->pText, a, iFrom, k) && !contentIsOccasion(p, pOut, k);
  if( !bVerb && !(k == iFrom + 1 && newsItemIs(&a[iFrom], NEWS_LEX_PRON)) &&
      (k > iFrom + 12 || newsItemIs(&a[iFrom], mNone)) ) {
    return 0; /* "On Monday, he said ..."; not "That, he said, ..." */
  }
  if( contentIsAdverbial(a, iFrom, k) || newsCueIsFronted(&a[iFrom]) ||
      contentIsMeanwhile(p, pOut, k) ) {
    return 0;
  }
  if( p->bNegated ) return 0; /* "..., Google did not respond" */
  pOut->left = contentBehindColon(p, newsContentBefore(p, k));
  return bVerb ? NEWS_EV_CLAUSE_BEFORE : NEWS_EV_WORDS_BEFORE;
}

/* What stands before the clause that begins at item i. Points. */
static int contentLeft(const NewsCue *p, NewsClause *pOut, u32 i) {
  u32 iFrom = p->unit.iFrom;
  if( contentIsFirst(p, pOut, i) ) return 0;
  if( i > iFrom + 1 && p->a[iFrom].eType == NEWS_IT_QUOTE &&
      newsCueIsAs(&p->a[i - 1]) && contentQuoteEnds(p, i - 1) ) {
    i--; /* Q, as S puts it */
  }
  return contentQuoteEnds(p, i) ? contentQuoteLeft(p, pOut, i)
                                : contentWordsLeft(p, pOut, i);
}

/*
** The right side of a clause that has something on its left. What is on the
** left is no part where the right side begins without a comma ("On ..., S V
** that C") and the left side is not a quotation: then left is emptied.
*/
static int contentBothSides(const NewsCue *p, NewsClause *c, u32 iTo) {
  int bQuote = p->a[c->left.iTo - 1].eType == NEWS_IT_QUOTE &&
               !contentIsSetting(p->a, c->left);
  int bVerb = newsCueHasVerb(p->pText, p->a, c->left.iFrom, c->left.iTo);
  int n = newsBehindFind(p, c, iTo, 1);
  NewsClause alone;
  if( contentIsCleft(p, c) ) {
    c->right.iFrom = c->whole.iTo + 1;
    c->right.iTo = newsExtentEnd(p, c->right.iFrom);
    return NEWS_EV_SPLIT;
  }
  if( c->bAwaits && !bQuote ) c->left = newsSpan(0, 0);
  if( bQuote && bVerb && n == 0 && p->a[c->left.iFrom].eType != NEWS_IT_QUOTE &&
      newsItemSign(&p->a[c->left.iTo], ',') &&
      !newsItemIs(&p->a[c->mention.iFrom], NEWS_LEX_SUBJECT) &&
      newsCueEndsAt(p, c->whole.iTo) ) {
    return NEWS_EV_ENDS; /* Doe had shown "no remorse", the judge found. */
  }
  if( bQuote || c->bAwaits ) return n;
  if( n == 0 ) {
    n = contentEnds(p, c)                        ? NEWS_EV_ENDS
        : newsItemSign(&p->a[c->whole.iTo], ',') ? NEWS_EV_COMMA
                                                 : NEWS_EV_TRAILS;
  }
  if( bVerb && c->mention.iFrom > p->iCue &&
      newsItemIs(&p->a[c->whole.iTo], NEWS_LEX_SUBORD | NEWS_LEX_CONJ) &&
      !newsCueIsThat(&p->a[c->whole.iTo]) ) {
    return n; /* C, said Doe as she left the court */
  }
  alone = *c;
  alone.left = alone.right = newsSpan(0, 0);
  if( newsBehindFind(p, &alone, iTo, 0) > 1 && newsSpanLen(alone.right) &&
      !newsCueIsTo(&p->a[alone.right.iFrom - 1]) &&
      (!newsItemBreaks(&p->a[alone.right.iFrom - 1]) ||
       (bVerb && p->a[alone.right.iFrom].eType == NEWS_IT_QUOTE)) ) {
    c->left = newsSpan(0, 0);
  }
  return n;
}

/* Whether a clause tells who calls something so, and no more: The ["war on
** cars"], as S calls it. Sets left where what is called so is a quotation. */
static int contentAsCalled(const NewsCue *p, NewsClause *c) {
  const NewsItem *a = p->a;
  u32 i = c->whole.iFrom, k = p->iCue + 1;
  if( i < p->unit.iFrom + 2 || !newsCueIsAs(&a[i - 1]) ||
      !(p->mClass & NEWS_LEX_OBJECT) || !newsItemIs(&a[k], NEWS_LEX_PRON) ||
      c->whole.iTo != k || newsItemIs(&a[k], NEWS_LEX_DET) ||
      !(newsItemBreaks(&a[k + 1]) || newsItemStop(&a[k + 1])) ) {
    return 0;
  }
  i -= 1 + newsItemBreaks(&a[i - 2]);
  if( i > p->unit.iFrom && a[i - 1].eType == NEWS_IT_QUOTE ) {
    c->left = newsSpan(i - 1, i);
    c->nScore += NEWS_EV_QUOTE_BEFORE;
  }
  c->whole.iTo = k + 1;
  return 1;
}

void newsContentFind(const NewsCue *p, NewsClause *pOut) {
  u32 iTo = pOut->whole.iTo;
  int n;
  if( contentAsCalled(p, pOut) ) return;
  n = pOut->bInherit ? 0 : contentLeft(p, pOut, pOut->whole.iFrom);
  if( newsSpanLen(pOut->left) ) n += contentBothSides(p, pOut, iTo);
  if( newsSpanLen(pOut->left) == 0 ) n = newsBehindFind(p, pOut, iTo, 0);
  pOut->nScore += n;
}
