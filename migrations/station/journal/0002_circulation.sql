-- Holds, charges and how a loan stands, on top of the reference file; what is kept beside the seal and may be erased.

ALTER TABLE overlay_loan ADD COLUMN standing TEXT NOT NULL DEFAULT 'out'
  CHECK (standing IN ('out', 'lost', 'claimed-returned', 'claimed-never-had'));
ALTER TABLE overlay_loan ADD COLUMN standing_since_ms INTEGER;

-- `hold_ref` is "terminal.epoch.seq" of the placing, or the name the library's data gave it. item_id: the copy that was
-- captured, or that was asked for when is_copy_hold.
CREATE TABLE overlay_hold (
  hold_ref TEXT PRIMARY KEY,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  patron_id INTEGER NOT NULL,
  party_ref TEXT NOT NULL,
  title_id INTEGER NOT NULL,
  item_id INTEGER,
  is_copy_hold INTEGER NOT NULL CHECK (is_copy_hold IN (0, 1)),
  pickup_branch_code TEXT NOT NULL,
  placed_at_ms INTEGER NOT NULL,
  expires_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'suspended', 'in-transit', 'ready')),
  suspended_until_on TEXT,
  shelf_until_on TEXT,
  pickup_code TEXT NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX overlay_hold_title ON overlay_hold (title_id);
CREATE INDEX overlay_hold_patron ON overlay_hold (patron_id);
CREATE INDEX overlay_hold_branch ON overlay_hold (pickup_branch_code, status);
CREATE INDEX overlay_hold_expiring ON overlay_hold (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX overlay_hold_put_off ON overlay_hold (suspended_until_on) WHERE suspended_until_on IS NOT NULL;

CREATE TABLE overlay_charge (
  charge_ref TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL,
  party_ref TEXT NOT NULL,
  item_id INTEGER,
  loan_ref TEXT,
  kind TEXT NOT NULL,
  charged_at_ms INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  owed_cents INTEGER NOT NULL CHECK (typeof(owed_cents) = 'integer' AND owed_cents BETWEEN 0 AND amount_cents),
  refund_due_cents INTEGER NOT NULL
    CHECK (typeof(refund_due_cents) = 'integer' AND refund_due_cents BETWEEN 0 AND amount_cents),
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX overlay_charge_patron ON overlay_charge (patron_id);

-- The history of each charge, and what was owed and to be paid back after each entry. Stays when the overlay is
-- settled.
CREATE TABLE charge_entry (
  charge_ref TEXT NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  owed_cents INTEGER NOT NULL CHECK (typeof(owed_cents) = 'integer' AND owed_cents >= 0),
  refund_due_cents INTEGER NOT NULL CHECK (typeof(refund_due_cents) = 'integer' AND refund_due_cents >= 0),
  staff_code TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (charge_ref, epoch_count, seq_count)
) STRICT, WITHOUT ROWID;

-- What an event says of a person in words: a note, to whom something was disclosed. Not sealed; may be erased alone.
CREATE TABLE personal (
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (epoch_count, seq_count)
) STRICT, WITHOUT ROWID;

-- Events whose effect belongs in the reference file and is not there yet: applied right after the commit, or at start.
CREATE TABLE pending_patch (
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  PRIMARY KEY (epoch_count, seq_count)
) STRICT, WITHOUT ROWID;

-- Where the rare kinds stand that a log must list without reading the whole journal.
CREATE TABLE listed_event (
  kind TEXT NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  PRIMARY KEY (kind, epoch_count, seq_count)
) STRICT, WITHOUT ROWID;

-- Who looked at whose record, by day. The entry itself is sealed and names nobody that can be found again: its place
-- between two loans would tell whose they were.
CREATE TABLE viewed (
  patron_id INTEGER NOT NULL,
  viewed_on TEXT NOT NULL,
  staff_code TEXT NOT NULL,
  place_kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  views_count INTEGER NOT NULL,
  PRIMARY KEY (patron_id, viewed_on, staff_code, place_kind, reason)
) STRICT, WITHOUT ROWID;
CREATE INDEX viewed_by ON viewed (staff_code, viewed_on);
