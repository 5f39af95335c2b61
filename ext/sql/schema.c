/*
** schema.c: see schema.h.
*/
#include "sql/schema.h"

#include <utf8proc.h>

#include "lexicon/lexicon.h"
#include "news.h"

#define SCHEMA_BARE 1    /* WITHOUT ROWID */
#define SCHEMA_CONTENT 2 /* Only where the index keeps the content */
#define SCHEMA_STAY 4    /* newsSchemaEmpty() leaves it alone */

/*
** The tables. Indexes are made by UNIQUE rather than CREATE INDEX: SQLite
** names them after their table, and renames them with it.
*/
static const struct {
  const char *zName;
  const char *zColumns;
  u8 mHow; /* SCHEMA_... */
} aSchema[] = {
    {"report",
     "id INTEGER PRIMARY KEY, outlet, published, title, n_words INTEGER,"
     " n_quotes INTEGER, event INTEGER, UNIQUE(event, outlet, id)",
     0},
    {"credit",
     "id INTEGER PRIMARY KEY, report INTEGER, kind TEXT, name TEXT,"
     " place TEXT, date TEXT, UNIQUE(report, id)",
     0},
    {"quote",
     "id INTEGER PRIMARY KEY, report INTEGER, no INTEGER, kind TEXT,"
     " act TEXT, quote TEXT, start INTEGER, length INTEGER, cue TEXT,"
     " cue_lemma TEXT, mention TEXT, speaker TEXT, source INTEGER, via TEXT,"
     " part TEXT, paragraph INTEGER, n_words INTEGER, confidence REAL,"
     " UNIQUE(report, no), UNIQUE(source, id)",
     0},
    {"source",
     "id INTEGER PRIMARY KEY, report INTEGER, no INTEGER, name TEXT,"
     " kind TEXT, named INTEGER, role TEXT, affiliation TEXT, anonymity TEXT,"
     " n_quotes INTEGER, n_words INTEGER, entity INTEGER, form INTEGER,"
     " UNIQUE(report, no), UNIQUE(entity, id), UNIQUE(form, id)",
     0},
    {"wording",
     "id INTEGER PRIMARY KEY, report INTEGER, quote INTEGER, text TEXT,"
     " start INTEGER, length INTEGER, remark INTEGER, said INTEGER,"
     " stamp INTEGER, scene BLOB, UNIQUE(report, id), UNIQUE(quote, id),"
     " UNIQUE(remark, stamp, report, id)",
     0},
    {"remark",
     "id INTEGER PRIMARY KEY, text TEXT, n_reports INTEGER,"
     " n_outlets INTEGER, n_wordings INTEGER, first_report INTEGER,"
     " first_published",
     0},
    {"entity",
     "id INTEGER PRIMARY KEY, name TEXT, kind TEXT, named INTEGER,"
     " n_reports INTEGER",
     0},
    {"event",
     "id INTEGER PRIMARY KEY, title TEXT, n_reports INTEGER,"
     " n_outlets INTEGER, first_published, last_published",
     0},
    {"name",
     "id INTEGER PRIMARY KEY, name TEXT, kind TEXT, block TEXT, key TEXT,"
     " rank INTEGER, n INTEGER, entity INTEGER, UNIQUE(name, kind),"
     " UNIQUE(block, key, id), UNIQUE(entity, id)",
     0},
    {"voice",
     "remark INTEGER, source INTEGER, PRIMARY KEY(remark, source),"
     " UNIQUE(source, remark)",
     SCHEMA_BARE},
    {"config", "k TEXT PRIMARY KEY, v", SCHEMA_BARE | SCHEMA_STAY},
    {"content", "id INTEGER PRIMARY KEY, body, title, outlet, published",
     SCHEMA_CONTENT},
    {"doc",
     "report INTEGER PRIMARY KEY, serial INTEGER UNIQUE, stamp INTEGER,"
     " bounded INTEGER",
     0},
    {"gist",
     "event INTEGER, serial INTEGER UNIQUE, stamp INTEGER, title TEXT,"
     " data BLOB, PRIMARY KEY(event, serial)",
     SCHEMA_BARE},
    {"member",
     "event INTEGER, stamp INTEGER, report INTEGER,"
     " PRIMARY KEY(event, stamp, report)",
     SCHEMA_BARE},
    {"todo", "stamp INTEGER, report INTEGER UNIQUE, PRIMARY KEY(stamp, report)",
     SCHEMA_BARE},
    {"said",
     "id INTEGER PRIMARY KEY, knot INTEGER, remark INTEGER, n INTEGER,"
     " wording INTEGER, data BLOB",
     0},
    {"knot", "id INTEGER PRIMARY KEY, data BLOB", 0},
    {"carry", "remark INTEGER, outlet, n INTEGER, PRIMARY KEY(remark, outlet)",
     SCHEMA_BARE},
    {"log", "id INTEGER PRIMARY KEY, list INTEGER, data BLOB", 0},
    {"seg",
     "id INTEGER PRIMARY KEY, list INTEGER, level INTEGER, low INTEGER,"
     " n INTEGER",
     0},
    {"block", "id INTEGER PRIMARY KEY, data BLOB", 0},
};

int newsSchemaHas(const char *zSuffix) {
  int i;
  for( i = 0; i < NEWS_COUNT(aSchema); i++ ) {
    if( sqlite3_stricmp(zSuffix, aSchema[i].zName) == 0 ) return 1;
  }
  return 0;
}

/* "DELETE FROM @quote" for a verb "DELETE FROM", and the like. */
static void schemaRun(NewsStore *p, const char *zVerb, int i,
                      const char *zMore) {
  char *zSql;
  if( !newsStoreOk(p) ) return;
  zSql = sqlite3_mprintf("%s @%s %s", zVerb, aSchema[i].zName, zMore);
  if( zSql == 0 ) {
    newsStoreFail(p, SQLITE_NOMEM, 0);
    return;
  }
  newsStoreExec(p, zSql);
  sqlite3_free(zSql);
}

static void schemaCreate(NewsStore *p, const char *zVerb, int i) {
  int bBare = aSchema[i].mHow & SCHEMA_BARE;
  char *zMore = sqlite3_mprintf("(%s)%s", aSchema[i].zColumns,
                                bBare ? " WITHOUT ROWID" : "");
  if( zMore ) {
    schemaRun(p, zVerb, i, zMore);
  } else {
    newsStoreFail(p, SQLITE_NOMEM, 0);
  }
  sqlite3_free(zMore);
}

/* Fail where a table of an index zName would have the name of another. */
static void schemaTaken(NewsStore *p, const char *zName) {
  int i;
  for( i = 0; i < NEWS_COUNT(aSchema) && newsStoreOk(p); i++ ) {
    char *zSql = sqlite3_mprintf("SELECT type, name FROM \"%w\".sqlite_master"
                                 " WHERE name = '%q_%q' COLLATE nocase",
                                 p->zDb, zName, aSchema[i].zName);
    sqlite3_stmt *pStmt = newsStorePrepare(p, zSql, 1);
    if( newsStoreStep(p, pStmt) ) {
      newsStoreFail(p, SQLITE_ERROR,
                    "a %s \"%s\" already exists, and the index is to have a"
                    " table of that name",
                    sqlite3_column_text(pStmt, 0),
                    sqlite3_column_text(pStmt, 1));
    }
    sqlite3_finalize(pStmt);
  }
}

void newsSchemaCreate(NewsStore *p, int bContent) {
  int i;
  schemaTaken(p, p->zName);
  for( i = 0; i < NEWS_COUNT(aSchema); i++ ) {
    if( !bContent && (aSchema[i].mHow & SCHEMA_CONTENT) ) continue;
    schemaCreate(p, "CREATE TABLE", i);
  }
  newsStorePut(p, "generation", 1);
  newsStorePut(p, "serial", 0);
  newsStorePut(p, "gone", 0);
  newsSchemaStamp(p);
}

void newsSchemaRename(NewsStore *p, int bContent, const char *zNew) {
  int i;
  schemaTaken(p, zNew);
  for( i = 0; i < NEWS_COUNT(aSchema); i++ ) {
    if( !bContent && (aSchema[i].mHow & SCHEMA_CONTENT) ) continue;
    newsStoreExecRaw(
        p, sqlite3_mprintf("ALTER TABLE \"%w\".\"%w_%s\" RENAME TO \"%w_%s\"",
                           p->zDb, p->zName, aSchema[i].zName, zNew,
                           aSchema[i].zName));
  }
}

void newsSchemaDrop(NewsStore *p) {
  int i;
  for( i = 0; i < NEWS_COUNT(aSchema); i++ ) {
    schemaRun(p, "DROP TABLE IF EXISTS", i, "");
  }
}

/* Format 1 had no scenes. */
static void schemaScene(NewsStore *p, int i) {
  char *zTable = sqlite3_mprintf("%s_%s", p->zName, aSchema[i].zName);
  if( zTable == 0 ) {
    newsStoreFail(p, SQLITE_NOMEM, 0);
  } else if( newsStoreOk(p) &&
             sqlite3_table_column_metadata(p->db, p->zDb, zTable, "scene", 0, 0,
                                           0, 0, 0) == SQLITE_ERROR ) {
    schemaRun(p, "ALTER TABLE", i, " ADD COLUMN scene BLOB");
  }
  sqlite3_free(zTable);
}

void newsSchemaEmpty(NewsStore *p) {
  int i;
  p->iTurn++; /* Numbers begin again */
  for( i = 0; i < NEWS_COUNT(aSchema); i++ ) {
    if( aSchema[i].mHow & SCHEMA_CONTENT ) continue;
    schemaCreate(p, "CREATE TABLE IF NOT EXISTS", i);
    if( aSchema[i].mHow & SCHEMA_STAY ) continue;
    if( strcmp(aSchema[i].zName, "wording") == 0 ) schemaScene(p, i);
    schemaRun(p, "DELETE FROM", i, "");
  }
  newsStorePut(p, "generation", newsStoreGet(p, "generation", 0) + 1);
  newsStorePut(p, "serial", 0);
  newsStorePut(p, "gone", 0);
  newsSchemaStamp(p);
}

/*------------------------------------------------------------ the versions */

static void schemaPut(NewsStore *p, const char *zKey, const char *zValue) {
  char *zSql =
      sqlite3_mprintf("REPLACE INTO \"%w\".\"%w_config\" VALUES(%Q,%Q)", p->zDb,
                      p->zName, zKey, zValue);
  newsStoreExecRaw(p, zSql);
}

/* Which results the tables hold: the first two numbers of NEWS_VERSION. */
static const char *schemaResults(char *z, int n) {
  return sqlite3_snprintf(n, z, "%d.%d", NEWS_VERSION_NUMBER / 1000000,
                          NEWS_VERSION_NUMBER / 1000 % 1000);
}

void newsSchemaStamp(NewsStore *p) {
  char zResults[32];
  newsStorePut(p, "version", NEWS_SCHEMA_VERSION);
  schemaPut(p, "results", schemaResults(zResults, sizeof(zResults)));
  schemaPut(p, "lexicon", newsLexiconVersion());
  schemaPut(p, "unicode", utf8proc_unicode_version());
}

#define SCHEMA_FIND 0

static const char *const azSchemaSql[] = {
    "SELECT v = ?2, v FROM @config WHERE k = ?1",
};
NEWS_SET_FITS(azSchemaSql);

/* Compare one of them. */
static void schemaCompare(NewsStore *p, const char *zKey, const char *zValue) {
  sqlite3_stmt *pStmt =
      newsStoreStmt(p, NEWS_SET_SCHEMA, azSchemaSql, SCHEMA_FIND);
  if( pStmt == 0 ) return;
  newsStoreText(p, pStmt, 1, zKey, -1);
  newsStoreText(p, pStmt, 2, zValue, -1);
  if( !newsStoreStep(p, pStmt) ) {
    newsStoreCorrupt(p, "config", "%s is missing", zKey);
    return;
  }
  if( !sqlite3_column_int(pStmt, 0) ) {
    newsStoreFail(p, SQLITE_ERROR,
                  "made with %s %s, this is %s - run 'rebuild'", zKey,
                  sqlite3_column_text(pStmt, 1), zValue);
  }
  newsStoreReset(p, pStmt);
}

/* What the generation was at the last check holds until it changes. */
void newsSchemaCheck(NewsStore *p) {
  i64 iGeneration = newsStoreGet(p, "generation", -1);
  char zResults[32];
  i64 iVersion;
  if( iGeneration == p->iChecked || !newsStoreOk(p) ) return;
  iVersion = newsStoreGet(p, "version", -1);
  if( newsStoreOk(p) && iVersion != NEWS_SCHEMA_VERSION ) {
    newsStoreFail(p, SQLITE_ERROR,
                  "made with format %lld, this is %d - run 'rebuild'", iVersion,
                  NEWS_SCHEMA_VERSION);
  }
  schemaCompare(p, "results", schemaResults(zResults, sizeof(zResults)));
  schemaCompare(p, "lexicon", newsLexiconVersion());
  schemaCompare(p, "unicode", utf8proc_unicode_version());
  if( newsStoreOk(p) ) p->iChecked = iGeneration;
}
