/*
** token.h: bytes to tokens. A phase of newsTextRead().
*/
#ifndef NEWS_TOKEN_H
#define NEWS_TOKEN_H

#include "text/text.h"

/* Fill vTok (without the sentinel) with kinds, hashes, vocabulary, and the
** flags SPACE, LINE, PARA (behind a blank line), CAP, UPPER, DOT; PHRASE where
** a phrase may begin. */
void newsTokenize(NewsText *p);

/* Mark the phrases of the vocabulary: vPhrase and the flag PHRASE where one
** does begin. */
void newsTokenPhrases(NewsText *p);

/* What a character is in a word. */
#define NEWS_CHAR_SIGN 0   /* Signs and spaces: it ends words */
#define NEWS_CHAR_LETTER 1 /* A letter, or a mark on one */
#define NEWS_CHAR_CAP 2    /* A capital letter */
#define NEWS_CHAR_DIGIT 3

/* What characters of a category (utf8proc_category_t) are: NEWS_CHAR_... */
int newsTokenChar(int eCategory);

/* Whether a code point belongs to a script written without spaces, where
** every character is a word of its own. */
int newsTokenIsLone(u32 c);

/* Whether a code point shows nowhere and parts no words: where a word may be
** broken (a soft hyphen, a space of no width) or may not. */
int newsTokenIsHidden(u32 c);

/* Whether a code point is a space, of whatever width. */
int newsTokenIsSpace(u32 c);

#endif /* NEWS_TOKEN_H */
