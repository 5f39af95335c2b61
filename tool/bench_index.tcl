# bench_index.tcl: news_index beside FTS5: how fast the two are built, how large
# they become, how fast they answer, and how all that grows.
#
# usage: tclsh tool/bench_index.tcl ?EXTENSION? ?CORPUS?    (make bench)
#
# CORPUS is as for bench.tcl. BENCH_REPORTS in the environment says how many
# reports there are at most (400000). Where the corpus has fewer, it is taken
# again with other words: each word is replaced, the same way throughout, by
# another that is about as frequent, and every fifth report is cut. So these
# are as near to each other as the corpus' own, and no copies of them.
#
# Rates are of CPU time; those of 'rebuild', which may use threads, are of the
# clock's. It only prints, and judges nothing.

package require sqlite3
fconfigure stdout -buffering line
source [file join [file dirname [info script]] bench_common.tcl]

set most 400000
if {[info exists env(BENCH_REPORTS)]} { set most $env(BENCH_REPORTS) }
set stages {25000 100000 400000} ;# reports in all after each
set asked 300    ;# lookups that are timed
set terms 25     ;# rarest words of a text that FTS5 is asked for
set pairs_to 100000 ;# the largest index of which all pairs are asked for
set cache 64     ;# megabytes of pages that SQLite keeps of each
set block 16     ;# words about as frequent as each other

#------------------------------------------------------------- the reports

# The words that are replaced, by frequency: their ranks, and back.
proc count_words {} {
  global rank word
  db eval { SELECT CAST(text AS BLOB) AS t FROM doc LIMIT 5000 } {
    foreach w [regexp -all -inline {[a-z]{5,}} $t] { incr count($w) }
  }
  set pairs {}
  foreach {w n} [array get count] { lappend pairs [list $n $w] }
  set i -1
  foreach pair [lsort -decreasing $pairs] {
    set w [lindex $pair 1]
    set rank($w) [incr i]
    set word($i) $w
  }
}

# A text in the words of round r.
proc other_words {text r} {
  global rank word block
  set out {}
  foreach w [split $text " "] {
    if {[info exists rank($w)]} {
      set i $rank($w)
      set j [expr {$i - $i % $block + ($i + $r) % $block}]
      if {[info exists word($j)]} { set w $word($j) }
    }
    lappend out $w
  }
  return [join $out " "]
}

# Reports up to n, into doc.
proc make_reports {n} {
  global first
  set have [db onecolumn { SELECT max(id) FROM doc }]
  db transaction {
    for {set id [expr {$have + 1}]} {$id <= $n} {incr id} {
      set from [expr {($id - 1) % $first + 1}]
      set text [db onecolumn { SELECT CAST(text AS BLOB) FROM doc
                                WHERE id = $from }]
      set text [other_words $text [expr {($id - 1)/$first}]]
      if {$id % 5 == 0} {
        set cut [string last " " $text [expr {2*[string length $text]/3}]]
        set text [string range $text 0 $cut]
      }
      db eval { INSERT INTO doc(id, text) VALUES($id, CAST(@text AS TEXT)) }
    }
  }
}

#------------------------------------------------------------- the two indexes

set build {
  wire {INSERT INTO wire.wire(rowid, body) SELECT id, text FROM doc
        WHERE id > $from AND id <= $to}
  fts  {INSERT INTO fts.fts(rowid, text) SELECT id, text FROM doc
        WHERE id > $from AND id <= $to}
}
set ask {
  wire {SELECT rowid FROM wire.wire($text, 10)}
  fts  {SELECT rowid FROM fts.fts($query) ORDER BY rank LIMIT 10}
}

proc open_indexes {dir} {
  open_db $dir/doc.db
  db eval "
    PRAGMA synchronous = OFF;
    ATTACH '$dir/wire.db' AS wire;
    ATTACH '$dir/fts.db' AS fts;
    CREATE VIRTUAL TABLE wire.wire USING news_index(body);
    CREATE VIRTUAL TABLE fts.fts USING fts5(text);
    CREATE VIRTUAL TABLE fts.vocab USING fts5vocab('fts', 'row');
  "
  foreach name {wire fts} {
    db eval "PRAGMA $name.synchronous = OFF;
             PRAGMA $name.cache_size = -[expr {$::cache*1024}]"
  }
}

# The rarest words of a text that FTS5 has elsewhere too, as a query.
proc fts_query {text} {
  set words [lsort -unique [regexp -all -inline {[a-z0-9]+} \
    [string tolower $text]]]
  set found {}
  foreach w $words {
    set n [db onecolumn { SELECT doc FROM fts.vocab WHERE term = $w }]
    if {$n ne "" && $n > 1} { lappend found [list $n $w] }
  }
  set found [lrange [lsort -integer -index 0 $found] 0 $::terms-1]
  return [join [lmap pair $found { format {"%s"} [lindex $pair 1] }] " OR "]
}

# Milliseconds of each lookup: {mean p99}. What is looked up is the middle of a
# report.
proc time_lookups {name n} {
  set times {}
  for {set i 0} {$i < $::asked} {incr i} {
    set id [expr {1 + ($i*7919) % $n}]
    set text [db onecolumn {
      SELECT substr(text, length(text)/4, length(text)/2) FROM doc
       WHERE id = $id }]
    set query [expr {$name eq "fts" ? [fts_query $text] : ""}]
    if {$name eq "fts" && $query eq ""} continue
    set began [clock microseconds]
    db eval [dict get $::ask $name]
    lappend times [expr {([clock microseconds] - $began)/1000.0}]
  }
  set times [lsort -real $times]
  set sum [expr [join $times +]]
  list [expr {$sum/[llength $times]}] \
    [lindex $times [expr {[llength $times]*99/100}]]
}

# Bytes of each table, the largest first, without those of the texts.
proc sizes {schema} {
  db eval "
    SELECT coalesce(t.tbl_name, s.name) AS name, sum(s.pgsize) AS size
      FROM dbstat('$schema') AS s LEFT JOIN $schema.sqlite_schema AS t
        ON t.name = s.name
     WHERE coalesce(t.tbl_name, s.name) NOT LIKE '%\\_content' ESCAPE '\\'
     GROUP BY 1 ORDER BY 2 DESC"
}

#------------------------------------------------------------ by the clock

# Reports a second, by the clock, of a 'rebuild' over the table of reports.
proc rebuild_rate {module n threads} {
  db eval "
    CREATE VIRTUAL TABLE anew USING $module, content=doc, content_rowid=id);
    PRAGMA threads = $threads;
    PRAGMA cache_size = -[expr {$::cache*1024}]"
  set began [clock milliseconds]
  db eval { INSERT INTO anew(anew) VALUES('rebuild') }
  set ms [expr {max(1, [clock milliseconds] - $began)}]
  db eval { DROP TABLE anew; PRAGMA threads = 0; PRAGMA cache_size = -2000 }
  expr {$n*1000.0/$ms}
}

proc bench_rebuild {n} {
  set more [expr {max(1, [exec nproc] - 1)}]
  set alone [rebuild_rate "news_index(body=text" $n 0]
  set threads [rebuild_rate "news_index(body=text" $n $more]
  set fts [rebuild_rate "fts5(text" $n 0]
  puts [format "          'rebuild' by the clock: %.0f reports/s, %.0f with\
    PRAGMA threads = %d; FTS5 %.0f" $alone $threads $more $fts]
}

#--------------------------------------------------------------------- the run

proc bench_stage {from to} {
  make_reports $to
  foreach {name sql} $::build {
    set ms [cost_once $sql]
    set rate [expr {($to - $from)*1000.0/$ms}]
    lassign [time_lookups $name $to] mean p99
    set bytes 0
    foreach {table size} [set tables($name) [sizes $name]] { incr bytes $size }
    puts [format "%8d  %-10s %9.0f %9.2f %9.2f %10s %9.0f" $to \
      [expr {$name eq "wire" ? "news_index" : "FTS5"}] $rate $mean $p99 \
      [mb $bytes] [expr {$bytes/double($to)}]]
  }
  foreach {table size} $tables(wire) {
    set a_report [expr {$size/double($to)}]
    if {$a_report >= 1} { lappend parts [format "%s %.0f" $table $a_report] }
  }
  puts "          bytes a report: [join $parts {, }]"
  if {$from == 0} { bench_rebuild $to }
  if {$to > $::pairs_to} return
  set ms [uplevel 1 [list cost_once {
    SELECT count(*) FROM news_pairs('wire', 0.5, 'wire') }]]
  puts [format "          pairs: %.2f ms a report" [expr {$ms/$to}]]
}

# User CPU of a statement, run once.
proc cost_once {sql} {
  upvar from from to to
  set began [cpu_ms]
  db eval $sql
  expr {max(1.0, [cpu_ms] - $began)}
}

close [file tempfile dir news-bench]
file delete $dir
file mkdir $dir
try {
  open_indexes $dir
  load_corpus $corpus 60e6
  db eval { DELETE FROM doc WHERE id > $most }
  set first [db onecolumn { SELECT max(id) FROM doc }]
  count_words
  puts "corpus: $first reports; texts, which both keep, are not counted as size;\
    a cache\n        of $cache MB each"
  puts "\n reports             reports/s   mean ms    p99 ms         MB\
    bytes a report"
  set from 0
  foreach to $stages {
    set to [expr {min($to, $most)}]
    if {$to <= $from} break
    bench_stage $from $to
    set from $to
  }
} finally {
  catch { db close }
  file delete -force $dir
}
