-- load.sql: the reports of fixtures/ and the index over them, to try queries
-- on:
--
--   sqlite3 -init sql/load.sql        (from the folder above this one)
--
-- report(id, outlet, published, title, body, file, event), the index wire
-- with its tables wire_..., and the views of views.sql
.load ./news
.read sql/schema.sql
ALTER TABLE report ADD COLUMN file TEXT;
ALTER TABLE report ADD COLUMN event TEXT;
.mode ascii
.separator "\t" "\n"
.import fixtures/reports.tsv listed
INSERT INTO report(file, outlet, published, title, event, body)
  SELECT file, outlet, published, title, event,
         CAST(readfile('fixtures/' || file) AS TEXT)
  FROM listed;
DROP TABLE listed;
.read sql/views.sql
.mode box
