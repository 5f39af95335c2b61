/*
** gist.c: see gist.h.
*/
#include "similarity/gist.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/bytes.h"
#include "base/hash.h"
#include "base/number.h"
#include "lexicon/lexicon.h"
#include "similarity/bag.h"
#include "similarity/pass.h"
#include "similarity/weight.h"
#include "text/fold.h"
#include "text/token.h"
#include "text/utf8.h"

#define GIST_WORDS 2000 /* Words of the body that count */
#define GIST_LEAD 100   /* Words that are its beginning */
#define GIST_HEAD 32    /* A title of more words is none: its words are such */

/* What a word counts by where it stands, and what a name, a number and a pair
** count of that, in 1/100. */
#define GIST_BODY 100
#define GIST_BEGIN 200
#define GIST_TITLE 600
#define GIST_NAME 200
#define GIST_NUMBER 150
#define GIST_PAIR 20

/* A word of less weight is passed over. */
#define GIST_LEAST 24

#define GIST_ELIDED 4        /* Letters before an apostrophe, at most */
#define GIST_ELIDED_BYTES 64 /* Of the word behind it */

#define GIST_DATE_BYTES 12 /* Of a month's name, at most */
#define GIST_ASIDE 60      /* Of what stands in brackets, looked at */

#define GIST_DAY 1 /* Of the two texts of a bag: how often a number is a day */

#define GIST_LENGTH 512 /* Of the vectors */

/* The share of the average, of 10, in how near a report is to an event. */
#define GIST_AVERAGE 4

/* What being apart in time takes of 10: by a month, and by a year. */
#define GIST_MONTH (30 * 86400)
#define GIST_MONTH_OFF 2
#define GIST_YEAR (365 * 86400)
#define GIST_YEAR_OFF 5

/* Where numbers are others than the event's: from when on that takes off, too,
** what of 10 by a month; and which share of them in common is enough. */
#define GIST_WEEKS (21 * 86400)
#define GIST_OTHER_OFF 9
#define GIST_AGREE (NEWS_GIST_ONE / 4)

/* Numbers that reports of one outlet have, at least, for them to tell; until
** when they do; and what of 10 others take off. */
#define GIST_OWN 2
#define GIST_OWN_TIME (7 * 86400)
#define GIST_OWN_OFF 7

/* Words from the beginning of a report whose names are kept, and the weight of
** a name, at least. */
#define GIST_NAME_WORDS 512
#define GIST_NAME_LEAST 60

/* Names that both have, at least, for the first of them to tell that they are
** others; and how many that are. */
#define GIST_NAMES 3
#define GIST_FIRST 2

/* Terms that a report has in common with one of an event's, at least. */
#define GIST_MEET 4

/* How near the events of these ranks are (0 is the nearest), 10ths of it, is
** taken off; the bound of what is left. */
#define GIST_FROM 2
#define GIST_TO NEWS_GIST_RANKS
#define GIST_OFF 9
#define GIST_BOUND (NEWS_GIST_ONE / 5)

/*-------------------------------------------------------------- the terms */

/* A word counts nTimes hundredths: note it, or a pair. */
static void gistAdd(NewsBag *pBag, u32 key, u32 nTimes, u32 w) {
  NewsBagSlot *pSlot = newsBagAdd(pBag, key, 0, nTimes);
  if( pSlot ) pSlot->w = NEWS_MIN(w, 255);
}

/* Whether a word is four digits that may be a year: most reports of their time
** have it. */
static int gistIsYear(const u8 *z, const NewsGrain *p) {
  const u8 *a = &z[p->iByte];
  return p->nByte == 4 && a[2] >= '0' && a[2] <= '9' && a[3] >= '0' &&
         a[3] <= '9' &&
         ((a[0] == '1' && a[1] == '9') || (a[0] == '2' && a[1] == '0'));
}

/* The bytes of an apostrophe; 0 for none. */
static u32 gistApostrophe(const u8 *a, u32 n) {
  if( n > 0 && a[0] == '\'' ) return 1;
  return n > 2 && a[0] == 0xe2 && a[1] == 0x80 && a[2] == 0x99 ? 3 : 0;
}

static int gistIsCapital(const u8 *z, u32 n) {
  u32 c;
  newsUtf8Read(z, n, &c);
  return newsTokenChar(utf8proc_category((utf8proc_int32_t)c)) == NEWS_CHAR_CAP;
}

/* In other languages than English an article or preposition may have lost its
** end before a word: l'otage, dell'anno. It is left out. */
static void gistElide(const u8 *z, NewsGrain *p) {
  u8 aFold[GIST_ELIDED_BYTES];
  u32 i, n, hash;
  for( i = 1; i <= GIST_ELIDED && i < p->nByte; i++ ) {
    u32 iFrom = p->iByte + i;
    u32 nMark = gistApostrophe(&z[iFrom], p->nByte - i);
    if( nMark == 0 ) continue;
    iFrom += nMark;
    n = p->nByte - i - nMark;
    if( n < 2 || newsFoldWord(&z[iFrom], n, aFold, sizeof(aFold), &hash) >
                     sizeof(aFold) ) {
      return;
    }
    p->hash = hash;
    p->iByte = iFrom;
    p->nByte = n;
    p->flags &= ~(u32)NEWS_GRAIN_CAP;
    if( gistIsCapital(&z[iFrom], n) ) p->flags |= NEWS_GRAIN_CAP;
    return;
  }
}

/* Whether the word at byte iFrom, up to iTo, is a month. */
static int gistIsMonth(const u8 *z, u32 iFrom, u32 iTo) {
  const NewsVocab *pVocab = newsLexicon();
  u8 a[GIST_DATE_BYTES];
  u32 hash, i, n = iTo - iFrom;
  if( n == 0 || n > sizeof(a) ) return 0;
  n = newsFoldWord(&z[iFrom], n, a, sizeof(a), &hash);
  if( n > sizeof(a) ) return 0;
  i = newsVocabFind(pVocab, a, n, hash);
  return (newsVocabClasses(pVocab, i)->mAny & NEWS_LEX_MONTH) != 0;
}

/* The key of a word: odd for a number. */
static u32 gistKey(const u8 *z, const NewsGrain *p) {
  int bNumber = (p->flags & NEWS_GRAIN_DIGIT) && !gistIsYear(z, p);
  return bNumber ? p->hash | 1 : p->hash & ~1u;
}

/* Whether a word stands in brackets: it may be an agency's, or a party's. */
static int gistIsAside(const u8 *z, u32 i) {
  u32 n;
  for( n = 0; n < GIST_ASIDE && i > 0 && z[i - 1] != '\n'; n++ ) {
    u8 c = z[--i];
    if( c == ')' || c == '(' ) return c == '(';
  }
  return 0;
}

static int gistIsLetter(u8 c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a number in a text of n bytes is a day of a month, beside which it
** stands: "May 3", "3 May". */
static int gistIsDay(const u8 *z, u32 n, const NewsGrain *p) {
  u32 i = p->iByte, j;
  if( p->nByte > 2 || !(p->flags & NEWS_GRAIN_DIGIT) ) return 0;
  while( i > 0 && (z[i - 1] == ' ' || z[i - 1] == '.') ) i--;
  for( j = i; j > 0 && i - j <= GIST_DATE_BYTES && gistIsLetter(z[j - 1]); ) {
    j--;
  }
  if( gistIsMonth(z, j, i) ) return 1;
  i = p->iByte + p->nByte;
  while( i < n && z[i] == ' ' ) i++;
  for( j = i; j < n && j - i <= GIST_DATE_BYTES && gistIsLetter(z[j]); ) j++;
  return gistIsMonth(z, i, j);
}

/* Note a name: a word with a capital that no sentence begins with. In capitals
** it is mostly an agency's, or stands in a dateline. */
static void gistName(NewsGist *p, const NewsTongue *pTongue, const u8 *z,
                     const NewsGrain *pGrain) {
  u32 w = newsWeightIn(pTongue, pGrain->hash);
  u8 c = pGrain->nByte > 1 ? z[pGrain->iByte + 1] : 'A';
  u16 hash = (u16)(pGrain->hash ^ pGrain->hash >> 16);
  u32 i;
  if( (pGrain->flags & (NEWS_GRAIN_CAP | NEWS_GRAIN_STOP)) != NEWS_GRAIN_CAP ||
      w < GIST_NAME_LEAST || p->nName == NEWS_GIST_NAMES ||
      (c >= 'A' && c <= 'Z') ) {
    return;
  }
  for( i = 0; i < p->nName && p->aName[i] != hash; i++ ) {
  }
  if( i < p->nName || gistIsAside(z, pGrain->iByte) ||
      gistIsMonth(z, pGrain->iByte, pGrain->iByte + pGrain->nByte) ) {
    return;
  }
  p->aName[p->nName++] = hash;
}

/* A report whose words are counted. */
typedef struct GistRead GistRead;
struct GistRead {
  NewsBag bag;
  const NewsTongue *pTongue; /* Its language, NULL for English */
  const u8 *z;               /* The text that is being read */
  u32 n;
  u32 last; /* The word before, its weight, and what it counts */
  u32 wLast;
  u32 nLast;
};

/* A word counts nTimes hundredths, and so does the pair that it makes. */
static void gistWord(GistRead *p, const NewsGrain *pGrain, u32 nTimes) {
  u32 w = newsWeightIn(p->pTongue, pGrain->hash), nOwn = nTimes, key;
  if( w >= GIST_LEAST ) {
    if( p->wLast >= GIST_LEAST && !(pGrain->flags & NEWS_GRAIN_STOP) ) {
      gistAdd(&p->bag, newsHashPair(p->last, pGrain->hash) & ~1u,
              p->nLast * GIST_PAIR / 100, p->wLast + w);
    }
    if( pGrain->flags & NEWS_GRAIN_CAP ) nOwn = nOwn * GIST_NAME / 100;
    if( pGrain->flags & NEWS_GRAIN_DIGIT ) nOwn = nOwn * GIST_NUMBER / 100;
    key = gistKey(p->z, pGrain);
    gistAdd(&p->bag, key, nOwn, w);
    if( gistIsDay(p->z, p->n, pGrain) ) newsBagAdd(&p->bag, key, GIST_DAY, 1);
  }
  p->last = pGrain->hash;
  p->wLast = w;
  p->nLast = nTimes;
}

/* Begin with a text: its first words into a (of NEWS_PASS_BATCH), how many. */
static u32 gistBegin(GistRead *p, NewsPass *pPass, const u8 *z, u32 n,
                     NewsGrain *a) {
  p->z = z;
  p->n = n;
  p->wLast = 0;
  newsPassBegin(pPass, p->bag.pArena, NEWS_PASS_JOIN, z, n);
  return newsPassRead(pPass, a, NEWS_PASS_BATCH);
}

static void gistElideAll(const GistRead *p, NewsGrain *a, u32 n) {
  u32 i;
  for( i = 0; p->pTongue && i < n; i++ ) gistElide(p->z, &a[i]);
}

/* The language of a text that begins with n words. */
static const NewsTongue *gistTongue(const NewsGrain *a, u32 n) {
  u32 aHash[NEWS_TONGUE_WORDS] = {0}, i;
  n = NEWS_MIN(n, NEWS_TONGUE_WORDS);
  for( i = 0; i < n; i++ ) aHash[i] = a[i].hash;
  return newsTongueOf(aHash, n);
}

/* The body: its language, the names with which it begins, its words. */
static void gistBody(GistRead *p, const u8 *z, u32 n, NewsGist *pGist) {
  NewsGrain a[NEWS_PASS_BATCH];
  NewsPass pass;
  u32 i, iWord = 0, nRead = gistBegin(p, &pass, z, n, a);
  p->pTongue = gistTongue(a, nRead);
  while( nRead && iWord < GIST_WORDS ) {
    gistElideAll(p, a, nRead);
    for( i = 0; i < nRead && iWord < GIST_WORDS; i++, iWord++ ) {
      if( iWord < GIST_NAME_WORDS ) gistName(pGist, p->pTongue, z, &a[i]);
      gistWord(p, &a[i], iWord < GIST_LEAD ? GIST_BEGIN : GIST_BODY);
    }
    nRead = newsPassRead(&pass, a, NEWS_PASS_BATCH);
  }
}

/* The title. */
static void gistTitle(GistRead *p, const u8 *z, u32 n) {
  NewsGrain a[NEWS_PASS_BATCH];
  NewsPass pass;
  u32 i, nRead = gistBegin(p, &pass, z, n, a);
  gistElideAll(p, a, nRead);
  for( i = 0; i < nRead; i++ ) {
    gistWord(p, &a[i], nRead > GIST_HEAD ? GIST_BEGIN : GIST_TITLE);
  }
}

/* Whether a tells less than b; of equal ones the larger key does. */
static int gistLess(const NewsGistTerm *a, const NewsGistTerm *b) {
  return a->w != b->w ? a->w < b->w : a->key > b->key;
}

/* Let the term at i of a heap, the least at its top, sink to its place. */
static void gistSink(NewsGistTerm *a, u32 n, u32 i) {
  for( ;; ) {
    NewsGistTerm swap = a[i];
    u32 iLeast = i, j = 2 * i + 1;
    if( j < n && gistLess(&a[j], &a[iLeast]) ) iLeast = j;
    if( j + 1 < n && gistLess(&a[j + 1], &a[iLeast]) ) iLeast = j + 1;
    if( iLeast == i ) return;
    a[i] = a[iLeast];
    a[iLeast] = swap;
    i = iLeast;
  }
}

/* The most telling terms of the bag, as a heap. */
static void gistChoose(const NewsBag *pBag, NewsGist *p) {
  const NewsBagSlot *pSlot;
  u32 i = 0, j;
  while( (pSlot = newsBagNext(pBag, &i)) != 0 ) {
    NewsGistTerm term;
    term.key = pSlot->key;
    term.bDay = pSlot->an[GIST_DAY] > 0;
    term.w = pSlot->w * (newsLog64(100 + pSlot->an[0]) - newsLog64(100));
    if( p->n < NEWS_GIST_TERMS ) {
      p->a[p->n++] = term;
      for( j = p->n / 2; p->n == NEWS_GIST_TERMS && j-- > 0; ) {
        gistSink(p->a, p->n, j);
      }
    } else if( gistLess(&p->a[0], &term) ) {
      p->a[0] = term;
      gistSink(p->a, p->n, 0);
    }
  }
}

static int gistTelling(const void *a, const void *b) {
  return gistLess(a, b) ? 1 : -1;
}

static int gistOrder(const void *a, const void *b) {
  const NewsGistTerm *pa = a, *pb = b;
  return pa->key < pb->key ? -1 : pa->key > pb->key;
}

/* Make the weights, as they are in the order of telling, those of a vector of
** length GIST_LENGTH, and order by key. */
static void gistUnit(NewsGist *p) {
  u64 nSum = 0;
  u32 i, nRoot;
  for( i = 0; i < p->n; i++ ) nSum += (u64)p->a[i].w * p->a[i].w;
  nRoot = (u32)newsRoot(nSum);
  for( i = 0; i < p->n; i++ ) {
    u64 w = (u64)p->a[i].w * GIST_LENGTH / NEWS_MAX(nRoot, 1);
    p->a[i].w = (u32)NEWS_MIN(NEWS_MAX(w, 2), 254) & ~1u;
    p->square += p->a[i].w * p->a[i].w;
  }
  if( p->n ) qsort(p->a, p->n, sizeof(p->a[0]), gistOrder);
}

void newsGistFind(NewsArena *pArena, const u8 *zTitle, u32 nTitle, const u8 *z,
                  u32 n, NewsGist *p, u32 *aKey, u32 *pnKey) {
  GistRead read;
  u32 i;
  memset(p, 0, sizeof(*p));
  memset(&read, 0, sizeof(read));
  newsBagInit(&read.bag, pArena);
  gistBody(&read, z, n, p);
  gistTitle(&read, zTitle, nTitle);
  if( pArena->rc == SQLITE_OK ) gistChoose(&read.bag, p);
  newsBagFree(&read.bag);
  if( p->n ) qsort(p->a, p->n, sizeof(p->a[0]), gistTelling);
  *pnKey = NEWS_MIN(p->n, NEWS_GIST_KEYS);
  for( i = 0; i < *pnKey; i++ ) aKey[i] = p->a[i].key;
  gistUnit(p);
}

/*--------------------------------------------------------------- as bytes */

u32 newsGistPack(const NewsGist *p, u8 *aOut) {
  u32 i;
  newsPut4(aOut, p->outlet);
  aOut[4] = p->nName;
  aOut += 5;
  for( i = 0; i < p->nName; i++, aOut += 2 ) {
    aOut[0] = (u8)p->aName[i];
    aOut[1] = (u8)(p->aName[i] >> 8);
  }
  for( i = 0; i < p->n; i++, aOut += 5 ) {
    newsPut4(aOut, p->a[i].key);
    aOut[4] = (u8)(p->a[i].w | p->a[i].bDay);
  }
  return 5 + 2 * p->nName + 5 * p->n;
}

int newsGistUnpack(NewsGist *p, const u8 *a, u32 n) {
  u32 i, iTerm;
  memset(p, 0, sizeof(*p));
  if( n < 5 || a[4] > NEWS_GIST_NAMES ) return 0;
  iTerm = 5 + 2 * a[4];
  if( n < iTerm || (n - iTerm) % 5 || n - iTerm > 5 * NEWS_GIST_TERMS ) {
    return 0;
  }
  p->outlet = newsGet4(a);
  for( i = 5; i < iTerm; i += 2 ) {
    p->aName[p->nName++] = (u16)(a[i] | a[i + 1] << 8);
  }
  for( i = iTerm; i < n; i += 5, p->n++ ) {
    NewsGistTerm *pTerm = &p->a[p->n];
    pTerm->key = newsGet4(&a[i]);
    pTerm->w = a[i + 4] & ~1u;
    pTerm->bDay = a[i + 4] & 1;
    p->square += pTerm->w * pTerm->w;
    if( pTerm->w == 0 || (i > iTerm && pTerm->key <= pTerm[-1].key) ) return 0;
  }
  return 1;
}

/*----------------------------------------------------------------- events */

u32 newsGistDot(const NewsGist *pa, const NewsGist *pb) {
  const NewsGistTerm *a = pa->a, *b = pb->a;
  const NewsGistTerm *aEnd = a + pa->n, *bEnd = b + pb->n;
  u32 dot = 0;
  while( a < aEnd && b < bEnd ) {
    u32 x = a->key, y = b->key;
    dot += x == y ? a->w * b->w : 0;
    a += x <= y;
    b += y <= x;
  }
  return dot;
}

/* The sum of the products of one of n gists with all of them. */
static u64 gistDots(const NewsGist *aGist, u32 n, const NewsGist *p) {
  u64 dot = 0;
  u32 i;
  for( i = 0; i < n; i++ ) dot += newsGistDot(&aGist[i], p);
  return dot;
}

/*
** Both measures are dot / (length of the gist) / something: for the average,
** the number of gists, each of length GIST_LENGTH; for the sum, its length,
** whose square is given.
*/
static u32 gistMean(u64 dot, u32 n, const NewsGist *p, u64 square) {
  u64 nLength = newsRoot(p->square), nSum = newsRoot(square * p->square);
  dot *= NEWS_GIST_ONE;
  return (u32)((GIST_AVERAGE * (dot / (nLength * GIST_LENGTH * n)) +
                (10 - GIST_AVERAGE) * (dot / nSum)) /
               10);
}

/* The sum is the shorter the less the gists have in common: what it is at
** least tells at once of most events that they are not near enough. */
u32 newsGistNear(const NewsGist *aGist, u32 n, const NewsGist *p, u32 least) {
  u64 square = 0, dot = gistDots(aGist, n, p);
  u32 i;
  if( dot == 0 ) return 0;
  for( i = 0; i < n; i++ ) square += aGist[i].square;
  if( gistMean(dot, n, p, square) <= least ) return 0;
  for( i = 1; i < n; i++ ) square += 2 * gistDots(aGist, i, &aGist[i]);
  return gistMean(dot, n, p, square);
}

u32 newsGistTypical(const NewsGist *aGist, u32 n) {
  u64 most = 0;
  u32 i, iBest = 0;
  for( i = 0; i < n; i++ ) {
    u64 dot = gistDots(aGist, n, &aGist[i]);
    if( dot > most ) iBest = i;
    most = NEWS_MAX(most, dot);
  }
  return iBest;
}

/* The weight of the numbers of a gist. */
static u32 gistNumbers(const NewsGist *p) {
  u32 i, w = 0;
  for( i = 0; i < p->n; i++ ) w += p->a[i].key & 1 ? p->a[i].w : 0;
  return w;
}

/* The next number that two gists have, from *pi and *pj on; 0 for none. */
static int gistNumberNext(const NewsGist *pa, const NewsGist *pb, u32 *pi,
                          u32 *pj) {
  while( *pi < pa->n && *pj < pb->n ) {
    u32 x = pa->a[*pi].key, y = pb->a[*pj].key;
    if( x == y && (x & 1) ) return 1;
    *pi += x <= y;
    *pj += y <= x;
  }
  return 0;
}

/* The weight of the numbers that two gists have, the less of both. */
static u32 gistNumbersBoth(const NewsGist *pa, const NewsGist *pb) {
  u32 i = 0, j = 0, w = 0;
  for( ; gistNumberNext(pa, pb, &i, &j); i++, j++ ) {
    w += NEWS_MIN(pa->a[i].w, pb->a[j].w);
  }
  return w;
}

/* How far the numbers of a gist agree with those of the one of n with which
** they agree most: 0 to NEWS_GIST_ONE, which it is where there are none. */
static u32 gistAgree(const NewsGist *aGist, u32 n, const NewsGist *p) {
  u32 i, wOwn = gistNumbers(p), nKnown = 0, most = 0;
  for( i = 0; i < n && wOwn; i++ ) {
    u32 w = NEWS_MIN(gistNumbers(&aGist[i]), wOwn), share;
    if( w == 0 ) continue;
    share = gistNumbersBoth(&aGist[i], p) * NEWS_GIST_ONE / w;
    most = NEWS_MAX(most, NEWS_MIN(share, NEWS_GIST_ONE));
    nKnown++;
  }
  return nKnown ? most : NEWS_GIST_ONE;
}

/* How many numbers a gist has. */
static u32 gistCount(const NewsGist *p) {
  u32 i, n = 0;
  for( i = 0; i < p->n; i++ ) n += p->a[i].key & 1;
  return n;
}

/* Whether half of n gists at least are of the outlet of another, and have
** numbers, as it has. */
static int gistIsOwn(const NewsGist *aGist, u32 n, const NewsGist *p) {
  u32 i, nOwn = 0;
  if( p->outlet == 0 || gistCount(p) < GIST_OWN ) return 0;
  for( i = 0; i < n; i++ ) {
    nOwn += aGist[i].outlet == p->outlet && gistCount(&aGist[i]) >= GIST_OWN;
  }
  return nOwn && 2 * nOwn >= n;
}

/* What of 1000 other numbers take off. */
static u32 gistOther(const NewsGist *aGist, u32 n, const NewsGist *p,
                     u64 nSecond) {
  u32 off = 0;
  u64 agree;
  if( nSecond > GIST_WEEKS ) {
    u64 nMore = NEWS_MIN(nSecond, GIST_MONTH) - GIST_WEEKS;
    off = (u32)(100 * GIST_OTHER_OFF * nMore / (GIST_MONTH - GIST_WEEKS));
  } else if( nSecond <= GIST_OWN_TIME && gistIsOwn(aGist, n, p) ) {
    off = 100 * GIST_OWN_OFF;
  }
  if( off == 0 ) return 0;
  agree = gistAgree(aGist, n, p);
  agree = NEWS_MIN(agree, GIST_AGREE);
  return (u32)(off * (GIST_AGREE - agree) / GIST_AGREE);
}

/* Whether a gist has one of the first names of another: later ones may be of
** who is asked about everything. */
static int gistHasFirst(const NewsGist *p, const NewsGist *pOf) {
  u32 i, j;
  for( i = 0; i < NEWS_MIN(pOf->nName, GIST_FIRST); i++ ) {
    for( j = 0; j < p->nName; j++ ) {
      if( p->aName[j] == pOf->aName[i] ) return 1;
    }
  }
  return 0;
}

/* Whether two gists have a number in common. The day of the month is none that
** tells: all reports of that day may have it. */
static int gistNumberBoth(const NewsGist *pa, const NewsGist *pb) {
  u32 i = 0, j = 0;
  for( ; gistNumberNext(pa, pb, &i, &j); i++, j++ ) {
    if( !pa->a[i].bDay || !pb->a[j].bDay ) return 1;
  }
  return 0;
}

/* Whether two gists have GIST_MEET terms in common. */
static int gistMeets(const NewsGist *pa, const NewsGist *pb) {
  u32 i = 0, j = 0, n = 0;
  while( i < pa->n && j < pb->n && n < GIST_MEET ) {
    u32 x = pa->a[i].key, y = pb->a[j].key;
    n += x == y;
    i += x <= y;
    j += y <= x;
  }
  return n == GIST_MEET;
}

int newsGistOther(const NewsGist *aGist, u32 n, const NewsGist *p) {
  u32 i, nKnown = 0;
  for( i = 0; i < n && !gistMeets(&aGist[i], p); i++ ) {
  }
  if( i == n ) return 1;
  for( i = 0; i < n; i++ ) {
    if( gistNumberBoth(&aGist[i], p) ) return 0;
    if( NEWS_MIN(p->nName, aGist[i].nName) < GIST_NAMES ) continue;
    if( gistHasFirst(&aGist[i], p) || gistHasFirst(p, &aGist[i]) ) return 0;
    nKnown++;
  }
  return nKnown > 0;
}

u32 newsGistApart(u32 near, u64 nSecond, const NewsGist *aGist, u32 n,
                  const NewsGist *p) {
  u64 nLess = NEWS_MIN(nSecond, GIST_MONTH);
  u64 nMore = NEWS_MIN(nSecond, GIST_YEAR) - nLess;
  u64 off = near * nLess * GIST_MONTH_OFF / GIST_MONTH;
  if( near == 0 ) return 0;
  off += near * nMore * (GIST_YEAR_OFF - GIST_MONTH_OFF) /
         (GIST_YEAR - GIST_MONTH);
  near -= (u32)(off / 10);
  return near - (u32)((u64)near * gistOther(aGist, n, p, nSecond) / 1000);
}

int newsGistSame(const u32 *aNear, u32 n) {
  u32 i, nOff = 0;
  for( i = GIST_FROM; i < GIST_TO && i < n; i++ ) nOff += aNear[i];
  nOff = nOff * GIST_OFF / 10 / (GIST_TO - GIST_FROM);
  return n > 0 && aNear[0] > nOff && aNear[0] - nOff >= GIST_BOUND;
}
