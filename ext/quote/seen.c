/*
** seen.c: see seen.h.
*/
#include "quote/seen.h"

#include "base/hash.h"
#include "quote/cue.h"

/* Sorts of items, coarse */
enum {
  SORT_NONE, /* Outside the unit */
  SORT_COMMA,
  SORT_STOP,
  SORT_COLON,
  SORT_DASH,
  SORT_QUOTE,
  SORT_SIGN,
  SORT_NUMBER,
  SORT_SUBJECT,
  SORT_PRON,
  SORT_DET,
  SORT_PREP,
  SORT_CONJ,
  SORT_THAT,
  SORT_SUBORD,
  SORT_AUX,
  SORT_MODAL,
  SORT_NEG,
  SORT_CUE,
  SORT_CUE_OTHER,
  SORT_THOUGHT,
  SORT_ADJUNCT,
  SORT_VERB,
  SORT_PERSON,
  SORT_BODY,
  SORT_TIME,
  SORT_ADVERB,
  SORT_INF,
  SORT_NAME,
  SORT_ED,
  SORT_ING,
  SORT_S,
  SORT_CLITIC,
  SORT_OTHER
};

#define SEEN_PERSON \
  (NEWS_LEX_TITLE | NEWS_LEX_ROLE | NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE)
#define SEEN_BODY \
  (NEWS_LEX_ORG | NEWS_LEX_ORGNAME | NEWS_LEX_MEDIA | NEWS_LEX_DOCUMENT)

u32 newsSeenStep(u32 n) {
  static const u8 aStep[32] = {0, 1, 2, 3, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7, 8,
                               8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9, 9};
  return n < 32 ? aStep[n] : n < 64 ? 10 : 11;
}

/* ---- one item by itself ------------------------------------------------- */

static u8 seenSignSort(const NewsItem *p) {
  if( newsItemSign(p, ',') ) return SORT_COMMA;
  if( newsItemStop(p) ) return SORT_STOP;
  if( newsItemSign(p, ':') || newsItemSign(p, ';') ) return SORT_COLON;
  if( newsItemDash(p) ) return SORT_DASH;
  return SORT_SIGN;
}

/* The last three letters in lower case, as a number. */
static u32 seenTail(const NewsText *p, const NewsToken *pTok) {
  const u8 *z = &p->z[pTok->iByte];
  u32 i = pTok->nByte > 3 ? pTok->nByte - 3 : 0, h = 0;
  for( ; i < pTok->nByte; i++ ) {
    h = h << 8 | z[i] | (u32)(z[i] >= 'A' && z[i] <= 'Z') << 5;
  }
  return h;
}

/* A word without a class: by its ending. */
static u8 seenEnding(u32 tail) {
  if( (tail & 0xffff) == ('e' << 8 | 'd') ) return SORT_ED;
  if( tail == ('i' << 16 | 'n' << 8 | 'g') ) return SORT_ING;
  if( (tail & 0xffff) == ('l' << 8 | 'y') ) return SORT_ADVERB;
  if( (tail & 0xff) == 's' && (tail >> 8 & 0xff) != 's' ) return SORT_S;
  return SORT_OTHER;
}

/* Classes in the order in which the first that a word has is its sort. */
static u8 seenClassSort(u64 mClass) {
  static const struct {
    u64 mClass;
    u8 eSort;
  } aSort[] = {
      {NEWS_LEX_ADJUNCT, SORT_ADJUNCT}, {NEWS_LEX_THOUGHT, SORT_THOUGHT},
      {NEWS_LEX_MODAL, SORT_MODAL},     {NEWS_LEX_AUX, SORT_AUX},
      {NEWS_LEX_NEG, SORT_NEG},         {NEWS_LEX_SUBJECT, SORT_SUBJECT},
      {NEWS_LEX_DET, SORT_DET},         {NEWS_LEX_INDEF, SORT_DET},
      {NEWS_LEX_PRON, SORT_PRON},       {NEWS_LEX_INF, SORT_INF},
      {NEWS_LEX_SUBORD, SORT_SUBORD},   {NEWS_LEX_WH_WORD, SORT_SUBORD},
      {NEWS_LEX_CONJ, SORT_CONJ},       {NEWS_LEX_PREP, SORT_PREP},
      {NEWS_LEX_VERB, SORT_VERB},       {SEEN_PERSON, SORT_PERSON},
      {SEEN_BODY, SORT_BODY},           {NEWS_WHEN, SORT_TIME},
      {NEWS_LEX_NUMBER, SORT_NUMBER},   {NEWS_LEX_ADVERB, SORT_ADVERB}};
  u32 i;
  if( mClass & NEWS_LEX_CUE ) {
    if( !(mClass & (NEWS_LEX_ADJUNCT | NEWS_LEX_THOUGHT)) ) {
      return mClass & (NEWS_LEX_PAST | NEWS_LEX_THIRD) ? SORT_CUE
                                                       : SORT_CUE_OTHER;
    }
  } else if( mClass & NEWS_LEX_THAT ) {
    return SORT_THAT;
  }
  for( i = 0; mClass && i < NEWS_COUNT(aSort); i++ ) {
    if( mClass & aSort[i].mClass ) return aSort[i].eSort;
  }
  return SORT_NONE;
}

/* The same, remembered. */
static u8 seenSortOf(NewsView *p, u64 mClass) {
  u64 h = mClass * 0x9e3779b97f4a7c15u;
  u32 i = (u32)(h >> 58) & (NEWS_SEEN_SORTS - 1);
  if( p->aSort[i].mClass != mClass ) {
    p->aSort[i].mClass = mClass;
    p->aSort[i].eSort = seenClassSort(mClass);
  }
  return p->aSort[i].eSort;
}

/* A quotation: how it begins and ends, and whether it is long. */
static void seenQuote(const NewsText *p, const NewsItem *pItem,
                      NewsSeen *pSeen) {
  const NewsToken *aTok = p->aTok;
  NewsSpan tok = pItem->tok;
  u32 n = newsSpanLen(tok), eEnd = 0;
  if( n > 2 && aTok[tok.iTo - 2].eKind == NEWS_TOK_PUNCT ) {
    eEnd = aTok[tok.iTo - 2].hash == ',' ? 1 : 2;
  }
  pSeen->eSort = SORT_QUOTE;
  pSeen->eShape =
      (u8)(eEnd << 5 | (n > 2 ? aTok[tok.iFrom + 1].flags & NEWS_TF_CAP : 0));
  pSeen->word = 5 + pSeen->eShape;
  pSeen->mClass = newsSeenStep(n);
  pSeen->tail = pSeen->eShape;
}

int newsSeenCloses(const NewsSeen *p) {
  return p->eSort == SORT_QUOTE && p->eShape >> 5 == 1;
}

static void seenItem(NewsView *v, const NewsItem *pItem, NewsSeen *pSeen) {
  const NewsText *p = v->pText;
  const NewsToken *pLast = &p->aTok[NEWS_MAX(pItem->tok.iTo, 1) - 1];
  u64 m = pItem->mClass;
  if( pItem->eType == NEWS_IT_QUOTE ) {
    seenQuote(p, pItem, pSeen);
    return;
  }
  pSeen->word =
      p->aTok[pItem->tok.iFrom].eKind == NEWS_TOK_NUMBER ? 7 : pItem->hash + 1;
  if( newsSpanLen(pItem->tok) > 1 ) {
    pSeen->word = newsHashPair(pSeen->word, pLast->hash);
  }
  pSeen->mClass = (u32)m * 31 + (u32)(m >> 32) * 0x85ebca6bu + pItem->eType;
  pSeen->eShape =
      (u8)(pItem->eType | (pItem->flags & (NEWS_TF_CAP | NEWS_TF_UPPER)));
  switch( pItem->eType ) {
    case NEWS_IT_SIGN:
      pSeen->eSort = seenSignSort(pItem);
      return;
    case NEWS_IT_CLITIC:
      pSeen->eSort = SORT_CLITIC;
      return;
  }
  pSeen->tail = seenTail(p, pLast);
  pSeen->eSort = seenSortOf(v, m);
  if( pSeen->eSort ) return;
  pSeen->eSort = newsItemCap(pItem) && !(pItem->flags & NEWS_TF_SENT)
                     ? SORT_NAME
                     : seenEnding(pSeen->tail);
}

/* ---- the unit ----------------------------------------------------------- */

u32 newsSeenRole(const NewsClause *c, u32 i) {
  if( newsSpanHas(c->mention, i) ) return NEWS_RL_MENTION;
  if( newsSpanHas(c->cue, i) ) return NEWS_RL_CUE;
  if( newsSpanHas(c->left, i) ) {
    return i == c->left.iFrom ? NEWS_RL_FIRST : NEWS_RL_WORDS;
  }
  if( newsSpanHas(c->right, i) ) {
    return i == c->right.iFrom ? NEWS_RL_FIRST : NEWS_RL_WORDS;
  }
  if( newsSpanLen(c->left) && i == c->left.iTo ) return NEWS_RL_BEHIND;
  if( newsSpanLen(c->right) && i == c->right.iTo ) return NEWS_RL_BEHIND;
  return NEWS_RL_NONE;
}

const NewsClause *newsSeenClause(const NewsView *p, u32 i) {
  u32 k = p->aSeen[i - p->unit.iFrom].iOwn;
  return k ? &p->aClause[k - 1] : 0;
}

/* The clause k is one of two candidates of a cue, or the best that are
** chosen. */
static void seenRank(NewsView *p, u32 k) {
  const NewsClause *a = p->aClause - 1, *c = &a[k];
  if( newsSpanLen(c->cue) ) {
    NewsSeen *s = &p->aSeen[c->cue.iFrom - p->unit.iFrom];
    if( s->iOwn == 0 || a[s->iOwn].nScore < c->nScore ) s->iOwn = (u16)k;
  }
  if( c->bTaken != 1 ) return;
  if( p->iFirst == 0 || a[p->iFirst].nScore < c->nScore ) {
    p->iSecond = p->iFirst;
    p->iFirst = k;
  } else if( p->iSecond == 0 || a[p->iSecond].nScore < c->nScore ) {
    p->iSecond = k;
  }
}

/* What the rules' chosen clauses take the items for. */
static void seenRoles(NewsView *p) {
  u32 iBase = p->unit.iFrom, n = newsSpanLen(p->unit), k, i;
  p->iFirst = p->iSecond = 0;
  for( k = 0; k < p->nClause; k++ ) {
    const NewsClause *c = &p->aClause[k];
    u32 iTo;
    seenRank(p, k + 1);
    if( !newsClauseIsRow(c) ) continue;
    i = c->whole.iFrom;
    if( newsSpanLen(c->left) ) i = NEWS_MIN(i, c->left.iFrom);
    iTo = NEWS_MAX(NEWS_MAX(c->whole.iTo, c->left.iTo), c->right.iTo) + 1;
    for( ; i < iTo && i - iBase < n; i++ ) {
      NewsSeen *s = &p->aSeen[i - iBase];
      u32 eRole = newsSeenRole(c, i);
      if( eRole == NEWS_RL_NONE || s->eRole ) continue;
      s->eRole = (u8)eRole;
      s->iClause = (u16)(k + 1);
    }
  }
}

/* Forget what belongs to families that are left out. */
static void seenForget(NewsSeen *s) {
  s->word = newsSeenKeep(NEWS_FM_WORD, s->word);
  s->tail = newsSeenKeep(NEWS_FM_WORD, s->tail);
  s->mClass = newsSeenKeep(NEWS_FM_CLASS, s->mClass);
  s->eSort = (u8)newsSeenKeep(NEWS_FM_SORT, s->eSort);
  s->eShape = (u8)newsSeenKeep(NEWS_FM_SORT, s->eShape);
  s->nLeft = (u8)newsSeenKeep(NEWS_FM_COUNT, s->nLeft);
  s->nRight = (u8)newsSeenKeep(NEWS_FM_COUNT, s->nRight);
  if( NEWS_WITHOUT & NEWS_FM_COUNT ) {
    s->nComma = s->nQuote = s->nVerb = s->nCue = s->nThat = 0;
  }
}

void newsSeenRead(NewsView *p) {
  u32 n = newsSpanLen(p->unit), i;
  NewsSeen count;
  memset(&count, 0, sizeof(count));
  memset(p->aRoom, 0, (n + 2 * NEWS_SEEN_PAD) * sizeof(NewsSeen));
  p->aSeen = &p->aRoom[NEWS_SEEN_PAD];
  for( i = 0; i < n; i++ ) {
    NewsSeen *s = &p->aSeen[i];
    const NewsItem *pItem = &p->a[p->unit.iFrom + i];
    seenItem(p, pItem, s);
    count.nComma += s->eSort == SORT_COMMA;
    count.nQuote += s->eSort == SORT_QUOTE;
    count.nVerb += newsItemIs(pItem, NEWS_FINITE) != 0;
    count.nCue += s->eSort == SORT_CUE;
    count.nThat += s->eSort == SORT_THAT;
    s->nComma = count.nComma;
    s->nQuote = count.nQuote;
    s->nVerb = count.nVerb;
    s->nCue = count.nCue;
    s->nThat = count.nThat;
    s->nLeft = (u8)newsSeenStep(i);
    s->nRight = (u8)newsSeenStep(n - i);
    seenForget(s);
  }
  if( !(NEWS_WITHOUT & NEWS_FM_RULE) ) seenRoles(p);
}

/* ---- features ----------------------------------------------------------- */

/* How sure the rules are of a clause, and which of its sides it has. */
static u32 seenRule(const NewsClause *c) {
  u32 n;
  if( c == 0 ) return 0;
  n = c->nScore < 4 ? 0 : c->nScore > 24 ? 10 : (u32)(c->nScore - 4) / 2;
  return 1 + n + 16 * (u32)(c->bTaken == 1);
}
static u32 seenSides(const NewsClause *c) {
  if( c == 0 ) return 0;
  return 1 + (newsSpanLen(c->left) != 0) + 2 * (newsSpanLen(c->right) != 0) +
         4 * (newsSpanLen(c->mention) == 0      ? 0
              : c->mention.iFrom < c->cue.iFrom ? 1
                                                : 2);
}

#define ADD(a, b) (aSlot[n] = newsSeenHash(n, (a), (b)), n++)

/* Points of the best chosen clause but that of the cue at item i. */
static u32 seenRival(const NewsView *p, u32 i) {
  u32 k = p->iFirst;
  if( k && newsSpanHas(p->aClause[k - 1].cue, i) ) k = p->iSecond;
  return newsSeenKeep(NEWS_FM_CONTEXT,
                      k ? (u32)NEWS_MAX(p->aClause[k - 1].nScore, 0) / 3 + 1
                        : 0);
}

/* How far behind item i, seen as s, "that" stands: 1 to 4, 4 for further; 0:
** nowhere near. */
static u32 seenThat(const NewsView *p, const NewsSeen *s, u32 i) {
  u32 n;
  for( n = 1; n < 9 && s[n].eSort; n++ ) {
    if( s[n].eSort == SORT_THAT ) break;
    if( i + n + 3 >= p->unit.iTo ) break;
  }
  if( s[1].eSort != SORT_NONE && s[NEWS_MIN(n, 3)].eSort == SORT_THAT ) {
    return n;
  }
  return n > 3 && i + n < p->unit.iTo && s[n].eSort == SORT_THAT ? 4 : 0;
}

/* Which marks stand around a cue s, before whose verb group g is. */
static u32 seenMarks(const NewsSeen *s, const NewsSeen *g) {
  return (u32)(s[1].eSort == SORT_QUOTE) |
         (u32)((s[1].eSort == SORT_COMMA || s[1].eSort == SORT_COLON) &&
               s[2].eSort == SORT_QUOTE)
             << 1 |
         (u32)(g->eSort == SORT_QUOTE) << 2 |
         (u32)(g->eSort == SORT_COMMA) << 3;
}

u32 newsSeenCue(const NewsView *p, u32 i, u32 *aSlot) {
  const NewsSeen *s = &p->aSeen[i - p->unit.iFrom], *g;
  const NewsClause *c = NEWS_WITHOUT & NEWS_FM_RULE ? 0 : newsSeenClause(p, i);
  NewsCue cue = newsCueAt(p->pText, p->a, p->unit, i);
  u32 n = 0, rule = seenRule(c), sides = seenSides(c), group, that, marks, role;
  u32 weight =
      newsSeenKeep(NEWS_FM_CLASS, (u32)newsCueWeight(p->pText, &p->a[i]));
  newsCueVerbGroup(&cue);
  g = s - (i - cue.iVerb) - 1;
  group = (u32)cue.bPassive | (u32)cue.bNegated << 1 |
          NEWS_MIN(i - cue.iVerb, 3u) << 2;
  that = seenThat(p, s, i);
  marks = seenMarks(s, g);
  role = s->eRole == NEWS_RL_CUE && c && c->bTaken == 1 ? 9u : (u32)s->eRole;
  ADD(0, 0);
  ADD(s->word, 0);
  ADD(s->tail, s->eShape);
  ADD(s->mClass, weight);
  ADD(s->word, s[1].eSort);
  ADD(s[1].word, s->eSort);
  ADD(s->mClass, s[1].mClass);
  ADD((u32)s[-1].eSort << 8 | s[-2].eSort, s->eSort);
  ADD((u32)s[1].eSort << 8 | s[2].eSort, s->eSort);
  ADD(g->eSort, s->mClass);
  ADD(g->word, s->eSort);
  ADD(group, s->word);
  ADD(rule, s->eSort);
  ADD(rule, s->word);
  ADD(rule, role);
  ADD(sides, rule);
  ADD(sides, s->mClass);
  ADD(sides, s->word);
  ADD(that, s->word);
  ADD(that, s->mClass);
  ADD(marks, s->word);
  ADD(marks, s->mClass);
  ADD((u32)s->nLeft << 8 | s->nRight, s->eSort);
  ADD((u32)p->bHeading, s->eSort);
  ADD(seenRival(p, i), weight << 4 | role);
  ADD((u32)s[1].eSort << 16 | (u32)s[2].eSort << 8 | s[3].eSort,
      weight > 5 ? 2 : weight > 1);
  ADD(role, s->word);
  ADD(role, s->mClass);
  ADD((u32)g->eSort << 8 | s[1].eSort, weight << 4 | marks);
  ADD((u32)g->eSort << 8 | group, weight);
  ADD(g->tail, s->mClass);
  return n;
}

/* Which constructions the lexicon says that a cue takes. */
static u32 seenTakes(u64 mClass) {
  return (u32)((mClass & NEWS_LEX_THAT) != 0) |
         (u32)((mClass & NEWS_LEX_BARE) != 0) << 1 |
         (u32)((mClass & NEWS_LEX_LEAD) != 0) << 2 |
         (u32)((mClass & NEWS_LEX_HEARER) != 0) << 3 |
         (u32)((mClass & NEWS_LEX_WH) != 0) << 4 |
         (u32)((mClass & NEWS_LEX_INF) != 0) << 5 |
         (u32)((mClass & NEWS_LEX_OBJECT) != 0) << 6 |
         (u32)((mClass & NEWS_LEX_ADJUNCT) != 0) << 7;
}

#define ITEM(a, b) (aSlot[n] = newsSeenHash(n + 40, (a), (b)), n++)

u32 newsSeenItem(const NewsView *p, u32 j, u32 side, u32 *aSlot) {
  const NewsSeen *s = &p->aSeen[j - p->unit.iFrom];
  const NewsSeen *z = &p->aSeen[newsSpanLen(p->unit) - 1];
  u32 n = 0;
  u32 rest = side | NEWS_MIN((u32)(z->nVerb - s->nVerb), 3u) << 1 |
             NEWS_MIN((u32)(z->nQuote - s->nQuote), 2u) << 3 |
             NEWS_MIN((u32)(z->nComma - s->nComma), 3u) << 5;
  ITEM(s->word, side);
  ITEM(s->mClass, side);
  ITEM(s->tail, side);
  ITEM(s[-1].word, side);
  ITEM(s[1].word, side);
  ITEM((u32)s[-1].eSort << 8 | s->eSort, side);
  ITEM((u32)s->eSort << 8 | s[1].eSort, side);
  ITEM((u32)s[-2].eSort << 16 | (u32)s[-1].eSort << 8 | s->eSort, side);
  ITEM(s[-1].word, s->eSort);
  ITEM(s->word, s[-1].eSort);
  ITEM((u32)s->nLeft << 8 | s->nRight, side);
  ITEM((u32)s->nRight << 8 | s->eSort, side);
  ITEM(s[-1].mClass, s->mClass);
  ITEM(rest, (u32)s->eSort << 8 | s[1].eSort);
  return n;
}

NewsAsked newsSeenAsk(const NewsView *p, u32 iCue, const NewsClause *pRule) {
  NewsAsked asked;
  memset(&asked, 0, sizeof(asked));
  asked.iCue = iCue;
  asked.pRule = NEWS_WITHOUT & NEWS_FM_RULE ? 0 : pRule;
  asked.rule = seenRule(asked.pRule);
  asked.sides = seenSides(asked.pRule);
  asked.takes = newsSeenKeep(NEWS_FM_CLASS, seenTakes(p->a[iCue].mClass));
  return asked;
}

/* The roles that the rules' candidate gives item j and its neighbours. */
static void seenNeighbours(const NewsView *p, NewsAsked *q, u32 j) {
  const NewsClause *c = q->pRule;
  if( j == q->iItem + 1 && j > p->unit.iFrom + 1 ) {
    q->eLeft = q->eHere;
    q->eHere = q->eRight;
  } else {
    q->eLeft = j > p->unit.iFrom ? newsSeenRole(c, j - 1) : 0;
    q->eHere = newsSeenRole(c, j);
  }
  q->eRight = newsSeenRole(c, j + 1);
  q->iItem = j;
}

u32 newsSeenArgument(const NewsView *p, NewsAsked *q, u32 j, u32 *aSlot) {
  const NewsClause *c = q->pRule;
  u32 i = q->iCue, takes = q->takes;
  const NewsSeen *s = &p->aSeen[j - p->unit.iFrom];
  const NewsSeen *v = &p->aSeen[i - p->unit.iFrom];
  const NewsSeen *l = j < i ? s : v, *r = j < i ? v : s;
  u32 n = 0, side = j > i,
      d = newsSeenKeep(NEWS_FM_COUNT, newsSeenStep(j < i ? i - j : j - i));
  u32 rel = d << 1 | side, between, near, own = 0, ownL, ownR, other, verbs,
      otherL;
#define BETWEEN(x) NEWS_MIN((u32)(r->x - l->x), 3u)
  near = side | BETWEEN(nComma) << 1 | BETWEEN(nQuote) << 3;
  between = near | BETWEEN(nCue) << 5 | BETWEEN(nThat) << 7;
#undef BETWEEN
  if( c ) {
    seenNeighbours(p, q, j);
    own = 1 + q->eHere;
  }
  ownL = q->eLeft;
  ownR = q->eRight;
  other = c && s->iClause && p->aClause + (s->iClause - 1) == c ? 0 : s->eRole;
  otherL = s[-1].eRole;
  verbs = near | NEWS_MIN((u32)(r->nVerb - l->nVerb), 7u) << 5;
  ADD(rel, 0);
  ADD(s->eSort, rel);
  ADD(between, s->eSort);
  ADD(near, (u32)s[-1].eSort << 8 | s->eSort);
  ADD(near, own << 8 | s->eSort);
  ADD(own << 8 | ownL, s->eSort);
  ADD(own << 8 | ownL, q->rule);
  ADD(own << 8 | ownL, other << 8 | otherL);
  ADD(v->word, (u32)s->eSort << 8 | NEWS_MIN(d, 3u) << 1 | side);
  ADD(newsSeenKeep(NEWS_FM_CONTEXT, (u32)s->nFound << 8 | s[1].nFound), near);
  ADD(s->eShape, (u32)s->eSort << 8 | rel);
  ADD((u32)s[-1].eSort << 8 | s->eSort, own << 8 | NEWS_MIN(d, 3u));
  ADD(verbs, s->eSort);
  ADD(own << 8 | ownR, s->eSort);
  ADD(takes << 8 | v[1].eSort, rel);
  ADD(takes << 8 | s->eSort, near);
  ADD((u32)v[1].eSort << 8 | v->eSort, (u32)s->eSort << 8 | near);
  return n;
}
