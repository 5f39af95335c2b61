/*
** sign.c: see sign.h.
*/
#include "similarity/sign.h"

#include "base/bytes.h"
#include "similarity/pass.h"
#include "similarity/shingle.h"

#define SIGN_MAGIC 5
#define SIGN_HEAD 20
#define SIGN_SAVE 254 /* Values of a bin that differ by chance, of 255 */

static const u8 aSignHead[12] = {0xff,
                                 'n',
                                 'e',
                                 'w',
                                 's',
                                 NEWS_SIGN_VERSION,
                                 NEWS_SIGN_TOKENISER,
                                 NEWS_SIGN_SHINGLE,
                                 NEWS_SIGN_BINS & 0xff,
                                 NEWS_SIGN_BINS >> 8,
                                 0,
                                 0};

int newsSignCheck(const u8 *z, u32 n) {
  if( n < SIGN_MAGIC || memcmp(z, aSignHead, SIGN_MAGIC) ) {
    return NEWS_SIGN_NONE;
  }
  if( n != NEWS_SIGN_BYTES || memcmp(z, aSignHead, sizeof(aSignHead)) ) {
    return NEWS_SIGN_OTHER;
  }
  return NEWS_SIGN_OK;
}

/* Put a shingle into its bin: the high half chooses, the low half counts. */
static void signAdd(u32 *aLeast, u64 key) {
  u32 iBin = (u32)(((key >> 32) * NEWS_SIGN_BINS) >> 32);
  u32 x = (u32)key;
  aLeast[iBin] = NEWS_MIN(aLeast[iBin], x);
}

/*
** How many different shingles there are, of nAll: where most bins are full,
** the least of m hashes lies at 1/(m + 1) of their range; where few are, so
** many shingles fell into each that the empty ones remain (linear counting).
** Texts hardly repeat three words, so that nAll is taken where it may well be.
*/
static u32 signDistinct(const u32 *aLeast, u64 nAll) {
  u64 sum = 0, nMany;
  u32 i, nFull = 0;
  for( i = 0; i < NEWS_SIGN_BINS; i++ ) {
    sum += aLeast[i];
    nFull += aLeast[i] != 0xffffffff;
  }
  if( nFull < NEWS_SIGN_BINS ) {
    /* k*ln(k/(k-f)), by the series of equal steps: each new shingle meets an
    ** empty bin as often as there are empty ones */
    nMany = 0;
    for( i = 0; i < nFull; i++ ) {
      nMany += ((u64)NEWS_SIGN_BINS << 16) / (NEWS_SIGN_BINS - i);
    }
    nMany >>= 16;
  } else {
    nMany = (((u64)NEWS_SIGN_BINS * NEWS_SIGN_BINS) << 32) / (sum + 1);
  }
  if( nMany + nMany / 8 >= nAll ) nMany = nAll;
  return (u32)NEWS_MIN(nMany, 0xffffffff);
}

static void signWrite(u8 *a, const u32 *aLeast, u64 nWord, u64 nShingle) {
  u32 i;
  memcpy(a, aSignHead, sizeof(aSignHead));
  newsPut4(&a[12], (u32)NEWS_MIN(nWord, 0xffffffff));
  newsPut4(&a[16], signDistinct(aLeast, nShingle));
  for( i = 0; i < NEWS_SIGN_BINS; i++ ) {
    u32 h = aLeast[i];
    h = (h ^ (h >> 15)) * 0x2c1b3c6du;
    h ^= h >> 13;
    a[SIGN_HEAD + i] =
        aLeast[i] == 0xffffffff ? 0 : (u8)(1 + (h & 0xffff) % 255);
  }
}

void newsSignText(NewsArena *pArena, const u8 *z, u32 n, u8 *a) {
  NewsPass pass;
  NewsGrain aWord[NEWS_PASS_BATCH];
  u32 aLeast[NEWS_SIGN_BINS];
  u32 nRead, i, h0 = 0, h1 = 0;
  u64 nWord = 0, nShingle = 0;
  memset(aLeast, 0xff, sizeof(aLeast));
  newsPassBegin(&pass, pArena, NEWS_PASS_APART, z, n);
  while( (nRead = newsPassRead(&pass, aWord, NEWS_PASS_BATCH)) > 0 ) {
    for( i = 0; i < nRead; i++ ) {
      u32 h2 = aWord[i].hash;
      if( nWord++ >= 2 ) {
        signAdd(aLeast, newsShingle3(h0, h1, h2));
        nShingle++;
      }
      h0 = h1;
      h1 = h2;
    }
  }
  if( nShingle == 0 && nWord > 0 ) {
    /* One or two words are one shingle */
    signAdd(aLeast, newsShingle3(0, nWord > 1 ? h0 : 0, h1));
    nShingle = 1;
  }
  signWrite(a, aLeast, nWord, nShingle);
}

void newsSignCompare(const u8 *a, const u8 *b, NewsSignMatch *pMatch) {
  u32 i, nSame = 0, nDiffer = 0, nOne = 0;
  for( i = SIGN_HEAD; i < NEWS_SIGN_BYTES; i++ ) {
    if( a[i] == b[i] ) {
      nSame += a[i] != 0;
    } else if( a[i] && b[i] ) {
      nDiffer++;
    } else {
      nOne++;
    }
  }
  /* One of 255 that differ agree by chance */
  nSame *= SIGN_SAVE;
  pMatch->nSame = nSame > nDiffer ? nSame - nDiffer : 0;
  pMatch->nOf = (nSame / SIGN_SAVE + nDiffer + nOne) * SIGN_SAVE;
  pMatch->anWord[0] = newsGet4(&a[12]);
  pMatch->anWord[1] = newsGet4(&b[12]);
  pMatch->anKey[0] = newsGet4(&a[16]);
  pMatch->anKey[1] = newsGet4(&b[16]);
}
