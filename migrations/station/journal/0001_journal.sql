-- The journal of this desk and what its own events changed. Only this file must survive.
-- Facts are appended, never edited: the triggers below refuse it.

CREATE TABLE terminal (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  terminal_id TEXT NOT NULL,
  epoch_count INTEGER NOT NULL CHECK (typeof(epoch_count) = 'integer' AND epoch_count >= 1),
  created_at_ms INTEGER NOT NULL
) STRICT;

-- Identity of an event: (terminal, epoch, seq). `content` is canonical JSON and holds no patron and no record number.
CREATE TABLE event (
  epoch_count INTEGER NOT NULL CHECK (typeof(epoch_count) = 'integer'),
  seq_count INTEGER NOT NULL CHECK (typeof(seq_count) = 'integer' AND seq_count >= 1),
  content TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (epoch_count, seq_count)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER event_never_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Which command caused which events: the same id again gets the same answer.
CREATE TABLE command (
  command_id BLOB PRIMARY KEY CHECK (length(command_id) = 16),
  request_hash BLOB NOT NULL CHECK (length(request_hash) = 8),
  epoch_count INTEGER NOT NULL,
  first_seq_count INTEGER NOT NULL,
  events_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who an event was about, outside the sealed content. Deleting a row forgets who, and breaks no chain.
CREATE TABLE party (
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  party_ref BLOB NOT NULL CHECK (length(party_ref) = 16),
  patron_id INTEGER NOT NULL,
  PRIMARY KEY (epoch_count, seq_count)
) STRICT, WITHOUT ROWID;

-- What this desk's own events changed, on top of the reference file. `loan_ref` is "terminal.epoch.seq" of the
-- check-out.
CREATE TABLE overlay_loan (
  item_id INTEGER PRIMARY KEY,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  patron_id INTEGER CHECK ((patron_id IS NULL) = (is_open = 0)),
  loan_ref TEXT NOT NULL,
  party_ref TEXT NOT NULL,
  branch_code TEXT NOT NULL,
  out_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  renewals_count INTEGER NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL
) STRICT;
CREATE INDEX overlay_loan_patron ON overlay_loan (patron_id) WHERE is_open = 1;

CREATE TABLE overlay_item (
  item_id INTEGER PRIMARY KEY,
  at_branch_code TEXT NOT NULL,
  status TEXT NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL
) STRICT;

-- How this desk is set up. Not facts: they may change and are not sealed.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
