/*
** word.h: words as the SQL functions show and count them.
**
** A word is a token that is a word, number, link or handle, together with
** the clitics glued to it: "Moody's" is one, though the text engine parts it.
*/
#ifndef NEWS_WORD_H
#define NEWS_WORD_H

#include "text/text.h"

/* First token of the first word that begins at token iTok or behind it; nTok
** if there is none. */
u32 newsWordFirst(const NewsText *p, u32 iTok);

/* Past the last token of the word that begins at token iTok. */
u32 newsWordEnd(const NewsText *p, u32 iTok);

/* Bytes of the word with these tokens. The full stop of an abbreviation is not
** among them ("Ms."), unless it has others in it ("U.S."). */
NewsSpan newsWordBytes(const NewsText *p, NewsSpan tok);

/* Words that begin within a span of bytes. */
u32 newsWordCount(const NewsText *p, NewsSpan bytes);

#endif /* NEWS_WORD_H */
