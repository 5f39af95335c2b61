/*
** seem.c: see seem.h.
*/
#include "quote/seem.h"

#include "quote/cue.h"

/* Weight of a verb that makes or shows a work, at most: show; of one that may
** stand before its source: sing */
#define SEEM_WORK 6
#define SEEM_SONG 4

/* ---- no row ------------------------------------------------------------- */

/* Whether items may tell what was said: a quotation, "that", or some of a
** class. */
static int seemTells(const NewsItem *a, NewsSpan s, u64 mClass) {
  u32 i;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE || newsCueIsThat(&a[i]) ||
        newsItemIs(&a[i], mClass) ) {
      return 1;
    }
  }
  return 0;
}

/* Whether a clause tells what a sentence's words are about: "Commenting on the
** plan, Doe said C". */
static int seemIsAbout(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                       const NewsClause *c) {
  NewsSpan tok = a[c->cue.iFrom].tok;
  return c->cue.iFrom == unit.iFrom && newsSpanLen(tok) > 1 &&
         newsTokIs(&pText->aTok[tok.iTo - 1], NEWS_LEX_PREP) &&
         newsItemSign(&a[c->right.iTo], ',') && !seemTells(a, c->right, 0);
}

/* Whether a participle tells what else somebody is called: Ann Lee, popularly
** [called] Mama Lu, said. */
static int seemIsNicknaming(const NewsItem *a, const NewsClause *c) {
  u32 i = c->cue.iFrom, k = c->cue.iTo;
  if( newsSpanLen(c->cue) != 1 || !newsItemIs(&a[i], NEWS_LEX_PART) ||
      !newsItemIs(&a[i], NEWS_LEX_OBJECT) || c->mention.iFrom >= i ) {
    return 0;
  }
  while( i > c->mention.iFrom && newsItemIs(&a[i - 1], NEWS_LEX_ADVERB) ) i--;
  while( newsItemCap(&a[k]) ) k++;
  return i > c->mention.iFrom + 1 && newsItemSign(&a[i - 1], ',') &&
         newsItemCap(&a[i - 2]) && k > c->cue.iTo && newsItemSign(&a[k], ',');
}

/* Whether a participle only tells what somebody or something is called: "a
** neighbour called Ann Lee rang", but not "a minister called Ann Lee a liar",
** "... timid". */
static int seemIsNaming(const NewsItem *a, const NewsClause *c) {
  const NewsItem *pCue = &a[c->cue.iFrom];
  u32 i = c->cue.iTo;
  if( seemIsNicknaming(a, c) ) return 1;
  if( newsSpanLen(c->mention) == 0 || c->mention.iTo != c->cue.iFrom ||
      !newsItemIs(&a[c->mention.iFrom], NEWS_LEX_INDEF) ||
      !newsItemIs(pCue, NEWS_LEX_PART) || !newsItemIs(pCue, NEWS_LEX_OBJECT) ||
      newsItemIs(pCue, NEWS_LEX_BARE | NEWS_LEX_HEARER | NEWS_LEX_WH) ||
      (newsSpanLen(c->right) && c->right.iFrom != i) ) {
    return 0;
  }
  while( newsItemCap(&a[i]) ) i++;
  if( i == c->cue.iTo ) return 0;
  if( i >= c->right.iTo ) return 1;
  return a[i].eType == NEWS_IT_WORD && i + 1 < c->right.iTo &&
         !newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_ADVERB |
                                NEWS_LEX_PREP | NEWS_LEX_SUBORD);
}

/* Whether a work is made or shown, not its title said: "showed "Grey Heron" on
** Sunday", "wrote "Grey Heron" in 1968". */
static int seemIsWork(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                      const NewsClause *c) {
  u32 i = c->cue.iTo;
  NewsLook look;
  if( newsSpanLen(c->left) || c->right.iFrom != i || i + 2 >= unit.iTo ||
      a[i].eType != NEWS_IT_QUOTE || a[i + 1].eType != NEWS_IT_WORD ||
      newsItemCap(&a[i + 1]) ) {
    return 0;
  }
  look = newsItemLook(pText, &a[i]);
  if( look.bStop || look.nPlain || look.nCap < 2 ) return 0; /* No title */
  return newsCueWeight(pText, &a[i - 1]) <=
             (newsItemIs(&a[i - 1], NEWS_LEX_INVERT) ? SEEM_SONG : SEEM_WORK) ||
         (newsItemIs(&a[i + 1], NEWS_LEX_PREP) &&
          a[i + 2].eType == NEWS_IT_WORD &&
          pText->aTok[a[i + 2].tok.iFrom].eKind == NEWS_TOK_NUMBER);
}

/* Whether the verb of a clause is negated, and what stands behind it is only
** what others said: "did not answer questions", "could not verify the claim".
*/
static int seemIsSilent(const NewsItem *a, const NewsClause *c,
                        const NewsCue *pCue) {
  const u64 mTell = NEWS_FINITE | NEWS_LEX_WH_WORD | NEWS_LEX_SUBORD;
  u32 i = c->right.iFrom;
  return pCue->bNegated && newsItemIs(&a[pCue->iCue], NEWS_LEX_OBJECT) &&
         i == c->cue.iTo + newsCueIsTo(&a[c->cue.iTo]) &&
         !newsCueToInf(&a[i]) && !seemTells(a, c->right, mTell) &&
         newsItemsHave(a, c->right, NEWS_LEX_CUE | NEWS_LEX_DOCUMENT);
}

/* Whether a clause is only what another contradicts or does without: "Contrary
** to what Doe said, C", "Whatever Doe says, C", "C, whatever Doe says". */
static int seemIsBeside(const NewsItem *a, NewsSpan unit, const NewsClause *c) {
  u32 i = c->mention.iFrom;
  if( newsSpanLen(c->left) && newsSpanLen(c->mention) && i > c->left.iTo &&
      c->mention.iTo <= c->cue.iFrom && newsSpanLen(c->right) == 0 &&
      newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) &&
      newsItemIs(&a[i - 1], NEWS_LEX_DET) ) {
    return 1; /* whatever: "which Doe says" takes it up */
  }
  if( newsSpanLen(c->mention) == 0 || newsSpanLen(c->right) == 0 ||
      i + 1 >= c->cue.iFrom ) {
    return 0;
  }
  if( i > unit.iFrom && newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) ) i--;
  if( !newsItemIs(&a[i], NEWS_LEX_WH_WORD) ||
      newsItemIs(&a[i], NEWS_LEX_SUBORD) ||
      (i > unit.iFrom && !newsItemIs(&a[i - 1], NEWS_LEX_PREP)) ) {
    return 0;
  }
  return i < unit.iFrom + 3 && newsItemSign(&a[c->cue.iTo], ',') &&
         c->right.iFrom == c->cue.iTo + 1;
}

/* Whether a participle only tells when or where a document came out: "Doe, in a
** report published an hour before, said C". */
static int seemIsOut(const NewsText *pText, const NewsItem *a,
                     const NewsClause *c) {
  u32 i = c->cue.iFrom;
  return newsSpanLen(c->cue) == 1 && newsSpanLen(c->mention) > 2 &&
         c->mention.iTo == i && newsItemIs(&a[i], NEWS_LEX_PART) &&
         newsItemIs(&a[i - 1], NEWS_LEX_DOCUMENT) &&
         newsItemIs(&a[i - 2], NEWS_LEX_DET | NEWS_LEX_INDEF) &&
         newsItemIs(&a[i - 3], NEWS_LEX_PREP) && c->right.iFrom == i + 1 &&
         newsItemSign(&a[c->right.iTo], ',') &&
         !newsCueHasVerb(pText, a, c->right.iFrom, c->right.iTo);
}

/* Whether somebody is only asked about a thing: "Doe was asked about the plan".
** By whom, and what, that tells nothing of what was said. */
static int seemIsAsked(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                       const NewsClause *c) {
  NewsCue cue = newsCueAt(pText, a, unit, c->cue.iTo - 1);
  newsCueVerbGroup(&cue);
  return cue.bPassive && newsSpanLen(a[cue.iCue].tok) > 1 &&
         newsSpanLen(c->mention) && c->mention.iTo <= c->cue.iFrom &&
         !seemTells(a, c->right, NEWS_FINITE | NEWS_LEX_WH_WORD);
}

int newsSeemNone(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                 const NewsClause *c) {
  NewsCue cue;
  u32 i = c->cue.iFrom;
  int bGer = newsItemIs(&a[i], NEWS_LEX_GER);
  if( newsSpanLen(c->cue) == 0 || c->bAdjunct ) return 0;
  if( seemIsNaming(a, c) || seemIsWork(pText, a, unit, c) ||
      seemIsBeside(a, unit, c) || seemIsOut(pText, a, c) ) {
    return 1;
  }
  if( newsSpanLen(c->left) || c->right.iFrom <= i ) return 0;
  if( bGer && newsSpanLen(c->mention) == 1 && c->mention.iFrom < i &&
      newsCueIsIt(&a[c->mention.iFrom]) && c->mention.iTo + 2 == i &&
      newsItemIs(&a[i - 2], NEWS_LEX_AUX) && a[i - 1].eType == NEWS_IT_WORD &&
      !newsItemIs(&a[i - 1], NEWS_LEX_ADVERB | NEWS_LEX_NEG) ) {
    return 1; /* worth mentioning */
  }
  if( bGer && seemIsAbout(pText, a, unit, c) ) return 1;
  cue = newsCueAt(pText, a, unit, i);
  newsCueVerbGroup(&cue);
  if( seemIsSilent(a, c, &cue) || seemIsAsked(pText, a, unit, c) ) return 1;
  return cue.iVerb == i && newsItemIs(&a[i], NEWS_LEX_PART) &&
         newsItemIs(&a[i], NEWS_LEX_OBJECT) &&
         !newsItemIs(&a[i], NEWS_LEX_BARE | NEWS_LEX_LEAD) &&
         c->right.iFrom == i + 2 && newsItemIs(&a[i + 1], NEWS_LEX_PREP) &&
         newsItemIs(&a[i + 2], NEWS_LEX_GER) && !newsCueIsTo(&a[i + 1]);
}

/* ---- a pronoun ---------------------------------------------------------- */

/* Whether the words of a clause are one pronoun: "This" was announced by S,
** S denied "it". */
static int seemIsPronoun(const NewsItem *a, const NewsClause *c) {
  NewsSpan s = newsSpanLen(c->left) ? c->left : c->right;
  const NewsItem *pOne = &a[s.iFrom];
  u32 i;
  if( newsSpanLen(s) == 0 || (newsSpanLen(c->left) && newsSpanLen(c->right)) ||
      pOne->eType != NEWS_IT_WORD ||
      (newsSpanLen(c->left) && newsItemIs(pOne, NEWS_LEX_SUBJECT)) ||
      !newsItemIs(pOne, NEWS_LEX_PRON | NEWS_LEX_THAT) ) {
    return 0;
  }
  for( i = s.iFrom + 1; i < s.iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE ||
        (a[i].eType == NEWS_IT_WORD && !newsItemIs(&a[i], NEWS_LEX_AUX)) ) {
      return 0;
    }
  }
  return 1;
}

void newsSeemRefers(const NewsItem *a, NewsSpan told, NewsVec *pClause) {
  NewsClause *aC = pClause->a;
  u32 i;
  for( i = 0; i < pClause->n; i++ ) {
    if( aC[i].bTaken != 1 || aC[i].bAwaits || !seemIsPronoun(a, &aC[i]) ) {
      continue;
    }
    if( newsSpanLen(aC[i].left) && newsSpanLen(told) ) {
      aC[i].left = told;
    } else {
      aC[i].bTaken = 0;
    }
  }
}

/* ---- another source ------------------------------------------------------ */

/* A clause that is not what it seems: of "Q," was how S described the plan, all
** that is said is Q; of ", with her deputy, Ann Lee, calling it Q" that deputy
** is the source. */
static void seemSeeming(const NewsItem *a, NewsSpan unit, NewsClause *c) {
  u32 iQuote, i = c->mention.iFrom;
  if( !newsClauseIsRow(c) || newsSpanLen(c->mention) == 0 ) return;
  if( i > unit.iFrom && newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) &&
      newsItemsPure(a, c->left, &iQuote) && !newsItemsQuoted(a, c->right) ) {
    c->right = newsSpan(0, 0);
  }
  i = c->cue.iFrom;
  if( i > c->mention.iTo + 3 && newsItemIs(&a[i], NEWS_LEX_GER) &&
      newsItemSign(&a[i - 1], ',') ) {
    u32 k = i - 1;
    while( k > c->mention.iTo + 1 && !newsItemIs(&a[k], NEWS_LEX_PREP) &&
           !newsItemIs(&a[k], NEWS_FINITE | NEWS_LEX_CUE) ) {
      k--;
    }
    if( newsItemIs(&a[k], NEWS_LEX_PREP) && newsItemSign(&a[k - 1], ',') &&
        newsPhraseLeft(a, k + 1, i).nScore > 8 ) {
      c->mention = newsSpan(k + 1, i - 1);
    }
  }
}

/* "Ann said A; Bob disagreed, saying C", "..., but Bob left, saying C": the
** participle is of the subject behind what parts the two. */
static void seemPartner(const NewsItem *a, NewsSpan unit, NewsClause *c) {
  u32 i = c->cue.iFrom, k;
  NewsSpan who;
  if( !newsClauseIsRow(c) || newsSpanLen(c->mention) == 0 ||
      newsSpanLen(c->cue) == 0 || c->mention.iTo + 3 > i ||
      !newsItemIs(&a[i], NEWS_LEX_GER) || !newsItemSign(&a[i - 1], ',') ) {
    return;
  }
  for( k = i - 2; k > c->mention.iTo; k-- ) {
    if( newsItemSign(&a[k], ';') ||
        (newsItemIs(&a[k], NEWS_LEX_CONJ) && newsItemSign(&a[k - 1], ',')) ) {
      break;
    }
  }
  if( k <= c->mention.iTo || !newsPhraseOpens(&a[k + 1]) ) return;
  who = newsClauseSubject(a, newsSpan(k + 1, unit.iTo), i);
  if( newsSpanLen(who) && who.iFrom == k + 1 ) c->mention = who;
}

/* Whether clause c is within why another's source is not named: "..., because
** he [was discussing] private talks, said C". */
static int seemIsReason(const NewsItem *a, const NewsVec *pClause,
                        const NewsClause *c) {
  const NewsClause *aC = pClause->a;
  u32 i;
  for( i = 0; i < pClause->n; i++ ) {
    NewsSpan s = aC[i].mention;
    if( !newsClauseIsRow(&aC[i]) || !newsSpanHas(s, c->cue.iFrom) ) continue;
    s.iTo = c->cue.iFrom;
    if( newsItemsHave(a, s, NEWS_LEX_ANONYMITY) ) return 1;
  }
  return 0;
}

/* Whether no relative clause, and no apposition, begins in a span. */
static int seemIsPlain(const NewsItem *a, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_WH_WORD) || a[i].eType == NEWS_IT_SIGN ) {
      return 0;
    }
  }
  return 1;
}

/* Whether item i of a mention that begins at iFrom is the verb of a clause that
** reports, and no noun: police [allege] that. */
static int seemReports(const NewsItem *a, u32 iFrom, u32 i) {
  return newsItemIs(&a[i], NEWS_LEX_CUE) &&
         (newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD) ||
          (i > iFrom && newsItemIs(&a[i - 1], NEWS_LEX_PLURAL)));
}

/* Of a mention that begins with another clause, "The notes reveal how women
** complained C", what stands behind "how" is the source; of "Doe wrote in a
** letter explaining C" it is Doe. Of "Doe said in a letter posted on the site"
** nothing more is said. */
static void seemSwallowed(const NewsItem *a, const NewsVec *pClause,
                          NewsClause *c) {
  const NewsClause *aC = pClause->a;
  NewsSpan s = c->mention;
  u32 i, k = s.iFrom + 1;
  if( !newsClauseIsRow(c) || newsSpanLen(s) < 3 ) return;
  while( k < s.iTo && !newsItemIs(&a[k], NEWS_LEX_WH_WORD) &&
         !newsCueIsThat(&a[k]) ) {
    k++;
  }
  if( k + 1 < s.iTo &&
      (newsCueIsThat(&a[k])
           ? seemReports(a, s.iFrom, k - 1) &&
                 seemIsPlain(a, newsSpan(s.iFrom, k))
           : newsItemIs(&a[k - 1], NEWS_LEX_WH) &&
                 !newsItemIs(&a[k], NEWS_LEX_PRON | NEWS_LEX_SUBORD)) ) {
    c->mention.iFrom = c->whole.iFrom = k + 1;
    return;
  }
  for( i = 0; i < pClause->n; i++ ) {
    u32 iCue = aC[i].cue.iFrom;
    if( &aC[i] != c && newsClauseIsRow(&aC[i]) && newsSpanLen(aC[i].mention) &&
        aC[i].mention.iFrom == s.iFrom && newsSpanHas(s, iCue) &&
        !newsSpanHas(s, aC[i].right.iFrom) &&
        seemIsPlain(a, newsSpan(s.iFrom, iCue)) &&
        newsItemIs(&a[iCue], NEWS_LEX_PAST | NEWS_LEX_THIRD) ) {
      c->mention.iTo = iCue;
      c->bTaken = newsItemIs(&a[c->cue.iFrom], NEWS_LEX_GER) != 0;
    }
  }
}

void newsSeemSource(const NewsItem *a, NewsSpan unit, const NewsVec *pClause,
                    NewsClause *c) {
  seemSeeming(a, unit, c);
  seemPartner(a, unit, c);
  seemSwallowed(a, pClause, c);
  if( seemIsReason(a, pClause, c) ) c->bTaken = 0;
}
