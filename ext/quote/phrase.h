/*
** phrase.h: the noun phrase that names a source, left or right of its cue.
*/
#ifndef NEWS_PHRASE_H
#define NEWS_PHRASE_H

#include "quote/item.h"

typedef struct NewsFit NewsFit;
struct NewsFit {
  NewsSpan span; /* Items of the phrase; empty: none found */
  int nScore;    /* Evidence: above 0 more likely than not */
  u8 bPron;      /* One pronoun */
};

/* Step left from item i over what may stand between a subject and its verb:
** adverbs, times, a parenthesis between commas. The new end. */
u32 newsPhraseSkip(const NewsItem *a, u32 iFloor, u32 i);

/* The best subject that ends before item iEnd (the first of a verb group),
** not before iFloor. a[iFloor..]. */
NewsFit newsPhraseLeft(const NewsItem *a, u32 iFloor, u32 iEnd);

/* The phrase that begins at item iFrom and ends before iCeil: the source of
** an inverted clause or of [according to]. bInitial: what is said follows
** behind a comma, so that an apposition must be closed by one. */
NewsFit newsPhraseRight(const NewsText *pText, const NewsItem *a, u32 iFrom,
                        u32 iCeil, int bInitial);

/* Whether a noun phrase can begin with this item. */
int newsPhraseOpens(const NewsItem *p);

#endif /* NEWS_PHRASE_H */
