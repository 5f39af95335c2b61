/*
** bytes.h: numbers in stored bytes: four or eight of them, low byte first, on
** every machine.
*/
#ifndef NEWS_BYTES_H
#define NEWS_BYTES_H

#include "base/base.h"

static inline void newsPut4(u8 *a, u32 x) {
  a[0] = (u8)x;
  a[1] = (u8)(x >> 8);
  a[2] = (u8)(x >> 16);
  a[3] = (u8)(x >> 24);
}

static inline u32 newsGet4(const u8 *a) {
  return a[0] | (u32)a[1] << 8 | (u32)a[2] << 16 | (u32)a[3] << 24;
}

/* (Compilers make one load of it) */
static inline u64 newsGet8(const u8 *a) {
  return (u64)a[0] | (u64)a[1] << 8 | (u64)a[2] << 16 | (u64)a[3] << 24 |
         (u64)a[4] << 32 | (u64)a[5] << 40 | (u64)a[6] << 48 | (u64)a[7] << 56;
}

#endif /* NEWS_BYTES_H */
