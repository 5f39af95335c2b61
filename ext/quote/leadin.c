/*
** leadin.c: see leadin.h.
*/
#include "quote/leadin.h"

#define LEADIN_DATELINE 16 /* Items of a dateline at most */
#define LEADIN_UPPER 6     /* Bytes of an agency's letters at most: (KNA) */
#define LEADIN_LOWER 4     /* ... in small letters: (gd) */
#define LEADIN_CAPTION 12  /* Items looked at before a caption */
#define LEADIN_PROSE 8     /* Words that show a sentence from a heading */

/* Whether an item can stand in a dateline before its end. */
static int leadinIsDated(const NewsItem *p) {
  if( p->eType == NEWS_IT_SIGN ) {
    return p->hash == ',' || p->hash == '(' || p->hash == ')' ||
           p->hash == '/' || p->hash == '.';
  }
  return newsItemCap(p) ||
         newsItemIs(p, NEWS_LEX_NUMBER | NEWS_LEX_MONTH | NEWS_LEX_AGENCY) ||
         newsItemSign(p - 1, '/');
}

/* Whether the bracket that closes at item i holds but the letters that an
** agency signs with, whether one knows it or not: (KNA), (gd). */
static int leadinIsSlug(const NewsText *pText, const NewsItem *a, u32 i) {
  const NewsItem *p = &a[i - 1];
  u32 nByte;
  if( i < 3 || p->eType != NEWS_IT_WORD || newsSpanLen(p->tok) != 1 ||
      !newsItemSign(&a[i - 2], '(') ) {
    return 0;
  }
  nByte = pText->aTok[p->tok.iFrom].nByte;
  if( p->flags & NEWS_TF_UPPER ) return nByte > 1 && nByte <= LEADIN_UPPER;
  return !newsItemCap(p) && p->iWord == 0 && nByte > 1 && nByte <= LEADIN_LOWER;
}

/* Whether nobody speaks for themselves or to another in the n items. */
static int leadinIsTold(const NewsItem *a, u32 n) {
  u32 i;
  for( i = 0; i < n; i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_FIRST | NEWS_LEX_SECOND) ) return 0;
  }
  return 1;
}

/* Whether most words from item i on are small, as in no heading. */
static int leadinIsProse(const NewsItem *a, u32 i, u32 n) {
  int nWord = 0, nSmall = 0;
  for( ; i < n && nWord < LEADIN_PROSE; i++ ) {
    if( a[i].eType == NEWS_IT_SIGN ) continue;
    nWord++;
    nSmall += a[i].eType == NEWS_IT_WORD && !newsItemCap(&a[i]);
  }
  return nSmall * 2 > nWord;
}

/* Items of a dateline that ends with a colon at item i: places alone, and a
** sentence behind. [SHIMLA:] At least. bTop: at the top of a report that is no
** transcript, where a word in capitals that nobody knows is a place as well,
** if a report follows and no speech: [SURYAPAL:] Six. (For a row, credit.c asks
** for more, and reads lines and not paragraphs.) */
static u32 leadinPlaceColon(const NewsItem *a, u32 i, u32 n, int bTop) {
  u32 j;
  if( i + 5 > n || !newsItemCap(&a[i + 1]) || !newsItemStop(&a[n - 1]) ) {
    return 0;
  }
  bTop = bTop && i == 1 && a[0].iWord == 0 && leadinIsProse(a, i + 2, n) &&
         (a[0].flags & NEWS_TF_UPPER) && leadinIsTold(a, n);
  for( j = 0; j < i && !bTop; j++ ) {
    if( a[j].eType == NEWS_IT_WORD && !newsItemIs(&a[j], NEWS_LEX_PLACE) ) {
      return 0;
    }
  }
  return a[i + 1].eType == NEWS_IT_WORD ? i + 1 : 0;
}

/* Whether a day stands beside the month at item i > 0: 3 March, Aug. 10 */
static int leadinIsDay(const NewsItem *a, u32 i, u32 n) {
  u32 j = i + 1 + (i + 1 < n && newsItemSign(&a[i + 1], '.'));
  return newsItemIs(&a[i - 1], NEWS_LEX_NUMBER) ||
         (j < n && newsItemIs(&a[j], NEWS_LEX_NUMBER));
}

/* Whether the bracket that closes at item i holds one word that nobody knows,
** behind a place or one more of these, a dash behind it: Brodnik (Westdienst) -
** The dam */
static int leadinIsUnknown(const NewsItem *a, u32 i, u32 n) {
  return i == 3 && i + 4 < n && newsItemSign(&a[1], '(') &&
         (a[0].iWord == 0 || newsItemIs(&a[0], NEWS_LEX_PLACE)) &&
         newsItemCap(&a[2]) && a[2].iWord == 0 && newsItemDash(&a[4]) &&
         (a[4].flags & a[5].flags & NEWS_TF_SPACE) && newsItemCap(&a[5]) &&
         leadinIsProse(a, 6, n);
}

/* Whether the bracket that closes at item i, behind a place and a date, holds a
** name that nobody knows, and a sentence follows: Havel, Jan 19 (Medio Press)
** The dam */
static int leadinIsSigned(const NewsItem *a, u32 i, u32 n) {
  u32 j = i;
  while( j > 1 && newsItemCap(&a[j - 1]) ) j--;
  return j > 3 && j < i && newsItemSign(&a[j - 1], '(') &&
         newsItemIs(&a[j - 2], NEWS_LEX_NUMBER | NEWS_LEX_MONTH) &&
         !newsItemIs(&a[0], NEWS_GRAMMAR) && leadinIsProse(a, i + 1, n);
}

/* Whether the dash at item i ends places, and a date, in small letters, and a
** sentence without another dash follows, of somebody: [Paris, March 4 -] The
** mayor left; but: Iran - Hamas talks failed. (No row: see credit.c.) */
static int leadinIsPlace(const NewsItem *a, u32 i, u32 n) {
  const u64 mDate = NEWS_LEX_MONTH | NEWS_LEX_WEEKDAY | NEWS_LEX_NUMBER;
  const u64 mFirst = NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER |
                     NEWS_LEX_PRON | NEWS_LEX_PREP | NEWS_LEX_HONORIFIC |
                     NEWS_LEX_GIVEN | NEWS_LEX_ORG | NEWS_LEX_NUMBER |
                     NEWS_SPEAKS;
  u32 j;
  if( i + 4 > n || !newsItemIs(&a[0], NEWS_LEX_PLACE) ||
      !(a[i].flags & a[i + 1].flags & NEWS_TF_SPACE) ||
      !newsItemCap(&a[i + 1]) || !leadinIsProse(a, i + 2, n) ||
      !newsItemIs(&a[i + 1 + newsItemIs(&a[i + 1], NEWS_LEX_PLACE)], mFirst) ) {
    return 0;
  }
  for( j = 1; j < i; j++ ) {
    if( a[j].eType == NEWS_IT_WORD &&
        !newsItemIs(&a[j], NEWS_LEX_PLACE | mDate) ) {
      return 0;
    }
  }
  for( j = i + 1; j < n && !newsItemStop(&a[j]); j++ ) {
    if( newsItemDash(&a[j]) ) return 0;
  }
  return j < n;
}

/* Items of the dateline that the paragraph begins with: up to its dash, to its
** bracket, or to its colon. [OLDPORT, March 3 (Reuters) -], [(Oldport, KTA)],
** [Oldport, Mar 3 (KNA)], [Oldport (gd) -] */
static u32 leadinDateline(const NewsText *pText, const NewsItem *a, u32 n,
                          int bTop) {
  u32 i, iMax = NEWS_MIN(n, LEADIN_DATELINE);
  int bParen = newsItemSign(&a[0], '('), bAgency = 0, bDate = 0;
  int bUpper = bParen || (a[0].flags & NEWS_TF_UPPER) != 0;
  if( n < 4 || !(bParen || newsItemCap(&a[0])) ) return 0;
  for( i = 1; i < iMax; i++ ) {
    const NewsItem *p = &a[i];
    int bClose = newsItemSign(p, ')');
    bAgency |= newsItemIs(p, NEWS_LEX_AGENCY) != 0;
    bDate |= newsItemIs(p, NEWS_LEX_MONTH) && leadinIsDay(a, i, n);
    if( bClose && leadinIsSlug(pText, a, i) ) bAgency |= bDate || i == 3;
    if( bClose && bTop ) bAgency |= leadinIsUnknown(a, i, n);
    if( newsItemDash(p) ) {
      /* Paris, June 12 (Norvane) - or .- */
      bDate &= newsItemSign(&p[-1 - newsItemSign(&p[-1], '.')], ')');
      if( i + 1 >= n ) return 0;
      return bUpper || bAgency || bDate || leadinIsPlace(a, i, n) ? i + 1 : 0;
    }
    if( newsItemSign(p, ':') ) return leadinPlaceColon(a, i, n, bTop);
    if( bClose && i + 1 < n && !newsItemDash(&p[1]) &&
        (bParen || bAgency || (bUpper && newsItemIs(&p[1], NEWS_LEX_DET)) ||
         (bTop && bDate && leadinIsSigned(a, i, n))) ) {
      return newsItemCap(&p[1]) ? i + 1 : 0; /* HAVEN, July 8 (KTA) The */
    }
    if( !leadinIsDated(p) && !leadinIsSlug(pText, a, i + 1) ) return 0;
  }
  return 0;
}

/* Items of what a page has written before a caption: [Image copyright Acme
** Image caption] Police said, [Media caption] Ann */
static u32 leadinCaption(const NewsText *pText, const NewsItem *a, u32 n) {
  u32 i = 0, iTo = 0, iMax = NEWS_MIN(n, LEADIN_CAPTION);
  while( i < iMax && (iTo > 0 || i == 0) && newsItemCap(&a[i]) ) {
    const NewsPhrase *p = newsTextPhrase(pText, a[i].tok.iFrom);
    if( p && p->nTok > 1 && (p->mClass & NEWS_LEX_WEB) ) {
      u32 iTok = a[i].tok.iFrom + p->nTok;
      while( i < iMax && a[i].tok.iFrom < iTok ) i++;
      iTo = i;
    } else {
      i++;
    }
  }
  return iTo < n && newsItemCap(&a[iTo]) ? iTo : 0;
}

/* Items of a title in capitals that runs into the first sentence of its
** paragraph: [THE SEA GARDEN] According to Doe, [KEY DATES] The road */
static u32 leadinKicker(const NewsItem *a, u32 n) {
  u32 i = 0;
  while( i < n && a[i].eType == NEWS_IT_WORD && (a[i].flags & NEWS_TF_UPPER) ) {
    i++;
  }
  if( i < 2 || i + 2 >= n || !newsItemCap(&a[i]) ) return 0;
  return i > 2 || newsItemIs(&a[i], NEWS_GRAMMAR | NEWS_LEX_ADJUNCT) ? i : 0;
}

/* Whether a number is a time of day: "14:51", "10.15am", "2pm"; *pbSure: it can
** be nothing else. */
static int leadinIsClock(const u8 *z, u32 n, int *pbSure) {
  u32 i = 0, nHour = 0;
  while( i < n && i < 2 && z[i] >= '0' && z[i] <= '9' ) {
    nHour = nHour * 10 + z[i++] - '0';
  }
  if( i == 0 || nHour > 24 ) return 0;
  *pbSure = 0;
  if( i + 2 < n && (z[i] == ':' || z[i] == '.') && z[i + 1] >= '0' &&
      z[i + 1] <= '5' && z[i + 2] >= '0' && z[i + 2] <= '9' ) {
    *pbSure = z[i] == ':';
    i += 3;
  }
  return i == n ? *pbSure : i + 2 == n && (z[n - 1] | 32) == 'm';
}

/* Items of the time that an entry of a live report begins with. [14:51]
** "Yes", [10.15am:] Police say, [2pm GMT -] The road */
static u32 leadinClock(const NewsText *pText, const NewsItem *a, u32 n) {
  const NewsToken *pTok;
  u32 i = 1;
  int bSure, bSign = 0;
  if( n < 3 ) return 0;
  pTok = &pText->aTok[a[0].tok.iFrom];
  if( pTok->eKind != NEWS_TOK_NUMBER ||
      !leadinIsClock(pText->z + pTok->iByte, pTok->nByte, &bSure) ) {
    return 0;
  }
  if( a[i].eType == NEWS_IT_WORD && (a[i].flags & NEWS_TF_UPPER) &&
      newsSpanLen(a[i].tok) == 1 && i + 2 < n &&
      (newsItemDash(&a[i + 1]) || newsItemSign(&a[i + 1], ':')) ) {
    i++; /* GMT */
  }
  while( i < n && (newsItemDash(&a[i]) || newsItemSign(&a[i], ':')) ) {
    bSign = 1;
    i++;
  }
  if( i >= n || !(bSure || bSign) ) return 0;
  return a[i].eType == NEWS_IT_QUOTE || newsItemCap(&a[i]) ||
                 (bSure && newsItemIs(&a[i], NEWS_LEX_NUMBER))
             ? i
             : 0;
}

u32 newsLeadin(const NewsText *pText, const NewsItem *a, u32 n, int bTop) {
  u32 nLead = leadinDateline(pText, a, n, bTop);
  if( nLead == 0 ) nLead = leadinCaption(pText, a, n);
  if( nLead == 0 ) nLead = leadinKicker(a, n);
  if( nLead == 0 ) nLead = leadinClock(pText, a, n);
  return nLead;
}
