/*
** number.h: whole roots and logarithms; numbers in order.
**
** What decides is worked out in integers, so that it is the same on every
** machine.
*/
#ifndef NEWS_NUMBER_H
#define NEWS_NUMBER_H

#include "base/base.h"

/* The whole square root. */
static inline u64 newsRoot(u64 x) {
  u64 r = 0, bit = (u64)1 << 62;
  while( bit > x ) bit >>= 2;
  for( ; bit; bit >>= 2 ) {
    if( x >= r + bit ) {
      x -= r + bit;
      r = (r >> 1) + bit;
    } else {
      r >>= 1;
    }
  }
  return r;
}

/* 64 times the logarithm of x > 0 to base 2; straight between its powers. */
static inline u32 newsLog64(u32 x) {
  u32 e = 31 - (u32)__builtin_clz(x);
  return 64 * e + ((e < 6 ? x << (6 - e) : x >> (e - 6)) & 63);
}

/* Order n numbers; drop what is there twice: how many are left. a may be NULL
** where n is 0. */
void newsNumberSort(u32 *a, u32 n);
u32 newsNumberOnce(u32 *a, u32 n);

#endif /* NEWS_NUMBER_H */
