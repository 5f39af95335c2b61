/*
** label.c: see label.h.
*/
#include "quote/label.h"

#include "lexicon/frequent.h"
#include "quote/content.h"
#include "quote/evidence.h"
#include "quote/extent.h"
#include "quote/turn.h"

#define TALLY_MAX 8      /* Items of a score or a date, at most */
#define KICKER_REACH 600 /* Tokens behind a label looked at for a name */
#define KICKER_LEAST 40  /* ... so many, at least, for it to tell */
#define TOPIC_MAX 3      /* Items that name what a document is on, at most */
#define LABEL_CLOSE 3    /* Items of a source that closes a heading, at most */
#define LABEL_CLAUSE 4   /* Items before it, with their sign, at least */
#define LABEL_NOBODY (NEWS_LEX_PLACE | NEWS_LEX_GIVEN)

/* A candidate without a cue. */
static void labelPush(const NewsCue *p, NewsVec *pOut, NewsSpan name,
                      NewsSpan whole, int bBefore, int nScore) {
  NewsClause *pNew = newsVecPush(pOut, p->pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return;
  pNew->mention = name;
  pNew->whole = whole;
  pNew->nScore = nScore;
  if( bBefore ) {
    pNew->cue = newsSpan(whole.iTo - 1, whole.iTo - 1);
    pNew->right = newsSpan(whole.iTo, newsExtentEnd(p, whole.iTo));
  } else {
    pNew->cue = newsSpan(whole.iFrom, whole.iFrom);
    pNew->left = newsContentBefore(p, whole.iFrom);
  }
}

/* Whether items [i, iTo) behind a label only name what a document is on, "CLUB
** STATEMENT: Monteluz derby", or what the page is, "Storm Ada: live updates".
*/
static int labelIsTopic(const NewsItem *a, NewsSpan label, u32 i, u32 iTo) {
  const u64 mVerb = NEWS_FINITE | NEWS_LEX_CUE | NEWS_LEX_BASE |
                    NEWS_LEX_THIRD | NEWS_LEX_PAST | NEWS_LEX_PART |
                    NEWS_LEX_GER;
  if( iTo > i + TOPIC_MAX ) return 0;
  if( newsItemIs(&a[iTo - 1], NEWS_LEX_HEADLINE) && iTo > i + 1 ) {
    if( newsItemIs(&a[i], NEWS_LEX_NEG) ) return 0; /* no comment */
    iTo--;
  } else if( !newsItemIs(&a[label.iTo - 1], NEWS_LEX_DOCUMENT) ) {
    return 0;
  }
  for( ; i < iTo; i++ ) {
    if( newsItemIs(&a[i], mVerb) ) return 0;
  }
  return 1;
}

/* Whether a heading's label is nobody's name: "FLOOD FURY: Villagers demand
** answers", "Weather: Rain from the west". No noun for who speaks ends it, and
** the report, if there is more of it, has it nowhere as a name, at most as a
** place, "in Velden". */
static int labelIsKicker(const NewsText *p, const NewsItem *a, NewsSpan label) {
  const NewsItem *pLast = &a[label.iTo - 1];
  const u64 mWho =
      NEWS_SPEAKS | NEWS_LEX_HONORIFIC | NEWS_LEX_DEMONYM | NEWS_LEX_SUFFIX;
  const NewsToken *aTok = p->aTok;
  u32 i = pLast->tok.iTo, iTo = NEWS_MIN(p->nTok, i + KICKER_REACH);
  if( newsItemIs(pLast, mWho) || newsItemIs(&a[label.iFrom], NEWS_LEX_GIVEN) ) {
    return 0;
  }
  if( iTo < i + KICKER_LEAST && !newsFrequentIs(pLast->hash) ) return 0;
  for( ; i < iTo; i++ ) {
    if( aTok[i].hash == pLast->hash && (aTok[i].flags & NEWS_TF_CAP) &&
        !newsTokIs(&aTok[i - 1], NEWS_LEX_PREP) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether items [i, iTo) behind a label are names, dates and numbers: "Tarn:
** Orr 5", "Police Log: May 3-9". */
static int labelIsTally(const NewsItem *a, u32 i, u32 iTo) {
  const u64 mVerb = NEWS_LEX_AUX | NEWS_LEX_VERB | NEWS_LEX_CUE |
                    NEWS_LEX_THIRD | NEWS_LEX_PAST | NEWS_LEX_PART;
  u32 nNumber = 0, nUpper = 0;
  if( iTo > i + TALLY_MAX ) return 0;
  for( ; i < iTo; i++ ) {
    int bNumber = newsItemIs(&a[i], NEWS_LEX_NUMBER) && !newsItemCap(&a[i]);
    if( a[i].eType == NEWS_IT_QUOTE ) return 0;
    if( a[i].eType != NEWS_IT_SIGN && !bNumber &&
        (!newsItemCap(&a[i]) ||
         (newsItemIs(&a[i], mVerb) && !newsItemIs(&a[i], NEWS_LEX_MONTH))) ) {
      return 0;
    }
    nNumber += (u32)bNumber;
    nUpper += (a[i].flags & NEWS_TF_UPPER) != 0;
  }
  return nNumber > 0 && nUpper < 2; /* The last: 500 JOBS COMING */
}

/* Whether a heading ends with a sign and who tells it: "Ferry sinks off Ost --
** officials", "Rain to last: study". Few words, the last a noun for such, and
** before the sign a clause; a body or a document tells only what has a verb. */
static int labelCloses(const NewsCue *p, NewsSpan *pName) {
  const NewsItem *a = p->a;
  u32 iTo = p->unit.iTo, i, j;
  while( iTo > p->unit.iFrom && newsItemStop(&a[iTo - 1]) ) iTo--;
  for( i = iTo; i > p->unit.iFrom && a[i - 1].eType == NEWS_IT_WORD; i-- ) {
    if( newsItemIs(&a[i - 1], NEWS_FINITE) ||
        p->pText->aTok[a[i - 1].tok.iFrom].eKind == NEWS_TOK_NUMBER ) {
      return 0;
    }
  }
  if( i < p->unit.iFrom + LABEL_CLAUSE || i == iTo || iTo > i + LABEL_CLOSE ||
      !(newsItemDash(&a[i - 1]) || newsItemSign(&a[i - 1], ':')) ||
      !(a[i].flags & NEWS_TF_SPACE) ||
      (newsItemDash(&a[i - 1]) && !(a[i - 1].flags & NEWS_TF_SPACE)) ||
      !newsItemIs(&a[iTo - 1], NEWS_SPEAKS & ~(u64)LABEL_NOBODY) ) {
    return 0;
  }
  for( j = p->unit.iFrom + 1; j < i; j++ ) {
    if( a[j].eType == NEWS_IT_WORD &&
        newsItemIs(&a[j], NEWS_FINITE | NEWS_LEX_THIRD | NEWS_LEX_PAST |
                              NEWS_LEX_BASE) ) {
      break;
    }
  }
  *pName = newsSpan(i, iTo);
  return j < i;
}

void newsLabelFind(const NewsCue *p, NewsVec *pOut) {
  const NewsItem *a = p->a;
  NewsSpan name;
  u32 iTo = p->unit.iTo, i = p->unit.iFrom, iBehind;
  while( i < iTo && a[i].eType == NEWS_IT_SIGN && a[i].hash != '(' ) {
    i++; /* A bullet; but "(Acme Images: Jo Tran)" is no label */
  }
  iBehind = newsTurnLabel(a, i, iTo, &name);
  if( iBehind ) {
    int bQuote = a[iBehind].eType == NEWS_IT_QUOTE;
    if( bQuote || (p->bHeading && !labelIsTopic(a, name, iBehind, iTo) &&
                   !labelIsTally(a, iBehind, iTo) &&
                   !labelIsKicker(p->pText, a, name)) ) {
      labelPush(p, pOut, name, newsSpan(p->unit.iFrom, iBehind), 1,
                bQuote ? NEWS_EV_LABEL_QUOTE : NEWS_EV_LABEL_HEADING);
    }
  }
  for( i = p->unit.iFrom; i < iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE &&
        newsTurnSigned(p->pText, a, i + 1, iTo, &name) ) {
      labelPush(p, pOut, name, newsSpan(i + 1, name.iTo), 0, NEWS_EV_SIGNED);
    }
  }
  if( p->bHeading && labelCloses(p, &name) ) {
    labelPush(p, pOut, name, newsSpan(name.iFrom - 1, name.iTo), 0,
              NEWS_EV_LABEL_HEADING);
  }
}
