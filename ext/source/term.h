/*
** term.h: the words of a noun phrase, sorted.
**
** A term is a token or a phrase of the vocabulary with the one sort that
** matters to who is meant: a title, a given name, an unknown capitalised
** word.  The sorts come from the classes of the lexicon, from the writing,
** and from how the rest of the report writes the same word.
*/
#ifndef NEWS_TERM_H
#define NEWS_TERM_H

#include "text/text.h"

#define NEWS_TERM_PARTICLE 3 /* Bytes of "de", "von", at most */

/* Sorts of terms. Up to NEWS_TERM_WORD they belong to a noun phrase. */
enum {
  NEWS_TERM_CAP = 0, /* A capitalised word that the lexicon does not know */
  NEWS_TERM_GIVEN,   /* Given name */
  NEWS_TERM_INITIAL, /* "F." */
  NEWS_TERM_SUFFIX,  /* Jr., Inc. */
  NEWS_TERM_ACRONYM, /* NATO */
  NEWS_TERM_PLACE,
  NEWS_TERM_DEMONYM,
  NEWS_TERM_ORGNAME, /* An organisation by name */
  NEWS_TERM_MEDIA,   /* Medium or agency, by name or by common noun */
  NEWS_TERM_ORG,     /* Head of an organisation's name, or its noun */
  NEWS_TERM_HONORIFIC,
  NEWS_TERM_ROLE,   /* Title or occupation */
  NEWS_TERM_SOURCE, /* A person whom news leaves unnamed */
  NEWS_TERM_PEOPLE,
  NEWS_TERM_DOCUMENT, /* Also a venue or social network */
  NEWS_TERM_RANK,
  NEWS_TERM_NUMBER,
  NEWS_TERM_TIME,
  NEWS_TERM_WORD, /* Any other word */
  NEWS_TERM_DET,
  NEWS_TERM_INDEF,
  NEWS_TERM_OTHER,
  NEWS_TERM_PRON,
  NEWS_TERM_PREP,
  NEWS_TERM_CONJ,
  NEWS_TERM_WH,
  NEWS_TERM_VERB, /* Auxiliary, finite verb, cue, negation */
  NEWS_TERM_POSS, /* 's */
  NEWS_TERM_COMMA,
  NEWS_TERM_OPEN, /* Opening bracket, dash */
  NEWS_TERM_CLOSE,
  NEWS_TERM_MARK, /* Quotation mark */
  NEWS_TERM_STOP  /* Other punctuation; the end of the text */
};

typedef struct NewsTerm NewsTerm;
struct NewsTerm {
  u64 mClass;  /* Classes of the word or phrase */
  u32 iTok;    /* First token */
  u16 nTok;    /* Tokens */
  u8 eSort;    /* NEWS_TERM_... */
  u8 bCap;     /* Begins with a capital */
  u8 bArticle; /* The article before it is part of its name: The Hague */
};

/* What the whole report tells of its words. */
typedef struct NewsTerms NewsTerms;
struct NewsTerms {
  const NewsText *pText; /* Not owned */
  u32 *aSeen;            /* Open table: a word's hash, and in its last bits
                         ** where it was seen: in lower case, as a name */
  u32 mSeen;             /* Mask of the index */
  u8 *aSort;             /* A byte a token: 1 + the sort found before, or 0 */
};

/* Read the report's spelling. Memory is the arena's; errors there. */
void newsTermsInit(NewsTerms *p, const NewsText *pText);

/* Whether the word of a token stands in lower case somewhere, or with a
** capital (not all capitals) inside a sentence. */
int newsTermsLower(const NewsTerms *p, const NewsToken *pTok);
int newsTermsName(const NewsTerms *p, const NewsToken *pTok);

/* Likewise, also behind another capital: "Lund" in "Beatrix Lund". */
int newsTermsCapital(const NewsTerms *p, const NewsToken *pTok);

/* Whether the first word of a sentence is a frequent one, and a phrase goes on
** behind it in small letters: "Markets around the world", "Recent accounts". A
** name that is frequent, too, mostly stands before a verb or "and". */
int newsTermIsPlain(const NewsToken *pTok);

/* The term that begins with token iTok and ends before iEnd. */
NewsTerm newsTermAt(const NewsTerms *p, u32 iTok, u32 iEnd);

/* The token of a term, tokens [i, iTo), that is its head: "official" of "White
** House official", "secretary" of "secretary of state". */
u32 newsTermHead(const NewsText *p, u32 i, u32 iTo);

/* Whether a token is a number with words: "27-year-old". */
int newsTermIsAge(const NewsText *p, const NewsToken *pTok);

/* The form under which a word is compared: what the lexicon says that it
** stands for ("Sen." and "senator"; "Moscow", "Russian"), or itself. */
u32 newsTermKey(const NewsText *p, const NewsToken *pTok);

/* The same of what a word or phrase of the vocabulary stands for. */
u32 newsTermValueKey(const NewsText *p, u32 iWord);

/* The terms of a span, at most nMax, without a comma within a body's name
** ("Acme, Inc."); returns their number. */
int newsTermsRead(const NewsTerms *p, NewsSpan tok, NewsTerm *a, int nMax);

/* May stand in a name: capitalised, not a function word. */
static inline int newsTermNameable(const NewsTerm *p) {
  return p->eSort <= NEWS_TERM_SUFFIX;
}
/* Names an organisation, a medium or a place by itself. */
static inline int newsTermBody(const NewsTerm *p) {
  return p->eSort >= NEWS_TERM_ACRONYM && p->eSort <= NEWS_TERM_ORG;
}
/* A noun for a person or persons. */
static inline int newsTermHuman(const NewsTerm *p) {
  return p->eSort >= NEWS_TERM_ROLE && p->eSort <= NEWS_TERM_PEOPLE;
}

/* Article or number that opens a phrase. */
static inline int newsTermOpens(const NewsTerm *p) {
  return p->eSort == NEWS_TERM_DET || p->eSort == NEWS_TERM_INDEF ||
         p->eSort == NEWS_TERM_OTHER || p->eSort == NEWS_TERM_NUMBER;
}

#endif /* NEWS_TERM_H */
