/*
** say.c: see say.h.
*/
#include "similarity/say.h"

#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "similarity/pass.h"
#include "similarity/portion.h"
#include "similarity/weight.h"
#include "text/fold.h"
#include "text/utf8.h"

#define SAY_FORM 48    /* Bytes of a word that count */
#define SAY_MEMO 31    /* Bytes of a word that is kept, at most */
#define SAY_MEMOS 4096 /* Words that are kept: a power of two */

/* The number that is being read. Values are in 1/1000. */
typedef struct SayRun SayRun;
struct SayRun {
  u32 nWord;   /* It is in the last of so many words; 0: none is */
  u32 nGlue;   /* Links behind it: "and", "a" */
  i64 all;     /* What thousands and millions closed */
  i64 part;    /* ... and what may grow yet */
  i64 least;   /* The last of these */
  i64 linked;  /* Units that came last, behind a link */
  u8 bLetters; /* It began in letters */
};

typedef struct Say Say;
struct Say {
  NewsArena *pArena;
  const u8 *z;
  NewsVec *pWord; /* of NewsSayWord */
  NewsBag *pGrams;
  int iText;
  NewsSayMemo *pMemo;
  u8 bCapital; /* The text has capitals so far */
  u8 bUpper;   /* The last word was in capitals */
  SayRun run;
};

static int sayIsDigit(u8 c) { return c >= '0' && c <= '9'; }

/* Whether the sign at i in a number parts thousands, "12,000": three digits
** follow it, which are zeros behind a full stop, as "1.125" is less than 2. */
static int sayParts(const u8 *a, u32 n, u32 i) {
  u32 j;
  for( j = 1; j <= 3; j++ ) {
    if( i + j >= n || !sayIsDigit(a[i + j]) ) return 0;
    if( a[i] == '.' && a[i + j] != '0' ) return 0;
  }
  return i + 4 >= n || !sayIsDigit(a[i + 4]);
}

/* The folded form of a word without the signs in it: its length. Of those in a
** number the one before a fraction stays, as a full stop. */
static u32 sayForm(const u8 *z, const NewsGrain *p, u8 *a) {
  u32 i, m = 0, hash;
  u32 n = newsFoldWord(&z[p->iByte], p->nByte, a, SAY_FORM, &hash);
  n = NEWS_MIN(n, SAY_FORM);
  for( i = 0; i < n; i++ ) {
    u8 c = a[i];
    if( c == '\'' ) continue;
    if( c == ',' || c == '.' ) {
      if( !(p->flags & NEWS_GRAIN_DIGIT) || sayParts(a, n, i) ) continue;
      c = '.';
    }
    a[m++] = c;
  }
  return m;
}

static int sayIsVowel(u8 c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* The key of a form without vowels, double letters as one. */
static u32 sayLike(const u8 *a, u32 n) {
  u32 h = NEWS_HASH_SEED, i;
  for( i = 0; i < n; i++ ) {
    if( i > 0 && (sayIsVowel(a[i]) || a[i] == a[i - 1]) ) continue;
    h = newsHashByte(h, sayIsVowel(a[i]) ? 'a' : a[i]);
  }
  return newsHashEnd(h);
}

/* Add the 3- to 5-grams of a word, with the space before and behind it. */
static void sayGrams(Say *p, const u8 *a, u32 n, u32 w) {
  u8 aPad[SAY_FORM + 4];
  u32 i, m, h;
  aPad[0] = ' ';
  memcpy(&aPad[1], a, n);
  aPad[n + 1] = ' ';
  for( i = 0; i < n + 2; i++ ) {
    h = NEWS_HASH_SEED;
    for( m = 0; m < 5 && i + m < n + 2; m++ ) {
      h = newsHashByte(h, aPad[i + m]);
      if( m >= 2 ) newsBagAdd(p->pGrams, newsHashEnd(h), p->iText, w);
    }
  }
}

/*------------------------------------------------------------ the numbers */

#define SAY_MOST 1000000000000000ll /* No value is greater */

i64 newsSayValue(u32 hash) {
  static const u8 z[] = "1000000000", zHalf[] = "0.5";
  static const u8 anZero[] = {2, 3, 5, 6, 7, 9};
  u32 i, j, x;
  if( newsHash(zHalf, 3) == hash ) return 500;
  for( i = 1; i < 100; i++ ) {
    u8 a[2] = {(u8)('0' + i / 10), (u8)('0' + i % 10)};
    u32 iFrom = i < 10;
    if( newsHash(&a[iFrom], 2 - iFrom) == hash ) return (i64)i * 1000;
  }
  for( i = 0; i < NEWS_COUNT(anZero); i++ ) {
    if( newsHash(z, anZero[i] + 1) != hash ) continue;
    for( j = 0, x = 1; j < anZero[i]; j++ ) x *= 10;
    return (i64)x * 1000;
  }
  return 0;
}

/* What the letters behind a number stand for, "300m": a million; 0 for none.
** The table has them behind a 0. */
static i64 sayUnit(const u8 *a, u32 n) {
  u8 z[8] = "0";
  const NewsSense *pSense;
  if( n + 1 > sizeof(z) ) return 0;
  memcpy(&z[1], a, n);
  pSense = newsSenseOf(newsHash(z, n + 1));
  return pSense ? newsSayValue(pSense->alias) / 1000 : 0;
}

/* The value of a number in digits, in 1/1000: "25th", "15.50", "18h", "3:00",
** "10:30" as "10.30"; 0 if it is no plain one. */
static i64 sayDigits(const u8 *a, u32 n) {
  i64 x = 0, unit = 1000, nTimes;
  u32 i = 0;
  while( i < n && sayIsDigit(a[i]) && x < SAY_MOST / 10 ) {
    x = x * 10 + (a[i++] - '0') * unit;
  }
  if( i < n && (a[i] == '.' || (a[i] == ':' && i <= 2)) ) {
    for( i++; i < n && sayIsDigit(a[i]) && unit > 1; i++ ) {
      unit /= 10;
      x += (a[i] - '0') * unit;
    }
  }
  nTimes = i < n ? sayUnit(&a[i], n - i) : 0;
  if( nTimes && x < SAY_MOST / nTimes ) return x * nTimes;
  if( n - i == 2 || n - i == 1 ) i += a[i] >= 'a' ? n - i : 0;
  return i == n ? x : 0;
}

/* Whether a value multiplies what stands before it: thousand, million. */
static int sayIsScale(i64 x) {
  i64 n = x / 1000;
  if( n < 1000 || x % 1000 ) return 0;
  while( n % 10 == 0 ) n /= 10;
  return n == 1;
}

/* A number begins with the last word. */
static void sayBegin(Say *p, i64 x, int bLetters) {
  SayRun *r = &p->run;
  memset(r, 0, sizeof(*r));
  r->nWord = p->pWord->n;
  r->bLetters = (u8)bLetters;
  r->least = SAY_MOST;
  if( bLetters && sayIsScale(x) ) {
    r->all = r->least = x; /* "thousands" and "a thousand" */
  } else {
    r->part = x;
  }
}

/* Let a value of less than a hundred go on with the number: "fifty" and
** "seven", "one hundred (and) fifty". */
static int sayAddUnits(SayRun *r, i64 x) {
  i64 nRest = r->part % 100000;
  if( !r->bLetters || x % 1000 ) return 0;
  if( nRest == 0 ? r->part == 0 && r->all == 0
                 : r->nGlue || nRest < 20000 || nRest % 10000 || x >= 10000 ) {
    return 0;
  }
  r->part += x;
  return 1;
}

/* Let a value in letters go on with the number; 0 where it is another. */
static int sayAdd(SayRun *r, i64 x) {
  int bHalf = r->part == 500 && r->all == 0;
  if( r->all + r->part >= SAY_MOST ) return 0;
  if( x == 500 ) { /* "one and a half" */
    if( r->nGlue != 2 || r->all || r->part % 1000 ) return 0;
    r->part += x;
    return 1;
  }
  if( bHalf && x >= 12000 ) { /* "half a million" */
    if( r->nGlue > 1 ) return 0;
    r->part = x / 2;
    return 1;
  }
  if( x < 100000 ) return r->nGlue < 2 && sayAddUnits(r, x);
  if( r->nGlue || r->part == 0 || x / 1000 > SAY_MOST / r->part ) return 0;
  if( x == 100000 ) {
    if( r->part >= 100000 ) return 0;
    r->part *= 100;
    return 1;
  }
  if( !sayIsScale(x) || x >= r->least ) return 0;
  r->all += r->part * (x / 1000);
  r->part = 0;
  r->least = x;
  return 1;
}

/* A word is a number of this value. */
static void sayIs(NewsSayWord *pWord, i64 x) {
  pWord->value = x;
  pWord->stem = newsHashPair((u32)x, (u32)(x >> 32));
}

/* What was linked to a number begins one of its own: "between one hundred and
** two" was no 102, as "hundred" follows, the last word. */
static void sayPart(Say *p, NewsSayWord *pWord) {
  SayRun *r = &p->run;
  i64 x = r->linked * (pWord->value / 1000);
  sayIs((NewsSayWord *)p->pWord->a + (r->nWord - 1),
        r->all + r->part - r->linked);
  sayBegin(p, x, 1);
  if( pWord->value > 100000 ) {
    r->all = x;
    r->part = 0;
    r->least = pWord->value;
  }
  sayIs(pWord, x);
}

/* The last word has a value: it goes into the number before, "fifty" and
** "seven", "2.5" and "million", if it is written in letters. */
static void sayNumber(Say *p, NewsSayWord *pWord, int bLetters) {
  SayRun *r = &p->run;
  i64 x = pWord->value;
  if( bLetters && r->nWord && sayAdd(r, x) ) {
    p->pWord->n = r->nWord;
    pWord = (NewsSayWord *)p->pWord->a + (r->nWord - 1);
    pWord->kind |= NEWS_SAY_NUMBER;
    pWord->kind &= ~NEWS_SAY_GRAMMAR;
    pWord->w = NEWS_SAY_NUMBER_WEIGHT;
    r->linked = r->nGlue && x < 100000 ? x : 0;
    r->nGlue = 0;
    sayIs(pWord, r->all + r->part);
  } else if( bLetters && r->nWord && r->linked && r->nGlue == 0 &&
             x >= 100000 && x < SAY_MOST / 100 ) {
    sayPart(p, pWord);
  } else {
    sayBegin(p, x, bLetters);
    sayIs(pWord, x);
  }
}

/* A word that is no number: that may go on behind "and" or "a". */
static void sayPast(SayRun *r, u32 hash) {
  const NewsSense *pSense = r->nWord ? newsSenseOf(hash) : 0;
  if( pSense && (pSense->mSense & NEWS_SENSE_LINK) && r->nGlue < 2 ) {
    r->nGlue++;
  } else {
    r->nWord = 0;
  }
}

/*-------------------------------------------------------------- the others */

/* What the table of senses says of a word. */
static void saySense(NewsSayWord *pWord, u32 hash) {
  const NewsSense *pSense = newsSenseOf(hash);
  if( pSense == 0 ) return;
  if( pSense->alias &&
      (pSense->mSense & (NEWS_SENSE_PART | NEWS_SENSE_NUMBER)) !=
          NEWS_SENSE_PART ) { /* Not "quarters", but in a portion */
    pWord->stem = pSense->alias;
    if( !(pSense->mSense & (NEWS_SENSE_AUX | NEWS_SENSE_PRON)) ) {
      pWord->value = newsSayValue(pSense->alias);
    }
  }
  if( pSense->mSense & NEWS_SENSE_NUMBER ) pWord->kind |= NEWS_SAY_NUMBER;
  if( pSense->mSense & NEWS_SENSE_NEG ) pWord->kind |= NEWS_SAY_NEG;
  if( pSense->mSense & NEWS_SENSE_NAY ) pWord->kind |= NEWS_SAY_NAY;
  if( pSense->mSense & NEWS_SENSE_COND ) pWord->kind |= NEWS_SAY_COND;
  if( pSense->mSense & NEWS_SENSE_MAY ) pWord->kind |= NEWS_SAY_MAY;
  if( pSense->mSense & NEWS_SENSE_NEAR ) pWord->kind |= NEWS_SAY_NEAR;
  if( pSense->mSense & NEWS_SENSE_PART ) pWord->kind |= NEWS_SAY_PART;
  if( pSense->mSense & (NEWS_SENSE_COND | NEWS_SENSE_MAY | NEWS_SENSE_OPEN) ) {
    pWord->kind |= NEWS_SAY_OPEN;
  }
  if( pSense->mSense & (NEWS_SENSE_AUX | NEWS_SENSE_PRON | NEWS_SENSE_WEAK) ) {
    pWord->kind |= NEWS_SAY_GRAMMAR;
  }
}

/* Whether a word is written as initials are: "U.S.", "US", but not among other
** words in capitals. */
static int sayInitials(Say *p, const NewsGrain *pGrain) {
  u8 c = pGrain->nByte > 1 ? p->z[pGrain->iByte + 1] : 'a';
  int bUpper = (c >= 'A' && c <= 'Z') || c == '.', bWas = p->bUpper;
  p->bUpper = (u8)(bUpper && (pGrain->flags & NEWS_GRAIN_CAP));
  return p->bUpper && !bWas;
}

/* Whether the word is a place, or makes one with the word before: then it is
** known by that. */
static int sayPlace(Say *p, const NewsGrain *pGrain, NewsSayWord *pWord) {
  NewsVec *pVec = p->pWord;
  u32 place = 0;
  int bInitials = sayInitials(p, pGrain);
  if( pGrain->flags & NEWS_GRAIN_CAP ) p->bCapital = 1;
  if( p->bCapital && !(pGrain->flags & NEWS_GRAIN_CAP) ) return 0;
  if( pVec->n > 1 && !(pGrain->flags & NEWS_GRAIN_STOP) ) {
    place = newsPlaceOf(newsHashPair(pWord[-1].hash, pWord->hash));
  }
  if( place ) {
    pWord[-1].w = NEWS_MAX(pWord[-1].w, pWord->w);
    pWord--;
    pVec->n--;
  } else {
    place = newsPlaceOf(bInitials ? newsHashPair(pWord->hash, 0) : pWord->hash);
  }
  if( place == 0 ) return 0;
  pWord->stem = place;
  pWord->kind |= NEWS_SAY_PLACE | NEWS_SAY_NAME;
  return 1;
}

/* A word before and a number or a word behind it that are no negation ("not
** only", "No. 3") are no longer taken for one. */
static void sayLift(Say *p, const NewsGrain *pGrain, NewsSayWord *pWord) {
  u32 hash = pGrain->hash;
  const NewsSense *pSense;
  if( p->pWord->n < 2 || !(pWord[-1].kind & NEWS_SAY_NEG) ) return;
  if( pGrain->flags & NEWS_GRAIN_DIGIT ) {
    u32 i = pGrain->iByte;
    while( i > 0 && p->z[i - 1] == ' ' ) i--;
    if( i == 0 || p->z[i - 1] != '.' ) return;
    hash = 0;
  }
  pSense = newsSenseOf(newsHashPair(pWord[-1].hash, hash));
  if( pSense && (pSense->mSense & NEWS_SENSE_LIFT) ) {
    pWord[-1].kind &= ~NEWS_SAY_NEG;
    pWord[-1].kind |= NEWS_SAY_GRAMMAR;
  }
}

/* Whether a letter belongs to the word before, from which a sign parts it that
** should stand in it: "don' t". Then both are one word that negates. */
static int sayBroken(Say *p, const NewsGrain *pGrain, NewsSayWord *pWord) {
  const NewsSense *pSense;
  if( pGrain->nByte > 1 || p->pWord->n < 2 ) return 0;
  pSense = newsSenseOf(newsHashPair(pWord[-1].hash, pWord->hash));
  if( pSense == 0 || !(pSense->mSense & NEWS_SENSE_NEG) ) return 0;
  p->pWord->n--;
  pWord[-1].stem = pSense->alias;
  pWord[-1].kind = NEWS_SAY_NEG | NEWS_SAY_GRAMMAR;
  pWord[-1].w = NEWS_WEIGHT_LEAST;
  return 1;
}

/* Whether nothing but one space, of any width, stands between two bytes. */
static int saySpaced(const u8 *z, u32 iFrom, u32 iTo) {
  return (iTo == iFrom + 1 && z[iFrom] == ' ') ||
         (iTo == iFrom + 2 && z[iFrom] == 0xc2) ||
         (iTo == iFrom + 3 && z[iFrom] == 0xe2 && z[iFrom + 1] == 0x80);
}

/* Whether digits go on with those before, "440 000", "1 200": then they are
** in that number. */
static int sayThousands(Say *p, NewsSayWord *pWord, const u8 *a, u32 n) {
  const SayRun *r = &p->run;
  NewsSayWord *pOld = &pWord[-1];
  i64 x;
  if( n != 3 || !sayIsDigit(a[0]) || r->nWord == 0 || r->nGlue || r->bLetters ||
      r->part % 1000 || r->part >= SAY_MOST / 1000 ||
      !sayIsDigit(p->z[pOld->byte.iTo - 1]) ) {
    return 0;
  }
  x = sayDigits(a, n);
  if( x && (r->part >= 1000000 ||
            !saySpaced(p->z, pOld->byte.iTo, pWord->byte.iFrom)) ) {
    return 0;
  }
  p->pWord->n--;
  pOld->value = pOld->value * 1000 + x;
  sayNumber(p, pOld, 0);
  return 1;
}

/* What is known of a word by itself, whatever stands beside it and how it is
** written; a: its form of n bytes, which is cut to its stem. */
static void sayKnow(const NewsGrain *pGrain, u8 *a, u32 n, NewsSayWord *pWord) {
  const NewsContrary *pContrary = newsContraryOf(pGrain->hash);
  memset(pWord, 0, sizeof(*pWord));
  pWord->hash = pWord->stem = pGrain->hash;
  pWord->w = (u16)newsWeight(pGrain->hash);
  pWord->like = sayLike(a, n);
  pWord->front = newsHash(a, NEWS_MIN(n, 4));
  if( pContrary ) {
    pWord->iGroup = pContrary->iGroup;
    pWord->iSide = pContrary->iSide;
  }
  if( pGrain->flags & NEWS_GRAIN_DIGIT ) {
    pWord->kind |= NEWS_SAY_NUMBER;
    pWord->value = sayDigits(a, n);
  } else if( !(pGrain->flags & NEWS_GRAIN_LONE) ) {
    if( newsIsNay(a, n) ) pWord->kind |= NEWS_SAY_NAY;
    pWord->stem = newsHash(a, newsStem(a, n));
  }
  saySense(pWord, pGrain->hash);
}

/* A word as it is written, and what is known of it. */
typedef struct SayMemo SayMemo;
struct SayMemo {
  NewsSayWord word;
  u8 n; /* 0: none */
  u8 a[SAY_MEMO];
};

struct NewsSayMemo {
  SayMemo a[SAY_MEMOS];
};

NewsSayMemo *newsSayMemo(NewsArena *pArena) {
  return newsBagAlloc(pArena, sizeof(NewsSayMemo));
}

/* The same of a word in ASCII letters, which is kept. */
static const NewsSayWord *sayRecall(Say *p, const NewsGrain *pGrain) {
  const u8 *z = &p->z[pGrain->iByte];
  u32 i = (pGrain->hash ^ z[0]) & (SAY_MEMOS - 1), n = pGrain->nByte;
  SayMemo *pMemo = &p->pMemo->a[i];
  u8 a[SAY_FORM + 8];
  if( pMemo->n == n && memcmp(pMemo->a, z, n) == 0 ) return &pMemo->word;
  sayKnow(pGrain, a, sayForm(p->z, pGrain, a), &pMemo->word);
  pMemo->n = (u8)n;
  memcpy(pMemo->a, z, n);
  return &pMemo->word;
}

static int sayIsKept(const Say *p, const NewsGrain *pGrain) {
  static const u32 mNot = NEWS_GRAIN_DIGIT | NEWS_GRAIN_LONE | NEWS_GRAIN_HIGH;
  return p->pMemo && p->pGrams == 0 && (pGrain->flags & mNot) == 0 &&
         pGrain->nByte <= SAY_MEMO;
}

/* Whether a word of grammar with a capital is a name: the month "May". */
static int sayIsName(const NewsGrain *pGrain) {
  const NewsSense *pSense = newsSenseOf(pGrain->hash);
  return pSense && (pSense->mSense & NEWS_SENSE_AUX);
}

/* The word gets the stem that it has by itself, and its kind. */
static void sayStem(Say *p, const NewsGrain *pGrain, const NewsSayWord *pKnown,
                    NewsSayWord *pWord) {
  static const u32 mNot = NEWS_GRAIN_DIGIT | NEWS_GRAIN_LONE | NEWS_GRAIN_STOP;
  pWord->stem = pKnown->stem;
  pWord->value = pKnown->value;
  pWord->kind |= pKnown->kind;
  pWord->iGroup = pKnown->iGroup;
  pWord->iSide = pKnown->iSide;
  if( (pGrain->flags & (mNot | NEWS_GRAIN_CAP)) == NEWS_GRAIN_CAP &&
      (!(pWord->kind & NEWS_SAY_GRAMMAR) || sayIsName(pGrain)) ) {
    pWord->kind = (pWord->kind & ~NEWS_SAY_GRAMMAR) | NEWS_SAY_NAME;
  }
  if( pWord->kind & NEWS_SAY_NUMBER ) {
    pWord->w = NEWS_MIN(pWord->w, NEWS_SAY_NUMBER_WEIGHT);
  }
  if( pWord->value ) {
    sayNumber(p, pWord, !(pGrain->flags & NEWS_GRAIN_DIGIT));
  } else {
    sayPast(&p->run, pGrain->hash);
  }
}

/* The last word ends here: it may have been put into the one before. */
static void sayEnd(NewsVec *pWord, u32 iByte) {
  if( pWord->n ) ((NewsSayWord *)pWord->a)[pWord->n - 1].byte.iTo = iByte;
}

static u16 sayWeight(u32 w, int bAside) {
  return (u16)(bAside ? w / 4 + 1 : w);
}

/* What money a number tells of, by the sign before it: $3. */
static void sayMoney(const Say *p, const NewsGrain *pGrain,
                     NewsSayWord *pWord) {
  const NewsContrary *pMoney;
  u32 i, iTo = pGrain->iByte;
  if( iTo == 0 || !(pGrain->flags & NEWS_GRAIN_DIGIT) ) return;
  i = newsUtf8Begin(p->z, 0, iTo - 1);
  pMoney = newsContraryOf(newsHash(&p->z[i], iTo - i));
  if( pMoney == 0 ) return;
  pWord->iGroup = pMoney->iGroup;
  pWord->iSide = pMoney->iSide;
}

/* Fill in a word. */
static void sayWord(Say *p, const NewsGrain *pGrain, int bAside) {
  NewsSayWord *pWord = newsVecPush(p->pWord, p->pArena, sizeof(*pWord)), known;
  u8 a[SAY_FORM + 8];
  u32 n = 0;
  if( pWord == 0 ) return;
  pWord->byte = newsSpan(pGrain->iByte, pGrain->iByte);
  if( sayIsKept(p, pGrain) ) {
    known = *sayRecall(p, pGrain);
  } else {
    n = sayForm(p->z, pGrain, a);
    if( p->pGrams ) {
      sayGrams(p, a, n, sayWeight(newsWeight(pGrain->hash), bAside));
    }
    sayKnow(pGrain, a, n, &known);
    sayMoney(p, pGrain, &known);
  }
  pWord->hash = pWord->stem = known.hash;
  pWord->like = known.like;
  pWord->front = known.front;
  pWord->w = sayWeight(known.w, bAside);
  if( bAside ) pWord->kind |= NEWS_SAY_ASIDE;
  newsArenaTick(p->pArena, 64);
  sayLift(p, pGrain, pWord);
  if( sayThousands(p, pWord, a, n) || sayBroken(p, pGrain, pWord) ) return;
  if( sayPlace(p, pGrain, pWord) ) {
    p->run.nWord = 0;
    return;
  }
  sayStem(p, pGrain, &known, pWord);
}

#define SAY_LABEL 4 /* Words of a label, at most */

/* How many words at the beginning are a label: "Mayor Venn: We will go on". */
static u32 sayLabel(const u8 *z, const NewsGrain *a, u32 n) {
  u32 i;
  for( i = 0; i + 1 < n && i < SAY_LABEL; i++ ) {
    u32 iEnd = a[i].iByte + a[i].nByte;
    if( !(a[i].flags & NEWS_GRAIN_CAP) ) return 0;
    if( z[iEnd] == ':' && z[iEnd + 1] == ' ' ) return i + 1;
    if( a[i + 1].flags & NEWS_GRAIN_STOP ) return 0;
  }
  return 0;
}

/* Note at the first word whether the text, of n bytes, is a question, or may
** report one. bStop: it is more than one sentence. */
static void sayAsks(NewsArena *pArena, const u8 *z, u32 n, int bStop,
                    NewsVec *pWord) {
  NewsSayWord *pFirst = pWord->a;
  const NewsVocab *pVocab = newsLexicon();
  const NewsSense *pSense;
  const char *zFold;
  u32 i, iWord, nFold = 0;
  if( pWord->n == 0 || pArena->rc ) return;
  zFold = newsFoldText(pArena, z + pFirst->byte.iFrom,
                       newsSpanLen(pFirst->byte), &nFold);
  if( zFold == 0 ) return;
  for( i = n; i > 0 && z[i - 1] != '?'; i-- ) {
  }
  pSense = newsSenseOf(pFirst->hash);
  iWord = newsVocabFind(pVocab, (const u8 *)zFold, nFold, pFirst->hash);
  if( i || (newsVocabClasses(pVocab, iWord)->mAny &
            (NEWS_LEX_SUBORD | NEWS_LEX_WH_WORD)) ) {
    pFirst->kind |= NEWS_SAY_ASKED;
  }
  if( i && !bStop && pSense && (pSense->mSense & NEWS_SENSE_AUX) ) {
    pFirst->kind |= NEWS_SAY_ASKS;
  }
}

void newsSayRead(NewsArena *pArena, const u8 *z, u32 n, NewsVec *pWord,
                 NewsBag *pGrams, int iText, NewsSayMemo *pMemo) {
  Say say = {
      pArena, z, pWord, pGrams, iText, pMemo, 0, 0, {0, 0, 0, 0, 0, 0, 0}};
  NewsPass pass;
  NewsGrain aGrain[64];
  u32 nRead, i, j, iByte = 0, nLabel = 0;
  int nOpen = 0, bStop = 0;
  newsPassBegin(&pass, pArena, NEWS_PASS_JOIN, z, n);
  while( (nRead = newsPassRead(&pass, aGrain, 64)) > 0 ) {
    if( iByte == 0 ) nLabel = sayLabel(z, aGrain, nRead);
    for( i = 0; i < nRead; i++ ) {
      for( j = iByte; j < aGrain[i].iByte; j++ ) {
        if( z[j] == '[' || z[j] == '(' ) nOpen = 1;
        if( z[j] == ']' || z[j] == ')' ) nOpen = 0;
      }
      bStop |= pWord->n > 0 && (aGrain[i].flags & NEWS_GRAIN_STOP);
      sayWord(&say, &aGrain[i], nOpen || nLabel > 0);
      nLabel -= nLabel > 0;
      iByte = aGrain[i].iByte + aGrain[i].nByte;
      sayEnd(pWord, iByte);
    }
  }
  sayAsks(pArena, z, n, bStop, pWord);
  newsPortions(pArena, z, n, pWord);
}
