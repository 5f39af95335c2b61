/*
** anchor.h: events with their anchors (event.h), in memory.
**
** A new report is compared with a dozen events, and to read their rows each
** time would be a tenth of its work. So events that were read or written are
** kept for as long as nothing else can change them: until the transaction that
** writes the index ends, is rolled back in part, or up to NEWS_ANCHOR_BYTES of
** them. What is not there is read from the tables: it changes no result.
*/
#ifndef NEWS_ANCHOR_H
#define NEWS_ANCHOR_H

#include "similarity/gist.h"
#include "sql/store.h"

#define NEWS_ANCHOR_MOST 8 /* Reports that an event is known by */
#define NEWS_ANCHOR_BYTES 33554432

/* An event with its anchors, ordered by serial. */
typedef struct NewsAnchored NewsAnchored;
struct NewsAnchored {
  i64 iEvent;
  u32 n;
  struct {
    i64 iSerial;
    i64 iStamp;
  } a[NEWS_ANCHOR_MOST];
  NewsGist aGist[NEWS_ANCHOR_MOST]; /* Only the first n are there */
};

/* Bytes of an event with n anchors. */
static inline size_t newsAnchorBytes(u32 n) {
  return offsetof(NewsAnchored, aGist) + n * sizeof(NewsGist);
}

void newsAnchorsFree(NewsAnchors *p);

/* The event of which a serial is an anchor; an event by its id. NULL where it
** is not known. Valid until another is put or dropped. */
const NewsAnchored *newsAnchorOf(NewsStore *p, i64 iSerial);
const NewsAnchored *newsAnchorEvent(NewsStore *p, i64 iEvent);

/* Keep an event with all its anchors; forget one that changes. */
void newsAnchorPut(NewsStore *p, const NewsAnchored *pEvent);
void newsAnchorDrop(NewsStore *p, i64 iEvent);

#endif /* NEWS_ANCHOR_H */
