# format.tcl: makes test/formatN.db, a database of the present format of an
# index, to be kept for all later versions: format.test reads it.
#
# usage: tclsh -encoding utf-8 test/format.tcl
#
# A database of a format that is out already is never made again: the script
# does not write over one.

source [file join [file dirname [info script]] tester.tcl]
source [file join [file dirname [info script]] index.tcl]

open_db
db eval "
  PRAGMA page_size = 1024;
  CREATE VIRTUAL TABLE wire USING news_index($index_columns);
"
index_fill 5
index_command optimize
index_fill 3 6
db eval { DELETE FROM wire WHERE rowid = 4 }
index_check
set format [db onecolumn { SELECT v FROM wire_config WHERE k = 'version' }]
set path [file join [file dirname [info script]] format$format.db]
if {[file exists $path]} {
  puts stderr "$path is there"
  exit 1
}
db eval { VACUUM INTO $path }
puts "$path: [file size $path] bytes"
