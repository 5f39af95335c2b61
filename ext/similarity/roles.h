/*
** roles.h: who does it to whom, in two statements of the same words.
**
** "Noravia attacked Levantia" and "Levantia attacked Noravia" have all words in
** common, and so have "she was killed by her husband" and "she killed her
** husband". But where one is in the passive the other way round, they tell the
** same.
*/
#ifndef NEWS_ROLES_H
#define NEWS_ROLES_H

#include "base/arena.h"

/* Whether two statements, of whose words (of NewsSayWord) those are noted that
** the other lacks, tell of the same deed, and each makes him the doer to whom
** the other says it was done. The same in either order. */
int newsRolesTurn(const NewsVec *pA, const NewsVec *pB);

#endif /* NEWS_ROLES_H */
