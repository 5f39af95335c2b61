/*
** content.c: see content.h.
*/
#include "quote/content.h"

#include "quote/evidence.h"

#define CONTENT_AS 7    /* Weight of a cue that may say C, as S V */
#define WORK_NAME_MAX 7 /* Items of a noun phrase around the name of a work */

/* Whether the quotation at item i is more than a name: not all of it in
** capitals, or with the stop of a sentence. */
static int contentIsSpeech(const NewsCue *p, u32 i) {
  NewsSpan tok = p->a[i].tok;
  if( p->bHeading ) return 1;
  if( newsSpanLen(tok) > 2 ) {
    const NewsToken *pLast = &p->pText->aTok[tok.iTo - 2];
    if( newsTokPunct(pLast, '!') || newsTokPunct(pLast, '?') ) return 1;
  }
  return newsItemLook(p->pText, &p->a[i]).nPlain > 0;
}

static u32 contentWords(const NewsCue *p, u32 i) {
  return newsItemLook(p->pText, &p->a[i]).nWord;
}

/* Whether a quotation of two words and more, no name, stands in s. */
static int contentHoldsQuote(const NewsCue *p, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( p->a[i].eType == NEWS_IT_QUOTE && contentWords(p, i) > 1 &&
        contentIsSpeech(p, i) ) {
      return 1;
    }
  }
  return 0;
}

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

/* Whether the quotation at item i is a whole sentence: a capital at its
** beginning, a stop or comma at its end. */
static int contentIsSentence(const NewsCue *p, u32 i) {
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
static u32 contentHearerEnd(const NewsCue *p, u32 iFrom, u32 iTo) {
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
static u32 contentHearerNoun(const NewsCue *p, u32 iFrom, u32 iTo) {
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
static u32 contentHearerMedium(const NewsCue *p, u32 i, u32 iTo) {
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
static u32 contentHearerMarked(const NewsCue *p, u32 i, u32 iTo) {
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
  return nWord == 0 || !contentIsSpeech(p, j) ? j + 1 : i;
}

/* Past the hearer of "told reporters". */
static u32 contentSkipHearer(const NewsCue *p, u32 i, u32 iTo) {
  NewsFit fit;
  u32 j;
  if( !(p->mClass & NEWS_LEX_HEARER) ) return i;
  if( newsCueIsThat(&p->a[i]) ) return i;
  j = contentHearerMarked(p, i, iTo);
  if( j > i ) return j;
  fit = newsPhraseRight(p->pText, p->a, i, NEWS_MIN(iTo, i + 12), 1);
  if( newsSpanLen(fit.span) == 0 || fit.nScore <= 1 ) {
    j = contentHearerMedium(p, i, iTo);
    if( j > i ) return j;
  }
  if( newsSpanLen(fit.span) == 0 ) return i;
  /* A pronoun, or the first noun phrase: what follows is what is said */
  for( j = i; j < fit.span.iTo; j++ ) {
    if( newsCueIsThat(&p->a[j]) || newsCueIsTo(&p->a[j]) ||
        (j > i && newsItemIs(&p->a[j], NEWS_LEX_WH_WORD)) ) {
      return j;
    }
  }
  j = contentHearerEnd(p, i, fit.span.iTo);
  return j < fit.span.iTo ? j : contentHearerNoun(p, i, j);
}

/* Whether "that" behind a comma at item j takes up a cue: ", citing two
** aides, that". */
static int contentResumes(const NewsItem *a, u32 j) {
  return newsItemSign(&a[j], ',') && newsCueIsThat(&a[j + 1]);
}

/*
** Past the hearer and whatever stands before "that", for a cue that takes it:
** "telling supporters after his win that". The item of "that", or i.
*/
static u32 contentToThat(const NewsCue *p, u32 i, u32 iTo) {
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
    if( contentResumes(a, j) ) return j + 1;
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
static u32 contentToColon(const NewsCue *p, u32 i, u32 iTo) {
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
static u32 contentToQuote(const NewsCue *p, u32 i, u32 iTo) {
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
static Behind contentBehind(const NewsCue *p, NewsClause *pOut, u32 i,
                            int bLeft) {
  const NewsItem *a = p->a;
  u32 iTo = p->unit.iTo, k;
  Behind at;
  at.bComma = 0;
  at.i = contentSkipHearer(p, i, iTo);
  pOut->whole.iTo = at.i;
  at.i = newsCueSkipAdjuncts(a, at.i, iTo);
  if( at.i > pOut->whole.iTo && at.i < iTo && a[at.i].eType == NEWS_IT_WORD &&
      !newsPhraseOpens(&a[at.i]) &&
      !newsItemIs(&a[at.i], NEWS_GRAMMAR | NEWS_LEX_WH | NEWS_LEX_INF) ) {
    at.i = contentToThat(p, pOut->whole.iTo, iTo); /* in its daily notes that */
  } else {
    at.i = contentToThat(p, at.i, iTo);
  }
  if( bLeft ) at.i = contentToQuote(p, at.i, iTo);
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
  if( at.i < iTo ) at.i = contentToColon(p, at.i, iTo);
  return at;
}

static int contentSet(const NewsCue *p, NewsClause *pOut, u32 i, int nPoint) {
  pOut->right = newsSpan(i, newsContentEnd(p, i));
  return nPoint;
}

/* A quotation behind the cue, at item i. */
static int contentQuote(const NewsCue *p, NewsClause *pOut, u32 i, int bComma) {
  u32 iEnd = i + 1;
  int bHangs = newsItemIs(&p->a[p->iCue], NEWS_LEX_GER) &&
               newsItemIs(&p->a[iEnd], NEWS_FINITE); /* reading Q, hung ... */
  if( !bComma && (p->mClass & NEWS_LEX_OBJECT) && !contentIsSpeech(p, i) ) {
    return 0; /* called "Lantern Street" */
  }
  if( !bHangs && !newsCueEndsAt(p, iEnd) && !contentIsSentence(p, i) &&
      !((p->mClass & NEWS_LEX_OBJECT) && newsItemSign(&p->a[iEnd], ',')) ) {
    iEnd = newsContentEnd(p, i);
  }
  pOut->right = newsSpan(i, iEnd);
  return NEWS_EV_QUOTE_BEHIND;
}

int newsContentComments(const NewsItem *a, u32 i) {
  u32 j;
  if( !newsItemIs(&a[i], NEWS_LEX_INDEF) ) return 0;
  for( j = i + 1; j < i + 5 && a[j].eType == NEWS_IT_WORD; j++ ) {
    if( newsCueIsThat(&a[j]) ) return 1;
  }
  return 0;
}

/* Whether words before a clause end with an auxiliary, "she could not", so that
** its verb stands behind. */
static int contentAwaitsVerb(const NewsItem *a, NewsSpan left) {
  u32 i = left.iTo;
  while( i > left.iFrom + 1 && newsItemIs(&a[i - 1], NEWS_LEX_NEG) &&
         !newsItemIs(&a[i - 1], NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
    i--;
  }
  return newsItemIs(&a[i - 1], NEWS_LEX_AUX | NEWS_LEX_MODAL);
}

/* The second half of [C, S V, C]. */
static int contentSplit(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  int bDash = newsItemDash(&a[i - 1]);
  if( newsSpanLen(pOut->left) == 0 ||
      a[pOut->left.iTo - 1].eType == NEWS_IT_QUOTE ||
      newsContentReports(p, i) || newsContentComments(a, i) ) {
    return 0;
  }
  if( !bDash && !contentAwaitsVerb(a, pOut->left) &&
      newsItemIs(&a[i], NEWS_LEX_CONJ | NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD |
                            NEWS_LEX_GER | NEWS_LEX_CUE) ) {
    return 0;
  }
  return contentSet(p, pOut, i, bDash ? NEWS_EV_SPLIT_DASH : NEWS_EV_SPLIT);
}

int newsContentIsNothing(const NewsItem *a, u64 mClass, u32 i) {
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
          newsItemIs(&a[i + 1], NEWS_LEX_PREP | NEWS_LEX_SUBORD));
}

int newsContentIsCited(const NewsText *pText, const NewsItem *a, u64 mClass,
                       NewsSpan words) {
  u32 i;
  int bWho = 0;
  if( !(mClass & NEWS_LEX_REASON) ) return 0;
  for( i = words.iFrom; i < words.iTo; i++ ) {
    if( contentResumes(a, i) ) break;
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
static int contentHoldsName(const NewsCue *p, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( p->a[i].eType == NEWS_IT_QUOTE && !contentIsSpeech(p, i) ) return 1;
  }
  return 0;
}

/* A noun phrase with a quotation ends with that where a conjunction follows
** and no further quotation, or where and when it was said: [them "wolves"] and
** describe ..., [it as "wolfish"] during a rally in Ost. */
static void contentCutQuoted(const NewsCue *p, NewsClause *pOut) {
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
static int contentIsSubject(const NewsCue *p, u32 i) {
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
static int contentIsClause(const NewsCue *p, u32 i) {
  u32 iTo = p->unit.iTo;
  if( contentIsSubject(p, i) ) return 1;
  for( ; i < iTo && newsCueHasVerb(p->pText, p->a, i, iTo); i++ ) {
    while( i < iTo && p->a[i].eType != NEWS_IT_QUOTE ) {
      if( newsCueHasVerb(p->pText, p->a, i, i + 1) ) return 1;
      i++;
    }
    if( i < iTo && contentIsSpeech(p, i) ) return 1;
  }
  return 0;
}

/* Words at item i that no conjunction leads to: a clause or a noun phrase. */
static int contentBare(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  if( a[i].eType != NEWS_IT_WORD || newsContentIsNothing(a, p->mClass, i) )
    return 0;
  if( p->bNegated && newsCueEndsPrep(p->pText, &a[p->iCue]) ) return 0;
  if( (p->mClass & NEWS_LEX_BARE) && contentIsClause(p, i) ) {
    if( newsPhraseOpens(&a[i]) ) return contentSet(p, pOut, i, NEWS_EV_BARE);
    if( !newsItemIs(&a[i], NEWS_FINITE) ||
        newsItemIs(&a[i], NEWS_LEX_GER | NEWS_LEX_PREP | NEWS_LEX_SUBORD |
                              NEWS_LEX_ADVERB) ) {
      return contentSet(p, pOut, i, NEWS_EV_BARE_OTHER);
    }
  }
  if( (p->mClass & NEWS_LEX_OBJECT) &&
      (newsPhraseOpens(&a[i]) ||
       (newsCueIsAs(&a[i]) && a[i + 1].eType == NEWS_IT_QUOTE)) ) {
    contentSet(p, pOut, i, 0);
    contentCutQuoted(p, pOut);
    if( newsContentIsCited(p->pText, a, p->mClass, pOut->right) ) {
      pOut->right = newsSpan(0, 0);
    }
    if( contentHoldsQuote(p, pOut->right) ) return NEWS_EV_OBJECT_QUOTED;
    if( newsSpanLen(pOut->right) <= WORK_NAME_MAX &&
        contentHoldsName(p, pOut->right) ) {
      pOut->right = newsSpan(0, 0);
    }
  }
  return 0;
}

/* Whether all before item i of the unit is an adverb, "But", or a comma. */
static int contentIsOpening(const NewsCue *p, u32 i) {
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
static int contentIsLed(const NewsCue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  if( i == p->unit.iFrom || !contentIsOpening(p, i - 1) ) return 0;
  if( newsCueIsAs(&a[i - 1]) ) return 1;
  return newsItemSign(&a[i - 1], ',') && (p->mClass & NEWS_LEX_LEAD) &&
         !p->bNegated && newsPhraseOpens(&a[iTo]) &&
         newsCueHasVerb(p->pText, a, iTo, p->unit.iTo);
}

/* What a cue says itself from item i to the colon at item iTo that leads to a
** quotation, S said [that C]: Q; empty where that only tells how. */
static NewsSpan contentLed(const NewsCue *p, u32 i, u32 iTo) {
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
static int contentColon(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *pNext = &p->a[i + 1];
  if( i + 1 >= p->unit.iTo ) {
    pOut->bAwaits = 1;
    return NEWS_EV_AWAITS;
  }
  if( pNext->eType != NEWS_IT_QUOTE ) {
    return contentSet(p, pOut, i + 1, NEWS_EV_COLON);
  }
  if( newsSpanLen(p->a[p->iCue].tok) > 1 ) {
    pOut->bThought = 0; /* was clear: "We won" */
  }
  return contentSet(p, pOut, i + 1, NEWS_EV_COLON_QUOTE);
}

/* Likewise behind the conjunction "that" at item i, which is not the last. */
static int contentThat(const NewsCue *p, NewsClause *pOut, u32 i) {
  if( !(p->mClass & NEWS_LEX_THAT) ) return 0;
  if( (p->mClass & NEWS_LEX_OBJECT) && newsItemStop(&p->a[i + 2]) ) return 0;
  return contentSet(p, pOut, i + 1, NEWS_EV_THAT);
}

/* Likewise behind a comma: from item i on. */
static int contentComma(const NewsCue *p, NewsClause *pOut, u32 i, int bLeft) {
  if( bLeft ) return contentSplit(p, pOut, i);
  return contentIsLed(p, pOut->whole.iFrom, i)
             ? contentSet(p, pOut, i, NEWS_EV_SPLIT)
             : 0;
}

/*
** What stands behind the clause that ends at item i: sets right, and returns
** points. bLeft: something attributed stands before the clause already.
*/
static int contentRight(const NewsCue *p, NewsClause *pOut, u32 i, int bLeft) {
  Behind at = contentBehind(p, pOut, i, bLeft);
  const NewsItem *pItem = &p->a[at.i];
  int bMore = at.i + 1 < p->unit.iTo;
  if( at.i >= p->unit.iTo ) return 0;
  if( newsItemSign(pItem, ':') ) {
    if( !bLeft ) pOut->led = contentLed(p, at.iLed, at.i);
    return contentColon(p, pOut, at.i);
  }
  if( bLeft && !at.bComma ) return 0;
  if( bLeft && newsItemIs(pItem, NEWS_LEX_CONJ) && bMore &&
      pItem[1].eType == NEWS_IT_QUOTE && contentWords(p, at.i + 1) > 2 ) {
    return contentQuote(p, pOut, at.i + 1, 1); /* S said, but "C" */
  }
  if( pItem->eType == NEWS_IT_QUOTE ) {
    if( !at.bComma && pOut->mention.iFrom > p->iCue ) {
      return 0; /* said a man called "Shorty" */
    }
    return contentQuote(p, pOut, at.i, at.bComma);
  }
  if( newsCueIsThat(pItem) && bMore ) return contentThat(p, pOut, at.i);
  if( at.bComma ) return contentComma(p, pOut, at.i, bLeft);
  if( newsItemIs(pItem, NEWS_LEX_WH_WORD) ||
      (newsItemIs(pItem, NEWS_LEX_WH) && !newsItemIs(pItem, NEWS_LEX_CUE)) ) {
    if( !(p->mClass & NEWS_LEX_WH) || p->bNegated ) return 0;
    return contentSet(p, pOut, at.i, NEWS_EV_WH);
  }
  if( newsCueToInf(pItem) ) {
    if( !(p->mClass & NEWS_LEX_INF) ) return 0;
    /* urged ["farmers to plant maize"]: whom it tells to is part of it */
    return contentSet(p, pOut, at.i == pOut->whole.iTo ? i : at.i, NEWS_EV_INF);
  }
  return contentBare(p, pOut, at.i);
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
** [Venn said the road was "long," she said]. A colon or dash before the
** quotation parts the two: left then begins behind it.
*/
static int contentRepeats(const NewsCue *p, NewsClause *pOut) {
  const NewsItem *a = p->a;
  u32 i, iQuote = pOut->left.iTo;
  while( iQuote > pOut->left.iFrom && a[iQuote - 1].eType == NEWS_IT_QUOTE ) {
    iQuote--;
  }
  if( iQuote > pOut->left.iFrom &&
      (newsItemSign(&a[iQuote - 1], ':') || newsItemDash(&a[iQuote - 1])) ) {
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
  if( i == p->unit.iFrom ||
      (newsSpanLen(c->mention) == 1 &&
       newsItemIs(&a[c->mention.iFrom], NEWS_LEX_WH_WORD)) ) {
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
  if( bLast && !contentIsSpeech(p, i - 1) &&
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

/* Other words that end before the clause, at item i, parted from it by a comma:
** sets left. Points. */
static int contentWordsLeft(const NewsCue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  u32 iFrom = p->unit.iFrom, k = i;
  int bVerb;
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
      (k > iFrom + 12 ||
       newsItemIs(&a[iFrom], NEWS_LEX_PREP | NEWS_LEX_ADVERB | NEWS_WHEN |
                                 NEWS_LEX_SUBORD)) ) {
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
  int n = contentRight(p, c, iTo, 1);
  NewsClause alone;
  if( contentIsCleft(p, c) ) {
    return contentSet(p, c, c->whole.iTo + 1, NEWS_EV_SPLIT);
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
    n = newsCueEndsAt(p, c->whole.iTo)           ? NEWS_EV_ENDS
        : newsItemSign(&p->a[c->whole.iTo], ',') ? NEWS_EV_COMMA
                                                 : NEWS_EV_TRAILS;
  }
  alone = *c;
  alone.left = alone.right = newsSpan(0, 0);
  if( contentRight(p, &alone, iTo, 0) > 1 && newsSpanLen(alone.right) &&
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
  if( newsSpanLen(pOut->left) == 0 ) n = contentRight(p, pOut, iTo, 0);
  pOut->nScore += n;
}
