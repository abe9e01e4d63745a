-- What possible duplicates of a patron are found by (shared/patron/alike/alike-keys.ts): made from the records again
-- whenever the keys change. `meta` says under `alike_keys` which version they are.
CREATE TABLE patron_alike (
  key TEXT NOT NULL CHECK (key <> ''),
  patron_id INTEGER NOT NULL REFERENCES patron,
  PRIMARY KEY (key, patron_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX patron_alike_patron ON patron_alike (patron_id);
