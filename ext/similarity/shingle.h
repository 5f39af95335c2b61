/*
** shingle.h: the keys of shingles: several words in a row.
*/
#ifndef NEWS_SHINGLE_H
#define NEWS_SHINGLE_H

#include "base/base.h"

static inline u64 newsShingleEnd(u64 x) {
  x ^= x >> 29;
  x *= 0xbf58476d1ce4e5b9u;
  return x ^ (x >> 32);
}

/* The key of one more word behind those of x: order counts. */
static inline u64 newsShingleNext(u64 x, u32 hash) {
  x = (x ^ hash) * 0x9e3779b97f4a7c15u;
  return x ^ (x >> 31);
}

/* The key of three words, in steps that do not wait for each other. */
static inline u64 newsShingle3(u32 h0, u32 h1, u32 h2) {
  return newsShingleEnd(h0 * 0x9e3779b97f4a7c15u + h1 * 0xc2b2ae3d27d4eb4fu +
                        h2 * 0xd6e8feb86659fd93u);
}

#endif /* NEWS_SHINGLE_H */
