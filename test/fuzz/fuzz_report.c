/*
** fuzz_report.c: every function over any bytes, for libFuzzer (make fuzz).
**
** The input is a report; what follows its last FE byte, or else its second
** half, is the other text, pattern or query.  It is given as TEXT and as BLOB
** to a UTF-8 and to a UTF-16 database.  No function may fail over it, and
** what the contract says of positions must hold: a check is a query that
** gives the rows in which it does not.
*/
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "news.h"

#define MAY_FAIL 1  /* Errors are answers: patterns, forged signatures */
#define CHECK 2     /* A row is a fault */
#define TEXT_ONLY 4 /* substr() counts bytes in a BLOB */

/* The words of a quote are its pieces, joined by spaces. */
#define PIECES(slice)                                                \
  "SELECT id, quote FROM news_quotes(?1, 'all') AS q WHERE quote IS" \
  " NOT (SELECT group_concat(t, ' ') FROM (SELECT " slice            \
  "(?1, value->>0, value->>1) AS t FROM json_each(q.pieces)))"

/* What a column says is what its position says. */
#define PLACE(tvf, text, slice, start)                            \
  "SELECT id, " text " FROM " tvf " WHERE " text " IS NOT " slice \
  "(?1, " start "start, " start "length)"

static const struct {
  const char *zSql;
  int flags;
} aQuery[] = {
    {"SELECT * FROM news_quotes(?1)", 0},
    {"SELECT * FROM news_quotes(?1, 'all')", 0},
    {"SELECT * FROM news_sources(?1)", 0},
    {"SELECT * FROM news_credits(?1)", 0},
    {"SELECT * FROM news_sentences(?1)", 0},
    {"SELECT * FROM news_words(?1)", 0},
    {"SELECT * FROM news_match(?1, ?2)", MAY_FAIL},
    {"SELECT news_fold(?1)", 0},
    {"SELECT * FROM news_shared(?1, ?2)", MAY_FAIL},
    {"SELECT news_diff(?1, ?2)", MAY_FAIL},
    {"SELECT news_quote_similarity(?1, ?2)", MAY_FAIL},
    {"SELECT news_similarity(news_signature(?1), ?2)", MAY_FAIL},
    {"SELECT news_slice(?1, length(?2), -3), news_slice(?1, -9, 5)", 0},
    {PIECES("substr"), CHECK | TEXT_ONLY},
    {PIECES("news_slice"), CHECK},
    {PLACE("news_quotes(?1, 'all')", "cue", "news_slice", "cue_"), CHECK},
    {PLACE("news_quotes(?1)", "mention", "news_slice", "mention_"), CHECK},
    {PLACE("news_sentences(?1)", "text", "substr", ""), CHECK | TEXT_ONLY},
    {PLACE("news_sentences(?1)", "text", "news_slice", ""), CHECK},
    {PLACE("news_words(?1)", "text", "substr", ""), CHECK | TEXT_ONLY},
    {PLACE("news_words(?1)", "text", "news_slice", ""), CHECK},
    {PLACE("news_match(?1, ?2)", "text", "news_slice", ""), CHECK | MAY_FAIL},
    {"SELECT id FROM news_quotes(?1, 'all')"
     " WHERE confidence NOT BETWEEN 0 AND 1 OR length < 1 OR start < 1",
     CHECK},
    {"SELECT id FROM news_shared(?1, ?2)"
     " WHERE a_text IS NOT news_slice(?1, a_start, a_length)"
     " OR b_text IS NOT news_slice(?2, b_start, b_length)",
     CHECK | MAY_FAIL},
    {"SELECT a, b FROM (SELECT news_similarity(?1, ?2) AS a,"
     " news_similarity(?2, ?1) AS b)"
     " WHERE a IS NOT b OR a NOT BETWEEN 0 AND 1",
     CHECK | MAY_FAIL},
    {"SELECT id FROM news_quotes(?1) WHERE source IS NOT NULL"
     " AND source NOT IN (SELECT id FROM news_sources(?1))",
     CHECK},
};
#define N_QUERY ((int)(sizeof(aQuery) / sizeof(aQuery[0])))

typedef struct Side Side;
struct Side {
  sqlite3 *db;
  sqlite3_stmt *aQuery[N_QUERY];
};
static Side aSide[2]; /* UTF-8, UTF-16 */

static void fault(sqlite3_stmt *pStmt, const char *zWhat) {
  fprintf(stderr, "%s\n  in: %s\n", zWhat, sqlite3_sql(pStmt));
  abort();
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *zSql) {
  sqlite3_stmt *pStmt = 0;
  if( sqlite3_prepare_v2(db, zSql, -1, &pStmt, 0) != SQLITE_OK ) {
    fprintf(stderr, "%s\n  in: %s\n", sqlite3_errmsg(db), zSql);
    abort();
  }
  return pStmt;
}

int LLVMFuzzerInitialize(int *pnArg, char ***pazArg);
int LLVMFuzzerInitialize(int *pnArg, char ***pazArg) {
  int i, j;
  (void)pnArg;
  (void)pazArg;
  sqlite3_auto_extension((void (*)(void))sqlite3_news_init);
  for( i = 0; i < 2; i++ ) {
    Side *p = &aSide[i];
    if( sqlite3_open(":memory:", &p->db) != SQLITE_OK ) abort();
    sqlite3_exec(p->db,
                 i ? "PRAGMA encoding = 'UTF-16'" : "PRAGMA encoding = 'UTF-8'",
                 0, 0, 0);
    for( j = 0; j < N_QUERY; j++ ) {
      p->aQuery[j] = prepare(p->db, aQuery[j].zSql);
    }
  }
  return 0;
}

static void bind(sqlite3_stmt *pStmt, int i, const uint8_t *z, size_t n,
                 int bBlob) {
  if( i > sqlite3_bind_parameter_count(pStmt) ) return;
  if( bBlob ) {
    sqlite3_bind_blob64(pStmt, i, z, n, SQLITE_STATIC);
  } else {
    sqlite3_bind_text64(pStmt, i, (const char *)z, n, SQLITE_STATIC,
                        SQLITE_UTF8);
  }
}

/* Read all columns, as a host would. */
static void readRow(sqlite3_stmt *pStmt) {
  int i;
  for( i = 0; i < sqlite3_column_count(pStmt); i++ ) {
    sqlite3_column_text(pStmt, i);
    sqlite3_column_bytes(pStmt, i);
  }
}

static void run(sqlite3_stmt *pStmt, int flags, const uint8_t *a, size_t nA,
                const uint8_t *b, size_t nB, int bBlob) {
  int rc;
  bind(pStmt, 1, a, nA, bBlob);
  bind(pStmt, 2, b, nB, bBlob);
  while( (rc = sqlite3_step(pStmt)) == SQLITE_ROW ) {
    readRow(pStmt);
    if( flags & CHECK ) {
      fault(pStmt, (const char *)sqlite3_column_text(pStmt, 0));
    }
  }
  if( rc != SQLITE_DONE && (flags & MAY_FAIL) == 0 ) {
    fault(pStmt, sqlite3_errmsg(sqlite3_db_handle(pStmt)));
  }
  sqlite3_reset(pStmt);
  sqlite3_clear_bindings(pStmt);
}

int LLVMFuzzerTestOneInput(const uint8_t *a, size_t nA);
int LLVMFuzzerTestOneInput(const uint8_t *a, size_t nA) {
  size_t n = nA;
  const uint8_t *b;
  size_t nB;
  int i, j, bBlob;
  while( n > 0 && a[n - 1] != 0xfe ) n--;
  if( n == 0 ) n = nA / 2;
  b = &a[n];
  nB = nA - n;
  if( n > 0 && a[n - 1] == 0xfe ) nA = n - 1;
  for( i = 0; i < 4; i++ ) {
    const Side *p = &aSide[i / 2];
    bBlob = i % 2;
    for( j = 0; j < N_QUERY; j++ ) {
      int flags = aQuery[j].flags;
      if( bBlob && (flags & TEXT_ONLY) ) continue;
      run(p->aQuery[j], flags, a, nA, b, nB, bBlob);
    }
  }
  return 0;
}
