/*
** role.c: what a mention says of office and affiliation: see namescan.h.
*/
#include "source/namescan.h"

#include "lexicon/lexicon.h"

/* First term of [i, iEnd) that begins a body's name, iEnd if none does. */
static int roleFindBody(const NewsNameScan *s, int i, int iEnd) {
  while( i < iEnd && !(s->a[i].bCap && (newsTermBody(&s->a[i]) ||
                                        newsTermNameable(&s->a[i]))) ) {
    i++;
  }
  return i;
}

/* Tokens at the beginning of a role's phrase that name a body or a place by
** themselves ("White House press secretary": 2). */
static u32 rolePrefix(const NewsNameScan *s, const NewsTerm *pTerm) {
  const u64 m = NEWS_LEX_ORGNAME | NEWS_LEX_PLACE | NEWS_LEX_CAPITAL |
                NEWS_LEX_MEDIA | NEWS_LEX_AGENCY | NEWS_LEX_DEMONYM;
  const NewsText *pText = s->p->pText;
  const NewsVocab *pVocab = pText->pVocab;
  u32 iState = 0, n, nBest = 0;
  for( n = 0; n + 1 < pTerm->nTok; n++ ) {
    const NewsToken *pTok = &pText->aTok[pTerm->iTok + n];
    if( n == 0 && newsTokIs(pTok, m) ) nBest = 1;
    iState = newsVocabStep(pVocab, iState, pTok->hash);
    if( iState == 0 ) break;
    if( n > 0 && pVocab->aEnd[iState] ) {
      const NewsWord *pWord = &pVocab->aWord[pVocab->aEnd[iState]];
      if( (pWord->mAny | pWord->mCap) & m ) nBest = n + 1;
    }
  }
  return nBest;
}

/* What stands before the first noun for a person, iRole, in a role from i on
** is its affiliation, if it names a body. Returns the first token of the
** rest. */
static u32 roleBefore(NewsNameScan *s, int i, int iRole) {
  NewsName *pName = s->pName;
  int k, m = i;
  u32 n;
  for( k = i; k < iRole; k++ ) {
    if( s->a[k].eSort != NEWS_TERM_POSS ) continue;
    /* "the company's chief executive", "Clinton's campaign manager" */
    if( s->a[m].bCap && newsSpanLen(pName->affil) == 0 ) {
      pName->affil = newsNameSpan(s, m, k);
    }
    m = i = k + 1;
  }
  k = i;
  while( k < iRole && s->a[k].eSort == NEWS_TERM_RANK ) k++;
  m = k;
  while( m < iRole && s->a[m].bCap &&
         (newsTermBody(&s->a[m]) || newsTermNameable(&s->a[m])) ) {
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
  n = k == iRole && s->a[k].bCap ? rolePrefix(s, &s->a[k]) : 0;
  if( n == 0 ) return s->a[i].iTok;
  if( newsSpanLen(pName->affil) == 0 ) {
    pName->affil = newsSpan(s->a[k].iTok, s->a[k].iTok + n);
  }
  return s->a[k].iTok + (k == i ? n : 0);
}

/* A body behind a preposition, iPrep, of a role that ends at j is its
** affiliation. Returns the end of the rest. */
int newsRoleBehind(NewsNameScan *s, int iPrep, int j) {
  int k = roleFindBody(s, iPrep + 1, j);
  if( k >= j || !newsTermBody(&s->a[j - 1]) ) return j;
  if( newsSpanLen(s->pName->affil) == 0 )
    s->pName->affil = newsNameSpan(s, k, j);
  return k == iPrep + 1 || s->a[k - 1].eSort == NEWS_TERM_DET ? iPrep : j;
}

/*
** Part a role [i, j) into role and affiliation: what stands before the first
** noun for a person ("White House press secretary"), or behind a preposition
** ("director of the Arms Control Association") and names a body.
*/
void newsRoleRead(NewsNameScan *s, int i, int j) {
  NewsName *pName = s->pName;
  int k, iRole = -1, iPrep = -1;
  u32 iTok;
  while( i < j &&
         (newsTermOpens(&s->a[i]) || s->a[i].eSort == NEWS_TERM_COMMA) ) {
    i++;
  }
  for( k = i; k < j && s->a[k].eSort != NEWS_TERM_WH; k++ ) {
    if( s->a[k].eSort == NEWS_TERM_OPEN ) break;
    if( iRole < 0 && newsTermHuman(&s->a[k]) ) iRole = k;
    if( iPrep < 0 && iRole >= 0 && s->a[k].eSort == NEWS_TERM_PREP ) iPrep = k;
  }
  j = k;
  while( j > i && s->a[j - 1].eSort >= NEWS_TERM_DET &&
         s->a[j - 1].eSort != NEWS_TERM_VERB ) {
    j--;
  }
  if( iRole < 0 || iRole >= j ) return;
  if( iPrep > 0 && iPrep < j ) j = newsRoleBehind(s, iPrep, j);
  iTok = roleBefore(s, i, iRole);
  if( newsSpanLen(pName->role) == 0 ) {
    pName->role = newsSpan(iTok, s->a[j - 1].iTok + s->a[j - 1].nTok);
  }
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
    if( eOpen == NEWS_TERM_WH || newsNameSort(s, i + 1) == NEWS_TERM_WH )
      bWh = 1;
    if( eOpen == NEWS_TERM_OPEN && j == i + 2 &&
        s->a[i + 1].eSort == NEWS_TERM_ACRONYM ) {
      s->pName->alias = newsNameSpan(s, i + 1, j);
    }
    if( !bWh && newsNameSort(s, i + 1) != NEWS_TERM_NUMBER && j > i + 1 ) {
      k = i + 1;
      while( k < j && !newsTermHuman(&s->a[k]) &&
             s->a[k].eSort != NEWS_TERM_PREP &&
             s->a[k].eSort != NEWS_TERM_CONJ ) {
        k++;
      }
      if( bNamed && k < j && newsTermHuman(&s->a[k]) )
        newsRoleRead(s, i + 1, j);
    }
    i = j;
  }
}
