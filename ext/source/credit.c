/*
** credit.c: see credit.h.
**
** Datelines and bylines stand at the beginning of one of the first lines,
** reporting lines anywhere (mostly at the end), opened by their own words:
**
**   WASHINGTON, January 9. /TASS/.        place, date, agency
**   HEMPSTEAD, N.Y., Sept. 26 (UPI) --    place, date, agency
**   By Jane Doe and John Roe, Reuters     names, agency
**   With reporting by Reuters and AP.     names
**   ... was hurt. (C) 2021 AFP            agency, at the very end
*/
#include "source/credit.h"

#include "lexicon/lexicon.h"

#define CREDIT_LINES 16    /* Lines from the top that may hold a dateline */
#define CREDIT_PLACE_MAX 8 /* Tokens of a place, at most */
#define CREDIT_ACRONYM 6   /* Bytes of letters that stand for a name, at most */
#define CREDIT_LOOK 8      /* Words that show a sentence from a heading */
#define CREDIT_TOP 3       /* Lines that may begin with a place by its look */
#define CREDIT_SLUG 4      /* ... that do so in small letters */
#define CREDIT_AGENCY_MAX 5 /* Tokens of an agency in brackets, at most */
#define CREDIT_LINE 32      /* Tokens of a byline, at most */
#define CREDIT_SENTENCE 5   /* Tokens of the sentence behind, at least */
#define CREDIT_NAMES 80     /* Tokens of a reporting line, at most */
#define CREDIT_NAME_MAX 6   /* Tokens of one name, at most */

#define CREDIT_COPYRIGHT 0xa9 /* The sign of copyright */

typedef struct CreditScan CreditScan;
struct CreditScan {
  const NewsText *pText;
  NewsCreditList *p;
  NewsTerms terms;
  int nLine; /* The line that is read, from 1 */
};

void newsCreditFree(NewsCreditList *p) { newsVecFree(&p->vCredit); }

const char *newsCreditKind(int eKind) {
  static const char *const azKind[] = {"dateline", "agency", "byline",
                                       "reporting"};
  return eKind >= 0 && eKind < NEWS_COUNT(azKind) ? azKind[eKind] : "";
}

/* A copy of a span's text, white space as single spaces; NULL if empty. */
static char *creditCopy(const CreditScan *s, NewsSpan tok) {
  NewsSpan b = newsTextBytes(s->pText, tok);
  u32 i, n = 0;
  char *z;
  if( newsSpanLen(tok) == 0 ) return 0;
  z = newsArenaAlloc(s->pText->pArena, (i64)newsSpanLen(b) + 1);
  if( z == 0 ) return 0;
  for( i = b.iFrom; i < b.iTo; i++ ) {
    u8 c = s->pText->z[i];
    if( c > ' ' ) {
      z[n++] = (char)c;
    } else if( n > 0 && z[n - 1] != ' ' ) {
      z[n++] = ' ';
    }
  }
  return z;
}

static NewsCredit *creditPush(CreditScan *s, int eKind, NewsSpan tok) {
  NewsCredit *pNew =
      newsVecPush(&s->p->vCredit, s->pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return 0;
  pNew->eKind = (u8)eKind;
  pNew->bytes = newsTextBytes(s->pText, tok);
  return pNew;
}

static const NewsToken *creditTok(const CreditScan *s, u32 i) {
  return &s->pText->aTok[NEWS_MIN(i, s->pText->nTok)];
}

/* Whether a token is a dash as ends a dateline. */
static int creditIsDash(const NewsToken *p) {
  return newsTokDash(p) || newsTokPunct(p, '_') ||
         (p->eKind == NEWS_TOK_SYMBOL && p->hash == 0x2212); /* A minus */
}

/* The number that a token of digits is, -1 if it is none or too large. */
static int creditNumber(const CreditScan *s, u32 i) {
  const NewsToken *p = creditTok(s, i);
  u32 k;
  int n = 0;
  if( p->eKind != NEWS_TOK_NUMBER || p->nByte > 4 ) return -1;
  for( k = 0; k < p->nByte; k++ ) {
    u8 c = s->pText->z[p->iByte + k];
    if( c < '0' || c > '9' ) return k > 0 && n <= 31 ? n : -1; /* "9th" */
    n = n * 10 + (c - '0');
  }
  return n;
}

/* Number of the month that a token names, or 0. */
static int creditMonth(const CreditScan *s, u32 i) {
  const NewsToken *p = creditTok(s, i);
  const char *z;
  int n = 0;
  if( !newsTokIs(p, NEWS_LEX_MONTH) || !(p->flags & NEWS_TF_CAP) ) return 0;
  z = newsTextValue(s->pText, p->iWord);
  while( *z >= '0' && *z <= '9' && n < 100 ) n = n * 10 + (*z++ - '0');
  return n <= 12 ? n : 0;
}

/* Days of a month; nYear -1: of any year. */
static int creditDays(int nYear, int nMonth) {
  if( nMonth == 2 ) {
    return nYear < 0 || (nYear % 4 == 0 && nYear % 100) || nYear % 400 == 0
               ? 29
               : 28;
  }
  return nMonth == 4 || nMonth == 6 || nMonth == 9 || nMonth == 11 ? 30 : 31;
}

/* Past the tokens of a date at i ("January 9", "9 Jan 2022"), or i; its ISO
** form in zDate (room for 11): without a day that the month does not have. */
static u32 creditDate(const CreditScan *s, u32 i, char *zDate) {
  int nMonth, nDay, nYear;
  u32 j = i;
  if( newsTokIs(creditTok(s, j), NEWS_LEX_WEEKDAY) ) {
    j++;
    if( newsTokPunct(creditTok(s, j), ',') ) j++;
  }
  nDay = creditNumber(s, j);
  if( nDay > 0 ) j++;
  nMonth = creditMonth(s, j);
  if( nMonth == 0 ) return i;
  j++;
  if( newsTokPunct(creditTok(s, j), '.') ) j++;
  if( nDay < 0 ) {
    nDay = creditNumber(s, j);
    if( nDay < 1 || nDay > 31 ) return i;
    j++;
  }
  if( nDay < 1 || nDay > 31 ) return i;
  nYear = creditNumber(s, j);
  if( nYear < 1000 && newsTokPunct(creditTok(s, j), ',') ) {
    nYear = creditNumber(s, j + 1);
    if( nYear >= 1000 ) j++;
  }
  if( nYear < 1000 ) nYear = -1;
  if( nDay <= creditDays(nYear, nMonth) ) {
    if( nYear < 0 ) {
      sqlite3_snprintf(11, zDate, "--%02d-%02d", nMonth, nDay);
    } else {
      sqlite3_snprintf(11, zDate, "%04d-%02d-%02d", nYear, nMonth, nDay);
    }
  } else if( nYear >= 0 ) {
    sqlite3_snprintf(11, zDate, "%04d-%02d", nYear, nMonth);
  }
  return nYear < 0 ? j : j + 1;
}

/* Letters that stand for a name, whatever else the word means: "(AT)". */
static int creditIsAcronym(const NewsToken *p) {
  return p->eKind == NEWS_TOK_WORD && (p->flags & NEWS_TF_UPPER) &&
         p->nByte > 1 && p->nByte <= CREDIT_ACRONYM;
}

/* A short word that is none of the language, in small letters: "(gd)". */
static int creditIsSlug(const NewsToken *p) {
  return p->eKind == NEWS_TOK_WORD && !(p->flags & NEWS_TF_CAP) &&
         p->nByte > 1 && p->nByte <= CREDIT_SLUG && p->iWord == 0;
}

/* Whether a term, no name by itself, goes on with one: "Oldport Press". */
static int creditIsPress(const NewsTerm *p) {
  return p->bCap && p->eSort == NEWS_TERM_PEOPLE && p->nTok == 1;
}

/* Past an agency in brackets or between slashes at i, or i; the tokens of
** its name in *pName. *pbKnown: the lexicon knows it as one. */
static u32 creditAgency(const CreditScan *s, u32 i, NewsSpan *pName,
                        int *pbKnown) {
  const NewsToken *pTok = creditTok(s, i);
  u32 j = i + 1, cClose = 0;
  *pbKnown = 1;
  if( newsTokPunct(pTok, '(') ) cClose = ')';
  if( newsTokPunct(pTok, '/') ) cClose = '/';
  if( cClose == 0 ) return i;
  while( j < s->pText->nTok && j <= i + CREDIT_AGENCY_MAX &&
         !newsTokPunct(creditTok(s, j), cClose) ) {
    NewsTerm u = newsTermAt(&s->terms, j, s->pText->nTok);
    if( creditIsSlug(creditTok(s, j)) ) {
      if( j > i + 1 ) return i;
    } else if( !u.bCap && !(u.mClass & NEWS_LEX_AGENCY) ) {
      return i; /* "(left)", but "(dpa)" */
    } else if( u.eSort > NEWS_TERM_ORG && !creditIsAcronym(creditTok(s, j)) &&
               !(j > i + 1 && creditIsPress(&u)) ) {
      return i;
    }
    if( u.eSort != NEWS_TERM_MEDIA ) *pbKnown = 0;
    j += u.nTok;
  }
  if( j == i + 1 || !newsTokPunct(creditTok(s, j), cClose) ) return i;
  *pName = newsSpan(i + 1, j);
  return j + 1;
}

/* Whether an agency in brackets is letters alone, as agencies sign whether one
** knows them or not: (KNA), (gd). */
static int creditIsLetters(const CreditScan *s, NewsSpan agency) {
  return newsSpanLen(agency) == 1 &&
         (creditIsAcronym(creditTok(s, agency.iFrom)) ||
          creditIsSlug(creditTok(s, agency.iFrom)));
}

/* Past the country in brackets behind a place at i, or i: PARIS [(France)] */
static u32 creditCountry(const CreditScan *s, u32 i, u32 iEnd) {
  NewsTerm u;
  u32 j = i + 1;
  if( !newsTokPunct(creditTok(s, i), '(') ) return i;
  u = newsTermAt(&s->terms, j, iEnd);
  j += u.nTok;
  return u.eSort == NEWS_TERM_PLACE && newsTokPunct(creditTok(s, j), ')')
             ? j + 1
             : i;
}

/* Past a place at i, or i: capitalised words, with commas or slashes between
** ("HEMPSTEAD, N.Y."). *pbKnown: the lexicon knows a part of it as a place. */
static u32 creditPlace(const CreditScan *s, u32 i, u32 iEnd, int *pbKnown) {
  u32 j = i, iMax = NEWS_MIN(iEnd, i + CREDIT_PLACE_MAX), iTo = i;
  int bUpper = (creditTok(s, i)->flags & NEWS_TF_UPPER) != 0;
  *pbKnown = 0;
  while( j < iMax ) {
    const NewsToken *pTok = creditTok(s, j);
    NewsTerm u;
    if( newsTokPunct(pTok, ',') || newsTokPunct(pTok, '/') ) {
      if( iTo != j ) break;
      j++;
      continue;
    }
    if( pTok->eKind != NEWS_TOK_WORD || !(pTok->flags & NEWS_TF_CAP) ||
        creditMonth(s, j) || newsTokIs(pTok, NEWS_LEX_WEEKDAY) ) {
      break;
    }
    u = newsTermAt(&s->terms, j, iEnd);
    if( u.eSort == NEWS_TERM_VERB ) return i; /* A headline */
    if( newsTermHuman(&u) ) return i;         /* PRESENTER (Ann Lee): */
    if( u.eSort == NEWS_TERM_PLACE ) {
      *pbKnown = 1;
    } else if( u.eSort > NEWS_TERM_DEMONYM && u.eSort != NEWS_TERM_WORD &&
               !bUpper ) {
      break;
    }
    j += u.nTok;
    iTo = j;
  }
  return iTo > i ? creditCountry(s, iTo, iEnd) : i;
}

/* Whether unknown words [i, j) in capitals are a place by the dash behind
** them: they are no words of the language, and a sentence follows. */
static int creditIsPlace(const CreditScan *s, u32 i, u32 j, u32 iEnd) {
  if( iEnd < j + CREDIT_SENTENCE ) return 0;
  for( ; i < j; i++ ) {
    const NewsToken *pTok = creditTok(s, i);
    if( pTok->eKind == NEWS_TOK_WORD &&
        (!(pTok->flags & NEWS_TF_UPPER) || newsTermsLower(&s->terms, pTok) ||
         (pTok->iWord && !newsTokIs(pTok, NEWS_LEX_PLACE | NEWS_LEX_CAPITAL |
                                              NEWS_LEX_GIVEN))) ) {
      return 0;
    }
  }
  return (creditTok(s, j)->flags & NEWS_TF_SPACE) &&
         (creditTok(s, j + 1)->flags & NEWS_TF_CAP);
}

/* Whether nobody speaks for themselves or to another in [i, iEnd), and another
** line does not begin as this with a label: it is a report, no transcript. */
static int creditIsTold(const CreditScan *s, u32 i, u32 iEnd) {
  const NewsText *p = s->pText;
  u32 k;
  for( k = i; k < iEnd; k++ ) {
    if( newsTokIs(creditTok(s, k), NEWS_LEX_FIRST | NEWS_LEX_SECOND) ) return 0;
  }
  for( k = iEnd; k + 1 < p->nTok; k++ ) {
    if( (p->aTok[k].flags & NEWS_TF_LINE) &&
        (p->aTok[k].flags & NEWS_TF_UPPER) &&
        newsTokPunct(&p->aTok[k + 1], ':') ) {
      return 0;
    }
  }
  return 1;
}

/* Whether most words from token i on are small, as in no heading. */
static int creditIsProse(const CreditScan *s, u32 i, u32 iEnd) {
  int nWord = 0, nSmall = 0;
  for( ; i < iEnd && nWord < CREDIT_LOOK; i++ ) {
    if( creditTok(s, i)->eKind != NEWS_TOK_WORD ) continue;
    nWord++;
    nSmall += !(creditTok(s, i)->flags & NEWS_TF_CAP);
  }
  return nSmall * 2 > nWord;
}

/* Whether what the lexicon knows as places, before the colon at j, is a
** dateline: a sentence follows. "SHIMLA: At least 12 persons were killed." At
** the top, one word in capitals that nobody knows: "SURYAPAL: Six". (What is no
** row may yet be passed over before a quote: quote/leadin.h.) */
static int creditIsColon(const CreditScan *s, u32 i, u32 j, u32 iEnd) {
  if( !newsTokPunct(creditTok(s, j), ':') || iEnd < j + CREDIT_SENTENCE ||
      creditTok(s, j + 1)->eKind != NEWS_TOK_WORD ||
      !(creditTok(s, j + 1)->flags & NEWS_TF_CAP) ||
      !newsTokPunct(creditTok(s, iEnd - 1), '.') ) {
    return 0;
  }
  if( j == i + 1 && s->nLine <= CREDIT_TOP && creditIsProse(s, j + 2, iEnd) &&
      creditTok(s, i)->iWord == 0 && (creditTok(s, i)->flags & NEWS_TF_UPPER) &&
      !newsTermsLower(&s->terms, creditTok(s, i)) ) {
    return creditIsTold(s, i, iEnd);
  }
  while( i < j ) {
    NewsTerm u = newsTermAt(&s->terms, i, j);
    if( u.eSort != NEWS_TERM_PLACE && u.eSort != NEWS_TERM_COMMA ) return 0;
    i += u.nTok;
  }
  return 1;
}

/* Whether what ends at j, before iEnd, ends as a dateline does. */
static int creditEnds(const CreditScan *s, u32 j, u32 iEnd) {
  return j < iEnd &&
         (creditIsDash(creditTok(s, j)) || newsTokPunct(creditTok(s, j), '.') ||
          newsTokPunct(creditTok(s, j), ':'));
}

/* The row of an agency. */
static void creditPushAgency(CreditScan *s, NewsSpan agency) {
  NewsCredit *pNew;
  if( newsSpanLen(agency) == 0 ) return;
  pNew = creditPush(s, NEWS_AGENCY, agency);
  if( pNew ) pNew->zName = creditCopy(s, agency);
}

/* Whether an agency has a row already. */
static int creditHasAgency(const CreditScan *s, NewsSpan agency) {
  const NewsCredit *a = s->p->vCredit.a;
  NewsSpan b = newsTextBytes(s->pText, agency);
  u32 i;
  for( i = 0; i < s->p->vCredit.n && i < CREDIT_LINES; i++ ) {
    if( newsSpanMeets(a[i].bytes, b) ) return 1;
    if( a[i].eKind == NEWS_AGENCY &&
        newsSpanLen(a[i].bytes) == newsSpanLen(b) &&
        memcmp(s->pText->z + a[i].bytes.iFrom, s->pText->z + b.iFrom,
               newsSpanLen(b)) == 0 ) {
      return 1;
    }
  }
  return 0;
}

/* A line that is, or begins with, an agency in brackets: "(AFP) The ferry".
** One that the dateline told is not told again. */
static void creditAlone(CreditScan *s, u32 i, u32 iEnd) {
  NewsSpan agency = newsSpan(0, 0);
  int bKnown;
  u32 j = creditAgency(s, i, &agency, &bKnown);
  if( j == i || !bKnown || creditHasAgency(s, agency) ) return;
  if( creditIsDash(creditTok(s, j)) ) j++;
  if( j >= iEnd || (creditTok(s, j)->flags & NEWS_TF_CAP) ) {
    creditPushAgency(s, agency);
  }
}

/* What may be a dateline. */
typedef struct CreditDateline CreditDateline;
struct CreditDateline {
  u32 iFrom, iTo;  /* Its tokens */
  u32 iSign;       /* Behind place and date */
  u32 iNext;       /* Behind all of it and its stops: a dash, or the report */
  NewsSpan place;  /* Empty: none */
  NewsSpan agency; /* Likewise */
  char zDate[12];  /* Empty: none, or none that is in order */
  int bUpper;      /* It begins in capitals */
  int bPlace;      /* The lexicon knows the place */
  int bDate;       /* There is a date */
  int bAgency;     /* The lexicon knows the agency */
};

/* The place and the date at token i, as far as they are there. */
static void creditWhere(const CreditScan *s, u32 i, u32 iEnd,
                        CreditDateline *p) {
  u32 j;
  memset(p, 0, sizeof(*p));
  p->bUpper = (creditTok(s, i)->flags & NEWS_TF_UPPER) != 0;
  p->place = newsSpan(i, creditPlace(s, i, iEnd, &p->bPlace));
  p->iFrom = i;
  p->iTo = j = p->place.iTo;
  if( newsTokPunct(creditTok(s, j), ',') ||
      (p->bUpper && newsTokPunct(creditTok(s, j), '.')) ) {
    j++; /* MOSCOW. May 2 */
  }
  p->iSign = creditDate(s, j, p->zDate);
  p->bDate = p->iSign > j;
  if( p->bDate ) p->iTo = p->iSign;
}

/* The agency behind them. */
static void creditWhose(const CreditScan *s, CreditDateline *p) {
  u32 j = p->iSign;
  while( newsTokPunct(creditTok(s, j), '.') ||
         newsTokPunct(creditTok(s, j), ',') ) {
    j++;
  }
  p->iNext = creditAgency(s, j, &p->agency, &p->bAgency);
  if( newsSpanLen(p->agency) ) p->iTo = p->iNext;
}

/* Whether a dash stands at token j, if need be behind a stop: ".-" */
static int creditDashAt(const CreditScan *s, u32 j) {
  return creditIsDash(creditTok(s, j + newsTokPunct(creditTok(s, j), '.')));
}

/* Whether it is one word and another in brackets that nobody knows, a dash, and
** a sentence at the top: Brodnik (Westdienst) - The dam */
static int creditIsUnknown(const CreditScan *s, const CreditDateline *p,
                           u32 iEnd) {
  const NewsToken *pPlace = creditTok(s, p->place.iFrom);
  u32 j = p->iNext;
  return s->nLine <= CREDIT_TOP && newsSpanLen(p->place) == 1 &&
         newsSpanLen(p->agency) == 1 && (p->bPlace || pPlace->iWord == 0) &&
         creditTok(s, p->agency.iFrom)->iWord == 0 &&
         creditIsDash(creditTok(s, j)) && iEnd > j + CREDIT_SENTENCE &&
         (creditTok(s, j)->flags & NEWS_TF_SPACE) &&
         (creditTok(s, j + 1)->flags & NEWS_TF_SPACE) &&
         (creditTok(s, j + 1)->flags & NEWS_TF_CAP) &&
         creditIsProse(s, j + 2, iEnd);
}

/* Whether what has an agency is a dateline. */
static int creditIsSent(const CreditScan *s, const CreditDateline *p,
                        u32 iEnd) {
  int bLetters = creditIsLetters(s, p->agency);
  if( creditEnds(s, p->iNext, iEnd) ) {
    int bShort = p->bPlace || newsSpanLen(p->place) == 1;
    return p->bAgency || p->bUpper || creditIsUnknown(s, p, iEnd) ||
           ((p->bDate || (bShort && bLetters)) && creditDashAt(s, p->iNext));
  }
  /* New Oldport, Apr 6 (PTI) The ferry */
  return (p->bAgency || (p->bDate && bLetters)) &&
         (p->bDate || p->bUpper || p->bPlace) && p->iNext < iEnd &&
         (creditTok(s, p->iNext)->flags & NEWS_TF_CAP);
}

/* Whether it is a dateline, which has a place or an agency. */
static int creditIsDateline(const CreditScan *s, const CreditDateline *p,
                            u32 iEnd) {
  int bDash = creditIsDash(creditTok(s, p->iNext));
  if( newsSpanLen(p->agency) ) return creditIsSent(s, p, iEnd);
  if( newsSpanLen(p->place) == 0 ) return 0;
  if( p->bDate ) {
    return bDash ||
           (p->bUpper && p->iSign + 1 < iEnd && creditEnds(s, p->iSign, iEnd));
  }
  return creditIsColon(s, p->iFrom, p->iNext, iEnd) ||
         (bDash && p->bUpper &&
          (p->bPlace || creditIsPlace(s, p->iFrom, p->iNext, iEnd)));
}

/* Rows of the dateline at the beginning of a line, if there is one. */
static void creditDateline(CreditScan *s, u32 i, u32 iEnd) {
  CreditDateline line;
  NewsCredit *pNew;
  creditWhere(s, i, iEnd, &line);
  if( newsSpanLen(line.place) == 0 && !line.bDate ) {
    creditAlone(s, i, iEnd);
    return;
  }
  creditWhose(s, &line);
  if( !creditIsDateline(s, &line, iEnd) ) return;
  pNew = creditPush(s, NEWS_DATELINE, newsSpan(i, line.iTo));
  if( pNew == 0 ) return;
  pNew->zPlace = creditCopy(s, line.place);
  if( line.zDate[0] ) {
    pNew->zDate =
        newsArenaDup(s->pText->pArena, line.zDate, (i64)strlen(line.zDate));
  }
  creditPushAgency(s, line.agency);
}

/* Whether a term may stand in the name of a person or an agency. */
static int creditIsName(const NewsTerm *p) {
  return p->bCap && (p->eSort <= NEWS_TERM_MEDIA || p->eSort == NEWS_TERM_ORG ||
                     p->eSort == NEWS_TERM_HONORIFIC);
}

/* Whether a noun for an agency goes on to its name: [Agence] Lumen. */
static int creditIsNoun(const CreditScan *s, const NewsTerm *p, u32 iEnd) {
  NewsTerm u = newsTermAt(&s->terms, p->iTok + p->nTok, iEnd);
  return p->nTok == 1 && (p->mClass & NEWS_LEX_AGENCY) && p->iTok + 1 < iEnd &&
         newsTermNameable(&u) &&
         !newsTextIsName(s->pText, creditTok(s, p->iTok)->iWord);
}

/* Whether a small word at j, or two, stand between two parts of a name: "de",
** "bin", "van der". */
static int creditIsParticle(const CreditScan *s, u32 j, u32 iEnd) {
  u32 n;
  for( n = 0; n < 2 && j + 1 < iEnd; n++, j++ ) {
    const NewsToken *pTok = creditTok(s, j);
    NewsTerm v = newsTermAt(&s->terms, j + 1, iEnd);
    if( pTok->eKind != NEWS_TOK_WORD || pTok->nByte > 3 ||
        newsTermAt(&s->terms, j, iEnd).eSort > NEWS_TERM_DET ) {
      return 0;
    }
    if( creditIsName(&v) ) return 1;
  }
  return 0;
}

/* End of the name at i, or i. A medium is a name of its own. */
static u32 creditName(const CreditScan *s, u32 i, u32 iEnd, int *pbMedia) {
  u32 j = i;
  int n = 0;
  *pbMedia = 0;
  while( j < iEnd && n++ < CREDIT_NAME_MAX ) {
    NewsTerm u = newsTermAt(&s->terms, j, iEnd);
    if( !creditIsName(&u) && !(j > i && creditIsPress(&u)) &&
        !(j > i && u.bCap && u.eSort == NEWS_TERM_VERB) && /* Mary "Strand" */
        !(j > i && creditIsParticle(s, j, iEnd)) ) {
      break;
    }
    if( u.eSort == NEWS_TERM_MEDIA && !creditIsNoun(s, &u, iEnd) ) {
      if( j > i ) break;
      *pbMedia = 1;
      return j + u.nTok;
    }
    j += u.nTok;
  }
  return j;
}

/* The names from token i on, each a row: parted by commas and conjunctions;
** words between (where a reporter was, titles) are passed over, until a
** sentence ends. Returns the number of rows. */
static int creditNames(CreditScan *s, int eKind, u32 i, u32 iEnd) {
  u32 iMax = NEWS_MIN(iEnd, i + CREDIT_NAMES), j;
  int bMay = 1, bMedia, nRow = 0;
  while( i < iMax ) {
    const NewsToken *pTok = creditTok(s, i);
    NewsTerm u = newsTermAt(&s->terms, i, iMax);
    char zDate[12];
    if( newsTokPunct(pTok, ')') || newsTokPunct(pTok, ';') ) break;
    if( bMay && creditDate(s, i, zDate) > i ) break; /* | May 2 */
    if( newsTokPunct(pTok, '.') || pTok->eKind == NEWS_TOK_LINK ) break;
    if( u.eSort == NEWS_TERM_COMMA || u.eSort == NEWS_TERM_CONJ ||
        newsTokPunct(pTok, '|') || pTok->eKind == NEWS_TOK_SYMBOL ) {
      bMay = 1;
      i++;
      continue;
    }
    if( u.eSort == NEWS_TERM_DET && bMay ) {
      i += u.nTok;
      continue;
    }
    j = bMay ? creditName(s, i, iMax, &bMedia) : i;
    if( j > i ) {
      NewsTerm last = newsTermAt(&s->terms, j, iMax);
      if( j < iMax && newsTermHuman(&last) && last.bCap && nRow ) {
        i = j; /* "Associated Press Writer" */
      } else if( u.eSort == NEWS_TERM_PLACE && i + u.nTok == j ) {
        i = j; /* "reporting from Kyiv" */
      } else {
        NewsCredit *pNew =
            creditPush(s, bMedia && eKind == NEWS_BYLINE ? NEWS_AGENCY : eKind,
                       newsSpan(i, j));
        if( pNew == 0 ) return nRow;
        pNew->zName = creditCopy(s, newsSpan(i, j));
        nRow++;
        i = j;
      }
      bMay = 0;
      continue;
    }
    /* KTA "writers" Ann Lee and; KTA['s] Ann Lee */
    bMay = (newsTermHuman(&u) && !u.bCap) || u.eSort == NEWS_TERM_POSS;
    i += u.nTok;
  }
  return nRow;
}

/* The word or phrase of class byline at i; its tokens, or 0. */
static u32 creditOpener(const CreditScan *s, u32 i) {
  const NewsPhrase *pPhrase = newsTextPhrase(s->pText, i);
  if( pPhrase && (pPhrase->mClass & NEWS_LEX_BYLINE) ) return pPhrase->nTok;
  return newsTokIs(creditTok(s, i), NEWS_LEX_BYLINE) ? 1 : 0;
}

/* Whether tokens [i, iEnd) hold no verb in small letters, as a byline. */
static int creditIsPlain(const CreditScan *s, u32 i, u32 iEnd) {
  while( i < iEnd ) {
    NewsTerm u = newsTermAt(&s->terms, i, iEnd);
    if( (u.eSort == NEWS_TERM_VERB &&
         !(creditTok(s, i)->flags & NEWS_TF_CAP)) ||
        u.eSort == NEWS_TERM_WH ) {
      return 0;
    }
    i += u.nTok;
  }
  return 1;
}

/* Past the words between an opener and the name in a byline: "our football
** correspondent". i where a name follows at once, or none does. */
static u32 creditLead(const CreditScan *s, u32 i, u32 iEnd) {
  u32 j = i;
  int bHuman = 0;
  while( j < iEnd ) {
    NewsTerm u = newsTermAt(&s->terms, j, iEnd);
    if( newsTermNameable(&u) && (bHuman || j == i) ) return j;
    if( u.eSort > NEWS_TERM_DET || (u.bCap && !newsTermHuman(&u)) ) break;
    bHuman |= newsTermHuman(&u);
    j += u.nTok;
  }
  return i;
}

/* "Posted by inkwell on May 8, 2032": one name of any spelling, and a date
** in the same line. */
static void creditPosted(CreditScan *s, u32 i, u32 iEnd) {
  char zDate[12] = "";
  u32 j;
  int bMedia;
  u32 iTo = creditName(s, i, iEnd, &bMedia);
  NewsCredit *pNew;
  if( iTo == i && creditTok(s, i)->eKind <= NEWS_TOK_WORD ) iTo++;
  if( creditTok(s, i)->eKind == NEWS_TOK_HANDLE ) iTo = i + 1;
  if( iTo == i || iTo > iEnd ) return;
  for( j = iTo; j < iEnd && zDate[0] == 0; j++ ) creditDate(s, j, zDate);
  if( zDate[0] == 0 && iTo != iEnd ) return;
  pNew = creditPush(s, NEWS_BYLINE, newsSpan(i, iTo));
  if( pNew == 0 ) return;
  pNew->zName = creditCopy(s, newsSpan(i, iTo));
  if( zDate[0] ) {
    pNew->zDate = newsArenaDup(s->pText->pArena, zDate, (i64)strlen(zDate));
  }
}

/* "By Jane Doe and John Roe, Staff Writers"; "Jane Doe, Reuters". */
static void creditByline(CreditScan *s, u32 i, u32 iEnd) {
  u32 nOpen = creditOpener(s, i), j;
  int bMedia;
  NewsTerm u;
  if( iEnd - i > CREDIT_LINE ) return;
  if( nOpen > 1 && i + nOpen < iEnd &&
      newsTokIs(creditTok(s, i), NEWS_LEX_PART) ) {
    creditPosted(s, i + nOpen, iEnd);
  }
  if( nOpen > 1 || !creditIsPlain(s, i + nOpen, iEnd) ) return;
  if( nOpen == 1 && ((creditTok(s, i)->flags & NEWS_TF_CAP) ||
                     creditName(s, i + 1, iEnd, &bMedia) == iEnd) ) {
    j = creditLead(s, i + 1, iEnd);
    u = newsTermAt(&s->terms, j, iEnd);
    if( j < iEnd && (newsTermNameable(&u) || (u.mClass & NEWS_LEX_AGENCY)) ) {
      creditNames(s, NEWS_BYLINE, j, iEnd);
    }
    return;
  }
  if( nOpen ) return;
  j = creditName(s, i, iEnd, &bMedia);
  if( j < i + 2 || bMedia || j + 1 >= iEnd ) return;
  if( !newsTokPunct(creditTok(s, j), ',') ) return;
  u = newsTermAt(&s->terms, i, iEnd);
  if( u.eSort != NEWS_TERM_GIVEN && u.eSort != NEWS_TERM_CAP ) return;
  u = newsTermAt(&s->terms, j + 1, iEnd);
  if( u.eSort == NEWS_TERM_MEDIA && j + 1 + u.nTok == iEnd ) {
    creditNames(s, NEWS_BYLINE, i, iEnd);
  }
}

/* Whether an opener at i stands where a reporting line begins: first in its
** sentence, in a bracket or behind a semicolon; or second, behind a word that
** is no verb and no pronoun ("Extra reporting by"). */
static int creditBegins(const CreditScan *s, u32 i) {
  int n;
  for( n = 0; n < 2; n++, i-- ) {
    const NewsToken *pTok = creditTok(s, i);
    NewsTerm u;
    if( i == 0 || (pTok->flags & NEWS_TF_SENT) ) return 1;
    pTok = creditTok(s, i - 1);
    if( pTok->eKind == NEWS_TOK_PUNCT ) {
      return pTok->hash == '(' || pTok->hash == ';' || pTok->hash == '[' ||
             creditIsDash(pTok);
    }
    u = newsTermAt(&s->terms, i - 1, i);
    if( pTok->eKind != NEWS_TOK_WORD || u.eSort > NEWS_TERM_WORD ) return 0;
  }
  return 0;
}

/* Forget the rows from token i on: a further opener reads them anew. "KTA
** writers Ann Lee and Bob Roe contributed to this report." */
static void creditForget(CreditScan *s, u32 i) {
  const NewsCredit *a = s->p->vCredit.a;
  while( s->p->vCredit.n > 0 &&
         a[s->p->vCredit.n - 1].bytes.iFrom >= creditTok(s, i)->iByte ) {
    s->p->vCredit.n--;
  }
}

/* A reporting line whose opener, of nOpen tokens, stands at i. Names follow
** it, or stand before it ("Jane Doe contributed reporting."). */
static void creditReporting(CreditScan *s, u32 i, u32 nOpen) {
  NewsSpan sent = newsTextSentSpan(s->pText, newsTextSent(s->pText, i));
  u32 iTo = i + nOpen;
  int bMedia;
  sent.iFrom += newsTokIs(creditTok(s, sent.iFrom), NEWS_LEX_DET) != 0;
  if( i > sent.iFrom && i - sent.iFrom < CREDIT_LINE &&
      (creditName(s, sent.iFrom, i, &bMedia) > sent.iFrom + 1 || bMedia) &&
      creditIsPlain(s, sent.iFrom, i) ) {
    creditForget(s, sent.iFrom);
    creditNames(s, NEWS_REPORTING, sent.iFrom, i);
    return;
  }
  if( !creditBegins(s, i) ) return;
  if( newsTokIs(creditTok(s, iTo), NEWS_LEX_DET) ||
      newsTokPunct(creditTok(s, iTo), ':') ||
      creditName(s, iTo, sent.iTo, &bMedia) > iTo ) {
    iTo += newsTokPunct(creditTok(s, iTo), ':');
    creditNames(s, NEWS_REPORTING, iTo, sent.iTo);
  }
}

/* End of the line that begins at token i. */
static u32 creditLineEnd(const NewsText *p, u32 i) {
  for( i++; i < p->nTok && !(p->aTok[i].flags & NEWS_TF_LINE); i++ ) {
  }
  return i;
}

/* The name of one word, nobody's that the report tells of, which the last line,
** up to token iTo, is behind a dash or in brackets: "-- KTA", "- Norvane",
** "(Norvane)". But "- Venn" below a quotation or in a list signs that. */
static NewsSpan creditSigned(const CreditScan *s, u32 iTo) {
  u32 bClose = iTo > 0 && newsTokPunct(creditTok(s, iTo - 1), ')'), i, j;
  const NewsToken *a = s->pText->aTok;
  if( iTo < 4 ) return newsSpan(0, 0);
  i = iTo - 1 - bClose; /* The name; i - 1: what opens the line */
  if( a[i].eKind != NEWS_TOK_WORD || !(a[i].flags & NEWS_TF_CAP) ||
      a[i].nByte < 3 || a[i].iWord || !(a[i - 1].flags & NEWS_TF_LINE) ||
      !(bClose ? newsTokPunct(&a[i - 1], '(') : creditIsDash(&a[i - 1])) ||
      a[i - 2].eKind == NEWS_TOK_MARK || newsTermsLower(&s->terms, &a[i]) ) {
    return newsSpan(0, 0);
  }
  for( j = i - 2; j > 0 && !(a[j].flags & NEWS_TF_LINE); j-- ) {
  }
  if( creditIsDash(&a[j]) ) return newsSpan(0, 0);
  return newsSpan(i, i + 1);
}

/* An agency that the report ends with: "Nobody was hurt. -- AFP", or behind
** the sign of copyright and perhaps a year. */
static void creditFoot(CreditScan *s) {
  u32 iTo = s->pText->nTok, i, j;
  NewsSpan agency;
  while( iTo > 0 && newsTokPunct(creditTok(s, iTo - 1), '.') ) iTo--;
  agency = creditSigned(s, iTo);
  if( newsSpanLen(agency) ) {
    if( !creditHasAgency(s, agency) ) creditPushAgency(s, agency);
    return;
  }
  for( i = iTo; i > 1 && iTo < i + CREDIT_AGENCY_MAX; i-- ) {
    NewsTerm u = newsTermAt(&s->terms, i - 1, iTo);
    int bSign;
    if( !(u.mClass & NEWS_LEX_AGENCY) || i - 1 + u.nTok != iTo ) continue;
    j = i - 1 - (creditNumber(s, i - 2) >= 1000 && i > 2);
    bSign = creditTok(s, j - 1)->eKind == NEWS_TOK_SYMBOL &&
            creditTok(s, j - 1)->hash == CREDIT_COPYRIGHT;
    if( !bSign && (j < i - 1 || j < 2 || !creditIsDash(creditTok(s, j - 1)) ||
                   (!newsTokPunct(creditTok(s, j - 2), '.') &&
                    !(creditTok(s, j - 1)->flags & NEWS_TF_LINE))) ) {
      continue;
    }
    if( !creditHasAgency(s, newsSpan(i - 1, iTo)) ) {
      creditPushAgency(s, newsSpan(i - 1, iTo));
    }
    return;
  }
}

/* Rows of the dateline or byline in the line [i, iEnd).
** Returns the token behind the last, or i. */
static u32 creditLine(CreditScan *s, u32 i, u32 iEnd) {
  const NewsText *pText = s->pText;
  u32 n = s->p->vCredit.n, iByte;
  if( s->nLine <= CREDIT_LINES ) {
    creditDateline(s, i, iEnd);
    if( s->p->vCredit.n == n ) creditByline(s, i, iEnd);
  } else if( newsTokPunct(creditTok(s, i), '(') &&
             iEnd - i <= CREDIT_AGENCY_MAX + 2 ) {
    creditAlone(s, i, iEnd); /* The foot: "(Reuters)" */
  }
  if( s->p->vCredit.n == n ) return i;
  iByte = ((NewsCredit *)s->p->vCredit.a)[s->p->vCredit.n - 1].bytes.iTo;
  while( i < iEnd && pText->aTok[i].iByte < iByte ) i++;
  return i;
}

void newsCreditRead(const NewsTerms *pTerms, NewsCreditList *p) {
  const NewsText *pText = pTerms->pText;
  CreditScan s;
  u32 i = 0, iEnd = 0;
  memset(&s, 0, sizeof(s));
  s.pText = pText;
  s.p = p;
  s.terms = *pTerms;
  while( i < pText->nTok && !newsArenaTick(pText->pArena, 2) ) {
    const NewsToken *pTok = &pText->aTok[i];
    u32 nOpen;
    if( i >= iEnd ) {
      u32 iNext;
      iEnd = creditLineEnd(pText, i);
      ++s.nLine;
      iNext = creditLine(&s, i, iEnd);
      if( iNext > i ) {
        i = iNext;
        continue;
      }
    }
    if( (pTok->flags & NEWS_TF_PHRASE) || newsTokIs(pTok, NEWS_LEX_BYLINE) ) {
      nOpen = creditOpener(&s, i);
      if( nOpen > 1 ) {
        creditReporting(&s, i, nOpen);
        i += nOpen;
        continue;
      }
    }
    i++;
  }
  if( pText->pArena->rc == SQLITE_OK ) creditFoot(&s);
}

void newsCreditFind(const NewsText *pText, NewsCreditList *p) {
  NewsTerms terms;
  newsTermsInit(&terms, pText);
  newsCreditRead(&terms, p);
}
