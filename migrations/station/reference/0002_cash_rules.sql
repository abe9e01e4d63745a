-- What a library decides about cash, as rows of its policy. A library without rows has the defaults of
-- shared/cash/rules.ts. What each column means: shared/policy/cash-facts.ts.

CREATE TABLE cash_drawer (
  drawer_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  branch_code TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- price_cents: NULL is asked at the desk. tax_bp: sales tax in hundredths of a percent.
CREATE TABLE product (
  product_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  key_letter TEXT CHECK (key_letter GLOB '[A-Z]'),
  price_cents INTEGER CHECK (price_cents > 0),
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'donation', 'held')),
  fund TEXT,
  payee TEXT,
  tax_bp INTEGER NOT NULL CHECK (tax_bp BETWEEN 0 AND 3000),
  sort_count INTEGER NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE cash_reason (
  reason_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  used_for TEXT NOT NULL CHECK (used_for IN ('no-sale', 'paid-in', 'paid-out', 'void', 'refund', 'variance')),
  fund TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE variance_tier (
  tier_code TEXT PRIMARY KEY,
  from_cents INTEGER NOT NULL CHECK (from_cents > 0),
  needs TEXT NOT NULL CHECK (needs IN ('reason', 'note', 'sign-off'))
) STRICT, WITHOUT ROWID;

-- piece_code: the value of the piece in cents.
CREATE TABLE float_piece (
  piece_code TEXT PRIMARY KEY
    CHECK (piece_code IN ('10000', '5000', '2000', '1000', '500', '200', '100', '50', '25', '10', '5', '1')),
  pieces_count INTEGER NOT NULL CHECK (pieces_count > 0)
) STRICT, WITHOUT ROWID;
