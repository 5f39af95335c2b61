/*
** lexicon.h: the vocabulary of the extension.
**
** lexclass.h (generated from class.tsv) has a bit NEWS_LEX_<NAME> for each
** class; lexdata.c (generated from the tables of all languages) the words.
*/
#ifndef NEWS_LEXICON_H
#define NEWS_LEXICON_H

#include "text/text.h"
#include "lexclass.h"

/* All words and phrases of all languages. Static. */
const NewsVocab *newsLexicon(void);

/* Whether a comma, token i, stands within a company's name: "Acme, Inc.". */
static inline int newsLexiconIsNameComma(const NewsText *p, u32 i) {
  return newsTokPunct(&p->aTok[i], ',') && i > 0 && i + 1 < p->nTok &&
         (p->aTok[i - 1].flags & p->aTok[i + 1].flags & NEWS_TF_CAP) &&
         newsTokIs(&p->aTok[i + 1], NEWS_LEX_SUFFIX) &&
         !newsTokIs(&p->aTok[i + 1], NEWS_LEX_PLACE) &&
         p->pVocab->aWord[p->aTok[i + 1].iWord].weight > 2;
}

/* A short hash of the tables and of the learned reader's weights, in
** hexadecimal: the version of what is known of words. */
const char *newsLexiconVersion(void);

#endif /* NEWS_LEXICON_H */
