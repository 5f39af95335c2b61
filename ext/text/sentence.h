/*
** sentence.h: where paragraphs and sentences begin. Phases of newsTextRead().
*/
#ifndef NEWS_SENTENCE_H
#define NEWS_SENTENCE_H

#include "text/text.h"

/* Settle the flag PARA and fill vPara: paragraphs are blocks parted by blank
** lines, or, in a text that has none, lines that do not go on with the one
** before. */
void newsSentenceParas(NewsText *p);

/* Set the flag SENT and fill vSent. A paragraph begins a sentence. Inside a
** quotation every sentence counts: what a clause continues is for ext/quote
** to join. */
void newsSentenceStarts(NewsText *p);

/* Fill vBlock: a paragraph whose lines nearly all begin sentences is as many
** blocks as lines; any other is one. */
void newsSentenceBlocks(NewsText *p);

#endif /* NEWS_SENTENCE_H */
