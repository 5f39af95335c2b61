/*
** sieve.c: see sieve.h.
*/
#include "sql/sieve.h"

#include "similarity/bag.h"

/* The word of a key, and the bits that it has there. */
static u64 *sieveWord(const NewsSieve *p, u32 key, u64 *pmBit) {
  u64 h = (key + 1) * 0x9e3779b97f4a7c15u;
  *pmBit = (u64)1 << (h & 63) | (u64)1 << (h >> 6 & 63) |
           (u64)1 << (h >> 12 & 63) | (u64)1 << (h >> 18 & 63);
  return &p->a[(h >> 32) * p->n >> 32];
}

static void sievePut(void *pArg, NewsPosting post) {
  u64 mBit, *pWord = sieveWord(pArg, post.key, &mBit);
  *pWord |= mBit;
}

void newsSieveFree(NewsSieve *p) {
  sqlite3_free(p->a);
  p->a = 0;
  newsImageFree(&p->image);
}

void newsSieveTake(NewsSieve *p, NewsSieve *pFrom, NewsSieveSum *pSum) {
  *p = *pFrom;
  memset(pFrom, 0, sizeof(*pFrom));
  pSum->nSieve += p->n * (i64)8;
  pSum->nImage += p->image.vData.n;
}

/* What a posting takes in a block, at most: with it the image is counted
** before it is read. */
#define SIEVE_POSTING 8

static void sieveImage(NewsStore *p, NewsSieve *pSieve, const NewsSegment *pSeg,
                       NewsSieveSum *pSum) {
  if( pSum->nImage + pSeg->n * SIEVE_POSTING > NEWS_SIEVE_IMAGES ) return;
  newsImageRead(p, pSeg, &pSieve->image);
  pSum->nImage += pSieve->image.vData.n;
}

static void sieveMake(NewsStore *p, NewsSieve *pSieve, const NewsSegment *pSeg,
                      NewsSieveSum *pSum) {
  u64 nByte;
  if( pSeg->n < 0 || pSeg->n > NEWS_SIEVE_MOST ) return;
  pSieve->n = (u32)(pSeg->n / 4) + 1;
  if( pSum->nSieve + (i64)pSieve->n * 8 > NEWS_SIEVE_MOST / 2 ) {
    pSieve->n = pSieve->n / 2 + 1;
  }
  nByte = pSieve->n * (u64)8;
  if( pSum->nSieve + (i64)nByte > NEWS_SIEVE_MOST ) return;
  pSieve->a = newsBagAlloc(&p->arena, nByte);
  if( pSieve->a == 0 ) return;
  pSum->nSieve += (i64)nByte;
  newsSegmentRead(p, pSeg, sievePut, pSieve);
  if( newsStoreOk(p) ) sieveImage(p, pSieve, pSeg, pSum);
}

void newsSieveAhead(const NewsSieve *pSieve, u32 key) {
  u64 mBit;
  if( pSieve->a ) __builtin_prefetch(sieveWord(pSieve, key, &mBit));
}

int newsSieveHas(NewsStore *p, NewsSieve *pSieve, const NewsSegment *pSeg,
                 u32 key, NewsSieveSum *pSum) {
  u64 mBit;
  if( pSieve->a == 0 ) {
    if( pSieve->nAsk++ == pSeg->n / NEWS_SIEVE_SHARE ) {
      sieveMake(p, pSieve, pSeg, pSum);
    }
    if( pSieve->a == 0 || !newsStoreOk(p) ) return 1;
  }
  return (*sieveWord(pSieve, key, &mBit) & mBit) == mBit;
}

void newsSieveFind(NewsStore *p, const NewsSieve *pSieve,
                   const NewsSegment *pSeg, u32 key, u32 nMost, NewsVec *pVec) {
  if( pSieve->image.vBlock.n ) {
    newsImageFind(p, pSeg, &pSieve->image, key, nMost, pVec);
  } else {
    newsSegmentFind(p, pSeg, key, nMost, pVec);
  }
}
