/*
** weave.h: the statements of an index, and how they hang together.
**
** A statement is what one or more wordings say in the very same words
** (similarity/said.h); a row of @said. Statements that are likely one remark
** make a pair, what hangs together by pairs a knot, and a knot is cut into
** remarks (similarity/knot.h). Nearly all statements are alone, and a remark
** each.
**
**   @wording   w1  w2  w3    w4    w5      quotes' parts, as reports carry them
**                \ |  /      |     |
**   @said        s1         s2 --- s3      different words
**                 |          \_____/
**   @knot         -            k1          likely pairs, what speaks against
**                 |           /  \
**   @remark       r1        r2    r3
**
** said   id (a serial, under which NEWS_LIST_WORDING knows it), knot (NULL:
**        alone), remark, n: wordings; wording: one of them, whose scene is
**        the least (byte by byte) and stands for those of all, so that what
**        pairs it makes does not depend on which came first; data:
**        newsSaidPack()
** knot   id, data: n (1 byte); of each statement, ordered by iText: id (4),
**        remark (4), iText (8), nWord (1, 255 for more); of each and those
**        before it (1 each): newsWeaveScore(); numbers have the low byte first
** carry  remark, outlet, n: of a remark in two reports or more, how many are
**        of each outlet
*/
#ifndef NEWS_WEAVE_H
#define NEWS_WEAVE_H

#include "similarity/knot.h"
#include "similarity/said.h"
#include "similarity/scene.h"
#include "sql/store.h"

/* Statements that have a key, for it to be looked at, and that of all of its
** words; statements that are compared with a new one. */
#define NEWS_WEAVE_LIST 64
#define NEWS_WEAVE_SAME 512
#define NEWS_WEAVE_NEAR 256

typedef struct NewsNode NewsNode;
struct NewsNode {
  u32 iId;
  u32 iKnot; /* 0: alone */
  u32 iRemark;
  i64 n;
  i64 iWording;
  NewsSaid said;
  NewsScene scene; /* Of iWording */
};

typedef struct NewsKnotted NewsKnotted;
struct NewsKnotted {
  u32 iId;
  u32 iRemark;
  u64 iText;
  u8 nWord; /* 255 for more */
};

typedef struct NewsKnot NewsKnot;
struct NewsKnot {
  u32 iId;
  u32 n;
  NewsKnotted a[NEWS_KNOT_MOST];
  u8 aScore[NEWS_KNOT_PAIRS(NEWS_KNOT_MOST)]; /* newsWeaveScore() of each */
};

/* Read a statement: 0 where there is none of this id, which is an error where
** bNeed. */
int newsNodeRead(NewsStore *p, u32 iId, int bNeed, NewsNode *pNode);

/* The statement with just these words; 0 where there is none. */
int newsNodeFind(NewsStore *p, const NewsSaid *pSaid, NewsNode *pNode);

/* Write a new one, alone and its own remark, with its first wording. */
void newsNodeNew(NewsStore *p, const NewsNode *pNode);

/* The keys of a statement in the lists, NEWS_SAID_KEYS + 1 at most: how
** many. */
u32 newsNodeKeys(const NewsNode *pNode, u32 *aKey);

/* The wording of one, whose rows are those that it has, is gone: let another be
** it, whose scene is the least. newsNodeCount() writes that. */
void newsNodeScene(NewsStore *p, NewsNode *pNode);

/* Write n and wording of one. */
void newsNodeCount(NewsStore *p, const NewsNode *pNode);

/* An empty knot, whose n statements and scores are the caller's to fill, or one
** as it is written, for sqlite3_free(): NULL after an error. Write one; take it
** away. */
NewsKnot *newsKnotNew(NewsStore *p);
NewsKnot *newsKnotRead(NewsStore *p, u32 iId);
void newsKnotWrite(NewsStore *p, const NewsKnot *pKnot);
void newsKnotDrop(NewsStore *p, u32 iId);

/* Which of its statements are one remark: newsKnotCut(). */
void newsKnotRemarks(NewsStore *p, const NewsKnot *pKnot, u8 *aOf);

/* A statement goes; is in another knot (0: alone); is another remark's, with
** its wordings, which is noted in p->vMoved. */
void newsNodeDrop(NewsStore *p, u32 iId);
void newsNodeTie(NewsStore *p, u32 iId, u32 iKnot);
void newsNodeMove(NewsStore *p, u32 iId, u32 iFrom, u32 iTo);

/* The words of a statement that are compared, as newsSaidRead() gives them, and
** its scene. */
void newsNodeWords(NewsStore *p, NewsNode *pNode, NewsVec *pWord);

/*
** Find what a new statement hangs together with, whose row and wording are
** written; pWord: its words. *pnBound counts where a bound was met.
*/
void newsWeaveIn(NewsStore *p, const NewsNode *pNode, NewsVec *pWord,
                 NewsVec *pTouched, u32 *pnBound);

/* The same for one that is there, and has another scene now. */
void newsWeaveAgain(NewsStore *p, NewsNode *pNode, NewsVec *pWord,
                    NewsVec *pTouched, u32 *pnBound);

/* Take out a statement that has no wording any more. All of these append to
** pTouched (of u32) the remarks whose statements are others than before. */
void newsWeaveOut(NewsStore *p, const NewsNode *pNode, NewsVec *pTouched);

/* Fail where a statement is likely one remark with one that is not of its
** knot. */
void newsWeaveCheck(NewsStore *p, NewsNode *pNode);

/* How surely two are one remark: newsSceneScore(), and NEWS_KNOT_MEET where
** the one is found by the other, as they have a key in common and are near. pA,
** pB: their words. */
u8 newsWeaveScore(NewsStore *p, const NewsNode *pa, NewsVec *pA,
                  const NewsNode *pb, NewsVec *pB);

#endif /* NEWS_WEAVE_H */
