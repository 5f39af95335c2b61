/*
** behind.c: see behind.h.
*/
#include "quote/behind.h"

#include "quote/evidence.h"
#include "quote/extent.h"

#define BEHIND_NAME_MAX 7 /* Items of a noun phrase around a work's name */
#define BEHIND_BIDDEN 10  /* Items of whom one bids to do something, at most */

static u32 behindWords(const NewsCue *p, u32 i) {
  return newsItemLook(p->pText, &p->a[i]).nWord;
}

/* Whether a quotation of two words and more, no name, stands in s. */
static int behindHoldsQuote(const NewsCue *p, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( p->a[i].eType == NEWS_IT_QUOTE && behindWords(p, i) > 1 &&
        newsItemIsSpeech(p->pText, &p->a[i], p->bHeading) ) {
      return 1;
    }
  }
  return 0;
}

/* Whether the quotation at item i is a whole sentence: a capital at its
** beginning, a stop or comma at its end. */
static int behindIsSentence(const NewsCue *p, u32 i) {
  NewsSpan tok = p->a[i].tok;
  const NewsToken *aTok = p->pText->aTok;
  const NewsToken *pLast;
  if( newsSpanLen(tok) < 4 ) return 0;
  if( !(aTok[tok.iFrom + 1].flags & NEWS_TF_CAP) ) return 0;
  pLast = &aTok[tok.iTo - 2];
  if( newsItemIs(&p->a[i + 1], NEWS_LEX_CONJ | NEWS_LEX_SUBORD) &&
      p->a[i + 2].eType == NEWS_IT_WORD ) {
    return 1;
  }
  return newsTokPunct(pLast, ',') || newsTokStop(pLast);
}

/* The end of a hearer [iFrom, iTo) without the name that a clause begins with:
** told reporters [Lamm] had lied. */
static u32 behindHearerEnd(const NewsCue *p, u32 iFrom, u32 iTo) {
  u32 i = iTo;
  if( !newsItemIs(&p->a[iTo], NEWS_FINITE) ) return iTo;
  while( i > iFrom && newsItemCap(&p->a[i - 1]) &&
         !newsItemIs(&p->a[i - 1], NEWS_GRAMMAR | NEWS_LEX_MEDIA |
                                       NEWS_LEX_AGENCY | NEWS_LEX_TITLE) ) {
    i--;
  }
  return i > iFrom ? i : iTo;
}

/* The end of a hearer [iFrom, iTo), a verb behind it, without the small noun
** that a clause begins with: told analysts [volumes] fell. */
static u32 behindHearerNoun(const NewsCue *p, u32 iFrom, u32 iTo) {
  const NewsItem *a = p->a;
  u32 i, iEnd = iTo;
  if( !newsItemIs(&a[iTo], NEWS_FINITE) && !newsCueIsFinite(&a[iTo]) ) {
    return iTo;
  }
  for( i = iFrom; i + 1 < iTo; i++ ) {
    if( a[i].eType != NEWS_IT_WORD || newsItemIs(&a[i], NEWS_LEX_PREP) ||
        newsItemCap(&a[i + 1]) ) {
      return iTo;
    }
    if( newsItemIs(&a[i], NEWS_LEX_PEOPLE | NEWS_LEX_SOURCE | NEWS_LEX_ROLE |
                              NEWS_LEX_AGENCY) &&
        (i > iFrom || newsItemIs(&a[i], NEWS_LEX_PLURAL | NEWS_LEX_AGENCY)) ) {
      iEnd = i + 1;
    }
    if( i > iFrom && newsItemIs(&a[i], NEWS_LEX_ORG) &&
        newsItemIs(&a[iFrom], NEWS_LEX_DET) ) {
      iEnd = i + 1; /* the committee */
    }
  }
  return iEnd;
}

/* Past a medium that is described first: told ["the privately owned Gazette
** newspaper"] it. i if there is none. */
static u32 behindHearerMedium(const NewsCue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  u32 j;
  if( !newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_INDEF) ) return i;
  iTo = NEWS_MIN(iTo, i + 8);
  for( j = i + 1; j + 1 < iTo && a[j].eType == NEWS_IT_WORD; j++ ) {
    if( newsCueIsThat(&a[j]) ||
        newsItemIs(&a[j], NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_PREP |
                              NEWS_LEX_SUBJECT) ) {
      break;
    }
    if( newsItemIs(&a[j], NEWS_LEX_MEDIA | NEWS_LEX_AGENCY) &&
        !newsItemIs(&a[j + 1], NEWS_LEX_MEDIA | NEWS_LEX_AGENCY) ) {
      return j + 1;
    }
  }
  return i;
}

/* Past a medium whose name stands in marks, and words go on: told ["Good
** Morning Ost"] that, told [the magazine "Field and Bog"] it, told ["Bog"]: Q.
** i if there is none. */
static u32 behindHearerMarked(const NewsCue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  u32 j = i, nWord = 0;
  if( newsItemIs(&a[i], NEWS_LEX_DET) ) {
    for( ; nWord < 4 && j + 1 < iTo && a[j].eType == NEWS_IT_WORD; j++ ) {
      if( newsItemIs(&a[j], NEWS_FINITE) || newsCueIsThat(&a[j]) ) return i;
      nWord++;
    }
  }
  if( j + 1 >= iTo || a[j].eType != NEWS_IT_QUOTE ||
      newsSpanLen(a[j].tok) > 7 ||
      !(a[j + 1].eType == NEWS_IT_WORD ||
        (newsItemSign(&a[j + 1], ':') && a[j + 2].eType == NEWS_IT_QUOTE)) ||
      !(p->pText->aTok[a[j].tok.iTo - 2].flags & NEWS_TF_CAP) ) {
    return i;
  }
  return nWord == 0 || !newsItemIsSpeech(p->pText, &p->a[j], p->bHeading)
             ? j + 1
             : i;
}

/* Past the hearer of "told reporters". */
static u32 behindSkipHearer(const NewsCue *p, u32 i, u32 iTo) {
  NewsFit fit;
  u32 j;
  if( !(p->mClass & NEWS_LEX_HEARER) ) return i;
  if( newsCueIsThat(&p->a[i]) ) return i;
  j = behindHearerMarked(p, i, iTo);
  if( j > i ) return j;
  fit = newsPhraseRight(p->pText, p->a, i, NEWS_MIN(iTo, i + 12), 1);
  if( newsSpanLen(fit.span) == 0 || fit.nScore <= 1 ) {
    j = behindHearerMedium(p, i, iTo);
    if( j > i ) return j;
  }
  if( newsSpanLen(fit.span) == 0 ) return i;
  /* A pronoun, or the first noun phrase: what follows is what is said */
  for( j = i; j < fit.span.iTo; j++ ) {
    if( newsCueIsThat(&p->a[j]) || newsCueIsTo(&p->a[j]) ||
        newsCueBids(p->pText, &p->a[j]) ||
        (j > i && newsItemIs(&p->a[j], NEWS_LEX_WH_WORD)) ) {
      return j;
    }
  }
  j = behindHearerEnd(p, i, fit.span.iTo);
  return j < fit.span.iTo ? j : behindHearerNoun(p, i, j);
}

/* Whether "that" behind a comma at item j takes up a cue: ", citing two
** aides, that". */
static int behindResumes(const NewsItem *a, u32 j) {
  return newsItemSign(&a[j], ',') && newsCueIsThat(&a[j + 1]);
}

/*
** Past the hearer and whatever stands before "that", for a cue that takes it:
** "telling supporters after his win that". The item of "that", or i.
*/
static u32 behindToThat(const NewsCue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  int bComma = newsItemSign(&a[i], ',');
  u32 j;
  if( !(p->mClass & NEWS_LEX_THAT) ) return i;
  if( !bComma && !(p->mClass & NEWS_LEX_HEARER) &&
      !newsItemIs(&a[i], NEWS_LEX_PREP | NEWS_LEX_ADVERB | NEWS_WHEN) ) {
    return i;
  }
  iTo = NEWS_MIN(iTo, i + 14);
  for( j = i + bComma; j < iTo; j++ ) {
    if( behindResumes(a, j) ) return j + 1;
    if( newsItemSign(&a[j - 1], ',') && newsItemIs(&a[j], NEWS_LEX_WH_WORD) ) {
      while( j + 1 < iTo && !newsItemSign(&a[j + 1], ',') ) j++;
      continue; /* told Doe, who had left, that */
    }
    if( newsCueIsThat(&a[j]) && (!bComma || (p->mClass & NEWS_LEX_HEARER)) ) {
      return j;
    }
    if( a[j].eType == NEWS_IT_CLITIC ) continue;
    if( newsItemIs(&a[j], NEWS_LEX_GER) && newsItemIs(&a[j], NEWS_LEX_CUE) &&
        !newsItemIs(&a[j], NEWS_LEX_REASON) && newsItemBreaks(&a[j - 1]) ) {
      break; /* told reporters on Monday, adding that */
    }
    if( newsItemSign(&a[j], ',') && newsItemCap(&a[j - 1]) ) continue;
    if( a[j].eType != NEWS_IT_WORD || newsItemIs(&a[j], NEWS_FINITE) ) break;
  }
  return i;
}

/*
** The colon to which the words behind a cue lead: "responded with a smile:",
** where a quotation follows it or the unit ends. Its item, or i.
*/
static u32 behindToColon(const NewsCue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  u32 j;
  int bComma = 0;
  if( !(p->mClass & (NEWS_LEX_LEAD | NEWS_LEX_BARE)) ) return i;
  for( j = i; j < iTo && j < i + 16; j++ ) {
    bComma |= newsItemSign(&a[j], ',');
    if( bComma && newsItemIs(&a[j], NEWS_LEX_VERB) &&
        newsItemIs(&a[j], NEWS_LEX_PAST | NEWS_LEX_THIRD) && p->bSubord ) {
      return i; /* When one asked, Doe turned: Q */
    }
    if( a[j].eType == NEWS_IT_QUOTE || newsItemStop(&a[j]) ) return i;
    if( newsItemIs(&a[j], NEWS_LEX_CUE) &&
        newsItemIs(&a[j], NEWS_LEX_PAST | NEWS_LEX_THIRD | NEWS_LEX_GER) ) {
      return i;
    }
    if( newsItemSign(&a[j], ':') ) {
      return j + 1 >= iTo || a[j + 1].eType == NEWS_IT_QUOTE ? j : i;
    }
  }
  return i;
}

/* Past a few words to the comma before the second part of a quotation: ["We
** won," said Venn of the match, "and we go on."], ["We won," Venn said,
** smiling, "and we go on."] The comma, or i. */
static u32 behindToQuote(const NewsCue *p, u32 i, u32 iTo) {
  u32 j;
  for( j = i; j + 1 < iTo && j < i + 8; j++ ) {
    if( newsItemBreaks(&p->a[j]) && p->a[j + 1].eType == NEWS_IT_QUOTE ) {
      return j;
    }
    if( j == i && newsItemSign(&p->a[j], ',') &&
        newsItemIs(&p->a[j + 1], NEWS_LEX_GER | NEWS_LEX_ADVERB) ) {
      continue;
    }
    if( p->a[j].eType != NEWS_IT_WORD ) break;
    if( newsItemIs(&p->a[j], NEWS_LEX_CUE | NEWS_FINITE) &&
        !newsItemIs(&p->a[j - 1], NEWS_LEX_DET | NEWS_LEX_INDEF) ) {
      break; /* But "with a smile" */
    }
  }
  return i;
}

/* The words behind the cue, as far as they are looked through. */
typedef struct Behind Behind;
struct Behind {
  u32 i;      /* The item where what is said may begin */
  u32 iLed;   /* ... before a colon to which words lead */
  int bComma; /* A comma or dash stands before it */
};

/* Past hearer, times, places and what else may stand before what is said. */
static Behind behindSkip(const NewsCue *p, NewsClause *pOut, u32 i, int bLeft) {
  const NewsItem *a = p->a;
  u32 iTo = p->unit.iTo, k;
  Behind at;
  at.bComma = 0;
  at.i = behindSkipHearer(p, i, iTo);
  pOut->whole.iTo = at.i;
  at.i = newsCueSkipAdjuncts(a, at.i, iTo);
  if( at.i > pOut->whole.iTo && at.i < iTo && a[at.i].eType == NEWS_IT_WORD &&
      !newsPhraseOpens(&a[at.i]) &&
      !newsItemIs(&a[at.i], NEWS_GRAMMAR | NEWS_LEX_WH | NEWS_LEX_INF) ) {
    at.i = behindToThat(p, pOut->whole.iTo, iTo); /* in its daily notes that */
  } else {
    at.i = behindToThat(p, at.i, iTo);
  }
  if( bLeft ) at.i = behindToQuote(p, at.i, iTo);
  if( at.i < iTo && newsItemBreaks(&a[at.i]) ) {
    k = newsCueSkipAdjuncts(a, at.i + 1, iTo);
    at.bComma = 1;
    if( k == at.i + 1 && k + 1 < iTo && newsItemCap(&a[k]) &&
        newsItemSign(&a[k + 1], ',') && at.i > i ) {
      k++; /* "at a rally in Kenansville, N.C., " */
    }
    if( k == at.i + 1 &&
        newsItemIs(&a[k], NEWS_LEX_ADVERB | NEWS_LEX_SUBORD) ) {
      k++; /* ", though," */
    }
    if( k > at.i + 1 && k < iTo && newsItemSign(&a[k], ',') ) at.i = k;
    at.i++;
  }
  at.iLed = at.i;
  if( at.i < iTo ) at.i = behindToColon(p, at.i, iTo);
  return at;
}

static int behindSet(const NewsCue *p, NewsClause *pOut, u32 i, int nPoint) {
  pOut->right = newsSpan(i, newsExtentEnd(p, i));
  return nPoint;
}

/* A quotation behind the cue, at item i. */
static int behindQuote(const NewsCue *p, NewsClause *pOut, u32 i, int bComma) {
  u32 iEnd = i + 1;
  int bHangs = newsItemIs(&p->a[p->iCue], NEWS_LEX_GER) &&
               newsItemIs(&p->a[iEnd], NEWS_FINITE); /* reading Q, hung ... */
  if( !bComma && (p->mClass & NEWS_LEX_OBJECT) &&
      !newsItemIsSpeech(p->pText, &p->a[i], p->bHeading) ) {
    return 0; /* called "Lantern Street" */
  }
  if( !bHangs && !newsCueEndsAt(p, iEnd) && !behindIsSentence(p, i) &&
      !((p->mClass & NEWS_LEX_OBJECT) && newsItemSign(&p->a[iEnd], ',')) ) {
    iEnd = newsExtentEnd(p, i);
  }
  pOut->right = newsSpan(i, iEnd);
  return NEWS_EV_QUOTE_BEHIND;
}

int newsBehindComments(const NewsItem *a, u32 i) {
  u32 j;
  if( !newsItemIs(&a[i], NEWS_LEX_INDEF) ) return 0;
  for( j = i + 1; j < i + 5 && a[j].eType == NEWS_IT_WORD; j++ ) {
    if( newsCueIsThat(&a[j]) ) return 1;
  }
  return 0;
}

/* Whether words before a clause end with an auxiliary, "she could not", so that
** its verb stands behind. */
static int behindAwaitsVerb(const NewsItem *a, NewsSpan left) {
  u32 i = left.iTo;
  while( i > left.iFrom + 1 && newsItemIs(&a[i - 1], NEWS_LEX_NEG) &&
         !newsItemIs(&a[i - 1], NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
    i--;
  }
  return newsItemIs(&a[i - 1], NEWS_LEX_AUX | NEWS_LEX_MODAL);
}

/* The second half of [C, S V, C]. */
static int behindSplit(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  int bDash = newsItemDash(&a[i - 1]);
  if( newsSpanLen(pOut->left) == 0 ||
      a[pOut->left.iTo - 1].eType == NEWS_IT_QUOTE || newsExtentReports(p, i) ||
      newsBehindComments(a, i) ) {
    return 0;
  }
  if( !bDash && !behindAwaitsVerb(a, pOut->left) &&
      newsItemIs(&a[i], NEWS_LEX_CONJ | NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD |
                            NEWS_LEX_GER | NEWS_LEX_CUE) ) {
    return 0;
  }
  return behindSet(p, pOut, i, bDash ? NEWS_EV_SPLIT_DASH : NEWS_EV_SPLIT);
}

/* Whether a preposition at item i leads on to a verb: none [of the pupils was]
** hurt, but nothing of what was said. */
static int behindIsOf(const NewsItem *a, u32 i) {
  u32 j;
  if( !newsItemIs(&a[i], NEWS_LEX_PREP) ) return 0;
  for( j = i + 1; a[j].eType == NEWS_IT_WORD && j < i + 8; j++ ) {
    if( newsItemIs(&a[j], NEWS_LEX_WH_WORD | NEWS_LEX_SUBORD) ) return 0;
    if( newsItemIs(&a[j], NEWS_LEX_AUX | NEWS_LEX_MODAL) ) return 1;
  }
  return 0;
}

int newsBehindIsNothing(const NewsItem *a, u64 mClass, u32 i) {
  if( newsItemIs(&a[i], NEWS_LEX_SUBORD) &&
      !newsItemIs(&a[i], NEWS_LEX_WH_WORD) ) {
    return a[i + 1].eType == NEWS_IT_SIGN; /* "said so." */
  }
  if( newsCueToInf(&a[i]) ) return 0; /* vowed not to go */
  return newsItemIs(&a[i], NEWS_LEX_PRON | NEWS_LEX_NEG) &&
         !(mClass & NEWS_LEX_OBJECT) &&
         !newsItemIs(&a[i],
                     NEWS_LEX_SUBJECT | NEWS_LEX_NUMBER | NEWS_LEX_INDEF) &&
         (a[i + 1].eType == NEWS_IT_SIGN ||
          (newsItemIs(&a[i + 1], NEWS_LEX_PREP | NEWS_LEX_SUBORD) &&
           !behindIsOf(a, i + 1)));
}

int newsBehindIsCited(const NewsText *pText, const NewsItem *a, u64 mClass,
                      NewsSpan words) {
  u32 i;
  int bWho = 0;
  if( !(mClass & NEWS_LEX_REASON) ) return 0;
  for( i = words.iFrom; i < words.iTo; i++ ) {
    if( behindResumes(a, i) ) break;
    if( a[i].eType != NEWS_IT_WORD || newsCueIsThat(&a[i]) ||
        (!bWho && newsItemIs(&a[i], NEWS_FINITE | NEWS_LEX_SUBORD)) ) {
      return 0;
    }
    bWho |= newsItemIs(&a[i], NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE |
                                  NEWS_LEX_TITLE | NEWS_LEX_AGENCY);
  }
  return newsPhraseRight(pText, a, words.iFrom, words.iTo, 0).nScore > 1;
}

/* Whether a quotation that is a name stands in s: a work, a nickname. */
static int behindHoldsName(const NewsCue *p, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( p->a[i].eType == NEWS_IT_QUOTE &&
        !newsItemIsSpeech(p->pText, &p->a[i], p->bHeading) )
      return 1;
  }
  return 0;
}

/* A noun phrase with a quotation ends with that where a conjunction follows
** and no further quotation, or where and when it was said: [them "wolves"] and
** describe ..., [it as "wolfish"] during a rally in Ost. */
static void behindCutQuoted(const NewsCue *p, NewsClause *pOut) {
  u32 i = pOut->right.iTo;
  while( i > pOut->right.iFrom && p->a[i - 1].eType != NEWS_IT_QUOTE ) i--;
  if( i == pOut->right.iFrom ) return;
  if( newsItemIs(&p->a[i], NEWS_LEX_CONJ) ||
      (!p->bHeading && !newsCueIsTo(&p->a[i]) &&
       newsCueSkipAdjuncts(p->a, i, pOut->right.iTo) > i) ) {
    pOut->right.iTo = i;
  }
}

/* Whether a pronoun that is somebody, and no object, stands at item i behind a
** hearer, and a word behind it that then is its verb, whether it is known or
** not: told Lumen [she stands] by it. */
static int behindIsSubject(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  return i > p->iCue + 1 && newsItemIs(&a[i], NEWS_LEX_SUBJECT) &&
         newsItemIs(&a[i], NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL |
                               NEWS_LEX_FIRST) &&
         !newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_WH_WORD) &&
         i + 1 < p->unit.iTo && a[i + 1].eType == NEWS_IT_WORD &&
         !newsItemCap(&a[i + 1]) && !newsItemIs(&a[i + 1], NEWS_GRAMMAR);
}

/* Whether a clause begins with item i: it has a verb, and that is not just a
** quotation that is a name ("wrote the novel "Bright Water""). */
static int behindIsClause(const NewsCue *p, u32 i) {
  u32 iTo = p->unit.iTo;
  if( behindIsSubject(p, i) ) return 1;
  for( ; i < iTo && newsCueHasVerb(p->pText, p->a, i, iTo); i++ ) {
    while( i < iTo && p->a[i].eType != NEWS_IT_QUOTE ) {
      if( newsCueHasVerb(p->pText, p->a, i, i + 1) ) return 1;
      i++;
    }
    if( i < iTo && newsItemIsSpeech(p->pText, &p->a[i], p->bHeading) ) return 1;
  }
  return 0;
}

/* Words at item i that no conjunction leads to: a clause or a noun phrase. */
static int behindBare(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  if( a[i].eType != NEWS_IT_WORD || newsBehindIsNothing(a, p->mClass, i) )
    return 0;
  if( p->bNegated && newsCueEndsPrep(p->pText, &a[p->iCue]) ) return 0;
  if( (p->mClass & NEWS_LEX_BARE) && behindIsClause(p, i) ) {
    if( newsPhraseOpens(&a[i]) ) return behindSet(p, pOut, i, NEWS_EV_BARE);
    if( !newsItemIs(&a[i], NEWS_FINITE) ||
        newsItemIs(&a[i], NEWS_LEX_GER | NEWS_LEX_PREP | NEWS_LEX_SUBORD |
                              NEWS_LEX_ADVERB) ) {
      return behindSet(p, pOut, i, NEWS_EV_BARE_OTHER);
    }
  }
  if( (p->mClass & NEWS_LEX_OBJECT) &&
      (newsPhraseOpens(&a[i]) ||
       (newsCueIsAs(&a[i]) && a[i + 1].eType == NEWS_IT_QUOTE)) ) {
    behindSet(p, pOut, i, 0);
    behindCutQuoted(p, pOut);
    if( newsBehindIsCited(p->pText, a, p->mClass, pOut->right) ) {
      pOut->right = newsSpan(0, 0);
    }
    if( behindHoldsQuote(p, pOut->right) ) return NEWS_EV_OBJECT_QUOTED;
    if( newsSpanLen(pOut->right) <= BEHIND_NAME_MAX &&
        behindHoldsName(p, pOut->right) ) {
      pOut->right = newsSpan(0, 0);
    }
  }
  return 0;
}

/* Whether all before item i of the unit is an adverb, "But", or a comma. */
static int behindIsOpening(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  while( i > p->unit.iFrom && (newsItemSign(&a[i - 1], ',') ||
                               newsItemIs(&a[i - 1], NEWS_LEX_CONJ | NEWS_WHEN |
                                                         NEWS_LEX_ADVERB)) ) {
    i--;
  }
  return i == p->unit.iFrom;
}

/* Whether the clause that begins at item i opens its sentence behind "As", "But
** as", "Yet, as", or behind an adverb: "At the same time, S V, [C]". iTo: what
** is said begins there. */
static int behindIsLed(const NewsCue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  if( i == p->unit.iFrom || !behindIsOpening(p, i - 1) ) return 0;
  if( newsCueIsAs(&a[i - 1]) ) return 1;
  return newsItemSign(&a[i - 1], ',') && (p->mClass & NEWS_LEX_LEAD) &&
         !p->bNegated && newsPhraseOpens(&a[iTo]) &&
         newsCueHasVerb(p->pText, a, iTo, p->unit.iTo);
}

/* What a cue says itself from item i to the colon at item iTo that leads to a
** quotation, S said [that C]: Q; empty where that only tells how. */
static NewsSpan behindLed(const NewsCue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  u32 j;
  int bThat = newsCueIsThat(&a[i]) && (p->mClass & NEWS_LEX_THAT);
  if( newsItemIs(&a[p->iCue], NEWS_LEX_GER) || p->bNegated || i >= iTo ||
      (!bThat && (!(p->mClass & NEWS_LEX_BARE) || !newsPhraseOpens(&a[i]))) ||
      (bThat && newsItemIs(&a[++i], NEWS_FINITE)) ) {
    return newsSpan(0, 0);
  }
  for( j = i + 1; j + 1 < iTo; j++ ) {
    if( !bThat && newsItemIs(&a[j], NEWS_LEX_WH_WORD | NEWS_LEX_SUBORD) ) break;
    if( newsItemIs(&a[j], NEWS_FINITE) && !newsItemIs(&a[j], NEWS_LEX_GER) ) {
      return newsSpan(i, iTo);
    }
  }
  return newsSpan(0, 0);
}

/* What stands behind the colon at item i: sets right, and returns points. */
static int behindColon(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *pNext = &p->a[i + 1];
  if( i + 1 >= p->unit.iTo ) {
    pOut->bAwaits = 1;
    return NEWS_EV_AWAITS;
  }
  if( pNext->eType != NEWS_IT_QUOTE ) {
    return behindSet(p, pOut, i + 1, NEWS_EV_COLON);
  }
  if( newsSpanLen(p->a[p->iCue].tok) > 1 ) {
    pOut->bThought = 0; /* was clear: "We won" */
  }
  return behindSet(p, pOut, i + 1, NEWS_EV_COLON_QUOTE);
}

/* Likewise behind the conjunction "that" at item i, which is not the last. */
static int behindThat(const NewsCue *p, NewsClause *pOut, u32 i) {
  if( !(p->mClass & NEWS_LEX_THAT) ) return 0;
  if( (p->mClass & NEWS_LEX_OBJECT) && newsItemStop(&p->a[i + 2]) ) return 0;
  return behindSet(p, pOut, i + 1, NEWS_EV_THAT);
}

/* Likewise behind a comma: from item i on. */
static int behindComma(const NewsCue *p, NewsClause *pOut, u32 i, int bLeft) {
  if( bLeft ) return behindSplit(p, pOut, i);
  return behindIsLed(p, pOut->whole.iFrom, i)
             ? behindSet(p, pOut, i, NEWS_EV_SPLIT)
             : 0;
}

/* Whether whom one tells to do something, and that, begin with item i: told
** [the jury not to discuss it]. */
static int behindIsBidden(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  u32 iFrom = i, iTo = NEWS_MIN(p->unit.iTo, i + BEHIND_BIDDEN);
  if( !(p->mClass & NEWS_LEX_INF) || !(p->mClass & NEWS_LEX_HEARER) ||
      p->bPassive || !newsPhraseOpens(&a[i]) ) {
    return 0;
  }
  while( i < iTo && a[i].eType == NEWS_IT_WORD &&
         !newsCueBids(p->pText, &a[i]) ) {
    i++;
  }
  return i > iFrom && i + 1 < iTo && newsCueBids(p->pText, &a[i]) &&
         !newsCueHasVerb(p->pText, a, iFrom, i);
}

/*
** What stands behind the clause that ends at item i: sets right, and returns
** points. bLeft: something attributed stands before the clause already.
*/
int newsBehindFind(const NewsCue *p, NewsClause *pOut, u32 i, int bLeft) {
  Behind at = behindSkip(p, pOut, i, bLeft);
  const NewsItem *pItem = &p->a[at.i];
  int bMore = at.i + 1 < p->unit.iTo;
  if( at.i >= p->unit.iTo ) return 0;
  if( newsItemSign(pItem, ':') ) {
    if( !bLeft ) pOut->led = behindLed(p, at.iLed, at.i);
    return behindColon(p, pOut, at.i);
  }
  if( bLeft && !at.bComma ) return 0;
  if( bLeft && newsItemIs(pItem, NEWS_LEX_CONJ) && bMore &&
      pItem[1].eType == NEWS_IT_QUOTE && behindWords(p, at.i + 1) > 2 ) {
    return behindQuote(p, pOut, at.i + 1, 1); /* S said, but "C" */
  }
  if( pItem->eType == NEWS_IT_QUOTE ) {
    if( !at.bComma && pOut->mention.iFrom > p->iCue ) {
      return 0; /* said a man called "Shorty" */
    }
    return behindQuote(p, pOut, at.i, at.bComma);
  }
  if( newsCueIsThat(pItem) && bMore ) return behindThat(p, pOut, at.i);
  if( at.bComma ) return behindComma(p, pOut, at.i, bLeft);
  if( newsItemIs(pItem, NEWS_LEX_WH_WORD) ||
      (newsItemIs(pItem, NEWS_LEX_WH) && !newsItemIs(pItem, NEWS_LEX_CUE)) ) {
    if( !(p->mClass & NEWS_LEX_WH) || p->bNegated ) return 0;
    return behindSet(p, pOut, at.i, NEWS_EV_WH);
  }
  if( newsCueToInf(pItem) || (at.i > i && newsCueBids(p->pText, pItem)) ) {
    if( !(p->mClass & NEWS_LEX_INF) ) return 0;
    /* urged ["farmers to plant maize"]: whom it tells to is part of it */
    return behindSet(p, pOut, at.i == pOut->whole.iTo ? i : at.i, NEWS_EV_INF);
  }
  if( behindIsBidden(p, at.i) ) return behindSet(p, pOut, at.i, NEWS_EV_INF);
  return behindBare(p, pOut, at.i);
}
