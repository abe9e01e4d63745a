-- The lists of cards to look after: when a second person looked at a registration of this desk, and an index for each
-- list, so that none reads the whole table, however few are on it.
ALTER TABLE patron ADD COLUMN registration_checked_on TEXT;

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
CREATE INDEX patron_block_kind ON patron_block (kind, patron_id);
