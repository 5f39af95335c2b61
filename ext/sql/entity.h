/*
** entity.h: one source over many reports.
**
** Named sources are one entity where their names are one's (alias.h): rows of
** @name are the forms in which names stand, with what their roles tell (who.h);
** entityname.c says which are one. Each unnamed source is an entity of its own,
** but for those of different reports that speak direct quotes with one remark,
** which say enough for that, and are not told apart by how they are described:
** entityvoice.c.
**
** Both follow from what the tables hold, in whatever order it came. An entity
** that changes keeps its number for the greater part of its forms or sources.
*/
#ifndef NEWS_SQL_ENTITY_H
#define NEWS_SQL_ENTITY_H

#include "sql/idset.h"
#include "sql/place.h"

/*
** Before the sources of a report are written: the entity of each into
** p->aEntity, the row of its form into p->aForm (0 for an unnamed one), by
** their no - 1. Unnamed ones are entities of their own.
*/
void newsEntityBegin(NewsPlace *p);

/*
** When all rows of the report are there and its wordings have their remarks:
** find its unnamed sources in other reports. Statements of others whose remark
** changed are in pStore->vMoved, which is empty afterwards.
*/
void newsEntityAdd(NewsPlace *p);

/*
** Take the sources of a report out: with their rows. Its wordings are gone;
** vMoved as above.
*/
void newsEntityRemove(NewsStore *p, i64 iReport);

/* Fail where the tables are not what they should be: those of the sources,
** quotes and wordings have been found in order. */
void newsEntityCheck(NewsStore *p);

/*------------------------------------------------------- for entity*.c only */

/* A form or source, and which of a number of groups it belongs to. */
typedef struct NewsMember NewsMember;
struct NewsMember {
  i64 iId;     /* Row of @name or @source */
  i64 iReport; /* Of a source */
  i64 iOld;    /* Its entity, 0 for none yet */
  i64 iNew;    /* Its entity now */
  i64 nWeight; /* Sources that it stands for */
  u32 iGroup;  /* From 0 */
};

/*
** Entities for n members, whose groups are below nGroup: sets iNew. Each group
** takes over the entity that most of it had, as far as no other has more of
** it; others get new ones, without a name or reports. Reorders a.
*/
void newsMemberAssign(NewsStore *p, NewsMember *a, u32 n, u32 nGroup,
                      int bNamed);

/* A source goes over to another entity; both are counted, and the one that it
** leaves is noted in pTouch. */
void newsMemberMove(NewsStore *p, i64 iSource, i64 iReport, i64 iFrom, i64 iTo,
                    NewsIdSet *pTouch);

/* Note an entity whose name is to be looked at again. */
void newsMemberTouch(NewsStore *p, NewsIdSet *pTouch, i64 iEntity);

/* A new entity: its id. z and zKind may be NULL as yet. */
i64 newsMemberNew(NewsStore *p, const char *z, const char *zKind, int bNamed,
                  int nReport);

/* An entity has n reports more; it is called z from now on. z NULL: it goes if
** it has no reports. */
void newsMemberCount(NewsStore *p, i64 iEntity, int n);
void newsMemberCall(NewsStore *p, i64 iEntity, const char *z,
                    const char *zKind);

/* Name and kind of the first row of a statement, in the arena: 0, and NULL,
** where it has none. */
int newsMemberBest(NewsStore *p, sqlite3_stmt *pStmt, const char **pz,
                   const char **pzKind);

/* entityname.c: forms of names. pTouch gets the entities that have others
** than before. */
i64 newsFormAdd(NewsStore *p, const NewsSource *pSource, NewsIdSet *pTouch);
i64 newsFormEntity(NewsStore *p, i64 iForm);
void newsFormRaise(NewsStore *p, i64 iForm); /* It has one source more */
void newsFormRemove(NewsStore *p, i64 iForm, NewsIdSet *pTouch);
void newsFormCall(NewsStore *p, i64 iEntity);
void newsFormCheck(NewsStore *p);

/* entityvoice.c: unnamed sources and the remarks that they speak. A change is
** prepared while @voice still has what was before, and made when the other
** tables have what is now. */
typedef struct NewsVoices NewsVoices;
struct NewsVoices {
  NewsVec vDirty; /* of i64: sources whose remarks change */
  NewsVec vAll;   /* of NewsMember: all that hang together with them */
};
void newsVoiceDirty(NewsStore *p, NewsVoices *pVoices, i64 iSource);

/* Whether a source that goes, the only one of its report in its entity, leaves
** that as it was, its name too, so that newsVoiceDrop() is all there is to do
** with it. */
int newsVoiceLeaves(NewsStore *p, i64 iSource, i64 iEntity);
void newsVoiceDrop(NewsStore *p, i64 iSource);

void newsVoicePrepare(NewsStore *p, NewsVoices *pVoices);
void newsVoiceChange(NewsStore *p, NewsVoices *pVoices, NewsIdSet *pTouch);
void newsVoiceFree(NewsVoices *pVoices);
void newsVoiceCall(NewsStore *p, i64 iEntity);
void newsVoiceCheck(NewsStore *p);

#endif /* NEWS_SQL_ENTITY_H */
