# all.tcl: runs the tests, each file in a process of its own.
#
# usage: tclsh test/all.tcl ?-leg NAME ...? ?FILE ...?
#
# A leg is a way to run them: against the system's SQLite, against the newest,
# with the amalgamated extension, under sanitizers, under valgrind.  FILE is
# the name of a test file without its folder and ending, or a pattern.
#
# Prints what failed and was skipped, the files that failed or were slow, and
# last "N passed, N failed".  Exit code 1 if any failed or none ran.

set dir [file dirname [file normalize [info script]]]
cd [file dirname $dir]
fconfigure stdout -buffering line

set tclsh [info nameofexecutable]
set limit 400     ;# seconds that a file may take, on a busy machine
if {[info exists env(NEWS_LONG)]} { set limit 7200 }
set slow 30       ;# seconds from which on a file is named
set jobs 2
catch {set jobs [exec nproc]}

# Files that measure time: nothing else runs beside them.
set alone {interrupt linear}

# Files that start programs of their own, or all legs by themselves.
set once {shared hosts determin tester}

#------------------------------------------------------------------- the legs

# Each gives a dict: files (patterns), not (patterns), env (names and values);
# or throws the reason why it cannot run.

proc need_file {path} {
  if {![file exists $path]} { error "no $path" }
  return $path
}
proc extension {} {
  if {[info exists ::env(NEWS_EXTENSION)]} { return $::env(NEWS_EXTENSION) }
  return ./news.so
}

proc leg_system {} {
  dict create files * not {} env {}
}
proc leg_newest {} {
  if {[catch {exec -ignorestderr $::dir/newest.sh build/newest 2>@1} message]} {
    error "no newest SQLite: [lindex [split $message \n] 0]"
  }
  set path [file normalize build/newest]
  dict create files * not $::once env [list LD_LIBRARY_PATH $path]
}
proc leg_amalgamation {} {
  set path [need_file build/amalgamation/news.so]
  dict create files {spec fixtures input flags sql-*} not {} \
    env [list NEWS_EXTENSION ./$path]
}
proc leg_small {} {
  set path [need_file build/small/news.so]
  dict create files {index index-*} not index-fault \
    env [list NEWS_EXTENSION ./$path NEWS_SMALL 1]
}
proc leg_asan {} {
  set path [need_file build/asan/news.so]
  set libs {}
  foreach lib {libasan.so libubsan.so} {
    lappend libs [file normalize [exec gcc -print-file-name=$lib]]
  }
  dict create files {spec fixtures input flags fault sql-* index index-*} \
    not {} env [list NEWS_EXTENSION ./$path NEWS_SLOW 1 NEWS_SMALL 1 \
    NEWS_TCLSH "env LD_PRELOAD=[join $libs :] $::tclsh" \
    ASAN_OPTIONS detect_leaks=0:allocator_may_return_null=1 \
    UBSAN_OPTIONS halt_on_error=1:print_stacktrace=1]
}
proc leg_tsan {} {
  set path [need_file build/tsan/news.so]
  set lib [file normalize [exec gcc -print-file-name=libtsan.so]]
  dict create files index-threads not {} env [list NEWS_EXTENSION ./$path \
    NEWS_SLOW 1 NEWS_TCLSH "env LD_PRELOAD=$lib $::tclsh" \
    TSAN_OPTIONS halt_on_error=1]
}
proc leg_valgrind {} {
  if {[auto_execok valgrind] eq ""} { error "no valgrind" }
  dict create files {spec input index-corrupt} not {} env [list NEWS_SLOW 1 \
    NEWS_TCLSH "valgrind -q --error-exitcode=9 --leak-check=full\
      --show-leak-kinds=definite --errors-for-leak-kinds=definite $::tclsh"]
}

#------------------------------------------------------------- running a file

# Start a test file; [finished] is called at its end.
proc start {leg name env} {
  global running limit tclsh dir
  foreach {var value} $env {
    set saved($var) [expr {[info exists ::env($var)] ? $::env($var) : ""}]
    set ::env($var) $value
  }
  set command $tclsh
  if {[info exists ::env(NEWS_TCLSH)]} { set command $::env(NEWS_TCLSH) }
  set fd [open |[concat $command -encoding utf-8 [list $dir/$name.test] \
    </dev/null 2>@1] rb]
  foreach {var value} $env {
    if {$saved($var) eq ""} { unset ::env($var) } else {
      set ::env($var) $saved($var)
    }
  }
  fconfigure $fd -blocking 0
  set ::output($fd) ""
  set timer [after [expr {1000*$limit}] [list stop $fd]]
  set running($fd) [list $leg $name $timer [clock milliseconds]]
  fileevent $fd readable [list read_more $fd]
}

proc stop {fd} {
  append ::output($fd) "\nFAILED: not done after $::limit s\n"
  # Its children go with it: timeout(1) ends them, or they end at their pipe.
  foreach pid [pid $fd] { catch {exec kill -9 $pid} }
}

proc read_more {fd} {
  append ::output($fd) [read $fd]
  if {[eof $fd]} { finished $fd }
}

proc finished {fd} {
  global running output passed failed skipped slow shown
  lassign $running($fd) leg name timer began
  after cancel $timer
  fconfigure $fd -blocking 1
  set bad [catch {close $fd} message]
  set text [string trimright [encoding convertfrom utf-8 $output($fd)]]
  unset running($fd) output($fd)
  set seconds [expr {([clock milliseconds] - $began)/1000.0}]

  set lines [split $text \n]
  set counts {0 0 0}
  if {[regexp {^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$} \
         [lindex $lines end] -> p f s]} {
    set counts [list $p $f [expr {$s eq "" ? 0 : $s}]]
    set lines [lrange $lines 0 end-1]
  } else {
    set bad 1
    append message " (no count at its end)"
  }
  if {$bad && [lindex $counts 1] == 0} {
    lset counts 1 1
    lappend lines "FAILED $name: $message"
  }
  lassign $counts p f s
  lassign [expr {[info exists shown($name)] ? $shown($name) : ""}] where what
  if {$f && $what eq $lines} {
    puts "$leg: $name.test: as in leg $where"
  } else {
    foreach line $lines { puts "$leg: $line" }
    if {$f} { set shown($name) [list $leg $lines] }
  }
  if {$f || $seconds >= $slow} {
    puts [format "%s: %s.test: %d passed, %d failed, %.0f s" \
      $leg $name $p $f $seconds]
  }
  incr passed $p
  incr failed $f
  incr skipped $s
  next
}

# Start what may run now.  A file that measures time waits for the others.
proc next {} {
  global queue running jobs alone
  while {[llength $queue]} {
    set name [lindex $queue 0 1]
    set n [array size running]
    set only 0
    foreach fd [array names running] {
      if {[lindex $running($fd) 1] in $alone} { set only 1 }
    }
    if {$n >= $jobs || $only || ($n && $name in $alone)} return
    set queue [lassign $queue job]
    start {*}$job
  }
  if {[array size running] == 0} { set ::done 1 }
}

#------------------------------------------------------------------------ main

proc matches {name patterns} {
  foreach p $patterns { if {[string match $p $name]} { return 1 } }
  return 0
}

set legs {system newest amalgamation small asan tsan valgrind}
set chosen {}
while {[lindex $argv 0] eq "-leg"} {
  set argv [lassign $argv - name]
  if {$name ni $legs} { puts stderr "no leg $name: [join $legs {, }]"; exit 2 }
  lappend chosen $name
}
if {[llength $chosen]} { set legs $chosen }
set patterns [expr {[llength $argv] ? $argv : "*"}]

set names {}
foreach file [lsort [glob -nocomplain -directory $dir *.test]] {
  set name [file rootname [file tail $file]]
  if {[matches $name $patterns]} { lappend names $name }
}

set passed 0
set failed 0
set skipped 0
set queue {}
array set running {}
foreach leg $legs {
  if {[catch {leg_$leg} how]} {
    puts "SKIPPED leg $leg: $how"
    incr skipped
    continue
  }
  foreach name $names {
    if {![matches $name [dict get $how files]]} continue
    if {[matches $name [dict get $how not]]} continue
    set job [list $leg $name [dict get $how env]]
    if {$name in $alone} { lappend last $job } else { lappend queue $job }
  }
}
if {[info exists last]} { lappend queue {*}$last }
next
if {![info exists done]} { vwait done }

set line "$passed passed, $failed failed"
if {$skipped} { append line ", $skipped skipped" }
puts $line
exit [expr {$failed > 0 || $passed == 0}]
