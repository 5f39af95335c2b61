/*
** pass.h: a light pass over a text: the words that comparison sees.
**
** What ext/text makes of a report is more than comparison needs, at a tenth
** of the speed that signatures want.  This pass gives the folded words alone:
** runs of letters, marks and digits, case and accents folded (text/fold.h).
** A character of a script without spaces (Han, kana, Thai ...) is a word of its
** own, so that shingles of words are character n-grams there.
**
** Signs part words, in one of two ways:
**   apart   every sign does: "don't" is don and t, "250,000" is 250 and 000.
**           Measures and signatures use this: it is what others count by, and
**           copies that lost their signs still agree in most shingles
**   joined  apostrophes inside a word and commas inside a number are dropped
**           (dont, 250000), stops inside numbers kept (3.5), and those of
**           initialisms dropped ("U.S." is us): where single words count
**
** The words apart are the same for ever: signatures hold hashes of them
** (sign.h).
*/
#ifndef NEWS_PASS_H
#define NEWS_PASS_H

#include "base/arena.h"

/* Flags of words */
#define NEWS_GRAIN_CAP 0x01   /* Begins with a capital */
#define NEWS_GRAIN_DIGIT 0x02 /* Begins with a digit */
#define NEWS_GRAIN_LONE 0x04  /* A character of a script without spaces */
#define NEWS_GRAIN_STOP 0x08  /* A sentence or line may end before it */
#define NEWS_GRAIN_HIGH 0x10  /* Not all ASCII */

typedef struct NewsGrain NewsGrain;
struct NewsGrain {
  u32 hash;  /* Of the folded word, newsHashEnd(): that of newsFoldWord() */
  u32 iByte; /* First byte in the text */
  u32 nByte; /* Bytes, as written */
  u32 flags; /* NEWS_GRAIN_... */
};

/* What folding made of a character, to be found again. */
typedef struct NewsGrainChar NewsGrainChar;
struct NewsGrainChar {
  u32 cCode; /* The character, 0 for an empty slot */
  u8 eClass; /* What it is: pass.c */
  u8 n;      /* Folded bytes */
  u8 a[10];
};

#define NEWS_PASS_CHARS 64 /* Characters kept; a power of two */
#define NEWS_PASS_BATCH 512

/* The state of a pass. About 1.5 KB, meant for the stack. */
typedef struct NewsPass NewsPass;
struct NewsPass {
  NewsArena *pArena; /* Errors and tick. Not owned */
  const u8 *z;       /* The text. Not owned */
  u32 n;
  u32 i;     /* Next byte */
  u32 stop;  /* NEWS_GRAIN_STOP where one stands before that byte */
  u8 bJoin;  /* Signs may stand inside words */
  u8 bChars; /* aChar is in use */
  NewsGrainChar aChar[NEWS_PASS_CHARS];
};

/* How signs part words */
#define NEWS_PASS_APART 0
#define NEWS_PASS_JOIN 1

/* Begin with n bytes at z. No allocation. */
void newsPassBegin(NewsPass *p, NewsArena *pArena, int eJoin, const u8 *z,
                   u32 n);

/* The next words, nMax at most, into a; how many there are. 0 at the end, or
** after an error, which pArena->rc tells. */
u32 newsPassRead(NewsPass *p, NewsGrain *a, u32 nMax);

/* All words of a text into a NewsVec of NewsGrain. Errors in pArena->rc. */
void newsPassAll(NewsArena *pArena, int eJoin, const u8 *z, u32 n,
                 NewsVec *pVec);

#endif /* NEWS_PASS_H */
