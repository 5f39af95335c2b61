/*
** entity.h: the persons and bodies of a report, while its mentions are read.
**
** An entity gathers what its mentions told so far: names, words of its
** descriptions, where it was meant last.  Entities are found by the words of
** a name (a hash table), or by recency (a list, latest first); both are
** looked at for a bounded number of steps.
*/
#ifndef NEWS_ENTITY_H
#define NEWS_ENTITY_H

#include "source/mention.h"
#include "source/office.h"

#define NEWS_ENTITY_NAME 8           /* Words of a name that count */
#define NEWS_ENTITY_WORD 24          /* Words of the descriptions that count */
#define NEWS_ENTITY_BUCKET (1 << 20) /* Chains of the table, at most */

typedef struct NewsEntity NewsEntity;
struct NewsEntity {
  NewsSpan name; /* Fullest name; tokens; empty: not named */
  NewsSpan desc; /* Fullest description */
  NewsSpan role, affil;
  u32 aName[NEWS_ENTITY_NAME]; /* Hashes of the words of the name */
  u32 aWord[NEWS_ENTITY_WORD]; /* Of what it was called, heads first */
  NewsOffice aOffice[NEWS_OFFICES];
  u32 iShared;    /* Token of the surname that name is without, or 0 */
  u32 alias;      /* Hash of the last word of the other name that one, or one
               ** without a name, is told by, or 0 ... */
  u32 aliasFirst; /* ... and of the first of two, or 0 */
  u32 office;     /* Hash of the letters by which its office goes, or 0: "SP" */
  u32 iLast;      /* Token of the last mention */
  u32 iLastSent, iLastPara;
  u32 iSubjSent;          /* Sentence where it was a subject last */
  u32 iFirstPara;         /* Paragraph of its first mention */
  u32 nSeen;              /* Mentions so far */
  u32 nTotal;             /* Mentions by two names or more, in all the report */
  u32 nQuote;             /* Attributions so far */
  int iNewer, iOlder;     /* Neighbours in the list of recency, or -1 */
  int iSame;              /* The entity that it turned out to be, or -1 */
  int iSource;            /* Index of the source that it is, or -1 */
  u8 nName, nWord, nHead; /* aWord[0..nHead) are heads */
  u8 nDesc;               /* Words of desc */
  u8 nOffice;
  u8 eKind, eHead;
  u8 mGender;
  u8 bGuess; /* No more than a pronoun tells that */
  u8 bNamed, bPlural, bListed;
  u8 bVague;    /* Introduced as no more than a source: newsEntityVague() */
  u8 bSure;     /* A person, if it is one, beyond doubt */
  u8 bOther;    /* Introduced as another, a second one */
  u8 bLastPoss; /* The last mention was "X's" */
  u8 bLastFull; /* ... by a name of several words */
  u8 bLastDef;  /* The last mention of it was with words of its own */
};

typedef struct NewsEntities NewsEntities;
struct NewsEntities {
  const NewsTerms *pTerms; /* Not owned */
  NewsVec vEntity;         /* of NewsEntity */
  NewsVec vNode;           /* of places in the table */
  u32 *aBucket;            /* 1 + first node of each chain. The arena's */
  u32 mBucket;             /* Mask of its index */
  int iNewest;             /* Head of the list of recency, or -1 */
  u8 bNear; /* The name found last may nearly as well be another's */
};

/* The words of a description. */
typedef struct NewsWords NewsWords;
struct NewsWords {
  u32 a[NEWS_ENTITY_WORD]; /* Heads first, then modifiers, then ranks */
  int nHead, nWord, nAll;  /* Ends of the three */
};

/* nMention: about how many will be resolved. */
void newsEntitiesInit(NewsEntities *p, const NewsTerms *pTerms, u32 nMention);
void newsEntitiesFree(NewsEntities *p);

static inline NewsEntity *newsEntity(const NewsEntities *p, int i) {
  return &((NewsEntity *)p->vEntity.a)[i];
}

/* Whether a mention's head says no more than that it is a source: "source",
** "person". */
int newsEntityVague(const NewsText *p, const NewsName *pName);

/* The words of a mention's description. */
void newsEntityWords(const NewsTerms *p, const NewsName *pName, NewsWords *pW);

/* The name's words into a, at most NEWS_ENTITY_NAME; their number. */
int newsEntityName(const NewsText *p, NewsSpan name, u32 *a);

/* The entity that a named mention means, or -1. */
int newsEntityFind(NewsEntities *p, const NewsName *pName);

/* A new entity, not yet in the list of recency; -1 after an error. */
int newsEntityNew(NewsEntities *p, const NewsName *pName);

/* Take over what a mention tells of an entity. */
void newsEntityLearn(NewsEntities *p, int i, const NewsName *pName);

/* What was taken for a person turns out to be a body, which is found as one. */
void newsEntityBody(NewsEntities *p, int i);

/* Entity iFrom is entity iTo, a person by name: that takes over what was told
** of it, and its office where none was told yet, which is what stands behind
** the article of its description. iFrom is not meant any more: see iSame. */
void newsEntityMerge(NewsEntities *p, int iTo, int iFrom);

/* The entity is meant here: it becomes the newest. */
void newsEntityTouch(NewsEntities *p, int i, const NewsMention *pMention);

#endif /* NEWS_ENTITY_H */
