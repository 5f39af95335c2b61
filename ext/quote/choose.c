/*
** choose.c: which readings of the cues of a unit become rows.
**
** The best first, by points; one that contradicts a better one is dropped, so
** what a quoted person reports of others stays inside that person's words. A
** dropped one may still tell through whom a better one comes (via).
*/
#include "quote/clause.h"
#include "quote/cue.h"
#include "quote/evidence.h"

/* The candidates taken so far that one more may clash with: the nearest. */
#define CHOOSE_NEAR 24

#define CHOOSE_SURELY 8 /* Weight of a cue that nearly always reports */

#define CHOOSE_SUBJECT 30 /* Items looked at for a sentence's subject */

/* Whether two candidates cannot both be rows. */
static int chooseClash(const NewsClause *a, const NewsClause *b) {
  if( newsSpanHas(a->left, b->cue.iFrom) ||
      newsSpanHas(a->right, b->cue.iFrom) ) {
    return 1;
  }
  if( newsSpanHas(b->left, a->cue.iFrom) ||
      newsSpanHas(b->right, a->cue.iFrom) ) {
    return 1;
  }
  return newsSpanMeets(a->left, b->left) || newsSpanMeets(a->left, b->right) ||
         newsSpanMeets(a->right, b->left) || newsSpanMeets(a->right, b->right);
}

/*
** Relays: "..., said Ryabkov, according to Interfax", "According to Interfax,
** Ryabkov said ...", "..., Hale said, Reuters reported". The words that the
** second candidate attributes are the first one's: it tells through whom. Who
** tells what somebody thinks is no relay, but the source.
*/
static int chooseRelays(const NewsItem *a, NewsClause *pBest,
                        const NewsClause *pOther) {
  if( newsSpanLen(pBest->via) || newsSpanLen(pOther->mention) == 0 ) return 0;
  if( pBest->bThought && !pOther->bThought ) return 0;
  if( newsItemIs(&a[pOther->mention.iFrom],
                 NEWS_LEX_SUBJECT | NEWS_LEX_WH_WORD) ) {
    return 0;
  }
  if( pOther->whole.iFrom > pBest->cue.iFrom &&
      pOther->whole.iTo < pBest->right.iFrom &&
      newsItemBreaks(&a[pOther->whole.iFrom - 1]) ) {
    /* said, according to S, that C; said, S reported, that C */
  } else if( pOther->cue.iFrom > pBest->whole.iFrom ) {
    u32 iEnd = NEWS_MAX(pBest->whole.iTo, pBest->right.iTo);
    if( newsSpanLen(pOther->right) || pOther->whole.iFrom < iEnd ) return 0;
    if( pOther->whole.iFrom > iEnd + 2 ) return 0;
    if( !pOther->bAdjunct &&
        !newsItemIs(&a[pOther->cue.iFrom], NEWS_LEX_INVERT) ) {
      return 0; /* "a claim her office denied" */
    }
  } else {
    if( newsSpanLen(pOther->left) || !pOther->bAdjunct ) return 0;
    if( !newsSpanHas(pOther->right, pBest->cue.iFrom) ) return 0;
  }
  if( pOther->bAdjunct && newsItemIs(&a[pOther->cue.iFrom], NEWS_LEX_LEAD) ) {
    pBest->mention = pOther->mention; /* Q, in the words of S */
    pBest->cue = pOther->cue;
    pBest->iCueWord = pOther->iCueWord;
    pBest->bAdjunct = 1;
    return 1;
  }
  pBest->via = pOther->mention;
  return 1;
}

/* Whether words are a clause and what it attributes: S V C, or C, S V. */
static int chooseBegins(const NewsClause *c, NewsSpan words) {
  return (c->whole.iFrom == words.iFrom || c->bInherit) &&
         c->right.iTo == words.iTo;
}
static int chooseEnds(const NewsClause *c, NewsSpan words) {
  return c->left.iFrom == words.iFrom && newsSpanLen(c->left) &&
         newsSpanLen(c->right) == 0 && c->whole.iTo <= words.iTo;
}

/* Whether the source of a clause behind another that reports, pIn, is a medium;
** one that nobody knows is where the verb stands first: C, Doe said on Monday,
** [reports Tavinform]. */
static int chooseIsMedium(const NewsItem *a, const NewsClause *c,
                          const NewsClause *pIn) {
  NewsSpan s = c->mention;
  if( newsItemsHave(a, s, NEWS_MEDIUM) ) return 1;
  return newsSpanLen(s) < 3 && c->cue.iFrom < s.iFrom &&
         newsItemCap(&a[s.iTo - 1]) &&
         !newsItemIs(&a[s.iTo - 1], NEWS_LEX_GIVEN) &&
         newsCueIsFinite(&a[pIn->cue.iFrom]) && chooseEnds(pIn, c->left);
}

/*
** "Ryabkov said C, Interfax reported", "C, Ryabkov told the press, Interfax
** reported": the medium's words are another's clause, which is the row; the
** medium relays it.
*/
static void chooseInner(const NewsItem *a, NewsClause *aC, u32 n) {
  u32 i, j;
  for( i = 1; i < n; i++ ) {
    if( newsSpanLen(aC[i].left) == 0 || newsSpanLen(aC[i].right) ||
        newsSpanLen(aC[i].mention) == 0 ) {
      continue;
    }
    for( j = i; j > 0 && i - j < CHOOSE_NEAR; j-- ) {
      NewsClause *pIn = &aC[j - 1];
      if( pIn->nScore < NEWS_CLAUSE_LEAST || pIn->bThought ||
          !chooseIsMedium(a, &aC[i], pIn) ||
          !(chooseBegins(pIn, aC[i].left) || chooseEnds(pIn, aC[i].left)) ) {
        continue;
      }
      pIn->via = aC[i].mention;
      aC[i].nScore = 0;
    }
  }
}

int newsClauseInserted(const NewsText *pText, const NewsItem *a,
                       const NewsClause *pOut, const NewsClause *pIn) {
  u32 i = pOut->right.iFrom, j = pIn->cue.iFrom;
  if( newsSpanHas(pIn->left, pOut->cue.iFrom) ) {
    return newsSpanHas(pOut->right, j) && pIn->mention.iFrom > j &&
           newsCueIsBy(&a[pIn->mention.iFrom - 1]);
  }
  if( newsSpanLen(pOut->left) || pOut->bThought || newsSpanLen(pIn->left) ||
      !newsSpanHas(pOut->right, j) || pIn->right.iTo > pOut->right.iTo ) {
    return 0;
  }
  if( newsSpanLen(pIn->mention) ) j = NEWS_MIN(j, pIn->mention.iFrom);
  while( j > i && !newsItemBreaks(&a[j - 1]) ) j--;
  return j > i + 1 && !newsCueHasVerb(pText, a, i, j - 1);
}

/* Whether the subject of a clause is "it", which stands for something told of:
** and said "it" showed that C. */
static int chooseIsIt(const NewsItem *a, const NewsClause *c) {
  return newsSpanLen(c->mention) == 1 && newsCueIsIt(&a[c->mention.iFrom]);
}

/* Whether "that" leads to the words behind a clause. */
static int chooseThat(const NewsItem *a, const NewsClause *c) {
  return c->right.iFrom > c->cue.iTo && newsCueIsThat(&a[c->right.iFrom - 1]);
}

/* Whether a clause is "S said" with its words right behind it or whom it tells,
** or "S argued that": some of them may be those of another. */
static int chooseIsOuter(const NewsText *pText, const NewsItem *a,
                         const NewsClause *c) {
  int bThat = chooseThat(a, c);
  u32 iEnd = newsSpanLen(c->mention) ? c->whole.iTo : c->cue.iTo;
  return c->nScore >= NEWS_CLAUSE_LEAST && !c->bThought &&
         (newsSpanLen(c->mention) || c->bInherit) &&
         newsSpanLen(c->left) == 0 && c->right.iFrom == iEnd + (u32)bThat &&
         (newsCueIsFinite(&a[c->cue.iFrom]) || c->bInherit) &&
         newsItemIs(&a[c->cue.iFrom], bThat ? NEWS_LEX_THAT : NEWS_LEX_BARE) &&
         (bThat || newsCueWeight(pText, &a[c->cue.iFrom]) >= CHOOSE_SURELY);
}

/*
** "Orlan said she told him: C": all of it is Orlan's, what she reports of
** others stays inside. So a clause goes that begins with the words of another,
** or that took that other for part of its source ("Moss said the officer"
** shouted: C). A medium only relays it.
*/
static void chooseOuter(const NewsText *pText, const NewsItem *a,
                        NewsClause *aC, u32 n) {
  u32 i, j;
  for( i = 0; i < n; i++ ) {
    const NewsClause *pOut = &aC[i];
    if( !chooseIsOuter(pText, a, pOut) ) continue;
    for( j = i + 1; j < n && j < i + CHOOSE_NEAR; j++ ) {
      NewsClause *pIn = &aC[j];
      if( newsSpanLen(pOut->mention) &&
          newsClauseInserted(pText, a, pOut, pIn) ) {
        pIn->nScore = 0;
      }
      if( newsSpanLen(pIn->left) || pIn->right.iTo > pOut->right.iTo ||
          (pIn->mention.iFrom != pOut->right.iFrom &&
           !newsSpanHas(pIn->mention, pOut->cue.iFrom) &&
           !(chooseThat(a, pOut) &&
             pIn->mention.iFrom + 1 == pOut->right.iFrom)) ||
          (newsSpanLen(pOut->mention) == 0 && !chooseIsIt(a, pIn)) ) {
        continue;
      }
      if( newsSpanLen(pOut->mention) &&
          newsItemIs(&a[pOut->mention.iTo - 1], NEWS_MEDIUM) ) {
        pIn->mention.iFrom = pOut->right.iFrom;
        pIn->via = pOut->mention;
      } else {
        pIn->nScore = 0;
      }
    }
  }
}

/* Whether a small word of no class, right behind a full name, is its verb:
** Judge Rena Walls ["set"] bail. */
static int chooseIsVerb(const NewsItem *p) {
  return p->eType == NEWS_IT_WORD && p->mClass == 0 && !newsItemCap(p) &&
         newsItemCap(p - 1) && newsItemIs(p - 2, NEWS_LEX_GIVEN);
}

NewsSpan newsClauseSubject(const NewsItem *a, NewsSpan unit, u32 iTo) {
  u32 i = unit.iFrom + 1, iMax = NEWS_MIN(iTo, unit.iFrom + CHOOSE_SUBJECT);
  NewsFit fit;
  if( newsCueIsFronted(&a[unit.iFrom]) ||
      newsItemIs(&a[unit.iFrom], NEWS_LEX_SUBORD) ) {
    while( i < iMax && !newsItemSign(&a[i], ',') ) i++;
    unit.iFrom = i < iMax ? ++i : unit.iFrom; /* "Asked about it, Doe ...",
                                               ** "When she came, Doe ..." */
  }
  for( ; i < iMax; i++ ) {
    if( !newsItemIs(&a[i], NEWS_FINITE) && !newsCueIsFinite(&a[i]) &&
        !(i > unit.iFrom + 1 && chooseIsVerb(&a[i])) ) {
      continue;
    }
    if( newsItemIs(&a[i - 1], NEWS_LEX_DET | NEWS_LEX_INDEF) ) continue;
    if( a[i].eType == NEWS_IT_CLITIC &&
        !newsItemIs(&a[i - 1], NEWS_LEX_SUBJECT) ) {
      continue; /* Velden ["'s"] mayor smiled; but "he's late" */
    }
    fit = newsPhraseLeft(a, unit.iFrom, i);
    if( fit.nScore >= 10 ) return fit.span;
  }
  return newsSpan(0, 0);
}

NewsSpan newsClauseOpener(const NewsText *pText, const NewsItem *a,
                          NewsSpan unit, u32 iTo) {
  NewsSpan who;
  NewsFit fit;
  u32 i = iTo;
  while( i > unit.iFrom && !newsItemBreaks(&a[i - 1]) ) i--;
  if( i > unit.iFrom && i + 1 < iTo && newsItemIs(&a[i], NEWS_LEX_WH_WORD) &&
      newsItemIs(&a[i], NEWS_LEX_SUBJECT) &&
      newsItemIs(&a[i + 1], NEWS_FINITE) &&
      (a[i + 1].mClass & a[iTo].mClass & (NEWS_LEX_PAST | NEWS_LEX_THIRD)) !=
          0 ) {
    return newsSpan(i, i + 1); /* asked Doe, "who" came late and said C */
  }
  who = newsClauseSubject(a, unit, iTo);
  if( newsSpanLen(who) ) return who;
  iTo = NEWS_MIN(iTo, unit.iFrom + CHOOSE_SUBJECT);
  fit = newsPhraseRight(pText, a, unit.iFrom, iTo, 0);
  return fit.nScore > 1 && fit.span.iTo < iTo ? fit.span : newsSpan(0, 0);
}

void newsClauseChoose(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                      NewsVec *pOut) {
  NewsClause *aC = pOut->a;
  u32 n = pOut->n, i, j, nDone;
  chooseInner(a, aC, n);
  chooseOuter(pText, a, aC, n);
  for( nDone = 0; nDone < n; nDone++ ) {
    NewsClause *pBest = 0;
    u32 iLow = nDone > CHOOSE_NEAR ? nDone - CHOOSE_NEAR : 0;
    u32 iHigh = NEWS_MIN(n, nDone + CHOOSE_NEAR);
    int bClash = 0;
    for( i = iLow; i < iHigh; i++ ) {
      if( aC[i].bTaken || aC[i].nScore < NEWS_CLAUSE_LEAST ) continue;
      if( pBest == 0 || aC[i].nScore > pBest->nScore ) pBest = &aC[i];
    }
    if( pBest == 0 ) continue;
    for( j = iLow; j < iHigh && !bClash; j++ ) {
      if( aC[j].bTaken == 1 && chooseClash(&aC[j], pBest) ) {
        bClash = 1;
        chooseRelays(a, &aC[j], pBest);
      }
    }
    pBest->bTaken = bClash ? 2 : 1;
  }
  for( i = 0; i < n; i++ ) {
    if( aC[i].bTaken == 2 ) aC[i].bTaken = 0;
  }
  /* Subjects of ", adding that" and "and said" */
  for( i = 0; i < n; i++ ) {
    if( !aC[i].bTaken || !aC[i].bInherit ) continue;
    for( j = i; j > 0; j-- ) {
      const NewsSpan *pWho = &aC[j - 1].mention;
      if( !aC[j - 1].bTaken || newsSpanLen(*pWho) == 0 ) continue;
      if( pWho->iFrom == unit.iFrom || !newsCueIsBy(&a[pWho->iFrom - 1]) ) {
        aC[i].mention = *pWho; /* but not: Doe was asked by Lee and said C */
      }
      break;
    }
    if( newsSpanLen(aC[i].mention) == 0 ) {
      aC[i].mention = newsClauseOpener(pText, a, unit, aC[i].cue.iFrom);
    }
    if( newsSpanLen(aC[i].mention) == 0 ) aC[i].nScore += NEWS_EV_ORPHAN;
  }
}
