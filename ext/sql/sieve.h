/*
** sieve.h: which keys a segment surely has not.
**
** Most keys that are looked up are in no segment, and to find that out takes
** a block of each, which is far away on the disk. A Bloom filter (Bloom 1970;
** in words of 64 bits: Putze, Sanders, Singler 2007) with two bytes for each
** posting lets one of 170 through, with one byte, where there are many, one of
** 30. It is in memory alone, and to make it is to read the whole segment: so it
** is made when about as much has been spent on asking (rent, then buy),
** NEWS_SIEVE_SHARE postings a key, as long as all sieves together stay below
** NEWS_SIEVE_MOST bytes, half of it for those of two bytes.
**
** What it lets through is mostly there, and its block is asked for again and
** again: so the blocks of the segment are read into memory together with it, as
** long as all that are stay below NEWS_SIEVE_IMAGES bytes.
*/
#ifndef NEWS_SIEVE_H
#define NEWS_SIEVE_H

#include "sql/segment.h"

#define NEWS_SIEVE_SHARE 256
#define NEWS_SIEVE_MOST 67108864
#define NEWS_SIEVE_IMAGES 33554432

typedef struct NewsSieve NewsSieve;
struct NewsSieve {
  i64 iSeg;
  u64 *a;   /* NULL: there is none. Owned */
  u32 n;    /* Words */
  u32 nAsk; /* Keys asked for so far */
  NewsImage image;
};

/* Bytes in all sieves, and in their images. */
typedef struct NewsSieveSum NewsSieveSum;
struct NewsSieveSum {
  i64 nSieve;
  i64 nImage;
};

void newsSieveFree(NewsSieve *p);

/* Take one over from another, which is empty then, and count it. */
void newsSieveTake(NewsSieve *p, NewsSieve *pFrom, NewsSieveSum *pSum);

/* A key will be asked for soon: where it is in memory is far away, too. */
void newsSieveAhead(const NewsSieve *pSieve, u32 key);

/* Whether the segment may have a key. pSum counts what is made for that. */
int newsSieveHas(NewsStore *p, NewsSieve *pSieve, const NewsSegment *pSeg,
                 u32 key, NewsSieveSum *pSum);

/* The same as newsSegmentFind(). */
void newsSieveFind(NewsStore *p, const NewsSieve *pSieve,
                   const NewsSegment *pSeg, u32 key, u32 nMost, NewsVec *pVec);

#endif /* NEWS_SIEVE_H */
