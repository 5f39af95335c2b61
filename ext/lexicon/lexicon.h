/*
** lexicon.h: the vocabulary of the extension.
**
** lexclass.h (generated from class.tsv) has a bit NEWS_LEX_<NAME> for each
** class; lexdata.c (generated from the tables of all languages) the words.
*/
#ifndef NEWS_LEXICON_H
#define NEWS_LEXICON_H

#include "text/vocab.h"
#include "lexclass.h"

/* All words and phrases of all languages. Static. */
const NewsVocab *newsLexicon(void);

/* A short hash of the tables and of the learned reader's weights, in
** hexadecimal: the version of what is known of words. */
const char *newsLexiconVersion(void);

#endif /* NEWS_LEXICON_H */
