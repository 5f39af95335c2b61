/*
** marks.h: which quotation marks open and close, and what stands between.
*/
#ifndef NEWS_MARKS_H
#define NEWS_MARKS_H

#include "text/text.h"

#define NEWS_MK_SINGLE 0x01   /* Single marks */
#define NEWS_MK_UNCLOSED 0x02 /* No closing mark: iTo is a guess */
#define NEWS_MK_ONWARD 0x04   /* Goes on in the next paragraph */
#define NEWS_MK_RESUMED 0x08  /* Goes on from an earlier one */
#define NEWS_MK_UNOPENED 0x10 /* No opening mark: iFrom is a guess */

/*
** One quotation, or one paragraph's part of it. Tokens:
**
**     said : " We  won . "
**            ^ iOpen     ^ iClose     inner: [iOpen+1, iClose)
**
** Where a mark is missing, iOpen (iClose) is still the token before the first
** (behind the last) that is quoted, so that inner is right.
*/
typedef struct NewsMarked NewsMarked;
struct NewsMarked {
  NewsSpan inner; /* Tokens between the marks */
  NewsSpan outer; /* The same with the marks that are there */
  u8 flags;       /* NEWS_MK_... */
};

typedef struct NewsMarks NewsMarks;
struct NewsMarks {
  NewsVec vTop; /* of NewsMarked: in text order, none inside another */
};

/* Pair the marks of a report. p must be zeroed and freed. */
void newsMarksFind(const NewsText *pText, NewsMarks *p);
void newsMarksFree(NewsMarks *p);

/* Index in vTop of the quotation whose outer span holds token iTok, or -1.
** Binary search. */
int newsMarksAt(const NewsMarks *p, u32 iTok);

/* Whether a reporting clause begins with token iTok, behind a quotation. */
int newsMarksReported(const NewsText *p, u32 iTok);

/* Index in vTop of the first quotation that begins at or behind iTok. */
u32 newsMarksFrom(const NewsMarks *p, u32 iTok);

#endif /* NEWS_MARKS_H */
