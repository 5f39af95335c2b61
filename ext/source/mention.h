/*
** mention.h: all places of a report that mean somebody.
**
** The mentions of the attributions, and between them those that the running
** text has: names, roles and pronouns that a later "he" or "the senator"
** may look back to.
*/
#ifndef NEWS_MENTION_H
#define NEWS_MENTION_H

#include "quote/quote.h"
#include "source/credit.h"
#include "source/name.h"

#define NEWS_MENTION_TEXT 0  /* Of the running text */
#define NEWS_MENTION_QUOTE 1 /* Of an attribution */
#define NEWS_MENTION_VIA 2   /* Who relays one */

typedef struct NewsMention NewsMention;
struct NewsMention {
  NewsName name;
  u32 iSent, iPara; /* Where it stands */
  int iEntity;      /* Who is meant: see coref.h; -1: not known */
  u8 eFrom;         /* NEWS_MENTION_... */
  u8 bSubject;      /* Subject of its clause, as far as can be seen */
  u8 bQuoted;       /* Inside direct speech */
  u8 bCredit;       /* Of a byline or the like, or only named within another:
                    ** no one whom a pronoun means */
  u8 bFaint;        /* A first word that need not be a name: somebody only where
                    ** nobody else can be meant */
  u8 bDoubt;        /* It may nearly as well mean another than iEntity */
};

typedef struct NewsMentionList NewsMentionList;
struct NewsMentionList {
  NewsVec vMention; /* of NewsMention, in text order */
  i64 *aOfQuote;    /* For each attribution: its mention, or -1. The arena's */
  i64 *aOfVia;      /* Likewise */
};

/* Find them. p must be zeroed and freed; errors in the arena. */
void newsMentionFind(const NewsTerms *pTerms, const NewsQuoteList *pQuote,
                     const NewsCreditList *pCredit, NewsMentionList *p);
void newsMentionFree(NewsMentionList *p);

/* The first mention that begins at a token or behind it: its index, or their
** number. */
u32 newsMentionFrom(const NewsMentionList *p, u32 iTok);

#endif /* NEWS_MENTION_H */
