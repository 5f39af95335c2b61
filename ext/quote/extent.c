/*
** extent.c: where attributed words end (see extent.h): with their sentence, or
** where the report goes on by itself: ", but residents said", ", adding that",
** "and then left", or, where the cue is a noun, before the verb of its clause.
*/
#include "quote/extent.h"

#include "quote/act.h"

#define EXTENT_SENTENCE 6 /* Tokens of a sentence in its marks, at least */

/* Whether a subject and a strong cue follow item i at once: "but residents
** said", "but his deputy, Ina Rusk, said". */
static int extentReportsNext(const NewsCue *p, u32 i) {
  u32 j, nComma = 0;
  for( j = i + 1; j < p->unit.iTo && j < i + 8 + 4 * nComma; j++ ) {
    const NewsItem *pItem = &p->a[j];
    if( pItem->eType == NEWS_IT_CLITIC ) continue;
    if( newsItemSign(pItem, ',') && j > i + 1 && nComma++ < 2 ) continue;
    if( nComma == 1 && newsCueIsFinite(pItem) ) return 0;
    if( pItem->eType != NEWS_IT_WORD ) return 0;
    if( newsItemIs(pItem, NEWS_FINITE) ) return 0;
    if( newsCueIsFinite(pItem) &&
        !newsItemIs(pItem, NEWS_LEX_PEOPLE | NEWS_LEX_SOURCE) ) {
      return newsCueWeight(p->pText, pItem) >= 6;
    }
  }
  return 0;
}

int newsExtentReports(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  u64 mTense = NEWS_LEX_PAST | NEWS_LEX_THIRD;
  u32 j;
  if( newsCueInverts(a[i].mClass) && newsItemIs(&a[i], mTense) ) {
    NewsFit fit = newsPhraseRight(p->pText, a, i + 1, p->unit.iTo, 0);
    return fit.nScore > 1 && newsCueEndsAt(p, fit.span.iTo);
  }
  if( !newsPhraseOpens(&a[i]) || newsItemIs(&a[i], NEWS_LEX_WH_WORD) ) return 0;
  for( j = i + 1; j < p->unit.iTo && j < i + 9; j++ ) {
    if( a[j].eType == NEWS_IT_SIGN ) return 0;
    if( newsItemIs(&a[j], NEWS_LEX_CUE) && newsItemIs(&a[j], NEWS_LEX_LEAD) &&
        newsItemIs(&a[j], mTense) ) {
      return newsCueEndsAt(p, j + 1);
    }
  }
  return 0;
}

/* Whether item i is a quotation, with or without a comma or colon before. */
static int extentLeadsQuote(const NewsItem *a, u32 i, u32 iTo) {
  if( i < iTo && (newsItemBreaks(&a[i]) || newsItemSign(&a[i], ':')) ) i++;
  return i < iTo && a[i].eType == NEWS_IT_QUOTE;
}

/* The item before which words that go on to item i end: that item, without a
** comma before it, but not before iFrom. */
static u32 extentCut(const NewsItem *a, u32 iFrom, u32 i) {
  return i > iFrom + 1 && newsItemBreaks(&a[i - 1]) ? i - 1 : i;
}

/* Whether the verb at item j goes on with an infinitive of the words from iFrom
** on: wanted to speak and [let] them know. */
static int extentIsInf(const NewsCue *p, u32 iFrom, u32 j) {
  const NewsItem *a = p->a;
  const NewsToken *aTok = p->pText->aTok;
  u32 i, k;
  if( !newsItemIs(&a[j], NEWS_LEX_BASE) ) return 0;
  for( i = iFrom; i + 1 < j; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE ) continue;
    for( k = a[i].tok.iFrom; k < a[i].tok.iTo; k++ ) { /* "wanted to speak" */
      if( newsTokIs(&aTok[k], NEWS_LEX_INF) &&
          newsTokIs(&aTok[k + 1], NEWS_LEX_BASE) ) {
        return 1;
      }
    }
  }
  return 0;
}

/* Whether the report goes on by itself behind a comma or quotation, with the
** word of grammar at item j: "but residents said", ", which". */
static int extentTurnsAt(const NewsCue *p, u32 iFrom, u32 j) {
  const NewsItem *a = p->a;
  if( a[j - 1].eType == NEWS_IT_QUOTE ) {
    return newsItemIs(&a[j], NEWS_LEX_CONJ) && extentReportsNext(p, j) &&
           !extentIsInf(p, iFrom, j + 1);
  }
  if( !newsItemSign(&a[j - 1], ',') ) return 0;
  if( newsItemIs(&a[j], NEWS_LEX_WH_WORD) &&
      !newsItemIs(&a[p->iCue], NEWS_LEX_OBJECT) &&
      !newsCueHasVerb(p->pText, a, iFrom, j) ) {
    return 0; /* that Doe, who says C, has left */
  }
  if( p->bSubord && extentReportsNext(p, j - 1) ) return 1;
  return newsItemIs(&a[j],
                    NEWS_LEX_WH_WORD | NEWS_LEX_SUBORD | NEWS_LEX_CONJ) &&
         newsCueWeight(p->pText, &a[j]) <= 4 &&
         (j > iFrom + 5 || extentReportsNext(p, j));
}

/* Whether item j begins what is inserted behind the "that" of words from
** iFrom. */
static int extentInserts(const NewsItem *a, u32 iFrom, u32 j) {
  return newsItemBreaks(&a[iFrom]) ? j == iFrom + 1
                                   : j == iFrom && newsItemBreaks(&a[j - 1]);
}

/* Whether the cue at item j begins a further clause of the same source:
** ", adding", ", according to", "and said that", "and repeatedly says, Q". */
static int extentCueAt(const NewsCue *p, u32 iFrom, u32 j, u32 iTo) {
  const NewsItem *a = p->a;
  int bConj = newsItemIs(&a[j - 1], NEWS_LEX_CONJ);
  if( newsItemIs(&a[j], NEWS_LEX_ADJUNCT) ) {
    return !extentInserts(a, iFrom, j) &&
           !newsCueIsWithin(a, iFrom, j); /* said that, in her view, ... */
  }
  if( newsItemIs(&a[j], NEWS_LEX_GER) && newsCueWeight(p->pText, &a[j]) > 1 ) {
    return newsItemBreaks(&a[j - 1]) || a[j - 1].eType == NEWS_IT_QUOTE ||
           (bConj && !newsCueIsJoined(p->pText, a, p->unit.iFrom, j));
  }
  if( newsItemIs(&a[j - 1], NEWS_LEX_ADVERB) && j > iFrom + 1 &&
      newsItemIs(&a[j - 2], NEWS_LEX_CONJ) ) {
    return extentLeadsQuote(a, j + 1, iTo) ||
           (newsCueIsFinite(&a[j]) && newsCueIsThat(&a[j + 1]));
  }
  if( !bConj || !newsCueIsFinite(&a[j]) || j + 1 >= iTo ||
      extentIsInf(p, iFrom, j) ) {
    return 0;
  }
  return newsCueIsThat(&a[j + 1]) || extentLeadsQuote(a, j + 1, iTo) ||
         newsItemIs(&a[j], NEWS_LEX_HEARER) ||
         newsActPast(p->pText, a, iFrom, j) ||
         (a[j - 2].eType == NEWS_IT_QUOTE && newsItemIs(&a[j], NEWS_LEX_INF));
}

/* Whether the report goes on with what somebody else says: [C], "with Ann Lee
** accusing" the board. */
static int extentWith(const NewsCue *p, u32 j, u32 iTo) {
  const NewsItem *a = p->a;
  u32 k;
  if( !newsItemIs(&a[j], NEWS_LEX_PREP) ||
      !(newsItemSign(&a[j - 1], ',') || a[j - 1].eType == NEWS_IT_QUOTE) ) {
    return 0;
  }
  for( k = j + 1; k < iTo && k < j + 9; k++ ) {
    if( a[k].eType != NEWS_IT_WORD || newsItemIs(&a[k], NEWS_FINITE) ) return 0;
    if( newsItemIs(&a[k], NEWS_LEX_CUE) && newsItemIs(&a[k], NEWS_LEX_GER) ) {
      return newsCueWeight(p->pText, &a[k]) > 3 &&
             (newsItemCap(&a[k - 1]) ||
              newsItemIs(&a[k - 1],
                         NEWS_LEX_ROLE | NEWS_LEX_PEOPLE | NEWS_LEX_SOURCE));
    }
  }
  return 0;
}

/* Whether the comma at item j, behind a quotation, leads to nothing but where
** and when that was said: urged us to "sing", ["in his message from Ost"]. */
static int extentTrails(const NewsItem *a, u32 j, u32 iTo) {
  u32 k = newsCueSkipAdjuncts(a, j + 1, iTo);
  if( !newsItemSign(&a[j], ',') || k == j + 1 ) return 0;
  for( ; k < iTo; k++ ) {
    if( a[k].eType == NEWS_IT_QUOTE || newsItemIs(&a[k], NEWS_FINITE) ||
        newsItemBreaks(&a[k]) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether the quotation at item i is a sentence: a capital, and a verb. */
static int extentIsSentence(const NewsCue *p, u32 i) {
  const NewsToken *aTok = p->pText->aTok;
  NewsSpan tok = p->a[i].tok;
  u32 k = tok.iFrom + 1;
  if( p->a[i].eType != NEWS_IT_QUOTE || newsSpanLen(tok) < EXTENT_SENTENCE ||
      !(aTok[k].flags & NEWS_TF_CAP) ) {
    return 0;
  }
  while( k < tok.iTo && ((aTok[k].flags & NEWS_TF_CAP) ||
                         !newsTokIs(&aTok[k], NEWS_FINITE | NEWS_LEX_PAST)) ) {
    k++;
  }
  return k < tok.iTo;
}

/* Where words from iFrom on end because of what stands at item j; 0 if they
** go on. */
static u32 extentEndsAt(const NewsCue *p, u32 iFrom, u32 j, u32 iTo) {
  const NewsItem *a = p->a;
  u32 i = j;
  if( newsItemSign(&a[j], ';') ) return j;
  if( j == iFrom + 1 && newsItemIs(&a[j], NEWS_LEX_GER) &&
      !newsItemCap(&a[j]) && extentIsSentence(p, iFrom) ) {
    return j; /* ["It felt good"] taking a bow */
  }
  if( a[j - 1].eType == NEWS_IT_QUOTE && extentTrails(a, j, iTo) ) return j;
  if( newsItemSign(&a[j], ',') && newsExtentReports(p, j + 1) ) return j;
  if( a[j - 1].eType == NEWS_IT_QUOTE && newsSpanLen(a[j - 1].tok) > 2 &&
      newsTokPunct(&p->pText->aTok[a[j - 1].tok.iTo - 2], ',') &&
      newsExtentReports(p, j) ) {
    return j; /* [said it was "late,"] the Gazette reported */
  }
  if( extentWith(p, j, iTo) ) return extentCut(a, iFrom, j);
  if( extentTurnsAt(p, iFrom, j) ) return extentCut(a, iFrom, j);
  if( a[j - 1].eType == NEWS_IT_QUOTE && j + 1 < iTo &&
      newsItemIs(&a[j], NEWS_LEX_SUBJECT) &&
      newsItemIs(&a[j + 1], NEWS_LEX_CUE) &&
      newsItemIs(&a[j + 1], NEWS_LEX_LEAD) ) {
    return j; /* [that it was "over"] she said */
  }
  if( !newsItemIs(&a[j], NEWS_LEX_CUE) || !extentCueAt(p, iFrom, j, iTo) ) {
    return 0;
  }
  while( i > iFrom + 1 &&
         newsItemIs(&a[i - 1], NEWS_LEX_ADVERB | NEWS_LEX_CONJ) ) {
    i--;
  }
  return extentCut(a, iFrom, i);
}

/* The item before the verb group of a cue where that begins a relative clause:
** ["," "who"] has said; 0 where it does not. */
static u32 extentRelative(const NewsItem *a, u32 iFloor, u32 iCue) {
  while( iCue > iFloor && newsItemIs(&a[iCue - 1], NEWS_FINITE | NEWS_LEX_NEG |
                                                       NEWS_LEX_ADVERB) ) {
    iCue--;
  }
  if( iCue < iFloor + 3 || !newsItemIs(&a[iCue - 1], NEWS_LEX_WH_WORD) ) {
    return 0;
  }
  iCue -= 2;
  return newsItemBreaks(&a[iCue]) || newsItemSign(&a[iCue], '(') ? iCue : 0;
}

/* Whether item j, behind a comma, goes on with what the source does, and no
** longer with what it says: [that it was late,] "and then left". A past is
** asked for, or the tense of the cue; and no list: "was bought, mended and
** sold". */
static int extentActsAt(const NewsItem *a, u32 iCue, u32 iFrom, u32 j) {
  u64 mTense = NEWS_LEX_PAST | (a[iCue].mClass & NEWS_LEX_THIRD);
  u32 k = j + 1, i;
  int bConj = newsItemIs(&a[j], NEWS_LEX_CONJ);
  if( !newsItemSign(&a[j - 1], ',') ||
      !(bConj || (newsItemIs(&a[j], NEWS_LEX_ADVERB) &&
                  newsItemIs(&a[j], NEWS_LEX_TIME))) ) {
    return 0;
  }
  while( newsItemIs(&a[k], NEWS_LEX_ADVERB) &&
         !newsItemIs(&a[k], NEWS_LEX_VERB) ) {
    k++;
  }
  if( !newsItemIs(&a[k], NEWS_LEX_VERB) || !newsItemIs(&a[k], mTense) ) {
    return 0;
  }
  if( bConj && (k > j + 1 || newsSpanLen(a[j].tok) > 1) ) {
    return 1; /* "and then" */
  }
  if( newsItemStop(&a[k + 1]) || newsCueIsBy(&a[k + 1]) ) return 0;
  for( i = iFrom; i + 1 < j; i++ ) {
    if( newsItemSign(&a[i], ',') && newsItemIs(&a[i + 1], NEWS_LEX_PART) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether the conjunction at item j, right behind a quotation, leads to what
** the source does next: [that it was "a mistake"] "and resigned". Where a
** further quotation follows, the source may still speak. */
static int extentQuitsAt(const NewsItem *a, u32 j, u32 iTo) {
  u32 k = j + 1;
  if( a[j - 1].eType != NEWS_IT_QUOTE || !newsItemIs(&a[j], NEWS_LEX_CONJ) ) {
    return 0;
  }
  while( newsItemIs(&a[k], NEWS_LEX_ADVERB) ) k++;
  if( !newsItemIs(&a[k], NEWS_LEX_VERB | NEWS_LEX_CUE) ||
      !newsItemIs(&a[k], NEWS_LEX_PAST) || newsCueIsBy(&a[k + 1]) ) {
    return 0;
  }
  while( k < iTo && a[k].eType != NEWS_IT_QUOTE ) k++;
  return k == iTo;
}

/* Whether the cue is a noun that its clause begins with. */
static int extentIsTopic(const NewsItem *a, u32 iFloor, u32 iCue, u32 i) {
  u32 j = iCue;
  if( i != iCue + 2 || !newsCueIsThat(&a[iCue + 1]) || iCue == iFloor ||
      newsItemIs(&a[iCue], NEWS_LEX_PAST) ) {
    return 0;
  }
  if( j > iFloor + 1 && a[j - 1].eType == NEWS_IT_WORD &&
      !newsItemIs(&a[j - 1], NEWS_GRAMMAR | NEWS_LEX_PLURAL) &&
      !newsItemIs(&a[iCue], NEWS_LEX_THIRD) ) {
    j--; /* her repeated claim */
  }
  if( a[j - 1].eType != NEWS_IT_CLITIC &&
      (!newsItemIs(&a[j - 1], NEWS_LEX_DET | NEWS_LEX_INDEF) ||
       newsItemIs(&a[j - 1], NEWS_LEX_SUBJECT)) ) {
    return 0;
  }
  for( ; j > iFloor; j-- ) {
    const NewsItem *p = &a[j - 1];
    if( p->eType == NEWS_IT_QUOTE || newsItemBreaks(p) ||
        newsItemIs(p, NEWS_LEX_CONJ | NEWS_LEX_SUBORD) ) {
      break;
    }
    if( p->eType == NEWS_IT_WORD &&
        (newsItemIs(p, NEWS_FINITE) || newsCueIsFinite(p)) ) {
      return 0;
    }
  }
  return 1;
}

u32 newsExtentBeforeVerb(const NewsItem *a, u32 i, u32 iTo, u32 nOwed) {
  u32 nVerb = 0, iWeak = 0, iLate = 0;
  int bGroup = 0; /* In a verb group */
  for( ; i < iTo; i++ ) {
    const NewsItem *p = &a[i];
    int bVerb = newsItemIs(p, NEWS_FINITE) || newsCueIsFinite(p);
    if( p->eType == NEWS_IT_CLITIC || newsCueIsTo(&a[i - 1]) ) bVerb = 0;
    if( newsItemIs(p, NEWS_LEX_CONJ | NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD) ) {
      nOwed++;
      bGroup = 0;
    } else if( newsItemIs(p, NEWS_LEX_SUBJECT) && nVerb == 0 && iWeak == 0 &&
               a[i - 1].eType == NEWS_IT_WORD && !newsCueIsThat(&a[i - 1]) ) {
      nOwed++; /* the bridge she built */
    } else if( p->eType == NEWS_IT_QUOTE && nVerb < nOwed &&
               newsItemIs(&a[i - 1], NEWS_LEX_SUBJECT) ) {
      nVerb++; /* he "did not know" */
    } else if( bVerb && !bGroup && !newsItemIs(p, NEWS_LEX_GER) ) {
      if( newsItemIs(p, NEWS_LEX_PART) &&
          !newsItemIs(p, NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
        if( nVerb >= nOwed && iLate == 0 ) iLate = i;
        if( nVerb < nOwed ) iWeak = i;
      } else if( !newsItemIs(p, NEWS_LEX_BASE) ||
                 newsItemIs(p,
                            NEWS_LEX_PAST | NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
        if( ++nVerb > nOwed ) return i;
        if( nVerb == nOwed && iWeak ) iLate = i;
        bGroup = 1;
      }
    } else if( !newsItemIs(p, NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_NEG |
                                  NEWS_LEX_ADVERB) ) {
      bGroup = 0;
    }
  }
  return iLate ? iLate : iTo;
}

/* Whether a conjunction at item j leads to a finite verb, which is the source's
** where none stands before it in the words: denied the charge ["but has" said
** no more]. */
static int extentVerbAt(const NewsItem *a, u32 j) {
  u32 k = j + 1;
  if( !newsItemIs(&a[j], NEWS_LEX_CONJ) ) return 0;
  while( newsItemIs(&a[k], NEWS_LEX_ADVERB) ) k++;
  if( newsItemIs(&a[k], NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
    return newsItemIs(&a[k], NEWS_LEX_MODAL | NEWS_LEX_PAST | NEWS_LEX_THIRD);
  }
  return newsItemIs(&a[k], NEWS_LEX_VERB | NEWS_LEX_CUE) &&
         newsItemIs(&a[k], NEWS_LEX_PAST) &&
         newsItemIs(&a[k + 1], NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_PRON);
}

/* Whether a sentence begins with a preposition, and the noun is behind it:
** "Despite her claim that it fell, we left". */
static int extentIsFronted(const NewsItem *a, u32 iFloor, u32 iCue) {
  return newsItemIs(&a[iFloor], NEWS_LEX_PREP) && iCue <= iFloor + 3;
}

u32 newsExtentTopic(const NewsItem *a, u32 iFloor, u32 iCue, u32 i, u32 iTo) {
  u32 iEnd = i;
  if( !extentIsTopic(a, iFloor, iCue, i) ) return 0;
  if( extentIsFronted(a, iFloor, iCue) ) {
    while( iEnd < iTo && !newsItemSign(&a[iEnd], ',') ) iEnd++;
    return iEnd < iTo ? iEnd : 0;
  }
  iEnd = newsExtentBeforeVerb(a, i, iTo, 1);
  if( iEnd == iTo ) return 0;
  while( iEnd > i + 1 && newsItemIs(&a[iEnd - 1], NEWS_LEX_ADVERB) ) iEnd--;
  return iEnd;
}

/* Where words end behind which their source does something else, or something
** else is said of them. */
static u32 extentLast(const NewsItem *a, u32 iFloor, u32 iCue, u32 i, u32 iTo) {
  u32 j, iTopic = newsExtentTopic(a, iFloor, iCue, i, iTo);
  int bVerb = newsCueIsThat(&a[i - 1]);
  if( iTopic ) return iTopic;
  for( j = i + 1; j + 1 < iTo; j++ ) {
    if( newsItemIs(&a[j], NEWS_LEX_CONJ | NEWS_LEX_ADVERB) ) {
      if( !bVerb && extentVerbAt(a, j) ) return j;
      if( extentQuitsAt(a, j, iTo) ) return j;
      if( extentActsAt(a, iCue, i, j) ) return j - 1;
    }
    bVerb = bVerb || a[j].eType == NEWS_IT_QUOTE ||
            newsItemIs(&a[j], NEWS_FINITE) || newsCueIsFinite(&a[j]) ||
            newsCueIsThat(&a[j]);
  }
  return iTo;
}

u32 newsExtentClosed(const NewsItem *a, u32 iFloor, u32 iCue, u32 i, u32 iTo) {
  u32 iOpen = extentRelative(a, iFloor, iCue);
  int bInside = 0; /* Behind the comma that begins ", too," */
  iTo = extentLast(a, iFloor, iCue, i, iTo);
  if( iOpen == 0 ) return iTo;
  for( ; i + 1 < iTo; i++ ) {
    if( newsItemSign(&a[iOpen], '(') ) {
      if( newsItemSign(&a[i], ')') ) return i;
    } else if( a[i].eType == NEWS_IT_QUOTE && !bInside &&
               newsItemIs(&a[i + 1], NEWS_FINITE) ) {
      return i + 1; /* who called it "a joke," left */
    } else if( newsItemBreaks(&a[i]) ) {
      if( !bInside && newsItemIs(&a[i + 1], NEWS_FINITE) ) return i;
      bInside = !bInside;
    }
  }
  return iTo;
}

u32 newsExtentEnd(const NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  u32 iTo = NEWS_MIN(p->unit.iTo, i + NEWS_CUE_REACH);
  u32 j;
  iTo = newsExtentClosed(a, p->unit.iFrom, p->iCue, i, iTo);
  for( j = i + 1; j < iTo; j++ ) {
    u32 iEnd = extentEndsAt(p, i, j, iTo);
    if( iEnd ) return iEnd;
  }
  while( iTo > i &&
         (newsItemStop(&a[iTo - 1]) || newsItemBreaks(&a[iTo - 1])) ) {
    iTo--;
  }
  return iTo;
}
