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
UPDATE incoming SET line = ltrim(line, char(65279)) WHERE rowid = 1;
DELETE FROM incoming WHERE trim(line, char(9, 10, 13, 32)) = '';
CREATE TEMP TABLE refused AS
  SELECT line FROM incoming
  WHERE CASE WHEN json_valid(line) THEN json_type(line, '$.body') END
        IS NOT 'text';
SELECT 'left out, no JSON objects with a text for body: ' || n
       || ', the first begins ' || (SELECT substr(line, 1, 40) FROM refused)
  FROM (SELECT count(*) AS n FROM refused) WHERE n > 0;
INSERT INTO report(outlet, published, title, body)
  SELECT json_extract(line, '$.outlet'),
         CASE WHEN json_type(line, '$.published') IN ('text', 'integer', 'real')
              THEN json_extract(line, '$.published') END,
         json_extract(line, '$.title'), json_extract(line, '$.body')
  FROM incoming
  WHERE CASE WHEN json_valid(line) THEN json_type(line, '$.body') END = 'text';
DROP TABLE temp.refused;
DROP TABLE temp.incoming;
.mode box
