/*
** digest.h: what an index keeps of a report that follows from the report
** alone: its quotes and sources, the statements in them with the words by which
** they are compared, the keys of its wording, its gist.
**
** It is most of the work of adding a report, and asks neither the connection
** nor a table: so it may be done in another thread (ahead.h).
*/
#ifndef NEWS_DIGEST_H
#define NEWS_DIGEST_H

#include "similarity/gist.h"
#include "similarity/said.h"
#include "similarity/scene.h"
#include "sql/report.h"

/* A statement of the report, and how it is worded there. */
typedef struct NewsWording NewsWording;
struct NewsWording {
  NewsSpan byte;
  u32 iQuote; /* no of its quote, 0: none */
  NewsSaid said;
  NewsScene scene;
  NewsVec vWord; /* of NewsSayWord: those that are compared. Not to grow */
};

typedef struct NewsDigest NewsDigest;
struct NewsDigest {
  i64 iReport;         /* From here to pArena the caller's */
  i64 iStamp;          /* Published, in seconds; NEWS_STAMP_UNKNOWN */
  NewsReport *pReport; /* NULL for a NULL body */
  const u8 *zTitle;    /* NULL for none. Not owned, nor the report */
  u32 nTitle;
  NewsSayMemo *pMemo;   /* say.h's, or NULL. Not owned */
  NewsArena *pArena;    /* Memory, errors and tick. Not owned */
  NewsVec vSpan;        /* of DigestSpan: where the statements are */
  NewsWording *aWorded; /* The first of them, read */
  u32 nWorded;
  NewsWording room; /* One that is read when it is asked for */
  NewsVec vRoom;
  NewsVec vKey; /* of u32: the keys of its wording (probe.h) */
  NewsGist gist;
  u32 nGistKey;
  u32 aGistKey[NEWS_GIST_KEYS];
};

/* Make what follows from the caller's part; the rest is zeroed before. Memory
** is the arena's, and the digest's own: newsDigestFree() in every case. Errors
** in pArena->rc. */
void newsDigestMake(NewsDigest *p);
void newsDigestFree(NewsDigest *p);

/* How many statements there are, and number i, from 0: valid until the next is
** asked for, and where pArena has no error afterwards. */
u32 newsDigestWordings(const NewsDigest *p);
NewsWording *newsDigestWording(NewsDigest *p, u32 i);

#endif /* NEWS_DIGEST_H */
