/*
** utf8.c: see utf8.h.
*/
#include "text/utf8.h"

/* Code point of the m bytes at z that begin with a byte >= C0, or
** NEWS_BAD_CHAR: too long or short, a surrogate, beyond 10FFFF. */
static u32 utf8Code(const u8 *z, u32 m) {
  static const u32 aLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  u32 c, i;
  if( m < 2 || m > 4 ) return NEWS_BAD_CHAR;
  c = z[0];
  if( m != (c < 0xe0 ? 2u : c < 0xf0 ? 3u : c < 0xf8 ? 4u : 0u) ) {
    return NEWS_BAD_CHAR;
  }
  c &= 0x7fu >> m;
  for( i = 1; i < m; i++ ) c = (c << 6) | (z[i] & 0x3f);
  if( c < aLeast[m] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ) {
    return NEWS_BAD_CHAR;
  }
  return c;
}

u32 newsUtf8Read(const u8 *z, u32 n, u32 *pCode) {
  u32 m = 1;
  if( z[0] < 0xc0 ) {
    *pCode = z[0] < 0x80 ? z[0] : NEWS_BAD_CHAR;
    return 1;
  }
  while( m < n && (z[m] & 0xc0) == 0x80 ) m++;
  *pCode = utf8Code(z, m);
  return m;
}

/* The sign of which this is the third character; 0 if of none. */
static u32 utf8Third(u32 c) {
  switch( c ) {
    case 0x02dc:
      return 0x2018;
    case 0x2122:
      return 0x2019;
    case 0x0153:
      return 0x201c;
    case 0x009d:
      return 0x201d;
    case 0x201c:
      return 0x2013;
    case 0x201d:
      return 0x2014;
    case 0x00a6:
      return 0x2026;
  }
  return 0;
}

u32 newsUtf8Mend(const u8 *z, u32 n, u32 *pCode) {
  u32 m = newsUtf8Read(z, n, pCode), c;
  if( *pCode != 0xe2 || n < 5 || memcmp(&z[2], "\xe2\x82\xac", 3) ) return m;
  *pCode = 0x201d; /* Its third has no letter, and is lost now and then */
  if( n == 5 ) return 5;
  m = newsUtf8Read(&z[5], n - 5, &c);
  c = utf8Third(c);
  if( c == 0 ) return 5;
  *pCode = c;
  return 5 + m;
}

u32 newsUtf8Count(const u8 *z, u32 n) {
  u32 i = 0, nChar = 0;
  while( i < n ) {
    if( z[i++] >= 0xc0 ) {
      while( i < n && (z[i] & 0xc0) == 0x80 ) i++;
    }
    nChar++;
  }
  return nChar;
}

u32 newsUtf8Offset(const u8 *z, u32 n, u32 iChar) {
  u32 i = 0;
  while( i < n && iChar-- ) {
    if( z[i++] >= 0xc0 ) {
      while( i < n && (z[i] & 0xc0) == 0x80 ) i++;
    }
  }
  return i;
}

u32 newsUtf8Begin(const u8 *z, u32 iFrom, u32 i) {
  while( i > iFrom && (z[i] & 0xc0) == 0x80 ) i--;
  return i;
}
