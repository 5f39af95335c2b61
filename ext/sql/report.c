/*
** report.c: see report.h.
*/
#include "sql/report.h"

#include "lexicon/lexicon.h"
#include "sql/word.h"

#define REPORT_IDLE 4            /* Reports kept that nobody uses */
#define REPORT_IDLE_BYTE 1000000 /* Bytes of text in them, at most */
#define REPORT_COPY (1 << 22)    /* Bytes copied between two polls */

/*---------------------------------------------------------- the list of them */

static void reportFree(NewsReport *p) {
  newsTextFree(&p->text);
  newsQuoteFree(&p->quote);
  newsCreditFree(&p->credit);
  newsVecFree(&p->vSentence);
  newsArenaClear(&p->arena);
  sqlite3_free(p->z);
  sqlite3_free(p);
}

static void reportUnlist(NewsReport *p) {
  NewsReport **pp;
  if( !p->bListed ) return;
  pp = &p->pConn->pReport;
  while( *pp != p ) pp = &(*pp)->pNext;
  *pp = p->pNext;
  p->bListed = 0;
}

static void reportList(NewsReport *p) {
  p->pNext = p->pConn->pReport;
  p->pConn->pReport = p;
  p->bListed = 1;
}

/* Free the reports out of use but for the nKeep used last. */
static void reportTrim(NewsConn *pConn, int nKeep) {
  NewsReport *p, *pNext;
  u64 nByte = 0;
  int n = 0;
  for( p = pConn->pReport; p; p = pNext ) {
    pNext = p->pNext;
    if( p->nRef ) continue;
    nByte += p->nByte;
    if( ++n <= nKeep && nByte <= REPORT_IDLE_BYTE ) continue;
    nByte -= p->nByte;
    n--;
    reportUnlist(p);
    reportFree(p);
  }
}

void newsReportForget(NewsConn *pConn) { reportTrim(pConn, 0); }

static NewsReport *reportFind(NewsConn *pConn, const u8 *z, u32 nByte) {
  NewsReport *p = pConn->pReport;
  for( ; p; p = p->pNext ) {
    if( p->nByte == nByte && !p->bBusy && memcmp(p->z, z, nByte) == 0 ) break;
  }
  return p;
}

/* Bytes that are compared or copied in the time of one unit of work. */
#define REPORT_FAST 32

/* Copy the text, in pieces: it may be 2 GB. */
static void reportCopy(NewsReport *p, const u8 *z) {
  NewsTick tick;
  u32 i, n;
  newsTickBegin(&tick, &p->pConn->pace, &p->arena);
  for( i = 0; i < p->nByte; i += n ) {
    n = NEWS_MIN(p->nByte - i, REPORT_COPY);
    memcpy(&p->z[i], &z[i], n);
    if( newsArenaTick(&p->arena, n / REPORT_FAST) ) break;
  }
  newsTickEnd(&tick, &p->arena);
}

static NewsReport *reportNew(NewsConn *pConn, const u8 *z, u32 nByte,
                             int *pRc) {
  NewsReport *p = sqlite3_malloc64(sizeof(*p));
  u8 *zCopy = sqlite3_malloc64((u64)nByte + 1);
  if( p == 0 || zCopy == 0 ) {
    sqlite3_free(p);
    sqlite3_free(zCopy);
    *pRc = SQLITE_NOMEM;
    return 0;
  }
  memset(p, 0, sizeof(*p));
  newsArenaInit(&p->arena, 0, 0);
  p->pConn = pConn;
  p->z = zCopy;
  p->z[nByte] = 0;
  p->nByte = nByte;
  reportCopy(p, z);
  *pRc = p->arena.rc;
  if( p->arena.rc ) {
    reportFree(p);
    return 0;
  }
  return p;
}

int newsReportOpen(NewsConn *pConn, const u8 *z, u32 nByte, NewsReport **pp) {
  int rc = SQLITE_OK;
  NewsReport *p = reportFind(pConn, z, nByte);
  *pp = 0;
  if( p ) {
    rc = newsTickWork(&pConn->pace, nByte / REPORT_FAST);
    if( rc ) return rc;
    reportUnlist(p);
  } else {
    p = reportNew(pConn, z, nByte, &rc);
  }
  if( p == 0 ) return rc;
  p->nRef++;
  reportList(p);
  *pp = p;
  return SQLITE_OK;
}

int newsReportApart(NewsConn *pConn, const u8 *z, u32 nByte, NewsReport **pp) {
  int rc = SQLITE_OK;
  *pp = reportNew(pConn, z, nByte, &rc);
  if( rc ) return rc;
  (*pp)->pConn = 0;
  (*pp)->nRef = 1;
  return SQLITE_OK;
}

void newsReportClose(NewsReport *p) {
  if( p == 0 ) return;
  if( p->arena.rc ) reportUnlist(p); /* Others work in its arena too */
  if( --p->nRef > 0 ) return;
  if( p->bListed ) {
    reportTrim(p->pConn, REPORT_IDLE);
  } else {
    reportFree(p);
  }
}

/*---------------------------------------------------------------- the parts */

/* The sentences, those joined that a reporting clause continues. */
static void reportSentences(NewsReport *p) {
  const u8 *aJoin = newsQuoteJoins(&p->text);
  u32 i;
  for( i = 0; i < p->text.vSent.n && p->arena.rc == SQLITE_OK; i++ ) {
    NewsSpan tok = newsTextSentSpan(&p->text, i);
    NewsSpan *pSpan = p->vSentence.a;
    newsArenaTick(&p->arena, 1);
    if( aJoin && aJoin[i] && p->vSentence.n > 0 ) {
      pSpan[p->vSentence.n - 1].iTo = tok.iTo;
    } else if( newsSpanLen(tok) > 0 ) {
      pSpan = newsVecPush(&p->vSentence, &p->arena, sizeof(*pSpan));
      if( pSpan ) *pSpan = tok;
    }
  }
}

static void reportSpeech(NewsReport *p) {
  const NewsQuote *aQuote;
  i64 n;
  u32 i;
  newsQuoteFind(&p->text, &p->quote);
  aQuote = p->quote.vQuote.a;
  n = (i64)p->quote.vQuote.n + 1;
  p->aSpeech = newsArenaAlloc(&p->arena, n * (i64)sizeof(u32));
  if( p->aSpeech == 0 ) return;
  for( i = 0; i < p->quote.vQuote.n; i++ ) {
    if( aQuote[i].eAct == NEWS_SPEECH ) p->aSpeech[p->nSpeech++] = i;
  }
}

/* Count a quote for its source. */
static void reportTally(NewsReport *p, const NewsQuote *pQuote) {
  NewsTally *pTally;
  u32 i, nWord = 0;
  int iSource = newsReportSource(p, pQuote);
  if( iSource < 0 ) return;
  for( i = 0; i < pQuote->nPiece; i++ ) {
    nWord += newsWordCount(&p->text, pQuote->aPiece[i]);
  }
  pTally = &p->aTally[iSource];
  pTally->aQuote[NEWS_ACTS_ALL]++;
  pTally->aWord[NEWS_ACTS_ALL] += nWord;
  if( pQuote->eAct == NEWS_SPEECH ) {
    pTally->aQuote[NEWS_ACTS_SPEECH]++;
    pTally->aWord[NEWS_ACTS_SPEECH] += nWord;
  }
  newsArenaTick(&p->arena, nWord);
}

/*
** Number the sources: those who say something first, and behind them those
** who only think, each in text order. So an id means the same source in every
** call, and none is left out in between.
*/
static void reportRank(NewsReport *p) {
  u32 i, nRank = 0;
  for( i = 0; i < p->source.nSource; i++ ) {
    if( p->aTally[i].aQuote[NEWS_ACTS_SPEECH] == 0 ) continue;
    p->aRank[nRank++] = i;
    p->aTally[i].iId = nRank;
  }
  p->nRank[NEWS_ACTS_SPEECH] = nRank;
  for( i = 0; i < p->source.nSource; i++ ) {
    if( p->aTally[i].iId || p->aTally[i].aQuote[NEWS_ACTS_ALL] == 0 ) continue;
    p->aRank[nRank++] = i;
    p->aTally[i].iId = nRank;
  }
  p->nRank[NEWS_ACTS_ALL] = nRank;
}

static void reportSources(NewsReport *p) {
  const NewsQuote *aQuote = p->quote.vQuote.a;
  i64 n;
  u32 i;
  newsSourceFind(&p->text, &p->quote, &p->source);
  n = (i64)p->source.nSource + 1;
  p->aTally = newsArenaAlloc(&p->arena, n * (i64)sizeof(NewsTally));
  p->aRank = newsArenaAlloc(&p->arena, n * (i64)sizeof(u32));
  if( p->arena.rc ) return;
  for( i = 0; i < p->quote.vQuote.n; i++ ) reportTally(p, &aQuote[i]);
  reportRank(p);
}

/* Make a part; those that it builds on are there. */
static void reportMake(NewsReport *p, int ePart) {
  switch( ePart ) {
    case NEWS_PART_TEXT:
      newsTextRead(&p->text, &p->arena, newsLexicon(), p->z, p->nByte);
      break;
    case NEWS_PART_SENTENCE:
      reportSentences(p);
      break;
    case NEWS_PART_CREDIT:
      newsCreditFind(&p->text, &p->credit);
      break;
    case NEWS_PART_QUOTE:
      reportSpeech(p);
      break;
    default:
      reportSources(p);
      break;
  }
}

int newsReportNeed(NewsReport *p, int ePart) {
  static const u8 aBase[NEWS_PARTS] = {
      NEWS_PART_TEXT, NEWS_PART_TEXT,  NEWS_PART_TEXT,
      NEWS_PART_TEXT, NEWS_PART_QUOTE,
  };
  NewsTick tick;
  if( p->aDone[ePart] ) return SQLITE_OK;
  if( p->arena.rc ) return p->arena.rc;
  if( p->bBusy ) return SQLITE_MISUSE; /* From within a progress handler */
  if( ePart != NEWS_PART_TEXT && newsReportNeed(p, aBase[ePart]) ) {
    return p->arena.rc;
  }
  p->bBusy = 1;
  if( p->pConn ) newsTickBegin(&tick, &p->pConn->pace, &p->arena);
  reportMake(p, ePart);
  if( p->pConn ) newsTickEnd(&tick, &p->arena);
  p->bBusy = 0;
  p->aDone[ePart] = p->arena.rc == SQLITE_OK;
  if( p->arena.rc ) reportUnlist(p);
  return p->arena.rc;
}

/*------------------------------------------------------------ what is in it */

u32 newsReportQuotes(const NewsReport *p, int eActs) {
  return eActs == NEWS_ACTS_ALL ? p->quote.vQuote.n : p->nSpeech;
}

const NewsQuote *newsReportQuote(const NewsReport *p, int eActs, u32 iId) {
  const NewsQuote *aQuote = p->quote.vQuote.a;
  return &aQuote[eActs == NEWS_ACTS_ALL ? iId - 1 : p->aSpeech[iId - 1]];
}

int newsReportSource(const NewsReport *p, const NewsQuote *pQuote) {
  int i = pQuote->iSource;
  return i >= 0 && (u32)i < p->source.nSource ? i : -1;
}
