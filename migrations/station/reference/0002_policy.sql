-- The library's policy as data. '*' stands for any; the most particular row wins, as for loan rules
-- (docs/circulation.md). NULL limits mean unlimited or never.
-- What each column means: shared/circulation/policy-facts.ts.

-- A longer loan that a person may give on request: "vacation loan". In the rule's own unit.
ALTER TABLE loan_rule ADD COLUMN special_period_count INTEGER;

ALTER TABLE patron_category ADD COLUMN is_fine_free INTEGER NOT NULL DEFAULT 0 CHECK (is_fine_free IN (0, 1));
ALTER TABLE patron_category ADD COLUMN family_owed_cents_max INTEGER;
ALTER TABLE patron_category ADD COLUMN overdue_days_count_max INTEGER;
ALTER TABLE patron_category ADD COLUMN lost_count_max INTEGER;
ALTER TABLE patron_category ADD COLUMN claims_count_max INTEGER;

CREATE TABLE fine_rule (
  rule_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  item_type_code TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents >= 0),
  per_count INTEGER NOT NULL CHECK (per_count > 0),
  per_unit TEXT NOT NULL
    CHECK (per_unit IN ('minutes', 'hours', 'open-minutes', 'open-hours', 'days', 'weeks', 'months', 'years')),
  is_part_charged INTEGER NOT NULL CHECK (is_part_charged IN (0, 1)),
  is_closed_counted INTEGER NOT NULL CHECK (is_closed_counted IN (0, 1)),
  grace_count INTEGER NOT NULL CHECK (grace_count >= 0),
  grace_unit TEXT NOT NULL CHECK (grace_unit IN ('minutes', 'hours', 'days', 'open-days', 'weeks', 'months')),
  grace_kind TEXT NOT NULL CHECK (grace_kind IN ('whole-period-once-exceeded', 'deducted')),
  fine_cents_max INTEGER,
  is_capped_at_price INTEGER NOT NULL CHECK (is_capped_at_price IN (0, 1)),
  recall_amount_cents INTEGER,
  recall_fine_cents_max INTEGER,
  is_grace_kept_on_recall INTEGER NOT NULL CHECK (is_grace_kept_on_recall IN (0, 1)),
  suspension_days_count INTEGER NOT NULL CHECK (suspension_days_count >= 0),
  suspension_days_count_max INTEGER,
  UNIQUE (branch_code, category_code, item_type_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE lost_rule (
  rule_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  item_type_code TEXT NOT NULL,
  lost_after_count INTEGER,
  lost_after_unit TEXT NOT NULL CHECK (lost_after_unit IN ('hours', 'days', 'weeks', 'months')),
  replacement_kind TEXT NOT NULL CHECK (replacement_kind IN ('price-or-default', 'price', 'default', 'none')),
  replacement_cents INTEGER,
  processing_cents INTEGER NOT NULL CHECK (typeof(processing_cents) = 'integer' AND processing_cents >= 0),
  is_processing_refundable INTEGER NOT NULL CHECK (is_processing_refundable IN (0, 1)),
  is_overdue_kept INTEGER NOT NULL CHECK (is_overdue_kept IN (0, 1)),
  found_unpaid_kind TEXT NOT NULL CHECK (found_unpaid_kind IN ('waive', 'leave', 'ask')),
  found_paid_kind TEXT NOT NULL CHECK (found_paid_kind IN ('credit', 'refund', 'leave')),
  is_overdue_restored INTEGER NOT NULL CHECK (is_overdue_restored IN (0, 1)),
  is_overdue_counted_anew INTEGER NOT NULL CHECK (is_overdue_counted_anew IN (0, 1)),
  lost_refund_kind TEXT NOT NULL CHECK (lost_refund_kind IN ('always', 'within-window', 'never')),
  overdue_refund_kind TEXT NOT NULL CHECK (overdue_refund_kind IN ('always', 'within-window', 'never')),
  refund_within_count INTEGER,
  refund_within_unit TEXT NOT NULL CHECK (refund_within_unit IN ('hours', 'days', 'weeks', 'months')),
  refund_from_kind TEXT NOT NULL CHECK (refund_from_kind IN ('payment', 'due')),
  refund_cents_min INTEGER NOT NULL CHECK (typeof(refund_cents_min) = 'integer' AND refund_cents_min >= 0),
  is_refund_less_owed INTEGER NOT NULL CHECK (is_refund_less_owed IN (0, 1)),
  is_receipt_required INTEGER NOT NULL CHECK (is_receipt_required IN (0, 1)),
  refund_paid_kind TEXT NOT NULL CHECK (refund_paid_kind IN ('drawer', 'office-check')),
  no_return_after_days_count INTEGER,
  UNIQUE (branch_code, category_code, item_type_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_group (
  group_code TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_group_type (
  group_code TEXT NOT NULL REFERENCES limit_group,
  item_type_code TEXT NOT NULL REFERENCES item_type,
  PRIMARY KEY (group_code, item_type_code)
) STRICT, WITHOUT ROWID;

-- target_code is an item type, a group, or '*' for everything. A NULL maximum lifts a wider limit.
CREATE TABLE limit_rule (
  limit_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('all', 'item-type', 'group')),
  target_code TEXT NOT NULL,
  for_kind TEXT NOT NULL CHECK (for_kind IN ('patron', 'family')),
  place_kind TEXT NOT NULL CHECK (place_kind IN ('everywhere', 'this-branch')),
  loans_count_max INTEGER,
  UNIQUE (branch_code, category_code, target_kind, target_code, for_kind, place_kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE rental_rule (
  rule_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  item_type_code TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents >= 0),
  per_unit TEXT NOT NULL CHECK (per_unit IN ('loan', 'hours', 'days')),
  is_closed_counted INTEGER NOT NULL CHECK (is_closed_counted IN (0, 1)),
  is_charged_on_renewal INTEGER NOT NULL CHECK (is_charged_on_renewal IN (0, 1)),
  UNIQUE (branch_code, category_code, item_type_code)
) STRICT, WITHOUT ROWID;

-- name tells fees of one kind apart: of a part, the part.
CREATE TABLE fee_rule (
  fee_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  item_type_code TEXT NOT NULL,
  fee_kind TEXT NOT NULL
    CHECK (fee_kind IN ('replacement-card', 'hold', 'part', 'damage', 'returned-check', 'book-drop', 'other')),
  name TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents >= 0),
  UNIQUE (branch_code, category_code, item_type_code, fee_kind, name)
) STRICT, WITHOUT ROWID;

-- Stretches without fines. to_at_ms NULL: it goes on.
CREATE TABLE waiver (
  waiver_id INTEGER PRIMARY KEY,
  waiver_kind TEXT NOT NULL CHECK (waiver_kind IN ('fine-free', 'system-down')),
  branch_code TEXT NOT NULL,
  from_at_ms INTEGER NOT NULL,
  to_at_ms INTEGER CHECK (to_at_ms IS NULL OR to_at_ms > from_at_ms),
  reason TEXT NOT NULL
) STRICT;

-- Names and values of shared/circulation/library-settings.ts; what is not here has its default.
CREATE TABLE library_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
