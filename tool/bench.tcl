# bench.tcl: how fast the extension is, and how much memory it takes.
#
# usage: tclsh tool/bench.tcl ?EXTENSION? ?CORPUS?    (make bench CORPUS=...)
#
# CORPUS is a .jsonl or .jsonl.gz file with "text" in each line.  Without one:
# releases.jsonl.gz, where it lies beside the project, or else reports put
# together from paragraphs of fixtures/.  BENCH_MB in the environment says how
# many megabytes of it are read (24).
#
# Times are user CPU time, which depends less than the clock's on what else
# the machine does.  Nothing is judged here: the figures are for reading.

package require sqlite3
encoding system utf-8
fconfigure stdout -buffering line

set root [file dirname [file dirname [file normalize [info script]]]]
set default_corpus [file join $root ../shared/gold/releases.jsonl.gz]
set extension [file join $root news.so]
if {$argc > 0} { set extension [file normalize [lindex $argv 0]] }

set mb 1e6
set rounds 3
set least_ms 500        ;# of CPU: a shorter time is taken over several runs
set least_bytes 2000000 ;# in all reports of one size
set sizes {1000 10000 100000 1000000 10000000 100000000}
set weighed {1000000 10000000 100000000} ;# sizes whose memory is measured
set asked {news_quotes quote news_sources name} ;# functions, a column of each

#------------------------------------------------------------------ measuring

proc contents {path} {
  set fd [open $path rb]
  set bytes [read $fd]
  close $fd
  return $bytes
}

# User CPU time of this process, in ms.
proc cpu_ms {} {
  set stat [contents /proc/self/stat]
  set fields [string range $stat [string last ) $stat]+2 end]
  expr {[lindex $fields 11]*1000.0/$::ticks}
}

# The most memory that this process has held so far, in bytes.
proc peak_bytes {} {
  regexp {VmHWM:\s*(\d+) kB} [contents /proc/self/status] - kb
  expr {$kb*1024}
}

# Milliseconds that a statement takes; run again until they make least.
proc cost {sql {least 0}} {
  set began [cpu_ms]
  for {set n 0} {$n == 0 || $ms < $least} {} {
    db eval $sql
    set ms [expr {[cpu_ms] - $began}]
    incr n
  }
  expr {$ms/$n}
}

proc median {list} {
  lindex [lsort -real $list] [expr {[llength $list]/2}]
}

proc speed {bytes ms} {
  format %.2f [expr {$ms > 0 ? $bytes/$::mb*1000.0/$ms : 0.0}]
}

proc open_db {path} {
  sqlite3 db $path
  db enable_load_extension 1
  db eval {SELECT load_extension($::extension)}
}

#----------------------------------------------------------------- the corpus

# Texts are kept as bytes: Tcl 8.6 has no characters beyond U+FFFF.
proc add_doc {text} {
  db eval {INSERT INTO doc(text) VALUES(CAST(@text AS TEXT))}
  string length $text
}

proc read_corpus {path limit} {
  set fd [open $path rb]
  if {[string match *.gz $path]} { zlib push gunzip $fd }
  set sql {SELECT CAST(json_extract(CAST(@line AS TEXT), '$.text') AS BLOB)}
  for {set n 0} {$n < $limit && [gets $fd line] >= 0} {} {
    incr n [add_doc [db onecolumn $sql]]
  }
  close $fd
}

# A pseudo-random number below n: the same ones in every run.
set seed 1
proc random {n} {
  global seed
  set seed [expr {($seed*1103515245 + 12345) & 0x7fffffff}]
  expr {($seed >> 8) % $n}
}

# Reports of twelve paragraphs that the fixtures have somewhere.
proc make_corpus {limit} {
  set paragraphs {}
  foreach path [lsort [glob [file join $::root fixtures *.txt]]] {
    lappend paragraphs \
      {*}[split [string map [list \n\n \0] [contents $path]] \0]
  }
  for {set n 0} {$n < $limit} {incr n [add_doc [join $parts \n\n]]} {
    set parts {}
    while {[llength $parts] < 12} {
      lappend parts [lindex $paragraphs [random [llength $paragraphs]]]
    }
  }
}

# Fill doc; the bytes in it.
proc load_corpus {path limit} {
  set name [expr {$path eq "" ? "made from fixtures" : [file tail $path]}]
  db eval {CREATE TABLE doc(id INTEGER PRIMARY KEY, text TEXT)}
  db transaction {
    if {$path eq ""} { make_corpus $limit } else { read_corpus $path $limit }
  }
  lassign [db eval {
    SELECT count(*), sum(length(CAST(text AS BLOB))) FROM doc
  }] n bytes
  puts "corpus: $name, $n reports, [format %.1f [expr {$bytes/$::mb}]] MB"
  return $bytes
}

#------------------------------------------------------- throughput and ratios

set queries {
  news_words {SELECT count(*) FROM doc, news_words(doc.text)}
  "news_quotes, words" {
    SELECT count(quote), count(cue), count(mention)
    FROM doc, news_quotes(doc.text)
  }
  "news_quotes, speaker" {SELECT count(speaker) FROM doc, news_quotes(doc.text)}
  news_sources {SELECT count(name) FROM doc, news_sources(doc.text)}
  "FTS5 index" {INSERT INTO f(text) SELECT text FROM doc}
}

# The rounds take turns, so that a slow moment does not fall upon one alone.
proc bench_corpus {bytes} {
  for {set i 0} {$i < $::rounds} {incr i} {
    db eval {DROP TABLE IF EXISTS f; CREATE VIRTUAL TABLE f USING fts5(text)}
    foreach {name sql} $::queries { lappend times($name) [cost $sql] }
  }
  db eval {DROP TABLE f}
  set fts [median $times(FTS5\ index)]
  puts [format "\n%-21s %8s %9s" function MB/s "to FTS5's"]
  foreach {name sql} $::queries {
    set ms [median $times($name)]
    puts [format "%-21s %8s %9.2f" $name [speed $bytes $ms] [expr {$fts/$ms}]]
  }
}

#------------------------------------------------------ time against the size

# Reports of one size: texts of the corpus in turn, parted by blank lines.
# Several of a small size: one says little, and the extension remembers some.
proc make_sized {size} {
  global texts next
  for {set n 0} {$n < $::least_bytes} {incr n $size} {
    for {set report ""} {[string length $report] < $size} {incr next} {
      append report [lindex $texts [expr {$next % [llength $texts]}]] \n\n
    }
    # Cut at a space, which is not within a character.
    set report [string range $report 0 [string last " " $report $size]]
    db eval {INSERT INTO big.sized VALUES($size, CAST(@report AS TEXT))}
  }
}

proc bench_sizes {} {
  set head "\n[format %10s "report KB"]"
  foreach {name column} $::asked { append head [format " %15s  MB/s" "$name ms"] }
  puts $head
  foreach size $::sizes {
    make_sized $size
    set n [db onecolumn {SELECT count(*) FROM big.sized WHERE size = $size}]
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

#--------------------------------------------------------------------- memory

# In a process of its own: the most that it holds before it sees the report,
# and at the end.  SQLite reads the report from a file, so that no copy of it
# is counted that a user would not have.
proc weigh {path size name column} {
  open_db $path
  set base [peak_bytes]
  db eval "SELECT count($column) FROM sized, ${name}(sized.text)
           WHERE sized.rowid = (SELECT min(rowid) FROM sized WHERE size = $size)"
  puts "$base [peak_bytes]"
}

proc bench_memory {path} {
  puts "\nmemory (the project holds 12 times the report and 20 MB)"
  puts [format "%10s %-12s %8s %8s  added/report" "report KB" function \
    "base MB" "peak MB"]
  foreach size $::weighed {
    foreach {name column} $::asked {
      lassign [exec [info nameofexecutable] [info script] $::extension \
        -weigh $path $size $name $column] base peak
      puts [format "%10d %-12s %8.1f %8.1f %13.2f" [expr {$size/1000}] $name \
        [expr {$base/$::mb}] [expr {$peak/$::mb}] \
        [expr {($peak - $base)/double($size)}]]
    }
  }
}

#----------------------------------------------------------------------- main

if {[lindex $argv 1] eq "-weigh"} { exit [weigh {*}[lrange $argv 2 end]] }

set corpus [lindex $argv 1]
if {$corpus eq "" && [file exists $default_corpus]} {
  set corpus $default_corpus
}
set limit [expr {([info exists env(BENCH_MB)] ? $env(BENCH_MB) : 24)*1000000}]
set ticks [exec getconf CLK_TCK]
puts "times: user CPU of this process, not the clock's"
open_db :memory:
bench_corpus [load_corpus $corpus $limit]

close [file tempfile path news-bench.db]
try {
  db eval {ATTACH $path AS big; CREATE TABLE big.sized(size INTEGER, text TEXT)}
  set texts [db eval {SELECT CAST(text AS BLOB) FROM doc}]
  set next 0
  bench_sizes
  db close
  bench_memory $path
} finally {
  file delete $path
}
