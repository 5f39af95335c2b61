-- demo.sql: who says what in the reports of fixtures/, each by itself and all
-- together. Run by `make demo`.
.read sql/load.sql

.print
.print Who said what (one report of five on a briefing)
SELECT substr(q.mention, 1, 38) AS mention, q.speaker, q.cue,
       CASE WHEN length(q.quote) > 48
            THEN substr(q.quote, 1, 47) || '…' ELSE q.quote END AS quote
FROM report AS r, news_quotes(r.body) AS q
WHERE r.file = 'dam-radio.txt'
ORDER BY q.id;

.print
.print Sources that the reports do not name, and why
SELECT r.outlet, substr(s.name, 1, 39) AS name,
       substr(s.anonymity, 1, 50) AS why, s.n_quotes AS quotes
FROM report AS r, news_sources(r.body) AS s
WHERE NOT s.named AND s.kind IN ('person', 'group') AND s.n_quotes > 0
ORDER BY s.anonymity IS NULL, s.n_quotes DESC, r.rowid, s.id
LIMIT 12;

.print
.print Whose words are these, over all reports
SELECT speaker, kind, n_reports AS reports, words, percent
FROM share_by_speaker
LIMIT 12;

.print
.print One and the same unnamed source, by the quotes that outlets share
SELECT entity, outlet, substr(name, 1, 46) AS name,
       substr(anonymity, 1, 40) AS why, n_words AS words
FROM entity_unnamed
LIMIT 8;

.print
.print Who had a remark first
SELECT first, n_outlets AS outlets, substr(then_in, 1, 50) AS then_in,
       substr(text, 1, 60) AS remark
FROM remark_first
LIMIT 6;

.print
.print Who carries whose wording
SELECT * FROM copy_flow LIMIT 6;
