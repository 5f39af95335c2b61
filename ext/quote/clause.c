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
#include "quote/verb.h"

/* The tables weigh how often a word reports speech; a thought cue is weighed
** as much as this by itself */
#define THOUGHT_WEIGHT 4
#define CLAUSE_NOUN 2   /* Weight of a cue that is mostly a noun, at most */
#define CLAUSE_CITED 12 /* Items of whom "cited ... as saying" holds, at most */

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
  for( j = i; j < p->unit.iTo && j < i + NEWS_VERB_AGENT; j++ ) {
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

/* Whether item i tells whose the noun behind it is: her, 's. */
static int clauseIsOwner(const NewsItem *a, u32 i) {
  return a[i].eType == NEWS_IT_CLITIC ||
         (newsItemIs(&a[i], NEWS_LEX_DET) &&
          (newsItemIs(&a[i], NEWS_LEX_MASC | NEWS_LEX_FEM) ||
           (!newsItemIs(&a[i], NEWS_LEX_PRON) &&
            newsItemIs(&a[i],
                       NEWS_LEX_PLURAL | NEWS_LEX_FIRST | NEWS_LEX_SECOND))));
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
  NewsFit agent = newsVerbAgent(p, p->iCue + 1);
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
  if( !newsVerbSubject(p, &c) || newsCueIsAside(a, p->iCue, c.mention) ) return;
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
  by = newsVerbAgent(&cue, bHears ? c->cue.iTo : c->right.iTo);
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
