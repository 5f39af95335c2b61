#!/bin/sh
# newest.sh: builds the newest SQLite, as a library in place of the system's.
#
# usage: test/newest.sh [DIRECTORY]        (default build/newest)
#
# The source is the amalgamation that npm's better-sqlite3 carries.  A program
# run with LD_LIBRARY_PATH=DIRECTORY uses the library made here.
set -eu
dir=${1:-build/newest}
mkdir -p "$dir"
cd "$dir"
test -f libsqlite3.so.0 && exit 0
test -f package/deps/sqlite3/sqlite3.c || {
  npm pack --silent better-sqlite3 >/dev/null
  tar xzf better-sqlite3-*.tgz package/deps/sqlite3
}
${CC:-cc} -O2 -w -shared -fPIC -Wl,-soname,libsqlite3.so.0 \
  -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_RTREE -DSQLITE_ENABLE_MATH_FUNCTIONS \
  -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_ENABLE_UNLOCK_NOTIFY \
  -DSQLITE_ENABLE_PREUPDATE_HOOK -DSQLITE_ENABLE_SESSION \
  -DSQLITE_ENABLE_DBSTAT_VTAB -DSQLITE_ENABLE_STMTVTAB \
  -DSQLITE_ENABLE_API_ARMOR -DSQLITE_STRICT_SUBTYPE=1 \
  package/deps/sqlite3/sqlite3.c -o libsqlite3.tmp -lpthread -ldl -lm
mv libsqlite3.tmp libsqlite3.so.0
