/*
** segment.h: segments of lists: postings in order, in blocks (format: list.h).
*/
#ifndef NEWS_SEGMENT_H
#define NEWS_SEGMENT_H

#include "sql/store.h"

/* An item that has a key. */
typedef struct NewsPosting NewsPosting;
struct NewsPosting {
  u32 key;
  u32 item;
};

typedef struct NewsSegment NewsSegment;
struct NewsSegment {
  i64 iId;
  i64 iLevel;
  i64 iLow; /* No item is below */
  i64 n;    /* Postings */
};

/* Varints: write one (at most 5 bytes) and give its length; read one of the
** n bytes at z, giving its length, 0 where it is not complete. */
u32 newsVarintPut(u8 *z, u32 v);
u32 newsVarintLong(const u8 *z, u32 n, u32 *pv);
static inline u32 newsVarintGet(const u8 *z, u32 n, u32 *pv) {
  if( n < 3 ) return newsVarintLong(z, n, pv);
  if( z[0] < 0x80 ) {
    *pv = z[0];
    return 1;
  }
  *pv = (z[0] & 0x7f) | (u32)(z[1] & 0x7f) << 7;
  if( z[1] < 0x80 ) return 2;
  *pv |= (u32)z[2] << 14;
  return z[2] < 0x80 ? 3 : newsVarintLong(z, n, pv);
}

/* The segments of a list, oldest first, into pVec (of NewsSegment). */
void newsSegmentAll(NewsStore *p, int eList, NewsVec *pVec);

/* Write n postings, ordered by key and item, as a segment of level 0. */
void newsSegmentWrite(NewsStore *p, int eList, const NewsPosting *a, u32 n);

/*
** Make one segment of the n segments at aSeg, which follow each other. pLive
** has a bit for each item that is to stay, bit 0 of byte 0 for item 0, nLive
** bytes; NULL: all stay.
*/
void newsSegmentMerge(NewsStore *p, int eList, const NewsSegment *aSeg, u32 n,
                      i64 iLevel, const u8 *pLive, u32 nLive);

/* Append the items of a key to pVec (of u32), until it has more than nMost.
** pVec->n may be more than nMost before: nothing is done. */
void newsSegmentFind(NewsStore *p, const NewsSegment *pSeg, u32 key, u32 nMost,
                     NewsVec *pVec);

/* The blocks of a segment, in memory. */
typedef struct NewsImage NewsImage;
struct NewsImage {
  NewsVec vBlock; /* of NewsBlockAt, in order; none: it is not in memory */
  NewsVec vData;  /* Their bytes, one behind the other */
};
typedef struct NewsBlockAt NewsBlockAt;
struct NewsBlockAt {
  u32 key;   /* The lower half of its id: no key of it is less */
  u32 iFrom; /* Where its bytes begin */
};

/* Read all blocks of a segment into an empty image, which is freed in every
** case; the same as newsSegmentFind() in one. */
void newsImageRead(NewsStore *p, const NewsSegment *pSeg, NewsImage *pImage);
void newsImageFree(NewsImage *pImage);
void newsImageFind(NewsStore *p, const NewsSegment *pSeg,
                   const NewsImage *pImage, u32 key, u32 nMost, NewsVec *pVec);

/* Read all postings of a segment, in order: xPost is called for each, with
** pArg. Fail where they are not in order, or not as many as it says. */
void newsSegmentRead(NewsStore *p, const NewsSegment *pSeg,
                     void (*xPost)(void *, NewsPosting), void *pArg);

#endif /* NEWS_SEGMENT_H */
