/*
** recall.c: see recall.h.
*/
#include "sql/recall.h"

#include "similarity/bag.h"
#include "similarity/say.h"
#include "sql/list.h"

typedef struct Recall Recall;
struct Recall {
  NewsNode node; /* Its scene is 0 */
  NewsScene scene;
  NewsVec vWord; /* of NewsSayWord; none where they are not kept */
};

struct NewsRecalls {
  NewsHold hold;
  u32 nUsed;                     /* Slots that are */
  Recall *ap[NEWS_RECALL_SLOTS]; /* NULL: none. Owned */
};

/* Empty a slot. */
static void recallFree(NewsRecalls *p, Recall **pp) {
  if( *pp == 0 ) return;
  newsVecFree(&(*pp)->vWord);
  sqlite3_free(*pp);
  *pp = 0;
  p->nUsed--;
}

static void recallClear(NewsRecalls *p) {
  u32 i;
  for( i = 0; i < NEWS_RECALL_SLOTS && p->nUsed > 0; i++ ) {
    recallFree(p, &p->ap[i]);
  }
}

void newsRecallsFree(NewsRecalls *p) {
  if( p ) recallClear(p);
  sqlite3_free(p);
}

/* Those that hold; NULL where there are none. */
static NewsRecalls *recallOpen(NewsStore *pStore) {
  NewsRecalls *p = pStore->pRecall;
  if( !newsListsHold(pStore, p ? &p->hold : 0, 1) ) recallClear(p);
  return p && newsStoreOk(pStore) ? p : 0;
}

static Recall *recallOf(NewsStore *pStore, u32 iId) {
  NewsRecalls *p = recallOpen(pStore);
  Recall *pOf = p ? p->ap[iId & (NEWS_RECALL_SLOTS - 1)] : 0;
  return pOf && pOf->node.iId == iId ? pOf : 0;
}

NewsNode *newsRecallNode(NewsStore *p, u32 iId) {
  Recall *pOf = recallOf(p, iId);
  return pOf ? &pOf->node : 0;
}

void newsRecallDropWords(NewsStore *p, u32 iId) {
  Recall *pOf = recallOf(p, iId);
  if( pOf ) newsVecFree(&pOf->vWord);
}

void newsRecallDrop(NewsStore *p, u32 iId) {
  NewsRecalls *pAll = p->pRecall;
  if( recallOf(p, iId) == 0 ) return;
  recallFree(pAll, &pAll->ap[iId & (NEWS_RECALL_SLOTS - 1)]);
}

void newsRecallPut(NewsStore *p, const NewsNode *pNode) {
  NewsRecalls *pAll;
  Recall **pp;
  if( p->pRecall == 0 ) p->pRecall = newsBagAlloc(&p->arena, sizeof(*pAll));
  pAll = recallOpen(p);
  if( pAll == 0 ) return;
  pp = &pAll->ap[pNode->iId & (NEWS_RECALL_SLOTS - 1)];
  recallFree(pAll, pp);
  *pp = newsBagAlloc(&p->arena, sizeof(**pp));
  if( *pp == 0 ) return;
  (*pp)->node = *pNode;
  memset(&(*pp)->node.scene, 0, sizeof((*pp)->node.scene));
  pAll->nUsed++;
}

/* Room for n words in an empty vector. */
static int recallRoom(NewsStore *p, NewsVec *pVec, u32 n) {
  newsVecRoom(pVec, &p->arena, sizeof(NewsSayWord), n);
  return newsStoreOk(p);
}

int newsRecallWords(NewsStore *p, NewsNode *pNode, NewsVec *pWord) {
  Recall *pOf = recallOf(p, pNode->iId);
  u32 n = pOf ? pOf->vWord.n : 0;
  if( n == 0 || pOf->node.iWording != pNode->iWording ) return 0;
  if( !recallRoom(p, pWord, n) ) return 0;
  memcpy(pWord->a, pOf->vWord.a, n * sizeof(NewsSayWord));
  pWord->n = n;
  pNode->scene = pOf->scene;
  return 1;
}

void newsRecallPutWords(NewsStore *p, const NewsNode *pNode,
                        const NewsVec *pWord) {
  Recall *pOf = recallOf(p, pNode->iId);
  if( pOf == 0 || pWord->n == 0 || pWord->n > NEWS_RECALL_WORDS ) return;
  if( pOf->node.iWording != pNode->iWording ) return;
  newsVecFree(&pOf->vWord);
  if( !recallRoom(p, &pOf->vWord, pWord->n) ) return;
  memcpy(pOf->vWord.a, pWord->a, pWord->n * sizeof(NewsSayWord));
  pOf->vWord.n = pWord->n;
  pOf->scene = pNode->scene;
}
