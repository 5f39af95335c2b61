/*
** anchor.c: see anchor.h.
*/
#include "sql/anchor.h"

#include "similarity/bag.h"
#include "sql/list.h"

#define ANCHOR_SLOTS 32768 /* A power of two: more than have room */

/* Slots are taken by the lowest bits of ids, and taken over by who comes
** last. */
typedef struct AnchorOf AnchorOf;
struct AnchorOf {
  u32 iSerial; /* 0: none */
  u32 iEvent;
};

struct NewsAnchors {
  NewsHold hold;
  i64 nByte; /* Of all events */
  AnchorOf aOf[ANCHOR_SLOTS];
  NewsAnchored *apEvent[ANCHOR_SLOTS]; /* NULL: none. Owned */
};

static void anchorClear(NewsAnchors *p) {
  u32 i;
  for( i = 0; i < ANCHOR_SLOTS && p->nByte > 0; i++ ) {
    if( p->apEvent[i] == 0 ) continue;
    p->nByte -= (i64)newsAnchorBytes(p->apEvent[i]->n);
    sqlite3_free(p->apEvent[i]);
    p->apEvent[i] = 0;
  }
}

void newsAnchorsFree(NewsAnchors *p) {
  if( p ) anchorClear(p);
  sqlite3_free(p);
}

/* Those that hold; NULL where there are none. */
static NewsAnchors *anchorOpen(NewsStore *pStore) {
  NewsAnchors *p = pStore->pAnchor;
  if( !newsListsHold(pStore, p ? &p->hold : 0, 1) ) anchorClear(p);
  return p && newsStoreOk(pStore) ? p : 0;
}

const NewsAnchored *newsAnchorEvent(NewsStore *pStore, i64 iEvent) {
  NewsAnchors *p = anchorOpen(pStore);
  const NewsAnchored *pEvent;
  if( p == 0 ) return 0;
  pEvent = p->apEvent[iEvent & (ANCHOR_SLOTS - 1)];
  return pEvent && pEvent->iEvent == iEvent ? pEvent : 0;
}

/* That a serial was once an anchor of an event does not tell that it is: the
** event does. */
const NewsAnchored *newsAnchorOf(NewsStore *pStore, i64 iSerial) {
  NewsAnchors *p = anchorOpen(pStore);
  const NewsAnchored *pEvent;
  const AnchorOf *pOf;
  u32 i;
  if( p == 0 ) return 0;
  pOf = &p->aOf[iSerial & (ANCHOR_SLOTS - 1)];
  if( pOf->iSerial != iSerial ) return 0;
  pEvent = newsAnchorEvent(pStore, pOf->iEvent);
  for( i = 0; pEvent && i < pEvent->n; i++ ) {
    if( pEvent->a[i].iSerial == iSerial ) return pEvent;
  }
  return 0;
}

void newsAnchorDrop(NewsStore *pStore, i64 iEvent) {
  NewsAnchors *p = anchorOpen(pStore);
  NewsAnchored **ppEvent;
  if( p == 0 ) return;
  ppEvent = &p->apEvent[iEvent & (ANCHOR_SLOTS - 1)];
  if( *ppEvent == 0 ) return;
  p->nByte -= (i64)newsAnchorBytes((*ppEvent)->n);
  sqlite3_free(*ppEvent);
  *ppEvent = 0;
}

void newsAnchorPut(NewsStore *pStore, const NewsAnchored *pEvent) {
  size_t nByte = newsAnchorBytes(pEvent->n);
  NewsAnchored *pNew;
  NewsAnchors *p;
  u32 i;
  if( pEvent->iEvent < 0 || pEvent->iEvent > 0xffffffff ) return;
  if( pStore->pAnchor == 0 ) {
    pStore->pAnchor = newsBagAlloc(&pStore->arena, sizeof(*p));
  }
  newsAnchorDrop(pStore, pEvent->iEvent);
  p = anchorOpen(pStore);
  if( p == 0 ) return;
  if( p->nByte + (i64)nByte > NEWS_ANCHOR_BYTES ) anchorClear(p);
  pNew = sqlite3_malloc64(nByte);
  if( pNew == 0 ) {
    newsStoreFail(pStore, SQLITE_NOMEM, 0);
    return;
  }
  memcpy(pNew, pEvent, nByte);
  p->nByte += (i64)nByte;
  p->apEvent[pEvent->iEvent & (ANCHOR_SLOTS - 1)] = pNew;
  for( i = 0; i < pEvent->n; i++ ) {
    u32 iSerial = (u32)pEvent->a[i].iSerial;
    AnchorOf of = {iSerial, (u32)pEvent->iEvent};
    p->aOf[iSerial & (ANCHOR_SLOTS - 1)] = of;
  }
}
