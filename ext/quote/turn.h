/*
** turn.h: speakers named without a verb: "VENN: We won.", "We won." - Venn
*/
#ifndef NEWS_TURN_H
#define NEWS_TURN_H

#include "quote/phrase.h"

/* Whether a report is a transcript: two paragraphs with labels or more; or has
** one such paragraph, in which somebody speaks. */
typedef struct NewsTurns NewsTurns;
struct NewsTurns {
  u8 bSome;    /* It is, in part */
  u8 bMostly;  /* ... in more than half of its paragraphs */
  u32 iLone;   /* The block of that one, from 1; else 0 */
  u8 bLetters; /* Two letters with stops are labels: "Q. Did you know?" */
};
void newsTurnsFind(const NewsText *pText, NewsTurns *p);

/*
** The label of a transcript that the tokens of span begin with: up to five
** words with capitals, and a colon: VENN:  Mara Venn:  Q:  THE COURT:. The
** token behind the colon, or 0. *pbUpper: all of it is in capitals.
*/
u32 newsTurnOf(const NewsText *pText, const NewsTurns *p, NewsSpan span,
               int *pbUpper);

/* The token behind the stage direction that the tokens of span begin with, if
** more follow: [Recording] VENN:, [laughs] We won. Else the first. */
u32 newsTurnStage(const NewsText *pText, NewsSpan span);

/*
** Whether the items [iFrom, iTo) begin with a speaker's label and a colon:
** the label in *pLabel (items), and the return value the item behind the
** colon; else 0.
*/
u32 newsTurnLabel(const NewsItem *a, u32 iFrom, u32 iTo, NewsSpan *pLabel);

/* Whether the items [iFrom, iTo) behind a quotation are a dash and a name, and
** perhaps when and where it was posted: the name in *pName. */
int newsTurnSigned(const NewsText *pText, const NewsItem *a, u32 iFrom, u32 iTo,
                   NewsSpan *pName);

/* The words of a turn that begins with a quotation whose inside is given, in a
** paragraph that ends before token iTo: all of the paragraph where words stand
** behind the quotation, because a mark within closed that which was opened for
** the whole. */
NewsSpan newsTurnWords(const NewsText *pText, NewsSpan inner, u32 iTo);

/* Whether the n items of a report's first paragraph are its title: one
** sentence, "Venn: the bridge is safe." */
int newsTurnTitles(const NewsText *pText, const NewsItem *a, u32 n);

#endif /* NEWS_TURN_H */
