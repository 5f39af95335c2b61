/*
** frequent.c: see frequent.h.
*/
#include "lexicon/frequent.h"

int newsFrequentIs(u32 hash) {
  u32 i = newsSearch(newsFrequent, newsFrequentCount, sizeof(u32), 0, hash);
  return i < newsFrequentCount && newsFrequent[i] == hash;
}
