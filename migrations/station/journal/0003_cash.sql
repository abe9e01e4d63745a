-- Sessions of drawers and the money they moved, as their entries say. Made again from the journal at the next start,
-- as the transfers of charges are, which gain the drawer that took or gave the money. Stays in this file for good.
CREATE TABLE drawer_session (
  session_ref TEXT PRIMARY KEY,
  drawer_code TEXT NOT NULL,
  custodian_code TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'suspended', 'closed')),
  opened_at_ms INTEGER NOT NULL,
  closed_at_ms INTEGER CHECK ((closed_at_ms IS NULL) = (status <> 'closed')),
  z_count INTEGER,
  left_cents INTEGER NOT NULL CHECK (typeof(left_cents) = 'integer' AND left_cents >= 0),
  left_checks_cents INTEGER NOT NULL CHECK (typeof(left_checks_cents) = 'integer' AND left_checks_cents >= 0),
  is_review_needed INTEGER NOT NULL CHECK (is_review_needed IN (0, 1)),
  -- Where the entry is that opened it.
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- A drawer has one session at a time.
CREATE UNIQUE INDEX drawer_session_one ON drawer_session (drawer_code) WHERE status <> 'closed';
CREATE INDEX drawer_session_drawer ON drawer_session (drawer_code, epoch_count, seq_count);
CREATE UNIQUE INDEX drawer_session_z ON drawer_session (z_count) WHERE z_count IS NOT NULL;

-- Every entry of a session, in order. number_count: of its receipt, which no other of the epoch has. paper_ref: of
-- one that was written by hand, keyed in once. of_ref: the receipt that it voids, or refunds something of.
CREATE TABLE cash_event (
  session_ref TEXT NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  kind TEXT NOT NULL,
  number_count INTEGER CHECK (number_count >= 1),
  paper_ref TEXT,
  of_ref TEXT,
  PRIMARY KEY (session_ref, epoch_count, seq_count)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cash_event_number ON cash_event (epoch_count, number_count)
  WHERE number_count IS NOT NULL AND kind <> 'receipt-voided';
CREATE INDEX cash_event_of ON cash_event (of_ref) WHERE of_ref IS NOT NULL;

CREATE UNIQUE INDEX cash_event_paper ON cash_event (paper_ref) WHERE paper_ref IS NOT NULL;

-- What an entry of a drawer moved. debit_of_ref, credit_of_ref: the session of cash and checks, or whose it is held.
-- Names no charge: that is in its entry.
CREATE TABLE money_transfer (
  session_ref TEXT NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  n_count INTEGER NOT NULL,
  why_code TEXT NOT NULL,
  debit_code TEXT NOT NULL,
  debit_of_ref TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  credit_of_ref TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  fund_code TEXT NOT NULL,
  PRIMARY KEY (session_ref, epoch_count, seq_count, n_count),
  CHECK (debit_code <> credit_code OR debit_of_ref <> credit_of_ref)
) STRICT, WITHOUT ROWID;
-- The safe is of no session: what it holds is asked at every close.
CREATE INDEX money_transfer_safe ON money_transfer (debit_code, amount_cents)
  WHERE debit_code = 'safe' OR credit_code = 'safe';

DROP TABLE transfer;
CREATE TABLE transfer (
  charge_ref TEXT NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  n_count INTEGER NOT NULL,
  pays_ref TEXT,
  at_ms INTEGER NOT NULL,
  why_code TEXT NOT NULL,
  debit_code TEXT NOT NULL,
  credit_code TEXT NOT NULL CHECK (credit_code <> debit_code),
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  fund_code TEXT NOT NULL,
  of_ref TEXT,
  session_ref TEXT,
  staff_code TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (charge_ref, epoch_count, seq_count, n_count)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfer_paid ON transfer (pays_ref) WHERE pays_ref IS NOT NULL;
