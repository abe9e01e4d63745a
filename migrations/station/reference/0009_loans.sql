-- How many of a loan's renewals since it was last shown at a desk were made without it: by telephone, by name.
ALTER TABLE loan ADD COLUMN unseen_renewals_count INTEGER NOT NULL DEFAULT 0
  CHECK (typeof(unseen_renewals_count) = 'integer' AND unseen_renewals_count >= 0);
-- Who set the due date by hand; empty while a rule made it.
ALTER TABLE loan ADD COLUMN due_staff_code TEXT NOT NULL DEFAULT '';
