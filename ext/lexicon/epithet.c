/*
** epithet.c: see epithet.h.
*/
#include "lexicon/epithet.h"

int newsEpithetFits(u32 epithet, u32 title) {
  u32 n;
  const NewsEpithet *a = newsEpithets(&n);
  u32 i = newsSearch(a, n, sizeof(*a), offsetof(NewsEpithet, epithet), epithet);
  while( i < n && a[i].epithet == epithet && a[i].title < title ) i++;
  return i < n && a[i].epithet == epithet && a[i].title == title;
}
