/*
** idset.c: see idset.h.
*/
#include "sql/idset.h"

#include "base/hash.h"

void newsIdSetFree(NewsIdSet *p) {
  newsVecFree(&p->vId);
  sqlite3_free(p->aSlot);
  memset(p, 0, sizeof(*p));
}

/* The slot of an id, or the empty one where it would be. */
static u32 idSlot(const NewsIdSet *p, i64 iId) {
  u32 i = newsHashPair((u32)iId, (u32)((u64)iId >> 32)) & (p->nSlot - 1);
  while( p->aSlot[i] && ((const i64 *)p->vId.a)[p->aSlot[i] - 1] != iId ) {
    i = (i + 1) & (p->nSlot - 1);
  }
  return i;
}

/* Make room: half of the slots stay empty. */
static void idGrow(NewsArena *pArena, NewsIdSet *p) {
  u32 i, nSlot = p->nSlot ? p->nSlot * 2 : 64;
  u32 *aSlot = sqlite3_malloc64(nSlot * sizeof(u32));
  if( aSlot == 0 ) {
    if( pArena->rc == SQLITE_OK ) pArena->rc = SQLITE_NOMEM;
    return;
  }
  memset(aSlot, 0, nSlot * sizeof(u32));
  sqlite3_free(p->aSlot);
  p->aSlot = aSlot;
  p->nSlot = nSlot;
  for( i = 0; i < p->vId.n; i++ ) {
    p->aSlot[idSlot(p, ((const i64 *)p->vId.a)[i])] = i + 1;
  }
}

int newsIdSetHas(const NewsIdSet *p, i64 iId) {
  return p->nSlot && p->aSlot[idSlot(p, iId)];
}

u32 newsIdSetAdd(NewsArena *pArena, NewsIdSet *p, i64 iId, int *pbNew) {
  u32 iSlot;
  i64 *pNew;
  *pbNew = 0;
  if( p->vId.n >= p->nSlot / 2 ) idGrow(pArena, p);
  if( pArena->rc ) return 0;
  iSlot = idSlot(p, iId);
  if( p->aSlot[iSlot] ) return p->aSlot[iSlot] - 1;
  pNew = newsVecPush(&p->vId, pArena, sizeof(i64));
  if( pNew == 0 ) return 0;
  *pNew = iId;
  *pbNew = 1;
  p->aSlot[iSlot] = p->vId.n;
  return p->vId.n - 1;
}
