-- Signs: where a stretch of shelves is, in words that a clerk says to a patron. branch_code '*' is every branch;
-- without numbers it speaks for the whole location (shared/catalog/shelf/signs.ts).
CREATE TABLE shelf_sign (
  sign_code TEXT PRIMARY KEY,
  branch_code TEXT NOT NULL,
  location TEXT NOT NULL CHECK (location <> ''),
  from_number TEXT,
  to_number TEXT,
  words TEXT NOT NULL CHECK (words <> ''),
  CHECK ((from_number IS NULL) = (to_number IS NULL))
) STRICT, WITHOUT ROWID;
