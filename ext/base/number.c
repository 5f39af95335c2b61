/*
** number.c: see number.h.
*/
#include "base/number.h"

#include <stdlib.h>

static int numberOrder(const void *a, const void *b) {
  u32 x = *(const u32 *)a, y = *(const u32 *)b;
  return x < y ? -1 : x > y;
}

void newsNumberSort(u32 *a, u32 n) {
  if( n > 1 ) qsort(a, n, sizeof(*a), numberOrder);
}

u32 newsNumberOnce(u32 *a, u32 n) {
  u32 i, nOut = 0;
  newsNumberSort(a, n);
  for( i = 0; i < n; i++ ) {
    if( nOut == 0 || a[nOut - 1] != a[i] ) a[nOut++] = a[i];
  }
  return nOut;
}
