/*
** term.c: see term.h.
*/
#include "source/term.h"
#include "lexicon/frequent.h"
#include "lexicon/lexicon.h"
#include "text/fold.h"

#define TERM_FORM 64 /* Bytes of a folded word */
#define TERM_NICK 6  /* Tokens that may stand in marks within a name */
#define TERM_SEEN_LOWER 1
#define TERM_SEEN_NAME 2
#define TERM_SEEN_MIXED 4        /* Inside a sentence, not all in capitals */
#define TERM_SEEN_ALL 7u         /* These bits */
#define TERM_SEEN_MAX (1u << 22) /* Slots at most */
#define TERM_SEEN_STEP 32        /* ... that are looked at for a word */

/* The slot of a word: its own, or the empty one for it. NULL: no room. */
static u32 *termSlot(const NewsTerms *p, u32 hash) {
  u32 n;
  for( n = 0; n < TERM_SEEN_STEP; n++ ) {
    u32 *pSlot = &p->aSeen[(hash + n) & p->mSeen];
    if( *pSlot == 0 || ((*pSlot ^ hash) & ~TERM_SEEN_ALL) == 0 ) return pSlot;
  }
  return 0;
}

/* Note that a word was seen so: bits TERM_SEEN_... */
static void termSee(NewsTerms *p, u32 hash, u32 m) {
  u32 *pSlot = m ? termSlot(p, hash) : 0;
  if( pSlot ) *pSlot |= (hash & ~TERM_SEEN_ALL) | m;
}

/* Whether a word was seen so. */
static int termSeen(const NewsTerms *p, const NewsToken *pTok, u32 m) {
  const u32 *pSlot = p->aSeen ? termSlot(p, pTok->hash) : 0;
  return pSlot && (*pSlot & m) != 0;
}

void newsTermsInit(NewsTerms *p, const NewsText *pText) {
  u32 nSlot = 1024, i;
  memset(p, 0, sizeof(*p));
  p->pText = pText;
  while( nSlot < TERM_SEEN_MAX && nSlot / 2 < pText->nTok ) nSlot *= 2;
  p->aSeen = newsArenaAlloc(pText->pArena, nSlot * (i64)sizeof(u32));
  p->aSort = newsArenaAlloc(pText->pArena, (i64)pText->nTok + 1);
  if( p->aSeen == 0 || p->aSort == 0 ) return;
  p->mSeen = nSlot - 1;
  for( i = 0; i < pText->nTok; i++ ) {
    const NewsToken *pTok = &pText->aTok[i];
    u32 m = 0;
    if( pTok->eKind != NEWS_TOK_WORD ) continue;
    if( (pTok->flags & NEWS_TF_CAP) == 0 ) {
      m = TERM_SEEN_LOWER;
    } else if( (pTok->flags & (NEWS_TF_UPPER | NEWS_TF_SENT)) == 0 && i > 0 ) {
      m = TERM_SEEN_MIXED;
      if( newsTokWordy(&pText->aTok[i - 1]) &&
          (pText->aTok[i - 1].flags & NEWS_TF_CAP) == 0 ) {
        m |= TERM_SEEN_NAME;
      }
    }
    termSee(p, pTok->hash, m);
    if( newsArenaTick(pText->pArena, 1) ) return;
  }
}

int newsTermsLower(const NewsTerms *p, const NewsToken *pTok) {
  return termSeen(p, pTok, TERM_SEEN_LOWER);
}

int newsTermsName(const NewsTerms *p, const NewsToken *pTok) {
  return termSeen(p, pTok, TERM_SEEN_NAME);
}

int newsTermsCapital(const NewsTerms *p, const NewsToken *pTok) {
  return termSeen(p, pTok, TERM_SEEN_MIXED);
}

int newsTermIsPlain(const NewsToken *pTok) {
  const u64 mNot = NEWS_LEX_CUE | NEWS_FINITE | NEWS_LEX_CONJ;
  return newsFrequentIs(pTok->hash) && pTok[1].eKind == NEWS_TOK_WORD &&
         !(pTok[1].flags & NEWS_TF_CAP) && !newsTokIs(&pTok[1], mNot);
}

/* Sort of what is no word. */
static u8 termPunct(const NewsToken *pTok) {
  switch( pTok->eKind ) {
    case NEWS_TOK_CLITIC:
      return NEWS_TERM_POSS;
    case NEWS_TOK_MARK:
      return NEWS_TERM_MARK;
    case NEWS_TOK_NUMBER:
      return NEWS_TERM_NUMBER;
    case NEWS_TOK_LINK:
      return NEWS_TERM_WORD;
    case NEWS_TOK_HANDLE:
      return NEWS_TERM_CAP;
    case NEWS_TOK_PUNCT:
    case NEWS_TOK_SYMBOL:
      break;
    default:
      return NEWS_TERM_STOP;
  }
  switch( pTok->hash ) {
    case ',':
      return NEWS_TERM_COMMA;
    case '(':
    case '[':
      return NEWS_TERM_OPEN;
    case ')':
    case ']':
      return NEWS_TERM_CLOSE;
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return NEWS_TERM_OPEN;
    case '/':
    case '&':
      return NEWS_TERM_CONJ;
    case '%':
    case '$':
    case 0xa3:   /* Pound */
    case 0x20ac: /* Euro */
      return NEWS_TERM_NUMBER;
    default:
      return NEWS_TERM_STOP;
  }
}

/* Sort of a function word; NEWS_TERM_WORD if it is none. */
static u8 termFunction(u64 m) {
  if( m & NEWS_LEX_OTHER ) return NEWS_TERM_OTHER;
  if( m & NEWS_LEX_INDEF ) return NEWS_TERM_INDEF;
  if( m & NEWS_LEX_DET ) return NEWS_TERM_DET;
  if( m & NEWS_LEX_WH_WORD ) return NEWS_TERM_WH;
  if( m & NEWS_LEX_PRON ) return NEWS_TERM_PRON;
  if( m & NEWS_LEX_PREP ) return NEWS_TERM_PREP;
  if( m & NEWS_LEX_CONJ ) return NEWS_TERM_CONJ;
  if( m & NEWS_LEX_SUBORD ) return NEWS_TERM_WH;
  if( m & (NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_NEG) ) {
    return NEWS_TERM_VERB;
  }
  return NEWS_TERM_WORD;
}

/* Sort by what the lexicon says that a noun is; NEWS_TERM_WORD if nothing. */
static u8 termNoun(u64 m, int bCap) {
  /* A name is none in lower case: "fed up" */
  if( !bCap ) {
    m &= ~(NEWS_LEX_ORGNAME | NEWS_LEX_PLACE | NEWS_LEX_CAPITAL |
           NEWS_LEX_AGENCY);
  }
  if( m & NEWS_MEDIUM ) return NEWS_TERM_MEDIA;
  if( m & NEWS_LEX_ORGNAME ) return NEWS_TERM_ORGNAME;
  if( bCap && (m & NEWS_LEX_SOCIAL) && !(m & NEWS_LEX_DOCUMENT) ) {
    return NEWS_TERM_ORGNAME; /* "Facebook" said */
  }
  if( m & NEWS_LEX_SOURCE ) return NEWS_TERM_SOURCE;
  if( m & (NEWS_LEX_ROLE | NEWS_LEX_TITLE) ) return NEWS_TERM_ROLE;
  if( m & (NEWS_LEX_PLACE | NEWS_LEX_CAPITAL) ) return NEWS_TERM_PLACE;
  if( m & NEWS_LEX_DEMONYM ) return NEWS_TERM_DEMONYM;
  if( m & NEWS_LEX_ORG ) return NEWS_TERM_ORG;
  if( m & NEWS_LEX_PEOPLE ) return NEWS_TERM_PEOPLE;
  if( m & (NEWS_LEX_DOCUMENT | NEWS_LEX_SOCIAL | NEWS_LEX_VENUE) ) {
    return NEWS_TERM_DOCUMENT;
  }
  if( m & NEWS_LEX_RANK ) return NEWS_TERM_RANK;
  if( m & (NEWS_LEX_MONTH | NEWS_LEX_WEEKDAY | NEWS_LEX_TIME) ) {
    return NEWS_TERM_TIME;
  }
  if( m & NEWS_LEX_NUMBER ) return NEWS_TERM_NUMBER;
  return NEWS_TERM_WORD;
}

/* Letters of an acronym at most: WALLACE in a transcript is a person. */
#define TERM_ACRONYM_MAX 4

/* Whether the first word of a sentence is the small word of a surname: "De Wit
** said", where the report has "Jan de Wit". */
static int termIsParticle(const NewsTerms *p, const NewsToken *pTok) {
  return pTok->mClass == 0 && pTok->nByte <= NEWS_TERM_PARTICLE &&
         pTok + 1 < &p->pText->aTok[p->pText->nTok] &&
         (pTok[1].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP &&
         newsTermsCapital(p, &pTok[1]);
}

/* Whether the first word of a sentence has its capital from that, since it goes
** on in small letters: "Eleven-year-old Tom Bird", "Then-mayor Ann Moss". */
static int termIsCompound(const NewsTerms *p, const NewsToken *pTok) {
  const u8 *z = &p->pText->z[pTok->iByte];
  const u8 *zDash = memchr(z, '-', pTok->nByte);
  return (pTok->flags & NEWS_TF_SENT) && zDash && zDash + 1 < z + pTok->nByte &&
         zDash[1] >= 'a' && zDash[1] <= 'z' && !newsTermsCapital(p, pTok);
}

/* Whether a name behind a title is all in capitals as that is: MINISTER ORR. */
static int termIsShouted(const NewsTerms *p, const NewsToken *pTok) {
  return pTok > p->pText->aTok && (pTok[-1].flags & NEWS_TF_UPPER) &&
         !(pTok->flags & NEWS_TF_SENT) &&
         newsTokIs(pTok - 1, NEWS_LEX_TITLE | NEWS_LEX_HONORIFIC);
}

/* Sort of a capitalised word that no class sorts. */
static u8 termUnknown(const NewsTerms *p, const NewsToken *pTok) {
  const u8 *z = &p->pText->z[pTok->iByte];
  if( pTok->nByte <= 2 && (pTok->nByte == 1 || z[1] == '.') ) {
    return NEWS_TERM_INITIAL;
  }
  if( pTok->nByte == 4 && z[1] == '.' && z[3] == '.' ) {
    return NEWS_TERM_INITIAL;
  }
  if( (pTok->flags & NEWS_TF_UPPER) && pTok->nByte <= TERM_ACRONYM_MAX &&
      !newsTermsCapital(p, pTok) && !termIsShouted(p, pTok) ) {
    return NEWS_TERM_ACRONYM;
  }
  if( termIsCompound(p, pTok) ) return NEWS_TERM_WORD;
  if( (pTok->flags & NEWS_TF_SENT) &&
      (newsTermsLower(p, pTok) || newsTermIsPlain(pTok)) &&
      !newsTermsName(p, pTok) && !termIsParticle(p, pTok) ) {
    return NEWS_TERM_WORD;
  }
  return NEWS_TERM_CAP;
}

/* A given name, and not the title, place or plain word that it may be too.
** Before another capital it is one ("Jordan Smith"), but not where that is
** known for something else ("Virginia Gov."). */
static int termGiven(const NewsTerms *p, const NewsToken *pTok, u32 iEnd) {
  const NewsToken *pNext = pTok + 1;
  u32 i = (u32)(pTok - p->pText->aTok);
  u64 m = pTok->mClass;
  if( (m & NEWS_LEX_GIVEN) == 0 ) return 0;
  if( (m & NEWS_LEX_TITLE) && (pTok->flags & NEWS_TF_DOT) ) return 0;
  if( m == NEWS_LEX_GIVEN && (pTok->flags & NEWS_TF_UPPER) ) return 1; /* JJ */
  if( (pTok->flags & NEWS_TF_UPPER) && pTok->nByte <= TERM_ACRONYM_MAX &&
      !(pNext->flags & NEWS_TF_UPPER) && !newsTermsName(p, pTok) ) {
    return 0;
  }
  if( (m & ~(NEWS_LEX_GIVEN | NEWS_LEX_MASC | NEWS_LEX_FEM)) == 0 ) return 1;
  if( i + 2 < iEnd && pNext->mClass == 0 &&
      pNext->nByte <= NEWS_TERM_PARTICLE && pNext->eKind == NEWS_TOK_WORD &&
      (pNext[1].flags & NEWS_TF_CAP) ) {
    pNext++; /* "Jan de Wit" */
  }
  if( i + 1 >= iEnd || pNext->eKind != NEWS_TOK_WORD ||
      (pNext->flags & NEWS_TF_CAP) == 0 || (pNext->flags & NEWS_TF_SENT) ) {
    return termNoun(m, 1) == NEWS_TERM_WORD &&
           termFunction(m) == NEWS_TERM_WORD;
  }
  return (pNext->mClass & (NEWS_LEX_TITLE | NEWS_LEX_ROLE | NEWS_LEX_ORG |
                           NEWS_LEX_ORGNAME | NEWS_LEX_DEMONYM)) == 0 &&
         termUnknown(p, pNext) != NEWS_TERM_ACRONYM;
}

/* Whether a word can end a name: a capital or a comma stands before it. */
static int termIsBehindName(const NewsToken *pTok) {
  return newsTokPunct(pTok - 1, ',') || (pTok[-1].flags & NEWS_TF_CAP);
}

/* Whether a capital word of a verb's form stands where no verb would: as whose
** something is, behind an article, behind a given name in a line that is no
** headline, or between a title and an unknown name ("Minister May Holm"). */
static int termIsNoVerb(const NewsTerms *p, const NewsToken *pTok) {
  if( pTok[1].eKind == NEWS_TOK_CLITIC ) return 1;
  if( pTok == p->pText->aTok || (pTok->flags & NEWS_TF_SENT) ) return 0;
  if( newsTokIs(pTok - 1, NEWS_LEX_DET) ) return 1;
  if( newsTokIs(pTok - 1, NEWS_LEX_TITLE) && (pTok[-1].flags & NEWS_TF_CAP) &&
      !newsTokIs(pTok, NEWS_LEX_THIRD | NEWS_LEX_PAST) && pTok[1].iWord == 0 &&
      pTok[1].eKind == NEWS_TOK_WORD &&
      (pTok[1].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP ) {
    return 1;
  }
  return newsTokIs(pTok - 1, NEWS_LEX_GIVEN) &&
         (pTok[-1].flags & NEWS_TF_CAP) && !newsTokIs(pTok, NEWS_LEX_CUE) &&
         (pTok[1].flags & NEWS_TF_CAP) == 0;
}

/* Whether a capital word is an adjective that a participle makes of a name:
** "Ost-based". */
static int termIsMade(const NewsTerms *p, const NewsToken *pTok) {
  const NewsVocab *pVocab = p->pText->pVocab;
  const u8 *z = &p->pText->z[pTok->iByte];
  u8 aForm[TERM_FORM];
  u32 n = pTok->nByte, hash;
  if( pTok->iWord || !(pTok->flags & NEWS_TF_CAP) ) return 0;
  while( n > 0 && z[n - 1] != '-' ) n--;
  if( n == 0 || n == pTok->nByte ) return 0;
  n = newsFoldWord(&z[n], pTok->nByte - n, aForm, TERM_FORM, &hash);
  if( n > TERM_FORM ) return 0;
  n = newsVocabFind(pVocab, aForm, n, hash);
  return (newsVocabClasses(pVocab, n)->mAny & NEWS_LEX_PART) != 0;
}

/* Whether letters that a title or a place has too stand behind a person's full
** name, and no further name behind them: Ann Lee "MP", Tom Hale "SC". */
static int termIsLetters(const NewsTerms *p, const NewsToken *pTok) {
  const NewsToken *pPrev;
  if( pTok < p->pText->aTok + 2 ) return 0;
  pPrev = pTok - 1;
  if( !(pTok->flags & NEWS_TF_UPPER) || (pTok->flags & NEWS_TF_SENT) ||
      pTok->nByte > TERM_ACRONYM_MAX ||
      !newsTokIs(pTok, NEWS_LEX_TITLE | NEWS_LEX_SUFFIX) ||
      (pTok[1].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP ||
      (pPrev->flags & (NEWS_TF_CAP | NEWS_TF_UPPER | NEWS_TF_SENT)) !=
          NEWS_TF_CAP ||
      !(pPrev[-1].flags & NEWS_TF_CAP) ) {
    return 0;
  }
  return newsTokIs(&pPrev[-1], NEWS_LEX_GIVEN | NEWS_LEX_HONORIFIC) ||
         (pPrev->iWord == 0 && pPrev[-1].iWord == 0);
}

/* Whether a word that is a given name too is an honorific here: "Don" Mario
** Rossi, but Don Rossi. */
static int termIsStyle(const NewsToken *pTok) {
  return !newsTokIs(pTok, NEWS_LEX_GIVEN) ||
         (newsTokIs(&pTok[1], NEWS_LEX_GIVEN) &&
          (pTok[1].flags & pTok[2].flags & NEWS_TF_CAP));
}

static u8 termWord(const NewsTerms *p, const NewsToken *pTok, u32 iEnd) {
  u64 m = pTok->mClass;
  int bCap = (pTok->flags & NEWS_TF_CAP) != 0;
  u8 e;
  if( bCap && pTok->nByte == 2 && (pTok->flags & NEWS_TF_DOT) ) {
    return NEWS_TERM_INITIAL;
  }
  if( bCap && termIsLetters(p, pTok) ) return NEWS_TERM_SUFFIX;
  if( (pTok->flags & NEWS_TF_UPPER) && (m & NEWS_LEX_PLACE) ) {
    return NEWS_TERM_PLACE; /* US, not us */
  }
  if( bCap && (m & NEWS_LEX_HONORIFIC) && termIsStyle(pTok) ) {
    return NEWS_TERM_HONORIFIC;
  }
  if( newsLexiconIsName(p->pText, (u32)(pTok - p->pText->aTok)) ) {
    return NEWS_TERM_CAP;
  }
  if( newsLexiconIsKin(p->pText, (u32)(pTok - p->pText->aTok)) ||
      newsLexiconIsFirst(p->pText, (u32)(pTok - p->pText->aTok)) ) {
    return NEWS_TERM_GIVEN;
  }
  if( bCap && termGiven(p, pTok, iEnd) ) return NEWS_TERM_GIVEN;
  e = termFunction(m);
  if( e != NEWS_TERM_WORD ) return e;
  if( bCap && (m & NEWS_LEX_SUFFIX) && !(pTok->flags & NEWS_TF_SENT) &&
      pTok > p->pText->aTok && termIsBehindName(pTok) ) {
    return NEWS_TERM_SUFFIX;
  }
  e = termNoun(m, bCap);
  if( e != NEWS_TERM_WORD ) return e;
  if( (m & NEWS_LEX_VERB) && !(bCap && termIsNoVerb(p, pTok)) ) {
    return NEWS_TERM_VERB;
  }
  if( bCap && (pTok->flags & NEWS_TF_SENT) && !newsTermsName(p, pTok) &&
      pTok[1].eKind != NEWS_TOK_CLITIC &&
      (m & (NEWS_LEX_CUE | NEWS_LEX_ADVERB)) ) {
    return NEWS_TERM_VERB;
  }
  if( bCap ) {
    return termIsMade(p, pTok) ? NEWS_TERM_WORD : termUnknown(p, pTok);
  }
  return m & NEWS_LEX_CUE ? NEWS_TERM_VERB : NEWS_TERM_WORD;
}

/* Sort of a phrase, NEWS_TERM_WORD if it is no term of its own. */
static u8 termPhrase(const NewsTerms *p, const NewsPhrase *pPhrase) {
  const NewsToken *pTok = &p->pText->aTok[pPhrase->iTok + pPhrase->nTok - 1];
  int bCap = (pTok->flags & NEWS_TF_CAP) != 0;
  u8 e = termNoun(pPhrase->mClass, bCap);
  if( bCap && (pPhrase->mClass & NEWS_LEX_HONORIFIC) ) {
    return NEWS_TERM_HONORIFIC;
  }
  if( e == NEWS_TERM_MEDIA && !bCap &&
      newsTextIsName(p->pText, pPhrase->iWord) ) {
    return NEWS_TERM_WORD; /* No title in lower case: "the union leader" */
  }
  return e == NEWS_TERM_WORD ? termFunction(pPhrase->mClass) : e;
}

/* Whether a phrase is a noun with its article ("the State Department"):
** these are two terms. */
static int termHasArticle(const NewsTerms *p, const NewsPhrase *pPhrase) {
  const NewsToken *pTok = &p->pText->aTok[pPhrase->iTok];
  return pPhrase->nTok > 1 && newsTokIs(pTok, NEWS_LEX_DET) &&
         termNoun(pPhrase->mClass, 1) != NEWS_TERM_WORD;
}

/* The phrase that is the term at iTok, its article left out; NULL: none.
** *pnTok: its tokens from iTok on. */
static const NewsPhrase *termPhraseAt(const NewsTerms *p, u32 iTok, u32 iEnd,
                                      u32 *pnTok) {
  const NewsText *pText = p->pText;
  const NewsPhrase *pPhrase = newsTextPhrase(pText, iTok);
  u32 iFrom = iTok;
  if( pPhrase == 0 && iTok > 0 ) {
    iFrom = iTok - 1;
    pPhrase = newsTextPhrase(pText, iFrom);
    if( pPhrase == 0 || pPhrase->nTok < 3 || !termHasArticle(p, pPhrase) ) {
      return 0;
    }
  } else if( pPhrase == 0 || termHasArticle(p, pPhrase) ) {
    return 0;
  }
  *pnTok = pPhrase->nTok - (iTok - iFrom);
  return iTok + *pnTok <= iEnd && termPhrase(p, pPhrase) != NEWS_TERM_WORD
             ? pPhrase
             : 0;
}

/* Whether a phrase begins with a token, or with the one before. */
static int termMayPhrase(const NewsToken *pTok, u32 iTok) {
  return ((pTok->flags | (iTok > 0 ? pTok[-1].flags : 0)) & NEWS_TF_PHRASE) !=
         0;
}

/* Sort of a word of no phrase, remembered where it is the same for any iEnd. */
static u8 termSingle(const NewsTerms *p, const NewsToken *pTok, u32 iEnd) {
  u32 i = (u32)(pTok - p->pText->aTok);
  u8 e;
  if( p->aSort == 0 || (i + 1 >= iEnd && newsTokIs(pTok, NEWS_LEX_GIVEN)) ) {
    return termWord(p, pTok, iEnd);
  }
  if( p->aSort[i] ) return (u8)(p->aSort[i] - 1);
  e = termWord(p, pTok, iEnd);
  p->aSort[i] = (u8)(e + 1);
  return e;
}

/* Whether a mark is the apostrophe of a name's possessive, "Reyes' lawyer", and
** closes nothing: Ann 'The Gate' Lund. */
static int termIsPoss(const NewsText *p, u32 i) {
  const NewsToken *pTok = &p->aTok[i];
  u32 k;
  if( pTok->eKind != NEWS_TOK_MARK || i == 0 || i + 1 >= p->nTok ||
      (pTok->flags & NEWS_TF_SPACE) || !(pTok[1].flags & NEWS_TF_SPACE) ||
      pTok[-1].eKind != NEWS_TOK_WORD || pTok[1].eKind != NEWS_TOK_WORD ||
      !(pTok[-1].flags & NEWS_TF_CAP) ||
      (newsTokIs(&pTok[-1], NEWS_LEX_PEOPLE | NEWS_LEX_PLURAL) &&
       !(pTok[1].flags & NEWS_TF_CAP)) || /* but "Dockers' Union" */
      (pTok->hash != '\'' && pTok->hash != 0x2019) ) {
    return 0;
  }
  for( k = 1; k <= TERM_NICK && k <= i; k++ ) {
    if( pTok[-(int)k].eKind == NEWS_TOK_MARK ) return 0;
  }
  return 1;
}

NewsTerm newsTermAt(const NewsTerms *p, u32 iTok, u32 iEnd) {
  const NewsToken *pTok = &p->pText->aTok[iTok];
  const NewsPhrase *pPhrase;
  NewsTerm u;
  u32 n = 1;
  memset(&u, 0, sizeof(u));
  u.iTok = iTok;
  u.nTok = 1;
  u.mClass = pTok->mClass;
  u.bCap = (pTok->flags & NEWS_TF_CAP) != 0;
  if( pTok->eKind != NEWS_TOK_WORD ) {
    u.eSort = termIsPoss(p->pText, iTok) ? NEWS_TERM_POSS : termPunct(pTok);
    return u;
  }
  if( !termMayPhrase(pTok, iTok) ) {
    u.eSort = termSingle(p, pTok, iEnd);
    if( u.eSort == NEWS_TERM_WORD && u.bCap ) u.bCap = !termIsMade(p, pTok);
    return u;
  }
  pPhrase = termPhraseAt(p, iTok, iEnd, &n);
  if( pPhrase && (pPhrase->mClass & NEWS_LEX_PRON) && iTok + n < iEnd &&
      newsTokIs(pTok, NEWS_LEX_DET) &&
      newsTermAt(p, iTok + n, iEnd).eSort <= NEWS_TERM_WORD ) {
    pPhrase = 0; /* "the former chair" is not "the former" */
  }
  if( pPhrase ) {
    u.eSort = termPhrase(p, pPhrase);
    u.nTok = (u16)n;
    u.mClass = pPhrase->mClass;
    u.bArticle = n < pPhrase->nTok && newsTokIs(pTok - 1, NEWS_LEX_DET) &&
                 u.eSort == NEWS_TERM_MEDIA;
    return u;
  }
  u.eSort = termWord(p, pTok, iEnd);
  return u;
}

int newsTermsRead(const NewsTerms *p, NewsSpan tok, NewsTerm *a, int nMax) {
  int n = 0;
  u32 i = tok.iFrom;
  while( i < tok.iTo && n < nMax ) {
    a[n] = newsTermAt(p, i, tok.iTo);
    i += a[n].nTok;
    n += !newsLexiconIsNameComma(p->pText, a[n].iTok);
  }
  return n;
}

u32 newsTermHead(const NewsText *p, u32 i, u32 iTo) {
  u32 iHead = i;
  for( ; i < iTo && !newsTokIs(&p->aTok[i], NEWS_LEX_PREP); i++ ) iHead = i;
  return iHead;
}

u32 newsTermValueKey(const NewsText *p, u32 iWord) {
  const char *z = newsTextValue(p, iWord);
  u8 aForm[TERM_FORM];
  u32 hash;
  newsFoldWord((const u8 *)z, (u32)strlen(z), aForm, TERM_FORM, &hash);
  return hash;
}

u32 newsTermKey(const NewsText *p, const NewsToken *pTok) {
  const u64 m = NEWS_LEX_PLACE | NEWS_LEX_CAPITAL | NEWS_LEX_DEMONYM |
                NEWS_LEX_ROLE | NEWS_LEX_TITLE | NEWS_LEX_SOURCE |
                NEWS_LEX_ORGNAME | NEWS_LEX_MEDIA | NEWS_LEX_ORG;
  if( pTok->iWord == 0 || !newsTokIs(pTok, m) ||
      newsTextValue(p, pTok->iWord)[0] == 0 ) {
    return pTok->hash;
  }
  return newsTermValueKey(p, pTok->iWord);
}

int newsTermIsAge(const NewsText *p, const NewsToken *pTok) {
  const u8 *z = &p->z[pTok->iByte];
  return pTok->eKind == NEWS_TOK_NUMBER && z[pTok->nByte - 1] > '9' &&
         memchr(z, '-', pTok->nByte) != 0;
}
