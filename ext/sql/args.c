/*
** args.c: the arguments of CREATE VIRTUAL TABLE ... USING news_index(...).
*/
#include "sql/index.h"
#include "sql/value.h"

#define ARGS_SHOWN 100 /* Characters of an argument that an error shows */

static const char *const azRole[NEWS_ROLES] = {"body", "title", "outlet",
                                               "published"};
/* From NEWS_HIDDEN_N on. */
static const char *const azHidden[] = {"n", "similarity", "containment",
                                       "event"};

const char *newsRoleName(int eRole) { return azRole[eRole]; }

const char *newsHiddenName(const NewsIndex *p, int iHidden) {
  return iHidden == NEWS_HIDDEN_SELF ? p->store.zName : azHidden[iHidden - 1];
}

/* An argument that is being read. */
typedef struct ArgsText ArgsText;
struct ArgsText {
  const char *zIndex; /* The index's name, for messages */
  const char *zArg;   /* The whole argument */
  char **pzErr;
};

static int argsError(const ArgsText *p, const char *zWhat) {
  sqlite3_free(*p->pzErr);
  *p->pzErr = sqlite3_mprintf(
      "news_index: %s in \"%.*s\"", zWhat,
      newsValueShown(p->zArg, strlen(p->zArg), ARGS_SHOWN), p->zArg);
  return *p->pzErr ? SQLITE_ERROR : SQLITE_NOMEM;
}

static int argsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static int argsWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         (c >= '0' && c <= '9') || (c & 0x80) || c == '$';
}

/*
** A bare word, or one in '', "", `` or []: a mark that stands twice is one of
** the word. A copy to *pzOut; *pz moves behind it.
*/
static int argsName(const ArgsText *p, const char **pz, char **pzOut) {
  const char *z = *pz;
  char cEnd = *z == '[' ? ']' : *z;
  char *zOut = sqlite3_malloc64(strlen(z) + 1);
  size_t n = 0;
  if( zOut == 0 ) return SQLITE_NOMEM;
  if( cEnd == '\'' || cEnd == '"' || cEnd == '`' || cEnd == ']' ) {
    for( z++; *z && (*z != cEnd || (cEnd != ']' && z[1] == cEnd)); z++ ) {
      if( *z == cEnd ) z++;
      zOut[n++] = *z;
    }
    if( *z == 0 ) n = 0;
    if( *z ) z++;
  } else {
    while( argsWord(*z) ) zOut[n++] = *z++;
  }
  zOut[n] = 0;
  while( argsBlank(*z) ) z++;
  *pz = z;
  *pzOut = zOut;
  return n ? SQLITE_OK : argsError(p, "a name is expected");
}

static int argsRole(const char *zKey) {
  int i;
  for( i = 0; i < NEWS_ROLES; i++ ) {
    if( sqlite3_stricmp(zKey, azRole[i]) == 0 ) return i;
  }
  return -1;
}

/* Take over an argument: zKey=*pzValue, whose memory moves. */
static int argsTake(NewsIndexArgs *p, const ArgsText *pText, const char *zKey,
                    char **pzValue) {
  int eRole = argsRole(zKey);
  char **pzAt = 0;
  if( eRole >= 0 ) pzAt = &p->azColumn[eRole];
  if( sqlite3_stricmp(zKey, "content") == 0 ) pzAt = &p->zContent;
  if( sqlite3_stricmp(zKey, "content_rowid") == 0 ) pzAt = &p->zContentRowid;
  if( pzAt == 0 ) {
    return argsError(pText,
                     "a role must be body, title, outlet or published (or"
                     " content, content_rowid)");
  }
  if( *pzAt ) return argsError(pText, "what is there already is given again");
  if( eRole >= 0 ) p->aRole[p->nRole++] = (u8)eRole;
  *pzAt = *pzValue;
  *pzValue = 0;
  return SQLITE_OK;
}

static int argsRead(NewsIndexArgs *p, const ArgsText *pText) {
  const char *z = pText->zArg;
  char *zKey = 0, *zValue = 0;
  int rc;
  while( argsBlank(*z) ) z++;
  rc = argsName(pText, &z, &zKey);
  if( rc == SQLITE_OK && *z == '=' ) {
    z++;
    while( argsBlank(*z) ) z++;
    rc = argsName(pText, &z, &zValue);
  } else if( rc == SQLITE_OK ) {
    zValue = sqlite3_mprintf("%s", zKey);
    if( zValue == 0 ) rc = SQLITE_NOMEM;
    if( argsRole(zKey) < 0 && rc == SQLITE_OK ) {
      rc = argsError(pText,
                     "a role (body, title, outlet, published) is expected");
    }
  }
  if( rc == SQLITE_OK && *z ) rc = argsError(pText, "role=column is expected");
  if( rc == SQLITE_OK ) rc = argsTake(p, pText, zKey, &zValue);
  sqlite3_free(zKey);
  sqlite3_free(zValue);
  return rc;
}

int newsIndexMayBe(const NewsIndexArgs *p, const char *zName) {
  int i;
  for( i = 0; i < NEWS_COUNT(azHidden); i++ ) {
    if( sqlite3_stricmp(zName, azHidden[i]) == 0 ) return 0;
  }
  i = argsRole(zName);
  return i < 0 || p->azColumn[i] == 0;
}

/* What holds of all arguments together. */
static int argsCheck(NewsIndexArgs *p, const ArgsText *pText) {
  if( p->azColumn[NEWS_ROLE_BODY] == 0 ) {
    return argsError(pText, "body is missing: news_index(body=column, ...)");
  }
  if( p->zContentRowid && p->zContent == 0 ) {
    return argsError(pText, "content_rowid is given without content");
  }
  if( !newsIndexMayBe(p, pText->zIndex) ) {
    return argsError(pText, "the index has the name of one of its columns");
  }
  return SQLITE_OK;
}

int newsIndexArgs(NewsIndexArgs *p, const char *zName, int argc,
                  const char *const *argv, char **pzErr) {
  ArgsText text = {zName, zName, pzErr};
  int i, rc = SQLITE_OK;
  memset(p, 0, sizeof(*p));
  for( i = 0; i < argc && rc == SQLITE_OK; i++ ) {
    text.zArg = argv[i];
    rc = argsRead(p, &text);
  }
  text.zArg = zName;
  if( rc == SQLITE_OK ) rc = argsCheck(p, &text);
  if( rc == SQLITE_OK && p->zContent && p->zContentRowid == 0 ) {
    p->zContentRowid = sqlite3_mprintf("rowid");
    if( p->zContentRowid == 0 ) rc = SQLITE_NOMEM;
  }
  return rc;
}

void newsIndexArgsFree(NewsIndexArgs *p) {
  int i;
  for( i = 0; i < NEWS_ROLES; i++ ) sqlite3_free(p->azColumn[i]);
  sqlite3_free(p->zContent);
  sqlite3_free(p->zContentRowid);
  memset(p, 0, sizeof(*p));
}
