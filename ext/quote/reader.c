/*
** reader.c: see reader.h.
*/
#include "quote/reader.h"

#include "base/bytes.h"
#include "quote/extent.h"
#include "quote/cue.h"

#define READER_LOW (-1000000) /* Less than any sum */
#define READER_PACK 8         /* A power of two, more than there are labels */
/* Points of a cue that is looked at; of one that the lexicon has as one that
** seldom reports (weight) and the rules have not. Lower ones cost time, and
** bring no rows. */
#define READER_CUE_LEAST (-18)
#define READER_LIGHT_LEAST 2
#define READER_HEAVY 2
/* In training less is asked for: the last model learns what is none */
#define READER_TRAIN (-10)

/* ---- first model: cues -------------------------------------------------- */

/* Points of both answers from a table of such. */
static void readerAnswer(const signed char *aWeight, u32 nBit, const u32 *aSlot,
                         u32 n, int *aSum) {
  u32 i;
  aSum[0] = aSum[1] = 0;
  for( i = 0; i < n; i++ ) {
    const signed char *w = &aWeight[(aSlot[i] >> (32 - nBit)) * NEWS_AN_N];
    aSum[0] += w[0];
    aSum[1] += w[1];
  }
}

int newsReaderMay(const NewsView *p, u32 i) {
  const NewsItem *pItem = &p->a[i];
  if( pItem->eType != NEWS_IT_WORD ) return 0;
  if( newsItemCap(pItem) && i > p->unit.iFrom && !p->bHeading ) return 0;
  if( !newsItemIs(pItem, NEWS_LEX_CUE) ) return 0;
  return newsCueWeight(p->pText, pItem) > 0 ||
         newsItemIs(pItem, NEWS_LEX_THOUGHT);
}

int newsReaderAsks(const NewsView *p, u32 i) {
  return newsReaderMay(p, i) || newsSeenClause(p, i) != 0;
}

static int readerLeast(const NewsReader *p, u32 i) {
  const NewsView *v = &p->view;
  const NewsClause *c = newsSeenClause(v, i);
  int nMore = p->xUnit ? READER_TRAIN : 0;
  return nMore + (newsCueWeight(v->pText, &v->a[i]) < READER_HEAVY &&
                          !(c && c->bTaken == 1)
                      ? READER_LIGHT_LEAST
                      : READER_CUE_LEAST);
}

void newsReaderCues(NewsReader *p) {
  NewsView *v = &p->view;
  u32 aSlot[NEWS_SEEN_FEATURE], i, n;
  p->nFound = 0;
  for( i = v->unit.iFrom; i < v->unit.iTo; i++ ) {
    NewsFound *pNew;
    int aSum[NEWS_AN_N], nMargin;
    if( !newsReaderAsks(v, i) ) continue;
    n = newsSeenCue(v, i, aSlot);
    readerAnswer(p->pWeights->aCue, NEWS_CUE_BITS, aSlot, n, aSum);
    nMargin = newsReaderMargin(aSum);
    if( nMargin < readerLeast(p, i) || p->nFound >= NEWS_READER_FOUND )
      continue;
    p->nBest = NEWS_MAX(p->nBest, nMargin);
    v->aSeen[i - v->unit.iFrom].nFound =
        (u8)(1 + (nMargin > -NEWS_WEIGHT_UNIT) + (nMargin > 0) +
             (nMargin > 2 * NEWS_WEIGHT_UNIT));
    pNew = &p->aFound[p->nFound++];
    memset(pNew, 0, sizeof(*pNew));
    pNew->iCue = i;
    pNew->pRule = newsSeenClause(v, i);
    memcpy(pNew->aCue, aSum, sizeof(aSum));
  }
}

/* ---- second model: source and words ------------------------------------- */

NewsSpan newsReaderReach(const NewsView *p, u32 iCue) {
  NewsSpan s = p->unit;
  if( iCue > s.iFrom + NEWS_READER_REACH ) s.iFrom = iCue - NEWS_READER_REACH;
  s.iTo = NEWS_MIN(s.iTo, iCue + NEWS_READER_REACH);
  return s;
}

/* The weights of n slots, added to those of p. Sums of two fit into bytes. */
static inline void readerAdd(const u8 *aWeight, const u32 *aSlot, u32 n,
                             NewsLanes *p) {
#define READER_AT(i) \
  newsGet8(&aWeight[(aSlot[i] >> (32 - NEWS_ARGUMENT_BITS)) * NEWS_LN_N])
  const u64 mEven = 0x000000ff00ff00ffu;
  u64 w = n % 2 ? READER_AT(n - 1) : 0;
  u64 nEven = p->nEven + (w & mEven), nOdd = p->nOdd + (w >> 8 & mEven);
  u32 i;
  for( i = 0; i + 1 < n; i += 2 ) {
    w = READER_AT(i) + READER_AT(i + 1);
    nEven += w & mEven;
    nOdd += w >> 8 & mEven;
  }
  p->nEven = nEven;
  p->nOdd = nOdd;
  p->n += n;
#undef READER_AT
}

/* The sums as numbers: of each lane. */
static void readerSums(NewsLanes lanes, int *aSum) {
  int i, nZero = (int)lanes.n * NEWS_WEIGHT_MAX;
  for( i = 0; i < NEWS_LN_N; i += 2 ) {
    aSum[i] = (int)(lanes.nEven & 0xffff) - nZero;
    aSum[i + 1] = (int)(lanes.nOdd & 0xffff) - nZero;
    lanes.nEven >>= 16;
    lanes.nOdd >>= 16;
  }
}

/* What item i of the unit sums up to by itself: worked out when first asked
** for. */
static NewsLanes readerItem(NewsReader *p, u32 i, u32 side) {
  u32 iSeen = i - p->view.unit.iFrom;
  NewsSeen *s = &p->view.aSeen[iSeen];
  u64 *aSum = p->view.aSum[iSeen][side];
  NewsLanes lanes = {aSum[0], aSum[1], s->anSum[side]};
  u32 aSlot[NEWS_SEEN_FEATURE];
  if( lanes.n == 0 ) {
    u32 n = newsSeenItem(&p->view, i, side, aSlot);
    lanes.nEven = lanes.nOdd = 0;
    readerAdd(p->pWeights->aArgument, aSlot, n, &lanes);
    aSum[0] = lanes.nEven;
    aSum[1] = lanes.nOdd;
    s->anSum[side] = (u8)lanes.n;
  }
  return lanes;
}

static int readerIsWords(u32 e) {
  return e == NEWS_LB_WORDS || e == NEWS_LB_WORDS_IN;
}
static int readerIsSource(u32 e) {
  return e == NEWS_LB_SOURCE || e == NEWS_LB_SOURCE_IN;
}

/* What label a gives up where it ends before an item with scores aS. */
static int readerEndScore(const int *aS, u32 a) {
  return readerIsWords(a)    ? aS[NEWS_LN_WORDS_END]
         : readerIsSource(a) ? aS[NEWS_LN_SOURCE_END]
                             : 0;
}

/* Points of label b from those of label a before it, and a, as one number. */
#define READER_WAY(aPoint, a, b) \
  (((aPoint)[a] + aAfter[(a)*NEWS_LB_N + (b)]) * READER_PACK + (int)(a))

/* The best way to label b, which may follow any. */
static int readerAnew(const short *aAfter, const int *a, u32 b) {
  int n0 = READER_WAY(a, 0, b), n1 = READER_WAY(a, 1, b);
  int n2 = READER_WAY(a, 2, b), n3 = READER_WAY(a, 3, b);
  int n4 = READER_WAY(a, 4, b);
  n0 = NEWS_MAX(n0, n1);
  n2 = NEWS_MAX(n2, n3);
  n0 = NEWS_MAX(n0, n4);
  return NEWS_MAX(n0, n2);
}

/* The best way to label b + 1, which goes on from b or itself. */
static int readerGoOn(const short *aAfter, const int *a, u32 b) {
  int n0 = READER_WAY(a, b, b + 1), n1 = READER_WAY(a, b + 1, b + 1);
  return NEWS_MAX(n0, n1);
}

/* One item on: points aOld of the labels before it become those of its own;
** aBack tells from which label each comes. bCue: it is the cue. */
static void readerStep(const short *aAfter, const int *aS, int *aOld, u8 *aBack,
                       int bCue) {
  int aEnd[NEWS_LB_N], aBest[NEWS_LB_N];
  u32 b;
  aEnd[0] = aOld[0];
  aEnd[1] = aOld[1] + aS[NEWS_LN_SOURCE_END];
  aEnd[2] = aOld[2] + aS[NEWS_LN_SOURCE_END];
  aEnd[3] = aOld[3] + aS[NEWS_LN_WORDS_END];
  aEnd[4] = aOld[4] + aS[NEWS_LN_WORDS_END];
  aBest[0] = readerAnew(aAfter, aEnd, NEWS_LB_NONE);
  aBest[1] = readerAnew(aAfter, aEnd, NEWS_LB_SOURCE);
  aBest[2] = readerGoOn(aAfter, aOld, NEWS_LB_SOURCE);
  aBest[3] = readerAnew(aAfter, aEnd, NEWS_LB_WORDS);
  aBest[4] = readerGoOn(aAfter, aOld, NEWS_LB_WORDS);
  for( b = 0; b < NEWS_LB_N; b++ ) {
    aBack[b] = (u8)(aBest[b] & (READER_PACK - 1));
    aOld[b] = (aBest[b] - aBack[b]) / READER_PACK;
    if( b ) aOld[b] = bCue ? READER_LOW : aOld[b] + aS[b - 1];
  }
}

/* The best labels of n items, of which item iCue has none. Points. */
static int readerBest(NewsReader *p, u32 n, u32 iCue) {
  const short *aAfter = p->pWeights->aAfter;
  const int *aScore = p->aScore;
  u8 *aBack = p->aBack, *aLabel = p->aLabel;
  int aOld[NEWS_LB_N], nBest;
  u32 i, a, b;
  for( a = 1; a < NEWS_LB_N; a++ ) aOld[a] = READER_LOW;
  aOld[0] = 0;
  for( i = 0; i < n; i++ ) {
    readerStep(aAfter, &aScore[i * NEWS_LN_N], aOld, &aBack[i * NEWS_LB_N],
               i == iCue);
  }
  for( b = 0, a = 1; a < NEWS_LB_N; a++ ) {
    if( aOld[a] > aOld[b] ) b = a;
  }
  nBest = aOld[b];
  for( i = n; i-- > 0; ) {
    aLabel[i] = (u8)b;
    b = aBack[i * NEWS_LB_N + b];
  }
  return nBest;
}

/* What the labels aLabel of n items score. */
static int readerPathScore(const NewsReader *p, u32 n, const u8 *aLabel) {
  const int *aScore = p->aScore;
  u32 i, a = 0;
  int nSum = 0;
  for( i = 0; i < n; i++ ) {
    const int *aS = &aScore[i * NEWS_LN_N];
    u32 b = aLabel[i];
    nSum += p->pWeights->aAfter[a * NEWS_LB_N + b];
    if( b ) nSum += aS[b - 1];
    if( b != NEWS_LB_SOURCE_IN && b != NEWS_LB_WORDS_IN ) {
      nSum += readerEndScore(aS, a);
    }
    a = b;
  }
  return nSum;
}

/* The longer of two spans. */
static NewsSpan readerLonger(NewsSpan a, NewsSpan b) {
  return newsSpanLen(b) > newsSpanLen(a) ? b : a;
}

/* Distance of a span from the cue. */
static u32 readerFar(NewsSpan s, u32 iCue) {
  return s.iFrom > iCue ? s.iFrom - iCue : iCue - s.iTo + 1;
}

/* The spans of a cue from its labels: the nearest source, the longest words
** on each side. */
static void readerSpans(const NewsReader *p, NewsFound *f, NewsSpan reach) {
  const u8 *aLabel = p->aLabel;
  u32 i, j, n = newsSpanLen(reach);
  f->source = f->left = f->right = newsSpan(0, 0);
  for( i = 0; i < n; i = j ) {
    NewsSpan s;
    j = i + 1;
    if( aLabel[i] != NEWS_LB_SOURCE && aLabel[i] != NEWS_LB_WORDS ) continue;
    while( j < n && aLabel[j] == aLabel[i] + 1 ) j++;
    s = newsSpan(reach.iFrom + i, reach.iFrom + j);
    if( aLabel[i] == NEWS_LB_WORDS ) {
      NewsSpan *pSide = s.iFrom < f->iCue ? &f->left : &f->right;
      *pSide = readerLonger(*pSide, s);
    } else if( newsSpanLen(f->source) == 0 ||
               readerFar(s, f->iCue) < readerFar(f->source, f->iCue) ) {
      f->source = s;
    }
  }
}

/* Words end with a quotation that closes with a comma where the sentence's own
** verb follows, unless a comma opened it too:
** the quay, which she called ["a ruin,"] will be sold. */
static void readerClose(const NewsView *v, NewsFound *f) {
  u32 i;
  if( newsSpanLen(f->right) ) {
    f->right.iTo = newsExtentClosed(v->a, v->unit.iFrom, f->iCue,
                                    f->right.iFrom, f->right.iTo);
  }
  if( newsSpanLen(f->right) && newsSpanLen(f->left) == 1 &&
      newsItemIs(&v->a[f->left.iFrom], NEWS_LEX_PRON) &&
      !newsItemIs(&v->a[f->left.iFrom], NEWS_LEX_WH_WORD) ) {
    f->left = newsSpan(0, 0); /* "It" was said that ... */
  }
  for( i = f->right.iFrom; i + 1 < f->right.iTo; i++ ) {
    if( newsSeenCloses(&v->aSeen[i - v->unit.iFrom]) &&
        newsItemIs(&v->a[i + 1], NEWS_FINITE) &&
        !newsItemSign(&v->a[i - 1], ',') ) {
      f->right.iTo = i + 1;
    }
  }
}

/*
** Points of the words that the rules give the cue, with the source that was
** found.
*/
static int readerRuled(NewsReader *p, const NewsFound *f, NewsSpan reach) {
  u8 *aLabel = p->aBack; /* No longer needed */
  const u8 *aFound = p->aLabel;
  u32 i, n = newsSpanLen(reach), eOld = 0;
  for( i = 0; i < n; i++ ) {
    u32 eRole = newsSeenRole(f->pRule, reach.iFrom + i), e = NEWS_LB_NONE;
    if( eRole == NEWS_RL_FIRST || eRole == NEWS_RL_WORDS ) {
      e = eRole == NEWS_RL_FIRST || !readerIsWords(eOld) ? NEWS_LB_WORDS
                                                         : NEWS_LB_WORDS_IN;
    } else if( readerIsSource(aFound[i]) ) {
      e = readerIsSource(eOld) ? aFound[i] : (u32)NEWS_LB_SOURCE;
    }
    aLabel[i] = (u8)e;
    eOld = e;
  }
  return readerPathScore(p, n, aLabel);
}

/*
** The source of a cue without one of its own: that of the cue before it in the
** sentence, or the sentence's subject.  [She said C,] adding that C; [The
** mayor opened the bridge and] promised C.
*/
static void readerInherit(NewsReader *p, NewsFound *f) {
  const NewsView *v = &p->view;
  NewsFrame frame = newsFrame(v, f->iCue, f->source, f->left, f->right);
  NewsSpan source = newsSpan(0, 0);
  const NewsFound *pOld;
  if( frame.eForm != NEWS_FR_FINITE && frame.eForm != NEWS_FR_AUX &&
      frame.eForm != NEWS_FR_INF && frame.eForm != NEWS_FR_GER_COMMA ) {
    return;
  }
  for( pOld = f; pOld > p->aFound && newsSpanLen(source) == 0; ) {
    pOld--;
    if( newsReaderMargin(pOld->aCue) > 0 ) source = pOld->source;
  }
  if( newsSpanLen(source) == 0 ) {
    source = newsClauseSubject(v->a, v->unit, f->iCue);
  }
  if( newsSpanMeets(source, f->left) || newsSpanMeets(source, f->right) ) {
    return;
  }
  f->source = source;
  f->bInherit = newsSpanLen(source) != 0;
}

void newsReaderArguments(NewsReader *p, NewsFound *f) {
  const NewsView *v = &p->view;
  NewsSpan reach = newsReaderReach(v, f->iCue);
  NewsAsked asked = newsSeenAsk(v, f->iCue, f->pRule);
  u32 aSlot[NEWS_SEEN_FEATURE], n = newsSpanLen(reach), i;
  int nBest;
  for( i = 0; i < n; i++ ) {
    NewsLanes lanes = readerItem(p, reach.iFrom + i, reach.iFrom + i > f->iCue);
    u32 nSlot = newsSeenArgument(v, &asked, reach.iFrom + i, aSlot);
    readerAdd(p->pWeights->aArgument, aSlot, nSlot, &lanes);
    readerSums(lanes, &p->aScore[i * NEWS_LN_N]);
  }
  nBest = readerBest(p, n, f->iCue - reach.iFrom);
  readerSpans(p, f, reach);
  readerClose(v, f);
  f->nBetter = f->pRule ? nBest - readerRuled(p, f, reach) : 0;
  memset(p->aBack, NEWS_LB_NONE, n);
  f->nPath = nBest - readerPathScore(p, n, p->aBack);
  if( newsSpanLen(f->source) == 0 ) readerInherit(p, f);
  newsArenaTick(v->pText->pArena, n * 16);
}

/* ---- third model: rows -------------------------------------------------- */

#define ADD(a, b) (aSlot[n] = newsSeenHash(n, (a), (b)), n++)

/* Points as one of few numbers. */
static u32 readerPoints(int n) {
  n = n / 12 + 20;
  return n < 0 ? 0 : n > 63 ? 63 : (u32)n;
}

/* What a span of words stands in: 0 no words, 1 no marks, 2 all of it in
** marks, 3 partly. */
static u32 readerKind(const NewsView *p, NewsSpan s) {
  u32 i, nQuote = 0, nWord = 0;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    nQuote += p->a[i].eType == NEWS_IT_QUOTE;
    nWord += p->a[i].eType == NEWS_IT_WORD;
  }
  return nQuote == 0 ? nWord != 0 : nWord == 0 ? 2 : 3;
}

/* How far two spans are one: 0 both empty, 1 only a, 2 only b, 3 no word in
** common, 4 the same, 5 begin alike, 6 end alike, 7 otherwise. */
static u32 readerAlike(NewsSpan a, NewsSpan b) {
  if( newsSpanLen(a) == 0 ) return newsSpanLen(b) ? 2 : 0;
  if( newsSpanLen(b) == 0 ) return 1;
  if( !newsSpanMeets(a, b) ) return 3;
  if( a.iFrom == b.iFrom ) return a.iTo == b.iTo ? 4 : 5;
  return a.iTo == b.iTo ? 6 : 7;
}

/* How other cues contradict this one: 1 and 2, its cue is among a weaker
** (better) one's words; 4 and 8, the other way round; 16, 32, common words. */
static u32 readerRivals(const NewsReader *p, const NewsFound *f) {
  const NewsFound *a = p->aFound;
  u32 i, m = 0;
  for( i = 0; i < p->nFound; i++ ) {
    u32 n = newsReaderMargin(a[i].aCue) > newsReaderMargin(f->aCue) ? 2 : 1;
    if( &a[i] == f ) continue;
    if( newsSpanHas(a[i].left, f->iCue) || newsSpanHas(a[i].right, f->iCue) )
      m |= n;
    if( newsSpanHas(f->left, a[i].iCue) || newsSpanHas(f->right, a[i].iCue) )
      m |= n << 2;
    if( newsSpanMeets(f->left, a[i].left) ||
        newsSpanMeets(f->left, a[i].right) ||
        newsSpanMeets(f->right, a[i].left) ||
        newsSpanMeets(f->right, a[i].right) ) {
      m |= n << 4;
    }
  }
  return m;
}

/* The item of a noun phrase that tells who or what it is: the one before its
** first preposition, comma or relative clause. */
static u32 readerHead(const NewsView *v, NewsSpan phrase) {
  u32 i;
  for( i = phrase.iFrom + 1; i < phrase.iTo; i++ ) {
    const NewsItem *p = &v->a[i];
    if( p->eType != NEWS_IT_WORD ||
        newsItemIs(p, NEWS_LEX_PREP | NEWS_LEX_WH_WORD | NEWS_LEX_SUBORD) ) {
      break;
    }
  }
  return i - 1;
}

/* Item i as the models see it. */
static const NewsSeen *readerSeen(const NewsView *v, u32 i) {
  return &v->aSeen[i - v->unit.iFrom];
}

/* What the third model sees of a row. Those of NewsSeen are items with their
** neighbours on either side. */
typedef struct ReaderRow ReaderRow;
struct ReaderRow {
  const NewsSeen *s;     /* The cue */
  const NewsSeen *w;     /* The first of the words; the cue where none are */
  const NewsSeen *e;     /* The one behind them; likewise */
  const NewsSeen *wHead; /* Their head; likewise */
  const NewsSeen *o;     /* The first of the source; NULL: none */
  const NewsSeen *oHead; /* Its head; likewise */
  const NewsSeen *g;     /* The first of the verb group */
  const NewsSeen *z;     /* The last of the unit */
  NewsFrame frame;
  u32 kind;   /* What of the words is quoted */
  u32 order;  /* The same, and where the source stands */
  u32 len;    /* How many words, roughly */
  u32 cue;    /* Points of the first model */
  u32 path;   /* ... of the second */
  u32 act;    /* Thought rather than speech */
  u32 rule;   /* Points of the rules */
  u32 alike;  /* How far the words are theirs */
  u32 better; /* How much better than theirs */
  u32 rival;  /* What other cues claim */
  u32 before; /* Points of the sentence before */
  u32 sort;   /* What sort of a frame it is */
};

/* What the rules make of a row's cue, and how far the row is theirs. */
static void readerRowRule(const NewsFound *f, ReaderRow *r) {
  const NewsClause *c = NEWS_WITHOUT & NEWS_FM_RULE ? 0 : f->pRule;
  NewsSpan none = newsSpan(0, 0);
  r->rule = c == 0 ? 0
                   : 1 + (u32)(NEWS_MIN(NEWS_MAX(c->nScore, 0), 30)) / 2 +
                         32 * (u32)(c->bTaken == 1);
  r->alike = readerAlike(f->left, c ? c->left : none) << 3 |
             readerAlike(f->right, c ? c->right : none);
  r->better = c ? readerPoints(f->nBetter) : 0;
}

/* How a row's cue is used. */
static void readerRowFrame(const NewsView *v, const NewsFound *f,
                           ReaderRow *r) {
  NewsFrame *p = &r->frame;
  *p = newsFrame(v, f->iCue, f->source, f->left, f->right);
  r->g = &v->aSeen[p->iVerb - v->unit.iFrom];
  r->sort = (u32)p->bPhrase | (u32)p->bNothing << 1 | (u32)p->bAsked << 2 |
            (u32)(r->o == 0) << 3 | (u32)p->bNegated << 4 |
            (u32)f->bInherit << 5;
  r->sort = newsSeenKeep(NEWS_FM_FRAME, r->sort);
  p->lemma = newsSeenKeep(NEWS_FM_FRAME, p->lemma);
  p->eForm = (u8)newsSeenKeep(NEWS_FM_FRAME, p->eForm);
}

static ReaderRow readerRow(const NewsReader *p, const NewsFound *f) {
  const NewsView *v = &p->view;
  NewsSpan words = newsSpanLen(f->right) ? f->right : f->left;
  ReaderRow r;
  r.o = r.oHead = 0;
  r.s = r.w = r.e = r.wHead = readerSeen(v, f->iCue);
  if( newsSpanLen(words) ) {
    r.w = readerSeen(v, words.iFrom);
    r.e = readerSeen(v, words.iTo);
    r.wHead = readerSeen(v, readerHead(v, words));
  }
  if( newsSpanLen(f->source) ) {
    r.o = readerSeen(v, f->source.iFrom);
    r.oHead = readerSeen(v, readerHead(v, f->source));
  }
  r.z = readerSeen(v, v->unit.iTo - 1);
  r.kind = readerKind(v, f->left) | readerKind(v, f->right) << 2;
  r.order = r.kind | (r.o == 0 ? 0 : f->source.iFrom < f->iCue ? 16 : 32);
  r.len = newsSeenStep(newsSpanLen(f->left) + newsSpanLen(f->right));
  r.cue = readerPoints(newsReaderMargin(f->aCue));
  r.path = readerPoints(f->nPath / (int)(r.len + 4));
  r.act = f->aCue[NEWS_AN_THOUGHT] > f->aCue[NEWS_AN_SPEECH];
  r.rival = newsSeenKeep(NEWS_FM_CONTEXT, readerRivals(p, f));
  r.before = newsSeenKeep(NEWS_FM_CONTEXT, readerPoints(p->nBefore));
  readerRowRule(f, &r);
  readerRowFrame(v, f, &r);
  return r;
}

/* Features of the models' points, of the rules, and of cue, source and words by
** themselves; how many. */
static u32 readerRowPlain(const NewsView *v, const ReaderRow *r, u32 *aSlot) {
  const NewsSeen *s = r->s, *w = r->w, *e = r->e, *o = r->o;
  u32 n = 0;
  ADD(0, 0);
  ADD(r->cue, r->act);
  ADD(r->cue, r->kind);
  ADD(r->path, r->kind);
  ADD(r->cue, r->path);
  ADD(r->rule, r->kind);
  ADD(r->rule, r->cue);
  ADD(r->rule, r->alike);
  ADD(r->alike, r->kind);
  ADD(r->order, r->rule != 0);
  ADD(s->word, 0);
  ADD(s->word, r->kind);
  ADD(s->mClass, r->order);
  ADD(s->word, s[1].word);
  ADD(s->mClass, s[1].mClass);
  ADD(s->eSort, (u32)s[1].eSort << 8 | s[2].eSort);
  ADD(s[-1].word, s->eSort);
  ADD((u32)s[-1].eSort << 8 | s[-2].eSort, s->eSort);
  ADD(s->word, o ? o->eSort : 99);
  ADD(o ? o->mClass : 0, r->order);
  ADD(o ? o->word : 0, r->order);
  ADD(r->len, r->kind);
  ADD(r->len, s->mClass);
  ADD(w->word, r->order);
  ADD((u32)w->eSort << 8 | w[1].eSort, r->order);
  ADD((u32)w[-1].eSort << 8 | w->eSort, r->kind);
  ADD(e->word, r->kind);
  ADD((u32)e->eSort << 8 | e[-1].eSort, r->order);
  ADD(s->tail, r->kind);
  ADD(r->rival, r->cue);
  ADD(r->rival, r->rule);
  ADD(r->rival, (u32)s->eRole << 8 | r->kind);
  ADD((u32)s->eRole, r->rule);
  ADD(r->better, r->alike);
  ADD((u32)v->bHeading, r->order);
  return n;
}

/* Those of its frame and of heads, behind the n that are there; how many in
** all. (Where one stands is a part of its hash: the weights are for this
** order.) */
static u32 readerRowFramed(const NewsView *v, const ReaderRow *r, u32 n,
                           u32 *aSlot) {
  const NewsSeen *w = r->w, *o = r->o, *h = r->oHead, *g = r->g;
  u32 lemma = r->frame.lemma, form = r->frame.eForm;
  ADD(lemma, form);
  ADD(lemma, r->sort);
  ADD(lemma, (u32)w->eSort << 8 | w[-1].eSort);
  ADD(form, r->sort);
  ADD(form, (u32)w->eSort << 8 | r->kind);
  ADD(form, (u32)r->s[1].eSort << 8 | r->sort);
  ADD(r->before, r->kind);
  ADD(r->before, r->sort);
  ADD((u32)(v->unit.iFrom == 0), r->sort);
  ADD(h ? h->word : 1, r->order);
  ADD(h ? h->mClass : 1, lemma);
  ADD(h ? h->tail : 1, h ? h->eSort : 0);
  ADD(o ? o[-1].word : 1, form);
  ADD(o ? (u32)o[-1].eSort << 8 | o[-2].eSort : 1, r->sort);
  ADD(w->word, lemma);
  ADD(w[1].word, (u32)w->eSort << 8 | r->kind);
  ADD(r->e[-1].word, r->kind);
  ADD(r->wHead->word, r->sort);
  ADD(r->wHead->tail, lemma);
  ADD(r->z->word, r->kind);
  ADD(g->word, lemma);
  ADD(g->word, form << 8 | r->order);
  ADD(g[-1].word, form);
  return n;
}

u32 newsReaderRowSlots(const NewsReader *p, const NewsFound *f, u32 *aSlot) {
  ReaderRow r = readerRow(p, f);
  return readerRowFramed(&p->view, &r, readerRowPlain(&p->view, &r, aSlot),
                         aSlot);
}

void newsReaderRow(NewsReader *p, NewsFound *f) {
  u32 aSlot[NEWS_SEEN_FEATURE];
  u32 n = newsReaderRowSlots(p, f, aSlot);
  readerAnswer(p->pWeights->aRow, NEWS_ROW_BITS, aSlot, n, f->aRow);
}
