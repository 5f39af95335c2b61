/*
** namescan.h: a mention while it is read: shared by name.c, appose.c,
** describe.c and role.c only.
*/
#ifndef NEWS_NAMESCAN_H
#define NEWS_NAMESCAN_H

#include "lexicon/lexicon.h"
#include "source/name.h"

#define NEWS_NAME_TERMS 64  /* Terms of a mention that are looked at */
#define NEWS_NAME_LETTERS 2 /* Weight of a suffix that is of persons */

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

/* Whether a term of this sort ends the main part. */
static inline int newsNameIsBreak(int eSort) {
  return eSort == NEWS_TERM_COMMA || eSort == NEWS_TERM_OPEN ||
         eSort == NEWS_TERM_CLOSE || eSort == NEWS_TERM_WH ||
         eSort == NEWS_TERM_VERB || eSort == NEWS_TERM_STOP;
}

/* The last person's name in [iFrom, iEnd): 0, or its terms in *pi, *pj. Note
** that terms [i, j) are the name of whom the mention is about, and what stands
** before and behind it in the main part. */
int newsNameFind(NewsNameScan *s, int iFrom, int iEnd, int *pi, int *pj);
void newsNamePerson(NewsNameScan *s, int i, int j);

/* Whether term i is a small word within a name that ends before iEnd: "de". */
int newsNameIsParticle(const NewsNameScan *s, int i, int iEnd);

/* Whether term i joins two names of a firm: Pell & Roe. */
int newsNameIsAmpersand(const NewsNameScan *s, int i);

/* The main part names no person: a body by name, or a description. */
void newsNameDescribe(NewsNameScan *s);

/* The kind of body that an apposition tells a name to be, 0 if none: "Corvex,
** the battery maker", "Corvex, which makes batteries". */
u8 newsApposeBody(const NewsNameScan *s);

/* Whether capitals alone are the name of a body, as what follows tells: "Acme
** Marine, which makes boats". Reads it. */
int newsApposeBare(NewsNameScan *s);

/* Whether the name of the body whose sort the main part tells stands in
** apposition: "The airline, Nordavia,", "The owner, Brakke Shipping Ltd,".
** Reads it. */
int newsApposeBodyName(NewsNameScan *s);

/* Read the person's name that stands in apposition to a description of one, or
** of what no table tells: "the mayor, Ann Lee", "the wexler, Ann Lee". */
void newsApposePerson(NewsNameScan *s);

/* Whether the name of an unnamed person stands farther behind: "the driver,
** identified by police as Ann Lee,", "the woman who rang, Ann Lee,". Reads
** it. */
int newsApposeBehind(NewsNameScan *s);

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
