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

/* Times; verbs that are finite; newspapers, agencies and the like; words of
** grammar; who or what can speak. */
#define NEWS_WHEN (NEWS_LEX_WEEKDAY | NEWS_LEX_MONTH | NEWS_LEX_TIME)
#define NEWS_FINITE (NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_VERB)
#define NEWS_MEDIUM (NEWS_LEX_MEDIA | NEWS_LEX_AGENCY)
#define NEWS_GRAMMAR                                                  \
  (NEWS_LEX_DET | NEWS_LEX_PREP | NEWS_LEX_CONJ | NEWS_LEX_SUBORD |   \
   NEWS_LEX_WH_WORD | NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_PRON | \
   NEWS_LEX_ADVERB | NEWS_LEX_NEG | NEWS_LEX_INDEF)
#define NEWS_SPEAKS                                                     \
  (NEWS_LEX_TITLE | NEWS_LEX_ROLE | NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE | \
   NEWS_LEX_ORG | NEWS_LEX_ORGNAME | NEWS_LEX_MEDIA | NEWS_LEX_AGENCY | \
   NEWS_LEX_DOCUMENT | NEWS_LEX_PLACE | NEWS_LEX_GIVEN)

/* All words and phrases of all languages. Static. */
const NewsVocab *newsLexicon(void);

/* Weight of a suffix that tells father from son: "Jr.", "II". */
#define NEWS_LEXICON_JUNIOR 1

/* Whether a comma, token i, stands within a name: "Acme, Inc.", "Lund, MD",
** "Orr, Jr."; but not "Lund, Sr. Vice President". */
static inline int newsLexiconIsNameComma(const NewsText *p, u32 i) {
  return newsTokPunct(&p->aTok[i], ',') && i > 0 && i + 1 < p->nTok &&
         (p->aTok[i - 1].flags & p->aTok[i + 1].flags & NEWS_TF_CAP) &&
         newsTokIs(&p->aTok[i + 1], NEWS_LEX_SUFFIX) &&
         !newsTokIs(&p->aTok[i + 1], NEWS_LEX_PLACE) &&
         (newsTextWeight(p, p->aTok[i + 1].iWord) > NEWS_LEXICON_JUNIOR ||
          i + 2 >= p->nTok || !(p->aTok[i + 2].flags & NEWS_TF_CAP));
}

/* What the weight of a word tells of it: of a noun for a person that it is no
** office, "wife", "friend"; of a preposition that it is "for", or ties
** more, "of"; of an auxiliary that it is "be". */
#define NEWS_LEXICON_KIN 1
#define NEWS_LEXICON_FOR 8
#define NEWS_LEXICON_OF 9
#define NEWS_LEXICON_BE 0

/* Whether a given name that means something else too, token i, is one here, by
** the noun before it: "his wife Jan", "her son, Dean,". */
static inline int newsLexiconIsKin(const NewsText *p, u32 i) {
  const NewsToken *pTok = &p->aTok[i], *pKin;
  if( i < 2 || !newsTokIs(pTok, NEWS_LEX_GIVEN) || i + 1 >= p->nTok ||
      (pTok->flags & (NEWS_TF_CAP | NEWS_TF_SENT | NEWS_TF_DOT)) !=
          NEWS_TF_CAP ||
      (pTok[1].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP ||
      pTok[1].eKind == NEWS_TOK_NUMBER ) {
    return 0;
  }
  pKin = newsTokPunct(&pTok[-1], ',') && newsTokPunct(&pTok[1], ',')
             ? &pTok[-2]
             : &pTok[-1];
  return newsTokIs(pKin, NEWS_LEX_ROLE) && !(pKin->flags & NEWS_TF_CAP) &&
         !newsTokIs(pKin, NEWS_LEX_PLURAL) &&
         newsTextWeight(p, pKin->iWord) == NEWS_LEXICON_KIN;
}

/* What no surname is that stands behind a word of several classes. */
#define NEWS_LEXICON_NO_LAST                                               \
  (NEWS_FINITE | NEWS_GRAMMAR | NEWS_WHEN | NEWS_LEX_CUE | NEWS_LEX_PAST | \
   NEWS_LEX_TITLE | NEWS_LEX_ORG | NEWS_LEX_ORGNAME | NEWS_LEX_PLACE |     \
   NEWS_LEX_DEMONYM | NEWS_LEX_MEDIA | NEWS_LEX_NUMBER)

/* Whether a month, day or modal, token i, is a given name here, as a surname
** follows: "said April Lund", "Mrs June Orr", "Mr Sunday Okafor"; not "said
** Monday". */
static inline int newsLexiconIsFirst(const NewsText *p, u32 i) {
  const NewsToken *pTok = &p->aTok[i], *pPrev = pTok - 1;
  int bPrev;
  if( !newsTokIs(pTok, NEWS_LEX_MONTH | NEWS_LEX_WEEKDAY | NEWS_LEX_MODAL) ||
      !(pTok->flags & NEWS_TF_CAP) || pTok[1].eKind != NEWS_TOK_WORD ||
      (pTok[1].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) != NEWS_TF_CAP ||
      newsTokIs(&pTok[1], NEWS_LEXICON_NO_LAST) ) {
    return 0;
  }
  if( i == 0 || (pTok->flags & NEWS_TF_SENT) ) {
    return newsTokIs(pTok, NEWS_LEX_MONTH) && pTok[1].iWord == 0 &&
           newsTokIs(&pTok[2], NEWS_LEX_PAST | NEWS_LEX_THIRD) &&
           !(pTok[2].flags & NEWS_TF_CAP); /* April Lund said */
  }
  bPrev = (pPrev->flags & NEWS_TF_CAP) != 0;
  if( newsTokIs(pPrev, NEWS_LEX_HONORIFIC) ) return bPrev;
  if( newsTokIs(pPrev, NEWS_LEX_ROLE | NEWS_LEX_TITLE) && bPrev ) {
    return !newsTokIs(pPrev, NEWS_LEX_PLURAL);
  }
  return newsTokIs(pPrev, NEWS_LEX_CUE) && newsTokIs(pPrev, NEWS_LEX_INVERT) &&
         !bPrev && !newsTokIs(pTok, NEWS_LEX_WEEKDAY);
}

/* Whether a modal, token i, is a name here: "Mrs May", "Theresa May", "May
** said", "Will Orr said", where no modal can stand before that form. */
static inline int newsLexiconIsName(const NewsText *p, u32 i) {
  const NewsToken *pTok = &p->aTok[i], *pNext = &pTok[1];
  if( !newsTokIs(pTok, NEWS_LEX_MODAL) ||
      (pTok->flags & (NEWS_TF_CAP | NEWS_TF_UPPER)) != NEWS_TF_CAP ||
      newsTokIs(pTok, NEWS_LEX_NEG) ) {
    return 0;
  }
  if( !(pTok->flags & NEWS_TF_SENT) && i > 0 &&
      (pTok[-1].flags & NEWS_TF_CAP) &&
      newsTokIs(&pTok[-1],
                NEWS_LEX_GIVEN | NEWS_LEX_HONORIFIC | NEWS_LEX_TITLE) ) {
    return 1;
  }
  if( (pNext->flags & NEWS_TF_CAP) && pNext->iWord == 0 ) pNext++;
  return newsTokIs(pNext, NEWS_LEX_PAST | NEWS_LEX_THIRD) &&
         !newsTokIs(pNext, NEWS_LEX_BASE) && !(pNext->flags & NEWS_TF_CAP);
}

/* A short hash of the tables and of the learned reader's weights, in
** hexadecimal: the version of what is known of words. */
const char *newsLexiconVersion(void);

#endif /* NEWS_LEXICON_H */
