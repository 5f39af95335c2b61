/*
** left.h: what one wording of a remark has that another leaves out.
**
** A diff lists all that is worded otherwise. Left out is less: words of content
** for which the other text has neither the same, nor any that is like it, nor
** another word in that place.
**
**     "The dam is safe for now, but the lower village should leave on Friday"
**                               --- the lower village should leave on Friday
**     "For the moment the dam is safe"
*/
#ifndef NEWS_LEFT_H
#define NEWS_LEFT_H

#include "base/arena.h"

/* Append to pOut the runs of words of a that b leaves out, parted by " ... ".
** How many they are. Errors in pArena->rc and in pOut. */
int newsLeftOut(NewsArena *pArena, const u8 *za, u32 na, const u8 *zb, u32 nb,
                sqlite3_str *pOut);

#endif /* NEWS_LEFT_H */
