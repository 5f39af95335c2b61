/*
** sketch.h: statements in short, in memory.
**
** Most statements that have a key in common are far from each other, and to
** read the row of each (weave.h) would be most of the work where an index is
** large. So those that were written or read are kept in short: a table of
** slots, an id's being its lowest bits, which is taken over by who comes last
** and grows as it fills, up to NEWS_SKETCH_MOST slots of 48 bytes. What it does
** not know is read from the tables: it changes no result.
*/
#ifndef NEWS_SKETCH_H
#define NEWS_SKETCH_H

#include "similarity/said.h"
#include "sql/store.h"

#define NEWS_SKETCH_MOST 1048576

void newsSketchesFree(NewsSketches *p);

/* Keep a statement in short. */
void newsSketchPut(NewsStore *p, u32 iId, const NewsSaid *pSaid);

/* Whether it is known that newsSaidNear() is 0 for pSaid and statement iId. */
int newsSketchFar(NewsStore *p, u32 iId, const NewsSaid *pSaid);

#endif /* NEWS_SKETCH_H */
