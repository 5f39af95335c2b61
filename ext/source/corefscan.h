/*
** corefscan.h: a report while its mentions are told apart: shared by coref.c,
** pronoun.c and nominal.c only.
**
** Mentions are taken in text order. Whom one means is an index into s->p; -1:
** it does not tell. Nothing is owned; errors are the arena's.
*/
#ifndef NEWS_COREFSCAN_H
#define NEWS_COREFSCAN_H

#include "source/entity.h"

#define NEWS_COREF_LOOK 32 /* Entities looked back at */
#define NEWS_COREF_NOTHING (-1000000)
#define NEWS_COREF_ITS 1 /* Weight of "its" */

typedef struct NewsCoref NewsCoref;
struct NewsCoref {
  NewsEntities *p;
  const NewsText *pText;
  NewsMentionList *pList;
  int iSpeaker;     /* Entity of the last attribution, -1: none yet */
  u32 iSpeakerPara; /* Where it stood */
  int iPerson;      /* The last that was a person */
  int iFaint;       /* The last told of faintly (mention.h), or -1 */
  u8 bClear;        /* The last pronoun could not well mean another */
  u8 bNear;         /* ... or description could nearly as well */
};

/* Binary logarithm, rounded down, of n + 1, times 10. */
static inline int newsCorefLog(u32 n) {
  int nLog = 0;
  for( n++; n > 1; n /= 2 ) nLog += 10;
  return nLog;
}

/* Sentences from the entity's last mention to here, at most nMax. */
static inline int newsCorefGap(u32 iNow, u32 iThen, int nMax) {
  u32 n = iNow > iThen ? iNow - iThen : 0;
  return (int)NEWS_MIN(n, (u32)nMax);
}

/* The entity that one has turned out to be. */
static inline int newsCorefSame(const NewsCoref *s, int i) {
  while( i >= 0 && newsEntity(s->p, i)->iSame >= 0 ) {
    i = newsEntity(s->p, i)->iSame;
  }
  return i;
}

/* How much entity i is in the reader's mind at a mention. */
int newsCorefSalience(const NewsCoref *s, int i, const NewsMention *pMention);

/* Whom "he", "it", "they" mean. Sets s->bClear and s->bNear. */
int newsCorefPronoun(NewsCoref *s, const NewsMention *pMention);

/* Who is called "it" or "the company" though only a name of one word is known
** that need not be a person's: who spoke last, in the sentence before; or the
** subject of that or this one, which calls something its own. That is a body
** then. -1 if there is none. */
int newsCorefBody(NewsCoref *s, const NewsMention *pMention);

/* Whom "who", "which" mean: the mention before it; or a phrase before it that
** is no mention, of which an entity is made. */
int newsCorefRelative(NewsCoref *s, u32 iMention);

/* Whom "the minister", "a senior official", "His Excellency" mean. Sets bDoubt
** of the mention, and s->bNear. */
int newsCorefNominal(NewsCoref *s, NewsMention *pMention);

#endif /* NEWS_COREFSCAN_H */
