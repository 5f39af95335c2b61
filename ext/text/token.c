/*
** token.c: bytes to tokens, in one pass.
**
** Where words end is decided here, once:
**   - letters, marks and digits go together; a script without spaces (Han,
**     kana, Thai ...) gives one token a character;
**   - an apostrophe between letters stays inside (don't, O'Brien), but what
**     the vocabulary has as a clitic ('s, 'll) is a token of its own at the
**     end of a word (CLITIC), so that "Moscow's" is Moscow;
**   - a hyphen between letters or digits stays inside;
**   - a full stop stays inside numbers (3.5), initialisms (U.S.) and at the
**     end of abbreviations and initials (Lt. Mingus, J. Doe);
**   - addresses, @names and #tags are one token, whatever they hold.
*/
#include "text/token.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "lexclass.h"
#include "text/fold.h"
#include "text/utf8.h"

#define FORM_MAX 64         /* Longer words are in no vocabulary */
#define CLITIC_MAX 3        /* Letters of a clitic */
#define SCAN_FORMS 8        /* Words looked up at a time */
#define SCAN_ROOM (1 << 18) /* Bytes for whose tokens there is room at first */

/* Classes of bytes */
#define B_OTHER 0
#define B_SPACE 1
#define B_LINE 2
#define B_LETTER 3
#define B_DIGIT 4
#define B_PUNCT 5
#define B_HIGH 6

/* A word that is to be looked up: its folded form. */
typedef struct WordForm WordForm;
struct WordForm {
  u8 a[FORM_MAX];
  u64 head; /* As from newsVocabHead() */
  u32 n;
  u32 hash;
  u32 iTok;
};

/*
** The state of the scan. Words are looked up some at a time, later than they
** are read: the memory that this needs is asked for at once, and is there when
** it is wanted.
*/
typedef struct Scan Scan;
struct Scan {
  NewsText *p;
  const u8 *z;
  u32 n;
  u32 i;     /* Next byte */
  u32 nLine; /* Line ends since the last token */
  u8 bSpace; /* White space since the last token */
  u32 nForm; /* Words to be looked up */
  WordForm aForm[SCAN_FORMS];
};

/* What scanning a word has seen. */
typedef struct WordScan WordScan;
struct WordScan {
  u32 nLetter; /* Letters */
  u32 nUpper;  /* Capital letters */
  u32 nDot;    /* Full stops inside */
  u8 bFirstCap;
  u8 bDigit; /* Begins with a digit */
};

/* Class of each byte below 80, in rows of sixteen. */
static const u8 aByteClass[128] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5,
    5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 3,
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
    3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 5, 5, 5, 5, 0,
};

static int scanByteClass(u8 c) { return c < 0x80 ? aByteClass[c] : B_HIGH; }

int newsTokenIsHidden(u32 c) {
  return c == 0x00ad || c == 0x200b || c == 0x2060;
}

int newsTokenIsSpace(u32 c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0x2028 ||
         c == 0x2029 || c == 0xfeff ||
         utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS;
}

int newsTokenIsLone(u32 c) {
  if( c < 0x0e00 ) return 0;
  return (c <= 0x0eff) ||                /* Thai, Lao */
         (c >= 0x1000 && c <= 0x109f) || /* Myanmar */
         (c >= 0x1780 && c <= 0x17ff) || /* Khmer */
         (c >= 0x3040 && c <= 0x30ff) || /* Kana */
         (c >= 0x3400 && c <= 0x9fff) || /* Han */
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

int newsTokenChar(int eCategory) {
  switch( eCategory ) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return NEWS_CHAR_CAP;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return NEWS_CHAR_LETTER;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return NEWS_CHAR_DIGIT;
    default:
      return NEWS_CHAR_SIGN;
  }
}

/* What a character that is not ASCII counts as: a byte class, and whether it
** is a capital. */
static int scanHighClass(u32 c, int *pbUpper) {
  int eCategory, eChar;
  *pbUpper = 0;
  if( c == NEWS_BAD_CHAR ) return B_OTHER;
  if( c == 0x2028 || c == 0x2029 || c == 0x85 ) return B_LINE;
  if( newsTokenIsHidden(c) ) return B_LETTER;
  if( c == 0xfeff ) return B_SPACE;
  eCategory = utf8proc_category((utf8proc_int32_t)c);
  eChar = newsTokenChar(eCategory);
  *pbUpper = eChar == NEWS_CHAR_CAP;
  if( eChar == NEWS_CHAR_DIGIT ) return B_DIGIT;
  if( eChar != NEWS_CHAR_SIGN ) return B_LETTER;
  switch( eCategory ) {
    case UTF8PROC_CATEGORY_ZS:
      return B_SPACE;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return B_PUNCT;
    default:
      return B_OTHER;
  }
}

/* Class of the character at byte i; B_OTHER at the end of the text. */
static int scanClass(const Scan *s, u32 i, u32 *pLen, int *pbUpper) {
  u32 c;
  int e;
  *pLen = 1;
  *pbUpper = 0;
  if( i >= s->n ) return B_OTHER;
  e = scanByteClass(s->z[i]);
  if( e == B_LETTER ) *pbUpper = s->z[i] <= 'Z';
  if( e != B_HIGH ) return e;
  *pLen = newsUtf8Mend(&s->z[i], s->n - i, &c);
  return scanHighClass(c, pbUpper);
}

static int scanIsLetter(const Scan *s, u32 i) {
  u32 n;
  int bUpper;
  return scanClass(s, i, &n, &bUpper) == B_LETTER;
}

static int scanIsAlnum(const Scan *s, u32 i) {
  u32 n;
  int bUpper, e = scanClass(s, i, &n, &bUpper);
  return e == B_LETTER || e == B_DIGIT;
}

static int scanIsDigit(const Scan *s, u32 i) {
  return i < s->n && s->z[i] >= '0' && s->z[i] <= '9';
}

/* Length in bytes of the apostrophe at byte i, or 0. */
static u32 scanApostrophe(const Scan *s, u32 i) {
  if( i >= s->n ) return 0;
  if( s->z[i] == '\'' ) return 1;
  if( i + 2 < s->n && s->z[i] == 0xe2 && s->z[i + 1] == 0x80 &&
      (s->z[i + 2] == 0x99 || s->z[i + 2] == 0x98) ) {
    return 3;
  }
  if( s->z[i] == 0xc3 ) {
    u32 c, n = newsUtf8Mend(&s->z[i], s->n - i, &c);
    if( c == 0x2019 || c == 0x2018 ) return n;
  }
  return 0;
}

/*
** Length in bytes of the clitic at byte i, with its apostrophe, or 0: a short
** form of the vocabulary that begins with an apostrophe and ends the word.
*/
static u32 scanClitic(const Scan *s, u32 i) {
  u8 aForm[CLITIC_MAX + 4];
  u32 nApos = scanApostrophe(s, i), n, hash, nForm;
  if( nApos == 0 ) return 0;
  for( n = 0; n < CLITIC_MAX && scanIsLetter(s, i + nApos + n); n++ ) {
    if( s->z[i + nApos + n] >= 0x80 ) return 0;
  }
  if( n == 0 || scanIsAlnum(s, i + nApos + n) ) return 0;
  nForm = newsFoldWord(&s->z[i], nApos + n, aForm, sizeof(aForm), &hash);
  return newsVocabFind(s->p->pVocab, aForm, nForm, hash) ? nApos + n : 0;
}

/*
** Whether a sign at byte i, inside a word that began at iFrom, belongs to
** the word: its length in bytes, or 0 where the word ends before it.
*/
static u32 scanJoiner(const Scan *s, u32 iFrom, u32 i, WordScan *w) {
  u8 c = s->z[i];
  u32 n = scanApostrophe(s, i);
  if( n ) {
    return scanClitic(s, i) == 0 && scanIsLetter(s, i + n) ? n : 0;
  }
  if( c == '-' ) return scanIsAlnum(s, i + 1) ? 1 : 0;
  if( c == '_' ) return 1;
  if( c == 0xe2 && i + 2 < s->n && s->z[i + 1] == 0x80 &&
      (s->z[i + 2] == 0x90 || s->z[i + 2] == 0x91) ) {
    return scanIsAlnum(s, i + 3) ? 3 : 0;
  }
  if( c == '.' ) {
    if( scanIsDigit(s, i - 1) && scanIsDigit(s, i + 1) ) return 1;
    if( i == iFrom + 1 && w->nLetter == 1 && i + 3 < s->n &&
        s->z[i + 1] == '-' && scanIsLetter(s, i + 2) && s->z[i + 3] == '.' ) {
      w->nDot++;
      return 2; /* J.-L. Morel */
    }
    /* An initialism: every part is one letter */
    if( i - iFrom == 2 * w->nDot + 1 && w->nLetter == w->nDot + 1 &&
        scanIsLetter(s, i + 1) && !scanIsAlnum(s, i + 2) ) {
      w->nDot++;
      return 1;
    }
    return 0;
  }
  if( c == ',' || c == ':' ) {
    return scanIsDigit(s, i - 1) && scanIsDigit(s, i + 1) ? 1 : 0;
  }
  if( c == '&' ) return scanIsLetter(s, i - 1) && scanIsLetter(s, i + 1);
  return 0;
}

/* End of the address that begins at byte i. */
static u32 scanLinkEnd(const Scan *s, u32 i) {
  while( i < s->n && s->z[i] > ' ' && s->z[i] < 0x80 && s->z[i] != '"' &&
         s->z[i] != '<' && s->z[i] != '>' && s->z[i] != ')' ) {
    i++;
  }
  while( i > 0 && (s->z[i - 1] == '.' || s->z[i - 1] == ',' ||
                   s->z[i - 1] == ';' || s->z[i - 1] == '\'') ) {
    i--;
  }
  return i;
}

/* Whether what follows the word [iFrom, i) makes it an address. */
static int scanIsLink(const Scan *s, u32 iFrom, u32 i) {
  if( i >= s->n ) return 0;
  if( s->z[i] == ':' ) {
    return i + 3 < s->n && s->z[i + 1] == '/' && s->z[i + 2] == '/';
  }
  if( s->z[i] == '@' ) return scanIsAlnum(s, i + 1);
  if( s->z[i] == '.' && i - iFrom == 3 ) {
    return (s->z[iFrom] | 32) == 'w' && (s->z[iFrom + 1] | 32) == 'w' &&
           (s->z[iFrom + 2] | 32) == 'w' && scanIsAlnum(s, i + 1);
  }
  return 0;
}

/* End of the word that begins at byte iFrom. */
static u32 scanWordEnd(const Scan *s, u32 iFrom, WordScan *w) {
  u32 i = iFrom, n, c;
  int bUpper, e;
  memset(w, 0, sizeof(*w));
  e = scanClass(s, i, &n, &bUpper);
  w->bFirstCap = (u8)bUpper;
  w->bDigit = e == B_DIGIT;
  while( i < s->n ) {
    while( i < s->n && scanByteClass(s->z[i]) == B_LETTER ) {
      w->nLetter++;
      w->nUpper += s->z[i++] <= 'Z';
    }
    if( i >= s->n || scanByteClass(s->z[i]) == B_SPACE ) return i;
    e = scanClass(s, i, &n, &bUpper);
    if( e == B_LETTER || e == B_DIGIT ) {
      if( n > 1 ) {
        newsUtf8Read(&s->z[i], s->n - i, &c);
        if( newsTokenIsLone(c) ) return i == iFrom ? i + n : i;
      }
      w->nLetter += e == B_LETTER;
      w->nUpper += bUpper;
    } else {
      n = i > iFrom ? scanJoiner(s, iFrom, i, w) : 0;
      if( n == 0 ) return i;
    }
    i += n;
  }
  return i;
}

/* Whether a byte ends a word for sure, given the one behind it. */
static int scanIsPlainEnd(u8 c, u8 cNext) {
  switch( c ) {
    case ' ':
    case '\n':
    case '\r':
    case ',':
    case ';':
    case '!':
    case '?':
    case '"':
    case '(':
    case ')':
      return 1;
    case '.':
    case ':':
      return cNext == ' ' || cNext == '\n';
  }
  return 0;
}

/*
** The most frequent sort of word by a shorter way: ASCII letters alone.  Its
** end and what scanWordEnd() tells of it, and its folded form; 0 where it may
** not be as simple as that.
*/
static u32 scanPlain(const Scan *s, u32 iFrom, WordScan *w, WordForm *pForm) {
  const u8 *z = &s->z[iFrom];
  const u64 mSmall = 0x2020202020202020u;
  u32 i, nMax = NEWS_MIN(s->n - iFrom, FORM_MAX), nUpper = 0;
  u32 h = NEWS_HASH_SEED;
  for( i = 0; i < nMax; i++ ) {
    u8 c = z[i] | 0x20;
    if( c < 'a' || c > 'z' ) break;
    nUpper += z[i] < 'a';
    pForm->a[i] = c;
    h = newsHashByte(h, c);
  }
  if( i + 1 >= nMax || !scanIsPlainEnd(z[i], z[i + 1]) ) return 0;
  pForm->n = i;
  pForm->hash = newsHashEnd(h);
  pForm->head = nMax < 8 ? newsVocabHead(pForm->a, i)
                         : newsVocabCut(newsVocabLoad(z) | mSmall, i);
  memset(w, 0, sizeof(*w));
  w->nLetter = i;
  w->nUpper = nUpper;
  w->bFirstCap = z[0] <= 'Z';
  return iFrom + i;
}

/* A new token, with the flags for what stands before it. */
static inline NewsToken *scanPush(Scan *s, int eKind, u32 iFrom, u32 iTo) {
  NewsToken *pTok = newsVecPush(&s->p->vTok, s->p->pArena, sizeof(*pTok));
  if( pTok == 0 ) return 0;
  pTok->eKind = (u8)eKind;
  pTok->iByte = iFrom;
  pTok->nByte = iTo - iFrom;
  if( s->bSpace ) pTok->flags |= NEWS_TF_SPACE;
  if( s->nLine ) pTok->flags |= NEWS_TF_LINE;
  if( s->nLine > 1 ) pTok->flags |= NEWS_TF_PARA;
  s->bSpace = 0;
  s->nLine = 0;
  s->i = iTo;
  newsArenaTick(s->p->pArena, pTok->nByte);
  return pTok;
}

/* Classes that a word has in the spelling of this token. */
static u64 scanClasses(const NewsVocab *p, u32 iWord, int flags) {
  const NewsClasses *pClasses = newsVocabClasses(p, iWord);
  if( (flags & NEWS_TF_UPPER) && pClasses->mUpper ) return pClasses->mUpper;
  if( flags & NEWS_TF_CAP ) return pClasses->mAny | pClasses->mCap;
  return pClasses->mAny;
}

/* Classes of a capitalised word that is unknown, n bytes of folded form: a name
** of two given names, "Anna-Lena", is one, of the gender of the first. */
static u64 scanDouble(const NewsVocab *p, const u8 *z, u32 n) {
  const u8 *zDash = memchr(z, '-', n);
  u32 nFirst = zDash ? (u32)(zDash - z) : 0, iWord;
  u64 m;
  if( nFirst < 2 || nFirst + 3 > n ) return 0;
  iWord = newsVocabFind(p, z, nFirst, newsHash(z, nFirst));
  m = scanClasses(p, iWord, NEWS_TF_CAP);
  if( !(m & NEWS_LEX_GIVEN) ) return 0;
  z += nFirst + 1;
  n -= nFirst + 1;
  iWord = newsVocabFind(p, z, n, newsHash(z, n));
  if( !(scanClasses(p, iWord, NEWS_TF_CAP) & NEWS_LEX_GIVEN) ) return 0;
  return m & (NEWS_LEX_GIVEN | NEWS_LEX_MASC | NEWS_LEX_FEM);
}

/* Whether a word in small letters is a name behind its article: "al-Rashid". */
static int scanIsArticled(const Scan *s, const NewsToken *pTok,
                          const WordForm *pForm) {
  u32 n =
      newsVocabArticle(s->p->pVocab, pForm->a, NEWS_MIN(pForm->n, FORM_MAX));
  u8 c = n && n < pTok->nByte ? s->z[pTok->iByte + n] : 0;
  return (c >= 'A' && c <= 'Z') || c >= 0xc3;
}

/* Look up the words that wait for it. */
static void scanSettle(Scan *s) {
  const NewsVocab *pVocab = s->p->pVocab;
  const WordForm *pForm = s->aForm;
  for( ; s->nForm; s->nForm--, pForm++ ) {
    NewsToken *pTok = (NewsToken *)s->p->vTok.a + pForm->iTok;
    u32 iWord =
        newsVocabFindHead(pVocab, pForm->a, pForm->n, pForm->head, pTok->hash);
    if( iWord == 0 ) {
      if( pTok->flags & NEWS_TF_CAP ) {
        pTok->mClass = scanDouble(pVocab, pForm->a, pForm->n);
      } else if( scanIsArticled(s, pTok, pForm) ) {
        pTok->flags |= NEWS_TF_CAP;
      }
      continue;
    }
    pTok->iWord = (u16)iWord;
    pTok->mClass = scanClasses(pVocab, iWord, pTok->flags);
    if( pVocab->aWord[iWord].iStart ) pTok->flags |= NEWS_TF_PHRASE;
  }
}

/* Look the token pushed last up, by and by: its form is the next of aForm. */
static void scanLater(Scan *s, NewsToken *pTok) {
  WordForm *pForm = &s->aForm[s->nForm];
  pTok->hash = pForm->hash;
  if( pForm->n > FORM_MAX ) return;
  pForm->iTok = s->p->vTok.n - 1;
  newsVocabExpect(s->p->pVocab, pForm->hash);
  if( ++s->nForm == SCAN_FORMS ) scanSettle(s);
}

/* The same, where the form is not yet known. */
static void scanLookUp(Scan *s, NewsToken *pTok) {
  WordForm *pForm = &s->aForm[s->nForm];
  pForm->n = newsFoldWord(&s->z[pTok->iByte], pTok->nByte, pForm->a, FORM_MAX,
                          &pForm->hash);
  pForm->head = newsVocabHead(pForm->a, NEWS_MIN(pForm->n, FORM_MAX));
  scanLater(s, pTok);
}

/* First byte that is no white space, from byte i on; *pbLine: past a line */
static u32 scanPastSpace(const Scan *s, u32 i, int *pbLine) {
  u32 n;
  int bUpper, e;
  *pbLine = 0;
  while( i < s->n ) {
    e = scanClass(s, i, &n, &bUpper);
    if( e != B_SPACE && e != B_LINE ) break;
    if( e == B_LINE ) *pbLine = 1;
    i += n;
  }
  return i;
}

/* An abbreviation that is a word of grammar too is one before a number only:
** "No. 5", but "He said no. Then he left." */
#define SCAN_PLAIN                                               \
  (NEWS_LEX_NEG | NEWS_LEX_DET | NEWS_LEX_PRON | NEWS_LEX_PREP | \
   NEWS_LEX_CONJ | NEWS_LEX_ADVERB | NEWS_LEX_AUX)

#define SCAN_PARTICLE 2 /* Letters of "al-" */

/* Whether a word that begins like "al-Tarif" is at a byte. */
static int scanIsParticle(const Scan *s, u32 i) {
  const u8 *z = &s->z[i];
  return i + SCAN_PARTICLE + 1 < s->n && z[SCAN_PARTICLE] == '-' &&
         z[0] >= 'a' && z[0] <= 'z' && z[1] >= 'a' && z[1] <= 'z' &&
         z[SCAN_PARTICLE + 1] >= 'A' && z[SCAN_PARTICLE + 1] <= 'Z';
}

/* Whether an abbreviation is a surname that ends its sentence: said Sean Penn.
** But "in Erie, Penn.", "Martin King Jr.", "Martin Inc." */
static int scanIsNamed(const Scan *s, const NewsToken *pTok) {
  u32 i, n;
  int bLine, bUpper;
  if( (pTok->mClass & (NEWS_LEX_SUFFIX | NEWS_LEX_ORG)) || s->p->vTok.n < 2 ||
      !(pTok[-1].flags & NEWS_TF_CAP) ||
      !newsTokIs(&pTok[-1], NEWS_LEX_GIVEN) ||
      newsTokIs(&pTok[-1], NEWS_LEX_PLACE) ) {
    return 0;
  }
  i = scanPastSpace(s, s->i + 1, &bLine);
  if( i >= s->n || bLine ) return 1;
  scanClass(s, i, &n, &bUpper);
  return bUpper;
}

/* Whether the full stop behind a word is part of it: it is an initialism, an
** initial before a name, or an abbreviation of the vocabulary. */
static int scanTakesDot(Scan *s, const NewsToken *pTok, const WordScan *w) {
  u32 i, n;
  int bLine, bUpper, e;
  if( s->i >= s->n || s->z[s->i] != '.' ) return 0;
  if( s->i + 1 < s->n && s->z[s->i + 1] == '.' ) return 0;
  if( w->nDot > 0 ) return 1;
  scanSettle(s);
  if( pTok->mClass & NEWS_LEX_ABBREV_END ) return !scanIsNamed(s, pTok);
  if( s->i + 1 < s->n ) {
    /* "R-Ky., said" "(D-Mass.)": no sentence ends before a comma */
    u8 c = s->z[s->i + 1];
    if( c == ',' || c == ';' || c == ':' ) return 1;
    if( c == ')' && memchr(&s->z[pTok->iByte], '-', pTok->nByte) ) return 1;
  }
  i = scanPastSpace(s, s->i + 1, &bLine);
  if( i >= s->n || bLine ) return 0;
  e = scanClass(s, i, &n, &bUpper);
  if( pTok->mClass & NEWS_LEX_ABBREV ) {
    if( pTok->mClass & SCAN_PLAIN ) return e == B_DIGIT;
    if( pTok->flags & NEWS_TF_CAP ) {
      return e == B_DIGIT || bUpper || scanIsParticle(s, i);
    }
    return e == B_DIGIT || e == B_LETTER;
  }
  if( (pTok->mClass & NEWS_LEX_SOCIAL) && pTok > (NewsToken *)s->p->vTok.a &&
      newsTokIs(pTok - 1, NEWS_LEX_PREP) ) {
    return 0; /* "wrote on X." */
  }
  return w->nLetter == 1 && w->nUpper == 1 && e == B_LETTER && bUpper &&
         pTok->nByte == 1;
}

/* Whether the token pushed last is a surname that begins with a particle. A
** given name, title or unknown name stands before it. */
static int scanIsSurname(Scan *s, const NewsToken *pTok) {
  const u64 m = NEWS_LEX_GIVEN | NEWS_LEX_TITLE | NEWS_LEX_HONORIFIC;
  if( s->p->vTok.n < 2 || (pTok->flags & NEWS_TF_SPACE) == 0 ||
      !scanIsParticle(s, pTok->iByte) ) {
    return 0;
  }
  scanSettle(s);
  pTok--;
  return pTok->eKind == NEWS_TOK_WORD && (pTok->flags & NEWS_TF_CAP) &&
         (pTok->iWord == 0 || newsTokIs(pTok, m));
}

static void scanWord(Scan *s) {
  WordScan w;
  NewsToken *pTok;
  u32 iFrom = s->i, iTo = scanPlain(s, iFrom, &w, &s->aForm[s->nForm]);
  int bPlain = iTo != 0;
  if( !bPlain ) {
    iTo = scanWordEnd(s, iFrom, &w);
    if( scanIsLink(s, iFrom, iTo) ) {
      scanPush(s, NEWS_TOK_LINK, iFrom, scanLinkEnd(s, iTo + 1));
      return;
    }
  }
  pTok = scanPush(s, w.bDigit ? NEWS_TOK_NUMBER : NEWS_TOK_WORD, iFrom, iTo);
  if( pTok == 0 ) return;
  if( w.bFirstCap || (!bPlain && scanIsSurname(s, pTok)) ) {
    pTok->flags |= NEWS_TF_CAP;
  }
  if( w.nUpper > 1 && w.nUpper == w.nLetter ) pTok->flags |= NEWS_TF_UPPER;
  if( bPlain ) {
    scanLater(s, pTok);
  } else {
    scanLookUp(s, pTok);
  }
  if( scanTakesDot(s, pTok, &w) ) {
    pTok->nByte++;
    pTok->flags |= NEWS_TF_DOT;
    s->i++;
  }
}

/* Whether a code point is a quotation mark of any language. */
static int scanIsMark(u32 c) {
  return c == '"' || c == '\'' || c == '`' || c == 0xab || c == 0xbb ||
         (c >= 0x2018 && c <= 0x201f) || c == 0x2039 || c == 0x203a ||
         (c >= 0x300c && c <= 0x300f);
}

/* A sign: quotation marks, punctuation, the rest. */
static void scanSign(Scan *s) {
  NewsToken *pTok;
  u32 c, n = newsUtf8Mend(&s->z[s->i], s->n - s->i, &c);
  int eKind = NEWS_TOK_SYMBOL, bUpper;
  int e = n == 1 ? scanByteClass(s->z[s->i]) : scanHighClass(c, &bUpper);
  if( scanIsMark(c) ) {
    eKind = NEWS_TOK_MARK;
  } else if( e == B_PUNCT ) {
    eKind = NEWS_TOK_PUNCT;
  }
  if( (c == '\'' || c == '`') && s->i + 1 < s->n && s->z[s->i + 1] == c ) {
    c = '"';
    n = 2;
  }
  if( c == '-' && s->i + 1 < s->n && s->z[s->i + 1] == '-' ) {
    c = 0x2014; /* A dash as typewriters have it: -- */
    while( s->i + n < s->n && s->z[s->i + n] == '-' ) n++;
  }
  pTok = scanPush(s, eKind, s->i, s->i + n);
  if( pTok ) pTok->hash = c;
}

/* '98 and '70s: a year without its century, one token with its apostrophe. */
static int scanYear(Scan *s) {
  WordScan w;
  NewsToken *pTok;
  u32 n = scanApostrophe(s, s->i), iTo;
  if( n == 0 || !(s->bSpace || s->i == 0) ) return 0;
  if( !scanIsDigit(s, s->i + n) || !scanIsDigit(s, s->i + n + 1) ||
      scanIsDigit(s, s->i + n + 2) ) {
    return 0;
  }
  iTo = scanWordEnd(s, s->i + n, &w);
  pTok = scanPush(s, NEWS_TOK_NUMBER, s->i, iTo);
  if( pTok ) scanLookUp(s, pTok);
  return 1;
}

/* @name, #tag: a token where a word follows at once. */
static int scanHandle(Scan *s) {
  WordScan w;
  NewsToken *pTok;
  u32 iFrom = s->i;
  if( s->z[iFrom] != '@' && s->z[iFrom] != '#' ) return 0;
  if( !scanIsAlnum(s, iFrom + 1) ) return 0;
  pTok = scanPush(s, NEWS_TOK_HANDLE, iFrom, scanWordEnd(s, iFrom + 1, &w));
  if( pTok ) {
    newsFoldWord(&s->z[pTok->iByte], pTok->nByte, 0, 0, &pTok->hash);
  }
  return 1;
}

/* A clitic, where the token before it is a word that it touches. */
static int scanCliticToken(Scan *s) {
  NewsToken *aTok = s->p->vTok.a, *pTok;
  u32 n = s->p->vTok.n, nClitic;
  if( n == 0 || s->bSpace || s->nLine ) return 0;
  if( !newsTokWordy(&aTok[n - 1]) ) return 0;
  nClitic = scanClitic(s, s->i);
  if( nClitic == 0 ) return 0;
  pTok = scanPush(s, NEWS_TOK_CLITIC, s->i, s->i + nClitic);
  if( pTok ) scanLookUp(s, pTok);
  return 1;
}

/* One step: white space, or a token. */
static void scanStep(Scan *s) {
  u32 n;
  int bUpper;
  switch( scanClass(s, s->i, &n, &bUpper) ) {
    case B_LINE:
      if( s->z[s->i] == '\r' && s->i + 1 < s->n && s->z[s->i + 1] == '\n' ) {
        n = 2;
      }
      s->nLine++;
      s->bSpace = 1;
      s->i += n;
      break;
    case B_SPACE:
      s->bSpace = 1;
      s->i += n;
      break;
    case B_LETTER:
    case B_DIGIT:
      scanWord(s);
      break;
    default:
      if( !scanHandle(s) && !scanYear(s) && !scanCliticToken(s) ) {
        scanSign(s);
      }
  }
}

void newsTokenize(NewsText *p) {
  Scan s;
  memset(&s, 0, offsetof(Scan, aForm));
  s.p = p;
  s.z = p->z;
  s.n = p->nByte;
  s.nLine = 2;
  newsVecRoom(&p->vTok, p->pArena, sizeof(NewsToken),
              NEWS_MIN(p->nByte, SCAN_ROOM) / 5 + 16);
  while( s.i < s.n && p->pArena->rc == SQLITE_OK ) {
    u32 iWas = s.i;
    if( s.z[s.i] == ' ' ) {
      s.bSpace = 1;
      s.i++;
      continue;
    }
    scanStep(&s);
    if( s.i == iWas ) break; /* Only after an error */
  }
  scanSettle(&s);
}

/* The longest phrase that begins with token i, or 0 tokens. */
static u32 phraseMatch(const NewsText *p, u32 i, u32 *piWord) {
  const NewsToken *aTok = p->vTok.a;
  u32 iState = p->pVocab->aWord[aTok[i].iWord].iStart, n = 0, j;
  *piWord = 0;
  for( j = i + 1; j < p->nTok; j++ ) {
    int eKind = aTok[j].eKind;
    if( aTok[j].flags & NEWS_TF_PARA ) break;
    if( eKind != NEWS_TOK_WORD && eKind != NEWS_TOK_CLITIC &&
        eKind != NEWS_TOK_NUMBER ) {
      break;
    }
    iState = newsVocabStep(p->pVocab, iState, aTok[j].hash);
    if( iState == 0 ) break;
    if( p->pVocab->aEnd[iState] ) {
      *piWord = p->pVocab->aEnd[iState];
      n = j - i + 1;
    }
  }
  return n;
}

/* Whether a longer phrase, an adverb, begins with the last token of the phrase
** of n tokens from i on: insisted ["on the other hand"]. */
static int phraseYields(const NewsText *p, u32 i, u32 n) {
  const NewsToken *aTok = p->vTok.a;
  u32 iWord;
  return n > 1 && (aTok[i + n - 1].flags & NEWS_TF_PHRASE) &&
         phraseMatch(p, i + n - 1, &iWord) > n &&
         (newsVocabClasses(p->pVocab, iWord)->mAny & NEWS_LEX_ADVERB);
}

/* Note the phrase that begins with token i, if one does: its tokens, else 1. */
static u32 phraseTake(NewsText *p, u32 i) {
  NewsToken *aTok = p->vTok.a;
  NewsPhrase *pNew;
  u32 iWord, j, n = phraseMatch(p, i, &iWord);
  u64 mClass;
  aTok[i].flags &= (u8)~NEWS_TF_PHRASE;
  if( n < 2 || phraseYields(p, i, n) ) return 1;
  mClass = scanClasses(p->pVocab, iWord, aTok[i].flags);
  if( mClass == 0 ) mClass = newsVocabClasses(p->pVocab, iWord)->mAny;
  if( mClass == 0 ) return 1;
  pNew = newsVecPush(&p->vPhrase, p->pArena, sizeof(*pNew));
  if( pNew == 0 ) return 1;
  pNew->iTok = i;
  pNew->nTok = (u16)n;
  pNew->iWord = (u16)iWord;
  pNew->mClass = mClass;
  aTok[i].flags |= NEWS_TF_PHRASE;
  for( j = i + 1; j < i + n; j++ ) aTok[j].flags &= (u8)~NEWS_TF_PHRASE;
  newsArenaTick(p->pArena, n * 8);
  return n;
}

void newsTokenPhrases(NewsText *p) {
  const NewsToken *aTok = p->vTok.a;
  u32 i = 0;
  while( i < p->nTok && p->pArena->rc == SQLITE_OK ) {
    i += aTok[i].flags & NEWS_TF_PHRASE ? phraseTake(p, i) : 1;
  }
  newsArenaTick(p->pArena, p->nTok);
}
