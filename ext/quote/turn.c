/*
** turn.c: see turn.h.
*/
#include "quote/turn.h"

#include "quote/cue.h"
#include "quote/unit.h"

#define LABEL_MAX 10 /* Items of a label at most */
#define TITLE_MAX 30 /* Items of a title, at most */
#define STAGE_MAX 8  /* Tokens of a stage direction with its brackets */
#define LONE_MAX 150 /* Tokens of the only turn of a report, at most */
#define TURN_MAX 9   /* Tokens of a transcript's label with its colon */

/* What no label holds; but "A:" is one */
#define LABEL_NOT (NEWS_GRAMMAR & ~NEWS_LEX_INDEF)
#define HOLDS                                                           \
  (NEWS_LEX_TITLE | NEWS_LEX_ROLE | NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE | \
   NEWS_LEX_ORG | NEWS_LEX_ORGNAME | NEWS_LEX_MEDIA | NEWS_LEX_AGENCY | \
   NEWS_LEX_HONORIFIC)

/* Whether an item can stand in a label. */
static int turnItem(const NewsItem *p) {
  if( p->eType == NEWS_IT_CLITIC ) return 1;
  if( p->eType == NEWS_IT_SIGN ) {
    return p->hash == '(' || p->hash == ')' || p->hash == ',';
  }
  if( p->eType != NEWS_IT_WORD ) return 0;
  if( newsItemIs(p, LABEL_NOT) && !newsItemIs(p, HOLDS) ) {
    return newsItemIs(p, NEWS_LEX_DET | NEWS_LEX_PREP);
  }
  if( newsItemIs(p, NEWS_LEX_HEADLINE | NEWS_LEX_WEB | NEWS_LEX_BYLINE) ) {
    return 0;
  }
  return newsItemCap(p) || newsItemIs(p, HOLDS);
}

/*
** The token behind the letter and stop that the tokens of span begin with: "Q.
** Did you know?"; 0 if they do not. *pHash: of the letter.
*/
static u32 turnLetter(const NewsText *pText, NewsSpan span, u32 *pHash) {
  const NewsToken *p = &pText->aTok[span.iFrom];
  u32 nStop = p->nByte == 1;
  if( newsSpanLen(span) < 3 || p->eKind != NEWS_TOK_WORD ||
      !(p->flags & NEWS_TF_CAP) ) {
    return 0;
  }
  if( nStop ? !newsTokPunct(&p[1], '.')
            : p->nByte != 2 || pText->z[p->iByte + 1] != '.' ) {
    return 0;
  }
  *pHash = p->hash;
  return span.iFrom + 1 + nStop;
}

/* Whether "THE" begins a label in capitals: THE COURT: */
static int turnIsThe(const NewsToken *p) {
  return (p->flags & NEWS_TF_UPPER) && p->nByte > 1 &&
         newsTokIs(p, NEWS_LEX_DET);
}

/* The token that closes the bracket at token i; i if none does soon. */
static u32 turnBracket(const NewsText *pText, u32 i, u32 iTo) {
  u32 j;
  for( j = i + 1; j < iTo && j < i + TURN_MAX; j++ ) {
    if( newsTokPunct(&pText->aTok[j], ')') ) return j;
  }
  return i;
}

u32 newsTurnStage(const NewsText *pText, NewsSpan span) {
  const NewsToken *a = pText->aTok;
  u32 i = span.iFrom, iMax = NEWS_MIN(span.iTo, i + STAGE_MAX), cClose;
  if( i >= iMax ) return i;
  cClose = newsTokPunct(&a[i], '[')                                      ? ']'
           : newsTokPunct(&a[i], '(') && !(a[i + 1].flags & NEWS_TF_CAP) ? ')'
                                                                         : 0;
  if( cClose == 0 ) return i;
  for( i++; i + 1 < iMax; i++ ) {
    if( newsTokPunct(&a[i], cClose) ) return i + 1;
  }
  return span.iFrom;
}

/* The token behind the colon of the label that a span begins with, or 0. */
static u32 turnColon(const NewsText *pText, NewsSpan span, int *pbUpper) {
  u32 i, iMax = NEWS_MIN(span.iTo, span.iFrom + TURN_MAX);
  *pbUpper = 1;
  if( newsSpanLen(span) && turnIsThe(&pText->aTok[span.iFrom]) ) span.iFrom++;
  for( i = span.iFrom; i < iMax; i++ ) {
    const NewsToken *pTok = &pText->aTok[i];
    if( newsTokPunct(pTok, ':') ) {
      return i > span.iFrom && i + 1 < span.iTo ? i + 1 : 0;
    }
    if( newsTokPunct(pTok, '.') ) continue;
    if( newsTokPunct(pTok, '(') && i > span.iFrom ) {
      i = turnBracket(pText, i, span.iTo); /* Ann Lee (Labour): */
      iMax = NEWS_MIN(span.iTo, i + 2);
      continue;
    }
    if( *pbUpper && i > span.iFrom && newsTokPunct(pTok, ',') ) continue;
    if( pTok->eKind != NEWS_TOK_WORD || !(pTok->flags & NEWS_TF_CAP) ) break;
    if( newsTokIs(pTok, LABEL_NOT | NEWS_LEX_WEB | NEWS_LEX_HEADLINE) ) break;
    if( !(pTok->flags & NEWS_TF_UPPER) ) *pbUpper = 0;
  }
  return 0;
}

u32 newsTurnOf(const NewsText *pText, const NewsTurns *p, NewsSpan span,
               int *pbUpper) {
  u32 i = 0, hash;
  if( p->bLetters ) i = turnLetter(pText, span, &hash);
  if( i == 0 ) return turnColon(pText, span, pbUpper);
  *pbUpper = 1;
  return i;
}

/* How many paragraphs begin with one of two letters and a stop; 0 where there
** are fewer than three, or others. */
static u32 turnLetters(const NewsText *pText) {
  u32 a[2] = {0, 0}, an[2] = {0, 0}, i, k, h;
  for( i = 0; i < pText->vBlock.n; i++ ) {
    if( !turnLetter(pText, newsTextBlockSpan(pText, i), &h) ) continue;
    k = a[0] && a[0] != h;
    if( a[k] && a[k] != h ) return 0;
    a[k] = h;
    an[k]++;
  }
  return an[1] && an[0] + an[1] > 2 ? an[0] + an[1] : 0;
}

/* Whether a label alone in its report, which ends at token iWords, is of one
** who speaks: a name in capitals, no word that a page sets before a text, and
** one in the sentence behind it who says "I", "we" or "you". */
static int turnIsLone(const NewsText *pText, NewsSpan para, u32 iWords) {
  const NewsToken *a = pText->aTok;
  u32 i, nWord = 0, nSmall = 0, nSelf = 0;
  for( i = para.iFrom; i + 1 < iWords; i++ ) {
    if( a[i].eKind == NEWS_TOK_WORD && a[i].iWord &&
        !newsTokIs(&a[i],
                   NEWS_LEX_GIVEN | NEWS_LEX_HONORIFIC | NEWS_LEX_TITLE) ) {
      return 0;
    }
  }
  if( newsTokIs(&a[para.iFrom], NEWS_LEX_PLACE) ||
      newsSpanLen(para) > LONE_MAX || !newsTokStop(&a[para.iTo - 1]) ) {
    return 0;
  }
  for( i = iWords; i < para.iTo; i++ ) {
    if( newsTokPunct(&a[i], ':') && (a[i - 1].flags & NEWS_TF_UPPER) ) {
      return 0; /* A transcript whose lines are lost */
    }
    nSelf += newsTokIs(&a[i], NEWS_LEX_FIRST | NEWS_LEX_SECOND);
    nWord += a[i].eKind == NEWS_TOK_WORD;
    nSmall += a[i].eKind == NEWS_TOK_WORD && !(a[i].flags & NEWS_TF_CAP);
  }
  return nSelf > 0 && nSmall * 2 > nWord; /* The last: no headline */
}

void newsTurnsFind(const NewsText *pText, NewsTurns *p) {
  u32 i, iWords, iLone = 0, n = turnLetters(pText);
  int bUpper;
  p->bLetters = n > 0;
  for( i = 0; i < pText->vBlock.n; i++ ) {
    NewsSpan para = newsTextBlockSpan(pText, i);
    if( pText->aTok[para.iFrom].eKind == NEWS_TOK_MARK ) para.iFrom++;
    para.iFrom = newsTurnStage(pText, para);
    iWords = turnColon(pText, para, &bUpper);
    n += iWords != 0;
    if( iWords && bUpper && turnIsLone(pText, para, iWords) ) iLone = i + 1;
  }
  p->iLone = n == 1 ? iLone : 0;
  p->bSome = n > 1;
  p->bMostly = n > 1 && n * 2 > pText->vBlock.n;
}

/* Whether a label [i, iTo) begins with what somebody wrote whom the rest names:
** "Post by Tom Field:". */
static int turnIsBy(const NewsItem *a, u32 i, u32 iTo) {
  return iTo > i + 2 && newsItemIs(&a[i], NEWS_LEX_DOCUMENT) &&
         newsCueIsBy(&a[i + 1]);
}

u32 newsTurnLabel(const NewsItem *a, u32 iFrom, u32 iTo, NewsSpan *pLabel) {
  u32 i, iMax = NEWS_MIN(iTo, iFrom + LABEL_MAX);
  u32 nName = 0, nHold = 0;
  int nOpen = 0; /* Brackets: "Acme (NYSE: ACM)" */
  for( i = iFrom; i < iMax && !newsItemSign(&a[i], ':'); i++ ) {
    if( !turnItem(&a[i]) ) return 0;
    nOpen += newsItemSign(&a[i], '(') - newsItemSign(&a[i], ')');
    if( a[i].eType != NEWS_IT_WORD ) continue;
    nName += newsItemCap(&a[i]) && !newsItemIs(&a[i], LABEL_NOT);
    nHold += newsItemIs(&a[i], HOLDS | NEWS_LEX_GIVEN);
  }
  if( i >= iMax || i == iFrom || i + 1 >= iTo || nOpen > 0 ) return 0;
  if( !(a[i + 1].flags & NEWS_TF_SPACE) ) return 0;
  if( newsItemIs(&a[i - 1], NEWS_LEX_AGENCY) ) return 0; /* "AP: ..." */
  if( newsItemIs(&a[iFrom], NEWS_LEX_PREP) ) return 0;
  if( nHold == 0 && (nName == 0 || nName > 3 || nName < i - iFrom) ) return 0;
  if( turnIsBy(a, iFrom, i) ) iFrom += 2;
  *pLabel = newsSpan(iFrom, i);
  return i + 1;
}

/* Whether items [i, iTo) only tell when, and on which network, something was
** posted: [Doe (@doe)] May 2, 2031; [Doe] on Facebook. */
static int turnIsPosted(const NewsItem *a, u32 i, u32 iTo) {
  const u64 mWhen = NEWS_WHEN | NEWS_LEX_NUMBER | NEWS_LEX_SOCIAL;
  int bSome = 0;
  for( ; i < iTo; i++ ) {
    bSome |= newsItemIs(&a[i], NEWS_WHEN | NEWS_LEX_SOCIAL);
    if( a[i].eType != NEWS_IT_SIGN && !newsItemIs(&a[i], mWhen) &&
        !newsItemIs(&a[i], NEWS_LEX_PREP) ) {
      return 0;
    }
  }
  return bSome;
}

int newsTurnSigned(const NewsText *pText, const NewsItem *a, u32 iFrom, u32 iTo,
                   NewsSpan *pName) {
  NewsFit fit;
  if( iFrom + 1 >= iTo || !newsItemDash(&a[iFrom]) ) return 0;
  if( a[iFrom].hash == '-' && (a[iFrom].flags & NEWS_TF_LINE) ) {
    return 0; /* An item of a list */
  }
  if( !newsItemCap(&a[iFrom + 1]) ) return 0;
  fit = newsPhraseRight(pText, a, iFrom + 1, iTo, 0);
  if( newsSpanLen(fit.span) == 0 || fit.nScore <= 0 ) return 0;
  while( iTo > fit.span.iTo && newsItemStop(&a[iTo - 1]) ) iTo--;
  if( fit.span.iTo < iTo && !turnIsPosted(a, fit.span.iTo, iTo) ) {
    /* "Hugh Hill, M.D., of Outer Sedge" */
    if( !newsItemSign(&a[fit.span.iTo], ',') || iTo - iFrom > LABEL_MAX ) {
      return 0;
    }
    fit.span.iTo = iTo;
  }
  *pName = fit.span;
  return 1;
}

NewsSpan newsTurnWords(const NewsText *pText, NewsSpan inner, u32 iTo) {
  u32 i = inner.iTo;
  while( i < iTo && !newsTokWordy(&pText->aTok[i]) ) i++;
  if( i < iTo ) inner.iTo = iTo;
  return inner;
}

int newsTurnTitles(const NewsText *pText, const NewsItem *a, u32 n) {
  NewsSpan name;
  return n < TITLE_MAX && newsTurnLabel(a, 0, n, &name) != 0 &&
         newsUnitEnd(pText, a, 0, n) == n;
}
