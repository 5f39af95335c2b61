/*
** remark.h: who carries which remark: the statements of a report among those
** of others (weave.h), and what is told of them (tell.h).
*/
#ifndef NEWS_SQL_REMARK_H
#define NEWS_SQL_REMARK_H

#include "sql/place.h"

/* place.h says when these are called. */
void newsRemarkAdd(NewsPlace *p);
void newsRemarkRemove(NewsStore *p, i64 iReport);

/* Check the wordings of a report; then, after all reports, the rest. */
void newsRemarkPlaced(NewsPlace *p);
void newsRemarkCheck(NewsStore *p);

#endif /* NEWS_SQL_REMARK_H */
