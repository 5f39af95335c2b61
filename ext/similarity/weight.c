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
  u32 i = newsSenseAt[NEWS_FIRST_OF(hash)];
  while( i < newsSenseCount && newsSense[i].hash < hash ) i++;
  return i < newsSenseCount && newsSense[i].hash == hash ? &newsSense[i] : 0;
}

const NewsAlike *newsAlikeFirst(u32 hash) {
  u32 i = newsAlikeAt[NEWS_FIRST_OF(hash)];
  while( i < newsAlikeCount && newsAlike[i].hash < hash ) i++;
  return i < newsAlikeCount && newsAlike[i].hash == hash ? &newsAlike[i] : 0;
}

const NewsContrary *newsContraryOf(u32 hash) {
  u32 i = newsContraryAt[NEWS_FIRST_OF(hash)];
  while( i < newsContraryCount && newsContrary[i].hash < hash ) i++;
  return i < newsContraryCount && newsContrary[i].hash == hash
             ? &newsContrary[i]
             : 0;
}

u32 newsPlaceOf(u32 key) {
  u32 i = newsToponymAt[NEWS_FIRST_OF(key)];
  while( i < newsToponymCount && newsToponym[i].hash < key ) i++;
  return i < newsToponymCount && newsToponym[i].hash == key
             ? newsToponym[i].place
             : 0;
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
