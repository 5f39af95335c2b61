/*
** hash.h: the hash of words and keys: fixed, the same on every machine.
**
** FNV-1a (Fowler, Noll, Vo) over bytes with a final mix, so that the low
** bits serve as a table's index.
*/
#ifndef NEWS_HASH_H
#define NEWS_HASH_H

#include "base/base.h"

#define NEWS_HASH_SEED 2166136261u

static inline u32 newsHashByte(u32 h, u8 c) { return (h ^ c) * 16777619u; }

static inline u32 newsHashEnd(u32 h) {
  h ^= h >> 15;
  h *= 0x2c1b3c6du;
  h ^= h >> 12;
  h *= 0x297a2d39u;
  return h ^ (h >> 15);
}

static inline u32 newsHash(const u8 *z, u32 n) {
  u32 h = NEWS_HASH_SEED;
  while( n-- ) h = newsHashByte(h, *z++);
  return newsHashEnd(h);
}

/* The key of b after a: order counts. */
static inline u32 newsHashPair(u32 a, u32 b) {
  return newsHashEnd((a ^ (b + 0x9e3779b9u + (a << 6) + (a >> 2))) * 16777619u);
}

#endif /* NEWS_HASH_H */
