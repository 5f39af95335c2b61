/*
** frame.c: see frame.h.
*/
#include "quote/frame.h"

#include "base/hash.h"
#include "quote/behind.h"

static u8 frameForm(const NewsCue *p) {
  const NewsItem *pCue = &p->a[p->iCue];
  const NewsItem *pOld = p->iVerb > p->unit.iFrom ? &p->a[p->iVerb - 1] : 0;
  if( pOld && newsCueIsTo(pOld) && newsItemIs(pCue, NEWS_LEX_BASE) ) {
    return NEWS_FR_INF;
  }
  if( newsCueIsNoun(p) ) return NEWS_FR_NOUN;
  if( p->bPassive ) return NEWS_FR_PASSIVE;
  if( p->iVerb < p->iCue ) return NEWS_FR_AUX;
  if( newsItemIs(pCue, NEWS_LEX_GER) ) {
    return pOld && newsItemBreaks(pOld)              ? NEWS_FR_GER_COMMA
           : pOld && newsItemIs(pOld, NEWS_LEX_PREP) ? NEWS_FR_GER_PREP
                                                     : NEWS_FR_GER;
  }
  if( newsItemIs(pCue, NEWS_LEX_PART) && (pOld == 0 || newsItemBreaks(pOld)) ) {
    return NEWS_FR_FRONTED;
  }
  return newsCueIsFinite(pCue) ? NEWS_FR_FINITE : NEWS_FR_OTHER;
}

/* Whether words are a noun phrase or less: no verb, no quotation, and no
** infinitive but one that belongs to a noun, where the cue takes none: suggest
** "a wish to leave". */
static int frameIsPhrase(const NewsView *v, u32 iCue, NewsSpan s) {
  int bTakes = newsItemIs(&v->a[iCue], NEWS_LEX_INF | NEWS_LEX_HEARER);
  u32 i;
  if( newsCueHasVerb(v->pText, v->a, s.iFrom, s.iTo) ) return 0;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( newsCueIsTo(&v->a[i]) && (bTakes || i == s.iFrom) &&
        !newsPhraseOpens(&v->a[i + 1]) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether the words [right] of a cue that takes a hearer are a hearer and what
** it was about: asked "Dr. Venn about the leak". */
static int frameIsHearer(const NewsView *v, u32 iCue, NewsSpan right) {
  const NewsItem *a = v->a;
  NewsSpan who;
  u32 i;
  if( right.iFrom != iCue + 1 || !newsItemIs(&a[iCue], NEWS_LEX_HEARER) ) {
    return 0;
  }
  who = newsPhraseRight(v->pText, a, right.iFrom, right.iTo, 0).span;
  if( newsSpanLen(who) == 0 || who.iTo >= right.iTo ||
      !newsItemIs(&a[who.iTo], NEWS_LEX_PREP) || newsCueIsTo(&a[who.iTo]) ) {
    return 0;
  }
  for( i = who.iTo; i < right.iTo; i++ ) {
    if( a[i].eType != NEWS_IT_WORD || newsCueIsThat(&a[i]) ||
        newsCueIsTo(&a[i]) || newsItemIs(&a[i], NEWS_LEX_WH_WORD) ||
        (newsCueHasVerb(v->pText, a, i, i + 1) &&
         !newsItemIs(&a[i - 1], NEWS_LEX_DET | NEWS_LEX_INDEF)) ) {
      return 0;
    }
  }
  return 1;
}

/* Whether the words behind a cue are nothing that is said: "offered no proof",
** "said this during", "shows itself ready", "did not respond to a request". */
static int frameIsNothing(const NewsView *v, u32 iCue, NewsSpan source,
                          NewsSpan right, int bNegated) {
  const NewsItem *pFirst = &v->a[right.iFrom], *pCue = &v->a[iCue];
  if( newsSpanLen(right) == 0 ) return 0;
  if( newsCueIsAside(v->a, iCue, source) || frameIsHearer(v, iCue, right) ) {
    return 1;
  }
  if( source.iFrom == v->unit.iFrom + 1 && source.iFrom < iCue &&
      newsCueIsIf(&v->a[source.iFrom - 1]) ) {
    return 1;
  }
  bNegated |= newsItemIs(pCue + 1, NEWS_LEX_NEG); /* said nothing about */
  if( bNegated &&
      (newsItemIs(pFirst - 1, NEWS_LEX_PREP) ||
       (pFirst == pCue + 1 && newsCueEndsPrep(v->pText, pCue))) &&
      frameIsPhrase(v, iCue, right) ) {
    return 1;
  }
  if( newsItemIs(pFirst, NEWS_LEX_NEG) && frameIsPhrase(v, iCue, right) )
    return 1;
  if( right.iFrom == iCue + 1 &&
      newsBehindIsCited(v->pText, v->a, pCue->mClass, right) ) {
    return 1;
  }
  if( right.iFrom == iCue + 1 && newsSpanLen(pFirst->tok) == 1 &&
      !newsItemIs(pCue, NEWS_LEX_BARE) && newsItemIs(pFirst, NEWS_LEX_SUBORD) &&
      !newsItemIs(pFirst, NEWS_LEX_WH | NEWS_LEX_WH_WORD | NEWS_LEX_THAT |
                              NEWS_LEX_LEAD | NEWS_LEX_DET | NEWS_LEX_PRON) ) {
    return 1; /* apologises after notes are mixed up */
  }
  if( newsItemIs(pCue, NEWS_LEX_OBJECT) ) return 0;
  if( newsSpanLen(right) == 1 && newsItemIs(pFirst, NEWS_LEX_SUBORD) ) return 1;
  return newsBehindIsNothing(v->a, pCue->mClass, right.iFrom) ||
         (right.iFrom == iCue + 1 && newsItemIs(pFirst, NEWS_LEX_PRON) &&
          !newsItemIs(pFirst, NEWS_LEX_SUBJECT | NEWS_LEX_DET |
                                  NEWS_LEX_NUMBER | NEWS_LEX_INDEF));
}

/* Whether a source stands in a clause that only asks: "Whether Drosk wants to"
** does not say what it wants. */
static int frameIsAsked(const NewsView *v, u32 iCue, NewsSpan source) {
  u32 i = source.iFrom;
  return i > v->unit.iFrom && i < iCue &&
         newsItemIs(&v->a[i - 1],
                    NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD | NEWS_LEX_WH);
}

/* A hash of a word's value: letters, so that it is the same in every build. */
static u32 frameLemma(const NewsText *p, const NewsItem *pItem) {
  const NewsVocab *pVocab = p->pVocab;
  const char *z = &pVocab->zPool[pVocab->aWord[pItem->iWord].oValue];
  u32 h = 1;
  while( *z ) h = newsHashPair(h, (u8)*z++);
  return h;
}

NewsFrame newsFrame(const NewsView *v, u32 iCue, NewsSpan source, NewsSpan left,
                    NewsSpan right) {
  NewsFrame f;
  NewsCue cue = newsCueAt(v->pText, v->a, v->unit, iCue);
  memset(&f, 0, sizeof(f));
  newsCueVerbGroup(&cue);
  f.iVerb = cue.iVerb;
  f.lemma = frameLemma(v->pText, &v->a[iCue]);
  f.eForm = frameForm(&cue);
  f.bNegated = cue.bNegated;
  f.bPhrase =
      (u8)(frameIsPhrase(v, iCue, left) && frameIsPhrase(v, iCue, right));
  f.bNothing = (u8)frameIsNothing(v, iCue, source, right, f.bNegated);
  f.bAsked = (u8)frameIsAsked(v, iCue, source);
  f.bBareNoun = f.eForm == NEWS_FR_NOUN &&
                !(newsSpanLen(right) && newsCueIsThat(&v->a[right.iFrom - 1]));
  return f;
}
