-- schema.sql: a table of reports, the index over it, and the triggers that
-- keep the two in step.
--
--   sqlite3 reports.db ".load ./news" ".read sql/schema.sql"
--
-- The reports stay in a table of yours; the index reads its columns when it
-- needs them (content=). If you have such a table already, name its columns:
--
--   CREATE VIRTUAL TABLE wire USING news_index(
--     body=text, title=headline, outlet=publisher, published=date,
--     content=article, content_rowid=id);
--   INSERT INTO wire(wire) VALUES('rebuild');    -- reads what is there
--
-- The file can be run again: what is there stays.

CREATE TABLE IF NOT EXISTS report(
  id INTEGER PRIMARY KEY,
  outlet TEXT,
  published,          -- ISO 8601 text, or a number: seconds since 1970
  title TEXT,
  body TEXT
);

CREATE VIRTUAL TABLE IF NOT EXISTS wire USING news_index(
  body, title, outlet, published, content=report, content_rowid=id);

-- Each trigger deletes first: where REPLACE INTO report takes the place of a
-- row, SQLite runs no DELETE trigger for the old one; and the conflict clause of
-- a statement (OR IGNORE, ON CONFLICT) is that of its triggers' statements, too.
-- If your table has further UNIQUE columns, by which REPLACE may delete another
-- row than that of the new id, set PRAGMA recursive_triggers = on wherever it is
-- written: only then does SQLite run report_delete for that row.
CREATE TRIGGER IF NOT EXISTS report_insert AFTER INSERT ON report BEGIN
  DELETE FROM wire WHERE rowid = new.id;
  INSERT INTO wire(rowid, body, title, outlet, published)
    VALUES (new.id, new.body, new.title, new.outlet, new.published);
END;

-- The index knows what it has of a report: it needs no old values.
CREATE TRIGGER IF NOT EXISTS report_delete AFTER DELETE ON report BEGIN
  DELETE FROM wire WHERE rowid = old.id;
END;

CREATE TRIGGER IF NOT EXISTS report_update
AFTER UPDATE OF id, outlet, published, title, body ON report BEGIN
  DELETE FROM wire WHERE rowid IN (old.id, new.id);
  INSERT INTO wire(rowid, body, title, outlet, published)
    VALUES (new.id, new.body, new.title, new.outlet, new.published);
END;

-- Reports from a file: sql/load_csv.sql, sql/load_jsonl.sql. Many at once are
-- best put into one transaction. Ids that are read from a file as text are
-- numbers only after CAST(id AS INTEGER): wire('42') looks for the text "42".
