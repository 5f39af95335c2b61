/*
** frequent.h: words that are frequent in English news, whatever they are.
**
** Where a sentence begins, a capital tells nothing. A frequent word is no name
** there by that alone ("Revenue rose"); a rare one may be ("Volvane rose").
*/
#ifndef NEWS_FREQUENT_H
#define NEWS_FREQUENT_H

#include "base/base.h"

/* Their hashes (newsFoldWord), ascending: made by the build of
** ext/similarity/en/weight.tsv. */
extern const u32 newsFrequent[];
extern const u32 newsFrequentCount;

/* Whether a folded word, by its hash, is one of them. */
int newsFrequentIs(u32 hash);

#endif /* NEWS_FREQUENT_H */
