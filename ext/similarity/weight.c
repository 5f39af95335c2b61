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

const NewsSense *newsSenseOf(u32 hash) {
  u32 i = newsSearch(newsSense, newsSenseCount, sizeof(NewsSense),
                     offsetof(NewsSense, hash), hash);
  return i < newsSenseCount && newsSense[i].hash == hash ? &newsSense[i] : 0;
}

const NewsAlike *newsAlikeFirst(u32 hash) {
  u32 i = newsSearch(newsAlike, newsAlikeCount, sizeof(NewsAlike),
                     offsetof(NewsAlike, hash), hash);
  return i < newsAlikeCount && newsAlike[i].hash == hash ? &newsAlike[i] : 0;
}

const NewsContrary *newsContraryOf(u32 hash) {
  u32 i = newsSearch(newsContrary, newsContraryCount, sizeof(NewsContrary),
                     offsetof(NewsContrary, hash), hash);
  return i < newsContraryCount && newsContrary[i].hash == hash
             ? &newsContrary[i]
             : 0;
}

u32 newsPlaceOf(u32 key) {
  u32 i = newsSearch(newsToponym, newsToponymCount, sizeof(NewsToponym),
                     offsetof(NewsToponym, hash), key);
  return i < newsToponymCount && newsToponym[i].hash == key
             ? newsToponym[i].place
             : 0;
}

int newsIsNay(const u8 *z, u32 n) {
  int i;
  for( i = 0; newsPrefix[i][0]; i++ ) {
    u32 m = (u32)strlen(newsPrefix[i]);
    if( n >= m + 4 && memcmp(z, newsPrefix[i], m) == 0 ) return 1;
  }
  return 0;
}

u32 newsStem(u8 *z, u32 n) {
  const NewsSuffix *p = newsSuffix;
  for( ; p->nEnd; p++ ) {
    u32 m = n - p->nEnd;
    if( n < (u32)p->nEnd + p->nLeft || memcmp(&z[m], p->zEnd, p->nEnd) ) {
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
