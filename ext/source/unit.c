/*
** unit.c: see unit.h.
*/
#include "source/unit.h"
#include "lexicon/lexicon.h"

#define UNIT_SEEN_LOWER 1
#define UNIT_SEEN_NAME 2
#define UNIT_SEEN_MAX (1u << 24) /* Slots at most */

void newsUnitsInit(NewsUnits *p, const NewsText *pText) {
  u32 nSlot = 1024, i;
  memset(p, 0, sizeof(*p));
  p->pText = pText;
  while( nSlot < UNIT_SEEN_MAX && nSlot / 4 < pText->nTok ) nSlot *= 2;
  p->aSeen = newsArenaAlloc(pText->pArena, nSlot);
  if( p->aSeen == 0 ) return;
  p->mSeen = nSlot - 1;
  for( i = 0; i < pText->nTok; i++) {
    const NewsToken *pTok = &pText->aTok[i];
    u8 m = 0;
    if( pTok->eKind != NEWS_TOK_WORD ) continue;
    if( (pTok->flags & NEWS_TF_CAP) == 0 ) {
      m = UNIT_SEEN_LOWER;
    }else if( (pTok->flags & (NEWS_TF_UPPER | NEWS_TF_SENT)) == 0 && i > 0 &&
               newsTokWordy(&pText->aTok[i - 1]) &&
               (pText->aTok[i - 1].flags & NEWS_TF_CAP) == 0 ) {
      m = UNIT_SEEN_NAME;
    }
    p->aSeen[pTok->hash & p->mSeen] |= m;
    if( newsArenaTick(pText->pArena, 1) ) return;
  }
}

int newsUnitsLower(const NewsUnits *p, const NewsToken *pTok) {
  return p->aSeen && (p->aSeen[pTok->hash & p->mSeen] & UNIT_SEEN_LOWER) != 0;
}

int newsUnitsName(const NewsUnits *p, const NewsToken *pTok) {
  return p->aSeen && (p->aSeen[pTok->hash & p->mSeen] & UNIT_SEEN_NAME) != 0;
}

/* Sort of what is no word. */
static u8 unitPunct(const NewsToken *pTok) {
  switch( pTok->eKind ) {
    case NEWS_TOK_CLITIC: return NEWS_UNIT_POSS;
    case NEWS_TOK_MARK: return NEWS_UNIT_MARK;
    case NEWS_TOK_NUMBER: return NEWS_UNIT_NUMBER;
    case NEWS_TOK_LINK: return NEWS_UNIT_WORD;
    case NEWS_TOK_HANDLE: return NEWS_UNIT_CAP;
    case NEWS_TOK_PUNCT: break;
    default: return NEWS_UNIT_STOP;
  }
  switch( pTok->hash ) {
    case ',': return NEWS_UNIT_COMMA;
    case '(': case '[': return NEWS_UNIT_OPEN;
    case ')': case ']': return NEWS_UNIT_CLOSE;
    case '-': case 0x2013: case 0x2014: return NEWS_UNIT_OPEN;
    case '/': case '&': return NEWS_UNIT_CONJ;
    default: return NEWS_UNIT_STOP;
  }
}

/* Sort of a function word; NEWS_UNIT_WORD if it is none. */
static u8 unitFunction(u64 m) {
  if( m & NEWS_LEX_OTHER ) return NEWS_UNIT_OTHER;
  if( m & NEWS_LEX_INDEF ) return NEWS_UNIT_INDEF;
  if( m & NEWS_LEX_DET ) return NEWS_UNIT_DET;
  if( m & NEWS_LEX_WH_WORD ) return NEWS_UNIT_WH;
  if( m & NEWS_LEX_PRON ) return NEWS_UNIT_PRON;
  if( m & NEWS_LEX_PREP ) return NEWS_UNIT_PREP;
  if( m & NEWS_LEX_CONJ ) return NEWS_UNIT_CONJ;
  if( m & NEWS_LEX_SUBORD ) return NEWS_UNIT_WH;
  if( m & (NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_NEG) ) {
    return NEWS_UNIT_VERB;
  }
  return NEWS_UNIT_WORD;
}

/* Sort by what the lexicon says that a noun is; NEWS_UNIT_WORD if nothing. */
static u8 unitNoun(u64 m) {
  if( m & (NEWS_LEX_MEDIA | NEWS_LEX_AGENCY) ) return NEWS_UNIT_MEDIA;
  if( m & NEWS_LEX_ORGNAME ) return NEWS_UNIT_ORGNAME;
  if( m & NEWS_LEX_SOURCE ) return NEWS_UNIT_SOURCE;
  if( m & (NEWS_LEX_ROLE | NEWS_LEX_TITLE) ) return NEWS_UNIT_ROLE;
  if( m & (NEWS_LEX_PLACE | NEWS_LEX_CAPITAL) ) return NEWS_UNIT_PLACE;
  if( m & NEWS_LEX_DEMONYM ) return NEWS_UNIT_DEMONYM;
  if( m & NEWS_LEX_PEOPLE ) return NEWS_UNIT_PEOPLE;
  if( m & NEWS_LEX_ORG ) return NEWS_UNIT_ORG;
  if( m & (NEWS_LEX_DOCUMENT | NEWS_LEX_SOCIAL | NEWS_LEX_VENUE) ) {
    return NEWS_UNIT_DOCUMENT;
  }
  if( m & NEWS_LEX_RANK ) return NEWS_UNIT_RANK;
  if( m & (NEWS_LEX_MONTH | NEWS_LEX_WEEKDAY | NEWS_LEX_TIME) ) {
    return NEWS_UNIT_TIME;
  }
  if( m & NEWS_LEX_NUMBER ) return NEWS_UNIT_NUMBER;
  return NEWS_UNIT_WORD;
}

/* Letters of an acronym at most: WALLACE in a transcript is a person. */
#define UNIT_ACRONYM_MAX 4

/* Sort of a capitalised word that no class sorts. */
static u8 unitUnknown(const NewsUnits *p, const NewsToken *pTok) {
  const u8 *z = &p->pText->z[pTok->iByte];
  if( pTok->nByte <= 2 && (pTok->nByte == 1 || z[1] == '.') ) {
    return NEWS_UNIT_INITIAL;
  }
  if( pTok->nByte == 4 && z[1] == '.' && z[3] == '.' ) {
    return NEWS_UNIT_INITIAL;
  }
  if( (pTok->flags & NEWS_TF_UPPER) && pTok->nByte <= UNIT_ACRONYM_MAX &&
      !newsUnitsName(p, pTok) ) {
    return NEWS_UNIT_ACRONYM;
  }
  if( (pTok->flags & NEWS_TF_SENT) && newsUnitsLower(p, pTok) &&
      !newsUnitsName(p, pTok) ) {
    return NEWS_UNIT_WORD;
  }
  return NEWS_UNIT_CAP;
}

/* A given name, and not the title, place or plain word that it may be too.
** Before another capital it is one ("Jordan Smith"), but not where that is
** known for something else ("Virginia Gov."). */
static int unitGiven(const NewsUnits *p, const NewsToken *pTok, u32 iEnd) {
  const NewsToken *pNext = pTok + 1;
  u32 i = (u32)(pTok - p->pText->aTok);
  u64 m = pTok->mClass;
  if( (m & NEWS_LEX_GIVEN) == 0 ) return 0;
  if( (m & ~(NEWS_LEX_GIVEN | NEWS_LEX_MASC | NEWS_LEX_FEM)) == 0 ) return 1;
  if( i + 1 >= iEnd || pNext->eKind != NEWS_TOK_WORD ||
      (pNext->flags & NEWS_TF_CAP) == 0 || (pNext->flags & NEWS_TF_SENT) ) {
    return (m & (NEWS_LEX_PLACE | NEWS_LEX_CAPITAL | NEWS_LEX_MONTH |
                 NEWS_LEX_MODAL | NEWS_LEX_AUX | NEWS_LEX_ROLE |
                 NEWS_LEX_TITLE | NEWS_LEX_ORGNAME | NEWS_LEX_DEMONYM |
                 NEWS_LEX_PREP | NEWS_LEX_CONJ | NEWS_LEX_DET)) == 0;
  }
  return (pNext->mClass & (NEWS_LEX_TITLE | NEWS_LEX_ROLE | NEWS_LEX_ORG |
                           NEWS_LEX_ORGNAME | NEWS_LEX_DEMONYM)) == 0 &&
         unitUnknown(p, pNext) != NEWS_UNIT_ACRONYM;
}

static u8 unitWord(const NewsUnits *p, const NewsToken *pTok, u32 iEnd) {
  u64 m = pTok->mClass;
  int bCap = (pTok->flags & NEWS_TF_CAP) != 0;
  u8 e;
  if( bCap && (m & NEWS_LEX_HONORIFIC) ) return NEWS_UNIT_HONORIFIC;
  if( bCap && unitGiven(p, pTok, iEnd) ) return NEWS_UNIT_GIVEN;
  e = unitFunction(m);
  if( e != NEWS_UNIT_WORD ) return e;
  if( bCap && (m & NEWS_LEX_SUFFIX) ) return NEWS_UNIT_SUFFIX;
  e = unitNoun(m);
  if( e != NEWS_UNIT_WORD ) return e;
  if( m & NEWS_LEX_VERB ) return NEWS_UNIT_VERB;
  if( bCap && (pTok->flags & NEWS_TF_SENT) && !newsUnitsName(p, pTok) &&
      (m & (NEWS_LEX_CUE | NEWS_LEX_ADVERB)) ) {
    return NEWS_UNIT_VERB;
  }
  if( bCap ) return unitUnknown(p, pTok);
  if( m & (NEWS_LEX_CUE | NEWS_LEX_ADVERB) ) return NEWS_UNIT_VERB;
  return NEWS_UNIT_WORD;
}

NewsUnit newsUnitAt(const NewsUnits *p, u32 iTok, u32 iEnd) {
  const NewsToken *pTok = &p->pText->aTok[iTok];
  NewsUnit u;
  memset(&u, 0, sizeof(u));
  u.iTok = iTok;
  u.nTok = 1;
  u.mClass = pTok->mClass;
  u.bCap = (pTok->flags & NEWS_TF_CAP) != 0;
  if( pTok->eKind != NEWS_TOK_WORD ) {
    u.eSort = unitPunct(pTok);
    return u;
  }
  if( pTok->flags & NEWS_TF_PHRASE ) {
    const NewsPhrase *pPhrase = newsTextPhrase(p->pText, iTok);
    if( pPhrase && iTok + pPhrase->nTok <= iEnd ) {
      u8 e = unitNoun(pPhrase->mClass);
      if( e == NEWS_UNIT_WORD ) e = unitFunction(pPhrase->mClass);
      if( e != NEWS_UNIT_WORD ) {
        u.eSort = e;
        u.nTok = pPhrase->nTok;
        u.mClass = pPhrase->mClass;
        return u;
      }
    }
  }
  u.eSort = unitWord(p, pTok, iEnd);
  return u;
}

int newsUnitsRead(const NewsUnits *p, NewsSpan tok, NewsUnit *a, int nMax) {
  int n = 0;
  u32 i = tok.iFrom;
  while( i < tok.iTo && n < nMax ) {
    a[n] = newsUnitAt(p, i, tok.iTo);
    i += a[n++].nTok;
  }
  return n;
}
