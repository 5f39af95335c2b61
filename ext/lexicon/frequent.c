/*
** frequent.c: see frequent.h.
*/
#include "lexicon/frequent.h"

int newsFrequentIs(u32 hash) {
  u32 iFrom = 0, iTo = newsFrequentCount;
  while( iFrom < iTo ) {
    u32 i = (iFrom + iTo) / 2;
    if( newsFrequent[i] == hash ) return 1;
    if( newsFrequent[i] < hash ) {
      iFrom = i + 1;
    } else {
      iTo = i;
    }
  }
  return 0;
}
