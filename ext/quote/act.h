/*
** act.h: where a source goes on to do something else than to say its words:
** to tell nothing, or to say other words.
*/
#ifndef NEWS_ACT_H
#define NEWS_ACT_H

#include "quote/cue.h"

/* Whether the past at item j, behind a conjunction, cannot go on with the verb
** of the words from item iFrom on, which is an infinitive, or tells how a thing
** is: said taxes [would fall], the vote [was] a farce "and accused" them. */
int newsActPast(const NewsText *pText, const NewsItem *a, u32 iFrom, u32 j);

/* Where the words [words.iFrom, words.iTo) behind a cue end whose source then
** does something else: said [C,] "but declined to name him", "without
** elaborating", "and accused them". An item of the words; words.iTo where they
** hold no such thing. */
u32 newsActFrom(const NewsText *pText, const NewsItem *a, NewsSpan words);

#endif /* NEWS_ACT_H */
