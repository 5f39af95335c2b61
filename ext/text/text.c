/*
** text.c: see text.h.
*/
#include "text/text.h"

#include "text/sentence.h"
#include "text/surname.h"
#include "text/token.h"

u32 newsTextChar(const NewsText *p, u32 iByte) {
  return newsCharMapCount(&p->chars, iByte);
}

/* The token behind the last, so that looking one ahead is always safe. */
static void textSentinel(NewsText *p) {
  NewsToken *pTok = newsVecPush(&p->vTok, p->pArena, sizeof(*pTok));
  if( pTok == 0 ) return;
  pTok->iByte = p->nByte;
  pTok->flags = NEWS_TF_SPACE | NEWS_TF_LINE | NEWS_TF_PARA | NEWS_TF_SENT;
  p->nTok = p->vTok.n - 1;
  p->aTok = p->vTok.a;
}

void newsTextRead(NewsText *p, NewsArena *pArena, const NewsVocab *pVocab,
                  const u8 *z, u32 nByte) {
  const u8 *zNul = nByte ? memchr(z, 0, nByte) : 0;
  memset(p, 0, sizeof(*p));
  p->pArena = pArena;
  p->pVocab = pVocab;
  p->z = z;
  p->nByte = zNul ? (u32)(zNul - z) : nByte;
  newsCharMapRead(&p->chars, pArena, z, p->nByte);
  newsTokenize(p);
  textSentinel(p);
  if( pArena->rc ) return;
  newsTokenPhrases(p);
  newsSentenceParas(p);
  newsSentenceStarts(p);
  newsSentenceBlocks(p);
  newsSurnames(p);
}

void newsTextFree(NewsText *p) {
  newsVecFree(&p->vTok);
  newsVecFree(&p->vPhrase);
  newsVecFree(&p->vPara);
  newsVecFree(&p->vSent);
  newsVecFree(&p->vBlock);
  newsCharMapFree(&p->chars);
  p->aTok = 0;
  p->nTok = 0;
}

/* Index of the last of ascending starts that is <= iTok; 0 if none is. */
static u32 textLastStart(const NewsVec *pVec, u32 iTok) {
  u32 i = newsSearch(pVec->a, pVec->n, sizeof(u32), 0, iTok + 1);
  return i ? i - 1 : 0;
}

u32 newsTextPara(const NewsText *p, u32 iTok) {
  return textLastStart(&p->vPara, iTok);
}

u32 newsTextSent(const NewsText *p, u32 iTok) {
  return textLastStart(&p->vSent, iTok);
}

u32 newsTextTokenAt(const NewsText *p, u32 iByte) {
  return newsSearch(p->aTok, p->nTok, sizeof(NewsToken),
                    offsetof(NewsToken, iByte), iByte);
}

static NewsSpan textStartSpan(const NewsVec *pVec, u32 i, u32 nTok) {
  const u32 *aStart = pVec->a;
  if( i >= pVec->n ) return newsSpan(nTok, nTok);
  return newsSpan(aStart[i], i + 1 < pVec->n ? aStart[i + 1] : nTok);
}

NewsSpan newsTextParaSpan(const NewsText *p, u32 iPara) {
  return textStartSpan(&p->vPara, iPara, p->nTok);
}

NewsSpan newsTextSentSpan(const NewsText *p, u32 iSent) {
  return textStartSpan(&p->vSent, iSent, p->nTok);
}

NewsSpan newsTextBlockSpan(const NewsText *p, u32 iBlock) {
  return textStartSpan(&p->vBlock, iBlock, p->nTok);
}

const NewsPhrase *newsTextPhrase(const NewsText *p, u32 iTok) {
  const NewsPhrase *a = p->vPhrase.a;
  u32 i;
  if( iTok >= p->nTok || !(p->aTok[iTok].flags & NEWS_TF_PHRASE) ) return 0;
  i = newsSearch(a, p->vPhrase.n, sizeof(*a), offsetof(NewsPhrase, iTok), iTok);
  return i < p->vPhrase.n && a[i].iTok == iTok ? &a[i] : 0;
}

NewsSpan newsTextBytes(const NewsText *p, NewsSpan tok) {
  if( newsSpanLen(tok) == 0 ) {
    u32 i = tok.iFrom <= p->nTok ? p->aTok[tok.iFrom].iByte : p->nByte;
    return newsSpan(i, i);
  }
  return newsSpan(p->aTok[tok.iFrom].iByte,
                  p->aTok[tok.iTo - 1].iByte + p->aTok[tok.iTo - 1].nByte);
}
