/*
** coref.h: whom each mention of a report means.
*/
#ifndef NEWS_COREF_H
#define NEWS_COREF_H

#include "source/entity.h"

/*
** Resolve the mentions in text order: sets iEntity of each, -1 where nobody
** can be told. p is initialised by newsEntitiesInit(). Time is linear in the
** number of mentions. Errors are the arena's.
*/
void newsCorefRun(NewsEntities *p, NewsMentionList *pMentions);

#endif /* NEWS_COREF_H */
