/*
** cue.h: a cue in its sentence, and what may stand around its verb.
*/
#ifndef NEWS_CUE_H
#define NEWS_CUE_H

#include "quote/phrase.h"

/* Places and occasions to speak */
#define NEWS_WHERE                                                         \
  (NEWS_LEX_VENUE | NEWS_LEX_SOCIAL | NEWS_LEX_DOCUMENT | NEWS_LEX_MEDIA | \
   NEWS_LEX_PLACE)

#define NEWS_CUE_REACH 400 /* Items looked at on either side of a cue */

/* All indexes are of the paragraph's items. */
typedef struct NewsCue NewsCue;
struct NewsCue {
  const NewsText *pText;
  const NewsItem *a; /* The paragraph */
  NewsSpan unit;     /* The sentence */
  u32 iCue;          /* The cue */
  u32 iVerb;         /* First item of its verb group: "has not yet said" */
  u64 mClass;        /* Its classes */
  int nWeight;       /* Its weight in the lexicon, 0..9 */
  u8 bPassive;       /* "was told" */
  u8 bNegated;       /* "did not say" */
  u8 bHeading;       /* In a heading */
  u8 bSubord;        /* Its clause is subordinate: "While S V C, S V C" */
  u8 bAgent;         /* Passive, and its agent speaks: "it was said by S" */
};

/* "that" itself, "to" itself: the class of a word that is no cue. */
static inline int newsCueIsThat(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_THAT) && !newsItemIs(p, NEWS_LEX_CUE);
}
static inline int newsCueIsTo(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_INF) && !newsItemIs(p, NEWS_LEX_CUE);
}

/* "it", which is nobody. */
static inline int newsCueIsIt(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_SUBJECT) &&
         !newsItemIs(p, NEWS_LEX_MASC | NEWS_LEX_FEM | NEWS_LEX_PLURAL |
                            NEWS_LEX_FIRST | NEWS_LEX_SECOND |
                            NEWS_LEX_WH_WORD | NEWS_LEX_DET | NEWS_LEX_INDEF);
}

/* "to", "not to": an infinitive begins. */
static inline int newsCueToInf(const NewsItem *p) {
  return newsCueIsTo(p) || (newsItemIs(p, NEWS_LEX_NEG) && newsCueIsTo(&p[1]));
}

/* Whether what somebody is told to do begins here: told the jury [to go], [not
** to discuss it]. */
static inline int newsCueBids(const NewsText *pText, const NewsItem *p) {
  if( newsCueToInf(p) ) return 1;
  if( newsItemIs(p, NEWS_LEX_NEG) ) p++;
  return newsItemIs(p, NEWS_LEX_REASON) && newsSpanLen(p->tok) > 1 &&
         newsTokIs(&pText->aTok[p->tok.iFrom], NEWS_LEX_INF);
}

/* A cue in a form that can be its sentence's verb: said, says. */
static inline int newsCueIsFinite(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_CUE) &&
         newsItemIs(p, NEWS_LEX_PAST | NEWS_LEX_THIRD);
}

/* A cue with the word for who only hears: jury heard, court was told. */
static inline int newsCueIsHeard(const NewsItem *p) {
  return newsSpanLen(p->tok) > 1 && newsItemIs(p, NEWS_LEX_CUE) &&
         newsItemIs(p, NEWS_LEX_VENUE);
}

/* The cue at item i, of which nothing is known yet. */
static inline NewsCue newsCueAt(const NewsText *pText, const NewsItem *a,
                                NewsSpan unit, u32 i) {
  NewsCue cue;
  memset(&cue, 0, sizeof(cue));
  cue.pText = pText;
  cue.a = a;
  cue.unit = unit;
  cue.iCue = cue.iVerb = i;
  return cue;
}

/* A form of "be". */
static inline int newsCueIsBe(const NewsText *pText, const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_AUX) &&
         newsTextWeight(pText, p->iWord) == NEWS_LEXICON_BE;
}

/* Whether an auxiliary and a participle tell that somebody hears something:
** "was told". */
static inline int newsCueIsTold(const NewsText *pText, const NewsItem *pAux,
                                const NewsItem *pCue) {
  return newsCueIsBe(pText, pAux) && newsItemIs(pCue, NEWS_LEX_HEARER) &&
         newsItemIs(pCue, NEWS_LEX_PART);
}

/* "by" before an agent. */
static inline int newsCueIsBy(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_BYLINE) && newsItemIs(p, NEWS_LEX_PREP);
}

/* The participle that opens a sentence with another one's clause: "Asked
** whether she would go, Orlu said no." */
static inline int newsCueIsFronted(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_PART) && newsItemIs(p, NEWS_LEX_CUE);
}

/* The conjunction before a reporting clause: "As Doe said, C". */
static inline int newsCueIsAs(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_SUBORD) && newsItemIs(p, NEWS_LEX_LEAD) &&
         !newsItemIs(p, NEWS_LEX_CUE);
}

/* "if" or "whether": what follows is not said to be so. */
static inline int newsCueIsIf(const NewsItem *p) {
  return newsItemIs(p, NEWS_LEX_WH) && newsItemIs(p, NEWS_LEX_SUBORD) &&
         !newsItemIs(p, NEWS_LEX_CUE | NEWS_LEX_WH_WORD);
}

/* Whether a cue of these classes may stand before its source whatever is said:
** C, said Doe. "Slammed Doe" has Doe for its object, but behind a quotation. */
static inline int newsCueInverts(u64 mClass) {
  return (mClass & NEWS_LEX_INVERT) &&
         !((mClass & NEWS_LEX_OBJECT) && !(mClass & NEWS_LEX_BARE));
}

/* Whether the cue at item iCue only qualifies another, a noun: Doe's [repeated]
** claim that it fell. */
int newsCueIsModifier(const NewsItem *a, u32 iFloor, u32 iCue);

/* Whether the cue "as saying" at item iCue has nothing before it that quotes:
** "That is the same as saying C". */
int newsCueIsAlike(const NewsText *pText, const NewsItem *a, u32 iFloor,
                   u32 iCue);

/* Whether the participle at item i, behind a conjunction, goes on with what
** somebody does of whom another cue tells: said she was woken by a man banging
** on it and [yelling]. */
int newsCueIsJoined(const NewsText *pText, const NewsItem *a, u32 iFloor,
                    u32 i);

/* Whether "according to" only stands within a relative clause that goes on: a
** road "which, according to her, is" on paper. */
int newsCueIsWithin(const NewsItem *a, u32 iFloor, u32 iCue);

/* Whether a verb at item i tells of a source whom it cites: the Gazette, which
** [cited] two aides. */
int newsCueIsRelayed(const NewsItem *a, u32 iFloor, u32 i);

/* Weight of an item's word in the lexicon, 0..9. */
static inline int newsCueWeight(const NewsText *pText, const NewsItem *p) {
  return newsTextWeight(pText, p->iWord);
}

/* Whether a cue of several words ends with a preposition: comment on. Negated
** it says nothing. */
static inline int newsCueEndsPrep(const NewsText *pText, const NewsItem *p) {
  return newsSpanLen(p->tok) > 1 &&
         newsTokIs(&pText->aTok[p->tok.iTo - 1], NEWS_LEX_PREP);
}

/* Whether words of a clause with a finite verb stand in [i, iTo). */
int newsCueHasVerb(const NewsText *pText, const NewsItem *a, u32 i, u32 iTo);

/* Find the verb group that ends at the cue: sets iVerb, bPassive, bNegated. */
void newsCueVerbGroup(NewsCue *p);

/* A cue with the words before it, from item iFloor on, that belong to its verb
** group: [has repeatedly said], [did not say], [also said], [to say], [has for
** years said]. */
NewsSpan newsCueWhole(const NewsText *pText, const NewsItem *a, u32 iFloor,
                      NewsSpan cue);

/* Whether the cue is a participle that tells in passing of the one who speaks
** then, or acts: "when asked about it", "Asked by two aides about it", "Doe,
** asked about it, [said]", where the comma is the only one in and behind the
** source: no relative clause is between. */
int newsCueIsAside(const NewsItem *a, u32 iCue, NewsSpan source);

/* Whether the cue is a noun here: "the report", "their claims". */
int newsCueIsNoun(const NewsCue *p);

/* Past times, places and occasions behind the cue: "on Monday", "in a
** statement", "to Venn". The first item that is none, at most iTo. */
u32 newsCueSkipAdjuncts(const NewsItem *a, u32 i, u32 iTo);

/* Whether the clause ends at item i: a stop, the unit's end, or nothing but
** times and places up to it. */
int newsCueEndsAt(const NewsCue *p, u32 i);

#endif /* NEWS_CUE_H */
