-- What the library's authority last said: policy, people, material. Replaced in the background; may be rebuilt.
-- Dates are TEXT "YYYY-MM-DD" (_on), moments are INTEGER milliseconds (_at_ms), money is INTEGER cents (_cents).

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- == The library: branches, hours, staff ==

CREATE TABLE branch (
  branch_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  zone_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Several rows for a weekday on which the branch closes at noon. weekday: 0 Sunday to 6 Saturday.
CREATE TABLE opening_hours (
  branch_code TEXT NOT NULL REFERENCES branch,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  opens_minute INTEGER NOT NULL CHECK (opens_minute BETWEEN 0 AND 1440),
  closes_minute INTEGER NOT NULL CHECK (closes_minute BETWEEN 0 AND 1440 AND closes_minute > opens_minute),
  PRIMARY KEY (branch_code, weekday, opens_minute)
) STRICT, WITHOUT ROWID;

-- branch_code '*' closes every branch. `is_yearly` repeats month and day each year; `is_open` is an exception that
-- opens.
CREATE TABLE closed_day (
  branch_code TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  is_yearly INTEGER NOT NULL CHECK (is_yearly IN (0, 1)),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  reason TEXT NOT NULL,
  PRIMARY KEY (branch_code, from_on, to_on, is_yearly, is_open)
) STRICT, WITHOUT ROWID;

-- When the computers were down: what fell due meanwhile is not fined for it. to_at_ms NULL: still down.
CREATE TABLE outage (
  outage_ref TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  from_at_ms INTEGER NOT NULL,
  to_at_ms INTEGER CHECK (to_at_ms IS NULL OR to_at_ms > from_at_ms),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The three that come with the program, which can be renamed and stay, and the library's own.
-- order_number: the order of the list, the smallest first.
CREATE TABLE role (
  role_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_built_in INTEGER NOT NULL CHECK (is_built_in IN (0, 1)),
  order_number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO role (role_code, name, is_built_in, order_number) VALUES
  ('staff', 'Staff', 1, 1),
  ('supervisor', 'Supervisor', 1, 2),
  ('manager', 'Manager', 1, 3);

-- Grants that differ from the shipped ones (shared/staff/permissions.ts): a role and grant without a row here are as
-- shipped. grant_key: "role grant".
-- amount_cents_max, days_count_max: the limit of the grant; day_cents_max: of a day together; NULL is unlimited.
CREATE TABLE role_grant (
  grant_key TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  grant_code TEXT NOT NULL,
  is_granted INTEGER NOT NULL CHECK (is_granted IN (0, 1)),
  amount_cents_max INTEGER CHECK (amount_cents_max >= 0),
  days_count_max INTEGER CHECK (days_count_max >= 0),
  day_cents_max INTEGER CHECK (day_cents_max >= 0),
  UNIQUE (role, grant_code)
) STRICT, WITHOUT ROWID;

-- role is not a foreign key: former staff keep the code of a role that was deleted since.
CREATE TABLE staff (
  staff_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  role TEXT NOT NULL,
  badge_barcode TEXT UNIQUE,
  pin_salt BLOB NOT NULL,
  pin_hash BLOB NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;

-- == Policy ==
-- The library's policy as data. '*' means any; the most specific row wins: branch, then category, then item type
-- (docs/circulation.md). NULL limits mean unlimited or never.
-- What each column means: shared/policy/policy-facts.ts.

CREATE TABLE patron_category (
  category_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  loans_count_max INTEGER,
  owed_cents_max INTEGER,
  overdue_count_max INTEGER,
  card_months_count INTEGER,
  is_fine_free INTEGER NOT NULL DEFAULT 0 CHECK (is_fine_free IN (0, 1)),
  family_owed_cents_max INTEGER,
  overdue_days_count_max INTEGER,
  lost_count_max INTEGER,
  claims_count_max INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE item_type (
  item_type_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_for_loan INTEGER NOT NULL CHECK (is_for_loan IN (0, 1)),
  replacement_cents INTEGER
) STRICT, WITHOUT ROWID;

-- special_period_count: a longer loan that a person may give on request, "vacation loan", in the rule's own unit.
-- schedule_code: the schedule used instead of hard_due_on. outside_kind: what happens to a loan on a day for which the
-- schedule has no date.
CREATE TABLE loan_rule (
  rule_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  item_type_code TEXT NOT NULL,
  is_for_loan INTEGER NOT NULL CHECK (is_for_loan IN (0, 1)),
  period_count INTEGER NOT NULL,
  period_unit TEXT NOT NULL CHECK (period_unit IN ('minutes', 'hours', 'days', 'weeks', 'months')),
  days_mode TEXT NOT NULL
    CHECK (days_mode IN ('ignore-closed', 'skip-closed', 'next-open', 'same-weekday', 'previous-open')),
  past_closing TEXT NOT NULL CHECK (past_closing IN ('keep', 'shorten-to-close', 'extend-to-open')),
  hard_due_on TEXT,
  hard_due_kind TEXT NOT NULL CHECK (hard_due_kind IN ('none', 'not-after', 'exactly', 'not-before')),
  is_capped_at_expiry INTEGER NOT NULL CHECK (is_capped_at_expiry IN (0, 1)),
  renewals_count_max INTEGER,
  renewal_period_count INTEGER,
  renewal_from TEXT NOT NULL CHECK (renewal_from IN ('today', 'due')),
  loans_count_max INTEGER,
  special_period_count INTEGER,
  schedule_code TEXT,
  outside_kind TEXT NOT NULL DEFAULT 'refuse' CHECK (outside_kind IN ('refuse', 'ordinary')),
  UNIQUE (branch_code, category_code, item_type_code)
) STRICT, WITHOUT ROWID;

-- Schedules of fixed due dates: what is lent from one day to another is due on a date, such as the end of the term.
CREATE TABLE fixed_date (
  date_code TEXT PRIMARY KEY,
  schedule_code TEXT NOT NULL,
  loans_from_on TEXT NOT NULL,
  loans_to_on TEXT NOT NULL CHECK (loans_to_on >= loans_from_on),
  due_on TEXT NOT NULL CHECK (due_on >= loans_to_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE fine_rule (
  rule_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  category_code TEXT NOT NULL,
  item_type_code TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents >= 0),
  per_count INTEGER NOT NULL CHECK (per_count > 0),
  per_unit TEXT NOT NULL
    CHECK (per_unit IN ('minutes', 'hours', 'open-minutes', 'open-hours', 'days', 'weeks', 'months', 'years')),
  is_partial_unit_charged INTEGER NOT NULL CHECK (is_partial_unit_charged IN (0, 1)),
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

CREATE TABLE fine_free_day (
  day_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  reason TEXT NOT NULL
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

-- name distinguishes fees of one kind: for a part, the part.
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

-- Names and values of shared/policy/library-settings.ts; a setting without a row has its default.
CREATE TABLE library_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A row of the rules as it was until a moment: the rules from when a loan was made apply to it.
-- content: the row as JSON; NULL: there was none.
CREATE TABLE policy_version (
  version_ref TEXT PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  content TEXT,
  until_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_version_row ON policy_version (table_name, row_key);

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
  order_number INTEGER NOT NULL,
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

-- Who gets which card, as rows of the library's policy. What each column means: shared/policy/card-facts.ts.
CREATE TABLE residency_rule (
  rule_code TEXT PRIMARY KEY,
  postal_code TEXT,
  city TEXT,
  street TEXT,
  house_number_from INTEGER CHECK (house_number_from >= 1),
  house_number_to INTEGER CHECK (house_number_to >= house_number_from),
  side_kind TEXT NOT NULL CHECK (side_kind IN ('both', 'even', 'odd')),
  standing_kind TEXT NOT NULL CHECK (standing_kind IN ('resident', 'reciprocal', 'non-resident')),
  home_library_name TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE card_rule (
  rule_code TEXT PRIMARY KEY,
  category_code TEXT NOT NULL,
  standing_kind TEXT NOT NULL CHECK (standing_kind IN ('any', 'resident', 'reciprocal', 'non-resident')),
  given_kind TEXT NOT NULL DEFAULT 'by-rule' CHECK (given_kind IN ('by-rule', 'if-chosen', 'by-grant')),
  age_count_min INTEGER CHECK (age_count_min >= 0),
  age_count_max INTEGER CHECK (age_count_max >= age_count_min),
  is_guardian_required INTEGER NOT NULL CHECK (is_guardian_required IN (0, 1)),
  ends_at_age_count INTEGER CHECK (ends_at_age_count >= 1),
  is_capped_at_home_card INTEGER NOT NULL CHECK (is_capped_at_home_card IN (0, 1)),
  renewal_from TEXT NOT NULL CHECK (renewal_from IN ('today', 'expiry')),
  check_kind TEXT NOT NULL CHECK (check_kind IN ('never', 'always', 'yearly', 'returned-mail')),
  identity_proofs_count INTEGER NOT NULL CHECK (identity_proofs_count >= 0),
  address_proofs_count INTEGER NOT NULL CHECK (address_proofs_count >= 0),
  fee_kind TEXT NOT NULL CHECK (fee_kind IN ('none', 'fixed', 'household', 'tax-bill', 'rent')),
  fee_cents INTEGER CHECK (fee_cents > 0),
  fee_bp INTEGER CHECK (fee_bp BETWEEN 1 AND 10000),
  fee_free_below_age_count INTEGER CHECK (fee_free_below_age_count >= 1),
  order_number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE field_rule (
  rule_code TEXT PRIMARY KEY,
  field_name TEXT NOT NULL,
  category_code TEXT NOT NULL,
  need_kind TEXT NOT NULL CHECK (need_kind IN ('required', 'suggested', 'offered', 'off')),
  UNIQUE (field_name, category_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE proof_kind (
  proof_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  shows_kind TEXT NOT NULL CHECK (shows_kind IN ('identity', 'address', 'both', 'name')),
  days_count_max INTEGER CHECK (days_count_max >= 1),
  is_this_year INTEGER NOT NULL CHECK (is_this_year IN (0, 1)),
  order_number INTEGER NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE card_range (
  range_code TEXT PRIMARY KEY,
  terminal_code TEXT,
  from_number TEXT NOT NULL CHECK (from_number <> '' AND from_number NOT GLOB '*[^0-9]*'),
  to_number TEXT NOT NULL CHECK (to_number >= from_number AND length(to_number) = length(from_number)),
  check_kind TEXT NOT NULL CHECK (check_kind IN ('mod-10', 'none'))
) STRICT, WITHOUT ROWID;

-- == People ==

-- surname_key and given_key are folded (accents, case, punctuation) for search as you type.
-- address_checked_on: when the address was last checked. home_library_name: which library a reciprocal patron belongs
-- to. registered_on: since when somebody has a card. registration_checked_on: when a second person looked at a
-- registration of this desk. notice_kind, *_consent_kind, consented_on: how a patron wants to be told, what they agreed
-- to, and when they last said so; empty: they were not asked. name_proof_code, name_changed_on: what was seen when the
-- name was last changed here, and when. family_patron_id: another patron of the same family, without guardianship; each
-- names one at most, and so they hang together. unfit_on: since when the card does not fit the address any more.
CREATE TABLE patron (
  patron_id INTEGER PRIMARY KEY,
  external_id TEXT NOT NULL UNIQUE,
  category_code TEXT NOT NULL REFERENCES patron_category,
  branch_code TEXT NOT NULL REFERENCES branch,
  surname TEXT NOT NULL,
  given TEXT NOT NULL,
  preferred_given TEXT NOT NULL,
  surname_key TEXT NOT NULL,
  given_key TEXT NOT NULL,
  born_on TEXT,
  expires_on TEXT,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  guardian TEXT NOT NULL,
  language TEXT NOT NULL,
  is_barred INTEGER NOT NULL CHECK (is_barred IN (0, 1)),
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  receipt_kind TEXT NOT NULL DEFAULT 'print' CHECK (receipt_kind IN ('print', 'email', 'none')),
  is_large_print INTEGER NOT NULL DEFAULT 0 CHECK (is_large_print IN (0, 1)),
  guardian_patron_id INTEGER REFERENCES patron,
  address_checked_on TEXT,
  home_library_name TEXT NOT NULL DEFAULT '',
  registered_on TEXT,
  registration_checked_on TEXT,
  notice_kind TEXT NOT NULL DEFAULT '',
  history_consent_kind TEXT NOT NULL DEFAULT '',
  news_consent_kind TEXT NOT NULL DEFAULT '',
  consented_on TEXT,
  name_proof_code TEXT NOT NULL DEFAULT '',
  name_changed_on TEXT,
  family_patron_id INTEGER REFERENCES patron,
  unfit_on TEXT
) STRICT;
-- For telling the categories that few patrons have.
CREATE INDEX patron_of_category ON patron (category_code);
CREATE INDEX patron_name ON patron (surname_key, given_key, patron_id);
CREATE INDEX patron_given ON patron (given_key, surname_key, patron_id);
CREATE INDEX patron_born ON patron (born_on) WHERE born_on IS NOT NULL;
-- For finding people by their birthday without its year.
CREATE INDEX patron_birthday ON patron (substr(born_on, 6)) WHERE born_on IS NOT NULL;
-- Patrons whose holds nobody may fill.
CREATE INDEX patron_not_served ON patron (patron_id) WHERE (is_active = 0 OR is_barred = 1);
CREATE INDEX patron_of_guardian ON patron (guardian_patron_id) WHERE guardian_patron_id IS NOT NULL;
-- An index for each list of cards to look after, so that none reads the whole table, however few are on it.
CREATE INDEX patron_expires ON patron (expires_on, patron_id) WHERE expires_on IS NOT NULL AND is_active = 1;
-- With what its condition asks, so that no row is read for it.
CREATE INDEX patron_ward ON patron (born_on, patron_id, guardian_patron_id, guardian)
  WHERE born_on IS NOT NULL AND is_active = 1 AND (guardian_patron_id IS NOT NULL OR guardian <> '');
-- By the month of the expiry: who has expired, and who was checked, is passed over without being read.
CREATE INDEX patron_address_checked ON patron (
  category_code, coalesce(substr(expires_on, 1, 7), '9999'), coalesce(address_checked_on, ''), patron_id, expires_on
) WHERE is_active = 1;
CREATE INDEX patron_registered_here ON patron (registered_on, patron_id)
  WHERE registered_on IS NOT NULL AND registration_checked_on IS NULL AND is_active = 1 AND external_id LIKE 'desk:%';
CREATE INDEX patron_unfit ON patron (unfit_on, patron_id) WHERE unfit_on IS NOT NULL AND is_active = 1;
CREATE INDEX patron_of_family ON patron (family_patron_id) WHERE family_patron_id IS NOT NULL;

-- status: current, former (still finds the patron), lost.
CREATE TABLE card (
  barcode TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  status TEXT NOT NULL CHECK (status IN ('current', 'former', 'lost'))
) STRICT, WITHOUT ROWID;
CREATE INDEX card_patron ON card (patron_id);

-- address_number: which of the patron's addresses, from 1 on.
CREATE TABLE patron_address (
  patron_id INTEGER NOT NULL REFERENCES patron,
  address_number INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL,
  street TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  is_in_city_limits INTEGER CHECK (is_in_city_limits IN (0, 1)),
  PRIMARY KEY (patron_id, address_number)
) STRICT, WITHOUT ROWID;

-- note_ref: the event that wrote it, or "import:…" for one from the library's data.
-- is_message: for the patron, told at their next visit, and then taken off.
-- is_suspension: fine days, without words.
CREATE TABLE patron_note (
  note_ref TEXT PRIMARY KEY CHECK (note_ref <> ''),
  patron_id INTEGER NOT NULL REFERENCES patron,
  written_on TEXT,
  initials TEXT NOT NULL,
  text TEXT NOT NULL,
  is_blocking INTEGER NOT NULL DEFAULT 0 CHECK (is_blocking IN (0, 1)),
  until_on TEXT,
  branch_code TEXT NOT NULL DEFAULT '',
  is_message INTEGER NOT NULL DEFAULT 0 CHECK (is_message IN (0, 1)),
  is_suspension INTEGER NOT NULL DEFAULT 0 CHECK (is_suspension IN (0, 1))
) STRICT;
CREATE INDEX patron_note_patron ON patron_note (patron_id);
-- What upkeep looks for every minute: notes that do not block.
CREATE INDEX patron_note_written ON patron_note (written_on) WHERE is_blocking = 0;

-- block_ref: "import:…" for one from the library's data, "mail:patron:day" for mail that came back, as a desk said.
CREATE TABLE patron_block (
  block_ref TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  kind TEXT NOT NULL,
  from_on TEXT,
  until_on TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX patron_block_patron ON patron_block (patron_id);
-- The list of mail that came back, by patron: each is on it once, however their blocks are written.
CREATE INDEX patron_block_mail ON patron_block (patron_id, from_on, until_on) WHERE kind LIKE 'address%';

-- What finds a patron besides the start of a name (shared/catalog/patron-keys.ts): one letter for its kind, then the
-- key, folded, so that what was typed is a prefix of it. Made from patron, card and patron_address by
-- main/store/patrons/patron-keys.ts; where there are cards and no keys at all, they are made at the next start. A dozen
-- a patron, so that they are the biggest table: the keys of one patron are worked out from the record when it changes,
-- not looked up by an index as large again; without one, a reference to patron would read all of them.
CREATE TABLE patron_key (
  key TEXT NOT NULL CHECK (key <> ''),
  patron_id INTEGER NOT NULL,
  PRIMARY KEY (key, patron_id)
) STRICT, WITHOUT ROWID;

-- Each distinct name once, by its tails: people are found by letters from inside a name (shared/catalog/name-tails.ts).
-- main/store/patrons/patron-keys.ts fills it.
CREATE TABLE name_tail (
  tail_key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (tail_key, name)
) STRICT, WITHOUT ROWID;

-- What possible duplicates of a patron are found by (shared/patron/alike/alike-keys.ts): likewise made from the record.
-- `meta` says under `duplicate_keys` which version they are.
CREATE TABLE patron_duplicate_key (
  key TEXT NOT NULL CHECK (key <> ''),
  patron_id INTEGER NOT NULL,
  PRIMARY KEY (key, patron_id)
) STRICT, WITHOUT ROWID;

-- The PIN of a patron as a salted scrypt hash, in hexadecimal. A table of its own: nothing that reads a record has it.
CREATE TABLE patron_pin (
  patron_id INTEGER PRIMARY KEY REFERENCES patron,
  pin_salt TEXT NOT NULL CHECK (pin_salt <> ''),
  pin_hash TEXT NOT NULL CHECK (pin_hash <> ''),
  set_on TEXT NOT NULL
) STRICT;

-- Who may pick up what waits for a patron. `by_patron_id` names the record as it was then: one that became another
-- since is found by `merged_patron`.
CREATE TABLE patron_pickup (
  pickup_ref TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  by_patron_id INTEGER NOT NULL,
  allowed_on TEXT NOT NULL,
  initials TEXT NOT NULL
) STRICT;
CREATE INDEX patron_pickup_patron ON patron_pickup (patron_id);
CREATE INDEX patron_pickup_by ON patron_pickup (by_patron_id);

-- Two patrons who resemble each other and are two people: such a pair is not listed as likely of one person.
CREATE TABLE patron_distinct (
  patron_id INTEGER NOT NULL,
  other_patron_id INTEGER NOT NULL CHECK (patron_id < other_patron_id),
  PRIMARY KEY (patron_id, other_patron_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patron_distinct_other ON patron_distinct (other_patron_id);

-- Since when an e-mail address is known to return what is sent to it. Another address in its place is not known to.
CREATE TABLE patron_email_bounce (
  patron_id INTEGER PRIMARY KEY REFERENCES patron,
  bounced_on TEXT NOT NULL
) STRICT;
CREATE INDEX patron_email_bounced ON patron_email_bounce (bounced_on, patron_id);
CREATE TRIGGER patron_email_changed AFTER UPDATE OF email ON patron WHEN OLD.email <> NEW.email BEGIN
  DELETE FROM patron_email_bounce WHERE patron_id = NEW.patron_id;
END;

-- == Material ==

CREATE TABLE title (
  title_id INTEGER PRIMARY KEY,
  external_id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  isbn TEXT NOT NULL,
  publisher TEXT NOT NULL,
  year TEXT NOT NULL,
  format TEXT NOT NULL,
  language TEXT NOT NULL,
  title_key TEXT NOT NULL
) STRICT;
CREATE INDEX title_by_key ON title (title_key);

CREATE TABLE title_isbn (
  isbn TEXT NOT NULL,
  title_id INTEGER NOT NULL REFERENCES title,
  PRIMARY KEY (isbn, title_id)
) STRICT, WITHOUT ROWID;

-- Words of title and author, folded; contentless, rowid = title_id.
CREATE VIRTUAL TABLE title_words USING fts5(
  words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

-- status: available, on-order, in-process, lost, missing, damaged, withdrawn, reference, in-transit, hold-shelf.
CREATE TABLE item (
  item_id INTEGER PRIMARY KEY,
  barcode TEXT NOT NULL UNIQUE,
  title_id INTEGER NOT NULL REFERENCES title,
  item_type_code TEXT NOT NULL REFERENCES item_type,
  home_branch_code TEXT NOT NULL REFERENCES branch,
  at_branch_code TEXT NOT NULL REFERENCES branch,
  call_number TEXT NOT NULL,
  location TEXT NOT NULL,
  status TEXT NOT NULL,
  price_cents INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX item_title ON item (title_id);
CREATE INDEX item_at_branch_status ON item (status, at_branch_code) WHERE status <> 'available';

-- Interlibrary loans: which library lent an item for a patron here, and when it must be back there.
CREATE TABLE item_lender (
  item_id INTEGER PRIMARY KEY REFERENCES item,
  lender_name TEXT NOT NULL CHECK (lender_name <> ''),
  lender_due_on TEXT
) STRICT;

-- Signs: where a range of shelves is, in words that a clerk says to a patron. branch_code '*' is every branch;
-- without numbers it covers the whole location (shared/catalog/shelf/signs.ts).
CREATE TABLE shelf_sign (
  sign_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  location TEXT NOT NULL CHECK (location <> ''),
  from_number TEXT,
  to_number TEXT,
  words TEXT NOT NULL CHECK (words <> ''),
  CHECK ((from_number IS NULL) = (to_number IS NULL))
) STRICT, WITHOUT ROWID;

-- == Loans, holds, charges, claims ==

-- Columns as in overlay_loan of the journal, which says what they mean.
CREATE TABLE loan (
  item_id INTEGER PRIMARY KEY REFERENCES item,
  loan_ref TEXT NOT NULL,
  party_ref TEXT NOT NULL,
  patron_id INTEGER NOT NULL REFERENCES patron,
  branch_code TEXT NOT NULL,
  out_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  renewals_count INTEGER NOT NULL,
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
CREATE INDEX loan_patron ON loan (patron_id);
-- Loans that the desk may bill as lost by itself, longest overdue first.
CREATE INDEX loan_late ON loan (due_at_ms) WHERE loan_status = 'out';

-- item_id: the item that was captured, or that was requested when is_item_hold; NULL while any item of the title will
-- do.
CREATE TABLE hold (
  external_id TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  party_ref TEXT NOT NULL DEFAULT '',
  title_id INTEGER NOT NULL REFERENCES title,
  item_id INTEGER REFERENCES item,
  is_item_hold INTEGER NOT NULL DEFAULT 0 CHECK (is_item_hold IN (0, 1)),
  pickup_branch_code TEXT NOT NULL REFERENCES branch,
  placed_at_ms INTEGER NOT NULL,
  expires_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'suspended', 'in-transit', 'ready')),
  suspended_until_on TEXT,
  shelf_until_on TEXT,
  pickup_code TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX hold_patron ON hold (patron_id);
CREATE INDEX hold_on_shelf ON hold (pickup_branch_code, pickup_code) WHERE status = 'ready';
CREATE INDEX hold_on_its_way ON hold (pickup_branch_code) WHERE status = 'in-transit';
CREATE INDEX hold_waiting ON hold (title_id) WHERE status = 'waiting';
CREATE INDEX hold_expiring ON hold (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX hold_put_off ON hold (suspended_until_on) WHERE suspended_until_on IS NOT NULL;
-- The holds on a title in queue order, so that the first are read without the hundreds after them.
CREATE INDEX hold_line ON hold (title_id, placed_at_ms, is_item_hold DESC, external_id);
-- The hold an item was captured for, however long the queue of its title is.
CREATE INDEX hold_copy ON hold (title_id, item_id) WHERE item_id IS NOT NULL;

-- What is still owed of each charge. amount_cents > 0; owed_cents from 0 to amount_cents.
CREATE TABLE charge (
  external_id TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  item_id INTEGER REFERENCES item,
  kind TEXT NOT NULL,
  charged_at_ms INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  owed_cents INTEGER NOT NULL CHECK (typeof(owed_cents) = 'integer' AND owed_cents BETWEEN 0 AND amount_cents),
  note TEXT NOT NULL DEFAULT '',
  loan_ref TEXT,
  party_ref TEXT NOT NULL DEFAULT '',
  refund_due_cents INTEGER NOT NULL DEFAULT 0 CHECK (typeof(refund_due_cents) = 'integer' AND refund_due_cents >= 0)
) STRICT;
CREATE INDEX charge_patron ON charge (patron_id) WHERE owed_cents > 0;
-- How many owe exactly what a drawer has too much.
CREATE INDEX charge_owed ON charge (owed_cents) WHERE owed_cents > 0;
CREATE INDEX charge_refund ON charge (patron_id) WHERE refund_due_cents > 0;
CREATE INDEX charge_loan ON charge (loan_ref) WHERE loan_ref IS NOT NULL;
CREATE INDEX charge_item ON charge (item_id) WHERE item_id IS NOT NULL;
-- Every charge of a patron, settled ones too: by it a record goes away, or becomes another one, without a look at all.
CREATE INDEX charge_of_patron ON charge (patron_id);
-- What upkeep looks for every minute: settled charges that still name an item or came from this desk.
CREATE INDEX charge_settled ON charge (charged_at_ms)
  WHERE owed_cents = 0 AND refund_due_cents = 0 AND (item_id IS NOT NULL OR party_ref <> '');

-- status: open while undecided; found, withdrawn, billed, given-up, undone when it ended.
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
-- What upkeep looks for every minute: ended claims.
CREATE INDEX patron_claim_ended ON patron_claim (ended_at_ms) WHERE status <> 'open';
