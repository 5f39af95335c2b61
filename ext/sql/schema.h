/*
** schema.h: the shadow tables of an index: format 4.
**
** Of an index "wire" the table called quote here is "wire_quote". Those of
** the first part are what users join (README.md says what their columns mean);
** the others are the index's own affair.
**
**   report   id is the rowid of the report
**   credit   rows of news_credits(body)
**   quote    rows of news_quotes(body); no: its id there; source: id in
**            source, or NULL
**   source   rows of news_sources(body); no: its id there; entity: id; form:
**            of a named one, id in name
**   wording  statements of quotes; quote, remark, said: ids; quote is NULL for
**            words in marks that are nobody's speech; stamp: as in doc;
**            scene: newsScenePack(), NULL where no other report can have it
**   remark   statements, each in all its wordings
**   entity   sources, each in all its reports
**   event    reports of one event
**
**   config   k, v: version, results, lexicon, unicode, generation, serial,
**            gone (1: lists may have statements that are gone), and how far
**            a stepwise command is
**   content  the columns as they were given, where there is no content table:
**            id, body, title, outlet, published
**   doc      report; serial: the number under which lists know it; stamp:
**            published as seconds since 1970, 2^62 where it is unknown
**            (report_time in sql/views.sql reads it);
**            bounded: how many bounds of work its statements met, or NULL
**   gist     reports that events are known by; see event.h
**   member   the reports of each event, by date
**   todo     reports that 'rebuild' has still to add, by stamp and report
**   name     forms in which named sources' names stand: entityname.c
**   voice    remarks that unnamed sources speak: entityvoice.c
**   said, knot, carry: how wordings hang together; see weave.h
**   log, seg, block: lists of items by keys; see list.h
**
** In format 1 said was without the places of stems, wording without scenes,
** and config without results; in format 2 said did not tell what is denied, nor
** gist which numbers are days; in format 3 said did not tell what stands around
** a statement that says little. Scenes from before 0.8 have no topic, and are
** read as such.
*/
#ifndef NEWS_SCHEMA_H
#define NEWS_SCHEMA_H

#include "sql/store.h"

#define NEWS_SCHEMA_VERSION 4

/* Published, unknown: after everything known. */
#define NEWS_STAMP_UNKNOWN ((i64)1 << 62)
#define NEWS_STAMP_UNKNOWN_SQL "4611686018427387904"

/* Create, rename and drop all of them. Errors in p. bContent: the index keeps
** the content itself. */
void newsSchemaCreate(NewsStore *p, int bContent);
void newsSchemaRename(NewsStore *p, int bContent, const char *zNew);
void newsSchemaDrop(NewsStore *p);

/* Delete all rows, but for content and config; give a new generation. Tables
** that are not there any more, but for content, are made anew. */
void newsSchemaEmpty(NewsStore *p);

/* Whether a suffix is that of a shadow table. */
int newsSchemaHas(const char *zSuffix);

/* Write the versions into config: of the format, of the results (the first two
** numbers of news_version()), of the lexicon and of Unicode. */
void newsSchemaStamp(NewsStore *p);

/* Fail where the tables were made by another version of any: "run
** 'rebuild'". */
void newsSchemaCheck(NewsStore *p);

#endif /* NEWS_SCHEMA_H */
