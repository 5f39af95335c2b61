/*
** verb.h: who speaks, of a cue that is a verb: its subject before or behind it,
** the agent of a passive, or nobody of its own.
*/
#ifndef NEWS_VERB_H
#define NEWS_VERB_H

#include "quote/clause.h"
#include "quote/cue.h"

/* Items of a source behind "by" or "to", at most. */
#define NEWS_VERB_AGENT 48

/* The phrase behind "by" at item i; empty if there is none. */
NewsFit newsVerbAgent(const NewsCue *p, u32 i);

/*
** Of a cue whose verb group is known (newsCueVerbGroup()) the clause's own
** items: mention, via, whole; the points for the subject in nScore; whether it
** borrows one, or is nobody's. Sets p->bAgent. 0 if the cue has no subject and
** cannot borrow one.
*/
int newsVerbSubject(NewsCue *p, NewsClause *c);

#endif /* NEWS_VERB_H */
