-- When the address was last checked, which library a reciprocal patron belongs to, and since when somebody has a card.
ALTER TABLE patron ADD COLUMN address_checked_on TEXT;
ALTER TABLE patron ADD COLUMN home_library_name TEXT NOT NULL DEFAULT '';
ALTER TABLE patron ADD COLUMN registered_on TEXT;
