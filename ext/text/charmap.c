/*
** charmap.c: see charmap.h.
*/
#include "text/charmap.h"

#include "text/utf8.h"

#define CHAR_EVERY 256 /* Bytes between two marks */
#define CHAR_STEP 8    /* Bytes looked at together */

/* The first character that begins in a stretch of CHAR_EVERY bytes, or
** behind it where none does. */
typedef struct CharMark CharMark;
struct CharMark {
  u32 iByte; /* Its first byte */
  u32 iChar; /* Characters before it */
};

/* The first byte from i on that is not ASCII, or nMax; or a little before. */
static u32 charPlain(const u8 *z, u32 i, u32 nMax) {
  u64 w;
  for( ; i + CHAR_STEP <= nMax; i += CHAR_STEP ) {
    memcpy(&w, &z[i], CHAR_STEP);
    if( w & 0x8080808080808080u ) break;
  }
  return i;
}

void newsCharMapRead(NewsCharMap *p, NewsArena *pArena, const u8 *z, u32 n) {
  u32 i = 0, c, iChar = 0;
  p->z = z;
  i = charPlain(z, 0, n);
  while( i < n && z[i] < 0x80 ) i++;
  newsArenaTick(pArena, n / 8);
  if( i == n ) return;
  for( i = 0; i < n && pArena->rc == SQLITE_OK; ) {
    u32 iPlain, iMax;
    while( (u64)p->vMark.n * CHAR_EVERY <= i ) {
      CharMark *pNew = newsVecPush(&p->vMark, pArena, sizeof(*pNew));
      if( pNew == 0 ) return;
      pNew->iByte = i;
      pNew->iChar = iChar;
      newsArenaTick(pArena, CHAR_EVERY / 2);
    }
    iMax = (u32)NEWS_MIN((u64)p->vMark.n * CHAR_EVERY, n);
    iPlain = charPlain(z, i, iMax);
    iChar += iPlain - i;
    i = iPlain;
    if( i == iMax ) continue;
    i += z[i] < 0x80 ? 1 : newsUtf8Read(&z[i], n - i, &c);
    iChar++;
  }
}

void newsCharMapFree(NewsCharMap *p) { newsVecFree(&p->vMark); }

u32 newsCharMapCount(const NewsCharMap *p, u32 iByte) {
  const CharMark *aMark = p->vMark.a;
  u32 i = iByte / CHAR_EVERY;
  if( p->vMark.n == 0 ) return iByte;
  i = NEWS_MIN(i, p->vMark.n - 1);
  if( aMark[i].iByte > iByte ) i--; /* Inside the character before it */
  return aMark[i].iChar +
         newsUtf8Count(&p->z[aMark[i].iByte], iByte - aMark[i].iByte);
}
