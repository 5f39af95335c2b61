/*
** charmap.h: how many characters stand before a byte, in constant time.
**
** SQL counts characters, the engine bytes.  The map marks a character every
** 256 bytes with its number, so that only those behind a mark are counted:
**
**     byte           0          256            512
**                    |abc ...    |... one é ...  | ...
**     mark           0          256            511
**
** A text that is all ASCII needs no marks.
*/
#ifndef NEWS_CHARMAP_H
#define NEWS_CHARMAP_H

#include "base/arena.h"

typedef struct NewsCharMap NewsCharMap;
struct NewsCharMap {
  const u8 *z;   /* The text. Not owned; must outlive this */
  NewsVec vMark; /* Empty for a text that is all ASCII: charmap.c */
};

/* Read n bytes at z. p must be zeroed and freed; errors in pArena->rc, after
** which counts are of no use. */
void newsCharMapRead(NewsCharMap *p, NewsArena *pArena, const u8 *z, u32 n);
void newsCharMapFree(NewsCharMap *p);

/* Characters before byte iByte, at which one begins or the text ends, as
** substr() counts. */
u32 newsCharMapCount(const NewsCharMap *p, u32 iByte);

#endif /* NEWS_CHARMAP_H */
