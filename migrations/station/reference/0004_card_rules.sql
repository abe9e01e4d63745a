-- Who gets which card, as rows of the library's policy. What each column means: shared/policy/card-facts.ts.
CREATE TABLE residency_rule (
  rule_code TEXT PRIMARY KEY,
  postal_code TEXT,
  city TEXT,
  street TEXT,
  house_from_count INTEGER CHECK (house_from_count >= 1),
  house_to_count INTEGER CHECK (house_to_count >= house_from_count),
  side_kind TEXT NOT NULL CHECK (side_kind IN ('both', 'even', 'odd')),
  standing_kind TEXT NOT NULL CHECK (standing_kind IN ('resident', 'reciprocal', 'non-resident')),
  home_library_name TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE card_rule (
  rule_code TEXT PRIMARY KEY,
  category_code TEXT NOT NULL,
  standing_kind TEXT NOT NULL CHECK (standing_kind IN ('any', 'resident', 'reciprocal', 'non-resident')),
  age_count_min INTEGER CHECK (age_count_min >= 0),
  age_count_max INTEGER CHECK (age_count_max >= age_count_min),
  is_guardian_asked INTEGER NOT NULL CHECK (is_guardian_asked IN (0, 1)),
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
  sort_count INTEGER NOT NULL
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
  shows_kind TEXT NOT NULL CHECK (shows_kind IN ('identity', 'address', 'both')),
  days_count_max INTEGER CHECK (days_count_max >= 1),
  is_this_year INTEGER NOT NULL CHECK (is_this_year IN (0, 1)),
  sort_count INTEGER NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE card_range (
  range_code TEXT PRIMARY KEY,
  terminal_code TEXT,
  from_number TEXT NOT NULL CHECK (from_number <> '' AND from_number NOT GLOB '*[^0-9]*'),
  to_number TEXT NOT NULL CHECK (to_number >= from_number AND length(to_number) = length(from_number)),
  check_kind TEXT NOT NULL CHECK (check_kind IN ('mod-10', 'none'))
) STRICT, WITHOUT ROWID;
