# bench.tcl: how fast the extension is (make bench).
#
# usage: tclsh tool/bench.tcl ?EXTENSION? ?REPORTS?
#
# First each function over the reports of fixtures/, in megabytes of report a
# second; then an index of REPORTS (default 2000) reports put together from
# sentences of the fixtures with a fixed seed: insertions, queries, pairs.

package require sqlite3
encoding system utf-8
cd [file dirname [file dirname [file normalize [info script]]]]

set extension [expr {$argc > 0 ? [lindex $argv 0] : "./news.so"}]
set n_reports [expr {$argc > 1 ? [lindex $argv 1] : 2000}]

sqlite3 db :memory:
db enable_load_extension 1
db eval {SELECT load_extension($extension)}

set reports {}
foreach file [lsort [glob fixtures/*.txt]] {
  set fd [open $file]
  fconfigure $fd -encoding utf-8
  lappend reports [read $fd]
  close $fd
}
set bytes 0
foreach report $reports {
  incr bytes [string length [encoding convertto utf-8 $report]]
}

# Milliseconds that a script takes.
proc clocked {script} {
  set began [clock microseconds]
  uplevel 1 $script
  expr {([clock microseconds] - $began)/1000.0}
}

# Run it over all reports until a second has gone by.
proc speed {name sql} {
  global reports bytes
  set ms 0
  for {set n 0} {$ms < 1000} {incr n} {
    set other [lindex $reports end]
    set bad [catch {
      set ms [expr {$ms + [clocked {
        foreach report $reports {
          db eval $sql
          set other $report
        }
      }]}]
    } message]
    if {$bad} {
      puts [format "%-24s %s" $name $message]
      return
    }
  }
  puts [format "%-24s %8.1f MB/s" $name [expr {$bytes*$n/$ms/1000.0}]]
}

puts "[llength $reports] reports, [expr {$bytes/1000}] kB"
foreach name {words sentences credits quotes sources} {
  speed news_$name "SELECT count(*) FROM news_${name}(\$report)"
}
speed "news_quotes, all" {SELECT count(*) FROM news_quotes($report, 'all')}
speed news_match {SELECT count(*) FROM news_match($report, '\bsaid\b')}
foreach name {fold signature} {
  speed news_$name "SELECT length(news_${name}(\$report))"
}
foreach name {similarity containment quote_similarity diff} {
  speed news_$name "SELECT news_${name}(\$report, \$other)"
}
speed news_shared {SELECT count(*) FROM news_shared($report, $other)}

# A pseudo-random number below n, always the same ones.
set seed 1
proc random {n} {
  global seed
  set seed [expr {($seed*1103515245 + 12345) & 0x7fffffff}]
  expr {($seed >> 8) % $n}
}

set sentences {}
foreach report $reports {
  lappend sentences {*}[db eval {SELECT text FROM news_sentences($report)}]
}

# A report of 20 sentences; every fourth is one that was, a little changed.
proc make_report {i} {
  global sentences made
  if {$i % 4 == 3} {
    set parts [lreplace [lindex $made [random $i]] 3 4]
  } else {
    set parts {}
    for {set j 0} {$j < 20} {incr j} {
      set words [split [lindex $sentences [random [llength $sentences]]]]
      lappend parts [join [linsert $words [random 9] "no[random 100000]"]]
    }
  }
  lappend made $parts
  join $parts "\n\n"
}

if {[catch {db eval {CREATE VIRTUAL TABLE wire USING news_index(body)}}]} exit
set made {}
set texts {}
for {set i 0} {$i < $n_reports} {incr i} { lappend texts [make_report $i] }
puts "\nindex of $n_reports reports"
set ms [clocked {
  db transaction {
    foreach text $texts { db eval {INSERT INTO wire(body) VALUES($text)} }
  }
}]
puts [format "%-24s %8.2f ms each" insert [expr {$ms/$n_reports}]]
set ms [clocked {
  for {set i 1} {$i <= 100} {incr i} {
    set text [lindex $texts [expr {$i*7 % $n_reports}]]
    db eval {SELECT rowid, similarity FROM wire($text)}
  }
}]
puts [format "%-24s %8.2f ms each" "query, 100 times" [expr {$ms/100}]]
set ms [clocked {set n [db eval {SELECT count(*) FROM news_pairs('wire')}]}]
puts [format "%-24s %8.0f ms, %d pairs" news_pairs $ms $n]
