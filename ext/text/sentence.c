/*
** sentence.c: where paragraphs and sentences begin.
**
** A sentence ends at . ! ? or an ellipsis, with the marks and brackets that
** close behind it, where what follows can begin a sentence: not a small
** letter, not a comma.  An abbreviation's full stop (flag DOT, see token.c)
** ends one only where the abbreviation may stand last ("a.m.", "Inc.",
** "U.S.") and the next word is one that opens sentences.  The white space
** behind a stop may be lost ("He left.She stayed."), but an address or a file
** ("Node.js", "www.Ost.com") is one word.  A line end inside
** a paragraph ends a sentence where the line is a heading or a list item
** rather than wrapped prose.
*/
#include "text/sentence.h"

#include "lexclass.h"

/* Words that open sentences and are seldom parts of names. */
#define OPENS_SENTENCE                                                \
  (NEWS_LEX_DET | NEWS_LEX_PRON | NEWS_LEX_CONJ | NEWS_LEX_SUBORD |   \
   NEWS_LEX_PREP | NEWS_LEX_WH_WORD | NEWS_LEX_AUX | NEWS_LEX_MODAL | \
   NEWS_LEX_ADVERB | NEWS_LEX_NEG | NEWS_LEX_INDEF | NEWS_LEX_OTHER)

static int sentIsClose(const NewsToken *p) {
  if( p->eKind == NEWS_TOK_MARK ) return 1;
  return newsTokPunct(p, ')') || newsTokPunct(p, ']');
}

/* A mark whose shape does not close: behind a space it opens. */
static int sentIsOpener(const NewsToken *p) {
  if( p->eKind != NEWS_TOK_MARK ) return 0;
  return p->hash != 0x201d && p->hash != 0x2019 && p->hash != 0xbb &&
         p->hash != 0x203a;
}

static int sentIsStop(const NewsToken *p) {
  if( p->eKind != NEWS_TOK_PUNCT ) return 0;
  switch( p->hash ) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xff01:
    case 0xff1f:
    case 0x203c:
    case 0x061f:
    case 0x06d4:
    case 0x0964:
      return 1;
  }
  return 0;
}

/* Stops that need no white space behind them. */
static int sentIsWide(const NewsToken *p) {
  return p->hash == 0x3002 || p->hash == 0xff01 || p->hash == 0xff1f;
}

/* A sign that stands before the items of a list. */
static int sentIsBullet(const NewsToken *p) {
  if( newsTokDash(p) ) return 1;
  if( p->eKind == NEWS_TOK_SYMBOL || p->eKind == NEWS_TOK_PUNCT ) {
    switch( p->hash ) {
      case '*':
      case 0x2022:
      case 0x25cf:
      case 0x25aa:
      case 0x25e6:
      case 0x2023:
      case 0xb7:
        return 1;
    }
  }
  return 0;
}

/* Whether the line before token i ends as sentences and headings do. */
static int sentLineStops(const NewsToken *aTok, u32 i) {
  return i == 0 || sentIsStop(&aTok[i - 1]) || sentIsClose(&aTok[i - 1]) ||
         newsTokPunct(&aTok[i - 1], ':');
}

/* Whether the line that begins with token i goes on with the one before, a
** small letter behind what ended no sentence. */
static int sentGoesOn(const NewsText *p, u32 i) {
  const NewsToken *pTok = &((const NewsToken *)p->vTok.a)[i];
  return pTok->eKind == NEWS_TOK_WORD && !(pTok->flags & NEWS_TF_CAP) &&
         p->z[pTok->iByte] < 0xe0 && !sentLineStops(p->vTok.a, i);
}

/* In a text without blank lines each line is a paragraph, unless it goes on
** with the one before; where most do of those that might, the text is wrapped,
** and those that begin with a capital or a number do, too. */
static void sentLines(NewsText *p) {
  NewsToken *aTok = p->vTok.a;
  u32 i, nMight = 0, nGoesOn = 0;
  for( i = 1; i < p->nTok; i++ ) {
    if( !(aTok[i].flags & NEWS_TF_LINE) || sentLineStops(aTok, i) ) continue;
    nMight++;
    nGoesOn += (u32)sentGoesOn(p, i);
  }
  for( i = 0; i < p->nTok; i++ ) {
    if( !(aTok[i].flags & NEWS_TF_LINE) || sentGoesOn(p, i) ) continue;
    if( 2 * nGoesOn > nMight && !sentLineStops(aTok, i) ) continue;
    aTok[i].flags |= NEWS_TF_PARA;
  }
}

void newsSentenceParas(NewsText *p) {
  const NewsToken *aTok = p->vTok.a;
  u32 i;
  int bBlank = 0;
  for( i = 1; i < p->nTok && !bBlank; i++ ) {
    bBlank = (aTok[i].flags & NEWS_TF_PARA) != 0;
  }
  if( !bBlank ) sentLines(p);
  for( i = 0; i < p->nTok; i++ ) {
    u32 *pNew;
    if( !(aTok[i].flags & NEWS_TF_PARA) ) continue;
    pNew = newsVecPush(&p->vPara, p->pArena, sizeof(u32));
    if( pNew == 0 ) return;
    *pNew = i;
  }
}

/*
** Whether a sentence may begin with token i, given that the one before ended
** with a stop: marks that open and brackets are looked through.
*/
static int sentCanOpen(const NewsText *p, u32 i) {
  const NewsToken *aTok = p->vTok.a;
  u32 j;
  for( j = i; j < p->nTok && j < i + 4; j++ ) {
    if( aTok[j].eKind == NEWS_TOK_WORD ) {
      return (aTok[j].flags & NEWS_TF_CAP) != 0 || p->z[aTok[j].iByte] >= 0xe0;
    }
    if( aTok[j].eKind == NEWS_TOK_PUNCT &&
        (aTok[j].hash == ',' || aTok[j].hash == ';' || aTok[j].hash == ':') ) {
      return 0;
    }
    if( aTok[j].eKind == NEWS_TOK_NUMBER || aTok[j].eKind == NEWS_TOK_HANDLE ||
        aTok[j].eKind == NEWS_TOK_LINK ) {
      return 1;
    }
  }
  return 1;
}

/*
** Whether a sentence begins at token j, close behind the stop at token i: the
** white space between them was lost.  The word before it is in small letters,
** or the word behind it opens sentences; neither is part of an address.
*/
static int sentIsLost(const NewsText *p, u32 i, u32 j) {
  const NewsToken *aTok = p->vTok.a;
  const NewsToken *pLast, *pNext = &aTok[j];
  if( i == 0 || j != i + 1 || (aTok[i].flags & NEWS_TF_SPACE) ) return 0;
  pLast = &aTok[i - 1];
  if( pNext->eKind != NEWS_TOK_WORD || !(pNext->flags & NEWS_TF_CAP) ||
      sentIsStop(&pNext[1]) ) {
    return 0;
  }
  if( newsTokIs(pNext, OPENS_SENTENCE) ) return 1;
  return pLast->eKind == NEWS_TOK_WORD && pLast->nByte > 1 &&
         !(pLast->flags & NEWS_TF_CAP) && !(pNext->flags & NEWS_TF_UPPER);
}

/* Whether an abbreviation rather is a surname: "Rahul Sen. He said". */
static int sentIsSurname(const NewsToken *aTok, u32 i) {
  return i > 0 && aTok[i - 1].eKind == NEWS_TOK_WORD &&
         (aTok[i - 1].flags & NEWS_TF_CAP) &&
         !(aTok[i - 1].flags & NEWS_TF_DOT) && (aTok[i].flags & NEWS_TF_CAP) &&
         !newsTokIs(&aTok[i - 1],
                    NEWS_LEX_TITLE | NEWS_LEX_PREP | NEWS_LEX_DET);
}

/* Whether token i, an abbreviation with its stop, ends a sentence before
** token j. */
static int sentDotEnds(const NewsText *p, u32 i, u32 j) {
  const NewsToken *aTok = p->vTok.a;
  const NewsToken *pDot = &aTok[i];
  while( j < p->nTok && sentIsClose(&aTok[j]) ) j++;
  if( j >= p->nTok || aTok[j].eKind != NEWS_TOK_WORD ) return 0;
  if( !(aTok[j].flags & NEWS_TF_CAP) ) return 0;
  if( newsTokIs(pDot, NEWS_LEX_ABBREV) &&
      !newsTokIs(pDot, NEWS_LEX_ABBREV_END) && !sentIsSurname(aTok, i) ) {
    return 0;
  }
  if( pDot->nByte == 2 && !(i > 0 && aTok[i - 1].eKind == NEWS_TOK_NUMBER) ) {
    return 0; /* An initial; "61.5 F." is none */
  }
  return newsTokIs(&aTok[j], OPENS_SENTENCE);
}

/*
** Whether the line that ends before token i is a heading or list item: the
** next line begins with a bullet, or it is short for its paragraph, has no
** full stop, and a capital follows.
*/
static int sentLineEnds(const NewsText *p, u32 iLine, u32 i, u32 nWide) {
  const NewsToken *aTok = p->vTok.a;
  u32 nByte;
  if( sentIsBullet(&aTok[i]) && (aTok[i + 1].flags & NEWS_TF_SPACE) ) return 1;
  if( !sentCanOpen(p, i) ) return 0;
  if( newsTokPunct(&aTok[i - 1], ',') ) return 0;
  nByte = aTok[i - 1].iByte + aTok[i - 1].nByte - aTok[iLine].iByte;
  return nByte * 10 < nWide * 7 || nWide > 200 || nWide < 50;
}

static void sentPush(NewsText *p, u32 i) {
  NewsToken *aTok = p->vTok.a;
  u32 *pNew = newsVecPush(&p->vSent, p->pArena, sizeof(u32));
  if( pNew == 0 ) return;
  *pNew = i;
  aTok[i].flags |= NEWS_TF_SENT;
}

/* Longest line of the tokens [iFrom, iTo) in bytes. */
static u32 sentWidest(const NewsText *p, u32 iFrom, u32 iTo) {
  const NewsToken *aTok = p->vTok.a;
  u32 i, iLine = iFrom, nWide = 0;
  for( i = iFrom + 1; i <= iTo; i++ ) {
    if( i == iTo || (aTok[i].flags & NEWS_TF_LINE) ) {
      u32 nByte = aTok[i - 1].iByte + aTok[i - 1].nByte - aTok[iLine].iByte;
      nWide = NEWS_MAX(nWide, nByte);
      iLine = i;
    }
  }
  return nWide;
}

/* Past the stop at token i and what closes behind it. */
static u32 sentPastClose(const NewsText *p, u32 i, u32 iTo) {
  const NewsToken *aTok = p->vTok.a;
  i++;
  while( i < iTo && sentIsStop(&aTok[i]) ) i++;
  while( i < iTo && sentIsClose(&aTok[i]) ) {
    /* A mark behind a space opens what follows: it does not close */
    if( (aTok[i].flags & NEWS_TF_SPACE) && i + 1 < iTo &&
        (sentIsOpener(&aTok[i]) || !(aTok[i + 1].flags & NEWS_TF_SPACE)) &&
        !newsTokPunct(&aTok[i + 1], ',') ) {
      break;
    }
    i++;
  }
  return i;
}

/* Sentences of one paragraph, tokens [iFrom, iTo). */
static void sentPara(NewsText *p, u32 iFrom, u32 iTo) {
  const NewsToken *aTok = p->vTok.a;
  u32 nWide = sentWidest(p, iFrom, iTo);
  u32 iLine = iFrom, i = iFrom, j;
  sentPush(p, iFrom);
  while( i < iTo ) {
    j = i + 1;
    if( i > iFrom && (aTok[i].flags & NEWS_TF_LINE) ) {
      if( !(aTok[i].flags & NEWS_TF_SENT) &&
          sentLineEnds(p, iLine, i, nWide) ) {
        sentPush(p, i);
      }
      iLine = i;
    }
    if( sentIsStop(&aTok[i]) ) {
      j = sentPastClose(p, i, iTo);
      if( j < iTo &&
          ((aTok[j].flags & NEWS_TF_SPACE) || sentIsWide(&aTok[i]) ||
           sentIsClose(&aTok[j - 1]) || sentIsLost(p, i, j)) &&
          sentCanOpen(p, j) ) {
        sentPush(p, j);
      }
    } else if( (aTok[i].flags & NEWS_TF_DOT) && j < iTo &&
               sentDotEnds(p, i, j) ) {
      while( j < iTo && sentIsClose(&aTok[j]) &&
             !(aTok[j].flags & NEWS_TF_SPACE) ) {
        j++;
      }
      if( j < iTo ) sentPush(p, j);
    }
    newsArenaTick(p->pArena, j - i);
    i = j;
  }
}

void newsSentenceStarts(NewsText *p) {
  u32 i;
  for( i = 0; i < p->vPara.n && p->pArena->rc == SQLITE_OK; i++ ) {
    NewsSpan span = newsTextParaSpan(p, i);
    sentPara(p, span.iFrom, span.iTo);
  }
}

static void sentBlockPush(NewsText *p, u32 i) {
  u32 *pNew = newsVecPush(&p->vBlock, p->pArena, sizeof(u32));
  if( pNew ) *pNew = i;
}

void newsSentenceBlocks(NewsText *p) {
  const NewsToken *aTok = p->vTok.a;
  u32 iPara, i;
  for( iPara = 0; iPara < p->vPara.n && p->pArena->rc == SQLITE_OK; iPara++ ) {
    NewsSpan span = newsTextParaSpan(p, iPara);
    u32 nLine = 0, nSent = 0;
    for( i = span.iFrom + 1; i < span.iTo; i++ ) {
      if( !(aTok[i].flags & NEWS_TF_LINE) ) continue;
      nLine++;
      nSent += (aTok[i].flags & NEWS_TF_SENT) != 0;
    }
    sentBlockPush(p, span.iFrom);
    if( nLine == 0 || nSent * 10 < nLine * 8 ) continue;
    for( i = span.iFrom + 1; i < span.iTo; i++ ) {
      if( (aTok[i].flags & NEWS_TF_LINE) && (aTok[i].flags & NEWS_TF_SENT) ) {
        sentBlockPush(p, i);
      }
    }
  }
}
