/*
** surname.h: ordinary words that are surnames. A phase of newsTextRead().
*/
#ifndef NEWS_SURNAME_H
#define NEWS_SURNAME_H

#include "text/text.h"

/* A word with a capital that the report gives somebody for a surname, "Theresa
** May", "Mr Long", "Kate Drew", loses what else the vocabulary says of it
** wherever it can be that surname. Sentences are known. */
void newsSurnames(NewsText *p);

#endif /* NEWS_SURNAME_H */
