/*
** source.h: who is quoted: mentions resolved into sources.
*/
#ifndef NEWS_SOURCE_H
#define NEWS_SOURCE_H

#include "quote/quote.h"

/* Kinds of sources */
#define NEWS_PERSON 0
#define NEWS_GROUP 1
#define NEWS_ORGANISATION 2
#define NEWS_MEDIA 3
#define NEWS_DOCUMENT 4

typedef struct NewsSource NewsSource;
struct NewsSource {
  const char *zName;        /* Fullest name without role; else description */
  const char *zRole;        /* NULL where not said */
  const char *zAffiliation; /* NULL where not said */
  const char *zAnonymity;   /* The report's own words; NULL where none */
  NewsSpan *aMention;       /* Bytes of each mention, in text order: those of
                            ** its attributions, and the one that names it */
  u32 nMention;
  u32 nQuote; /* Quotes that are its (acts: speech) */
  u32 nWord;  /* Words in them */
  u8 eKind;   /* NEWS_PERSON ... */
  u8 bNamed;
};

typedef struct NewsSourceList NewsSourceList;
struct NewsSourceList {
  NewsSource *aSource; /* In order of first mention. The arena's */
  u32 nSource;
};

/*
** Resolve the mentions of pQuote's attributions: fills p, and iSource, iVia
** of each attribution (quotes without a mention get their source from the
** context). Strings are the arena's. Errors in the arena.
*/
void newsSourceFind(const NewsText *pText, NewsQuoteList *pQuote,
                    NewsSourceList *p);

#endif /* NEWS_SOURCE_H */
