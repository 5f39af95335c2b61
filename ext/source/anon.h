/*
** anon.h: the report's own words for why a source is not named.
*/
#ifndef NEWS_ANON_H
#define NEWS_ANON_H

#include "source/entity.h"

/*
** Find them, "requested anonymity", "on condition of anonymity because she
** was not authorized to speak", and the unnamed source that each is about:
** aAnon[entity] becomes the tokens of the first, empty where there is none.
** Only entities with iSource >= 0 get any.
*/
void newsAnonFind(const NewsEntities *p, const NewsMentionList *pMentions,
                  NewsSpan *aAnon);

#endif /* NEWS_ANON_H */
