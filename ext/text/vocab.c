/*
** vocab.c: see vocab.h.
*/
#include "text/vocab.h"

#include "base/hash.h"

/* Whether a word has this form of n bytes. */
static inline int vocabIs(const NewsVocab *p, const NewsWord *pWord,
                          const u8 *z, u32 n, u64 head) {
  const u8 *zForm = (const u8 *)&p->zPool[pWord->oForm];
  if( pWord->nForm != n || newsVocabCut(newsVocabLoad(zForm), n) != head ) {
    return 0;
  }
  return n <= 8 || memcmp(&zForm[8], &z[8], n - 8) == 0;
}

/* The same in one table. */
static inline u32 vocabFindIn(const NewsVocab *p, const u32 *aSlot, u32 nSlot,
                              const u8 *z, u32 n, u64 head, u32 hash) {
  u32 i = hash & (nSlot - 1), slot;
  while( (slot = aSlot[i]) != 0 ) {
    if( ((slot ^ hash) & ~0xffffu) == 0 &&
        vocabIs(p, &p->aWord[slot & 0xffff], z, n, head) ) {
      return slot & 0xffff;
    }
    i = (i + 1) & (nSlot - 1);
  }
  return 0;
}

u32 newsVocabFindHead(const NewsVocab *p, const u8 *z, u32 n, u64 head,
                      u32 hash) {
  u32 iWord = vocabFindIn(p, p->aHot, p->nHot, z, n, head, hash);
  return iWord ? iWord : vocabFindIn(p, p->aSlot, p->nSlot, z, n, head, hash);
}

u32 newsVocabArticle(const NewsVocab *p, const u8 *z, u32 n) {
  const u8 *zDash = memchr(z, '-', n);
  u32 nFirst = zDash ? (u32)(zDash - z) + 1 : 0;
  if( nFirst == 0 || nFirst + 2 > n ) return 0;
  return newsVocabFind(p, z, nFirst, newsHash(z, nFirst)) ? nFirst : 0;
}

u32 newsVocabStep(const NewsVocab *p, u32 iState, u32 hash) {
  u32 key = newsHashPair(iState, hash);
  u32 i = key & (p->nStep - 1);
  u64 mBits = newsVocabBits(key);
  if( (p->aMaybe[key & (p->nMaybe - 1)] & mBits) != mBits ) return 0;
  while( p->aStep[i].iTo ) {
    if( p->aStep[i].key == key && p->aStep[i].iFrom == iState ) {
      return p->aStep[i].iTo;
    }
    i = (i + 1) & (p->nStep - 1);
  }
  return 0;
}
