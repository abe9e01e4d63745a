-- What a role may do where the library decided otherwise than shipped (shared/staff/permissions.ts): a role and grant
-- without a row here have what they are shipped with. grant_key: "role grant".
-- amount_cents_max, days_count_max: how far the grant reaches; NULL is without limit.
CREATE TABLE role_grant (
  grant_key TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  grant_code TEXT NOT NULL,
  is_granted INTEGER NOT NULL CHECK (is_granted IN (0, 1)),
  amount_cents_max INTEGER CHECK (amount_cents_max >= 0),
  days_count_max INTEGER CHECK (days_count_max >= 0),
  UNIQUE (role, grant_code)
) STRICT, WITHOUT ROWID;
