/*
** mention.c: see mention.h.
*/
#include "source/mention.h"

#include "lexicon/frequent.h"
#include "lexicon/lexicon.h"
#include "source/source.h"
#include "source/subject.h"

#define MENTION_NICK 4     /* Tokens of a nickname, at most */
#define MENTION_WORDS 2    /* Unknown words within a phrase, at most */
#define MENTION_NAME 8     /* Tokens of a name in apposition, at most */
#define MENTION_APPOSED 24 /* Tokens of an apposition, at most */
#define MENTION_TIED 10    /* Tokens behind "of", at most */
#define MENTION_TITLE 12   /* Tokens of a work's title in marks, at most */

#define MENTION_SPEECH 1 /* Inside direct speech */
#define MENTION_CREDIT 2 /* Inside a credit */

/* A mention of an attribution, to be sorted. */
typedef struct MentionKey MentionKey;
struct MentionKey {
  NewsSpan tok;
  u32 iQuote;
  u8 eFrom;
};

typedef struct MentionScan MentionScan;
struct MentionScan {
  const NewsTerms *pTerms;
  const NewsText *pText;
  NewsMentionList *p;
  u8 *aInside; /* A byte a token: what it is inside of, MENTION_... bits */
  u32 iTitle;  /* Past the last words in marks that are no speech */
  MentionKey *aKey;
  u32 nKey;
  u32 iKey; /* The next of them */
};

void newsMentionFree(NewsMentionList *p) {
  newsVecFree(&p->vMention);
  memset(p, 0, sizeof(*p));
}

u32 newsMentionFrom(const NewsMentionList *p, u32 iTok) {
  return newsSearch(p->vMention.a, p->vMention.n, sizeof(NewsMention),
                    offsetof(NewsMention, name.all.iFrom), iTok);
}

/* Whether a stands before b: where one mention holds another, it is first. */
static int mentionBefore(const MentionKey *a, const MentionKey *b) {
  if( a->tok.iFrom != b->tok.iFrom ) return a->tok.iFrom < b->tok.iFrom;
  if( a->tok.iTo != b->tok.iTo ) return a->tok.iTo > b->tok.iTo;
  return a->eFrom < b->eFrom;
}

/* Sort the keys, equal ones as they stand, by merging ever longer runs. */
static void mentionSort(MentionScan *s) {
  NewsArena *pArena = s->pText->pArena;
  u32 n = s->nKey, nRun, i = 0, j = 0, k, iEnd = 0;
  MentionKey *aOld = s->aKey;
  MentionKey *aNew = newsArenaAlloc(pArena, (i64)n * (i64)sizeof(MentionKey));
  for( nRun = 1; nRun < n && pArena->rc == SQLITE_OK; nRun *= 2 ) {
    MentionKey *aSwap = aOld;
    for( k = 0; k < n && !newsArenaTick(pArena, 2); k++ ) {
      if( k % (2 * nRun) == 0 ) {
        i = k;
        j = iEnd = NEWS_MIN(n, k + nRun);
      }
      if( j < NEWS_MIN(n, iEnd + nRun) &&
          (i >= iEnd || mentionBefore(&aOld[j], &aOld[i])) ) {
        aNew[k] = aOld[j++];
      } else {
        aNew[k] = aOld[i++];
      }
    }
    aOld = aNew;
    aNew = aSwap;
  }
  s->aKey = aOld;
}

/* Mark the tokens of some bytes. */
static void mentionMark(MentionScan *s, NewsSpan bytes, u8 m) {
  u32 i = newsTextTokenAt(s->pText, bytes.iFrom);
  while( i < s->pText->nTok && s->pText->aTok[i].iByte < bytes.iTo ) {
    s->aInside[i++] |= m;
    newsArenaTick(s->pText->pArena, 1);
  }
}

/* Mark the tokens of direct speech and credits; list the attributions'
** mentions. */
static void mentionPrepare(MentionScan *s, const NewsQuoteList *pQuote,
                           const NewsCreditList *pCredit) {
  NewsArena *pArena = s->pText->pArena;
  const NewsQuote *a = pQuote->vQuote.a;
  const NewsCredit *aCredit = pCredit->vCredit.a;
  u32 i, j, n = pQuote->vQuote.n;
  s->aInside = newsArenaAlloc(pArena, (i64)s->pText->nTok + 1);
  s->aKey = newsArenaAlloc(pArena, 2 * (i64)n * (i64)sizeof(MentionKey));
  s->p->aOfQuote = newsArenaAlloc(pArena, (i64)n * 8);
  s->p->aOfVia = newsArenaAlloc(pArena, (i64)n * 8);
  if( pArena->rc ) return;
  for( i = 0; i < pCredit->vCredit.n; i++ ) {
    mentionMark(s, aCredit[i].bytes, MENTION_CREDIT);
  }
  for( i = 0; i < n; i++ ) {
    s->p->aOfQuote[i] = s->p->aOfVia[i] = -1;
    for( j = 0; j < a[i].nMark; j++ ) {
      mentionMark(s, a[i].aMark[j], MENTION_SPEECH);
    }
    for( j = NEWS_MENTION_QUOTE; j <= NEWS_MENTION_VIA; j++ ) {
      NewsSpan tok = j == NEWS_MENTION_QUOTE ? a[i].mention : a[i].via;
      if( newsSpanLen(tok) == 0 || tok.iTo > s->pText->nTok ) continue;
      s->aKey[s->nKey].tok = tok;
      s->aKey[s->nKey].iQuote = i;
      s->aKey[s->nKey++].eFrom = (u8)j;
    }
  }
  mentionSort(s);
}

/* The surname that a given name alone, token i, shares with the next one:
** "Brian" and Ann Sharp. 0 if there is none. */
static u32 mentionShared(const MentionScan *s, u32 i) {
  const NewsToken *a = &s->pText->aTok[i];
  NewsTerm u;
  if( i + 4 >= s->pText->nTok || !newsTokIs(a, NEWS_LEX_GIVEN) ||
      newsTokIs(a, NEWS_LEX_PLACE | NEWS_LEX_CAPITAL) ||
      !newsTokIs(&a[1], NEWS_LEX_CONJ) || !newsTokIs(&a[2], NEWS_LEX_GIVEN) ||
      a[3].eKind != NEWS_TOK_WORD ||
      !(a[0].flags & a[2].flags & a[3].flags & NEWS_TF_CAP) ||
      ((a[2].flags | a[3].flags) & NEWS_TF_SENT) ||
      (a[4].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP ||
      (i > 0 && !(a->flags & NEWS_TF_SENT) &&
       ((a[-1].flags & NEWS_TF_CAP) || newsTokPunct(&a[-1], ','))) ) {
    return 0;
  }
  u = newsTermAt(s->pTerms, i + 3, i + 4);
  return newsTermNameable(&u) && u.eSort != NEWS_TERM_SUFFIX ? i + 3 : 0;
}

static NewsMention *mentionPush(MentionScan *s, NewsSpan tok, int eFrom) {
  NewsMention *pNew =
      newsVecPush(&s->p->vMention, s->pText->pArena, sizeof(*pNew));
  if( pNew == 0 ) return 0;
  newsNameRead(s->pTerms, tok, &pNew->name);
  if( newsSpanLen(tok) == 1 && pNew->name.eKind == NEWS_PERSON &&
      pNew->name.bNamed ) {
    pNew->name.iShared = mentionShared(s, tok.iFrom);
  }
  pNew->iSent = newsTextSent(s->pText, tok.iFrom);
  pNew->iPara = newsTextPara(s->pText, tok.iFrom);
  pNew->iEntity = -1;
  pNew->eFrom = (u8)eFrom;
  pNew->bQuoted = (s->aInside[tok.iFrom] & MENTION_SPEECH) != 0;
  pNew->bCredit = (s->aInside[tok.iFrom] & MENTION_CREDIT) != 0;
  return pNew;
}

/* Past a nickname in marks at i and before a further name, or i. */
static u32 mentionNick(const MentionScan *s, u32 i, u32 iEnd) {
  const NewsToken *aTok = s->pText->aTok;
  u32 j = i + 1;
  if( i >= iEnd || aTok[i].eKind != NEWS_TOK_MARK ) return i;
  while( j < iEnd && j <= i + MENTION_NICK && aTok[j].eKind == NEWS_TOK_WORD ) {
    j++;
  }
  if( j == i + 1 || j + 1 >= iEnd || aTok[j].eKind != NEWS_TOK_MARK ||
      aTok[j + 1].eKind != NEWS_TOK_WORD ||
      (aTok[j + 1].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) != NEWS_TF_CAP ) {
    return i;
  }
  return j + 1;
}

/* Whether a term, before a comma and behind a given name, is the surname
** whatever else it means: Ana "Lima", Jim "Jordan". */
static int mentionIsLast(const MentionScan *s, const NewsTerm *p, u32 iMax) {
  const NewsToken *pTok = &s->pText->aTok[p->iTok];
  return p->nTok == 1 && p->bCap && p->eSort <= NEWS_TERM_WORD &&
         p->iTok + 1 < iMax && newsTokPunct(&pTok[1], ',') &&
         newsTermAt(s->pTerms, p->iTok - 1, iMax).eSort == NEWS_TERM_GIVEN;
}

/* Past the small words at token j that go on with a name: Ana ["de la"] Cruz; j
** if there are none. */
static u32 mentionLinks(const MentionScan *s, u32 j, u32 iMax) {
  const NewsToken *aTok = s->pText->aTok;
  u32 k = j;
  while( k < iMax && k < j + 2 && aTok[k].eKind == NEWS_TOK_WORD &&
         aTok[k].nByte <= NEWS_TERM_PARTICLE &&
         !(aTok[k].flags & NEWS_TF_CAP) &&
         !newsTokIs(&aTok[k], NEWS_LEX_PREP | NEWS_LEX_CONJ | NEWS_LEX_AUX |
                                  NEWS_LEX_PRON | NEWS_LEX_DET) ) {
    k++;
  }
  return k < iMax && (aTok[k].flags & NEWS_TF_CAP) ? k : j;
}

/* End of a name in apposition behind the comma at i ("the Turkish president,
** Jane Doe,"), or i. It is one if a comma or full stop follows. */
static u32 mentionNamed(const MentionScan *s, u32 i, u32 iMax) {
  u32 j = i + 1, iTo;
  while( j < iMax ) {
    NewsTerm u = newsTermAt(s->pTerms, j, iMax);
    if( j > i + 1 && mentionIsLast(s, &u, iMax) ) return j + 1;
    if( !newsTermNameable(&u) && u.eSort != NEWS_TERM_HONORIFIC &&
        !(u.eSort == NEWS_TERM_ROLE && u.bCap && j == i + 1) ) {
      iTo = j > i + 1 ? mentionNick(s, j, iMax) : j;
      if( iTo == j && j > i + 1 ) iTo = mentionLinks(s, j, iMax);
      if( iTo == j ) break;
      j = iTo;
      continue;
    }
    j += u.nTok;
  }
  if( j > i + 1 + MENTION_NAME || j >= iMax ) return i;
  return newsTokPunct(&s->pText->aTok[j], ',') ? j : i;
}

/* Whether the preposition ties most: "of". */
static int mentionIsTie(const MentionScan *s, u32 iPrep) {
  return newsTextWeight(s->pText, s->pText->aTok[iPrep].iWord) >=
         NEWS_LEXICON_OF;
}

/* The comma behind what a preposition ties to a noun for a person that ends
** before token i, or i: The chairman ["of the committee"], Carl Lund; a source
** ["close to the family"], Ann Lee. What is tied more loosely than by "of" ends
** with a noun, or a given name follows: else that may be a place's, "a man from
** Ost, New Wessex". */
static u32 mentionTied(const MentionScan *s, u32 i, u32 iEnd) {
  const NewsToken *aTok = s->pText->aTok;
  u32 j = i + 1, iMax = NEWS_MIN(iEnd, i + MENTION_TIED);
  int bAfter = i + 2 < iEnd && !newsTokIs(&aTok[i], NEWS_LEX_PREP);
  if( i + 1 >= iEnd || !newsTokIs(&aTok[i + (u32)bAfter], NEWS_LEX_PREP) ||
      aTok[i].eKind != NEWS_TOK_WORD ||
      (bAfter && newsTokIs(&aTok[i], NEWS_LEX_PAST | NEWS_LEX_THIRD |
                                         NEWS_LEX_ADVERB)) ) {
    return i;
  }
  while( j < iMax && aTok[j].eKind == NEWS_TOK_WORD &&
         !newsTokIs(&aTok[j], NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_CUE) ) {
    j++;
  }
  if( j + 1 >= iMax || !newsTokPunct(&aTok[j], ',') ) return i;
  if( (bAfter || !mentionIsTie(s, i)) && (aTok[j - 1].flags & NEWS_TF_CAP) &&
      !newsTokIs(&aTok[j + 1], NEWS_LEX_GIVEN) ) {
    return i;
  }
  return j;
}

/* End of the name behind a relative clause, which begins at token i, and its
** comma, or i: the man ["who saw it, Tom Hale"]. */
static u32 mentionBehind(const MentionScan *s, u32 i, u32 iEnd) {
  const NewsToken *aTok = s->pText->aTok;
  u32 j = i + 1, iMax = NEWS_MIN(iEnd, i + MENTION_TIED), iTo;
  if( i + 1 >= iEnd || !newsTokIs(&aTok[i], NEWS_LEX_WH_WORD) ||
      !newsTokIs(&aTok[i - 1], NEWS_LEX_ROLE | NEWS_LEX_SOURCE) ) {
    return i;
  }
  while( j + 1 < iMax && aTok[j].eKind == NEWS_TOK_WORD ) j++;
  if( j + 1 >= iMax || !newsTokPunct(&aTok[j], ',') ||
      !newsTokIs(&aTok[j + 1], NEWS_LEX_GIVEN) ) {
    return i;
  }
  iTo = mentionNamed(s, j, NEWS_MIN(iEnd, j + 1 + MENTION_APPOSED));
  return iTo > j ? iTo : i;
}

/* End of an apposition that follows a phrase and a comma and tells a role or
** a name, or the end of the phrase. */
static u32 mentionApposed(const MentionScan *s, NewsSpan tok, u32 iEnd) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = tok.iTo, j, iMax = NEWS_MIN(iEnd, i + 1 + MENTION_APPOSED);
  int bHuman = 0;
  NewsTerm u;
  j = mentionTied(s, i, iEnd);
  if( j > i ) {
    u32 iTo = mentionNamed(s, j, NEWS_MIN(iEnd, j + 1 + MENTION_APPOSED));
    return iTo > j && newsTokIs(&aTok[i - 1], NEWS_LEX_ROLE | NEWS_LEX_SOURCE)
               ? iTo
               : i;
  }
  j = mentionBehind(s, i, iEnd);
  if( j > i ) return j;
  j = i + 1;
  if( i + 1 >= iEnd || !newsTokPunct(&aTok[i], ',') ) return i;
  u = newsTermAt(s->pTerms, j, iMax);
  if( newsTermNameable(&u) || u.eSort == NEWS_TERM_HONORIFIC ||
      (u.eSort == NEWS_TERM_ROLE && u.bCap && (u.mClass & NEWS_LEX_TITLE)) ) {
    NewsName name;
    newsNameRead(s->pTerms, tok, &name);
    if( name.bNamed ||
        (u.eSort == NEWS_TERM_GIVEN &&
         !(aTok[tok.iFrom].flags & NEWS_TF_SENT) &&
         !newsTokIs(&aTok[i - 1], NEWS_LEX_ROLE | NEWS_LEX_SOURCE |
                                      NEWS_LEX_TITLE | NEWS_LEX_PEOPLE)) ) {
      return i;
    }
    j = mentionNamed(s, i, iMax);
    newsNameRead(s->pTerms, newsSpan(tok.iFrom, j), &name);
    return name.bNamed ? j : i; /* Not of "After the news, Ann Lee, a nurse" */
  }
  if( u.eSort != NEWS_TERM_DET && u.eSort != NEWS_TERM_INDEF &&
      u.eSort != NEWS_TERM_RANK && u.eSort != NEWS_TERM_ROLE ) {
    return i;
  }
  while( j < iMax ) {
    u = newsTermAt(s->pTerms, j, iMax);
    if( newsTermHuman(&u) ) bHuman = 1;
    if( !bHuman && u.eSort >= NEWS_TERM_PREP && u.eSort != NEWS_TERM_POSS ) {
      return i;
    }
    if( u.eSort >= NEWS_TERM_WH && u.eSort != NEWS_TERM_POSS ) break;
    j += u.nTok;
  }
  if( !bHuman ) return i;
  if( j < iMax && !newsTokPunct(&aTok[j], ',') &&
      !newsTokPunct(&aTok[j], '.') ) {
    return i;
  }
  return j;
}

/* Whether a term can begin a phrase of the running text. */
static int mentionStarts(const NewsTerm *p) {
  switch( p->eSort ) {
    case NEWS_TERM_SUFFIX:
    case NEWS_TERM_NUMBER:
    case NEWS_TERM_TIME:
    case NEWS_TERM_WORD:
    case NEWS_TERM_DOCUMENT:
      return 0;
    case NEWS_TERM_PEOPLE:
    case NEWS_TERM_ORG:
    case NEWS_TERM_MEDIA:
      return p->bCap;
    default:
      return p->eSort <= NEWS_TERM_OTHER;
  }
}

/* Whether capitals from token i on end with a noun for a body. */
static int mentionIsBody(const MentionScan *s, u32 i, u32 iEnd) {
  u32 iFrom = i;
  int eSort = NEWS_TERM_STOP;
  while( i < iEnd && i < iFrom + MENTION_NAME ) {
    NewsTerm u = newsTermAt(s->pTerms, i, iEnd);
    if( !u.bCap || u.eSort > NEWS_TERM_WORD ) break;
    eSort = u.eSort;
    i += u.nTok;
  }
  return eSort == NEWS_TERM_ORG || eSort == NEWS_TERM_ORGNAME ||
         eSort == NEWS_TERM_SUFFIX;
}

/* Whether a preposition and a name in capitals go on with the noun for a body
** or a person before them: "Bank of England", "the chief of Acme Works". */
static int mentionGoesOn(const MentionScan *s, u32 iPrep, u32 iEnd) {
  NewsTerm u = newsTermAt(s->pTerms, iPrep - 1, iEnd);
  NewsTerm v;
  int bArticle;
  if( iPrep + 2 >= iEnd ) return 0;
  bArticle = newsTokIs(&s->pText->aTok[iPrep + 1], NEWS_LEX_DET);
  v = newsTermAt(s->pTerms, iPrep + 1 + (u32)bArticle, iEnd);
  bArticle |= mentionIsBody(s, iPrep + 1, iEnd);
  if( !v.bCap || v.eSort > NEWS_TERM_WORD ) return 0;
  if( u.eSort == NEWS_TERM_ROLE && !u.bCap ) {
    return !newsTermHuman(&v) && v.eSort != NEWS_TERM_HONORIFIC &&
           v.eSort != NEWS_TERM_GIVEN;
  }
  if( (newsTermNameable(&u) || u.bCap) && iPrep > 1 && u.nTok == 1 &&
      u.eSort != NEWS_TERM_ORG &&
      (s->pText->aTok[iPrep - 2].flags & NEWS_TF_CAP) ) {
    return bArticle && mentionIsTie(s, iPrep); /* "Jane Doe of the Guild" */
  }
  return u.eSort == NEWS_TERM_ORG && u.bCap;
}

/* Whether a token begins no phrase, by its classes alone: most words. */
static int mentionIsPlain(const NewsToken *p) {
  const u64 m = NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER | NEWS_LEX_RANK |
                NEWS_LEX_ROLE | NEWS_LEX_TITLE | NEWS_LEX_SOURCE |
                NEWS_LEX_DEMONYM | NEWS_LEX_PRON;
  return (p->flags & (NEWS_TF_CAP | NEWS_TF_PHRASE)) == 0 &&
         (p->mClass & m) == 0 && p[-1].eKind != NEWS_TOK_CLITIC;
}

/* Whether the word at i leads a clause, whose first noun phrase follows: "said
** that the ministry". */
static int mentionLeads(const MentionScan *s, u32 i, u32 iEnd) {
  NewsTerm u;
  if( i + 1 >= iEnd || !newsTokIs(&s->pText->aTok[i], NEWS_LEX_THAT) ) return 0;
  u = newsTermAt(s->pTerms, i + 1, iEnd);
  return newsTermOpens(&u);
}

/* Whether token j is the sign that joins capitals of a firm's name, which began
** at i: Pell & Roe. */
static int mentionIsFirm(const MentionScan *s, u32 i, u32 j, u32 iEnd) {
  const NewsToken *pTok = &s->pText->aTok[j];
  return j > i && j + 1 < iEnd && pTok->eKind != NEWS_TOK_WORD &&
         pTok->hash == '&' && (pTok[-1].flags & NEWS_TF_CAP) &&
         (pTok[1].flags & NEWS_TF_CAP) &&
         !(newsTokIs(&pTok[1], NEWS_LEX_GIVEN) &&
           (pTok[2].flags & NEWS_TF_CAP)); /* Bell & Tom Hale */
}

/* Whether a sentence begins with how many persons: "Two women left". */
static int mentionIsMany(const MentionScan *s, u32 i, u32 iEnd) {
  NewsTerm u;
  if( !newsTokIs(&s->pText->aTok[i], NEWS_LEX_NUMBER) || i + 1 >= iEnd ||
      !(s->pText->aTok[i].flags & NEWS_TF_SENT) ) {
    return 0;
  }
  u = newsTermAt(s->pTerms, i + 1, iEnd);
  return newsTermHuman(&u) && (u.mClass & NEWS_LEX_PLURAL);
}

/* End of the noun phrase that begins at i, or i where none does. */
static u32 mentionPhrase(const MentionScan *s, u32 i, u32 iEnd) {
  u32 j = i, iLast = i;
  int nWord = 0, bOpen = 0, bPrep = 0;
  if( mentionLeads(s, i, iEnd) ) return i;
  while( j < iEnd ) {
    NewsTerm u = newsTermAt(s->pTerms, j, iEnd);
    if( j == i ) {
      if( !mentionStarts(&u) && !mentionIsMany(s, i, iEnd) &&
          !(i > 0 && s->pText->aTok[i - 1].eKind == NEWS_TOK_CLITIC &&
            u.eSort <= NEWS_TERM_WORD) ) {
        return i;
      }
    } else if( s->pText->aTok[j].flags & NEWS_TF_SENT ) {
      break;
    }
    if( u.eSort == NEWS_TERM_MARK && iLast == j &&
        mentionNick(s, j, iEnd) > j ) {
      j = mentionNick(s, j, iEnd);
      continue;
    }
    if( mentionIsFirm(s, i, j, iEnd) && iLast == j ) {
      j++;
      continue;
    }
    if( u.eSort == NEWS_TERM_PREP && iLast == j ) {
      if( !mentionGoesOn(s, j, iEnd) ) break;
      bPrep = 1;
    } else if( u.eSort == NEWS_TERM_POSS && iLast == j && bPrep ) {
      nWord = 0; /* an aide of Ost's mayor */
    } else if( u.eSort == NEWS_TERM_WORD || u.eSort == NEWS_TERM_NUMBER ) {
      if( ++nWord > MENTION_WORDS ) break;
    } else if( newsTermOpens(&u) ) {
      if( j > i && !bOpen ) break;
    } else if( u.eSort > NEWS_TERM_WORD ) {
      break;
    } else if( u.eSort != NEWS_TERM_RANK && u.eSort != NEWS_TERM_HONORIFIC &&
               u.eSort != NEWS_TERM_TIME ) {
      iLast = j + u.nTok;
    }
    bOpen = newsTermOpens(&u) || u.eSort == NEWS_TERM_PREP;
    j += u.nTok;
  }
  return iLast;
}

/* Whether a token is the first word of a sentence, if need be behind a bullet
** or a mark. */
static int mentionIsFirst(const MentionScan *s, u32 i) {
  const NewsToken *pTok = &s->pText->aTok[i];
  return (pTok->flags & NEWS_TF_SENT) ||
         (i > 0 && (pTok[-1].flags & NEWS_TF_SENT) && !newsTokWordy(pTok - 1));
}

/* Whether the next attribution is of "they", who may be those that a sentence
** begins with and no article tells to be known: "Residents met. They said
** C". */
static int mentionIsThem(const MentionScan *s, const NewsMention *p) {
  const NewsName *n = &p->name;
  const NewsToken *pTok;
  NewsSpan next;
  if( s->iKey >= s->nKey || !n->bPlural || n->eHead < NEWS_TERM_ROLE ||
      n->eHead > NEWS_TERM_PEOPLE || !mentionIsFirst(s, n->all.iFrom) ) {
    return 0;
  }
  next = s->aKey[s->iKey].tok;
  pTok = &s->pText->aTok[next.iFrom];
  return newsSpanLen(next) == 1 && newsTokIs(pTok, NEWS_LEX_SUBJECT) &&
         newsTokIs(pTok, NEWS_LEX_PLURAL) &&
         !newsTokIs(pTok, NEWS_LEX_FIRST | NEWS_LEX_WH_WORD) &&
         newsTextSent(s->pText, next.iFrom) <= p->iSent + 2;
}

/* Whether a phrase of the running text may be meant again. */
static int mentionCounts(const MentionScan *s, const NewsMention *p) {
  const NewsName *n = &p->name;
  const NewsToken *pTok = &s->pText->aTok[n->name.iFrom];
  if( n->eDef == NEWS_NAME_PRONOUN ) {
    return !n->bFirst && n->mGender && !p->bQuoted;
  }
  if( n->bNamed ) {
    if( newsTokIs(pTok, NEWS_LEX_SOCIAL) ) {
      /* Mostly where something is said: "wrote on Facebook" */
      return newsSpanLen(n->all) == 1 && mentionIsFirst(s, n->all.iFrom) &&
             newsTokIs(&pTok[1], NEWS_LEX_CUE | NEWS_FINITE);
    }
    /* A first word that has its capital from that: "Wheat rose" */
    return newsSpanLen(n->name) != 1 || n->eHead != NEWS_TERM_CAP ||
           !mentionIsFirst(s, n->name.iFrom) ||
           newsTokIs(pTok, NEWS_LEX_GIVEN) || n->bHonorific ||
           newsTermsCapital(s->pTerms, pTok);
  }
  if( p->bQuoted ) return 0;
  if( n->eDef == NEWS_NAME_BARE ) return mentionIsThem(s, p);
  return n->eHead >= NEWS_TERM_MEDIA && n->eHead <= NEWS_TERM_DOCUMENT;
}

/* Whether a phrase that does not count for its capital is its sentence's first
** word, and the next attribution is near and of "he", "it" or "the company",
** who may be that. */
static int mentionIsFaint(const MentionScan *s, const NewsMention *p) {
  const NewsToken *aTok = s->pText->aTok, *pTok;
  NewsSpan next;
  u32 iSent;
  if( s->iKey >= s->nKey || p->bQuoted || p->bCredit || !p->name.bNamed ||
      p->name.eKind != NEWS_PERSON || newsSpanLen(p->name.all) != 1 ||
      newsTermsLower(s->pTerms, &aTok[p->name.all.iFrom]) ||
      aTok[p->name.all.iFrom].mClass ||
      newsFrequentIs(aTok[p->name.all.iFrom].hash) ) {
    return 0;
  }
  next = s->aKey[s->iKey].tok;
  pTok = &aTok[next.iFrom];
  iSent = newsTextSent(s->pText, next.iFrom);
  if( iSent > p->iSent + 1 ||
      (iSent == p->iSent && newsTokIs(pTok, NEWS_LEX_MASC | NEWS_LEX_FEM)) ) {
    return 0; /* the last: "Prices rose, she said" */
  }
  if( newsSpanLen(next) == 1 ) {
    return newsTokIs(pTok, NEWS_LEX_SUBJECT) &&
           !newsTokIs(pTok, NEWS_LEX_PLURAL | NEWS_LEX_FIRST | NEWS_LEX_SECOND |
                                NEWS_LEX_WH_WORD);
  }
  return newsTokIs(pTok, NEWS_LEX_DET) &&
         newsTokIs(&aTok[next.iTo - 1], NEWS_LEX_ORG);
}

/* Past the words in marks that begin at token i and are no speech, as titles
** of works and nicknames, or i. */
static u32 mentionTitle(const MentionScan *s, u32 i, u32 iEnd) {
  const NewsToken *aTok = s->pText->aTok;
  u32 j = i + 1, iMax = NEWS_MIN(iEnd, i + 2 + MENTION_TITLE);
  if( j >= iMax || (s->aInside[j] & MENTION_SPEECH) ||
      (aTok[j].flags & NEWS_TF_SPACE) ||
      (i > 0 && newsTokWordy(&aTok[i - 1]) &&
       !(aTok[i].flags & (NEWS_TF_SPACE | NEWS_TF_LINE))) ) {
    return i;
  }
  while( j < iMax && aTok[j].eKind != NEWS_TOK_MARK ) j++;
  return j < iMax && !(aTok[j].flags & NEWS_TF_SPACE) ? j : i;
}

/* Whether what a mention names within it, behind a preposition, counts: a body,
** or a person who is certainly one. bNear: that is the first preposition or
** "by". */
static int mentionInside(const NewsName *p, int bNear) {
  if( newsSpanLen(p->name) == 0 || p->eHead == NEWS_TERM_PLACE ) return 0;
  return p->eKind == NEWS_ORGANISATION || p->eKind == NEWS_MEDIA ||
         (p->bSure && bNear);
}

/* Whether it names one person in full. */
static int mentionIsFull(const NewsName *p) {
  return newsSpanLen(p->name) > 1 && p->bSure && !p->bJoint && !p->bPlural &&
         p->eKind == NEWS_PERSON && p->bNamed;
}

/* The bodies that a mention names behind a preposition, and persons behind
** "by", or by full name behind its noun: "a poll by the Fennel Institute", "a
** team led by Dr. Lund", "an aide to Governor Bea Lund". Others by full name
** are known from here on, but no pronoun means them: "Ann Lee, who runs the
** shop with Tom Hale". name: the mention's own name. */
static void mentionInner(MentionScan *s, NewsSpan tok, NewsSpan name) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i = tok.iFrom + 1;
  int bFirst = 1;
  while( i + 1 < tok.iTo && !newsArenaTick(s->pText->pArena, 1) ) {
    u32 iTo;
    NewsMention *pNew;
    int bBy = newsTokIs(&aTok[i], NEWS_LEX_BYLINE);
    if( newsTokIs(&aTok[i], NEWS_LEX_WH_WORD) ) bFirst = 0;
    if( !newsTokIs(&aTok[i++], NEWS_LEX_PREP) ) continue;
    if( newsTokIs(&aTok[i], NEWS_LEX_DET) ) i++;
    iTo = mentionPhrase(s, i, tok.iTo);
    if( iTo > i && !newsSpanMeets(newsSpan(i, iTo), name) ) {
      pNew = mentionPush(s, newsSpan(i, iTo), NEWS_MENTION_TEXT);
      if( pNew == 0 ) return;
      bBy |= bFirst && newsSpanLen(pNew->name.name) > 1;
      if( !mentionInside(&pNew->name, bBy) ) {
        pNew->bCredit = 1;
        if( !mentionIsFull(&pNew->name) ) s->p->vMention.n--;
      }
      i = iTo;
    }
    bFirst = 0;
  }
}

/* One mention of the running text at token i, or none; the next token. */
static u32 mentionText(MentionScan *s, u32 i, u32 iEnd) {
  const NewsToken *pTok = &s->pText->aTok[i];
  NewsMention *pNew;
  NewsSpan tok = newsSpan(i, i + 1);
  u32 iTo;
  if( pTok->eKind == NEWS_TOK_MARK && i >= s->iTitle ) {
    s->iTitle = mentionTitle(s, i, iEnd);
  }
  if( pTok->eKind != NEWS_TOK_WORD ) return i + 1;
  if( i > 0 && mentionIsPlain(pTok) ) return i + 1;
  if( !newsTokIs(pTok, NEWS_LEX_PRON) ||
      !newsTokIs(pTok, NEWS_LEX_MASC | NEWS_LEX_FEM) ) {
    tok.iTo = mentionPhrase(s, i, iEnd);
    if( tok.iTo > i ) tok.iTo = newsSubjectEnd(s->pText, tok, iEnd);
  } else if( !newsTokIs(pTok, NEWS_LEX_SUBJECT) ) {
    return i + 1;
  }
  if( tok.iTo == i ) return i + 1;
  iTo = mentionApposed(s, tok, iEnd);
  pNew = mentionPush(s, newsSpan(i, iTo), NEWS_MENTION_TEXT);
  if( pNew == 0 ) return iEnd;
  pNew->bFaint = !mentionCounts(s, pNew);
  if( (pNew->bFaint && !mentionIsFaint(s, pNew)) ||
      (i < s->iTitle && pNew->name.eKind == NEWS_PERSON) ) {
    s->p->vMention.n--;
    return tok.iTo;
  }
  pNew->bSubject =
      (u8)(newsSubjectIs(s->pText, s->p, tok, iTo, pNew->name.bNamed) ||
           (pNew->name.bNamed && newsSubjectIsTurn(s->pText, s->p, tok, iTo)));
  pNew->name.bPossessive |=
      s->pText->aTok[tok.iTo].eKind == NEWS_TOK_CLITIC && !pNew->bSubject;
  if( !pNew->name.bNamed && iTo == tok.iTo ) {
    mentionInner(s, tok, pNew->name.name);
  } else if( iTo > tok.iTo + 1 && pNew->name.bNamed ) {
    mentionInner(s, newsSpan(tok.iTo, iTo), pNew->name.name);
  }
  return iTo;
}

/* Whether a paragraph is a headline in capitals, whose phrases cannot be
** told by capitals. */
static int mentionIsTitle(const MentionScan *s, NewsSpan para) {
  u32 i, nCap = 0, nWord = 0;
  if( newsSpanLen(para) > 40 ) return 0;
  for( i = para.iFrom; i < para.iTo; i++ ) {
    const NewsToken *pTok = &s->pText->aTok[i];
    if( pTok->eKind != NEWS_TOK_WORD || pTok->nByte < 4 ) continue;
    nWord++;
    nCap += (pTok->flags & NEWS_TF_CAP) != 0;
  }
  return nWord > 3 && nCap * 4 > nWord * 3;
}

/* Whether a token parts those that a mention names: "and", ", including". */
static int mentionIsPart(const NewsToken *p) {
  return newsTokIs(p, NEWS_LEX_CONJ) ||
         (newsTokIs(p, NEWS_LEX_PREP) && newsTokPunct(p - 1, ','));
}

/* The persons that a mention names together, so that each is known then: "Ann
** Moss and the mayor, Tom Hale,". */
static void mentionParts(MentionScan *s, NewsSpan tok) {
  const NewsToken *aTok = s->pText->aTok;
  u32 i, iFrom = tok.iFrom;
  int nPart = 0;
  for( i = tok.iFrom + 1; i < tok.iTo; i++ ) nPart += mentionIsPart(&aTok[i]);
  for( i = iFrom + 1; nPart > 0 && i <= tok.iTo; i++ ) {
    NewsMention *pNew;
    if( i < tok.iTo && !mentionIsPart(&aTok[i]) ) continue;
    if( i > iFrom ) {
      pNew = mentionPush(s, newsSpan(iFrom, i), NEWS_MENTION_TEXT);
      if( pNew == 0 ) return;
      if( (newsSpanLen(pNew->name.name) < 2 && !pNew->name.iShared) ||
          pNew->name.bJoint || pNew->name.eKind != NEWS_PERSON ) {
        s->p->vMention.n--;
      }
    }
    iFrom = i + 1;
  }
}

/* The mentions from iFrom on, which stand within one, into the order of the
** text, each place once. */
static void mentionOrder(MentionScan *s, u32 iFrom) {
  NewsMention *a = s->p->vMention.a;
  u32 i, j, n = iFrom;
  for( i = iFrom; i < s->p->vMention.n; i++ ) {
    NewsMention m = a[i];
    for( j = n; j > iFrom && a[j - 1].name.all.iFrom > m.name.all.iFrom; j-- ) {
    }
    if( j > iFrom && a[j - 1].name.all.iTo > m.name.all.iFrom ) continue;
    memmove(&a[j + 1], &a[j], (n - j) * sizeof(m));
    a[j] = m;
    n++;
  }
  s->p->vMention.n = n;
}

/* The attributions' mention that begins here; all that share it. */
static u32 mentionQuote(MentionScan *s) {
  const MentionKey *pKey = &s->aKey[s->iKey];
  NewsMention *pNew = mentionPush(s, pKey->tok, pKey->eFrom);
  i64 iNew = (i64)s->p->vMention.n - 1;
  NewsSpan tok = pKey->tok;
  NewsSpan inner;
  if( pNew == 0 ) return s->pText->nTok;
  inner = pNew->name.name;
  pNew->bSubject = 1;
  while( s->iKey < s->nKey && s->aKey[s->iKey].tok.iFrom < tok.iTo ) {
    pKey = &s->aKey[s->iKey];
    if( pKey->tok.iFrom != tok.iFrom || pKey->tok.iTo != tok.iTo ) break;
    if( pKey->eFrom == NEWS_MENTION_QUOTE ) {
      s->p->aOfQuote[pKey->iQuote] = iNew;
    } else {
      s->p->aOfVia[pKey->iQuote] = iNew;
    }
    s->iKey++;
  }
  if( s->iKey >= s->nKey || s->aKey[s->iKey].tok.iFrom >= tok.iTo ) {
    mentionInner(s, tok, inner);
    mentionParts(s, tok);
    mentionOrder(s, (u32)iNew + 1);
  }
  return tok.iTo;
}

static void mentionScan(MentionScan *s) {
  const NewsText *pText = s->pText;
  u32 i = 0, iEndPara = 0;
  int bTitle = 0;
  while( i < pText->nTok && !newsArenaTick(pText->pArena, 2) ) {
    u32 iEnd = s->iKey < s->nKey ? s->aKey[s->iKey].tok.iFrom : pText->nTok;
    if( iEnd <= i ) {
      u32 iTo = mentionQuote(s);
      i = NEWS_MAX(i, iTo);
      continue;
    }
    if( i >= iEndPara ) {
      NewsSpan para = newsTextParaSpan(pText, newsTextPara(pText, i));
      iEndPara = NEWS_MAX(para.iTo, i + 1);
      bTitle = mentionIsTitle(s, para);
    }
    i = bTitle ? i + 1 : mentionText(s, i, NEWS_MIN(iEnd, iEndPara));
  }
  while( s->iKey < s->nKey && pText->pArena->rc == SQLITE_OK ) {
    mentionQuote(s);
  }
}

void newsMentionFind(const NewsTerms *pTerms, const NewsQuoteList *pQuote,
                     const NewsCreditList *pCredit, NewsMentionList *p) {
  MentionScan s;
  memset(&s, 0, sizeof(s));
  s.pTerms = pTerms;
  s.pText = pTerms->pText;
  s.p = p;
  mentionPrepare(&s, pQuote, pCredit);
  if( s.pText->pArena->rc ) return;
  mentionScan(&s);
}
