/*
** namescan.h: a mention while it is read: shared by name.c,
** describe.c and role.c only.
*/
#ifndef NEWS_NAMESCAN_H
#define NEWS_NAMESCAN_H

#include "lexicon/lexicon.h"
#include "source/name.h"

#define NEWS_NAME_TERMS 64 /* Terms of a mention that are looked at */

typedef struct NewsNameScan NewsNameScan;
struct NewsNameScan {
  const NewsTerms *p;
  NewsName *pName;
  NewsTerm a[NEWS_NAME_TERMS];
  int n;     /* Terms */
  int iFrom; /* First of the main part */
  int iMain; /* Past its last */
};

/* The tokens of terms [iFrom, iTo). */
static inline NewsSpan newsNameSpan(const NewsNameScan *s, int iFrom, int iTo) {
  if( iFrom >= iTo ) return newsSpan(0, 0);
  return newsSpan(s->a[iFrom].iTok, s->a[iTo - 1].iTok + s->a[iTo - 1].nTok);
}

/* Sort of term i, NEWS_TERM_STOP behind the last. */
static inline int newsNameSort(const NewsNameScan *s, int i) {
  return i < s->n ? s->a[i].eSort : NEWS_TERM_STOP;
}

/* Weight of the first word of term i. */
static inline int newsNameWeight(const NewsNameScan *s, int i) {
  const NewsText *pText = s->p->pText;
  return newsTextWeight(pText, pText->aTok[s->a[i].iTok].iWord);
}

/* Whether term i is a small word within a name that ends before iEnd: "de". */
int newsNameIsParticle(const NewsNameScan *s, int i, int iEnd);

/* Whether term i joins two names of a firm: Pell & Roe. */
int newsNameIsAmpersand(const NewsNameScan *s, int i);

/* The main part names no person: a body by name, or a description. */
void newsNameDescribe(NewsNameScan *s);

/*
** Part a role, terms [i, j), into role and affiliation: what stands before
** the first noun for a person ("White House press secretary"), or behind a
** preposition ("director of the Arms Control Association") and names a body.
** Nothing happens where it holds no noun for a person; what is known stays.
*/
void newsRoleRead(NewsNameScan *s, int i, int j);

/* A body behind the preposition iPrep, in terms that end at j, is the
** affiliation. Returns the end of what stands before. */
int newsRoleBehind(NewsNameScan *s, int iPrep, int j);

/* The roles in apposition behind the main part, if bNamed, and "(IMF)". */
void newsRoleAppositions(NewsNameScan *s, int bNamed);

#endif /* NEWS_NAMESCAN_H */
