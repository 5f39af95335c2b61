/*
** entityvoice.c: unnamed sources that speak one remark: entity.h.
**
** Rows of @voice: (remark, source) where an unnamed source speaks a direct
** quote with that remark, in words that show who says them (said.h).  Sources
** and remarks are a graph:
**
**     "a senior official" ---- remark 1 ---- "an aide"
**            \---------------- remark 2 ---- "a government official"
**
** What shows no one by itself does so together: two remarks that a source
** speaks are one node, a number below 0 that is made of both; and so is a
** remark in its very words with a description that tells of a land or a body.
** Many may say as much in time, so both hold for reports of the same days. The
** copies of one report have its sources, too, whatever these say: there the
** very same words, in marks or not, are a node with the same description and
** the same reason for being unnamed.
**
** What hangs together is one entity, if none of its sources are foes: two of
** one report, which says that they are two; two that are told apart by how
** they are described (who.h).  Where some are, pairs of sources are joined in
** order of how much they share (then of report and no), unless that would make
** foes one.  What has more than VOICE_MOST sources is one entity in
** any case, so that a new source need not look at all of it: "large" below.
**
** A change takes up all that hung together with the sources whose remarks
** change, and all that hangs together with them afterwards. But a source that
** goes leaves a large entity as it was, where another one has all that it
** shared.
*/
#include "sql/entity.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/number.h"
#include "similarity/said.h"
#include "similarity/who.h"
#include "sql/idset.h"
#include "sql/schema.h"

#define VOICE_MOST 64  /* Sources that are looked at one by one: bits */
#define VOICE_LINES 6  /* Statements that show no one by themselves, at most */
#define VOICE_LINE 120 /* ... weight of one, at least */
#define VOICE_LINE_WORDS 5 /* ... and its words */
#define VOICE_BOTH 350     /* ... of two together */
#define VOICE_BOTH_WORDS 12
#define VOICE_ALIKE 200 /* ... of one with the same description */
#define VOICE_ALIKE_WORDS 8
#define VOICE_NAMES 4 /* Lands and bodies that are looked at, at most */

#define VOICE_REMARKS 0
#define VOICE_SOURCES 1
#define VOICE_CLEAR 2
#define VOICE_FILL 3
#define VOICE_READ 4
#define VOICE_MEMBERS 5
#define VOICE_BEST 6
#define VOICE_REPORTS 7
#define VOICE_ALL 8
#define VOICE_CALLED 9
#define VOICE_COUNT 10
#define VOICE_RAISE 11
#define VOICE_SAID 12
#define VOICE_DESCRIBED 13
#define VOICE_IS 14
#define VOICE_SPEAKS 15
#define VOICE_REASON 16
#define VOICE_DOUBLE 17
#define VOICE_NAMESAKE 18

static const char *const azVoiceSql[] = {
    "SELECT remark FROM @voice WHERE source = ?1",
    "SELECT source FROM @voice WHERE remark = ?1",
    "DELETE FROM @voice WHERE source = ?1",
    "INSERT OR IGNORE INTO @voice(remark, source) VALUES(?2, ?1)",
    "SELECT report, entity, no FROM @source WHERE id = ?1 AND NOT named",
    "SELECT id, report FROM @source WHERE entity = ?1",
    "SELECT name, kind FROM @source WHERE entity = ?1"
    " ORDER BY length(name) DESC, name, kind LIMIT 1",
    "SELECT n_reports FROM @entity WHERE id = ?1",
    "SELECT id FROM @source WHERE NOT named ORDER BY id",
    "SELECT 1 FROM @entity WHERE id = ?1 AND name = ?2 AND kind = ?3",
    "SELECT count(*) FROM @source WHERE entity = ?1",
    "UPDATE @entity SET (name, kind) ="
    " (SELECT name, kind FROM @source WHERE id = ?2)"
    " WHERE id = ?1 AND EXISTS (SELECT 1 FROM @source s WHERE s.id = ?2 AND"
    " (-length(s.name), s.name, s.kind) <"
    " (-length(@entity.name), @entity.name, @entity.kind))",
    "SELECT w.remark, d.data, w.stamp, q.kind = 'direct'"
    " FROM @quote q CROSS JOIN @wording w CROSS JOIN @said d"
    " WHERE q.source = ?1 AND (?2 OR q.kind = 'direct') AND w.quote = q.id AND"
    " w.remark IS NOT NULL AND d.id = w.said ORDER BY q.id, w.id",
    "SELECT name, affiliation FROM @source WHERE id = ?1",
    "SELECT 1 FROM @voice WHERE source = ?1 AND remark = ?2",
    "SELECT count(*) FROM @voice WHERE source = ?1",
    "SELECT name || char(10) || anonymity FROM @source WHERE id = ?1",
    /* One that has all that a source shares with any */
    "SELECT 1 FROM (SELECT o.source AS other FROM @voice v CROSS JOIN @voice o"
    " WHERE v.source = ?1 AND o.remark = v.remark AND o.source <> ?1 LIMIT 64)"
    " WHERE NOT EXISTS (SELECT 1 FROM @voice v WHERE v.source = ?1 AND"
    " EXISTS (SELECT 1 FROM @voice x WHERE x.remark = v.remark AND"
    " x.source <> ?1) AND NOT EXISTS (SELECT 1 FROM @voice y WHERE"
    " y.remark = v.remark AND y.source = other)) LIMIT 1",
    "SELECT 1 FROM @source s CROSS JOIN @source o WHERE s.id = ?1 AND"
    " o.entity = s.entity AND o.id <> s.id AND o.name = s.name AND"
    " o.kind = s.kind LIMIT 1",
};
NEWS_SET_FITS(azVoiceSql);

static sqlite3_stmt *voiceStmt(NewsStore *p, int i, i64 iId) {
  return newsStoreStmtOf(p, NEWS_SET_VOICE, azVoiceSql, i, iId);
}

/* Append the first column of all rows to a vector of i64. */
static void voiceIds(NewsStore *p, sqlite3_stmt *pStmt, NewsVec *pVec) {
  while( newsStoreStep(p, pStmt) ) {
    i64 *pNew = newsVecPush(pVec, &p->arena, sizeof(i64));
    if( pNew ) *pNew = sqlite3_column_int64(pStmt, 0);
  }
}

/*------------------------------------------------------------------ a graph */

typedef struct VoiceNode VoiceNode;
struct VoiceNode {
  NewsMember m;
  i64 iNo;   /* Its no in the report */
  u32 iLink; /* Its remarks: in vLink */
  u32 nLink;
  u32 iUp; /* Towards one for all that hang together; itself: that one */
};

typedef struct VoiceGraph VoiceGraph;
struct VoiceGraph {
  NewsStore *p;
  const NewsIdSet *pStale; /* Entities to be taken apart; NULL: all are */
  NewsIdSet seed;          /* Sources to begin with */
  NewsIdSet source;        /* Sources met, gone ones too */
  NewsIdSet remark;
  NewsIdSet large; /* Large entities, not looked into */
  NewsVec vNode;   /* of VoiceNode: sources that there are */
  NewsVec vLink;   /* of u32: indexes in remark */
  NewsVec vFirst;  /* of u32: 1 + the first node of each remark; 0: none */
  NewsVec vInto;   /* of u32: 1 + index in large, of each remark; 0: none */
  u32 iNext;       /* Node to be looked at next */
};

static void voiceGraphFree(VoiceGraph *g) {
  newsIdSetFree(&g->seed);
  newsIdSetFree(&g->source);
  newsIdSetFree(&g->remark);
  newsIdSetFree(&g->large);
  newsVecFree(&g->vNode);
  newsVecFree(&g->vLink);
  newsVecFree(&g->vFirst);
  newsVecFree(&g->vInto);
}

static VoiceNode *voiceNode(const VoiceGraph *g, u32 i) {
  return &((VoiceNode *)g->vNode.a)[i];
}

static u32 voiceRoot(const VoiceGraph *g, u32 i) {
  while( voiceNode(g, i)->iUp != i ) {
    i = voiceNode(g, i)->iUp = voiceNode(g, voiceNode(g, i)->iUp)->iUp;
  }
  return i;
}

static void voiceTie(VoiceGraph *g, u32 i, u32 j) {
  i = voiceRoot(g, i);
  j = voiceRoot(g, j);
  voiceNode(g, NEWS_MAX(i, j))->iUp = NEWS_MIN(i, j);
}

/* Whether an entity is large and stays what it is. */
static int voiceIsLarge(VoiceGraph *g, i64 iEntity) {
  if( g->pStale == 0 || newsIdSetHas(g->pStale, iEntity) ) return 0;
  return newsStoreInt(g->p, voiceStmt(g->p, VOICE_REPORTS, iEntity), 0) >
         VOICE_MOST;
}

/* A source that was met. Returns the large entity that it is of, or 0. */
static i64 voiceMeet(VoiceGraph *g, i64 iSource) {
  sqlite3_stmt *pStmt;
  VoiceNode *pNew;
  i64 iReport, iEntity, iNo;
  int bNew;
  newsIdSetAdd(&g->p->arena, &g->source, iSource, &bNew);
  if( !bNew ) return 0;
  pStmt = voiceStmt(g->p, VOICE_READ, iSource);
  if( !newsStoreStep(g->p, pStmt) ) return 0;
  iReport = sqlite3_column_int64(pStmt, 0);
  iEntity = sqlite3_column_int64(pStmt, 1);
  iNo = sqlite3_column_int64(pStmt, 2);
  newsStoreReset(g->p, pStmt);
  if( voiceIsLarge(g, iEntity) ) return iEntity;
  pNew = newsVecPush(&g->vNode, &g->p->arena, sizeof(*pNew));
  if( pNew == 0 ) return 0;
  pNew->m.iId = iSource;
  pNew->m.iReport = iReport;
  pNew->m.iOld = iEntity;
  pNew->m.nWeight = 1;
  pNew->iNo = iNo;
  pNew->iUp = g->vNode.n - 1;
  return 0;
}

/* A remark that was met: meet its sources, up to one of a large entity, which
** has the others too. */
static void voiceMeetAll(VoiceGraph *g, i64 iRemark) {
  sqlite3_stmt *pStmt = voiceStmt(g->p, VOICE_SOURCES, iRemark);
  u32 *pInto;
  i64 iLarge = 0;
  int bNew;
  newsVecPush(&g->vFirst, &g->p->arena, sizeof(u32));
  pInto = newsVecPush(&g->vInto, &g->p->arena, sizeof(u32));
  while( iLarge == 0 && newsStoreStep(g->p, pStmt) ) {
    iLarge = voiceMeet(g, sqlite3_column_int64(pStmt, 0));
  }
  if( iLarge == 0 || pInto == 0 ) return;
  newsStoreReset(g->p, pStmt);
  *pInto = 1 + newsIdSetAdd(&g->p->arena, &g->large, iLarge, &bNew);
}

/* Look at the remarks of node i, and tie it to those that speak them. */
static void voiceLook(VoiceGraph *g, u32 i) {
  NewsVec vRemark = {0};
  u32 j, iLink = g->vLink.n;
  int bNew;
  voiceIds(g->p, voiceStmt(g->p, VOICE_REMARKS, voiceNode(g, i)->m.iId),
           &vRemark);
  for( j = 0; j < vRemark.n && newsStoreOk(g->p); j++ ) {
    i64 iRemark = ((const i64 *)vRemark.a)[j];
    u32 iAt = newsIdSetAdd(&g->p->arena, &g->remark, iRemark, &bNew), *p;
    if( bNew ) voiceMeetAll(g, iRemark);
    p = newsVecPush(&g->vLink, &g->p->arena, sizeof(u32));
    if( p == 0 || !newsStoreOk(g->p) ) break;
    *p = iAt;
    p = &((u32 *)g->vFirst.a)[iAt];
    if( *p ) {
      voiceTie(g, i, *p - 1);
    } else {
      *p = i + 1;
    }
  }
  newsVecFree(&vRemark);
  if( !newsStoreOk(g->p) ) return;
  voiceNode(g, i)->iLink = iLink;
  voiceNode(g, i)->nLink = g->vLink.n - iLink;
  if( g->vLink.n == iLink ) return;
  newsNumberSort((u32 *)g->vLink.a + iLink, g->vLink.n - iLink);
}

/* All that hangs together with a source, itself included. */
static void voiceReach(VoiceGraph *g, i64 iSource) {
  voiceMeet(g, iSource);
  while( g->iNext < g->vNode.n && !newsArenaTick(&g->p->arena, 64) &&
         newsStoreOk(g->p) ) {
    voiceLook(g, g->iNext++);
  }
}

/*------------------------------------------------------- parting a component */

/* A node of a component, in order of report and no. */
typedef struct VoicePlace VoicePlace;
struct VoicePlace {
  u32 iRoot; /* The component */
  u32 iNode;
  i64 iReport;
  i64 iNo;
};

static int voicePlaceOrder(const void *a, const void *b) {
  const VoicePlace *p = a, *q = b;
  if( p->iRoot != q->iRoot ) return p->iRoot < q->iRoot ? -1 : 1;
  if( p->iReport != q->iReport ) return p->iReport < q->iReport ? -1 : 1;
  if( p->iNo != q->iNo ) return p->iNo < q->iNo ? -1 : 1;
  return p->iNode < q->iNode ? -1 : p->iNode > q->iNode;
}

/* Two of a component's sources, and how many remarks they share; one more
** where they are described as the same sort of person. */
typedef struct VoicePair VoicePair;
struct VoicePair {
  int nShare;
  int i, j;
};

static int voicePairOrder(const void *a, const void *b) {
  const VoicePair *p = a, *q = b;
  if( p->nShare != q->nShare ) return p->nShare > q->nShare ? -1 : 1;
  if( p->i != q->i ) return p->i < q->i ? -1 : 1;
  return p->j < q->j ? -1 : p->j > q->j;
}

static int voiceShare(const VoiceGraph *g, u32 i, u32 j) {
  const VoiceNode *p = voiceNode(g, i), *q = voiceNode(g, j);
  const u32 *a = (const u32 *)g->vLink.a + p->iLink;
  const u32 *b = (const u32 *)g->vLink.a + q->iLink;
  u32 x = 0, y = 0;
  int n = 0;
  while( x < p->nLink && y < q->nLink ) {
    if( a[x] < b[y] ) {
      x++;
    } else if( a[x] > b[y] ) {
      y++;
    } else {
      n++;
      x++;
      y++;
    }
  }
  return n;
}

/* How a source is described. */
static void voiceWho(NewsStore *p, i64 iSource, NewsWho *pWho) {
  sqlite3_stmt *pStmt = voiceStmt(p, VOICE_DESCRIBED, iSource);
  NewsArena arena;
  int i;
  memset(pWho, 0, sizeof(*pWho));
  if( !newsStoreStep(p, pStmt) ) return;
  newsArenaInit(&arena, p->arena.xTick, p->arena.pTick);
  for( i = 0; i < 2; i++ ) {
    const u8 *z = sqlite3_column_text(pStmt, i);
    u32 n = (u32)sqlite3_column_bytes(pStmt, i);
    if( z ) newsWhoRead(&arena, z, n, i == 1, pWho);
  }
  newsStoreReset(p, pStmt);
  if( arena.rc ) newsStoreFail(p, arena.rc, 0);
  newsArenaClear(&arena);
}

/* The sort of person and the foes, as bits, of each of n sources; whether any
** has a foe. */
static int voiceFoes(VoiceGraph *g, const VoicePlace *a, int n, u8 *aSort,
                     u64 *aFoe) {
  NewsWho aWho[VOICE_MOST];
  int i, j, bAny = 0;
  for( i = 0; i < n; i++ ) {
    aFoe[i] = 0;
    voiceWho(g->p, voiceNode(g, a[i].iNode)->m.iId, &aWho[i]);
    aSort[i] = aWho[i].iSort;
    for( j = 0; j < i; j++ ) {
      if( a[i].iReport != a[j].iReport && !newsWhoApart(&aWho[i], &aWho[j]) ) {
        continue;
      }
      aFoe[i] |= (u64)1 << j;
      aFoe[j] |= (u64)1 << i;
      bAny = 1;
    }
  }
  return bAny;
}

/* Part a component in which some are foes. Of each group the members, and the
** foes of these, stand at its first node. */
static void voicePart(VoiceGraph *g, const VoicePlace *a, const u8 *aSort,
                      u64 *aFoe, int n) {
  VoicePair aPair[VOICE_MOST * (VOICE_MOST - 1) / 2];
  u64 aMember[VOICE_MOST];
  int aGroup[VOICE_MOST], i, j, k, nPair = 0;
  for( i = 0; i < n; i++ ) {
    aGroup[i] = i;
    aMember[i] = (u64)1 << i;
    for( j = i + 1; j < n; j++ ) {
      int nShare = voiceShare(g, a[i].iNode, a[j].iNode);
      if( nShare == 0 || (aFoe[i] >> j & 1) ) continue;
      aPair[nPair].nShare = nShare + (aSort[i] && aSort[i] == aSort[j]);
      aPair[nPair].i = i;
      aPair[nPair++].j = j;
    }
  }
  qsort(aPair, (size_t)nPair, sizeof(VoicePair), voicePairOrder);
  for( k = 0; k < nPair && !newsArenaTick(&g->p->arena, n); k++ ) {
    int iA = aGroup[aPair[k].i], iB = aGroup[aPair[k].j];
    if( iA == iB || (aFoe[iA] & aMember[iB]) ) continue;
    aMember[iA] |= aMember[iB];
    aFoe[iA] |= aFoe[iB];
    for( i = 0; i < n; i++ ) {
      if( aGroup[i] == iB ) aGroup[i] = iA;
    }
  }
  for( i = 0; i < n; i++ ) {
    voiceNode(g, a[i].iNode)->m.iGroup = a[aGroup[i]].iNode;
  }
}

/* One component: the group of each node. */
static void voiceGroup(VoiceGraph *g, const VoicePlace *a, u32 n) {
  u64 aFoe[VOICE_MOST];
  u8 aSort[VOICE_MOST];
  u32 i;
  for( i = 0; i < n; i++ ) voiceNode(g, a[i].iNode)->m.iGroup = a[0].iRoot;
  if( n < 2 || n > VOICE_MOST ) return;
  if( voiceFoes(g, a, (int)n, aSort, aFoe) ) {
    voicePart(g, a, aSort, aFoe, (int)n);
  }
}

/* All components that do not reach a large entity (aLarge is 0 at their
** root). */
static void voiceGroups(VoiceGraph *g, const u32 *aLarge) {
  u32 i, j, n = g->vNode.n;
  VoicePlace *a = newsArenaAlloc(&g->p->arena, n * (i64)sizeof(VoicePlace));
  if( !newsStoreOk(g->p) || n == 0 ) return;
  for( i = 0; i < n; i++ ) {
    a[i].iRoot = voiceRoot(g, i);
    a[i].iNode = i;
    a[i].iReport = voiceNode(g, i)->m.iReport;
    a[i].iNo = voiceNode(g, i)->iNo;
  }
  qsort(a, n, sizeof(VoicePlace), voicePlaceOrder);
  for( i = 0; i < n && newsStoreOk(g->p); i = j ) {
    for( j = i + 1; j < n && a[j].iRoot == a[i].iRoot; j++ ) {
    }
    if( aLarge[a[i].iRoot] == 0 ) voiceGroup(g, &a[i], j - i);
  }
}

/*------------------------------------------------------------------- changes */

/* All sources of an entity go over to another. */
static void voiceTake(NewsStore *p, i64 iFrom, i64 iTo, NewsIdSet *pTouch) {
  NewsVec vMember = {0};
  u32 i;
  sqlite3_stmt *pStmt = voiceStmt(p, VOICE_MEMBERS, iFrom);
  while( newsStoreStep(p, pStmt) ) {
    NewsMember *pNew = newsVecPush(&vMember, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) continue;
    pNew->iId = sqlite3_column_int64(pStmt, 0);
    pNew->iReport = sqlite3_column_int64(pStmt, 1);
  }
  for( i = 0; i < vMember.n && newsStoreOk(p); i++ ) {
    const NewsMember *pMember = &((const NewsMember *)vMember.a)[i];
    newsMemberMove(p, pMember->iId, pMember->iReport, iFrom, iTo, pTouch);
  }
  newsMemberTouch(p, pTouch, iTo);
  newsVecFree(&vMember);
}

/* Tie all that reach one large entity. Of those that then hang together the
** one with most reports takes over the others: aLarge[root] is 1 + its index
** in large. */
static void voiceTieLarge(VoiceGraph *g, u32 *aLarge, NewsIdSet *pTouch) {
  const u32 *aInto = g->vInto.a, *aFirst = g->vFirst.a;
  const i64 *aEntity = g->large.vId.a;
  u32 i, nLarge = g->large.vId.n;
  u32 *aNode = newsArenaAlloc(&g->p->arena, (nLarge + 1) * (i64)sizeof(u32));
  i64 *aMost = newsArenaAlloc(&g->p->arena, (nLarge + 1) * (i64)sizeof(i64));
  if( !newsStoreOk(g->p) ) return;
  for( i = 0; i < g->vInto.n; i++ ) {
    u32 k = aInto[i];
    if( k == 0 || aFirst[i] == 0 ) continue;
    if( aNode[k] ) voiceTie(g, aNode[k] - 1, aFirst[i] - 1);
    aNode[k] = aFirst[i];
  }
  for( i = 1; i <= nLarge; i++ ) {
    u32 *p = &aLarge[voiceRoot(g, aNode[i] - 1)];
    aMost[i] =
        newsStoreInt(g->p, voiceStmt(g->p, VOICE_REPORTS, aEntity[i - 1]), 0);
    if( *p == 0 || aMost[i] > aMost[*p] ) *p = i;
  }
  for( i = 1; i <= nLarge && newsStoreOk(g->p); i++ ) {
    u32 k = aLarge[voiceRoot(g, aNode[i] - 1)];
    if( k != i ) voiceTake(g->p, aEntity[i - 1], aEntity[k - 1], pTouch);
  }
}

/* A source joins a large entity, whose others need not be looked at to know
** what it is called now. */
static void voiceJoin(NewsStore *p, const NewsMember *pSource, i64 iTo,
                      NewsIdSet *pTouch) {
  sqlite3_stmt *pStmt;
  newsMemberMove(p, pSource->iId, pSource->iReport, pSource->iOld, iTo, pTouch);
  pStmt = voiceStmt(p, VOICE_RAISE, iTo);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, pSource->iId);
  newsStoreRun(p, pStmt);
}

/* Give the nodes the entities of their groups. */
static void voiceSettle(VoiceGraph *g, NewsIdSet *pTouch) {
  NewsStore *p = g->p;
  u32 i, n = g->vNode.n, nFree = 0;
  u32 *aLarge = newsArenaAlloc(&p->arena, (n + 1) * (i64)sizeof(u32));
  NewsMember *a = newsArenaAlloc(&p->arena, (n + 1) * (i64)sizeof(NewsMember));
  if( !newsStoreOk(p) ) return;
  voiceTieLarge(g, aLarge, pTouch);
  voiceGroups(g, aLarge);
  for( i = 0; i < n && newsStoreOk(p); i++ ) {
    const NewsMember *pNode = &voiceNode(g, i)->m;
    u32 k = aLarge[voiceRoot(g, i)];
    if( k == 0 ) {
      a[nFree++] = *pNode;
      continue;
    }
    voiceJoin(p, pNode, ((const i64 *)g->large.vId.a)[k - 1], pTouch);
  }
  newsMemberAssign(p, a, nFree, n, 0);
  for( i = 0; i < nFree && newsStoreOk(p); i++ ) {
    if( a[i].iNew == a[i].iOld ) continue;
    newsMemberMove(p, a[i].iId, a[i].iReport, a[i].iOld, a[i].iNew, pTouch);
    newsMemberTouch(p, pTouch, a[i].iNew);
  }
}

void newsVoiceDirty(NewsStore *p, NewsVoices *pVoices, i64 iSource) {
  i64 *pNew = newsVecPush(&pVoices->vDirty, &p->arena, sizeof(i64));
  if( pNew ) *pNew = iSource;
}

int newsVoiceLeaves(NewsStore *p, i64 iSource, i64 iEntity) {
  return newsStoreInt(p, voiceStmt(p, VOICE_REPORTS, iEntity), 0) >
             VOICE_MOST + 1 &&
         newsStoreInt(p, voiceStmt(p, VOICE_DOUBLE, iSource), 0) &&
         newsStoreInt(p, voiceStmt(p, VOICE_NAMESAKE, iSource), 0);
}

void newsVoiceDrop(NewsStore *p, i64 iSource) {
  newsStoreRun(p, voiceStmt(p, VOICE_CLEAR, iSource));
}

void newsVoicePrepare(NewsStore *p, NewsVoices *pVoices) {
  VoiceGraph g;
  const i64 *a = pVoices->vDirty.a;
  u32 i;
  if( pVoices->vDirty.n == 0 ) return;
  memset(&g, 0, sizeof(g));
  g.p = p;
  for( i = 0; i < pVoices->vDirty.n; i++ ) voiceReach(&g, a[i]);
  pVoices->vAll = g.vNode;
  memset(&g.vNode, 0, sizeof(g.vNode));
  voiceGraphFree(&g);
}

/* A statement of a source that shows no one by itself. */
typedef struct VoiceLine VoiceLine;
struct VoiceLine {
  i64 iRemark;
  u64 iText;
  u32 w;
  u32 nWord;
};

/* What a source says: the remarks by which it is known, and other statements,
** the weightiest. */
typedef struct VoiceSpeech VoiceSpeech;
struct VoiceSpeech {
  NewsStore *p;
  NewsVec *pVec; /* of i64 */
  i64 iStamp;    /* Of the report */
  VoiceLine a[VOICE_LINES];
  u32 n;
  u32 reason; /* Hash of the description and why it is unnamed; 0: not told */
  u32 nCopy;  /* Statements with that */
};

static void voicePut(VoiceSpeech *v, i64 iNode) {
  i64 *pNew = newsVecPush(v->pVec, &v->p->arena, sizeof(i64));
  if( pNew ) *pNew = iNode;
}

/* A node of two hashes: two for reports that have a date, of which such as were
** published within NEWS_SAID_SOON have one in common. */
static void voicePutSoon(VoiceSpeech *v, u32 iHigh, u32 iLow) {
  u32 iDay = (u32)(((u64)v->iStamp + NEWS_STAMP_UNKNOWN) / NEWS_SAID_SOON);
  int i, n = v->iStamp == NEWS_STAMP_UNKNOWN ? 1 : 2;
  for( i = 0; i < n; i++ ) {
    u32 h = newsHashPair(iHigh, n == 1 ? 0 : iDay + (u32)i);
    voicePut(v, -1 - (i64)((u64)(h >> 2) << 32 | newsHashPair(h, iLow)));
  }
}

static void voiceLine(VoiceSpeech *v, const NewsSaid *pSaid, i64 iRemark) {
  VoiceLine line = {iRemark, pSaid->iText, newsSaidWeight(pSaid), pSaid->nWord};
  u32 i;
  if( pSaid->bStock || line.w < VOICE_LINE || line.nWord < VOICE_LINE_WORDS ) {
    return;
  }
  for( i = 0; i < v->n; i++ ) {
    if( v->a[i].iRemark == iRemark ) return;
  }
  if( i < VOICE_LINES ) {
    v->n++;
  } else if( v->a[--i].w >= line.w ) {
    return;
  }
  for( ; i > 0 && (v->a[i - 1].w < line.w ||
                   (v->a[i - 1].w == line.w && v->a[i - 1].iText > line.iText));
       i-- ) {
    v->a[i] = v->a[i - 1];
  }
  v->a[i] = line;
}

/* A statement with each land and body that the description tells of. */
static void voiceAlike(VoiceSpeech *v, const VoiceLine *pLine,
                       const NewsWho *pWho) {
  const NewsWhoWords *ap[3] = {&pWho->land, &pWho->name, &pWho->state};
  u32 i, j, iHigh = newsHashPair((u32)pLine->iText, pWho->iSort);
  if( pLine->w < VOICE_ALIKE || pLine->nWord < VOICE_ALIKE_WORDS ) return;
  iHigh = newsHashPair(iHigh, (u32)(pLine->iText >> 32));
  for( i = 0; i < 3; i++ ) {
    for( j = 0; j < NEWS_MIN(ap[i]->n, VOICE_NAMES); j++ ) {
      voicePutSoon(v, iHigh, newsHashPair(i, ap[i]->a[j]));
    }
  }
}

/* What statements tell together, and with the description. */
static void voiceTogether(VoiceSpeech *v, i64 iSource) {
  const VoiceLine *a = v->a;
  NewsWho who;
  u32 i, j;
  voiceWho(v->p, iSource, &who);
  for( i = 0; i < v->n; i++ ) {
    voiceAlike(v, &a[i], &who);
    for( j = 0; j < i; j++ ) {
      i64 iLess = NEWS_MIN(a[i].iRemark, a[j].iRemark);
      i64 iMore = NEWS_MAX(a[i].iRemark, a[j].iRemark);
      if( a[i].w + a[j].w < VOICE_BOTH ||
          a[i].nWord + a[j].nWord < VOICE_BOTH_WORDS ) {
        continue;
      }
      voicePutSoon(v, (u32)iLess, (u32)iMore);
    }
  }
}

/* A hash of how a source is described and why it is unnamed; 0 where the report
** does not say why. */
static u32 voiceReason(NewsStore *p, i64 iSource) {
  sqlite3_stmt *pStmt = voiceStmt(p, VOICE_REASON, iSource);
  const u8 *z;
  u32 hash = 0;
  if( !newsStoreStep(p, pStmt) ) return 0;
  z = sqlite3_column_text(pStmt, 0);
  if( z ) hash = newsHash(z, (u32)sqlite3_column_bytes(pStmt, 0)) | 1;
  newsStoreReset(p, pStmt);
  return hash;
}

/* What a copy of the report has, too. */
static void voiceCopy(VoiceSpeech *v, const NewsSaid *pSaid) {
  if( v->reason == 0 || v->nCopy == VOICE_LINES ||
      pSaid->nWord < VOICE_ALIKE_WORDS ||
      newsSaidWeight(pSaid) < VOICE_ALIKE ) {
    return;
  }
  v->nCopy++;
  voicePutSoon(v, newsHashPair(v->reason, (u32)pSaid->iText),
               (u32)(pSaid->iText >> 32));
}

/* The nodes of a source, into pVec (of i64); some may be there twice. */
static void voiceSpoken(NewsStore *p, i64 iSource, NewsVec *pVec) {
  VoiceSpeech speech;
  NewsSaid said;
  sqlite3_stmt *pStmt;
  memset(&speech, 0, sizeof(speech));
  speech.p = p;
  speech.pVec = pVec;
  speech.reason = voiceReason(p, iSource);
  pStmt = voiceStmt(p, VOICE_SAID, iSource);
  if( pStmt ) sqlite3_bind_int(pStmt, 2, speech.reason != 0);
  while( newsStoreStep(p, pStmt) ) {
    const u8 *z = sqlite3_column_blob(pStmt, 1);
    i64 iRemark = sqlite3_column_int64(pStmt, 0);
    if( z == 0 ||
        !newsSaidUnpack(z, (u32)sqlite3_column_bytes(pStmt, 1), &said) ) {
      continue;
    }
    speech.iStamp = sqlite3_column_int64(pStmt, 2);
    voiceCopy(&speech, &said);
    if( sqlite3_column_int(pStmt, 3) == 0 ) continue;
    if( newsSaidShows(&said) ) {
      voicePut(&speech, iRemark);
    } else {
      voiceLine(&speech, &said, iRemark);
    }
  }
  if( newsStoreOk(p) && speech.n ) voiceTogether(&speech, iSource);
}

/* Write the remarks of a source anew. Whether it has any. */
static int voiceFill(NewsStore *p, i64 iSource) {
  sqlite3_stmt *pStmt = voiceStmt(p, VOICE_READ, iSource);
  int bThere = newsStoreStep(p, pStmt), bAny;
  NewsVec vRemark = {0};
  u32 i;
  if( bThere ) newsStoreReset(p, pStmt);
  newsStoreRun(p, voiceStmt(p, VOICE_CLEAR, iSource));
  if( bThere ) voiceSpoken(p, iSource, &vRemark);
  for( i = 0; i < vRemark.n && newsStoreOk(p); i++ ) {
    pStmt = voiceStmt(p, VOICE_FILL, iSource);
    if( pStmt ) sqlite3_bind_int64(pStmt, 2, ((const i64 *)vRemark.a)[i]);
    newsStoreRun(p, pStmt);
  }
  bAny = vRemark.n > 0;
  newsVecFree(&vRemark);
  return bAny;
}

void newsVoiceChange(NewsStore *p, NewsVoices *pVoices, NewsIdSet *pTouch) {
  VoiceGraph g;
  NewsIdSet stale;
  const i64 *aDirty = pVoices->vDirty.a;
  const VoiceNode *aOld = pVoices->vAll.a;
  u32 i;
  int bNew;
  memset(&g, 0, sizeof(g));
  memset(&stale, 0, sizeof(stale));
  g.p = p;
  g.pStale = &stale;
  for( i = 0; i < pVoices->vAll.n; i++ ) {
    newsIdSetAdd(&p->arena, &stale, aOld[i].m.iOld, &bNew);
  }
  for( i = 0; i < pVoices->vDirty.n && newsStoreOk(p); i++ ) {
    if( voiceFill(p, aDirty[i]) )
      newsIdSetAdd(&p->arena, &g.seed, aDirty[i], &bNew);
  }
  for( i = 0; i < pVoices->vAll.n; i++ ) {
    newsIdSetAdd(&p->arena, &g.seed, aOld[i].m.iId, &bNew);
  }
  for( i = 0; i < g.seed.vId.n && newsStoreOk(p); i++ ) {
    voiceReach(&g, ((const i64 *)g.seed.vId.a)[i]);
  }
  if( newsStoreOk(p) && g.vNode.n > 0 ) voiceSettle(&g, pTouch);
  voiceGraphFree(&g);
  newsIdSetFree(&stale);
}

void newsVoiceFree(NewsVoices *pVoices) {
  newsVecFree(&pVoices->vDirty);
  newsVecFree(&pVoices->vAll);
}

/*-------------------------------------------------------------------- names */

/* The fullest description of an entity's sources; 0 if it has none. */
static int voiceBest(NewsStore *p, i64 iEntity, const char **pz,
                     const char **pzKind) {
  return newsMemberBest(p, voiceStmt(p, VOICE_BEST, iEntity), pz, pzKind);
}

void newsVoiceCall(NewsStore *p, i64 iEntity) {
  const char *z, *zKind;
  voiceBest(p, iEntity, &z, &zKind);
  if( newsStoreOk(p) ) newsMemberCall(p, iEntity, z, zKind);
}

/*-------------------------------------------------------------------- check */

static void voiceWrong(NewsStore *p, i64 iSource) {
  if( !newsStoreOk(p) ) return;
  newsStoreCorrupt(p, "source", "row %lld is of a wrong entity", iSource);
}

/* Whether an entity has n sources, and is called as they say. */
static void voiceCheckEntity(NewsStore *p, i64 iEntity, i64 n, i64 iSource) {
  const char *z, *zKind;
  sqlite3_stmt *pStmt = voiceStmt(p, VOICE_COUNT, iEntity);
  if( newsStoreInt(p, pStmt, 0) != n ) voiceWrong(p, iSource);
  voiceBest(p, iEntity, &z, &zKind);
  pStmt = voiceStmt(p, VOICE_CALLED, iEntity);
  if( pStmt == 0 ) return;
  newsStoreText(p, pStmt, 2, z, -1);
  newsStoreText(p, pStmt, 3, zKind, -1);
  if( newsStoreInt(p, pStmt, 0) == 0 && newsStoreOk(p) ) {
    newsStoreCorrupt(p, "entity", "row %lld is called otherwise", iEntity);
  }
}

/* Whether each group of a graph is one entity, and nothing else is. */
static void voiceCheckGroups(VoiceGraph *g) {
  u32 i, n = g->vNode.n;
  u32 *aLarge = newsArenaAlloc(&g->p->arena, n * (i64)sizeof(u32));
  u32 *aSize = newsArenaAlloc(&g->p->arena, n * (i64)sizeof(u32));
  if( !newsStoreOk(g->p) ) return;
  voiceGroups(g, aLarge);
  for( i = 0; i < n; i++ ) aSize[voiceNode(g, i)->m.iGroup]++;
  for( i = 0; i < n && newsStoreOk(g->p); i++ ) {
    const NewsMember *pNode = &voiceNode(g, i)->m;
    if( pNode->iOld != voiceNode(g, pNode->iGroup)->m.iOld ) {
      voiceWrong(g->p, pNode->iId);
    } else if( pNode->iGroup == i ) {
      voiceCheckEntity(g->p, pNode->iOld, aSize[i], pNode->iId);
    }
  }
}

/* Whether @voice has the remarks that show a source, and no others. */
static void voiceCheckSpoken(NewsStore *p, i64 iSource) {
  NewsIdSet remark;
  NewsVec vRemark = {0};
  u32 i;
  int bNew, bBad = 0;
  memset(&remark, 0, sizeof(remark));
  voiceSpoken(p, iSource, &vRemark);
  for( i = 0; i < vRemark.n && newsStoreOk(p); i++ ) {
    i64 iRemark = ((const i64 *)vRemark.a)[i];
    sqlite3_stmt *pStmt = voiceStmt(p, VOICE_IS, iSource);
    if( pStmt ) sqlite3_bind_int64(pStmt, 2, iRemark);
    bBad |= newsStoreInt(p, pStmt, 0) == 0;
    newsIdSetAdd(&p->arena, &remark, iRemark, &bNew);
  }
  bBad |= newsStoreInt(p, voiceStmt(p, VOICE_SPEAKS, iSource), 0) !=
          (i64)remark.vId.n;
  if( bBad && newsStoreOk(p) ) {
    newsStoreCorrupt(p, "voice", "not what source %lld speaks", iSource);
  }
  newsIdSetFree(&remark);
  newsVecFree(&vRemark);
}

/* A source and all that hangs together with it, unless that was seen. */
static void voiceCheckOne(NewsStore *p, NewsIdSet *pSeen, i64 iSource) {
  VoiceGraph g;
  u32 i;
  int bNew;
  if( newsIdSetHas(pSeen, iSource) ) return;
  memset(&g, 0, sizeof(g));
  g.p = p;
  voiceReach(&g, iSource);
  if( newsStoreOk(p) && g.vNode.n > 0 ) voiceCheckGroups(&g);
  for( i = 0; g.vNode.n > 1 && i < g.vNode.n; i++ ) {
    newsIdSetAdd(&p->arena, pSeen, voiceNode(&g, i)->m.iId, &bNew);
  }
  voiceGraphFree(&g);
}

void newsVoiceCheck(NewsStore *p) {
  NewsIdSet seen;
  sqlite3_stmt *pAll =
      newsStorePrepare(p, newsStoreSql(p, azVoiceSql[VOICE_ALL]), 1);
  memset(&seen, 0, sizeof(seen));
  while( newsStoreStep(p, pAll) ) {
    voiceCheckSpoken(p, sqlite3_column_int64(pAll, 0));
    voiceCheckOne(p, &seen, sqlite3_column_int64(pAll, 0));
    if( newsStoreOk(p) ) newsArenaClear(&p->arena);
  }
  sqlite3_finalize(pAll);
  newsIdSetFree(&seen);
}
