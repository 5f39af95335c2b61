/*
** date.h: when a report was published, as a number to order by.
**
** ISO 8601 as newspapers' systems write it: 2026, 2026-11, 2026-11-21 or
** 20261121, followed by T or a space and 10:30, 10:30:05 or 10:30:05.25, with
** or without the colons, and Z, +02, +0200 or +02:00. Without a zone it is UTC.
** What is not given is the first of it.
*/
#ifndef NEWS_DATE_H
#define NEWS_DATE_H

#include "base/base.h"

/* Seconds since 1970-01-01 of n bytes at z into *pi; 0 where they are no
** date. Blanks around it are let pass. */
int newsDateRead(const u8 *z, u32 n, i64 *pi);

#endif /* NEWS_DATE_H */
