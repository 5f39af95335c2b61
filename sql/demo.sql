-- demo.sql: who says what in the reports of fixtures/. Run by `make demo`.
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
.print Who is quoted most, in words
SELECT s.name, max(s.role) AS role, count(*) AS reports,
       sum(s.n_quotes) AS quotes, sum(s.n_words) AS words
FROM report AS r, news_sources(r.body) AS s
WHERE s.named
GROUP BY s.name
ORDER BY words DESC, s.name
LIMIT 15;
