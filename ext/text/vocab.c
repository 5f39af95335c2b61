/*
** vocab.c: see vocab.h.
*/
#include "text/vocab.h"

#include "base/hash.h"

u32 newsVocabFind(const NewsVocab *p, const u8 *z, u32 n, u32 hash) {
  u32 i = hash & (p->nSlot - 1), slot;
  while( (slot = p->aSlot[i]) != 0 ) {
    if( ((slot ^ hash) & ~0xffffu) == 0 ) {
      const NewsWord *pWord = &p->aWord[slot & 0xffff];
      if( pWord->nForm == n && memcmp(&p->zPool[pWord->oForm], z, n) == 0 ) {
        return slot & 0xffff;
      }
    }
    i = (i + 1) & (p->nSlot - 1);
  }
  return 0;
}

u32 newsVocabStep(const NewsVocab *p, u32 iState, u32 hash) {
  u32 key = newsHashPair(iState, hash);
  u32 i = key & (p->nStep - 1), iBit = key & (p->nMaybe - 1);
  if( (p->aMaybe[iBit / 8] & (1 << (iBit % 8))) == 0 ) return 0;
  while( p->aStep[i].iTo ) {
    if( p->aStep[i].key == key && p->aStep[i].iFrom == iState ) {
      return p->aStep[i].iTo;
    }
    i = (i + 1) & (p->nStep - 1);
  }
  return 0;
}
