/*
** name.c: see name.h.
**
** The terms of the phrase are read from left to right, in three steps: where
** its main part ends (a comma, a bracket, a relative clause); whether the
** main part, or what stands in apposition to it, names a person; and if not,
** which noun is its head.
*/
#include "source/namescan.h"

#include "lexicon/lexicon.h"
#include "source/source.h"

#define NAME_NICK_MAX 4 /* Terms of a nickname */
#define NAME_KNIGHTED 1 /* Weight of "Sir" */
#define NAME_FOR 7      /* Weight of what ties an office: "from", "for" */
#define NAME_BUSINESS 2 /* Weights of the nouns for businesses ... */
#define NAME_TRADE 4    /* ... and others that a name stands behind */

/* Of a word that is no noun */
#define NAME_NO_NOUN (NEWS_LEX_PART | NEWS_LEX_ADVERB)

/* May stand before a person's name that begins without given name. */
static int nameIsLead(int eSort) {
  return eSort == NEWS_TERM_HONORIFIC || eSort == NEWS_TERM_ROLE ||
         eSort == NEWS_TERM_SOURCE || eSort == NEWS_TERM_DEMONYM ||
         eSort == NEWS_TERM_RANK || eSort == NEWS_TERM_WORD ||
         eSort == NEWS_TERM_POSS || eSort == NEWS_TERM_PEOPLE ||
         eSort == NEWS_TERM_CONJ;
}

/* Whether term i, a medium's name or the noun for one, is a surname: alone
** behind a given name that is no place's ("Megan Fox", but "the Ellen Post",
** "Charlotte Herald"). */
static int nameIsMediaLast(const NewsNameScan *s, int i) {
  return i == s->iFrom + 1 && s->a[i - 1].eSort == NEWS_TERM_GIVEN &&
         (s->a[i - 1].mClass & (NEWS_LEX_MASC | NEWS_LEX_FEM)) &&
         !(s->a[i - 1].mClass & (NEWS_LEX_PLACE | NEWS_LEX_CAPITAL)) &&
         s->a[i - 1].nTok == 1;
}

/* A capitalised single word that could end a name whatever else it means
** ("Charlie King", "Jim Jordan"). */
static int nameIsLast(const NewsNameScan *s, int i, int iEnd) {
  const NewsTerm *pTerm = &s->a[i];
  int e = i + 1 < iEnd ? newsNameSort(s, i + 1) : NEWS_TERM_STOP;
  if( pTerm->nTok != 1 || !pTerm->bCap || pTerm->eSort == NEWS_TERM_POSS ||
      pTerm->eSort == NEWS_TERM_HONORIFIC || pTerm->eSort > NEWS_TERM_WORD ||
      (pTerm->eSort == NEWS_TERM_MEDIA && !nameIsMediaLast(s, i)) ) {
    return 0;
  }
  return newsNameIsBreak(e) || e == NEWS_TERM_POSS || e == NEWS_TERM_PREP ||
         e == NEWS_TERM_CONJ || e == NEWS_TERM_SUFFIX || e == NEWS_TERM_MARK;
}

int newsNameIsParticle(const NewsNameScan *s, int i, int iEnd) {
  const NewsTerm *pTerm = &s->a[i];
  const NewsToken *pTok = &s->p->pText->aTok[pTerm->iTok];
  return i + 1 < iEnd && pTerm->nTok == 1 && pTok->eKind == NEWS_TOK_WORD &&
         pTok->nByte <= NEWS_TERM_PARTICLE &&
         (pTerm->bCap ? i > s->iFrom && pTerm->eSort == NEWS_TERM_MEDIA
                      : pTerm->eSort == NEWS_TERM_WORD) && /* Van Der */
         (newsTermNameable(&s->a[i + 1]) ||
          newsNameIsParticle(s, i + 1, iEnd) ||
          (i > s->iFrom && s->a[i - 1].eSort == NEWS_TERM_GIVEN &&
           nameIsLast(s, i + 1, iEnd))); /* the last: Ana de Lima */
}

/* Past a nickname in marks at i, before a further name; or i. */
static int nameNickEnd(const NewsNameScan *s, int i, int iEnd) {
  int j = i + 1;
  if( s->a[i].eSort != NEWS_TERM_MARK ) return i;
  while( j < iEnd && j <= i + NAME_NICK_MAX &&
         s->a[j].eSort != NEWS_TERM_MARK ) {
    j++;
  }
  return j > i + 1 && j + 1 < iEnd && s->a[j].eSort == NEWS_TERM_MARK &&
                 newsTermNameable(&s->a[j + 1])
             ? j + 1
             : i;
}

/* Whether term i begins a name by what stands before it, whatever else its
** word means: a title in capitals ("Sen. Hobart Pell", "Gov. Dell Rook"). */
static int nameIsTitled(const NewsNameScan *s, int i, int iEnd) {
  return i > s->iFrom && i + 1 < iEnd && s->a[i - 1].eSort == NEWS_TERM_ROLE &&
         s->a[i - 1].bCap && (s->a[i - 1].mClass & NEWS_LEX_TITLE) &&
         s->a[i].bCap && s->a[i].nTok == 1 && newsTermBody(&s->a[i]) &&
         s->a[i].eSort != NEWS_TERM_ACRONYM && s->a[i + 1].nTok == 1 &&
         newsTermNameable(&s->a[i + 1]);
}

/* Whether term i is a place's name that a title in capitals makes all of a
** person's: "Sen. Dayton", "Mayor London"; or what many bodies are called that
** one cut short does: "Rep. Banks". */
static int nameIsNamesake(const NewsNameScan *s, int i, int iEnd) {
  int e = i + 1 < iEnd ? newsNameSort(s, i + 1) : NEWS_TERM_STOP;
  const NewsTerm *pTerm = &s->a[i], *pTitle;
  if( i == s->iFrom ) return 0;
  pTitle = pTerm - 1;
  if( pTitle->eSort != NEWS_TERM_ROLE || !pTitle->bCap ||
      !(pTitle->mClass & NEWS_LEX_TITLE) ||
      (pTitle->mClass & NEWS_LEX_PLURAL) || pTerm->nTok != 1 ||
      (i > s->iFrom + 1 && newsTermNameable(pTitle - 1)) ) {
    return 0;
  }
  if( pTerm->eSort != NEWS_TERM_PLACE &&
      !(pTerm->eSort == NEWS_TERM_ORG && pTerm->bCap &&
        (pTerm->mClass & NEWS_LEX_PLURAL) &&
        (s->p->pText->aTok[pTitle->iTok].flags & NEWS_TF_DOT)) ) {
    return 0;
  }
  return newsNameIsBreak(e) || e == NEWS_TERM_POSS || e == NEWS_TERM_PREP ||
         e == NEWS_TERM_CONJ;
}

/* End of the run of name words that begins at i. bSure: a person's. */
static int nameRunEnd(const NewsNameScan *s, int i, int iEnd, int bSure) {
  int j = i;
  while( j < iEnd ) {
    if( newsTermNameable(&s->a[j]) ) {
      bSure |= s->a[j].eSort == NEWS_TERM_GIVEN ||
               s->a[j].eSort == NEWS_TERM_INITIAL;
      j++;
    } else if( j > i && newsNameIsParticle(s, j, iEnd) ) {
      j++;
    } else if( (j > i || bSure) && bSure && nameIsLast(s, j, iEnd) ) {
      j++;
      if( newsNameSort(s, j) == NEWS_TERM_SUFFIX && j < iEnd ) j++;
      break;
    } else if( j > i && nameNickEnd(s, j, iEnd) > j ) {
      j = nameNickEnd(s, j, iEnd);
    } else {
      break;
    }
  }
  return j;
}

/* Whether term i follows a noun with an article, as what a preposition leads
** to: "the head of the museum" Ann Lee, "analyst of Acme bank" Tom Hale. */
static int nameIsBehindNoun(const NewsNameScan *s, int i) {
  int k = i - 1, bBody = (s->a[k].mClass & NEWS_LEX_ORG) != 0;
  if( s->a[k].bCap || (newsTermHuman(&s->a[k]) && !bBody) ||
      (!bBody && s->a[k].eSort != NEWS_TERM_WORD) ) {
    return 0;
  }
  while( k > s->iFrom && s->a[k].eSort != NEWS_TERM_PREP ) k--;
  return k > s->iFrom && k + 2 < i &&
         (s->a[k + 1].eSort == NEWS_TERM_DET || (bBody && s->a[k + 1].bCap));
}

/* Whether a lower-case noun stands before term i that goes on with a bare role:
** "head of operations" Sue Black, "the firm's director of retail sales" Sue
** Black. Not a "father of murdered" Ann Lee, nor the "head of retailer" Tom
** Hale, which is a body. */
static int nameIsBehindRole(const NewsNameScan *s, int i) {
  const NewsText *p = s->p->pText;
  const NewsToken *pTok;
  int k = i - 1, nSort = newsNameWeight(s, k);
  if( s->a[i].eSort != NEWS_TERM_GIVEN || (s->a[k].mClass & NAME_NO_NOUN) ||
      (s->a[k].eSort == NEWS_TERM_ORG && nSort >= NAME_BUSINESS &&
       nSort <= NAME_TRADE) ) {
    return 0;
  }
  while( k > s->iFrom && !s->a[k].bCap &&
         (s->a[k].eSort == NEWS_TERM_WORD || s->a[k].eSort == NEWS_TERM_ORG ||
          s->a[k].eSort == NEWS_TERM_CONJ) ) {
    k--;
  }
  if( k + 1 >= i || k <= s->iFrom || s->a[k].eSort != NEWS_TERM_PREP ||
      newsNameWeight(s, k) < NAME_FOR ) {
    return 0;
  }
  k--;
  pTok = &p->aTok[s->a[k].iTok + s->a[k].nTok - 1];
  if( s->a[k].eSort != NEWS_TERM_ROLE || (s->a[k].mClass & NEWS_LEX_PLURAL) ||
      newsTextWeight(p, pTok->iWord) == NEWS_LEXICON_KIN ) {
    return 0;
  }
  while( k > s->iFrom && s->a[k].eSort != NEWS_TERM_POSS &&
         !newsTermOpens(&s->a[k]) ) {
    k--;
  }
  return !newsTermOpens(&s->a[k]);
}

/* Whether what stands before term i makes its name another's: "advisers to
** Mr. Obama" are not Mr. Obama, but "Assistant to the Secretary for Public
** Affairs John Kirby" is Kirby: there a body's name stands between; and "Head
** of the Office of the President Ann Lee" is Lee, for an office without an
** article needs a name. */
static int nameIsObject(const NewsNameScan *s, int i) {
  int k = s->iFrom, bHuman = 0;
  if( newsTermHuman(&s->a[k]) && s->a[k].bCap && i > k + 2 &&
      !(s->a[k].mClass & NEWS_LEX_PLURAL) &&
      s->a[i - 1].eSort == NEWS_TERM_ROLE &&
      s->a[i - 2].eSort == NEWS_TERM_DET ) {
    return 0;
  }
  for( ; k < i && s->a[k].eSort != NEWS_TERM_PREP; k++ ) {
    bHuman |= newsTermHuman(&s->a[k]);
  }
  if( k >= i || k == s->iFrom || (bHuman && nameIsBehindNoun(s, i)) ||
      nameIsBehindRole(s, i) ) {
    return 0;
  }
  return !bHuman || !s->a[i - 1].bCap || s->a[i - 1].eSort > NEWS_TERM_WORD ||
         s->a[i - 1].eSort == NEWS_TERM_HONORIFIC ||
         s->a[i - 1].eSort == NEWS_TERM_ROLE ||
         s->a[i - 1].eSort == NEWS_TERM_RANK;
}

/* Whether capitals go on behind the run that ends at j, over "and", to the noun
** of a body: "Science" and Trade Daily. */
static int nameIsOfBody(const NewsNameScan *s, int j, int iEnd) {
  const NewsTerm *pLast = &s->a[iEnd - 1];
  if( j + 1 >= iEnd || s->a[j].eSort != NEWS_TERM_CONJ ||
      (pLast->eSort != NEWS_TERM_MEDIA && pLast->eSort != NEWS_TERM_ORG) ) {
    return 0;
  }
  while( ++j < iEnd && s->a[j].bCap ) {
  }
  return j == iEnd;
}

/* Whether the run [i, j) ends a title of a body by name, as the one who has it:
** "Vice Director of the Velm Space Agency" Wen Yan. */
static int nameIsOfficer(const NewsNameScan *s, int i, int j) {
  int k = s->iFrom;
  if( (j != s->iMain && newsNameSort(s, j) != NEWS_TERM_PREP) || j < i + 2 ||
      !s->a[i - 1].bCap ) {
    return 0;
  }
  while( k < i && !newsTermHuman(&s->a[k]) ) k++;
  while( k < i && s->a[k].eSort != NEWS_TERM_PREP ) k++;
  return k < i;
}

int newsNameIsAmpersand(const NewsNameScan *s, int i) {
  return i > s->iFrom && i + 1 < s->n && s->a[i].eSort == NEWS_TERM_CONJ &&
         s->p->pText->aTok[s->a[i].iTok].hash == '&' && s->a[i - 1].bCap &&
         s->a[i + 1].bCap;
}

/* Whether the letters before term i of a transcript's label are a rank, as the
** whole is in capitals: "SP VASHISHT:" */
static int nameIsRanked(const NewsNameScan *s, int i, int j) {
  const NewsToken *a = s->p->pText->aTok;
  u32 iTo = s->a[s->n - 1].iTok + s->a[s->n - 1].nTok;
  return i == 1 && s->iFrom == 0 && j == s->n &&
         s->a[0].eSort == NEWS_TERM_ACRONYM &&
         (a[s->a[0].iTok].flags & NEWS_TF_LINE) && newsTokPunct(&a[iTo], ':') &&
         (a[s->a[i].iTok].flags & NEWS_TF_UPPER);
}

/* Whether a term is letters behind a person's name: "KC", "M.D.", "MP". */
static int nameIsLetters(const NewsNameScan *s, int k) {
  if( s->a[k].eSort != NEWS_TERM_SUFFIX ) return 0;
  return (s->a[k].mClass & NEWS_LEX_TITLE) ||
         newsNameWeight(s, k) == NEWS_NAME_LETTERS;
}

static int nameIsJunior(const NewsNameScan *s, int k) {
  return s->a[k].eSort == NEWS_TERM_SUFFIX &&
         newsNameWeight(s, k) == NEWS_LEXICON_JUNIOR;
}

/* Whether the run [i, j) of the main part may be a person's name, by what
** stands before and after it. */
static int nameRunIsPerson(const NewsNameScan *s, int i, int j, int iEnd) {
  int ePrev = i > s->iFrom ? s->a[i - 1].eSort : NEWS_TERM_STOP;
  int eNext = j < iEnd ? s->a[j].eSort : NEWS_TERM_STOP;
  int bSure = ePrev == NEWS_TERM_HONORIFIC;
  int k;
  if( ePrev == NEWS_TERM_ROLE && s->a[i - 1].bCap &&
      (s->a[i - 1].mClass & NEWS_LEX_TITLE) ) {
    bSure = 1;
  }
  if( j <= i || nameIsObject(s, i) ) return 0;
  if( newsNameIsAmpersand(s, j) || newsNameIsAmpersand(s, i - 1) ) return 0;
  if( i > s->iFrom + 1 && newsNameIsParticle(s, i - 1, j) &&
      newsTermBody(&s->a[i - 2]) ) {
    return 0; /* "La Tribune du Nord" */
  }
  if( ePrev == NEWS_TERM_DET && !(s->a[i - 1].mClass & NEWS_LEX_PLURAL) &&
      (j > i + 1 || s->a[i].eSort == NEWS_TERM_CAP) ) {
    return 0; /* "the River Service", "the Legion" */
  }
  if( ePrev == NEWS_TERM_ORG && !bSure && !nameIsOfficer(s, i, j) &&
      !(s->a[i].eSort == NEWS_TERM_GIVEN && j > i + 1 &&
        (nameIsBehindNoun(s, i) || nameIsBehindRole(s, i))) ) {
    return 0; /* "energy company Acme" */
  }
  for( k = i; k < j && s->a[k].eSort != NEWS_TERM_GIVEN; k++ ) {
  }
  if( k == j && j > i + 1 && ePrev == NEWS_TERM_ROLE &&
      s->a[j - 1].eSort == NEWS_TERM_ORG ) {
    return 0; /* the General Medical Council */
  }
  bSure |= k < j;
  if( j > i + 1 ) bSure |= nameIsLetters(s, j - 1) || nameIsJunior(s, j - 1);
  if( !newsNameIsBreak(eNext) && eNext != NEWS_TERM_PREP &&
      eNext != NEWS_TERM_CONJ && eNext != NEWS_TERM_NUMBER &&
      eNext != NEWS_TERM_MARK && eNext != NEWS_TERM_TIME &&
      !(eNext == NEWS_TERM_POSS && j + 1 >= s->n) ) {
    return 0;
  }
  if( s->a[j - 1].eSort == NEWS_TERM_SUFFIX &&
      (j - i == 1 || !bSure || (s->a[j - 1].mClass & NEWS_LEX_ORG)) ) {
    return 0; /* "Acme Corp." */
  }
  if( s->a[j - 1].eSort == NEWS_TERM_ORG && !bSure ) return 0;
  if( bSure ) return 1;
  if( (s->a[j - 1].mClass & NEWS_LEX_ORG) || nameIsOfBody(s, j, iEnd) ) {
    return 0;
  }
  if( ePrev == NEWS_TERM_ORG ) return nameIsOfficer(s, i, j);
  if( nameIsRanked(s, i, j) ) return 1;
  if( ePrev == NEWS_TERM_CAP ) return s->a[s->iFrom].eSort == NEWS_TERM_ROLE;
  return i == s->iFrom || nameIsLead(ePrev) || ePrev == NEWS_TERM_DET;
}

/* Where a person's name begins in the run [i, j): at its given name, where
** other words stand before that ("for Public Affairs John Kirby"). */
static int nameRestart(const NewsNameScan *s, int i, int j) {
  int k, bPrep = 0;
  if( s->a[i].eSort == NEWS_TERM_GIVEN || s->a[i].eSort == NEWS_TERM_INITIAL ) {
    return i;
  }
  for( k = s->iFrom; k < i; k++ ) bPrep |= s->a[k].eSort == NEWS_TERM_PREP;
  for( k = i + 1; k + 1 < j; k++ ) {
    if( s->a[k].eSort != NEWS_TERM_GIVEN ) continue;
    if( k > i + 1 || bPrep ) {
      return s->a[k - 1].eSort == NEWS_TERM_INITIAL ? i : k;
    }
  }
  /* "Minister for External Communication Ilmar Kest" */
  return bPrep && j == s->iMain && j > i + 2 ? j - 2 : i;
}

/* Whether the name at i, with its titles, follows a conjunction, and the name
** [iOld, jOld). Where more than titles stands between, that may be a body's
** that goes on: "Fisheries and Coast Guard Chairwoman Ann Lund" is one. */
static int nameIsJoined(const NewsNameScan *s, int i, int iOld, int jOld) {
  int bOther = 0, bOwn = 0;
  while( --i > s->iFrom ) {
    int e = s->a[i].eSort;
    if( e != NEWS_TERM_DET && (e <= NEWS_TERM_SUFFIX || e > NEWS_TERM_WORD) ) {
      break;
    }
    bOwn = e == NEWS_TERM_DET; /* Lund and her brother Karl */
    bOther |= e != NEWS_TERM_HONORIFIC && e != NEWS_TERM_ROLE;
  }
  return i > s->iFrom && s->a[i].eSort == NEWS_TERM_CONJ &&
         (!bOther || bOwn || jOld - iOld > 1 ||
          (iOld > s->iFrom && newsTermHuman(&s->a[iOld - 1])));
}

/* Whether the name found, terms [i, j), rather is of a title that a further
** preposition goes on with: "Minister of Public Works for Trade Jane Doe". */
static int nameGoesOn(const NewsNameScan *s, int i, int j, int iEnd) {
  int k, bPrep = 0;
  for( k = i; k < j; k++ ) {
    if( s->a[k].eSort == NEWS_TERM_GIVEN ) return 0;
  }
  for( k = s->iFrom; k < i; k++ ) bPrep |= s->a[k].eSort == NEWS_TERM_PREP;
  return bPrep && iEnd > j + 3 && newsTermNameable(&s->a[iEnd - 1]) &&
         newsTermNameable(&s->a[iEnd - 2]) && s->a[iEnd - 1].nTok == 1;
}

/* Whether an honorific stands before given names too: "Sir Ian". */
static int nameIsKnighted(const NewsNameScan *s, int i) {
  return newsNameWeight(s, i) == NAME_KNIGHTED;
}

/* Whether a term makes what follows it a person's name, if its last word is a
** place's too: "Sen. Tom Houston", "striker Rafa Lima". */
static int nameIsOffice(const NewsTerm *p) {
  return (p->bCap && (p->mClass & NEWS_LEX_TITLE)) ||
         (p->eSort == NEWS_TERM_ROLE && !(p->mClass & NEWS_LEX_PLURAL));
}

int newsNameFind(NewsNameScan *s, int iFrom, int iEnd, int *pi, int *pj) {
  int i = iFrom, j, bFound = 0;
  while( i < iEnd ) {
    int e = s->a[i].eSort;
    if( e == NEWS_TERM_PREP && bFound ) {
      if( !nameGoesOn(s, *pi, *pj, iEnd) ) break;
      bFound = 0;
    }
    if( e == NEWS_TERM_HONORIFIC ) {
      j = nameRunEnd(s, i + 1, iEnd, 1);
      if( j == i + 1 ) {
        i++;
        continue;
      }
      i++;
      s->pName->bHonorific = nameIsKnighted(s, i - 1) ? 2 : 1;
      s->pName->mGender |=
          (s->a[i - 1].mClass & NEWS_LEX_MASC ? NEWS_MALE : 0) |
          (s->a[i - 1].mClass & NEWS_LEX_FEM ? NEWS_FEMALE : 0);
    } else if( nameIsTitled(s, i, iEnd) ) {
      j = nameRunEnd(s, i + 1, iEnd, 1);
    } else if( nameIsNamesake(s, i, iEnd) ) {
      j = i + 1;
    } else if( newsTermNameable(&s->a[i]) ) {
      j = nameRunEnd(s, i, iEnd, i > s->iFrom && nameIsOffice(&s->a[i - 1]));
      i = nameRestart(s, i, j);
    } else {
      i++;
      continue;
    }
    if( nameRunIsPerson(s, i, j, iEnd) ) {
      if( bFound && nameIsJoined(s, i, *pi, *pj) ) {
        s->pName->bJoint = 1;
      } else {
        *pi = i;
      }
      *pj = j;
      bFound = 1;
    }
    i = NEWS_MAX(j, i + 1);
  }
  return bFound;
}

/* The pronoun or empty phrase that a mention is. Returns 1 if it is one. */
static int namePronoun(NewsNameScan *s) {
  NewsName *pName = s->pName;
  const NewsTerm *pTerm = &s->a[s->iFrom];
  u64 m = pTerm->mClass;
  int n = s->iMain - s->iFrom;
  if( pTerm->eSort == NEWS_TERM_WH && s->n == s->iFrom + 1 ) n = 1;
  if( n != 1 ) return 0;
  if( (m & (NEWS_LEX_PRON | NEWS_LEX_WH_WORD)) == 0 &&
      !((m & NEWS_LEX_DET) &&
        (m & (NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL))) ) {
    return 0; /* "his" may be one too */
  }
  if( m & (NEWS_LEX_INDEF | NEWS_LEX_OTHER) ) return 0;
  if( (m & (NEWS_LEX_SUBJECT | NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL |
            NEWS_LEX_FIRST | NEWS_LEX_SECOND | NEWS_LEX_WH_WORD)) == 0 ) {
    return 0; /* "someone" is new */
  }
  if( pTerm->eSort != NEWS_TERM_PRON && pTerm->eSort != NEWS_TERM_WH &&
      pTerm->eSort != NEWS_TERM_DET ) {
    return 0;
  }
  pName->eDef = NEWS_NAME_PRONOUN;
  pName->eHead = pTerm->eSort;
  pName->iHead = pTerm->iTok;
  pName->mGender = newsNameGender(m);
  pName->bPlural = (m & NEWS_LEX_PLURAL) != 0;
  pName->bFirst = (m & (NEWS_LEX_FIRST | NEWS_LEX_SECOND)) != 0;
  pName->eKind = pName->bPlural ? NEWS_GROUP : NEWS_PERSON;
  return 1;
}

/* Whether the verb at i rather is a participle or noun within the phrase:
** "the accused man", "a federally mandated wage", "the planning", "consumer
** credit agency". */
static int nameIsInside(const NewsNameScan *s, int i) {
  int e = newsNameSort(s, i + 1);
  if( (s->a[i].mClass & NEWS_LEX_BASE) && e >= NEWS_TERM_MEDIA &&
      e <= NEWS_TERM_DOCUMENT && e != NEWS_TERM_HONORIFIC && i > s->iFrom &&
      !(s->a[i - 1].mClass & NEWS_LEX_PLURAL) && !s->a[i + 1].bCap ) {
    return 1;
  }
  if( i > s->iFrom && s->a[i - 1].eSort == NEWS_TERM_WORD ) i--;
  return i > s->iFrom &&
         (newsTermOpens(&s->a[i - 1]) || s->a[i - 1].eSort == NEWS_TERM_POSS ||
          s->a[i - 1].eSort == NEWS_TERM_RANK);
}

/* End of the main part that begins at i. */
static int nameMainEnd(const NewsNameScan *s, int i) {
  int bNoun = 0;
  for( ; i < s->n; i++ ) {
    int e = s->a[i].eSort;
    if( e == NEWS_TERM_VERB && (!bNoun || nameIsInside(s, i)) ) continue;
    if( e == NEWS_TERM_VERB && (s->a[i].mClass & NEWS_LEX_PART) &&
        newsNameSort(s, i + 1) == NEWS_TERM_PREP ) {
      continue; /* "a lawsuit filed by tenants" */
    }
    if( e == NEWS_TERM_VERB && i > s->iFrom && newsTermHuman(&s->a[i - 1]) &&
        (s->a[i].mClass & (NEWS_LEX_GER | NEWS_LEX_CUE)) == NEWS_LEX_GER ) {
      continue; /* "a guard standing near the gate" */
    }
    if( e == NEWS_TERM_VERB && i > s->iFrom + 1 &&
        (s->a[i].mClass & NEWS_LEX_BASE) &&
        (s->a[i - 1].mClass & NEWS_LEX_INF) ) {
      continue; /* "an envoy trying to save it" */
    }
    if( i > s->iFrom && newsNameIsBreak(e) ) break;
    if( i > s->iFrom && (s->a[i].mClass & NEWS_LEX_WH_WORD) ) break; /* whose */
    if( i > s->iFrom && e != NEWS_TERM_PREP &&
        (s->a[i].mClass & NEWS_LEX_SUBORD) ) {
      break;
    }
    bNoun |= e <= NEWS_TERM_WORD && e != NEWS_TERM_RANK &&
             e != NEWS_TERM_NUMBER && e != NEWS_TERM_TIME;
  }
  return i;
}

/* Where words of anonymity begin behind the noun of the main part, or its end:
** an engineer ["on condition of anonymity"]. */
static int nameAnonymous(const NewsNameScan *s) {
  int i, bNoun = 0;
  for( i = s->iFrom; i < s->iMain; i++ ) {
    const NewsPhrase *pPhrase = newsTextPhrase(s->p->pText, s->a[i].iTok);
    if( bNoun && pPhrase && (pPhrase->mClass & NEWS_LEX_ANONYMITY) ) return i;
    bNoun |= newsTermHuman(&s->a[i]);
  }
  return i;
}

/* End of the description in the main part: no adverb, preposition or article
** hangs at its end. */
static int nameDescEnd(const NewsNameScan *s) {
  int i = nameAnonymous(s);
  if( i > s->iFrom + 1 && newsNameSort(s, i) == NEWS_TERM_VERB &&
      s->a[i - 1].eSort == NEWS_TERM_WORD && newsTermHuman(&s->a[i - 2]) ) {
    i--; /* "a man fatally" shot */
  }
  while( i > s->iFrom + 1 && ((newsTermOpens(&s->a[i - 1]) &&
                               s->a[i - 1].eSort != NEWS_TERM_NUMBER) ||
                              s->a[i - 1].eSort == NEWS_TERM_PREP ||
                              s->a[i - 1].eSort == NEWS_TERM_CONJ ||
                              (s->a[i - 1].eSort == NEWS_TERM_WORD &&
                               (s->a[i - 1].mClass & NEWS_LEX_ADVERB))) ) {
    i--;
  }
  return i;
}

/* Where the main part begins and ends, and how it opens. */
static void nameBounds(NewsNameScan *s) {
  NewsName *pName = s->pName;
  int i = 0, e;
  while( s->n > 0 && (newsNameSort(s, s->n - 1) == NEWS_TERM_COMMA ||
                      newsNameSort(s, s->n - 1) == NEWS_TERM_OPEN ||
                      newsNameSort(s, s->n - 1) == NEWS_TERM_STOP) ) {
    s->n--;
  }
  if( s->n > 1 && (newsNameSort(s, s->n - 1) == NEWS_TERM_POSS ||
                   newsNameSort(s, s->n - 1) == NEWS_TERM_MARK) ) {
    pName->bPossessive = newsNameSort(s, s->n - 1) == NEWS_TERM_POSS;
    s->n--;
  }
  while( i + 1 < s->n &&
         ((newsNameIsBreak(s->a[i].eSort) && s->a[i].eSort != NEWS_TERM_WH) ||
          s->a[i].eSort == NEWS_TERM_PREP || s->a[i].eSort == NEWS_TERM_MARK ||
          s->a[i].eSort == NEWS_TERM_CONJ) ) {
    i++;
  }
  s->iFrom = i;
  e = newsNameSort(s, i);
  pName->eDef = e == NEWS_TERM_DET     ? NEWS_NAME_DEF
                : e == NEWS_TERM_INDEF ? NEWS_NAME_INDEF
                : e == NEWS_TERM_OTHER ? NEWS_NAME_OTHER
                                       : NEWS_NAME_BARE;
  if( e == NEWS_TERM_DET && newsNameSort(s, i + 1) == NEWS_TERM_OTHER ) {
    pName->eDef = NEWS_NAME_OTHER;
  }
  s->iMain = nameMainEnd(s, i);
  pName->desc = newsNameSpan(s, s->iFrom, nameDescEnd(s));
}

void newsNamePerson(NewsNameScan *s, int i, int j) {
  NewsName *pName = s->pName;
  int k;
  while( j > i + 1 && nameIsLetters(s, j - 1) ) j--;
  pName->name = newsNameSpan(s, i, j);
  pName->bNamed = 1;
  pName->eKind = NEWS_PERSON;
  pName->bPlural = pName->bJoint;
  pName->eHead = NEWS_TERM_CAP;
  pName->iHead = s->a[j - 1].iTok;
  if( !pName->bHonorific && s->a[i].eSort == NEWS_TERM_GIVEN && j > i + 1 ) {
    pName->mGender |= newsNameGender(s->a[i].mClass);
  }
  pName->bSure = pName->bHonorific || s->a[i].eSort == NEWS_TERM_GIVEN;
  for( k = s->iFrom; k < i; k++ ) {
    if( !newsTermHuman(&s->a[k]) ) continue;
    pName->bSure = 1;
    if( !pName->mGender ) pName->mGender = newsNameGender(s->a[k].mClass);
  }
  if( pName->mGender == (NEWS_MALE | NEWS_FEMALE) ) pName->mGender = 0;
  newsRoleRead(s, s->iFrom, i);
  if( j < s->iMain && s->a[j].eSort == NEWS_TERM_PREP ) {
    newsRoleBehind(s, j, s->iMain); /* "Mr. Morgan of the Sierra Club" */
  }
}

/* A title that must be a surname, since an apposition tells who that is:
** "Dean, a former chairman". */
static int nameIsTitleName(const NewsNameScan *s) {
  int i = s->iMain;
  return i == s->iFrom + 1 && s->a[s->iFrom].eSort == NEWS_TERM_ROLE &&
         s->a[s->iFrom].bCap && s->a[s->iFrom].nTok == 1 &&
         !(s->a[s->iFrom].mClass & NEWS_LEX_PLURAL) &&
         newsNameSort(s, i) == NEWS_TERM_COMMA &&
         (newsNameSort(s, i + 1) == NEWS_TERM_INDEF ||
          newsNameSort(s, i + 1) == NEWS_TERM_DET);
}

/* Whether a noun alone before a cue of speech must be a surname, for no article
** stands there and no headline leaves it out: ["Baker"] said. What one calls
** one's mother, "Mum", is none. */
static int nameIsBareName(const NewsNameScan *s) {
  const NewsText *p = s->p->pText;
  const NewsTerm *pTerm = &s->a[s->iFrom];
  const NewsToken *pTok = &p->aTok[pTerm->iTok], *pLast;
  const u64 mTense = NEWS_LEX_PAST | NEWS_LEX_THIRD;
  if( s->n != 1 || pTerm->nTok != 1 || pTerm->eSort != NEWS_TERM_ROLE ||
      (pTok->flags & (NEWS_TF_CAP | NEWS_TF_UPPER | NEWS_TF_DOT)) !=
          NEWS_TF_CAP ||
      !(pTok->flags & NEWS_TF_SENT) || (pTerm->mClass & NEWS_LEX_PLURAL) ||
      newsTextWeight(p, pTok->iWord) == NEWS_LEXICON_KIN ||
      newsTermsCapital(s->p, pTok) || (pTok[1].flags & NEWS_TF_CAP) ||
      !newsTokIs(&pTok[1], NEWS_LEX_CUE) || !newsTokIs(&pTok[1], mTense) ||
      !newsTokIs(&pTok[1], NEWS_LEX_BARE) ) {
    return 0;
  }
  pLast = &p->aTok[newsTextParaSpan(p, newsTextPara(p, pTerm->iTok)).iTo - 1];
  return pLast->eKind == NEWS_TOK_MARK || newsTokStop(pLast);
}

/* The label of a transcript, "Q:": the mention is read as a person who has
** it instead of a name. */
static int nameLabel(const NewsTerms *p, NewsSpan tok, NewsName *pName) {
  const NewsToken *pTok = &p->pText->aTok[tok.iFrom];
  if( newsSpanLen(tok) != 1 || pTok->eKind != NEWS_TOK_WORD ||
      !(pTok->flags & NEWS_TF_CAP) || !(pTok->flags & NEWS_TF_LINE) ||
      pTok->nByte - ((pTok->flags & NEWS_TF_DOT) != 0) != 1 ||
      !(newsTokPunct(pTok + 1, ':') || newsTokPunct(pTok + 1, '.') ||
        (pTok->flags & NEWS_TF_DOT)) ) {
    return 0;
  }
  pName->name = pName->desc = tok;
  pName->iHead = tok.iFrom;
  pName->eHead = NEWS_TERM_ROLE;
  pName->eKind = NEWS_PERSON;
  return 1;
}

/* Whether a name that ends before term j goes on with somebody without one:
** "Ann Lee and her husband". */
static int nameHasCompany(const NewsNameScan *s, int j) {
  if( newsNameSort(s, j) != NEWS_TERM_CONJ || j + 2 >= s->iMain + 1 ||
      !(s->a[j + 1].mClass &
        (NEWS_LEX_DET | NEWS_LEX_NUMBER | NEWS_LEX_INDEF)) ) {
    return 0;
  }
  return s->a[s->iMain - 1].eSort >= NEWS_TERM_ROLE &&
         newsTermHuman(&s->a[s->iMain - 1]);
}

/* Whether capitals joined by an ampersand are all there is: "Quill & Sons".
** Reads the firm's name. */
static int nameIsFirm(NewsNameScan *s) {
  int i, bFirm = 0;
  for( i = s->iFrom; i < s->iMain; i++ ) {
    if( newsNameIsAmpersand(s, i) ) {
      bFirm = 1;
    } else if( !s->a[i].bCap ) {
      return 0;
    }
  }
  if( !bFirm ) return 0;
  s->pName->name = newsNameSpan(s, s->iFrom, s->iMain);
  s->pName->role = newsSpan(0, 0);
  s->pName->bNamed = 1;
  s->pName->bPlural = 0;
  s->pName->eKind = NEWS_ORGANISATION;
  return 1;
}

/* Leave out what only stresses a name: the minister "himself". */
static void nameUnstress(NewsNameScan *s) {
  if( s->n > 1 && s->a[s->n - 1].eSort == NEWS_TERM_PRON &&
      !(s->a[s->n - 1].mClass & NEWS_LEX_SUBJECT) &&
      s->a[s->n - 2].eSort <= NEWS_TERM_WORD ) {
    s->n--;
  }
}

/* Read a mention whose main part holds the name of a person, terms [i, j). */
static void nameReadPerson(NewsNameScan *s, int i, int j) {
  u8 eBody;
  if( nameHasCompany(s, j) ) {
    s->pName->bJoint = 1;
    j = s->iMain;
  }
  newsNamePerson(s, i, j);
  eBody = s->pName->bSure ? 0 : newsApposeBody(s);
  if( eBody ) {
    s->pName->eKind = eBody;
  } else {
    newsRoleAppositions(s, 1);
  }
}

/* Whether a name follows behind the comma at term i, and a noun for a person
** stands before: the head of the fund (AF), "Ann Lee". */
static int nameIsHeadApposed(const NewsNameScan *s, int i) {
  int k = i;
  if( newsNameSort(s, i) != NEWS_TERM_COMMA || i + 1 >= s->n ||
      !newsTermNameable(&s->a[i + 1]) ) {
    return 0;
  }
  while( k > 0 && !newsTermHuman(&s->a[k - 1]) ) k--;
  return k > 0;
}

/* Leave out the brackets around an honorific: Chief "(Mrs)" Ann Lee. */
static void nameUnbracketStyle(NewsNameScan *s) {
  int i;
  for( i = 1; i + 3 < s->n; i++ ) {
    if( s->a[i].eSort != NEWS_TERM_OPEN ||
        s->a[i + 1].eSort != NEWS_TERM_HONORIFIC ||
        s->a[i + 2].eSort != NEWS_TERM_CLOSE ||
        !newsTermNameable(&s->a[i + 3]) ) {
      continue;
    }
    s->a[i] = s->a[i + 1];
    s->n -= 2;
    memmove(&s->a[i + 1], &s->a[i + 3],
            (size_t)(s->n - i - 1) * sizeof(NewsTerm));
  }
}

/* Whether the bracket at term i tells what of somebody is, behind the title and
** before the name: Minister "(Works)" Ann Lee. */
static int nameIsPortfolio(const NewsNameScan *s, int i) {
  return s->a[i + 1].bCap && newsTermHuman(&s->a[i - 1]) &&
         newsTermNameable(&s->a[i + 3]);
}

/* Leave out the letters by which a body or an office goes where a name or a
** noun for a person follows: Acme Fund "(AF)" chief Ann Lee, Superintendent of
** Police "(SP)" Tom Hale. The letters of an office are an alias. */
static void nameUnbracket(NewsNameScan *s) {
  int i;
  for( i = 1; i + 3 < s->n; i++ ) {
    const NewsTerm *pTerm = &s->a[i];
    const NewsToken *pTok = &s->p->pText->aTok[pTerm->iTok];
    int bUpper = (pTok[1].flags & NEWS_TF_UPPER) != 0;
    int bName = newsTermNameable(&pTerm[3]) ||
                (pTerm[3].eSort == NEWS_TERM_PREP && newsTermHuman(pTerm - 1));
    if( !(newsTokPunct(pTok, '(') || newsTokPunct(pTok, '[')) ||
        pTerm[1].nTok > 1 || !(bUpper || nameIsPortfolio(s, i)) ||
        pTerm[2].eSort != NEWS_TERM_CLOSE ||
        !(bName || newsTermHuman(&pTerm[3]) ||
          pTerm[3].eSort == NEWS_TERM_RANK || nameIsHeadApposed(s, i + 3)) ) {
      continue;
    }
    if( bName && bUpper ) s->pName->alias = newsNameSpan(s, i + 1, i + 2);
    s->n -= 3;
    memmove(&s->a[i], &s->a[i + 3], (size_t)(s->n - i) * sizeof(NewsTerm));
  }
}

void newsNameRead(const NewsTerms *p, NewsSpan tok, NewsName *pName) {
  NewsNameScan s;
  int i = 0, j = 0;
  memset(pName, 0, sizeof(*pName));
  pName->all = tok;
  if( nameLabel(p, tok, pName) ) return;
  s.p = p;
  s.pName = pName;
  s.n = newsTermsRead(p, tok, s.a, NEWS_NAME_TERMS);
  if( s.n == 0 ) return;
  nameUnstress(&s);
  nameUnbracketStyle(&s);
  nameUnbracket(&s);
  nameBounds(&s);
  if( s.iMain <= s.iFrom ) {
    pName->desc = tok;
    return;
  }
  if( namePronoun(&s) ) return;
  if( newsNameFind(&s, s.iFrom, s.iMain, &i, &j) ) {
    nameReadPerson(&s, i, j);
    return;
  }
  if( nameIsTitleName(&s) || nameIsBareName(&s) ) {
    newsNamePerson(&s, s.iFrom, s.iMain);
    newsRoleAppositions(&s, 1);
    return;
  }
  newsNameDescribe(&s);
  if( newsApposeBodyName(&s) || nameIsFirm(&s) || newsApposeBare(&s) ) return;
  newsApposePerson(&s);
  if( pName->eKind == NEWS_PERSON && !pName->bNamed && !pName->bPlural &&
      newsApposeBehind(&s) ) {
    return;
  }
  newsRoleAppositions(&s, pName->bNamed);
}
