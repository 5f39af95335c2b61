/*
** tell.c: see tell.h.
*/
#include "sql/tell.h"

#define TELL_NEW 0
#define TELL_HAS 1
#define TELL_REPORTS 2
#define TELL_CHANGE 3
#define TELL_OUTLET 4
#define TELL_CARRIED 5
#define TELL_CARRY 6
#define TELL_LEAVE 7
#define TELL_LEFT 8
#define TELL_UNCARRY 9
#define TELL_CARRIES 10
#define TELL_COUNT 11
#define TELL_FIRST 12
#define TELL_TEXT 13
#define TELL_LOOK 14
#define TELL_ROW 15
#define TELL_DROP 16
#define TELL_IS 17

static const char *const azTellSql[] = {
    "INSERT INTO @remark(id, text, n_reports, n_outlets, n_wordings,"
    " first_report, first_published) VALUES(?1, ?2, 1, ?3, 1, ?4, ?5)",
    "SELECT 1 FROM @wording WHERE remark = ?1 AND stamp = ?2 AND report = ?3"
    " LIMIT 1",
    "SELECT n_reports FROM @remark WHERE id = ?1",
    "UPDATE @remark SET text = ?2, first_report = ?3, first_published = ?4,"
    " n_wordings = n_wordings + ?5, n_reports = n_reports + ?6,"
    " n_outlets = n_outlets + ?7 WHERE id = ?1",
    "SELECT outlet FROM @report WHERE id = ?1",
    "SELECT n FROM @carry WHERE remark = ?1 AND outlet = ?2",
    "INSERT INTO @carry(remark, outlet, n) VALUES(?1, ?2, 1)"
    " ON CONFLICT(remark, outlet) DO UPDATE SET n = n + 1",
    "UPDATE @carry SET n = n - 1 WHERE remark = ?1 AND outlet = ?2",
    "DELETE FROM @carry WHERE remark = ?1 AND outlet = ?2 AND n < 1",
    "DELETE FROM @carry WHERE remark = ?1",
    "INSERT INTO @carry(remark, outlet, n) SELECT ?1, r.outlet,"
    " count(DISTINCT w.report) FROM @wording AS w CROSS JOIN @report AS r"
    " WHERE w.remark = ?1 AND r.id = w.report AND r.outlet IS NOT NULL"
    " GROUP BY r.outlet",
    "SELECT w.report, r.outlet IS NOT NULL FROM @wording AS w CROSS JOIN"
    " @report AS r WHERE w.remark = ?1 AND r.id = w.report"
    " ORDER BY w.stamp, w.report",
    "SELECT w.report, r.published FROM @wording AS w CROSS JOIN @report AS r"
    " WHERE w.remark = ?1 AND r.id = w.report ORDER BY w.stamp, w.report"
    " LIMIT 1",
    "SELECT text FROM @wording WHERE id = ?1",
    "SELECT w.id, w.said, q.kind FROM @wording AS w LEFT JOIN @quote AS q"
    " ON q.id = w.quote WHERE w.remark = ?1"
    " ORDER BY w.stamp, w.report, w.id LIMIT ?2",
    "REPLACE INTO @remark(id, text, first_report, first_published, n_wordings,"
    " n_reports, n_outlets) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "DELETE FROM @remark WHERE id = ?1",
    "SELECT m.text IS w.text AND m.first_report IS f.report AND"
    " m.first_published IS r.published FROM @remark AS m, @wording AS w,"
    " @wording AS f, @report AS r WHERE m.id = ?1 AND"
    " w.id = ?2 AND"
    " f.id = (SELECT id FROM @wording WHERE remark = ?1"
    " ORDER BY stamp, report LIMIT 1) AND r.id = f.report",
};
NEWS_SET_FITS(azTellSql);

static sqlite3_stmt *tellStmt(NewsStore *p, int i, i64 iFirst) {
  return newsStoreStmtOf(p, NEWS_SET_TELL, azTellSql, i, iFirst);
}

static void tellRun(NewsStore *p, int i, i64 iFirst) {
  newsStoreRun(p, tellStmt(p, i, iFirst));
}

void newsTellNew(NewsPlace *p, u32 iRemark, const u8 *z, u32 n) {
  sqlite3_stmt *pStmt = tellStmt(p->pStore, TELL_NEW, iRemark);
  sqlite3_value *pOutlet = p->apVal[NEWS_ROLE_OUTLET];
  sqlite3_value *pPublished = p->apVal[NEWS_ROLE_PUBLISHED];
  if( pStmt == 0 ) return;
  newsStoreText(p->pStore, pStmt, 2, (const char *)z, n);
  sqlite3_bind_int(pStmt, 3,
                   pOutlet && sqlite3_value_type(pOutlet) != SQLITE_NULL);
  sqlite3_bind_int64(pStmt, 4, p->iReport);
  newsStoreValue(p->pStore, pStmt, 5, pPublished);
  newsStoreRun(p->pStore, pStmt);
}

/*--------------------------------------------------------------- its words */

#define TELL_MOST 32 /* Wordings that are looked at, the first */

/* The wordings of a remark that are the same words. */
typedef struct TellSaid TellSaid;
struct TellSaid {
  i64 iSaid;
  i64 iWording; /* The first of eKind */
  int eKind;
  u32 n;
};

/* By how much of its quote is in marks: a report's own words are the last that
** are to stand for what somebody said. */
static int tellKind(const u8 *zKind) {
  if( zKind == 0 ) return 2;
  return zKind[0] == 'd' ? 0 : zKind[0] == 'm' ? 1 : 3;
}

/* One wording more, into a of *pn. */
static void tellPut(TellSaid *a, u32 *pn, i64 iSaid, i64 iWording, int eKind) {
  u32 i = 0;
  while( i < *pn && a[i].iSaid != iSaid ) i++;
  if( i == *pn ) {
    a[(*pn)++].n = 0;
    a[i].iSaid = iSaid;
    a[i].eKind = eKind + 1;
  }
  a[i].n++;
  if( eKind >= a[i].eKind ) return;
  a[i].eKind = eKind;
  a[i].iWording = iWording;
}

/* The wording that speaks for a remark: of words that are the speaker's own, of
** those that most have, the first. 0 where there is none. */
static i64 tellWording(NewsStore *p, u32 iRemark) {
  sqlite3_stmt *pStmt = tellStmt(p, TELL_LOOK, iRemark);
  TellSaid a[TELL_MOST];
  u32 i, n = 0, iBest = 0;
  if( pStmt ) sqlite3_bind_int(pStmt, 2, TELL_MOST);
  while( newsStoreStep(p, pStmt) && n < TELL_MOST ) {
    tellPut(a, &n, sqlite3_column_int64(pStmt, 1),
            sqlite3_column_int64(pStmt, 0),
            tellKind(sqlite3_column_text(pStmt, 2)));
  }
  newsStoreReset(p, pStmt);
  for( i = 1; i < n; i++ ) {
    const TellSaid *pBest = &a[iBest];
    if( a[i].eKind < pBest->eKind ||
        (a[i].eKind == pBest->eKind && a[i].n > pBest->n) ) {
      iBest = i;
    }
  }
  return n ? a[iBest].iWording : 0;
}

/* Run a statement that writes a remark's row: its words, who had it first, and
** three numbers. */
static void tellWrite(NewsStore *p, int i, u32 iRemark, const i64 *an) {
  sqlite3_stmt *pText = tellStmt(p, TELL_TEXT, tellWording(p, iRemark));
  sqlite3_stmt *pFirst = tellStmt(p, TELL_FIRST, iRemark);
  sqlite3_stmt *pStmt = tellStmt(p, i, iRemark);
  int j;
  if( pStmt && newsStoreStep(p, pText) && newsStoreStep(p, pFirst) ) {
    newsStoreValue(p, pStmt, 2, sqlite3_column_value(pText, 0));
    newsStoreValue(p, pStmt, 3, sqlite3_column_value(pFirst, 0));
    newsStoreValue(p, pStmt, 4, sqlite3_column_value(pFirst, 1));
    for( j = 0; j < 3; j++ ) sqlite3_bind_int64(pStmt, 5 + j, an[j]);
    newsStoreRun(p, pStmt);
  } else if( newsStoreOk(p) ) {
    newsStoreCorrupt(p, "wording", "remark %u has none", iRemark);
  }
  newsStoreReset(p, pText);
  newsStoreReset(p, pFirst);
}

/*--------------------------------------------------------- who carries it */

/* A statement about a remark and the outlet of a report; NULL where the outlet
** is. */
static sqlite3_stmt *tellOutlet(NewsStore *p, int i, u32 iRemark, i64 iReport) {
  sqlite3_stmt *pOutlet = tellStmt(p, TELL_OUTLET, iReport);
  sqlite3_stmt *pStmt = tellStmt(p, i, iRemark);
  int bNull = 1;
  if( pStmt && newsStoreStep(p, pOutlet) ) {
    bNull = sqlite3_column_type(pOutlet, 0) == SQLITE_NULL;
    newsStoreValue(p, pStmt, 2, sqlite3_column_value(pOutlet, 0));
    newsStoreReset(p, pOutlet);
  }
  return bNull || !newsStoreOk(p) ? 0 : pStmt;
}

/* A report comes to a remark that others have, or goes: how many outlets more,
** or less. */
static int tellCome(NewsStore *p, u32 iRemark, i64 iReport) {
  sqlite3_stmt *pStmt = tellOutlet(p, TELL_CARRIED, iRemark, iReport);
  int bNew = pStmt && newsStoreInt(p, pStmt, 0) == 0;
  newsStoreRun(p, tellOutlet(p, TELL_CARRY, iRemark, iReport));
  return bNew;
}
static int tellGo(NewsStore *p, u32 iRemark, i64 iReport) {
  sqlite3_stmt *pStmt = tellOutlet(p, TELL_CARRIED, iRemark, iReport);
  int bLast = pStmt && newsStoreInt(p, pStmt, 0) == 1;
  newsStoreRun(p, tellOutlet(p, TELL_LEAVE, iRemark, iReport));
  newsStoreRun(p, tellOutlet(p, TELL_LEFT, iRemark, iReport));
  return -bLast;
}

/*------------------------------------------------------------------ the row */

void newsTellMore(NewsPlace *p, const NewsNode *pNode, int bHad) {
  NewsStore *pStore = p->pStore;
  i64 an[3] = {1, !bHad, 0};
  if( !bHad ) {
    i64 n =
        newsStoreInt(pStore, tellStmt(pStore, TELL_REPORTS, pNode->iRemark), 0);
    if( n < 2 ) {
      newsTellAnew(pStore, pNode->iRemark);
      return;
    }
    an[2] = tellCome(pStore, pNode->iRemark, p->iReport);
  }
  tellWrite(pStore, TELL_CHANGE, pNode->iRemark, an);
}

void newsTellLess(NewsStore *p, i64 iReport, u32 iRemark, i64 nWording) {
  sqlite3_stmt *pStmt = tellStmt(p, TELL_REPORTS, iRemark);
  i64 an[3] = {-nWording, -1, 0};
  if( newsStoreInt(p, pStmt, 0) < 3 ) {
    newsTellAnew(p, iRemark);
    return;
  }
  an[2] = tellGo(p, iRemark, iReport);
  tellWrite(p, TELL_CHANGE, iRemark, an);
}

/* How many wordings and reports a remark has; and outlets, if it is one report.
** A report's wordings follow each other, as all have its stamp. */
static void tellCount(NewsStore *p, u32 iRemark, i64 *an) {
  sqlite3_stmt *pStmt = tellStmt(p, TELL_COUNT, iRemark);
  i64 iLast = 0;
  an[0] = an[1] = an[2] = 0;
  while( newsStoreStep(p, pStmt) ) {
    i64 iReport = sqlite3_column_int64(pStmt, 0);
    if( an[0]++ && iReport == iLast ) continue;
    an[1]++;
    an[2] = sqlite3_column_int(pStmt, 1);
    iLast = iReport;
  }
}

void newsTellAnew(NewsStore *p, u32 iRemark) {
  i64 an[3];
  tellCount(p, iRemark, an);
  tellRun(p, TELL_UNCARRY, iRemark);
  if( an[0] == 0 ) {
    tellRun(p, TELL_DROP, iRemark);
    return;
  }
  if( an[1] > 1 ) {
    tellRun(p, TELL_CARRIES, iRemark);
    an[2] = sqlite3_changes(p->db); /* A row for each outlet */
  }
  tellWrite(p, TELL_ROW, iRemark, an);
}

int newsTellHas(const NewsPlace *p, u32 iRemark) {
  sqlite3_stmt *pStmt = tellStmt(p->pStore, TELL_HAS, iRemark);
  if( pStmt == 0 ) return 0;
  sqlite3_bind_int64(pStmt, 2, p->iStamp);
  sqlite3_bind_int64(pStmt, 3, p->iReport);
  return newsStoreInt(p->pStore, pStmt, 0) != 0;
}

void newsTellCheck(NewsStore *p, u32 iRemark) {
  i64 iWording = tellWording(p, iRemark);
  sqlite3_stmt *pStmt = tellStmt(p, TELL_IS, iRemark);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, iWording);
  if( newsStoreInt(p, pStmt, 0) != 1 && newsStoreOk(p) ) {
    newsStoreCorrupt(p, "remark", "the row of remark %u", iRemark);
  }
}
