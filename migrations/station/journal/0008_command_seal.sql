-- What a command asked of a patron or a PIN, sealed at the place of its first event. Goes with whoever it was about.
CREATE TABLE command_seal (
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  events_count INTEGER NOT NULL,
  personal_hash BLOB NOT NULL CHECK (length(personal_hash) = 16),
  PRIMARY KEY (epoch_count, seq_count)
) STRICT, WITHOUT ROWID;
