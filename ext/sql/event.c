/*
** event.c: see event.h.
*/
#include "sql/event.h"

#include "base/hash.h"
#include "similarity/bag.h"
#include "sql/anchor.h"
#include "sql/list.h"
#include "sql/schema.h"
#include "sql/value.h"
#include "text/utf8.h"

#define EVENT_LIST 200 /* A longer list tells nothing */
#define EVENT_HITS 24  /* Anchors that share keys, looked at */
#define EVENT_NEAR 16  /* Events compared with */
#define EVENT_TITLE 80 /* Bytes of the first words of a report */

#define EVENT_FELLOW 0
#define EVENT_ANCHOR 1
#define EVENT_GIST 2
#define EVENT_FORGET 3
#define EVENT_MEMBER 4
#define EVENT_LEAVE 5
#define EVENT_SET 6
#define EVENT_WHERE 7
#define EVENT_OUTLET 8
#define EVENT_NEW 9
#define EVENT_CHANGE 10
#define EVENT_NAME 11
#define EVENT_COUNT 12
#define EVENT_DROP 13
#define EVENT_OWN 14

/* The date of the report of an event that comes first by m's order. */
#define EVENT_DATE(zEvent, zOrder)                                             \
  "(SELECT r.published FROM @member AS m JOIN @report AS r ON r.id = m.report" \
  " WHERE m.event = " zEvent " AND m.stamp < " NEWS_STAMP_UNKNOWN_SQL          \
  " ORDER BY m.stamp " zOrder ", m.report " zOrder " LIMIT 1)"

static const char *const azEventSql[] = {
    "SELECT g.data, g.stamp, g.serial, g.event FROM @gist AS h CROSS JOIN"
    " @gist AS g ON g.event = h.event WHERE h.serial = ?1 ORDER BY g.serial",
    "SELECT data, stamp, serial, event FROM @gist WHERE event = ?1"
    " ORDER BY serial",
    "INSERT INTO @gist(event, serial, stamp, title, data)"
    " VALUES(?1, ?2, ?3, ?4, ?5)",
    "DELETE FROM @gist WHERE event = ?1 AND serial = ?2",
    "INSERT INTO @member(event, stamp, report) VALUES(?1, ?2, ?3)",
    "DELETE FROM @member WHERE event = ?1 AND stamp = ?2 AND report = ?3",
    "UPDATE @report SET event = ?2 WHERE id = ?1",
    "SELECT r.event, d.serial, d.stamp, r.outlet FROM @report AS r"
    " JOIN @doc AS d ON d.report = r.id WHERE r.id = ?1",
    "SELECT 1 FROM @report WHERE event = ?1 AND outlet = ?2 LIMIT 1",
    "INSERT INTO @event(id, title, n_reports, n_outlets, first_published,"
    " last_published) SELECT ?1, coalesce(g.title, r.title), 1,"
    " r.outlet IS NOT NULL, d, d FROM (SELECT title, outlet,"
    " iif(?3 < " NEWS_STAMP_UNKNOWN_SQL ", published, NULL) AS d FROM @report"
    " WHERE id = ?2) AS r LEFT JOIN @gist AS g ON g.event = ?1",
    "UPDATE @event SET n_reports = n_reports + ?2, n_outlets = n_outlets + ?3,"
    " first_published = " EVENT_DATE("?1", "") ", last_published = " EVENT_DATE(
        "?1", "DESC") " WHERE id = ?1",
    "UPDATE @event SET title = (SELECT coalesce(g.title, r.title)"
    " FROM @gist AS g JOIN @doc AS d ON d.serial = g.serial"
    " JOIN @report AS r ON r.id = d.report"
    " WHERE g.event = ?1 AND g.serial = ?2) WHERE id = ?1",
    "SELECT n_reports FROM @event WHERE id = ?1",
    "DELETE FROM @event WHERE id = ?1",
    "SELECT stamp IS ?3 AND title IS ?4 AND data IS ?5 FROM @gist"
    " WHERE serial = ?1",
};
NEWS_SET_FITS(azEventSql);

static sqlite3_stmt *eventStmt(NewsStore *p, int i, i64 iFirst) {
  return newsStoreStmtOf(p, NEWS_SET_EVENT, azEventSql, i, iFirst);
}

/*----------------------------------------------------------- what is read */

/* A hash of a report's outlet; 0 where it has none. */
static u32 eventOutletHash(const NewsPlace *p) {
  sqlite3_value *pVal = p->apVal[NEWS_ROLE_OUTLET];
  const u8 *z = 0;
  u32 n = 0;
  int rc = SQLITE_OK;
  if( pVal == 0 || sqlite3_value_type(pVal) == SQLITE_NULL ) return 0;
  rc = newsValueText(pVal, &z, &n);
  if( rc ) newsStoreFail(p->pStore, rc, 0);
  return n ? newsHash(z, n) | 1 : 0;
}

/* The gist of a report, with its outlet. */
static void eventGist(const NewsPlace *p, NewsGist *pGist) {
  *pGist = p->pDigest->gist;
  pGist->outlet = eventOutletHash(p);
}

static int eventIsSpace(u8 c) { return c == ' ' || (c >= 9 && c <= 13); }

/* Where to cut the text from iFrom that goes on at iTo: before a word, or else
** before a character. */
static u32 eventCut(const u8 *z, u32 iFrom, u32 iTo) {
  u32 i = iTo;
  while( i > iFrom && !eventIsSpace(z[i]) ) i--;
  while( i > iFrom && eventIsSpace(z[i - 1]) ) i--;
  return i > iFrom ? i : newsUtf8Begin(z, iFrom, iTo);
}

/* The first words of a report that has no title; an empty span for others. */
static NewsSpan eventWords(const NewsPlace *p) {
  const u8 *z;
  u32 i = 0, j, nByte;
  if( p->pDigest->zTitle || p->pReport == 0 ) return newsSpan(0, 0);
  z = p->pReport->z;
  nByte = p->pReport->nByte;
  while( i < nByte && eventIsSpace(z[i]) ) i++;
  for( j = i; j < nByte && z[j] != '\n' && z[j] != '\r'; j++ ) {
    if( j - i == EVENT_TITLE ) return newsSpan(i, eventCut(z, i, j));
  }
  while( j > i && eventIsSpace(z[j - 1]) ) j--;
  return newsSpan(i, j);
}

/* Read the rows of a statement: EVENT_ANCHOR or EVENT_FELLOW. */
static void eventRead(NewsStore *p, sqlite3_stmt *pStmt, NewsAnchored *pEvent) {
  pEvent->n = 0;
  while( newsStoreStep(p, pStmt) ) {
    const u8 *z = sqlite3_column_blob(pStmt, 0);
    u32 n = (u32)sqlite3_column_bytes(pStmt, 0), i = pEvent->n;
    pEvent->iEvent = sqlite3_column_int64(pStmt, 3);
    if( i == NEWS_ANCHOR_MOST || !newsGistUnpack(&pEvent->aGist[i], z, n) ) {
      newsStoreCorrupt(p, "gist", "event %lld is not in order", pEvent->iEvent);
      continue;
    }
    pEvent->a[i].iStamp = sqlite3_column_int64(pStmt, 1);
    pEvent->a[i].iSerial = sqlite3_column_int64(pStmt, 2);
    pEvent->n++;
  }
  if( pEvent->n && newsStoreOk(p) ) newsAnchorPut(p, pEvent);
}

/* The anchors of one event, read into pRoom by a statement and its key; NULL
** where it has none. */
static const NewsAnchored *eventInto(NewsStore *p, int iStmt, i64 iKey,
                                     NewsAnchored *pRoom) {
  eventRead(p, eventStmt(p, iStmt, iKey), pRoom);
  return pRoom->n && newsStoreOk(p) ? pRoom : 0;
}

/* The event of which a serial is an anchor, NULL where it is none; one by its
** id, NULL where it has no anchors. pRoom is for it. */
static const NewsAnchored *eventOf(NewsStore *p, i64 iSerial,
                                   NewsAnchored *pRoom) {
  const NewsAnchored *pEvent = newsAnchorOf(p, iSerial);
  return pEvent ? pEvent : eventInto(p, EVENT_FELLOW, iSerial, pRoom);
}
static const NewsAnchored *eventGet(NewsStore *p, i64 iEvent,
                                    NewsAnchored *pRoom) {
  const NewsAnchored *pEvent = newsAnchorEvent(p, iEvent);
  return pEvent ? pEvent : eventInto(p, EVENT_ANCHOR, iEvent, pRoom);
}

/*----------------------------------------------------------------- to place */

/* An anchor that shares keys, or an event that is near: what, and how much. */
typedef struct EventHit EventHit;
struct EventHit {
  i64 iId;
  u32 much;
  u32 nAnchor;
  u8 bOther; /* The report is of another event, however near */
};

/* Most first; of equal ones the older. */
static int eventHitOrder(const EventHit *pa, const EventHit *pb) {
  if( pa->much != pb->much ) return pa->much > pb->much ? -1 : 1;
  return pa->iId < pb->iId ? -1 : pa->iId > pb->iId;
}

/* What a key tells whose list has n items: the shorter the more. */
static u32 eventWeight(u32 n) {
  u32 w = 24;
  for( ; n; n >>= 1 ) w--;
  return w;
}

/* Whether one that comes is among the first nMost so far. */
static int eventIsKept(const EventHit *a, u32 n, u32 nMost,
                       const EventHit *pHit) {
  return n < nMost || eventHitOrder(&a[n - 1], pHit) > 0;
}

/* Keep the first nMost of all that comes, ordered. */
static void eventKeep(EventHit *a, u32 *pn, u32 nMost, EventHit hit) {
  u32 i = *pn;
  if( !eventIsKept(a, i, nMost, &hit) ) return;
  if( i == nMost ) i--;
  for( ; i > 0 && eventHitOrder(&a[i - 1], &hit) > 0; i-- ) a[i] = a[i - 1];
  a[i] = hit;
  *pn = NEWS_MIN(*pn + 1, nMost);
}

/* The anchors that share most keys, by serial, into aHit; how many. */
static u32 eventHits(NewsStore *p, const u32 *aKey, u32 nKey, EventHit *aHit) {
  NewsVec vItem = {0};
  NewsBag bag;
  const NewsBagSlot *pSlot;
  u32 i, j, n, nHit = 0;
  newsBagInit(&bag, &p->arena);
  newsListAhead(p, NEWS_LIST_EVENT, aKey, nKey);
  for( i = 0; i < nKey && newsStoreOk(p); i++ ) {
    vItem.n = 0;
    n = newsListFind(p, NEWS_LIST_EVENT, aKey[i], EVENT_LIST, &vItem);
    for( j = 0; j < vItem.n; j++ ) {
      newsBagAdd(&bag, ((u32 *)vItem.a)[j], 0, eventWeight(n));
    }
  }
  for( i = 0; newsStoreOk(p) && (pSlot = newsBagNext(&bag, &i)) != 0; ) {
    EventHit hit = {pSlot->key, pSlot->an[0], 0, 0};
    if( eventIsKept(aHit, nHit, EVENT_HITS, &hit) &&
        newsListLive(p, NEWS_LIST_EVENT, pSlot->key) ) {
      eventKeep(aHit, &nHit, EVENT_HITS, hit);
    }
  }
  newsBagFree(&bag);
  newsVecFree(&vItem);
  return nHit;
}

/* Seconds from a date to the nearest of an event's, 0 where not known. */
static u64 eventGap(const NewsAnchored *p, i64 iStamp) {
  u64 nLeast = 0;
  u32 i, nKnown = 0;
  if( iStamp == NEWS_STAMP_UNKNOWN ) return 0;
  for( i = 0; i < p->n; i++ ) {
    i64 iOwn = p->a[i].iStamp;
    u64 n = iOwn < iStamp ? (u64)iStamp - (u64)iOwn : (u64)iOwn - (u64)iStamp;
    if( iOwn == NEWS_STAMP_UNKNOWN ) continue;
    if( nKnown++ == 0 || n < nLeast ) nLeast = n;
  }
  return nLeast;
}

/* Note the anchors of an event as seen: of nHit those that are its. */
static void eventSeen(const NewsAnchored *p, EventHit *aHit, u32 nHit) {
  u32 i, j;
  for( i = 0; i < nHit; i++ ) {
    for( j = 0; j < p->n && p->a[j].iSerial != aHit[i].iId; j++ ) {
    }
    if( j < p->n ) aHit[i].nAnchor = 1;
  }
}

/* The event of a report, with how many anchors it has: one that is there, or
** its own. */
static EventHit eventChoose(NewsPlace *p, const NewsGist *pGist) {
  NewsStore *pStore = p->pStore;
  EventHit aHit[EVENT_HITS], aBest[NEWS_GIST_RANKS],
      own = {p->iSerial, 0, 0, 0};
  NewsAnchored room;
  u32 i, nEvent = 0, nBest = 0, iFirst = 0, least = 0, aNear[NEWS_GIST_RANKS];
  u32 nHit =
      eventHits(pStore, p->pDigest->aGistKey, p->pDigest->nGistKey, aHit);
  for( i = 0; i < nHit && nEvent < EVENT_NEAR && newsStoreOk(pStore); i++ ) {
    const NewsAnchored *pEvent;
    EventHit hit;
    if( aHit[i].nAnchor ) continue; /* Of an event that was seen */
    pEvent = eventOf(pStore, aHit[i].iId, &room);
    if( pEvent == 0 ) continue;
    nEvent++;
    eventSeen(pEvent, &aHit[i], nHit - i);
    hit.iId = pEvent->iEvent;
    hit.much = newsGistNear(pEvent->aGist, pEvent->n, pGist, least);
    hit.much = newsGistApart(hit.much, eventGap(pEvent, p->iStamp),
                             pEvent->aGist, pEvent->n, pGist);
    hit.nAnchor = pEvent->n;
    hit.bOther = (u8)newsGistOther(pEvent->aGist, pEvent->n, pGist);
    if( hit.much ) eventKeep(aBest, &nBest, NEWS_GIST_RANKS, hit);
    if( nBest == NEWS_GIST_RANKS ) least = aBest[nBest - 1].much;
    newsArenaTick(&pStore->arena, 16 * (i64)pEvent->n);
  }
  while( iFirst < nBest && aBest[iFirst].bOther ) iFirst++;
  for( i = iFirst; i < nBest; i++ ) aNear[i - iFirst] = aBest[i].much;
  return newsStoreOk(pStore) && newsGistSame(aNear, nBest - iFirst)
             ? aBest[iFirst]
             : own;
}

/*-------------------------------------------------------- the event's row */

/* Let the title of an event be that of its most typical anchor. */
static void eventName(NewsStore *p, i64 iEvent) {
  NewsAnchored room;
  const NewsAnchored *pEvent = eventGet(p, iEvent, &room);
  u32 i;
  if( pEvent == 0 ) return;
  i = newsGistTypical(pEvent->aGist, pEvent->n);
  newsStoreRun3(p, eventStmt(p, EVENT_NAME, iEvent), pEvent->a[i].iSerial, 0);
}

/* Whether a report with this outlet is among those of an event. */
static int eventOutlet(NewsStore *p, i64 iEvent, sqlite3_value *pOutlet) {
  sqlite3_stmt *pStmt = eventStmt(p, EVENT_OUTLET, iEvent);
  newsStoreValue(p, pStmt, 2, pOutlet);
  return newsStoreInt(p, pStmt, 0) != 0;
}

/* 1 if an event has nothing else from a report's outlet. */
static int eventNewOutlet(NewsStore *p, i64 iEvent, sqlite3_value *pOutlet) {
  if( pOutlet == 0 || sqlite3_value_type(pOutlet) == SQLITE_NULL ) return 0;
  return !eventOutlet(p, iEvent, pOutlet);
}

/* What gist keeps of a report, as the parameters 3 to 5 of a statement. aRoom
** (of NEWS_GIST_BYTES) must last until it has run. */
static void eventBind(const NewsPlace *p, sqlite3_stmt *pStmt,
                      const NewsGist *pGist, u8 *aRoom) {
  NewsSpan words = eventWords(p);
  sqlite3_bind_int64(pStmt, 3, p->iStamp);
  if( newsSpanLen(words) ) {
    newsStoreText(p->pStore, pStmt, 4,
                  (const char *)&p->pReport->z[words.iFrom],
                  newsSpanLen(words));
  }
  newsStoreBlob(p->pStore, pStmt, 5, aRoom, newsGistPack(pGist, aRoom));
}

/* The event in memory has one anchor more: what was written. */
static void eventMore(const NewsPlace *p, i64 iEvent, const NewsGist *pGist) {
  const NewsAnchored *pOld = newsAnchorEvent(p->pStore, iEvent);
  NewsAnchored event;
  u32 i = 0;
  if( pOld == 0 && iEvent != p->iSerial ) return;
  if( pOld ) {
    i = pOld->n;
    if( i == NEWS_ANCHOR_MOST ) return;
    memcpy(&event, pOld, newsAnchorBytes(i));
  }
  event.iEvent = iEvent;
  event.a[i].iSerial = p->iSerial;
  event.a[i].iStamp = p->iStamp;
  event.aGist[i] = *pGist;
  event.n = i + 1;
  newsAnchorPut(p->pStore, &event);
}

/* Make a report an anchor of its event. */
static void eventAnchor(NewsPlace *p, i64 iEvent, const NewsGist *pGist) {
  sqlite3_stmt *pStmt = eventStmt(p->pStore, EVENT_GIST, iEvent);
  u8 a[NEWS_GIST_BYTES];
  if( pStmt == 0 ) return;
  sqlite3_bind_int64(pStmt, 2, p->iSerial);
  eventBind(p, pStmt, pGist, a);
  newsStoreRun(p->pStore, pStmt);
  eventMore(p, iEvent, pGist);
  newsListAdd(p->pStore, NEWS_LIST_EVENT, p->iSerial, p->pDigest->aGistKey,
              p->pDigest->nGistKey);
}

void newsEventAdd(NewsPlace *p) {
  NewsStore *pStore = p->pStore;
  NewsGist gist;
  EventHit to;
  int bOutlet;
  eventGist(p, &gist);
  to = eventChoose(p, &gist);
  bOutlet = eventNewOutlet(pStore, to.iId, p->apVal[NEWS_ROLE_OUTLET]);
  newsStoreRun3(pStore, eventStmt(pStore, EVENT_SET, p->iReport), to.iId, 0);
  newsStoreRun3(pStore, eventStmt(pStore, EVENT_MEMBER, to.iId), p->iStamp,
                p->iReport);
  if( to.nAnchor < NEWS_ANCHOR_MOST ) {
    eventAnchor(p, to.iId, &gist);
  }
  if( to.iId == p->iSerial ) {
    newsStoreRun3(pStore, eventStmt(pStore, EVENT_NEW, to.iId), p->iReport,
                  p->iStamp);
    return;
  }
  newsStoreRun3(pStore, eventStmt(pStore, EVENT_CHANGE, to.iId), 1, bOutlet);
  if( to.nAnchor < NEWS_ANCHOR_MOST ) eventName(pStore, to.iId);
}

/* A report has left its event: change the row, or delete it. */
static void eventLeft(NewsStore *p, i64 iEvent, int bAnchor, int bOutlet) {
  i64 n = newsStoreInt(p, eventStmt(p, EVENT_COUNT, iEvent), 0);
  if( n < 1 && newsStoreOk(p) ) {
    newsStoreCorrupt(p, "event", "%lld is missing or has no reports", iEvent);
  }
  if( n == 1 ) {
    newsStoreRun(p, eventStmt(p, EVENT_DROP, iEvent));
    return;
  }
  newsStoreRun3(p, eventStmt(p, EVENT_CHANGE, iEvent), -1, -bOutlet);
  if( bAnchor ) eventName(p, iEvent);
}

void newsEventRemove(NewsStore *p, i64 iReport) {
  sqlite3_stmt *pStmt = eventStmt(p, EVENT_WHERE, iReport);
  sqlite3_value *pOutlet;
  i64 iEvent, iSerial, iStamp;
  int bOutlet, bAnchor, bPlaced;
  if( !newsStoreStep(p, pStmt) ) return;
  bPlaced = sqlite3_column_type(pStmt, 0) == SQLITE_INTEGER;
  iEvent = sqlite3_column_int64(pStmt, 0);
  iSerial = sqlite3_column_int64(pStmt, 1);
  iStamp = sqlite3_column_int64(pStmt, 2);
  pOutlet = sqlite3_value_dup(sqlite3_column_value(pStmt, 3));
  newsStoreReset(p, pStmt);
  if( pOutlet == 0 ) newsStoreFail(p, SQLITE_NOMEM, 0);
  if( bPlaced ) {
    pStmt = eventStmt(p, EVENT_SET, iReport);
    newsStoreRun(p, pStmt);
    newsStoreRun3(p, eventStmt(p, EVENT_LEAVE, iEvent), iStamp, iReport);
    newsStoreRun3(p, eventStmt(p, EVENT_FORGET, iEvent), iSerial, 0);
    bAnchor = sqlite3_changes(p->db) > 0;
    newsAnchorDrop(p, iEvent);
    bOutlet = eventNewOutlet(p, iEvent, pOutlet);
    eventLeft(p, iEvent, bAnchor, bOutlet);
  }
  sqlite3_value_free(pOutlet);
}

/*-------------------------------------------------------------- to check */

void newsEventCheckReport(NewsPlace *p, NewsPlaced *pPlaced) {
  NewsStore *pStore = p->pStore;
  NewsGist gist;
  sqlite3_stmt *pStmt = eventStmt(pStore, EVENT_OWN, p->iSerial);
  const u32 *aKey = p->pDigest->aGistKey;
  u32 i, nKey = p->pDigest->nGistKey;
  u8 a[NEWS_GIST_BYTES];
  i64 bSame;
  if( pStmt == 0 ) return;
  eventGist(p, &gist);
  eventBind(p, pStmt, &gist, a);
  bSame = newsStoreInt(pStore, pStmt, -1);
  if( bSame < 0 || !newsStoreOk(pStore) ) return;
  if( bSame == 0 ) {
    newsStoreCorrupt(pStore, "gist", "report %lld is not as its text gives",
                     p->iReport);
  }
  pPlaced->nGist++;
  pPlaced->nEventKey += nKey;
  for( i = 0; i < nKey; i++ ) {
    pPlaced->iEventSum += newsListHash(aKey[i], p->iSerial);
  }
}

/* What must not be: a query that gives rows of it, the first column telling
** which, and the table to be named. */
static const struct {
  const char *zTable;
  const char *zSql;
  const char *zWhat;
} aEventWrong[] = {
    {"report",
     "SELECT id FROM @report WHERE event IS NULL OR event NOT IN"
     " (SELECT id FROM @event)",
     "report %lld has no event"},
    {"member",
     "SELECT r.id FROM @report AS r JOIN @doc AS d ON d.report = r.id"
     " WHERE NOT EXISTS (SELECT 1 FROM @member WHERE event = r.event AND"
     " stamp = d.stamp AND report = r.id)",
     "report %lld is missing"},
    {"gist",
     "SELECT g.serial FROM @gist AS g LEFT JOIN @doc AS d ON"
     " d.serial = g.serial LEFT JOIN @report AS r ON r.id = d.report"
     " WHERE r.event IS NOT g.event",
     "%lld is not of its report's event"},
    {"event",
     "SELECT id FROM @event AS e WHERE"
     " (SELECT count(*) FROM @report WHERE event = e.id) IS NOT n_reports OR"
     " (SELECT count(DISTINCT outlet) FROM @report WHERE event = e.id)"
     " IS NOT n_outlets OR n_reports < 1",
     "%lld has other reports than it says"},
    {"event",
     "SELECT id FROM @event AS e WHERE first_published IS NOT " EVENT_DATE(
         "e.id", "") " OR last_published IS NOT " EVENT_DATE("e.id", "DESC"),
     "%lld has other dates than its reports"},
};

static void eventWrong(NewsStore *p, int i) {
  sqlite3_stmt *pStmt =
      newsStorePrepare(p, newsStoreSql(p, aEventWrong[i].zSql), 1);
  if( newsStoreStep(p, pStmt) ) {
    i64 iWhich = sqlite3_column_int64(pStmt, 0);
    newsStoreCorrupt(p, aEventWrong[i].zTable, aEventWrong[i].zWhat, iWhich);
  }
  sqlite3_finalize(pStmt);
}

/* The title of an event is that of an anchor. */
static void eventTitles(NewsStore *p) {
  static const char zSql[] =
      "SELECT e.id FROM @event AS e WHERE EXISTS (SELECT 1 FROM @gist"
      " WHERE event = e.id) AND NOT EXISTS (SELECT 1 FROM @gist AS g"
      " JOIN @doc AS d ON d.serial = g.serial"
      " JOIN @report AS r ON r.id = d.report"
      " WHERE g.event = e.id AND coalesce(g.title, r.title) IS e.title)";
  sqlite3_stmt *pStmt = newsStorePrepare(p, newsStoreSql(p, zSql), 1);
  if( newsStoreStep(p, pStmt) ) {
    newsStoreCorrupt(p, "event", "%lld has the title of none of its reports",
                     sqlite3_column_int64(pStmt, 0));
  }
  sqlite3_finalize(pStmt);
}

void newsEventCheck(NewsStore *p, const NewsPlaced *pPlaced) {
  int i;
  for( i = 0; i < NEWS_COUNT(aEventWrong); i++ ) eventWrong(p, i);
  eventTitles(p);
  newsListCheck(p, NEWS_LIST_EVENT, pPlaced->nEventKey, pPlaced->iEventSum);
}
