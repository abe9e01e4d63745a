-- Two records of one person that were made one: which record became which. The reference file is made to say so
-- whenever it is opened: it may be an older one. Deleted with the patron who is left.
-- content: what went over, as JSON, while that can still be undone; NULL afterwards. is_undone: it was, and the
-- reference file may not have it back yet.
CREATE TABLE merged_patron (
  former_patron_id INTEGER PRIMARY KEY,
  patron_id INTEGER NOT NULL CHECK (patron_id <> former_patron_id),
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  merged_at_ms INTEGER NOT NULL,
  is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
  content TEXT CHECK (content IS NULL OR json_valid(content))
) STRICT;
CREATE INDEX merged_patron_kept ON merged_patron (patron_id);
