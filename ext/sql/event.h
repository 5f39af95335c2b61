/*
** event.h: the reports of an index, by the event that they tell of.
**
** A report is placed when it comes: with the event that it is near to, or, if
** none is near enough, with one of its own (gist.h says what near is). It stays
** there; what comes later moves no report.
**
**     the report's gist
**        |  its keys in the list NEWS_LIST_EVENT
**        v
**     anchors that share keys --> their events --> how near each is --> one
**
** Only the first NEWS_ANCHOR_MOST reports of an event are its anchors: have a
** row in gist, stand in the list, and are compared with. So lists and work stay
** small however many reports an event has, and it stays the event that it began
** as, where each report that joins would let it drift.
**
** Tables of its own:
**   gist    the anchors: event, serial; stamp as in doc; title: first words of
**           a report without a title; data: newsGistPack()
**   member  the reports of each event by date: event, stamp, report
** An event's id is the serial of the report that began it. Its title is that of
** the anchor nearest to all anchors.
*/
#ifndef NEWS_EVENT_H
#define NEWS_EVENT_H

#include "sql/place.h"

/* Place a report (see place.h), or take it out. */
void newsEventAdd(NewsPlace *p);
void newsEventRemove(NewsStore *p, i64 iReport);

/* Fail where the gist of a report is not that of its text, and count its
** postings; then, behind all reports, where the events are not what their
** reports make them. */
void newsEventCheckReport(NewsPlace *p, NewsPlaced *pPlaced);
void newsEventCheck(NewsStore *p, const NewsPlaced *pPlaced);

#endif /* NEWS_EVENT_H */
