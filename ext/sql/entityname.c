/*
** entityname.c: the forms in which names stand, and which are one's: entity.h.
**
** Rows of @name: id; name and kind, as rows of @source have them, but that the
** kind of a person with a post (who.h) has it behind a "#"; n, how many of
** these there are; block, key and rank, how alias.h reads the name; entity.
** Forms with one block and key are one entity; when a form comes or
** goes, the block is settled anew, if that can change something.  Of a block
** with more than NEWS_ALIAS_MAX forms only keys that begin with the same
** letter are compared, and if these are more, each key is by itself, so that
** no more than so many rows are read.
*/
#include "sql/entity.h"

#include "similarity/alias.h"
#include "similarity/who.h"
#include "sql/field.h"

#define FORM_FIND 0
#define FORM_MORE 1
#define FORM_KEY 2
#define FORM_NEW 3
#define FORM_SIZE 4
#define FORM_LOAD 5
#define FORM_MOVE 6
#define FORM_SOURCES 7
#define FORM_BEST 8
#define FORM_READ 9
#define FORM_DROP 10
#define FORM_ENTITY 11
#define FORM_ALL 12
#define FORM_LAST 13
#define FORM_CALLED 14
#define FORM_KEYS 15
#define FORM_RAISE 16
#define FORM_ROLES 17
#define FORM_RIVAL 18

static const char *const azFormSql[] = {
    "SELECT id FROM @name WHERE name = ?1 AND kind = ?2",
    "UPDATE @name SET n = n + ?2 WHERE id = ?1",
    "SELECT entity FROM @name WHERE block = ?1 AND key = ?2 LIMIT 1",
    "INSERT INTO @name(block, key, name, kind, rank, entity, n)"
    " VALUES(?1, ?2, ?3, ?4, ?5, ?6, 1)",
    "SELECT count(*) FROM (SELECT 1 FROM @name"
    " WHERE block = ?1 AND key >= ?2 AND key < ?3 LIMIT ?4)",
    "SELECT id, key, entity, n FROM @name"
    " WHERE block = ?1 AND key >= ?2 AND key < ?3 ORDER BY key, id",
    "UPDATE @name SET entity = ?2 WHERE id = ?1",
    "SELECT id, report FROM @source WHERE form = ?1",
    "SELECT name, substr(kind, 1, instr(kind || '#', '#') - 1) AS what"
    " FROM @name WHERE entity = ?1 GROUP BY name, what"
    " ORDER BY max(rank) DESC, sum(n) DESC, length(name) DESC, name, what"
    " LIMIT 1",
    "SELECT n, block, key FROM @name WHERE id = ?1",
    "DELETE FROM @name WHERE id = ?1",
    "SELECT entity FROM @name WHERE id = ?1",
    "SELECT id, name, kind, block, key, rank, entity FROM @name"
    " ORDER BY block, key, id",
    "SELECT f.id FROM @name f, @name g WHERE g.entity = f.entity AND"
    " g.block <> f.block LIMIT 1",
    "SELECT 1 FROM @entity WHERE id = ?1 AND name = ?2 AND kind = ?3",
    "SELECT id, key FROM @name"
    " WHERE block = ?1 AND key >= ?2 AND key < ?3 ORDER BY key, id",
    "SELECT h.entity, h.name, substr(h.kind, 1, instr(h.kind || '#', '#') - 1)"
    " AS what FROM @name f, @entity e, @name h WHERE f.id = ?1 AND"
    " e.id = f.entity AND h.name IN (f.name, e.name) AND h.entity = e.id"
    " GROUP BY h.name, what ORDER BY max(h.rank) DESC, sum(h.n) DESC,"
    " length(h.name) DESC, h.name, what LIMIT 1",
    "SELECT s.id, s.role, s.kind, f.kind FROM @source s, @name f"
    " WHERE s.named AND f.id = s.form",
    "SELECT 1 FROM @name f, @entity e WHERE f.id = ?1 AND e.id = f.entity AND"
    " (e.name <> f.name OR e.kind <> substr(f.kind, 1, length(e.kind))) AND"
    " f.rank >= (SELECT max(rank) FROM @name g WHERE g.name = e.name AND"
    " g.entity = e.id)",
};
NEWS_SET_FITS(azFormSql);

/* A stretch of the keys of a block. */
typedef struct FormRange FormRange;
struct FormRange {
  const char *zBlock;
  int cFirst; /* Keys that begin with this byte, 0 for the empty one; -1: all */
};

static sqlite3_stmt *formStmt(NewsStore *p, int i) {
  return newsStoreStmt(p, NEWS_SET_NAME, azFormSql, i);
}

static sqlite3_stmt *formStmtId(NewsStore *p, int i, i64 iId) {
  return newsStoreStmtOf(p, NEWS_SET_NAME, azFormSql, i, iId);
}

/*----------------------------------------------------------------- a block */

/* A statement over a range. Every BLOB is behind every TEXT. */
static sqlite3_stmt *formRange(NewsStore *p, int i, const FormRange *pRange) {
  sqlite3_stmt *pStmt = formStmt(p, i);
  char z[2] = {0, 0};
  if( pStmt == 0 ) return 0;
  newsStoreText(p, pStmt, 1, pRange->zBlock, -1);
  if( pRange->cFirst > 0 ) z[0] = (char)pRange->cFirst;
  newsStoreText(p, pStmt, 2, z, -1);
  if( pRange->cFirst < 0 || pRange->cFirst >= 0x7f ) {
    sqlite3_bind_zeroblob(pStmt, 3, 0);
  } else {
    z[0] = (char)(pRange->cFirst + 1);
    newsStoreText(p, pStmt, 3, z, -1);
  }
  return pStmt;
}

/* How many forms there are in it; no more than NEWS_ALIAS_MAX + 2. */
static int formSize(NewsStore *p, const FormRange *pRange) {
  sqlite3_stmt *pStmt = formRange(p, FORM_SIZE, pRange);
  if( pStmt ) sqlite3_bind_int(pStmt, 4, NEWS_ALIAS_MAX + 2);
  return (int)newsStoreInt(p, pStmt, 0);
}

/* Forms while a block is settled. */
typedef struct FormBlock FormBlock;
struct FormBlock {
  NewsArena arena;    /* Memory of it */
  NewsVec vForm;      /* of NewsMember, by key */
  const char **azKey; /* The key of each */
};

static void formBlockFree(NewsStore *p, FormBlock *pBlock) {
  if( pBlock->arena.rc && p->arena.rc == SQLITE_OK ) {
    p->arena.rc = pBlock->arena.rc;
  }
  newsVecFree(&pBlock->vForm);
  newsArenaClear(&pBlock->arena);
}

/* Load a range: only ids and keys, or all (FORM_KEYS, FORM_LOAD). */
static void formLoad(NewsStore *p, const FormRange *pRange, int eWhat,
                     FormBlock *pBlock) {
  NewsArena *pArena = &pBlock->arena;
  sqlite3_stmt *pStmt;
  memset(pBlock, 0, sizeof(*pBlock));
  newsArenaInit(pArena, p->arena.xTick, p->arena.pTick);
  pBlock->azKey = newsArenaAlloc(pArena, (NEWS_ALIAS_MAX + 2) *
                                             (i64)sizeof(pBlock->azKey[0]));
  pStmt = formRange(p, eWhat, pRange);
  while( newsStoreStep(p, pStmt) ) {
    const char *zKey = (const char *)sqlite3_column_text(pStmt, 1);
    NewsMember *pNew = newsVecPush(&pBlock->vForm, pArena, sizeof(*pNew));
    if( zKey == 0 || pNew == 0 || pBlock->vForm.n > NEWS_ALIAS_MAX + 2 ) {
      newsStoreReset(p, pStmt);
      newsStoreFail(p, SQLITE_NOMEM, 0);
      return;
    }
    pNew->iId = sqlite3_column_int64(pStmt, 0);
    pBlock->azKey[pBlock->vForm.n - 1] =
        newsArenaDup(pArena, zKey, sqlite3_column_bytes(pStmt, 1));
    if( eWhat == FORM_KEYS ) continue;
    pNew->iOld = sqlite3_column_int64(pStmt, 2);
    pNew->nWeight = sqlite3_column_int64(pStmt, 3);
  }
  if( pArena->rc ) newsStoreFail(p, pArena->rc, 0);
}

/* Group forms [iFrom, iTo): those whose keys are one's, if they are not too
** many. Groups are counted from iFrom. */
static void formGroup(const char *zBlock, FormBlock *pBlock, u32 iFrom,
                      u32 iTo) {
  NewsMember *a = pBlock->vForm.a;
  const char *azKey[NEWS_ALIAS_MAX];
  int aOne[NEWS_ALIAS_MAX], nKey = 0;
  u32 i;
  if( iTo - iFrom > NEWS_ALIAS_MAX ) {
    for( i = iFrom; i < iTo; i++ ) {
      int bSame = i > iFrom && !strcmp(pBlock->azKey[i], pBlock->azKey[i - 1]);
      a[i].iGroup = bSame ? a[i - 1].iGroup : i;
    }
    return;
  }
  for( i = iFrom; i < iTo; i++ ) {
    if( nKey == 0 || strcmp(pBlock->azKey[i], azKey[nKey - 1]) ) {
      azKey[nKey++] = pBlock->azKey[i];
    }
    a[i].iGroup = (u32)nKey - 1;
  }
  if( nKey ) newsAliasJoin(&pBlock->arena, zBlock, azKey, nKey, aOne);
  for( i = iFrom; i < iTo; i++ ) {
    a[i].iGroup = iFrom + (u32)aOne[a[i].iGroup];
  }
}

/* Group all: of a large block those with one first letter. */
static void formGroups(NewsStore *p, const char *zBlock, int bLarge,
                       FormBlock *pBlock) {
  u32 i = 0, j, n = pBlock->vForm.n;
  while( i < n && newsStoreOk(p) && pBlock->arena.rc == SQLITE_OK ) {
    for( j = i + 1; j < n; j++ ) {
      if( bLarge && pBlock->azKey[j][0] != pBlock->azKey[i][0] ) break;
    }
    formGroup(zBlock, pBlock, i, j);
    i = j;
  }
}

/* A form, with all its sources, goes over to another entity. */
static void formMove(NewsStore *p, const NewsMember *pForm, NewsIdSet *pTouch) {
  sqlite3_stmt *pStmt = formStmtId(p, FORM_MOVE, pForm->iId);
  NewsVec vSource = {0};
  u32 i;
  if( pStmt ) sqlite3_bind_int64(pStmt, 2, pForm->iNew);
  newsStoreRun(p, pStmt);
  newsMemberTouch(p, pTouch, pForm->iNew);
  newsMemberTouch(p, pTouch, pForm->iOld);
  if( pForm->iOld == 0 ) return;
  pStmt = formStmtId(p, FORM_SOURCES, pForm->iId);
  while( newsStoreStep(p, pStmt) ) {
    NewsMember *pNew = newsVecPush(&vSource, &p->arena, sizeof(*pNew));
    if( pNew == 0 ) continue;
    pNew->iId = sqlite3_column_int64(pStmt, 0);
    pNew->iReport = sqlite3_column_int64(pStmt, 1);
  }
  for( i = 0; i < vSource.n && newsStoreOk(p); i++ ) {
    const NewsMember *pSource = &((const NewsMember *)vSource.a)[i];
    newsMemberMove(p, pSource->iId, pSource->iReport, pForm->iOld, pForm->iNew,
                   pTouch);
  }
  newsVecFree(&vSource);
}

/* Settle what is in a range. */
static void formSettle(NewsStore *p, const FormRange *pRange, int bLarge,
                       NewsIdSet *pTouch) {
  FormBlock block;
  NewsMember *a;
  u32 i;
  formLoad(p, pRange, FORM_LOAD, &block);
  formGroups(p, pRange->zBlock, bLarge, &block);
  a = block.vForm.a;
  if( block.arena.rc ) newsStoreFail(p, block.arena.rc, 0);
  newsMemberAssign(p, a, block.vForm.n, block.vForm.n, 1);
  for( i = 0; i < block.vForm.n && newsStoreOk(p); i++ ) {
    if( a[i].iNew != a[i].iOld ) formMove(p, &a[i], pTouch);
  }
  formBlockFree(p, &block);
}

/*
** A form of a block has come (nMore 1) or gone (-1); bKey: its key has, too.
** Settle as much as that can change.
*/
static void formChange(NewsStore *p, const char *zBlock, const char *zKey,
                       int bKey, int nMore, NewsIdSet *pTouch) {
  FormRange range = {zBlock, -1};
  int n = formSize(p, &range);
  int bLarge = n > NEWS_ALIAS_MAX, bWas = n - nMore > NEWS_ALIAS_MAX;
  if( bLarge && bWas ) {
    range.cFirst = (u8)zKey[0];
    n = formSize(p, &range);
    bKey &= n <= NEWS_ALIAS_MAX || n - nMore <= NEWS_ALIAS_MAX;
    bWas = n - nMore > NEWS_ALIAS_MAX;
    if( !bKey && (n > NEWS_ALIAS_MAX) == bWas ) return;
  } else if( bLarge == bWas && !bKey ) {
    return;
  }
  formSettle(p, &range, bLarge, pTouch);
}

/*------------------------------------------------------------------- forms */

/* The kind of a source as @name has it. */
#define FORM_KIND_BYTES 40
static void formKind(NewsStore *p, int eKind, const char *zKind,
                     const char *zRole, char *zOut) {
  NewsArena arena;
  char zPost[NEWS_POST_BYTES] = "";
  if( eKind == NEWS_PERSON && zRole ) {
    newsArenaInit(&arena, p->arena.xTick, p->arena.pTick);
    newsWhoPost(&arena, (const u8 *)zRole, (u32)strlen(zRole), zPost);
    if( arena.rc ) newsStoreFail(p, arena.rc, 0);
    newsArenaClear(&arena);
  }
  sqlite3_snprintf(FORM_KIND_BYTES, zOut, "%s%s%s", zKind, zPost[0] ? "#" : "",
                   zPost);
}

/* Read a name, with memory of its own. */
static void formRead(NewsStore *p, const char *z, u32 n, int eKind,
                     const char *zKind, NewsAlias *pAlias) {
  const char *zPost = strchr(zKind, '#');
  NewsArena arena;
  newsArenaInit(&arena, p->arena.xTick, p->arena.pTick);
  newsAliasRead(&arena, (const u8 *)z, n, eKind, zPost ? &zPost[1] : "",
                pAlias);
  if( arena.rc ) newsStoreFail(p, arena.rc, 0);
  newsArenaClear(&arena);
}

/* The entity of a key, 0 if it is new. */
static i64 formOfKey(NewsStore *p, const NewsAlias *pAlias) {
  sqlite3_stmt *pStmt = formStmt(p, FORM_KEY);
  newsStoreText(p, pStmt, 1, pAlias->zBlock, -1);
  newsStoreText(p, pStmt, 2, pAlias->zKey, -1);
  return newsStoreInt(p, pStmt, 0);
}

/* The key of a new form among those of its block: *piWith becomes a form that
** it is one with, 0 where there is none. 0 where it changes what others are. */
static int formIsPlain(NewsStore *p, const char *zBlock, FormBlock *pBlock,
                       const char *zKey, i64 *piWith) {
  const NewsMember *a = pBlock->vForm.a;
  const char *azKey[NEWS_ALIAS_MAX];
  i64 aForm[NEWS_ALIAS_MAX];
  int aOld[NEWS_ALIAS_MAX], aNew[NEWS_ALIAS_MAX], i, n = 0;
  u32 k;
  for( k = 0; k < pBlock->vForm.n; k++ ) {
    if( n && strcmp(pBlock->azKey[k], azKey[n - 1]) == 0 ) continue;
    aForm[n] = a[k].iId;
    azKey[n++] = pBlock->azKey[k];
  }
  azKey[n] = zKey;
  newsAliasJoin(&pBlock->arena, zBlock, azKey, n, aOld);
  newsAliasJoin(&pBlock->arena, zBlock, azKey, n + 1, aNew);
  for( i = 0; i < n; i++ ) {
    if( aOld[i] != aNew[i] ) return 0;
  }
  *piWith = aNew[n] < n ? aForm[aNew[n]] : 0;
  if( pBlock->arena.rc ) newsStoreFail(p, pBlock->arena.rc, 0);
  return newsStoreOk(p);
}

/* The entity of a form whose key is new, if what others are stays as it is;
** else 0. */
static i64 formPlain(NewsStore *p, const NewsAlias *pAlias, const char *z,
                     const char *zKind) {
  FormRange range = {pAlias->zBlock, -1};
  FormBlock block;
  i64 iWith = 0;
  int n = formSize(p, &range), bPlain = 1;
  if( n > NEWS_ALIAS_MAX ) {
    range.cFirst = (u8)pAlias->zKey[0];
    n = formSize(p, &range);
  }
  if( n == NEWS_ALIAS_MAX || !newsStoreOk(p) ) return 0;
  if( n > 0 && n < NEWS_ALIAS_MAX ) {
    formLoad(p, &range, FORM_KEYS, &block);
    bPlain = newsStoreOk(p) &&
             formIsPlain(p, pAlias->zBlock, &block, pAlias->zKey, &iWith);
    formBlockFree(p, &block);
  }
  if( !bPlain || !newsStoreOk(p) ) return 0;
  return iWith ? newsFormEntity(p, iWith) : newsMemberNew(p, z, zKind, 1, 0);
}

static i64 formNew(NewsStore *p, const NewsSource *pSource, const char *zKind,
                   NewsIdSet *pTouch) {
  NewsAlias alias;
  sqlite3_stmt *pStmt;
  i64 iForm, iOfKey, iEntity;
  formRead(p, pSource->zName, (u32)strlen(pSource->zName), pSource->eKind,
           zKind, &alias);
  iEntity = iOfKey = formOfKey(p, &alias);
  if( iEntity == 0 ) {
    iEntity = formPlain(p, &alias, pSource->zName, newsSourceKind(pSource));
  }
  pStmt = formStmt(p, FORM_NEW);
  if( pStmt == 0 ) return 0;
  newsStoreText(p, pStmt, 1, alias.zBlock, -1);
  newsStoreText(p, pStmt, 2, alias.zKey, -1);
  newsStoreText(p, pStmt, 3, pSource->zName, -1);
  newsStoreText(p, pStmt, 4, zKind, -1);
  sqlite3_bind_int(pStmt, 5, alias.eFull);
  if( iEntity ) sqlite3_bind_int64(pStmt, 6, iEntity);
  newsStoreRun(p, pStmt);
  iForm = sqlite3_last_insert_rowid(p->db);
  if( iOfKey || iEntity == 0 ) {
    formChange(p, alias.zBlock, alias.zKey, iOfKey == 0, 1, pTouch);
  }
  return iForm;
}

i64 newsFormAdd(NewsStore *p, const NewsSource *pSource, NewsIdSet *pTouch) {
  sqlite3_stmt *pStmt = formStmt(p, FORM_FIND);
  char zKind[FORM_KIND_BYTES];
  i64 iForm;
  formKind(p, pSource->eKind, newsSourceKind(pSource), pSource->zRole, zKind);
  newsStoreText(p, pStmt, 1, pSource->zName, -1);
  newsStoreText(p, pStmt, 2, zKind, -1);
  iForm = newsStoreInt(p, pStmt, 0);
  if( iForm == 0 ) return formNew(p, pSource, zKind, pTouch);
  pStmt = formStmtId(p, FORM_MORE, iForm);
  if( pStmt ) sqlite3_bind_int(pStmt, 2, 1);
  newsStoreRun(p, pStmt);
  return iForm;
}

/* Only where its name is not what the entity is called, and tells as much. */
void newsFormRaise(NewsStore *p, i64 iForm) {
  sqlite3_stmt *pStmt;
  if( newsStoreInt(p, formStmtId(p, FORM_RIVAL, iForm), 0) == 0 ) return;
  pStmt = formStmtId(p, FORM_RAISE, iForm);
  if( !newsStoreStep(p, pStmt) ) return;
  newsMemberCall(p, sqlite3_column_int64(pStmt, 0),
                 (const char *)sqlite3_column_text(pStmt, 1),
                 (const char *)sqlite3_column_text(pStmt, 2));
  newsStoreReset(p, pStmt);
}

i64 newsFormEntity(NewsStore *p, i64 iForm) {
  return newsStoreInt(p, formStmtId(p, FORM_ENTITY, iForm), 0);
}

void newsFormRemove(NewsStore *p, i64 iForm, NewsIdSet *pTouch) {
  sqlite3_stmt *pStmt = formStmtId(p, FORM_READ, iForm);
  NewsAlias alias;
  i64 n;
  if( !newsStoreStep(p, pStmt) ) {
    if( newsStoreOk(p) )
      newsStoreCorrupt(p, "name", "row %lld is missing", iForm);
    return;
  }
  n = sqlite3_column_int64(pStmt, 0);
  sqlite3_snprintf(sizeof(alias.zBlock), alias.zBlock, "%s",
                   sqlite3_column_text(pStmt, 1));
  sqlite3_snprintf(sizeof(alias.zKey), alias.zKey, "%s",
                   sqlite3_column_text(pStmt, 2));
  newsStoreReset(p, pStmt);
  pStmt = formStmtId(p, n > 1 ? FORM_MORE : FORM_DROP, iForm);
  if( pStmt && n > 1 ) sqlite3_bind_int(pStmt, 2, -1);
  newsStoreRun(p, pStmt);
  if( n > 1 ) return;
  formChange(p, alias.zBlock, alias.zKey, formOfKey(p, &alias) == 0, -1,
             pTouch);
}

/* What the forms of an entity say that it is called; 0 if it has none. */
static int formBest(NewsStore *p, i64 iEntity, const char **pz,
                    const char **pzKind) {
  return newsMemberBest(p, formStmtId(p, FORM_BEST, iEntity), pz, pzKind);
}

void newsFormCall(NewsStore *p, i64 iEntity) {
  const char *z, *zKind;
  formBest(p, iEntity, &z, &zKind);
  if( newsStoreOk(p) ) newsMemberCall(p, iEntity, z, zKind);
}

/*-------------------------------------------------------------------- check */

static int formIs(sqlite3_stmt *pStmt, int iColumn, const char *z) {
  const u8 *zColumn = sqlite3_column_text(pStmt, iColumn);
  return zColumn && strcmp((const char *)zColumn, z) == 0;
}

/* The number of a kind, which may have a post. */
static int formKindOf(const char *zKind) {
  size_t n = strcspn(zKind, "#");
  NewsSource source;
  memset(&source, 0, sizeof(source));
  while( source.eKind < NEWS_DOCUMENT &&
         (strlen(newsSourceKind(&source)) != n ||
          memcmp(newsSourceKind(&source), zKind, n)) ) {
    source.eKind++;
  }
  return source.eKind;
}

/* Whether a row of @name reads as alias.h reads it. */
static void formCheckRow(NewsStore *p, sqlite3_stmt *pStmt) {
  const char *zName = (const char *)sqlite3_column_text(pStmt, 1);
  const char *zKind = (const char *)sqlite3_column_text(pStmt, 2);
  NewsAlias alias;
  if( zKind == 0 ) zKind = "";
  formRead(p, zName ? zName : "", (u32)sqlite3_column_bytes(pStmt, 1),
           formKindOf(zKind), zKind, &alias);
  if( !newsStoreOk(p) ) return;
  if( !formIs(pStmt, 3, alias.zBlock) || !formIs(pStmt, 4, alias.zKey) ||
      sqlite3_column_int(pStmt, 5) != alias.eFull ) {
    newsStoreCorrupt(p, "name", "row %lld does not read so",
                     sqlite3_column_int64(pStmt, 0));
  }
}

/* Whether the sources have the forms that their roles tell. */
static void formCheckRoles(NewsStore *p) {
  sqlite3_stmt *pAll =
      newsStorePrepare(p, newsStoreSql(p, azFormSql[FORM_ROLES]), 1);
  while( newsStoreStep(p, pAll) ) {
    const char *zKind = (const char *)sqlite3_column_text(pAll, 2);
    char z[FORM_KIND_BYTES];
    if( zKind == 0 ) continue;
    formKind(p, formKindOf(zKind), zKind,
             (const char *)sqlite3_column_text(pAll, 1), z);
    if( newsStoreOk(p) && !formIs(pAll, 3, z) ) {
      newsStoreCorrupt(p, "source", "row %lld is of a wrong name",
                       sqlite3_column_int64(pAll, 0));
    }
  }
  sqlite3_finalize(pAll);
}

/* Whether the forms of a range are entities as they should be. */
static void formCheckRange(NewsStore *p, const FormRange *pRange, int bLarge) {
  FormBlock block;
  const NewsMember *a;
  u32 i, j;
  formLoad(p, pRange, FORM_LOAD, &block);
  formGroups(p, pRange->zBlock, bLarge, &block);
  a = block.vForm.a;
  if( block.arena.rc ) newsStoreFail(p, block.arena.rc, 0);
  for( i = 0; i < block.vForm.n && newsStoreOk(p); i++ ) {
    for( j = 0; j < i; j++ ) {
      if( (a[i].iGroup == a[j].iGroup) != (a[i].iOld == a[j].iOld) ) {
        newsStoreCorrupt(p, "name", "rows %lld and %lld: %s", a[j].iId,
                         a[i].iId,
                         a[i].iOld == a[j].iOld ? "not one" : "are one");
        break;
      }
    }
  }
  formBlockFree(p, &block);
}

/* Called for the first row of each block, and of each letter. */
static void formCheckKeys(NewsStore *p, const char *zBlock, int cFirst,
                          int bNewBlock) {
  FormRange range = {zBlock, -1};
  int bLarge = formSize(p, &range) > NEWS_ALIAS_MAX;
  if( !bLarge && !bNewBlock ) return;
  if( bLarge ) {
    range.cFirst = cFirst;
    if( formSize(p, &range) > NEWS_ALIAS_MAX ) return;
  }
  formCheckRange(p, &range, bLarge);
}

static void formCheckCalled(NewsStore *p, i64 iEntity) {
  const char *z, *zKind;
  sqlite3_stmt *pStmt;
  formBest(p, iEntity, &z, &zKind);
  pStmt = formStmtId(p, FORM_CALLED, iEntity);
  if( !newsStoreOk(p) ) return;
  newsStoreText(p, pStmt, 2, z, -1);
  newsStoreText(p, pStmt, 3, zKind, -1);
  if( newsStoreInt(p, pStmt, 0) == 0 && newsStoreOk(p) ) {
    newsStoreCorrupt(p, "entity", "row %lld is called otherwise", iEntity);
  }
}

void newsFormCheck(NewsStore *p) {
  sqlite3_stmt *pAll;
  char zBlock[NEWS_ALIAS_BYTES] = "";
  int cLast = -1;
  i64 iForm = newsStoreInt(p, formStmt(p, FORM_LAST), 0);
  if( iForm ) {
    newsStoreCorrupt(p, "name", "row %lld is one with another block's", iForm);
  }
  formCheckRoles(p);
  pAll = newsStorePrepare(p, newsStoreSql(p, azFormSql[FORM_ALL]), 1);
  while( newsStoreStep(p, pAll) ) {
    const char *z = (const char *)sqlite3_column_text(pAll, 3);
    const char *zKey = (const char *)sqlite3_column_text(pAll, 4);
    formCheckRow(p, pAll);
    if( !newsStoreOk(p) || z == 0 || zKey == 0 ) break;
    if( strcmp(z, zBlock) || (u8)zKey[0] != cLast ) {
      int bNew = strcmp(z, zBlock) != 0;
      cLast = (u8)zKey[0];
      sqlite3_snprintf(sizeof(zBlock), zBlock, "%s", z);
      formCheckKeys(p, zBlock, cLast, bNew);
    }
    formCheckCalled(p, sqlite3_column_int64(pAll, 6));
  }
  sqlite3_finalize(pAll);
}
