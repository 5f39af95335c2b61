/*
** item.h: a paragraph as the clause reader sees it.
**
** Each quotation and each phrase of the lexicon becomes one item, so that a
** clause is a short row of items whatever it quotes:
**
**   "We won. We go on," the prime minister of Ost said on Monday.
**    [    quotation   ] the [prime minister] of Ost said on Monday .
*/
#ifndef NEWS_ITEM_H
#define NEWS_ITEM_H

#include "lexicon/lexicon.h"
#include "quote/marks.h"

/* Sorts of words: of time; finite verbs that are no cue; of grammar, never a
** name, whatever their capital */
#define NEWS_IT_WORD 0   /* Word, number, handle, link, phrase; "Orr, Jr." */
#define NEWS_IT_QUOTE 1  /* Quotation with its marks */
#define NEWS_IT_SIGN 2   /* Punctuation or symbol; hash is its code */
#define NEWS_IT_CLITIC 3 /* The mark of a plural owner, too */

typedef struct NewsItem NewsItem;
struct NewsItem {
  u64 mClass;   /* Classes; those of a phrase replace its words' */
  NewsSpan tok; /* Tokens */
  u32 hash;     /* Code of a sign; hash of a word */
  u32 iMark;    /* Quotation: index in NewsMarks.vTop */
  u16 iWord;    /* In the vocabulary */
  u8 eType;     /* NEWS_IT_... */
  u8 flags;     /* Flags NEWS_TF_... of the first token */
};

/* The items of the tokens of span into pVec (of NewsItem, emptied first),
** with one more of type SIGN and code 0 behind them. */
void newsItemsRead(const NewsText *pText, const NewsMarks *pMarks,
                   NewsSpan span, NewsVec *pVec);

static inline int newsItemIs(const NewsItem *p, u64 mClass) {
  return (p->mClass & mClass) != 0;
}
static inline int newsItemSign(const NewsItem *p, u32 cCode) {
  return p->eType == NEWS_IT_SIGN && p->hash == cCode;
}
static inline int newsItemCap(const NewsItem *p) {
  return p->eType == NEWS_IT_WORD && (p->flags & NEWS_TF_CAP) != 0;
}

/* Dash between words: hyphens with spaces, en and em dashes. */
int newsItemDash(const NewsItem *p);

/* A comma or dash. */
static inline int newsItemBreaks(const NewsItem *p) {
  return newsItemSign(p, ',') || newsItemDash(p);
}

/* Whether a clitic, which always has an item before it, is a verb: "that's a
** lie", "we've", but not "the mayor's". */
static inline int newsItemShortVerb(const NewsItem *p) {
  return p->eType == NEWS_IT_CLITIC && newsItemIs(p, NEWS_LEX_AUX) &&
         (!newsItemIs(p, NEWS_LEX_THIRD) || newsItemIs(p - 1, NEWS_LEX_PRON));
}

/* Full stop, question or exclamation mark, ellipsis, or the end. */
int newsItemStop(const NewsItem *p);

/* Whether a quotation is among some items. */
static inline int newsItemsQuoted(const NewsItem *a, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo && a[i].eType != NEWS_IT_QUOTE; i++ ) {
  }
  return i < s.iTo;
}

/* Whether some of them are of a class. */
static inline int newsItemsHave(const NewsItem *a, NewsSpan s, u64 mClass) {
  u32 i;
  for( i = s.iFrom; i < s.iTo && !newsItemIs(&a[i], mClass); i++ ) {
  }
  return i < s.iTo;
}

/* Whether they are quotations and signs; the first quotation in *piQuote. */
int newsItemsPure(const NewsItem *a, NewsSpan s, u32 *piQuote);

/* Whether no word is among some items. */
static inline int newsItemsWordless(const NewsItem *a, NewsSpan s) {
  u32 i;
  for( i = s.iFrom; i < s.iTo && a[i].eType != NEWS_IT_WORD; i++ ) {
  }
  return i >= s.iTo;
}

/* What a quotation looks like. */
typedef struct NewsLook NewsLook;
struct NewsLook {
  u32 nWord;  /* Words */
  u32 nCap;   /* ... with capitals */
  u32 nSmall; /* ... of four letters and more without */
  u32 nPlain; /* ... without, other than a title's: "of", "the", "and" */
  int bStop;  /* Sentence punctuation inside */
};
NewsLook newsItemLook(const NewsText *pText, const NewsItem *p);

/* Whether a quotation is more than a name: not all of it in capitals, or with
** the stop of a sentence; in a heading any is. */
int newsItemIsSpeech(const NewsText *pText, const NewsItem *p, int bHeading);

/* Whether a quotation among a sentence's own words is a stretch of speech, not
** a name or a word or two. */
static inline int newsLookStretch(const NewsLook *p) {
  return p->nWord >= 4 && p->nSmall >= 2 && p->nCap * 2 <= p->nWord;
}

#endif /* NEWS_ITEM_H */
