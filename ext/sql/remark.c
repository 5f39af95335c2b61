/*
** remark.c: see remark.h.
*/
#include "sql/remark.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/number.h"
#include "similarity/alias.h"
#include "similarity/statement.h"
#include "sql/schema.h"
#include "sql/tell.h"
#include "sql/weave.h"
#include "sql/word.h"

#define WORD_NEW 0
#define WORD_OF 1
#define WORD_DROP 2
#define WORD_LESS 3
#define WORD_BOUND 4
#define WORD_ROWS 5
#define WORD_WHOSE 6

static const char *const azWordSql[] = {
    "INSERT INTO @wording(report, quote, text, start, length, remark, said,"
    " stamp, scene) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "SELECT id, said, remark FROM @wording WHERE report = ?1",
    "DELETE FROM @wording WHERE report = ?1",
    "SELECT 1 FROM @wording AS a, @wording AS b WHERE a.id = ?1 AND"
    " b.id = ?2 AND a.scene < b.scene",
    "UPDATE @doc SET bounded = ifnull(bounded, 0) + ?2 WHERE report = ?1",
    "SELECT said, ifnull(quote, 0), text, start, length, stamp, scene"
    " FROM @wording"
    " WHERE report = ?1 ORDER BY id",
    "SELECT report FROM @wording WHERE id = ?1",
};
NEWS_SET_FITS(azWordSql);

static sqlite3_stmt *wordStmt(NewsStore *p, int i, i64 iFirst) {
  return newsStoreStmtOf(p, NEWS_SET_WORDING, azWordSql, i, iFirst);
}

/*------------------------------------------------------------- statements */

#define WORD_LOOSE 3 /* Words in marks that nobody says, at least */

/* A statement of the report. */
typedef struct WordSpan WordSpan;
struct WordSpan {
  NewsSpan byte;
  u32 iQuote; /* no of its quote, 0: none */
  u8 bDenied; /* By its cue */
};

static void wordPut(NewsPlace *p, const NewsVec *pSpan, u32 iQuote,
                    NewsVec *pVec) {
  const NewsSpan *a = pSpan->a;
  u32 i;
  int bDenied = 0;
  if( iQuote ) {
    bDenied = newsStatementDenied(
        &p->pReport->text,
        newsReportQuote(p->pReport, NEWS_ACTS_SPEECH, iQuote));
  }
  for( i = 0; i < pSpan->n; i++ ) {
    WordSpan *pNew = newsVecPush(pVec, &p->pStore->arena, sizeof(*pNew));
    if( pNew == 0 ) return;
    pNew->byte = a[i];
    pNew->iQuote = iQuote;
    pNew->bDenied = (u8)bDenied;
  }
}

/* The statements of a report into pVec (of WordSpan): those of its quotes, then
** those of loose words in marks. */
static void wordCut(NewsPlace *p, NewsVec *pVec) {
  NewsReport *pReport = p->pReport;
  const NewsSpan *aLoose = pReport->quote.vLoose.a;
  u32 i, n = newsReportQuotes(pReport, NEWS_ACTS_SPEECH);
  NewsVec vSpan = {0};
  for( i = 1; i <= n; i++ ) {
    vSpan.n = 0;
    newsStatementQuote(&pReport->text,
                       newsReportQuote(pReport, NEWS_ACTS_SPEECH, i), &vSpan);
    wordPut(p, &vSpan, i, pVec);
  }
  for( i = 0; i < pReport->quote.vLoose.n; i++ ) {
    if( newsWordCount(&pReport->text, aLoose[i]) < WORD_LOOSE ) continue;
    vSpan.n = 0;
    newsStatementCut(&pReport->text, aLoose[i], &vSpan);
    wordPut(p, &vSpan, 0, pVec);
  }
  newsVecFree(&vSpan);
  if( pReport->arena.rc ) newsStoreFail(p->pStore, pReport->arena.rc, 0);
}

/* The speaker of a quote. Of a person the family name counts, and how the given
** name begins: a report may give no more. */
static NewsSaidWho wordWho(NewsPlace *p, u32 iQuote) {
  const NewsReport *pReport = p->pReport;
  const NewsSource *pSource;
  NewsSaidWho who = {0, 0};
  NewsArena arena;
  NewsAlias alias;
  int iSource = -1;
  if( iQuote ) {
    iSource = newsReportSource(
        pReport, newsReportQuote(pReport, NEWS_ACTS_SPEECH, iQuote));
  }
  if( iSource < 0 ) return who;
  pSource = &pReport->source.aSource[iSource];
  if( !pSource->bNamed ) return who;
  newsArenaInit(&arena, p->pStore->arena.xTick, p->pStore->arena.pTick);
  newsAliasRead(&arena, (const u8 *)pSource->zName, (u32)strlen(pSource->zName),
                pSource->eKind, "", &alias);
  if( arena.rc ) newsStoreFail(p->pStore, arena.rc, 0);
  newsArenaClear(&arena);
  who.name = newsHash((const u8 *)alias.zBlock, (u32)strlen(alias.zBlock)) | 1;
  if( pSource->eKind == NEWS_PERSON ) who.cGiven = newsAliasInitial(&alias);
  return who;
}

/* Read a statement, its scene and its words; one that says little is the
** report's own, and its speaker's. */
static void wordRead(NewsPlace *p, const WordSpan *pSpan, NewsSaid *pSaid,
                     NewsScene *pScene, NewsVec *pWord) {
  newsSceneRead(&p->pReport->text, pSpan->byte, pScene);
  newsSaidRead(&p->pStore->arena, &p->pReport->z[pSpan->byte.iFrom],
               newsSpanLen(pSpan->byte), pSpan->bDenied, pSaid, pWord,
               newsStoreMemo(p->pStore));
  if( pSaid->bStock ) {
    i64 iWhen = p->iStamp == NEWS_STAMP_UNKNOWN ? NEWS_SAID_UNDATED : p->iStamp;
    newsSaidOwn(pSaid, (u64)p->iReport, wordWho(p, pSpan->iQuote), iWhen,
                pScene);
  } else if( newsSaidShort(pSaid) ) {
    newsSaidBy(pSaid, wordWho(p, pSpan->iQuote));
  }
}

/*------------------------------------------------------------------- adding */

/* Write the row of a wording, whose scene the statement has: its id. */
static i64 wordRow(NewsPlace *p, const WordSpan *pSpan, NewsNode *pNode) {
  const NewsReport *pReport = p->pReport;
  sqlite3_stmt *pStmt = wordStmt(p->pStore, WORD_NEW, p->iReport);
  i64 iFrom = newsTextChar(&pReport->text, pSpan->byte.iFrom);
  u8 a[NEWS_SCENE_PACKED];
  if( pStmt == 0 ) return 0;
  if( pSpan->iQuote ) {
    sqlite3_bind_int64(pStmt, 2, p->aQuoteId[pSpan->iQuote - 1]);
  }
  newsStoreText(p->pStore, pStmt, 3,
                (const char *)&pReport->z[pSpan->byte.iFrom],
                newsSpanLen(pSpan->byte));
  sqlite3_bind_int64(pStmt, 4, iFrom + 1);
  sqlite3_bind_int64(pStmt, 5,
                     newsTextChar(&pReport->text, pSpan->byte.iTo) - iFrom);
  sqlite3_bind_int64(pStmt, 6, pNode->iRemark);
  sqlite3_bind_int64(pStmt, 7, pNode->iId);
  sqlite3_bind_int64(pStmt, 8, p->iStamp);
  if( newsSaidShares(&pNode->said) ) {
    newsStoreBlob(p->pStore, pStmt, 9, a, newsScenePack(&pNode->scene, a));
  }
  newsStoreRun(p->pStore, pStmt);
  return sqlite3_last_insert_rowid(p->pStore->db);
}

/* Tell anew of the remarks that were touched, which are then in order and each
** once. */
static void wordTell(NewsStore *p, NewsVec *pTouched) {
  u32 i;
  pTouched->n = newsNumberOnce(pTouched->a, pTouched->n);
  for( i = 0; i < pTouched->n && newsStoreOk(p); i++ ) {
    newsTellAnew(p, ((u32 *)pTouched->a)[i]);
  }
}

/* Whether wordTell() has told of a remark. */
static int wordTold(const NewsVec *pTouched, u32 iRemark) {
  u32 i = newsSearch(pTouched->a, pTouched->n, sizeof(u32), 0, iRemark);
  return i < pTouched->n && ((const u32 *)pTouched->a)[i] == iRemark;
}

/* Note that bounds of work were met. */
static void wordBound(NewsStore *p, i64 iReport, u32 nBound) {
  sqlite3_stmt *pStmt;
  if( nBound == 0 ) return;
  pStmt = wordStmt(p, WORD_BOUND, iReport);
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, nBound);
  newsStoreRun(p, pStmt);
}

/* A statement in words that are known. */
static void wordAgain(NewsPlace *p, const WordSpan *pSpan, NewsNode *pNode,
                      NewsVec *pWord, u32 *pnBound) {
  NewsStore *pStore = p->pStore;
  int bHad = newsTellHas(p, pNode->iRemark), bLess;
  i64 iWording = wordRow(p, pSpan, pNode);
  sqlite3_stmt *pStmt = wordStmt(pStore, WORD_LESS, iWording);
  NewsVec vTouched = {0};
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, pNode->iWording);
  bLess = (int)newsStoreInt(pStore, pStmt, 0);
  if( bLess ) pNode->iWording = iWording;
  pNode->n++;
  newsNodeCount(pStore, pNode);
  newsTellMore(p, pNode, bHad);
  if( !bLess ) return;
  newsWeaveAgain(pStore, pNode, pWord, &vTouched, pnBound);
  wordTell(pStore, &vTouched);
  newsVecFree(&vTouched);
}

/* A statement in words that are new. */
static void wordNew(NewsPlace *p, const WordSpan *pSpan, NewsNode *pNode,
                    NewsVec *pWord, u32 *pnBound) {
  const u8 *z = &p->pReport->z[pSpan->byte.iFrom];
  u32 n = newsSpanLen(pSpan->byte);
  NewsVec vTouched = {0};
  pNode->iRemark = pNode->iId;
  pNode->n = 1;
  pNode->iWording = wordRow(p, pSpan, pNode);
  newsNodeNew(p->pStore, pNode);
  newsWeaveIn(p->pStore, pNode, pWord, &vTouched, pnBound);
  wordTell(p->pStore, &vTouched);
  if( !wordTold(&vTouched, pNode->iRemark) ) {
    newsTellNew(p, pNode->iRemark, z, n); /* Others may have moved, not it */
  }
  newsVecFree(&vTouched);
}

void newsRemarkAdd(NewsPlace *p) {
  NewsVec vSpan = {0}, vWord = {0};
  const WordSpan *a;
  u32 i, nBound = 0;
  i64 iSerial;
  wordCut(p, &vSpan);
  a = vSpan.a;
  iSerial = vSpan.n ? newsStoreSerial(p->pStore, vSpan.n) : 0;
  for( i = 0; i < vSpan.n && newsStoreOk(p->pStore); i++ ) {
    NewsSaid said;
    NewsScene scene;
    NewsNode node;
    wordRead(p, &a[i], &said, &scene, &vWord);
    if( newsNodeFind(p->pStore, &said, &node) ) {
      node.scene = scene;
      wordAgain(p, &a[i], &node, &vWord, &nBound);
    } else {
      memset(&node, 0, sizeof(node));
      node.said = said;
      node.scene = scene;
      node.iId = (u32)(iSerial + i);
      wordNew(p, &a[i], &node, &vWord, &nBound);
    }
  }
  wordBound(p->pStore, p->iReport, nBound);
  newsVecFree(&vSpan);
  newsVecFree(&vWord);
}

/*----------------------------------------------------------------- removing */

/* A wording that goes. */
typedef struct WordGone WordGone;
struct WordGone {
  i64 iId;
  u32 iSaid;
  u32 iRemark;
};

static int wordBySaid(const void *a, const void *b) {
  const WordGone *pa = a, *pb = b;
  if( pa->iSaid != pb->iSaid ) return pa->iSaid < pb->iSaid ? -1 : 1;
  return pa->iId < pb->iId ? -1 : pa->iId > pb->iId;
}
static int wordByRemark(const void *a, const void *b) {
  const WordGone *pa = a, *pb = b;
  if( pa->iRemark != pb->iRemark ) return pa->iRemark < pb->iRemark ? -1 : 1;
  return pa->iId < pb->iId ? -1 : pa->iId > pb->iId;
}

/* n wordings of one statement go. Appends it to pChanged (of u32) where its
** scene may be another now. */
static void wordLess(NewsStore *p, const WordGone *a, u32 n, NewsVec *pTouched,
                     NewsVec *pChanged) {
  NewsNode node;
  u32 i, *pNew;
  if( !newsNodeRead(p, a[0].iSaid, 1, &node) ) return;
  node.n -= n;
  if( node.n <= 0 ) {
    newsWeaveOut(p, &node, pTouched);
    return;
  }
  for( i = 0; i < n && a[i].iId != node.iWording; i++ ) {
  }
  if( i < n ) {
    newsNodeScene(p, &node);
    pNew = newsSaidShares(&node.said)
               ? newsVecPush(pChanged, &p->arena, sizeof(u32))
               : 0;
    if( pNew ) *pNew = node.iId;
  }
  newsNodeCount(p, &node);
}

/* A statement has another scene. */
static void wordChanged(NewsStore *p, u32 iSaid, NewsVec *pTouched) {
  NewsVec vWord = {0};
  NewsNode node;
  u32 nBound = 0;
  if( !newsNodeRead(p, iSaid, 1, &node) ) return;
  newsNodeWords(p, &node, &vWord);
  newsWeaveAgain(p, &node, &vWord, pTouched, &nBound);
  wordBound(p, newsStoreInt(p, wordStmt(p, WORD_WHOSE, node.iWording), 0),
            nBound);
  newsVecFree(&vWord);
}

static void wordRemove(NewsStore *p, i64 iReport, WordGone *a, u32 n) {
  NewsVec vTouched = {0}, vChanged = {0};
  u32 i, j;
  qsort(a, n, sizeof(*a), wordBySaid);
  for( i = 0; i < n && newsStoreOk(p); i = j ) {
    for( j = i + 1; j < n && a[j].iSaid == a[i].iSaid; j++ ) {
    }
    wordLess(p, &a[i], j - i, &vTouched, &vChanged);
  }
  for( i = 0; i < vChanged.n && newsStoreOk(p); i++ ) {
    wordChanged(p, ((u32 *)vChanged.a)[i], &vTouched);
  }
  wordTell(p, &vTouched);
  qsort(a, n, sizeof(*a), wordByRemark);
  for( i = 0; i < n && newsStoreOk(p); i = j ) {
    for( j = i + 1; j < n && a[j].iRemark == a[i].iRemark; j++ ) {
    }
    if( wordTold(&vTouched, a[i].iRemark) ) continue;
    newsTellLess(p, iReport, a[i].iRemark, j - i);
  }
  newsVecFree(&vTouched);
  newsVecFree(&vChanged);
}

void newsRemarkRemove(NewsStore *p, i64 iReport) {
  sqlite3_stmt *pStmt = wordStmt(p, WORD_OF, iReport);
  NewsVec vGone = {0};
  while( newsStoreStep(p, pStmt) ) {
    WordGone *pNew = newsVecPush(&vGone, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) continue;
    pNew->iId = sqlite3_column_int64(pStmt, 0);
    pNew->iSaid = (u32)sqlite3_column_int64(pStmt, 1);
    pNew->iRemark = (u32)sqlite3_column_int64(pStmt, 2);
  }
  newsStoreRun(p, wordStmt(p, WORD_DROP, iReport));
  if( vGone.n ) wordRemove(p, iReport, vGone.a, vGone.n);
  newsVecFree(&vGone);
}

/*----------------------------------------------------------------- checking */

static void wordWrong(NewsPlace *p) {
  newsStoreCorrupt(p->pStore, "wording",
                   "a row of report %lld is not what its text gives",
                   p->iReport);
}

/* The statement of a row of the report is the one that it should be. */
static void wordSame(NewsPlace *p, const NewsSaid *pSaid, u32 iSaid) {
  u8 a[NEWS_SAID_PACKED], b[NEWS_SAID_PACKED];
  NewsNode node;
  u32 n;
  if( !newsNodeRead(p->pStore, iSaid, 1, &node) ) return;
  n = newsSaidPack(pSaid, a);
  if( n != newsSaidPack(&node.said, b) || memcmp(a, b, n) ) {
    newsStoreCorrupt(p->pStore, "said", "data of statement %u", iSaid);
  }
}

/* The scene of a row is that of the statement; NULL where that is no other
** report's (newsSaidShares()). */
static int wordScene(const NewsScene *pScene, sqlite3_stmt *pRow) {
  const u8 *z = sqlite3_column_blob(pRow, 6);
  u32 n = (u32)sqlite3_column_bytes(pRow, 6);
  u8 a[NEWS_SCENE_PACKED];
  if( z == 0 ) return 1;
  return newsScenePack(pScene, a) == n && memcmp(a, z, n) == 0;
}

/* The next row of the report is as this statement has it; 0 after an error. */
static int wordCheck(NewsPlace *p, const WordSpan *pSpan, sqlite3_stmt *pRow) {
  const NewsReport *pReport = p->pReport;
  i64 iFrom = newsTextChar(&pReport->text, pSpan->byte.iFrom);
  i64 n = newsTextChar(&pReport->text, pSpan->byte.iTo) - iFrom;
  u32 nByte = newsSpanLen(pSpan->byte);
  i64 iQuote = pSpan->iQuote ? p->aQuoteId[pSpan->iQuote - 1] : 0;
  NewsVec vWord = {0};
  NewsScene scene;
  NewsSaid said;
  const u8 *z;
  if( !newsStoreStep(p->pStore, pRow) ) {
    wordWrong(p);
    return 0;
  }
  wordRead(p, pSpan, &said, &scene, &vWord);
  newsVecFree(&vWord);
  z = sqlite3_column_text(pRow, 2);
  if( sqlite3_column_int64(pRow, 1) != iQuote || z == 0 ||
      (u32)sqlite3_column_bytes(pRow, 2) != nByte ||
      memcmp(z, &pReport->z[pSpan->byte.iFrom], nByte) ||
      sqlite3_column_int64(pRow, 3) != iFrom + 1 ||
      sqlite3_column_int64(pRow, 4) != n ||
      sqlite3_column_int64(pRow, 5) != p->iStamp || !wordScene(&scene, pRow) ) {
    wordWrong(p);
  } else {
    wordSame(p, &said, (u32)sqlite3_column_int64(pRow, 0));
  }
  return newsStoreOk(p->pStore);
}

void newsRemarkPlaced(NewsPlace *p) {
  sqlite3_stmt *pRow = wordStmt(p->pStore, WORD_ROWS, p->iReport);
  NewsVec vSpan = {0};
  const WordSpan *a;
  u32 i;
  wordCut(p, &vSpan);
  a = vSpan.a;
  for( i = 0; i < vSpan.n && wordCheck(p, &a[i], pRow); i++ ) {
  }
  if( newsStoreStep(p->pStore, pRow) ) wordWrong(p);
  newsStoreReset(p->pStore, pRow);
  newsVecFree(&vSpan);
}
