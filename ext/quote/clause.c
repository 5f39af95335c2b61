/*
** clause.c: reporting clauses.
**
** For every cue of a unit (a sentence, with its quotations as single items)
** the ways in which it can attribute something are tried:
**
**   lead     Q, S V     C, S V.     Q, V S     Q, S V, Q     C, S V, C
**   that     S V (hearer) (when, where) that C
**   bare     S V C
**   quote    S V (hearer) (when, where) [,:] Q
**   wh       S V whether C
**   inf      S V (hearer) to C
**   object   S V noun phrase
**   adjunct  According to S, C      C, according to S
**
** (Q a quotation, C a clause, S the source, V the cue.)  Each gets points for
** the evidence: how often the word is a cue, how well the subject fits, what
** stands on either side.  newsClauseChoose() takes the best that do not
** contradict each other (choose.c).
*/
#include "quote/clause.h"

#include "quote/content.h"
#include "quote/extent.h"
#include "quote/cue.h"
#include "quote/evidence.h"
#include "quote/label.h"
#include "quote/tail.h"

/* The tables weigh how often a word reports speech; a thought cue is weighed
** as much as this by itself */
#define THOUGHT_WEIGHT 4
#define CLAUSE_NOUN 2   /* Weight of a cue that is mostly a noun, at most */
#define CLAUSE_SAID 8   /* Items of a clause behind its verb, at most */
#define CLAUSE_SURE 8   /* Points of a source that nothing else can be */
#define CLAUSE_LIKELY 4 /* ... that is more than any noun */
#define CLAUSE_CITED 12 /* Items of whom "cited ... as saying" holds, at most */
#define CLAUSE_ASIDE 9  /* Items of "when asked about it", at most */
#define CLAUSE_AGENT 48 /* Items of a source behind "by" or "to", at most */

static NewsClause *clausePush(const NewsCue *p, NewsVec *pOut) {
  NewsClause *pNew = newsVecPush(pOut, p->pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return 0;
  pNew->cue = newsSpan(p->iCue, p->iCue + 1);
  pNew->iCueWord = p->a[p->iCue].iWord;
  pNew->bThought = (p->mClass & NEWS_LEX_THOUGHT) != 0;
  return pNew;
}

/* A candidate that is c, with the cue. */
static void clausePushAs(const NewsCue *p, NewsVec *pOut, const NewsClause *c) {
  NewsClause *pNew = clausePush(p, pOut);
  NewsClause row = *c;
  if( pNew == 0 ) return;
  row.cue = pNew->cue;
  row.iCueWord = pNew->iCueWord;
  *pNew = row;
}

/*
** The end of a source that opens its sentence, of which the items before i are
** part: the comma behind it, where no verb stands before that. "a report by the
** Centre, published on Monday by the Herald".
*/
static u32 clauseToComma(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  u32 j;
  for( j = i; j < p->unit.iTo && j < i + CLAUSE_AGENT; j++ ) {
    if( newsItemSign(&a[j], ',') ) return j;
    if( newsItemIs(&a[j], NEWS_LEX_PART) && newsItemIs(&a[j], NEWS_LEX_VERB) &&
        newsItemIs(&a[j + 1], NEWS_LEX_PREP) ) {
      continue; /* two aides consulted by it */
    }
    if( a[j].eType == NEWS_IT_QUOTE || newsItemStop(&a[j]) ||
        newsItemIs(&a[j], NEWS_FINITE) ||
        (newsCueIsFinite(&a[j]) && !newsItemIs(&a[j], NEWS_LEX_PART)) ) {
      break;
    }
  }
  return i;
}

/* Whether the adjunct stands between commas behind the verb that it parts from
** its object: Doe expects, [according to her lawyer], a fine. */
static int clauseHangs(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iCue;
  return i > p->unit.iFrom + 2 && newsItemSign(&a[i - 1], ',') &&
         (newsItemIs(&a[i - 2], NEWS_FINITE) || newsCueIsFinite(&a[i - 2])) &&
         !newsItemIs(&a[i - 2], NEWS_LEX_PART) &&
         clauseToComma(p, i + 1) > i + 1;
}

int newsClauseHasVerb(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                      u32 iTo) {
  u32 i = unit.iFrom;
  if( newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_INDEF) && i + 2 <= iTo ) i += 2;
  return newsCueHasVerb(pText, a, i, iTo);
}

static int clauseHasVerb(const NewsCue *p, u32 iTo) {
  return newsClauseHasVerb(p->pText, p->a, p->unit, iTo);
}

/* Whether it stands between commas behind the sentence's subject, before the
** verb: The letters, [according to two aides shown them], were lost. */
static int clauseParts(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = clauseToComma(p, p->iCue + 1);
  return p->iCue > p->unit.iFrom + 1 && newsItemSign(&a[p->iCue - 1], ',') &&
         !clauseHasVerb(p, p->iCue - 1) && i + 1 < p->unit.iTo &&
         newsItemSign(&a[i], ',') && newsItemIs(&a[i + 1], NEWS_FINITE);
}

/* What "according to S" attributes where it does not open its sentence: the
** words before it; and those behind it where it stands in their middle. */
static void clauseAdjunctInside(const NewsCue *p, NewsClause *c, u32 i) {
  const NewsItem *a = p->a;
  c->left = newsContentBefore(p, p->iCue);
  if( newsSpanLen(c->left) && a[c->left.iTo - 1].eType == NEWS_IT_QUOTE ) {
    if( a[c->left.iFrom].eType == NEWS_IT_QUOTE ) {
      c->nScore += NEWS_EV_QUOTE_BEFORE;
    }
    if( newsItemSign(&a[i], ',') && a[i + 1].eType == NEWS_IT_QUOTE ) {
      c->right = newsSpan(i + 1, newsExtentEnd(p, i + 1));
    }
    return; /* "A," according to Doe, "B." */
  }
  if( newsItemBreaks(&a[p->iCue - 1]) && i + 1 < p->unit.iTo &&
      newsItemSign(&a[i], ',') &&
      !newsItemIs(&a[i + 1], NEWS_LEX_CONJ | NEWS_LEX_SUBORD |
                                 NEWS_LEX_WH_WORD | NEWS_LEX_CUE) &&
      (clauseHangs(p) || !clauseHasVerb(p, c->left.iTo)) ) {
    c->right = newsSpan(i + 1, newsExtentEnd(p, i + 1));
  }
}

/* "In his words, C", "C, in his words": whose words they are tells who. */
static void clauseOwnWords(const NewsCue *p, NewsVec *pOut) {
  u32 i = p->iCue + 1;
  NewsCue cue = *p;
  NewsClause *pNew;
  cue.iCue -= 2;
  if( cue.iCue == p->unit.iFrom
          ? !newsItemBreaks(&p->a[i]) || i + 2 >= p->unit.iTo
          : !newsItemBreaks(&p->a[cue.iCue - 1]) &&
                p->a[cue.iCue - 1].eType != NEWS_IT_QUOTE ) {
    return;
  }
  pNew = clausePush(p, pOut);
  if( pNew == 0 ) return;
  pNew->bAdjunct = 1;
  pNew->cue = pNew->whole = newsSpan(cue.iCue, i);
  pNew->mention = newsSpan(i - 2, i - 1);
  pNew->nScore = p->nWeight + NEWS_EV_ADJUNCT + NEWS_EV_BARE;
  if( cue.iCue == p->unit.iFrom ) {
    pNew->right = newsSpan(i + 1, newsExtentEnd(p, i + 1));
  } else {
    clauseAdjunctInside(&cue, pNew, i);
  }
}

/* "according to S": what stands before and behind. */
static void clauseAdjunct(const NewsCue *p, NewsVec *pOut) {
  const NewsItem *a = p->a;
  NewsFit fit;
  NewsClause *pNew;
  u32 iTo = p->unit.iTo, i, iFirst = p->iCue + 1;
  int bOpens = p->iCue == p->unit.iFrom ||
               (p->iCue == p->unit.iFrom + 1 &&
                newsItemIs(&a[p->unit.iFrom], NEWS_LEX_CONJ)) ||
               newsItemIs(&a[p->iCue - 1], NEWS_LEX_SUBORD);
  if( newsCueIsWithin(a, p->unit.iFrom, p->iCue) ) return;
  if( !bOpens && clauseHangs(p) ) iTo = clauseToComma(p, iFirst);
  fit = newsPhraseRight(p->pText, a, iFirst, iTo, bOpens);
  iTo = p->unit.iTo;
  if( newsSpanLen(fit.span) == 0 || fit.nScore < 0 ) return;
  if( newsSpanLen(fit.span) == 1 && !newsItemCap(&a[iFirst]) &&
      !newsItemIs(&a[iFirst],
                  NEWS_LEX_PLURAL | NEWS_LEX_PRON | NEWS_LEX_PEOPLE) ) {
    return; /* "according to plan" */
  }
  if( bOpens || clauseParts(p) ) {
    fit.span.iTo = clauseToComma(p, fit.span.iTo);
  }
  i = newsCueSkipAdjuncts(a, fit.span.iTo, iTo);
  if( bOpens ) {
    if( i < iTo && newsItemBreaks(&a[i]) ) i++;
    if( i < iTo && newsItemSign(&a[i], ':') ) i++;
    if( i >= iTo || newsItemStop(&a[i]) ) return;
  }
  pNew = clausePush(p, pOut);
  if( pNew == 0 ) return;
  pNew->bAdjunct = 1;
  pNew->mention = fit.span;
  pNew->whole = newsSpan(p->iCue, fit.span.iTo);
  pNew->nScore = p->nWeight + NEWS_EV_ADJUNCT;
  if( bOpens ) {
    pNew->right = newsSpan(i, newsExtentEnd(p, i));
    if( a[i].eType == NEWS_IT_QUOTE ) pNew->nScore += NEWS_EV_QUOTE_BEHIND;
  } else {
    clauseAdjunctInside(p, pNew, i);
  }
}

/* The verb group's first item, or that of adverbs between a quotation and it:
** "Q", [for his part] said Doe. */
static u32 clausePastQuote(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iVerb;
  while( i > p->unit.iFrom + 1 && newsItemIs(&a[i - 1], NEWS_LEX_ADVERB) &&
         !newsItemIs(&a[i - 1], NEWS_LEX_PRON) ) {
    i--;
  }
  if( i == p->iVerb || i < p->unit.iFrom + 1 ) return p->iVerb;
  return a[i - 1].eType == NEWS_IT_QUOTE ||
                 (i > p->unit.iFrom + 1 && newsItemBreaks(&a[i - 1]) &&
                  a[i - 2].eType == NEWS_IT_QUOTE)
             ? i
             : p->iVerb;
}

/* Whether a heading ends with the cue, behind a comma, and one or two words:
** "Minister misled house, says ethics watchdog". */
static int clauseEndsHeading(const NewsCue *p, u32 iFrom) {
  u32 i = p->iCue + 1;
  if( !p->bHeading || iFrom == p->unit.iFrom ||
      !newsItemSign(&p->a[iFrom - 1], ',') || p->unit.iTo > i + 2 ) {
    return 0;
  }
  while( i < p->unit.iTo && p->a[i].eType == NEWS_IT_WORD &&
         !newsItemIs(&p->a[i], NEWS_GRAMMAR) ) {
    i++;
  }
  return i == p->unit.iTo && i > p->iCue + 1;
}

/* Whether a sentence ends with the cue, behind a comma, and a name alone: C,
** [criticised Doe]. */
static int clauseEndsNamed(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iCue + 1;
  if( !(p->mClass & NEWS_LEX_LEAD) || p->iVerb < p->unit.iFrom + 3 ||
      !newsItemSign(&a[p->iVerb - 1], ',') || !newsCueIsFinite(&a[p->iCue]) ||
      newsCueIsFinite(&a[p->iVerb - 2]) ||
      !newsCueHasVerb(p->pText, a, p->unit.iFrom, p->iVerb - 1) ) {
    return 0;
  }
  while( i < p->unit.iTo && newsItemCap(&a[i]) &&
         !newsItemIs(&a[i], NEWS_LEX_PLACE | NEWS_LEX_DEMONYM) ) {
    i++;
  }
  return i > p->iCue + 1 && (i == p->unit.iTo || newsItemStop(&a[i]));
}

/* The first item behind the cue, and behind when it was said, or the name of
** whom it is told to, where a subject follows that: "Q," said [on Thursday] the
** captain; "Q," confided [to Lumen] the conductor. */
static u32 clausePastTold(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iCue + 1, j = i;
  if( newsItemIs(&a[i + newsItemIs(&a[i], NEWS_LEX_PREP)], NEWS_WHEN) ) {
    j = newsCueSkipAdjuncts(a, i, p->unit.iTo);
    return j < p->unit.iTo && newsPhraseOpens(&a[j]) && !newsItemCap(&a[j]) ? j
                                                                            : i;
  }
  if( !newsCueIsTo(&a[i]) || i + 2 >= p->unit.iTo ) return i;
  j++;
  while( j < p->unit.iTo && newsItemCap(&a[j]) ) j++;
  return j > i + 1 && j < p->unit.iTo &&
                 newsItemIs(&a[j], NEWS_LEX_DET | NEWS_LEX_INDEF)
             ? j
             : i;
}

/* The subject right of the cue, where the order may be inverted. */
static NewsFit clauseInverted(const NewsCue *p) {
  NewsFit none;
  const NewsItem *a = p->a;
  u32 iFrom = clausePastQuote(p);
  memset(&none, 0, sizeof(none));
  none.nScore = -100;
  if( !(p->mClass & NEWS_LEX_INVERT) || p->iCue + 1 >= p->unit.iTo ) {
    return none;
  }
  if( p->iVerb != p->iCue || newsItemIs(&a[p->iCue], NEWS_LEX_GER) ||
      (p->iVerb == p->unit.iFrom && newsItemIs(&a[p->iCue], NEWS_LEX_BASE)) ) {
    return none; /* the last: "Read a book" */
  }
  if( iFrom > p->unit.iFrom && a[iFrom - 1].eType != NEWS_IT_QUOTE &&
      !newsItemBreaks(&a[iFrom - 1]) ) {
    return none;
  }
  if( newsCueIsThat(&a[p->iCue + 1]) ) return none;
  if( !newsCueInverts(p->mClass) && !clauseEndsNamed(p) &&
      (p->iVerb == p->unit.iFrom || a[p->iVerb - 1].eType != NEWS_IT_QUOTE) ) {
    return none; /* C, slammed the mayor: rather whom it slammed */
  }
  if( newsItemIs(&a[p->iCue + 1], NEWS_LEX_PRON) &&
      !newsItemIs(&a[p->iCue + 1], NEWS_LEX_SUBJECT | NEWS_LEX_DET |
                                       NEWS_LEX_NUMBER | NEWS_LEX_INDEF |
                                       NEWS_LEX_OTHER | NEWS_LEX_PEOPLE |
                                       NEWS_LEX_SOURCE) ) {
    return none;
  }
  none = newsPhraseRight(p->pText, a, clausePastTold(p), p->unit.iTo, 0);
  if( clauseEndsHeading(p, iFrom) ) {
    none.span = newsSpan(p->iCue + 1, p->unit.iTo);
    none.nScore = CLAUSE_SURE;
  }
  return none;
}

/* Whether a finite verb stands before item i, close by. */
static int clauseVerbBefore(const NewsCue *p, u32 i) {
  u32 j = i;
  while( j > p->unit.iFrom && j + CLAUSE_AGENT > i ) {
    const NewsItem *pItem = &p->a[--j];
    if( pItem->eType == NEWS_IT_WORD &&
        (newsItemIs(pItem, NEWS_FINITE) || newsCueIsFinite(pItem)) ) {
      return 1;
    }
  }
  return 0;
}

/* Whether the comma at item i closes what is told beside a subject, so that its
** verb follows: the head of the union, [Tom Orr], simply said; Ann Lee, [who
** spoke on radio], later said. But not beside an object: "police held Tom Orr,
** 41, then said". */
static int clauseCloses(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  int bVerb = 0;
  u32 j;
  for( j = i; j > p->unit.iFrom + 1 && j + CLAUSE_AGENT > i; j-- ) {
    if( a[j - 1].eType == NEWS_IT_QUOTE || newsItemDash(&a[j - 1]) ) return 0;
    if( newsItemSign(&a[j - 1], ',') ) {
      return (!bVerb || newsItemIs(&a[j], NEWS_LEX_WH_WORD)) &&
             !clauseVerbBefore(p, j - 1);
    }
    bVerb |= newsItemIs(&a[j - 1], NEWS_FINITE) || newsCueIsFinite(&a[j - 1]);
  }
  return 0;
}

/* Whether the verb group stands behind a conjunction, with adverbs at most
** between ("and repeatedly said"), or a comma and adverbs (", then said"). */
static int clauseBehindConj(const NewsCue *p) {
  u32 i = p->iVerb;
  while( i > p->unit.iFrom && p->a[i - 1].eType == NEWS_IT_WORD &&
         newsItemIs(&p->a[i - 1], NEWS_LEX_ADVERB) &&
         !newsItemIs(&p->a[i - 1], NEWS_LEX_CONJ) ) {
    i--;
  }
  if( i == p->unit.iFrom ) return 0;
  return newsItemIs(&p->a[i - 1], NEWS_LEX_CONJ) ||
         (i < p->iVerb && i > p->unit.iFrom + 1 &&
          newsItemSign(&p->a[i - 1], ',') &&
          !newsItemIs(&p->a[i - 2], NEWS_LEX_SUBJECT) &&
          newsPhraseSkip(p->a, p->unit.iFrom, i) == i &&
          !clauseCloses(p, i - 1));
}

/* The first item behind the participle's clause that a sentence begins with:
** "Asked by the judge whether he knew, [Doe said]". That of the sentence if it
** does not begin so. */
static u32 clausePastFronted(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i, iFrom = p->unit.iFrom;
  if( p->iVerb < iFrom + 3 || !newsCueIsFronted(&a[iFrom]) ) return iFrom;
  for( i = p->iVerb - 1; i > iFrom && i + NEWS_CUE_REACH > p->iVerb; i-- ) {
    if( newsItemSign(&a[i], ',') && i + 1 < p->iVerb ) iFrom = i + 1;
    if( a[i].eType == NEWS_IT_WORD &&
        (newsItemIs(&a[i], NEWS_FINITE) || newsCueIsFinite(&a[i])) ) {
      break;
    }
  }
  return iFrom;
}

/* The first item that can be the subject's: of "quoted him as saying" what
** stands behind "quoted". */
static u32 clauseFloor(const NewsCue *p) {
  u32 i = p->iVerb;
  if( newsSpanLen(p->a[p->iCue].tok) > 1 ) {
    for( ; i > p->unit.iFrom && p->iVerb - i < 10; i-- ) {
      if( newsCueIsFinite(&p->a[i - 1]) ) return i;
    }
  }
  return clausePastFronted(p);
}

/* Whether a subject without an article is one all the same: in a heading,
** behind a comma: "Crash could have been stopped, inquiry finds". */
static int clauseHeadNoun(const NewsCue *p, NewsSpan span) {
  return p->bHeading && newsSpanLen(span) <= 2 &&
         span.iFrom > p->unit.iFrom + 2 &&
         newsItemSign(&p->a[span.iFrom - 1], ',');
}

/*
** "The Gazette quoted Dresk as saying": the cue is the words behind the
** source, and who quotes stands before it. The first item of all that.
*/
static u32 clauseQuotedBy(const NewsCue *p, u32 iFrom, NewsSpan *pVia) {
  NewsFit fit;
  if( newsSpanLen(p->a[p->iCue].tok) < 2 || iFrom < p->unit.iFrom + 2 ||
      !newsItemIs(&p->a[iFrom - 1], NEWS_LEX_CUE) ) {
    return iFrom;
  }
  fit = newsPhraseLeft(p->a, p->unit.iFrom, iFrom - 1);
  if( fit.nScore < 8 ) return iFrom;
  *pVia = fit.span;
  return fit.span.iFrom;
}

/* The phrase behind "by" at item i. */
static NewsFit clauseBy(const NewsCue *p, u32 i) {
  NewsFit none;
  u32 iTo = i + 1;
  memset(&none, 0, sizeof(none));
  if( iTo >= p->unit.iTo || !newsCueIsBy(&p->a[i]) ) return none;
  while( iTo < p->unit.iTo && iTo < i + CLAUSE_AGENT &&
         (newsSpanLen(p->a[iTo].tok) < 2 ||
          !newsItemIs(&p->a[iTo], NEWS_LEX_CUE)) ) {
    iTo++;
  }
  return newsPhraseRight(p->pText, p->a, i + 1, iTo, 0);
}

/* "Dresk was quoted as saying by the Gazette". */
static void clauseRelayed(const NewsCue *p, NewsClause *c) {
  NewsFit by;
  if( newsSpanLen(p->a[p->iCue].tok) < 2 ||
      !newsItemIs(&p->a[p->iCue], NEWS_LEX_PART) ) {
    return;
  }
  by = clauseBy(p, p->iCue + 1);
  if( by.nScore <= 1 ) return;
  c->via = by.span;
  c->whole.iTo = by.span.iTo;
}

/* Whether what stands before the verb is no subject of it, as a comma parts the
** two and closes nothing: The shops are shut [until Friday,] said ... */
static int clauseBreaks(const NewsCue *p, NewsSpan left, NewsSpan right) {
  u32 i = p->iVerb;
  if( i == p->unit.iFrom || !newsItemSign(&p->a[i - 1], ',') ||
      (p->mClass & NEWS_LEX_HEARER) || clauseCloses(p, i - 1) ||
      newsCueIsThat(&p->a[right.iTo]) ) {
    return 0;
  }
  for( i = left.iFrom; i < left.iTo; i++ ) {
    if( p->a[i].eType != NEWS_IT_WORD ) return 0;
  }
  return 1;
}

/* Whether a comma and a verb stand behind the subject on the right, so that
** both verbs have theirs: The bells, [said the sexton on Sunday,] will ring. */
static int clauseIsInserted(const NewsCue *p, NewsSpan right) {
  u32 i = newsCueSkipAdjuncts(p->a, right.iTo, p->unit.iTo);
  return i + 1 < p->unit.iTo && newsItemSign(&p->a[i], ',') &&
         newsItemIs(&p->a[i + 1], NEWS_LEX_AUX | NEWS_LEX_MODAL);
}

/* The points that a subject on the right must have, where one on the left might
** be it. */
static int clauseSure(const NewsCue *p, NewsSpan left, NewsSpan right) {
  if( !clauseBreaks(p, left, right) ) return CLAUSE_SURE;
  return clauseIsInserted(p, right) ? 1 : CLAUSE_LIKELY;
}

/* Whether a clause that reports ends with the comma before item i, so that none
** of it is a subject: C, the mayor said on Monday, [reports] S. */
static int clauseBehindSaid(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  u32 k, iComma = i - 1;
  if( i < p->unit.iFrom + 3 || !newsItemSign(&a[iComma], ',') ) return 0;
  for( k = iComma - 1; k > p->unit.iFrom && k + CLAUSE_SAID > iComma; k-- ) {
    if( a[k].eType != NEWS_IT_WORD ) return 0;
    if( newsCueIsFinite(&a[k]) && newsItemIs(&a[k], NEWS_LEX_INVERT) ) break;
  }
  if( k == p->unit.iFrom || k + CLAUSE_SAID <= iComma ||
      newsCueSkipAdjuncts(a, k + 1, iComma) != iComma ) {
    return 0;
  }
  while( k > p->unit.iFrom && a[k - 1].eType == NEWS_IT_WORD ) {
    if( newsItemIs(&a[--k], NEWS_LEX_WH_WORD | NEWS_LEX_SUBORD) ) return 0;
  }
  return 1;
}

/* Whether the subject stands on the right: [Q, said S.] or [C, said S.],
** behind which the clause ends. */
static int clauseIsInverted(const NewsCue *p, const NewsFit *pLeft,
                            const NewsFit *pRight) {
  const NewsItem *a = p->a;
  u32 iFrom = clausePastQuote(p), j;
  int bFirst = iFrom == p->unit.iFrom;
  int bQuote =
      !bFirst && (iFrom < p->iVerb || a[iFrom - 1].eType == NEWS_IT_QUOTE);
  if( newsSpanLen(pRight->span) == 0 ) return 0;
  if( !bQuote && (p->mClass & NEWS_LEX_HEARER) && p->iVerb > p->unit.iFrom &&
      newsCueIsThat(&a[pRight->span.iTo]) ) {
    return 0; /* told the court that C */
  }
  if( pRight->nScore <= 0 && !pRight->bPron ) return 0;
  if( !bFirst && !bQuote && pLeft->nScore >= 8 && !clauseBehindSaid(p, iFrom) &&
      pRight->nScore < clauseSure(p, pLeft->span, pRight->span) ) {
    return 0;
  }
  j = newsCueSkipAdjuncts(a, pRight->span.iTo, p->unit.iTo);
  if( bQuote && newsItemIs(&a[j], NEWS_LEX_PART) &&
      newsItemIs(&a[j + 1], NEWS_LEX_PREP | NEWS_WHEN) ) {
    return 1; /* Q, said Doe in a letter published on Monday */
  }
  return j >= p->unit.iTo || a[j].eType == NEWS_IT_SIGN ||
         a[j].eType == NEWS_IT_QUOTE ||
         newsItemIs(&a[j], NEWS_LEX_PREP | NEWS_LEX_SUBORD | NEWS_LEX_CONJ |
                               NEWS_LEX_GER | NEWS_LEX_WH_WORD |
                               NEWS_LEX_ADJUNCT);
}

/* Whether a span is "it", which stands for what follows. */
static int clauseIsIt(const NewsItem *a, NewsSpan s) {
  return newsSpanLen(s) == 1 && newsCueIsIt(&a[s.iFrom]);
}

/*
** "It was announced on Monday by Doe that C", "C, it was announced": of a
** passive the agent speaks, and "it" is nobody. 0 if it has neither.
*/
static int clausePassive(NewsCue *p, const NewsFit *pLeft, NewsClause *c) {
  const NewsItem *a = p->a;
  NewsFit agent;
  u32 i = p->iCue + 1;
  int bIt = clauseIsIt(a, pLeft->span);
  if( !p->bPassive ) return 0;
  while( i < p->unit.iTo && i < p->iCue + 8 && !newsCueIsBy(&a[i]) &&
         newsItemIs(&a[i], NEWS_LEX_PREP | NEWS_LEX_ADVERB | NEWS_LEX_NUMBER |
                               NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_WHEN |
                               NEWS_WHERE) ) {
    i++;
  }
  agent = clauseBy(p, i);
  p->bAgent = agent.nScore > 1 &&
              newsSpanLen(a[agent.span.iTo].tok) < 2; /* by S as saying */
  if( !p->bAgent && !bIt ) return 0;
  c->whole.iFrom = bIt ? pLeft->span.iFrom : p->iVerb;
  c->nScore = NEWS_EV_AGENT;
  c->bNobody = (u8)!p->bAgent;
  if( p->bAgent ) {
    c->mention = agent.span;
    c->whole.iTo = agent.span.iTo;
  }
  return 1;
}

/*
** "Pell was quoted by Reuters as saying": the subject of "quoted" speaks, its
** agent relays. 0 if it is not that.
*/
static int clauseQuoted(const NewsCue *p, u32 i, NewsClause *c) {
  NewsCue quoted = *p;
  NewsFit by, who;
  if( i < p->unit.iFrom + 2 || !newsCueIsFinite(&p->a[i - 1]) ) return 0;
  quoted.iCue = i - 1;
  newsCueVerbGroup(&quoted);
  by = clauseBy(p, i);
  if( !quoted.bPassive || by.nScore <= 1 ) return 0;
  who = newsPhraseLeft(p->a, p->unit.iFrom, quoted.iVerb);
  if( who.nScore < 4 ) return 0;
  c->mention = who.span;
  c->via = newsSpan(by.span.iFrom, NEWS_MIN(by.span.iTo, p->iVerb));
  c->whole.iFrom = who.span.iFrom;
  c->nScore = NEWS_MIN(who.nScore, 14) / 2;
  return 1;
}

/* Whether item i tells whose the noun behind it is: her, 's. */
static int clauseIsOwner(const NewsItem *a, u32 i) {
  return a[i].eType == NEWS_IT_CLITIC ||
         (newsItemIs(&a[i], NEWS_LEX_DET) &&
          (newsItemIs(&a[i], NEWS_LEX_MASC | NEWS_LEX_FEM) ||
           (!newsItemIs(&a[i], NEWS_LEX_PRON) &&
            newsItemIs(&a[i],
                       NEWS_LEX_PLURAL | NEWS_LEX_FIRST | NEWS_LEX_SECOND))));
}

/* Whether the cue has no subject of its own: ", adding that", "and said". */
static int clauseInherits(const NewsCue *p) {
  const NewsItem *a = p->a;
  if( newsCueIsFinite(&a[p->iCue]) ) return clauseBehindConj(p);
  if( !newsItemIs(&a[p->iCue], NEWS_LEX_GER) || p->iVerb != p->iCue ) return 0;
  return p->iVerb == p->unit.iFrom || newsItemBreaks(&a[p->iVerb - 1]) ||
         a[p->iVerb - 1].eType == NEWS_IT_QUOTE ||
         newsItemIs(&a[p->iVerb - 1],
                    NEWS_LEX_CONJ | NEWS_LEX_PREP | NEWS_LEX_SUBORD);
}

/* Where the subject before the verb ends: before what tells on which occasion
** it spoke: "The mayor[, when asked about it,] said". */
static u32 clauseBeforeAside(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iVerb, iFrom = p->unit.iFrom;
  int bComma = i > iFrom && newsItemSign(&a[i - 1], ',');
  for( i -= (u32)bComma; i > iFrom + 1 && i + CLAUSE_ASIDE > p->iVerb; i-- ) {
    if( a[i - 1].eType != NEWS_IT_WORD ) return p->iVerb;
    if( !newsItemIs(&a[i - 1], NEWS_LEX_SUBORD) ||
        !newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) ||
        !newsItemIs(&a[i], NEWS_LEX_PART) ) {
      continue;
    }
    if( newsItemSign(&a[i - 2], ',') == bComma ) return i - 1 - (u32)bComma;
  }
  return p->iVerb;
}

/*
** The clause's own items: mention, via, whole; and the points for the subject
** in nScore. 0 if the cue has no subject and cannot borrow one.
*/
static int clauseSubjectOf(NewsCue *p, NewsClause *c) {
  u32 iFloor = clauseFloor(p);
  NewsFit left = newsPhraseLeft(p->a, iFloor, clauseBeforeAside(p));
  NewsFit right = clauseInverted(p);
  c->whole = newsSpan(p->iVerb, p->iCue + 1);
  if( clauseQuoted(p, iFloor, c) || clausePassive(p, &left, c) ) return 1;
  if( clauseIsInverted(p, &left, &right) ) {
    c->mention = right.span;
    c->whole = newsSpan(clausePastQuote(p), right.span.iTo);
    c->nScore = right.nScore;
  } else if( clauseInherits(p) ) {
    c->bInherit = 1;
    c->nScore = NEWS_EV_INHERITED;
  } else {
    if( newsSpanLen(left.span) == 0 ) return 0;
    if( left.nScore < 4 && !clauseHeadNoun(p, left.span) ) return 0;
    c->mention = left.span;
    c->whole.iFrom = clauseQuotedBy(p, left.span.iFrom, &c->via);
    c->nScore = NEWS_MIN(left.nScore, 14) / 2;
    clauseRelayed(p, c);
  }
  return 1;
}

/* "The deal, dubbed "Oak", ...": a participle that describes what is before. */
static int clauseIsParticiple(const NewsCue *p) {
  const NewsItem *a = p->a;
  if( newsCueIsModifier(a, p->unit.iFrom, p->iCue) ) return 1;
  return newsItemIs(&a[p->iCue], NEWS_LEX_PART) && p->iVerb == p->iCue &&
         (p->mClass & NEWS_LEX_OBJECT) && !(p->mClass & NEWS_LEX_LEAD) &&
         p->iCue > p->unit.iFrom + 1 && newsItemSign(&a[p->iCue - 1], ',') &&
         a[p->iCue - 2].eType != NEWS_IT_QUOTE &&
         (a[p->iCue + 1].eType == NEWS_IT_QUOTE ||
          newsPhraseOpens(&a[p->iCue + 1]));
}

/* Whether the cue is a verb by itself that is no past: "say". */
static int clauseIsBase(const NewsCue *p) {
  return newsItemIs(&p->a[p->iCue], NEWS_LEX_BASE) &&
         !newsItemIs(&p->a[p->iCue], NEWS_LEX_PAST) && p->iVerb == p->iCue;
}

/* Such a one without a plural subject: neither a plural word nor two names
** joined. */
static int clauseIsBaseForm(const NewsCue *p, NewsSpan mention) {
  const NewsItem *pItem = &p->a[p->iCue];
  u32 i;
  if( !clauseIsBase(p) ) return 0;
  for( i = mention.iFrom; i < mention.iTo; i++ ) {
    if( newsItemIs(&p->a[i], NEWS_LEX_CONJ) ) return 0;
  }
  return !(p->iCue > p->unit.iFrom &&
           newsItemIs(pItem - 1, NEWS_LEX_PLURAL | NEWS_LEX_FIRST));
}

/* Whether a base form that is mostly a noun stands behind a plural of people
** and ends its sentence, so that it is none: C, scientists [report]. */
static int clauseIsPlural(const NewsCue *p, const NewsClause *c) {
  const NewsItem *pItem = &p->a[p->iCue];
  return p->nWeight <= CLAUSE_NOUN && clauseIsBase(p) && newsSpanLen(c->left) &&
         c->mention.iTo == p->iCue && newsItemIs(pItem - 1, NEWS_LEX_PLURAL) &&
         newsItemIs(pItem - 1, NEWS_LEX_PEOPLE) &&
         newsCueEndsAt(p, c->whole.iTo);
}

/* Whether a quotation or "that" begins words: behind an agent nothing else
** does but for those who were told. */
static int clauseLedTo(const NewsCue *p, NewsSpan words) {
  if( newsSpanLen(words) == 0 || (p->mClass & NEWS_LEX_HEARER) ) return 1;
  return p->a[words.iFrom].eType == NEWS_IT_QUOTE ||
         newsCueIsThat(&p->a[words.iFrom - 1]);
}

/*
** "Her claim that C was denied", "Doe's claim that C drew protests": who owns
** the noun says C.
*/
static void clauseTopic(const NewsCue *p, NewsVec *pOut) {
  const NewsItem *a = p->a;
  NewsSpan owner = newsSpan(p->iCue, p->iCue);
  NewsClause *pNew;
  u32 i = p->iCue + 2;
  if( i >= p->unit.iTo || !(p->mClass & NEWS_LEX_THAT) ||
      !newsExtentTopic(a, p->unit.iFrom, p->iCue, i, p->unit.iTo) ) {
    return;
  }
  if( !clauseIsOwner(a, owner.iTo - 1) ) owner.iTo--; /* her false claim */
  if( owner.iTo == p->unit.iFrom ) return;
  owner.iFrom = owner.iTo - 1;
  if( !clauseIsOwner(a, owner.iFrom) ) return;
  if( a[owner.iFrom].eType == NEWS_IT_CLITIC ) {
    NewsFit fit = newsPhraseLeft(a, p->unit.iFrom, owner.iFrom);
    if( newsSpanLen(fit.span) == 0 ) return;
    owner.iFrom = fit.span.iFrom;
  }
  pNew = clausePush(p, pOut);
  if( pNew == 0 ) return;
  pNew->bTopic = 1;
  pNew->mention = owner;
  pNew->whole = newsSpan(owner.iFrom, p->iCue + 1);
  pNew->right = newsSpan(i, newsExtentEnd(p, i));
  pNew->nScore = NEWS_EV_TOPIC;
}

/* Whether the cue only tells who quotes: KTA ["cited"] Doe as saying. */
static int clauseOnlyQuotes(const NewsCue *p) {
  u32 i;
  if( !(p->mClass & NEWS_LEX_REASON) ) return 0;
  for( i = p->iCue + 1; i < p->unit.iTo && i < p->iCue + CLAUSE_CITED; i++ ) {
    if( p->a[i].eType != NEWS_IT_WORD ) return 0;
    if( newsSpanLen(p->a[i].tok) > 1 && newsItemIs(&p->a[i], NEWS_LEX_CUE) &&
        newsItemIs(&p->a[i], NEWS_LEX_PART) ) {
      return 1;
    }
  }
  return 0;
}

/* Whether words that no "that" leads to are a clause all the same: a verb
** stands in them before any comma or relative clause. The jury heard [he lied],
** but not "heard evidence from Doe, who lied". */
static int clauseIsPlain(const NewsCue *p, NewsSpan words) {
  const NewsItem *a = p->a;
  u32 i;
  if( newsSpanLen(words) == 0 || a[words.iFrom].eType == NEWS_IT_QUOTE ||
      newsCueIsThat(&a[words.iFrom - 1]) || newsCueIsThat(&a[words.iFrom]) ) {
    return 1;
  }
  for( i = words.iFrom; i < words.iTo; i++ ) {
    if( a[i].eType == NEWS_IT_SIGN ||
        newsItemIs(&a[i],
                   i > words.iFrom ? NEWS_LEX_WH_WORD : NEWS_LEX_PREP) ) {
      return 0;
    }
    if( newsCueHasVerb(p->pText, a, i, i + 1) ) return 1;
  }
  return 0;
}

/* The first item of who hears, of which the cue is the last word: [A court]
** heard, [Velm Crown Court] was told. */
static u32 clauseHearer(const NewsCue *p) {
  u32 i = p->iCue;
  while( i > p->unit.iFrom && i + 6 > p->iCue &&
         p->a[i - 1].eType == NEWS_IT_WORD ) {
    int bDet = newsItemIs(&p->a[i - 1], NEWS_LEX_DET | NEWS_LEX_INDEF);
    if( !bDet && newsItemIs(&p->a[i - 1], NEWS_GRAMMAR | NEWS_LEX_VERB) ) break;
    i--;
    if( bDet ) break;
  }
  return i;
}

/* "The jury heard that C", "C, a court was told": a cue with the word for who
** hears; nobody is named who says C, but for the agent of "told". */
static void clauseHeard(const NewsCue *p, NewsVec *pOut) {
  NewsFit agent = clauseBy(p, p->iCue + 1);
  NewsClause c;
  memset(&c, 0, sizeof(c));
  c.whole = newsSpan(clauseHearer(p), p->iCue + 1);
  if( agent.nScore > 1 ) {
    c.mention = agent.span;
    c.whole.iTo = agent.span.iTo;
  }
  c.bNobody = newsSpanLen(c.mention) == 0;
  c.nScore = p->nWeight + NEWS_EV_AGENT;
  newsContentFind(p, &c);
  if( !clauseIsPlain(p, c.right) ) c.right = newsSpan(0, 0);
  if( newsSpanLen(c.left) == 0 && newsSpanLen(c.right) == 0 ) return;
  clausePushAs(p, pOut, &c);
}

/* Whether a clause with its subject reports nothing, for what the subject is or
** what stands before it. */
static int clauseIsIdle(const NewsCue *p, const NewsClause *c) {
  const NewsItem *pPrev;
  if( newsSpanLen(c->mention) == 1 &&
      newsItemIs(&p->a[c->mention.iFrom], NEWS_LEX_WEEKDAY) ) {
    return 1; /* "Monday added one more" */
  }
  if( p->bPassive && !p->bAgent && (p->mClass & NEWS_LEX_HEARER) ) {
    return 1; /* "The court was told that ...": the subject only hears */
  }
  if( c->whole.iFrom <= p->unit.iFrom ) return 0;
  pPrev = &p->a[c->whole.iFrom - 1];
  if( (p->mClass & NEWS_LEX_THOUGHT) &&
      newsItemIs(pPrev, NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD | NEWS_LEX_WH) ) {
    return 1; /* "Whether Drosk wants to ..." does not say what it wants */
  }
  if( c->whole.iFrom == p->unit.iFrom + 1 && newsCueIsIf(pPrev) ) {
    return 1; /* "If Doe says it is safe, we go" */
  }
  return newsItemIs(pPrev, NEWS_LEX_WH_WORD) &&
         !newsItemIs(pPrev, NEWS_LEX_SUBORD); /* "What Kim said was clear" */
}

/* Whether the cue tells of what somebody is in charge: "Q," said [rail] chief
** Ann Lee. */
static int clauseIsTrade(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iCue;
  return i > p->unit.iFrom && i + 1 < p->unit.iTo &&
         newsItemIs(&a[i], NEWS_LEX_BASE) && newsCueIsFinite(&a[i - 1]) &&
         newsItemIs(&a[i - 1], NEWS_LEX_INVERT) &&
         newsItemIs(&a[i + 1], NEWS_LEX_ROLE | NEWS_LEX_TITLE);
}

/* A cue that is a verb, with its subject on the left, or on the right. */
static void clauseVerb(NewsCue *p, NewsVec *pOut) {
  const NewsItem *a = p->a;
  NewsClause c;
  newsCueVerbGroup(p);
  clauseTopic(p, pOut);
  if( newsCueIsNoun(p) || clauseIsParticiple(p) || clauseOnlyQuotes(p) ||
      clauseIsTrade(p) ) {
    return;
  }
  memset(&c, 0, sizeof(c));
  if( newsCueIsAlike(p->pText, a, p->unit.iFrom, p->iCue) ||
      newsCueIsRelayed(a, p->unit.iFrom, p->iCue) ||
      newsCueIsJoined(p->pText, a, p->unit.iFrom, p->iCue) ) {
    return;
  }
  if( !clauseSubjectOf(p, &c) || newsCueIsAside(a, p->iCue, c.mention) ) return;
  if( clauseIsIdle(p, &c) ) return;
  if( c.whole.iFrom > p->unit.iFrom ) {
    p->bSubord = newsItemIs(&a[c.whole.iFrom - 1], NEWS_LEX_SUBORD) != 0;
  }
  c.nScore += p->nWeight;
  if( p->bPassive && !p->bAgent ) c.nScore += NEWS_EV_PASSIVE;
  if( clauseIsBaseForm(p, c.mention) ) c.nScore += NEWS_EV_BASE_FORM;
  c.bThought = (p->mClass & NEWS_LEX_THOUGHT) != 0;
  newsContentFind(p, &c);
  if( c.bNobody && newsSpanLen(c.left) ) c.nScore -= NEWS_EV_PASSIVE;
  if( clauseIsPlural(p, &c) ) c.nScore += NEWS_EV_PLURAL;
  if( newsSpanLen(c.left) && a[c.left.iTo - 1].eType == NEWS_IT_QUOTE &&
      a[c.left.iFrom].eType == NEWS_IT_QUOTE ) {
    c.bThought = 0; /* "It will rain," Doe believes */
  }
  if( p->bAgent && !clauseLedTo(p, c.right) ) c.right = newsSpan(0, 0);
  if( newsSpanLen(c.left) == 0 && newsSpanLen(c.right) == 0 && !c.bAwaits ) {
    return;
  }
  clausePushAs(p, pOut, &c);
}

/* The cue at item i, with its classes and weight. */
static NewsCue clauseCue(const NewsText *pText, const NewsItem *a,
                         NewsSpan unit, u32 i, int bHeading) {
  NewsCue cue = newsCueAt(pText, a, unit, i);
  cue.bHeading = (u8)bHeading;
  cue.mClass = a[i].mClass;
  if( newsSpanLen(a[i].tok) > 1 ) {
    /* "posted on" stands with a quotation as "posted" does */
    cue.mClass |= pText->aTok[a[i].tok.iFrom].mClass & NEWS_LEX_LEAD;
  }
  cue.nWeight = newsCueWeight(pText, &a[i]);
  if( cue.mClass & NEWS_LEX_THOUGHT ) {
    cue.nWeight = NEWS_MAX(cue.nWeight, THOUGHT_WEIGHT);
  }
  return cue;
}

void newsClausePassive(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                       NewsClause *c) {
  u32 i = c->cue.iTo - (newsSpanLen(c->cue) > 0);
  NewsCue cue = clauseCue(pText, a, unit, i, 0);
  NewsFit by;
  int bHears = newsSpanLen(c->right) == 0 &&
               newsItemIs(&a[i], NEWS_LEX_HEARER) && newsSpanLen(c->mention) &&
               c->mention.iFrom >= c->left.iTo;
  if( newsSpanLen(c->cue) == 0 || newsSpanLen(a[i].tok) > 1 ||
      (i > c->cue.iFrom && !newsItemIs(&a[i - 1], NEWS_LEX_AUX)) ||
      c->bThought || newsSpanLen(c->via) ||
      (newsSpanLen(c->right) == 0 && !bHears) ||
      c->mention.iTo > c->cue.iFrom ) {
    return;
  }
  newsCueVerbGroup(&cue);
  if( !cue.bPassive ) return;
  by = clauseBy(&cue, bHears ? c->cue.iTo : c->right.iTo);
  c->mention = by.nScore > 1 ? by.span : newsSpan(0, 0);
  c->bNobody = newsSpanLen(c->mention) == 0;
}

void newsClauseFind(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                    int bHeading, NewsVec *pOut) {
  NewsCue cue = clauseCue(pText, a, unit, unit.iFrom, bHeading);
  u32 i;
  newsLabelFind(&cue, pOut);
  for( i = unit.iFrom; i < unit.iTo && pText->pArena->rc == SQLITE_OK; i++ ) {
    if( a[i].eType != NEWS_IT_WORD || !newsItemIs(&a[i], NEWS_LEX_CUE) ) {
      continue;
    }
    if( newsItemCap(&a[i]) && i > unit.iFrom && !bHeading &&
        !newsCueIsHeard(&a[i]) ) {
      continue;
    }
    cue = clauseCue(pText, a, unit, i, bHeading);
    newsArenaTick(pText->pArena, 256);
    if( (cue.mClass & NEWS_LEX_ADJUNCT) && i >= unit.iFrom + 2 &&
        newsItemIs(&a[i - 1], NEWS_LEX_DET) &&
        newsItemIs(&a[i - 1],
                   NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL) ) {
      clauseOwnWords(&cue, pOut);
    } else if( cue.mClass & NEWS_LEX_ADJUNCT ) {
      clauseAdjunct(&cue, pOut);
    } else if( newsCueIsHeard(&a[i]) ) {
      clauseHeard(&cue, pOut);
    } else {
      clauseVerb(&cue, pOut);
    }
  }
  newsTailFind(pText, a, unit, pOut);
}
