-- views.sql: what an index "wire" over reports answers, one view a question.
--
--   sqlite3 reports.db ".load ./news" ".read sql/views.sql"
--
-- The file can be run again, and should be after ALTER TABLE wire RENAME: a
-- view that reads a table of the index stands in the way of that, so drop
-- them first (the DROP VIEW lines below), and write the new name for "wire".
--
-- Views marked (*) call functions of the extension; the others read ordinary
-- tables, and work where it is not loaded. All work in an attached database
-- too. They need SQLite 3.35 or newer.

DROP VIEW IF EXISTS report_time;
DROP VIEW IF EXISTS report_agency;
DROP VIEW IF EXISTS remark_side_by_side;
DROP VIEW IF EXISTS remark_first;
DROP VIEW IF EXISTS remark_only;
DROP VIEW IF EXISTS remark_left_out;
DROP VIEW IF EXISTS remark_missing;
DROP VIEW IF EXISTS source_unnamed;
DROP VIEW IF EXISTS report_unnamed;
DROP VIEW IF EXISTS entity_spelling;
DROP VIEW IF EXISTS entity_unnamed;
DROP VIEW IF EXISTS share_by_speaker;
DROP VIEW IF EXISTS share_by_kind;
DROP VIEW IF EXISTS share_by_outlet;
DROP VIEW IF EXISTS copy_unclear;
DROP VIEW IF EXISTS copy_flow;
DROP VIEW IF EXISTS copy_origin;
DROP VIEW IF EXISTS copy_pair;
DROP VIEW IF EXISTS copy_agency;
DROP VIEW IF EXISTS event_report;

-- When was each report published? Not before at, and before until, both in
-- seconds since 1970: "2031-04-02" is all of that day, "2031" of that year.
-- Both are NULL where published is no date. timed is 1 where it has a time of
-- day. One report is known to be the earlier where its until <= the other's at.
CREATE VIEW report_time AS
SELECT report, outlet, published, at,
       CASE what WHEN 'year'
                 THEN CAST(strftime('%s', at, 'unixepoch', '+1 year')
                           AS INTEGER)
                 WHEN 'month'
                 THEN CAST(strftime('%s', at, 'unixepoch', '+1 month')
                           AS INTEGER)
                 WHEN 'day' THEN at + 86400
                 ELSE at + 1 END AS until,
       at IS NOT NULL AND what = 'time' AS timed
FROM (SELECT r.id AS report, r.outlet, r.published,
             -- As the index has read it; 2^62 stands for no date
             nullif(d.stamp, 4611686018427387904) AS at,
             CASE WHEN typeof(r.published) <> 'text' THEN 'time'
                  ELSE CASE length(trim(r.published, char(10, 32)))
                         WHEN 4 THEN 'year'     -- 2031
                         WHEN 7 THEN 'month'    -- 2031-04
                         WHEN 8 THEN 'day'      -- 20310402
                         WHEN 10 THEN 'day'     -- 2031-04-02
                         ELSE 'time' END END AS what
      FROM wire_report AS r JOIN wire_doc AS d ON d.report = r.id);

-- Of which agency is a report's copy, as far as it says so? (*) own is 1 where
-- the agency is the outlet itself.
CREATE VIEW report_agency AS
SELECT c.report, r.outlet, c.name AS agency,
       news_same_outlet(c.name, r.outlet) IS 1 AS own
FROM wire_credit AS c JOIN wire_report AS r ON r.id = c.report
WHERE c.kind = 'agency';

-- How does each outlet word a remark? (*) speaker and cue are NULL for words in
-- marks of which a report does not tell who speaks them. diff is against the
-- wording that stands for the remark, and is of words: case and punctuation do
-- not count.
CREATE VIEW remark_side_by_side AS
SELECT m.id AS remark, t.outlet, q.speaker, q.cue, w.text AS wording,
       news_diff((SELECT group_concat(folded, ' ') FROM news_words(m.text)),
                 (SELECT group_concat(folded, ' ') FROM news_words(w.text)))
         AS diff,
       t.published, m.n_outlets, w.report, w.quote
FROM wire_remark AS m
JOIN wire_wording AS w ON w.remark = m.id
LEFT JOIN wire_quote AS q ON q.id = w.quote
JOIN report_time AS t ON t.report = w.report
WHERE m.n_reports > 1
ORDER BY m.n_outlets DESC, m.n_reports DESC, m.text, m.id,
         t.at IS NULL, t.at, w.report, w.id;

-- Who had a remark first, and who followed? (*) or_first are those outlets of
-- which the dates do not tell that another was earlier: one of the same day,
-- without a time, or one without a date. Of several that may be the first it is
-- the agency whose copy one of them says that it is, or else the one with the
-- earliest date. An agency is before who says that it is its copy, even where
-- its own report here is of some hours later.
CREATE VIEW remark_first AS
SELECT m.id AS remark, f.outlet AS first, f.published, m.n_outlets,
       (SELECT group_concat(outlet, ', ')
        FROM (SELECT t.outlet
              FROM wire_wording AS w JOIN report_time AS t USING (report)
              WHERE w.remark = m.id AND t.outlet IS NOT f.outlet
              GROUP BY t.outlet
              HAVING min(coalesce(m.least <= t.at, 0))
              ORDER BY min(t.at), t.outlet)) AS then_in,
       (SELECT group_concat(outlet, ', ')
        FROM (SELECT t.outlet
              FROM wire_wording AS w JOIN report_time AS t USING (report)
              WHERE w.remark = m.id AND t.outlet IS NOT f.outlet
              GROUP BY t.outlet
              HAVING NOT min(coalesce(m.least <= t.at, 0))
              ORDER BY min(t.at) IS NULL, min(t.at), t.outlet)) AS or_first,
       m.text, f.report AS first_report
FROM (SELECT *,
             (SELECT min(t.until)
              FROM wire_wording AS w JOIN report_time AS t USING (report)
              WHERE w.remark = wire_remark.id) AS least
      FROM wire_remark WHERE n_outlets > 1) AS m
JOIN report_time AS f ON f.report = (
  SELECT t.report
  FROM (SELECT DISTINCT t.*, coalesce(t.at >= m.least, 0) AS later
        FROM wire_wording AS w JOIN report_time AS t USING (report)
        WHERE w.remark = m.id) AS t
  LEFT JOIN (SELECT c.agency, min(iif(c.own, NULL, r.at)) AS at
             FROM wire_wording AS w JOIN report_agency AS c USING (report)
               JOIN report_time AS r USING (report)
             WHERE w.remark = m.id GROUP BY c.agency) AS c
    ON news_same_outlet(c.agency, t.outlet)
  ORDER BY t.later AND NOT coalesce(t.at - c.at BETWEEN 0 AND 43200, 0),
           c.agency IS NULL, t.at IS NULL, t.at, t.report
  LIMIT 1)
ORDER BY m.n_outlets DESC, m.n_reports DESC, m.text, m.id;

-- What does only one outlet carry of an event that several report? (*) Not what
-- another has in the same words, with others around them. The cue tells how:
-- what somebody denied is not what he said.
CREATE VIEW remark_only AS
WITH said AS MATERIALIZED (
  SELECT r.event, r.outlet,
         ' ' || group_concat((SELECT group_concat(folded, ' ')
                              FROM news_words(w.text)), ' | ') || ' ' AS words
  FROM wire_wording AS w JOIN wire_report AS r ON r.id = w.report
  WHERE r.event IS NOT NULL
  GROUP BY r.event, r.outlet)
SELECT r.event, r.outlet, q.speaker, q.cue, q.kind, m.text, m.id AS remark,
       r.id AS report
FROM wire_remark AS m
JOIN wire_wording AS w
  ON w.id = (SELECT min(id) FROM wire_wording WHERE remark = m.id)
JOIN wire_quote AS q ON q.id = w.quote
JOIN wire_report AS r ON r.id = w.report
JOIN wire_event AS e ON e.id = r.event
WHERE m.n_outlets = 1 AND e.n_outlets > 1
  AND NOT EXISTS (
    SELECT 1 FROM said AS o
    WHERE o.event = r.event AND o.outlet IS NOT r.outlet
      AND instr(o.words, ' ' || (SELECT group_concat(folded, ' ')
                                 FROM news_words(m.text)) || ' '))
ORDER BY r.event, r.outlet, r.id, w.id;

-- What did a report leave out of a remark that others carry more fully? (*)
-- left_out has the words of the wording with most words for which all that the
-- report has of the remark has neither the same nor others, and which it quotes
-- nowhere else.
CREATE VIEW remark_left_out AS
WITH said AS MATERIALIZED (
  SELECT w.remark, w.report, r.outlet, w.id, w.text,
         (SELECT count(*) FROM news_words(w.text)) AS n_words
  FROM wire_remark AS m
  JOIN wire_wording AS w ON w.remark = m.id
  JOIN wire_report AS r ON r.id = w.report
  WHERE m.n_reports > 1)
SELECT remark, outlet, wording, longest_in, left_out, report
FROM (SELECT h.*, f.outlet AS longest_in,
             news_left_out(f.text, h.wording) AS left_out
      FROM (SELECT remark, report, outlet, min(id) AS first,
                   group_concat(text, ' ') AS wording
            FROM (SELECT * FROM said ORDER BY id)
            GROUP BY remark, report) AS h
      JOIN (SELECT *, row_number() OVER (PARTITION BY remark
                                         ORDER BY n_words DESC, id) AS rank
            FROM said) AS f USING (remark)
      WHERE f.rank = 1 AND f.report <> h.report) AS l
JOIN wire_remark AS m ON m.id = l.remark
WHERE left_out IS NOT NULL
  AND news_containment(left_out,
                       (SELECT group_concat(text, ' ') FROM wire_wording
                        WHERE report = l.report), 'cosine') < 0.8
ORDER BY m.n_outlets DESC, m.n_reports DESC, m.text, m.id, outlet, first;

-- Which remarks, carried by two outlets or more, does a report of the event
-- not have at all? Those that are known to have come up only after it are left
-- out, and so are follow-ups: reports that came more than a day after the last
-- one that has the remark, and those of an outlet that has told of it before.
-- other_report is one of the same outlet and event that has the remark.
CREATE VIEW remark_missing AS
SELECT t.event, t.outlet, m.n_outlets AS carried_by, m.text,
       m.first_published, t.published,
       (SELECT min(o.id)
        FROM wire_wording AS w JOIN wire_report AS o ON o.id = w.report
        WHERE w.remark = m.id AND o.event = t.event AND o.outlet = t.outlet)
         AS other_report,
       m.id AS remark, t.report
FROM (SELECT c.event, w.remark, max(x.until) AS until
      FROM wire_wording AS w
      JOIN wire_report AS c ON c.id = w.report
      JOIN report_time AS x ON x.report = c.id
      WHERE c.event IS NOT NULL
      GROUP BY c.event, w.remark) AS has
JOIN wire_remark AS m ON m.id = has.remark
JOIN report_time AS f ON f.report = m.first_report
JOIN (SELECT r.event, t.*
      FROM wire_report AS r JOIN report_time AS t ON t.report = r.id) AS t
  ON t.event = has.event
WHERE m.n_outlets > 1
  AND (t.until <= f.at) IS NOT 1
  AND (t.at > has.until + 86400) IS NOT 1
  AND NOT EXISTS (SELECT 1 FROM wire_wording AS w
                  JOIN report_time AS o ON o.report = w.report
                  WHERE w.remark = m.id
                    AND (o.report = t.report
                         OR o.outlet = t.outlet AND o.until <= t.at))
ORDER BY t.event, t.outlet, t.report, m.n_outlets DESC, m.text, m.id;

-- Which sources has a report without a name, and why? why is the report's own
-- words for it, or NULL; percent, how much of what it quotes is theirs.
CREATE VIEW source_unnamed AS
SELECT r.id AS report, r.outlet, r.title, s.name AS who, s.anonymity AS why,
       s.n_quotes AS quotes, s.n_words AS words,
       round(100.0 * s.n_words
             / (SELECT sum(n_words) FROM wire_source WHERE report = r.id), 1)
         AS percent,
       s.entity, s.id AS source
FROM wire_report AS r
JOIN wire_source AS s ON s.report = r.id
WHERE s.kind IN ('person', 'group') AND NOT s.named AND s.n_quotes > 0
ORDER BY s.anonymity IS NULL, s.n_words DESC, r.id, s.id;

-- Which reports quote no person by name, and why not? why has, for each of who,
-- the report's words for it, or "-". (Unnamed sources beside named ones are in
-- source_unnamed.)
CREATE VIEW report_unnamed AS
SELECT r.id AS report, r.outlet, r.title, count(*) AS sources,
       sum(s.n_quotes) AS quotes, sum(s.n_words) AS words,
       group_concat(s.name, '; ') AS who,
       group_concat(coalesce(s.anonymity, '-'), '; ') AS why
FROM wire_report AS r
JOIN wire_source AS s ON s.report = r.id
WHERE s.kind IN ('person', 'group') AND s.n_quotes > 0
GROUP BY r.id
HAVING max(s.named) = 0
ORDER BY words DESC, r.id;

-- In which spellings does a source's name stand?
CREATE VIEW entity_spelling AS
SELECT e.id AS entity, e.name, e.kind, e.n_reports, count(*) AS spellings,
       group_concat(s.name || ' (' || s.n || ')', ', ') AS names
FROM wire_entity AS e
JOIN (SELECT entity, name, count(*) AS n FROM wire_source
      GROUP BY entity, name ORDER BY entity, n DESC, name) AS s
  ON s.entity = e.id
WHERE e.named
GROUP BY e.id
HAVING count(*) > 1
ORDER BY e.n_reports DESC, e.name, e.id;

-- Which unnamed sources of several outlets are one and the same, by the quotes
-- that they share; and what does each outlet call them?
CREATE VIEW entity_unnamed AS
SELECT s.entity, r.outlet, s.name, s.anonymity, s.n_quotes, s.n_words,
       s.report
FROM wire_entity AS e
JOIN wire_source AS s ON s.entity = e.id
JOIN wire_report AS r ON r.id = s.report
WHERE NOT e.named AND e.n_reports > 1 AND EXISTS (
  SELECT 1 FROM wire_source AS o JOIN wire_report AS p ON p.id = o.report
  WHERE o.entity = e.id AND p.outlet IS NOT r.outlet)
ORDER BY e.n_reports DESC, e.id, r.outlet, s.id;

-- Whose words are these? All words quoted, by speaker over all reports.
CREATE VIEW share_by_speaker AS
SELECT e.name AS speaker, e.kind, e.named, e.n_reports,
       count(DISTINCT r.outlet) AS n_outlets, sum(s.n_words) AS words,
       round(100.0 * sum(s.n_words) / sum(sum(s.n_words)) OVER (), 1)
         AS percent,
       e.id AS entity
FROM wire_entity AS e
JOIN wire_source AS s ON s.entity = e.id
JOIN wire_report AS r ON r.id = s.report
GROUP BY e.id
ORDER BY words DESC, e.name, e.id;

-- From what kind of source does each outlet take its quoted words?
CREATE VIEW share_by_kind AS
SELECT r.outlet, s.kind, s.named, count(*) AS sources,
       sum(s.n_words) AS words,
       round(100.0 * sum(s.n_words)
             / sum(sum(s.n_words)) OVER (PARTITION BY r.outlet), 1) AS percent
FROM wire_report AS r
JOIN wire_source AS s ON s.report = r.id
GROUP BY r.outlet, s.kind, s.named
ORDER BY r.outlet, words DESC, s.kind, s.named;

-- How much does each outlet quote, and how much of that from persons without a
-- name? The latter is NULL where it quotes nothing.
CREATE VIEW share_by_outlet AS
SELECT r.outlet, count(*) AS reports, sum(r.n_words) AS words,
       coalesce(sum(s.words), 0) AS quoted,
       round(100.0 * coalesce(sum(s.words), 0) / sum(r.n_words), 1)
         AS quoted_percent,
       round(100.0 * sum(s.unnamed) / sum(s.words), 1) AS unnamed_percent
FROM wire_report AS r
LEFT JOIN (SELECT report, sum(n_words) AS words,
                  sum(iif(NOT named AND kind IN ('person', 'group'),
                          n_words, 0)) AS unnamed
           FROM wire_source GROUP BY report) AS s ON s.report = r.id
GROUP BY r.outlet
ORDER BY quoted DESC, r.outlet;

-- Which reports share wording, and which of two had it first? (*) first is a or
-- b; told_by says what tells: 'credit', one names the other as the agency whose
-- copy it is; 'date'; or 'agency', one is an agency's own copy. Both are NULL
-- where nothing tells. a_in_b is the share of a's wording that b has.
CREATE VIEW copy_pair AS
WITH pair AS MATERIALIZED (
  SELECT p.a, p.b, a.outlet AS a_outlet, b.outlet AS b_outlet,
         p.a_in_b, p.b_in_a,
         -- What tells for a as the first, 1, or for b, -1. An agency's report
         -- of days later is not the one that a copy credits
         EXISTS (SELECT 1 FROM report_agency AS g
                 WHERE g.report = p.b AND NOT g.own
                   AND news_same_outlet(g.agency, a.outlet)
                   AND coalesce(a.at < b.until + 2 * 86400, 1))
         - EXISTS (SELECT 1 FROM report_agency AS g
                   WHERE g.report = p.a AND NOT g.own
                     AND news_same_outlet(g.agency, b.outlet)
                     AND coalesce(b.at < a.until + 2 * 86400, 1)) AS credit,
         coalesce(a.until <= b.at, 0) - coalesce(b.until <= a.at, 0) AS date,
         EXISTS (SELECT 1 FROM report_agency AS g
                 WHERE g.report = p.a AND g.own)
         - EXISTS (SELECT 1 FROM report_agency AS g
                   WHERE g.report = p.b AND g.own) AS agency
  FROM (SELECT wire AS schema FROM wire LIMIT 1) AS s
  CROSS JOIN news_pairs('wire', 0.3, s.schema) AS p
  CROSS JOIN report_time AS a ON a.report = p.a
  CROSS JOIN report_time AS b ON b.report = p.b)
SELECT a, b, a_outlet, b_outlet, a_in_b, b_in_a,
       CASE WHEN credit THEN iif(credit > 0, a, b)
            WHEN date THEN iif(date > 0, a, b)
            WHEN agency THEN iif(agency > 0, a, b) END AS first,
       CASE WHEN credit THEN 'credit'
            WHEN date THEN 'date'
            WHEN agency THEN 'agency' END AS told_by
FROM pair;

-- From which report has another its wording? (*) Of several the one that has
-- most of it (in tenths); then one that is itself no copy, then the earliest.
-- It may be of the same outlet. carried is the share of the copy's wording
-- that the origin has.
CREATE VIEW copy_origin AS
WITH copied AS (
  SELECT first AS origin, iif(first = a, b, a) AS copy,
         iif(first = a, a_outlet, b_outlet) AS origin_outlet,
         iif(first = a, b_outlet, a_outlet) AS copy_outlet,
         iif(first = a, b_in_a, a_in_b) AS carried, told_by
  FROM copy_pair WHERE first IS NOT NULL)
SELECT copy, copy_outlet, origin, origin_outlet, carried, told_by
FROM (SELECT c.*,
             row_number() OVER (
               PARTITION BY copy
               ORDER BY round(carried, 1) DESC,
                        origin IN (SELECT copy FROM copied),
                        t.at IS NULL, t.at, origin) AS rank
      FROM copied AS c JOIN report_time AS t ON t.report = c.origin)
WHERE rank = 1;

-- Who carries whose wording? (*) Each copy counts for its one origin; carried
-- is the share of a copy's wording that its origin has, on average.
CREATE VIEW copy_flow AS
SELECT origin_outlet AS origin, copy_outlet AS carried_by,
       count(*) AS reports, round(avg(carried), 2) AS carried
FROM copy_origin
WHERE origin_outlet IS NOT copy_outlet
GROUP BY origin_outlet, copy_outlet
ORDER BY reports DESC, carried DESC, origin_outlet, copy_outlet;

-- Which outlets share wording where nothing tells who had it first? (*) Left
-- out is what both are known to have from elsewhere. shared is the larger of
-- the shares of one report's wording that the other has, on average.
CREATE VIEW copy_unclear AS
WITH pair AS (SELECT * FROM copy_pair),
known AS (SELECT iif(first = a, b, a) FROM pair WHERE first IS NOT NULL)
SELECT min(a_outlet, b_outlet) AS one, max(a_outlet, b_outlet) AS other,
       count(*) AS pairs, round(avg(max(a_in_b, b_in_a)), 2) AS shared
FROM pair
WHERE first IS NULL AND a_outlet <> b_outlet
  AND NOT (a IN (SELECT * FROM known) AND b IN (SELECT * FROM known))
GROUP BY one, other
ORDER BY pairs DESC, shared DESC, one, other;

-- Which agencies stand behind an outlet's copy, as far as it says so? (*) One of
-- the fifty that most reports name goes by the name that most have for it: AP,
-- Associated Press. Not those reporters whom a reporting line names: who would
-- sign a quotation as a person, by more than one word.
CREATE VIEW copy_agency AS
WITH named AS MATERIALIZED (
  SELECT c.name, count(DISTINCT c.report) AS reports FROM wire_credit AS c
  WHERE c.kind = 'agency'
     OR (c.kind = 'reporting'
         AND (instr(c.name, ' ') = 0
              OR (SELECT s.kind
                  FROM news_sources('"Aa bbbbb ccccc." - ' || c.name) AS s)
                 IS NOT 'person'))
  GROUP BY c.name),
common AS MATERIALIZED (
  SELECT name, reports FROM named ORDER BY reports DESC, name LIMIT 50),
known AS MATERIALIZED (
  SELECT name, ifnull((SELECT x.name FROM common AS x
                       WHERE x.name = n.name OR news_same_outlet(x.name, n.name)
                       ORDER BY x.reports DESC, x.name LIMIT 1), name) AS agency
  FROM named AS n)
SELECT r.outlet, k.agency, count(DISTINCT r.id) AS reports,
       round(100.0 * count(DISTINCT r.id)
             / (SELECT count(*) FROM wire_report AS x
                WHERE x.outlet IS r.outlet), 1) AS percent
FROM wire_report AS r
JOIN wire_credit AS c ON c.report = r.id AND c.kind IN ('agency', 'reporting')
JOIN known AS k ON k.name = c.name
GROUP BY r.outlet, k.agency
ORDER BY r.outlet, reports DESC, k.agency;

-- Which reports are of one event, in order of publication?
CREATE VIEW event_report AS
SELECT e.id AS event, e.n_reports, t.outlet, t.published, r.title, r.n_quotes,
       r.id AS report
FROM wire_event AS e
JOIN wire_report AS r ON r.event = e.id
JOIN report_time AS t ON t.report = r.id
ORDER BY e.n_reports DESC, e.id, t.at IS NULL, t.at, r.id;
