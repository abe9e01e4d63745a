-- Goods and work that pay charges, as rows of the library's policy. What each column means:
-- shared/policy/cash-facts.ts.
CREATE TABLE in_kind_tender (
  kind_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  per_kind TEXT NOT NULL CHECK (per_kind IN ('piece', 'hour', 'asked')),
  value_cents INTEGER CHECK (value_cents > 0),
  is_for_overdue INTEGER NOT NULL CHECK (is_for_overdue IN (0, 1)),
  is_for_lost INTEGER NOT NULL CHECK (is_for_lost IN (0, 1)),
  is_for_damage INTEGER NOT NULL CHECK (is_for_damage IN (0, 1)),
  is_for_fees INTEGER NOT NULL CHECK (is_for_fees IN (0, 1)),
  receipt_cents_max INTEGER CHECK (receipt_cents_max > 0),
  month_cents_max INTEGER CHECK (month_cents_max > 0),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;
