-- load_csv.sql: reports from a CSV file on standard input, whose first line
-- names the columns outlet, published, title, body (in any order, others may
-- stand between):
--
--   sqlite3 reports.db ".load ./news" ".read sql/schema.sql" \
--     ".read sql/load_csv.sql" <reports.csv

.import --csv /dev/stdin incoming
INSERT INTO report(outlet, published, title, body)
  SELECT outlet, CASE WHEN published GLOB '[0-9]*' AND
                           published NOT GLOB '*[^0-9]*' AND
                           length(published) BETWEEN 9 AND 10
                      THEN CAST(published AS INTEGER) -- Unix time
                      ELSE published END, title, body FROM incoming;
DROP TABLE incoming;
