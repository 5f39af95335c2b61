/*
** fold.c: see fold.h.
*/
#include "text/fold.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "text/utf8.h"

/* Decomposition of one character gives at most this many code points; the
** longest compatibility decomposition of Unicode has 18. */
#define FOLD_MAX 32

/* Bytes of a text that are folded between two ticks */
#define FOLD_STEP 16384

/* Receives folded bytes: counts and hashes all, keeps what fits. */
typedef struct FoldOut FoldOut;
struct FoldOut {
  u8 *a;    /* Room for the bytes */
  u32 nMax; /* Bytes of room */
  u32 n;    /* Bytes seen */
  u32 h;    /* Hash so far */
};

static void foldByte(FoldOut *p, u8 c) {
  if( p->n < p->nMax ) p->a[p->n] = c;
  p->n++;
  p->h = newsHashByte(p->h, c);
}

/* The plain sign for marks, dashes and spaces; 0 for other characters. */
static u32 foldSign(u32 c) {
  switch( c ) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2039:
    case 0x203a:
    case 0x00b4:
    case 0x0060:
    case 0x02bc:
    case 0x2032:
      return '\'';
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x00ab:
    case 0x00bb:
    case 0x300c:
    case 0x300d:
    case 0x300e:
    case 0x300f:
    case 0x2033:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xfe58:
    case 0xfe63:
    case 0xff0d:
      return '-';
    case 0x0085:
    case 0x00a0:
    case 0x2028:
    case 0x2029:
    case 0x3000:
      return ' ';
  }
  return 0;
}

/* One character that is not ASCII. */
static void foldChar(FoldOut *p, u32 c) {
  utf8proc_int32_t aCode[FOLD_MAX];
  utf8proc_uint8_t aByte[4];
  utf8proc_ssize_t n, i, j, m;
  int iBoundary = 0;
  u32 cSign = foldSign(c);
  if( cSign ) {
    foldByte(p, (u8)cSign);
    return;
  }
  n = utf8proc_decompose_char((utf8proc_int32_t)c, aCode, FOLD_MAX,
                              UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                  UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                  UTF8PROC_IGNORE,
                              &iBoundary);
  if( n < 0 || n > FOLD_MAX ) n = 0;
  for( i = 0; i < n; i++ ) {
    m = utf8proc_encode_char(aCode[i], aByte);
    for( j = 0; j < m; j++ ) foldByte(p, aByte[j]);
  }
}

static u8 foldAscii(u8 c) {
  if( c >= 'A' && c <= 'Z' ) return c + 32;
  return c == '`' ? '\'' : c;
}

/* A word of ASCII alone that fits: the common case, without calls. */
static u32 foldPlain(const u8 *z, u32 n, u8 *aOut, u32 *pHash) {
  u32 i, h = NEWS_HASH_SEED;
  for( i = 0; i < n && z[i] < 0x80; i++ ) {
    u8 c = foldAscii(z[i]);
    aOut[i] = c;
    h = newsHashByte(h, c);
  }
  *pHash = newsHashEnd(h);
  return i;
}

u32 newsFoldWord(const u8 *z, u32 n, u8 *aOut, u32 nOut, u32 *pHash) {
  FoldOut out;
  u32 i = 0, c;
  if( n <= nOut && foldPlain(z, n, aOut, pHash) == n ) return n;
  out.a = aOut;
  out.nMax = nOut;
  out.n = 0;
  out.h = NEWS_HASH_SEED;
  while( i < n ) {
    if( z[i] < 0x80 ) {
      foldByte(&out, foldAscii(z[i++]));
    } else {
      i += newsUtf8Mend(&z[i], n - i, &c);
      foldChar(&out, c);
    }
  }
  *pHash = newsHashEnd(out.h);
  return out.n;
}

static int foldIsSpace(u8 c) { return c == ' ' || (c >= 9 && c <= 13); }

/* Squeeze in place, to the new length: runs of spaces are one, none at the
** ends, and two apostrophes are the double mark that typists make of them. */
static u32 foldSqueeze(u8 *a, u32 n) {
  u32 i, m = 0;
  for( i = 0; i < n; i++ ) {
    if( a[i] == '\'' && i + 1 < n && a[i + 1] == '\'' ) {
      a[m++] = '"';
      i++;
    } else if( !foldIsSpace(a[i]) ) {
      a[m++] = a[i];
    } else if( m > 0 && a[m - 1] != ' ' ) {
      a[m++] = ' ';
    }
  }
  if( m > 0 && a[m - 1] == ' ' ) m--;
  return m;
}

/* Bytes to fold next, at byte i of n: a step, up to where a character ends. */
static u32 foldStep(const u8 *z, u32 n, u32 i) {
  u32 m = NEWS_MIN(n - i, FOLD_STEP);
  while( i + m < n && (z[i + m] & 0xc0) == 0x80 ) m++;
  return m;
}

/* Room for the folded form of a text: longer than the text only where
** characters decompose into many. */
static i64 foldRoom(NewsArena *p, const u8 *z, u32 n) {
  i64 nFold = 0;
  u32 i = 0, hash;
  while( i < n && p->rc == SQLITE_OK ) {
    u32 m = foldStep(z, n, i);
    newsArenaTick(p, m);
    nFold += newsFoldWord(&z[i], m, 0, 0, &hash);
    i += m;
  }
  return nFold;
}

char *newsFoldText(NewsArena *p, const u8 *z, u32 n, u32 *pn) {
  u32 hash, i = 0;
  i64 nFold = 0, nRoom = foldRoom(p, z, n);
  u8 *a = newsArenaAlloc(p, nRoom + 1);
  *pn = 0;
  if( a == 0 ) return 0;
  while( i < n && p->rc == SQLITE_OK ) {
    u32 m = foldStep(z, n, i);
    newsArenaTick(p, m);
    nFold += newsFoldWord(&z[i], m, &a[nFold], (u32)(nRoom - nFold), &hash);
    i += m;
  }
  if( p->rc ) return 0;
  *pn = foldSqueeze(a, (u32)nFold);
  a[*pn] = 0;
  return (char *)a;
}
