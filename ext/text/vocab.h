/*
** vocab.h: the form in which a vocabulary is handed to the text engine.
**
** The text engine looks every word up as it reads it, but does not know
** where the words come from: it is given a NewsVocab. The one of this
** extension is made by the build from the tables in ext/lexicon.
**
** Words are ordered by how frequent they are.  The first thousand, which are
** three of four in a report, have a table of their own, aHot, small enough to
** stay in the cache; all others are in aSlot.  Both are open hash tables (of a
** power of two slots, linear probing from the hash of the folded form): below,
** an index into aWord, above, the upper half of the hash; 0 for an empty slot.
**
** A word has three sets of classes: those of forms that the tables write in
** lower case hold for every token; those written with a capital only for a
** token with a capital ("May", "Turkey"); those written in capitals only
** for such a token, for which they replace the others ("US" against "us").
**
** Phrases are a graph over the hashes of their words, a trie whose equal
** branches are one, held as a table from (state, hash) to state: aStep, nStep a
** power of two, key as from newsHashPair(). State 0 is the root. aEnd[state] is
** the aWord index of the phrase that ends there, or 0. Most pairs of words are
** in no phrase: aMaybe, nMaybe numbers (a power of two), is a Bloom filter
** small enough to stay in the cache: the bits of newsVocabBits() are set in the
** number that the low bits of a key tell, for every key that is there.
*/
#ifndef NEWS_VOCAB_H
#define NEWS_VOCAB_H

#include "base/base.h"

/* Classes of a word, bits NEWS_LEX_...; words with the same share one. */
typedef struct NewsClasses NewsClasses;
struct NewsClasses {
  u64 mAny;   /* Of every token of this form */
  u64 mCap;   /* Of one that begins with a capital */
  u64 mUpper; /* Of one all in capitals, instead of the others */
};

/* A word, in twelve bytes: there are tens of thousands. */
typedef struct NewsWord NewsWord;
struct NewsWord {
  u32 oForm : 20;    /* The folded form in zPool, zero-terminated */
  u32 iClasses : 12; /* In aClasses */
  u32 oValue : 20;   /* What it stands for in zPool: lemma, full name */
  u32 nForm : 8;     /* Length of the folded form in bytes */
  u32 weight : 4;    /* 0..9: how much the word alone tells */
  u16 iStart;        /* State after it as the first of a phrase, or 0 */
};

typedef struct NewsStep NewsStep;
struct NewsStep {
  u32 key;   /* newsHashPair(iFrom, hash of the word) */
  u16 iFrom; /* State before the word */
  u16 iTo;   /* State after it; 0 for an empty slot */
};

typedef struct NewsVocab NewsVocab;
struct NewsVocab {
  const NewsWord *aWord; /* aWord[0] is the word without classes */
  const NewsClasses *aClasses;
  const u32 *aHot;
  const u32 *aSlot;
  const NewsStep *aStep;
  const u64 *aMaybe;
  const u16 *aEnd;
  const char *zPool; /* Eight bytes more than its strings */
  u32 nWord, nHot, nSlot, nStep, nMaybe, nState;
};

/* The classes of a word. */
static inline const NewsClasses *newsVocabClasses(const NewsVocab *p,
                                                  u32 iWord) {
  return &p->aClasses[p->aWord[iWord].iClasses];
}

/* Eight bytes as a number, the first in its low bits. */
static inline u64 newsVocabLoad(const u8 *z) {
  return z[0] | (u64)z[1] << 8 | (u64)z[2] << 16 | (u64)z[3] << 24 |
         (u64)z[4] << 32 | (u64)z[5] << 40 | (u64)z[6] << 48 | (u64)z[7] << 56;
}

/* The first n of them. */
static inline u64 newsVocabCut(u64 head, u32 n) {
  return n < 8 ? head & (((u64)1 << 8 * n) - 1) : head;
}

/* The first eight bytes of a form, or the n there are, as a number. */
static inline u64 newsVocabHead(const u8 *z, u32 n) {
  u64 head = 0;
  u32 i;
  for( i = 0; i < n && i < 8; i++ ) head |= (u64)z[i] << 8 * i;
  return head;
}

/* Index in aWord of a folded form with this hash, or 0. The caller of the
** second knows its head. */
u32 newsVocabFindHead(const NewsVocab *p, const u8 *z, u32 n, u64 head,
                      u32 hash);
static inline u32 newsVocabFind(const NewsVocab *p, const u8 *z, u32 n,
                                u32 hash) {
  return newsVocabFindHead(p, z, n, newsVocabHead(z, n), hash);
}

/* Bytes of a small word that is the beginning of a name, with its hyphen, at
** the beginning of a folded form: 3 of "al-rashid". 0 if there is none. */
u32 newsVocabArticle(const NewsVocab *p, const u8 *z, u32 n);

/* A word with this hash will be asked for: fetch what that needs. */
static inline void newsVocabExpect(const NewsVocab *p, u32 hash) {
  __builtin_prefetch(&p->aSlot[hash & (p->nSlot - 1)]);
}

/* Bits of a key in the filter, by other bits than those that find a number. */
static inline u64 newsVocabBits(u32 key) {
  return (u64)1 << (key >> 26) | (u64)1 << (key >> 20 & 63) |
         (u64)1 << (key >> 14 & 63);
}

/* State after a word, 0 if no phrase goes on so. */
u32 newsVocabStep(const NewsVocab *p, u32 iState, u32 hash);

#endif /* NEWS_VOCAB_H */
