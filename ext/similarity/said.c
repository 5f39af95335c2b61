/*
** said.c: see said.h.
*/
#include "similarity/said.h"

#include "base/bytes.h"
#include "base/hash.h"
#include "similarity/weight.h"

#define SAID_TOP 6     /* Stems of which keys are made, the rarest */
#define SAID_RARE 145  /* Weight of the stems of a pair, at least */
#define SAID_RARE3 120 /* ... of a triple */
#define SAID_MOST 17   /* Of these keys, at most */
#define SAID_RARER 110 /* ... of neighbours */
#define SAID_LOCAL 8   /* Of those of neighbours, at most */
#define SAID_ROW 6     /* Neighbours in a key, at most */
#define SAID_ROW_LEAST 3
#define SAID_HEAVY 12  /* Weight of a neighbour, at least */
#define SAID_SHORT 14  /* Words of a short statement, at most */
#define SAID_FIRST 4   /* Stems of which keys of short statements are made */
#define SAID_FEW 9     /* Keys that are too few to do without another */
#define SAID_WORDS 300 /* Words whose stems count, from the beginning */
#define SAID_STOCK 60  /* Weight of what says something, at least */
#define SAID_LEAST 3   /* ... and its words */
#define SAID_BRIEF 12 /* Words of one of which it matters who speaks, at most */
#define SAID_LIGHT 400 /* ... and below which weight */
#define SAID_SHOW 340  /* Weight of what shows who says it, at least */
#define SAID_SHOWS 8   /* ... and its words */
#define SAID_DENIED 1  /* Hash of the negation that a cue is; of no word */

/* What two have in common, in 1/100 of the one which has less, and of the
** other, for them to be compared; and what that weighs: one word is not enough
** that many use, "proud" or "unacceptable". */
#define SAID_OF_LESS 40
#define SAID_OF_MORE 23
#define SAID_BOTH 80

/*---------------------------------------------------------------- reading */

/* Put a stem among those kept, rarest first, ties by stem; the last goes where
** there are too many. A stem counts with the least weight of its words, and
** stands where the first is. aAt: their places among the words. */
static void saidAdd(NewsSaid *p, u32 *aAt, u32 stem, u32 w, u32 iAt) {
  NewsSaidStem *a = p->aStem;
  u32 i;
  for( i = 0; i < p->nStem && a[i].stem != stem; i++ ) {
  }
  if( i < p->nStem ) {
    w = NEWS_MIN(w, a[i].w);
    iAt = aAt[i];
    p->nStem--;
    memmove(&a[i], &a[i + 1], (p->nStem - i) * sizeof(*a));
    memmove(&aAt[i], &aAt[i + 1], (p->nStem - i) * sizeof(*aAt));
  }
  for( i = p->nStem; i > 0; i-- ) {
    if( a[i - 1].w > w || (a[i - 1].w == w && a[i - 1].stem < stem) ) break;
  }
  if( i == NEWS_SAID_STEMS ) return;
  p->nStem = NEWS_MIN(p->nStem + 1, NEWS_SAID_STEMS);
  memmove(&a[i + 1], &a[i], (p->nStem - 1 - i) * sizeof(*a));
  memmove(&aAt[i + 1], &aAt[i], (p->nStem - 1 - i) * sizeof(*aAt));
  a[i].stem = stem;
  a[i].w = (u8)w;
  aAt[i] = iAt;
}

/* Number the stems that are kept as they stand in the text. */
static void saidPlaces(NewsSaid *p, const u32 *aAt) {
  u32 i, j;
  for( i = 0; i < p->nStem; i++ ) {
    p->aStem[i].iAt = 0;
    for( j = 0; j < p->nStem; j++ ) p->aStem[i].iAt += aAt[j] < aAt[i];
  }
}

/* Weight of its different stems of content, as far as it matters. */
static u32 saidTells(const NewsSayWord *a, u32 n) {
  u32 i, j, w = 0;
  for( i = 0; i < n && w < SAID_STOCK; i++ ) {
    if( a[i].kind & NEWS_SAY_GRAMMAR ) continue;
    for( j = 0; j < i && a[j].stem != a[i].stem; j++ ) {
    }
    if( j == i ) w += a[i].w;
  }
  return w;
}

u32 newsSaidWeight(const NewsSaid *p) {
  u32 i, w = 0;
  for( i = 0; i < p->nStem; i++ ) w += p->aStem[i].w;
  return w;
}

int newsSaidShows(const NewsSaid *p) {
  return p->nWord >= SAID_SHOWS && newsSaidWeight(p) >= SAID_SHOW;
}

/* Of all that is known of a word. */
static u32 saidHash(const NewsSayWord *p) {
  u32 h = newsHashPair(p->hash, p->stem);
  h = newsHashPair(h, newsHashPair(p->like, p->front));
  h = newsHashPair(h, newsHashPair((u32)p->value, (u32)(p->value >> 32)));
  h = newsHashPair(h, (u32)p->w << 16 | p->kind);
  return newsHashPair(h, (u32)p->iGroup << 8 | p->iSide);
}

/* What is denied has a negation more than its words have. */
static void saidDeny(NewsArena *pArena, NewsVec *pWord) {
  NewsSayWord *pNew = newsVecPush(pWord, pArena, sizeof(*pNew));
  if( pNew == 0 ) return;
  pNew->hash = pNew->stem = pNew->like = pNew->front = SAID_DENIED;
  pNew->w = NEWS_WEIGHT_LEAST;
  pNew->kind = NEWS_SAY_NEG;
}

void newsSaidWords(NewsArena *pArena, const u8 *z, u32 n, int bDenied,
                   NewsVec *pWord, NewsSayMemo *pMemo) {
  pWord->n = 0;
  newsSayRead(pArena, z, NEWS_MIN(n, NEWS_SAID_BYTE), pWord, 0, 0, pMemo);
  if( bDenied ) saidDeny(pArena, pWord);
}

void newsSaidRead(NewsArena *pArena, const u8 *z, u32 n, int bDenied,
                  NewsSaid *p, NewsVec *pWord, NewsSayMemo *pMemo) {
  const NewsSayWord *a;
  u32 i, iLow = NEWS_HASH_SEED, iHigh = 0, aAt[NEWS_SAID_STEMS];
  memset(p, 0, sizeof(*p));
  pWord->n = 0;
  newsSayRead(pArena, z, n, pWord, 0, 0, pMemo);
  a = pWord->a;
  for( i = 0; i < pWord->n; i++ ) {
    u32 hash = saidHash(&a[i]);
    iLow = newsHashPair(iLow, hash);
    iHigh = newsHashPair(hash, iHigh);
    if( i < SAID_WORDS ) saidAdd(p, aAt, a[i].stem, NEWS_MIN(a[i].w, 255), i);
  }
  saidPlaces(p, aAt);
  if( bDenied ) iLow = newsHashPair(iLow, SAID_DENIED);
  p->iText = (u64)iHigh << 32 | iLow;
  p->bDenied = (u8)(bDenied != 0);
  p->nWord = NEWS_MIN(pWord->n, 0xffff);
  p->bStock = p->nWord < SAID_LEAST ||
              saidTells(a, NEWS_MIN(pWord->n, SAID_WORDS)) < SAID_STOCK;
  if( n > NEWS_SAID_BYTE ) {
    newsSaidWords(pArena, z, n, bDenied, pWord, pMemo);
  } else if( bDenied ) {
    saidDeny(pArena, pWord);
  }
}

void newsSaidOwn(NewsSaid *p, u64 iReport, NewsSaidWho who, i64 iWhen,
                 const NewsScene *pScene) {
  u32 i, iLow = newsHashPair((u32)p->iText, (u32)iReport);
  u32 iHigh = newsHashPair((u32)(p->iText >> 32), (u32)(iReport >> 32));
  p->iWords = newsHashPair((u32)p->iText, (u32)(p->iText >> 32)) | 1;
  p->iWhen = iWhen;
  if( who.name ) {
    p->iWho = newsHashPair(p->iWords, who.name) | 1;
    p->cGiven = who.cGiven;
    iLow = newsHashPair(newsHashPair(iLow, who.name), (u8)who.cGiven);
  }
  for( i = 0; i < NEWS_SAID_AROUND && i < pScene->n; i++ ) {
    p->aAround[i] = pScene->aWord[i];
    iLow = newsHashPair(iLow, pScene->aWord[i]);
  }
  p->iText = (u64)newsHashPair(iHigh, iLow) << 32 | newsHashPair(iLow, iHigh);
}

int newsSaidShort(const NewsSaid *p) {
  return p->nWord <= SAID_BRIEF && newsSaidWeight(p) < SAID_LIGHT;
}

void newsSaidBy(NewsSaid *p, NewsSaidWho who) {
  u32 iLow =
      newsHashPair((u32)p->iText, newsHashPair(who.name, (u8)who.cGiven));
  if( who.name == 0 ) return;
  p->iWho = who.name;
  p->cGiven = who.cGiven;
  p->iText = (u64)newsHashPair((u32)(p->iText >> 32), iLow) << 32 | iLow;
}

int newsSaidStock(const NewsSaid *pa, const NewsSaid *pb) {
  i64 a = pa->iWhen, b = pb->iWhen;
  u64 gap;
  if( a == NEWS_SAID_UNDATED || b == NEWS_SAID_UNDATED ) {
    return a == b ? NEWS_STOCK_SCENE : NEWS_STOCK_TWO;
  }
  gap = a < b ? (u64)b - (u64)a : (u64)a - (u64)b;
  if( gap > NEWS_SAID_SOON ) return NEWS_STOCK_TWO;
  return pa->iWho && pb->iWho ? NEWS_STOCK_ONE : NEWS_STOCK_SCENE;
}

/*------------------------------------------------------------------- keys */

/* A key that is made, and its place among them. */
typedef struct SaidKey SaidKey;
struct SaidKey {
  u32 iRank; /* Less is better */
  u32 key;
};

typedef struct SaidKeys SaidKeys;
struct SaidKeys {
  u32 n;
  SaidKey a[SAID_MOST]; /* Best first */
};

/* Seeds of kinds of keys. */
#define SAID_OF_RARE 1
#define SAID_OF_SHORT 2
#define SAID_OF_ALL 3
#define SAID_OF_SELF 4
#define SAID_OF_STOCK 5
#define SAID_OF_SCENE 6

/* The key of n stems, whatever their order. */
static u32 saidKey(u32 eKind, const NewsSaidStem *const *ap, u32 n) {
  u32 i, sum = 0, mix = 0;
  for( i = 0; i < n; i++ ) {
    u32 h = newsHashPair(eKind, ap[i]->stem);
    sum += h;
    mix ^= h * 0x9e3779b1u;
  }
  return newsHashPair(sum, mix);
}

/* Put a key among nMost. */
static void saidPut(SaidKeys *p, u32 nMost, u32 iRank, u32 key) {
  u32 i = NEWS_MIN(p->n, nMost - 1);
  if( p->n == nMost && p->a[i].iRank <= iRank ) return;
  for( ; i > 0 && p->a[i - 1].iRank > iRank; i-- ) p->a[i] = p->a[i - 1];
  p->a[i].iRank = iRank;
  p->a[i].key = key;
  p->n = NEWS_MIN(p->n + 1, nMost);
}

/* Neighbours are mostly one name or term, which tells what is spoken of, not
** what is said of it. */
static int saidBeside(const NewsSaidStem *pa, const NewsSaidStem *pb) {
  return pa->iAt + 1 == pb->iAt || pb->iAt + 1 == pa->iAt;
}

/* Pairs that are rare enough and not beside each other, and triples in which
** the first two are no such pair; the rarest first. */
static void saidRare(const NewsSaidStem *const *ap, u32 n, SaidKeys *pKeys) {
  u32 i, j, k;
  for( i = 0; i < n; i++ ) {
    for( j = i + 1; j < n; j++ ) {
      const NewsSaidStem *a3[3] = {ap[i], ap[j], 0};
      u32 w = ap[i]->w + ap[j]->w;
      if( w >= SAID_RARE && !saidBeside(ap[i], ap[j]) ) {
        saidPut(pKeys, SAID_MOST, (i + j) * 16 + j,
                saidKey(SAID_OF_RARE, a3, 2));
        continue;
      }
      for( k = j + 1; k < n && w + ap[k]->w >= SAID_RARE3; k++ ) {
        a3[2] = ap[k];
        saidPut(pKeys, SAID_MOST, (i + j + k) * 16 + k,
                saidKey(SAID_OF_RARE, a3, 3));
      }
    }
  }
}

/* Neighbours, as many as are rare enough together and SAID_ROW_LEAST at least;
** those of fewest stems first, then the rarest. */
static void saidLocal(const NewsSaid *p, SaidKeys *pKeys) {
  const NewsSaidStem *ap[NEWS_SAID_STEMS] = {0};
  u32 aAt[NEWS_SAID_STEMS], i, nOf, n = 0;
  for( i = 0; i < p->nStem; i++ ) aAt[p->aStem[i].iAt] = i;
  for( i = 0; i < p->nStem; i++ ) {
    if( p->aStem[aAt[i]].w >= SAID_HEAVY ) ap[n++] = &p->aStem[aAt[i]];
  }
  for( i = 0; i + 1 < n; i++ ) {
    u32 w = ap[i]->w;
    for( nOf = 1; nOf < SAID_ROW && i + nOf < n; nOf++ ) {
      if( w >= SAID_RARER && nOf >= SAID_ROW_LEAST ) break;
      w += ap[i + nOf]->w;
    }
    if( w < SAID_RARER || nOf < SAID_ROW_LEAST ) continue;
    saidPut(pKeys, SAID_LOCAL, nOf * 1024 - w,
            saidKey(SAID_OF_RARE, &ap[i], nOf));
  }
}

/* Its rarest stems: how many. */
static u32 saidTop(const NewsSaid *p, const NewsSaidStem **ap) {
  u32 i, n = 0;
  for( i = 0; i < p->nStem && n < SAID_TOP; i++ ) ap[n++] = &p->aStem[i];
  return n;
}

/* Pairs of a short statement that are no keys yet. */
static u32 saidShort(const NewsSaidStem *const *ap, u32 n, u32 *aKey) {
  u32 i, j, nKey = 0;
  for( i = 0; i < NEWS_MIN(n, SAID_FIRST); i++ ) {
    for( j = i + 1; j < NEWS_MIN(n, SAID_FIRST); j++ ) {
      const NewsSaidStem *a2[2] = {ap[i], ap[j]};
      if( ap[i]->w + ap[j]->w >= SAID_RARE ) continue;
      aKey[nKey++] = saidKey(SAID_OF_SHORT, a2, 2);
    }
  }
  return nKey;
}

/* Drop what is there twice: hashes may agree. */
static u32 saidOnce(u32 *aKey, u32 n) {
  u32 i, j, nKey = 0;
  for( i = 0; i < n; i++ ) {
    for( j = 0; j < nKey && aKey[j] != aKey[i]; j++ ) {
    }
    if( j == nKey ) aKey[nKey++] = aKey[i];
  }
  return nKey;
}

u32 newsSaidSelf(const NewsSaid *p) {
  return newsHashPair(SAID_OF_SELF, (u32)(p->iText ^ p->iText >> 32));
}

/* Of the speaker of one that says little, and of its days two, of which two
** that are published within NEWS_SAID_SOON have one in common. */
static u32 saidStockBy(const NewsSaid *p, u32 *aKey) {
  u32 key = newsHashPair(SAID_OF_STOCK, p->iWho), iDay;
  if( p->iWho == 0 ) return 0;
  aKey[0] = key;
  if( p->iWhen == NEWS_SAID_UNDATED ) return 1;
  iDay = (u32)(((u64)p->iWhen + ((u64)1 << 62)) / NEWS_SAID_SOON);
  aKey[0] = newsHashPair(key, iDay);
  aKey[1] = newsHashPair(key, iDay + 1);
  return 2;
}

/* ... and of what stands around it. */
static u32 saidStock(const NewsSaid *p, u32 *aKey) {
  u32 i, n = saidStockBy(p, aKey);
  u32 key = newsHashPair(SAID_OF_SCENE, p->iWords);
  for( i = 0; i < NEWS_SAID_AROUND && p->aAround[i]; i++ ) {
    aKey[n++] = newsHashPair(key, p->aAround[i]);
  }
  return saidOnce(aKey, n);
}

u32 newsSaidKeys(const NewsSaid *p, u32 *aKey) {
  const NewsSaidStem *apTop[SAID_TOP], *apAll[NEWS_SAID_STEMS] = {0};
  SaidKeys keys, local;
  u32 i, n = 0, nTop = saidTop(p, apTop);
  if( p->bStock ) return saidStock(p, aKey);
  keys.n = local.n = 0;
  saidRare(apTop, nTop, &keys);
  for( i = 0; i < keys.n; i++ ) aKey[n++] = keys.a[i].key;
  if( p->nStem > SAID_TOP ) saidLocal(p, &local);
  for( i = 0; i < local.n; i++ ) aKey[n++] = local.a[i].key;
  if( p->nWord <= SAID_SHORT || keys.n < SAID_FEW ) {
    n += saidShort(apTop, nTop, &aKey[n]);
    for( i = 0; i < p->nStem; i++ ) apAll[i] = &p->aStem[i];
    aKey[n++] = saidKey(SAID_OF_ALL, apAll, p->nStem);
  }
  return saidOnce(aKey, n);
}

/*---------------------------------------------------------------- comparing */

int newsSaidMeets(const NewsSaid *pa, const NewsSaid *pb) {
  u32 a[NEWS_SAID_KEYS], b[NEWS_SAID_KEYS], i, j;
  u32 na = newsSaidKeys(pa, a), nb = newsSaidKeys(pb, b);
  for( i = 0; i < na; i++ ) {
    for( j = 0; j < nb; j++ ) {
      if( a[i] == b[j] ) return 1;
    }
  }
  return 0;
}

/* Whether as much is enough for two statements of such weights. */
static int saidEnough(u32 both, u32 wa, u32 wb) {
  return both >= SAID_BOTH && both * 100 >= NEWS_MIN(wa, wb) * SAID_OF_LESS &&
         both * 100 >= NEWS_MAX(wa, wb) * SAID_OF_MORE;
}

int newsSaidNear(const NewsSaid *pa, const NewsSaid *pb) {
  u32 i, j, wa = 0, wb = 0, both = 0;
  if( pa->bStock || pb->bStock ) return pa->iWords == pb->iWords;
  for( j = 0; j < pb->nStem; j++ ) wb += pb->aStem[j].w;
  for( i = 0; i < pa->nStem; i++ ) {
    wa += pa->aStem[i].w;
    for( j = 0; j < pb->nStem; j++ ) {
      if( pb->aStem[j].stem != pa->aStem[i].stem ) continue;
      both += NEWS_MIN(pa->aStem[i].w, pb->aStem[j].w);
      break;
    }
  }
  return saidEnough(both, wa, wb);
}

/* Of 16 bits, and not 0. */
static u16 saidShorter(u32 stem) {
  u32 h = (stem ^ stem >> 16) & 0xffff;
  return (u16)(h ? h : 1);
}

void newsSaidSketch(const NewsSaid *p, NewsSaidSketch *pSketch) {
  u32 i;
  memset(pSketch, 0, sizeof(*pSketch));
  for( i = 0; i < p->nStem; i++ ) {
    u16 w = p->aStem[i].w;
    pSketch->wAll += w;
    if( i < NEWS_SAID_SKETCH ) {
      pSketch->aStem[i] = saidShorter(p->aStem[i].stem);
    } else {
      pSketch->wRest += w;
    }
  }
}

/* What they have in common is less than what seems so here: other stems may
** have the same hash, and all that is not in the sketch counts. */
int newsSaidFar(const NewsSaid *p, const NewsSaidSketch *pSketch) {
  u32 i, j, w = 0, both = pSketch->wRest;
  if( p->bStock ) return 0; /* By its keys it is near, or there are none */
  for( i = 0; i < p->nStem; i++ ) {
    u16 stem = saidShorter(p->aStem[i].stem), bHas = 0;
    for( j = 0; j < NEWS_SAID_SKETCH; j++ ) bHas |= pSketch->aStem[j] == stem;
    w += p->aStem[i].w;
    if( bHas ) both += p->aStem[i].w;
  }
  return !saidEnough(both, w, pSketch->wAll);
}

/*------------------------------------------------------------------- packing */

/* What bStock and iWho are, and bDenied, as one byte; and the bytes up to the
** stems. */
#define SAID_PLAIN 0
#define SAID_ALONE 1
#define SAID_NAMED 2
#define SAID_SHORT_BY 3
#define SAID_CONTRARY 4 /* A bit more */
#define SAID_BYTES 11   /* Up to iWho */
#define SAID_WHO 5      /* iWho and cGiven */
#define SAID_LITTLE (12 + 2 * NEWS_SAID_AROUND)
static const u8 aSaidHead[] = {SAID_BYTES, SAID_BYTES + SAID_LITTLE,
                               SAID_BYTES + SAID_WHO + SAID_LITTLE,
                               SAID_BYTES + SAID_WHO};

/* What only one that says little has. */
static u8 *saidPackLittle(const NewsSaid *p, u8 *a) {
  u32 i;
  newsPut4(a, (u32)p->iWhen);
  newsPut4(&a[4], (u32)((u64)p->iWhen >> 32));
  newsPut4(&a[8], p->iWords);
  for( i = 0, a += 12; i < NEWS_SAID_AROUND; i++ ) {
    *a++ = (u8)p->aAround[i];
    *a++ = (u8)(p->aAround[i] >> 8);
  }
  return a;
}

static const u8 *saidUnpackLittle(NewsSaid *p, const u8 *a) {
  u32 i;
  p->iWhen = (i64)((u64)newsGet4(&a[4]) << 32 | newsGet4(a));
  p->iWords = newsGet4(&a[8]);
  for( i = 0, a += 12; i < NEWS_SAID_AROUND; i++, a += 2 ) {
    p->aAround[i] = (u16)(a[0] | a[1] << 8);
  }
  return a;
}

/* iText (8 bytes), nWord (2), SAID_PLAIN ... (1), plus SAID_CONTRARY; where a
** speaker is named iWho (4) and cGiven (1); of what says little iWhen (8),
** iWords (4) and aAround (2 each); then stem (4), weight (1) and place (1) of
** each; low bytes first. */
u32 newsSaidPack(const NewsSaid *p, u8 *a) {
  u8 *pOut = &a[SAID_BYTES];
  u32 i;
  newsPut4(a, (u32)p->iText);
  newsPut4(&a[4], (u32)(p->iText >> 32));
  a[8] = (u8)p->nWord;
  a[9] = (u8)(p->nWord >> 8);
  a[10] = p->bStock ? (p->iWho ? SAID_NAMED : SAID_ALONE)
                    : (p->iWho ? SAID_SHORT_BY : SAID_PLAIN);
  if( p->bDenied ) a[10] |= SAID_CONTRARY;
  if( p->iWho ) {
    newsPut4(pOut, p->iWho);
    pOut[4] = (u8)p->cGiven;
    pOut += SAID_WHO;
  }
  if( p->bStock ) pOut = saidPackLittle(p, pOut);
  for( i = 0; i < p->nStem; i++, pOut += 6 ) {
    newsPut4(pOut, p->aStem[i].stem);
    pOut[4] = p->aStem[i].w;
    pOut[5] = p->aStem[i].iAt;
  }
  return (u32)(pOut - a);
}

/* The bytes before the stems of n packed ones; 0 where they are not such. */
static u32 saidHead(const u8 *a, u32 n) {
  u32 e = n >= SAID_BYTES ? a[10] & ~SAID_CONTRARY : NEWS_COUNT(aSaidHead);
  u32 nHead = e < NEWS_COUNT(aSaidHead) ? aSaidHead[e] : 0;
  if( n < nHead || n > nHead + 6 * NEWS_SAID_STEMS || (n - nHead) % 6 ) {
    return 0;
  }
  return nHead;
}

int newsSaidUnpack(const u8 *a, u32 n, NewsSaid *p) {
  u32 i, mPlace = 0, nHead = saidHead(a, n);
  const u8 *pIn = &a[SAID_BYTES];
  u8 eHead;
  if( nHead == 0 ) return 0;
  memset(p, 0, sizeof(*p));
  eHead = a[10] & ~SAID_CONTRARY;
  p->iText = (u64)newsGet4(&a[4]) << 32 | newsGet4(a);
  p->nWord = a[8] | (u32)a[9] << 8;
  p->bStock = eHead == SAID_ALONE || eHead == SAID_NAMED;
  p->bDenied = a[10] != eHead;
  if( eHead == SAID_NAMED || eHead == SAID_SHORT_BY ) {
    p->iWho = newsGet4(pIn);
    p->cGiven = (char)pIn[4];
    pIn += SAID_WHO;
  }
  if( p->bStock ) pIn = saidUnpackLittle(p, pIn);
  p->nStem = (n - nHead) / 6;
  for( i = 0; i < p->nStem; i++, pIn += 6 ) {
    p->aStem[i].stem = newsGet4(pIn);
    p->aStem[i].w = pIn[4];
    p->aStem[i].iAt = pIn[5];
    if( pIn[5] >= p->nStem || (mPlace >> pIn[5] & 1) ) return 0;
    mPlace |= 1u << pIn[5];
  }
  return 1;
}
