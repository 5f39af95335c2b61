/*
** unit.h: the words of a noun phrase, sorted.
**
** A unit is a token or a phrase of the vocabulary with the one sort that
** matters to who is meant: a title, a given name, an unknown capitalised
** word.  The sorts come from the classes of the lexicon, from the writing,
** and from how the rest of the report writes the same word.
*/
#ifndef NEWS_UNIT_H
#define NEWS_UNIT_H

#include "text/text.h"

/* Sorts of units. Up to NEWS_UNIT_WORD they belong to a noun phrase. */
enum {
  NEWS_UNIT_CAP = 0,  /* A capitalised word that the lexicon does not know */
  NEWS_UNIT_GIVEN,    /* Given name */
  NEWS_UNIT_INITIAL,  /* "F." */
  NEWS_UNIT_SUFFIX,   /* Jr., Inc. */
  NEWS_UNIT_ACRONYM,  /* NATO */
  NEWS_UNIT_PLACE,
  NEWS_UNIT_DEMONYM,
  NEWS_UNIT_ORGNAME,  /* An organisation by name */
  NEWS_UNIT_MEDIA,    /* Medium or agency, by name or by common noun */
  NEWS_UNIT_ORG,      /* Head of an organisation's name, or its noun */
  NEWS_UNIT_HONORIFIC,
  NEWS_UNIT_ROLE,     /* Title or occupation */
  NEWS_UNIT_SOURCE,   /* A person whom news leaves unnamed */
  NEWS_UNIT_PEOPLE,
  NEWS_UNIT_DOCUMENT, /* Also a venue or social network */
  NEWS_UNIT_RANK,
  NEWS_UNIT_NUMBER,
  NEWS_UNIT_TIME,
  NEWS_UNIT_WORD,     /* Any other word */
  NEWS_UNIT_DET,
  NEWS_UNIT_INDEF,
  NEWS_UNIT_OTHER,
  NEWS_UNIT_PRON,
  NEWS_UNIT_PREP,
  NEWS_UNIT_CONJ,
  NEWS_UNIT_WH,
  NEWS_UNIT_VERB,     /* Auxiliary, finite verb, cue, negation */
  NEWS_UNIT_POSS,     /* 's */
  NEWS_UNIT_COMMA,
  NEWS_UNIT_OPEN,     /* Opening bracket, dash */
  NEWS_UNIT_CLOSE,
  NEWS_UNIT_MARK,     /* Quotation mark */
  NEWS_UNIT_STOP      /* Other punctuation; the end of the text */
};

typedef struct NewsUnit NewsUnit;
struct NewsUnit {
  u64 mClass; /* Classes of the word or phrase */
  u32 iTok;   /* First token */
  u16 nTok;   /* Tokens */
  u8 eSort;   /* NEWS_UNIT_... */
  u8 bCap;    /* Begins with a capital */
};

/* What the whole report tells of its words. */
typedef struct NewsUnits NewsUnits;
struct NewsUnits {
  const NewsText *pText; /* Not owned */
  u8 *aSeen;             /* Two bits a hash: seen in lower case, as a name */
  u32 mSeen;             /* Mask of the index */
};

/* Read the report's spelling. Memory is the arena's; errors there. */
void newsUnitsInit(NewsUnits *p, const NewsText *pText);

/* Whether the word of a token stands in lower case somewhere, or with a
** capital (not all capitals) inside a sentence. May err, rarely. */
int newsUnitsLower(const NewsUnits *p, const NewsToken *pTok);
int newsUnitsName(const NewsUnits *p, const NewsToken *pTok);

/* The unit that begins with token iTok and ends before iEnd. */
NewsUnit newsUnitAt(const NewsUnits *p, u32 iTok, u32 iEnd);

/* The units of a span, at most nMax; returns their number. */
int newsUnitsRead(const NewsUnits *p, NewsSpan tok, NewsUnit *a, int nMax);

/* May stand in a name: capitalised, not a function word. */
static inline int newsUnitNameable(const NewsUnit *p) {
  return p->eSort <= NEWS_UNIT_SUFFIX;
}
/* Names an organisation, a medium or a place by itself. */
static inline int newsUnitBody(const NewsUnit *p) {
  return p->eSort >= NEWS_UNIT_ACRONYM && p->eSort <= NEWS_UNIT_ORG;
}
/* A noun for a person or persons. */
static inline int newsUnitHuman(const NewsUnit *p) {
  return p->eSort >= NEWS_UNIT_ROLE && p->eSort <= NEWS_UNIT_PEOPLE;
}

/* Article or number that opens a phrase. */
static inline int newsUnitOpens(const NewsUnit *p) {
  return p->eSort == NEWS_UNIT_DET || p->eSort == NEWS_UNIT_INDEF ||
         p->eSort == NEWS_UNIT_OTHER || p->eSort == NEWS_UNIT_NUMBER;
}

#endif /* NEWS_UNIT_H */
