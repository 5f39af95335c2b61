/*
** scene.c: see scene.h.
*/
#include "similarity/scene.h"

#include "base/number.h"
#include "similarity/remark.h"
#include "similarity/weight.h"

#define SCENE_REACH 40 /* Tokens on each side */
#define SCENE_LEAD 60  /* ... with which the report begins */
#define SCENE_OWN 400  /* Tokens of the statement that are its own, at most */
#define SCENE_LEAST 40 /* Weight of a word, at least */

/* Scores that a scene may change: below it is nothing to take off, and above
** the words are nearly the same, which are not parted by what is around them
** either where they are wholly so. */
#define SCENE_FROM 20
#define SCENE_TO 90

/* Words that both have, at least, for it to mean something that few of them are
** in common: no more than weigh so much; and what that takes off. */
#define SCENE_KNOWN 6
#define SCENE_LITTLE 100
#define SCENE_DOWN 16

/* How near the topics of two are, in 1/NEWS_GIST_ONE, for it to mean nothing;
** and what it takes off where they have nothing in common. */
#define SCENE_TOPIC_NEAR (NEWS_GIST_ONE / 4)
#define SCENE_TOPIC_DOWN 60

/* What of 100 two that are much the same have in common, at least, and how many
** words: one may be a name. */
#define SCENE_MUCH 50
#define SCENE_SHARED 3

/* Of 16 bits. */
static u16 sceneHash(u32 hash) { return (u16)(hash ^ hash >> 16); }

/* Whether some tokens have a word. */
static int sceneHas(const NewsToken *a, NewsSpan tok, u32 hash) {
  u32 i;
  for( i = tok.iFrom; i < tok.iTo && a[i].hash != hash; i++ ) {
  }
  return i < tok.iTo;
}

/* Put a word to its place, rarest first, ties by hash; the last goes where
** there are too many. */
static void scenePut(NewsScene *p, u16 word, u8 w) {
  u32 i, j;
  for( j = 0; j < p->n && p->aWord[j] != word; j++ ) {
  }
  if( j < p->n ) return;
  for( i = p->n; i > 0; i-- ) {
    if( p->aw[i - 1] > w || (p->aw[i - 1] == w && p->aWord[i - 1] < word) ) {
      break;
    }
  }
  if( i == NEWS_SCENE_WORDS ) return;
  p->n = NEWS_MIN(p->n + 1, NEWS_SCENE_WORDS);
  for( j = p->n - 1; j > i; j-- ) {
    p->aWord[j] = p->aWord[j - 1];
    p->aw[j] = p->aw[j - 1];
  }
  p->aWord[i] = word;
  p->aw[i] = w;
}

/* Whether a word comes behind the last one, and there are as many as may be. */
static int sceneIsLess(const NewsScene *p, u16 word, u32 w) {
  const u32 i = NEWS_SCENE_WORDS - 1;
  if( p->n < NEWS_SCENE_WORDS ) return 0;
  return p->aw[i] > w || (p->aw[i] == w && p->aWord[i] <= word);
}

static void sceneAdd(const NewsText *pText, NewsSpan tok, NewsSpan own,
                     NewsScene *p) {
  const NewsToken *a = pText->aTok;
  u32 i, w;
  for( i = tok.iFrom; i < tok.iTo; i++ ) {
    if( !newsTokWordy(&a[i]) ) continue;
    w = newsWeight(a[i].hash);
    if( w < SCENE_LEAST || sceneIsLess(p, sceneHash(a[i].hash), w) ||
        sceneHas(a, own, a[i].hash) ) {
      continue;
    }
    scenePut(p, sceneHash(a[i].hash), (u8)w);
  }
}

/* The terms of a gist that tell most, the most telling first, ties by key. */
static void sceneTopic(const NewsGist *pGist, NewsScene *p) {
  u32 aKey[NEWS_SCENE_TOPICS], i, j;
  for( i = 0; i < pGist->n; i++ ) {
    const NewsGistTerm *pTerm = &pGist->a[i];
    for( j = p->nTopic; j > 0; j-- ) {
      if( p->awTopic[j - 1] >= pTerm->w ) break; /* Keys ascend */
      if( j == NEWS_SCENE_TOPICS ) continue;
      p->awTopic[j] = p->awTopic[j - 1];
      aKey[j] = aKey[j - 1];
    }
    if( j == NEWS_SCENE_TOPICS ) continue;
    p->awTopic[j] = (u8)pTerm->w;
    aKey[j] = pTerm->key;
    p->nTopic = NEWS_MIN(p->nTopic + 1, NEWS_SCENE_TOPICS);
  }
  for( i = 0; i < p->nTopic; i++ ) p->aTopic[i] = sceneHash(aKey[i]);
}

void newsSceneRead(const NewsText *pText, NewsSpan byte, const NewsGist *pGist,
                   NewsScene *p) {
  u32 iFrom = newsTextTokenAt(pText, byte.iFrom);
  u32 iTo = newsTextTokenAt(pText, byte.iTo);
  u32 iLeft = iFrom - NEWS_MIN(iFrom, SCENE_REACH);
  NewsSpan own = newsSpan(iFrom, NEWS_MIN(iTo, iFrom + SCENE_OWN));
  memset(p, 0, sizeof(*p));
  sceneAdd(pText, newsSpan(0, NEWS_MIN(iLeft, SCENE_LEAD)), own, p);
  sceneAdd(pText, newsSpan(iLeft, iFrom), own, p);
  sceneAdd(pText, newsSpan(iTo, NEWS_MIN(iTo + SCENE_REACH, pText->nTok)), own,
           p);
  sceneTopic(pGist, p);
}

/*------------------------------------------------------------- comparing */

/* The weight of a word in a scene; 0 where it has it not. */
static u32 sceneFind(const NewsScene *p, u16 word) {
  u32 i;
  for( i = 0; i < p->n && p->aWord[i] != word; i++ ) {
  }
  return i < p->n ? p->aw[i] : 0;
}

/* Weight of the words that two scenes have in common; *pn: how many. */
static u32 sceneBoth(const NewsScene *pa, const NewsScene *pb, u32 *pn) {
  u32 i, both = 0;
  *pn = 0;
  for( i = 0; i < pa->n; i++ ) {
    u32 w = sceneFind(pb, pa->aWord[i]);
    both += NEWS_MIN(w, pa->aw[i]);
    *pn += w > 0;
  }
  return both;
}

/* How near two topics are: the cosine, in 1/NEWS_GIST_ONE. */
static u32 sceneTopicNear(const NewsScene *pa, const NewsScene *pb) {
  u64 dot = 0, aa = 0, bb = 0;
  u32 i, j;
  for( i = 0; i < pa->nTopic; i++ ) aa += pa->awTopic[i] * pa->awTopic[i];
  for( j = 0; j < pb->nTopic; j++ ) bb += pb->awTopic[j] * pb->awTopic[j];
  for( i = 0; i < pa->nTopic; i++ ) {
    for( j = 0; j < pb->nTopic; j++ ) {
      if( pa->aTopic[i] != pb->aTopic[j] ) continue;
      dot += pa->awTopic[i] * pb->awTopic[j];
    }
  }
  return (u32)(dot * NEWS_GIST_ONE / newsRoot(aa * bb));
}

/* What topics that are far from each other take off. */
static u32 sceneTopicDown(const NewsScene *pa, const NewsScene *pb) {
  u32 near;
  if( pa->nTopic == 0 || pb->nTopic == 0 ) return 0;
  near = sceneTopicNear(pa, pb);
  if( near >= SCENE_TOPIC_NEAR ) return 0;
  return (SCENE_TOPIC_NEAR - near) * SCENE_TOPIC_DOWN / SCENE_TOPIC_NEAR;
}

u8 newsSceneScore(u8 score, const NewsScene *pa, const NewsScene *pb) {
  u32 n, nDown;
  if( score < SCENE_FROM || score > SCENE_TO ) return score;
  nDown = sceneTopicDown(pa, pb);
  if( NEWS_MIN(pa->n, pb->n) >= SCENE_KNOWN &&
      sceneBoth(pa, pb, &n) <= SCENE_LITTLE ) {
    nDown = NEWS_MAX(nDown, SCENE_DOWN);
  }
  return (u8)(score - NEWS_MIN(nDown, (u32)score - NEWS_SAME_UNLIKE));
}

static u32 sceneWeight(const NewsScene *p) {
  u32 i, w = 0;
  for( i = 0; i < p->n; i++ ) w += p->aw[i];
  return w;
}

int newsSceneSame(const NewsScene *pa, const NewsScene *pb) {
  u32 n, wa = sceneWeight(pa), wb = sceneWeight(pb);
  u32 both = sceneBoth(pa, pb, &n);
  return both > SCENE_LITTLE && n >= SCENE_SHARED &&
         both * 100 >= NEWS_MIN(wa, wb) * SCENE_MUCH;
}

/*--------------------------------------------------------------- as bytes */

static u8 *scenePackOne(u8 *a, u16 word, u8 w) {
  a[0] = (u8)word;
  a[1] = (u8)(word >> 8);
  a[2] = w;
  return &a[3];
}

/* How many words are less than there may be, then each: hash (2, low byte
** first) and weight; then the terms of the topic, likewise. */
u32 newsScenePack(const NewsScene *p, u8 *a) {
  u8 *z = a;
  u32 i;
  *z++ = (u8)(NEWS_SCENE_WORDS - p->n);
  for( i = 0; i < p->n; i++ ) z = scenePackOne(z, p->aWord[i], p->aw[i]);
  for( i = 0; i < p->nTopic; i++ ) {
    z = scenePackOne(z, p->aTopic[i], p->awTopic[i]);
  }
  return (u32)(z - a);
}

int newsSceneUnpack(const u8 *a, u32 n, NewsScene *p) {
  u32 i;
  memset(p, 0, sizeof(*p));
  if( n < 1 || a[0] > NEWS_SCENE_WORDS ) return 0;
  p->n = NEWS_SCENE_WORDS - *a++;
  n--;
  if( n % 3 || n < 3 * p->n || n > 3 * (p->n + NEWS_SCENE_TOPICS) ) return 0;
  p->nTopic = n / 3 - p->n;
  for( i = 0; i < p->n; i++, a += 3 ) {
    p->aWord[i] = (u16)(a[0] | a[1] << 8);
    p->aw[i] = a[2];
  }
  for( i = 0; i < p->nTopic; i++, a += 3 ) {
    p->aTopic[i] = (u16)(a[0] | a[1] << 8);
    p->awTopic[i] = a[2];
    if( a[2] == 0 ) return 0;
  }
  return 1;
}
