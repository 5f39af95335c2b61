/*
** item.c: see item.h.
*/
#include "quote/item.h"

/* Classes of labels: they say something only where they begin a line */
#define ITEM_LABELS (NEWS_LEX_WEB | NEWS_LEX_BYLINE | NEWS_LEX_HEADLINE)

/* Forms of a verb that a headline may write with a capital */
#define ITEM_FORMS \
  (NEWS_LEX_PAST | NEWS_LEX_THIRD | NEWS_LEX_PART | NEWS_LEX_GER)

/* Forms that one word may be: "cut" */
#define ITEM_PAST (NEWS_LEX_BASE | NEWS_LEX_PAST | NEWS_LEX_PART)
#define ITEM_SUBJECT 12 /* Tokens of a subject that are looked through */

int newsItemDash(const NewsItem *p) {
  return p->eType == NEWS_IT_SIGN && newsIsDash(p->hash);
}

int newsItemStop(const NewsItem *p) {
  if( p->eType != NEWS_IT_SIGN ) return 0;
  switch( p->hash ) {
    case 0:
    case '.':
    case '?':
    case '!':
    case 0x2026:
    case 0x3002:
      return 1;
  }
  return 0;
}

/* Whether a token of several classes is a given name here, since a surname in
** capitals follows: "Rose Baker said", "Mark Ostrow". */
static int itemIsGiven(const NewsText *p, u32 i) {
  const u64 mName = NEWS_LEX_GIVEN | NEWS_LEX_MASC | NEWS_LEX_FEM;
  const NewsToken *pTok = &p->aTok[i], *pNext = &pTok[1];
  if( !newsTokIs(pTok, NEWS_LEX_GIVEN) || !(pTok->flags & NEWS_TF_CAP) ||
      !newsTokIs(pTok, NEWS_FINITE | NEWS_LEX_CUE | NEWS_LEX_PAST) ||
      i + 1 >= p->nTok || pNext->eKind != NEWS_TOK_WORD ||
      (pNext->flags & (NEWS_TF_CAP | NEWS_TF_SENT)) != NEWS_TF_CAP ) {
    return 0;
  }
  if( !(pTok->flags & NEWS_TF_SENT) )
    return !newsTokIs(pNext, NEWS_LEXICON_NO_LAST);
  return !newsTokIs(pTok, NEWS_LEX_MODAL) &&
         (pNext->iWord == 0 ||
          (newsTokIs(pNext, NEWS_LEX_GIVEN) && !newsTokIs(pNext, ~mName) &&
           !newsTokIs(pTok, NEWS_LEX_INVERT))); /* Said Ann Lee: */
}

/* Whether a token of a verb's form in capitals is a surname here, behind a
** given name: "Dan Fry". In a headline it were another form: "Dan Fries". */
static int itemIsSurname(const NewsText *p, u32 i) {
  const NewsToken *pTok = &p->aTok[i];
  return i > 0 && newsTokIs(pTok, NEWS_LEX_VERB | NEWS_LEX_CUE) &&
         !newsTokIs(pTok, NEWS_LEX_PAST | NEWS_LEX_THIRD | NEWS_LEX_PART |
                              NEWS_LEX_GER) &&
         (pTok->flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP &&
         newsTokIs(&pTok[-1], NEWS_LEX_GIVEN) && (pTok[-1].flags & NEWS_TF_CAP);
}

/* Whether only a name of words in capitals stands between the beginning of the
** sentence and token i, or a pronoun: [Acme] cut prices, [the Centre] set. */
static int itemIsNamed(const NewsText *p, u32 i) {
  u32 j = i;
  if( newsTokIs(&p->aTok[i - 1], NEWS_LEX_SUBJECT) ) return 1;
  while( j > 0 && j + ITEM_SUBJECT > i && !(p->aTok[j].flags & NEWS_TF_SENT) ) {
    j--;
    if( !(p->aTok[j].flags & NEWS_TF_CAP) ) return 0;
  }
  return (p->aTok[j].flags & NEWS_TF_SENT) != 0;
}

/* Whether a token that may be a verb, a participle or a noun ("cut") is a
** verb's past here: words that can end a subject stand before it, and an object
** behind it: Acme cut its forecast, but: the cut in rates, due to cut it. */
static int itemIsPast(const NewsText *p, u32 i) {
  const u64 mNot = (NEWS_GRAMMAR & ~NEWS_LEX_PRON) | NEWS_LEX_INF |
                   NEWS_LEX_VERB | NEWS_LEX_PAST | NEWS_LEX_THIRD;
  const u64 mObject = NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_PRON;
  const NewsToken *pTok = &p->aTok[i], *pNext = &pTok[1];
  if( i == 0 || (pTok->flags & (NEWS_TF_CAP | NEWS_TF_SENT)) ||
      pTok[-1].eKind != NEWS_TOK_WORD ||
      (newsTokIs(&pTok[-1], mNot) && !(pTok[-1].flags & NEWS_TF_CAP)) ||
      (newsTokIs(pNext, NEWS_LEX_SUBJECT) &&
       !newsTokIs(pNext, NEWS_LEX_DET)) ) {
    return 0;
  }
  if( newsTokIs(pNext, mObject) || pNext->eKind == NEWS_TOK_NUMBER ) return 1;
  return pNext->eKind == NEWS_TOK_WORD &&
         !newsTokIs(pNext, NEWS_GRAMMAR | NEWS_FINITE | NEWS_LEX_CUE) &&
         itemIsNamed(p, i);
}

/* The classes of a token of such a form. */
static u64 itemForms(const NewsText *p, u32 i) {
  const NewsToken *pTok = &p->aTok[i];
  if( (pTok->mClass & ITEM_PAST) != ITEM_PAST ||
      newsTokIs(pTok, NEWS_LEX_VERB | NEWS_LEX_CUE) ) {
    return pTok->mClass;
  }
  return itemIsPast(p, i)
             ? (pTok->mClass & ~(NEWS_LEX_BASE | NEWS_LEX_PART)) | NEWS_LEX_VERB
             : pTok->mClass & ~ITEM_PAST;
}

/* The item of one token. */
static void itemOfToken(const NewsText *pText, u32 i, NewsItem *pItem) {
  const NewsToken *pTok = &pText->aTok[i];
  pItem->tok = newsSpan(i, i + 1);
  pItem->mClass = itemForms(pText, i);
  pItem->hash = pTok->hash;
  pItem->iWord = pTok->iWord;
  pItem->flags = pTok->flags;
  if( newsLexiconIsName(pText, i) ) pItem->mClass = 0;
  if( newsLexiconIsFirst(pText, i) || itemIsGiven(pText, i) ||
      newsLexiconIsKin(pText, i) ) {
    pItem->mClass &= NEWS_LEX_GIVEN | NEWS_LEX_MASC | NEWS_LEX_FEM;
  }
  if( itemIsSurname(pText, i) ) pItem->mClass = 0;
  switch( pTok->eKind ) {
    case NEWS_TOK_CLITIC:
      pItem->eType = NEWS_IT_CLITIC;
      break;
    case NEWS_TOK_MARK:
    case NEWS_TOK_PUNCT:
    case NEWS_TOK_SYMBOL:
      pItem->eType = NEWS_IT_SIGN;
      break;
    case NEWS_TOK_NUMBER:
      pItem->mClass |= NEWS_LEX_NUMBER;
      break;
    case NEWS_TOK_HANDLE:
      /* "@pell" is a name */
      if( pText->z[pTok->iByte] == '@' ) pItem->flags |= NEWS_TF_CAP;
      break;
    default:
      pItem->eType = NEWS_IT_WORD;
  }
}

/*
** Whether a phrase is none here: a cue of several words that is one word and
** the preposition of a time ("reported on" in "reported on Monday"), a name
** before a word ("Ost Bank on Friday": no "bank on"), a web page's remain
** ("posted on") within a line.
*/
static int itemSplits(const NewsText *pText, const NewsPhrase *p) {
  const NewsToken *pFirst = &pText->aTok[p->iTok];
  const NewsToken *pLast = &pText->aTok[p->iTok + p->nTok - 1];
  if( (p->mClass & ~ITEM_LABELS) == 0 ) return !(pFirst->flags & NEWS_TF_LINE);
  if( (p->mClass & NEWS_LEX_CUE) &&
      !(p->mClass & (ITEM_FORMS | NEWS_LEX_ADJUNCT)) &&
      (pFirst->flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP ) {
    return 1;
  }
  return (p->mClass & NEWS_LEX_CUE) != 0 && newsTokIs(pLast, NEWS_LEX_PREP) &&
         newsTokIs(pFirst, NEWS_LEX_CUE) &&
         newsTokIs(&pLast[1], NEWS_LEX_WEEKDAY | NEWS_LEX_MONTH |
                                  NEWS_LEX_TIME | NEWS_LEX_SOCIAL);
}

/* Whether a phrase without a verb says by whose words something is, in its
** second word: "In his words", where a sentence begins, or parted from it, "C,
** in his words". Then what is behind that is the cue. */
static int itemOwned(const NewsText *pText, const NewsPhrase *p) {
  const NewsToken *pTok = &pText->aTok[p->iTok + 1];
  const NewsToken *pNext = &pTok[p->nTok - 1];
  int bOwned = p->nTok > 2 && (p->mClass & NEWS_LEX_ADJUNCT) &&
               (p->mClass & NEWS_LEX_CUE) && !(p->mClass & NEWS_LEX_THOUGHT) &&
               newsTokIs(pTok, NEWS_LEX_DET) &&
               newsTokIs(pTok, NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL);
  if( !bOwned || (pTok[-1].flags & NEWS_TF_SENT) ) return bOwned;
  return p->iTok > 0 &&
         (newsTokPunct(&pTok[-2], ',') || newsTokDash(&pTok[-2]) ||
          pTok[-2].eKind == NEWS_TOK_MARK) &&
         (p->iTok + p->nTok >= pText->nTok || newsTokPunct(pNext, ',') ||
          newsTokStop(pNext));
}

/* Past the sign of a footnote on a name that ends before token i: Lena[*]. */
static u32 itemPastNote(const NewsText *pText, const NewsItem *pItem, u32 i,
                        u32 iEnd) {
  const NewsToken *aTok = pText->aTok;
  if( pItem->eType != NEWS_IT_WORD || !newsItemCap(pItem) ) return i;
  while( i < iEnd && newsTokPunct(&aTok[i], '*') &&
         !(aTok[i].flags & NEWS_TF_SPACE) ) {
    i++;
  }
  return i;
}

/* Behind the comma i of a name, its suffix, and the comma that closes that off
** before a verb of which it is the subject: Orr[, Jr.,] told the court. Not
** before what may be inverted: "sold to Acme, Inc., said Orr". */
static u32 itemSuffixEnd(const NewsText *pText, u32 i, u32 iEnd) {
  const u64 mVerb = NEWS_LEX_PAST | NEWS_LEX_THIRD | NEWS_LEX_MODAL;
  const NewsToken *pTok = &pText->aTok[i + 2];
  int bVerb;
  if( i + 5 > iEnd || !newsTokPunct(pTok, ',') ) return NEWS_MIN(i + 2, iEnd);
  bVerb = newsTokIs(&pTok[1], mVerb) && !(pTok[1].flags & NEWS_TF_CAP) &&
          (!newsTokIs(&pTok[1], NEWS_LEX_INVERT) ||
           newsTokIs(&pTok[1], NEWS_LEX_HEARER)) &&
          !newsTokIs(&pTok[2], NEWS_LEX_PREP);
  return i + 2 + (u32)bVerb;
}

/* Of a paragraph that begins in capitals and goes on without them, verbs and
** words of grammar are such: ["APPLE HAS SAID"] that it is late. */
static void itemsCalm(NewsItem *a, u32 n) {
  u32 i = 0;
  while( i < n && a[i].eType == NEWS_IT_WORD && (a[i].flags & NEWS_TF_UPPER) ) {
    i++;
  }
  if( i < 3 || i == n || a[i].eType != NEWS_IT_WORD || newsItemCap(&a[i]) ) {
    return;
  }
  while( i-- > 1 ) {
    if( newsItemIs(&a[i], NEWS_LEX_CUE | NEWS_FINITE | NEWS_GRAMMAR) ) {
      a[i].flags &= (u8) ~(NEWS_TF_CAP | NEWS_TF_UPPER);
    }
  }
}

void newsItemsRead(const NewsText *pText, const NewsMarks *pMarks,
                   NewsSpan span, NewsVec *pVec) {
  const NewsMarked *aMark = pMarks->vTop.a;
  u32 iMark = newsMarksFrom(pMarks, span.iFrom);
  const NewsPhrase *aPhrase = pText->vPhrase.a;
  u32 i = span.iFrom, nPhrase = pText->vPhrase.n;
  u32 iPhrase = newsSearch(aPhrase, nPhrase, sizeof(*aPhrase),
                           offsetof(NewsPhrase, iTok), i);
  const NewsPhrase *pOwned = 0;
  NewsItem *pItem;
  pVec->n = 0;
  if( iMark > 0 && aMark[iMark - 1].outer.iTo > i ) {
    i = NEWS_MIN(aMark[iMark - 1].outer.iTo, span.iTo);
  }
  while( i < span.iTo ) {
    const NewsPhrase *pPhrase = 0;
    pItem = newsVecPush(pVec, pText->pArena, sizeof(*pItem));
    if( pItem == 0 ) return;
    itemOfToken(pText, i, pItem);
    while( iPhrase < nPhrase && aPhrase[iPhrase].iTok < i ) iPhrase++;
    if( iPhrase < nPhrase && aPhrase[iPhrase].iTok == i ) {
      pPhrase = &aPhrase[iPhrase];
      if( itemOwned(pText, pPhrase) ) pOwned = pPhrase;
    }
    if( pOwned ) pPhrase = i == pOwned->iTok + 2 ? pOwned : 0;
    if( iMark < pMarks->vTop.n && aMark[iMark].outer.iFrom == i ) {
      pItem->eType = NEWS_IT_QUOTE;
      pItem->mClass = 0;
      pItem->iMark = iMark;
      pItem->tok.iTo = NEWS_MIN(aMark[iMark].outer.iTo, span.iTo);
      iMark++;
    } else if( pPhrase && pPhrase->iTok + pPhrase->nTok <= span.iTo &&
               !itemSplits(pText, pPhrase) ) {
      pItem->tok.iTo = pPhrase->iTok + pPhrase->nTok;
      pItem->mClass = pPhrase->mClass;
      pItem->iWord = pPhrase->iWord;
    }
    if( pItem->eType == NEWS_IT_SIGN && pText->aTok[i].eKind == NEWS_TOK_MARK &&
        !(pItem->flags & NEWS_TF_SPACE) ) {
      pItem->eType = NEWS_IT_CLITIC; /* the officials' views */
    }
    i = NEWS_MAX(pItem->tok.iTo, i + 1);
    i = itemPastNote(pText, pItem, i, span.iTo);
    pItem->tok.iTo = i;
    if( newsLexiconIsNameComma(pText, i) ) {
      i = itemSuffixEnd(pText, i, span.iTo);
      pItem->tok.iTo = i;
    }
    if( pOwned && i > pOwned->iTok + 2 ) pOwned = 0;
    while( iMark < pMarks->vTop.n && aMark[iMark].outer.iFrom < i ) iMark++;
  }
  pItem = newsVecPush(pVec, pText->pArena, sizeof(*pItem));
  if( pItem == 0 ) return;
  pItem->eType = NEWS_IT_SIGN;
  pItem->tok = newsSpan(span.iTo, span.iTo);
  pItem->flags = NEWS_TF_SENT | NEWS_TF_SPACE;
  itemsCalm(pVec->a, pVec->n - 1);
}

int newsItemsPure(const NewsItem *a, NewsSpan s, u32 *piQuote) {
  u32 i;
  int n = 0;
  for( i = s.iFrom; i < s.iTo; i++ ) {
    if( a[i].eType == NEWS_IT_QUOTE ) {
      if( n++ == 0 ) *piQuote = i;
    } else if( a[i].eType != NEWS_IT_SIGN ) {
      return 0;
    }
  }
  return n > 0;
}

NewsLook newsItemLook(const NewsText *pText, const NewsItem *p) {
  NewsLook look;
  u32 i;
  memset(&look, 0, sizeof(look));
  for( i = p->tok.iFrom; i < p->tok.iTo; i++ ) {
    const NewsToken *pTok = &pText->aTok[i];
    int bSmall = !(pTok->flags & NEWS_TF_CAP);
    if( newsTokWordy(pTok) ) {
      look.nWord++;
      look.nCap += !bSmall;
      look.nSmall += bSmall && pTok->nByte > 3;
      look.nPlain += bSmall && pTok->eKind == NEWS_TOK_WORD &&
                     !newsTokIs(pTok, NEWS_LEX_PREP | NEWS_LEX_DET |
                                          NEWS_LEX_CONJ | NEWS_LEX_INDEF);
    } else if( newsTokStop(pTok) || newsTokPunct(pTok, ',') ) {
      look.bStop = 1;
    }
  }
  return look;
}

int newsItemIsSpeech(const NewsText *pText, const NewsItem *p, int bHeading) {
  if( bHeading ) return 1;
  if( newsSpanLen(p->tok) > 2 ) {
    const NewsToken *pLast = &pText->aTok[p->tok.iTo - 2];
    if( newsTokPunct(pLast, '!') || newsTokPunct(pLast, '?') ) return 1;
  }
  return newsItemLook(pText, p).nPlain > 0;
}
