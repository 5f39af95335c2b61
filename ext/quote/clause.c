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
** contradict each other: what a quoted person reports of others stays inside.
*/
#include "quote/clause.h"

#include "lexclass.h"
#include "quote/turn.h"

#define CLAUSE_REACH 400 /* Items looked at on either side */

/* The tables weigh how often a word reports speech; a thought cue is weighed
** as much as this by itself */
#define THOUGHT_WEIGHT 4

#define WHEN (NEWS_LEX_WEEKDAY | NEWS_LEX_MONTH | NEWS_LEX_TIME)
#define WHERE (NEWS_LEX_VENUE | NEWS_LEX_SOCIAL | NEWS_LEX_DOCUMENT | \
               NEWS_LEX_MEDIA | NEWS_LEX_PLACE)
#define FINITE (NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_VERB)

/* What the reader of a cue knows of it. */
typedef struct Cue Cue;
struct Cue {
  const NewsText *pText;
  const NewsItem *a;
  NewsSpan unit;
  u32 iCue;      /* The item */
  u32 iVerb;     /* First item of the verb group */
  u32 iNext;     /* Behind the cue */
  u64 mClass;
  int nWeight;   /* 0..9 */
  int bPassive;
  int bNegated;
  int bHeading;  /* In a heading */
  int bSubord;   /* The clause is subordinate: "While S V C, S V C" */
};

/* "that" itself, "to" itself: the class of a word that is no cue */
static int clauseIsThat(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_THAT) && !newsItemIs(p, NEWS_LEX_CUE);
}
static int clauseIsTo(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_INF) && !newsItemIs(p, NEWS_LEX_CUE);
}

static int clauseIsComma(const NewsItem *p) {
  return newsItemSign(p, ',') || newsItemDash(p);
}

/* Whether words of a clause with a finite verb stand in [i, iTo). */
static int clauseHasVerb(const NewsText *pText, const NewsItem *a, u32 i,
                         u32 iTo) {
  iTo = NEWS_MIN(iTo, i + 40);
  for( ; i < iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE ) return 1;
    if( a[i].eType == NEWS_IT_CLITIC && newsItemIs(&a[i], NEWS_LEX_AUX) ) {
      if( !newsItemIs(&a[i], NEWS_LEX_THIRD) ||
          newsItemIs(&a[i - 1], NEWS_LEX_PRON) ) {
        return 1;
      }
      continue;
    }
    if( newsItemIs(&a[i], FINITE) && !newsItemIs(&a[i], NEWS_LEX_GER) ) {
      return 1;
    }
    if( newsItemIs(&a[i], NEWS_LEX_CUE) &&
        (newsItemIs(&a[i], NEWS_LEX_PAST) ||
         (newsItemIs(&a[i], NEWS_LEX_THIRD) &&
          pText->pVocab->aWord[a[i].iWord].weight > 2)) ) {
      return 1;
    }
  }
  return 0;
}

/* First item of the verb group that ends at the cue: auxiliaries, negation
** and adverbs before it. Sets bPassive. */
static void clauseVerbGroup(Cue *p) {
  const NewsItem *a = p->a;
  u32 i = p->iCue, j;
  p->bPassive = 0;
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
          p->pText->pVocab->aWord[pItem->iWord].weight == 0 ) {
        p->bPassive = 1;
      }
      i = j - 1;
    }else if( newsItemIs(pItem, NEWS_LEX_NEG) ) {
      p->bNegated = 1;
      i = j - 1;
    }else if( newsItemIs(pItem, NEWS_LEX_ADVERB) && !newsItemCap(pItem) ) {
      continue; /* Only before an auxiliary is it part of the group */
    }else{
      break;
    }
  }
  p->iVerb = i;
}

/* Whether the cue is a noun here: "the report", "their claims". */
static int clauseIsNoun(const Cue *p) {
  const NewsItem *pItem = &p->a[p->iCue - 1];
  if( p->iCue == p->unit.iFrom || p->iVerb != p->iCue ) return 0;
  if( pItem->eType == NEWS_IT_CLITIC ) {
    return !newsItemIs(&p->a[p->iCue], NEWS_LEX_GER | NEWS_LEX_PAST);
  }
  if( pItem->eType != NEWS_IT_WORD ) return 0;
  if( newsItemIs(pItem, NEWS_LEX_GER) && !newsItemCap(pItem) ) return 1;
  if( newsItemIs(pItem, NEWS_LEX_DET | NEWS_LEX_INDEF) &&
      !newsItemIs(pItem, NEWS_LEX_PRON) ) {
    return 1;
  }
  if( newsItemIs(pItem, NEWS_LEX_PREP) ) {
    return !newsItemIs(&p->a[p->iCue], NEWS_LEX_GER);
  }
  return 0;
}

/*
** Past times, places and occasions behind the cue: "on Monday", "in a
** statement", "on Twitter", "Saturday".
*/
static u32 clauseSkipAdjuncts(const NewsItem *a, u32 i, u32 iTo) {
  u32 j;
  while( i < iTo ) {
    if( a[i].eType != NEWS_IT_WORD ) break;
    if( newsItemIs(&a[i], NEWS_LEX_ADVERB) && !newsItemCap(&a[i]) &&
        !newsItemIs(&a[i], NEWS_LEX_PRON | NEWS_LEX_DET) &&
        !newsItemIs(&a[i + 1], FINITE) && a[i + 1].eType != NEWS_IT_CLITIC ) {
      i++;
      continue;
    }
    if( newsItemIs(&a[i], WHEN) && !newsItemIs(&a[i], NEWS_LEX_DET) ) {
      i++;
      if( a[i].eType == NEWS_IT_WORD && newsItemIs(&a[i], NEWS_LEX_NUMBER) ) {
        i++;
      }
      continue;
    }
    if( !newsItemIs(&a[i], NEWS_LEX_PREP) || clauseIsThat(&a[i]) ) break;
    if( clauseIsTo(&a[i]) && i + 1 < iTo && newsPhraseOpens(&a[i + 1]) ) {
      /* "writes to Venn" */
      for( j = i + 1; j < iTo && j < i + 6; j++ ) {
        if( a[j].eType != NEWS_IT_WORD || clauseIsThat(&a[j]) ||
            newsItemIs(&a[j], NEWS_LEX_PREP | FINITE) ) {
          break;
        }
      }
      i = j;
      continue;
    }
    for( j = i + 1; j < iTo && newsItemCap(&a[j]); j++ ) {
    }
    if( j > i + 1 && j < i + 5 &&
        (j >= iTo || clauseIsComma(&a[j]) || newsItemStop(&a[j])) ) {
      i = j; /* "in Kenansville," */
      continue;
    }
    for( j = i + 1; j < iTo && j < i + 9; j++ ) {
      if( a[j].eType == NEWS_IT_CLITIC ) continue;
      if( a[j].eType != NEWS_IT_WORD ) break;
      if( clauseIsThat(&a[j]) || newsItemIs(&a[j], FINITE) ) break;
      if( newsItemIs(&a[j], WHEN | WHERE) &&
          !newsItemIs(&a[j + 1], WHEN | WHERE | NEWS_LEX_NUMBER |
                                     NEWS_LEX_ORG) ) {
        j++;
        while( j < iTo && a[j].eType == NEWS_IT_WORD &&
               newsItemIs(&a[j], NEWS_LEX_NUMBER) ) {
          j++;
        }
        break;
      }
    }
    if( !newsItemIs(&a[j - 1], WHEN | WHERE | NEWS_LEX_NUMBER) ||
        j == i + 1 ) {
      break;
    }
    i = j;
  }
  return i;
}

/* Past the hearer of "told reporters". */
static u32 clauseSkipHearer(const Cue *p, u32 i, u32 iTo) {
  NewsFit fit;
  u32 j;
  if( !(p->mClass & NEWS_LEX_HEARER) ) return i;
  if( clauseIsThat(&p->a[i]) ) return i;
  if( p->a[i].eType == NEWS_IT_QUOTE && newsSpanLen(p->a[i].tok) <= 7 &&
      i + 1 < iTo && p->a[i + 1].eType == NEWS_IT_WORD &&
      (p->pText->aTok[p->a[i].tok.iTo - 2].flags & NEWS_TF_CAP) ) {
    return i + 1; /* told "Good Morning Ost" ... */
  }
  fit = newsPhraseRight(p->pText, p->a, i, NEWS_MIN(iTo, i + 12), 0);
  if( newsSpanLen(fit.span) == 0 ) return i;
  /* A pronoun, or the first noun phrase: what follows is what is said */
  for( j = i; j < fit.span.iTo; j++ ) {
    if( clauseIsThat(&p->a[j]) || clauseIsTo(&p->a[j]) ||
        (j > i && newsItemIs(&p->a[j], NEWS_LEX_WH_WORD)) ) {
      return j;
    }
  }
  return fit.span.iTo;
}

/* Whether a subject and a strong cue follow item i at once: "but residents
** said". */
static int clauseReportsNext(const Cue *p, u32 i) {
  u32 j;
  for( j = i + 1; j < p->unit.iTo && j < i + 8; j++ ) {
    const NewsItem *pItem = &p->a[j];
    if( pItem->eType == NEWS_IT_CLITIC ) continue;
    if( pItem->eType != NEWS_IT_WORD || newsItemIs(pItem, FINITE) ) return 0;
    if( newsItemIs(pItem, NEWS_LEX_CUE) &&
        newsItemIs(pItem, NEWS_LEX_PAST | NEWS_LEX_THIRD) ) {
      return p->pText->pVocab->aWord[pItem->iWord].weight >= 6;
    }
  }
  return 0;
}

/* Whether item i is a quotation, with or without a comma or colon before. */
static int clauseLeadsQuote(const NewsItem *a, u32 i, u32 iTo) {
  if( i < iTo && (clauseIsComma(&a[i]) || newsItemSign(&a[i], ':')) ) i++;
  return i < iTo && a[i].eType == NEWS_IT_QUOTE;
}

/*
** Where attributed words that begin at item i end: with the unit, or where a
** clause of the report's own begins again: ", adding that", ", according to",
** "and said".
*/
static u32 clauseContentEnd(const Cue *p, u32 i) {
  const NewsItem *a = p->a;
  u32 iTo = NEWS_MIN(p->unit.iTo, i + CLAUSE_REACH);
  u32 j;
  for( j = i + 1; j < iTo; j++ ) {
    const NewsItem *pItem = &a[j];
    if( newsItemSign(pItem, ';') && j > i + 3 ) return j;
    if( newsItemIs(&a[j - 1], NEWS_LEX_ADVERB) && j > i + 1 &&
        newsItemIs(&a[j - 2], NEWS_LEX_CONJ) &&
        newsItemIs(pItem, NEWS_LEX_CUE) && clauseLeadsQuote(a, j + 1, iTo) ) {
      return newsItemSign(&a[j - 3], ',') ? j - 3 : j - 2;
    }
    if( !clauseIsComma(&a[j - 1]) && a[j - 1].eType != NEWS_IT_QUOTE &&
        !newsItemIs(&a[j - 1], NEWS_LEX_CONJ) ) {
      continue;
    }
    if( newsItemSign(&a[j - 1], ',') && p->bSubord &&
        clauseReportsNext(p, j - 1) ) {
      return j - 1;
    }
    if( a[j - 1].eType == NEWS_IT_QUOTE && newsItemIs(pItem, NEWS_LEX_CONJ) &&
        clauseReportsNext(p, j) ) {
      return j;
    }
    if( newsItemSign(&a[j - 1], ',') &&
        (j > i + 5 || clauseReportsNext(p, j)) && newsItemIs(pItem, NEWS_LEX_WH_WORD | NEWS_LEX_SUBORD |
                              NEWS_LEX_CONJ) &&
        p->pText->pVocab->aWord[pItem->iWord].weight <= 4 ) {
      return j - 1;
    }
    if( a[j - 1].eType == NEWS_IT_QUOTE && j + 1 < iTo &&
        newsItemIs(pItem, NEWS_LEX_SUBJECT) &&
        newsItemIs(&a[j + 1], NEWS_LEX_CUE) &&
        newsItemIs(&a[j + 1], NEWS_LEX_LEAD) ) {
      return j;
    }
    if( !newsItemIs(pItem, NEWS_LEX_CUE) ) continue;
    if( newsItemIs(pItem, NEWS_LEX_ADJUNCT) ||
        (newsItemIs(pItem, NEWS_LEX_GER) &&
         p->pText->pVocab->aWord[pItem->iWord].weight >= 2) ) {
      return a[j - 1].eType == NEWS_IT_QUOTE ? j : j - 1;
    }
    if( newsItemIs(pItem, NEWS_LEX_PAST | NEWS_LEX_THIRD) &&
        newsItemIs(&a[j - 1], NEWS_LEX_CONJ) && j + 1 < iTo &&
        (clauseIsThat(&a[j + 1]) || clauseLeadsQuote(a, j + 1, iTo) ||
         newsItemIs(pItem, NEWS_LEX_HEARER)) ) {
      return j > i + 1 && newsItemSign(&a[j - 2], ',') ? j - 2 : j - 1;
    }
  }
  while( iTo > i && (newsItemStop(&a[iTo - 1]) ||
                     clauseIsComma(&a[iTo - 1])) ) {
    iTo--;
  }
  return iTo;
}

/* Whether the quotation at item i is more than a name: not all of it in
** capitals, or with the stop of a sentence. */
static int clauseIsSpeech(const Cue *p, u32 i) {
  NewsSpan tok = p->a[i].tok;
  u32 j, nSmall = 0;
  if( p->bHeading ) return 1;
  if( newsSpanLen(tok) > 2 ) {
    const NewsToken *pLast = &p->pText->aTok[tok.iTo - 2];
    if( newsTokPunct(pLast, '!') || newsTokPunct(pLast, '?') ) return 1;
  }
  for( j = p->a[i].tok.iFrom; j < p->a[i].tok.iTo; j++ ) {
    const NewsToken *pTok = &p->pText->aTok[j];
    if( pTok->eKind != NEWS_TOK_WORD ) continue;
    nSmall += !(pTok->flags & NEWS_TF_CAP);
  }
  return nSmall > 0;
}

/* Whether a quotation that is more than a name stands in s. */
static int clauseHoldsQuote(const Cue *p, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( p->a[i].eType == NEWS_IT_QUOTE && clauseIsSpeech(p, i) ) return 1;
  }
  return 0;
}

static NewsClause *clausePush(const Cue *p, NewsVec *pOut) {
  NewsClause *pNew = newsVecPush(pOut, p->pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return 0;
  pNew->cue = newsSpan(p->iCue, p->iCue + 1);
  pNew->iCueWord = p->a[p->iCue].iWord;
  pNew->bThought = (p->mClass & NEWS_LEX_THOUGHT) != 0;
  return pNew;
}

/* Attributed words that end before item iEnd: from the unit's beginning. */
static NewsSpan clauseLeft(const Cue *p, u32 iEnd) {
  const NewsItem *a = p->a;
  u32 i = iEnd > p->unit.iFrom + CLAUSE_REACH ? iEnd - CLAUSE_REACH
                                              : p->unit.iFrom;
  while( iEnd > i && clauseIsComma(&p->a[iEnd - 1]) ) iEnd--;
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
static int clauseIsSentence(const Cue *p, u32 i) {
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
  return newsTokPunct(pLast, ',') || newsTokPunct(pLast, '.') ||
         newsTokPunct(pLast, '?') || newsTokPunct(pLast, '!');
}

/* Whether the clause ends at item i: a stop, the unit's end, or nothing but
** times and places up to it. */
static int clauseEndsAt(const Cue *p, u32 i) {
  i = clauseSkipAdjuncts(p->a, i, p->unit.iTo);
  return i >= p->unit.iTo || newsItemStop(&p->a[i]);
}

/*
** Past the hearer and whatever stands before "that", for a cue that takes it:
** "telling supporters after his win that". The item of "that", or i.
*/
static u32 clauseToThat(const Cue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  u32 j;
  if( !(p->mClass & NEWS_LEX_THAT) ) return i;
  if( !newsItemIs(&a[i], NEWS_LEX_PREP | NEWS_LEX_ADVERB | WHEN) &&
      !(p->mClass & NEWS_LEX_HEARER) ) {
    return i;
  }
  iTo = NEWS_MIN(iTo, i + 14);
  for( j = i; j < iTo; j++ ) {
    if( clauseIsThat(&a[j]) ) return j;
    if( a[j].eType == NEWS_IT_CLITIC ) continue;
    if( a[j].eType != NEWS_IT_WORD || newsItemIs(&a[j], FINITE) ) break;
  }
  return i;
}

/*
** The colon to which the words behind a cue lead: "responded with a smile:",
** where a quotation follows it or the unit ends. Its item, or i.
*/
static u32 clauseToColon(const Cue *p, u32 i, u32 iTo) {
  const NewsItem *a = p->a;
  u32 j;
  if( !(p->mClass & (NEWS_LEX_LEAD | NEWS_LEX_BARE)) ) return i;
  for( j = i; j < iTo && j < i + 16; j++ ) {
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
** won," said Venn of the match, "and we go on."] The comma, or i. */
static u32 clauseToQuote(const Cue *p, u32 i, u32 iTo) {
  u32 j;
  for( j = i; j + 1 < iTo && j < i + 8; j++ ) {
    if( clauseIsComma(&p->a[j]) && p->a[j + 1].eType == NEWS_IT_QUOTE ) {
      return j;
    }
    if( p->a[j].eType != NEWS_IT_WORD ||
        newsItemIs(&p->a[j], NEWS_LEX_CUE | FINITE) ) {
      break;
    }
  }
  return i;
}

/* Whether [i, end of the unit) is a reporting clause and nothing else:
** ", Hale said, Reuters reported". */
static int clauseReports(const Cue *p, u32 i) {
  u32 j;
  if( !newsPhraseOpens(&p->a[i]) ) return 0;
  for( j = i + 1; j < p->unit.iTo && j < i + 9; j++ ) {
    if( p->a[j].eType == NEWS_IT_SIGN ) return 0;
    if( newsItemIs(&p->a[j], NEWS_LEX_CUE) &&
        newsItemIs(&p->a[j], NEWS_LEX_LEAD) &&
        newsItemIs(&p->a[j], NEWS_LEX_PAST | NEWS_LEX_THIRD) ) {
      return clauseEndsAt(p, j + 1);
    }
  }
  return 0;
}

/*
** What stands behind the clause that ends at item i: sets right, and returns
** points. bLeft: something attributed stands before the clause already.
*/
static int clauseRight(const Cue *p, NewsClause *pOut, u32 i, int bLeft) {
  const NewsItem *a = p->a;
  u32 iTo = p->unit.iTo, j = i;
  int bComma = 0, nBare = 0;
  j = clauseSkipHearer(p, j, iTo);
  pOut->whole.iTo = j;
  j = clauseSkipAdjuncts(a, j, iTo);
  j = clauseToThat(p, j, iTo);
  if( bLeft ) j = clauseToQuote(p, j, iTo);
  if( j < iTo && clauseIsComma(&a[j]) ) {
    u32 k = clauseSkipAdjuncts(a, j + 1, iTo);
    bComma = 1;
    if( k == j + 1 && k + 1 < iTo && newsItemCap(&a[k]) &&
        newsItemSign(&a[k + 1], ',') && j > i ) {
      k++; /* "at a rally in Kenansville, N.C., " */
    }
    /* ", in a statement, " or ", though," before what is said */
    if( k == j + 1 && newsItemIs(&a[k], NEWS_LEX_ADVERB | NEWS_LEX_SUBORD) ) {
      k++;
    }
    if( k > j + 1 && k < iTo && newsItemSign(&a[k], ',') ) j = k;
    j++;
  }
  if( j >= iTo ) return 0;
  j = clauseToColon(p, j, iTo);
  if( newsItemSign(&a[j], ':') ) {
    if( j + 1 >= iTo ) {
      pOut->bAwaits = 1;
      return 6;
    }
    pOut->right = newsSpan(j + 1, clauseContentEnd(p, j + 1));
    return a[j + 1].eType == NEWS_IT_QUOTE ? 8 : 3;
  }
  if( a[j].eType == NEWS_IT_QUOTE ) {
    u32 iEnd = j + 1;
    if( bLeft && !bComma ) return 0;
    if( !bComma && (p->mClass & NEWS_LEX_OBJECT) &&
        !clauseIsSpeech(p, j) ) {
      return 0; /* "called "Lantern Street"" */
    }
    if( !clauseEndsAt(p, iEnd) && !clauseIsSentence(p, j) ) {
      iEnd = clauseContentEnd(p, j);
    }
    pOut->right = newsSpan(j, iEnd);
    return 7;
  }
  if( bLeft && !bComma ) return 0;
  if( clauseIsThat(&a[j]) && j + 1 < iTo ) {
    if( !(p->mClass & NEWS_LEX_THAT) ) return 0;
    pOut->right = newsSpan(j + 1, clauseContentEnd(p, j + 1));
    return 5;
  }
  if( bComma ) {
    /* C, S V, C */
    int bDash = newsItemDash(&a[j - 1]);
    if( !bLeft || newsSpanLen(pOut->left) == 0 ||
        a[pOut->left.iTo - 1].eType == NEWS_IT_QUOTE || clauseReports(p, j) ) {
      return 0;
    }
    if( !bDash && newsItemIs(&a[j], NEWS_LEX_CONJ | NEWS_LEX_SUBORD |
                                        NEWS_LEX_WH_WORD | NEWS_LEX_GER |
                                        NEWS_LEX_CUE) ) {
      return 0;
    }
    pOut->right = newsSpan(j, clauseContentEnd(p, j));
    return newsItemDash(&a[j - 1]) ? 1 : 2;
  }
  if( newsItemIs(&a[j], NEWS_LEX_WH_WORD) ||
      (newsItemIs(&a[j], NEWS_LEX_WH) && !newsItemIs(&a[j], NEWS_LEX_CUE)) ) {
    if( !(p->mClass & NEWS_LEX_WH) || p->bNegated ) return 0;
    pOut->right = newsSpan(j, clauseContentEnd(p, j));
    return 2;
  }
  if( clauseIsTo(&a[j]) ) {
    if( !(p->mClass & NEWS_LEX_INF) ) return 0;
    pOut->right = newsSpan(j, clauseContentEnd(p, j));
    return 1;
  }
  if( a[j].eType != NEWS_IT_WORD ) return 0;
  if( newsItemIs(&a[j], NEWS_LEX_PRON | NEWS_LEX_NEG) &&
      !(p->mClass & NEWS_LEX_OBJECT) &&
      !newsItemIs(&a[j], NEWS_LEX_SUBJECT) &&
      (a[j + 1].eType == NEWS_IT_SIGN ||
       newsItemIs(&a[j + 1], NEWS_LEX_PREP | NEWS_LEX_SUBORD)) &&
      !newsItemIs(&a[j], NEWS_LEX_NUMBER | NEWS_LEX_INDEF) ) {
    return 0; /* "said this during ...", "said nothing as ..." */
  }
  nBare = clauseHasVerb(p->pText, a, j, iTo);
  if( (p->mClass & NEWS_LEX_BARE) && nBare &&
      (newsPhraseOpens(&a[j]) || newsItemIs(&a[j], NEWS_LEX_GER) ||
       newsItemIs(&a[j], NEWS_LEX_PREP | NEWS_LEX_SUBORD |
                             NEWS_LEX_ADVERB) ||
       !newsItemIs(&a[j], FINITE)) ) {
    pOut->right = newsSpan(j, clauseContentEnd(p, j));
    return newsPhraseOpens(&a[j]) ? 4 : 2;
  }
  if( (p->mClass & NEWS_LEX_OBJECT) && newsPhraseOpens(&a[j]) ) {
    pOut->right = newsSpan(j, clauseContentEnd(p, j));
    return clauseHoldsQuote(p, pOut->right) ? 4 : 0;
  }
  return 0;
}

/* Whether [i, iTo) is one subordinate clause: "So when the boat came in", but
** not "If it comes, we go". */
static int clauseIsAdverbial(const NewsItem *a, u32 i, u32 iTo) {
  while( i < iTo && newsItemIs(&a[i], NEWS_LEX_CONJ | NEWS_LEX_ADVERB) &&
         !newsItemIs(&a[i], NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD) ) {
    i++;
  }
  if( i >= iTo || newsItemIs(&a[i], NEWS_LEX_DET) ||
      !newsItemIs(&a[i], NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD) ) {
    return 0;
  }
  for( i++; i + 1 < iTo; i++ ) {
    if( clauseIsComma(&a[i]) && newsPhraseOpens(&a[i + 1]) ) return 0;
  }
  return 1;
}

/*
** Whether a clause with a pronoun only takes up one before the quotation:
** [Venn said the road was "long," she said]. A colon or dash before the
** quotation parts the two: left then begins behind it.
*/
static int clauseRepeats(const Cue *p, NewsClause *pOut) {
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
    if( newsItemIs(&a[i], NEWS_LEX_CUE) &&
        newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD) &&
        p->pText->pVocab->aWord[a[i].iWord].weight >= 6 ) {
      return 1;
    }
  }
  return 0;
}

/* What stands before the clause that begins at item i. Points. */
static int clauseLeftOf(const Cue *p, NewsClause *pOut, u32 i) {
  const NewsItem *a = p->a;
  u32 k = i;
  if( !(p->mClass & NEWS_LEX_LEAD) && !(p->mClass & NEWS_LEX_ADJUNCT) ) {
    if( i == p->unit.iFrom || a[i - 1].eType != NEWS_IT_QUOTE ) return 0;
  }
  if( i == p->unit.iFrom ) return 0;
  if( newsItemIs(&a[i - 1], NEWS_LEX_CONJ) && i > p->unit.iFrom + 1 &&
      a[i - 2].eType == NEWS_IT_QUOTE ) {
    return 0;
  }
  if( a[i - 1].eType == NEWS_IT_QUOTE ||
      (clauseIsComma(&a[i - 1]) && i > p->unit.iFrom + 1 &&
       a[i - 2].eType == NEWS_IT_QUOTE) ) {
    pOut->left = clauseLeft(p, i);
    return clauseRepeats(p, pOut) ? 0 : 8;
  }
  if( !clauseIsComma(&a[i - 1]) ) return 0;
  while( k > p->unit.iFrom && clauseIsComma(&a[k - 1]) ) k--;
  if( k == p->unit.iFrom ) return 0;
  if( newsItemIs(&a[p->unit.iFrom], NEWS_LEX_PREP | NEWS_LEX_ADVERB | WHEN |
                                        NEWS_LEX_SUBORD) &&
      !clauseHasVerb(p->pText, a, p->unit.iFrom, k) ) {
    return 0; /* "On Monday, he said ..." */
  }
  if( !clauseHasVerb(p->pText, a, p->unit.iFrom, k) && k > p->unit.iFrom + 12 ) {
    return 0;
  }
  if( clauseIsAdverbial(a, p->unit.iFrom, k) ) return 0;
  pOut->left = clauseLeft(p, i);
  return clauseHasVerb(p->pText, a, p->unit.iFrom, k) ? 4 : 1;
}

/* "according to S": what stands before and behind. */
static void clauseAdjunct(Cue *p, NewsVec *pOut) {
  const NewsItem *a = p->a;
  NewsFit fit;
  NewsClause *pNew;
  u32 iTo = p->unit.iTo, j;
  int bFirst = p->iCue == p->unit.iFrom ||
               (p->iCue == p->unit.iFrom + 1 &&
                newsItemIs(&a[p->unit.iFrom], NEWS_LEX_CONJ)) ||
               newsItemIs(&a[p->iCue - 1], NEWS_LEX_SUBORD);
  fit = newsPhraseRight(p->pText, a, p->iNext, iTo, bFirst);
  if( newsSpanLen(fit.span) == 0 || fit.nScore < 0 ) return;
  if( newsSpanLen(fit.span) == 1 && !newsItemCap(&a[p->iNext]) &&
      !newsItemIs(&a[p->iNext], NEWS_LEX_PLURAL | NEWS_LEX_PRON |
                                    NEWS_LEX_PEOPLE) ) {
    return; /* "according to plan" */
  }
  pNew = clausePush(p, pOut);
  if( pNew == 0 ) return;
  pNew->bAdjunct = 1;
  pNew->mention = fit.span;
  pNew->whole = newsSpan(p->iCue, fit.span.iTo);
  pNew->nScore = p->nWeight + 2;
  j = clauseSkipAdjuncts(a, fit.span.iTo, iTo);
  if( bFirst ) {
    if( j < iTo && clauseIsComma(&a[j]) ) j++;
    if( j < iTo && newsItemSign(&a[j], ':') ) j++;
    if( j >= iTo || newsItemStop(&a[j]) ) {
      pNew->nScore = 0;
      return;
    }
    pNew->right = newsSpan(j, clauseContentEnd(p, j));
    return;
  }
  pNew->left = clauseLeft(p, p->iCue);
  if( clauseIsComma(&a[p->iCue - 1]) && j < iTo &&
      newsItemSign(&a[j], ',') && j + 1 < iTo &&
      !newsItemIs(&a[j + 1], NEWS_LEX_CONJ | NEWS_LEX_SUBORD |
                                 NEWS_LEX_WH_WORD | NEWS_LEX_CUE) &&
      !clauseHasVerb(p->pText, a, pNew->left.iFrom, pNew->left.iTo) ) {
    pNew->right = newsSpan(j + 1, clauseContentEnd(p, j + 1));
  }
}

/* The subject right of the cue, where the order may be inverted. */
static NewsFit clauseInverted(const Cue *p) {
  NewsFit none;
  const NewsItem *a = p->a;
  memset(&none, 0, sizeof(none));
  none.nScore = -100;
  if( !(p->mClass & NEWS_LEX_INVERT) || p->iNext >= p->unit.iTo ) return none;
  if( p->iVerb != p->iCue || newsItemIs(&a[p->iCue], NEWS_LEX_GER) ) {
    return none;
  }
  if( p->iVerb > p->unit.iFrom && a[p->iVerb - 1].eType != NEWS_IT_QUOTE &&
      !clauseIsComma(&a[p->iVerb - 1]) ) {
    return none;
  }
  if( clauseIsThat(&a[p->iNext]) ) return none;
  if( newsItemIs(&a[p->iNext], NEWS_LEX_PRON) &&
      !newsItemIs(&a[p->iNext], NEWS_LEX_SUBJECT | NEWS_LEX_DET |
                                    NEWS_LEX_NUMBER | NEWS_LEX_INDEF) ) {
    return none;
  }
  return newsPhraseRight(p->pText, a, p->iNext, p->unit.iTo, 0);
}

/* Whether the verb group stands behind a conjunction, with adverbs at most
** between: "and repeatedly said". */
static int clauseBehindConj(const Cue *p) {
  u32 i = p->iVerb;
  while( i > p->unit.iFrom && p->a[i - 1].eType == NEWS_IT_WORD &&
         newsItemIs(&p->a[i - 1], NEWS_LEX_ADVERB) &&
         !newsItemIs(&p->a[i - 1], NEWS_LEX_CONJ) ) {
    i--;
  }
  return i > p->unit.iFrom && newsItemIs(&p->a[i - 1], NEWS_LEX_CONJ);
}

/* Whether a subject without an article is one all the same: in a heading,
** behind a comma: "Crash could have been stopped, inquiry finds". */
static int clauseHeadNoun(const Cue *p, NewsSpan span) {
  return p->bHeading && newsSpanLen(span) <= 2 &&
         span.iFrom > p->unit.iFrom + 2 &&
         newsItemSign(&p->a[span.iFrom - 1], ',');
}

/*
** "The Gazette quoted Dresk as saying": the cue is the words behind the
** source, and who quotes stands before it. The first item of all that.
*/
static u32 clauseQuotedBy(const Cue *p, u32 iFrom, NewsSpan *pVia) {
  NewsFit fit;
  if( newsSpanLen(p->a[p->iCue].tok) < 2 || iFrom < p->unit.iFrom + 2 ||
      !newsItemIs(&p->a[iFrom - 1], NEWS_LEX_CUE) ) {
    return iFrom;
  }
  fit = newsPhraseLeft(p->a, p->unit.iFrom, iFrom - 1);
  if( fit.nScore < 8 ) return iFrom;
  *pVia = fit.span;
  return fit.span.iFrom;
}

/*
** The right side of a clause that has something on its left. What is on the
** left is no part where the right side begins without a comma ("On ..., S V
** that C") and the left side is not a quotation: then left is emptied.
*/
static int clauseBothSides(const Cue *p, NewsClause *c, u32 iTo) {
  int bQuote = p->a[c->left.iTo - 1].eType == NEWS_IT_QUOTE;
  int bVerb = clauseHasVerb(p->pText, p->a, c->left.iFrom, c->left.iTo);
  int n = clauseRight(p, c, iTo, 1);
  NewsClause alone;
  if( c->bAwaits && !bQuote ) c->left = newsSpan(0, 0);
  if( bQuote || c->bAwaits ) return n;
  if( n == 0 ) {
    n = clauseEndsAt(p, c->whole.iTo) ? 3
        : newsItemSign(&p->a[c->whole.iTo], ',') ? 1 : -3;
  }
  alone = *c;
  alone.left = alone.right = newsSpan(0, 0);
  if( clauseRight(p, &alone, iTo, 0) > 1 && newsSpanLen(alone.right) &&
      (!clauseIsComma(&p->a[alone.right.iFrom - 1]) ||
       (bVerb && p->a[alone.right.iFrom].eType == NEWS_IT_QUOTE)) ) {
    c->left = newsSpan(0, 0);
  }
  return n;
}

/* A cue that is a verb, with its subject on the left, or on the right. */
static void clauseVerb(Cue *p, NewsVec *pOut) {
  const NewsItem *a = p->a;
  NewsFit left, right;
  NewsClause c, *pNew;
  int nBase, n, bInverted = 0;
  u32 iFrom, iTo;
  clauseVerbGroup(p);
  if( clauseIsNoun(p) ) return;
  left = newsPhraseLeft(a, p->unit.iFrom, p->iVerb);
  right = clauseInverted(p);
  memset(&c, 0, sizeof(c));
  if( newsSpanLen(right.span) &&
      (left.nScore < 8 || p->iVerb == p->unit.iFrom ||
       a[p->iVerb - 1].eType == NEWS_IT_QUOTE) ) {
    /* Q, said S.  or  C, said S.  Behind it the clause ends. */
    u32 j = clauseSkipAdjuncts(a, right.span.iTo, p->unit.iTo);
    int bEnds = j >= p->unit.iTo || a[j].eType == NEWS_IT_SIGN ||
                a[j].eType == NEWS_IT_QUOTE ||
                newsItemIs(&a[j], NEWS_LEX_PREP | NEWS_LEX_SUBORD |
                                      NEWS_LEX_CONJ | NEWS_LEX_GER |
                                      NEWS_LEX_WH_WORD);
    bInverted = bEnds && (right.nScore > 0 || right.bPron);
    if( bInverted && p->iVerb > p->unit.iFrom &&
        a[p->iVerb - 1].eType != NEWS_IT_QUOTE && left.nScore >= 12 &&
        !newsItemStop(&a[NEWS_MIN(j, p->unit.iTo)]) ) {
      bInverted = 0;
    }
  }
  if( bInverted ) {
    c.mention = right.span;
    iFrom = p->iVerb;
    iTo = right.span.iTo;
    n = right.nScore;
  }else{
    if( newsItemIs(&a[p->iCue], NEWS_LEX_GER) && p->iVerb == p->iCue &&
        (p->iVerb == p->unit.iFrom || clauseIsComma(&a[p->iVerb - 1]) ||
         a[p->iVerb - 1].eType == NEWS_IT_QUOTE ||
         newsItemIs(&a[p->iVerb - 1],
                    NEWS_LEX_CONJ | NEWS_LEX_PREP | NEWS_LEX_SUBORD)) ) {
      c.bInherit = 1;
    }else if( newsItemIs(&a[p->iCue], NEWS_LEX_PAST | NEWS_LEX_THIRD) &&
              clauseBehindConj(p) ) {
      c.bInherit = 1;
    }else{
      if( newsSpanLen(left.span) == 0 ) return;
      if( left.nScore < 4 && !clauseHeadNoun(p, left.span) ) return;
      c.mention = left.span;
      left.span.iFrom = clauseQuotedBy(p, left.span.iFrom, &c.via);
    }
    iFrom = c.bInherit ? p->iVerb : left.span.iFrom;
    iTo = p->iNext;
    n = c.bInherit ? 4 : NEWS_MIN(left.nScore, 14) / 2;
  }
  if( newsItemIs(&a[p->iCue], NEWS_LEX_BASE) &&
      !newsItemIs(&a[p->iCue], NEWS_LEX_PAST) && p->iVerb == p->iCue &&
      !newsItemIs(&a[p->iCue - (p->iCue > p->unit.iFrom)],
                  NEWS_LEX_PLURAL | NEWS_LEX_FIRST) ) {
    n -= 3;
  }
  c.whole = newsSpan(iFrom, iTo);
  p->bSubord = iFrom > p->unit.iFrom &&
               newsItemIs(&a[iFrom - 1], NEWS_LEX_SUBORD);
  if( (p->mClass & NEWS_LEX_THOUGHT) && iFrom > p->unit.iFrom &&
      newsItemIs(&a[iFrom - 1], NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD |
                                    NEWS_LEX_WH) ) {
    return; /* "Whether Drosk wants to ..." says nothing of what it wants */
  }
  nBase = p->nWeight + n - (p->bPassive ? 6 : 0);
  pNew = clausePush(p, pOut);
  if( pNew == 0 ) return;
  c.cue = pNew->cue;
  c.iCueWord = pNew->iCueWord;
  c.bThought = pNew->bThought;
  n = c.bInherit ? 0 : clauseLeftOf(p, &c, iFrom);
  if( newsSpanLen(c.left) ) n += clauseBothSides(p, &c, iTo);
  if( newsSpanLen(c.left) == 0 ) n = clauseRight(p, &c, iTo, 0);
  if( newsSpanLen(c.left) == 0 && newsSpanLen(c.right) == 0 && !c.bAwaits ) {
    pOut->n--;
    return;
  }
  c.nScore = nBase + n;
  *pNew = c;
}

/* "VENN: ..." and "..." - Venn: a source without a cue. */
static void clauseLabels(Cue *p, int bHeading, NewsVec *pOut) {
  const NewsItem *a = p->a;
  NewsClause *pNew;
  NewsSpan name;
  u32 iTo = p->unit.iTo, i, iBehind;
  iBehind = newsTurnLabel(a, p->unit.iFrom, iTo, &name);
  if( iBehind && (bHeading || a[iBehind].eType == NEWS_IT_QUOTE) ) {
    pNew = newsVecPush(pOut, p->pText->pArena, sizeof(*pNew));
    if( pNew == 0 ) return;
    pNew->mention = name;
    pNew->whole = newsSpan(p->unit.iFrom, iBehind);
    pNew->cue = newsSpan(iBehind - 1, iBehind - 1);
    pNew->right = newsSpan(iBehind, clauseContentEnd(p, iBehind));
    pNew->nScore = a[iBehind].eType == NEWS_IT_QUOTE ? 14 : 10;
  }
  for( i = p->unit.iFrom; i < iTo; i++ ) {
    if( a[i].eType != NEWS_IT_QUOTE ) continue;
    if( !newsTurnSigned(p->pText, a, i + 1, iTo, &name) ) continue;
    pNew = newsVecPush(pOut, p->pText->pArena, sizeof(*pNew));
    if( pNew == 0 ) return;
    pNew->mention = name;
    pNew->whole = newsSpan(i + 1, name.iTo);
    pNew->cue = newsSpan(i + 1, i + 1);
    pNew->left = clauseLeft(p, i + 1);
    pNew->nScore = 14;
  }
}

void newsClauseFind(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                    int bHeading, NewsVec *pOut) {
  u32 i;
  Cue label;
  memset(&label, 0, sizeof(label));
  label.pText = pText;
  label.a = a;
  label.unit = unit;
  clauseLabels(&label, bHeading, pOut);
  for( i = unit.iFrom; i < unit.iTo && pText->pArena->rc == SQLITE_OK; i++ ) {
    Cue cue;
    if( a[i].eType != NEWS_IT_WORD || !newsItemIs(&a[i], NEWS_LEX_CUE) ) {
      continue;
    }
    if( newsItemCap(&a[i]) && i > unit.iFrom && !bHeading ) continue;
    memset(&cue, 0, sizeof(cue));
    cue.pText = pText;
    cue.a = a;
    cue.unit = unit;
    cue.iCue = i;
    cue.iNext = i + 1;
    cue.mClass = a[i].mClass;
    if( newsSpanLen(a[i].tok) > 1 ) {
      /* "posted on" stands with a quotation as "posted" does */
      cue.mClass |= pText->aTok[a[i].tok.iFrom].mClass & NEWS_LEX_LEAD;
    }
    cue.bHeading = bHeading;
    cue.nWeight = pText->pVocab->aWord[a[i].iWord].weight;
    if( cue.mClass & NEWS_LEX_THOUGHT ) {
      cue.nWeight = NEWS_MAX(cue.nWeight, THOUGHT_WEIGHT);
    }
    newsArenaTick(pText->pArena, 256);
    if( cue.mClass & NEWS_LEX_ADJUNCT ) {
      clauseAdjunct(&cue, pOut);
    }else{
      clauseVerb(&cue, pOut);
    }
  }
}

/* Whether two candidates cannot both be rows. */
static int clauseClash(const NewsClause *a, const NewsClause *b) {
  if( newsSpanHas(a->left, b->cue.iFrom) ||
      newsSpanHas(a->right, b->cue.iFrom) ) {
    return 1;
  }
  if( newsSpanHas(b->left, a->cue.iFrom) ||
      newsSpanHas(b->right, a->cue.iFrom) ) {
    return 1;
  }
  return newsSpanMeets(a->left, b->left) || newsSpanMeets(a->left, b->right) ||
         newsSpanMeets(a->right, b->left) ||
         newsSpanMeets(a->right, b->right);
}

/*
** Relays: "..., said Ryabkov, according to Interfax", "According to Interfax,
** Ryabkov said ...", "..., Hale said, Reuters reported". The words that the
** second candidate attributes are the first one's: it tells through whom.
*/
static int clauseRelays(const NewsItem *a, NewsClause *pBest,
                        const NewsClause *pOther) {
  if( newsSpanLen(pBest->via) || newsSpanLen(pOther->mention) == 0 ) return 0;
  if( newsItemIs(&a[pOther->mention.iFrom], NEWS_LEX_SUBJECT) ) return 0;
  if( pOther->cue.iFrom > pBest->whole.iFrom ) {
    u32 iEnd = NEWS_MAX(pBest->whole.iTo, pBest->right.iTo);
    if( newsSpanLen(pOther->right) || pOther->whole.iFrom < iEnd ) return 0;
    if( pOther->whole.iFrom > iEnd + 2 ) return 0;
  }else{
    if( newsSpanLen(pOther->left) || !pOther->bAdjunct ) return 0;
    if( !newsSpanHas(pOther->right, pBest->cue.iFrom) ) return 0;
  }
  pBest->via = pOther->mention;
  return 1;
}

/* The candidates taken so far that one more may clash with: the nearest. */
#define CHOOSE_NEAR 24

NewsSpan newsClauseSubject(const NewsItem *a, NewsSpan unit, u32 iTo) {
  u32 i;
  for( i = unit.iFrom + 1; i < iTo && i < unit.iFrom + 30; i++ ) {
    NewsFit fit;
    if( !newsItemIs(&a[i], FINITE) &&
        !(newsItemIs(&a[i], NEWS_LEX_CUE) &&
          newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD)) ) {
      continue;
    }
    fit = newsPhraseLeft(a, unit.iFrom, i);
    if( fit.nScore >= 10 ) return fit.span;
  }
  return newsSpan(0, 0);
}

void newsClauseChoose(const NewsItem *a, NewsSpan unit, NewsVec *pOut) {
  NewsClause *aC = pOut->a;
  u32 n = pOut->n, i, j, nDone;
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
      if( aC[j].bTaken == 1 && clauseClash(&aC[j], pBest) ) {
        bClash = 1;
        clauseRelays(a, &aC[j], pBest);
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
      if( aC[j - 1].bTaken && newsSpanLen(aC[j - 1].mention) ) {
        aC[i].mention = aC[j - 1].mention;
        break;
      }
    }
    if( newsSpanLen(aC[i].mention) == 0 ) {
      aC[i].mention = newsClauseSubject(a, unit, aC[i].cue.iFrom);
    }
    if( newsSpanLen(aC[i].mention) == 0 ) aC[i].nScore -= 4;
  }
}
