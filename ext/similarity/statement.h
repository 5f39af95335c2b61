/*
** statement.h: a quote cut into statements, what remarks are made of.
**
** A report rarely carries the whole of what another quotes: it takes a
** sentence, leaves the next. So a quote is cut where sentences begin
** (text/sentence.c) and where its pieces end, and each part is a statement
** that is compared for itself; the conjunction "that" before it is none of it:
**
**     "We expect little. They ask for much," he said, "and give nothing."
**      ----------------- ------------------             ---------------
**
** What the report tells in words of its own is cut where a clause ends and
** another begins, too: behind "; ", and before "and that", "but that", ", and"
** with a subject and a verb; such words are none of either; and before marks
** behind a comma that hold a clause:
**
**     She said that they asked for much, and that she expected little.
**                   -------------------           -------------------
**
** A direct quote is not: other translations of it part clauses elsewhere.
**
** Of a sentence that its clause parts before "is that", only what follows is
** a statement: the problem, she said, is that [the bridge is unsafe].
*/
#ifndef NEWS_STATEMENT_H
#define NEWS_STATEMENT_H

#include "quote/quote.h"

/* Cut a quote, or one stretch of bytes. Appends a NewsSpan of bytes for each
** statement to pVec, in text order; none is without words. Errors in the
** text's arena. */
void newsStatementQuote(const NewsText *pText, const NewsQuote *pQuote,
                        NewsVec *pVec);
void newsStatementCut(const NewsText *pText, NewsSpan byte, NewsVec *pVec);

/* Whether the source of a quote says the contrary of its words: "denied that".
** A direct quote stands for itself, whatever its cue. */
int newsStatementDenied(const NewsText *pText, const NewsQuote *pQuote);

#endif /* NEWS_STATEMENT_H */
