/*
** role.c: what a mention says of office and affiliation: see namescan.h.
*/
#include "source/namescan.h"

#include "lexicon/lexicon.h"

#define ROLE_BODY                                                          \
  (NEWS_LEX_ORGNAME | NEWS_LEX_PLACE | NEWS_LEX_CAPITAL | NEWS_LEX_MEDIA | \
   NEWS_LEX_AGENCY | NEWS_LEX_DEMONYM)
#define ROLE_FOR 7   /* Weight of what ties to a body, at least: "from" */
#define ROLE_TIES 6  /* ... of one before whom somebody works with, at */
#define ROLE_LOCAL 3 /* ... of one that tells a place, at most */
#define ROLE_PARTY 6 /* Tokens of a party in brackets, at most */

/* The weight of the word or phrase that is term i. */
static int roleWeight(const NewsNameScan *s, int i) {
  const NewsText *pText = s->p->pText;
  const NewsPhrase *pPhrase = newsTextPhrase(pText, s->a[i].iTok);
  u32 iWord = pText->aTok[s->a[i].iTok].iWord;
  if( pPhrase && pPhrase->nTok == s->a[i].nTok ) iWord = pPhrase->iWord;
  return newsTextWeight(pText, iWord);
}

/* Whether terms [i, j) name a body that the preposition iPrep may make an
** affiliation: "of the civil guard", "for Northwind Rail", "at Acme". */
static int roleIsBody(const NewsNameScan *s, int iPrep, int i, int j) {
  const NewsTerm *pLast = &s->a[j - 1];
  int k;
  if( !s->a[i].bCap ) {
    for( k = i; k < j; k++ ) {
      if( s->a[k].eSort == NEWS_TERM_PREP ) return 0; /* virology at Acme */
    }
    return pLast->eSort == NEWS_TERM_ORG &&
           !(pLast->mClass & NEWS_LEX_PLURAL) &&
           (pLast->nTok > 1 || (j > i + 1 && !newsTermHuman(&s->a[i])));
  }
  for( k = i; k < j && !(pLast->bCap && pLast->eSort == NEWS_TERM_ORG &&
                         !newsTermHuman(&s->a[i]));
       k++ ) {
    if( (newsTermHuman(&s->a[k]) || s->a[k].eSort == NEWS_TERM_HONORIFIC ||
         s->a[k].eSort == NEWS_TERM_GIVEN) &&
        s->a[k - 1].eSort != NEWS_TERM_CONJ ) {
      return 0;
    }
  }
  for( k = i; k < j; k++ ) {
    if( newsNameIsAmpersand(s, k) ) return 1;
    if( s->a[k].bCap && newsTermBody(&s->a[k]) &&
        s->a[k].eSort != NEWS_TERM_PLACE &&
        s->a[k].eSort != NEWS_TERM_DEMONYM &&
        (k == j - 1 || newsTermBody(pLast) ||
         s->a[k + 1].eSort == NEWS_TERM_PREP) ) {
      return 1;
    }
  }
  if( pLast->eSort == NEWS_TERM_ORG ) return 1; /* "the Clinton campaign" */
  k = roleWeight(s, iPrep);
  if( pLast->eSort == NEWS_TERM_PLACE || pLast->eSort == NEWS_TERM_DEMONYM ) {
    return 0;
  }
  if( s->pName->name.iFrom == pLast->iTok + pLast->nTok ) {
    return 0; /* "Director of Public Affairs Jane Doe" */
  }
  return pLast->bCap &&
         (k >= NEWS_LEXICON_OF ? j > i + 1 && s->pName->role.iTo > 0
          : k >= ROLE_FOR      ? 1
          : k >= ROLE_TIES     ? j > i + 1
                               : 0);
}

/* Tokens at the beginning of a role's phrase that name a body or a place by
** themselves ("White House press secretary": 2). */
static u32 rolePrefix(const NewsNameScan *s, const NewsTerm *pTerm, u64 m) {
  const NewsText *pText = s->p->pText;
  const NewsVocab *pVocab = pText->pVocab;
  u32 iState = 0, n, nBest = 0;
  for( n = 0; n + 1 < pTerm->nTok; n++ ) {
    const NewsToken *pTok = &pText->aTok[pTerm->iTok + n];
    if( n == 0 && newsTokIs(pTok, m) ) nBest = 1;
    iState = newsVocabStep(pVocab, iState, pTok->hash);
    if( iState == 0 ) break;
    if( n > 0 && pVocab->aEnd[iState] ) {
      const NewsClasses *pClasses =
          newsVocabClasses(pVocab, pVocab->aEnd[iState]);
      if( (pClasses->mAny | pClasses->mCap) & m ) nBest = n + 1;
    }
  }
  return nBest;
}

/* The tokens of a body's name in several words that begins at term i, before
** a role or with its first words: the last is a noun for a body, and one has
** a capital of its own ("Calvian water ministry official"). */
static NewsSpan roleBodySpan(const NewsNameScan *s, int i, int iRole) {
  const NewsToken *aTok = s->p->pText->aTok;
  NewsSpan body;
  u32 k, iTo;
  int bCap = 0;
  while( i < iRole && s->a[i].eSort == NEWS_TERM_RANK &&
         (!s->a[i].bCap || (aTok[s->a[i].iTok].flags & NEWS_TF_SENT)) ) {
    i++;
  }
  body = newsSpan(s->a[i].iTok, s->a[i].iTok);
  iTo = s->a[iRole].iTok;
  iTo += rolePrefix(s, &s->a[iRole], NEWS_LEX_ORG | NEWS_LEX_ORGNAME);
  for( k = body.iFrom; k < iTo; k++ ) {
    bCap |= (aTok[k].flags & (NEWS_TF_CAP | NEWS_TF_SENT)) == NEWS_TF_CAP ||
            (newsTokIs(&aTok[k], ROLE_BODY) && (aTok[k].flags & NEWS_TF_CAP));
    if( bCap && newsTokIs(&aTok[k], NEWS_LEX_ORG) ) body.iTo = k + 1;
  }
  return newsSpanLen(body) > 1 ? body : newsSpan(0, 0);
}

/* What stands before the first noun for a person, iRole, in a role from i on
** is its affiliation, if it names a body. Returns the first token of the
** rest. */
static u32 roleBefore(NewsNameScan *s, int i, int iRole) {
  NewsName *pName = s->pName;
  int k, m = i;
  NewsSpan body;
  u32 n;
  for( k = i; k < iRole; k++ ) {
    if( s->a[k].eSort != NEWS_TERM_POSS ) continue;
    /* "Acme's chief executive"; not "Mr. Roe's lawyer" */
    if( s->a[m].bCap && newsSpanLen(pName->affil) == 0 &&
        s->a[m].eSort != NEWS_TERM_HONORIFIC &&
        s->a[m].eSort != NEWS_TERM_GIVEN && !newsTermHuman(&s->a[m]) ) {
      pName->affil = newsNameSpan(s, m, k);
    }
    m = i = k + 1;
  }
  body = roleBodySpan(s, i, iRole);
  if( newsSpanLen(body) ) {
    if( newsSpanLen(pName->affil) == 0 ) pName->affil = body;
    return body.iFrom > s->a[i].iTok ? s->a[i].iTok : body.iTo;
  }
  for( k = i; k < iRole; k++ ) { /* "Sanders' adviser" */
    if( s->a[k].eSort == NEWS_TERM_MARK ) i = k + 1;
  }
  k = i;
  while( k < iRole && s->a[k].eSort == NEWS_TERM_RANK ) k++;
  m = k;
  while( m < iRole && (newsNameIsAmpersand(s, m) ||
                       (s->a[m].bCap && (newsTermBody(&s->a[m]) ||
                                         newsTermNameable(&s->a[m])))) ) {
    m++;
  }
  if( m == k + 1 && s->a[k].eSort == NEWS_TERM_CAP ) {
    /* The first word of a sentence has its capital from that */
    const NewsToken *pTok = &s->p->pText->aTok[s->a[k].iTok];
    if( (pTok->flags & NEWS_TF_SENT) && !newsTermsName(s->p, pTok) ) m = k;
  }
  if( m > k ) {
    if( newsSpanLen(pName->affil) == 0 ) pName->affil = newsNameSpan(s, k, m);
    return s->a[k == i ? m : i].iTok;
  }
  n = k == iRole && s->a[k].bCap ? rolePrefix(s, &s->a[k], ROLE_BODY) : 0;
  if( n == 0 ) return s->a[i].iTok;
  if( newsSpanLen(pName->affil) == 0 ) {
    pName->affil = newsSpan(s->a[k].iTok, s->a[k].iTok + n);
  }
  return s->a[k].iTok + (k == i ? n : 0);
}

/* The first capital behind a noun for a body in terms [i, j) that end with
** capitals: "the advocacy group Citizens United". i if there is none. */
static int roleCalled(const NewsNameScan *s, int i, int j) {
  int k = j;
  while( k > i && s->a[k - 1].bCap ) k--;
  return k < j && k > i && s->a[k - 1].eSort == NEWS_TERM_ORG ? k : i;
}

/* A body behind a preposition, iPrep, of a role that ends at j is its
** affiliation. Returns the end of the rest. */
int newsRoleBehind(NewsNameScan *s, int iPrep, int j) {
  int i = iPrep + 1, k;
  if( i < j && s->a[i].eSort == NEWS_TERM_DET ) i++;
  if( i >= j ) return j;
  if( roleCalled(s, i, j) > i ) i = roleCalled(s, i, j);
  for( k = i + 1; k + 1 < j; k++ ) { /* "at the Sea Institute" in Ost */
    if( s->a[k].eSort == NEWS_TERM_PREP && roleWeight(s, k) <= ROLE_LOCAL &&
        s->a[k - 1].eSort == NEWS_TERM_ORG && s->a[k - 1].bCap ) {
      j = k;
    }
  }
  if( roleIsBody(s, iPrep, i, j) ) {
    if( newsSpanLen(s->pName->affil) == 0 ) {
      s->pName->affil = newsNameSpan(s, i, j);
    }
    return iPrep;
  }
  return s->a[i].bCap && roleWeight(s, iPrep) <= ROLE_LOCAL ? iPrep : j;
}

/* A role that is parted: terms [iFrom, iTo). */
typedef struct RolePart RolePart;
struct RolePart {
  int iFrom, iTo;
  int iRole; /* The first noun for a person, or -1 */
  int iPrep; /* The first preposition behind it, or -1 */
};

/* The role in terms [i, j), without what leads to it and what leads on. */
static RolePart roleFind(const NewsNameScan *s, int i, int j) {
  RolePart r = {i, j, -1, -1};
  const NewsTerm *a = s->a;
  int k;
  while( i < j && (newsTermOpens(&a[i]) || a[i].eSort == NEWS_TERM_COMMA ||
                   a[i].eSort == NEWS_TERM_TIME ||
                   (a[i].eSort == NEWS_TERM_HONORIFIC && i + 1 < j &&
                    newsTermHuman(&a[i + 1]))) ) { /* "His Majesty King" */
    i++;
  }
  for( k = i; k < j && a[k].eSort != NEWS_TERM_WH; k++ ) {
    if( a[k].eSort == NEWS_TERM_OPEN ) break;
    if( a[k].eSort == NEWS_TERM_POSS && r.iPrep < 0 ) r.iRole = -1;
    if( a[k].eSort == NEWS_TERM_CONJ && r.iRole >= 0 && k + 1 < j &&
        newsTermOpens(&a[k + 1]) ) {
      break; /* "an adviser to Acme and a former judge" */
    }
    if( r.iRole < 0 && newsTermHuman(&a[k]) ) r.iRole = k;
    if( r.iPrep < 0 && r.iRole >= 0 && a[k].eSort == NEWS_TERM_PREP ) {
      r.iPrep = k;
    }
  }
  while( k > i && ((a[k - 1].eSort >= NEWS_TERM_DET &&
                    a[k - 1].eSort != NEWS_TERM_VERB) ||
                   a[k - 1].eSort == NEWS_TERM_HONORIFIC) ) {
    k--;
  }
  r.iFrom = i;
  r.iTo = k;
  return r;
}

/* Whether it is a role of somebody. */
static int roleIsOne(const NewsNameScan *s, const RolePart *p) {
  if( p->iRole < 0 || p->iRole >= p->iTo ) return 0;
  if( roleWeight(s, p->iRole) == NEWS_LEXICON_KIN ) return 0;
  return p->iRole + 1 != p->iTo || s->pName->bPlural ||
         !(s->a[p->iRole].mClass & NEWS_LEX_PLURAL); /* our "kids" Ann Lee */
}

/* The end of a role without the bodies behind its prepositions, and without a
** title that the name has: "Council leader Cllr". */
static int roleEnd(NewsNameScan *s, const RolePart *p) {
  int k, j = p->iTo;
  for( k = p->iPrep; k > 0 && k < j; k++ ) {
    if( s->a[k].eSort == NEWS_TERM_PREP && !s->a[k].bCap ) {
      j = newsRoleBehind(s, k, j); /* but "Doctors Without Walls" */
    }
  }
  if( p->iRole + 2 == j && newsTermHuman(&s->a[j - 1]) && s->a[j - 1].bCap &&
      !(s->p->pText->aTok[s->a[j - 1].iTok - 1].flags & NEWS_TF_CAP) ) {
    j--;
    if( newsSpanLen(s->pName->also) == 0 ) {
      s->pName->also = newsNameSpan(s, j, j + 1); /* "the councillor" */
    }
  }
  return j;
}

/*
** Part a role [i, j) into role and affiliation: what stands before the first
** noun for a person ("White House press secretary"), or behind a preposition
** ("director of the Arms Control Association") and names a body.
*/
void newsRoleRead(NewsNameScan *s, int i, int j) {
  NewsName *pName = s->pName;
  RolePart r = roleFind(s, i, j);
  int k, bNew = newsSpanLen(pName->role) == 0;
  u32 iTok;
  if( !roleIsOne(s, &r) ) return;
  if( bNew ) {
    iTok = s->a[r.iRole].iTok; /* For now: see roleIsBody() */
    pName->role = newsSpan(iTok, iTok + 1);
  }
  r.iTo = roleEnd(s, &r);
  iTok = roleBefore(s, r.iFrom, r.iRole);
  for( k = r.iFrom; k < r.iRole && s->a[k].iTok < iTok; k++ ) {
  }
  iTok = NEWS_MAX(iTok, s->a[k].iTok); /* Acme Fund (AF) "chief" */
  if( bNew ) {
    const NewsTerm *pLast = &s->a[r.iTo - 1];
    pName->role = newsSpan(iTok, pLast->iTok + pLast->nTok);
  } else if( newsSpanLen(pName->also) == 0 ) {
    pName->also = newsNameSpan(s, r.iRole, r.iTo); /* Lund, "the chairwoman" */
  }
}

/* Whether a token is a short capital word before a dash: "D-Ohio". */
static int roleIsParty(const NewsText *p, const NewsToken *pTok) {
  u32 n = 0;
  if( pTok->eKind != NEWS_TOK_WORD || !(pTok->flags & NEWS_TF_CAP) ) return 0;
  while( n < pTok->nByte && n < 4 && p->z[pTok->iByte + n] >= 'A' &&
         p->z[pTok->iByte + n] <= 'Z' ) {
    n++;
  }
  if( n == 0 || n > 3 ) return 0;
  return n < pTok->nByte ? p->z[pTok->iByte + n] == '-'
                         : newsTokDash(pTok + 1) || newsTokPunct(pTok + 1, ',');
}

/* A party and a seat in brackets behind a name, at term i: affiliation. */
static void roleParty(NewsNameScan *s, int i) {
  const NewsText *pText = s->p->pText;
  u32 iFrom = s->a[i].iTok + 1, j = iFrom;
  if( !newsTokPunct(&pText->aTok[iFrom - 1], '(') ||
      newsSpanLen(s->pName->affil) || !roleIsParty(pText, &pText->aTok[j]) ) {
    return;
  }
  while( j < pText->nTok && j < iFrom + ROLE_PARTY &&
         !newsTokPunct(&pText->aTok[j], ')') ) {
    j++;
  }
  if( newsTokPunct(&pText->aTok[j], ')') ) s->pName->affil = newsSpan(iFrom, j);
}

/* The gender that the noun of an apposition, terms [i, j), tells of a name that
** tells none: Jean Cope, "his widow". */
static void roleGender(NewsNameScan *s, int i, int j) {
  int k, iHead = -1;
  for( k = i; k < j; k++ ) {
    int e = s->a[k].eSort;
    if( e == NEWS_TERM_POSS ) {
      iHead = -1; /* the king's cook */
    } else if( e <= NEWS_TERM_WORD ) {
      iHead = k;
    } else if( iHead >= 0 || !newsTermOpens(&s->a[k]) ) {
      break;
    }
  }
  if( iHead < 0 || s->pName->mGender || s->pName->bJoint ||
      !newsTermHuman(&s->a[iHead]) || (s->a[iHead].mClass & NEWS_LEX_PLURAL) ) {
    return;
  }
  s->pName->mGender = newsNameGender(s->a[iHead].mClass);
  if( s->pName->mGender == (NEWS_MALE | NEWS_FEMALE) ) s->pName->mGender = 0;
}

/* The appositions behind the main part: roles; "(IMF)"; a name where the
** main part is a role ("the minister of the economy, Mr. Guajardo"). */
void newsRoleAppositions(NewsNameScan *s, int bNamed) {
  int i = s->iMain, j, k, bWh = 0;
  while( i < s->n ) {
    int eOpen = s->a[i].eSort;
    j = i + 1;
    while( j < s->n && s->a[j].eSort != NEWS_TERM_COMMA &&
           s->a[j].eSort != NEWS_TERM_OPEN &&
           s->a[j].eSort != NEWS_TERM_CLOSE ) {
      j++;
    }
    if( eOpen == NEWS_TERM_WH || newsNameSort(s, i + 1) == NEWS_TERM_WH ||
        (i + 1 < s->n && (s->a[i + 1].mClass & NEWS_LEX_WH_WORD)) ) {
      bWh = 1;
    }
    if( eOpen == NEWS_TERM_OPEN && j == i + 2 &&
        s->a[i + 1].eSort == NEWS_TERM_ACRONYM ) {
      s->pName->alias = newsNameSpan(s, i + 1, j);
    }
    if( eOpen == NEWS_TERM_OPEN && bNamed ) roleParty(s, i);
    if( eOpen == NEWS_TERM_COMMA && bNamed && !bWh &&
        newsNameSort(s, i + 1) == NEWS_TERM_PREP &&
        roleWeight(s, i + 1) >= ROLE_TIES ) {
      newsRoleBehind(s, i + 1, j); /* Ann Lee, of the Tenants Union */
    }
    if( !bWh && newsNameSort(s, i + 1) != NEWS_TERM_NUMBER && j > i + 1 ) {
      k = i + 1;
      while( k < j && !newsTermHuman(&s->a[k]) &&
             s->a[k].eSort != NEWS_TERM_PREP &&
             s->a[k].eSort != NEWS_TERM_CONJ ) {
        k++;
      }
      if( bNamed && k < j && newsTermHuman(&s->a[k]) &&
          !newsSpanMeets(newsNameSpan(s, i + 1, j), s->pName->name) ) {
        newsRoleRead(s, i + 1, j);
        roleGender(s, i + 1, j);
      }
    }
    i = j;
  }
}
