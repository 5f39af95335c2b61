/*
** mend.c: see mend.h.
**
**   "It is late," Doe said (yawning), "so we go."    one quotation, two halves
**   Doe slammed the board alleging that C            C is what is said
**   A letter in which he called it "late" was sent   ... "late" is
**   C, aides said, asking not to be named as R       ... C is
**   The council issued a statement: "Q"              Q is, not "a statement"
**   She said that C, which is sad as "Q"             C goes on up to Q
**   The fire, police said, began at noon             "began" is of it
**   The pier, which Doe says is old, fell            "fell" is not
**   A petition calling for C has 900 names           C is
**   A man who ran what Doe called "a ring" was held  Doe's words
**   The talks were, Doe said, "late"                 "The talks were" is
**   Doe confirmed that C, as the Ledger had reported Doe's words
**   Doe said C but did not say why                   C is
**   "Go home," Doe was told by the guard             the guard's words
*/
#include "quote/mend.h"

#include "quote/act.h"
#include "quote/behind.h"
#include "quote/content.h"
#include "quote/cue.h"
#include "quote/extent.h"
#include "quote/seem.h"

#define MEND_OF_NOUN 7  /* Weight of an adverb of the noun behind it */
#define MEND_THAT 30    /* Items between a cue and "that", at most */
#define MEND_WITHHELD 3 /* Items up to a condition of anonymity, at most */
#define MEND_ASIDE 24 /* Items between a clause and the second half, at most */
#define MEND_SURELY 6 /* Weight of a cue that surely reports: confirm */
#define MEND_MANNER 4 /* Weight of what only tells how, "smiling", at most */

/* Whether a clause makes a row of speech. */
static int mendIsRow(const NewsClause *c) {
  return newsClauseIsRow(c) && !c->bThought;
}

/* Whether the quotation at item i breaks off in its sentence: "It is late,". */
static int mendBreaksOff(const NewsText *pText, const NewsItem *a, u32 i) {
  return newsSpanLen(a[i].tok) > 2 &&
         (newsTokPunct(&pText->aTok[a[i].tok.iTo - 2], ',') ||
          newsItemSign(&a[i + 1], ','));
}

/* Whether the quotation at item i, behind a comma or semicolon, goes on with a
** sentence: it begins with a small letter. */
static int mendGoesOn(const NewsText *pText, const NewsItem *a, u32 i) {
  const NewsToken *pFirst = &pText->aTok[a[i].tok.iFrom + 1];
  return a[i].eType == NEWS_IT_QUOTE &&
         (newsItemBreaks(&a[i - 1]) || newsItemSign(&a[i - 1], ';')) &&
         newsSpanLen(a[i].tok) > 3 && pFirst->eKind == NEWS_TOK_WORD &&
         !(pFirst->flags & NEWS_TF_CAP);
}

/* The second half of the quotation before clause c: the item of it, 0 if there
** is none. In brackets and relative clauses anything may stand between, else
** nothing with a verb. */
static u32 mendHalf(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                    const NewsClause *c) {
  u32 i, iTo = NEWS_MIN(unit.iTo, c->whole.iTo + MEND_ASIDE);
  int bHangs = 0;
  for( i = c->whole.iTo; i < iTo; i++ ) {
    if( i > c->whole.iTo && mendGoesOn(pText, a, i) ) return i;
    if( newsItemStop(&a[i]) && !newsItemSign(&a[i], '.') ) break;
    bHangs |= newsItemSign(&a[i], '(') || newsItemIs(&a[i], NEWS_LEX_WH_WORD);
    if( newsItemSign(&a[i], ')') ) bHangs = 0;
    if( newsItemCap(&a[i]) ) continue; /* May 3 */
    if( !bHangs && (newsItemIs(&a[i], NEWS_LEX_AUX | NEWS_LEX_MODAL) ||
                    newsCueIsFinite(&a[i])) ) {
      break;
    }
  }
  return 0;
}

/* Whether clause c only tells how another was said: S said, [laughing], Q. */
static int mendIsManner(const NewsText *pText, const NewsItem *a,
                        const NewsClause *c) {
  return newsItemIs(&a[c->cue.iFrom], NEWS_LEX_GER) &&
         newsSpanLen(c->left) == 0 &&
         newsCueWeight(pText, &a[c->cue.iFrom]) <= MEND_MANNER;
}

/* The quotation at item i is the second half of clause pOf's, unless another
** clause has it that does more than tell how it was said. */
static void mendJoinHalf(const NewsText *pText, const NewsItem *a,
                         NewsVec *pClause, NewsClause *pOf, u32 i) {
  NewsClause *aC = pClause->a;
  u32 k;
  for( k = 0; k < pClause->n; k++ ) {
    NewsClause *c = &aC[k];
    if( c == pOf || c->bTaken != 1 ) continue;
    if( !newsSpanHas(c->left, i) && !newsSpanHas(c->right, i) &&
        !newsSpanHas(newsSpan(pOf->whole.iTo, i), c->cue.iFrom) ) {
      continue;
    }
    if( mendIsRow(c) && newsSpanHas(c->right, i) && i > c->right.iFrom + 1 &&
        a[i - 2].eType == NEWS_IT_QUOTE ) {
      c->right.iTo = i - 1; /* S said, calling it ["a farce"], "and left" */
      continue;
    }
    if( mendIsRow(c) && !mendIsManner(pText, a, c) ) return;
    c->bTaken = 0;
  }
  pOf->right = newsSpan(i, i + 1);
}

/* "Doe slammed the board alleging that C": what is said is C, by Doe, where the
** participle stands behind whom the verb is about: not "slammed a report
** alleging that C". */
static void mendAlleged(const NewsText *pText, const NewsItem *a,
                        NewsClause *c) {
  u64 mForm = NEWS_LEX_GER | NEWS_LEX_CUE | NEWS_LEX_THAT;
  u32 i, iTo = c->right.iTo;
  if( newsSpanLen(c->cue) == 0 || newsSpanLen(c->left) ||
      c->right.iFrom != c->cue.iTo || !newsCueIsFinite(&a[c->cue.iFrom]) ||
      !newsItemIs(&a[c->cue.iFrom], NEWS_LEX_OBJECT) ) {
    return;
  }
  for( i = c->right.iFrom; i + 2 < iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE || newsItemIs(&a[i], NEWS_FINITE) ||
        newsCueIsThat(&a[i]) ) {
      return;
    }
    if( i > c->right.iFrom && (a[i].mClass & mForm) == mForm &&
        newsCueIsThat(&a[i + 1]) && newsCueWeight(pText, &a[i]) > 1 ) {
      break;
    }
  }
  if( i + 2 >= iTo || a[i - 1].eType != NEWS_IT_WORD ||
      newsItemIs(&a[i - 1], NEWS_LEX_DOCUMENT | NEWS_LEX_MEDIA | NEWS_LEX_PREP |
                                NEWS_LEX_CONJ) ) {
    return;
  }
  c->cue = newsSpan(i, i + 1);
  c->iCueWord = a[i].iWord;
  c->right.iFrom = i + 2;
}

/* End the words behind a clause with the quotation that one of these verbs
** follows. */
static void mendToQuote(const NewsItem *a, NewsClause *c, u64 mVerb) {
  u32 i;
  for( i = c->right.iFrom; i + 1 < c->right.iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE && newsItemIs(&a[i + 1], mVerb) ) {
      c->right.iTo = i + 1;
    }
  }
}

/* "An email in which he called her "a hare" was leaked": the words of a
** relative clause end with their quotation where the verb of the sentence
** follows. */
static void mendRelative(const NewsItem *a, NewsSpan unit, NewsClause *c) {
  u32 i = c->mention.iFrom;
  if( newsSpanLen(c->mention) == 0 || newsSpanLen(c->cue) == 0 ||
      i == unit.iFrom || i > c->cue.iFrom || c->right.iFrom < c->cue.iTo ||
      !newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) ) {
    return;
  }
  mendToQuote(a, c, NEWS_LEX_AUX | NEWS_LEX_MODAL);
}

/* "Before Ann told him that C, Bob had left": what is said ends with the clause
** that the sentence begins with. */
static void mendFirst(const NewsItem *a, NewsSpan unit, NewsClause *c) {
  u32 i, iMin = c->right.iFrom + 1, iVerb = 0;
  if( newsSpanLen(c->left) || c->whole.iFrom != unit.iFrom + 1 ||
      !newsItemIs(&a[unit.iFrom], NEWS_LEX_SUBORD) ||
      newsCueIsAs(&a[unit.iFrom]) ) {
    return;
  }
  for( i = iMin; i + 2 < c->right.iTo; i++ ) {
    if( newsItemIs(&a[i], NEWS_FINITE) ) iVerb = i;
    if( iVerb && newsItemSign(&a[i], ',') && newsPhraseOpens(&a[i + 1]) ) break;
  }
  if( i + 2 >= c->right.iTo ) return;
  for( iVerb = i + 2; iVerb < c->right.iTo; iVerb++ ) {
    if( newsItemIs(&a[iVerb], NEWS_FINITE) ) {
      c->right.iTo = i;
      return;
    }
  }
}

/* "A petition calling for C has 900 names": the words end before the verb of
** the sentence, whose subject has the participle. */
static void mendBeside(const NewsItem *a, NewsSpan unit, NewsClause *c) {
  u32 i = c->right.iFrom, iCue = c->cue.iFrom, iEnd;
  int bClause;
  if( newsSpanLen(c->cue) == 0 || newsSpanLen(c->left) || i < c->cue.iTo ||
      c->mention.iFrom != unit.iFrom || c->mention.iTo != iCue ||
      !newsItemIs(&a[iCue], NEWS_LEX_GER) ) {
    return;
  }
  bClause = newsCueIsThat(&a[i]) || newsCueIsThat(&a[i - 1]) ||
            newsItemIs(&a[iCue], NEWS_LEX_BARE);
  iEnd = newsExtentBeforeVerb(a, i + newsCueIsThat(&a[i]), c->right.iTo,
                              (u32)bClause);
  if( iEnd > i + 1 ) c->right.iTo = iEnd;
}

/* Whether item i is "what", and no "who" or "which", whose subject follows. */
static int mendIsWhat(const NewsItem *a, u32 i) {
  return newsItemIs(&a[i], NEWS_LEX_WH_WORD) &&
         newsItemIs(&a[i], NEWS_LEX_PRON) &&
         !newsItemIs(&a[i], NEWS_LEX_SUBJECT);
}

/* "A man who ran what police called "a ring" was jailed": who says so begins
** behind "what", nothing before that is said, and the words end with their
** quotation. */
static void mendWhat(const NewsItem *a, NewsSpan unit, NewsClause *c) {
  u32 i = c->mention.iFrom;
  if( newsSpanLen(c->mention) == 0 || newsSpanLen(c->cue) == 0 ||
      !newsItemIs(&a[c->cue.iFrom], NEWS_LEX_OBJECT) ||
      c->right.iFrom < c->cue.iTo || !newsItemsQuoted(a, c->right) ) {
    return;
  }
  if( i > unit.iFrom && mendIsWhat(a, i - 1) ) {
    c->left.iTo = c->left.iFrom;
    mendToQuote(a, c, NEWS_FINITE);
    return;
  }
  for( i = c->mention.iTo - 1; i > c->mention.iFrom; i-- ) {
    if( newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) ) break;
  }
  if( i == c->mention.iFrom || !mendIsWhat(a, i - 1) ) return;
  c->mention.iFrom = c->whole.iFrom = i;
  mendToQuote(a, c, NEWS_FINITE);
}

/* Whether a verb's form stands at item i that a subject before may have. */
static int mendIsVerb(const NewsItem *a, u32 i) {
  return a[i].eType == NEWS_IT_WORD && !newsItemCap(&a[i]) &&
         (newsItemIs(&a[i], NEWS_FINITE) || newsCueIsFinite(&a[i]) ||
          newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD));
}

/* The item of the relative pronoun of a clause, "which the mayor says", "who
** once promised"; 0 if it has none. */
static u32 mendWho(const NewsItem *a, NewsSpan unit, const NewsClause *c) {
  u32 i = NEWS_MIN(c->mention.iFrom, c->cue.iFrom), k = c->cue.iFrom;
  while( k > unit.iFrom && newsItemIs(&a[k - 1], NEWS_LEX_ADVERB) ) k--;
  if( i > unit.iFrom + 2 && newsItemIs(&a[i - 1], NEWS_LEX_WH_WORD) &&
      newsItemSign(&a[i - 2], ',') ) {
    return i - 1;
  }
  return k > unit.iFrom + 1 && newsItemIs(&a[k - 1], NEWS_LEX_WH_WORD) &&
                 newsItemIs(&a[k - 1], NEWS_LEX_PRON)
             ? k - 1
             : 0;
}

/* "The bridge, which the mayor says is unsafe, will close": what is said ends
** with the relative clause, as the subject before it has its verb behind it. */
static void mendBetween(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                        NewsClause *c) {
  u32 i, j;
  if( newsSpanLen(c->right) == 0 || newsSpanLen(c->mention) == 0 ||
      c->right.iFrom < c->cue.iTo ) {
    return;
  }
  i = mendWho(a, unit, c);
  if( i == 0 || newsClauseHasVerb(pText, a, unit, i - 1) ) return;
  for( i = c->right.iFrom + 1; i + 1 < c->right.iTo; i++ ) {
    if( !newsItemSign(&a[i], ',') ) continue;
    if( newsItemIs(&a[i + 1], NEWS_LEX_WH_WORD) ) {
      while( i + 2 < c->right.iTo && !newsItemSign(&a[i + 1], ',') ) i++;
      i++; /* ", which is long," within it */
      continue;
    }
    for( j = i + 1; newsItemIs(&a[j], NEWS_LEX_ADVERB); j++ ) {
    }
    if( mendIsVerb(a, j) && (newsCueIsTo(&a[c->right.iFrom]) ||
                             newsCueHasVerb(pText, a, c->right.iFrom, i)) ) {
      c->right.iTo = i;
    }
  }
}

/* "The fire, according to police, began at noon": the verb of what is said
** stands behind the clause. */
static void mendParted(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                       NewsClause *c) {
  u32 i = NEWS_MAX(c->mention.iTo, c->cue.iTo);
  NewsCue cue;
  if( newsSpanLen(c->left) == 0 || newsSpanLen(c->right) ||
      newsSpanLen(c->mention) == 0 || c->left.iTo > c->cue.iFrom ||
      !newsItemSign(&a[c->left.iTo], ',') || i + 2 >= unit.iTo ||
      !newsItemSign(&a[i], ',') || !mendIsVerb(a, i + 1) ||
      newsItemsQuoted(a, c->left) ||
      newsClauseHasVerb(pText, a, unit, c->left.iTo) ) {
    return;
  }
  cue = newsCueAt(pText, a, unit, c->cue.iFrom);
  c->right = newsSpan(i + 1, newsExtentEnd(&cue, i + 1));
}

/* "Would the minister, he asked, resign?": the question begins before the
** clause. */
static void mendAsked(const NewsItem *a, NewsSpan unit, NewsClause *c) {
  u32 i = NEWS_MIN(c->mention.iFrom, c->cue.iFrom);
  u32 iTo = NEWS_MAX(c->mention.iTo, c->cue.iTo);
  if( newsSpanLen(c->left) || newsSpanLen(c->right) == 0 ||
      newsSpanLen(c->mention) == 0 || c->right.iFrom != iTo + 1 ||
      i < unit.iFrom + 2 || !newsItemSign(&a[i - 1], ',') ||
      !newsItemSign(&a[iTo], ',') || !newsItemSign(&a[unit.iTo - 1], '?') ||
      !newsItemIs(&a[unit.iFrom],
                  NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_WH_WORD) ) {
    return;
  }
  c->left = newsSpan(unit.iFrom, i - 1);
}

/* "The talks were, Doe said, "late"": the words begin before the clause, with
** their verb. */
static void mendBegun(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                      NewsClause *c) {
  u32 i = c->whole.iFrom;
  NewsCue cue;
  if( newsSpanLen(c->left) || newsSpanLen(c->mention) == 0 ||
      newsSpanLen(c->cue) == 0 || i < unit.iFrom + 3 ||
      c->right.iFrom <= c->whole.iFrom || !newsItemSign(&a[i - 1], ',') ||
      a[c->right.iFrom].eType != NEWS_IT_QUOTE ||
      !newsItemSign(&a[c->right.iFrom - 1], ',') || !mendIsVerb(a, i - 2) ||
      (pText->aTok[a[c->right.iFrom].tok.iFrom + 1].flags & NEWS_TF_CAP) ||
      newsItemsQuoted(a, newsSpan(unit.iFrom, i)) ) {
    return;
  }
  cue = newsCueAt(pText, a, unit, c->cue.iFrom);
  c->left = newsContentBefore(&cue, i - 1);
}

/* "Orr confirmed that C, as the Ledger had reported": the row is Orr's, who
** confirms it now. */
static void mendConfirmed(const NewsText *pText, const NewsItem *a,
                          NewsClause *c) {
  u32 i = c->mention.iFrom, iTo = c->left.iTo;
  NewsFit fit;
  if( newsSpanLen(c->left) == 0 || newsSpanLen(c->right) ||
      newsSpanLen(c->mention) == 0 || i <= iTo || !newsCueIsAs(&a[i - 1]) ||
      a[c->left.iFrom].eType == NEWS_IT_QUOTE ) {
    return;
  }
  for( i = c->left.iFrom + 1; i + 1 < iTo && !newsCueIsFinite(&a[i]); i++ ) {
  }
  if( i + 1 >= iTo || newsCueWeight(pText, &a[i]) < MEND_SURELY ||
      newsItemIs(&a[i], NEWS_LEX_THOUGHT) ) {
    return;
  }
  fit = newsPhraseLeft(a, c->left.iFrom, i);
  if( fit.nScore < NEWS_CLAUSE_LEAST || fit.span.iFrom != c->left.iFrom )
    return;
  c->mention = fit.span;
  c->cue = newsSpan(i, i + 1);
  c->iCueWord = a[i].iWord;
  while( i + 1 < iTo && !newsCueIsThat(&a[i]) ) i++;
  if( i + 1 >= iTo ) i = c->cue.iFrom;
  c->right = newsSpan(i + 1, iTo);
  c->left = newsSpan(0, 0);
}

/* "Lee, cited by the Gazette, said C": who relays it is no apposition. */
static void mendCited(const NewsText *pText, const NewsItem *a, NewsClause *c) {
  const u64 m = NEWS_LEX_CUE | NEWS_LEX_PART | NEWS_LEX_REASON;
  u32 i;
  for( i = c->mention.iFrom + 2; i + 2 < c->mention.iTo; i++ ) {
    NewsFit by;
    if( (a[i].mClass & m) != m || !newsItemSign(&a[i - 1], ',') ||
        !newsCueIsBy(&a[i + 1]) || newsSpanLen(c->via) ) {
      continue;
    }
    by = newsPhraseRight(pText, a, i + 2, c->mention.iTo, 0);
    if( by.nScore <= 1 ) continue;
    c->via = by.span;
    c->mention.iTo = i - 1;
  }
}

/* "Asked by reporters, Doe recalls that C": C is said, not what leads to it. */
static void mendThat(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                     NewsClause *c) {
  u32 i = c->cue.iTo;
  NewsCue cue;
  if( newsSpanLen(c->cue) == 0 || newsSpanLen(c->left) == 0 ||
      newsSpanLen(c->right) || i + 2 >= unit.iTo || !newsCueIsThat(&a[i]) ||
      !newsItemIs(&a[i - 1], NEWS_LEX_THAT) || c->left.iFrom > unit.iFrom ||
      newsItemsQuoted(a, c->left) ||
      newsCueHasVerb(pText, a, unit.iFrom + 1, c->left.iTo) ) {
    return;
  }
  cue = newsCueAt(pText, a, unit, c->cue.iFrom);
  c->left = newsSpan(0, 0);
  c->right = newsSpan(i, newsExtentEnd(&cue, i + 1));
}

/* "C, the firm said, a process that will take weeks": that is what the report
** thinks of it. */
static void mendComment(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                        NewsClause *c) {
  u32 i = c->right.iFrom;
  if( newsSpanLen(c->left) && newsSpanLen(c->right) &&
      newsSpanLen(c->mention) && !newsItemsQuoted(a, c->left) &&
      i == NEWS_MAX(c->mention.iTo, c->cue.iTo) + 1 &&
      newsItemSign(&a[i - 1], ',') && newsBehindComments(a, i) &&
      newsClauseHasVerb(pText, a, unit, c->left.iTo) ) {
    c->right = newsSpan(0, 0);
  }
}

/* "C, two aides said, asking not to be named because talks are private": why a
** source is not named is no more of what it says. */
static void mendUnnamed(const NewsItem *a, NewsClause *c) {
  if( newsSpanLen(c->left) && newsSpanLen(c->right) &&
      c->right.iFrom > c->cue.iFrom &&
      newsItemIs(&a[c->right.iFrom], NEWS_LEX_ANONYMITY) ) {
    c->right = newsSpan(0, 0);
  }
}

/* "Q, it says in her letter": the letter is the source, "it" is nothing; but of
** "it said in its letter" it may be a company. */
static void mendSaysIn(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                       NewsClause *c) {
  u32 i = c->cue.iTo, j;
  NewsFit fit;
  if( newsSpanLen(c->left) == 0 || newsSpanLen(c->mention) != 1 ||
      c->mention.iTo != c->cue.iFrom || !newsCueIsIt(&a[c->mention.iFrom]) ||
      i + 2 >= unit.iTo || !newsItemIs(&a[i], NEWS_LEX_PREP) ||
      newsCueIsTo(&a[i]) || !newsItemIs(&a[i + 1], NEWS_LEX_DET) ||
      !newsItemIs(&a[i + 1], NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_FIRST) ) {
    return;
  }
  fit = newsPhraseRight(pText, a, i + 1, unit.iTo, 0);
  if( fit.nScore <= 1 || newsSpanMeets(fit.span, c->right) ) return;
  for( j = fit.span.iFrom; j < fit.span.iTo; j++ ) {
    if( newsItemIs(&a[j], NEWS_LEX_DOCUMENT) ) {
      c->mention = fit.span;
      return;
    }
    if( newsItemIs(&a[j], NEWS_LEX_PREP) ) return;
  }
}

/* "The mayor was told by engineers that C": whom it is told is none of the
** words; of "Q", the mayor was told by engineers, they are Q. */
static void mendHearer(const NewsText *pText, const NewsItem *a,
                       NewsClause *c) {
  u32 i = c->cue.iTo - 1, iFrom = c->left.iFrom;
  if( newsSpanLen(c->cue) == 0 || newsSpanLen(c->left) == 0 || i == 0 ||
      c->mention.iFrom < c->cue.iTo || c->left.iTo + 2 < c->cue.iTo ||
      !newsCueIsTold(pText, &a[i - 1], &a[i]) || newsItemsQuoted(a, c->left) ) {
    return;
  }
  if( newsSpanLen(c->right) ) {
    c->left = newsSpan(0, 0);
  } else if( iFrom > 1 && newsItemBreaks(&a[iFrom - 1]) &&
             a[iFrom - 2].eType == NEWS_IT_QUOTE ) {
    c->left = newsSpan(iFrom - 2, iFrom - 1);
  }
}

/* Whether a row of the unit other than c has something of the items. */
static int mendIsOthers(const NewsVec *pClause, const NewsClause *c,
                        NewsSpan s) {
  const NewsClause *aC = pClause->a;
  u32 i;
  for( i = 0; i < pClause->n; i++ ) {
    if( &aC[i] == c || !newsClauseIsRow(&aC[i]) ) continue;
    if( newsSpanMeets(aC[i].whole, s) || newsSpanMeets(aC[i].left, s) ||
        newsSpanMeets(aC[i].right, s) ) {
      return 1;
    }
  }
  return 0;
}

/*
** What leads to a quotation behind a colon is none of the words: it tells how
** they were said, and is of the cue where it is short. The council [issued a
** brief statement]: ["We regret it."]
*/
static void mendLeads(const NewsItem *a, NewsClause *c) {
  u32 i;
  if( !newsClauseIsRow(c) || c->right.iFrom < c->cue.iTo ) return;
  for( i = c->right.iFrom; i + 1 < c->right.iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE || newsItemStop(&a[i]) ||
        newsCueIsThat(&a[i]) ||
        (newsCueIsFinite(&a[i]) && !newsItemIs(&a[i - 1], NEWS_LEX_SUBJECT)) ||
        newsItemIs(&a[i], NEWS_FINITE | NEWS_LEX_WH_WORD) ) {
      return; /* the last: Ann says [Bob told her: "Q"] */
    }
    if( newsItemSign(&a[i], ':') ) break;
  }
  if( i + 1 >= c->right.iTo || a[i + 1].eType != NEWS_IT_QUOTE ) return;
  if( c->cue.iTo == c->right.iFrom && i - c->right.iFrom <= NEWS_CLAUSE_LED ) {
    c->cue.iTo = i;
  }
  c->right.iFrom = i + 1;
}

/*
** Whether the words between what a clause attributes and a quotation go on with
** the same: they are there, and tell nothing else (", she came under", "and
** ranked it as"). What hangs on it may have a verb: ", which is".
*/
static int mendKeepsOn(const NewsItem *a, NewsSpan s) {
  u32 i;
  int bHangs = 0, bWord = 0;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    int bWh = newsItemIs(&a[i], NEWS_LEX_WH | NEWS_LEX_WH_WORD);
    bWord |= a[i].eType == NEWS_IT_WORD;
    bHangs |= bWh || newsItemIs(&a[i], NEWS_LEX_SUBORD) || newsCueIsThat(&a[i]);
    if( newsItemIs(&a[i], NEWS_LEX_CONJ) && i + 1 < s.iTo &&
        !newsItemIs(&a[i + 1], NEWS_LEX_PREP | NEWS_LEX_SUBORD) ) {
      return 0;
    }
    if( newsItemIs(&a[i], NEWS_LEX_SUBJECT) && !bWh && i > s.iFrom &&
        newsItemBreaks(&a[i - 1]) ) {
      return 0;
    }
    if( !bHangs && (newsItemIs(&a[i], NEWS_LEX_AUX | NEWS_LEX_MODAL) ||
                    newsCueIsFinite(&a[i])) ) {
      return 0;
    }
  }
  return bWord;
}

/*
** The words of a clause go on as far as a quotation that is no other's, where
** they end before it. She said that [they lose,] which is sad as "[it was their
** last chance]"; "[The boy], as he was known, '[never liked the work],' he
** said."
*/
static void mendReach(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                      NewsVec *pClause) {
  NewsClause *aC = pClause->a;
  u32 i, j;
  for( i = unit.iFrom; i < unit.iTo; i++ ) {
    NewsLook look;
    if( a[i].eType != NEWS_IT_QUOTE ) continue;
    if( i > unit.iFrom && newsItemSign(&a[i - 1], ':') ) continue;
    look = newsItemLook(pText, &a[i]);
    if( !newsLookStretch(&look) ) continue;
    for( j = 0; j < pClause->n; j++ ) {
      NewsClause *c = &aC[j];
      NewsSpan *pSide = i < c->whole.iFrom ? &c->left : &c->right;
      if( !newsClauseIsRow(c) || newsSpanLen(*pSide) == 0 || pSide->iTo > i ||
          (pSide == &c->right && i < c->whole.iTo) ||
          newsSpanMeets(c->mention, newsSpan(pSide->iTo, i)) ||
          !mendKeepsOn(a, newsSpan(pSide->iTo, i)) ||
          mendIsOthers(pClause, c, newsSpan(pSide->iTo, i + 1)) ) {
        continue;
      }
      pSide->iTo = i + 1;
      break;
    }
  }
}

/* A word that belongs to the noun behind it is said, too: said [only] cars
** would pass. */
static void mendOnly(const NewsText *pText, const NewsItem *a, NewsClause *c) {
  u32 i = c->right.iFrom;
  if( newsSpanLen(c->right) && i == c->cue.iTo + 1 &&
      a[i].eType == NEWS_IT_WORD && newsItemIs(&a[i - 1], NEWS_LEX_ADVERB) &&
      newsCueWeight(pText, &a[i - 1]) == MEND_OF_NOUN &&
      !newsCueIsThat(&a[i]) ) {
    c->right.iFrom--;
  }
}

/* Whether item i begins to tell how a source spoke: [speaking] on condition of
** anonymity, [asking not to be named]. */
static int mendIsWithheld(const NewsText *pText, const NewsItem *a, u32 i,
                          u32 iTo) {
  return a[i].eType == NEWS_IT_WORD &&
         newsTokIs(&pText->aTok[a[i].tok.iFrom], NEWS_LEX_GER) &&
         newsItemsHave(a, newsSpan(i, NEWS_MIN(i + MEND_WITHHELD, iTo)),
                       NEWS_LEX_ANONYMITY);
}

/* Why the source is not named is not said, at the end: said C, [speaking on
** condition of anonymity]. */
static void mendWithheld(const NewsText *pText, const NewsItem *a,
                         NewsClause *c) {
  u32 i = c->right.iTo;
  while( i > c->right.iFrom && !newsItemSign(&a[i - 1], ',') ) i--;
  if( i > c->right.iFrom + 1 && mendIsWithheld(pText, a, i, c->right.iTo) ) {
    c->right.iTo = i - 1;
  }
}

/* The "that" behind a reason which begins at item i: behind a comma, else the
** last; iTo for none. */
static u32 mendPastReason(const NewsItem *a, u32 i, u32 iTo) {
  u32 iThat = iTo;
  for( ; i < iTo && a[i].eType != NEWS_IT_QUOTE && !newsItemStop(&a[i]); i++ ) {
    if( !newsCueIsThat(&a[i]) ) continue;
    iThat = i;
    if( newsItemSign(&a[i - 1], ',') ) break;
  }
  return iThat;
}

/* What stands between a cue and "that" is not said: said, [on condition of
** anonymity because it is secret,] that C; said through [his lawyer, Ann Doe,]
** that C. */
static void mendUpToThat(const NewsText *pText, const NewsItem *a,
                         NewsClause *c) {
  u32 i = c->right.iFrom, iLast = NEWS_MIN(i + MEND_THAT, c->right.iTo);
  NewsFit fit;
  if( newsSpanLen(c->right) == 0 || i <= c->cue.iFrom || newsCueIsThat(&a[i]) ||
      newsCueIsThat(&a[i - 1]) ) {
    return;
  }
  if( newsItemIs(&a[i], NEWS_LEX_PREP) && newsSpanLen(a[i].tok) == 1 ) i++;
  if( newsItemIs(&a[i], NEWS_LEX_ANONYMITY) ) {
    i = mendPastReason(a, i, iLast);
  } else if( newsItemIs(&a[i - 1], NEWS_LEX_PREP) && i == c->cue.iTo + 1 ) {
    fit = newsPhraseRight(pText, a, i, c->right.iTo, 0);
    i = fit.span.iTo;
    if( newsSpanLen(fit.span) == 0 || i + 1 >= iLast ||
        !newsItemSign(&a[i], ',') ) {
      return;
    }
    i++;
  } else {
    return;
  }
  if( i + 1 < iLast && newsCueIsThat(&a[i]) ) c->right.iFrom = i;
}

/* What stands in another's place, or was broken off. */
static void mendSpeech(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                       NewsVec *pClause) {
  NewsClause *aC = pClause->a;
  u32 i, k;
  for( i = 0; i < pClause->n; i++ ) {
    NewsClause *c = &aC[i];
    if( !mendIsRow(c) ) continue;
    if( newsSeemNone(pText, a, unit, c) ) {
      c->bTaken = 0;
      continue;
    }
    c->right.iTo = newsActFrom(pText, a, c->right);
    mendWithheld(pText, a, c);
    mendUpToThat(pText, a, c);
    mendOnly(pText, a, c);
    mendAlleged(pText, a, c);
    mendRelative(a, unit, c);
    mendWhat(a, unit, c);
    mendFirst(a, unit, c);
    mendBeside(a, unit, c);
    mendBetween(pText, a, unit, c);
    mendCited(pText, a, c);
    mendThat(pText, a, unit, c);
    mendParted(pText, a, unit, c);
    mendAsked(a, unit, c);
    mendBegun(pText, a, unit, c);
    mendConfirmed(pText, a, c);
    mendComment(pText, a, unit, c);
    mendUnnamed(a, c);
    mendHearer(pText, a, c);
    mendSaysIn(pText, a, unit, c);
    if( newsSpanLen(c->left) == 0 || newsSpanLen(c->right) ||
        c->left.iTo > c->whole.iFrom ||
        a[c->left.iTo - 1].eType != NEWS_IT_QUOTE ||
        !mendBreaksOff(pText, a, c->left.iTo - 1) ) {
      continue;
    }
    k = mendHalf(pText, a, unit, c);
    if( k ) mendJoinHalf(pText, a, pClause, c, k);
  }
}

void newsMendUnit(const NewsText *pText, const NewsItem *a, NewsSpan unit,
                  NewsSpan told, NewsVec *pClause) {
  NewsClause *aC = pClause->a;
  u32 i;
  mendSpeech(pText, a, unit, pClause);
  newsSeemRefers(a, told, pClause);
  for( i = 0; i < pClause->n; i++ ) {
    mendLeads(a, &aC[i]);
    newsClausePassive(pText, a, unit, &aC[i]);
    newsSeemSource(a, unit, pClause, &aC[i]);
  }
  mendReach(pText, a, unit, pClause);
}
