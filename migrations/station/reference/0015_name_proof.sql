-- What was seen when a name was last changed here, by its kind, and on which day. Empty: no name was changed here.
ALTER TABLE patron ADD COLUMN name_proof_code TEXT NOT NULL DEFAULT '';
ALTER TABLE patron ADD COLUMN name_changed_on TEXT;

-- A kind of document may show that a name was changed.
CREATE TABLE proof_kind_next (
  proof_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  shows_kind TEXT NOT NULL CHECK (shows_kind IN ('identity', 'address', 'both', 'name')),
  days_count_max INTEGER CHECK (days_count_max >= 1),
  is_this_year INTEGER NOT NULL CHECK (is_this_year IN (0, 1)),
  sort_count INTEGER NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO proof_kind_next
  SELECT proof_code, name, shows_kind, days_count_max, is_this_year, sort_count, is_active FROM proof_kind;
DROP TABLE proof_kind;
ALTER TABLE proof_kind_next RENAME TO proof_kind;
