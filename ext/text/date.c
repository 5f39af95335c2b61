/*
** date.c: see date.h.
*/
#include "text/date.h"

/* What is left to read. */
typedef struct DateText DateText;
struct DateText {
  const u8 *z;
  u32 n;
};

static int dateSkip(DateText *p, u8 c) {
  if( p->n == 0 || *p->z != c ) return 0;
  p->z++;
  p->n--;
  return 1;
}

static int dateDigit(const DateText *p) {
  return p->n > 0 && *p->z >= '0' && *p->z <= '9';
}

/* A number of just nDigit digits between iLeast and iMost. */
static int dateNumber(DateText *p, u32 nDigit, int iLeast, int iMost, int *pi) {
  int i = 0;
  while( nDigit-- > 0 ) {
    if( !dateDigit(p) ) return 0;
    i = 10 * i + (*p->z - '0');
    p->z++;
    p->n--;
  }
  *pi = i;
  return i >= iLeast && i <= iMost && !dateDigit(p);
}

/* The same in front of more digits. */
static int dateField(DateText *p, u32 nDigit, int iLeast, int iMost, int *pi) {
  DateText field = {p->z, NEWS_MIN(p->n, nDigit)};
  if( !dateNumber(&field, nDigit, iLeast, iMost, pi) ) return 0;
  p->z += nDigit;
  p->n -= nDigit;
  return 1;
}

/* Days since 1970-01-01 of a day of the Gregorian calendar: years are taken
** to begin in March, so that the odd day comes last (Hatcher 1985). */
static i64 dateDays(int y, int m, int d) {
  i64 iYear = m > 2 ? y : y - 1;
  i64 iMonth = m > 2 ? m - 3 : m + 9;
  i64 nDay = 365 * iYear + iYear / 4 - iYear / 100 + iYear / 400;
  return nDay + (153 * iMonth + 2) / 5 + d - 1 - 719468;
}

static int dateMonthDays(int y, int m) {
  static const u8 aDay[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int bLeap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
  return aDay[m - 1] + (m == 2 && bLeap);
}

/* 2026, 2026-11, 2026-11-21, 20261121. */
static int dateDay(DateText *p, i64 *pnDay) {
  int y, m = 1, d = 1;
  if( !dateField(p, 4, 0, 9999, &y) ) return 0;
  if( dateDigit(p) ) {
    if( !dateField(p, 2, 1, 12, &m) ) return 0;
    if( !dateNumber(p, 2, 1, dateMonthDays(y, m), &d) ) return 0;
  } else if( dateSkip(p, '-') ) {
    if( !dateNumber(p, 2, 1, 12, &m) ) return 0;
    if( dateSkip(p, '-') && !dateNumber(p, 2, 1, dateMonthDays(y, m), &d) ) {
      return 0;
    }
  }
  *pnDay = dateDays(y, m, d);
  return 1;
}

/* 10:30, 10:30:05, 10:30:05.25, or without colons: seconds; parts of one are
** left out. */
static int dateClock(DateText *p, i64 *piSecond) {
  int h, m, s = 0, bColon;
  if( !dateField(p, 2, 0, 24, &h) ) return 0;
  bColon = dateSkip(p, ':');
  if( !dateField(p, 2, 0, 59, &m) ) return 0;
  if( bColon ? dateSkip(p, ':') : dateDigit(p) ) {
    if( !dateNumber(p, 2, 0, 60, &s) ) return 0;
    if( dateSkip(p, '.') || dateSkip(p, ',') ) {
      if( !dateDigit(p) ) return 0;
      while( dateDigit(p) ) dateSkip(p, *p->z);
    }
  }
  *piSecond += 3600 * h + 60 * m + s;
  return 1;
}

/* Z, +02, +0200, +02:00, or nothing. */
static int dateZone(DateText *p, i64 *piSecond) {
  int h, m = 0, iSign = 0;
  if( dateSkip(p, 'Z') || dateSkip(p, 'z') ) return 1;
  if( dateSkip(p, '+') ) iSign = 1;
  if( !iSign && dateSkip(p, '-') ) iSign = -1;
  if( !iSign ) return 1;
  if( !dateField(p, 2, 0, 23, &h) ) return 0;
  if( (dateSkip(p, ':') || dateDigit(p)) && !dateField(p, 2, 0, 59, &m) )
    return 0;
  *piSecond -= iSign * (3600 * h + 60 * m);
  return 1;
}

int newsDateRead(const u8 *z, u32 n, i64 *pi) {
  DateText text = {z, n};
  i64 nDay, iSecond = 0;
  while( dateSkip(&text, ' ') || dateSkip(&text, '\n') ) {
  }
  if( !dateDay(&text, &nDay) ) return 0;
  if( dateSkip(&text, 'T') || dateSkip(&text, 't') ||
      (text.n > 1 && text.z[1] > ' ' && dateSkip(&text, ' ')) ) {
    if( !dateClock(&text, &iSecond) ) return 0;
    if( text.n > 1 && text.z[1] > ' ' ) dateSkip(&text, ' ');
    if( !dateZone(&text, &iSecond) ) return 0;
  }
  while( dateSkip(&text, ' ') || dateSkip(&text, '\n') ) {
  }
  *pi = 86400 * nDay + iSecond;
  return text.n == 0;
}
