/*
** say.h: the words of a remark, with what is known of each.
**
** A word is known by its stem, or by what it stands for: a number by its value
** ("25th", "2.5 million", "fifty-seven"), "would" by will, "they" by he,
** "Chinese" by China.
*/
#ifndef NEWS_SAY_H
#define NEWS_SAY_H

#include "similarity/bag.h"

/* Kinds of words */
#define NEWS_SAY_NUMBER 1 /* A number, in digits or words */
#define NEWS_SAY_NEG 2    /* A negation */
#define NEWS_SAY_NAME 4   /* Begins with a capital, not only as sentences do */
#define NEWS_SAY_ASIDE 8  /* An editor's in brackets; a label before a colon */
#define NEWS_SAY_GRAMMAR 16 /* Pronoun, auxiliary, "the" */
#define NEWS_SAY_LACKED 32 /* For the caller: the other text has no such stem */
#define NEWS_SAY_OWN 1024  /* ... nor one that may stand for it */
#define NEWS_SAY_PLACE 64  /* A place, or its people */
#define NEWS_SAY_NAY 128   /* May stand for a negation */
/* Of the first word: all is one question that begins with its auxiliary; a
** question is in it, or it begins as a reported one may ("whether", "why") */
#define NEWS_SAY_ASKS 256
#define NEWS_SAY_ASKED 512
#define NEWS_SAY_COND 2048  /* What follows is a condition */
#define NEWS_SAY_MAY 4096   /* What follows is possible */
#define NEWS_SAY_OPEN 8192  /* May stand for COND or MAY, as they do */
#define NEWS_SAY_NEAR 16384 /* The number behind it is a round one */
#define NEWS_SAY_PART 32768 /* A number of percents (portion.h) */

typedef struct NewsSayWord NewsSayWord;
struct NewsSayWord {
  i64 value;     /* Of a number, in 1/1000; 0 for none that is plain */
  NewsSpan byte; /* Where it stands */
  u32 hash;      /* Of the folded word */
  u32 stem;      /* Key of the stem, or of what the word stands for */
  u32 like;      /* ... of its consonants */
  u32 front;     /* ... of its first four letters */
  u16 w;         /* Weight */
  u16 kind;      /* NEWS_SAY_... */
  u8 iGroup;     /* Of words that contradict each other (weight.h), or 0 */
  u8 iSide;
};

#define NEWS_SAY_NUMBER_WEIGHT 70 /* Of a number, at most */

/* The value, in 1/1000, of digits that have this hash; 0 if they are none that
** a word stands for. */
i64 newsSayValue(u32 hash);

/* What is known of frequent words, for who reads many texts: it makes that
** faster and changes no result. About 300 KB, for sqlite3_free(). NULL: no
** memory, pArena->rc tells. */
typedef struct NewsSayMemo NewsSayMemo;
NewsSayMemo *newsSayMemo(NewsArena *pArena);

/* Read the words of n bytes at z into pWord (of NewsSayWord), and their 3- to
** 5-grams into a bag (which may be NULL), as those of text iText. pMemo may be
** NULL. Errors in pArena->rc. */
void newsSayRead(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pWord,
                 NewsBag *pGrams, int iText, NewsSayMemo *pMemo);

#endif /* NEWS_SAY_H */
