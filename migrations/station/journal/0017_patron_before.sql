-- What an entry about a patron changed, as it was before: what an undo gives back, as JSON. Deleted once the entry can
-- be undone no more, when it was undone, and with the patron.
CREATE TABLE patron_before (
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  patron_id INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (epoch_count, seq_count)
) STRICT, WITHOUT ROWID;
CREATE INDEX patron_before_patron ON patron_before (patron_id);
