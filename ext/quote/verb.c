/*
** verb.c: see verb.h.
*/
#include "quote/verb.h"

#include "quote/evidence.h"

#define VERB_SAID 8   /* Items of a clause behind its verb, at most */
#define VERB_SURE 8   /* Points of a source that nothing else can be */
#define VERB_LIKELY 4 /* ... that is more than any noun */
#define VERB_ASIDE 9  /* Items of "when asked about it", at most */

/* The verb group's first item, or that of adverbs between a quotation and it:
** "Q", [for his part] said Doe. */
static u32 verbPastQuote(const NewsCue *p) {
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
static int verbEndsHeading(const NewsCue *p, u32 iFrom) {
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
static int verbEndsNamed(const NewsCue *p) {
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
static u32 verbPastTold(const NewsCue *p) {
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
static NewsFit verbInverted(const NewsCue *p) {
  NewsFit none;
  const NewsItem *a = p->a;
  u32 iFrom = verbPastQuote(p);
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
  if( !newsCueInverts(p->mClass) && !verbEndsNamed(p) &&
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
  none = newsPhraseRight(p->pText, a, verbPastTold(p), p->unit.iTo, 0);
  if( verbEndsHeading(p, iFrom) ) {
    none.span = newsSpan(p->iCue + 1, p->unit.iTo);
    none.nScore = VERB_SURE;
  }
  return none;
}

/* Whether a finite verb stands before item i, close by. */
static int verbVerbBefore(const NewsCue *p, u32 i) {
  u32 j = i;
  while( j > p->unit.iFrom && j + NEWS_VERB_AGENT > i ) {
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
static int verbCloses(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  int bVerb = 0;
  u32 j;
  for( j = i; j > p->unit.iFrom + 1 && j + NEWS_VERB_AGENT > i; j-- ) {
    if( a[j - 1].eType == NEWS_IT_QUOTE || newsItemDash(&a[j - 1]) ) return 0;
    if( newsItemSign(&a[j - 1], ',') ) {
      return (!bVerb || newsItemIs(&a[j], NEWS_LEX_WH_WORD)) &&
             !verbVerbBefore(p, j - 1);
    }
    bVerb |= newsItemIs(&a[j - 1], NEWS_FINITE) || newsCueIsFinite(&a[j - 1]);
  }
  return 0;
}

/* Whether the verb group stands behind a conjunction, with adverbs at most
** between ("and repeatedly said"), or a comma and adverbs (", then said"). */
static int verbBehindConj(const NewsCue *p) {
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
          newsPhraseSkip(p->a, p->unit.iFrom, i) == i && !verbCloses(p, i - 1));
}

/* The first item behind the participle's clause that a sentence begins with:
** "Asked by the judge whether he knew, [Doe said]". That of the sentence if it
** does not begin so. */
static u32 verbPastFronted(const NewsCue *p) {
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
static u32 verbFloor(const NewsCue *p) {
  u32 i = p->iVerb;
  if( newsSpanLen(p->a[p->iCue].tok) > 1 ) {
    for( ; i > p->unit.iFrom && p->iVerb - i < 10; i-- ) {
      if( newsCueIsFinite(&p->a[i - 1]) ) return i;
    }
  }
  return verbPastFronted(p);
}

/* Whether a subject without an article is one all the same: in a heading,
** behind a comma: "Crash could have been stopped, inquiry finds". */
static int verbHeadNoun(const NewsCue *p, NewsSpan span) {
  return p->bHeading && newsSpanLen(span) <= 2 &&
         span.iFrom > p->unit.iFrom + 2 &&
         newsItemSign(&p->a[span.iFrom - 1], ',');
}

/*
** "The Gazette quoted Dresk as saying": the cue is the words behind the
** source, and who quotes stands before it. The first item of all that.
*/
static u32 verbQuotedBy(const NewsCue *p, u32 iFrom, NewsSpan *pVia) {
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

NewsFit newsVerbAgent(const NewsCue *p, u32 i) {
  NewsFit none;
  u32 iTo = i + 1;
  memset(&none, 0, sizeof(none));
  if( iTo >= p->unit.iTo || !newsCueIsBy(&p->a[i]) ) return none;
  while( iTo < p->unit.iTo && iTo < i + NEWS_VERB_AGENT &&
         (newsSpanLen(p->a[iTo].tok) < 2 ||
          !newsItemIs(&p->a[iTo], NEWS_LEX_CUE)) ) {
    iTo++;
  }
  return newsPhraseRight(p->pText, p->a, i + 1, iTo, 0);
}

/* "Dresk was quoted as saying by the Gazette". */
static void verbRelayed(const NewsCue *p, NewsClause *c) {
  NewsFit by;
  if( newsSpanLen(p->a[p->iCue].tok) < 2 ||
      !newsItemIs(&p->a[p->iCue], NEWS_LEX_PART) ) {
    return;
  }
  by = newsVerbAgent(p, p->iCue + 1);
  if( by.nScore <= 1 ) return;
  c->via = by.span;
  c->whole.iTo = by.span.iTo;
}

/* Whether what stands before the verb is no subject of it, as a comma parts the
** two and closes nothing: The shops are shut [until Friday,] said ... */
static int verbBreaks(const NewsCue *p, NewsSpan left, NewsSpan right) {
  u32 i = p->iVerb;
  if( i == p->unit.iFrom || !newsItemSign(&p->a[i - 1], ',') ||
      (p->mClass & NEWS_LEX_HEARER) || verbCloses(p, i - 1) ||
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
static int verbIsInserted(const NewsCue *p, NewsSpan right) {
  u32 i = newsCueSkipAdjuncts(p->a, right.iTo, p->unit.iTo);
  return i + 1 < p->unit.iTo && newsItemSign(&p->a[i], ',') &&
         newsItemIs(&p->a[i + 1], NEWS_LEX_AUX | NEWS_LEX_MODAL);
}

/* The points that a subject on the right must have, where one on the left might
** be it. */
static int verbSure(const NewsCue *p, NewsSpan left, NewsSpan right) {
  if( !verbBreaks(p, left, right) ) return VERB_SURE;
  return verbIsInserted(p, right) ? 1 : VERB_LIKELY;
}

/* Whether a clause that reports ends with the comma before item i, so that none
** of it is a subject: C, the mayor said on Monday, [reports] S. */
static int verbBehindSaid(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  u32 k, iComma = i - 1;
  if( i < p->unit.iFrom + 3 || !newsItemSign(&a[iComma], ',') ) return 0;
  for( k = iComma - 1; k > p->unit.iFrom && k + VERB_SAID > iComma; k-- ) {
    if( a[k].eType != NEWS_IT_WORD ) return 0;
    if( newsCueIsFinite(&a[k]) && newsItemIs(&a[k], NEWS_LEX_INVERT) ) break;
  }
  if( k == p->unit.iFrom || k + VERB_SAID <= iComma ||
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
static int verbIsInverted(const NewsCue *p, const NewsFit *pLeft,
                          const NewsFit *pRight) {
  const NewsItem *a = p->a;
  u32 iFrom = verbPastQuote(p), j;
  int bFirst = iFrom == p->unit.iFrom;
  int bQuote =
      !bFirst && (iFrom < p->iVerb || a[iFrom - 1].eType == NEWS_IT_QUOTE);
  if( newsSpanLen(pRight->span) == 0 ) return 0;
  if( !bQuote && (p->mClass & NEWS_LEX_HEARER) && p->iVerb > p->unit.iFrom &&
      newsCueIsThat(&a[pRight->span.iTo]) ) {
    return 0; /* told the court that C */
  }
  if( pRight->nScore <= 0 && !pRight->bPron ) return 0;
  if( !bFirst && !bQuote && pLeft->nScore >= 8 && !verbBehindSaid(p, iFrom) &&
      pRight->nScore < verbSure(p, pLeft->span, pRight->span) ) {
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
static int verbIsIt(const NewsItem *a, NewsSpan s) {
  return newsSpanLen(s) == 1 && newsCueIsIt(&a[s.iFrom]);
}

/*
** "It was announced on Monday by Doe that C", "C, it was announced": of a
** passive the agent speaks, and "it" is nobody. 0 if it has neither.
*/
static int verbPassive(NewsCue *p, const NewsFit *pLeft, NewsClause *c) {
  const NewsItem *a = p->a;
  NewsFit agent;
  u32 i = p->iCue + 1;
  int bIt = verbIsIt(a, pLeft->span);
  if( !p->bPassive ) return 0;
  while( i < p->unit.iTo && i < p->iCue + 8 && !newsCueIsBy(&a[i]) &&
         newsItemIs(&a[i], NEWS_LEX_PREP | NEWS_LEX_ADVERB | NEWS_LEX_NUMBER |
                               NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_WHEN |
                               NEWS_WHERE) ) {
    i++;
  }
  agent = newsVerbAgent(p, i);
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
static int verbQuoted(const NewsCue *p, u32 i, NewsClause *c) {
  NewsCue quoted = *p;
  NewsFit by, who;
  if( i < p->unit.iFrom + 2 || !newsCueIsFinite(&p->a[i - 1]) ) return 0;
  quoted.iCue = i - 1;
  newsCueVerbGroup(&quoted);
  by = newsVerbAgent(p, i);
  if( !quoted.bPassive || by.nScore <= 1 ) return 0;
  who = newsPhraseLeft(p->a, p->unit.iFrom, quoted.iVerb);
  if( who.nScore < 4 ) return 0;
  c->mention = who.span;
  c->via = newsSpan(by.span.iFrom, NEWS_MIN(by.span.iTo, p->iVerb));
  c->whole.iFrom = who.span.iFrom;
  c->nScore = NEWS_MIN(who.nScore, 14) / 2;
  return 1;
}

/* Whether the cue has no subject of its own: ", adding that", "and said". */
static int verbInherits(const NewsCue *p) {
  const NewsItem *a = p->a;
  if( newsCueIsFinite(&a[p->iCue]) ) return verbBehindConj(p);
  if( !newsItemIs(&a[p->iCue], NEWS_LEX_GER) || p->iVerb != p->iCue ) return 0;
  return p->iVerb == p->unit.iFrom || newsItemBreaks(&a[p->iVerb - 1]) ||
         a[p->iVerb - 1].eType == NEWS_IT_QUOTE ||
         newsItemIs(&a[p->iVerb - 1],
                    NEWS_LEX_CONJ | NEWS_LEX_PREP | NEWS_LEX_SUBORD);
}

/* Where the subject before the verb ends: before what tells on which occasion
** it spoke: "The mayor[, when asked about it,] said". */
static u32 verbBeforeAside(const NewsCue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iVerb, iFrom = p->unit.iFrom;
  int bComma = i > iFrom && newsItemSign(&a[i - 1], ',');
  for( i -= (u32)bComma; i > iFrom + 1 && i + VERB_ASIDE > p->iVerb; i-- ) {
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

int newsVerbSubject(NewsCue *p, NewsClause *c) {
  u32 iFloor = verbFloor(p);
  NewsFit left = newsPhraseLeft(p->a, iFloor, verbBeforeAside(p));
  NewsFit right = verbInverted(p);
  c->whole = newsSpan(p->iVerb, p->iCue + 1);
  if( verbQuoted(p, iFloor, c) || verbPassive(p, &left, c) ) return 1;
  if( verbIsInverted(p, &left, &right) ) {
    c->mention = right.span;
    c->whole = newsSpan(verbPastQuote(p), right.span.iTo);
    c->nScore = right.nScore;
  } else if( verbInherits(p) ) {
    c->bInherit = 1;
    c->nScore = NEWS_EV_INHERITED;
  } else {
    if( newsSpanLen(left.span) == 0 ) return 0;
    if( left.nScore < 4 && !verbHeadNoun(p, left.span) ) return 0;
    c->mention = left.span;
    c->whole.iFrom = verbQuotedBy(p, left.span.iFrom, &c->via);
    c->nScore = NEWS_MIN(left.nScore, 14) / 2;
    verbRelayed(p, c);
  }
  return 1;
}
