/*
** gist.h: what a report is about, in a few words, and which event it tells of.
**
** The gist of a report is its NEWS_GIST_TERMS most telling terms: words, and
** pairs of words that follow each other. A term tells by how often it is there
** (in the title and the beginning it counts more, and so do names and numbers),
** damped, times how rare it is in its language (weight.h), which the most
** frequent words tell. No other report has a part in it, so that it is the same
** in whatever order reports come; and as few terms stand for a long report as
** for a short one, no report drowns the others.
**
**     title, body --> terms, counted --> the most telling --> unit vector
**
** An event is the gists of its first reports (anchors). How near a report is to
** it is a mean of two measures of clusters: the average of its cosines with the
** anchors, and its cosine with their sum.
**
** Whether it is near enough is asked by comparison: reports of the same
** language, outlet or kind are all alike to some degree, and how much differs
** from one collection to the next. So that degree is taken off: how near the
** events are that come after the best few. What is left must reach one bound,
** the same for all texts. (Among the best few may be a follow-up, or an event
** of the same kind: being near to two events is nothing against either.)
**
** Time takes off, too, little by itself: of some events is told for months. But
** where weeks lie between, and the report has numbers, and the event has, and
** none is the same, it tells of the next of its kind: another quarter of the
** company, another match of the team, another quake. So it does within a week
** where half of the event's reports are of the same outlet: that repeats its
** numbers when it tells more, and has a template for all of a kind.
**
** So do names: a report with no number of the event's that does not have the
** first names of its reports, persons and places, nor they its own, tells of
** another quake, fire or strike, however soon and in however like words. Later
** names tell less: a minister is asked about everything. And so does a report
** that has but a few terms in common with each of the event's: the town, or
** somebody's name.
*/
#ifndef NEWS_GIST_H
#define NEWS_GIST_H

#include "base/arena.h"

#define NEWS_GIST_TERMS 48
#define NEWS_GIST_KEYS 12
#define NEWS_GIST_NAMES 12
#define NEWS_GIST_BYTES /* Packed, at most */ \
  (5 + 2 * NEWS_GIST_NAMES + 5 * NEWS_GIST_TERMS)
#define NEWS_GIST_RANKS 8  /* Nearest events that decide */
#define NEWS_GIST_ONE 4096 /* A nearness of 1 */

typedef struct NewsGistTerm NewsGistTerm;
struct NewsGistTerm {
  u32 key;      /* Odd: a number, but no year */
  u32 w : 31;   /* 2..254, even */
  u32 bDay : 1; /* A number that is a day of a month */
};

typedef struct NewsGist NewsGist;
struct NewsGist {
  NewsGistTerm a[NEWS_GIST_TERMS]; /* Ascending by key */
  u32 n;
  u32 square; /* Sum of the squares of the weights, about 2^18 */
  u32 outlet; /* The caller's: a hash of the report's outlet, 0 for none */
  u8 nName;
  u16 aName[NEWS_GIST_NAMES]; /* Hashes of the first names, each once */
};

/*
** The gist of a report with a title of nTitle bytes and a body of n. aKey (of
** NEWS_GIST_KEYS) gets the keys of its most telling terms, by which reports of
** one event find each other; *pnKey how many they are. Errors in pArena->rc.
*/
void newsGistFind(NewsArena *pArena, const u8 *zTitle, u32 nTitle, const u8 *z,
                  u32 n, NewsGist *p, u32 *aKey, u32 *pnKey);

/* As bytes: the outlet, the number of names and these, then for each term the
** key and the weight, plus 1 for a day; low bytes first. How many bytes;
** unpack: 0 where they are no gist. */
u32 newsGistPack(const NewsGist *p, u8 *aOut);
int newsGistUnpack(NewsGist *p, const u8 *a, u32 n);

/* The product of two gists. */
u32 newsGistDot(const NewsGist *pa, const NewsGist *pb);

/* How near a report is to an event of n gists, in 1/NEWS_GIST_ONE; 0 where it
** cannot be more than least. */
u32 newsGistNear(const NewsGist *aGist, u32 n, const NewsGist *p, u32 least);

/* Index of the one of n gists, 1 or more, that is nearest to all of them; of
** equal ones the first. */
u32 newsGistTypical(const NewsGist *aGist, u32 n);

/* What is left of how near a report is to an event of n gists, where it was
** published nSecond seconds before or after the nearest of its reports. */
u32 newsGistApart(u32 near, u64 nSecond, const NewsGist *aGist, u32 n,
                  const NewsGist *p);

/* Whether a report is of another event than that of n gists, however near it
** is: its first names and all its numbers are others, or nearly all its terms
** are. */
int newsGistOther(const NewsGist *aGist, u32 n, const NewsGist *p);

/* Whether a report is of the event that it is nearest to: aNear[0]; n of them,
** descending, the first NEWS_GIST_RANKS if there are more. */
int newsGistSame(const u32 *aNear, u32 n);

#endif /* NEWS_GIST_H */
