/*
** measure.h: how much of their wording two texts share.
**
**   words1..words9   Jaccard coefficient of the different shingles of so many
**                    words; containment: the share of a's that b has.
**                    reordering costs little, and two reports that share
**                    only a subject stay below 0.05 with words3
**   chars2..chars9   the same of characters, folded, any sign a space: for
**                    noise inside words (OCR), short texts, names
**   cosine           of words weighted by rarity (weight.h): for texts about
**                    the same thing in other words; containment: the share of
**                    the weight of a's words that b has
**
** The default is words3, and no less than words5 where that is 0.5 or more
** (which matters for texts that repeat themselves).
**
** A measure of shingles takes shorter ones where a text has fewer words.
*/
#ifndef NEWS_MEASURE_H
#define NEWS_MEASURE_H

#include "similarity/bag.h"
#include "similarity/sign.h"

#define NEWS_MEASURE_WORDS 0
#define NEWS_MEASURE_CHARS 1
#define NEWS_MEASURE_COSINE 2

typedef struct NewsMeasure NewsMeasure;
struct NewsMeasure {
  int eKind; /* NEWS_MEASURE_... */
  u32 nSize; /* Words or characters in a shingle */
  u32 nMore; /* Where not 0: another size, which counts from 0.5 on */
};

/* The default, and what all names are for messages. */
#define NEWS_MEASURE_DEFAULT \
  { NEWS_MEASURE_WORDS, NEWS_SIGN_SHINGLE, 5 }
#define NEWS_MEASURE_NAMES \
  "'words1' to 'words9', 'chars2' to 'chars9' or 'cosine'"

/* The measure of a name of n bytes; 0 if there is none. */
int newsMeasureFind(const u8 *z, u32 n, NewsMeasure *p);

/* 0..1 for two texts; 0 where one has no words. bIn: containment of the first
** in the second. Errors in pArena->rc. */
double newsMeasureTexts(NewsArena *pArena, const NewsMeasure *p, int bIn,
                        const u8 *za, u32 na, const u8 *zb, u32 nb);

/*
** The default measure and its containment for one text beside many others:
** the same figures, at half the work.
**
**   newsMeasureBegin(&q, pArena, z, n);   z must outlive q
**   newsMeasureWith(&q, zb, nb, &scores);   for each of the others
**   newsMeasureEnd(&q);   in every case
*/
typedef struct NewsScores NewsScores;
struct NewsScores {
  double rSimilarity;
  double rIn;  /* Containment of the text in the other */
  double rHas; /* ... of the other in the text */
};

typedef struct NewsMeasureQuery NewsMeasureQuery;
struct NewsMeasureQuery {
  NewsArena *pArena; /* Errors and tick. Not owned */
  const u8 *z;       /* The text. Not owned */
  u32 n;
  NewsVec vWord; /* Hashes of its words, and of those of the other */
  NewsVec vOther;
  NewsBag bag; /* Its shingles, and those of the other */
  NewsBag other;
};

void newsMeasureBegin(NewsMeasureQuery *p, NewsArena *pArena, const u8 *z,
                      u32 n);
void newsMeasureWith(NewsMeasureQuery *p, const u8 *zb, u32 nb,
                     NewsScores *pScores);
void newsMeasureEnd(NewsMeasureQuery *p);

/* The same of signatures, by the measure NEWS_MEASURE_DEFAULT. */
double newsMeasureSigns(const u8 *a, const u8 *b, int bIn);

#endif /* NEWS_MEASURE_H */
