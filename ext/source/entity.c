/*
** entity.c: see entity.h.
*/
#include "source/entity.h"

#include "base/hash.h"
#include "lexicon/lexicon.h"
#include "source/source.h"
#include "text/fold.h"

#define ENTITY_CHAIN 64  /* Nodes of a chain that are looked at */
#define ENTITY_FORM 64   /* Bytes of a folded word */
#define ENTITY_VAGUE 2   /* Weight of "source", "person", at most */
#define ENTITY_SHORT 3   /* Letters of a given name cut short, at least */
#define ENTITY_LAST 20   /* For one last meant in the sentence before ... */
#define ENTITY_FULL 8    /* ... by full name ... */
#define ENTITY_SUBJECT 4 /* ... as its subject */
#define ENTITY_GENDER 6  /* For one whose gender is told */
#define ENTITY_NEAR 12   /* Lead over the next of a name that leaves no doubt */

typedef struct EntityNode EntityNode;
struct EntityNode {
  u32 hash;
  int iEntity;
  u32 iNext; /* 1 + next node of the chain */
};

void newsEntitiesInit(NewsEntities *p, const NewsTerms *pTerms, u32 nMention) {
  u32 nBucket = 64;
  while( nBucket < nMention && nBucket < NEWS_ENTITY_BUCKET ) nBucket *= 2;
  memset(p, 0, sizeof(*p));
  p->pTerms = pTerms;
  p->iNewest = -1;
  p->mBucket = nBucket - 1;
  p->aBucket =
      newsArenaAlloc(pTerms->pText->pArena, nBucket * (i64)sizeof(u32));
}

void newsEntitiesFree(NewsEntities *p) {
  newsVecFree(&p->vEntity);
  newsVecFree(&p->vNode);
}

/* Whether an honorific tells what somebody is: "Dr. Novak" is a doctor. */
static int entityIsOffice(const NewsToken *p) {
  return newsTokIs(p, NEWS_LEX_HONORIFIC) &&
         !newsTokIs(p, NEWS_LEX_MASC | NEWS_LEX_FEM);
}

/* Whether a word of a description tells anything. */
static int entityTells(const NewsToken *p) {
  const u64 m = NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_OTHER | NEWS_LEX_PREP |
                NEWS_LEX_CONJ | NEWS_LEX_AUX | NEWS_LEX_WH_WORD;
  return p->eKind == NEWS_TOK_WORD && !newsTokIs(p, m) &&
         (!newsTokIs(p, NEWS_LEX_HONORIFIC) || entityIsOffice(p));
}

/* "First", which tells one from others who came later, and no more. */
static int entityIsOrder(const NewsToken *p) {
  return newsTokIs(p, NEWS_LEX_NUMBER) && newsTokIs(p, NEWS_LEX_ADVERB);
}

static void entityAddWord(NewsWords *pW, int *pn, u32 hash) {
  if( pW->nAll >= NEWS_ENTITY_WORD ) return;
  memmove(&pW->a[*pn + 1], &pW->a[*pn], (size_t)(pW->nAll - *pn) * sizeof(u32));
  pW->a[*pn] = hash;
  (*pn)++;
}

/* One word: into the heads (e 0), modifiers (1) or ranks (2). */
static void entityPut(NewsWords *pW, int e, u32 hash) {
  int i;
  for( i = 0; i < pW->nAll; i++ ) {
    if( pW->a[i] == hash ) return;
  }
  if( pW->nAll >= NEWS_ENTITY_WORD ) return;
  if( e == 0 ) {
    entityAddWord(pW, &pW->nHead, hash);
    pW->nWord++;
  } else if( e == 1 ) {
    entityAddWord(pW, &pW->nWord, hash);
  } else {
    i = pW->nAll;
    entityAddWord(pW, &i, hash);
  }
  pW->nAll++;
}

void newsEntityWords(const NewsTerms *p, const NewsName *pName, NewsWords *pW) {
  const NewsText *pText = p->pText;
  NewsSpan span = pName->desc;
  u32 i = span.iFrom, j;
  memset(pW, 0, sizeof(*pW));
  while( i < span.iTo ) {
    NewsTerm u = newsTermAt(p, i, span.iTo);
    u32 iTo = i + u.nTok;
    u32 iHead = iTo;
    if( newsSpanLen(pName->name) == 0
            ? newsSpanHas(newsSpan(i, iTo), pName->iHead)
            : pName->name.iFrom >= span.iTo && newsTermHuman(&u) ) {
      iHead = newsTermHead(pText, i, iTo); /* "her daughter, Ann Moss" */
    } else if( entityIsOffice(&pText->aTok[i]) ) {
      iHead = i;
    }
    for( j = i; j < iTo; j++ ) {
      const NewsToken *pTok = &pText->aTok[j];
      if( u.nTok == 1 && j == span.iFrom + 1 && entityIsOrder(pTok) ) continue;
      if( !entityTells(pTok) || newsSpanHas(pName->name, j) ) continue;
      entityPut(pW,
                j == iHead                  ? 0
                : u.eSort == NEWS_TERM_RANK ? 2
                                            : 1,
                entityIsOffice(pTok) ? newsTermValueKey(pText, pTok->iWord)
                                     : newsTermKey(pText, pTok));
    }
    i = iTo;
  }
}

/* The hash of a word of a name, without an article that is part of it:
** "al-Rashid", "Rashid". */
static u32 entityHash(const NewsText *p, const NewsToken *pTok) {
  u8 aForm[ENTITY_FORM];
  u32 n, nArticle;
  if( pTok->iWord || memchr(&p->z[pTok->iByte], '-', pTok->nByte) == 0 ) {
    return pTok->hash;
  }
  n = newsFoldWord(&p->z[pTok->iByte], pTok->nByte, aForm, ENTITY_FORM,
                   &nArticle);
  if( n > ENTITY_FORM ) return pTok->hash;
  nArticle = newsVocabArticle(p->pVocab, aForm, n);
  return nArticle ? newsHash(&aForm[nArticle], n - nArticle) : pTok->hash;
}

/* The place's name of several words that begins at token i, if need be behind
** its article, and says which place it is; or NULL. */
static const NewsPhrase *entityPlace(const NewsText *p, u32 i, u32 iEnd) {
  const NewsPhrase *pPhrase = newsTextPhrase(p, i);
  if( pPhrase == 0 && i > 0 && newsTokIs(&p->aTok[i - 1], NEWS_LEX_DET) ) {
    pPhrase = newsTextPhrase(p, i - 1);
  }
  return pPhrase && (pPhrase->mClass & NEWS_LEX_PLACE) &&
                 pPhrase->iTok + pPhrase->nTok > i &&
                 pPhrase->iTok + pPhrase->nTok <= iEnd &&
                 newsTextValue(p, pPhrase->iWord)[0]
             ? pPhrase
             : 0;
}

int newsEntityName(const NewsText *p, NewsSpan name, u32 *a) {
  u32 i;
  int n = 0, bMark = 0;
  for( i = name.iFrom; i < name.iTo && n < NEWS_ENTITY_NAME; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    const NewsPhrase *pPlace = entityPlace(p, i, name.iTo);
    if( pTok->eKind == NEWS_TOK_MARK ) bMark = !bMark; /* A nickname */
    if( bMark ) continue;
    if( pPlace ) { /* North Korea is no Korea */
      a[n++] = newsTermValueKey(p, pPlace->iWord);
      i = pPlace->iTok + pPlace->nTok - 1;
      continue;
    }
    if( pTok->eKind != NEWS_TOK_WORD && pTok->eKind != NEWS_TOK_NUMBER &&
        pTok->eKind != NEWS_TOK_HANDLE ) {
      continue;
    }
    if( n > 0 && newsTokIs(pTok, NEWS_LEX_SUFFIX) ) continue;
    if( newsTokIs(pTok, NEWS_LEX_DET | NEWS_LEX_PREP) && n == 0 &&
        newsSpanLen(name) > 1 ) {
      continue;
    }
    a[n++] = newsTokIs(pTok, NEWS_LEX_PLACE | NEWS_LEX_CAPITAL)
                 ? newsTermKey(p, pTok)
                 : entityHash(p, pTok);
  }
  return n;
}

/* The words of a mention's name, with the surname that it shares. */
static int entityNameOf(const NewsText *p, const NewsName *pName, u32 *a) {
  int n = newsEntityName(p, pName->name, a);
  if( n == 1 && pName->iShared ) {
    n += newsEntityName(p, newsSpan(pName->iShared, pName->iShared + 1), &a[n]);
  }
  return n;
}

static void entityIndex(NewsEntities *p, u32 hash, int iEntity) {
  u32 *pBucket = &p->aBucket[hash & p->mBucket];
  EntityNode *pNode;
  u32 i = *pBucket;
  int n = 0;
  while( i && n++ < ENTITY_CHAIN ) {
    pNode = &((EntityNode *)p->vNode.a)[i - 1];
    if( pNode->hash == hash && pNode->iEntity == iEntity ) return;
    i = pNode->iNext;
  }
  pNode = newsVecPush(&p->vNode, p->pTerms->pText->pArena, sizeof(*pNode));
  if( pNode == 0 ) return;
  pNode->hash = hash;
  pNode->iEntity = iEntity;
  pNode->iNext = *pBucket;
  *pBucket = p->vNode.n;
}

/* Key of a whole name. */
static u32 entityWhole(const u32 *a, int n) {
  u32 h = a[0];
  int i;
  for( i = 1; i < n; i++ ) h = newsHashPair(h, a[i]);
  return h;
}

/* Key of a body's name by its first word. */
static u32 entityFirst(const u32 *a) { return ~a[0]; }

/* Key of the acronym that the initials of a name make, 0 if of one word. */
static u32 entityAcronym(const NewsText *p, NewsSpan name) {
  u8 a[NEWS_ENTITY_NAME], aForm[ENTITY_FORM];
  u32 i, n = 0, hash = 0;
  for( i = name.iFrom; i < name.iTo && n < NEWS_ENTITY_NAME; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    if( pTok->eKind == NEWS_TOK_WORD && (pTok->flags & NEWS_TF_CAP) &&
        p->z[pTok->iByte] < 0x80 ) {
      a[n++] = p->z[pTok->iByte];
    }
  }
  if( n < 2 ) return 0;
  newsFoldWord(a, n, aForm, ENTITY_FORM, &hash);
  return hash;
}

static int entityInitial(const NewsToken *p) {
  return p->nByte <= 2 || (p->nByte == 4 && (p->flags & NEWS_TF_DOT));
}

/* Whether two tokens can be one given name: the same, or an initial. */
static int entitySameGiven(const NewsText *p, u32 i, u32 j) {
  const NewsToken *a = &p->aTok[i], *b = &p->aTok[j];
  if( a->hash == b->hash ) return 1;
  if( !entityInitial(a) && !entityInitial(b) ) return 0;
  return (p->z[a->iByte] | 32) == (p->z[b->iByte] | 32);
}

/* Whether one of two given names is the other cut short: "Des", "Desmond". */
static int entityIsShort(const NewsText *p, u32 i, u32 j) {
  const NewsToken *a = &p->aTok[i], *b = &p->aTok[j];
  u32 n = NEWS_MIN(a->nByte, b->nByte), k;
  if( n < ENTITY_SHORT ||
      !(newsTokIs(a, NEWS_LEX_GIVEN) || newsTokIs(b, NEWS_LEX_GIVEN)) ) {
    return 0;
  }
  for( k = 0; k < n && p->z[a->iByte + k] == p->z[b->iByte + k]; k++ ) {
  }
  return k == n;
}

/* The key of what tells father from son at the end of a name: "Jr."; 0 for
** none. */
static u32 entityJunior(const NewsText *p, NewsSpan name) {
  const NewsToken *pTok = &p->aTok[name.iTo - 1];
  if( newsSpanLen(name) < 2 || !newsTokIs(pTok, NEWS_LEX_SUFFIX) ||
      newsTextWeight(p, pTok->iWord) != NEWS_LEXICON_JUNIOR ) {
    return 0;
  }
  return newsTermKey(p, pTok);
}

/* Whether a name is the father's or the son's of an entity: "Jr." of "Sr.", or
** of one whose name in full has neither. */
static int entityIsKin(const NewsText *p, const NewsEntity *pE,
                       const NewsName *pName, int n) {
  u32 junior = entityJunior(p, pName->name);
  return junior && pE->nName > 1 && n > 1 &&
         junior != entityJunior(p, pE->name);
}

/* How well a person's name fits an entity: 0 not at all. */
static int entityFitPerson(const NewsEntities *p, const NewsEntity *pE,
                           const NewsName *pName, const u32 *a, int n) {
  const NewsText *pText = p->pTerms->pText;
  int nE = pE->nName, i;
  if( pE->alias && pE->alias == a[n - 1] &&
      (n == 1 || (n == 2 && pE->aliasFirst == a[0])) ) {
    return 3;
  }
  if( pE->eKind != NEWS_PERSON || pE->bPlural || nE == 0 ||
      pE->bNamed != pName->bNamed ) {
    return 0;
  }
  if( newsNameClash(pE->mGender, pName->mGender) ) return 0;
  if( entityIsKin(pText, pE, pName, n) ) return 0;
  if( n == 1 ) {
    if( a[0] == pE->aName[nE - 1] ) return nE == 1 ? 4 : 3;
    if( pName->bHonorific == 2 && a[0] == pE->aName[0] ) return 3;
    if( !pName->bHonorific && a[0] == pE->aName[0] ) return 1;
    for( i = 1; i < nE - 1; i++ ) {
      if( a[0] == pE->aName[i] ) return 1;
    }
    return 0;
  }
  if( nE == 1 ) return pE->aName[0] == a[n - 1] ? 2 : 0;
  if( a[n - 1] == pE->aName[nE - 1] ) {
    if( entitySameGiven(pText, pName->name.iFrom, pE->name.iFrom) ) return 5;
    if( entityIsShort(pText, pName->name.iFrom, pE->name.iFrom) ) return 4;
    if( nE == 2 && n > 2 && a[n - 2] == pE->aName[0] &&
        pText->aTok[pE->name.iFrom].nByte <= NEWS_TERM_PARTICLE ) {
      return 4; /* "De Wit", "Jan de Wit" */
    }
    return n == 2 && nE > 2 && a[0] == pE->aName[nE - 2] ? 4 : 0;
  }
  /* "Peña Nieto" of "Enrique Peña Nieto"; "Guajardo" with and without the
  ** second surname */
  if( n > 2 && a[0] == pE->aName[0] && a[1] == pE->aName[1] ) return 3;
  if( nE > 2 && n == 2 && a[0] == pE->aName[0] && a[1] == pE->aName[1] ) {
    return 3;
  }
  return 0;
}

/* Likewise for bodies, media and groups of names: the whole name, or for one
** word the last of a longer one. */
static int entityFitBody(const NewsEntity *pE, const NewsName *pName,
                         const u32 *a, int n, u32 hash) {
  int i;
  if( (pE->eKind == NEWS_PERSON) != (pName->eKind == NEWS_PERSON) ) return 0;
  if( pE->bPlural != pName->bPlural && pE->eKind == NEWS_PERSON ) return 0;
  if( pE->nName == n ) {
    for( i = 0; i < n && a[i] == pE->aName[i]; i++ ) {
    }
    if( i == n ) return 5;
  }
  if( pName->eKind == NEWS_PERSON || pE->nName == 0 ) return 0;
  if( n == 1 && pE->nName > 1 ) {
    if( a[0] == pE->aName[pE->nName - 1] ) return 2;
    return hash == a[0] ? 4 : 0; /* By its acronym or alias */
  }
  return pE->nName == 1 && hash == pE->aName[0] ? 4 : 0;
}

/* Likewise for capitalised words that nothing tells to be a person: a body's
** name, or the first word of one. "The firm Vesta", "Vesta Mining": "Vesta". */
static int entityFitUntold(const NewsEntity *pE, const u32 *a, int n) {
  if( pE->eKind < NEWS_ORGANISATION || pE->nName < n ) return 0;
  if( memcmp(a, pE->aName, (size_t)n * sizeof(*a)) != 0 ) return 0;
  return pE->nName == n ? 5 : n == 1 ? 2 : 0;
}

/* How much speaks for one of several who bear a name, of whom that has been
** meant in the sentence before, in the same paragraph: "Governor Paul Lind said
** A. His brother Hugh Lind demanded B. Lind said C". */
static int entityRecent(const NewsEntities *p, const NewsEntity *pE,
                        const NewsName *pName) {
  const NewsText *pText = p->pTerms->pText;
  u32 iSent;
  if( pE->nSeen == 0 ||
      newsTextPara(pText, pName->all.iFrom) != pE->iLastPara ) {
    return 0;
  }
  iSent = newsTextSent(pText, pName->all.iFrom);
  if( iSent > pE->iLastSent + 1 ) return 0;
  return ENTITY_LAST + (iSent == pE->iLastSent) +
         (pE->bLastFull ? ENTITY_FULL : 0) +
         (pE->iSubjSent == pE->iLastSent + 1 ? ENTITY_SUBJECT : 0);
}

/* The best entity so far, and the score of the next. */
typedef struct EntityBest EntityBest;
struct EntityBest {
  int iEntity;
  int nScore, nNext;
};

/* Look through the chain of one key for the best entity. */
static void entitySearch(NewsEntities *p, const NewsName *pName, const u32 *a,
                         int n, u32 hash, int bUntold, EntityBest *pBest) {
  u32 i = p->aBucket[hash & p->mBucket];
  int nStep = 0;
  while( i && nStep++ < ENTITY_CHAIN ) {
    const EntityNode *pNode = &((EntityNode *)p->vNode.a)[i - 1];
    i = pNode->iNext;
    if( pNode->hash == hash ) {
      const NewsEntity *pE = newsEntity(p, pNode->iEntity);
      int nFit = bUntold ? entityFitUntold(pE, a, n)
                 : pName->eKind == NEWS_PERSON && !pName->bJoint
                     ? entityFitPerson(p, pE, pName, a, n)
                     : entityFitBody(pE, pName, a, n, hash);
      int nScore;
      if( nFit == 0 ) continue;
      nScore =
          nFit * 1000 + (int)NEWS_MIN(pE->nSeen * 2 + pE->nTotal, (u32)900);
      if( n == 1 && nFit >= 3 ) nScore -= nFit * 1000 - 3000;
      if( n == 1 ) nScore += entityRecent(p, pE, pName);
      if( n == 1 && (pE->mGender & pName->mGender) ) nScore += ENTITY_GENDER;
      if( pBest->iEntity != pNode->iEntity ) {
        pBest->nNext = NEWS_MAX(pBest->nNext, NEWS_MIN(nScore, pBest->nScore));
      }
      /* Of equals the one named first: its node is deepest */
      if( nScore >= pBest->nScore ) {
        pBest->nScore = nScore;
        pBest->iEntity = pNode->iEntity;
      }
    }
  }
}

/* The person whose office goes by the letters that a mention is: Superintendent
** of Police (SP) Tom Hale, "the SP". -1: none. */
static int entityFindOffice(NewsEntities *p, const NewsName *pName, u32 name) {
  u32 i = p->aBucket[name & p->mBucket];
  int nStep = 0;
  if( pName->eKind != NEWS_ORGANISATION || newsSpanLen(pName->name) != 1 ) {
    return -1;
  }
  while( i && nStep++ < ENTITY_CHAIN ) {
    const EntityNode *pNode = &((EntityNode *)p->vNode.a)[i - 1];
    if( pNode->hash == name && newsEntity(p, pNode->iEntity)->office == name ) {
      return pNode->iEntity;
    }
    i = pNode->iNext;
  }
  return -1;
}

int newsEntityFind(NewsEntities *p, const NewsName *pName) {
  const NewsText *pText = p->pTerms->pText;
  u32 a[NEWS_ENTITY_NAME], hash;
  int n = entityNameOf(pText, pName, a);
  EntityBest best = {-1, 0, -ENTITY_NEAR};
  p->bNear = 0;
  if( n == 0 || p->aBucket == 0 ) return -1;
  best.iEntity = entityFindOffice(p, pName, a[0]);
  if( best.iEntity >= 0 ) return best.iEntity;
  if( pName->eKind == NEWS_PERSON && !pName->bJoint ) {
    entitySearch(p, pName, a, n, a[n - 1], 0, &best);
    if( n > 1 ) entitySearch(p, pName, a, n, a[0], 0, &best);
    p->bNear = best.nScore < best.nNext + ENTITY_NEAR;
    if( best.iEntity < 0 && !pName->bSure && pName->bNamed ) {
      entitySearch(p, pName, a, n, entityFirst(a), 1, &best);
    }
    return best.iEntity;
  }
  entitySearch(p, pName, a, n, entityWhole(a, n), 0, &best);
  if( best.iEntity < 0 && (hash = entityAcronym(pText, pName->name)) != 0 ) {
    entitySearch(p, pName, a, n, hash, 0, &best);
  }
  return best.iEntity;
}

int newsEntityVague(const NewsText *p, const NewsName *pName) {
  u32 i;
  for( i = pName->desc.iFrom; i < pName->desc.iTo; i++ ) {
    const NewsToken *pTok = &p->aTok[i];
    if( newsTokIs(pTok, NEWS_LEX_PREP) ) break;
    if( newsTokIs(pTok, NEWS_LEX_SOURCE) &&
        !newsTokIs(pTok, NEWS_LEX_MASC | NEWS_LEX_FEM) &&
        newsTextWeight(p, pTok->iWord) <= ENTITY_VAGUE ) {
      return 1;
    }
  }
  return 0;
}

int newsEntityNew(NewsEntities *p, const NewsName *pName) {
  NewsEntity *pE =
      newsVecPush(&p->vEntity, p->pTerms->pText->pArena, sizeof(*pE));
  int i = (int)p->vEntity.n - 1;
  if( pE == 0 ) return -1;
  pE->iNewer = pE->iOlder = pE->iSource = pE->iSame = -1;
  pE->eKind = pName->eKind;
  pE->eHead = pName->eHead;
  pE->bPlural = pName->bPlural;
  pE->bNamed = pName->bNamed;
  pE->bVague = (u8)newsEntityVague(p->pTerms->pText, pName);
  pE->bOther = pName->eDef == NEWS_NAME_OTHER;
  pE->desc = newsSpanLen(pName->desc) ? pName->desc : pName->all;
  newsEntityLearn(p, i, pName);
  return i;
}

/* Enter the entity under the words of its name. */
static void entityIndexName(NewsEntities *p, int i, const NewsName *pName) {
  const NewsText *pText = p->pTerms->pText;
  NewsEntity *pE = newsEntity(p, i);
  u32 hash;
  int j;
  if( pE->eKind == NEWS_PERSON && !pE->bPlural ) {
    for( j = 0; j < pE->nName; j++ ) entityIndex(p, pE->aName[j], i);
    return;
  }
  entityIndex(p, entityWhole(pE->aName, pE->nName), i);
  if( pE->nName > 1 ) {
    entityIndex(p, pE->aName[pE->nName - 1], i);
  }
  entityIndex(p, entityFirst(pE->aName), i);
  hash = entityAcronym(pText, pE->name);
  if( hash ) entityIndex(p, hash, i);
  if( newsSpanLen(pName->alias) ) {
    entityIndex(p, pText->aTok[pName->alias.iFrom].hash, i);
  }
}

/* The other name, of one word or two, that somebody is known by, at the end of
** a mention: Ann Lee, better known as ["Mama Lu"]; ..., called ["Fox"]. */
static void entityLearnKnown(NewsEntities *p, int i, const NewsName *pName) {
  const NewsText *pText = p->pTerms->pText;
  const NewsToken *pEnd = &pText->aTok[pName->all.iTo], *pTok = pEnd;
  const NewsToken *pLeast = &pText->aTok[pName->name.iTo + 2];
  NewsEntity *pE = newsEntity(p, i);
  while( pTok > pLeast && pTok > pEnd - 2 && (pTok[-1].flags & NEWS_TF_CAP) &&
         pTok[-1].eKind == NEWS_TOK_WORD ) {
    pTok--;
  }
  if( pTok == pEnd || pTok <= pLeast || !newsTokPunct(&pLeast[-2], ',') ||
      !newsTokIs(&pTok[-1 - newsTokIs(&pTok[-1], NEWS_LEX_SUBORD)],
                 NEWS_LEX_PART) ) {
    return;
  }
  pE->alias = pEnd[-1].hash;
  pE->aliasFirst = pTok < pEnd - 1 ? pTok->hash : 0;
  entityIndex(p, pE->alias, i);
  if( pE->aliasFirst ) entityIndex(p, pE->aliasFirst, i);
}

/* The name that an unnamed person is told by at the end of a mention: "a woman,
** who gave her name only as Halima", "a man calling himself Fox", "whom we're
** calling Sam"; the letters of an office: Superintendent of Police "(SP)" Tom
** Hale. */
static void entityLearnAlias(NewsEntities *p, int i, const NewsName *pName) {
  const NewsToken *pTok;
  if( pName->bNamed && pName->eKind == NEWS_PERSON ) {
    entityLearnKnown(p, i, pName);
  }
  if( newsSpanLen(pName->alias) && pName->eKind == NEWS_PERSON &&
      newsSpanLen(pName->role) ) {
    pTok = &p->pTerms->pText->aTok[pName->alias.iFrom];
    newsEntity(p, i)->office = pTok->hash;
    entityIndex(p, pTok->hash, i);
  }
  if( pName->bNamed || pName->bPlural || pName->eKind != NEWS_PERSON ||
      newsSpanLen(pName->all) < newsSpanLen(pName->desc) + 3 ) {
    return;
  }
  pTok = &p->pTerms->pText->aTok[pName->all.iTo - 1];
  if( pTok->eKind != NEWS_TOK_WORD || !(pTok->flags & NEWS_TF_CAP) ||
      newsTokIs(&pTok[-1], NEWS_LEX_WH_WORD) ||
      !(newsTokIs(&pTok[-1], NEWS_LEX_SUBORD | NEWS_LEX_PRON | NEWS_LEX_PART) ||
        (newsTokIs(&pTok[-2], NEWS_LEX_AUX | NEWS_LEX_MODAL) &&
         newsTokIs(&pTok[-3], NEWS_LEX_FIRST))) ) {
    return;
  }
  newsEntity(p, i)->alias = pTok->hash;
  entityIndex(p, pTok->hash, i);
}

static void entityLearnWords(NewsEntity *pE, const NewsWords *pW) {
  int i, j;
  for( i = 0; i < pW->nAll; i++ ) {
    for( j = 0; j < pE->nWord && pE->aWord[j] != pW->a[i]; j++ ) {
    }
    if( j < pE->nWord && !(i < pW->nHead && j >= pE->nHead) ) continue;
    if( j == pE->nWord ) {
      if( pE->nWord >= NEWS_ENTITY_WORD ) return;
      pE->nWord++;
    }
    if( i < pW->nHead ) {
      memmove(&pE->aWord[1], pE->aWord, (size_t)j * sizeof(u32));
      pE->aWord[0] = pW->a[i];
      pE->nHead++;
    } else {
      pE->aWord[j] = pW->a[i];
    }
  }
}

/* The words of a role in apposition: heads all, for "the lawyer". */
static void entityLearnRole(NewsEntities *p, NewsEntity *pE, NewsSpan role) {
  const NewsText *pText = p->pTerms->pText;
  NewsWords w;
  u32 i = role.iFrom;
  memset(&w, 0, sizeof(w));
  while( i < role.iTo ) {
    NewsTerm u = newsTermAt(p->pTerms, i, role.iTo);
    u32 iTo = i + u.nTok, iHead = iTo;
    if( newsTermHuman(&u) ) iHead = newsTermHead(pText, i, iTo);
    for( ; i < iTo; i++ ) {
      if( !entityTells(&pText->aTok[i]) ) continue;
      entityPut(&w, i == iHead ? 0 : 1, newsTermKey(pText, &pText->aTok[i]));
    }
  }
  entityLearnWords(pE, &w);
}

/* The offices of a role, or of a description without a name. */
static void entityLearnOffices(NewsEntities *p, NewsEntity *pE,
                               const NewsName *pName) {
  NewsOffice a[NEWS_OFFICES];
  NewsSpan s = newsSpanLen(pName->name) ? pName->role : pName->desc;
  int i, j, n;
  if( pE->eKind != NEWS_PERSON ) return;
  if( newsSpanLen(pName->role) == 0 && newsSpanLen(pName->name) ) return;
  n = newsOfficesRead(p->pTerms, s, a, NEWS_OFFICES);
  for( i = 0; i < n && pE->nOffice < NEWS_OFFICES; i++ ) {
    newsOfficeAt(p->pTerms, pName->affil, &a[i]);
    for( j = 0; j < pE->nOffice; j++ ) {
      if( newsOfficeEqual(&a[i], &pE->aOffice[j]) ) break;
    }
    if( j == pE->nOffice ) pE->aOffice[pE->nOffice++] = a[i];
  }
}

/* Whether a body's name is the same with its legal form, "Acme Corp.", or a
** country's in more words, or where it was known by its capital. */
static int entityIsFuller(const NewsEntities *p, const NewsEntity *pE,
                          const NewsName *pName) {
  const NewsToken *aTok = p->pTerms->pText->aTok;
  u32 n = newsSpanLen(pE->name), nNew = newsSpanLen(pName->name);
  const u64 m = NEWS_LEX_PLACE | NEWS_LEX_CAPITAL;
  if( n == 1 && nNew > 0 && newsTokIs(&aTok[pE->name.iFrom], m) &&
      (nNew > 1 || (newsTokIs(&aTok[pE->name.iFrom], NEWS_LEX_CAPITAL) &&
                    !newsTokIs(&aTok[pName->name.iFrom], NEWS_LEX_CAPITAL))) ) {
    return 1;
  }
  return pE->eKind >= NEWS_ORGANISATION && newsSpanLen(pName->name) > 1 &&
         newsTokIs(&aTok[pName->name.iTo - 1], NEWS_LEX_SUFFIX) &&
         newsSpanLen(pE->name) > 0 &&
         !newsTokIs(&aTok[pE->name.iTo - 1], NEWS_LEX_SUFFIX);
}

void newsEntityLearn(NewsEntities *p, int i, const NewsName *pName) {
  NewsEntity *pE = newsEntity(p, i);
  u32 a[NEWS_ENTITY_NAME];
  NewsWords w;
  int n = entityNameOf(p->pTerms->pText, pName, a);
  if( (n > pE->nName || (n == pE->nName && entityIsFuller(p, pE, pName))) &&
      !pE->alias ) {
    memcpy(pE->aName, a, sizeof(a));
    pE->nName = (u8)n;
    pE->name = pName->name;
    pE->iShared = pName->iShared;
    entityIndexName(p, i, pName);
    pE = newsEntity(p, i);
  }
  pE->bSure |= pName->bSure;
  /* What a description says of somebody named is only believed to be so */
  if( pE->bNamed && pE->eKind == NEWS_PERSON && !newsSpanLen(pName->name) &&
      pName->eDef != NEWS_NAME_PRONOUN ) {
    return;
  }
  if( pName->mGender && (!pE->mGender || pE->bGuess) ) {
    pE->bGuess = pName->eDef == NEWS_NAME_PRONOUN;
    pE->mGender = pName->mGender;
  }
  if( pName->eDef == NEWS_NAME_PRONOUN ) return;
  entityLearnAlias(p, i, pName);
  pE = newsEntity(p, i);
  if( newsSpanLen(pE->role) == 0 ) pE->role = pName->role;
  if( newsSpanLen(pE->affil) == 0 ) pE->affil = pName->affil;
  newsEntityWords(p->pTerms, pName, &w);
  if( w.nAll > pE->nDesc || newsSpanLen(pE->desc) == 0 ) {
    pE->desc = pName->desc;
    pE->nDesc = (u8)w.nAll;
  }
  entityLearnWords(pE, &w);
  entityLearnRole(p, pE, pName->role);
  entityLearnRole(p, pE, pName->also);
  entityLearnOffices(p, pE, pName);
}

/* Take an entity out of the list of recency. */
static void entityUnlist(NewsEntities *p, int i) {
  NewsEntity *pE = newsEntity(p, i);
  if( !pE->bListed ) return;
  if( pE->iNewer >= 0 ) newsEntity(p, pE->iNewer)->iOlder = pE->iOlder;
  if( pE->iOlder >= 0 ) newsEntity(p, pE->iOlder)->iNewer = pE->iNewer;
  if( p->iNewest == i ) p->iNewest = pE->iOlder;
  pE->bListed = 0;
}

void newsEntityBody(NewsEntities *p, int i) {
  NewsEntity *pE = newsEntity(p, i);
  pE->eKind = NEWS_ORGANISATION;
  if( pE->nName == 0 ) return;
  entityIndex(p, entityWhole(pE->aName, pE->nName), i);
  entityIndex(p, entityFirst(pE->aName), i);
}

void newsEntityMerge(NewsEntities *p, int iTo, int iFrom) {
  NewsEntity *pE = newsEntity(p, iTo);
  NewsEntity *pOld = newsEntity(p, iFrom);
  entityUnlist(p, iFrom);
  pOld->iSame = iTo;
  if( pE->nOffice == 0 ) {
    memcpy(pE->aWord, pOld->aWord, sizeof(pE->aWord));
    pE->nWord = pOld->nWord;
    pE->nHead = pOld->nHead;
    memcpy(pE->aOffice, pOld->aOffice, sizeof(pE->aOffice));
    pE->nOffice = pOld->nOffice;
    pE->role = newsSpan(pOld->desc.iFrom + 1, pOld->desc.iTo);
  }
  if( pE->mGender == 0 ) pE->mGender = pOld->mGender;
  pE->nSeen += pOld->nSeen;
  pE->nQuote += pOld->nQuote;
  pE->iFirstPara = pOld->iFirstPara;
}

void newsEntityTouch(NewsEntities *p, int i, const NewsMention *pMention) {
  NewsEntity *pE = newsEntity(p, i);
  if( pE->nSeen == 0 ) pE->iFirstPara = pMention->iPara;
  pE->nSeen++;
  pE->iLast = pMention->name.all.iFrom;
  pE->iLastSent = pMention->iSent;
  pE->iLastPara = pMention->iPara;
  pE->bLastPoss = pMention->name.bPossessive;
  pE->bLastFull = newsSpanLen(pMention->name.name) > 1;
  if( pMention->bSubject ) pE->iSubjSent = pMention->iSent + 1;
  if( p->iNewest == i ) return;
  entityUnlist(p, i);
  pE->bListed = 1;
  pE->iNewer = -1;
  pE->iOlder = p->iNewest;
  if( p->iNewest >= 0 ) newsEntity(p, p->iNewest)->iNewer = i;
  p->iNewest = i;
}
