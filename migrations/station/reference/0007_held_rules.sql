-- Rules hold for a loan as they stood when it was made; fine-free days are rows of the rules; outages have names.

-- When the loan was last renewed: from then on the rules of that moment hold for it. NULL: those of when it was lent.
ALTER TABLE loan ADD COLUMN rules_at_ms INTEGER;

-- How a row of the rules stood until a moment. `content`: the row as JSON; NULL: there was none.
CREATE TABLE policy_version (
  version_id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  content TEXT,
  until_at_ms INTEGER NOT NULL
) STRICT;

CREATE INDEX policy_version_row ON policy_version (table_name, row_key);

CREATE TABLE fine_free_day (
  day_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- They were kept as moments from midnight to midnight: noon of the first and of the last day tells which days.
INSERT INTO fine_free_day (day_code, branch_code, from_on, to_on, reason)
  SELECT 'day ' || waiver_id, branch_code, date(from_at_ms / 1000 + 43200, 'unixepoch'),
    date(coalesce(to_at_ms, from_at_ms + 86400000) / 1000 - 43200, 'unixepoch'), reason
  FROM waiver WHERE waiver_kind = 'fine-free';

CREATE TABLE outage (
  outage_ref TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  from_at_ms INTEGER NOT NULL,
  to_at_ms INTEGER CHECK (to_at_ms IS NULL OR to_at_ms > from_at_ms),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO outage (outage_ref, branch_code, from_at_ms, to_at_ms, reason)
  SELECT 'earlier:' || waiver_id, branch_code, from_at_ms, to_at_ms, reason
  FROM waiver WHERE waiver_kind = 'system-down';

DROP TABLE waiver;
