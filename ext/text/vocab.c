/*
** vocab.c: see vocab.h.
*/
#include "text/vocab.h"

#include "base/hash.h"

u32 newsVocabFind(const NewsVocab *p, const u8 *z, u32 n, u32 hash) {
  u32 i = hash & (p->nSlot - 1);
  while( p->aSlot[i] ) {
    const NewsWord *pWord = &p->aWord[p->aSlot[i]];
    if( pWord->nForm == n && memcmp(&p->zPool[pWord->oForm], z, n) == 0 ) {
      return p->aSlot[i];
    }
    i = (i + 1) & (p->nSlot - 1);
  }
  return 0;
}

u32 newsVocabStep(const NewsVocab *p, u32 iState, u32 hash) {
  u32 key = newsHashPair(iState, hash);
  u32 i = key & (p->nStep - 1);
  while( p->aStep[i].iTo ) {
    if( p->aStep[i].key == key && p->aStep[i].iFrom == iState ) {
      return p->aStep[i].iTo;
    }
    i = (i + 1) & (p->nStep - 1);
  }
  return 0;
}
