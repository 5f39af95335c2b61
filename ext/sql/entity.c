/*
** entity.c: see entity.h: rows of @entity, and what follows a report.
*/
#include "sql/entity.h"

#include <stdlib.h>

#include "sql/field.h"

#define ENTITY_NEW 0
#define ENTITY_COUNT 1
#define ENTITY_CALL 2
#define ENTITY_DROP 3
#define ENTITY_HAS 4
#define ENTITY_MOVE 5
#define ENTITY_OF_REPORT 6
#define ENTITY_DROP_SOURCES 7
#define ENTITY_IS_NAMED 8
#define ENTITY_SPEAKERS 9

static const char *const azEntitySql[] = {
    "INSERT INTO @entity(name, kind, named, n_reports) VALUES(?1, ?2, ?3, ?4)",
    "UPDATE @entity SET n_reports = n_reports + ?2 WHERE id = ?1",
    "UPDATE @entity SET name = ?2, kind = ?3"
    " WHERE id = ?1 AND (name IS NOT ?2 OR kind IS NOT ?3)",
    "DELETE FROM @entity WHERE id = ?1 AND n_reports = 0",
    "SELECT 1 FROM @source WHERE report = ?1 AND +entity = ?2",
    "UPDATE @source SET entity = ?2 WHERE id = ?1",
    "SELECT id, form, entity FROM @source WHERE report = ?1",
    "DELETE FROM @source WHERE report = ?1",
    "SELECT named FROM @entity WHERE id = ?1",
    "SELECT DISTINCT s.id FROM @said d, @wording w, @quote q, @source s"
    " WHERE d.id = ?1 AND w.remark = d.remark AND w.said = d.id AND"
    " q.id = w.quote AND s.id = q.source AND q.kind = 'direct' AND"
    " NOT s.named",
};
NEWS_SET_FITS(azEntitySql);

/* A statement with an id as its first parameter. */
static sqlite3_stmt *entityStmt(NewsStore *p, int i, i64 iId) {
  return newsStoreStmtOf(p, NEWS_SET_ENTITY, azEntitySql, i, iId);
}

/*------------------------------------------------------- rows of an entity */

i64 newsMemberNew(NewsStore *p, const char *z, const char *zKind, int bNamed,
                  int nReport) {
  sqlite3_stmt *pStmt =
      newsStoreStmt(p, NEWS_SET_ENTITY, azEntitySql, ENTITY_NEW);
  if( pStmt == 0 ) return 0;
  newsStoreText(p, pStmt, 1, z, -1);
  newsStoreText(p, pStmt, 2, zKind, -1);
  sqlite3_bind_int(pStmt, 3, bNamed);
  sqlite3_bind_int(pStmt, 4, nReport);
  newsStoreRun(p, pStmt);
  return sqlite3_last_insert_rowid(p->db);
}

void newsMemberCount(NewsStore *p, i64 iEntity, int n) {
  sqlite3_stmt *pStmt = entityStmt(p, ENTITY_COUNT, iEntity);
  if( pStmt ) sqlite3_bind_int(pStmt, 2, n);
  newsStoreRun(p, pStmt);
}

int newsMemberBest(NewsStore *p, sqlite3_stmt *pStmt, const char **pz,
                   const char **pzKind) {
  *pz = *pzKind = 0;
  if( !newsStoreStep(p, pStmt) ) return 0;
  *pz = newsArenaDup(&p->arena, (const char *)sqlite3_column_text(pStmt, 0),
                     sqlite3_column_bytes(pStmt, 0));
  *pzKind = newsArenaDup(&p->arena, (const char *)sqlite3_column_text(pStmt, 1),
                         sqlite3_column_bytes(pStmt, 1));
  newsStoreReset(p, pStmt);
  return newsStoreOk(p);
}

void newsMemberCall(NewsStore *p, i64 iEntity, const char *z,
                    const char *zKind) {
  sqlite3_stmt *pStmt;
  if( z ) {
    pStmt = entityStmt(p, ENTITY_CALL, iEntity);
    if( pStmt == 0 ) return;
    newsStoreText(p, pStmt, 2, z, -1);
    newsStoreText(p, pStmt, 3, zKind, -1);
  } else {
    pStmt = entityStmt(p, ENTITY_DROP, iEntity);
  }
  newsStoreRun(p, pStmt);
}

/* Whether a source of a report is of an entity. */
static int entityHas(NewsStore *p, i64 iReport, i64 iEntity) {
  sqlite3_stmt *pStmt = entityStmt(p, ENTITY_HAS, iReport);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, iEntity);
  return newsStoreInt(p, pStmt, 0) != 0;
}

void newsMemberTouch(NewsStore *p, NewsIdSet *pTouch, i64 iEntity) {
  int bNew;
  if( iEntity ) newsIdSetAdd(&p->arena, pTouch, iEntity, &bNew);
}

void newsMemberMove(NewsStore *p, i64 iSource, i64 iReport, i64 iFrom, i64 iTo,
                    NewsIdSet *pTouch) {
  int bHad = entityHas(p, iReport, iTo);
  sqlite3_stmt *pStmt = entityStmt(p, ENTITY_MOVE, iSource);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, iTo);
  newsStoreRun(p, pStmt);
  if( !bHad ) newsMemberCount(p, iTo, 1);
  if( !entityHas(p, iReport, iFrom) ) newsMemberCount(p, iFrom, -1);
  newsMemberTouch(p, pTouch, iFrom);
}

/*---------------------------------------------------- groups and their ids */

static int memberOrder(const void *a, const void *b) {
  const NewsMember *p = a, *q = b;
  if( p->iOld != q->iOld ) return p->iOld < q->iOld ? -1 : 1;
  if( p->iGroup != q->iGroup ) return p->iGroup < q->iGroup ? -1 : 1;
  return p->iId < q->iId ? -1 : p->iId > q->iId;
}

/* The group that has most of the entity of a[i], and how much, among the
** members from i on that had it; returns the index behind them. */
static u32 memberMost(const NewsMember *a, u32 n, u32 i, u32 *piGroup,
                      i64 *pnMost) {
  i64 iOld = a[i].iOld, nWeight = 0;
  *pnMost = -1;
  for( ; i < n && a[i].iOld == iOld; i++ ) {
    nWeight += a[i].nWeight;
    if( i + 1 < n && a[i + 1].iOld == iOld && a[i + 1].iGroup == a[i].iGroup ) {
      continue;
    }
    if( nWeight > *pnMost ) {
      *pnMost = nWeight;
      *piGroup = a[i].iGroup;
    }
    nWeight = 0;
  }
  return i;
}

void newsMemberAssign(NewsStore *p, NewsMember *a, u32 n, u32 nGroup,
                      int bNamed) {
  i64 *aEntity = newsArenaAlloc(&p->arena, nGroup * (i64)sizeof(i64));
  i64 *aMost = newsArenaAlloc(&p->arena, nGroup * (i64)sizeof(i64));
  u32 i, iNext, iGroup = 0;
  if( !newsStoreOk(p) || n == 0 ) return;
  qsort(a, n, sizeof(*a), memberOrder);
  for( i = 0; i < n; i = iNext ) {
    i64 nMost;
    iNext = memberMost(a, n, i, &iGroup, &nMost);
    if( a[i].iOld && (aEntity[iGroup] == 0 || nMost > aMost[iGroup]) ) {
      aEntity[iGroup] = a[i].iOld;
      aMost[iGroup] = nMost;
    }
  }
  for( i = 0; i < n; i++ ) {
    iGroup = a[i].iGroup;
    if( aEntity[iGroup] == 0 ) {
      aEntity[iGroup] = newsMemberNew(p, 0, 0, bNamed, 0);
    }
    a[i].iNew = aEntity[iGroup];
  }
}

/*------------------------------------------------------- a report's sources */

/* Call the entities by what their members are called now. */
static void entityCall(NewsStore *p, const NewsIdSet *pTouch) {
  const i64 *a = pTouch->vId.a;
  u32 i;
  for( i = 0; i < pTouch->vId.n && newsStoreOk(p); i++ ) {
    i64 eNamed = newsStoreInt(p, entityStmt(p, ENTITY_IS_NAMED, a[i]), -1);
    if( eNamed == 1 ) newsFormCall(p, a[i]);
    if( eNamed == 0 ) newsVoiceCall(p, a[i]);
  }
}

void newsEntityBegin(NewsPlace *p) {
  NewsStore *pStore = p->pStore;
  const NewsReport *pReport = p->pReport;
  u32 i, n = pReport->nRank[NEWS_ACTS_SPEECH];
  NewsIdSet touch = {0}, called = {0};
  int bNew;
  p->aForm = newsArenaAlloc(&pStore->arena, (n + 1) * (i64)sizeof(i64));
  p->aEntity = newsArenaAlloc(&pStore->arena, (n + 1) * (i64)sizeof(i64));
  for( i = 0; i < n && newsStoreOk(pStore); i++ ) {
    const NewsSource *pSource = &pReport->source.aSource[pReport->aRank[i]];
    if( pSource->bNamed ) {
      p->aForm[i] = newsFormAdd(pStore, pSource, &touch);
    } else {
      p->aEntity[i] =
          newsMemberNew(pStore, pSource->zName, newsSourceKind(pSource), 0, 1);
    }
  }
  /* Only now, for a name may have shown what another is */
  for( i = 0; i < n && newsStoreOk(pStore); i++ ) {
    if( p->aForm[i] == 0 ) continue;
    p->aEntity[i] = newsFormEntity(pStore, p->aForm[i]);
    newsIdSetAdd(&pStore->arena, &called, p->aEntity[i], &bNew);
    if( bNew ) newsMemberCount(pStore, p->aEntity[i], 1);
    newsFormRaise(pStore, p->aForm[i]);
  }
  entityCall(pStore, &touch);
  newsIdSetFree(&touch);
  newsIdSetFree(&called);
}

/* Note the unnamed speakers of the statements that have moved. */
static void entityMoved(NewsStore *p, NewsVoices *pVoices) {
  const i64 *a = p->vMoved.a;
  u32 i;
  for( i = 0; i < p->vMoved.n && newsStoreOk(p); i++ ) {
    sqlite3_stmt *pStmt = entityStmt(p, ENTITY_SPEAKERS, a[i]);
    while( newsStoreStep(p, pStmt) ) {
      newsVoiceDirty(p, pVoices, sqlite3_column_int64(pStmt, 0));
    }
  }
  p->vMoved.n = 0;
}

void newsEntityAdd(NewsPlace *p) {
  NewsStore *pStore = p->pStore;
  NewsVoices voices;
  NewsIdSet touch = {0};
  u32 i, n = p->pReport->nRank[NEWS_ACTS_SPEECH];
  memset(&voices, 0, sizeof(voices));
  entityMoved(pStore, &voices);
  newsVoicePrepare(pStore, &voices);
  for( i = 0; i < n; i++ ) {
    if( p->aForm[i] == 0 ) newsVoiceDirty(pStore, &voices, p->aSourceId[i]);
  }
  newsVoiceChange(pStore, &voices, &touch);
  entityCall(pStore, &touch);
  newsVoiceFree(&voices);
  newsIdSetFree(&touch);
}

/* The sources of a report, as members; iReport of each holds its form. */
static void entityOfReport(NewsStore *p, i64 iReport, NewsVec *pVec) {
  sqlite3_stmt *pStmt = entityStmt(p, ENTITY_OF_REPORT, iReport);
  while( newsStoreStep(p, pStmt) ) {
    NewsMember *pNew = newsVecPush(pVec, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) continue;
    pNew->iId = sqlite3_column_int64(pStmt, 0);
    pNew->iReport = sqlite3_column_int64(pStmt, 1);
    pNew->iOld = sqlite3_column_int64(pStmt, 2);
  }
}

/* Whether all unnamed sources of a report leave their entities as they were. */
static int entityLeaves(NewsStore *p, const NewsMember *a, u32 n) {
  u32 i, j;
  for( i = 0; i < n && newsStoreOk(p); i++ ) {
    if( a[i].iReport ) continue;
    if( !newsVoiceLeaves(p, a[i].iId, a[i].iOld) ) return 0;
    for( j = 0; j < i; j++ ) {
      if( a[j].iOld == a[i].iOld ) return 0;
    }
  }
  return 1;
}

void newsEntityRemove(NewsStore *p, i64 iReport) {
  NewsVoices voices;
  NewsIdSet gone = {0}, touch = {0};
  NewsVec vSource = {0};
  const NewsMember *a;
  u32 i;
  int bLeaves;
  memset(&voices, 0, sizeof(voices));
  entityMoved(p, &voices);
  entityOfReport(p, iReport, &vSource);
  a = vSource.a;
  bLeaves = voices.vDirty.n == 0 && entityLeaves(p, a, vSource.n);
  for( i = 0; i < vSource.n; i++ ) {
    newsMemberTouch(p, &gone, a[i].iOld);
    if( a[i].iReport == 0 && bLeaves ) {
      newsVoiceDrop(p, a[i].iId);
      continue;
    }
    if( a[i].iReport == 0 ) newsVoiceDirty(p, &voices, a[i].iId);
    newsMemberTouch(p, &touch, a[i].iOld);
  }
  newsVoicePrepare(p, &voices);
  newsStoreRun(p, entityStmt(p, ENTITY_DROP_SOURCES, iReport));
  for( i = 0; i < gone.vId.n; i++ ) {
    newsMemberCount(p, ((const i64 *)gone.vId.a)[i], -1);
  }
  for( i = 0; i < vSource.n; i++ ) {
    if( a[i].iReport ) newsFormRemove(p, a[i].iReport, &touch);
  }
  newsVoiceChange(p, &voices, &touch);
  entityCall(p, &touch);
  newsVoiceFree(&voices);
  newsVecFree(&vSource);
  newsIdSetFree(&gone);
  newsIdSetFree(&touch);
}

/*-------------------------------------------------------------------- check */

/* What must give no row: the table that is corrupt, and the row. */
static const struct {
  const char *zTable;
  const char *zSql;
} aEntityCheck[] = {
    {"source",
     "SELECT s.id FROM @source s LEFT JOIN @name f ON f.id = s.form"
     " WHERE (s.named AND (f.name IS NOT s.name OR"
     " substr(f.kind, 1, length(s.kind)) IS NOT s.kind OR"
     " f.entity IS NOT s.entity)) OR (NOT s.named AND s.form IS NOT NULL)"},
    {"source",
     "SELECT s.id FROM @source s LEFT JOIN @entity e ON e.id = s.entity"
     " WHERE e.named IS NOT s.named"},
    {"name",
     "SELECT f.id FROM @name f WHERE f.n IS NOT"
     " (SELECT count(*) FROM @source s WHERE s.form = f.id) OR f.n = 0"},
    {"entity",
     "SELECT e.id FROM @entity e WHERE e.n_reports IS NOT"
     " (SELECT count(DISTINCT report) FROM @source s WHERE s.entity = e.id)"
     " OR e.n_reports = 0"},
    {"voice",
     "SELECT v.source FROM @voice v LEFT JOIN @source s ON s.id = v.source"
     " WHERE s.named IS NOT 0"},
};

void newsEntityCheck(NewsStore *p) {
  int i;
  for( i = 0; i < NEWS_COUNT(aEntityCheck) && newsStoreOk(p); i++ ) {
    sqlite3_stmt *pStmt =
        newsStorePrepare(p, newsStoreSql(p, aEntityCheck[i].zSql), 1);
    if( newsStoreStep(p, pStmt) ) {
      i64 iId = sqlite3_column_int64(pStmt, 0);
      newsStoreReset(p, pStmt);
      newsStoreCorrupt(p, aEntityCheck[i].zTable,
                       "row %lld is not what others say", iId);
    }
    sqlite3_finalize(pStmt);
  }
  newsFormCheck(p);
  newsVoiceCheck(p);
}
