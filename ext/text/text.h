/*
** text.h: the report as every later layer reads it.
**
** One pass over the bytes gives an array of tokens, 24 bytes each, which
** knows of each token where it stands, what kind it is, the hash of its
** folded form and the classes of the lexicon that it has.  After that nothing
** decodes the report again.
**
**   He said: "No."          He  said  :  "  No  .  "
**
** Phases: token.c (bytes to tokens, words looked up, phrases marked), then
** paragraph and sentence starts (sentence.c).
*/
#ifndef NEWS_TEXT_H
#define NEWS_TEXT_H

#include "base/arena.h"
#include "text/charmap.h"
#include "text/vocab.h"

/* Kinds of tokens */
#define NEWS_TOK_END 0    /* The sentinel behind the last token */
#define NEWS_TOK_WORD 1   /* Letters, with inner hyphens and apostrophes */
#define NEWS_TOK_NUMBER 2 /* Begins with a digit: 100,000  3.5  13th  10:30 */
#define NEWS_TOK_CLITIC 3 /* 's 're 'll 've 'd 'm behind a word */
#define NEWS_TOK_MARK 4   /* Quotation mark of any sort; hash: its code */
#define NEWS_TOK_PUNCT 5  /* Other punctuation, one character; hash: code */
#define NEWS_TOK_SYMBOL 6 /* Anything else, one character; hash: code */
#define NEWS_TOK_LINK 7   /* URL or e-mail address */
#define NEWS_TOK_HANDLE 8 /* @name or #tag */

/* Flags of tokens */
#define NEWS_TF_SPACE 0x01  /* White space stands before it */
#define NEWS_TF_LINE 0x02   /* A line begins with it */
#define NEWS_TF_PARA 0x04   /* A paragraph begins with it */
#define NEWS_TF_SENT 0x08   /* A sentence begins with it */
#define NEWS_TF_CAP 0x10    /* Begins with a capital */
#define NEWS_TF_UPPER 0x20  /* Two letters or more, all capitals */
#define NEWS_TF_DOT 0x40    /* Abbreviation or initial with its full stop */
#define NEWS_TF_PHRASE 0x80 /* A phrase of the vocabulary begins with it */

typedef struct NewsToken NewsToken;
struct NewsToken {
  u64 mClass; /* Classes of the lexicon, NEWS_LEX_... */
  u32 iByte;  /* First byte in the report */
  u32 nByte;  /* Bytes */
  u32 hash;   /* Of the folded form (without the stop of an abbreviation);
              ** for MARK, PUNCT and SYMBOL the code point; two apostrophes
              ** or backticks that serve as one mark have the code '"' */
  u16 iWord;  /* In the vocabulary, 0 if not there */
  u8 eKind;   /* NEWS_TOK_... */
  u8 flags;   /* NEWS_TF_... */
};

/* A phrase of several tokens found in the vocabulary, longest first,
** without overlaps. */
typedef struct NewsPhrase NewsPhrase;
struct NewsPhrase {
  u64 mClass; /* Its classes */
  u32 iTok;   /* First token */
  u16 nTok;   /* Tokens */
  u16 iWord;  /* In the vocabulary */
};

typedef struct NewsText NewsText;
struct NewsText {
  NewsArena *pArena;       /* Memory, errors, tick. Not owned */
  const NewsVocab *pVocab; /* Not owned */
  const u8 *z;             /* The report. Not owned; must outlive this */
  u32 nByte;               /* Its bytes, up to the first NUL */
  NewsToken *aTok;         /* nTok tokens and a sentinel */
  u32 nTok;
  NewsVec vTok;      /* of NewsToken */
  NewsVec vPhrase;   /* of NewsPhrase */
  NewsVec vPara;     /* of u32: first token of each paragraph */
  NewsVec vSent;     /* of u32: first token of each sentence */
  NewsVec vBlock;    /* of u32: first token of each block of speech: of each
                   ** paragraph, and of each line of one whose lines are
                   ** sentences rather than wrapped prose */
  NewsCharMap chars; /* From bytes to characters */
};

/* Read a report. p is filled in, and must be freed in every case; errors are
** in pArena->rc. Text ends at the first NUL. */
void newsTextRead(NewsText *p, NewsArena *pArena, const NewsVocab *pVocab,
                  const u8 *z, u32 nByte);
void newsTextFree(NewsText *p);

/* Characters before byte iByte, as substr() counts. */
u32 newsTextChar(const NewsText *p, u32 iByte);

/* Paragraph and sentence that hold a token, from 0. */
u32 newsTextPara(const NewsText *p, u32 iTok);
u32 newsTextSent(const NewsText *p, u32 iTok);

/* The first token that begins at byte iByte or behind it; nTok if none. */
u32 newsTextTokenAt(const NewsText *p, u32 iByte);

/* Tokens of a paragraph or a sentence. */
NewsSpan newsTextParaSpan(const NewsText *p, u32 iPara);
NewsSpan newsTextSentSpan(const NewsText *p, u32 iSent);
NewsSpan newsTextBlockSpan(const NewsText *p, u32 iBlock);

/* The phrase that begins with a token, or NULL. */
const NewsPhrase *newsTextPhrase(const NewsText *p, u32 iTok);

/* Bytes of a span of tokens, from the first's first to the last's last. */
NewsSpan newsTextBytes(const NewsText *p, NewsSpan tok);

/* What a word stands for ([said]: [say]), "" if nothing. Static. */
static inline const char *newsTextValue(const NewsText *p, u32 iWord) {
  return &p->pVocab->zPool[p->pVocab->aWord[iWord].oValue];
}

/* What it tells, 0..9: of what, depends on its class (lexicon/README.md). */
static inline int newsTextWeight(const NewsText *p, u32 iWord) {
  return p->pVocab->aWord[iWord].weight;
}

/* Whether its value is a name: "Yahoo", not "newspaper". */
static inline int newsTextIsName(const NewsText *p, u32 iWord) {
  char c = newsTextValue(p, iWord)[0];
  return c >= 'A' && c <= 'Z';
}

static inline int newsTokIs(const NewsToken *p, u64 mClass) {
  return (p->mClass & mClass) != 0;
}
static inline int newsTokPunct(const NewsToken *p, u32 cCode) {
  return p->eKind == NEWS_TOK_PUNCT && p->hash == cCode;
}

/* Full stop, question or exclamation mark. */
static inline int newsTokStop(const NewsToken *p) {
  return newsTokPunct(p, '.') || newsTokPunct(p, '?') || newsTokPunct(p, '!');
}
/* A hyphen or a dash: en, em, or the bar that stands for one. */
static inline int newsIsDash(u32 cCode) {
  return cCode == '-' || (cCode >= 0x2013 && cCode <= 0x2015);
}
static inline int newsTokDash(const NewsToken *p) {
  return p->eKind == NEWS_TOK_PUNCT && newsIsDash(p->hash);
}
static inline int newsTokWordy(const NewsToken *p) {
  return p->eKind == NEWS_TOK_WORD || p->eKind == NEWS_TOK_NUMBER;
}

#endif /* NEWS_TEXT_H */
