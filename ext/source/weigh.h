/*
** weigh.h: what speaks for and against that a mention means an entity.
**
** An entity's score is the sum of these; the best one is meant (pronoun.c,
** nominal.c). They were set by hand on the training texts; a learned table can
** take their place, nothing else knows the numbers.
*/
#ifndef NEWS_WEIGH_H
#define NEWS_WEIGH_H

enum {
  /* How much an entity is in the reader's mind */
  NEWS_WG_SENT = -8,         /* Each sentence since its last mention ... */
  NEWS_WG_SENT_MAX = 8,      /* ... but no more than so many */
  NEWS_WG_PARA = -7,         /* Likewise each paragraph */
  NEWS_WG_PARA_MAX = 4,      /* ... and as many at most */
  NEWS_WG_SUBJECT_HERE = 28, /* A subject in this sentence ... */
  NEWS_WG_SUBJECT = 22,      /* ... in the one before ... */
  NEWS_WG_SUBJECT_FAR = 8,   /* ... or in the one before that */
  NEWS_WG_SPEAKER = 18,      /* Spoke last, in this paragraph */
  NEWS_WG_SPEAKER_FAR = 12,  /* ... or in the one before */
  NEWS_WG_SEEN = 25,         /* Each doubling of its mentions, in tenths */
  NEWS_WG_QUOTED = 4,        /* Was quoted before */
  NEWS_WG_UNSURE = -12,      /* A name that need be no person's, no subject */
  NEWS_WG_POSSESSIVE = -5,   /* Was meant by "X's" */
  /* A pronoun */
  NEWS_WG_GENDER = 6,     /* Its gender is known to be that of the entity */
  NEWS_WG_BODY_THEY = -6, /* "they" of one body */
  NEWS_WG_SILENT = -14,   /* Of one without name who was never quoted */
  NEWS_WG_NEW = 14,       /* Of one just introduced, alone in a sentence */
  NEWS_WG_ANYBODY = -24,  /* Of "somebody" */
  NEWS_WG_CLEAR = 10,     /* Lead over the next that leaves no doubt */
  NEWS_WG_NEAR = 6,       /* ... that leaves much */
  /* The head of a description; without one of these nothing is meant */
  NEWS_WG_HEAD = 40,         /* The same noun */
  NEWS_WG_HEAD_NAME = 36,    /* ... in a body's name */
  NEWS_WG_EPITHET = 34,      /* "the judge": a justice */
  NEWS_WG_MEDIUM = 26,       /* "the newspaper": a medium */
  NEWS_WG_BODY_SORT = 26,    /* "the company": a body of that sort */
  NEWS_WG_BODY_UNKNOWN = 20, /* ... that may be of it */
  NEWS_WG_BODY_THING = 14,   /* ... that has an article as ships have */
  NEWS_WG_ANYONE = 26,       /* "the man": one who was described */
  NEWS_WG_SOURCE = 30,       /* "the source": "an official"; or reversed */
  NEWS_WG_SOURCE_ROLE = 14,  /* "the official": "a spokesman" */
  NEWS_WG_ROLE_SOURCE = 16,  /* "the spokesman for X": "an official of X" */
  NEWS_WG_EXACT = 1000,      /* The same noun comes before all others */
  /* Its other words */
  NEWS_WG_WORD = 15,           /* Told before */
  NEWS_WG_WORD_NEW = -18,      /* Not told before */
  NEWS_WG_WORD_NEW_BARE = -30, /* ... in a phrase without article */
  NEWS_WG_RANK = 5,            /* "senior", told before */
  NEWS_WG_RANK_NEW = -3,
  /* The whole of it */
  NEWS_WG_DESC_MIN = 22,    /* The least sum by which it means an entity */
  NEWS_WG_DESC_SENT = -3,   /* Each sentence since the last mention ... */
  NEWS_WG_DESC_BODY = -1,   /* ... of a body by name */
  NEWS_WG_DESC_GAP = 5,     /* ... but no more than so many */
  NEWS_WG_DESC_QUOTE = 33,  /* Each doubling of its quotations, in tenths */
  NEWS_WG_DESC_LAST = 8,    /* Spoke last */
  NEWS_WG_DESC_THAT = 16,   /* "that official": meant in the sentence before */
  NEWS_WG_DESC_SUBJECT = 8, /* By name the subject of the sentence before */
  NEWS_WG_DESC_NEAR = 5,    /* Lead over the next that leaves much doubt */
  NEWS_WG_FULLER = -14,     /* ... and by a description that told less */
  NEWS_WG_REPEATED = 100,   /* A lead that is told again, word for word */
  /* "the senator" of whom it was not told that he is one */
  NEWS_WG_KNOWN_OTHER = -10, /* Something else was told */
  NEWS_WG_KNOWN_PARA = 12    /* Meant in the same paragraph */
};

#endif /* NEWS_WEIGH_H */
