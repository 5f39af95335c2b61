/*
** unit.c: see unit.h.
*/
#include "quote/unit.h"

#include "lexclass.h"

#define BARE_MAX 16   /* Items up to the cue of a clause that only reports */
#define BARE_STRONG 8 /* Weight of a strong cue */

/* Whether a quotation ends with a full stop: a clause that follows belongs to
** it only if its cue is a strong one ("Ask him." He shrugged.) */
static int unitIsOver(const NewsText *pText, const NewsItem *pQuote) {
  u32 i = pQuote->tok.iTo;
  return i > pQuote->tok.iFrom + 2 && newsTokPunct(&pText->aTok[i - 2], '.');
}

/*
** Whether the items from iFrom on are a reporting clause that attributes
** nothing itself, so that it belongs to the quotation before: [Venn asked.]
** but not [Venn said it was over.]
*/
static int unitIsBare(const NewsText *pText, const NewsItem *a, u32 iFrom,
                      u32 n) {
  u32 i, iMax = NEWS_MIN(n, iFrom + BARE_MAX);
  NewsFit fit;
  for( i = iFrom + 1; i < iMax; i++ ) {
    if( newsItemStop(&a[i]) || a[i].eType == NEWS_IT_QUOTE ) return 0;
    if( newsItemIs(&a[i], NEWS_LEX_CUE) && newsItemIs(&a[i], NEWS_LEX_LEAD) &&
        newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD) ) {
      break;
    }
  }
  if( i >= iMax ) return 0;
  if( unitIsOver(pText, &a[iFrom - 1]) &&
      newsTextWeight(pText, a[i].iWord) < BARE_STRONG ) {
    return 0;
  }
  fit = newsPhraseLeft(a, iFrom, i);
  if( newsSpanLen(fit.span) == 0 || fit.span.iFrom != iFrom ) return 0;
  if( fit.nScore < 8 ) return 0;
  for( i++; i < n && a[i].eType == NEWS_IT_WORD; i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_SUBJECT) ) return 0;
    if( newsItemIs(&a[i], NEWS_LEX_CUE) ) {
      if( newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD) ) return 0;
      continue;
    }
    if( newsItemIs(&a[i], NEWS_LEX_THAT | NEWS_LEX_AUX | NEWS_LEX_MODAL |
                              NEWS_LEX_WH_WORD | NEWS_LEX_VERB |
                              NEWS_LEX_INF) ) {
      return 0;
    }
  }
  if( newsItemStop(&a[i]) ) return 1;
  return newsItemSign(&a[i], ',') &&
         newsItemIs(&a[i + 1], NEWS_LEX_GER | NEWS_LEX_WH_WORD |
                                   NEWS_LEX_SUBORD | NEWS_LEX_PREP);
}

/* Whether a sentence in marks begins at item i, whose space before it is lost:
** he said.["We] are sorry." */
static int unitIsClose(const NewsText *pText, const NewsItem *a, u32 i) {
  return a[i].eType == NEWS_IT_QUOTE && newsItemStop(&a[i - 1]) &&
         newsSpanLen(a[i].tok) > 2 &&
         (pText->aTok[a[i].tok.iFrom + 1].flags & NEWS_TF_CAP);
}

u32 newsUnitEnd(const NewsText *pText, const NewsItem *a, u32 iFrom, u32 n) {
  u32 i, iMax = NEWS_MIN(n, iFrom + NEWS_UNIT_MAX);
  for( i = iFrom + 1; i < iMax; i++ ) {
    if( unitIsClose(pText, a, i) ) return i;
    if( !(a[i].flags & NEWS_TF_SENT) ) continue;
    if( a[i - 1].eType == NEWS_IT_QUOTE &&
        (newsItemDash(&a[i]) ||
         (a[i].eType == NEWS_IT_WORD && /* ... without words of its own */
          newsItemsWordless(a, newsSpan(iFrom, i)) &&
          unitIsBare(pText, a, i, n))) ) {
      continue;
    }
    return i;
  }
  return iMax;
}
