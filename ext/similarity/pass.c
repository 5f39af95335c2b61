/*
** pass.c: see pass.h.
**
** The loop over ASCII letters and digits is what decides the speed: a table
** gives each byte its folded form, or a class where a word may end.
*/
#include "similarity/pass.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "text/fold.h"
#include "text/token.h"
#include "text/utf8.h"

/* Classes of bytes that are no ASCII letters or digits; a folded letter or
** digit is always greater. */
#define PASS_SPACE 0 /* Parts words */
#define PASS_STOP 1  /* Parts words, and perhaps sentences or lines */
#define PASS_JOIN 2  /* May stand inside a word: ' . , : */
#define PASS_HIGH 3  /* Not ASCII */
#define PASS_LAST 15

/* Classes of characters that are not ASCII, behind NEWS_CHAR_... (token.h) */
#define CHAR_LONE 4 /* A word of its own */
#define CHAR_NONE 5 /* Ignored, as if it were not there */
#define CHAR_STOP 6 /* The full stop of another script */
#define CHAR_APOS 7 /* An apostrophe */

static const u8 aPassFold[256] = {
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   1,   0,   0,   1,   0,
    0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,   0,
    0,   0,   0,   1,   0,   0,   0,   0,   0,   2,   0,   0,   0,   0,   2,
    0,   2,   0,   '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 2,   0,
    0,   0,   0,   1,   0,   'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j',
    'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y',
    'z', 0,   0,   0,   0,   0,   2,   'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h',
    'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w',
    'x', 'y', 'z', 0,   0,   0,   0,   0,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,   3,
    3,
};

static int passIsAlnum(u8 c) { return aPassFold[c] > PASS_LAST; }
static int passIsDigit(u8 c) { return c >= '0' && c <= '9'; }

/*--------------------------------------------------- what is not ASCII */

static int passClass(u32 c) {
  if( c == 0x2019 || c == 0x2018 || c == 0x2bc ) return CHAR_APOS;
  if( newsTokenIsHidden(c) || c == 0x200c || c == 0x200d ) return CHAR_NONE;
  if( c == 0x3002 || c == 0x2026 || c == 0x2028 || c == 0x2029 || c == 0xff01 ||
      c == 0xff1f || c == 0x964 ) {
    return CHAR_STOP;
  }
  if( newsTokenIsLone(c) ) return CHAR_LONE;
  return newsTokenChar(utf8proc_category((utf8proc_int32_t)c));
}

/* Class and folded form of the character at byte i, nChar bytes long. */
static const NewsGrainChar *passChar(NewsPass *p, u32 i, u32 *pnChar) {
  NewsGrainChar *pChar;
  u8 aOut[128];
  u32 c, n, hash;
  *pnChar = newsUtf8Read(&p->z[i], p->n - i, &c);
  if( !p->bChars ) {
    memset(p->aChar, 0, sizeof(p->aChar));
    p->bChars = 1;
  }
  pChar = &p->aChar[(c ^ (c >> 6)) & (NEWS_PASS_CHARS - 1)];
  if( pChar->cCode == c ) return pChar;
  pChar->cCode = c;
  pChar->n = 0;
  pChar->eClass = (u8)(c == NEWS_BAD_CHAR ? NEWS_CHAR_SIGN : passClass(c));
  if( pChar->eClass == NEWS_CHAR_SIGN || pChar->eClass > CHAR_LONE ) {
    return pChar;
  }
  n = newsFoldWord(&p->z[i], *pnChar, aOut, sizeof(aOut), &hash);
  /* A character that folds to very much (a ligature of a whole phrase) is
  ** cut: it stays the same in both texts. */
  pChar->n = (u8)NEWS_MIN(n, sizeof(pChar->a));
  memcpy(pChar->a, aOut, pChar->n);
  return pChar;
}

/* Whether a letter or digit begins at byte i. */
static int passGoesOn(NewsPass *p, u32 i) {
  u32 n;
  int e;
  if( i >= p->n ) return 0;
  if( p->z[i] < 0x80 ) return passIsAlnum(p->z[i]);
  e = passChar(p, i, &n)->eClass;
  return e >= NEWS_CHAR_LETTER && e <= NEWS_CHAR_DIGIT;
}

/*---------------------------------------------------------------- a word */

/* Whether a sign at byte i, inside a word from iFrom, does not end it; *pbKeep
** tells whether it counts. */
static int passJoins(NewsPass *p, u32 iFrom, u32 i, int *pbKeep) {
  const u8 *z = p->z;
  u8 c = z[i];
  *pbKeep = 0;
  if( !p->bJoin || i + 1 >= p->n ) return 0;
  if( c == '\'' || c == '`' ) return passGoesOn(p, i + 1);
  if( passIsDigit(z[i - 1]) && passIsDigit(z[i + 1]) ) {
    *pbKeep = c != ',';
    return 1;
  }
  /* U.S.A: every part is one letter */
  return c == '.' && passIsAlnum(z[i - 1]) && !passIsDigit(z[i - 1]) &&
         (i - iFrom == 1 || z[i - 2] == '.') && passIsAlnum(z[i + 1]) &&
         !passIsDigit(z[i + 1]) && (i + 2 >= p->n || !passIsAlnum(z[i + 2]));
}

/* The word at byte p->i, which begins with a letter or digit, from there where
** the plain loop stopped: its end. */
static u32 passRest(NewsPass *p, NewsGrain *pWord, u32 i, u32 h) {
  const u8 *z = p->z;
  u32 n = p->n;
  while( i < n ) {
    u8 c = aPassFold[z[i]];
    if( c > PASS_LAST ) {
      h = newsHashByte(h, c);
      i++;
    } else if( c == PASS_JOIN ) {
      int bKeep;
      if( !passJoins(p, pWord->iByte, i, &bKeep) ) break;
      if( bKeep ) h = newsHashByte(h, z[i]);
      i++;
    } else if( c == PASS_HIGH ) {
      u32 nChar, j;
      const NewsGrainChar *pChar = passChar(p, i, &nChar);
      int e = pChar->eClass;
      if( e == CHAR_APOS ) {
        if( !p->bJoin || !passGoesOn(p, i + nChar) ) break;
      } else if( e == NEWS_CHAR_SIGN || e == CHAR_STOP || e == CHAR_LONE ) {
        break;
      }
      for( j = 0; j < pChar->n; j++ ) h = newsHashByte(h, pChar->a[j]);
      if( e != CHAR_APOS ) pWord->flags |= NEWS_GRAIN_HIGH;
      i += nChar;
    } else {
      break;
    }
  }
  pWord->hash = newsHashEnd(h);
  return i;
}

/* A word that begins with a character that is not ASCII, or none: past it. */
static u32 passHigh(NewsPass *p, NewsGrain *pWord, u32 i, u32 *pStop) {
  u32 nChar, j, h = NEWS_HASH_SEED;
  const NewsGrainChar *pChar = passChar(p, i, &nChar);
  int e = pChar->eClass;
  pWord->hash = 0;
  pWord->nByte = 0;
  if( e == CHAR_STOP ) *pStop = NEWS_GRAIN_STOP;
  if( e < NEWS_CHAR_LETTER || e > CHAR_LONE ) return i + nChar;
  pWord->iByte = i;
  pWord->flags = *pStop | NEWS_GRAIN_HIGH;
  if( e == NEWS_CHAR_CAP ) pWord->flags |= NEWS_GRAIN_CAP;
  if( e == NEWS_CHAR_DIGIT ) pWord->flags |= NEWS_GRAIN_DIGIT;
  if( e == CHAR_LONE ) pWord->flags |= NEWS_GRAIN_LONE;
  for( j = 0; j < pChar->n; j++ ) h = newsHashByte(h, pChar->a[j]);
  if( e == CHAR_LONE ) {
    pWord->hash = newsHashEnd(h);
    i += nChar;
  } else {
    i = passRest(p, pWord, i + nChar, h);
  }
  pWord->nByte = i - pWord->iByte;
  *pStop = 0;
  return i;
}

/* Up to nMax words, within the bytes before nEnd (a word may end behind). */
static u32 passBatch(NewsPass *p, NewsGrain *a, u32 nMax, u32 nEnd) {
  const u8 *z = p->z;
  u32 n = p->n, i = p->i, k = 0, stop = p->stop, h;
  while( i < nEnd && k < nMax ) {
    NewsGrain *pWord = &a[k];
    u8 c = aPassFold[z[i]];
    if( c <= PASS_LAST ) {
      if( c == PASS_HIGH ) {
        i = passHigh(p, pWord, i, &stop);
        k += pWord->nByte > 0;
      } else {
        if( c == PASS_STOP || z[i] == '.' ) stop = NEWS_GRAIN_STOP;
        i++;
      }
      continue;
    }
    pWord->iByte = i;
    pWord->flags =
        stop |
        (z[i] <= 'Z' ? (z[i] <= '9' ? NEWS_GRAIN_DIGIT : NEWS_GRAIN_CAP) : 0);
    stop = 0;
    h = NEWS_HASH_SEED;
    do {
      h = newsHashByte(h, c);
      i++;
    } while( i < n && (c = aPassFold[z[i]]) > PASS_LAST );
    if( i < n && (c == PASS_HIGH || (c == PASS_JOIN && p->bJoin)) ) {
      i = passRest(p, pWord, i, h);
    } else {
      pWord->hash = newsHashEnd(h);
    }
    pWord->nByte = i - pWord->iByte;
    k++;
  }
  p->stop = stop;
  p->i = i;
  return k;
}

void newsPassBegin(NewsPass *p, NewsArena *pArena, int eJoin, const u8 *z,
                   u32 n) {
  p->pArena = pArena;
  p->z = z;
  p->n = n;
  p->i = 0;
  p->stop = NEWS_GRAIN_STOP;
  p->bJoin = eJoin == NEWS_PASS_JOIN;
  p->bChars = 0;
}

#define PASS_STEP 16384 /* Bytes between two ticks */

u32 newsPassRead(NewsPass *p, NewsGrain *a, u32 nMax) {
  u32 k = 0;
  while( k == 0 && p->i < p->n && p->pArena->rc == SQLITE_OK ) {
    u32 iWas = p->i;
    k = passBatch(p, a, nMax, p->i + NEWS_MIN(p->n - p->i, PASS_STEP));
    newsArenaTick(p->pArena, (p->i - iWas) / 4);
  }
  return p->pArena->rc ? 0 : k;
}

void newsPassAll(NewsArena *pArena, int eJoin, const u8 *z, u32 n,
                 NewsVec *pVec) {
  NewsPass pass;
  u32 k;
  newsPassBegin(&pass, pArena, eJoin, z, n);
  do {
    while( pVec->n + NEWS_PASS_BATCH > pVec->nSlot ) {
      if( newsVecGrow(pVec, pArena, sizeof(NewsGrain)) == 0 ) return;
    }
    k = newsPassRead(&pass, (NewsGrain *)pVec->a + pVec->n, NEWS_PASS_BATCH);
    pVec->n += k;
  } while( k );
}
