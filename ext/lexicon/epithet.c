/*
** epithet.c: see epithet.h.
*/
#include "lexicon/epithet.h"

int newsEpithetFits(u32 epithet, u32 title) {
  u32 iFrom = 0, iTo;
  const NewsEpithet *a = newsEpithets(&iTo);
  while( iFrom < iTo ) {
    u32 i = (iFrom + iTo) / 2;
    if( a[i].epithet == epithet && a[i].title == title ) return 1;
    if( a[i].epithet < epithet ||
        (a[i].epithet == epithet && a[i].title < title) ) {
      iFrom = i + 1;
    } else {
      iTo = i;
    }
  }
  return 0;
}
