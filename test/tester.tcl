# tester.tcl: the verbs of the tests.
#
# They are those of SQLite's own tests (do_test, do_execsql_test,
# do_catchsql_test, do_eqp_test, do_faultsim_test, finish_test), for a stock
# Tcl with a stock SQLite.  README.md shows how to use them.
#
# Environment:
#   NEWS_EXTENSION  the extension under test (default ./news.so)
#   NEWS_SLOW       set where all is slow (valgrind, sanitizers): bounds in
#                   milliseconds are not checked, [scaled] gives small sizes

encoding system utf-8
fconfigure stdout -encoding utf-8 -buffering line

namespace eval tester {
  variable root [file dirname [file dirname [file normalize [info script]]]]
  variable passed 0
  variable failed 0
  variable skipped 0
}
cd $tester::root

# A file that injects faults sets want_faults before it sources this one:
# the allocator must be in place before SQLite starts.
if {[info exists want_faults] && [file exists build/faultmem.so]} {
  load ./build/faultmem.so Faultmem
}
package require sqlite3

#------------------------------------------------------------------- set-up

proc env_or {name default} {
  if {[info exists ::env($name)]} { return $::env($name) }
  return $default
}
proc extension {} { env_or NEWS_EXTENSION ./news.so }
proc slow {} { expr {[env_or NEWS_SLOW ""] ne ""} }

# A size for a test, smaller where all is slow; a step, which is larger there.
proc scaled {n} { expr {[slow] ? max(1, $n/100) : $n} }
proc stride {n} { expr {[slow] ? 30*$n : $n} }

proc load_extension {{db db}} {
  set path [extension]
  $db enable_load_extension 1
  $db eval {SELECT load_extension($path)}
  $db enable_load_extension 0
}

# Open $file as the command $db, with the extension loaded.
proc open_db {{file :memory:} {db db}} {
  catch {$db close}
  sqlite3 $db $file
  load_extension $db
}
proc reset_db {} { open_db }

proc execsql {sql {db db}} { uplevel 1 [list $db eval $sql] }
proc catchsql {sql {db db}} {
  set rc [catch {uplevel 1 [list $db eval $sql]} res]
  list $rc $res
}

proc sqlite_version {} { sqlite3 -version }
proc sqlite_at_least {version} {
  expr {[package vcompare [sqlite_version] $version] >= 0}
}

# The bytes of a file. Pass them to SQL as CAST($x AS TEXT): Tcl's own strings
# do not hold every character, nor bytes that are no characters.
proc read_bytes {file} {
  set fd [open $file rb]
  set bytes [read $fd]
  close $fd
  return $bytes
}
proc to_text {bytes} { encoding convertfrom utf-8 $bytes }

#----------------------------------------------------------- passed and failed

proc passed {name} { incr tester::passed }

proc failed {name what} {
  incr tester::failed
  puts "FAILED $name"
  foreach line [split $what \n] { puts "  $line" }
}

proc skipped {name reason} {
  incr tester::skipped
  puts "SKIPPED $name: $reason"
}

# Run the body where the condition holds; else skip it, saying why.
proc needs {condition name reason body} {
  if {[uplevel 1 [list expr $condition]]} {
    uplevel 1 $body
  } else {
    skipped [full_name $name] $reason
  }
}

proc full_name {name} {
  if {![info exists ::testprefix]} { return $name }
  if {[string match $::testprefix* $name]} { return $name }
  return $::testprefix-$name
}

# Whether a result is as expected, which may be:
#   /regex/   a regular expression that it matches     ~/regex/   does not
#   *glob*    a pattern, where it begins and ends with an asterisk
#   #/1.5/    a number (or several) within 10 %
proc as_expected {expected got} {
  if {[regexp {^(~?)/(.*)/$} $expected -> not re]} {
    return [expr {[regexp -- $re $got] != ($not eq "~")}]
  }
  if {[regexp {^#/(.*)/$} $expected -> numbers]} {
    return [numbers_close $numbers $got]
  }
  if {[string length $expected] > 1 && [string match {[*]*[*]} $expected]} {
    return [string match $expected $got]
  }
  return [string equal $expected $got]
}

proc numbers_close {expected got} {
  if {[llength $expected] != [llength $got]} { return 0 }
  foreach x $expected y $got {
    if {![string is double -strict $y]} { return 0 }
    if {abs($y - $x) > 0.1*abs($x)} { return 0 }
  }
  return 1
}

# The difference of two results, for reading.  Short ones stand below each
# other; of long ones the lines (or elements) that differ are marked.
proc show_difference {expected got} {
  set multi [expr {[string first \n $expected$got] >= 0}]
  if {!$multi && [string length $expected$got] < 400} {
    return "expected: $expected\n     got: $got"
  }
  if {$multi} {
    set a [split $expected \n]
    set b [split $got \n]
  } elseif {[catch {llength $expected} n] || [catch {llength $got} m]} {
    return "expected: $expected\n     got: $got"
  } else {
    set a $expected
    set b $got
  }
  return "- expected, + got\n[join [diff_lines $a $b] \n]"
}

# A line diff: equal lines behind "  ", others behind "- " and "+ ".
proc diff_lines {a b} {
  set head {}
  while {[llength $a] && [llength $b] && [lindex $a 0] eq [lindex $b 0]} {
    lappend head "  [lindex $a 0]"
    set a [lrange $a 1 end]
    set b [lrange $b 1 end]
  }
  if {[llength $head] > 3} {
    set head [concat [list "  ..."] [lrange $head end-2 end]]
  }
  set n [llength $a]
  set m [llength $b]
  if {$n*$m > 40000} { ;# too large for the table below
    set a [lrange $a 0 19]
    set b [lrange $b 0 19]
    set n [llength $a]
    set m [llength $b]
  }
  # best($i,$j): most lines that a from i and b from j have in common
  for {set i $n} {$i >= 0} {incr i -1} {
    for {set j $m} {$j >= 0} {incr j -1} {
      if {$i == $n || $j == $m} {
        set best($i,$j) 0
      } elseif {[lindex $a $i] eq [lindex $b $j]} {
        set best($i,$j) [expr {$best([expr {$i+1}],[expr {$j+1}]) + 1}]
      } else {
        set best($i,$j) [expr {max($best([expr {$i+1}],$j),
                                   $best($i,[expr {$j+1}]))}]
      }
    }
  }
  set out $head
  set i 0
  set j 0
  while {$i < $n || $j < $m} {
    if {$i < $n && $j < $m && [lindex $a $i] eq [lindex $b $j]} {
      lappend out "  [lindex $a $i]"
      incr i
      incr j
    } elseif {$j == $m || ($i < $n &&
              $best([expr {$i+1}],$j) >= $best($i,[expr {$j+1}]))} {
      lappend out "- [lindex $a $i]"
      incr i
    } else {
      lappend out "+ [lindex $b $j]"
      incr j
    }
  }
  return $out
}

# Count a result as a test.
proc check {name got expected} {
  if {[as_expected $expected $got]} {
    passed $name
  } else {
    failed $name [show_difference $expected $got]
  }
}

#------------------------------------------------------------------- the verbs

proc do_test {name script expected} {
  set name [full_name $name]
  if {[catch {uplevel #0 $script} got options]} {
    set info [dict get $options -errorinfo]
    regsub {\n    \("uplevel" body line.*} $info {} info
    failed $name "error: $info"
  } else {
    check $name $got $expected
  }
}

# do_execsql_test ?-db DB? NAME SQL ?EXPECTED?
proc do_execsql_test {args} {
  set db db
  if {[lindex $args 0] eq "-db"} { set args [lassign $args - db] }
  lassign $args name sql expected
  if {[catch {uplevel #0 [list $db eval $sql]} got]} {
    failed [full_name $name] "error: $got\n  in: $sql"
  } else {
    check [full_name $name] $got [normal_list $expected]
  }
}

# A list written over several lines, as eval gives lists.
proc normal_list {expected} {
  if {[regexp {^(~?/.*/|\*.*\*|#/.*/)$} $expected]} { return $expected }
  return [list {*}$expected]
}

# The expected is {0 {rows}} or {1 message}; the message may be a pattern.
proc do_catchsql_test {name sql expected} {
  set name [full_name $name]
  set got [uplevel #0 [list catchsql $sql]]
  set want [lindex $expected end]
  if {[llength $expected] == 2 && [lindex $got 0] == [lindex $expected 0]
      && [as_expected $want [lindex $got 1]]} {
    passed $name
  } else {
    check $name $got $expected
  }
}

# The details of the query plan, as a list.
proc do_eqp_test {name sql expected} {
  set plan {}
  if {[catch {db eval "EXPLAIN QUERY PLAN $sql" row {
    lappend plan $row(detail)
  }} message]} {
    failed [full_name $name] "error: $message\n  in: $sql"
    return
  }
  check [full_name $name] $plan [normal_list $expected]
}

# End of a test file: close all, print the counts, set the exit code.
proc finish_test {} {
  catch {db close}
  variable tester::passed
  variable tester::failed
  variable tester::skipped
  set line "$passed passed, $failed failed"
  if {$skipped} { append line ", $skipped skipped" }
  puts $line
  exit [expr {$failed > 0}]
}

#-------------------------------------------------------------- other programs

# The command that runs a Tcl script of the tests in a process of its own.
# NEWS_TCLSH may have a prefix, such as valgrind with its options.
proc tclsh_command {args} {
  concat [env_or NEWS_TCLSH [info nameofexecutable]] -encoding utf-8 $args
}

# Run a command for at most so many seconds; {exit-code output}. The code of
# one that had to be stopped is "timeout".
proc run_command {seconds command} {
  set rc [catch {exec timeout -k 5 $seconds {*}$command </dev/null 2>@1} \
            output options]
  if {!$rc} { return [list 0 $output] }
  regsub {\n?child process exited abnormally$} $output {} output
  set code [dict get $options -errorcode]
  set status [lindex $code end]
  if {[lindex $code 0] eq "CHILDKILLED"} { set status [lindex $code 2] }
  if {$status eq "124" || $status eq "137"} { set status timeout }
  return [list $status $output]
}

# Run the body with variables of the environment set.
proc with_env {settings body} {
  set saved [array get ::env]
  foreach {name value} $settings { set ::env($name) $value }
  set rc [catch {uplevel 1 $body} res options]
  foreach {name value} $settings { unset ::env($name) }
  array set ::env $saved
  return -options $options $res
}
proc have_program {name} { expr {[auto_execok $name] ne ""} }

#-------------------------------------------------------- faults of allocation

# do_faultsim_test NAME ?-prep SCRIPT? -body SCRIPT ?-test SCRIPT? ?-step N?
#
# Runs -prep and then -body with the first allocation of -body failing, with
# the second (or the Nth after it), and so on, until no allocation failed; once
# so that only that one fails, once so that all from it on do (the Nths then
# begin halfway between those).  -test runs after each and calls
# faultsim_test_result; testrc and testresult are what -body gave.  -prep
# opens the database; it is closed after -test, and then the memory in use
# must be what it was.
proc do_faultsim_test {name args} {
  array set option {-prep reset_db -body {} -step 1
    -test {faultsim_test_result {0 {}}}}
  array set option $args
  set name [full_name $name]
  foreach {kind repeat} {transient 0 persistent 1} {
    faultsim_loop $name-$kind $repeat $option(-prep) $option(-body) \
      $option(-test) $option(-step)
  }
}

proc faultsim_loop {name repeat prep body test step} {
  set problems {}
  uplevel #0 $prep
  catch {uplevel #0 $body}     ;# what is allocated once for all is now there
  catch {db close}
  set first [expr {$repeat ? $step/2 + 1 : 1}]
  for {set i $first} {1} {incr i $step} {
    set base [sqlite3_memory_used]
    uplevel #0 $prep
    set ::tester::problem ""
    sqlite3_memdebug_fail $i -repeat $repeat
    set ::testrc [catch {uplevel #0 $body} ::testresult]
    set ::testnfail [sqlite3_memdebug_fail 0]
    uplevel #0 $test
    catch {db close}
    set leak [expr {[sqlite3_memory_used] - $base}]
    if {$leak != 0 && $::tester::problem eq ""} {
      set ::tester::problem "$leak bytes more in use than before"
    }
    if {$::tester::problem ne ""} {
      lappend problems "allocation $i: $::tester::problem"
    }
    if {$::testnfail == 0 || [llength $problems] >= 5} break
    if {$i >= 1000000} { lappend problems "no end after $i"; break }
  }
  if {$i == $first && $first == 1 && $::testnfail == 0} { lappend problems "nothing allocated" }
  if {[llength $problems]} {
    failed $name [join $problems \n]
  } else {
    passed $name
  }
}

# The result of -body must be one of those given (messages may be patterns),
# or, where an allocation failed, "out of memory".
proc faultsim_test_result {args} {
  if {$::testnfail} { lappend args {1 {out of memory}} }
  foreach expected $args {
    lassign $expected rc result
    if {$rc == $::testrc && $result eq $::testresult} return
    if {$rc == $::testrc && $rc && [as_expected $result $::testresult]} return
  }
  set got [clip [list $::testrc $::testresult]]
  set ::tester::problem "got {$got}, not {[clip [join $args "} or {"]]}"
}

proc clip {text {n 300}} {
  if {[string length $text] <= $n} { return $text }
  return "[string range $text 0 $n-1] ..."
}
