/*
** appose.c: the name or the noun in apposition to the main part of a mention
** (namescan.h).
**
**     Corvex, the battery maker,           a body, as the noun tells
**     The airline, Nordavia,               a body's name
**     the mayor, Ann Lee                   a person's name
**     the driver, identified as Ann Lee,   ... behind what tells of it
**     the woman who rang, Ann Lee,
*/
#include "source/namescan.h"

#include "lexicon/lexicon.h"
#include "source/source.h"

#define APPOSE_FIRM 5   /* Weight of a preposition that ties firmly: "of" */
#define APPOSE_TITLES 4 /* Appositions of which the last may be the name */
#define APPOSE_CALLED 8 /* Terms before the name that somebody is told by */

/* Whether what is told before a name says whose that is: "his eight-year-old",
** "Lund's sister", "Lund's employer". */
static int apposeIsOwned(const NewsNameScan *s) {
  int k;
  for( k = s->iFrom; k < s->iMain; k++ ) {
    if( s->a[k].eSort == NEWS_TERM_POSS ) return 1;
  }
  return s->a[s->iFrom].eSort == NEWS_TERM_DET &&
         (s->a[s->iFrom].mClass &
          (NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL | NEWS_LEX_FIRST));
}

/*---------------------------------------------------------------- a body */

/* The kind of body that a lower-case noun, term k, is; 0 if none. */
static u8 apposeSort(const NewsNameScan *s, int k) {
  if( s->a[k].bCap ) return 0;
  return s->a[k].eSort == NEWS_TERM_MEDIA ? NEWS_MEDIA
         : s->a[k].mClass & NEWS_LEX_ORG  ? NEWS_ORGANISATION
                                          : 0;
}

u8 newsApposeBody(const NewsNameScan *s) {
  int k = s->iMain + 1, e = newsNameSort(s, k);
  if( newsNameSort(s, s->iMain) != NEWS_TERM_COMMA ) return 0;
  if( e == NEWS_TERM_WH && k + 1 < s->n ) {
    u64 m = s->a[k].mClass;
    e = s->a[k + 1].eSort;
    return (m & NEWS_LEX_PRON) && !(m & NEWS_LEX_SUBJECT) &&
                   (e == NEWS_TERM_VERB || e == NEWS_TERM_WORD)
               ? NEWS_ORGANISATION
               : 0;
  }
  if( e != NEWS_TERM_DET && e != NEWS_TERM_INDEF ) return 0;
  while( k + 1 < s->n && (s->a[k + 1].eSort < NEWS_TERM_DET ||
                          s->a[k + 1].eSort == NEWS_TERM_POSS) ) {
    k++;
  }
  return apposeSort(s, k);
}

int newsApposeBare(NewsNameScan *s) {
  NewsName *pName = s->pName;
  u8 eBody;
  if( pName->eKind != NEWS_PERSON || pName->eDef != NEWS_NAME_BARE ||
      s->a[s->iFrom].eSort != NEWS_TERM_CAP ||
      (eBody = newsApposeBody(s)) == 0 ) {
    return 0;
  }
  pName->name = newsNameSpan(s, s->iFrom, s->iMain);
  pName->bNamed = 1;
  pName->eKind = eBody;
  pName->role = newsSpan(0, 0);
  return 1;
}

/* Whether term i is a small word within a body's name: Aguas "del" Norte, Club
** "de la" Paz, Bank "of" Ost. */
static int apposeIsLink(const NewsNameScan *s, int i) {
  int k = i;
  if( s->a[i].eSort == NEWS_TERM_PREP && s->a[i - 1].eSort == NEWS_TERM_ORG ) {
    return i + 1 < s->n && s->a[i + 1].bCap;
  }
  while( k < s->n && k < i + 2 && !s->a[k].bCap &&
         s->a[k].eSort == NEWS_TERM_WORD && s->a[k].nTok == 1 &&
         s->p->pText->aTok[s->a[k].iTok].nByte <= NEWS_TERM_PARTICLE ) {
    k++;
  }
  return k > i && k < s->n && s->a[k].bCap && s->a[k].eSort <= NEWS_TERM_WORD;
}

/* Whether terms [i, j) end with what no person's name ends with: Amihan
** "Lines", Brakke Shipping "Ltd". */
static int apposeEndsBody(const NewsNameScan *s, int i, int j) {
  const NewsTerm *pLast = &s->a[j - 1];
  if( j < i + 2 || s->a[i].eSort == NEWS_TERM_GIVEN ) return 0;
  if( pLast->eSort == NEWS_TERM_SUFFIX ) {
    return newsNameWeight(s, j - 1) > NEWS_NAME_LETTERS;
  }
  return pLast->eSort == NEWS_TERM_ORG || pLast->eSort == NEWS_TERM_ORGNAME;
}

/* Whether term i can be what a body is, as well as a person: "owner". */
static int apposeIsEither(const NewsNameScan *s, int i) {
  return s->a[i].eSort == NEWS_TERM_ROLE && !s->a[i].bCap &&
         !(s->a[i].mClass & (NEWS_LEX_TITLE | NEWS_LEX_MASC | NEWS_LEX_FEM));
}

/* Where a body's name ends that begins at term i. */
static int apposeNameEnd(const NewsNameScan *s, int i) {
  int iFirst = i, bOf = 0;
  for( ; i < s->n; i++ ) {
    int e = s->a[i].eSort;
    if( s->a[i].bCap && e <= NEWS_TERM_WORD && e != NEWS_TERM_HONORIFIC ) {
      continue;
    }
    if( i == iFirst ) break;
    if( apposeIsLink(s, i) ) {
      bOf |= e == NEWS_TERM_PREP;
    } else if( !bOf || e != NEWS_TERM_CONJ || i + 1 >= s->n ||
               !s->a[i + 1].bCap ) {
      break; /* but the Guild of Bakers "and" Grocers */
    }
  }
  return i;
}

int newsApposeBodyName(NewsNameScan *s) {
  NewsName *pName = s->pName;
  int k = s->iMain + 1, i = s->iFrom + 1, iOwn, iSort;
  u8 eKind;
  while( i < s->iMain && s->a[i].eSort != NEWS_TERM_PREP ) i++;
  iSort = i - 1;
  eKind = apposeSort(s, iSort); /* Not of "the head of the union, Ann Lee" */
  if( (eKind == 0 && !apposeIsEither(s, iSort)) || pName->bPlural ||
      (pName->eDef != NEWS_NAME_DEF && !apposeIsOwned(s)) ||
      newsNameSort(s, s->iMain) != NEWS_TERM_COMMA ) {
    return 0;
  }
  iOwn = k + (newsNameSort(s, k) == NEWS_TERM_DET);
  if( iOwn > k && !s->a[k].bCap ) k = iOwn; /* the union, "the" Guild of */
  i = apposeNameEnd(s, iOwn);
  if( i == iOwn || (i < s->n && !newsNameIsBreak(s->a[i].eSort)) ||
      (s->a[k].eSort == NEWS_TERM_GIVEN &&
       newsTermHuman(&s->a[s->iMain - 1])) ) {
    return 0; /* the last: "The contractor, Ann Lee," */
  }
  if( eKind == 0 ) {
    if( !apposeEndsBody(s, iOwn, i) ) return 0;
    eKind = NEWS_ORGANISATION;
  }
  pName->name = newsNameSpan(s, k, i);
  pName->bNamed = 1;
  pName->eKind = eKind;
  pName->role = newsSpan(0, 0);
  return 1;
}

/*-------------------------------------------------------------- a person */

/* Whether only a title stands between the comma and the name at i, which may
** have other words in it where it ends with a noun: "former Ost Open champion",
** "opposition councillor", or tells where somebody is from: "the Norwegian". */
static int apposeIsOne(const NewsNameScan *s, int i) {
  int k, bNoun = i > s->iFrom && s->a[i - 1].eSort == NEWS_TERM_ROLE;
  for( k = s->iFrom; k < i; k++ ) {
    int e = s->a[k].eSort;
    if( bNoun && (s->a[k].bCap || e <= NEWS_TERM_WORD) ) continue;
    if( e == NEWS_TERM_DEMONYM ) continue;
    if( e != NEWS_TERM_DET && e != NEWS_TERM_HONORIFIC && e != NEWS_TERM_ROLE &&
        e != NEWS_TERM_RANK && i > s->iFrom + 1 ) {
      return 0;
    }
  }
  return 1;
}

/* Whether terms [i, j) are one more title: "minister of justice". */
static int apposeIsTitle(const NewsNameScan *s, int i, int j) {
  int k, bHuman = 0;
  for( k = i; k < j; k++ ) {
    bHuman |= newsTermHuman(&s->a[k]) ||
              s->a[k].eSort == NEWS_TERM_HONORIFIC; /* His Royal Highness */
    if( s->a[k].eSort == NEWS_TERM_GIVEN || s->a[k].eSort == NEWS_TERM_WH ) {
      return 0;
    }
  }
  return bHuman;
}

/* Whether a name may stand in apposition behind the main part: up to iTo behind
** a comma, or alone in brackets, "PRESENTER (Gail Stott)". */
static int apposeIsTold(const NewsNameScan *s, int iTo) {
  int e = newsNameSort(s, s->iMain);
  return e == NEWS_TERM_COMMA ||
         (e == NEWS_TERM_OPEN && iTo > s->iMain + 2 && iTo + 1 == s->n &&
          s->a[iTo].eSort == NEWS_TERM_CLOSE &&
          newsTermHuman(&s->a[s->iMain - 1]));
}

/* Whether a name [i, j) in apposition rather is that of the place before it:
** "an official in the capital, Kadu". One word that is no given name, behind a
** noun for no person that another preposition than "of" leads to. */
static int apposeIsPlace(const NewsNameScan *s, int iFrom, int i, int j) {
  int k = s->iMain;
  if( j > i + 1 || s->a[i].eSort == NEWS_TERM_GIVEN ||
      newsTermHuman(&s->a[k - 1]) ) {
    return 0;
  }
  while( k > iFrom && s->a[k - 1].eSort != NEWS_TERM_PREP ) k--;
  return k > iFrom && newsNameWeight(s, k - 1) < APPOSE_FIRM;
}

/* The name in apposition in terms [k, iTo), or behind further titles there,
** that commas part: the minister of state, minister of justice, [Ann Lee]. The
** first term of its apposition, 0 if there is none. */
static int apposeFind(NewsNameScan *s, int k, int iTo, int *pi, int *pj) {
  int n, iFrom = s->iFrom, bFound = 0;
  for( n = 0; n < APPOSE_TITLES && !bFound && k < iTo; n++ ) {
    if( n > 0 &&
        (s->a[iTo].eSort != NEWS_TERM_COMMA || !apposeIsTitle(s, k, iTo)) ) {
      break;
    }
    if( n > 0 ) {
      k = ++iTo;
      while( iTo < s->n && !newsNameIsBreak(s->a[iTo].eSort) ) iTo++;
    }
    s->iFrom = k;
    bFound = newsNameFind(s, k, iTo, pi, pj) && apposeIsOne(s, *pi);
    s->iFrom = iFrom;
    if( iTo >= s->n ) break;
  }
  return bFound ? k : 0;
}

void newsApposePerson(NewsNameScan *s) {
  NewsName *pName = s->pName;
  NewsSpan role;
  int i, j, iFrom = s->iFrom, iTo = s->iMain + 1;
  if( pName->bPlural || (!newsTermHuman(&s->a[s->iMain - 1]) &&
                         pName->eKind != 0 && pName->eHead != NEWS_TERM_WORD &&
                         newsNameSort(s, iTo) != NEWS_TERM_HONORIFIC) ) {
    return;
  }
  while( iTo < s->n && !newsNameIsBreak(s->a[iTo].eSort) ) iTo++;
  if( !apposeIsTold(s, iTo) ) return;
  iTo = apposeFind(s, s->iMain + 1, iTo, &i, &j);
  if( iTo == 0 || apposeIsPlace(s, iFrom, i, j) ) return;
  s->iFrom = iTo;
  newsNamePerson(s, i, j);
  s->iFrom = iFrom;
  if( j == i + 1 && !pName->mGender && s->a[i].eSort == NEWS_TERM_GIVEN &&
      apposeIsOwned(s) ) {
    pName->mGender = newsNameGender(s->a[i].mClass);
  }
  role = pName->role;
  pName->role = newsSpan(0, 0);
  newsRoleRead(s, iFrom, s->iMain);
  if( newsSpanLen(pName->role) == 0 ) pName->role = role;
}

/* The name by which an unnamed person is told behind a comma: "the driver,
** identified by police as Harold Menk,". */
static int apposeIsCalled(NewsNameScan *s, int *pi, int *pj) {
  NewsName old = *s->pName;
  int k = s->iMain + 1, iTo, iFrom = s->iFrom, bFound;
  if( newsNameSort(s, s->iMain) != NEWS_TERM_COMMA || k >= s->n ||
      s->a[k].bCap || s->a[k].eSort == NEWS_TERM_WH ||
      (s->a[k].mClass & NEWS_LEX_GER) ) {
    return 0;
  }
  for( k++; k + 1 < s->n && k < s->iMain + APPOSE_CALLED; k++ ) {
    if( s->a[k].eSort == NEWS_TERM_COMMA ) return 0;
    if( s->a[k].mClass & NEWS_LEX_SUBORD ) break;
  }
  if( k + 1 >= s->n || !(s->a[k].mClass & NEWS_LEX_SUBORD) ||
      !newsTermNameable(&s->a[k + 1]) )
    return 0;
  iTo = k + 1;
  while( iTo < s->n && !newsNameIsBreak(s->a[iTo].eSort) ) iTo++;
  s->iFrom = k + 1; /* It is nobody's object: "named by police as" */
  bFound = newsNameFind(s, k + 1, iTo, pi, pj);
  s->iFrom = iFrom;
  if( bFound && *pi == k + 1 && *pj > *pi + 1 && !s->pName->bJoint ) return 1;
  *s->pName = old;
  return 0;
}

/* The name of an unnamed person behind a relative clause and a comma: "the
** woman who found the bag, Ann Moss,". */
static int apposeIsBehind(NewsNameScan *s, int *pi, int *pj) {
  int k, iTo, iFrom = s->iFrom, bFound;
  if( newsNameSort(s, s->iMain) != NEWS_TERM_WH ) return 0;
  for( k = s->iMain + 1; k + 2 < s->n; k++ ) {
    if( s->a[k].eSort == NEWS_TERM_COMMA &&
        s->a[k + 1].eSort == NEWS_TERM_GIVEN &&
        newsTermNameable(&s->a[k + 2]) ) {
      break;
    }
  }
  if( k + 2 >= s->n ) return 0;
  iTo = k + 1;
  while( iTo < s->n && !newsNameIsBreak(s->a[iTo].eSort) ) iTo++;
  s->iFrom = k + 1;
  bFound = newsNameFind(s, k + 1, iTo, pi, pj);
  s->iFrom = iFrom;
  return bFound && *pi == k + 1 && *pj == iTo && !s->pName->bJoint;
}

int newsApposeBehind(NewsNameScan *s) {
  int i, j;
  if( !apposeIsCalled(s, &i, &j) && !apposeIsBehind(s, &i, &j) ) return 0;
  newsNamePerson(s, i, j);
  s->pName->role = newsSpan(0, 0);
  newsRoleRead(s, s->iFrom, s->iMain);
  return 1;
}
