/*
** utf8.h: characters as SQLite counts them.
**
** A character is what substr() and length() count as one: a byte below C0
** alone, or a byte from C0 on with all the bytes 80..BF that follow it.  So
** every byte string has characters, however bad, and positions agree with
** substr() in every row.
*/
#ifndef NEWS_UTF8_H
#define NEWS_UTF8_H

#include "base/base.h"

/* The code point that stands for bytes that are no UTF-8. */
#define NEWS_BAD_CHAR 0xfffd

/* Length in bytes (>= 1) of the character at z, n > 0 bytes before the end;
** *pCode becomes its code point, NEWS_BAD_CHAR where it is not valid. */
u32 newsUtf8Read(const u8 *z, u32 n, u32 *pCode);

/*
** The same, but a mark, dash or ellipsis that was read as Windows-1252 and
** written as UTF-8 once more, three characters (a, euro, oe for a
** quotation mark), is one code point: that which was meant.
*/
u32 newsUtf8Mend(const u8 *z, u32 n, u32 *pCode);

/* Number of characters in n bytes. */
u32 newsUtf8Count(const u8 *z, u32 n);

/* Offset in bytes of character iChar (from 0) in n bytes; n if past the end. */
u32 newsUtf8Offset(const u8 *z, u32 n, u32 iChar);

/* Where the character begins that byte i is of; iFrom if before it. */
u32 newsUtf8Begin(const u8 *z, u32 iFrom, u32 i);

#endif /* NEWS_UTF8_H */
