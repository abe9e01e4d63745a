-- The schema after all migrations. Made by tools/schema-types.ts.
CREATE TABLE terminal (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  terminal_id TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (typeof(epoch) = 'integer' AND epoch >= 1),
  created_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
  event_id INTEGER PRIMARY KEY,
  epoch INTEGER NOT NULL GENERATED ALWAYS AS (event_id >> 32),
  seq INTEGER NOT NULL GENERATED ALWAYS AS (event_id & 4294967295) CHECK (seq >= 1),
  content TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER event_never_changes BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER event_never_goes BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE command (
  command_id BLOB PRIMARY KEY CHECK (length(command_id) = 16),
  request_hash BLOB NOT NULL CHECK (length(request_hash) = 8),
  epoch INTEGER NOT NULL,
  first_seq INTEGER NOT NULL,
  events_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX command_of_many ON command (epoch, first_seq) WHERE events_count > 1;

CREATE TABLE listed_event (
  kind TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (kind, epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE erased_patron (
  patron_id INTEGER PRIMARY KEY,
  number_hash BLOB UNIQUE CHECK (length(number_hash) = 32),
  erased_on TEXT NOT NULL
) STRICT;

CREATE TABLE erased_key (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

CREATE TABLE party (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  patron_id INTEGER NOT NULL,
  item_id INTEGER,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_item ON party (item_id, epoch, seq) WHERE item_id IS NOT NULL;

CREATE TABLE personal (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE unsealed (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  owner_ref TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX unsealed_owner ON unsealed (owner_ref);

CREATE TABLE patron_preference (
  patron_id INTEGER PRIMARY KEY,
  receipt_kind TEXT NOT NULL CHECK (receipt_kind IN ('print', 'email', 'none')),
  is_large_print INTEGER NOT NULL CHECK (is_large_print IN (0, 1)),
  language TEXT NOT NULL,
  language_before_code TEXT NOT NULL
) STRICT;

CREATE TABLE forgotten_charge (
  kind TEXT NOT NULL,
  month_at_ms INTEGER NOT NULL,
  charges_count INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  PRIMARY KEY (kind, month_at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten_claim (
  patron_id INTEGER NOT NULL,
  month_at_ms INTEGER NOT NULL,
  claims_count INTEGER NOT NULL,
  PRIMARY KEY (patron_id, month_at_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE command_seal (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  events_count INTEGER NOT NULL,
  personal_hash BLOB NOT NULL CHECK (length(personal_hash) = 16),
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE list_looked (
  staff_code TEXT NOT NULL,
  looked_on TEXT NOT NULL,
  lists_count INTEGER NOT NULL CHECK (typeof(lists_count) = 'integer' AND lists_count >= 1),
  PRIMARY KEY (staff_code, looked_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE return_question (
  question_ref TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL,
  loan_ref TEXT NOT NULL,
  branch_code TEXT NOT NULL,
  asked_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX return_question_branch ON return_question (branch_code, asked_at_ms);

CREATE INDEX return_question_patron ON return_question (patron_id);

CREATE TABLE merged_patron (
  former_patron_id INTEGER PRIMARY KEY,
  patron_id INTEGER NOT NULL CHECK (patron_id <> former_patron_id),
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  merged_at_ms INTEGER NOT NULL,
  is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
  content TEXT CHECK (content IS NULL OR json_valid(content))
) STRICT;

CREATE INDEX merged_patron_kept ON merged_patron (patron_id);

CREATE TABLE patron_before (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  patron_id INTEGER NOT NULL,
  changed_at_ms INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX patron_before_patron ON patron_before (patron_id);

CREATE TABLE ruled_before (
  patron_id INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL CHECK (until_ms > from_ms),
  category_code TEXT NOT NULL,
  branch_code TEXT NOT NULL,
  PRIMARY KEY (patron_id, until_ms, from_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE identity (
  kind TEXT NOT NULL CHECK (kind IN ('patron', 'title', 'item')),
  external_id TEXT NOT NULL,
  record_id INTEGER NOT NULL CHECK (typeof(record_id) = 'integer' AND record_id >= 1),
  PRIMARY KEY (kind, external_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE number_block (
  kind TEXT NOT NULL CHECK (kind IN ('patron', 'title', 'item')),
  next_id INTEGER NOT NULL,
  end_id INTEGER NOT NULL CHECK (end_id >= next_id),
  is_reserve INTEGER NOT NULL CHECK (is_reserve IN (0, 1)),
  PRIMARY KEY (kind, end_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE card_reached (
  range_code TEXT PRIMARY KEY,
  next_barcode TEXT NOT NULL CHECK (next_barcode <> '')
) STRICT, WITHOUT ROWID;

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
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  loan_status TEXT NOT NULL DEFAULT 'out'
    CHECK (loan_status IN ('out', 'lost', 'claimed-returned', 'claimed-never-had')),
  status_since_ms INTEGER,
  rules_at_ms INTEGER,
  unseen_renewals_count INTEGER NOT NULL DEFAULT 0
    CHECK (typeof(unseen_renewals_count) = 'integer' AND unseen_renewals_count >= 0),
  due_staff_code TEXT NOT NULL DEFAULT '',
  recalled_at_ms INTEGER,
  sealed_due_at_ms INTEGER
) STRICT;

CREATE INDEX overlay_loan_patron ON overlay_loan (patron_id) WHERE is_open = 1;

CREATE TABLE overlay_item (
  item_id INTEGER PRIMARY KEY,
  at_branch_code TEXT NOT NULL,
  status TEXT NOT NULL,
  seen_at_ms INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE overlay_hold (
  hold_ref TEXT PRIMARY KEY,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  patron_id INTEGER NOT NULL,
  party_ref TEXT NOT NULL,
  title_id INTEGER NOT NULL,
  item_id INTEGER,
  is_item_hold INTEGER NOT NULL CHECK (is_item_hold IN (0, 1)),
  pickup_branch_code TEXT NOT NULL,
  placed_at_ms INTEGER NOT NULL,
  expires_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'suspended', 'in-transit', 'ready')),
  suspended_until_on TEXT,
  shelf_until_on TEXT,
  pickup_code TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX overlay_hold_patron ON overlay_hold (patron_id);

CREATE INDEX overlay_hold_branch ON overlay_hold (pickup_branch_code, status);

CREATE INDEX overlay_hold_expiring ON overlay_hold (expires_on) WHERE expires_on IS NOT NULL;

CREATE INDEX overlay_hold_put_off ON overlay_hold (suspended_until_on) WHERE suspended_until_on IS NOT NULL;

CREATE INDEX overlay_hold_line ON overlay_hold (title_id, placed_at_ms, is_item_hold DESC, hold_ref);

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
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX overlay_charge_patron ON overlay_charge (patron_id);

CREATE INDEX overlay_charge_owed ON overlay_charge (owed_cents) WHERE owed_cents > 0;

CREATE TABLE overlay_row (
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  content TEXT CHECK (content IS NULL OR json_valid(content)),
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (table_name, row_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE overlay_left (
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (table_name, row_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE transfer (
  charge_ref TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  transfer_number INTEGER NOT NULL,
  pays_ref TEXT,
  at_ms INTEGER NOT NULL,
  transfer_code TEXT NOT NULL,
  debit_code TEXT NOT NULL,
  credit_code TEXT NOT NULL CHECK (credit_code <> debit_code),
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  fund_code TEXT NOT NULL,
  of_ref TEXT,
  session_ref TEXT,
  staff_code TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (charge_ref, epoch, seq, transfer_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX transfer_paid ON transfer (pays_ref) WHERE pays_ref IS NOT NULL;

CREATE INDEX transfer_by_code ON transfer (transfer_code, at_ms);

CREATE TABLE erasing_unsent (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  patron_id INTEGER NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_seen (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  feed_number INTEGER NOT NULL CHECK (feed_number >= 0),
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten_unsent (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE drawer_session (
  session_ref TEXT PRIMARY KEY,
  drawer_code TEXT NOT NULL,
  custodian_code TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'suspended', 'closed')),
  opened_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER CHECK ((closed_at_ms IS NULL) = (status <> 'closed')),
  z_number INTEGER,
  left_cents INTEGER NOT NULL CHECK (typeof(left_cents) = 'integer' AND left_cents >= 0),
  left_checks_cents INTEGER NOT NULL CHECK (typeof(left_checks_cents) = 'integer' AND left_checks_cents >= 0),
  is_review_needed INTEGER NOT NULL CHECK (is_review_needed IN (0, 1)),
  -- Its cards wait for what the processor settled.
  is_card_waiting INTEGER NOT NULL CHECK (is_card_waiting IN (0, 1)),
  -- Where the entry is that opened it.
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX drawer_session_one ON drawer_session (drawer_code) WHERE status <> 'closed';

CREATE INDEX drawer_session_drawer ON drawer_session (drawer_code, epoch, seq);

CREATE UNIQUE INDEX drawer_session_z ON drawer_session (z_number) WHERE z_number IS NOT NULL;

CREATE INDEX drawer_session_review ON drawer_session (z_number) WHERE z_number IS NOT NULL AND is_review_needed = 1;

CREATE INDEX drawer_session_cards ON drawer_session (z_number) WHERE z_number IS NOT NULL AND is_card_waiting = 1;

CREATE TABLE cash_event (
  session_ref TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  receipt_number INTEGER CHECK (receipt_number >= 1),
  paper_number TEXT,
  of_ref TEXT,
  bag_number TEXT,
  PRIMARY KEY (session_ref, epoch, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX cash_event_number ON cash_event (epoch, receipt_number)
  WHERE receipt_number IS NOT NULL AND kind <> 'receipt-voided';

CREATE INDEX cash_event_of ON cash_event (of_ref) WHERE of_ref IS NOT NULL;

CREATE INDEX cash_event_bag ON cash_event (epoch, seq)
  WHERE kind IN ('drawer-closed', 'cash-placed', 'place-moved');

CREATE INDEX cash_event_waiting ON cash_event (bag_number) WHERE bag_number IS NOT NULL;

CREATE INDEX cash_event_late ON cash_event (epoch, seq)
  WHERE kind IN ('deposit-banked', 'card-settled', 'close-reviewed');

CREATE INDEX cash_event_later ON cash_event (epoch, seq)
  WHERE kind IN ('deposit-banked', 'card-settled', 'float-counted');

CREATE INDEX cash_event_kind ON cash_event (session_ref, kind, epoch, seq, of_ref)
  WHERE kind <> 'receipt-made';

CREATE UNIQUE INDEX cash_event_paper ON cash_event (paper_number) WHERE paper_number IS NOT NULL;

CREATE TABLE money_transfer (
  session_ref TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  transfer_number INTEGER NOT NULL,
  transfer_code TEXT NOT NULL,
  debit_code TEXT NOT NULL,
  debit_of_ref TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  credit_of_ref TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  fund_code TEXT NOT NULL,
  PRIMARY KEY (session_ref, epoch, seq, transfer_number),
  CHECK (debit_code <> credit_code OR debit_of_ref <> credit_of_ref)
) STRICT, WITHOUT ROWID;

CREATE INDEX money_transfer_safe ON money_transfer (debit_code, amount_cents)
  WHERE debit_code = 'safe' OR credit_code = 'safe';

CREATE INDEX money_transfer_change_fund ON money_transfer (debit_code, amount_cents)
  WHERE debit_code = 'change-fund' OR credit_code = 'change-fund';

CREATE TABLE cash_looked (
  of_ref TEXT NOT NULL,
  staff_code TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (of_ref, staff_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE device_job (
  epoch INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  job_number INTEGER NOT NULL CHECK (typeof(job_number) = 'integer' AND job_number >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'drawer')),
  status TEXT NOT NULL CHECK (status IN ('queued', 'taken', 'done', 'failed', 'abandoned')),
  reason TEXT NOT NULL,
  attempts_count INTEGER NOT NULL CHECK (typeof(attempts_count) = 'integer' AND attempts_count >= 0),
  changed_at_ms INTEGER NOT NULL,
  content TEXT,
  device_code TEXT NOT NULL DEFAULT '',
  paper_kind TEXT NOT NULL DEFAULT '',
  detail_code TEXT NOT NULL DEFAULT '',
  queued_at_ms INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (epoch, seq, job_number),
  CHECK ((content IS NULL) = (status IN ('done', 'abandoned')))
) STRICT, WITHOUT ROWID;

CREATE INDEX device_job_open ON device_job (queued_at_ms, epoch, seq, job_number) WHERE content IS NOT NULL;

CREATE INDEX device_job_over ON device_job (changed_at_ms) WHERE content IS NULL;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE form_draft (
  staff_code TEXT NOT NULL,
  patron_id INTEGER NOT NULL,
  page_name TEXT NOT NULL,
  act_name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  kept_at_ms INTEGER NOT NULL,
  PRIMARY KEY (staff_code, patron_id, page_name, act_name)
) STRICT, WITHOUT ROWID;
