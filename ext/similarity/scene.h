/*
** scene.h: what stands around a statement in its report.
**
** Who speaks, what of, what is said before and after, what the report begins
** with: reports that carry one remark have some of this in common, in whatever
** words they give it; one name is enough. So the rarest of these words, but for
** the statement's own, are kept beside it. Two around which all is different
** are less likely one remark than their own words tell: many say "this is an
** important step".
**
**     Ines Kolm, who runs the port of Velden, told reporters on Sunday:
**     ----  ----              ----    ------       ---------
**     "The cranes will be idle. We have no wheat to load." The strike ...
**      statement                           -----    ----       ------
**
** That much is in common tells nothing: it is so of whatever else the same
** speaker says, and of the next statement of the same report.
**
** What the report is about tells more. "We must get back on track" and "It is
** our duty to find the track again" are hardly one remark where one report is
** about banks and the other about railways, whoever speaks. So the most telling
** terms of the report (gist.h), its topic, are kept, too. The very same words
** are one statement whatever they are said of, and have one of their scenes.
*/
#ifndef NEWS_SCENE_H
#define NEWS_SCENE_H

#include "similarity/gist.h"
#include "text/text.h"

#define NEWS_SCENE_WORDS 24 /* That are kept */
#define NEWS_SCENE_TOPICS 16
#define NEWS_SCENE_PACKED (1 + 3 * (NEWS_SCENE_WORDS + NEWS_SCENE_TOPICS))

typedef struct NewsScene NewsScene;
struct NewsScene {
  u32 n;
  u16 aWord[NEWS_SCENE_WORDS]; /* Hashes, rarest first, each once */
  u8 aw[NEWS_SCENE_WORDS];     /* Their weights */
  u32 nTopic;
  u16 aTopic[NEWS_SCENE_TOPICS]; /* Hashes, the most telling first */
  u8 awTopic[NEWS_SCENE_TOPICS]; /* Their weights */
};

/* The scene of a statement, which is these bytes of the report of this gist. */
void newsSceneRead(const NewsText *pText, NewsSpan byte, const NewsGist *pGist,
                   NewsScene *p);

/* What newsRemarkSame() gives of two statements, with what their scenes tell.
** The same in either order. */
u8 newsSceneScore(u8 score, const NewsScene *pa, const NewsScene *pb);

/* Whether two are much the same: of two reports of one event rather than of two
** that have the speaker in common. */
int newsSceneSame(const NewsScene *pa, const NewsScene *pb);

/* Into at most NEWS_SCENE_PACKED bytes; their number. Of two, that with more
** words is less, byte by byte. And back: 0 where the n bytes are not such. */
u32 newsScenePack(const NewsScene *p, u8 *a);
int newsSceneUnpack(const u8 *a, u32 n, NewsScene *p);

#endif /* NEWS_SCENE_H */
