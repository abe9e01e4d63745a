-- What the library's authority last said: policy, people, material. Replaced or patched in the background; may be
-- rebuilt.
-- Dates are TEXT "YYYY-MM-DD" (_on), moments are INTEGER milliseconds (_at_ms), money is INTEGER cents (_cents).

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE branch (
  branch_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  zone_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Several rows a weekday when the branch closes at noon. weekday: 0 Sunday to 6 Saturday.
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
  closed_day_id INTEGER PRIMARY KEY,
  branch_code TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  is_yearly INTEGER NOT NULL CHECK (is_yearly IN (0, 1)),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX closed_day_branch ON closed_day (branch_code, from_on);

-- Empty limits (NULL) mean unlimited.
CREATE TABLE patron_category (
  category_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  loans_count_max INTEGER,
  owed_cents_max INTEGER,
  overdue_count_max INTEGER,
  card_months_count INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE item_type (
  item_type_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_for_loan INTEGER NOT NULL CHECK (is_for_loan IN (0, 1)),
  replacement_cents INTEGER
) STRICT, WITHOUT ROWID;

-- '*' stands for any. The most particular rule wins: branch, then category, then item type (docs/circulation.md).
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
  UNIQUE (branch_code, category_code, item_type_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  staff_code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('staff', 'supervisor', 'manager')),
  badge_barcode TEXT UNIQUE,
  pin_salt BLOB NOT NULL,
  pin_hash BLOB NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;

-- surname_key and given_key are folded (accents, case, punctuation) for search as you type.
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
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;
CREATE INDEX patron_name ON patron (surname_key, given_key, patron_id);
CREATE INDEX patron_given ON patron (given_key, surname_key, patron_id);
CREATE INDEX patron_born ON patron (born_on) WHERE born_on IS NOT NULL;

-- status: current, former (still finds the patron), lost.
CREATE TABLE card (
  barcode TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  status TEXT NOT NULL CHECK (status IN ('current', 'former', 'lost'))
) STRICT, WITHOUT ROWID;
CREATE INDEX card_patron ON card (patron_id);

CREATE TABLE patron_address (
  address_id INTEGER PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  kind TEXT NOT NULL,
  street TEXT NOT NULL,
  city TEXT NOT NULL,
  region TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  is_in_city_limits INTEGER CHECK (is_in_city_limits IN (0, 1))
) STRICT;
CREATE INDEX patron_address_patron ON patron_address (patron_id);

CREATE TABLE patron_note (
  note_id INTEGER PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  written_on TEXT,
  initials TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX patron_note_patron ON patron_note (patron_id);

CREATE TABLE patron_block (
  block_id INTEGER PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  kind TEXT NOT NULL,
  from_on TEXT,
  until_on TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX patron_block_patron ON patron_block (patron_id);

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

CREATE TABLE loan (
  item_id INTEGER PRIMARY KEY REFERENCES item,
  loan_ref TEXT NOT NULL,
  party_ref TEXT NOT NULL,
  patron_id INTEGER NOT NULL REFERENCES patron,
  branch_code TEXT NOT NULL,
  out_at_ms INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  renewals_count INTEGER NOT NULL
) STRICT;
CREATE INDEX loan_patron ON loan (patron_id);

-- item_id is NULL for a hold on any copy of the title. status: waiting, ready, suspended.
CREATE TABLE hold (
  hold_id INTEGER PRIMARY KEY,
  external_id TEXT NOT NULL UNIQUE,
  patron_id INTEGER NOT NULL REFERENCES patron,
  title_id INTEGER NOT NULL REFERENCES title,
  item_id INTEGER REFERENCES item,
  pickup_branch_code TEXT NOT NULL REFERENCES branch,
  placed_at_ms INTEGER NOT NULL,
  expires_on TEXT,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'ready', 'suspended'))
) STRICT;
CREATE INDEX hold_patron ON hold (patron_id);
CREATE INDEX hold_title ON hold (title_id, placed_at_ms);

-- What is still owed of each charge. amount_cents > 0; owed_cents from 0 to amount_cents.
CREATE TABLE charge (
  charge_id INTEGER PRIMARY KEY,
  external_id TEXT NOT NULL UNIQUE,
  patron_id INTEGER NOT NULL REFERENCES patron,
  item_id INTEGER REFERENCES item,
  kind TEXT NOT NULL,
  charged_at_ms INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (typeof(amount_cents) = 'integer' AND amount_cents > 0),
  owed_cents INTEGER NOT NULL CHECK (typeof(owed_cents) = 'integer' AND owed_cents BETWEEN 0 AND amount_cents),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX charge_patron ON charge (patron_id) WHERE owed_cents > 0;
