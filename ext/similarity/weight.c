/*
** weight.c: see weight.h.
*/
#include "similarity/weight.h"

u32 newsWeight(u32 hash) {
  u32 i = newsWeightFirst[hash >> 20], iEnd = newsWeightFirst[(hash >> 20) + 1];
  for( ; i < iEnd; i++ ) {
    if( newsWeightHash[i] == hash ) {
      u32 w = newsWeightValue[i];
      return NEWS_MIN(NEWS_MAX(w, NEWS_WEIGHT_LEAST), NEWS_WEIGHT_RARE);
    }
  }
  return NEWS_WEIGHT_RARE;
}

/* The weight of a frequent word of a language; 255 where it is none. */
static u32 weightFrequent(const NewsTongue *p, u32 hash) {
  u32 key = hash & ~255u, i = newsSearch(p->a, p->n, sizeof(u32), 0, key);
  return i < p->n && p->a[i] - key < 256 ? p->a[i] & 255 : 255;
}

u32 newsWeightIn(const NewsTongue *pTongue, u32 hash) {
  u32 w = pTongue ? weightFrequent(pTongue, hash) : 255;
  return w < 255 ? NEWS_MAX(w, NEWS_WEIGHT_LEAST) : newsWeight(hash);
}

#define TONGUE_PLAIN 16 /* Weight of the most frequent words, at most */
#define TONGUE_MOST 25  /* Of 100 words, so many are surely English */
#define TONGUE_LEAST 15 /* ... are of another language, at least */

const NewsTongue *newsTongueOf(const u32 *aHash, u32 n) {
  const NewsTongue *p, *pBest = 0;
  u32 i, nPlain = 0, nBest;
  n = NEWS_MIN(n, NEWS_TONGUE_WORDS);
  for( i = 0; i < n; i++ ) nPlain += newsWeight(aHash[i]) <= TONGUE_PLAIN;
  if( nPlain * 100 >= n * TONGUE_MOST ) return 0;
  nBest = NEWS_MAX(nPlain, n * TONGUE_LEAST / 100);
  for( p = newsTongue; p->n; p++ ) {
    for( i = nPlain = 0; i < n; i++ ) {
      nPlain += weightFrequent(p, aHash[i]) <= TONGUE_PLAIN;
    }
    if( nPlain > nBest ) {
      nBest = nPlain;
      pBest = p;
    }
  }
  return pBest;
}

/* The first entry of a hash in a table of entries of szElem bytes that begin
** with theirs, by the first of each of its parts; NULL if it has none. */
static const void *weightFind(const void *a, size_t szElem, const u16 *aFirst,
                              u32 hash) {
  u32 iFirst = aFirst[NEWS_FIRST_OF(hash)];
  u32 n = aFirst[NEWS_FIRST_OF(hash) + 1] - iFirst;
  const u8 *aPart = (const u8 *)a + szElem * iFirst;
  u32 i = newsSearch(aPart, n, szElem, 0, hash);
  const void *p = &aPart[szElem * i];
  return i < n && *(const u32 *)p == hash ? p : 0;
}

const NewsSense *newsSenseOf(u32 hash) {
  return weightFind(newsSense, sizeof(NewsSense), newsSenseAt, hash);
}

const NewsAlike *newsAlikeOf(u32 hash) {
  return weightFind(newsAlike, sizeof(NewsAlike), newsAlikeAt, hash);
}

const NewsContrary *newsContraryOf(u32 hash) {
  return weightFind(newsContrary, sizeof(NewsContrary), newsContraryAt, hash);
}

u32 newsPlaceOf(u32 key) {
  const NewsToponym *p =
      weightFind(newsToponym, sizeof(NewsToponym), newsToponymAt, key);
  return p ? p->place : 0;
}

int newsIsNay(const u8 *z, u32 n) {
  int i;
  if( n < 5 ) return 0;
  for( i = 0; newsPrefix[i][0]; i++ ) {
    u32 m;
    if( newsPrefix[i][0] != (char)z[0] ) continue;
    m = (u32)strlen(newsPrefix[i]);
    if( n >= m + 4 && memcmp(z, newsPrefix[i], m) == 0 ) return 1;
  }
  return 0;
}

/* Most endings are told by their last letter not to be it. */
u32 newsStem(u8 *z, u32 n) {
  const NewsSuffix *p = newsSuffix;
  char cLast = n ? (char)z[n - 1] : 0;
  for( ; p->nEnd; p++ ) {
    u32 m = n - p->nEnd;
    if( p->zEnd[p->nEnd - 1] != cLast || n < (u32)p->nEnd + p->nLeft ||
        memcmp(&z[m], p->zEnd, p->nEnd) ) {
      continue;
    }
    n = m + (u32)strlen(p->zInto);
    memcpy(&z[m], p->zInto, n - m);
    break;
  }
  /* "stopp" and "stop", "make" and "mak" */
  if( n > 3 && z[n - 1] == z[n - 2] && p->nEnd > 1 && p->zInto[0] == 0 ) n--;
  if( n > 3 && z[n - 1] == 'e' ) n--;
  return n;
}
