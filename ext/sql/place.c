/*
** place.c: a report is added to an index, or taken out.
*/
#include "sql/place.h"

#include "sql/entity.h"
#include "sql/event.h"
#include "sql/field.h"
#include "sql/list.h"
#include "sql/remark.h"
#include "sql/schema.h"
#include "sql/value.h"
#include "sql/word.h"
#include "text/date.h"

#define PLACE_HAS 0
#define PLACE_DROP 1 /* The first of several: of each table of this file */
#define PLACE_DROPS 5

static const char *const azPlaceSql[] = {
    "SELECT 1 FROM @report WHERE id = ?1",
    "DELETE FROM @report WHERE id = ?1",
    "DELETE FROM @doc WHERE report = ?1",
    "DELETE FROM @credit WHERE report = ?1",
    "DELETE FROM @quote WHERE report = ?1",
    "DELETE FROM @todo WHERE report = ?1",
};
NEWS_SET_FITS(azPlaceSql);

/* The tables, and their columns in the order of parameters; to be written, and
** to be looked for. */
#define ROW_REPORT 0
#define ROW_DOC 1
#define ROW_CREDIT 2
#define ROW_SOURCE 3
#define ROW_QUOTE 4

static const char *const azRowSql[] = {
    "INSERT INTO @report(id, outlet, published, title, n_words, n_quotes)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO @doc(report, stamp, serial) VALUES(?1, ?2, ?3)",
    "INSERT INTO @credit(report, kind, name, place, date)"
    " VALUES(?1, ?2, ?3, ?4, ?5)",
    "INSERT INTO @source(report, no, name, kind, named, role, affiliation,"
    " anonymity, n_quotes, n_words, entity, form)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    "INSERT INTO @quote(report, no, kind, act, quote, start, length, cue,"
    " cue_lemma, mention, speaker, source, via, part, paragraph, n_words,"
    " confidence) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
    " ?13, ?14, ?15, ?16, ?17)",
};
NEWS_SET_FITS(azRowSql);

static const char *const azRowCheck[] = {
    "SELECT id FROM @report WHERE id = ?1 AND outlet IS ?2 AND"
    " published IS ?3 AND title IS ?4 AND n_words IS ?5 AND n_quotes IS ?6",
    "SELECT serial FROM @doc WHERE report = ?1 AND stamp IS ?2",
    "SELECT id FROM @credit WHERE report = ?1 AND kind IS ?2 AND name IS ?3"
    " AND place IS ?4 AND date IS ?5",
    "SELECT id FROM @source WHERE report = ?1 AND no = ?2 AND name IS ?3 AND"
    " kind IS ?4 AND named IS ?5 AND role IS ?6 AND affiliation IS ?7 AND"
    " anonymity IS ?8 AND n_quotes IS ?9 AND n_words IS ?10",
    "SELECT id FROM @quote WHERE report = ?1 AND no = ?2 AND kind IS ?3 AND"
    " act IS ?4 AND quote IS ?5 AND start IS ?6 AND length IS ?7 AND"
    " cue IS ?8 AND cue_lemma IS ?9 AND mention IS ?10 AND speaker IS ?11 AND"
    " source IS ?12 AND via IS ?13 AND part IS ?14 AND paragraph IS ?15 AND"
    " n_words IS ?16 AND confidence IS ?17",
};

static const char *const azRowName[] = {"report", "doc", "credit", "source",
                                        "quote"};

/* A statement whose first parameter is the report. */
static sqlite3_stmt *placeStmt(NewsStore *p, int i, i64 iReport) {
  return newsStoreStmtOf(p, NEWS_SET_PLACE, azPlaceSql, i, iReport);
}

/* Begin a row of a table; end it: its id, or the serial for doc. */
static sqlite3_stmt *placeRow(NewsPlace *p, int eRow) {
  sqlite3_stmt *pStmt =
      newsStoreStmt(p->pStore, p->bCheck ? NEWS_SET_CHECK : NEWS_SET_ROW,
                    p->bCheck ? azRowCheck : azRowSql, eRow);
  if( pStmt ) sqlite3_bind_int64(pStmt, 1, p->iReport);
  return pStmt;
}

static i64 placeEnd(NewsPlace *p, sqlite3_stmt *pStmt, int eRow) {
  i64 iId;
  if( !p->bCheck ) {
    newsStoreRun(p->pStore, pStmt);
    return sqlite3_last_insert_rowid(p->pStore->db);
  }
  iId = newsStoreInt(p->pStore, pStmt, -1);
  if( iId == -1 && newsStoreOk(p->pStore) ) {
    newsStoreCorrupt(p->pStore, azRowName[eRow],
                     "a row of report %lld is not what its text gives",
                     p->iReport);
  }
  return iId;
}

int newsIndexHas(NewsIndex *p, i64 iReport) {
  return newsStoreInt(&p->store, placeStmt(&p->store, PLACE_HAS, iReport), 0) !=
         0;
}

/*--------------------------------------------------------- rows of a report */

i64 newsPlaceStamp(sqlite3_value *pVal) {
  const u8 *z;
  u32 n;
  i64 iStamp;
  int eType = pVal ? sqlite3_value_type(pVal) : SQLITE_NULL;
  if( eType == SQLITE_INTEGER || eType == SQLITE_FLOAT ) {
    iStamp = sqlite3_value_int64(pVal);
    return NEWS_MIN(iStamp, NEWS_STAMP_UNKNOWN);
  }
  if( eType == SQLITE_TEXT && newsValueText(pVal, &z, &n) == SQLITE_OK &&
      newsDateRead(z, n, &iStamp) ) {
    return iStamp;
  }
  return NEWS_STAMP_UNKNOWN;
}

static void placeReport(NewsPlace *p) {
  static const int aRole[] = {NEWS_ROLE_OUTLET, NEWS_ROLE_PUBLISHED,
                              NEWS_ROLE_TITLE};
  NewsReport *pReport = p->pReport;
  sqlite3_stmt *pStmt = placeRow(p, ROW_REPORT);
  u32 nWord = 0, nQuote = 0;
  int i;
  if( pReport ) {
    nWord = newsWordCount(&pReport->text, newsSpan(0, pReport->nByte));
    nQuote = newsReportQuotes(pReport, NEWS_ACTS_SPEECH);
  }
  for( i = 0; i < NEWS_COUNT(aRole) && pStmt; i++ ) {
    sqlite3_value *pVal = p->apVal[aRole[i]];
    newsStoreValue(p->pStore, pStmt, 2 + i, pVal);
  }
  if( pStmt ) {
    sqlite3_bind_int64(pStmt, 5, nWord);
    sqlite3_bind_int64(pStmt, 6, nQuote);
  }
  placeEnd(p, pStmt, ROW_REPORT);
  pStmt = placeRow(p, ROW_DOC);
  if( pStmt ) {
    sqlite3_bind_int64(pStmt, 2, p->iStamp);
    if( !p->bCheck ) sqlite3_bind_int64(pStmt, 3, p->iSerial);
  }
  if( p->bCheck ) {
    p->iSerial = (u32)placeEnd(p, pStmt, ROW_DOC);
  } else {
    placeEnd(p, pStmt, ROW_DOC);
  }
}

static void placeCredits(NewsPlace *p) {
  const NewsCredit *a = p->pReport->credit.vCredit.a;
  u32 i;
  for( i = 0; i < p->pReport->credit.vCredit.n; i++ ) {
    sqlite3_stmt *pStmt = placeRow(p, ROW_CREDIT);
    if( pStmt == 0 ) return;
    newsStoreText(p->pStore, pStmt, 2, newsCreditKind(a[i].eKind), -1);
    newsStoreText(p->pStore, pStmt, 3, a[i].zName, -1);
    newsStoreText(p->pStore, pStmt, 4, a[i].zPlace, -1);
    newsStoreText(p->pStore, pStmt, 5, a[i].zDate, -1);
    placeEnd(p, pStmt, ROW_CREDIT);
  }
}

static void placeSource(NewsPlace *p, u32 iNo) {
  const NewsReport *pReport = p->pReport;
  u32 i = pReport->aRank[iNo];
  const NewsSource *pSource = &pReport->source.aSource[i];
  const NewsTally *pTally = &pReport->aTally[i];
  sqlite3_stmt *pStmt = placeRow(p, ROW_SOURCE);
  if( pStmt == 0 ) return;
  sqlite3_bind_int64(pStmt, 2, (i64)iNo + 1);
  newsStoreText(p->pStore, pStmt, 3, pSource->zName, -1);
  newsStoreText(p->pStore, pStmt, 4, newsSourceKind(pSource), -1);
  sqlite3_bind_int(pStmt, 5, pSource->bNamed != 0);
  newsStoreText(p->pStore, pStmt, 6, pSource->zRole, -1);
  newsStoreText(p->pStore, pStmt, 7, pSource->zAffiliation, -1);
  newsStoreText(p->pStore, pStmt, 8, pSource->zAnonymity, -1);
  sqlite3_bind_int64(pStmt, 9, pTally->aQuote[NEWS_ACTS_SPEECH]);
  sqlite3_bind_int64(pStmt, 10, pTally->aWord[NEWS_ACTS_SPEECH]);
  if( !p->bCheck ) {
    sqlite3_bind_int64(pStmt, 11, p->aEntity[iNo]);
    if( p->aForm[iNo] ) sqlite3_bind_int64(pStmt, 12, p->aForm[iNo]);
  }
  p->aSourceId[iNo] = placeEnd(p, pStmt, ROW_SOURCE);
}

/* Start (from 1) and length of a span, in characters, as two parameters. */
static void placeSpan(const NewsReport *p, sqlite3_stmt *pStmt, int iParam,
                      NewsSpan bytes) {
  i64 iFrom = newsTextChar(&p->text, bytes.iFrom);
  sqlite3_bind_int64(pStmt, iParam, iFrom + 1);
  sqlite3_bind_int64(pStmt, iParam + 1,
                     newsTextChar(&p->text, bytes.iTo) - iFrom);
}

/* The source of a quote: its row, or NULL. */
static void placeSpeaker(NewsPlace *p, sqlite3_stmt *pStmt,
                         const NewsQuote *pQuote) {
  int i = newsReportSource(p->pReport, pQuote);
  if( i < 0 ) return;
  newsStoreText(p->pStore, pStmt, 11, p->pReport->source.aSource[i].zName, -1);
  if( p->pReport->aTally[i].iId ) {
    sqlite3_bind_int64(pStmt, 12, p->aSourceId[p->pReport->aTally[i].iId - 1]);
  }
}

static i64 placeWords(const NewsReport *p, const NewsQuote *pQuote) {
  i64 n = 0;
  u32 i;
  for( i = 0; i < pQuote->nPiece; i++ ) {
    n += newsWordCount(&p->text, pQuote->aPiece[i]);
  }
  return n;
}

/* Its texts, as parameters; aField[] is to be freed behind the statement. */
static void placeTexts(NewsPlace *p, sqlite3_stmt *pStmt,
                       const NewsQuote *pQuote, NewsField *aField) {
  static const int aParam[] = {5, 8, 9, 10, 13};
  const NewsReport *pReport = p->pReport;
  int i, rc = SQLITE_OK;
  newsQuoteWords(pReport, pQuote, &aField[0]);
  newsFieldSpan(pReport, newsQuoteSpan(pReport, pQuote, NEWS_QUOTE_CUE),
                &aField[1]);
  newsQuoteLemma(pReport, pQuote, &aField[2]);
  newsFieldSpan(pReport, newsQuoteSpan(pReport, pQuote, NEWS_QUOTE_MENTION),
                &aField[3]);
  newsFieldSpan(pReport, newsQuoteSpan(pReport, pQuote, NEWS_QUOTE_VIA),
                &aField[4]);
  for( i = 0; i < NEWS_COUNT(aParam) && rc == SQLITE_OK; i++ ) {
    rc = newsFieldBind(&aField[i], pStmt, aParam[i]);
  }
  if( rc ) newsStoreFail(p->pStore, rc, 0);
}

static void placeQuote(NewsPlace *p, u32 iNo) {
  const NewsQuote *pQuote =
      newsReportQuote(p->pReport, NEWS_ACTS_SPEECH, iNo + 1);
  sqlite3_stmt *pStmt = placeRow(p, ROW_QUOTE);
  NewsField aField[5];
  int i;
  if( pStmt == 0 ) return;
  sqlite3_bind_int64(pStmt, 2, (i64)iNo + 1);
  newsStoreText(p->pStore, pStmt, 3, newsQuoteKind(pQuote), -1);
  newsStoreText(p->pStore, pStmt, 4, newsQuoteAct(pQuote), -1);
  placeTexts(p, pStmt, pQuote, aField);
  placeSpan(p->pReport, pStmt, 6,
            newsQuoteSpan(p->pReport, pQuote, NEWS_QUOTE_ALL));
  placeSpeaker(p, pStmt, pQuote);
  newsStoreText(p->pStore, pStmt, 14, newsQuotePart(pQuote), -1);
  sqlite3_bind_int64(pStmt, 15, (i64)pQuote->iPara + 1);
  sqlite3_bind_int64(pStmt, 16, placeWords(p->pReport, pQuote));
  sqlite3_bind_double(pStmt, 17, newsQuoteConfidence(pQuote));
  p->aQuoteId[iNo] = placeEnd(p, pStmt, ROW_QUOTE);
  for( i = 0; i < NEWS_COUNT(aField); i++ ) newsFieldFree(&aField[i]);
}

/* All rows that follow from its text. */
static void placeRows(NewsPlace *p) {
  const NewsReport *pReport = p->pReport;
  NewsArena *pArena = &p->pStore->arena;
  u32 i, nSource = pReport->nRank[NEWS_ACTS_SPEECH];
  u32 nQuote = newsReportQuotes(pReport, NEWS_ACTS_SPEECH);
  p->aSourceId = newsArenaAlloc(pArena, (nSource + 1) * (i64)sizeof(i64));
  p->aQuoteId = newsArenaAlloc(pArena, (nQuote + 1) * (i64)sizeof(i64));
  if( !newsStoreOk(p->pStore) ) return;
  placeCredits(p);
  if( !p->bCheck ) newsEntityBegin(p);
  if( !newsStoreOk(p->pStore) ) return;
  for( i = 0; i < nSource; i++ ) placeSource(p, i);
  for( i = 0; i < nQuote; i++ ) placeQuote(p, i);
}

/*------------------------------------------------------------- add, remove */

void newsPlaceOpen(NewsStore *p, i64 iReport, sqlite3_value **apVal, int bApart,
                   NewsDigest *pDigest) {
  sqlite3_value *pBody = apVal[NEWS_ROLE_BODY];
  sqlite3_value *pTitle = apVal[NEWS_ROLE_TITLE];
  const u8 *z = 0;
  u32 n = 0;
  int rc = SQLITE_OK;
  memset(pDigest, 0, sizeof(*pDigest));
  pDigest->iReport = iReport;
  pDigest->iStamp = newsPlaceStamp(apVal[NEWS_ROLE_PUBLISHED]);
  newsSchemaCheck(p);
  if( !newsStoreOk(p) ) return;
  if( pBody ) rc = newsValueText(pBody, &z, &n);
  if( rc == SQLITE_OK && z ) {
    rc = bApart ? newsReportApart(p->pConn, z, n, &pDigest->pReport)
                : newsReportOpen(p->pConn, z, n, &pDigest->pReport);
  }
  if( rc == SQLITE_OK && pTitle ) {
    rc = newsValueText(pTitle, &pDigest->zTitle, &pDigest->nTitle);
    if( pDigest->nTitle == 0 ) pDigest->zTitle = 0;
  }
  if( rc ) newsStoreFail(p, rc, 0);
}

void newsPlaceDigest(NewsStore *p, NewsDigest *pDigest) {
  pDigest->pArena = &p->arena;
  pDigest->pMemo = newsStoreMemo(p);
  if( newsStoreOk(p) ) newsDigestMake(pDigest);
}

void newsPlaceClose(NewsDigest *pDigest) {
  newsReportClose(pDigest->pReport);
  newsDigestFree(pDigest);
}

static void placeBegin(NewsPlace *pPlace, NewsIndex *p, sqlite3_value **apVal,
                       NewsDigest *pDigest) {
  memset(pPlace, 0, sizeof(*pPlace));
  pPlace->pStore = &p->store;
  pPlace->pDigest = pDigest;
  pPlace->iReport = pDigest->iReport;
  pPlace->iStamp = pDigest->iStamp;
  pPlace->pReport = pDigest->pReport;
  memcpy(pPlace->apVal, apVal, sizeof(pPlace->apVal));
}

void newsPlaceAdd(NewsIndex *p, sqlite3_value **apVal, NewsDigest *pDigest) {
  NewsPlace place;
  if( !newsStoreOk(&p->store) ) return;
  placeBegin(&place, p, apVal, pDigest);
  place.iSerial =
      (u32)newsStoreSerial(&p->store, 1 + newsDigestWordings(pDigest));
  placeReport(&place);
  if( place.pReport && newsStoreOk(&p->store) ) {
    placeRows(&place);
    if( newsStoreOk(&p->store) ) newsRemarkAdd(&place);
    if( newsStoreOk(&p->store) ) newsEntityAdd(&place);
    newsListAdd(&p->store, NEWS_LIST_REPORT, place.iSerial, pDigest->vKey.a,
                pDigest->vKey.n);
  }
  newsEventAdd(&place);
  newsListFlush(&p->store);
}

void newsIndexAdd(NewsIndex *p, i64 iReport, sqlite3_value **apVal) {
  NewsDigest digest;
  newsPlaceOpen(&p->store, iReport, apVal, 0, &digest);
  newsPlaceDigest(&p->store, &digest);
  newsPlaceAdd(p, apVal, &digest);
  newsPlaceClose(&digest);
}

void newsIndexRemove(NewsIndex *p, i64 iReport) {
  int i;
  newsSchemaCheck(&p->store);
  newsRemarkRemove(&p->store, iReport);
  newsEntityRemove(&p->store, iReport);
  newsEventRemove(&p->store, iReport);
  newsListSetGone(&p->store);
  for( i = 0; i < PLACE_DROPS; i++ ) {
    newsStoreRun(&p->store, placeStmt(&p->store, PLACE_DROP + i, iReport));
  }
}

/* The rows of a report are as its digest gives them. */
static void placeCheck(NewsPlace *p, NewsPlaced *pPlaced) {
  const NewsVec *pKey = &p->pDigest->vKey;
  u32 i;
  placeReport(p);
  pPlaced->nReport++;
  if( p->pReport && newsStoreOk(p->pStore) ) {
    placeRows(p);
    pPlaced->nCredit += p->pReport->credit.vCredit.n;
    pPlaced->nSource += p->pReport->nRank[NEWS_ACTS_SPEECH];
    pPlaced->nQuote += newsReportQuotes(p->pReport, NEWS_ACTS_SPEECH);
    newsRemarkPlaced(p);
    pPlaced->nKey += pKey->n;
    for( i = 0; i < pKey->n; i++ ) {
      pPlaced->iSum += newsListHash(((u32 *)pKey->a)[i], p->iSerial);
    }
  }
  newsEventCheckReport(p, pPlaced);
}

void newsPlaceCheck(NewsIndex *p, i64 iReport, sqlite3_value **apVal,
                    NewsPlaced *pPlaced) {
  NewsDigest digest;
  NewsPlace place;
  newsPlaceOpen(&p->store, iReport, apVal, 0, &digest);
  newsPlaceDigest(&p->store, &digest);
  if( newsStoreOk(&p->store) ) {
    placeBegin(&place, p, apVal, &digest);
    place.bCheck = 1;
    placeCheck(&place, pPlaced);
  }
  newsPlaceClose(&digest);
}
