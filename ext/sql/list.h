/*
** list.h: lists of items by keys: which reports, statements ... have a key.
**
** A log-structured merge tree (O'Neil, Cheng, Gawlick, O'Neil 1996) over three
** shadow tables. An item is a number that only grows (newsStoreSerial), so that
** what is added later stands behind what was there.
**
**     new items        log rows  +  the same in memory, as a hash table
**        |  more than NEWS_LIST_LOG postings
**        v
**     level 0          seg seg seg       a segment holds a range of items:
**        |  NEWS_LIST_FAN of them        postings ordered by key, then item,
**        v                               in blocks of about NEWS_LIST_BLOCK
**     level 1          seg seg seg       bytes
**
** log (id, list, data): id counts the rows; of the items of one report
**     (varint item, varint n, n keys of 4 bytes, low byte first)*
** seg (id, list, level, low, n): low is not above any item, n postings; items
**     of a segment with a larger id are all larger, in the same list
** block (id, data): id is seg * 2^32 + k, where k is the key of the first
**     posting, or one more than that of the block before if that is not less:
**     the blocks of a segment are in order, and no key of one is greater than
**     the k of the next
**     data: varint key of the first posting, varint item - low,
**     (varint key - key before, varint item')*, where item' is item - low for
**     the first posting of a key in the block, and for others item - the item
**     before
**
** A varint has seven bits a byte, low ones first, the highest bit set in all
** but the last.
**
** Items that are gone stay in the lists: who finds one that is not there any
** more passes over it, and takes the next. 'optimize' makes one segment of each
** list, without them.
**
** What is in memory is that of the log as of a generation (config) and a last
** id; it is read when it is needed, read on where there are more rows, and
** forgotten after errors and when a transaction or savepoint is rolled back.
*/
#ifndef NEWS_LIST_H
#define NEWS_LIST_H

#include "sql/store.h"

/* The lists. */
#define NEWS_LIST_REPORT 0
#define NEWS_LIST_WORDING 1
#define NEWS_LIST_EVENT 2
#define NEWS_LISTS 3

/* Tests have them small (Makefile: SMALL), so that lists of a few reports are
** spilt and merged. What is found does not depend on them. */
#ifndef NEWS_LIST_LOG
#define NEWS_LIST_LOG 200000
#define NEWS_LIST_FAN 4
#define NEWS_LIST_BLOCK 980 /* So that four are on a page of 4 KB */
#endif

int newsListsNew(NewsLists **pp);
void newsListsFree(NewsLists *p);

/* An item has gone, and stays in its lists until they are optimized. */
void newsListSetGone(NewsStore *p);

/* Whether an item is there yet; 1 where too much was asked already. */
int newsListLive(NewsStore *p, int eList, u32 iItem);

/* As of when something is kept in memory. Zeroed where nothing is yet. */
typedef struct NewsHold NewsHold;
struct NewsHold {
  u32 iEpoch; /* Another after what was in memory has been forgotten: then an
               ** item may be another one than it was */
  u32 iTurn;  /* The store's, where it matters; else 0 */
};

/*
** Whether what a user of the lists keeps in memory, as of *p, holds; where it
** does not, *p becomes of now, and the user must empty it. It holds until the
** lists are forgotten; with bTurn, for what others could change in the tables,
** only as long as the same transaction writes, too. p may be NULL where nothing
** is kept: that holds. After errors, see newsStoreOk().
*/
int newsListsHold(NewsStore *pStore, NewsHold *p, int bTurn);

/* Forget what is in memory; keep it, but look whether it still holds before it
** is used next. p may be NULL. */
void newsListsForget(NewsLists *p);
void newsListsClose(NewsLists *p);

/* An item has n different keys. Items ascend. It is in the lists at once, and
** in the tables after newsListFlush(), which must follow before the work is
** ended. */
void newsListAdd(NewsStore *p, int eList, u32 iItem, const u32 *aKey, u32 n);
void newsListFlush(NewsStore *p);

/* n keys will be looked for: only faster. */
void newsListAhead(NewsStore *p, int eList, const u32 *aKey, u32 n);

/*
** Append the items of a key to pVec (of u32), in ascending order, if there are
** no more than nMost; else none. How many there are, nMost + 1 for more. Some
** may be gone; they do not make a key have too many.
*/
u32 newsListFind(NewsStore *p, int eList, u32 key, u32 nMost, NewsVec *pVec);

/* Make one segment of each list, without the items that are gone. */
void newsListOptimize(NewsStore *p);

/*
** Fail where the tables are not in order, or do not have just the postings of
** items that are there: nPost of them, for which newsListHash() adds up to
** iSum.
*/
void newsListCheck(NewsStore *p, int eList, u64 nPost, u64 iSum);
u64 newsListHash(u32 key, u32 iItem);

#endif /* NEWS_LIST_H */
