/*
** bag.c: see bag.h.
*/
#include "similarity/bag.h"

/* The slots are cleared when the first key comes: many a bag gets none. */
void newsBagInit(NewsBag *p, NewsArena *pArena) {
  memset(p, 0, offsetof(NewsBag, aUsed));
  p->pArena = pArena;
  p->aSlot = p->aSmall;
}

void newsBagFree(NewsBag *p) {
  if( p->aSlot != p->aSmall ) sqlite3_free(p->aSlot);
  p->aSlot = 0;
}

static u32 bagFind(const NewsBagSlot *aSlot, u32 nSlot, u32 key) {
  u32 i = (u32)((key * 0x9e3779b97f4a7c15u) >> 32);
  for( ;; i++ ) {
    i &= nSlot - 1;
    if( aSlot[i].key == key || aSlot[i].key == 0 ) return i;
  }
}

#define BAG_FEW 2048       /* Slots from which growth is slower */
#define BAG_STEP (1 << 20) /* Bytes cleared between two ticks */

static void bagClear(NewsArena *pArena, u8 *a, u64 nByte) {
  u64 i;
  for( i = 0; i < nByte; i += BAG_STEP ) {
    memset(&a[i], 0, (size_t)NEWS_MIN(nByte - i, BAG_STEP));
    newsArenaTick(pArena, NEWS_MIN(nByte - i, BAG_STEP) / 32);
  }
}

void *newsBagAlloc(NewsArena *pArena, u64 nByte) {
  void *pNew = pArena->rc ? 0 : sqlite3_malloc64(NEWS_MAX(nByte, 8));
  if( pNew ) {
    bagClear(pArena, pNew, nByte);
  } else if( pArena->rc == SQLITE_OK ) {
    pArena->rc = SQLITE_NOMEM;
  }
  return pNew;
}

/* A table of nSlot slots takes the place of the present one; of 0, the first
** does. */
static void bagResize(NewsBag *p, u64 nSlot) {
  NewsBagSlot *aNew;
  u32 i;
  if( nSlot == 0 ) {
    memset(p->aSmall, 0, sizeof(p->aSmall));
    p->nSlot = NEWS_BAG_SMALL;
    return;
  }
  if( nSlot > 0x40000000 ) {
    p->pArena->rc = SQLITE_NOMEM;
    return;
  }
  aNew = newsBagAlloc(p->pArena, nSlot * sizeof(NewsBagSlot));
  if( aNew == 0 ) return;
  for( i = 0; i < p->nSlot; i++ ) {
    if( (i & 4095) == 0 &&
        newsArenaTick(p->pArena, 2 * (i64)NEWS_MIN(p->nSlot - i, 4096)) ) {
      break;
    }
    if( p->aSlot[i].key == 0 ) continue;
    aNew[bagFind(aNew, (u32)nSlot, p->aSlot[i].key)] = p->aSlot[i];
  }
  if( p->aSlot != p->aSmall ) sqlite3_free(p->aSlot);
  p->aSlot = aNew;
  p->nSlot = (u32)nSlot;
}

NewsBagSlot *newsBagAdd(NewsBag *p, u32 key, int iText, u32 nTimes) {
  NewsBagSlot *pSlot;
  if( p->nUsed >= p->nSlot / 2 && p->pArena->rc == SQLITE_OK ) {
    bagResize(p, (u64)p->nSlot * (p->nSlot < BAG_FEW ? 4 : 2));
  }
  if( p->pArena->rc ) return 0;
  if( key == 0 ) key = 1;
  pSlot = &p->aSlot[bagFind(p->aSlot, p->nSlot, key)];
  if( pSlot->key == 0 ) {
    pSlot->key = key;
    if( p->aSlot == p->aSmall ) p->aUsed[p->nUsed] = (u8)(pSlot - p->aSlot);
    p->nUsed++;
  }
  if( pSlot->an[iText] == 0 ) {
    p->anKey[iText]++;
    p->nBoth += pSlot->an[1 - iText] > 0;
  }
  pSlot->an[iText] += NEWS_MIN(nTimes, 0xffffffff - pSlot->an[iText]);
  return pSlot;
}

NewsBagSlot *newsBagFind(const NewsBag *p, u32 key) {
  NewsBagSlot *pSlot;
  if( p->nUsed == 0 ) return 0;
  pSlot = &p->aSlot[bagFind(p->aSlot, p->nSlot, key ? key : 1)];
  return pSlot->key ? pSlot : 0;
}

void newsBagEmpty(NewsBag *p) {
  u32 i;
  if( p->aSlot != p->aSmall ) {
    bagClear(p->pArena, (u8 *)p->aSlot, (u64)p->nSlot * sizeof(NewsBagSlot));
  } else {
    for( i = 0; i < p->nUsed; i++ ) {
      memset(&p->aSlot[p->aUsed[i]], 0, sizeof(NewsBagSlot));
    }
  }
  p->nUsed = 0;
  p->anKey[0] = p->anKey[1] = 0;
  p->nBoth = 0;
}
