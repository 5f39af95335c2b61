-- views.sql: what an index "wire" over reports answers, one view a question.
--
--   sqlite3 reports.db ".load ./news" ".read sql/views.sql"
--
-- The file can be run again, and should be after ALTER TABLE wire RENAME: a
-- view that reads a table of the index stands in the way of that, so drop
-- them first (the DROP VIEW lines below), and write the new name for "wire".
--
-- Views marked (*) call functions of the extension; the others read ordinary
-- tables, and work where it is not loaded.

DROP VIEW IF EXISTS report_time;
DROP VIEW IF EXISTS remark_side_by_side;
DROP VIEW IF EXISTS remark_first;
DROP VIEW IF EXISTS remark_only;
DROP VIEW IF EXISTS remark_left_out;
DROP VIEW IF EXISTS remark_missing;
DROP VIEW IF EXISTS report_unnamed;
DROP VIEW IF EXISTS entity_spelling;
DROP VIEW IF EXISTS entity_unnamed;
DROP VIEW IF EXISTS share_by_speaker;
DROP VIEW IF EXISTS share_by_kind;
DROP VIEW IF EXISTS share_by_outlet;
DROP VIEW IF EXISTS copy_flow;
DROP VIEW IF EXISTS copy_agency;
DROP VIEW IF EXISTS event_report;

-- When was each report published? at is in seconds since 1970, NULL where
-- published is no date; timed is 0 where it has no time of day; agency is 1 for
-- copy of an agency that is the outlet itself.
CREATE VIEW report_time AS
SELECT id AS report, outlet, published,
       CASE typeof(published)
         WHEN 'text' THEN CAST(strftime('%s', published) AS INTEGER)
         ELSE CAST(published AS INTEGER) END AS at,
       typeof(published) <> 'text' OR published LIKE '%:%' AS timed,
       EXISTS (SELECT 1 FROM wire_credit AS c
               WHERE c.report = wire_report.id AND c.kind = 'agency'
                 AND c.name = wire_report.outlet) AS agency
FROM wire_report;

-- How does each outlet word a remark? (*) diff is against the wording that
-- stands for the remark.
CREATE VIEW remark_side_by_side AS
SELECT m.id AS remark, t.outlet, q.speaker, w.text AS wording,
       news_diff(m.text, w.text) AS diff, t.published, m.n_outlets,
       w.report, w.quote
FROM wire_remark AS m
JOIN wire_wording AS w ON w.remark = m.id
JOIN wire_quote AS q ON q.id = w.quote
JOIN report_time AS t ON t.report = w.report
WHERE m.n_reports > 1
ORDER BY m.n_outlets DESC, m.n_reports DESC, m.text, m.id,
         t.at IS NULL, t.at, w.report, w.id;

-- Who had a remark first, and who followed?
CREATE VIEW remark_first AS
SELECT m.id AS remark, r.outlet AS first, m.first_published AS published,
       m.n_outlets,
       (SELECT group_concat(outlet, ', ')
        FROM (SELECT t.outlet
              FROM wire_wording AS w JOIN report_time AS t USING (report)
              WHERE w.remark = m.id AND t.outlet IS NOT r.outlet
              GROUP BY t.outlet
              ORDER BY min(t.at) IS NULL, min(t.at), t.outlet)) AS then_in,
       m.text, m.first_report
FROM wire_remark AS m
JOIN wire_report AS r ON r.id = m.first_report
WHERE m.n_outlets > 1
ORDER BY m.n_outlets DESC, m.n_reports DESC, m.text, m.id;

-- What does only one outlet carry of an event that several report?
CREATE VIEW remark_only AS
SELECT r.event, r.outlet, q.speaker, q.kind, m.text, m.id AS remark,
       r.id AS report
FROM wire_remark AS m
JOIN wire_wording AS w
  ON w.id = (SELECT min(id) FROM wire_wording WHERE remark = m.id)
JOIN wire_quote AS q ON q.id = w.quote
JOIN wire_report AS r ON r.id = w.report
JOIN wire_event AS e ON e.id = r.event
WHERE m.n_outlets = 1 AND e.n_outlets > 1
ORDER BY r.event, r.outlet, r.id, w.id;

-- What did a report leave out of a remark that others carry more fully? (*)
-- left_out is a diff against the longest wording.
CREATE VIEW remark_left_out AS
SELECT m.id AS remark, r.outlet, w.text AS wording, o.outlet AS longest_in,
       news_diff(longest.text, w.text) AS left_out, w.report
FROM wire_remark AS m
JOIN (SELECT remark, id, report, text, max(length(text))
      FROM wire_wording GROUP BY remark) AS longest ON longest.remark = m.id
JOIN wire_report AS o ON o.id = longest.report
JOIN wire_wording AS w ON w.remark = m.id
JOIN wire_report AS r ON r.id = w.report
WHERE m.n_reports > 1 AND w.report <> longest.report
  AND length(w.text) < length(longest.text)
ORDER BY m.n_outlets DESC, m.n_reports DESC, m.text, m.id, r.outlet, w.id;

-- Which remarks, carried by two outlets or more, does a report of the event
-- not have at all?
CREATE VIEW remark_missing AS
SELECT r.event, r.outlet, m.n_outlets AS carried_by, m.text, m.id AS remark,
       r.id AS report
FROM (SELECT DISTINCT c.event, w.remark
      FROM wire_wording AS w JOIN wire_report AS c ON c.id = w.report
      WHERE c.event IS NOT NULL) AS has
JOIN wire_remark AS m ON m.id = has.remark
JOIN wire_report AS r ON r.event = has.event
WHERE m.n_outlets > 1
  AND NOT EXISTS (SELECT 1 FROM wire_wording AS w
                  WHERE w.remark = m.id AND w.report = r.id)
ORDER BY r.event, r.outlet, r.id, m.n_outlets DESC, m.text, m.id;

-- Which reports quote no person by name, and why not?
CREATE VIEW report_unnamed AS
SELECT r.id AS report, r.outlet, r.title, count(*) AS sources,
       sum(s.n_quotes) AS quotes, sum(s.n_words) AS words,
       group_concat(s.name, '; ') AS who,
       group_concat(s.anonymity, '; ') AS why
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
WHERE NOT e.named AND e.n_reports > 1
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

-- How much does each outlet quote, and how much of that without a name?
CREATE VIEW share_by_outlet AS
SELECT r.outlet, count(*) AS reports, sum(r.n_words) AS words,
       sum(s.words) AS quoted,
       round(100.0 * sum(s.words) / sum(r.n_words), 1) AS quoted_percent,
       round(100.0 * sum(s.unnamed) / sum(s.words), 1) AS unnamed_percent
FROM wire_report AS r
LEFT JOIN (SELECT report, sum(n_words) AS words,
                  sum(n_words) FILTER (WHERE NOT named) AS unnamed
           FROM wire_source GROUP BY report) AS s ON s.report = r.id
GROUP BY r.outlet
ORDER BY quoted DESC, r.outlet;

-- Who carries whose wording? (*) Of two reports that share wording the earlier
-- one is the origin; where the dates do not tell, an agency's own copy, else
-- the one that has more of the other's wording. carried is the share of a
-- copy's wording that its origin has, on average.
CREATE VIEW copy_flow AS
SELECT o.outlet AS origin, c.outlet AS carried_by, count(*) AS reports,
       round(avg(CASE WHEN p.later = p.b THEN p.b_in_a ELSE p.a_in_b END), 2)
         AS carried
FROM (SELECT p.*,
             CASE WHEN CASE WHEN a.at / 86400 = b.at / 86400
                                 AND NOT (a.timed AND b.timed)
                              OR a.at IS NULL OR b.at IS NULL
                            THEN CASE WHEN a.agency <> b.agency THEN a.agency
                                      ELSE p.b_in_a >= p.a_in_b END
                            ELSE a.at <= b.at END
                  THEN p.b ELSE p.a END AS later
      FROM news_pairs('wire', 0.3) AS p
      JOIN report_time AS a ON a.report = p.a
      JOIN report_time AS b ON b.report = p.b) AS p
JOIN wire_report AS c ON c.id = p.later
JOIN wire_report AS o ON o.id = p.a + p.b - p.later
GROUP BY o.outlet, c.outlet
ORDER BY reports DESC, carried DESC, o.outlet, c.outlet;

-- Which agencies stand behind an outlet's copy, as far as it says so?
CREATE VIEW copy_agency AS
SELECT r.outlet, c.name AS agency, count(DISTINCT r.id) AS reports,
       round(100.0 * count(DISTINCT r.id)
             / (SELECT count(*) FROM wire_report AS x
                WHERE x.outlet IS r.outlet), 1) AS percent
FROM wire_report AS r
JOIN wire_credit AS c ON c.report = r.id
WHERE c.kind IN ('agency', 'reporting')
GROUP BY r.outlet, c.name
ORDER BY r.outlet, reports DESC, c.name;

-- Which reports are of one event, in order of publication?
CREATE VIEW event_report AS
SELECT e.id AS event, e.n_reports, t.outlet, t.published, r.title, r.n_quotes,
       r.id AS report
FROM wire_event AS e
JOIN wire_report AS r ON r.event = e.id
JOIN report_time AS t ON t.report = r.id
ORDER BY e.n_reports DESC, e.id, t.at IS NULL, t.at, r.id;
