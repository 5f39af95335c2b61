/*
** remarkcheck.c: the tables of remarks are what they should be (remark.h).
**
** Wordings were compared with the reports one by one. What is left: that each
** table agrees with those that it is made of, that knots are cut as their
** pairs want it, and that no likely pair is missing.
*/
#include "similarity/bag.h"
#include "sql/list.h"
#include "sql/remark.h"
#include "sql/tell.h"
#include "sql/weave.h"

/* A query that finds what is wrong in a table. */
typedef struct RcRule RcRule;
struct RcRule {
  const char *zTable;
  const char *zWrong;
  const char *zSql;
};

static const RcRule aRcRule[] = {
    {"wording", "a wording is of no report",
     "SELECT 1 FROM @wording WHERE report NOT IN (SELECT id FROM @report)"},
    {"wording", "remark",
     "SELECT 1 FROM @wording AS w LEFT JOIN @said AS s ON s.id = w.said"
     " WHERE w.remark IS NOT s.remark"},
    {"said", "n",
     "SELECT id, n FROM @said EXCEPT"
     " SELECT said, count(*) FROM @wording GROUP BY said"},
    {"said", "wording",
     "SELECT 1 FROM @said AS s LEFT JOIN @wording AS w ON w.id = s.wording"
     " WHERE w.said IS NOT s.id"},
    {"said", "scene",
     "SELECT 1 FROM @said AS s, @wording AS w, @wording AS o WHERE"
     " w.id = s.wording AND o.remark = s.remark AND o.said = s.id AND"
     " (o.scene < w.scene OR (o.scene IS NULL) <> (w.scene IS NULL))"},
    {"said", "statements of two knots are one remark",
     "SELECT 1 FROM @said GROUP BY remark"
     " HAVING count(DISTINCT ifnull(knot, -id)) > 1"},
    {"knot", "a knot has no statement",
     "SELECT id FROM @knot EXCEPT SELECT knot FROM @said"},
    {"remark", "id", "SELECT id FROM @remark EXCEPT SELECT remark FROM @said"},
    {"remark", "n_wordings, n_reports or n_outlets",
     "SELECT w.remark, count(*), count(DISTINCT w.report),"
     " count(DISTINCT r.outlet) FROM @wording AS w, @report AS r"
     " WHERE r.id = w.report GROUP BY w.remark EXCEPT"
     " SELECT id, n_wordings, n_reports, n_outlets FROM @remark"},
    {"carry", "n",
     "SELECT w.remark, r.outlet, count(DISTINCT w.report)"
     " FROM @wording AS w, @report AS r, @remark AS m WHERE r.id = w.report AND"
     " m.id = w.remark AND m.n_reports > 1 AND r.outlet IS NOT NULL"
     " GROUP BY w.remark, r.outlet EXCEPT"
     " SELECT remark, outlet, n FROM @carry"},
    {"carry", "a row is too much",
     "SELECT remark, outlet FROM @carry EXCEPT SELECT w.remark, r.outlet"
     " FROM @wording AS w, @report AS r, @remark AS m WHERE r.id = w.report AND"
     " m.id = w.remark AND m.n_reports > 1"},
};

static sqlite3_stmt *rcPrepare(NewsStore *p, const char *zSql) {
  return newsStoreOk(p) ? newsStorePrepare(p, newsStoreSql(p, zSql), 1) : 0;
}

static void rcRule(NewsStore *p, const RcRule *pRule) {
  sqlite3_stmt *pStmt = rcPrepare(p, pRule->zSql);
  if( newsStoreStep(p, pStmt) ) {
    newsStoreCorrupt(p, pRule->zTable, "%s", pRule->zWrong);
  }
  sqlite3_finalize(pStmt);
}

/*------------------------------------------------------------------- knots */

/* Statement i of a knot is as its row has it. */
static void rcMember(NewsStore *p, const NewsKnot *pKnot, u32 i,
                     NewsNode *pNode) {
  const NewsKnotted *pOne = &pKnot->a[i];
  if( newsNodeRead(p, pOne->iId, 1, pNode) &&
      (pNode->iKnot != pKnot->iId || pNode->iRemark != pOne->iRemark ||
       pNode->said.iText != pOne->iText ||
       NEWS_MIN(pNode->said.nWord, 255) != pOne->nWord) ) {
    newsStoreCorrupt(p, "knot", "statement %u of knot %u", pOne->iId,
                     pKnot->iId);
  }
}

/* The pairs of a knot, which is as it was read, have the scores that they
** should. */
static void rcPairs(NewsStore *p, const NewsKnot *pKnot, NewsNode *a) {
  const u8 *pScore = pKnot->aScore;
  NewsVec *aWord = newsBagAlloc(&p->arena, pKnot->n * (u64)sizeof(*aWord));
  u32 i, j;
  if( aWord == 0 ) return;
  for( i = 0; i < pKnot->n && newsStoreOk(p); i++ ) {
    newsNodeWords(p, &a[i], &aWord[i]);
    for( j = 0; j < i && newsStoreOk(p); j++, pScore++ ) {
      u8 score = newsWeaveScore(p, &a[i], &aWord[i], &a[j], &aWord[j]);
      if( !newsStoreOk(p) || score == *pScore ) continue;
      newsStoreCorrupt(p, "knot", "pairs of knot %u", pKnot->iId);
    }
    newsArenaTick(&p->arena, pKnot->n);
  }
  for( i = 0; i < pKnot->n; i++ ) newsVecFree(&aWord[i]);
  sqlite3_free(aWord);
}

/* A knot hangs together, and its remarks are those into which it is cut. */
static void rcCut(NewsStore *p, const NewsKnot *pKnot) {
  u8 aPart[NEWS_KNOT_MOST], aOf[NEWS_KNOT_MOST];
  u32 i, j;
  newsKnotParts(pKnot->n, pKnot->aScore, aPart);
  newsKnotRemarks(p, pKnot, aOf);
  for( i = 0; i < pKnot->n && newsStoreOk(p); i++ ) {
    for( j = 0; j < i; j++ ) {
      int bSame = pKnot->a[i].iRemark == pKnot->a[j].iRemark;
      if( aPart[i] == aPart[j] && bSame == (aOf[i] == aOf[j]) ) continue;
      newsStoreCorrupt(p, "knot", "remarks of knot %u", pKnot->iId);
    }
  }
}

static void rcKnot(NewsStore *p, u32 iId) {
  NewsKnot *pKnot = newsKnotRead(p, iId);
  NewsNode *a = 0;
  u32 i;
  if( pKnot ) a = newsBagAlloc(&p->arena, (pKnot->n + 1) * (u64)sizeof(*a));
  for( i = 0; a && i < pKnot->n && newsStoreOk(p); i++ ) {
    rcMember(p, pKnot, i, &a[i]);
  }
  if( a && newsStoreOk(p) ) {
    rcPairs(p, pKnot, a);
    rcCut(p, pKnot);
  }
  sqlite3_free(a);
  sqlite3_free(pKnot);
}

static void rcKnots(NewsStore *p) {
  sqlite3_stmt *pAll =
      rcPrepare(p, "SELECT knot, count(*) FROM @said WHERE knot IS NOT NULL"
                   " GROUP BY knot");
  while( newsStoreStep(p, pAll) ) {
    if( sqlite3_column_int64(pAll, 1) < 2 ) {
      newsStoreCorrupt(p, "knot", "a statement alone");
    }
    rcKnot(p, (u32)sqlite3_column_int64(pAll, 0));
  }
  sqlite3_finalize(pAll);
}

/*----------------------------------------------------------------- the rest */

/* Every statement: what it is near to is in its knot; its keys are in the
** lists. */
static void rcStatements(NewsStore *p, int bBound) {
  sqlite3_stmt *pAll = rcPrepare(p, "SELECT id FROM @said");
  u64 nPost = 0, iSum = 0;
  while( newsStoreStep(p, pAll) ) {
    u32 aKey[NEWS_SAID_KEYS + 1], i, n;
    NewsNode node;
    u32 iId = (u32)sqlite3_column_int64(pAll, 0);
    if( !newsNodeRead(p, iId, 1, &node) ) break;
    n = newsNodeKeys(&node, aKey);
    for( i = 0; i < n; i++ ) iSum += newsListHash(aKey[i], iId);
    nPost += n;
    if( !bBound ) newsWeaveCheck(p, &node);
  }
  sqlite3_finalize(pAll);
  if( newsStoreOk(p) ) newsListCheck(p, NEWS_LIST_WORDING, nPost, iSum);
}

static void rcRemarks(NewsStore *p) {
  sqlite3_stmt *pAll = rcPrepare(p, "SELECT DISTINCT remark FROM @said");
  while( newsStoreStep(p, pAll) ) {
    newsTellCheck(p, (u32)sqlite3_column_int64(pAll, 0));
  }
  sqlite3_finalize(pAll);
}

void newsRemarkCheck(NewsStore *p) {
  sqlite3_stmt *pStmt =
      rcPrepare(p, "SELECT count(*) FROM @doc WHERE bounded > 0");
  int i, bBound = newsStoreInt(p, pStmt, 0) > 0;
  sqlite3_finalize(pStmt);
  for( i = 0; i < NEWS_COUNT(aRcRule); i++ ) rcRule(p, &aRcRule[i]);
  rcKnots(p);
  rcRemarks(p);
  rcStatements(p, bBound);
}
