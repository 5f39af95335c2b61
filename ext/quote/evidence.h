/*
** evidence.h: what speaks for and against a reading of a cue.
**
** A candidate's score is the sum of its cue's weight in the lexicon, of half
** the points of its subject (phrase.c) and of these.  They were set by hand
** on the training texts; a learned table can take their place, nothing else
** knows the numbers.
*/
#ifndef NEWS_EVIDENCE_H
#define NEWS_EVIDENCE_H

enum {
  /* Before the clause */
  NEWS_EV_QUOTE_BEFORE = 8,  /* "...", S V */
  NEWS_EV_CLAUSE_BEFORE = 4, /* Words with a verb, then a comma */
  NEWS_EV_WORDS_BEFORE = 1,  /* Words without one */
  NEWS_EV_ENDS = 3,          /* ... and the sentence ends with the clause */
  NEWS_EV_COMMA = 1,         /* ... or a comma follows it */
  NEWS_EV_TRAILS = -3,       /* ... or other words do */
  /* Behind it */
  NEWS_EV_COLON_QUOTE = 8,
  NEWS_EV_COLON = 3,
  NEWS_EV_AWAITS = 6, /* A colon at the paragraph's end */
  NEWS_EV_QUOTE_BEHIND = 7,
  NEWS_EV_THAT = 5,
  NEWS_EV_BARE = 4, /* A clause that begins as noun phrases do */
  NEWS_EV_BARE_OTHER = 2,
  NEWS_EV_WH = 2,
  NEWS_EV_INF = 1,
  NEWS_EV_SPLIT = 2, /* C, S V, C */
  NEWS_EV_SPLIT_DASH = 1,
  NEWS_EV_OBJECT_QUOTED = 4, /* A noun phrase with a quotation */
  /* The clause itself */
  NEWS_EV_PASSIVE = -6,
  NEWS_EV_AGENT = 6,      /* "it was said by S": a passive whose agent speaks */
  NEWS_EV_PLURAL = 5,     /* C, scientists report. */
  NEWS_EV_BASE_FORM = -3, /* "say" without a plural subject */
  NEWS_EV_INHERITED = 4,  /* Its subject is that of the clause before */
  NEWS_EV_ORPHAN = -4,    /* ... and there is none */
  NEWS_EV_ADJUNCT = 2,
  NEWS_EV_TOPIC = 14,       /* "Her claim that C was ..." */
  NEWS_EV_LABEL_QUOTE = 14, /* Venn: "..." */
  NEWS_EV_LABEL_HEADING = 10,
  NEWS_EV_SIGNED = 14 /* "..." - Venn */
};

#endif /* NEWS_EVIDENCE_H */
