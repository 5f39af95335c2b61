/*
** subject.h: whether a phrase is the subject of its sentence, or what that
** turns to: who is spoken of next is likely meant by a pronoun behind it.
**
** tok is the phrase, of which a mention is read (the last of the list); iTo is
** past what is told beside it, 0 for nothing: Ann Lee[, a baker,] wept.
*/
#ifndef NEWS_SUBJECT_H
#define NEWS_SUBJECT_H

#include "source/mention.h"

/* Whether it is a subject: a verb follows, if need be behind adverbs or what
** is told beside it, and no preposition stands before it. bNamed: it is a
** name. */
int newsSubjectIs(const NewsText *pText, const NewsMentionList *p, NewsSpan tok,
                  u32 iTo, int bNamed);

/* Whether a name is what its sentence turns to: the subject behind its verb, or
** behind a preposition at the beginning. */
int newsSubjectIsTurn(const NewsText *pText, const NewsMentionList *p,
                      NewsSpan tok, u32 iTo);

/* The end of a phrase that begins a sentence with a noun for a person, with
** what is tied to that before the verb; not past iEnd. */
u32 newsSubjectEnd(const NewsText *pText, NewsSpan tok, u32 iEnd);

#endif /* NEWS_SUBJECT_H */
