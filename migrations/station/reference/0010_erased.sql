-- The numbers of patrons who were erased here, each sealed with a key of this store: data taken in again is held
-- against them, and no number can be read out of them.
CREATE TABLE erased_number (
  number_hash BLOB PRIMARY KEY CHECK (length(number_hash) = 32),
  erased_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE erased_key (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;
INSERT INTO erased_key (one, key) VALUES (1, randomblob(32));
