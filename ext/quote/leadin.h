/*
** leadin.h: what a paragraph has before its first sentence, and is no part of
** it: where and when the report was written, what the page calls it.
**
**   dateline   [OLDPORT, March 3 (Reuters) -] The ferry sank.
**   caption    [Image copyright Acme Image caption] Police said
**   kicker     [KEY DATES] The road was closed.
**   clock      [10.15am:] Police say that
*/
#ifndef NEWS_LEADIN_H
#define NEWS_LEADIN_H

#include "quote/item.h"

/* Paragraphs that are the top of a report. */
#define NEWS_LEADIN_TOP 3

/*
** How many items of a paragraph are its lead-in: the first sentence begins at
** the item behind them. 0: it has none; else less than n. a: the n items that
** newsItemsRead() gave, without the sign behind the last. bTop: the paragraph
** is at the top of a report that is no transcript, where one word in capitals
** before a colon is a place rather than a speaker. Nothing is kept, allocated
** or changed, and nothing fails.
*/
u32 newsLeadin(const NewsText *pText, const NewsItem *a, u32 n, int bTop);

#endif /* NEWS_LEADIN_H */
