/*
** acronym.c: see acronym.h.
*/
#include "source/acronym.h"

#include "source/source.h"

#define ACRONYM_MOST 32   /* Of a report */
#define ACRONYM_LETTERS 8 /* At most, and two at least */
#define ACRONYM_SMALL 3   /* Letters of a word that is passed over: "and" */
#define ACRONYM_LABEL 3   /* ... of a label, at most */
#define ACRONYM_REACH 16  /* Tokens looked back for the name */

/* Letters and what they stand for. */
typedef struct Acronym Acronym;
struct Acronym {
  u32 hash;      /* Of the letters' token */
  u32 iTok;      /* Where it is told, or stands first */
  NewsSpan name; /* Empty: no such person was found */
  u8 eKind;      /* NEWS_ORGANISATION, or NEWS_PERSON for a label */
};

/* The letters of a token into a, their number; 0 where it is no acronym. */
static u32 acronymLetters(const NewsText *p, const NewsToken *pTok, u8 *a) {
  const u8 *z = &p->z[pTok->iByte];
  u32 i;
  if( !(pTok->flags & NEWS_TF_UPPER) || pTok->nByte < 2 ||
      pTok->nByte > ACRONYM_LETTERS ) {
    return 0;
  }
  for( i = 0; i < pTok->nByte; i++ ) {
    if( z[i] < 'A' || z[i] > 'Z' ) return 0;
    a[i] = z[i];
  }
  return i;
}

/* Whether a word begins with a letter, in capitals or not. */
static int acronymBegins(const NewsText *p, const NewsToken *pTok, u8 c) {
  return pTok->eKind == NEWS_TOK_WORD && (p->z[pTok->iByte] & ~32) == c;
}

/* The body's name that ends before token iEnd whose words the letters begin;
** empty if there is none. */
static NewsSpan acronymName(const NewsText *p, u32 iEnd, const u8 *a, u32 n) {
  u32 i = iEnd, iMin = iEnd > ACRONYM_REACH ? iEnd - ACRONYM_REACH : 0;
  while( n > 0 && i > iMin ) {
    const NewsToken *pTok = &p->aTok[--i];
    if( acronymBegins(p, pTok, a[n - 1]) ) {
      n--;
    } else if( (pTok->flags & NEWS_TF_CAP) || pTok->nByte > ACRONYM_SMALL ||
               i + 1 == iEnd ) {
      break;
    }
  }
  if( n > 0 || !(p->aTok[i].flags & NEWS_TF_CAP) ||
      newsTokIs(&p->aTok[i], NEWS_LEX_TITLE | NEWS_LEX_ROLE) ) {
    return newsSpan(0, 0); /* the last: Superintendent of Police (SP) */
  }
  return newsSpan(i, iEnd);
}

/* What the text tells of letters, into a (of ACRONYM_MOST); how many. */
static u32 acronymFind(const NewsText *p, Acronym *a) {
  u32 i, n = 0;
  for( i = 1; i + 2 < p->nTok && n < ACRONYM_MOST; i++ ) {
    u8 aLetter[ACRONYM_LETTERS];
    u32 nLetter;
    if( !newsTokPunct(&p->aTok[i], '(') ||
        !newsTokPunct(&p->aTok[i + 2], ')') ) {
      continue;
    }
    nLetter = acronymLetters(p, &p->aTok[i + 1], aLetter);
    if( nLetter == 0 ) continue;
    a[n].name = acronymName(p, i, aLetter, nLetter);
    a[n].hash = p->aTok[i + 1].hash;
    a[n].iTok = i + 1;
    a[n].eKind = NEWS_ORGANISATION;
    n += newsSpanLen(a[n].name) != 0;
  }
  return n;
}

/* Whether a mention is a transcript's label in letters, "AL:". */
static int acronymIsLabel(const NewsText *p, const NewsName *pName) {
  const NewsToken *pTok = &p->aTok[pName->all.iFrom];
  return newsSpanLen(pName->all) == 1 && (pTok->flags & NEWS_TF_LINE) &&
         (pTok->flags & NEWS_TF_UPPER) && newsTokPunct(&pTok[1], ':') &&
         pTok->nByte > 1 && pTok->nByte <= ACRONYM_LABEL;
}

/* Whether n letters at z are the initials of a name's words, and, where bParts,
** of what hyphens part in them: AOB, Ann Okoro-Berg. */
static int acronymInitials(const NewsText *p, NewsSpan name, int bParts,
                           const u8 *z, u32 n) {
  u32 i, j, k = 0;
  for( i = name.iFrom; i < name.iTo; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    const u8 *zTok = &p->z[pTok->iByte];
    for( j = 0; j < pTok->nByte; j++ ) {
      if( j > 0 && !(bParts && zTok[j - 1] == '-') ) continue;
      if( k >= n || (zTok[j] & ~32) != z[k] ) return 0;
      k++;
    }
  }
  return k == n;
}

/* Whether a person's name has the initials of a label. */
static int acronymFits(const NewsText *p, const NewsName *pName, u32 iLabel) {
  const NewsToken *pLabel = &p->aTok[iLabel];
  const u8 *z = &p->z[pLabel->iByte];
  return pName->eKind == NEWS_PERSON && newsSpanLen(pName->name) > 1 &&
         (acronymInitials(p, pName->name, 0, z, pLabel->nByte) ||
          acronymInitials(p, pName->name, 1, z, pLabel->nByte));
}

/* Persons' names whose initials are labels, behind the n of a; how many there
** are then. */
static u32 acronymLabels(const NewsText *p, const NewsMentionList *pList,
                         Acronym *a, u32 n) {
  const NewsMention *aMention = pList->vMention.a;
  u32 i, k, nOld = n;
  for( i = 0; i < pList->vMention.n && n < ACRONYM_MOST; i++ ) {
    const NewsName *pName = &aMention[i].name;
    if( !acronymIsLabel(p, pName) ) continue;
    a[n].hash = p->aTok[pName->all.iFrom].hash;
    a[n].iTok = pName->all.iFrom;
    a[n].name = newsSpan(0, 0);
    a[n].eKind = NEWS_PERSON;
    for( k = nOld; a[k].hash != a[n].hash; k++ ) {
    }
    n += k == n;
  }
  for( i = 0; i < pList->vMention.n && n > nOld; i++ ) {
    for( k = nOld; k < n; k++ ) {
      if( newsSpanLen(a[k].name) == 0 &&
          acronymFits(p, &aMention[i].name, a[k].iTok) ) {
        a[k].name = aMention[i].name.name;
      }
    }
  }
  return n;
}

void newsAcronymsRead(const NewsText *pText, NewsMentionList *pList) {
  Acronym a[ACRONYM_MOST];
  NewsMention *aMention = pList->vMention.a;
  u32 i, k, n = acronymLabels(pText, pList, a, acronymFind(pText, a));
  for( i = 0; n > 0 && i < pList->vMention.n; i++ ) {
    NewsName *pName = &aMention[i].name;
    u8 eKind = acronymIsLabel(pText, pName) ? NEWS_PERSON : NEWS_ORGANISATION;
    NewsSpan own = eKind == NEWS_PERSON ? pName->all : pName->name;
    const NewsToken *pTok = &pText->aTok[own.iFrom];
    if( newsSpanLen(own) != 1 || !(pTok->flags & NEWS_TF_UPPER) ) continue;
    for( k = 0; k < n; k++ ) {
      if( a[k].hash != pTok->hash || a[k].eKind != eKind ||
          a[k].iTok > own.iFrom || newsSpanLen(a[k].name) == 0 ) {
        continue;
      }
      pName->alias = own;
      pName->name = a[k].name;
      pName->bNamed = 1;
      pName->eKind = eKind;
      break;
    }
  }
}
