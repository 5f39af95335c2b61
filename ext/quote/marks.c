/*
** marks.c: which quotation marks open and which close.
**
** News uses marks badly: straight and curly mixed, a missing one, a space on
** the wrong side, ' for quotations and apostrophes.  No rule on a single
** mark is safe, so the whole sequence is read at the least cost (Viterbi
** 1967): every mark may open, close or be neither, and each reading costs
** what speaks against it: the shape of the mark, the spaces around it, an
** opening without a close, a close without an opening.
**
**        none --open--> open --close--> none        0 + what the mark says
**        open --open--> open                        a closing mark is missing
**        none --close-> none                        an opening mark is missing
**        any  --skip--> same                        an apostrophe, inches
**        open --paragraph ends--> none | resume | open
**        resume --open--> open                      re-opened paragraph
**
** "open" is kept apart by the shape that opened it, because the curly mark
** that opens in English closes in German.  Double and single marks are read
** separately; a single quotation inside a double one, or the other way round,
** is nested and is left to the outer one.
**
** The trellis is settled every MARKS_WINDOW events, so memory is constant.
*/
#include "quote/marks.h"

#include "lexicon/lexicon.h"

/* Shapes of marks */
enum {
  SHAPE_STRAIGHT, /* " ' : either */
  SHAPE_LEFT,     /* Opens in English; closes after SHAPE_LOW */
  SHAPE_RIGHT,    /* Closes; an apostrophe if single */
  SHAPE_LOW,      /* Low: opens */
  SHAPE_GUIL_L,   /* << opens, or closes after >> */
  SHAPE_GUIL_R,   /* >> closes, or opens */
  SHAPE_CJK_L,
  SHAPE_CJK_R
};

/* States of the trellis: nothing open, re-opening expected, open by shape */
enum {
  ST_NONE,
  ST_RESUME,
  ST_PLAIN,
  ST_CURLY,
  ST_LOW,
  ST_GUIL_L,
  ST_GUIL_R,
  ST_CJK,
  ST_COUNT
};

/* What is done with a mark */
enum {
  ACT_SKIP,
  ACT_OPEN,
  ACT_CLOSE,
  ACT_REOPEN,
  ACT_DROP,
  ACT_RESUME,
  ACT_CARRY,
  ACT_STAY
};

#define COST_MISSING_CLOSE 6
#define COST_MISSING_OPEN 6
#define COST_SKIP_DOUBLE 7
#define COST_UNCLOSED 5
#define COST_CARRY 9      /* Open over a paragraph without a new mark */
#define COST_CARRY_LINE 4 /* The same where paragraphs are mere lines */
#define COST_SHAPE 4      /* Against the shape of the mark */
#define COST_SPACE 3      /* Against the spaces around it */
#define COST_MAX 0x3fffffff

#define MARKS_WINDOW 512

/* An event of the trellis: a mark, or the end of a paragraph. */
typedef struct MarkEvent MarkEvent;
struct MarkEvent {
  u32 iTok;    /* The mark; for a paragraph's end its first token behind */
  u8 eShape;   /* SHAPE_..., at an end that of the mark that re-opens */
  u8 bEnd;     /* A paragraph ends here */
  u8 bReopens; /* ... and the next one begins with a mark that can open */
  u8 bReports; /* ... after a reporting clause: what was open is closed */
  u8 nOpen;    /* Cost of opening, of closing, of neither */
  u8 nClose;
  u8 nSkip;
};

typedef struct Trellis Trellis;
struct Trellis {
  const NewsText *pText;
  NewsMarks *pMarks;
  NewsVec *pOut;       /* of NewsMarked */
  int bSingle;         /* Reading single marks */
  int bLines;          /* Paragraphs are lines */
  int aCost[ST_COUNT]; /* Least cost of each state */
  u32 nEvent;
  int eState;  /* State at the start of the window */
  int iOpen;   /* Token that is open in emitted events, or -1 */
  u8 bResumed; /* It goes on from an earlier paragraph */
  u32 iLast;   /* Where a quotation without opening mark could begin */
  MarkEvent aEvent[MARKS_WINDOW];
  u8 aFrom[MARKS_WINDOW][ST_COUNT]; /* Best state before */
  u8 aAct[MARKS_WINDOW][ST_COUNT];  /* What was done */
};

static int marksShape(u32 c) {
  switch( c ) {
    case 0x201c:
    case 0x2018:
    case 0x201f:
    case 0x201b:
      return SHAPE_LEFT;
    case 0x201d:
    case 0x2019:
      return SHAPE_RIGHT;
    case 0x201e:
    case 0x201a:
      return SHAPE_LOW;
    case 0xab:
    case 0x2039:
      return SHAPE_GUIL_L;
    case 0xbb:
    case 0x203a:
      return SHAPE_GUIL_R;
    case 0x300c:
    case 0x300e:
      return SHAPE_CJK_L;
    case 0x300d:
    case 0x300f:
      return SHAPE_CJK_R;
    case '`':
      return SHAPE_LEFT;
  }
  return SHAPE_STRAIGHT;
}

static int marksIsSingle(u32 c) {
  return c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201b) || c == 0x2039 ||
         c == 0x203a;
}

/* Whether sentence punctuation stands at token i. */
static int marksIsStop(const NewsToken *p) {
  if( p->eKind != NEWS_TOK_PUNCT ) return 0;
  return p->hash == ',' || p->hash == '.' || p->hash == '?' || p->hash == '!' ||
         p->hash == 0x2026;
}

/*
** What the surroundings of the mark say: > 0 that it opens, < 0 that it
** closes, by how much. A comma or stop before it closes, even where the
** space stands on the wrong side: [commitment, "said].
*/
static int marksSpacing(const NewsText *p, u32 i) {
  const NewsToken *pTok = &p->aTok[i];
  const NewsToken *pBefore = i ? pTok - 1 : &p->aTok[p->nTok];
  int bBefore = (pTok->flags & (NEWS_TF_SPACE | NEWS_TF_PARA)) != 0;
  int bAfter = (pTok[1].flags & (NEWS_TF_SPACE | NEWS_TF_PARA)) != 0;
  if( pTok->flags & NEWS_TF_LINE ) return 4;
  if( newsTokPunct(pBefore, '(') || newsTokPunct(pBefore, '[') ||
      newsTokPunct(pBefore, 0x2014) || newsTokPunct(pBefore, 0x2013) ) {
    bBefore = 1;
  }
  if( !bBefore && marksIsStop(pBefore) ) return bAfter ? -4 : -2;
  if( bBefore && !bAfter ) {
    /* [, "said]: space on the wrong side, a small letter behind */
    if( newsTokPunct(pBefore, ',') && pTok[1].eKind == NEWS_TOK_WORD &&
        newsTokIs(&pTok[1], NEWS_LEX_CUE) && !(pTok[1].flags & NEWS_TF_CAP) ) {
      return -1;
    }
    return marksIsStop(&pTok[1]) ? -1 : 3;
  }
  if( !bBefore && bAfter ) return -3;
  if( !bBefore ) return newsTokWordy(&pTok[1]) ? 0 : -1;
  return 0;
}

/* The costs of a double mark. */
static void marksDoubleCosts(const NewsText *p, MarkEvent *pEvent) {
  int n = marksSpacing(p, pEvent->iTok);
  const NewsToken *pTok = &p->aTok[pEvent->iTok];
  pEvent->nOpen = (u8)(n < 0 ? NEWS_MIN(-n, COST_SPACE) : 0);
  pEvent->nClose = (u8)(n > 0 ? NEWS_MIN(n, COST_SPACE) : 0);
  pEvent->nSkip = COST_SKIP_DOUBLE;
  if( pEvent->iTok > 0 && pTok[-1].eKind == NEWS_TOK_NUMBER &&
      !(pTok->flags & NEWS_TF_SPACE) && pTok->hash == '"' ) {
    pEvent->nSkip = 4; /* Inches */
  }
}

/* Whether a word of grammar stands at a token, before which no owner can be:
** "knocked sideways' [by] it", but "the officials' views". */
static int marksIsSmall(const NewsToken *p) {
  return p->eKind == NEWS_TOK_WORD && !(p->flags & NEWS_TF_CAP) &&
         newsTokIs(p, NEWS_LEX_PREP | NEWS_LEX_CONJ | NEWS_LEX_SUBORD |
                          NEWS_LEX_DET | NEWS_LEX_AUX | NEWS_LEX_MODAL) &&
         !newsTokIs(p, NEWS_LEX_VERB | NEWS_LEX_CUE);
}

/*
** The costs of a single mark. Most are apostrophes at a word's end
** ("officials' views") or begin ("'90s"); a quotation's close stands behind
** a stop or comma, its opening behind a space.
*/
static void marksSingleCosts(const NewsText *p, MarkEvent *pEvent) {
  u32 i = pEvent->iTok;
  const NewsToken *pTok = &p->aTok[i];
  const NewsToken *pBefore = i ? pTok - 1 : &p->aTok[p->nTok];
  int n = marksSpacing(p, i);
  pEvent->nOpen = (u8)(n <= 0 ? 8 : 1);
  pEvent->nClose = (u8)(n >= 0 ? 8 : marksIsStop(pBefore) ? 0 : 2);
  pEvent->nSkip = (u8)(n > 0 ? 2 : 4);
  if( n == 0 && pEvent->eShape != SHAPE_LEFT && marksIsStop(pBefore) ) {
    pEvent->nClose = 1; /* [lost, ' he said]: no apostrophe stands alone */
  }
  if( pEvent->eShape == SHAPE_LEFT ) pEvent->nSkip += 3;
  if( n < 0 && pBefore->eKind == NEWS_TOK_WORD ) {
    u8 c = p->z[pBefore->iByte + pBefore->nByte - 1];
    pEvent->nSkip =
        (c | 32) == 's' && !marksIsSmall(&pTok[1]) && !marksIsStop(&pTok[1])
            ? 1
            : 3;
    if( (c | 32) == 's' && (pTok[1].flags & NEWS_TF_CAP) ) {
      pEvent->nClose += 3; /* the Isles' Holm Plan */
    }
  }
  if( n > 0 && ((pTok->flags & NEWS_TF_LINE) || newsTokPunct(pBefore, ':') ||
                newsTokPunct(pBefore, ',')) ) {
    pEvent->nSkip = 5; /* Where quotations begin */
  }
  if( n > 0 && pTok[1].eKind == NEWS_TOK_NUMBER ) pEvent->nSkip = 1;
}

/* State that a mark of this shape opens. */
static int marksOpenState(int eShape) {
  switch( eShape ) {
    case SHAPE_LEFT:
    case SHAPE_RIGHT:
      return ST_CURLY;
    case SHAPE_LOW:
      return ST_LOW;
    case SHAPE_GUIL_L:
      return ST_GUIL_L;
    case SHAPE_GUIL_R:
      return ST_GUIL_R;
    case SHAPE_CJK_L:
      return ST_CJK;
  }
  return ST_PLAIN;
}

/* What the shape says against opening. */
static int marksOpenShape(int eShape) {
  switch( eShape ) {
    case SHAPE_RIGHT:
      return COST_SHAPE;
    case SHAPE_GUIL_R:
      return 1;
    case SHAPE_CJK_R:
      return COST_MAX;
  }
  return 0;
}

/* What the shape says against closing what state eState opened. */
static int marksCloseShape(int eShape, int eState) {
  switch( eState ) {
    case ST_LOW:
      return eShape == SHAPE_LOW      ? COST_MAX
             : eShape >= SHAPE_GUIL_L ? COST_MAX
                                      : 0;
    case ST_GUIL_L:
      return eShape == SHAPE_GUIL_R ? 0 : COST_MAX;
    case ST_GUIL_R:
      return eShape == SHAPE_GUIL_L ? 0 : COST_MAX;
    case ST_CJK:
      return eShape == SHAPE_CJK_R ? 0 : COST_MAX;
  }
  switch( eShape ) {
    case SHAPE_LEFT:
      return COST_SHAPE;
    case SHAPE_STRAIGHT:
      return eState == ST_CURLY;
    case SHAPE_RIGHT:
      return eState == ST_PLAIN;
  }
  return COST_MAX;
}

/* What skipping a mark costs: one of another family inside an open quotation
** is nested, and cheap to pass over. */
static int marksSkipCost(const MarkEvent *p, int eState) {
  if( eState >= ST_LOW && marksCloseShape(p->eShape, eState) == COST_MAX ) {
    return 1;
  }
  if( (eState == ST_PLAIN || eState == ST_CURLY) && p->eShape >= SHAPE_LOW ) {
    return 1;
  }
  return p->nSkip;
}

static void trellisTry(Trellis *p, int *aNew, int eFrom, int eTo, int eAct,
                       int nCost) {
  u32 i = p->nEvent;
  int n;
  if( nCost >= COST_MAX || p->aCost[eFrom] >= COST_MAX ) return;
  n = p->aCost[eFrom] + nCost;
  if( n >= aNew[eTo] ) return;
  aNew[eTo] = n;
  p->aFrom[i][eTo] = (u8)eFrom;
  p->aAct[i][eTo] = (u8)eAct;
}

/* The transitions of a mark. */
static void trellisMark(Trellis *p, const MarkEvent *e, int *aNew) {
  int eOpen = marksOpenState(e->eShape);
  int nOpen = e->nOpen + marksOpenShape(e->eShape), i;
  if( nOpen >= COST_MAX ) nOpen = COST_MAX;
  trellisTry(p, aNew, ST_NONE, eOpen, ACT_OPEN, nOpen);
  trellisTry(p, aNew, ST_NONE, ST_NONE, ACT_SKIP, e->nSkip);
  trellisTry(p, aNew, ST_NONE, ST_NONE, ACT_CLOSE,
             e->nClose + COST_MISSING_OPEN +
                 (e->eShape == SHAPE_LEFT ? COST_SHAPE : 0));
  trellisTry(p, aNew, ST_RESUME, eOpen, ACT_REOPEN, nOpen);
  for( i = ST_PLAIN; i < ST_COUNT; i++ ) {
    int nShape = marksCloseShape(e->eShape, i);
    if( nShape < COST_MAX ) {
      trellisTry(p, aNew, i, ST_NONE, ACT_CLOSE, e->nClose + nShape);
    }
    if( nOpen < COST_MAX ) {
      trellisTry(p, aNew, i, eOpen, ACT_OPEN, nOpen + COST_MISSING_CLOSE);
    }
    trellisTry(p, aNew, i, i, ACT_SKIP, marksSkipCost(e, i));
  }
}

/* The transitions of a paragraph's end. */
static void trellisEnd(Trellis *p, const MarkEvent *e, int *aNew) {
  int nCarry = p->bLines ? COST_CARRY_LINE : COST_CARRY, i;
  if( p->bSingle ) nCarry = COST_MAX;
  trellisTry(p, aNew, ST_NONE, ST_NONE, ACT_STAY, 0);
  for( i = ST_PLAIN; i < ST_COUNT; i++ ) {
    if( e->bReopens ) {
      int n = e->bReports ? COST_UNCLOSED + 1 : p->bSingle ? 3 : 1;
      if( marksOpenState(e->eShape) != i ) n += COST_UNCLOSED;
      trellisTry(p, aNew, i, ST_RESUME, ACT_RESUME, n);
    }
    trellisTry(p, aNew, i, ST_NONE, ACT_DROP, COST_UNCLOSED);
    trellisTry(p, aNew, i, i, ACT_CARRY, nCarry);
  }
}

/* A quotation is complete. */
static void marksEmit(Trellis *p, u32 iOpen, u32 iClose, int flags) {
  NewsMarked *pNew;
  u32 iFrom = flags & NEWS_MK_UNOPENED ? iOpen : iOpen + 1;
  if( iClose < iFrom ) return;
  pNew = newsVecPush(p->pOut, p->pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return;
  pNew->inner = newsSpan(iFrom, iClose);
  pNew->outer.iFrom = iOpen;
  pNew->outer.iTo =
      flags & (NEWS_MK_UNCLOSED | NEWS_MK_ONWARD) ? iClose : iClose + 1;
  pNew->flags = (u8)(flags | (p->bSingle ? NEWS_MK_SINGLE : 0));
}

/* Whether a subject and its cue follow the comma at token i: ", Anna Lorch
** said". The subject is of names and words for persons, each of which may have
** a word before it: "finance chief". */
static int marksClauseFollows(const NewsText *p, u32 i, u32 iLimit) {
  const u64 mWho = NEWS_LEX_TITLE | NEWS_LEX_ROLE | NEWS_LEX_SOURCE |
                   NEWS_LEX_PEOPLE | NEWS_LEX_RANK | NEWS_LEX_ORG;
  u32 j, iMax = NEWS_MIN(iLimit, i + 9);
  for( j = i + 1; j < iMax; j++ ) {
    const NewsToken *pTok = &p->aTok[j];
    if( newsTokIs(pTok, NEWS_LEX_CUE) && newsTokIs(pTok, NEWS_LEX_LEAD) ) {
      return j > i + 1 || newsTokIs(pTok, NEWS_LEX_INVERT);
    }
    if( pTok->eKind == NEWS_TOK_CLITIC ) continue;
    if( pTok->eKind != NEWS_TOK_WORD ) return 0;
    if( !(pTok->flags & NEWS_TF_CAP) &&
        !newsTokIs(pTok, mWho | NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER |
                             NEWS_LEX_SUBJECT) &&
        !(j + 1 < iMax && newsTokIs(&pTok[1], mWho) &&
          !newsTokIs(pTok, NEWS_GRAMMAR)) ) {
      return 0; /* but "finance chief" */
    }
  }
  return 0;
}

int newsMarksReported(const NewsText *p, u32 iTok) {
  return iTok > 0 && iTok < p->nTok && !(p->aTok[iTok].flags & NEWS_TF_SENT) &&
         marksClauseFollows(p, iTok - 1, p->nTok);
}

/*
** Where an unclosed quotation that begins at iOpen ends, iLimit at the
** latest: before a reporting clause set off by a comma, else with the
** sentence in which it stands.
*/
static u32 marksGuessEnd(const NewsText *p, u32 iOpen, u32 iLimit) {
  u32 i;
  for( i = iOpen + 1; i < iLimit; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    if( i > iOpen + 1 && (pTok->flags & NEWS_TF_SENT) ) return i;
    if( newsTokPunct(pTok, ',') && marksClauseFollows(p, i, iLimit) ) {
      return i;
    }
  }
  return iLimit;
}

/* Carry out what was decided for an event. */
static void trellisDo(Trellis *p, const MarkEvent *e, int eAct) {
  int fl = p->bResumed ? NEWS_MK_RESUMED : 0;
  switch( eAct ) {
    case ACT_OPEN:
    case ACT_REOPEN:
      if( p->iOpen >= 0 ) {
        marksEmit(p, (u32)p->iOpen,
                  marksGuessEnd(p->pText, (u32)p->iOpen, e->iTok),
                  fl | NEWS_MK_UNCLOSED);
      }
      p->iOpen = (int)e->iTok;
      p->bResumed = eAct == ACT_REOPEN;
      return;
    case ACT_CLOSE:
      if( p->iOpen >= 0 ) {
        marksEmit(p, (u32)p->iOpen, e->iTok, fl);
      } else if( !p->bSingle && p->iLast < e->iTok ) {
        u32 iSent =
            newsTextSentSpan(p->pText, newsTextSent(p->pText, e->iTok)).iFrom;
        iSent = NEWS_MAX(iSent, p->iLast);
        marksEmit(p, iSent, e->iTok, NEWS_MK_UNOPENED);
      }
      p->iLast = e->iTok + 1;
      break;
    case ACT_DROP:
      marksEmit(p, (u32)p->iOpen,
                marksGuessEnd(p->pText, (u32)p->iOpen, e->iTok),
                fl | NEWS_MK_UNCLOSED);
      p->iLast = e->iTok;
      break;
    case ACT_RESUME:
      marksEmit(p, (u32)p->iOpen, e->iTok, fl | NEWS_MK_ONWARD);
      p->iLast = e->iTok;
      break;
    default:
      if( e->bEnd && p->iOpen < 0 ) p->iLast = e->iTok;
      return;
  }
  p->iOpen = -1;
  p->bResumed = 0;
}

/* Settle the window: the cheapest way through it is carried out. */
static void trellisFlush(Trellis *p) {
  u8 aPath[MARKS_WINDOW];
  int e = 0, i, n = (int)p->nEvent;
  for( i = 1; i < ST_COUNT; i++ ) {
    if( p->aCost[i] < p->aCost[e] ) e = i;
  }
  p->eState = e;
  for( i = n - 1; i >= 0; i-- ) {
    aPath[i] = p->aAct[i][e];
    e = p->aFrom[i][e];
  }
  for( i = 0; i < n; i++ ) trellisDo(p, &p->aEvent[i], aPath[i]);
  for( i = 0; i < ST_COUNT; i++ ) p->aCost[i] = COST_MAX;
  p->aCost[p->eState] = 0;
  p->nEvent = 0;
}

static void trellisAdd(Trellis *p, const MarkEvent *e) {
  int aNew[ST_COUNT], i;
  for( i = 0; i < ST_COUNT; i++ ) aNew[i] = COST_MAX;
  p->aEvent[p->nEvent] = *e;
  memset(p->aFrom[p->nEvent], 0, ST_COUNT);
  memset(p->aAct[p->nEvent], 0, ST_COUNT);
  if( e->bEnd ) {
    trellisEnd(p, e, aNew);
  } else {
    trellisMark(p, e, aNew);
  }
  memcpy(p->aCost, aNew, sizeof(aNew));
  p->nEvent++;
  newsArenaTick(p->pText->pArena, 32);
  /* Nothing open for certain, or the window is full */
  if( p->nEvent == MARKS_WINDOW ) trellisFlush(p);
}

/* Whether the paragraph that begins with token i begins with a mark of this
** reading that can open. */
static int trellisReopens(const Trellis *p, u32 i) {
  const NewsToken *pTok = &p->pText->aTok[i];
  if( i >= p->pText->nTok || pTok->eKind != NEWS_TOK_MARK ) return 0;
  return marksIsSingle(pTok->hash) == p->bSingle &&
         marksOpenShape(marksShape(pTok->hash)) < COST_SHAPE;
}

/* Whether the paragraph that ends before token i ends in a reporting clause
** set off by a comma: [dawn, Anna Lorch said.] */
static int marksReports(const NewsText *p, u32 i) {
  const NewsToken *aTok = p->aTok;
  u32 iLow = i > 10 ? i - 10 : 0, j, k;
  for( j = i; j > iLow + 2; j-- ) {
    if( aTok[j - 1].eKind == NEWS_TOK_MARK ) return 0;
    if( !newsTokIs(&aTok[j - 1], NEWS_LEX_CUE) ||
        !newsTokIs(&aTok[j - 1], NEWS_LEX_LEAD) ) {
      continue;
    }
    for( k = j - 1; k > iLow; k-- ) {
      if( newsTokPunct(&aTok[k - 1], ',') ) return 1;
      if( aTok[k - 1].eKind == NEWS_TOK_MARK ) return 0;
    }
  }
  return 0;
}

/* Read all marks of one sort, single or double. */
static void marksRead(const NewsText *pText, NewsMarks *pMarks, NewsVec *pOut,
                      int bSingle) {
  Trellis t;
  const u32 *aBlock = pText->vBlock.a;
  u32 i, iBlock = 0;
  int j;
  memset(&t, 0, offsetof(Trellis, aEvent));
  t.pText = pText;
  t.pMarks = pMarks;
  t.pOut = pOut;
  t.bSingle = bSingle;
  t.bLines = pText->vBlock.n > 1 && pText->vBlock.n * 40 > pText->nTok;
  t.iOpen = -1;
  for( j = 1; j < ST_COUNT; j++ ) t.aCost[j] = COST_MAX;
  for( i = 0; i <= pText->nTok && pText->pArena->rc == SQLITE_OK; i++ ) {
    u32 iEnd = iBlock < pText->vBlock.n ? aBlock[iBlock] : pText->nTok;
    const NewsToken *pTok;
    MarkEvent e;
    while( i < iEnd && pText->aTok[i].eKind != NEWS_TOK_MARK ) i++;
    pTok = &pText->aTok[i];
    memset(&e, 0, sizeof(e));
    e.iTok = i;
    if( i == pText->nTok || (i == iEnd && i > 0) ) {
      e.bEnd = 1;
      e.bReopens = (u8)trellisReopens(&t, i);
      e.eShape = (u8)(e.bReopens ? marksShape(pTok->hash) : 0);
      e.bReports = (u8)(e.bReopens && marksReports(pText, i));
      trellisAdd(&t, &e);
      e.bEnd = 0;
    }
    while( iBlock < pText->vBlock.n && aBlock[iBlock] <= i ) iBlock++;
    if( pTok->eKind != NEWS_TOK_MARK || marksIsSingle(pTok->hash) != bSingle ) {
      continue;
    }
    e.eShape = (u8)marksShape(pTok->hash);
    if( bSingle ) {
      marksSingleCosts(pText, &e);
    } else {
      marksDoubleCosts(pText, &e);
      if( pText->z[pTok->iByte] == '`' ) e.nClose = COST_SHAPE + COST_SPACE;
    }
    trellisAdd(&t, &e);
  }
  trellisFlush(&t);
  if( t.iOpen >= 0 ) {
    marksEmit(&t, (u32)t.iOpen, marksGuessEnd(pText, (u32)t.iOpen, pText->nTok),
              NEWS_MK_UNCLOSED);
  }
}

/* The first mark in tokens [i, iTo) of another family than bSingle; or iTo. */
static u32 marksOther(const NewsText *p, u32 i, u32 iTo, int bSingle) {
  while( i < iTo && (p->aTok[i].eKind != NEWS_TOK_MARK ||
                     marksIsSingle(p->aTok[i].hash) == bSingle) ) {
    i++;
  }
  return i;
}

static void marksPush(const NewsText *pText, NewsMarks *p,
                      const NewsMarked *pFrom, NewsSpan outer) {
  NewsMarked *pNew = newsVecPush(&p->vTop, pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return;
  *pNew = *pFrom;
  pNew->inner.iFrom += outer.iFrom - pNew->outer.iFrom;
  pNew->inner.iTo -= pNew->outer.iTo - outer.iTo;
  pNew->outer = outer;
}

/* Copy a quotation to vTop; as two, where marks of the other family close and
** open it again around a reporting clause: ['We won," said Doe. "We go on.'] */
static void marksTop(const NewsText *pText, NewsMarks *p,
                     const NewsMarked *pFrom) {
  NewsSpan outer = pFrom->outer;
  int bSingle = (pFrom->flags & NEWS_MK_SINGLE) != 0;
  u32 iTo = pFrom->inner.iTo;
  u32 i = marksOther(pText, pFrom->inner.iFrom, iTo, bSingle), j;
  if( (pFrom->flags & ~NEWS_MK_SINGLE) == 0 && i < iTo &&
      i > pFrom->inner.iFrom && marksIsStop(&pText->aTok[i - 1]) &&
      marksSpacing(pText, i) < -2 && marksClauseFollows(pText, i, iTo) ) {
    j = marksOther(pText, i + 1, iTo, bSingle);
    if( j < iTo && marksSpacing(pText, j) > 2 ) {
      marksPush(pText, p, pFrom, newsSpan(outer.iFrom, i + 1));
      outer.iFrom = j;
    }
  }
  marksPush(pText, p, pFrom, outer);
}

/*
** Merge double and single quotations, both in text order, into vTop: one
** that lies inside another is nested and left out; where they cross, the
** double one stays.
*/
static void marksMerge(const NewsText *pText, NewsMarks *p, NewsVec *pDouble,
                       NewsVec *pSingle) {
  const NewsMarked *a = pDouble->a, *b = pSingle->a;
  u32 i = 0, j = 0, iEnd = 0;
  while( (i < pDouble->n || j < pSingle->n) &&
         pText->pArena->rc == SQLITE_OK ) {
    const NewsMarked *pNext;
    if( j >= pSingle->n ||
        (i < pDouble->n && a[i].outer.iFrom <= b[j].outer.iFrom) ) {
      pNext = &a[i++];
    } else {
      pNext = &b[j++];
      if( i < pDouble->n && a[i].outer.iFrom < pNext->outer.iTo &&
          a[i].outer.iTo > pNext->outer.iTo ) {
        continue; /* They cross */
      }
      if( pNext->flags & NEWS_MK_UNCLOSED ) continue;
    }
    if( pNext->outer.iFrom < iEnd ) continue;
    iEnd = pNext->outer.iTo;
    marksTop(pText, p, pNext);
  }
}

void newsMarksFind(const NewsText *pText, NewsMarks *p) {
  NewsVec vDouble = {0, 0, 0}, vSingle = {0, 0, 0};
  marksRead(pText, p, &vDouble, 0);
  marksRead(pText, p, &vSingle, 1);
  marksMerge(pText, p, &vDouble, &vSingle);
  newsVecFree(&vDouble);
  newsVecFree(&vSingle);
}

void newsMarksFree(NewsMarks *p) { newsVecFree(&p->vTop); }

u32 newsMarksFrom(const NewsMarks *p, u32 iTok) {
  return newsSearch(p->vTop.a, p->vTop.n, sizeof(NewsMarked),
                    offsetof(NewsMarked, outer.iFrom), iTok);
}

int newsMarksAt(const NewsMarks *p, u32 iTok) {
  const NewsMarked *a = p->vTop.a;
  u32 i = newsMarksFrom(p, iTok + 1);
  if( i == 0 ) return -1;
  return newsSpanHas(a[i - 1].outer, iTok) ? (int)(i - 1) : -1;
}
