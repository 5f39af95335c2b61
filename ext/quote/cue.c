/*
** cue.c: see cue.h.
*/
#include "quote/cue.h"

#define CUE_APART 5   /* Weight of auxiliaries that other words may part */
#define CUE_SURELY 8  /* Weight of a cue that nearly always reports */
#define CUE_PARTED 14 /* Items that part an auxiliary from its verb, at most */

int newsCueHasVerb(const NewsText *pText, const NewsItem *a, u32 i, u32 iTo) {
  iTo = NEWS_MIN(iTo, i + 40);
  for( ; i < iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE ) return 1;
    if( newsItemShortVerb(&a[i]) ) return 1;
    if( a[i].eType == NEWS_IT_CLITIC ) continue;
    if( newsItemIs(&a[i], NEWS_FINITE) && !newsItemIs(&a[i], NEWS_LEX_GER) ) {
      return 1;
    }
    /* "talks", "reports" are as often nouns */
    if( newsCueIsFinite(&a[i]) && (newsItemIs(&a[i], NEWS_LEX_PAST) ||
                                   newsCueWeight(pText, &a[i]) > 2) ) {
      return 1;
    }
  }
  return 0;
}

/* Whether an auxiliary can have the cue as its verb: has said, did (not) say,
** will say. */
static int cueFits(const NewsText *pText, const NewsItem *pAux,
                   const NewsItem *pCue) {
  if( newsItemIs(pAux, NEWS_LEX_MODAL) ) return newsItemIs(pCue, NEWS_LEX_BASE);
  if( newsCueWeight(pText, pAux) < CUE_APART ) return 0; /* be, keep */
  return newsItemIs(pCue, NEWS_LEX_PART) || newsItemIs(pAux, NEWS_LEX_NEG) ||
         newsItemIs(&pAux[1], NEWS_LEX_NEG);
}

/* Whether the items [i, iCue) are what may part an auxiliary from its verb: a
** phrase with a preposition, or anything between two commas. */
static int cueParts(const NewsItem *a, u32 i, u32 iCue, u32 nComma) {
  while( i < iCue &&
         newsItemIs(&a[i], NEWS_LEX_ADVERB | NEWS_LEX_NEG | NEWS_WHEN) ) {
    i++;
  }
  if( nComma ) {
    return nComma == 2 && i + 1 < iCue && newsItemSign(&a[i], ',') &&
           newsItemSign(&a[iCue - 1], ',');
  }
  return i == iCue || (newsItemIs(&a[i], NEWS_LEX_PREP) && !newsCueIsTo(&a[i]));
}

/*
** The auxiliary that other words part from the cue at item iCue: "[has] never
** once in her career said", "[had], to his credit, told". iCue if there is
** none.
*/
static u32 cueParted(const NewsText *pText, const NewsItem *a, u32 iFloor,
                     u32 iCue) {
  u32 j, nComma = 0;
  if( !newsItemIs(&a[iCue], NEWS_LEX_PART | NEWS_LEX_BASE) ) return iCue;
  for( j = iCue; j > iFloor && iCue - j < CUE_PARTED; j-- ) {
    const NewsItem *p = &a[j - 1];
    if( newsItemSign(p, ',') ) {
      nComma++;
    } else if( p->eType == NEWS_IT_WORD ) {
      if( newsItemIs(p, NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
        return cueFits(pText, p, &a[iCue]) && cueParts(a, j, iCue, nComma)
                   ? j - 1
                   : iCue;
      }
      if( newsItemIs(p, NEWS_LEX_VERB | NEWS_LEX_WH_WORD | NEWS_LEX_SUBJECT) ||
          newsCueIsFinite(p) || newsCueIsThat(p) ) {
        break;
      }
    } else if( p->eType != NEWS_IT_CLITIC ) {
      break;
    }
  }
  return iCue;
}

/* The verb group from item i to the left. */
static void cueGroup(NewsCue *p, u32 i) {
  const NewsItem *a = p->a;
  u32 j;
  for( j = i; j > p->unit.iFrom && i - j < 6; j-- ) {
    const NewsItem *pItem = &a[j - 1];
    if( pItem->eType == NEWS_IT_CLITIC ) {
      if( !newsItemIs(pItem, NEWS_LEX_AUX) ||
          newsItemIs(&a[i], NEWS_LEX_PAST) == 0 ) {
        break;
      }
      i = j - 1;
      continue;
    }
    if( pItem->eType != NEWS_IT_WORD ) break;
    if( newsItemIs(pItem, NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
      p->bNegated |= newsItemIs(pItem, NEWS_LEX_NEG);
      if( newsItemIs(pItem, NEWS_LEX_AUX) &&
          !newsItemIs(pItem, NEWS_LEX_MODAL) &&
          newsItemIs(&a[p->iCue], NEWS_LEX_PART) &&
          newsCueWeight(p->pText, pItem) == 0 ) {
        p->bPassive = 1;
      }
      i = j - 1;
    } else if( newsItemIs(pItem, NEWS_LEX_NEG) ) {
      p->bNegated = 1;
      i = j - 1;
      if( newsItemIs(pItem, NEWS_LEX_CONJ) && i > p->unit.iFrom &&
          newsCueIsFinite(&a[i - 1]) ) {
        i = --j - 1; /* "neither confirmed nor denied" */
      }
    } else if( newsItemIs(pItem, NEWS_LEX_ADVERB) && !newsItemCap(pItem) ) {
      continue; /* Only before an auxiliary is it part of the group */
    } else {
      break;
    }
  }
  p->iVerb = i;
}

void newsCueVerbGroup(NewsCue *p) {
  u32 i, j;
  p->bPassive = 0;
  cueGroup(p, p->iCue);
  if( p->iVerb < p->iCue ) return;
  i = cueParted(p->pText, p->a, p->unit.iFrom, p->iCue);
  if( i == p->iCue ) return;
  for( j = i; j < p->iCue; j++ ) {
    p->bNegated |= newsItemIs(&p->a[j], NEWS_LEX_NEG);
  }
  cueGroup(p, i);
}

NewsSpan newsCueWhole(const NewsText *pText, const NewsItem *a, u32 iFloor,
                      NewsSpan cue) {
  u32 n = cue.iFrom;
  if( n > iFloor && !newsItemIs(&a[n - 1], NEWS_LEX_AUX | NEWS_LEX_MODAL) ) {
    cue.iFrom = cueParted(pText, a, iFloor, n);
  }
  for( n = 0; n < 6 && cue.iFrom > iFloor; n++ ) {
    const NewsItem *p = &a[cue.iFrom - 1];
    u64 m = NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_NEG | NEWS_LEX_ADVERB;
    if( p->eType != NEWS_IT_WORD && p->eType != NEWS_IT_CLITIC ) break;
    if( !newsItemIs(p, m) && !newsCueIsTo(p) ) break;
    if( newsItemCap(p) || newsItemIs(p, NEWS_LEX_DET) ) break;
    cue.iFrom--;
  }
  while( cue.iFrom + 1 < cue.iTo && a[cue.iFrom].eType == NEWS_IT_CLITIC ) {
    cue.iFrom++;
  }
  return cue;
}

/* Whether somebody by a noun or pronoun stands at an item. */
static int cueIsWho(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_PEOPLE | NEWS_LEX_ROLE | NEWS_LEX_PRON |
                           NEWS_LEX_SOURCE) &&
         !newsItemIs(p, NEWS_LEX_DET | NEWS_LEX_WH_WORD);
}

int newsCueIsJoined(const NewsText *pText, const NewsItem *a, u32 iFloor,
                    u32 i) {
  u32 j = i, k;
  if( i < iFloor + 4 || !newsItemIs(&a[i], NEWS_LEX_GER) ||
      !newsItemIs(&a[i - 1], NEWS_LEX_CONJ) ) {
    return 0;
  }
  for( j = i - 2; j > iFloor + 1 && i - j < CUE_PARTED; j-- ) {
    if( newsItemIs(&a[j], NEWS_LEX_GER) && !newsItemCap(&a[j]) ) break;
    if( a[j].eType != NEWS_IT_WORD || newsItemIs(&a[j], NEWS_FINITE) ) return 0;
  }
  if( !newsItemIs(&a[j], NEWS_LEX_GER) || !cueIsWho(&a[j - 1]) ) return 0;
  for( k = j - 1; k > iFloor && i - k < NEWS_CUE_REACH; k-- ) {
    if( a[k - 1].eType != NEWS_IT_WORD ) return 0;
    if( newsCueIsFinite(&a[k - 1]) && newsItemIs(&a[k - 1], NEWS_LEX_BARE) &&
        newsCueWeight(pText, &a[k - 1]) >= CUE_SURELY ) {
      return 1;
    }
  }
  return 0;
}

int newsCueIsNoun(const NewsCue *p) {
  const NewsItem *pItem;
  if( p->iCue == p->unit.iFrom || p->iVerb != p->iCue ) return 0;
  pItem = &p->a[p->iCue - 1];
  if( pItem->eType == NEWS_IT_CLITIC ) {
    return !newsItemIs(&p->a[p->iCue], NEWS_LEX_GER | NEWS_LEX_PAST);
  }
  if( pItem->eType != NEWS_IT_WORD ) return 0;
  if( newsItemIs(pItem, NEWS_LEX_GER) && !newsItemCap(pItem) ) {
    /* "making calls", but "familiar with its thinking said" */
    return p->iCue < p->unit.iFrom + 2 ||
           !newsItemIs(pItem - 1, NEWS_LEX_DET | NEWS_LEX_INDEF);
  }
  if( newsItemIs(pItem, NEWS_LEX_DET | NEWS_LEX_INDEF) &&
      !newsItemIs(pItem, NEWS_LEX_PRON) ) {
    return !newsItemCap(pItem) || p->iCue == p->unit.iFrom + 1; /* Witness A */
  }
  if( newsItemIs(pItem, NEWS_LEX_PREP) ) {
    return !newsItemIs(&p->a[p->iCue], NEWS_LEX_GER);
  }
  return 0;
}

/* Past "to Venn": from the item of "to". */
static u32 cuePastTo(const NewsItem *a, u32 i, u32 iTo) {
  u32 j;
  for( j = i + 1; j < iTo && j < i + 6; j++ ) {
    if( a[j].eType != NEWS_IT_WORD || newsCueIsThat(&a[j]) ||
        newsItemIs(&a[j], NEWS_LEX_PREP | NEWS_FINITE) ) {
      break;
    }
  }
  return j;
}

/* Past "in Kenansville", names up to a comma or stop: from the preposition.
** i if it is none. */
static u32 cuePastNames(const NewsItem *a, u32 i, u32 iTo) {
  u32 j = i + 1;
  while( j < iTo && newsItemCap(&a[j]) ) j++;
  if( j == i + 1 || j >= i + 5 ) return i;
  return j >= iTo || newsItemBreaks(&a[j]) || newsItemStop(&a[j]) ? j : i;
}

/* Past the name of a medium: "with the newspaper [Lidova] that". */
static u32 cuePastTitle(const NewsItem *a, u32 i, u32 iTo) {
  u32 j = i;
  if( !newsItemIs(&a[i - 1], NEWS_LEX_MEDIA) ) return i;
  while( j < iTo && newsItemCap(&a[j]) ) j++;
  return j < iTo && (newsCueIsThat(&a[j]) || newsItemBreaks(&a[j])) ? j : i;
}

/* Whether the number behind a day counts what is told of, and is none of a
** date: on Monday [12 people], but "on Monday 12 May", "on Monday, at 9". */
static int cueIsCounted(const NewsItem *a, u32 i) {
  return newsItemIs(&a[i], NEWS_LEX_WEEKDAY) &&
         a[i + 1].eType == NEWS_IT_WORD &&
         newsItemIs(&a[i + 1], NEWS_LEX_NUMBER) &&
         a[i + 2].eType == NEWS_IT_WORD &&
         !newsItemIs(&a[i + 2], NEWS_WHEN | NEWS_LEX_PREP | NEWS_LEX_THAT) &&
         !newsItemCap(&a[i + 2]);
}

/* Past a preposition and what follows it up to a word of time, place or
** occasion: "at a briefing on Monday". i if there is no such word. */
static u32 cuePastOccasion(const NewsItem *a, u32 i, u32 iTo) {
  u32 j;
  for( j = i + 1; j < iTo && j < i + 9; j++ ) {
    if( a[j].eType == NEWS_IT_CLITIC ) continue;
    if( a[j].eType != NEWS_IT_WORD ) break;
    if( newsItemIs(&a[j], NEWS_LEX_PART) &&
        newsItemIs(&a[j - 1], NEWS_LEX_DET | NEWS_LEX_INDEF) ) {
      continue; /* in a recorded message */
    }
    if( newsCueIsThat(&a[j]) || newsItemIs(&a[j], NEWS_FINITE) ) break;
    if( cueIsCounted(a, j) ) return j + 1;
    if( newsItemIs(&a[j], NEWS_WHEN | NEWS_WHERE) &&
        a[j + 1].eType != NEWS_IT_CLITIC && /* at Tuesday's meeting */
        !newsItemIs(&a[j + 1],
                    NEWS_WHEN | NEWS_WHERE | NEWS_LEX_NUMBER | NEWS_LEX_ORG) ) {
      j++;
      while( j < iTo && a[j].eType == NEWS_IT_WORD &&
             newsItemIs(&a[j], NEWS_LEX_NUMBER) ) {
        j++;
      }
      break;
    }
  }
  if( j == i + 1 ||
      !newsItemIs(&a[j - 1], NEWS_WHEN | NEWS_WHERE | NEWS_LEX_NUMBER) ) {
    return i;
  }
  return cuePastTitle(a, j, iTo);
}

/* Past the adverb, word of time or condition at item i; i if it is neither. */
static u32 cuePastWord(const NewsItem *a, u32 i) {
  if( newsItemIs(&a[i], NEWS_LEX_ANONYMITY) && newsSpanLen(a[i].tok) > 3 ) {
    return i + 1; /* "on condition she not be named" */
  }
  if( newsItemIs(&a[i], NEWS_LEX_DET) && newsItemIs(&a[i + 1], NEWS_WHEN) &&
      a[i + 1].eType == NEWS_IT_WORD && !newsItemCap(&a[i]) &&
      newsItemIs(&a[i], NEWS_LEX_PRON) &&
      !(newsCueIsThat(&a[i]) && newsSpanLen(a[i + 1].tok) > 1) &&
      a[i + 2].eType != NEWS_IT_CLITIC ) {
    return i + 2; /* "this week", but not "that last week", "that week's" */
  }
  if( newsItemIs(&a[i], NEWS_LEX_ADVERB) && !newsItemCap(&a[i]) &&
      !newsItemIs(&a[i], NEWS_LEX_PRON | NEWS_LEX_DET) &&
      !newsItemIs(&a[i + 1], NEWS_FINITE) &&
      a[i + 1].eType != NEWS_IT_CLITIC ) {
    return i + 1;
  }
  if( newsItemIs(&a[i], NEWS_WHEN) && !newsItemIs(&a[i], NEWS_LEX_DET) ) {
    i++;
    if( newsItemIs(&a[i - 1], NEWS_LEX_MONTH) && a[i].eType == NEWS_IT_WORD &&
        newsItemIs(&a[i], NEWS_LEX_NUMBER) ) {
      i++;
    }
  }
  return i;
}

int newsCueIsAside(const NewsItem *a, u32 iCue, NewsSpan source) {
  u32 i;
  if( newsSpanLen(source) == 0 || !newsItemIs(&a[iCue], NEWS_LEX_PART) ) {
    return 0;
  }
  if( source.iFrom > iCue ) {
    return newsCueIsBy(&a[source.iFrom - 1]) &&
           newsItemIs(&a[iCue], NEWS_LEX_HEARER) &&
           (a[iCue].flags & NEWS_TF_SENT);
  }
  if( newsItemIs(&a[iCue - 1], NEWS_LEX_SUBORD) ) {
    return !newsCueIsAs(&a[iCue - 1]) &&
           !newsItemIs(&a[iCue - 1], NEWS_LEX_ADVERB); /* "has since told" */
  }
  if( source.iTo + 1 != iCue || !newsItemSign(&a[source.iTo], ',') ||
      (!newsItemIs(&a[iCue], NEWS_LEX_HEARER) &&
       newsSpanLen(a[iCue].tok) == 1) ) {
    return 0; /* "asked about" is one item */
  }
  for( i = source.iFrom; i < source.iTo; i++ ) {
    if( newsItemSign(&a[i], ',') ) return 0;
  }
  return 1;
}

/* Past what is told of an occasion before item i: "in remarks [carried by
** KTA]". i if there is nothing. */
static u32 cuePastPublished(const NewsItem *a, u32 i, u32 iTo) {
  u32 j = i + 2;
  if( j > iTo || !newsItemIs(&a[i - 1], NEWS_LEX_VENUE | NEWS_LEX_DOCUMENT) ||
      !newsItemIs(&a[i], NEWS_LEX_PART) ) {
    return i;
  }
  if( newsItemIs(&a[i + 1], NEWS_WHEN) ) return i + 1; /* "dated Monday" */
  if( !newsItemIs(&a[i + 1], NEWS_LEX_PREP) || newsCueIsTo(&a[i + 1]) ) {
    return i;
  }
  while( j < iTo && j < i + 8 && a[j].eType == NEWS_IT_WORD &&
         !newsItemIs(&a[j], NEWS_FINITE | NEWS_LEX_PREP | NEWS_LEX_SUBORD |
                                NEWS_WHEN | NEWS_LEX_SUBJECT) ) {
    j++;
  }
  return j > i + 2 ? j : i;
}

int newsCueIsModifier(const NewsItem *a, u32 iFloor, u32 iCue) {
  return iCue > iFloor && newsItemIs(&a[iCue], NEWS_LEX_PART) &&
         newsItemIs(&a[iCue + 1], NEWS_LEX_CUE) &&
         newsCueIsThat(&a[iCue + 2]) &&
         (a[iCue - 1].eType == NEWS_IT_CLITIC ||
          newsItemIs(&a[iCue - 1], NEWS_LEX_DET));
}

int newsCueIsAlike(const NewsText *pText, const NewsItem *a, u32 iFloor,
                   u32 iCue) {
  const NewsToken *pTok = &pText->aTok[a[iCue].tok.iFrom];
  u32 i = iCue;
  if( newsSpanLen(a[iCue].tok) != 2 || !newsTokIs(pTok, NEWS_LEX_SUBORD) ) {
    return 0;
  }
  while( i > iFloor && !newsItemIs(&a[i - 1], NEWS_LEX_CUE) ) i--;
  return i == iFloor;
}

int newsCueIsWithin(const NewsItem *a, u32 iFloor, u32 iCue) {
  return iCue > iFloor + 2 && newsItemIs(&a[iCue], NEWS_LEX_ADJUNCT) &&
         newsItemSign(&a[iCue - 1], ',') &&
         newsItemIs(&a[iCue - 2], NEWS_LEX_WH_WORD);
}

int newsCueIsRelayed(const NewsItem *a, u32 iFloor, u32 i) {
  return i > iFloor + 2 && newsItemIs(&a[i], NEWS_LEX_REASON) &&
         newsCueIsFinite(&a[i]) && newsItemSign(&a[i - 2], ',') &&
         newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) &&
         newsItemIs(&a[i - 1], NEWS_LEX_PRON) &&
         !newsItemIs(&a[i - 1], NEWS_LEX_SUBJECT);
}

u32 newsCueSkipAdjuncts(const NewsItem *a, u32 i, u32 iTo) {
  u32 iFrom = i;
  while( i < iTo && a[i].eType == NEWS_IT_WORD ) {
    u32 j = cuePastWord(a, i);
    if( j == i && i > iFrom ) j = cuePastPublished(a, i, iTo);
    if( j == i && newsItemIs(&a[i], NEWS_LEX_REASON) &&
        newsSpanLen(a[i].tok) > 2 ) {
      j = cuePastTo(a, i, iTo); /* "with reference to two aides" */
    }
    if( j == i ) {
      if( !newsItemIs(&a[i], NEWS_LEX_PREP) || newsCueIsThat(&a[i]) ) break;
      if( newsCueIsTo(&a[i]) && i + 1 < iTo && newsPhraseOpens(&a[i + 1]) &&
          !(newsItemIs(&a[i + 1], NEWS_LEX_DOCUMENT) &&
            newsItemStop(&a[i + 2])) ) { /* but not "to act" */
        j = cuePastTo(a, i, iTo);
      } else {
        j = cuePastNames(a, i, iTo);
        if( j == i && !newsCueIsTo(&a[i]) ) j = cuePastOccasion(a, i, iTo);
      }
    }
    if( j == i ) break;
    i = j;
  }
  return NEWS_MIN(i, iTo);
}

int newsCueEndsAt(const NewsCue *p, u32 i) {
  i = newsCueSkipAdjuncts(p->a, i, p->unit.iTo);
  return i >= p->unit.iTo || newsItemStop(&p->a[i]);
}
