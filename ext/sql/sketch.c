/*
** sketch.c: see sketch.h.
*/
#include "sql/sketch.h"

#include "similarity/bag.h"
#include "sql/list.h"

#define SKETCH_FIRST 1024 /* Slots, a power of two as NEWS_SKETCH_MOST */

typedef struct SketchSlot SketchSlot;
struct SketchSlot {
  u32 iId; /* 0: empty */
  NewsSaidSketch sketch;
};

struct NewsSketches {
  NewsHold hold;
  u32 nSlot;
  u32 nUsed;
  SketchSlot *a; /* Owned */
};

static void sketchClear(NewsSketches *p) {
  sqlite3_free(p->a);
  p->a = 0;
  p->nSlot = p->nUsed = 0;
}

void newsSketchesFree(NewsSketches *p) {
  if( p ) sketchClear(p);
  sqlite3_free(p);
}

/* n empty slots, into which those that are there go. */
static void sketchGrow(NewsStore *pStore, NewsSketches *p, u32 n) {
  SketchSlot *aNew = newsBagAlloc(&pStore->arena, n * (u64)sizeof(*aNew));
  u32 i;
  if( aNew == 0 ) return;
  for( i = 0; i < p->nSlot; i++ ) {
    if( p->a[i].iId ) aNew[p->a[i].iId & (n - 1)] = p->a[i];
  }
  sqlite3_free(p->a);
  p->a = aNew;
  p->nSlot = n;
}

/* The table, which holds; NULL after an error. */
static NewsSketches *sketchOpen(NewsStore *pStore) {
  NewsSketches *p = pStore->pSketch;
  if( p == 0 ) p = pStore->pSketch = newsBagAlloc(&pStore->arena, sizeof(*p));
  if( !newsListsHold(pStore, p ? &p->hold : 0, 0) ) sketchClear(p);
  if( p == 0 ) return 0;
  if( p->nSlot == 0 ) {
    sketchGrow(pStore, p, SKETCH_FIRST);
  } else if( p->nUsed > p->nSlot / 4 * 3 && p->nSlot < NEWS_SKETCH_MOST ) {
    sketchGrow(pStore, p, 2 * p->nSlot);
  }
  return newsStoreOk(pStore) ? p : 0;
}

void newsSketchPut(NewsStore *pStore, u32 iId, const NewsSaid *pSaid) {
  NewsSketches *p = sketchOpen(pStore);
  SketchSlot *pSlot;
  if( p == 0 ) return;
  pSlot = &p->a[iId & (p->nSlot - 1)];
  p->nUsed += pSlot->iId == 0;
  pSlot->iId = iId;
  newsSaidSketch(pSaid, &pSlot->sketch);
}

int newsSketchFar(NewsStore *pStore, u32 iId, const NewsSaid *pSaid) {
  NewsSketches *p = sketchOpen(pStore);
  const SketchSlot *pSlot;
  if( p == 0 ) return 0;
  pSlot = &p->a[iId & (p->nSlot - 1)];
  return pSlot->iId == iId && newsSaidFar(pSaid, &pSlot->sketch);
}
