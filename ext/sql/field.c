/*
** field.c: see field.h.
*/
#include "sql/field.h"

#include "sql/value.h"
#include "text/fold.h"

const char *newsQuoteKind(const NewsQuote *p) {
  static const char *const az[] = {"direct", "indirect", "mixed"};
  return az[p->eKind];
}

const char *newsQuoteAct(const NewsQuote *p) {
  static const char *const az[] = {"speech", "thought"};
  return az[p->eAct];
}

const char *newsQuotePart(const NewsQuote *p) {
  static const char *const az[] = {"body", "headline"};
  return az[p->ePart];
}

const char *newsSourceKind(const NewsSource *p) {
  static const char *const az[] = {"person", "group", "organisation", "media",
                                   "document"};
  return az[p->eKind];
}

double newsQuoteConfidence(const NewsQuote *p) {
  return NEWS_MIN(NEWS_MAX(p->rConf, 0.0), 1.0);
}

NewsSpan newsQuoteSpan(const NewsReport *p, const NewsQuote *pQuote,
                       int eWhich) {
  NewsSpan tok = pQuote->cue;
  if( eWhich == NEWS_QUOTE_ALL ) {
    if( pQuote->nPiece == 0 ) return newsSpan(0, 0);
    return newsSpan(pQuote->aPiece[0].iFrom,
                    pQuote->aPiece[pQuote->nPiece - 1].iTo);
  }
  if( eWhich == NEWS_QUOTE_MENTION ) tok = pQuote->mention;
  if( eWhich == NEWS_QUOTE_VIA ) tok = pQuote->via;
  if( newsSpanLen(tok) == 0 ) return newsSpan(0, 0);
  return newsTextBytes(&p->text, tok);
}

void newsFieldSpan(const NewsReport *p, NewsSpan bytes, NewsField *pField) {
  memset(pField, 0, offsetof(NewsField, aBuf));
  if( newsSpanLen(bytes) == 0 ) return;
  pField->z = (const char *)&p->z[bytes.iFrom];
  pField->n = newsSpanLen(bytes);
}

void newsFieldFree(NewsField *p) {
  sqlite3_free(p->zFree);
  p->zFree = 0;
}

/* A field with memory of its own, of n bytes. */
static char *fieldNew(NewsField *pField, u64 n) {
  memset(pField, 0, offsetof(NewsField, aBuf));
  pField->z = pField->zFree = sqlite3_malloc64(n + 1);
  pField->n = (i64)n;
  if( pField->z == 0 ) pField->rc = SQLITE_NOMEM;
  return pField->zFree;
}

void newsQuoteWords(const NewsReport *p, const NewsQuote *pQuote,
                    NewsField *pField) {
  u64 n = 0;
  u32 i;
  char *z;
  if( pQuote->nPiece == 1 ) {
    newsFieldSpan(p, pQuote->aPiece[0], pField);
    return;
  }
  for( i = 0; i < pQuote->nPiece; i++ ) n += newsSpanLen(pQuote->aPiece[i]) + 1;
  z = fieldNew(pField, n ? n - 1 : 0);
  for( i = 0; i < pQuote->nPiece && z; i++ ) {
    NewsSpan piece = pQuote->aPiece[i];
    if( i ) *z++ = ' ';
    memcpy(z, &p->z[piece.iFrom], newsSpanLen(piece));
    z += newsSpanLen(piece);
  }
}

void newsFieldFolded(const NewsReport *p, NewsSpan bytes, NewsField *pField) {
  const u8 *z = &p->z[bytes.iFrom];
  u32 nRoom = sizeof(pField->aBuf), n, hash;
  newsFieldSpan(p, bytes, pField);
  if( pField->z == 0 ) return;
  n = newsFoldWord(z, newsSpanLen(bytes), (u8 *)pField->aBuf, nRoom, &hash);
  pField->z = pField->aBuf;
  pField->n = n;
  if( n > nRoom && fieldNew(pField, n) ) {
    newsFoldWord(z, newsSpanLen(bytes), (u8 *)pField->zFree, n, &hash);
  }
}

void newsQuoteLemma(const NewsReport *p, const NewsQuote *pQuote,
                    NewsField *pField) {
  const char *z = newsTextValue(&p->text, pQuote->iCueWord);
  newsFieldFolded(p, newsQuoteSpan(p, pQuote, NEWS_QUOTE_CUE), pField);
  if( pField->z == 0 || z[0] == 0 ) return;
  newsFieldFree(pField);
  pField->z = z;
  pField->n = (i64)strlen(z);
}

void newsFieldResult(NewsField *pField, sqlite3_context *pCtx) {
  if( pField->rc ) {
    newsResultCode(pCtx, pField->rc);
  } else if( pField->zFree ) {
    sqlite3_result_text64(pCtx, pField->zFree, (u64)pField->n, sqlite3_free,
                          SQLITE_UTF8);
    pField->zFree = 0;
  } else if( pField->z ) {
    sqlite3_result_text64(pCtx, pField->z, (u64)pField->n, SQLITE_TRANSIENT,
                          SQLITE_UTF8);
  }
}

int newsFieldBind(const NewsField *pField, sqlite3_stmt *pStmt, int iParam) {
  if( pField->rc || pField->z == 0 ) return pField->rc;
  return sqlite3_bind_text64(pStmt, iParam, pField->z, (u64)pField->n,
                             SQLITE_STATIC, SQLITE_UTF8);
}
