/*
** roles.c: see roles.h.
*/
#include "similarity/roles.h"

#include "similarity/say.h"
#include "similarity/weight.h"

#define ROLES_MOST 32 /* Words of a text that may turn another round, at most */
#define ROLES_CLOSE 2 /* Words between "was" and "killed", and one, at most */

/* The words of content of a text. */
typedef struct Roles Roles;
struct Roles {
  const NewsVec *pVec;
  u32 n;
  u8 ai[ROLES_MOST]; /* Where they stand */
};

static const NewsSayWord *rolesAt(const Roles *p, u32 k) {
  return (const NewsSayWord *)p->pVec->a + p->ai[k];
}

static void rolesOf(const NewsVec *pVec, Roles *p) {
  const NewsSayWord *a = pVec->a;
  u32 i;
  p->pVec = pVec;
  p->n = 0;
  for( i = 0; i < pVec->n; i++ ) {
    if( !(a[i].kind & NEWS_SAY_GRAMMAR) ) p->ai[p->n++] = (u8)i;
  }
}

/* Whether one of the words [i, iTo) of a text has a sense. */
static int rolesHas(const NewsVec *pVec, u32 i, u32 iTo, u32 mSense) {
  const NewsSayWord *a = pVec->a;
  for( ; i < iTo && i < pVec->n; i++ ) {
    const NewsSense *pSense = newsSenseOf(a[i].hash);
    if( pSense && (pSense->mSense & mSense) ) return 1;
  }
  return 0;
}

/* The sum of the stems of grammar of a text; adds to *pnLack its words that the
** other lacks. */
static u32 rolesGrammar(const NewsVec *pVec, u32 *pnLack) {
  const NewsSayWord *a = pVec->a;
  u32 i, sum = 0;
  for( i = 0; i < pVec->n; i++ ) {
    if( a[i].kind & NEWS_SAY_GRAMMAR ) sum += a[i].stem;
    *pnLack += (a[i].kind & NEWS_SAY_LACKED) != 0;
  }
  return sum;
}

/* Whether a text has, behind its first word, a name that is the other's first,
** and words of content that are no names between the two. */
static int rolesTurnTo(const NewsVec *pVec, const NewsSayWord *pFirst) {
  const NewsSayWord *a = pVec->a;
  u32 i, nBetween = 0;
  for( i = 0; i < pVec->n && a[i].stem != pFirst->stem; i++ ) {
    nBetween += i > 0 && (a[i].kind & (NEWS_SAY_GRAMMAR | NEWS_SAY_NAME)) == 0;
  }
  return i < pVec->n && nBetween && (a[i].kind & NEWS_SAY_NAME);
}

/* Whether only "the", "his" and the like stand before a word of content, behind
** word iFrom: it is no part of "on Monday", "with water". */
static int rolesIsBare(const Roles *p, u32 k, u32 iFrom) {
  u32 i;
  for( i = p->ai[k]; i > iFrom; i-- ) {
    const NewsSayWord *pWord = (const NewsSayWord *)p->pVec->a + i - 1;
    if( !(pWord->kind & NEWS_SAY_GRAMMAR) ) break;
    if( !rolesHas(p->pVec, i - 1, i, NEWS_SENSE_WHOSE) ) return 0;
  }
  return 1;
}

/* Whether two are the same but for their first word of content, and another one
** that has changed places with it, across what one does to the other. */
static int rolesChange(const Roles *pA, const Roles *pB) {
  u32 j, k;
  for( j = 1; j < pA->n; j++ ) {
    if( rolesAt(pA, j)->stem != rolesAt(pB, j)->stem ) break;
  }
  if( j >= pA->n || j == 1 || rolesAt(pA, 0)->stem != rolesAt(pB, j)->stem ||
      rolesAt(pA, j)->stem != rolesAt(pB, 0)->stem ) {
    return 0;
  }
  for( k = j + 1; k < pA->n; k++ ) {
    if( rolesAt(pA, k)->stem != rolesAt(pB, k)->stem ) return 0;
  }
  return rolesIsBare(pA, 0, 0) && rolesIsBare(pB, 0, 0) &&
         rolesIsBare(pA, j, 0) && rolesIsBare(pB, j, 0) &&
         !rolesHas(pA->pVec, pA->ai[0], pA->ai[j], NEWS_SENSE_JOIN);
}

/* Whether somebody stands behind "by" at word i, the next word of content: "by
** her husband", "by Noravia", but not "by Friday", "by half". */
static int rolesIsDoer(const Roles *p, u32 k, u32 i) {
  const NewsSayWord *pWord = rolesAt(p, k);
  if( pWord->kind & NEWS_SAY_NUMBER ) return 0;
  return p->ai[k] == i + 1 ? (pWord->kind & NEWS_SAY_PLACE) != 0
                           : rolesIsBare(p, k, i + 1);
}

/* What a word of content tells of who does it: "was killed by her husband"
** both, "killed" neither. */
static u32 rolesVoice(const Roles *p, u32 k) {
  u32 i = p->ai[k], iFrom = i < ROLES_CLOSE ? 0 : i - ROLES_CLOSE;
  u32 mVoice = rolesHas(p->pVec, i + 1, i + 2, NEWS_SENSE_DOER) &&
               rolesIsDoer(p, k + 1, i + 1);
  return mVoice | (u32)rolesHas(p->pVec, iFrom, i, NEWS_SENSE_BE) << 1;
}

/* Whether two have the same words of content in the same order, and one is in
** the passive where the other is not. */
static int rolesSuffer(const Roles *pA, const Roles *pB) {
  u32 k;
  for( k = 0; k < pA->n; k++ ) {
    if( rolesAt(pA, k)->stem != rolesAt(pB, k)->stem ) return 0;
  }
  for( k = 0; k + 1 < pA->n; k++ ) {
    u32 mA = rolesVoice(pA, k), mB = rolesVoice(pB, k);
    if( (mA == 3 && mB == 0) || (mA == 0 && mB == 3) ) return 1;
  }
  return 0;
}

int newsRolesTurn(const NewsVec *pA, const NewsVec *pB) {
  const NewsSayWord *a = pA->a, *b = pB->a;
  Roles rolesA, rolesB;
  u32 nLack = 0;
  int bSame;
  if( pA->n == 0 || pB->n == 0 || pA->n > ROLES_MOST || pB->n > ROLES_MOST ) {
    return 0;
  }
  bSame = rolesGrammar(pA, &nLack) == rolesGrammar(pB, &nLack);
  if( nLack <= 1 && bSame && rolesTurnTo(pA, b) && rolesTurnTo(pB, a) ) {
    return 1;
  }
  rolesOf(pA, &rolesA);
  rolesOf(pB, &rolesB);
  if( rolesA.n != rolesB.n ) return 0;
  return (bSame && rolesChange(&rolesA, &rolesB)) ||
         rolesSuffer(&rolesA, &rolesB);
}
