/*
** quote.c: who said what: from paragraphs to rows.
**
**   marks.c    which marks pair             one pass over the report
**   item.c     a paragraph as items         ---+
**   leadin.c   what it begins with: dateline   |  a paragraph at a time,
**   unit.c     its sentences                   |  in bounded memory
**   clause.c   candidates of each, chosen      |
**   join.c     ... and read by weight          |
**   here       what no clause claims           |
**   row.c      pieces, marks, kinds         ---+
**
** A quotation that no clause claims floats: it is a piece of the row before
** it where that holds a quotation of the same paragraph, else a row of its
** own whose source follows from the context; or it is no speech at all (a
** title, a nickname, a scare quote) and is dropped.
*/
#include "quote/quote.h"

#include "lexicon/lexicon.h"
#include "quote/cite.h"
#include "quote/cue.h"
#include "quote/join.h"
#include "quote/leadin.h"
#include "quote/mend.h"
#include "quote/row.h"
#include "quote/turn.h"
#include "quote/unit.h"

#define LEAD_MAX 10    /* Items of a lead that has no verb, at most */
#define TOLD_LEAST 3   /* Words of a quotation between turns, at least */
#define TOLD_CLOSE 6   /* Items around it where its cue stands */
#define SLUG_REACH 500 /* Tokens behind a heading looked at for a name */

/* The state of the search. A row is kept open until it is known that no
** further quotation belongs to it; its pieces are in the gatherer. */
typedef struct Finder Finder;
struct Finder {
  const NewsText *pText;
  NewsQuoteList *pList;
  NewsMarks marks;
  NewsGather gather;
  NewsGather aside; /* Pieces of a row that takes nothing further */
  NewsVec vItem;    /* of NewsItem: the paragraph */
  NewsVec vClause;  /* of NewsClause: of one unit */
  NewsReader *pReader;
  NewsTurns turns;
  NewsQuote open; /* The open row */
  u8 bOpen;       /* There is one */
  u8 bTakes;      /* It takes further quotations of the paragraph */
  u8 bFloats;     /* It has no clause yet */
  u8 bAwaits;     /* Its clause ended in a colon, nothing gathered yet */
  u8 bHeadline;   /* The paragraph is a heading */
  u8 nSpoken;     /* 2: something was attributed in this paragraph, 1: in the
                   ** one before */
  u8 bInTurn;     /* The open row is a speaker's turn */
  NewsSpan told;  /* Items of the unit before in this paragraph, where the
                   ** report tells it itself; else empty */
};

/* How sure a row with this many points is, by steps of two from 6: the share
** of right rows (overlap of half or more) on annotated reports. */
static double quoteConfidence(int nScore) {
  static const double aShare[] = {0.40, 0.50, 0.60, 0.70, 0.75, 0.77,
                                  0.86, 0.91, 0.95, 0.97, 0.98, 0.98};
  int i = (nScore - 6) / 2;
  if( i < 0 ) i = 0;
  if( i >= NEWS_COUNT(aShare) ) i = NEWS_COUNT(aShare) - 1;
  return aShare[i];
}

/* How sure a clause of the learned reader is, by steps of 12 points from
** -48: likewise, on the texts that chose its thresholds. */
static double quoteLearned(int nPoint) {
  static const double aShare[] = {0.50, 0.52, 0.55, 0.60, 0.68, 0.74,
                                  0.78, 0.86, 0.90, 0.94, 0.96, 0.97};
  int i = (nPoint + 48) / 12;
  if( i < 0 ) i = 0;
  if( i >= NEWS_COUNT(aShare) ) i = NEWS_COUNT(aShare) - 1;
  return aShare[i];
}

/* Whether a dash and a name stand behind the full stop of a paragraph: [Nobody
** was hurt.] - AFP */
static int quoteIsCredited(const NewsText *p, NewsSpan para) {
  u32 i = para.iTo - 1;
  while( i > para.iFrom + 1 && (p->aTok[i].flags & NEWS_TF_CAP) ) i--;
  return i + 1 < para.iTo && newsTokDash(&p->aTok[i]) &&
         newsTokStop(&p->aTok[i - 1]);
}

/* Whether a paragraph is a heading: short, with capitals on most words, on all
** if it ends with a full stop, or without one. */
static int quoteIsHeading(const NewsText *p, NewsSpan para) {
  u32 i, nWord = 0, nCap = 0, nLong = 0, nStop = 0;
  const NewsToken *pEnd;
  if( newsSpanLen(para) < 3 || newsSpanLen(para) > 36 ) return 0;
  for( i = para.iFrom; i < para.iTo; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    if( pTok->eKind != NEWS_TOK_WORD ) continue;
    if( (pTok->flags & NEWS_TF_SENT) && i > para.iFrom ) nStop++;
    nWord++;
    if( pTok->nByte < 5 ) continue;
    nLong++;
    nCap += (pTok->flags & NEWS_TF_CAP) != 0;
  }
  if( nWord < 3 || nStop > 0 ) return 0;
  pEnd = &p->aTok[para.iTo - 1];
  if( nLong >= 3 && nCap * 10 >= nLong * (newsTokStop(pEnd) ? 10 : 8) ) {
    return 1;
  }
  if( quoteIsCredited(p, para) ) return 0;
  if( pEnd->eKind == NEWS_TOK_MARK ) pEnd--;
  return pEnd->eKind != NEWS_TOK_PUNCT && !(pEnd->flags & NEWS_TF_DOT) &&
         p->aTok[para.iFrom].eKind != NEWS_TOK_MARK;
}

/* Tokens of a span of items. */
static NewsSpan quoteTokens(const NewsItem *a, NewsSpan s) {
  if( newsSpanLen(s) == 0 ) return newsSpan(0, 0);
  return newsSpan(a[s.iFrom].tok.iFrom, a[s.iTo - 1].tok.iTo);
}

/* Whether a bracket stands open at the end of tokens. */
static int quoteIsOpen(const NewsText *p, NewsSpan tok) {
  u32 i;
  int n = 0;
  for( i = tok.iFrom; i < tok.iTo; i++ ) {
    n += newsTokPunct(&p->aTok[i], '(') - newsTokPunct(&p->aTok[i], ')');
  }
  return n > 0;
}

/* Tokens of a mention, without signs at its end but what closes a bracket, and
** without a word for all of them: "Ann Lee and Bo Karl both". */
static NewsSpan quoteMention(const NewsText *p, const NewsItem *a, NewsSpan s) {
  const u64 mBoth = NEWS_LEX_DET | NEWS_LEX_PRON | NEWS_LEX_PLURAL;
  NewsSpan tok;
  if( newsSpanLen(s) > 2 && (a[s.iTo - 1].mClass & mBoth) == mBoth &&
      !newsItemIs(&a[s.iTo - 2],
                  NEWS_LEX_PREP | NEWS_LEX_CONJ | NEWS_LEX_GER) ) {
    s.iTo--;
    if( newsItemIs(&a[s.iTo - 1], NEWS_LEX_AUX) ) s.iTo--; /* have all */
  }
  tok = quoteTokens(a, s);
  if( newsSpanLen(tok) && newsItemSign(&a[s.iTo], ')') &&
      quoteIsOpen(p, tok) ) {
    tok.iTo++;
  }
  while( newsSpanLen(tok) ) {
    const NewsToken *pTok = &p->aTok[tok.iTo - 1];
    if( pTok->eKind != NEWS_TOK_PUNCT || pTok->hash == ')' ||
        pTok->hash == ']' || pTok->hash == '%' ) {
      break;
    }
    tok.iTo--;
  }
  return tok;
}

/* A row with the pieces of pGather joins the list. */
static void quotePush(Finder *p, NewsGather *pGather, NewsQuote *pRow) {
  NewsQuote *pNew;
  if( !newsGatherRow(pGather, pRow) ) return;
  pNew = newsVecPush(&p->pList->vQuote, p->pText->pArena, sizeof(*pNew));
  if( pNew ) *pNew = *pRow;
}

/* Finish the open row. */
static void quoteClose(Finder *p) {
  if( p->bInTurn ) newsGatherTrim(&p->gather);
  p->bInTurn = 0;
  if( !p->bOpen ) return;
  p->bOpen = p->bTakes = p->bFloats = p->bAwaits = 0;
  quotePush(p, &p->gather, &p->open);
}

/* Begin a row. */
static void quoteOpen(Finder *p, const NewsQuote *pRow) {
  quoteClose(p);
  p->open = *pRow;
  p->open.ePart = p->bHeadline ? NEWS_HEADLINE : NEWS_BODY;
  p->bOpen = 1;
  p->nSpoken = 2;
}

/* The cue of a clause with its verb group, which begins behind the mention or
** the words before it. */
static NewsSpan quoteCue(const NewsText *pText, const NewsItem *a,
                         const NewsClause *c) {
  u32 iFloor = 0;
  if( c->bAdjunct || newsSpanLen(c->cue) == 0 ) return c->cue;
  if( c->mention.iTo <= c->cue.iFrom ) iFloor = c->mention.iTo;
  if( c->left.iTo <= c->cue.iFrom ) iFloor = NEWS_MAX(iFloor, c->left.iTo);
  return newsCueWhole(pText, a, iFloor, c->cue);
}

/* What a chosen clause says of its row. */
static NewsQuote quoteOfClause(const Finder *p, const NewsItem *a,
                               const NewsClause *c) {
  NewsQuote row;
  memset(&row, 0, sizeof(row));
  row.cue = quoteTokens(a, quoteCue(p->pText, a, c));
  if( newsSpanLen(c->cue) && newsCueIsHeard(&a[c->cue.iFrom]) ) {
    row.cue.iFrom = row.cue.iTo - 1; /* the jury [was told] */
    while( row.cue.iFrom > a[c->cue.iFrom].tok.iFrom &&
           newsTokIs(&p->pText->aTok[row.cue.iFrom - 1], NEWS_LEX_AUX) ) {
      row.cue.iFrom--;
    }
  }
  row.mention = quoteMention(p->pText, a, c->mention);
  row.via = quoteMention(p->pText, a, c->via);
  row.iCueWord = c->iCueWord;
  row.bNobody = c->bNobody && newsSpanLen(c->mention) == 0;
  row.eAct = c->bThought ? NEWS_THOUGHT : NEWS_SPEECH;
  row.ePart = p->bHeadline ? NEWS_HEADLINE : NEWS_BODY;
  row.rConf =
      c->bLearned ? quoteLearned(c->nPoint) : quoteConfidence(c->nScore);
  return row;
}

/* Whether further quotations of the paragraph may be a clause's. */
static int quoteClauseTakes(const NewsItem *a, const NewsClause *c) {
  return c->bAwaits || newsItemsQuoted(a, c->left) ||
         newsItemsQuoted(a, c->right);
}

/* A row from a chosen clause that takes nothing further. */
static void quoteAside(Finder *p, const NewsItem *a, const NewsClause *c) {
  NewsQuote row = quoteOfClause(p, a, c);
  newsGatherAdd(&p->aside, quoteTokens(a, c->left));
  newsGatherAdd(&p->aside, quoteTokens(a, c->right));
  quotePush(p, &p->aside, &row);
  p->nSpoken = 2;
}

/* What a chosen clause says itself before the colon that leads to its
** quotation, here or in the next paragraph: a row that takes nothing further.
*/
static void quoteBeforeColon(Finder *p, const NewsItem *a,
                             const NewsClause *c) {
  NewsClause led = *c;
  u32 iQuote;
  if( newsSpanLen(c->led) == 0 || newsSpanLen(c->left) ||
      !(c->bAwaits || (c->right.iFrom == c->led.iTo + 1 &&
                       newsItemsPure(a, c->right, &iQuote))) ) {
    return;
  }
  led.right = c->led;
  quoteAside(p, a, &led);
}

/* The open row becomes that of a chosen clause. */
static void quoteFromClause(Finder *p, const NewsItem *a, const NewsClause *c) {
  NewsQuote row = quoteOfClause(p, a, c);
  u32 iQuote;
  if( p->bOpen && p->bFloats && newsItemsPure(a, c->left, &iQuote) ) {
    /* "A." "B," he said: the floating row before finds its clause */
    row.ePart = p->open.ePart;
    p->open = row;
    p->bFloats = 0;
  } else {
    quoteOpen(p, &row);
  }
  p->bAwaits = c->bAwaits;
  p->bTakes = 1;
  p->gather.bOwned = 1;
  if( !newsGatherHas(&p->gather, quoteTokens(a, c->left)) ) {
    newsGatherAdd(&p->gather, quoteTokens(a, c->left));
  }
  newsGatherAdd(&p->gather, quoteTokens(a, c->right));
  p->gather.bOwned = 0;
}

/* What the words of a quotation look like. */
/* A unit that is nothing but quotations, which no clause claims. */
static void quoteFloatWhole(Finder *p, const NewsItem *a, NewsSpan unit,
                            u32 iQuote) {
  NewsLook look = newsItemLook(p->pText, &a[iQuote]);
  NewsQuote row;
  if( p->gather.aClaimed[a[iQuote].iMark] ) return;
  if( p->bOpen && (p->bTakes || p->bAwaits) ) {
    p->gather.bOwned = !p->bFloats;
    newsGatherAdd(&p->gather, quoteTokens(a, unit));
    p->gather.bOwned = 0;
    p->bTakes = 1;
    p->bAwaits = 0;
    return;
  }
  if( look.nWord < 3 && !(p->nSpoken && look.nWord && look.bStop) ) return;
  if( look.nSmall == 0 && !look.bStop ) return;
  if( p->bHeadline && !look.bStop && look.nWord < 5 ) return;
  memset(&row, 0, sizeof(row));
  row.rConf = quoteConfidence(look.bStop ? 16 : 11);
  quoteOpen(p, &row);
  p->bFloats = 1;
  p->bTakes = 1;
  newsGatherAdd(&p->gather, quoteTokens(a, unit));
}

/* What a subject does before the colon that leads to its words, if it is short
** and begins with a verb: it reports them. The mayor [gave this reason]: */
static NewsSpan quoteLed(const NewsItem *a, NewsSpan s) {
  u32 i;
  if( newsSpanLen(s) == 0 || newsSpanLen(s) > NEWS_CLAUSE_LED + 1 ||
      newsItemCap(&a[s.iFrom]) ||
      newsItemIs(&a[s.iFrom], NEWS_GRAMMAR & ~(NEWS_LEX_AUX | NEWS_LEX_MODAL |
                                               NEWS_LEX_ADVERB)) ) {
    return newsSpan(0, 0);
  }
  for( i = s.iFrom; i < s.iTo && a[i].eType == NEWS_IT_WORD; i++ ) {
  }
  return i == s.iTo ? s : newsSpan(0, 0);
}

/* Who stands before the colon at item iTo of a short lead without subject: "And
** from Chairwoman Ade:", "To quote the mayor:" */
static NewsSpan quoteNear(const NewsItem *a, NewsSpan unit, u32 iTo) {
  NewsFit fit;
  if( iTo == unit.iFrom || iTo >= unit.iFrom + LEAD_MAX ) {
    return newsSpan(0, 0);
  }
  fit = newsPhraseLeft(a, unit.iFrom, iTo);
  return fit.nScore > 2 ? fit.span : newsSpan(0, 0);
}

/* The colon in a span, or its beginning: Protest came from the union: [it was]
** "a farce". */
static u32 quoteColon(const NewsItem *a, NewsSpan s) {
  u32 i = s.iTo;
  while( i > s.iFrom && !newsItemSign(&a[i], ':') ) i--;
  return i;
}

/* Whom the words [who.iFrom, iTo) before a colon turn to, where who is taken
** for all of them: The floor passes to [his deputy, Ann Lee]: */
static NewsSpan quoteTurned(const NewsItem *a, NewsSpan who, u32 iTo) {
  u32 k;
  for( k = who.iFrom + 2; k + 1 < who.iTo; k++ ) {
    if( newsCueIsTo(&a[k]) && newsItemCap(&a[iTo - 1]) &&
        !newsItemCap(&a[k - 1]) &&
        !newsItemIs(&a[k - 1], NEWS_LEX_DOCUMENT | NEWS_LEX_VENUE) ) {
      return newsSpan(k + 1, iTo);
    }
  }
  return who;
}

/* Whether a lead is a label of the page, or a word between sentences, and
** nobody's: Q&A: However: */
static int quoteIsLabel(const NewsItem *a, NewsSpan who) {
  const NewsItem *p = &a[who.iFrom];
  if( newsSpanLen(who) != 1 ) return 0;
  if( newsItemIs(p, NEWS_LEX_HEADLINE | NEWS_LEX_WEB) ) {
    return !newsItemIs(p, NEWS_LEX_DOCUMENT);
  }
  return newsItemIs(p, NEWS_LEX_ADVERB | NEWS_LEX_CONJ | NEWS_LEX_SUBORD) &&
         !newsItemIs(p, NEWS_LEX_GIVEN | NEWS_LEX_PRON | NEWS_LEX_ROLE |
                            NEWS_LEX_ORGNAME | NEWS_LEX_PLACE);
}

/* Whether a heading's lead is what the report is about, and nobody: "Fire in
** Leeds:". No word for who speaks begins it, nor one that is a name further on,
** as in "Lee on the fire:". */
static int quoteIsSlug(const Finder *p, const NewsItem *a, NewsSpan who) {
  const u64 mWho = NEWS_SPEAKS | NEWS_LEX_HONORIFIC | NEWS_LEX_PRON |
                   NEWS_LEX_DEMONYM | NEWS_LEX_PLURAL;
  const NewsToken *aTok = p->pText->aTok,
                  *pFirst = &aTok[a[who.iFrom].tok.iFrom];
  u32 i, iTo = NEWS_MIN(p->pText->nTok, a[who.iFrom].tok.iTo + SLUG_REACH);
  if( !p->bHeadline || newsSpanLen(who) == 0 ||
      newsItemIs(&a[who.iFrom], mWho) ||
      !newsItemIs(&a[who.iFrom + 1], NEWS_LEX_PREP) ) {
    return 0;
  }
  for( i = a[who.iFrom].tok.iTo; i < iTo; i++ ) {
    if( aTok[i].hash == pFirst->hash && (aTok[i].flags & NEWS_TF_CAP) &&
        !(aTok[i].flags & NEWS_TF_SENT) ) {
      return 0;
    }
  }
  return 1;
}

/* Whose words they are that a lead calls by one noun: [His] words: */
static NewsSpan quoteOwner(const NewsItem *a, NewsSpan who) {
  if( newsSpanLen(who) == 2 && newsItemIs(&a[who.iFrom], NEWS_LEX_DET) &&
      newsItemIs(&a[who.iFrom], NEWS_LEX_MASC | NEWS_LEX_FEM) &&
      !newsItemIs(&a[who.iFrom + 1], NEWS_LEX_ROLE | NEWS_LEX_SOURCE |
                                         NEWS_LEX_PEOPLE | NEWS_LEX_TITLE) ) {
    who.iTo--;
  }
  return who;
}

/* The row of words to which a colon leads, of who stands before it. */
static void quoteLedBy(const Finder *p, const NewsItem *a, NewsSpan who,
                       u32 iColon, NewsQuote *pRow) {
  NewsSpan led = newsSpan(0, 0);
  if( newsSpanLen(who) ) led = quoteLed(a, newsSpan(who.iTo, iColon));
  pRow->cue = quoteTokens(a, led);
  /* He [was told]: */
  pRow->bNobody = newsSpanLen(led) > 1 &&
                  newsCueIsTold(p->pText, &a[led.iFrom], &a[led.iTo - 1]);
  if( pRow->bNobody ) return;
  pRow->mention = quoteMention(p->pText, a, quoteOwner(a, who));
}

/*
** A unit with a quotation among its own words, which no clause claims. Three
** readings, the first that holds:
**   led    a colon leads to it: the words of the sentence's subject
**   part   the paragraph has reported speech already, and the quotation is a
**          stretch of a sentence that has no clause of its own: the report
**          goes on speaking for its source, the sentence is a mixed row
**   none   a title, a nickname, a scare quote
*/
static void quoteFloatPart(Finder *p, const NewsItem *a, NewsSpan unit,
                           int bSaid) {
  u32 i;
  for( i = unit.iFrom; i < unit.iTo; i++ ) {
    NewsQuote row;
    NewsLook look;
    int bLed;
    if( a[i].eType != NEWS_IT_QUOTE ) continue;
    if( p->gather.aClaimed[a[i].iMark] ) continue;
    look = newsItemLook(p->pText, &a[i]);
    bLed = i > unit.iFrom && newsItemSign(&a[i - 1], ':') &&
           (look.nWord > 2 ? look.nSmall > 1 || look.bStop
                           : look.bStop && i + 1 == unit.iTo);
    if( !bLed && (bSaid || !p->nSpoken || !newsLookStretch(&look)) ) continue;
    memset(&row, 0, sizeof(row));
    row.rConf = quoteConfidence(bLed ? 12 : 10);
    if( !bLed ) {
      u32 iColon = quoteColon(a, newsSpan(unit.iFrom, i));
      row.mention = quoteMention(p->pText, a, quoteNear(a, unit, iColon));
      if( iColon > unit.iFrom ) unit.iFrom = iColon + 1;
    } else {
      NewsSpan who = newsClauseOpener(p->pText, a, unit, i);
      if( newsSpanLen(who) == 0 ) who = quoteNear(a, unit, i - 1);
      who = quoteTurned(a, who, i - 1);
      if( newsSpanLen(who) > 1 && newsItemIs(&a[who.iFrom], NEWS_LEX_WEB) ) {
        who.iFrom++; /* Media caption Ann Lee: "We */
      }
      if( quoteIsLabel(a, who) || quoteIsSlug(p, a, who) ) {
        who = newsSpan(0, 0);
      }
      quoteLedBy(p, a, who, i - 1, &row);
      unit.iFrom = i;
    }
    quoteOpen(p, &row);
    p->bTakes = (u8)bLed;
    newsGatherAdd(&p->gather, quoteTokens(a, unit));
    return;
  }
}

/* A sentence without a cue that ends in a colon: a quotation that follows in
** the next paragraph is its subject's. */
static void quoteLead(Finder *p, const NewsItem *a, NewsSpan unit) {
  NewsQuote row;
  NewsSpan who = newsClauseSubject(a, unit, unit.iTo);
  memset(&row, 0, sizeof(row));
  if( newsSpanLen(who) == 0 ) who = quoteNear(a, unit, unit.iTo - 1);
  row.cue = quoteTokens(a, quoteLed(a, newsSpan(who.iTo, unit.iTo - 1)));
  if( who.iTo + 1 == unit.iTo ) who = quoteTurned(a, who, who.iTo);
  row.mention = quoteMention(p->pText, a, quoteOwner(a, who));
  if( newsSpanLen(row.mention) == 0 ) return;
  row.rConf = quoteConfidence(11);
  quoteOpen(p, &row);
  p->open.ePart = NEWS_BODY; /* Of a heading, "Quotes by Ann Lee:", too */
  p->bAwaits = 1;
}

/* The clause of a unit to which further quotations of the paragraph belong:
** the last that reports a quotation before it, else the last with one. */
static const NewsClause *quoteMainClause(const NewsItem *a,
                                         const NewsClause *aC, u32 n) {
  const NewsClause *pMain = 0;
  u32 i;
  int bLeft = 0;
  for( i = 0; i < n; i++ ) {
    if( !newsClauseIsRow(&aC[i]) ) continue;
    if( !quoteClauseTakes(a, &aC[i]) ) continue;
    if( bLeft && !newsItemsQuoted(a, aC[i].left) && !aC[i].bAwaits ) continue;
    pMain = &aC[i];
    bLeft |= newsItemsQuoted(a, aC[i].left);
  }
  return pMain;
}

/*
** A unit that no clause claims, but that begins with a further quotation of the
** open row, belongs to it whole: "A," he said. ["B" for all of us.]
*/
static int quoteGoesOnIn(Finder *p, const NewsItem *a, NewsSpan unit) {
  if( !p->bOpen || !p->bTakes || p->bInTurn || unit.iFrom == 0 ||
      a[unit.iFrom].eType != NEWS_IT_QUOTE ||
      p->gather.aClaimed[a[unit.iFrom].iMark] ||
      newsItemLook(p->pText, &a[unit.iFrom]).nWord < 4 ) {
    return 0;
  }
  newsGatherAdd(&p->gather, quoteTokens(a, unit));
  return 1;
}

/* A unit without the stops at its end; empty where nothing is left. */
static NewsSpan quoteTold(const NewsItem *a, NewsSpan unit) {
  while( newsSpanLen(unit) && newsItemStop(&a[unit.iTo - 1]) ) unit.iTo--;
  return unit;
}

/* One unit: clauses, then what they leave. */
static void quoteUnit(Finder *p, const NewsItem *a, NewsSpan unit) {
  const NewsClause *aC, *pMain;
  u32 i, iQuote = 0;
  int bSaid = 0, bPure = newsItemsPure(a, unit, &iQuote);
  NewsSpan told = p->told;
  p->told = newsSpan(0, 0);
  if( bPure ) {
    quoteFloatWhole(p, a, unit, iQuote);
    return;
  }
  p->vClause.n = 0;
  newsClauseFind(p->pText, a, unit, p->bHeadline, &p->vClause);
  newsClauseChoose(p->pText, a, unit, &p->vClause);
  newsJoin(p->pReader, p->pText, a, unit, p->bHeadline, &p->vClause);
  newsCiteRead(p->pText, a, unit, &p->vClause);
  newsMendUnit(p->pText, a, unit, told, &p->vClause);
  aC = p->vClause.a;
  pMain = quoteMainClause(a, aC, p->vClause.n);
  for( i = 0; i < p->vClause.n; i++ ) {
    if( !newsClauseIsRow(&aC[i]) ) continue;
    bSaid = 1;
    quoteBeforeColon(p, a, &aC[i]);
    if( &aC[i] != pMain ) quoteAside(p, a, &aC[i]);
  }
  if( pMain ) {
    quoteFromClause(p, a, pMain);
  } else if( !quoteGoesOnIn(p, a, unit) ) {
    quoteClose(p);
    quoteFloatPart(p, a, unit, bSaid);
    if( !p->bOpen && newsItemSign(&a[unit.iTo - 1], ':') ) {
      quoteLead(p, a, unit);
    }
    if( !p->bOpen && p->vClause.n == 0 ) p->told = quoteTold(a, unit);
  }
}

/* Whether a clause that awaits its words gets them from this paragraph. */
static int quoteAnswers(const NewsItem *a, u32 n) {
  return n > 0 && a[0].eType == NEWS_IT_QUOTE;
}

/* Whether a paragraph without a label is the reporter's, who tells what was
** said between two turns or behind the last: a quotation with its cue beside
** it, and no "I" or "you" but in marks. */
static int quoteIsTold(const Finder *p, const NewsItem *a, u32 n) {
  u32 i, j;
  int bTold = 0;
  for( i = 0; i < n; i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_FIRST | NEWS_LEX_SECOND) ) return 0;
    if( a[i].eType != NEWS_IT_QUOTE ||
        newsItemLook(p->pText, &a[i]).nWord < TOLD_LEAST ) {
      continue;
    }
    for( j = i - NEWS_MIN(i, TOLD_CLOSE); j < NEWS_MIN(n, i + TOLD_CLOSE);
         j++ ) {
      bTold |= newsItemIs(&a[j], NEWS_LEX_CUE) && newsCueIsFinite(&a[j]) &&
               newsItemIs(&a[j], NEWS_LEX_LEAD);
    }
  }
  return bTold;
}

/*
** A paragraph that begins with a speaker's label, in marks or not, is that
** speaker's, whole; so are those without a label that follow it where the
** report is mostly a transcript. 0 if it is no part of a turn.
*/
static int quoteTurn(Finder *p, NewsSpan para, u32 n) {
  const NewsText *pText = p->pText;
  NewsSpan words = para;
  NewsQuote row;
  u32 iFrom;
  int bUpper, iMark = newsMarksAt(&p->marks, para.iFrom);
  if( iMark >= 0 ) {
    words = newsTurnWords(pText, ((NewsMarked *)p->marks.vTop.a)[iMark].inner,
                          para.iTo);
  }
  iFrom = newsTurnStage(pText, words);
  if( iFrom > words.iFrom &&
      newsTurnOf(pText, &p->turns, newsSpan(iFrom, words.iTo), &bUpper) ) {
    words.iFrom = iFrom; /* [Recording] VENN: We */
  }
  iFrom = newsTurnOf(pText, &p->turns, words, &bUpper);
  if( iFrom == 0 && p->bInTurn && p->turns.bMostly && !p->bHeadline &&
      !quoteIsTold(p, p->vItem.a, n) ) {
    if( !newsTokPunct(&pText->aTok[words.iFrom], '(') &&
        !newsTokPunct(&pText->aTok[words.iFrom], '[') ) {
      newsGatherPart(&p->gather, words);
    }
    return 1;
  }
  quoteClose(p);
  if( iFrom == 0 || (p->bHeadline && iMark < 0 && !bUpper) ) return 0;
  memset(&row, 0, sizeof(row));
  row.mention = newsSpan(words.iFrom, NEWS_MAX(iFrom - 1, words.iFrom + 1));
  row.rConf = quoteConfidence(14);
  p->bHeadline = 0;
  quoteOpen(p, &row);
  iFrom = newsTurnStage(pText, newsSpan(iFrom, words.iTo));
  newsGatherPart(&p->gather, newsSpan(iFrom, words.iTo));
  p->bInTurn = 1;
  return 1;
}

/* Whether the paragraph begins with a further part of the floating row. */
static int quoteGoesOn(const Finder *p, const NewsItem *a, u32 n) {
  const NewsMarked *aMark = p->marks.vTop.a;
  return quoteAnswers(a, n) && p->gather.aClaimed[a[0].iMark] &&
         (aMark[a[0].iMark].flags & NEWS_MK_RESUMED) != 0;
}

static void quotePara(Finder *p, u32 iBlock) {
  NewsSpan para = newsTextBlockSpan(p->pText, iBlock);
  const NewsItem *a;
  NewsSpan name;
  u32 i = 0, iEnd, n;
  newsItemsRead(p->pText, &p->marks, para, &p->vItem);
  if( p->pText->pArena->rc ) return;
  a = p->vItem.a;
  n = p->vItem.n - 1;
  p->bHeadline =
      quoteIsHeading(p->pText, para) ||
      (iBlock == 0 && !p->turns.bSome && newsTurnTitles(p->pText, a, n));
  if( p->bFloats && newsTurnSigned(p->pText, a, 0, n, &name) ) {
    p->open.mention = quoteMention(p->pText, a, name);
    quoteClose(p);
    return;
  }
  if( !(p->bAwaits && quoteAnswers(a, n)) && !p->bInTurn &&
      !(p->bFloats && quoteGoesOn(p, a, n)) ) {
    quoteClose(p);
  }
  if( p->nSpoken ) p->nSpoken--;
  if( (p->turns.bSome || p->turns.iLone == iBlock + 1) &&
      quoteTurn(p, para, n) ) {
    return;
  }
  i = newsLeadin(p->pText, a, n, iBlock < NEWS_LEADIN_TOP && !p->turns.bSome);
  p->told = newsSpan(0, 0);
  while( i < n && p->pText->pArena->rc == SQLITE_OK ) {
    iEnd = newsUnitEnd(p->pText, a, i, n);
    quoteUnit(p, a, newsSpan(i, iEnd));
    i = iEnd;
  }
  if( !p->bAwaits && !p->bFloats ) quoteClose(p);
}

/* Text order: rows come nearly sorted. */
static void quoteSort(NewsQuoteList *p) {
  NewsQuote *a = p->vQuote.a;
  u32 i, j;
  for( i = 1; i < p->vQuote.n; i++ ) {
    NewsQuote row;
    if( a[i - 1].tok.iFrom <= a[i].tok.iFrom ) continue;
    row = a[i];
    for( j = i; j > 0 && a[j - 1].tok.iFrom > row.tok.iFrom; j-- ) {
      a[j] = a[j - 1];
    }
    a[j] = row;
  }
}

void newsQuoteTrain(const NewsText *pText, NewsQuoteList *p,
                    const NewsWeights *pWeights,
                    void (*xUnit)(NewsReader *, void *), void *pUnit) {
  Finder f;
  u32 i;
  memset(&f, 0, sizeof(f));
  f.pReader = newsArenaRoom(pText->pArena, sizeof(*f.pReader));
  if( f.pReader == 0 ) return;
  newsReaderInit(f.pReader, pWeights);
  f.pReader->xUnit = xUnit;
  f.pReader->pUnit = pUnit;
  f.pText = pText;
  f.pList = p;
  newsMarksFind(pText, &f.marks);
  newsTurnsFind(pText, &f.turns);
  f.gather.pText = pText;
  f.gather.pMarks = &f.marks;
  f.gather.aClaimed = newsArenaAlloc(pText->pArena, f.marks.vTop.n + 1);
  f.aside = f.gather;
  for( i = 0; i < pText->vBlock.n && pText->pArena->rc == SQLITE_OK; i++ ) {
    quotePara(&f, i);
  }
  quoteClose(&f);
  if( pText->pArena->rc == SQLITE_OK ) quoteSort(p);
  newsGatherLoose(&f.gather, p);
  newsVecFree(&f.vItem);
  newsVecFree(&f.vClause);
  newsVecFree(&f.gather.vPiece);
  newsVecFree(&f.aside.vPiece);
  newsMarksFree(&f.marks);
}

void newsQuoteFind(const NewsText *pText, NewsQuoteList *p) {
  newsQuoteTrain(pText, p, newsReaderWeights(), 0, 0);
}

void newsQuoteFree(NewsQuoteList *p) {
  newsVecFree(&p->vQuote);
  newsVecFree(&p->vLoose);
}

/* Set the joins of one paragraph: sentences whose first token is not the
** first of a unit. */
static void quoteJoinPara(const NewsText *pText, const NewsVec *pItem,
                          u32 iBlock, u8 *aJoin) {
  NewsSpan para = newsTextBlockSpan(pText, iBlock);
  const NewsItem *a = pItem->a;
  const u32 *aSent = pText->vSent.a;
  u32 n = pItem->n - 1, i = 0;
  u32 iSent = newsTextSent(pText, para.iFrom);
  while( i < n ) {
    u32 iEnd = newsUnitEnd(pText, a, i, n);
    u32 iTok = iEnd < n ? a[iEnd].tok.iFrom : para.iTo;
    for( iSent++; iSent < pText->vSent.n && aSent[iSent] < iTok; iSent++ ) {
      /* A quotation that nothing follows keeps its sentences apart */
      if( iEnd > i && a[iEnd - 1].eType == NEWS_IT_QUOTE &&
          newsSpanHas(a[iEnd - 1].tok, aSent[iSent]) ) {
        continue;
      }
      aJoin[iSent] = 1;
    }
    i = iEnd;
  }
}

u8 *newsQuoteJoins(const NewsText *pText) {
  NewsMarks marks;
  NewsVec vItem;
  u8 *aJoin;
  u32 i;
  memset(&marks, 0, sizeof(marks));
  memset(&vItem, 0, sizeof(vItem));
  aJoin = newsArenaAlloc(pText->pArena, (i64)pText->vSent.n + 1);
  newsMarksFind(pText, &marks);
  for( i = 0; i < pText->vBlock.n && pText->pArena->rc == SQLITE_OK; i++ ) {
    newsItemsRead(pText, &marks, newsTextBlockSpan(pText, i), &vItem);
    if( pText->pArena->rc ) break;
    quoteJoinPara(pText, &vItem, i, aJoin);
  }
  newsVecFree(&vItem);
  newsMarksFree(&marks);
  return pText->pArena->rc ? 0 : aJoin;
}
