/*
** frame.h: the grammatical frame in which a cue stands: how its verb is used,
** and what sort of words are said.
*/
#ifndef NEWS_FRAME_H
#define NEWS_FRAME_H

#include "quote/clause.h"
#include "quote/cue.h"
#include "quote/seen.h"

/* How a cue is used. */
enum {
  NEWS_FR_NOUN,      /* his promise */
  NEWS_FR_FINITE,    /* she promised */
  NEWS_FR_PASSIVE,   /* was promised */
  NEWS_FR_AUX,       /* has promised, would promise */
  NEWS_FR_INF,       /* to promise */
  NEWS_FR_GER_COMMA, /* ..., promising */
  NEWS_FR_GER_PREP,  /* by promising */
  NEWS_FR_GER,
  NEWS_FR_FRONTED, /* Asked whether ..., she ... */
  NEWS_FR_OTHER
};

typedef struct NewsFrame NewsFrame;
struct NewsFrame {
  u32 iVerb;    /* First item of its verb group */
  u32 lemma;    /* Hash of what the cue stands for in the lexicon */
  u8 eForm;     /* NEWS_FR_... */
  u8 bNegated;  /* "did not say" */
  u8 bPhrase;   /* What is said is a noun phrase */
  u8 bNothing;  /* ... or nothing that can be said */
  u8 bAsked;    /* It stands in a clause that only asks for it */
  u8 bBareNoun; /* A noun that no clause with "that" follows */
};

/* The frame of the cue at item iCue with this source and these words. */
NewsFrame newsFrame(const NewsView *v, u32 iCue, NewsSpan source, NewsSpan left,
                    NewsSpan right);

#endif /* NEWS_FRAME_H */
