/*
** recall.h: statements that were read, in memory.
**
** What is near to one statement is mostly near to the next of its kind, and the
** members of a knot are compared with each that comes to it: five of six that
** are read were read before. So the last of them are kept, with their words, in
** NEWS_RECALL_SLOTS slots, an id's being its lowest bits, for as long as
** nothing else can change them: until the transaction that writes the index
** ends or is rolled back in part. Who writes a row of @said changes it here
** too. */
#ifndef NEWS_RECALL_H
#define NEWS_RECALL_H

#include "sql/weave.h"

#define NEWS_RECALL_SLOTS 8192
#define NEWS_RECALL_WORDS 64 /* Words of a statement that is kept, at most */

void newsRecallsFree(NewsRecalls *p);

/* What is kept of a statement, without its scene, to be read and changed; NULL
** where there is nothing. Valid until the next call. */
NewsNode *newsRecallNode(NewsStore *p, u32 iId);

/* Words and scene of one, as newsNodeWords() gives them; 0 where they are not
** kept. */
int newsRecallWords(NewsStore *p, NewsNode *pNode, NewsVec *pWord);

/* Keep a statement as its row is; its words and scene, too; forget the words,
** or all. */
void newsRecallPut(NewsStore *p, const NewsNode *pNode);
void newsRecallPutWords(NewsStore *p, const NewsNode *pNode,
                        const NewsVec *pWord);
void newsRecallDropWords(NewsStore *p, u32 iId);
void newsRecallDrop(NewsStore *p, u32 iId);

#endif /* NEWS_RECALL_H */
