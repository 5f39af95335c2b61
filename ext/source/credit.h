/*
** credit.h: where the copy itself comes from: datelines, bylines, agencies.
*/
#ifndef NEWS_CREDIT_H
#define NEWS_CREDIT_H

#include "source/term.h"

#define NEWS_DATELINE 0
#define NEWS_AGENCY 1
#define NEWS_BYLINE 2
#define NEWS_REPORTING 3

typedef struct NewsCredit NewsCredit;
struct NewsCredit {
  const char *zName;  /* Agency, person; NULL for a dateline without one */
  const char *zPlace; /* NULL where none */
  const char *zDate;  /* ISO 8601 as far as given ("--01-09"); NULL */
  NewsSpan bytes;     /* Where it stands */
  u8 eKind;           /* NEWS_DATELINE ... */
};

typedef struct NewsCreditList NewsCreditList;
struct NewsCreditList {
  NewsVec vCredit; /* of NewsCredit, in text order */
};

/* Find the credits. p must be zeroed and freed; errors in the arena. */
void newsCreditFind(const NewsText *pText, NewsCreditList *p);

/* The same where the terms were read already. */
void newsCreditRead(const NewsTerms *pTerms, NewsCreditList *p);
void newsCreditFree(NewsCreditList *p);

/* The word for a kind: "dateline" ... Static. */
const char *newsCreditKind(int eKind);

#endif /* NEWS_CREDIT_H */
