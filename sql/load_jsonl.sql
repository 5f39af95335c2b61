-- load_jsonl.sql: reports from a file of JSON lines on standard input, objects
-- with outlet, published, title, body:
--
--   sqlite3 reports.db ".load ./news" ".read sql/schema.sql" \
--     ".read sql/load_jsonl.sql" <reports.jsonl

CREATE TEMP TABLE incoming(line TEXT);
.mode ascii
.separator "\037" "\n"
.import /dev/stdin incoming
.mode box
INSERT INTO report(outlet, published, title, body)
  SELECT json_extract(line, '$.outlet'), json_extract(line, '$.published'),
         json_extract(line, '$.title'), json_extract(line, '$.body')
  FROM incoming WHERE json_valid(line);
DROP TABLE temp.incoming;
