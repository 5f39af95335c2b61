/*
** sign.h: the signature of a text: what similarity needs of it, in 500 bytes.
**
** One-permutation MinHash (Li, Owen, Zhang 2012) over the different shingles
** of three words (pass.h), with as many bins as count says: of the shingles
** that fall into a bin the one with the least hash is kept, and of it eight
** bits (b-bit minwise hashing: Li, Koenig 2010); 0 stands for an empty bin.
** Two texts agree in a bin as often as the Jaccard coefficient of their
** shingles says.  Empty bins are counted rather than filled, which is exact
** where a text has fewer shingles than there are bins.
**
**   offset  bytes  what
**        0      5  FF 6E 65 77 73
**        5      1  version: 1
**        6      1  tokeniser: 1 (the words of pass.h)
**        7      1  words in a shingle: 3
**        8      2  bins: 480
**       10      2  0
**       12      4  words
**       16      4  different shingles, within about 5 %
**       20    480  the bins
**
** Numbers have the low byte first.  The same text gives the same bytes on
** every machine.  A change of anything here is another version.
*/
#ifndef NEWS_SIGN_H
#define NEWS_SIGN_H

#include "base/arena.h"

#define NEWS_SIGN_VERSION 1
#define NEWS_SIGN_TOKENISER 1
#define NEWS_SIGN_SHINGLE 3
#define NEWS_SIGN_BINS 480
#define NEWS_SIGN_BYTES (20 + NEWS_SIGN_BINS)

/* What newsSignCheck() says */
#define NEWS_SIGN_NONE 0  /* No signature */
#define NEWS_SIGN_OK 1    /* One of this version */
#define NEWS_SIGN_OTHER 2 /* One of another version, or damaged */

/* What two signatures say of their texts. */
typedef struct NewsSignMatch NewsSignMatch;
struct NewsSignMatch {
  u32 nSame;     /* Of nOf bins, those that agree, times 254 */
  u32 nOf;       /* Bins that are not empty in both, times 254 */
  u32 anWord[2]; /* Words of each text */
  u32 anKey[2];  /* Different shingles of each */
};

/* Whether n bytes are a signature. */
int newsSignCheck(const u8 *z, u32 n);

/* The signature of a text, in NEWS_SIGN_BYTES bytes at a. One pass, without
** allocation. Errors in pArena->rc. */
void newsSignText(NewsArena *pArena, const u8 *z, u32 n, u8 *a);

/* Compare two signatures for which newsSignCheck() says OK. */
void newsSignCompare(const u8 *a, const u8 *b, NewsSignMatch *pMatch);

#endif /* NEWS_SIGN_H */
