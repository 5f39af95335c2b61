/*
** news.h: the C interface of news, an extension of SQLite that tells who
** says what in news reports.
**
** SQLite finds the entry point by itself when it loads news.so.  A program
** that links the extension (libnews.a, or news.c compiled with
** -DSQLITE_CORE) registers it for all connections that it opens from then on:
**
**   sqlite3_auto_extension((void (*)(void))sqlite3_news_init);
**
** or for one: sqlite3_news_init(db, 0, 0).
*/
#ifndef NEWS_H
#define NEWS_H

/* The second number changes where results do. */
#define NEWS_VERSION "0.9.0"
#define NEWS_VERSION_NUMBER 9000 /* major*1000000 + minor*1000 + patch */

#ifndef NEWS_API
#if defined(_WIN32)
#define NEWS_API __declspec(dllexport)
#elif defined(__GNUC__)
#define NEWS_API __attribute__((visibility("default")))
#else
#define NEWS_API
#endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3;
struct sqlite3_api_routines;

/* Registers all functions and modules with a connection. An SQLite code;
** where it is not SQLITE_OK, *pzErr (if pzErr is not NULL) may become a
** message for sqlite3_free(). pApi is not used by a linked-in extension. */
NEWS_API int sqlite3_news_init(struct sqlite3 *db, char **pzErr,
                               const struct sqlite3_api_routines *pApi);

#ifdef __cplusplus
}
#endif

#endif /* NEWS_H */
