# bench.tcl: how fast the extension is, and how much memory it takes.
#
# usage: tclsh tool/bench.tcl ?EXTENSION? ?CORPUS?    (make bench CORPUS=...)
#
# CORPUS is a .jsonl or .jsonl.gz file with "text" in each line.  Without one:
# releases.jsonl.gz where it lies beside the project, or else reports put
# together from paragraphs of fixtures/.  BENCH_MB in the environment says how
# many megabytes are taken (24).  It only prints, and judges nothing.

package require sqlite3
fconfigure stdout -buffering line

source [file join [file dirname [info script]] bench_common.tcl]
set megabytes [expr {[info exists env(BENCH_MB)] ? $env(BENCH_MB) : 24}]

set rounds 3
set least_ms 500        ;# of CPU: a shorter time is taken over several runs
set least_bytes 4000000 ;# in all reports of one size
set sizes {1000 10000 100000 1000000 10000000 100000000}
set weighed [lrange $sizes 3 end]               ;# those for memory
set asked {news_quotes quote news_sources name} ;# functions, a column of each

#----------------------------------------------------------------- the figures

set queries {
  news_words {SELECT count(*) FROM doc, news_words(doc.text)}
  "news_quotes, words" {SELECT count(quote), count(cue), count(mention)
                        FROM doc, news_quotes(doc.text)}
  "news_quotes, speaker" {SELECT count(speaker) FROM doc, news_quotes(doc.text)}
  news_sources {SELECT count(name) FROM doc, news_sources(doc.text)}
  news_signature {SELECT sum(length(news_signature(text))) FROM doc}
  "news_shared, both" {SELECT count(s.id) FROM doc AS a, doc AS b,
                       news_shared(a.text, b.text) AS s
                       WHERE a.id % 2 = 1 AND b.id = a.id + 1}
  "FTS5 index" {INSERT INTO f(text) SELECT text FROM doc}
}

# Pairs of texts or signatures, and how many of them there are.
set pairs {
  "news_similarity" {SELECT count(news_similarity(a.text, b.text))
                     FROM doc AS a, doc AS b WHERE a.id <= 20 AND b.id <= 500}
  "... of signatures" {SELECT count(news_similarity(a.s, b.s))
                       FROM signed AS a, signed AS b WHERE a.id <= 500}
  "news_quote_similarity" {SELECT count(news_quote_similarity(a.q, b.q))
                           FROM said AS a, said AS b WHERE a.rowid <= 50}
}

proc bench_pairs {} {
  db eval {
    CREATE TEMP TABLE signed AS
      SELECT id, news_signature(text) AS s FROM doc WHERE id <= 500;
    CREATE TEMP TABLE said AS
      SELECT quote AS q FROM doc, news_quotes(text) WHERE doc.id <= 200
       LIMIT 500;
  }
  puts [format "\n%-21s %10s" function "pairs/s"]
  foreach {name sql} $::pairs {
    set n [db onecolumn $sql]
    set ms [cost $sql $::least_ms]
    puts [format "%-21s %10.0f" $name [expr {$n*1000.0/$ms}]]
  }
}

# The rounds take turns, so that a slow moment does not fall upon one alone.
proc bench_corpus {bytes} {
  for {set i 0} {$i < $::rounds} {incr i} {
    db eval {DROP TABLE IF EXISTS f; CREATE VIRTUAL TABLE f USING fts5(text)}
    foreach {name sql} $::queries { lappend times($name) [cost $sql] }
  }
  set fts [median $times(FTS5\ index)]
  puts [format "\n%-21s %8s %9s" function MB/s "to FTS5's"]
  foreach {name sql} $::queries {
    set ms [median $times($name)]
    puts [format "%-21s %8s %9.2f" $name [speed $bytes $ms] [expr {$fts/$ms}]]
  }
}

# Reports of one size: texts of the corpus in turn, parted by blank lines.  Of
# a small size several, for the extension remembers the last few.  Their count.
proc make_sized {size} {
  global texts next
  set count [expr {max(1, $::least_bytes/$size)}]
  for {set i 0} {$i < $count} {incr i} {
    set parts {}
    for {set n 0} {$n < $size} {incr n [expr {[string length $text] + 2}]} {
      set text [lindex $texts [expr {[incr next] % [llength $texts]}]]
      lappend parts $text
    }
    set report [join $parts \n\n]
    # Cut at a space, which is not within a character.
    set report [string range $report 0 [string last " " $report $size]]
    db eval {INSERT INTO big.sized VALUES($size, CAST(@report AS TEXT))}
  }
  return $count
}

proc bench_sizes {} {
  puts "\n report KB  news_quotes ms  MB/s news_sources ms  MB/s"
  foreach size $::sizes {
    set n [make_sized $size]
    set line [format %10d [expr {$size/1000}]]
    foreach {name column} $::asked {
      set ms [cost "SELECT count($column) FROM big.sized, ${name}(sized.text)
                    WHERE size = $size" $::least_ms]
      append line [format " %15.2f %5s" [expr {$ms/$n}] \
        [speed [expr {$n*$size}] $ms]]
    }
    puts $line
  }
}

# In a process of its own: the most that it holds before it sees the report,
# and at the end.  SQLite reads the report from a file, so that Tcl has no copy.
proc weigh {path size name column} {
  open_db $path
  set id [db onecolumn {SELECT min(rowid) FROM sized WHERE size = $size}]
  set base [peak_bytes]
  db eval "SELECT count($column) FROM sized, ${name}(sized.text)
           WHERE sized.rowid = $id"
  puts "$base [peak_bytes]"
}

proc bench_memory {path} {
  puts "\npeak memory (the project holds 12 times the report and 20 MB)"
  puts " report KB function      base MB  peak MB  (peak-base)/report"
  foreach size $::weighed {
    foreach {name column} $::asked {
      lassign [exec {*}$::self -weigh $path $size $name $column] base peak
      puts [format "%10d %-12s %8s %8s %19.2f" [expr {$size/1000}] $name \
        [mb $base] [mb $peak] [expr {($peak - $base)/double($size)}]]
    }
  }
}

#----------------------------------------------------------------------- main

if {$corpus eq "-weigh"} {
  weigh {*}[lrange $argv 2 end]
  exit
}
set self [list [info nameofexecutable] [info script] $extension]
puts "times: user CPU of this process, not the clock's"
open_db :memory:
bench_corpus [load_corpus $corpus [expr {$megabytes*1e6}]]
bench_pairs
close [file tempfile path news-bench.db]
try {
  db eval {ATTACH $path AS big; CREATE TABLE big.sized(size INTEGER, text TEXT)}
  set texts [db eval {SELECT CAST(text AS BLOB) FROM doc}]
  set next -1
  bench_sizes
  db close
  bench_memory $path
} finally {
  file delete $path
}
