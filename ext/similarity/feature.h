/*
** feature.h: what two texts have in common, and apart, as numbers.
**
** Words weighted by rarity, their stems, what they begin with, characters, what
** stands in both word for word, numbers, names and negations that disagree.
** All of it in integers; a logistic model over them is remark.h's.
*/
#ifndef NEWS_FEATURE_H
#define NEWS_FEATURE_H

#include "base/arena.h"

#define NEWS_FEATURES 68
#define NEWS_FEATURE_ONE 1024 /* What stands for 1 in a feature */

/* Those with names: the cosine of n-grams, the overlap of stems with the longer
** text, words of content, numbers for others, that one has a negation more,
** stems in the same order, a place for another, contradictions, that one is
** negated and the other is not in any way, the overlap of words of content but
** for all that. */
#define NEWS_FEATURE_GRAMS 0
#define NEWS_FEATURE_STEMS 5
#define NEWS_FEATURE_CONTENT 9
#define NEWS_FEATURE_NUMBERS 15
#define NEWS_FEATURE_NEGATIONS 21
#define NEWS_FEATURE_ORDER 39
#define NEWS_FEATURE_PLACES 51
#define NEWS_FEATURE_SIDES 54
#define NEWS_FEATURE_NOT 55
#define NEWS_FEATURE_PLAIN 56

/* Features of a pair of texts, 0 or more each, the last always ONE; those of
** runs are 0. Their words (of NewsSayWord), as newsFeaturesWords() leaves them,
** come into aWord[2], which the caller frees. 0 where a text has no words, or
** after an error. */
int newsFeaturesText(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb,
                     u32 nb, NewsVec *aWord, int *aFeature);

/* Of words that newsSayRead() has read, in which this notes NEWS_SAY_LACKED and
** NEWS_SAY_OWN: the same in either order; those of characters and bytes are 0.
** Unless bAll, where a number stands for another that is all that is looked at,
** and all are 0 where no word of content is in both. */
int newsFeaturesWords(NewsArena *pArena, NewsVec *pA, NewsVec *pB, int bAll,
                      int *aFeature);

#endif /* NEWS_FEATURE_H */
