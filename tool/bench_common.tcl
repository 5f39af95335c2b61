# bench_common.tcl: what the benchmarks share: clocks, and a corpus as a table.

set root [file dirname [file dirname [file normalize [info script]]]]
set default [glob -nocomplain $root/../shared/gold/releases.jsonl.gz]
set extension [lindex [concat $argv [list $root/news.so]] 0]
set corpus [lindex [concat [lrange $argv 1 1] $default] 0]
set ticks [exec getconf CLK_TCK]

#------------------------------------------------------------------ measuring

proc contents {path} {
  set fd [open $path rb]
  try { read $fd } finally { close $fd }
}

# User CPU time of this process in ms, by the kernel's ticks of 10 ms or so: it
# depends less than the clock's time on what else the machine does.
proc cpu_ms {} {
  set stat [contents /proc/self/stat]
  set fields [string range $stat [string last ) $stat]+2 end]
  expr {[lindex $fields 11]*1000.0/$::ticks}
}

# The most memory that this process has held so far.
proc peak_bytes {} {
  regexp {VmHWM:\s*(\d+) kB} [contents /proc/self/status] - kb
  expr {$kb*1024}
}

# Milliseconds that a statement takes; run again until they make least.
proc cost {sql {least 0}} {
  set began [cpu_ms]
  for {set n 0} {$n == 0 || $ms < $least} {incr n} {
    db eval $sql
    set ms [expr {[cpu_ms] - $began}]
  }
  expr {max($ms, 1.0)/$n}
}

proc median {list} { lindex [lsort -real $list] [expr {[llength $list]/2}] }
proc mb {bytes} { format %.1f [expr {$bytes/1e6}] }
proc speed {bytes ms} { format %.2f [expr {$bytes/1e3/$ms}] }

proc open_db {path} {
  sqlite3 db $path
  db enable_load_extension 1
  set file [file normalize $::extension]
  db eval {SELECT load_extension($file)}
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
  for {set n 0} {$n < $limit && [gets $fd line] >= 0} {} {
    incr n [add_doc [db onecolumn {
      SELECT CAST(json_extract(CAST(@line AS TEXT), '$.text') AS BLOB)
    }]]
  }
  close $fd
}

# Reports of twelve paragraphs that the fixtures have somewhere; the same ones
# in every run.
proc make_corpus {limit} {
  expr {srand(1)}
  foreach path [lsort [glob $::root/fixtures/*.txt]] {
    set text [string map [list \n\n \0] [contents $path]]
    lappend paragraphs {*}[split $text \0]
  }
  for {set n 0} {$n < $limit} {incr n [add_doc [join $parts \n\n]]} {
    set parts {}
    while {[llength $parts] < 12} {
      set i [expr {int(rand()*[llength $paragraphs])}]
      lappend parts [lindex $paragraphs $i]
    }
  }
}

# Fill doc; the bytes in it.
proc load_corpus {path limit} {
  db eval {CREATE TABLE doc(id INTEGER PRIMARY KEY, text TEXT)}
  db transaction {
    if {$path eq ""} { make_corpus $limit } else { read_corpus $path $limit }
  }
  set bytes [db onecolumn {SELECT sum(length(CAST(text AS BLOB))) FROM doc}]
  if {$path eq ""} { set path "made from fixtures" }
  puts "corpus: [file tail $path], [mb $bytes] MB"
  return $bytes
}
