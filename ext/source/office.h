/*
** office.h: what somebody is, of which a report says he or she is that: "Deputy
** Mayor", "an interior minister", "Justice".
**
** Two descriptions with the same noun need not mean one person: the prime
** minister is not the interior minister, nor is a deputy the mayor, the French
** president the German one, the mayor of Velden the mayor of Skarn, the former
** coach the coach. And two with different nouns may: the judge is the justice,
** the carmaker's boss its chief executive (lexicon/epithet.h).
*/
#ifndef NEWS_OFFICE_H
#define NEWS_OFFICE_H

#include "source/term.h"

#define NEWS_OFFICES 3 /* Of one person, that are kept */

/* Keys are those of newsTermKey(); 0: there is none. */
typedef struct NewsOffice NewsOffice;
struct NewsOffice {
  u32 head;   /* "minister" */
  u32 before; /* "prime", "interior"; not where people are from, nor ranks */
  u32 title;  /* The whole title, where the lexicon has it, else as head */
  u32 people; /* "French" */
  u32 place; /* By name, of no country: "the Velden mayor", "mayor of Velden" */
  u32 age;   /* "30-year-old" */
  u8 bBody;  /* before is the noun for a body: "union" */
  u8 bLesser; /* Deputy, vice, assistant */
  u8 eTime;   /* NEWS_OFFICE_FORMER ... */
};

/* NewsOffice.eTime: it was somebody's, it is; 0 if that is not told. */
#define NEWS_OFFICE_FORMER 1
#define NEWS_OFFICE_PRESENT 2

/* Whether two are the same in all that is told. */
static inline int newsOfficeEqual(const NewsOffice *a, const NewsOffice *b) {
  return a->head == b->head && a->before == b->before && a->title == b->title &&
         a->people == b->people && a->place == b->place && a->age == b->age &&
         a->bLesser == b->bLesser && a->eTime == b->eTime;
}

/* Of what place or people an office is, where that is not told yet, and its
** affiliation tells. */
void newsOfficeAt(const NewsTerms *p, NewsSpan affil, NewsOffice *pOffice);

/* The offices of a noun phrase or role, the first nMax; how many. */
int newsOfficesRead(const NewsTerms *p, NewsSpan tok, NewsOffice *a, int nMax);

/* How what somebody is called is to what he or she is known to be, n offices:
** it contradicts one and is none of them (NEWS_OFFICE_OTHER), has nothing to do
** with them, may stand for one, or is one. */
#define NEWS_OFFICE_OTHER (-1)
#define NEWS_OFFICE_UNTOLD 0
#define NEWS_OFFICE_EPITHET 1
#define NEWS_OFFICE_SAME 2
int newsOfficeFits(const NewsOffice *pCalled, const NewsOffice *a, int n);

#endif /* NEWS_OFFICE_H */
