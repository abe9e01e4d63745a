-- Holds that move, charges with a history, claims, notes that block, families.

ALTER TABLE loan ADD COLUMN standing TEXT NOT NULL DEFAULT 'out'
  CHECK (standing IN ('out', 'lost', 'claimed-returned', 'claimed-never-had'));
ALTER TABLE loan ADD COLUMN standing_since_ms INTEGER;

CREATE TABLE hold_made_anew (
  hold_id INTEGER PRIMARY KEY,
  external_id TEXT NOT NULL UNIQUE,
  patron_id INTEGER NOT NULL REFERENCES patron,
  party_ref TEXT NOT NULL DEFAULT '',
  title_id INTEGER NOT NULL REFERENCES title,
  item_id INTEGER REFERENCES item,
  is_copy_hold INTEGER NOT NULL DEFAULT 0 CHECK (is_copy_hold IN (0, 1)),
  pickup_branch_code TEXT NOT NULL REFERENCES branch,
  placed_at_ms INTEGER NOT NULL,
  expires_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'suspended', 'in-transit', 'ready')),
  suspended_until_on TEXT,
  shelf_until_on TEXT,
  pickup_code TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO hold_made_anew
  (hold_id, external_id, patron_id, title_id, item_id, is_copy_hold, pickup_branch_code, placed_at_ms, expires_on,
    status)
  SELECT hold_id, external_id, patron_id, title_id, item_id, item_id IS NOT NULL AND status <> 'ready',
    pickup_branch_code, placed_at_ms, expires_on, status FROM hold;
DROP TABLE hold;
ALTER TABLE hold_made_anew RENAME TO hold;
CREATE INDEX hold_patron ON hold (patron_id);
CREATE INDEX hold_title ON hold (title_id, placed_at_ms);
CREATE INDEX hold_on_shelf ON hold (pickup_branch_code, pickup_code) WHERE status = 'ready';
CREATE INDEX hold_on_its_way ON hold (pickup_branch_code) WHERE status = 'in-transit';
CREATE INDEX hold_waiting ON hold (title_id) WHERE status = 'waiting';
CREATE INDEX hold_expiring ON hold (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX hold_put_off ON hold (suspended_until_on) WHERE suspended_until_on IS NOT NULL;
-- Whose holds nobody may fill.
CREATE INDEX patron_not_served ON patron (patron_id) WHERE (is_active = 0 OR is_barred = 1);

ALTER TABLE charge ADD COLUMN loan_ref TEXT;
ALTER TABLE charge ADD COLUMN party_ref TEXT NOT NULL DEFAULT '';
ALTER TABLE charge ADD COLUMN refund_due_cents INTEGER NOT NULL DEFAULT 0
  CHECK (typeof(refund_due_cents) = 'integer' AND refund_due_cents >= 0);
CREATE INDEX charge_refund ON charge (patron_id) WHERE refund_due_cents > 0;
CREATE INDEX charge_loan ON charge (loan_ref) WHERE loan_ref IS NOT NULL;
CREATE INDEX charge_item ON charge (item_id) WHERE item_id IS NOT NULL;

-- note_ref: the event that wrote it, or "import:…" for what was there before.
ALTER TABLE patron_note ADD COLUMN note_ref TEXT NOT NULL DEFAULT '';
UPDATE patron_note SET note_ref = 'import:' || lower(hex(randomblob(8)));
CREATE INDEX patron_note_ref ON patron_note (note_ref);
ALTER TABLE patron_note ADD COLUMN is_blocking INTEGER NOT NULL DEFAULT 0 CHECK (is_blocking IN (0, 1));
ALTER TABLE patron_note ADD COLUMN until_on TEXT;
ALTER TABLE patron_note ADD COLUMN branch_code TEXT NOT NULL DEFAULT '';
-- A message is for the patron: told when they come, and then taken off.
ALTER TABLE patron_note ADD COLUMN is_message INTEGER NOT NULL DEFAULT 0 CHECK (is_message IN (0, 1));

-- status: open while nobody knows; found, withdrawn, billed, given-up, undone when it ended.
CREATE TABLE patron_claim (
  claim_ref TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  item_id INTEGER NOT NULL REFERENCES item,
  loan_ref TEXT NOT NULL,
  claim TEXT NOT NULL CHECK (claim IN ('returned', 'never-had')),
  claimed_on TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  status TEXT NOT NULL,
  ended_at_ms INTEGER,
  checks_count INTEGER NOT NULL,
  checked_on TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX patron_claim_patron ON patron_claim (patron_id);
CREATE INDEX patron_claim_open ON patron_claim (item_id) WHERE status = 'open';

ALTER TABLE patron ADD COLUMN receipt_kind TEXT NOT NULL DEFAULT 'print'
  CHECK (receipt_kind IN ('print', 'email', 'none'));
ALTER TABLE patron ADD COLUMN is_large_print INTEGER NOT NULL DEFAULT 0 CHECK (is_large_print IN (0, 1));
ALTER TABLE patron ADD COLUMN guardian_patron_id INTEGER REFERENCES patron;
-- What may be billed as lost by itself, longest due first.
CREATE INDEX loan_late ON loan (due_at_ms) WHERE standing = 'out';

CREATE INDEX patron_of_guardian ON patron (guardian_patron_id) WHERE guardian_patron_id IS NOT NULL;

CREATE INDEX item_at_branch_status ON item (status, at_branch_code) WHERE status <> 'available';

-- What else than the start of a name a patron is found by (shared/catalog/patron-keys.ts): folded, so that a prefix of
-- the key is what was typed. kind: name, phone-end, card-end, email, street, postal. Made from patron, card and
-- patron_address by main/store/patron-keys.ts; where there are cards and no keys at all, they are made at the next
-- start.
CREATE TABLE patron_key (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  patron_id INTEGER NOT NULL REFERENCES patron,
  PRIMARY KEY (kind, key, patron_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patron_key_patron ON patron_key (patron_id);

-- What is over and forgotten, as figures that name nobody: settled charges by kind and month, claims of a patron by
-- month without the item. month_at_ms: the first moment of the month, UTC.
CREATE TABLE forgotten_charge (
  kind TEXT NOT NULL,
  month_at_ms INTEGER NOT NULL,
  charges_count INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  PRIMARY KEY (kind, month_at_ms)
) STRICT, WITHOUT ROWID;
CREATE TABLE forgotten_claim (
  patron_id INTEGER NOT NULL REFERENCES patron,
  month_at_ms INTEGER NOT NULL,
  claims_count INTEGER NOT NULL,
  PRIMARY KEY (patron_id, month_at_ms)
) STRICT, WITHOUT ROWID;
-- What upkeep looks for every minute: settled charges that still name an item or came from this desk, ended claims,
-- notes that do not block.
CREATE INDEX charge_settled ON charge (charged_at_ms)
  WHERE owed_cents = 0 AND refund_due_cents = 0 AND (item_id IS NOT NULL OR party_ref <> '');
CREATE INDEX patron_claim_ended ON patron_claim (ended_at_ms) WHERE status <> 'open';
CREATE INDEX patron_note_written ON patron_note (written_on) WHERE is_blocking = 0;
