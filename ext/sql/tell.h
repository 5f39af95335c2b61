/*
** tell.h: what @remark tells of a remark: its words, and who carries it.
*/
#ifndef NEWS_TELL_H
#define NEWS_TELL_H

#include "sql/place.h"
#include "sql/weave.h"

/* The row of a new remark that this report alone carries, in one wording. */
void newsTellNew(NewsPlace *p, u32 iRemark, const u8 *z, u32 n);

/* Whether the report has a wording of a remark. */
int newsTellHas(const NewsPlace *p, u32 iRemark);

/* One more wording, of words that the remark has already; its row is written.
** bHad: the report had another one. */
void newsTellMore(NewsPlace *p, const NewsNode *pNode, int bHad);

/* nWording wordings of a report have gone, all that it had; the statements of
** the remark are those that they were. */
void newsTellLess(NewsStore *p, i64 iReport, u32 iRemark, i64 nWording);

/* Make a remark's row anew, after its statements have changed. Where it has no
** wording, the row goes. */
void newsTellAnew(NewsStore *p, u32 iRemark);

/* Fail where the row of a remark is not what newsTellAnew() makes; the rows
** that it is made of were found in order. */
void newsTellCheck(NewsStore *p, u32 iRemark);

#endif /* NEWS_TELL_H */
