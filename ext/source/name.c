/*
** name.c: see name.h.
**
** The units of the phrase are read from left to right, in three steps: where
** its main part ends (a comma, a bracket, a relative clause); whether the
** main part, or what stands in apposition to it, names a person; and if not,
** which noun is its head.
*/
#include "source/name.h"

#include "lexicon/lexicon.h"
#include "source/source.h"

#define NAME_UNIT_MAX 64    /* Units of a mention that are looked at */
#define NAME_PARTICLE_MAX 3 /* Bytes of "de", "von" */

typedef struct NameScan NameScan;
struct NameScan {
  const NewsUnits *p;
  NewsName *pName;
  NewsUnit a[NAME_UNIT_MAX];
  int n;     /* Units */
  int iFrom; /* First of the main part */
  int iMain; /* Past its last */
};

static NewsSpan nameSpan(const NameScan *s, int iFrom, int iTo) {
  if( iFrom >= iTo ) return newsSpan(0, 0);
  return newsSpan(s->a[iFrom].iTok, s->a[iTo - 1].iTok + s->a[iTo - 1].nTok);
}

static int nameSort(const NameScan *s, int i) {
  return i < s->n ? s->a[i].eSort : NEWS_UNIT_STOP;
}

/* Ends the main part of a phrase. */
static int nameIsBreak(int eSort) {
  return eSort == NEWS_UNIT_COMMA || eSort == NEWS_UNIT_OPEN ||
         eSort == NEWS_UNIT_CLOSE || eSort == NEWS_UNIT_WH ||
         eSort == NEWS_UNIT_VERB || eSort == NEWS_UNIT_STOP;
}

/* May stand before a person's name that begins without given name. */
static int nameIsLead(int eSort) {
  return eSort == NEWS_UNIT_HONORIFIC || eSort == NEWS_UNIT_ROLE ||
         eSort == NEWS_UNIT_SOURCE || eSort == NEWS_UNIT_DEMONYM ||
         eSort == NEWS_UNIT_RANK || eSort == NEWS_UNIT_WORD ||
         eSort == NEWS_UNIT_POSS || eSort == NEWS_UNIT_PEOPLE ||
         eSort == NEWS_UNIT_CONJ;
}

/* A capitalised single word that could end a name whatever else it means
** ("Charlie King", "Jim Jordan"). */
static int nameIsLast(const NameScan *s, int i, int iEnd) {
  const NewsUnit *pUnit = &s->a[i];
  int e = i + 1 < iEnd ? nameSort(s, i + 1) : NEWS_UNIT_STOP;
  if( pUnit->nTok != 1 || !pUnit->bCap || pUnit->eSort == NEWS_UNIT_POSS ||
      pUnit->eSort == NEWS_UNIT_HONORIFIC || pUnit->eSort == NEWS_UNIT_MEDIA ||
      pUnit->eSort > NEWS_UNIT_WORD ) {
    return 0;
  }
  return nameIsBreak(e) || e == NEWS_UNIT_POSS || e == NEWS_UNIT_PREP ||
         e == NEWS_UNIT_CONJ || e == NEWS_UNIT_SUFFIX || e == NEWS_UNIT_MARK;
}

static int nameIsParticle(const NameScan *s, int i, int iEnd) {
  const NewsUnit *pUnit = &s->a[i];
  const NewsToken *pTok = &s->p->pText->aTok[pUnit->iTok];
  return i + 1 < iEnd && pUnit->nTok == 1 && !pUnit->bCap &&
         pTok->eKind == NEWS_TOK_WORD && pTok->nByte <= NAME_PARTICLE_MAX &&
         (pUnit->eSort == NEWS_UNIT_WORD) &&
         (newsUnitNameable(&s->a[i + 1]) ||
          nameIsParticle(s, i + 1, iEnd));
}

/* End of the run of name words that begins at i. bSure: a person's. */
static int nameRunEnd(const NameScan *s, int i, int iEnd, int bSure) {
  int j = i;
  while( j < iEnd ) {
    if( newsUnitNameable(&s->a[j]) ) {
      bSure |= s->a[j].eSort == NEWS_UNIT_GIVEN ||
               s->a[j].eSort == NEWS_UNIT_INITIAL;
      j++;
    }else if( j > i && nameIsParticle(s, j, iEnd) ) {
      j++;
    }else if( (j > i || bSure) && bSure && nameIsLast(s, j, iEnd) ) {
      j++;
      if( nameSort(s, j) == NEWS_UNIT_SUFFIX && j < iEnd ) j++;
      break;
    }else if( s->a[j].eSort == NEWS_UNIT_MARK && j > i && j + 2 < iEnd &&
              newsUnitNameable(&s->a[j + 1]) &&
              s->a[j + 2].eSort == NEWS_UNIT_MARK ) {
      j += 3; /* A nickname in marks */
    }else{
      break;
    }
  }
  return j;
}

/* Whether what stands before unit i makes its name another's: "advisers to
** Mr. Obama" are not Mr. Obama, but "Assistant to the Secretary for Public
** Affairs John Kirby" is Kirby: there a body's name stands between. */
static int nameIsObject(const NameScan *s, int i) {
  int k = s->iFrom, bHuman = 0;
  for( ; k < i && s->a[k].eSort != NEWS_UNIT_PREP; k++ ) {
    bHuman |= newsUnitHuman(&s->a[k]);
  }
  if( k >= i || k == s->iFrom ) return 0;
  return !bHuman || !s->a[i - 1].bCap ||
         !(newsUnitBody(&s->a[i - 1]) || newsUnitNameable(&s->a[i - 1]) ||
           s->a[i - 1].eSort == NEWS_UNIT_WORD);
}

/* Whether the run [i, j) of the main part may be a person's name, by what
** stands before and after it. */
static int nameRunIsPerson(const NameScan *s, int i, int j, int iEnd) {
  int ePrev = i > s->iFrom ? s->a[i - 1].eSort : NEWS_UNIT_STOP;
  int eNext = j < iEnd ? s->a[j].eSort : NEWS_UNIT_STOP;
  int bSure = ePrev == NEWS_UNIT_HONORIFIC;
  int k;
  if( ePrev == NEWS_UNIT_ROLE && s->a[i - 1].bCap &&
      (s->a[i - 1].mClass & NEWS_LEX_TITLE) ) {
    bSure = 1;
  }
  if( j <= i || nameIsObject(s, i) ) return 0;
  for( k = i; k < j; k++ ) bSure |= s->a[k].eSort == NEWS_UNIT_GIVEN;
  if( !nameIsBreak(eNext) && eNext != NEWS_UNIT_PREP &&
      eNext != NEWS_UNIT_CONJ && eNext != NEWS_UNIT_NUMBER &&
      eNext != NEWS_UNIT_MARK && eNext != NEWS_UNIT_TIME &&
      !(eNext == NEWS_UNIT_POSS && j + 1 >= s->n) ) {
    return 0;
  }
  if( j - i == 1 && s->a[i].eSort == NEWS_UNIT_SUFFIX ) return 0;
  if( s->a[j - 1].eSort == NEWS_UNIT_ORG && !bSure ) return 0;
  if( bSure ) return 1;
  if( s->a[j - 1].mClass & NEWS_LEX_ORG ) return 0;
  return i == s->iFrom || nameIsLead(ePrev);
}

/* Where a person's name begins in the run [i, j): at its given name, where
** other words stand before that ("for Public Affairs John Kirby"). */
static int nameRestart(const NameScan *s, int i, int j) {
  int k;
  if( s->a[i].eSort == NEWS_UNIT_GIVEN ) return i;
  for( k = i + 1; k + 1 < j; k++ ) {
    if( s->a[k].eSort != NEWS_UNIT_GIVEN ) continue;
    if( k > i + 1 || (i > s->iFrom && s->a[i - 1].eSort == NEWS_UNIT_PREP) ) {
      return s->a[k - 1].eSort == NEWS_UNIT_INITIAL ? i : k;
    }
  }
  return i;
}

/* The last person's name in [iFrom, iEnd): its units in *pi, *pj. */
static int nameFindPerson(NameScan *s, int iFrom, int iEnd, int *pi,
                          int *pj) {
  int i = iFrom, j, bFound = 0;
  while( i < iEnd ) {
    int e = s->a[i].eSort;
    if( e == NEWS_UNIT_PREP && bFound ) break;
    if( e == NEWS_UNIT_HONORIFIC ) {
      j = nameRunEnd(s, i + 1, iEnd, 1);
      if( j == i + 1 ) {
        i++;
        continue;
      }
      i++;
      s->pName->bHonorific = 1;
      s->pName->mGender |=
          (s->a[i - 1].mClass & NEWS_LEX_MASC ? NEWS_MALE : 0) |
          (s->a[i - 1].mClass & NEWS_LEX_FEM ? NEWS_FEMALE : 0);
    }else if( newsUnitNameable(&s->a[i]) ) {
      j = nameRunEnd(s, i, iEnd, i > s->iFrom && s->a[i - 1].bCap &&
                                 (s->a[i - 1].mClass & NEWS_LEX_TITLE));
      i = nameRestart(s, i, j);
    }else{
      i++;
      continue;
    }
    if( nameRunIsPerson(s, i, j, iEnd) ) {
      if( bFound && nameSort(s, i - 1) == NEWS_UNIT_CONJ ) {
        s->pName->bJoint = 1;
      }else{
        *pi = i;
      }
      *pj = j;
      bFound = 1;
    }
    i = NEWS_MAX(j, i + 1);
  }
  return bFound;
}

static u8 nameGender(u64 m) {
  u8 g = 0;
  if( m & NEWS_LEX_MASC ) g |= NEWS_MALE;
  if( m & NEWS_LEX_FEM ) g |= NEWS_FEMALE;
  return g;
}

/* First unit of [i, iEnd) that begins a body's name, iEnd if none does. */
static int nameFindBody(const NameScan *s, int i, int iEnd) {
  while( i < iEnd && !(s->a[i].bCap && (newsUnitBody(&s->a[i]) ||
                                        newsUnitNameable(&s->a[i]))) ) {
    i++;
  }
  return i;
}

/*
** Part a role [i, j) into role and affiliation: what stands before the first
** noun for a person ("White House press secretary"), or behind a preposition
** ("director of the Arms Control Association") and holds a body's name.
*/
static void nameRole(NameScan *s, int i, int j) {
  NewsName *pName = s->pName;
  int k, iRole = -1, iPrep = -1;
  while( i < j && (newsUnitOpens(&s->a[i]) ||
                   s->a[i].eSort == NEWS_UNIT_COMMA) ) {
    i++;
  }
  while( j > i && s->a[j - 1].eSort >= NEWS_UNIT_DET ) j--;
  for( k = i; k < j; k++ ) {
    if( iRole < 0 && newsUnitHuman(&s->a[k]) ) iRole = k;
    if( iPrep < 0 && iRole >= 0 && s->a[k].eSort == NEWS_UNIT_PREP ) iPrep = k;
  }
  if( iRole < 0 || newsSpanLen(pName->role) > 0 ) return;
  if( iPrep > 0 ) {
    k = nameFindBody(s, iPrep + 1, j);
    if( k < j && newsUnitBody(&s->a[j - 1]) ) {
      if( newsSpanLen(pName->affil) == 0 ) pName->affil = nameSpan(s, k, j);
      if( s->a[iPrep + 1].eSort != s->a[k].eSort || k == iPrep + 1 ) {
        j = k == iPrep + 1 || s->a[k - 1].eSort == NEWS_UNIT_DET ? iPrep : j;
      }
    }
  }
  k = i;
  while( k < iRole && (s->a[k].eSort == NEWS_UNIT_RANK) ) k++;
  if( k < iRole && s->a[k].bCap &&
      (newsUnitBody(&s->a[k]) || newsUnitNameable(&s->a[k])) ) {
    int m = k;
    while( m < iRole && s->a[m].bCap && (newsUnitBody(&s->a[m]) ||
                                         newsUnitNameable(&s->a[m])) ) {
      m++;
    }
    if( newsSpanLen(pName->affil) == 0 ) pName->affil = nameSpan(s, k, m);
    if( nameSort(s, m) == NEWS_UNIT_POSS && m < iRole ) m++;
    i = k == i ? m : i;
  }
  if( newsUnitHuman(&s->a[j - 1]) || iRole < j ) {
    pName->role = nameSpan(s, i, j);
  }
}

/* The appositions behind the main part: roles; "(IMF)"; a name where the
** main part is a role ("the minister of the economy, Mr. Guajardo"). */
static void nameAppositions(NameScan *s, int bNamed) {
  int i = s->iMain, j, k, bWh = 0;
  while( i < s->n ) {
    int eOpen = s->a[i].eSort;
    j = i + 1;
    while( j < s->n && s->a[j].eSort != NEWS_UNIT_COMMA &&
           s->a[j].eSort != NEWS_UNIT_OPEN &&
           s->a[j].eSort != NEWS_UNIT_CLOSE ) {
      j++;
    }
    if( eOpen == NEWS_UNIT_WH || nameSort(s, i + 1) == NEWS_UNIT_WH ) bWh = 1;
    if( eOpen == NEWS_UNIT_OPEN && j == i + 2 &&
        s->a[i + 1].eSort == NEWS_UNIT_ACRONYM ) {
      s->pName->alias = nameSpan(s, i + 1, j);
    }
    if( !bWh && nameSort(s, i + 1) != NEWS_UNIT_NUMBER && j > i + 1 ) {
      for( k = i + 1; k < j && !newsUnitHuman(&s->a[k]); k++ ) {}
      if( bNamed && k < j ) nameRole(s, i + 1, j);
    }
    i = j;
  }
}

/* Kind of a phrase by the sort of its head noun. */
static u8 nameKind(int eSort, int bPlural) {
  switch( eSort ) {
    case NEWS_UNIT_MEDIA: return NEWS_MEDIA;
    case NEWS_UNIT_DOCUMENT: return NEWS_DOCUMENT;
    case NEWS_UNIT_ACRONYM: case NEWS_UNIT_PLACE: case NEWS_UNIT_ORGNAME:
    case NEWS_UNIT_ORG: case NEWS_UNIT_CAP: case NEWS_UNIT_SUFFIX:
      return NEWS_ORGANISATION;
    default: return bPlural ? NEWS_GROUP : NEWS_PERSON;
  }
}

/* Last unit of the noun phrase that begins at i: before the first
** preposition that follows a noun, behind the last possessive. */
static int nameHead(const NameScan *s, int i, int *piEnd) {
  int iHead = -1, k;
  for( k = i; k < s->iMain; k++ ) {
    int e = s->a[k].eSort;
    if( e == NEWS_UNIT_PREP && iHead >= 0 ) break;
    if( e == NEWS_UNIT_CONJ && iHead >= 0 && k + 1 < s->iMain &&
        (newsUnitOpens(&s->a[k + 1]) ||
         newsUnitHuman(&s->a[k])) ) {
      break;
    }
    if( e <= NEWS_UNIT_WORD && e != NEWS_UNIT_NUMBER ) iHead = k;
    if( e == NEWS_UNIT_PRON ) iHead = k;
    if( newsUnitOpens(&s->a[k]) && iHead < 0 && nameSort(s, k + 1) == NEWS_UNIT_PREP ) {
      iHead = k;
    }
  }
  if( iHead < 0 && i < s->iMain ) iHead = s->iMain - 1;
  *piEnd = k;
  return iHead;
}

/* A head that only counts or heaps ("one of ...", "a chorus of ..."): the
** noun behind its preposition tells the kind. */
static int nameInner(const NameScan *s, int iHead, int iEnd) {
  int e = s->a[iHead].eSort, k;
  if( iEnd >= s->iMain || s->a[iEnd].eSort != NEWS_UNIT_PREP ) return iHead;
  if( e != NEWS_UNIT_WORD && e != NEWS_UNIT_PRON && e != NEWS_UNIT_NUMBER &&
      !newsUnitOpens(&s->a[iHead]) ) {
    return iHead;
  }
  k = nameHead(s, iEnd + 1, &iEnd);
  if( k < 0 || s->a[k].eSort == NEWS_UNIT_WORD ) return iHead;
  if( e == NEWS_UNIT_WORD && !newsUnitHuman(&s->a[k]) ) return iHead;
  return k;
}

/* Whether units [i, j) hold a name: of a place, a body, or unknown. */
static int nameHasProper(const NameScan *s, int i, int j) {
  for( ; i < j; i++ ) {
    int e = s->a[i].eSort;
    if( s->a[i].bCap && (e <= NEWS_UNIT_ORGNAME ||
                         (e == NEWS_UNIT_MEDIA && s->a[i].nTok > 1)) ) {
      return 1;
    }
  }
  return 0;
}

/* End of a body's name that goes on behind its head: "the Commission on
** Presidential Debates". */
static int nameBodyEnd(const NameScan *s, int iEnd) {
  int j = iEnd, k;
  while( j < s->iMain && (s->a[j].eSort == NEWS_UNIT_PREP ||
                          s->a[j].eSort == NEWS_UNIT_CONJ) ) {
    k = j + 1;
    if( nameSort(s, k) == NEWS_UNIT_DET ) k++;
    if( k >= s->iMain || !s->a[k].bCap || s->a[k].eSort > NEWS_UNIT_WORD ) {
      break;
    }
    while( k < s->iMain && s->a[k].bCap && s->a[k].eSort <= NEWS_UNIT_WORD ) {
      k++;
    }
    j = k;
  }
  return j;
}

/* A phrase that names no person: a body by name, or a description. */
static void nameDescribe(NameScan *s) {
  NewsName *pName = s->pName;
  int i = s->iFrom, iEnd, iHead, iKind;
  const NewsUnit *pHead;
  while( i < s->iMain && newsUnitOpens(&s->a[i]) ) i++;
  if( i >= s->iMain ) i = s->iFrom;
  iHead = nameHead(s, i, &iEnd);
  if( iHead < 0 ) return;
  iKind = nameInner(s, iHead, iEnd);
  pHead = &s->a[iKind];
  pName->iHead = s->a[iHead].iTok + s->a[iHead].nTok - 1;
  pName->eHead = pHead->eSort;
  pName->bPlural = (pHead->mClass & NEWS_LEX_PLURAL) != 0;
  if( iKind != iHead ) {
    pName->bPlural = !(s->a[iHead].mClass & NEWS_LEX_NUMBER) ||
                     (s->a[iHead].mClass & NEWS_LEX_PLURAL);
    pName->iHead = pHead->iTok + pHead->nTok - 1;
  }
  if( pHead->eSort == NEWS_UNIT_DEMONYM && pName->eDef == NEWS_NAME_DEF ) {
    pName->bPlural |= iHead == i;
  }
  if( pHead->eSort == NEWS_UNIT_PEOPLE && pName->eDef == NEWS_NAME_BARE ) {
    pName->bPlural = 1;
  }
  pName->eKind = nameKind(pHead->eSort, pName->bPlural);
  pName->mGender = nameGender(pHead->mClass);
  if( pName->eKind == NEWS_ORGANISATION || pName->eKind == NEWS_MEDIA ) {
    pName->bNamed = (u8)nameHasProper(s, i, s->iMain);
    if( pHead->bCap && !(pHead->eSort == NEWS_UNIT_ORG && iHead == i) &&
        pName->bNamed ) {
      pName->name = nameSpan(s, i, nameBodyEnd(s, iHead + 1));
    }
    return;
  }
  if( pName->eKind == NEWS_DOCUMENT ) return;
  nameRole(s, i, s->iMain);
  if( pName->eHead != NEWS_UNIT_ROLE ) pName->role = newsSpan(0, 0);
}

/* The pronoun or empty phrase that a mention is. Returns 1 if it is one. */
static int namePronoun(NameScan *s) {
  NewsName *pName = s->pName;
  const NewsUnit *pUnit = &s->a[s->iFrom];
  u64 m = pUnit->mClass;
  int n = s->iMain - s->iFrom;
  if( pUnit->eSort == NEWS_UNIT_WH && s->n == s->iFrom + 1 ) n = 1;
  if( n != 1 || (m & (NEWS_LEX_PRON | NEWS_LEX_WH_WORD)) == 0 ) return 0;
  if( m & (NEWS_LEX_INDEF | NEWS_LEX_OTHER) ) return 0;
  if( (m & (NEWS_LEX_SUBJECT | NEWS_LEX_MASC | NEWS_LEX_FEM |
            NEWS_LEX_PLURAL | NEWS_LEX_FIRST | NEWS_LEX_SECOND |
            NEWS_LEX_WH_WORD)) == 0 ) {
    return 0; /* "someone" is new */
  }
  if( pUnit->eSort != NEWS_UNIT_PRON && pUnit->eSort != NEWS_UNIT_WH &&
      pUnit->eSort != NEWS_UNIT_DET ) {
    return 0;
  }
  pName->eDef = NEWS_NAME_PRONOUN;
  pName->eHead = pUnit->eSort;
  pName->iHead = pUnit->iTok;
  pName->mGender = nameGender(m);
  pName->bPlural = (m & NEWS_LEX_PLURAL) != 0;
  pName->bFirst = (m & (NEWS_LEX_FIRST | NEWS_LEX_SECOND)) != 0;
  pName->eKind = pName->bPlural ? NEWS_GROUP : NEWS_PERSON;
  return 1;
}

/* Where the main part begins and ends, and how it opens. */
static void nameBounds(NameScan *s) {
  NewsName *pName = s->pName;
  int i = 0, e;
  while( s->n > 0 && (nameSort(s, s->n - 1) == NEWS_UNIT_COMMA ||
                      nameSort(s, s->n - 1) == NEWS_UNIT_OPEN ||
                      nameSort(s, s->n - 1) == NEWS_UNIT_STOP) ) {
    s->n--;
  }
  if( s->n > 1 && (nameSort(s, s->n - 1) == NEWS_UNIT_POSS ||
                   nameSort(s, s->n - 1) == NEWS_UNIT_MARK) ) {
    pName->bPossessive = nameSort(s, s->n - 1) == NEWS_UNIT_POSS;
    s->n--;
  }
  while( i + 1 < s->n && ((nameIsBreak(s->a[i].eSort) &&
                           s->a[i].eSort != NEWS_UNIT_WH) ||
                          s->a[i].eSort == NEWS_UNIT_PREP ||
                          s->a[i].eSort == NEWS_UNIT_MARK ||
                          s->a[i].eSort == NEWS_UNIT_CONJ) ) {
    i++;
  }
  s->iFrom = i;
  e = nameSort(s, i);
  pName->eDef = e == NEWS_UNIT_DET     ? NEWS_NAME_DEF
                : e == NEWS_UNIT_INDEF ? NEWS_NAME_INDEF
                : e == NEWS_UNIT_OTHER ? NEWS_NAME_OTHER
                                       : NEWS_NAME_BARE;
  if( e == NEWS_UNIT_DET && nameSort(s, i + 1) == NEWS_UNIT_OTHER ) {
    pName->eDef = NEWS_NAME_OTHER;
  }
  if( i < s->n ) i++;
  while( i < s->n && !nameIsBreak(s->a[i].eSort) &&
         (s->a[i].eSort == NEWS_UNIT_PREP ||
          !(s->a[i].mClass & NEWS_LEX_SUBORD)) ) {
    i++;
  }
  s->iMain = i;
  pName->desc = nameSpan(s, s->iFrom, i);
}

/* A person's name [i, j) was found. */
static void namePerson(NameScan *s, int i, int j) {
  NewsName *pName = s->pName;
  int k;
  pName->name = nameSpan(s, i, j);
  pName->bNamed = 1;
  pName->eKind = NEWS_PERSON;
  pName->bPlural = pName->bJoint;
  pName->eHead = NEWS_UNIT_CAP;
  pName->iHead = s->a[j - 1].iTok;
  if( !pName->bHonorific && s->a[i].eSort == NEWS_UNIT_GIVEN ) {
    pName->mGender |= nameGender(s->a[i].mClass);
  }
  k = i;
  while( k > s->iFrom && s->a[k - 1].eSort == NEWS_UNIT_HONORIFIC ) k--;
  for( k = s->iFrom; k < i && !pName->mGender; k++ ) {
    if( newsUnitHuman(&s->a[k]) ) pName->mGender = nameGender(s->a[k].mClass);
  }
  if( pName->mGender == (NEWS_MALE | NEWS_FEMALE) ) pName->mGender = 0;
  nameRole(s, s->iFrom, i);
}

void newsNameRead(const NewsUnits *p, NewsSpan tok, NewsName *pName) {
  NameScan s;
  int i = 0, j = 0;
  memset(pName, 0, sizeof(*pName));
  pName->all = tok;
  s.p = p;
  s.pName = pName;
  s.n = newsUnitsRead(p, tok, s.a, NAME_UNIT_MAX);
  if( s.n == 0 ) return;
  nameBounds(&s);
  if( namePronoun(&s) ) return;
  if( nameFindPerson(&s, s.iFrom, s.iMain, &i, &j) ) {
    namePerson(&s, i, j);
    nameAppositions(&s, 1);
    return;
  }
  nameDescribe(&s);
  if( newsUnitHuman(&s.a[NEWS_MIN(s.iMain, s.n) - 1]) || pName->eKind == 0 ) {
    int iTo = s.iMain + 1;
    while( iTo < s.n && !nameIsBreak(s.a[iTo].eSort) ) iTo++;
    if( s.iMain < s.n && s.a[s.iMain].eSort == NEWS_UNIT_COMMA &&
        !pName->bPlural ) {
      int iFrom = s.iFrom;
      s.iFrom = s.iMain + 1;
      if( nameFindPerson(&s, s.iFrom, iTo, &i, &j) && i <= s.iFrom + 1 ) {
        namePerson(&s, i, j);
        s.iFrom = iFrom;
        pName->role = newsSpan(0, 0);
        nameRole(&s, iFrom, s.iMain);
      }
    }
  }
  nameAppositions(&s, pName->bNamed);
}
