/*
** name.h: what a mention says of the one it means.
**
** A mention is a noun phrase as it stands: "Deputy Keeper of the
** Harbour for Public Works Ilmar Kest", "Sen. Lena Orr (L-East Quay)", "a
** spokesman for the Water Ministry", "he".
*/
#ifndef NEWS_NAME_H
#define NEWS_NAME_H

#include "lexicon/lexicon.h"
#include "source/term.h"

/* How a mention stands to what was said before it */
#define NEWS_NAME_BARE 0    /* No article: "US official", "officials" */
#define NEWS_NAME_DEF 1     /* the, this, his: known before */
#define NEWS_NAME_INDEF 2   /* a, some: new */
#define NEWS_NAME_OTHER 3   /* another, the second: new, beside one known */
#define NEWS_NAME_PRONOUN 4 /* he, it, who */

/* Gender, of persons: bits */
#define NEWS_MALE 1
#define NEWS_FEMALE 2

/* Gender, of the classes of a word. */
static inline u8 newsNameGender(u64 m) {
  return (u8)((m & NEWS_LEX_MASC ? NEWS_MALE : 0) |
              (m & NEWS_LEX_FEM ? NEWS_FEMALE : 0));
}

typedef struct NewsName NewsName;
struct NewsName {
  NewsSpan all;  /* The mention. All spans are of tokens */
  NewsSpan name; /* Without role, honorific, article; empty: not named, but
                 ** a transcript's label ("Q:") stands here without bNamed */
  NewsSpan desc; /* The phrase with its article, without what follows a
                  ** comma or relative pronoun, nor 's at its end */
  NewsSpan role; /* Empty: not said. So are the next three */
  NewsSpan also; /* What the name is called beside its role */
  NewsSpan affil;
  NewsSpan alias; /* "(IMF)" */
  u32 iShared;    /* Surname that stands behind another's given name, or 0:
                  ** "Brian" and Ann Sharp */
  u32 iHead;      /* The noun that says what it is, if not named */
  u8 eKind;       /* NEWS_PERSON ..., see source.h */
  u8 eDef;        /* NEWS_NAME_DEF ... */
  u8 eHead;       /* Sort of the head, NEWS_TERM_... */
  u8 mGender;     /* NEWS_MALE, NEWS_FEMALE; 0: not told */
  u8 bNamed;      /* Told by name; or a pronoun or role of one later */
  u8 bPlural;
  u8 bSure;       /* A person by given name, title or honorific */
  u8 bHonorific;  /* "Mr. Trump"; 2: one that takes given names, "Sir Ian" */
  u8 bJoint;      /* Several names: "Obama and Clinton" */
  u8 bPossessive; /* The mention ends in 's */
  u8 bFirst;      /* Pronoun of the first or second person */
};

/* Read a mention. All fields are set. */
void newsNameRead(const NewsTerms *p, NewsSpan tok, NewsName *pName);

/* Whether two genders are told, and differ. */
static inline int newsNameClash(u8 a, u8 b) { return a && b && (a & b) == 0; }

#endif /* NEWS_NAME_H */
