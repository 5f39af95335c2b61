/*
** epithet.h: by what other names than their title a report goes on to call
** people: "the lawmaker" of a senator.
*/
#ifndef NEWS_EPITHET_H
#define NEWS_EPITHET_H

#include "base/base.h"

/* A row of epithet.tsv for each title in it: hashes of folded words
** (newsFoldWord). */
typedef struct NewsEpithet NewsEpithet;
struct NewsEpithet {
  u32 epithet;
  u32 title;
};

/* All of them, ascending by epithet, then title; how many. Static. */
const NewsEpithet *newsEpithets(u32 *pn);

/* Whether somebody with a title may be called so. */
int newsEpithetFits(u32 epithet, u32 title);

#endif /* NEWS_EPITHET_H */
