-- load.sql: the reports of fixtures/ as a table, to try queries on:
--
--   sqlite3 -init sql/load.sql        (from the folder above this one)
--
-- report(file, outlet, published, title, event, body)
.load ./news
.mode ascii
.separator "\t" "\n"
.import fixtures/reports.tsv report
ALTER TABLE report ADD COLUMN body TEXT;
UPDATE report SET body = CAST(readfile('fixtures/' || file) AS TEXT);
.mode box
