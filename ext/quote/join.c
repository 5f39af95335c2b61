/*
** join.c: see join.h.
**
** What stands in marks, all of it, stays as the rules have it, and so do
** relays and sources without a cue: of structure they are sure.  The other
** clauses of the rules and what the reader found beside them compete, the
** best first; who clashes with a better one goes.
*/
#include "quote/join.h"

#include "lexclass.h"
#include "quote/extent.h"
#include "quote/frame.h"

/* Points of the last model that a clause must have: one that the rules have
** too; a new one; one of thought; one whose cue is light; one without a source
** whose verb needs none, "calling for C"; a noun, and any other without a
** source, which mostly says nothing.  At -24 points half of the clauses are
** right, of all sorts, in reports that were kept apart from the training. */
#define JOIN_OLD (-32)
#define JOIN_NEW (-36)
#define JOIN_THOUGHT 0
#define JOIN_LIGHT (-12)
#define JOIN_HEAVY 2 /* Weight in the lexicon below which a cue is light */
#define JOIN_AGENTLESS (-20)
#define JOIN_ORPHAN 60
/* ... one whose words are a noun phrase: the fewer the more its cue reports;
** where that is no finite verb, or takes other words; and where it is light, or
** what follows it is rather who hears */
#define JOIN_PHRASE (-5)
#define JOIN_WEIGHT 10
#define JOIN_OBJECT 5
#define JOIN_SCANT 30
#define JOIN_SELDOM 4 /* Weight of a cue whose object seldom is what is said */
/* Points of the second model by which the reader's words must be better than
** the rules' words that they overlap, and than others: of structure the rules
** know more than the weights. */
#define JOIN_BETTER 10
#define JOIN_OTHER 150
#define JOIN_TAIL 40 /* ... where they lack some of the rules' last words */
#define JOIN_TIE 4   /* Weight of a preposition that may tie to a name */
/* Clauses of the rules with so many points are strong */
#define JOIN_STRONG 18
#define JOIN_SURELY 8     /* Weight of a cue that nearly always reports */
#define JOIN_APPEAL 7     /* ... of one with a hearer and "to" */
#define JOIN_LED 3        /* ... of one behind "As" */
#define JOIN_BUT 4        /* Weight of "but" */
#define JOIN_CLOSES 200   /* ... of "C, according to S", that ends a sentence */
#define JOIN_SURE 10000   /* Points of what competes with nothing */
#define JOIN_NEVER 10000  /* ... that nothing has */
#define JOIN_NONE (-1000) /* Points of a unit without a cue */

#define JOIN_MAX 64 /* Clauses that compete in a unit, at most */

/* ---- clauses that contradict each other --------------------------------- */

/* Items that two spans share. */
static u32 joinCommon(NewsSpan a, NewsSpan b) {
  return newsSpanLen(
      newsSpan(NEWS_MAX(a.iFrom, b.iFrom), NEWS_MIN(a.iTo, b.iTo)));
}

static u32 joinWords(const NewsClause *c) {
  return newsSpanLen(c->left) + newsSpanLen(c->right);
}

/* Whether the cue of a is among the words of b. */
static int joinHolds(const NewsClause *b, const NewsClause *a) {
  return newsSpanLen(a->cue) && (newsSpanHas(b->left, a->cue.iFrom) ||
                                 newsSpanHas(b->right, a->cue.iFrom));
}

/* Whether clause b cannot be a row beside a, the better one: one's cue is
** among the other's words, a quarter of b's words are a's, or they are two
** readings of one cue. */
static int joinClash(const NewsClause *a, const NewsClause *b) {
  u32 n = joinCommon(a->left, b->left) + joinCommon(a->left, b->right) +
          joinCommon(a->right, b->left) + joinCommon(a->right, b->right);
  return joinHolds(a, b) || joinHolds(b, a) || n * 4 > joinWords(b) ||
         (newsSpanLen(a->cue) && newsSpanMeets(a->cue, b->cue));
}

/* ---- the rules' clauses ------------------------------------------------- */

static int joinIsRow(const NewsClause *c) { return c && newsClauseIsRow(c); }

/* Whether a clause calls something what stands in marks: the plan as "a cruel
** joke". */
static int joinIsCalled(const NewsItem *a, const NewsClause *c) {
  u32 i = c->right.iTo;
  if( newsSpanLen(c->right) < 3 || newsSpanLen(c->mention) == 0 ||
      c->bThought || a[i - 1].eType != NEWS_IT_QUOTE ||
      newsSpanLen(a[i - 1].tok) < 4 || !newsCueIsFinite(&a[c->cue.iFrom]) ) {
    return 0;
  }
  return newsCueIsAs(&a[i - 2]) &&
         newsItemIs(&a[c->cue.iFrom], NEWS_LEX_OBJECT);
}

/* Whether a sentence ends with "it was said", nobody tells by whom. */
static int joinIsNobodys(const NewsItem *a, const NewsClause *c) {
  return c->bNobody && newsSpanLen(c->left) && newsSpanLen(c->right) == 0 &&
         newsCueIsIt(&a[c->whole.iFrom]) && newsItemSign(&a[c->left.iTo], ',');
}

/* Whether a clause is parted from what is said and tells by itself whose words
** it is: "C, in his words". */
static int joinIsOwned(const NewsClause *c) {
  return c->bAdjunct && newsSpanLen(c->mention) && newsSpanLen(c->left) &&
         newsSpanHas(c->cue, c->mention.iFrom);
}

/* Whether the rules are sure of a row, whatever the reader says. */
static int joinIsSure(const NewsItem *a, const NewsClause *c) {
  return newsSpanLen(c->cue) == 0 || c->bAwaits || newsSpanLen(c->via) ||
         c->bTopic || joinIsCalled(a, c) || newsCueIsHeard(&a[c->cue.iFrom]) ||
         joinIsNobodys(a, c) || joinIsOwned(c) ||
         (newsItemsWordless(a, c->left) && newsItemsWordless(a, c->right));
}

/* Whether a clause has all of a sentence before it: "C, S said on Monday", "C,
** according to S". */
static int joinIsLast(const NewsView *v, const NewsClause *c) {
  return c->left.iFrom == v->unit.iFrom && newsSpanLen(c->mention) &&
         c->left.iTo + 1 == c->whole.iFrom && newsSpanLen(c->right) == 0 &&
         newsItemSign(&v->a[c->left.iTo], ',') &&
         (c->bAdjunct || newsCueIsFinite(&v->a[c->cue.iFrom])) &&
         newsCueWeight(v->pText, &v->a[c->cue.iFrom]) >= JOIN_SURELY &&
         newsCueHasVerb(v->pText, v->a, c->left.iFrom, c->left.iTo);
}

/* Whether a clause asks others to do something: "S called on X to C", "S told X
** not to C". */
static int joinIsAppeal(const NewsView *v, const NewsClause *c) {
  const NewsItem *a = v->a, *pCue = &a[c->cue.iFrom];
  u32 i = c->cue.iTo;
  if( newsSpanLen(c->cue) == 0 || !newsCueIsFinite(pCue) ||
      !newsItemIs(pCue, NEWS_LEX_INF) || !newsItemIs(pCue, NEWS_LEX_HEARER) ||
      newsCueWeight(v->pText, pCue) < JOIN_APPEAL ||
      newsSpanLen(c->mention) == 0 || c->right.iFrom < i ) {
    return 0;
  }
  while( i < c->right.iTo && a[i].eType == NEWS_IT_WORD &&
         !newsCueBids(v->pText, &a[i]) ) {
    i++;
  }
  return i > c->cue.iTo && i + 1 < c->right.iTo &&
         newsCueBids(v->pText, &a[i]) &&
         (c->right.iFrom == c->cue.iTo || c->right.iFrom == i);
}

/* Whether a clause is of a form that hardly is anything else: "According to S,
** C", "As S announced, C", "S states that C", "S directs the jury that C", "C,
** S said". */
static int joinIsFormal(const NewsView *v, const NewsClause *c) {
  NewsSpan s = c->right;
  if( newsSpanLen(c->left) ) return joinIsLast(v, c);
  if( joinIsAppeal(v, c) ) return 1;
  if( newsSpanLen(s) == 0 || newsSpanLen(c->mention) == 0 || c->bThought ||
      !newsCueHasVerb(v->pText, v->a, s.iFrom, s.iTo) ) {
    return 0;
  }
  if( c->bAdjunct ) return c->cue.iFrom == v->unit.iFrom;
  if( c->whole.iFrom == v->unit.iFrom + 1 &&
      newsCueIsAs(&v->a[v->unit.iFrom]) ) {
    return newsCueWeight(v->pText, &v->a[c->cue.iFrom]) >= JOIN_LED;
  }
  return newsCueIsFinite(&v->a[c->cue.iFrom]) &&
         newsCueIsThat(&v->a[s.iFrom - 1]) &&
         (s.iFrom == c->cue.iTo + 1 || s.iFrom == c->whole.iTo + 1);
}

/* Whether a row of the rules stays where the reader rejects it or has nothing
** to say of it. */
static int joinIsStrong(const NewsView *v, const NewsClause *c) {
  return joinIsRow(c) && (c->nScore >= JOIN_STRONG || joinIsFormal(v, c));
}

/* ---- what the reader found ---------------------------------------------- */

/* The reader's source is better than the rules': they have none, it holds
** theirs, or another stands there. */
static int joinTakesSource(const NewsView *v, NewsSpan rule, NewsSpan mine) {
  const NewsItem *pNext = &v->a[rule.iTo];
  if( newsSpanLen(mine) == 0 ) return 0;
  if( newsSpanLen(rule) == 0 ) return 1;
  if( rule.iFrom == mine.iFrom && rule.iTo < mine.iTo &&
      newsItemIs(pNext, NEWS_LEX_PREP) && newsItemCap(pNext - 1) &&
      newsCueWeight(v->pText, pNext) < JOIN_TIE ) {
    return 0; /* "Mara Venn" on the steps of the court */
  }
  return newsSpanWithin(rule, mine) || !newsSpanMeets(rule, mine);
}

/* Points that a clause must have whose words are a noun phrase; right: those
** behind its cue. */
static int joinPhraseLeast(const NewsView *v, const NewsItem *pCue, u8 eForm,
                           NewsSpan right) {
  if( newsSpanLen(right) && newsCueIsTo(&v->a[right.iFrom]) ) {
    return JOIN_ORPHAN; /* referring to the meeting */
  }
  if( !newsItemIs(pCue, NEWS_LEX_OBJECT) && newsItemIs(pCue, NEWS_LEX_HEARER) )
    return JOIN_SCANT; /* told the truth */
  if( !newsItemIs(pCue, NEWS_LEX_OBJECT) || eForm == NEWS_FR_INF ||
      newsItemIs(pCue, NEWS_LEX_GER) || v->bHeading ) {
    return JOIN_OBJECT;
  }
  return NEWS_MAX(JOIN_NEW,
                  JOIN_PHRASE - JOIN_WEIGHT * newsCueWeight(v->pText, pCue));
}

/* Whether words before a cue begin within a phrase: his ["good" accordion],
** people shouted. */
static int joinIsTorn(const NewsView *v, NewsSpan left) {
  return left.iFrom > v->unit.iFrom && newsSpanLen(left) &&
         newsItemIs(&v->a[left.iFrom - 1], NEWS_LEX_DET);
}

/* Whether a cue in this form needs no source. */
static int joinAgentless(u8 eForm) {
  return eForm == NEWS_FR_INF || eForm == NEWS_FR_GER ||
         eForm == NEWS_FR_GER_COMMA || eForm == NEWS_FR_GER_PREP;
}

/* Whether a source is "it", which nobody is: "It is safe to say that C". */
static int joinIsIt(const NewsView *v, NewsSpan s) {
  return newsSpanLen(s) == 1 && newsCueIsIt(&v->a[s.iFrom]);
}

/* Points that a clause must have. */
static int joinLeast(const NewsView *v, const NewsFound *f,
                     const NewsClause *c) {
  const NewsItem *pCue = &v->a[f->iCue];
  NewsFrame frame;
  int n = JOIN_NEW;
  frame = newsFrame(v, f->iCue, c->mention, c->left, c->right);
  if( joinIsRow(f->pRule) ) {
    return frame.bPhrase && newsCueWeight(v->pText, pCue) < JOIN_SELDOM
               ? JOIN_OBJECT
               : JOIN_OLD;
  }
  if( (frame.eForm == NEWS_FR_INF && joinIsIt(v, c->mention)) ||
      newsCueIsAlike(v->pText, v->a, v->unit.iFrom, f->iCue) ||
      newsCueIsWithin(v->a, v->unit.iFrom, f->iCue) ||
      newsCueIsRelayed(v->a, v->unit.iFrom, f->iCue) ||
      newsCueIsModifier(v->a, v->unit.iFrom, f->iCue) ) {
    return JOIN_NEVER;
  }
  if( frame.bNothing || joinIsTorn(v, c->left) ||
      (frame.bNegated && newsItemIs(pCue + 1, NEWS_LEX_AUX) &&
       newsSpanLen(c->right)) || /* What S does not say is that C */
      (frame.bAsked && (c->bThought || newsItemIs(pCue, NEWS_LEX_THOUGHT))) ) {
    return JOIN_NEVER;
  }
  if( c->bThought ) return JOIN_THOUGHT;
  if( frame.bBareNoun || newsSpanLen(c->mention) == 0 ) {
    return joinAgentless(frame.eForm) ? JOIN_AGENTLESS : JOIN_ORPHAN;
  }
  if( frame.bPhrase ) n = joinPhraseLeast(v, pCue, frame.eForm, c->right);
  if( newsCueWeight(v->pText, pCue) < JOIN_HEAVY &&
      !newsItemIs(pCue, NEWS_LEX_THOUGHT) ) {
    n = NEWS_MAX(n, frame.bPhrase ? JOIN_SCANT : JOIN_LIGHT);
  }
  return n;
}

/* Whether item i is a sign that belongs to the words next to it: "$40", "40%",
** or the end of what a bracket in the words opens. */
static int joinIsPart(const NewsView *v, NewsSpan words, u32 i) {
  u32 k;
  int nOpen = 0;
  if( v->a[i].eType != NEWS_IT_SIGN ) return 0;
  if( !newsItemSign(&v->a[i], ')') ) {
    return v->pText->aTok[v->a[i].tok.iFrom].eKind == NEWS_TOK_SYMBOL ||
           newsItemSign(&v->a[i], '%');
  }
  for( k = words.iFrom; k < words.iTo; k++ ) {
    nOpen += newsItemSign(&v->a[k], '(') - newsItemSign(&v->a[k], ')');
  }
  return nOpen > 0;
}

/* Words with the signs that belong to them. */
static NewsSpan joinSigns(const NewsView *v, NewsSpan s) {
  if( newsSpanLen(s) == 0 ) return s;
  if( s.iFrom > v->unit.iFrom && joinIsPart(v, s, s.iFrom - 1) &&
      !(v->a[s.iFrom].flags & NEWS_TF_SPACE) ) {
    s.iFrom--;
  }
  while( s.iTo < v->unit.iTo && joinIsPart(v, s, s.iTo) &&
         !(v->a[s.iTo].flags & NEWS_TF_SPACE) ) {
    s.iTo++;
  }
  return s;
}

/* Whether somebody reports within a source, so that it is none: "Ann Lee said,
** and her sister". */
static int joinReports(const NewsView *v, NewsSpan s) {
  u32 i;
  int bRelative = 0;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    bRelative |= newsItemIs(&v->a[i], NEWS_LEX_WH_WORD);
    if( !bRelative && newsCueIsFinite(&v->a[i]) &&
        newsCueWeight(v->pText, &v->a[i]) >= JOIN_SURELY ) {
      return 1;
    }
  }
  return 0;
}

/* Whether a source begins with a verb, alone or behind "that", as none does, or
** is a day: laws "that addressed" complaints, "Considering" it. */
static int joinIsVerb(const NewsView *v, NewsSpan s) {
  const NewsItem *a = v->a;
  if( newsSpanLen(s) == 0 ) return 0;
  if( newsCueIsThat(&a[s.iFrom]) ) {
    return newsSpanLen(s) > 1 && (newsItemIs(&a[s.iFrom + 1], NEWS_FINITE) ||
                                  newsCueIsFinite(&a[s.iFrom + 1]));
  }
  return newsSpanLen(s) == 1 &&
         newsItemIs(&a[s.iFrom], NEWS_LEX_GER | NEWS_LEX_WEEKDAY);
}

/* Whether a source is one: more than an article. */
static int joinIsSource(const NewsView *v, NewsSpan s) {
  const NewsItem *pItem = &v->a[s.iFrom];
  if( joinReports(v, s) || joinIsVerb(v, s) ) return 0;
  return newsSpanLen(s) > 1 ||
         (newsSpanLen(s) == 1 && !newsItemIs(pItem, NEWS_LEX_ADVERB) &&
          (newsItemIs(pItem, NEWS_LEX_PRON) ||
           !newsItemIs(pItem, NEWS_LEX_DET | NEWS_LEX_INDEF)));
}

/* Whether the last words of a clause are a phrase with a preposition, no more:
** [to close the bridge] "before winter". */
static int joinIsTail(const NewsView *v, NewsSpan s) {
  u32 i;
  if( !newsItemIs(&v->a[s.iFrom], NEWS_LEX_PREP) ) return 0;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( v->a[i].eType != NEWS_IT_WORD || newsItemIs(&v->a[i], NEWS_FINITE) ||
        newsCueIsFinite(&v->a[i]) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether the reader's words go on where the source says a further thing: [that
** he was "a con"] and urged people to look. */
static int joinGoesOn(const NewsView *v, NewsSpan rule, NewsSpan mine) {
  const NewsItem *p = &v->a[rule.iTo];
  return rule.iFrom == mine.iFrom && newsSpanLen(rule) &&
         rule.iTo + 1 < mine.iTo && p[-1].eType == NEWS_IT_QUOTE &&
         newsItemIs(p, NEWS_LEX_CONJ) && newsCueIsFinite(&p[1]);
}

/* The reader's words are better than the rules': these have none, or theirs
** have fewer points by far. */
static int joinTakesWords(const NewsView *v, const NewsFound *f) {
  const NewsClause *c = f->pRule;
  if( !joinIsRow(c) ) return 1;
  if( joinGoesOn(v, c->right, f->right) ) return 0;
  if( newsSpanWithin(f->left, c->left) && joinIsTorn(v, f->left) &&
      v->a[f->left.iFrom].eType == NEWS_IT_QUOTE ) {
    return 0; /* took the "Blue Heron", police said */
  }
  if( c->right.iFrom < f->right.iFrom && c->right.iTo == f->right.iTo &&
      newsCueToInf(&v->a[f->right.iFrom]) ) {
    return 0; /* urged "voters not to stay home": with whom is told to */
  }
  if( c->right.iFrom == f->right.iFrom && c->right.iTo > f->right.iTo &&
      joinIsTail(v, newsSpan(f->right.iTo, c->right.iTo)) ) {
    return f->nBetter >= JOIN_TAIL;
  }
  if( newsSpanMeets(c->left, f->left) || newsSpanMeets(c->right, f->right) ) {
    return f->nBetter >= JOIN_BETTER;
  }
  return f->nBetter >= JOIN_OTHER;
}

/* A source is no part of its words: the clause takes both from the rules where
** these have them, else those words go. */
static void joinPart(NewsClause *c, const NewsClause *pRule) {
  if( joinIsRow(pRule) ) {
    c->mention = pRule->mention;
    c->left = pRule->left;
    c->right = pRule->right;
  } else if( newsSpanMeets(c->left, c->mention) ) {
    c->left = newsSpan(0, 0);
  } else {
    c->right = newsSpan(0, 0);
  }
}

/* A relative clause about the source before the words is the source's:
** "According to two aides, who may not speak of it, the dam is safe". */
static void joinRelative(const NewsView *v, NewsClause *c) {
  u32 i = c->right.iFrom;
  if( newsSpanLen(c->right) == 0 || c->mention.iTo + 1 != i ||
      !newsItemIs(&v->a[i], NEWS_LEX_WH_WORD | NEWS_LEX_ANONYMITY) ||
      !newsItemSign(&v->a[i - 1], ',') ) {
    return;
  }
  while( i < c->right.iTo && !newsItemSign(&v->a[i], ',') ) i++;
  if( i < c->right.iTo ) c->mention.iTo = i++;
  c->right.iFrom = i;
}

/* Whether a comma at item i begins whom or what the source cites: ", citing two
** aides". */
static int joinCites(const NewsView *v, u32 i) {
  const NewsItem *pNext = &v->a[i + 1];
  return newsItemSign(&v->a[i], ',') && newsItemIs(pNext, NEWS_LEX_GER) &&
         newsItemIs(pNext, NEWS_LEX_CUE) && newsItemIs(pNext, NEWS_LEX_REASON);
}

/* Words behind a cue without what is the report's own: behind a semicolon, or
** whom the source cites. */
static NewsSpan joinClosed(const NewsView *v, NewsSpan s) {
  u32 i;
  for( i = s.iFrom + 1; i < s.iTo; i++ ) {
    if( newsItemSign(&v->a[i], ';') || joinCites(v, i) ) s.iTo = i;
  }
  return s;
}

/* A source without the beginning of its verb, or a preposition that it ends
** with: [The minister] "is said to". An adverb alone is none. */
static NewsSpan joinTrim(const NewsView *v, NewsSpan s) {
  const NewsItem *a = v->a;
  int bTo = newsCueIsTo(&a[s.iTo - 1]);
  while( s.iTo > s.iFrom + 1 &&
         (newsItemIs(&a[s.iTo - 1], NEWS_LEX_PREP | NEWS_LEX_WH_WORD) ||
          (bTo && newsItemIs(&a[s.iTo - 1], NEWS_FINITE | NEWS_LEX_CUE))) ) {
    s.iTo--;
  }
  if( newsSpanLen(s) == 1 && newsItemIs(&a[s.iFrom], NEWS_LEX_ADVERB) ) {
    s.iTo--; /* "There were claims" */
  }
  return s;
}

/* A source without an adverb between commas, or whom it cites, behind it: [Dara
** Welk] ", however,"; [The Courier] ", citing officials,". */
static NewsSpan joinSource(const NewsView *v, NewsSpan s) {
  u32 i = s.iTo;
  while( i > s.iFrom + 1 &&
         newsItemIs(&v->a[i - 1], NEWS_LEX_ADVERB | NEWS_LEX_WH_WORD) ) {
    i--;
  }
  if( i > s.iFrom + 1 && newsItemSign(&v->a[i - 1], ',') ) s.iTo = i - 1;
  for( i = s.iFrom + 1; i + 1 < s.iTo; i++ ) {
    if( joinCites(v, i) ) s.iTo = i;
  }
  return s;
}

/* Words behind the cue that begin with their verb have their subject before the
** source: the plan, [which] she said [was late]. */
static void joinSubject(const NewsView *v, NewsClause *c) {
  u32 i = c->mention.iFrom;
  if( newsSpanLen(c->left) == 0 && newsSpanLen(c->mention) &&
      c->right.iFrom == c->cue.iTo && i > v->unit.iFrom && i < c->cue.iFrom &&
      newsItemIs(&v->a[c->right.iFrom], NEWS_FINITE) &&
      newsItemIs(&v->a[i - 1], NEWS_LEX_WH_WORD) ) {
    c->left = newsSpan(i - 1, i);
  }
}

/* Whether a clause is what a sentence opens with: "Noting that C, S V", "After
** saying C, S V". */
static int joinIsFronted(const NewsView *v, const NewsClause *c) {
  u32 i = c->cue.iFrom, iFrom = v->unit.iFrom;
  if( !newsItemIs(&v->a[i], NEWS_LEX_GER) ) return 0;
  return i == iFrom ||
         (i == iFrom + 1 &&
          newsItemIs(&v->a[iFrom], NEWS_LEX_PREP | NEWS_LEX_SUBORD));
}

/* Who does what a sentence opens with is its subject, behind a comma or the
** quotation that holds it: "Noting that C, [Lin] left". */
static void joinFronted(const NewsView *v, NewsClause *c) {
  u32 i = c->right.iFrom;
  if( newsSpanLen(c->mention) || newsSpanLen(c->right) == 0 ||
      !joinIsFronted(v, c) ) {
    return;
  }
  for( ; i <= c->right.iTo && i + 1 < v->unit.iTo; i++ ) {
    NewsSpan rest = newsSpan(i + 1, v->unit.iTo), who;
    int bQuote = v->a[i].eType == NEWS_IT_QUOTE;
    if( !bQuote && !newsItemSign(&v->a[i], ',') ) continue;
    if( newsItemIs(&v->a[rest.iFrom], NEWS_LEX_WH_WORD) ) continue;
    who = newsClauseSubject(v->a, rest, rest.iTo);
    if( newsSpanLen(who) == 0 || who.iFrom != rest.iFrom ) continue;
    c->mention = who;
    c->right.iTo = i + bQuote;
    return;
  }
}

/* The sentence that "according to S" stands behind does not begin within a
** phrase: In his years on ["The Ladder," he hit people]. */
static void joinSentence(const NewsView *v, NewsClause *c) {
  u32 i = c->left.iFrom;
  if( newsSpanLen(c->left) && i > v->unit.iFrom &&
      newsItemIs(&v->a[c->cue.iFrom], NEWS_LEX_ADJUNCT) &&
      newsItemIs(&v->a[i - 1], NEWS_LEX_PREP) ) {
    c->left.iFrom = v->unit.iFrom;
  }
}

/* Whether the words behind a cue are a clause: behind "that", or a cue that
** takes no noun phrase. */
static int joinIsClausal(const NewsView *v, const NewsClause *c) {
  const NewsItem *pCue = &v->a[c->cue.iFrom];
  return newsSpanLen(c->left) == 0 && newsSpanLen(c->right) &&
         (newsCueIsThat(&v->a[c->right.iFrom - 1]) ||
          (newsItemIs(pCue, NEWS_LEX_BARE) &&
           !newsItemIs(pCue, NEWS_LEX_OBJECT)));
}

/* A clause does not end before its verb: [the plan of the mayor] "-- who took
** office in May -- has failed". */
static void joinWhole(const NewsView *v, NewsClause *c) {
  u32 i = c->right.iTo, j;
  if( !joinIsClausal(v, c) || !newsItemBreaks(&v->a[i]) ||
      c->mention.iFrom > i || /* Noting that C, [S] left */
      newsCueHasVerb(v->pText, v->a, c->right.iFrom, i) ) {
    return;
  }
  for( j = i + 1; j + 1 < v->unit.iTo; j++ ) {
    if( !newsItemBreaks(&v->a[j]) ||
        newsItemDash(&v->a[j]) != newsItemDash(&v->a[i]) ||
        !newsItemIs(&v->a[j + 1], NEWS_FINITE) ) {
      continue;
    }
    c->right.iTo = v->unit.iTo;
    while( newsItemStop(&v->a[c->right.iTo - 1]) ) c->right.iTo--;
    c->right.iTo = newsExtentClosed(v->a, v->unit.iFrom, c->cue.iFrom,
                                    c->right.iFrom, c->right.iTo);
    return;
  }
}

/* Whether somebody finds something: "the tribunal accepted that C", "Doe judged
** that C". What is no cue of thought and takes "that" is what was said. */
static int joinIsFinding(const NewsView *v, const NewsClause *c) {
  const NewsItem *pCue = &v->a[c->cue.iFrom];
  return newsSpanLen(c->mention) && newsSpanLen(c->left) == 0 &&
         c->right.iFrom > c->cue.iTo &&
         newsCueIsThat(&v->a[c->right.iFrom - 1]) && newsCueIsFinite(pCue) &&
         newsItemIs(pCue, NEWS_LEX_THAT) && !newsItemIs(pCue, NEWS_LEX_THOUGHT);
}

/* Words that the reader alone found without the place before them: pleaded
** guilty at Velm Crown Court [to theft]. */
static void joinPlace(const NewsView *v, NewsClause *c) {
  u32 i = c->right.iFrom;
  if( newsSpanLen(c->right) == 0 || i != c->cue.iTo + 1 ||
      !newsItemIs(&v->a[i - 1], NEWS_LEX_PREP) || newsCueIsTo(&v->a[i - 1]) ) {
    return;
  }
  while( i < c->right.iTo && newsItemCap(&v->a[i]) ) i++;
  if( i > c->right.iFrom && i + 1 < c->right.iTo && newsCueIsTo(&v->a[i]) &&
      newsItemIs(&v->a[i - 1],
                 NEWS_LEX_ORG | NEWS_LEX_VENUE | NEWS_LEX_PLACE) ) {
    c->right.iFrom = i + 1;
  }
}

/* "What S said is that C", "won with what S called Q", "what S described as Q":
** C alone, or Q, is what is said. */
static void joinCleft(const NewsView *v, NewsClause *c) {
  const NewsItem *a = v->a;
  if( newsSpanLen(c->left) != 1 || newsSpanLen(c->right) == 0 ||
      !newsItemIs(&a[c->left.iFrom], NEWS_LEX_WH_WORD) ) {
    return;
  }
  if( c->right.iFrom > c->cue.iTo + 1 &&
      newsItemIs(&a[c->cue.iTo], NEWS_LEX_AUX) ) {
    c->left = newsSpan(0, 0);
  }
  if( c->right.iFrom == c->cue.iTo &&
      newsItemIs(&a[c->cue.iFrom], NEWS_LEX_OBJECT) &&
      newsItemIs(&a[c->left.iFrom], NEWS_LEX_PRON) &&
      !newsItemIs(&a[c->right.iFrom], NEWS_FINITE) &&
      !newsCueIsTo(&a[c->right.iFrom]) ) {
    c->left = newsSpan(0, 0);
    if( newsCueIsAs(&a[c->right.iFrom]) ) c->right.iFrom++;
  }
}

/* Words that the reader alone found end where the rules are sure that somebody
** else says the rest: Police were asked [to look into it] but Doe said C. */
static void joinOthers(const NewsView *v, NewsClause *c) {
  u32 i;
  for( i = 0; i < v->nClause; i++ ) {
    const NewsClause *pRule = &v->aClause[i];
    u32 iFrom = pRule->mention.iFrom;
    if( !joinIsRow(pRule) || pRule->nScore < JOIN_STRONG ||
        newsSpanLen(pRule->mention) == 0 || newsSpanLen(pRule->left) ||
        iFrom < c->right.iFrom + 2 || pRule->cue.iFrom >= c->right.iTo ||
        pRule->cue.iFrom < iFrom ||
        newsItemIs(&v->a[iFrom], NEWS_LEX_SUBJECT) ||
        !newsItemIs(&v->a[iFrom - 1], NEWS_LEX_CONJ) ||
        newsCueWeight(v->pText, &v->a[iFrom - 1]) > JOIN_BUT ) {
      continue;
    }
    c->right.iTo = iFrom - 1 - newsItemBreaks(&v->a[iFrom - 2]);
    return;
  }
}

/* The clause of what was found. */
static NewsClause joinClause(const NewsView *v, const NewsFound *f) {
  NewsClause c;
  memset(&c, 0, sizeof(c));
  if( f->pRule ) c = *f->pRule;
  c.cue = newsSpan(f->iCue, f->iCue + 1);
  if( newsSpanLen(c.whole) == 0 ) c.whole = c.cue;
  c.iCueWord = v->a[f->iCue].iWord;
  if( joinTakesWords(v, f) ) {
    c.left = joinSigns(v, f->left);
    c.right = joinSigns(v, joinClosed(v, f->right));
  }
  if( joinTakesSource(v, c.mention, f->source) && joinIsSource(v, f->source) ) {
    c.mention = joinSource(v, f->source);
  }
  if( newsSpanLen(c.mention) ) c.mention = joinTrim(v, c.mention);
  if( newsSpanMeets(c.left, c.mention) || newsSpanMeets(c.right, c.mention) ) {
    joinPart(&c, f->pRule);
  }
  joinRelative(v, &c);
  joinSubject(v, &c);
  joinFronted(v, &c);
  joinSentence(v, &c);
  joinWhole(v, &c);
  joinCleft(v, &c);
  if( !joinIsRow(f->pRule) ) {
    joinPlace(v, &c);
    joinOthers(v, &c);
  }
  c.bThought = f->aRow[NEWS_AN_THOUGHT] > f->aRow[NEWS_AN_SPEECH] &&
               !joinIsFinding(v, &c);
  c.bLearned = 1;
  c.nPoint = newsReaderMargin(f->aRow);
  c.nScore = NEWS_MAX(c.nScore, NEWS_CLAUSE_LEAST);
  return c;
}

/* ---- who competes ------------------------------------------------------- */

typedef struct JoinList JoinList;
struct JoinList {
  NewsClause a[JOIN_MAX];
  u32 n;
};

static void joinAdd(JoinList *p, const NewsClause *c, int nPoint) {
  if( p->n == JOIN_MAX ) return;
  p->a[p->n] = *c;
  p->a[p->n].bTaken = 0;
  p->a[p->n++].nPoint = nPoint;
}

/* What the reader found, if it is enough; or, should that clash with a better
** one, the clause of the rules, if it is strong; so too where the reader
** rejects it. */
static void joinAddFound(const NewsView *v, const NewsFound *f, JoinList *p) {
  NewsClause c;
  int nPoint = 0;
  if( f->bSure ) return;
  c = joinClause(v, f);
  if( c.nPoint >= joinLeast(v, f, &c) && joinWords(&c) ) {
    joinAdd(p, &c, c.nPoint);
    nPoint = NEWS_MIN(0, c.nPoint - 1);
  }
  if( joinIsStrong(v, f->pRule) ) {
    if( c.nPoint < joinLeast(v, f, &c) && f->pRule->bAdjunct &&
        joinIsLast(v, f->pRule) ) {
      nPoint = JOIN_CLOSES;
    }
    joinAdd(p, f->pRule, nPoint);
  }
}

/* Clauses of the rules that the reader has nothing to say of. */
static void joinAddRules(const NewsReader *p, JoinList *pOut) {
  const NewsView *v = &p->view;
  const NewsFound *aFound = p->aFound;
  u32 i, k = 0;
  for( i = 0; i < v->nClause; i++ ) {
    const NewsClause *c = &v->aClause[i];
    if( !joinIsRow(c) ) continue;
    if( joinIsSure(v->a, c) ) {
      joinAdd(pOut, c, JOIN_SURE);
      continue;
    }
    while( k < p->nFound && aFound[k].iCue < c->cue.iFrom ) k++;
    if( k < p->nFound && aFound[k].iCue == c->cue.iFrom ) continue;
    if( joinIsStrong(v, c) ) joinAdd(pOut, c, 0);
  }
}

/* What is inserted into the words of another clause is part of them. */
static void joinInserted(const NewsView *v, JoinList *p) {
  u32 i, j;
  for( i = 0; i < p->n; i++ ) {
    if( !joinIsClausal(v, &p->a[i]) ) continue;
    for( j = 0; j < p->n; j++ ) {
      if( newsClauseInserted(v->pText, v->a, &p->a[i], &p->a[j]) ) {
        p->a[j].bTaken = 2;
      }
    }
  }
}

/* Take the best, one after the other, that do not clash with those taken. */
static void joinChoose(JoinList *p) {
  NewsClause *a = p->a;
  u32 i, j, k, n = p->n;
  for( k = 0; k < n; k++ ) {
    for( i = 0, j = n; i < n; i++ ) {
      if( a[i].bTaken == 0 && (j == n || a[i].nPoint > a[j].nPoint) ) j = i;
    }
    if( j == n ) return;
    for( i = 0; i < n; i++ ) {
      if( a[i].bTaken == 1 && joinClash(&a[i], &a[j]) ) break;
    }
    a[j].bTaken = i == n ? 1 : 2;
  }
}

/* Those taken become the unit's clauses, by their cues. */
static void joinGive(NewsReader *p, const JoinList *pList, NewsVec *pClause) {
  u32 i, j;
  pClause->n = 0;
  for( i = 0; i < pList->n; i++ ) {
    NewsClause *a;
    if( pList->a[i].bTaken != 1 ) continue;
    if( !newsVecPush(pClause, p->view.pText->pArena, sizeof(*a)) ) return;
    a = pClause->a;
    for( j = pClause->n - 1;
         j > 0 && a[j - 1].cue.iFrom > pList->a[i].cue.iFrom; j-- ) {
      a[j] = a[j - 1];
    }
    a[j] = pList->a[i];
  }
}

void newsJoinRead(NewsReader *p) {
  NewsFound *a = p->aFound;
  u32 i;
  newsReaderCues(p);
  for( i = 0; i < p->nFound; i++ ) {
    const NewsClause *c = a[i].pRule;
    if( joinIsRow(c) && joinIsSure(p->view.a, c) ) {
      a[i].source = c->mention;
      a[i].left = c->left;
      a[i].right = c->right;
      a[i].bSure = 1;
    } else {
      newsReaderArguments(p, &a[i]);
    }
  }
}

void newsJoin(NewsReader *p, const NewsText *pText, const NewsItem *a,
              NewsSpan unit, int bHeading, NewsVec *pClause) {
  NewsView *v = &p->view;
  JoinList list;
  u32 i;
  p->nBefore = unit.iFrom ? p->nBest : JOIN_NONE;
  p->nBest = JOIN_NONE;
  v->pText = pText;
  v->a = a;
  v->unit = unit;
  v->aClause = pClause->a;
  v->nClause = pClause->n;
  v->bHeading = bHeading;
  for( i = unit.iFrom; i < unit.iTo && !newsReaderMay(v, i); i++ ) {
  }
  if( i == unit.iTo && pClause->n == 0 ) return;
  newsSeenRead(v);
  if( p->xUnit ) {
    p->xUnit(p, p->pUnit);
    return;
  }
  newsJoinRead(p);
  for( i = 0; i < p->nFound; i++ ) {
    newsReaderRow(p, &p->aFound[i]);
  }
  if( pText->pArena->rc ) return;
  list.n = 0;
  joinAddRules(p, &list);
  for( i = 0; i < p->nFound; i++ ) {
    joinAddFound(v, &p->aFound[i], &list);
  }
  joinInserted(v, &list);
  joinChoose(&list);
  joinGive(p, &list, pClause);
}
