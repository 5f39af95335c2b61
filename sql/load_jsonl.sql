-- load_jsonl.sql: reports from a file of JSON lines on standard input, objects
-- with outlet, published, title, body (how many lines are none is told):
--
--   sqlite3 reports.db ".load ./news" ".read sql/schema.sql" \
--     ".read sql/load_jsonl.sql" <reports.jsonl

CREATE TEMP TABLE incoming(line TEXT);
.mode ascii
.separator "\037" "\n"
.import /dev/stdin incoming
.mode list
SELECT 'left out, no JSON objects with a text for body: ' || count(*)
       || ', the first in line ' || min(rowid)
  FROM incoming
  WHERE CASE WHEN json_valid(line)
             THEN json_type(line, '$.body') IS NOT 'text' ELSE trim(line) <> ''
        END
  HAVING count(*) > 0;
INSERT INTO report(outlet, published, title, body)
  SELECT json_extract(line, '$.outlet'), json_extract(line, '$.published'),
         json_extract(line, '$.title'), json_extract(line, '$.body')
  FROM incoming
  WHERE CASE WHEN json_valid(line)
             THEN json_type(line, '$.body') = 'text' END;
DROP TABLE temp.incoming;
.mode box
