/*
** phrase.c: the noun phrase that names a source.
**
** There is no parser here.  Every place where a phrase can begin is weighed:
** what it begins with, whether a verb or a comma stands inside that cannot,
** whether it holds something that can speak, what stands before it.  The
** best wins.  The weights are integers, set by hand on the training texts.
*/
#include "quote/phrase.h"

#include "lexicon/lexicon.h"

#define PHRASE_REACH 48 /* Items looked back */
#define PHRASE_COMMA 6  /* Against a comma within that none answers behind */
#define PHRASE_WHICH 2  /* Small nouns before a plural, at most */
#define PHRASE_ASIDE 12 /* ... for the comma before what stands in between */

/* What a noun phrase can begin with, in small letters */
#define OPENS                                                            \
  (NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER | NEWS_LEX_HONORIFIC | \
   NEWS_LEX_TITLE | NEWS_LEX_ROLE | NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE |  \
   NEWS_LEX_RANK | NEWS_LEX_PRON | NEWS_LEX_NUMBER | NEWS_LEX_DOCUMENT | \
   NEWS_LEX_MEDIA | NEWS_LEX_AGENCY | NEWS_LEX_ORGNAME | NEWS_LEX_DEMONYM)

/* Words that part clauses */
#define PARTS (NEWS_LEX_CONJ | NEWS_LEX_SUBORD)

static int phraseIsName(const NewsItem *p) {
  return newsItemCap(p) && !newsItemIs(p, NEWS_GRAMMAR);
}

/* One, another: a pronoun that is one of several. */
static int phraseIsOne(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_PRON) &&
         newsItemIs(p, NEWS_LEX_NUMBER | NEWS_LEX_INDEF | NEWS_LEX_OTHER);
}

int newsPhraseOpens(const NewsItem *p) {
  if( p->eType != NEWS_IT_WORD ) return 0;
  if( newsItemIs(p, NEWS_LEX_SUBORD | NEWS_LEX_CONJ) &&
      !newsItemIs(p, NEWS_LEX_DET | NEWS_LEX_PRON) ) {
    return 0;
  }
  return newsItemIs(p, OPENS) || phraseIsName(p);
}

/* Running facts of the items between a start and the verb. */
typedef struct Walk Walk;
struct Walk {
  int nVerb;  /* Verbs outside relative clauses */
  int nPart;  /* ... that may be participles: briefed on */
  int nComma; /* Commas, the trailing one not counted */
  int nSpeak; /* Items that can speak */
  int nName;  /* Names */
  int nOther; /* Small words that are none of these */
  int nQuote; /* Quotations */
  int bTail;  /* A comma stands before the verb */
  int bParen; /* Inside a bracket, going left */
  int bBase;  /* The last item was a verb that "to" may stand before */
};

/* Points for the item that the phrase begins with. bParted: a word that parts
** clauses stands before it. */
static int phraseFirst(const NewsItem *p, u32 nItem, int bParted) {
  if( nItem > 1 && phraseIsOne(p) ) {
    return 5; /* "one of them" */
  }
  if( newsItemIs(p, NEWS_LEX_PRON) && !newsItemIs(p, NEWS_LEX_DET) ) {
    if( nItem == 1 ) {
      return newsItemIs(p, NEWS_LEX_SUBJECT)   ? 16
             : newsItemIs(p, NEWS_LEX_WH_WORD) ? 6
                                               : 4;
    }
    return newsItemIs(p, NEWS_LEX_SUBJECT) ? -8 : 2;
  }
  if( newsItemIs(p, NEWS_LEX_WH_WORD) ) return nItem == 1 ? 5 : -8;
  if( newsItemIs(p, NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER |
                        NEWS_LEX_HONORIFIC) ) {
    return 5;
  }
  if( newsItemIs(p, NEWS_LEX_PREP | NEWS_LEX_CONJ | NEWS_LEX_SUBORD) ) {
    return -8;
  }
  if( newsItemIs(p, NEWS_FINITE) ) return -8;
  if( nItem > 1 && newsItemIs(p, NEWS_LEX_CUE) && !newsItemCap(p) &&
      newsItemIs(p, NEWS_LEX_INVERT) && newsItemIs(p, NEWS_LEX_PAST) &&
      !newsItemIs(p, NEWS_SPEAKS | NEWS_LEX_OBJECT) ) {
    return -8; /* "said the founders in a letter" */
  }
  if( newsItemIs(p, NEWS_WHEN) && !phraseIsName(p) ) return -5;
  if( newsItemIs(p, NEWS_LEX_ADVERB) ) return -6;
  if( phraseIsName(p) ) return 5;
  if( newsItemIs(p, OPENS | NEWS_SPEAKS) ) return 4;
  return bParted || (p->flags & NEWS_TF_SENT) ? 1 : -3;
}

/* Whether the item before i is who hears what is told: told reporters [her son]
** said. */
static int phraseIsTold(const NewsItem *a, u32 iFloor, u32 i) {
  return i > iFloor + 2 && newsItemIs(&a[i - 2], NEWS_LEX_CUE) &&
         newsItemIs(&a[i - 2], NEWS_LEX_HEARER) &&
         newsItemIs(&a[i - 1], NEWS_LEX_PEOPLE | NEWS_LEX_AGENCY) &&
         newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_INDEF);
}

/* Points for what stands before the phrase: a boundary of clauses, or a word
** that shows the phrase to be part of a larger one. */
static int phraseBefore(const NewsItem *a, u32 iFloor, u32 i) {
  const NewsItem *p = &a[i - 1];
  if( i == iFloor || newsItemStop(p) ) return 4;
  if( phraseIsTold(a, iFloor, i) ) return 4;
  if( p->eType == NEWS_IT_QUOTE ) return 5;
  if( p->eType == NEWS_IT_CLITIC ) return -8;
  if( p->eType == NEWS_IT_SIGN ) {
    if( p->hash == ',' ) return 2;
    if( p->hash == '&' ) return -8;
    return p->hash == '(' || p->hash == '[' ? 0 : 3;
  }
  if( newsItemIs(p, NEWS_LEX_CONJ) ) return 2;
  if( newsItemIs(p, NEWS_LEX_SUBORD) ) return 3;
  if( newsItemIs(p, NEWS_LEX_WH_WORD) ) return 2;
  if( newsItemIs(p, NEWS_WHEN) ) return 1;
  if( newsItemIs(p, NEWS_LEX_PREP) ) return -6;
  if( newsItemIs(p, NEWS_LEX_DET | NEWS_LEX_INDEF) ) return -10;
  if( newsItemIs(p, NEWS_LEX_TITLE | NEWS_LEX_HONORIFIC) ) return -10;
  if( newsItemIs(p, NEWS_FINITE | NEWS_LEX_CUE) ) return 0;
  if( newsItemIs(p, NEWS_LEX_ADVERB) ) return 1;
  return phraseIsName(p) ? -8 : -3;
}

/* A sign that belongs to the word beside it: $, per cent, ampersand. */
static int phraseIsGlue(const NewsItem *p) {
  switch( p->hash ) {
    case '$':
    case '%':
    case '&':
    case '/':
    case 0xa3:
    case 0xa5:
    case 0x20ac:
      return 1;
  }
  return 0;
}

/* "to" before an infinitive. */
static int phraseIsTo(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_INF) && !newsItemIs(p, NEWS_LEX_CUE);
}

/* Count the item at the left end of the walk. 0: the walk ends before it. */
static int phraseCount(const NewsItem *p, Walk *w) {
  if( p->eType == NEWS_IT_QUOTE ) {
    w->nQuote++;
    return newsSpanLen(p->tok) <= 6;
  }
  if( p->eType == NEWS_IT_CLITIC ) {
    w->nVerb += newsItemShortVerb(p);
    return 1;
  }
  if( p->eType == NEWS_IT_SIGN ) {
    if( p->hash == ')' || p->hash == ']' ) w->bParen = 1;
    if( p->hash == '(' || p->hash == '[' ) w->bParen = 0;
    if( p->hash == ',' || newsItemDash(p) ) w->nComma++;
    return w->bParen || p->hash == '(' || newsItemBreaks(p) || phraseIsGlue(p);
  }
  if( w->bParen ) return 1;
  if( w->bBase && phraseIsTo(p) ) w->nVerb--; /* trying to save it */
  w->bBase = 0;
  if( newsItemIs(p, NEWS_LEX_ANONYMITY) && w->nVerb > 0 ) {
    w->nVerb = 0; /* The verbs were those of why: "because talks are secret" */
    w->nPart = 0;
    return 1;
  }
  if( newsItemIs(p, NEWS_LEX_SUBORD) &&
      !newsItemIs(p, NEWS_LEX_PREP | NEWS_LEX_DET) ) {
    w->nVerb++; /* "failed when Boko Haram" */
  } else if( newsItemIs(p, NEWS_LEX_WH_WORD) && w->nVerb > 0 ) {
    /* The verbs were those of a relative clause */
    w->nVerb = w->nPart = 0;
    return 1;
  }
  w->nPart += newsItemIs(p, NEWS_LEX_PART) && !newsItemIs(p, NEWS_LEX_AUX) &&
              newsItemIs(p, NEWS_LEX_VERB | NEWS_LEX_CUE) && !phraseIsName(p) &&
              newsItemIs(&p[1], NEWS_LEX_PREP | NEWS_WHEN);
  if( phraseIsName(p) ) {
    w->nName++;
  } else if( newsItemIs(p, NEWS_FINITE) && !newsItemIs(p, NEWS_LEX_GER) ) {
    w->nVerb++;
    w->bBase = newsItemIs(p, NEWS_LEX_BASE);
  } else if( newsItemIs(p, NEWS_LEX_CUE) &&
             newsItemIs(p, NEWS_LEX_PAST | NEWS_LEX_THIRD) &&
             !newsItemIs(p, NEWS_SPEAKS) ) {
    w->nVerb++;
  } else if( newsItemIs(p, NEWS_SPEAKS | NEWS_LEX_PRON) ) {
    w->nSpeak++;
  } else if( !newsItemIs(p, NEWS_GRAMMAR) ) {
    w->nOther++;
  }
  return w->nVerb < 6;
}

/* Whether [i, iTo) is a list of names: "Ann Poe, Bob Lee and Cy Dow". */
static int phraseIsList(const NewsItem *a, u32 i, u32 iTo) {
  int nConj = 0;
  for( ; i < iTo; i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_CONJ) ) {
      nConj++;
    } else if( !phraseIsName(&a[i]) && !newsItemSign(&a[i], ',') ) {
      return 0;
    }
  }
  return nConj == 1;
}

/* Whether [i, iTo) begins with an article or a number and no conjunction parts
** it: "a study published in May", "two officials briefed on it". */
static int phraseIsNoun(const NewsItem *a, u32 i, u32 iTo) {
  int bNoun = newsItemIs(&a[i], NEWS_LEX_INDEF | NEWS_LEX_NUMBER);
  while( bNoun && ++i < iTo ) {
    bNoun = !newsItemIs(&a[i], PARTS | NEWS_LEX_SUBJECT) &&
            a[i].eType != NEWS_IT_SIGN;
  }
  return bNoun;
}

static int phraseScore(const NewsItem *a, u32 iFloor, u32 i, u32 iEnd,
                       const Walk *w) {
  u32 nItem = iEnd - i;
  int n = phraseFirst(&a[i], nItem, i > iFloor && newsItemIs(&a[i - 1], PARTS));
  n += phraseBefore(a, iFloor, i);
  if( nItem > 1 || !newsItemIs(&a[i], NEWS_LEX_PRON | NEWS_LEX_WH_WORD) ) {
    int bNth = nItem == 2 && newsItemIs(&a[i + 1], NEWS_LEX_NUMBER);
    n += w->nSpeak || w->nName || bNth ? 4 : w->nOther ? -1 : -6;
  } else if( i > iFloor + 1 && newsItemIs(&a[i - 1], NEWS_LEX_BASE) &&
             phraseIsTo(&a[i - 2]) ) {
    n -= 8; /* trying to save [it] */
  }
  n -= 6 * (w->nVerb - ((w->bTail || phraseIsNoun(a, i, iEnd)) && w->nPart)) +
       4 * w->nQuote;
  if( w->nComma && phraseIsList(a, i, iEnd) ) {
    n += 2;
  } else if( w->bTail ) {
    n += w->nComma == 0 ? -4 : w->nComma > 2 ? -2 * (w->nComma - 2) : 1;
  } else {
    n -= PHRASE_COMMA * w->nComma;
  }
  if( nItem > 12 ) n -= (int)(nItem - 12) / 3;
  return n;
}

/* Whether a word begins what stands between two commas and is no noun phrase:
** ", however,", ", in a statement,", ", asked about the deal,", ", citing two
** officials,". */
static int phraseIsAside(const NewsItem *p) {
  if( newsItemIs(p, NEWS_LEX_CUE) ) {
    return (newsItemIs(p, NEWS_LEX_PART) && newsItemIs(p, NEWS_LEX_HEARER)) ||
           (newsItemIs(p, NEWS_LEX_GER) && newsItemIs(p, NEWS_LEX_REASON));
  }
  if( newsItemIs(p, NEWS_LEX_ADVERB) && newsItemSign(&p[1], ',') ) return 1;
  if( newsItemIs(p, NEWS_LEX_ADVERB) && newsItemIs(&p[1], NEWS_LEX_PART) &&
      newsItemCap(&p[2]) ) {
    return 0; /* Ann Lee, "popularly called Mama Lu," */
  }
  return newsItemIs(p, NEWS_LEX_ADVERB | NEWS_LEX_PREP | NEWS_LEX_SUBORD |
                           NEWS_LEX_CONJ) &&
         !newsItemIs(p, NEWS_LEX_WH_WORD);
}

u32 newsPhraseSkip(const NewsItem *a, u32 iFloor, u32 i) {
  while( i > iFloor + 1 ) {
    const NewsItem *p = &a[i - 1];
    u32 j;
    if( p->eType == NEWS_IT_WORD && newsItemIs(p, NEWS_LEX_ADVERB) &&
        !phraseIsName(p) && !newsItemIs(p, NEWS_LEX_PRON | NEWS_LEX_WH_WORD) ) {
      i--;
      continue;
    }
    if( p->eType == NEWS_IT_WORD && newsItemIs(p, NEWS_WHEN) ) {
      j = i - 1;
      while( j > iFloor + 1 && a[j - 1].eType == NEWS_IT_WORD &&
             newsItemIs(&a[j - 1], NEWS_WHEN | NEWS_LEX_PREP | NEWS_LEX_NUMBER |
                                       NEWS_LEX_ADVERB) ) {
        j--;
      }
      i = j;
      continue;
    }
    if( newsItemSign(p, ',') ) {
      /* ", however," ", in a statement,": no noun phrase of its own */
      for( j = i - 1; j > iFloor + 1 && i - j < PHRASE_ASIDE; j-- ) {
        if( newsItemSign(&a[j - 1], ',') ) break;
        if( a[j - 1].eType == NEWS_IT_QUOTE ) break;
      }
      if( j > iFloor + 1 && i - j < PHRASE_ASIDE &&
          newsItemSign(&a[j - 1], ',') && phraseIsAside(&a[j]) ) {
        i = j - 1;
        continue;
      }
    }
    break;
  }
  return i;
}

/* Whether a phrase might begin at item i at all. */
static int phraseMayStart(const NewsItem *a, u32 iFloor, u32 i) {
  const NewsItem *p = &a[i];
  if( p->eType != NEWS_IT_WORD ) return 0;
  if( newsItemIs(p, NEWS_LEX_THAT) &&
      newsItemIs(&p[1], NEWS_LEX_DET | NEWS_LEX_INDEF) ) {
    return 0; /* note that [the mill] said */
  }
  if( i == iFloor ) return 1;
  if( newsPhraseOpens(p) || newsItemIs(&a[i - 1], PARTS) ) return 1;
  return a[i - 1].eType != NEWS_IT_WORD && a[i - 1].eType != NEWS_IT_CLITIC;
}

/* A subject without another's clause before it: Ann Lee said, and ["her sister,
** Jo"]. */
static NewsSpan phraseOwn(const NewsItem *a, NewsSpan s) {
  u32 i;
  int bSaid = 0;
  for( i = s.iFrom; i + 1 < s.iTo; i++ ) {
    if( newsItemIs(&a[i], NEWS_LEX_WH_WORD) ) return s;
    bSaid |= newsItemIs(&a[i], NEWS_LEX_CUE) &&
             newsItemIs(&a[i], NEWS_LEX_BARE) &&
             newsItemIs(&a[i], NEWS_LEX_INVERT) &&
             newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD);
    if( bSaid && newsItemIs(&a[i], NEWS_LEX_CONJ) ) s.iFrom = i + 1;
  }
  return s;
}

/* A subject without the time before it: ["Late on Friday"] the minister said,
** ["Last week"] Ann Lee said. A single word may be a name: May Holm. */
static NewsSpan phraseWhen(const NewsItem *a, NewsSpan s) {
  u32 i = s.iFrom;
  int bWhen = 0;
  while( i + 1 < s.iTo &&
         newsItemIs(&a[i], NEWS_WHEN | NEWS_LEX_ADVERB | NEWS_LEX_PREP |
                               NEWS_LEX_NUMBER) ) {
    bWhen = newsItemIs(&a[i++], NEWS_WHEN);
  }
  if( !bWhen || a[i].eType != NEWS_IT_WORD ) return s;
  if( !newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_HONORIFIC) &&
      (a[i - 1].tok.iTo - a[s.iFrom].tok.iFrom < 2 ||
       !newsPhraseOpens(&a[i])) ) {
    return s;
  }
  s.iFrom = i;
  return s;
}

/* A source that begins behind a comma with a given name, without the noun
** before it that nobody is called: until the vote, [Ann Lee, an aide,]. */
static NewsSpan phraseNamed(const NewsItem *a, NewsSpan s) {
  const u64 mWho =
      NEWS_SPEAKS | NEWS_LEX_ORG | NEWS_LEX_MEDIA | NEWS_LEX_AGENCY;
  u32 i = s.iFrom;
  while( i < s.iTo && a[i].eType == NEWS_IT_WORD && !newsItemIs(&a[i], mWho) &&
         (!newsItemCap(&a[i]) || (a[i].flags & NEWS_TF_SENT)) ) {
    i++;
  }
  if( i == s.iFrom || i + 3 >= s.iTo || !newsItemSign(&a[i], ',') ||
      !newsItemCap(&a[i + 1]) || !newsItemCap(&a[i + 2]) ||
      !newsItemIs(&a[i + 1], NEWS_LEX_GIVEN | NEWS_LEX_HONORIFIC) ) {
    return s;
  }
  return newsSpan(i + 1, s.iTo);
}

/* Whether a participle clause begins with this item: "addressing reporters",
** "quizzed by police", "asked about the deal". */
static int phraseIsFronted(const NewsItem *p) {
  if( !(p->flags & NEWS_TF_SENT) || newsItemIs(p, NEWS_SPEAKS) ) return 0;
  if( newsItemIs(p, NEWS_LEX_GER) ) return 1;
  return newsItemIs(p, NEWS_LEX_PART) &&
         (newsItemIs(p, NEWS_LEX_HEARER) || newsSpanLen(p->tok) > 1 ||
          newsItemIs(p + 1, NEWS_LEX_PREP));
}

/* A subject without the participle clause that its sentence begins with:
** ["Addressing reporters,"] the mayor, Ann Bell, said. Places go on with a list
** ("Visiting Ost, Weston"), and "some of them" with the plural before it. */
static NewsSpan phraseFronted(const NewsItem *a, NewsSpan s) {
  u32 i;
  if( newsSpanLen(s) < 4 || !phraseIsFronted(&a[s.iFrom]) ) return s;
  for( i = s.iFrom + 1; i + 1 < s.iTo; i++ ) {
    const NewsItem *p = &a[i + 1];
    if( newsItemSign(&a[i], ',') && newsPhraseOpens(p) &&
        !newsItemIs(p, NEWS_LEX_PLACE | NEWS_WHEN) &&
        !(newsItemIs(p, NEWS_LEX_INDEF | NEWS_LEX_NUMBER) &&
          newsItemIs(p + 1, NEWS_LEX_PREP)) ) {
      return newsSpan(i + 1, s.iTo);
    }
  }
  return s;
}

/* A plural of people, or a title before a name, with the small words before it
** that tell which, where a comma or a quotation stands before them: C,
** ["rescue"] officials said, C, ["civic"] leader Ann Lee said. */
static NewsSpan phraseWhich(const NewsItem *a, u32 iFloor, NewsSpan s) {
  u32 i = s.iFrom;
  if( newsSpanLen(s) == 0 || newsItemCap(&a[i]) ||
      !newsItemIs(&a[i], NEWS_LEX_ROLE | NEWS_LEX_SOURCE | NEWS_LEX_PEOPLE) ||
      !(newsItemIs(&a[i], NEWS_LEX_PLURAL) ||
        (i + 1 < s.iTo && phraseIsName(&a[i + 1]))) ) {
    return s;
  }
  while( i > iFloor && s.iFrom < i + PHRASE_WHICH &&
         a[i - 1].eType == NEWS_IT_WORD && !newsItemCap(&a[i - 1]) &&
         !newsItemIs(&a[i - 1], NEWS_GRAMMAR | NEWS_FINITE | NEWS_LEX_CUE |
                                    NEWS_LEX_ADVERB | NEWS_WHEN) ) {
    i--;
  }
  if( i > iFloor &&
      (newsItemBreaks(&a[i - 1]) || a[i - 1].eType == NEWS_IT_QUOTE) ) {
    s.iFrom = i;
  }
  return s;
}

NewsFit newsPhraseLeft(const NewsItem *a, u32 iFloor, u32 iEnd) {
  NewsFit best;
  Walk w;
  u32 i, iStop;
  memset(&best, 0, sizeof(best));
  memset(&w, 0, sizeof(w));
  best.nScore = -100;
  iEnd = newsPhraseSkip(a, iFloor, iEnd);
  if( iEnd > iFloor &&
      (newsItemSign(&a[iEnd - 1], ',') || newsItemDash(&a[iEnd - 1])) ) {
    w.bTail = 1;
    iEnd--;
  }
  iStop = iEnd > iFloor + PHRASE_REACH ? iEnd - PHRASE_REACH : iFloor;
  for( i = iEnd; i > iStop; i-- ) {
    if( !phraseCount(&a[i - 1], &w) ) break;
    if( !w.bParen && phraseMayStart(a, iFloor, i - 1) ) {
      int n = phraseScore(a, iFloor, i - 1, iEnd, &w);
      if( n > best.nScore ||
          (n == best.nScore && !newsItemIs(&a[i - 1], NEWS_LEX_PREP)) ) {
        best.nScore = n;
        best.span = newsSpan(i - 1, iEnd);
      }
    }
  }
  best.span = phraseFronted(a, phraseOwn(a, best.span));
  best.span = phraseNamed(a, phraseWhen(a, best.span));
  best.span = phraseWhich(a, iFloor, best.span);
  best.bPron = newsSpanLen(best.span) == 1 &&
               newsItemIs(&a[best.span.iFrom], NEWS_LEX_PRON);
  return best;
}

/* Whether a word behind a comma cannot begin a sentence's subject: then the
** subject is what stands before the comma: "the dam, built of stone, is safe".
*/
static int phraseGoesOn(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_PART | NEWS_LEX_GER | NEWS_LEX_WH_WORD |
                           NEWS_FINITE | NEWS_LEX_PREP);
}

/* Whether how many of something stands at item i: "21 states"; no age, nor "one
** of them". */
static int phraseIsMany(const NewsItem *a, u32 i) {
  return newsItemIs(&a[i], NEWS_LEX_NUMBER) && a[i + 1].eType == NEWS_IT_WORD &&
         !newsItemCap(&a[i + 1]) &&
         !newsItemIs(&a[i + 1], NEWS_GRAMMAR | NEWS_WHEN | NEWS_FINITE);
}

/*
** Whether the apposition that begins at item i behind a comma belongs to the
** phrase before it; its end in *piEnd. bInitial: a comma must close it. bRole:
** the phrase is a role, which a name may follow: "the mayor, Mara Venn".
*/
static int phraseApposes(const NewsItem *a, u32 i, u32 iCeil, int bInitial,
                         int bRole, u32 *piEnd) {
  u32 j;
  int bSpeak = 0, bVerb = 0, bNames = 1, bRelative = 0;
  int bWho = (newsItemIs(&a[i], NEWS_LEX_WH_WORD) &&
              !newsItemIs(&a[i], NEWS_LEX_SUBORD)) ||
             newsItemIs(&a[i], NEWS_LEX_ANONYMITY) ||
             (newsItemIs(&a[i], NEWS_LEX_REASON) &&
              !newsItemIs(&a[i], NEWS_LEX_SUBORD)) ||
             (bInitial && newsItemIs(&a[i], NEWS_LEX_PART | NEWS_LEX_GER));
  if( a[i].eType != NEWS_IT_WORD || (bInitial && phraseIsMany(a, i)) ) return 0;
  if( newsItemIs(&a[i], NEWS_LEX_CONJ | NEWS_LEX_SUBORD) && !bWho ) return 0;
  if( newsItemIs(&a[i], NEWS_LEX_ADVERB | NEWS_WHEN) ) return 0;
  if( newsItemIs(&a[i], NEWS_LEX_CUE) && newsItemIs(&a[i + 1], NEWS_LEX_PREP) &&
      newsItemIs(&a[i], NEWS_LEX_PAST | NEWS_LEX_THIRD) ) {
    return 0; /* the bank, according to two aides, "plans to" */
  }
  for( j = i; j < iCeil && j < i + 24; j++ ) {
    const NewsItem *p = &a[j];
    if( newsItemSign(p, ',') || newsItemStop(p) || newsItemDash(p) ||
        newsItemSign(p, ';') || newsItemSign(p, ':') ||
        p->eType == NEWS_IT_QUOTE ) {
      break;
    }
    if( p->eType == NEWS_IT_CLITIC ) continue;
    if( newsItemIs(p, NEWS_LEX_ROLE | NEWS_LEX_TITLE | NEWS_LEX_SOURCE |
                          NEWS_LEX_PEOPLE | NEWS_LEX_RANK | NEWS_LEX_ORG |
                          NEWS_LEX_NUMBER) ||
        p->eType == NEWS_IT_SIGN ) {
      bSpeak = 1;
    }
    bRelative |= j > i && newsItemIs(p, NEWS_LEX_WH_WORD);
    if( newsItemIs(p, NEWS_FINITE) && !newsItemIs(p, NEWS_LEX_GER) &&
        !bRelative ) {
      bVerb = 1;
    }
    if( !phraseIsName(p) ) bNames = 0;
  }
  *piEnd = j;
  if( bInitial && !newsItemSign(&a[j], ',') ) return 0;
  if( bWho ) return 1;
  if( bInitial && (j - i > 10 || phraseGoesOn(&a[j + 1])) ) return bSpeak;
  if( bVerb || !newsPhraseOpens(&a[i]) ) {
    return newsItemIs(&a[i], NEWS_LEX_NUMBER);
  }
  if( j < iCeil && !newsItemSign(&a[j], ',') && !newsItemStop(&a[j]) ) {
    return bSpeak;
  }
  return bSpeak || newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_INDEF) ||
         (bRole && bNames);
}

/* Whether ", of the club," begins at item i behind a comma. *piEnd: its end. */
static int phraseIsOf(const NewsText *pText, const NewsItem *a, u32 i,
                      u32 iCeil, u32 *piEnd) {
  u32 j = i + 1;
  if( !newsItemIs(&a[i], NEWS_LEX_PREP) ||
      newsTextWeight(pText, a[i].iWord) < NEWS_LEXICON_OF ) {
    return 0;
  }
  while( j < iCeil && j < i + 8 && a[j].eType == NEWS_IT_WORD &&
         !newsItemIs(&a[j], NEWS_FINITE | NEWS_WHEN) ) {
    j++;
  }
  *piEnd = j;
  return newsItemSign(&a[j], ',') || newsItemStop(&a[j]);
}

/* Whether the preposition at item i leads away from the phrase: a time, a
** place to speak in, a statement. */
static int phraseLeaves(const NewsText *pText, const NewsItem *a, u32 i,
                        u32 iCeil) {
  u32 j;
  int nTie = newsTextWeight(pText, a[i].iWord);
  if( nTie >= NEWS_LEXICON_FOR ) return 0; /* of, for: they tie */
  for( j = i + 1; j < iCeil && j < i + 6; j++ ) {
    if( a[j].eType != NEWS_IT_WORD ) break;
    if( newsItemIs(&a[j], NEWS_LEX_VENUE | NEWS_LEX_SOCIAL | NEWS_WHEN |
                              NEWS_LEX_DOCUMENT) ) {
      return 1;
    }
    if( newsItemIs(&a[j], NEWS_LEX_ORG | NEWS_LEX_ORGNAME) ) {
      return nTie < 3;
    }
  }
  return nTie < 4;
}

/* Whether the item at i ends a phrase for good. */
static int phraseEnds(const NewsItem *p) {
  if( p->eType == NEWS_IT_QUOTE ) return 1;
  if( p->eType == NEWS_IT_CLITIC ) return 0;
  if( p->eType == NEWS_IT_SIGN ) {
    return p->hash != '(' && p->hash != '&' && p->hash != '/' && p->hash != '[';
  }
  if( newsItemIs(p, NEWS_LEX_ADVERB) && !newsItemCap(p) ) return 1;
  if( newsItemIs(p, NEWS_LEX_ADJUNCT) && newsSpanLen(p->tok) > 1 ) return 1;
  if( newsItemIs(p, NEWS_LEX_SUBORD) && !newsItemIs(p, NEWS_LEX_WH_WORD) ) {
    return 1;
  }
  if( newsItemIs(p, NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_VERB) &&
      !phraseIsName(p) ) {
    return 1;
  }
  if( newsItemCap(p) && newsItemCap(&p[1]) &&
      newsItemIs(&p[1], NEWS_LEX_MEDIA) ) {
    return 0; /* Evening Chronicle */
  }
  return newsItemIs(p, NEWS_WHEN) && !newsItemIs(p, NEWS_LEX_ORGNAME);
}

/* Whether a further phrase begins with item i: "told Harris he ...", "told TASS
** the ...", "according to police no ...". */
static int phraseBegins(const NewsText *pText, const NewsItem *a, u32 i) {
  if( newsItemIs(&a[i], NEWS_LEX_SUBJECT) &&
      !newsItemIs(&a[i], NEWS_LEX_WH_WORD | NEWS_LEX_NUMBER) ) {
    return 1;
  }
  if( newsItemCap(&a[i]) ||
      !newsItemIs(&a[i], NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_NEG) ) {
    return 0;
  }
  if( newsTokIs(&pText->aTok[a[i].tok.iFrom - 1], NEWS_LEX_PREP) ) {
    return 0; /* a person close to the ... */
  }
  return (phraseIsName(&a[i - 1]) && newsItemIs(&a[i], NEWS_LEX_DET)) ||
         newsItemIs(&a[i - 1], NEWS_LEX_ROLE | NEWS_LEX_PEOPLE | NEWS_LEX_ORG |
                                   NEWS_LEX_DOCUMENT | NEWS_LEX_MEDIA);
}

/* Past the bracket at item i. */
static u32 phrasePastParen(const NewsItem *a, u32 i, u32 iCeil) {
  u32 j;
  for( j = i + 1; j < iCeil && j < i + 16; j++ ) {
    if( newsItemSign(&a[j], ')') || newsItemSign(&a[j], ']') ) return j + 1;
  }
  return i + 1;
}

/* Whether a short quotation is part of a name: Jonas "Shorty" Pell, Channel 6's
** "Good Morning Ost". */
static int phraseIsInset(const NewsItem *p) {
  if( p->eType != NEWS_IT_QUOTE || newsSpanLen(p->tok) > 6 ) return 0;
  return p[-1].eType == NEWS_IT_CLITIC ||
         (newsItemCap(p - 1) && newsItemCap(p + 1));
}

/* Whether item i begins how somebody is, before a name: a ["visibly moved"] Ann
** Bell. */
static int phraseIsMood(const NewsItem *a, u32 i, u32 iCeil) {
  i += newsItemIs(&a[i], NEWS_LEX_ADVERB);
  return i + 1 < iCeil && a[i].eType == NEWS_IT_WORD &&
         newsItemIs(&a[i], NEWS_LEX_PART) && phraseIsName(&a[i + 1]);
}

/* Whether up to two small words that the lexicon does not know stand at item i
** before a name: "two-goal Danny Cobb". */
static int phraseLeadsName(const NewsItem *a, u32 i, u32 iCeil) {
  u32 j;
  for( j = i; j < iCeil && j < i + 3; j++ ) {
    if( a[j].eType != NEWS_IT_WORD ) return 0;
    if( phraseIsName(&a[j]) ) return j > i;
    if( newsItemIs(&a[j],
                   NEWS_GRAMMAR | NEWS_FINITE | NEWS_LEX_CUE | NEWS_WHEN) ) {
      return 0;
    }
  }
  return 0;
}

/* A phrase that is read to the right. */
typedef struct PhraseScan PhraseScan;
struct PhraseScan {
  const NewsText *pText;
  const NewsItem *a;
  u32 iFrom, iCeil; /* It begins at the one, and ends before the other */
  u32 i;            /* Its end so far */
  u32 nHead;        /* Names and nouns for who speaks */
  int nRole;        /* Nouns for what somebody is */
  u8 bName;         /* A name is last */
  u8 bInitial;      /* newsPhraseRight() */
};

/* Pass what is put into the phrase at its present end: a comma with what stands
** behind it, brackets, a relative clause, a nickname. 1: it is passed, 0: there
** is nothing of the kind, -1: the phrase ends. */
static int phraseInsertion(PhraseScan *s) {
  const NewsItem *a = s->a, *p = &a[s->i];
  int bBegun = s->i > s->iFrom;
  u32 iEnd;
  if( newsItemSign(p, ',') ) {
    if( !phraseIsOf(s->pText, a, s->i + 1, s->iCeil, &iEnd) &&
        !phraseApposes(a, s->i + 1, s->iCeil, s->bInitial, s->nRole, &iEnd) ) {
      return -1;
    }
    s->i = iEnd;
    return newsItemSign(&a[iEnd], ',') && s->bInitial ? -1 : 1;
  }
  if( newsItemSign(p, '(') || newsItemSign(p, '[') ) {
    s->i = phrasePastParen(a, s->i, s->iCeil);
    return 1;
  }
  if( bBegun && newsItemIs(p, NEWS_LEX_WH_WORD) && s->nHead ) {
    if( !phraseApposes(a, s->i, s->iCeil, 0, 0, &iEnd) ) return -1;
    s->i = iEnd;
    return 1;
  }
  if( bBegun && s->i + 1 < s->iCeil && phraseIsInset(p) ) {
    s->i++;
    return 1;
  }
  if( bBegun && newsItemIs(p - 1, NEWS_LEX_INDEF) &&
      phraseIsMood(a, s->i, s->iCeil) ) {
    s->i += 1 + newsItemIs(p, NEWS_LEX_ADVERB);
    return 1;
  }
  return 0;
}

/* Whether the phrase ends before the next item. */
static int phraseIsDone(const PhraseScan *s) {
  const NewsItem *p = &s->a[s->i];
  int bNamed = s->i > s->iFrom && newsItemIs(&p[-1], NEWS_LEX_DET) &&
               newsItemCap(p) && newsItemCap(&p[1]); /* the Evening Star */
  if( (phraseEnds(p) && !bNamed) ||
      (s->i > s->iFrom && phraseBegins(s->pText, s->a, s->i)) ) {
    return 1;
  }
  if( newsItemIs(p, NEWS_LEX_PREP) &&
      (phraseLeaves(s->pText, s->a, s->i, s->iCeil) ||
       (s->bName && s->nRole == 0 && newsItemIs(&p[1], NEWS_LEX_DET) &&
        !newsItemCap(&p[2]))) ) {
    return 1; /* "said Venn of the referee": what it is about */
  }
  return newsItemIs(p, NEWS_LEX_CONJ) &&
         !(s->i + 1 < s->iCeil && newsPhraseOpens(&p[1]) &&
           !newsItemIs(&p[1], NEWS_LEX_PRON));
}

/* Take the next item; whether that is all, a pronoun. */
static int phraseAdd(PhraseScan *s) {
  const NewsItem *p = &s->a[s->i];
  int bFirst = s->i++ == s->iFrom;
  if( newsItemIs(p, NEWS_SPEAKS) || phraseIsName(p) ) s->nHead++;
  s->nRole += newsItemIs(p, NEWS_LEX_ROLE | NEWS_LEX_TITLE | NEWS_LEX_SOURCE) ||
              (bFirst && phraseIsOne(p)); /* said one, Ann Lee */
  s->bName = phraseIsName(p) && !newsItemIs(p, NEWS_LEX_ROLE | NEWS_LEX_TITLE);
  if( !bFirst || !newsItemIs(p, NEWS_LEX_PRON) ||
      newsItemIs(p, NEWS_LEX_DET | NEWS_LEX_NUMBER | NEWS_LEX_INDEF |
                        NEWS_LEX_OTHER) ) {
    return 0;
  }
  s->nHead++;
  return 1;
}

/* The end of the phrase [iFrom, i) without what leads on from it. */
static u32 phraseTrim(const NewsItem *a, u32 iFrom, u32 i) {
  while( i > iFrom && (newsItemIs(&a[i - 1], NEWS_LEX_PREP | NEWS_LEX_CONJ) ||
                       newsItemSign(&a[i - 1], ',')) ) {
    i--;
  }
  return i;
}

NewsFit newsPhraseRight(const NewsText *pText, const NewsItem *a, u32 iFrom,
                        u32 iCeil, int bInitial) {
  PhraseScan s = {pText, a, iFrom, iCeil, iFrom, 0, 0, 0, (u8)bInitial};
  NewsFit fit;
  memset(&fit, 0, sizeof(fit));
  fit.nScore = -100;
  if( iFrom >= iCeil ||
      !(newsPhraseOpens(&a[iFrom]) || newsItemIs(&a[iFrom], NEWS_SPEAKS) ||
        phraseLeadsName(a, iFrom, iCeil)) ) {
    return fit;
  }
  while( s.i < iCeil && s.i < iFrom + PHRASE_REACH ) {
    int ePassed = phraseInsertion(&s);
    if( ePassed > 0 ) continue;
    if( ePassed < 0 || phraseIsDone(&s) || phraseAdd(&s) ) break;
  }
  s.i = phraseTrim(a, iFrom, s.i);
  fit.span = newsSpan(iFrom, s.i);
  fit.nScore = s.nHead ? 6 : 1;
  fit.bPron = s.i == iFrom + 1 && newsItemIs(&a[iFrom], NEWS_LEX_PRON);
  return fit;
}
