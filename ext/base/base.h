/*
** base.h: what every file of the extension starts from.
**
** The integer types, SQLite's interface (as an extension, or as a part of
** the library where SQLITE_CORE is defined), and the sizes that all layers
** share.  Memory comes from sqlite3_malloc64() and nothing else, so that
** SQLite's limits and fault injection see all of it.
*/
#ifndef NEWS_BASE_H
#define NEWS_BASE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef SQLITE_CORE
#include "sqlite3.h"
#else
#include "sqlite3ext.h"
extern const sqlite3_api_routines *sqlite3_api;
#endif

#ifndef SQLITE_AMALGAMATION
typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int64_t i64;
#endif

#define NEWS_MIN(a, b) ((a) < (b) ? (a) : (b))
#define NEWS_MAX(a, b) ((a) > (b) ? (a) : (b))
#define NEWS_COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))
#define NEWS_UNUSED(x) ((void)(x))

/*
** A half-open stretch [iFrom, iTo) of bytes or of tokens, as the place that
** holds it says.  An empty one means "none".
*/
typedef struct NewsSpan NewsSpan;
struct NewsSpan {
  u32 iFrom; /* First */
  u32 iTo;   /* Past the last */
};

static inline NewsSpan newsSpan(u32 iFrom, u32 iTo) {
  NewsSpan s;
  s.iFrom = iFrom;
  s.iTo = iTo;
  return s;
}
static inline u32 newsSpanLen(NewsSpan s) {
  return s.iTo > s.iFrom ? s.iTo - s.iFrom : 0;
}
static inline int newsSpanHas(NewsSpan s, u32 i) {
  return s.iFrom <= i && i < s.iTo;
}
static inline int newsSpanMeets(NewsSpan a, NewsSpan b) {
  return a.iFrom < b.iTo && b.iFrom < a.iTo;
}
static inline int newsSpanWithin(NewsSpan in, NewsSpan out) {
  return out.iFrom <= in.iFrom && in.iTo <= out.iTo;
}

/*
** Index of the first of n elements whose key is key or more; n if none is.
** Keys ascend: each is a u32, oKey bytes into its element of szElem bytes.
** a may be NULL where n is 0.
*/
static inline u32 newsSearch(const void *a, u32 n, size_t szElem, size_t oKey,
                             u32 key) {
  const u8 *z = a;
  u32 iLow = 0, iHigh = n;
  while( iLow < iHigh ) {
    u32 iMid = iLow + (iHigh - iLow) / 2;
    if( *(const u32 *)(const void *)&z[szElem * iMid + oKey] < key ) {
      iLow = iMid + 1;
    } else {
      iHigh = iMid;
    }
  }
  return iLow;
}

#endif /* NEWS_BASE_H */
