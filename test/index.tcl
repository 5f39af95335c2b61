# index.tcl: what the tests of news_index share: invented reports, and an index
# looked at as a whole.

#------------------------------------------------------------ invented reports

# Random numbers that are the same on every machine: Knuth's MMIX generator.
proc random_seed {n} {
  set ::random $n
  for {set i 0} {$i < 3} {incr i} { random 2 }
}
proc random {n} {
  set x [expr {($::random*6364136223846793005 + 1442695040888963407)
               & 0xffffffffffffffff}]
  set ::random $x
  expr {($x >> 33) % $n}
}
proc pick {list} { lindex $list [random [llength $list]] }

set index_nouns {ferry harbour bridge depot orchard quarry granary tannery
  lighthouse mill market viaduct reservoir foundry observatory library canal
  brewery theatre station aquarium archive bakery cannery dockyard}
set index_verbs {opened repaired closed painted flooded measured inspected
  moved sold shored-up dismantled photographed insured leased surveyed}
set index_places {Oldport Teshen Varrow Kestrel-Bay Lumen Drosk Calvia Harnow
  Ostrey Pelling Quarrow Sandmoor Tarn-Hill Umber}
set index_first {Mara Tom Ilse Pavel Rhea Anton Greta Jonas Edda Milo Nora Otto}
set index_last {Venn Hale Lorch Tamsin Orlu Brandt Keese Halloway Irving Marsh
  Pemble Quist}
set index_roles {mayor engineer inspector {harbour master} {deputy minister}
  archivist surveyor spokeswoman}
set index_outlets {KTA {Radio Open Teshen} {Daily Lumen} {Harnow Post} Wire}
set index_words {slowly again entirely seldom twice carefully reluctantly now
  gladly partly never openly}

proc index_name {} {
  global index_first index_last
  return "[pick $index_first] [pick $index_last]"
}

# What happened, as a clause; and again, so that stories differ in much.
proc index_clause {} {
  global index_nouns index_verbs index_places index_words
  return "the [pick $index_nouns] at [pick $index_places] was\
    [pick $index_words] [pick $index_verbs] after [expr {[random 90] + 3}]\
    days beside the [pick $index_nouns] of [pick $index_places]"
}

proc index_sentence {name} {
  global index_roles
  switch [random 5] {
    0 { return "\u201c[string totitle [index_clause] 0 0],\u201d $name said." }
    1 { return "$name, the [pick $index_roles], said that [index_clause]." }
    2 { return "[string totitle [index_clause] 0 0]." }
    3 { return "According to $name, [index_clause]." }
    4 { return "A [pick $index_roles] who declined to be named said\
          \u201c[index_clause]\u201d." }
  }
}

# The sentences of story k.
proc index_story {k} {
  random_seed [expr {7919*$k + 1}]
  set names [list [index_name] [index_name]]
  set story {}
  for {set i 0} {$i < 9} {incr i} {
    lappend story [index_sentence [pick $names]]
  }
  return $story
}

# Story k as outlet v has it: some sentences gone, some words changed, one of
# its own.
proc index_text {k v} {
  global index_words index_places
  set story [index_story $k]
  random_seed [expr {104729*$k + 31*$v + 5}]
  set text {}
  foreach sentence $story {
    if {[random 5] == 0} continue
    if {[random 3] == 0} {
      set sentence [string map [list [pick $index_words] [pick $index_words]] \
        $sentence]
    }
    lappend text $sentence
  }
  set own "[pick $index_places] - [string totitle [index_clause] 0 0]."
  return "$own\n\n[join $text { }]\n"
}

# A report as a list: title outlet published body. Some dates are numbers, some
# no dates at all.
proc index_report {k v} {
  global index_outlets
  set text [index_text $k $v]
  switch [random 4] {
    0 { set published [expr {1930000000 + 86400*$k + 60*$v}] }
    1 { set published "some day" }
    default {
      set published [format "2031-%02d-%02dT%02d:%02d:00Z" \
        [expr {$k % 12 + 1}] [expr {$v % 28 + 1}] [random 24] [random 60]]
    }
  }
  list "Story $k ($v)" [pick $index_outlets] $published $text
}

# Insert n reports, versions of a third as many stories, under rowids from on.
proc index_fill {n {from 1} {db db} {table wire}} {
  for {set i $from} {$i < $from + $n} {incr i} {
    lassign [index_report [expr {$i/3}] [expr {$i%3}]] title outlet day body
    $db eval "INSERT INTO $table\(rowid, title, outlet, published, body)
              VALUES(\$i, \$title, \$outlet, \$day, \$body)"
  }
}

set index_columns "body, title, outlet, published"

# A database with an empty index "wire".
proc open_index {{file :memory:} {db db}} {
  open_db $file $db
  $db eval "CREATE VIRTUAL TABLE wire USING news_index($::index_columns)"
}

#------------------------------------------------------------- looking at one

proc index_command {command {db db}} {
  $db eval {INSERT INTO wire(wire) VALUES($command)}
}
proc index_check {{db db}} { index_command integrity-check $db }

# The same where a rebuild in steps may be half done: all is in order but for
# what is to come, which it says last. Whether it is half done.
proc index_check_rest {{db db} {name wire}} {
  if {![catch {
    $db eval "INSERT INTO \"$name\"(\"$name\") VALUES('integrity-check')"
  } message]} { return 0 }
  if {![string match "*'rebuild' is not finished*" $message]} {
    error $message
  }
  return 1
}
proc index_check_midway {{db db}} {
  if {![index_check_rest $db]} {
    error "integrity-check does not say that a rebuild is not finished"
  }
}

proc index_tables {{db db} {schema main} {name wire}} {
  set begin ${name}_
  $db eval {
    SELECT name FROM pragma_table_list WHERE schema = $schema
       AND type = 'shadow' AND substr(name, 1, length($begin)) = $begin
     ORDER BY name
  }
}

# All rows of a table, with the types of their values.
proc table_rows {table {db db} {schema main}} {
  set columns [$db eval {
    SELECT 'quote("' || name || '")' FROM pragma_table_info($table, $schema)
     ORDER BY cid
  }]
  $db eval "SELECT [join $columns { || ',' || }] FROM \"$schema\".\"$table\"
            ORDER BY 1"
}

# Everything that an index keeps, as a list of tables and rows.
# tables: which they are, where the connection cannot tell, as it read the
# schema before it knew the module.
proc index_dump {{db db} {schema main} {name wire} {tables ""}} {
  set dump {}
  if {$tables eq ""} { set tables [index_tables $db $schema $name] }
  foreach table $tables {
    foreach row [table_rows $table $db $schema] { lappend dump "$table $row" }
  }
  return $dump
}

# What an index knows, whatever the order in which it came: its tables without
# numbers that it gave itself, and without events, which depend on that order.
set index_knows {
  {SELECT 'report', id, quote(outlet), quote(published), quote(title), n_words,
     n_quotes FROM wire_report ORDER BY id}
  {SELECT 'credit', report, kind, name, place, date FROM wire_credit
   ORDER BY report, id}
  {SELECT 'source', report, no, name, kind, named, role, affiliation, anonymity,
     n_quotes, n_words FROM wire_source ORDER BY report, no}
  {SELECT 'quote', q.report, q.no, q.kind, act, quote, start, length, cue,
     cue_lemma, mention, speaker, s.no, via, part, paragraph, q.n_words,
     confidence
   FROM wire_quote AS q LEFT JOIN wire_source AS s ON s.id = q.source
   ORDER BY q.report, q.no}
  {SELECT 'wording', w.report, q.no, w.text, w.start, w.length, r.text,
     r.n_reports, r.n_outlets, r.n_wordings, r.first_report, r.first_published
   FROM wire_wording AS w LEFT JOIN wire_quote AS q ON q.id = w.quote
     LEFT JOIN wire_remark AS r ON r.id = w.remark
   ORDER BY w.report, w.start, w.length}
  {SELECT 'entity', s.report, s.no, e.name, e.kind, e.named, e.n_reports
   FROM wire_source AS s JOIN wire_entity AS e ON e.id = s.entity
   ORDER BY s.report, s.no}
  {SELECT 'remark', count(*) FROM wire_remark}
  {SELECT 'entity', count(*) FROM wire_entity}
}
proc index_knowledge {{db db}} {
  set all {}
  foreach sql $::index_knows {
    $db eval $sql row {
      set line {}
      foreach column $row(*) { lappend line $row($column) }
      lappend all $line
    }
  }
  return $all
}
