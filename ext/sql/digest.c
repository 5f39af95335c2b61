/*
** digest.c: see digest.h.
*/
#include "sql/digest.h"

#include "base/hash.h"
#include "similarity/alias.h"
#include "similarity/probe.h"
#include "similarity/statement.h"
#include "sql/schema.h"
#include "sql/word.h"

#define DIGEST_LOOSE 3 /* Words in marks that nobody says, at least */

/* Statements that are read at once: they take more memory than their text. */
#define DIGEST_READ 1000

/* Where a statement stands. */
typedef struct DigestSpan DigestSpan;
struct DigestSpan {
  NewsSpan byte;
  u32 iQuote;
  u8 bDenied;
};

/*------------------------------------------------------------- statements */

static void digestPut(NewsDigest *p, const NewsVec *pSpan, u32 iQuote) {
  const NewsSpan *a = pSpan->a;
  u32 i;
  int bDenied = 0;
  if( iQuote ) {
    bDenied = newsStatementDenied(
        &p->pReport->text,
        newsReportQuote(p->pReport, NEWS_ACTS_SPEECH, iQuote));
  }
  for( i = 0; i < pSpan->n; i++ ) {
    DigestSpan *pNew = newsVecPush(&p->vSpan, p->pArena, sizeof(*pNew));
    if( pNew == 0 ) return;
    pNew->byte = a[i];
    pNew->iQuote = iQuote;
    pNew->bDenied = (u8)bDenied;
  }
}

/* The statements of a report: those of its quotes, then those of loose words in
** marks. */
static void digestCut(NewsDigest *p) {
  NewsReport *pReport = p->pReport;
  const NewsSpan *aLoose = pReport->quote.vLoose.a;
  u32 i, n = newsReportQuotes(pReport, NEWS_ACTS_SPEECH);
  NewsVec vSpan = {0};
  for( i = 1; i <= n; i++ ) {
    vSpan.n = 0;
    newsStatementQuote(&pReport->text,
                       newsReportQuote(pReport, NEWS_ACTS_SPEECH, i), &vSpan);
    digestPut(p, &vSpan, i);
  }
  for( i = 0; i < pReport->quote.vLoose.n; i++ ) {
    if( newsWordCount(&pReport->text, aLoose[i]) < DIGEST_LOOSE ) continue;
    vSpan.n = 0;
    newsStatementCut(&pReport->text, aLoose[i], &vSpan);
    digestPut(p, &vSpan, 0);
  }
  newsVecFree(&vSpan);
  if( p->pArena->rc == SQLITE_OK ) p->pArena->rc = pReport->arena.rc;
}

/* The speaker of a quote. Of a person the family name counts, and how the given
** name begins: a report may give no more. */
static NewsSaidWho digestWho(NewsDigest *p, u32 iQuote) {
  const NewsReport *pReport = p->pReport;
  const NewsSource *pSource;
  NewsSaidWho who = {0, 0};
  NewsAlias alias;
  int iSource = -1;
  if( iQuote ) {
    iSource = newsReportSource(
        pReport, newsReportQuote(pReport, NEWS_ACTS_SPEECH, iQuote));
  }
  if( iSource < 0 ) return who;
  pSource = &pReport->source.aSource[iSource];
  if( !pSource->bNamed ) return who;
  newsAliasRead(p->pArena, (const u8 *)pSource->zName,
                (u32)strlen(pSource->zName), pSource->eKind, "", &alias);
  if( p->pArena->rc ) return who;
  who.name = newsHash((const u8 *)alias.zBlock, (u32)strlen(alias.zBlock)) | 1;
  if( pSource->eKind == NEWS_PERSON ) who.cGiven = newsAliasInitial(&alias);
  return who;
}

/* Read a statement, its scene and its words; one that says little is the
** report's own, and its speaker's. */
static void digestRead(NewsDigest *p, u32 i, NewsWording *pOut,
                       NewsVec *pWord) {
  const DigestSpan *pSpan = &((const DigestSpan *)p->vSpan.a)[i];
  NewsSaid *pSaid = &pOut->said;
  pOut->byte = pSpan->byte;
  pOut->iQuote = pSpan->iQuote;
  newsSceneRead(&p->pReport->text, pSpan->byte, &p->gist, &pOut->scene);
  newsSaidRead(p->pArena, &p->pReport->z[pSpan->byte.iFrom],
               newsSpanLen(pSpan->byte), pSpan->bDenied, pSaid, pWord,
               p->pMemo);
  if( pSaid->bStock ) {
    i64 iWhen = p->iStamp == NEWS_STAMP_UNKNOWN ? NEWS_SAID_UNDATED : p->iStamp;
    newsSaidOwn(pSaid, (u64)p->iReport, digestWho(p, pSpan->iQuote), iWhen,
                &pOut->scene);
  } else if( newsSaidShort(pSaid) ) {
    newsSaidBy(pSaid, digestWho(p, pSpan->iQuote));
  }
}

/* Read the first statements; their words are copied as they are. */
static void digestWord(NewsDigest *p) {
  u32 i, n = NEWS_MIN(p->vSpan.n, DIGEST_READ);
  p->aWorded = newsArenaAlloc(p->pArena, n * (i64)sizeof(*p->aWorded));
  for( i = 0; i < n && p->pArena->rc == SQLITE_OK; i++ ) {
    NewsWording *pOut = &p->aWorded[i];
    size_t nByte;
    digestRead(p, i, pOut, &p->vRoom);
    nByte = p->vRoom.n * sizeof(NewsSayWord);
    pOut->vWord.a = newsArenaRoom(p->pArena, (i64)nByte);
    if( pOut->vWord.a == 0 ) return;
    if( nByte ) memcpy(pOut->vWord.a, p->vRoom.a, nByte);
    pOut->vWord.n = pOut->vWord.nSlot = p->vRoom.n;
    p->nWorded = i + 1;
  }
}

u32 newsDigestWordings(const NewsDigest *p) { return p->vSpan.n; }

NewsWording *newsDigestWording(NewsDigest *p, u32 i) {
  if( i < p->nWorded ) return &p->aWorded[i];
  digestRead(p, i, &p->room, &p->vRoom);
  p->room.vWord = p->vRoom;
  return &p->room;
}

/*---------------------------------------------------------------- all of it */

/* Make the parts of the report; one that stands apart ticks as the digest. */
static void digestReport(NewsDigest *p) {
  NewsArena *pOwn = p->pReport->pConn ? 0 : &p->pReport->arena;
  int rc;
  if( pOwn ) {
    pOwn->xTick = p->pArena->xTick;
    pOwn->pTick = p->pArena->pTick;
    pOwn->nBudget = p->pArena->nBudget;
  }
  rc = newsReportNeed(p->pReport, NEWS_PART_CREDIT);
  if( rc == SQLITE_OK ) rc = newsReportNeed(p->pReport, NEWS_PART_SOURCE);
  if( pOwn ) {
    p->pArena->nBudget = pOwn->nBudget;
    pOwn->xTick = 0;
  }
  if( p->pArena->rc == SQLITE_OK ) p->pArena->rc = rc;
}

void newsDigestMake(NewsDigest *p) {
  const u8 *z = (const u8 *)"";
  u32 n = 0;
  if( p->pReport ) {
    z = p->pReport->z;
    n = p->pReport->nByte;
    digestReport(p);
    if( p->pArena->rc ) return;
  }
  newsGistFind(p->pArena, p->zTitle, p->nTitle, z, n, &p->gist, p->aGistKey,
               &p->nGistKey);
  if( p->pReport ) {
    digestCut(p);
    digestWord(p);
    newsProbeFind(p->pArena, z, n, NEWS_PROBE_WINDOW, &p->vKey);
  }
}

void newsDigestFree(NewsDigest *p) {
  newsVecFree(&p->vSpan);
  newsVecFree(&p->vRoom);
  newsVecFree(&p->vKey);
}
