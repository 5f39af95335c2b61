/*
** act.c: see act.h.
**
**   Police said [a man had been held] but did not name him.
**   Doe said [the plant was safe], declining to say when it would open.
**   Doe said [the plant was safe] without elaborating.
**   Doe said [the vote was a farce] and accused the board of fraud.
**
** But not where the words tell of another who speaks, or who is said to act:
**
**   Doe said [the report blamed the pilots but did not explain why].
**   Doe said [she had gone and had not said where].
**   Doe said [the driver was drunk and threatened the passengers].
*/
#include "quote/act.h"

#define ACT_PAST 5 /* Weight of a cue that parts its verb from others */
#define ACT_THAT 4 /* Items from a cue past its "that", at most */

/* A cue of speech, in any form. */
static int actIsCue(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_CUE) && !newsItemIs(p, NEWS_LEX_THOUGHT);
}

/* Whether the verb at item i tells nothing: "gave no details", "has declined to
** say", "did not explain". */
static int actVerb(const NewsItem *a, u32 i) {
  const u64 mPast = NEWS_LEX_PAST | NEWS_LEX_THIRD;
  int bNeg = 0, bAux = 0;
  for( ;; i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
      bAux = 1;
    } else if( newsItemIs(&a[i], NEWS_LEX_CUE | NEWS_LEX_VERB) ||
               !newsItemIs(&a[i], NEWS_LEX_NEG | NEWS_LEX_ADVERB) ) {
      break;
    }
    bNeg |= newsItemIs(&a[i], NEWS_LEX_NEG);
  }
  if( newsItemIs(&a[i], NEWS_LEX_ANONYMITY) ) return 1; /* asked not to be */
  if( bAux && bNeg ) return actIsCue(&a[i]) && newsItemIs(&a[i], NEWS_LEX_WH);
  if( !newsItemIs(&a[i], NEWS_LEX_NEG) || !newsItemIs(&a[i], mPast) ) return 0;
  if( newsItemIs(&a[i], NEWS_LEX_VERB) || newsSpanLen(a[i].tok) > 1 ) return 1;
  return actIsCue(&a[i]) && newsCueIsTo(&a[i + 1]) && actIsCue(&a[i + 2]);
}

/* Whether a participle at item i tells nothing: "declining to say", and behind
** a comma or not "without elaborating". */
static int actParticiple(const NewsItem *a, u32 i) {
  if( !newsItemIs(&a[i], NEWS_LEX_GER) || !newsItemIs(&a[i], NEWS_LEX_NEG) ) {
    return 0;
  }
  return newsItemBreaks(&a[i - 1]) || newsItemIs(&a[i], NEWS_LEX_ADVERB);
}

/* Whether the conjunction at item i leads to what the source does not tell,
** and not to what he does of whom its words tell. */
static int actBehind(const NewsItem *a, u32 i, u32 iFrom) {
  const u64 mOf = NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL;
  const NewsItem *pFirst = &a[iFrom];
  if( !newsItemIs(&a[i], NEWS_LEX_CONJ) ) return 0;
  if( newsItemIs(pFirst, NEWS_LEX_SUBJECT) && newsItemIs(pFirst, mOf) &&
      a[i - 1].eType != NEWS_IT_QUOTE ) {
    return 0;
  }
  i++;
  if( newsItemIs(&a[i], NEWS_LEX_SUBJECT) ) i++; /* but she did not say */
  return actVerb(a, i);
}

/* Whether item i is the verb of somebody in the words who speaks: the report
** "blamed", but not was "found", the "talks". */
static int actSpeaks(const NewsText *pText, const NewsItem *a, u32 i) {
  return newsCueIsFinite(&a[i]) && actIsCue(&a[i]) &&
         !newsItemIs(&a[i - 1], NEWS_LEX_DET | NEWS_LEX_INDEF) &&
         !newsCueIsBe(pText, &a[i - 1]);
}

/* Whether the words from item iFrom on begin with somebody who may act himself:
** "she", "the driver". */
static int actTellsOf(const NewsItem *a, u32 iFrom) {
  const u64 mWho = NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_ROLE |
                   NEWS_LEX_TITLE | NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE |
                   NEWS_LEX_GIVEN | NEWS_LEX_HONORIFIC | NEWS_LEX_ORG |
                   NEWS_LEX_ORGNAME | NEWS_LEX_MEDIA | NEWS_LEX_DOCUMENT;
  u32 i = iFrom;
  if( newsCueIsThat(&a[i]) ) i++;
  while( a[i].eType != NEWS_IT_SIGN && !newsItemIs(&a[i], NEWS_FINITE) ) {
    if( newsItemIs(&a[i], mWho) && !newsItemIs(&a[i], NEWS_LEX_DET) ) return 1;
    if( newsItemIs(&a[i], NEWS_LEX_SUBJECT) && !newsCueIsIt(&a[i]) ) return 1;
    if( newsItemCap(&a[i]) ) return 1;
    i++;
  }
  return 0;
}

int newsActPast(const NewsText *pText, const NewsItem *a, u32 iFrom, u32 j) {
  u32 i;
  if( !newsItemIs(&a[j], NEWS_LEX_PAST) || newsItemIs(&a[j], NEWS_LEX_BASE) ||
      newsCueWeight(pText, &a[j]) < ACT_PAST || !newsPhraseOpens(&a[j + 1]) ) {
    return 0;
  }
  for( i = j - 1; i > iFrom; i-- ) {
    if( newsItemIs(&a[i], NEWS_LEX_MODAL) ) return 1;
    if( newsCueIsBe(pText, &a[i]) && newsItemIs(&a[i], NEWS_LEX_PAST) ) {
      return !actTellsOf(a, iFrom);
    }
    if( newsItemIs(&a[i], NEWS_FINITE) && !newsItemIs(&a[i], NEWS_LEX_BASE) ) {
      return 0;
    }
    if( newsCueIsFinite(&a[i]) || newsCueIsThat(&a[i]) ||
        newsItemIs(&a[i], NEWS_LEX_AUX | NEWS_LEX_PART | NEWS_LEX_WH_WORD |
                              NEWS_LEX_SUBORD) ) {
      return 0;
    }
  }
  return 0;
}

/* Whether "that" follows the cue at item i: "admitted that", and where nobody
** else may do so, "rejected the claim that". */
static int actLeads(const NewsItem *a, u32 i, u32 iTo, int bOther) {
  u32 k, iLast = bOther ? i + 2 : NEWS_MIN(i + ACT_THAT, iTo);
  for( k = i + 1; k < iLast && a[k].eType == NEWS_IT_WORD; k++ ) {
    if( newsCueIsThat(&a[k]) ) return 1;
  }
  return 0;
}

/* Whether the conjunction at item i leads to further words of the source: "but
** later admitted that C". */
static int actSays(const NewsItem *a, u32 i, NewsSpan words) {
  if( !newsItemIs(&a[i], NEWS_LEX_CONJ) ) return 0;
  for( i++; newsItemIs(&a[i], NEWS_LEX_ADVERB); i++ ) {
  }
  return newsCueIsFinite(&a[i]) && newsItemIs(&a[i], NEWS_LEX_PAST) &&
         !newsItemIs(&a[i], NEWS_LEX_BASE) &&
         actLeads(a, i, words.iTo, actTellsOf(a, words.iFrom));
}

u32 newsActFrom(const NewsText *pText, const NewsItem *a, NewsSpan words) {
  u32 i, iFrom = words.iFrom;
  if( iFrom < words.iTo && newsCueIsThat(&a[iFrom]) ) iFrom++;
  for( i = iFrom + 1; i < words.iTo; i++ ) {
    if( actBehind(a, i, iFrom) || actParticiple(a, i) || actSays(a, i, words) ||
        (newsItemIs(&a[i], NEWS_LEX_CONJ) &&
         newsActPast(pText, a, iFrom, i + 1)) ) {
      return newsItemBreaks(&a[i - 1]) ? i - 1 : i;
    }
    if( actSpeaks(pText, a, i) ) break;
  }
  return words.iTo;
}
