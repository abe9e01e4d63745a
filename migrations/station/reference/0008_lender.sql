-- Whose an item is when it was borrowed from another library for a patron here, and when it must be back there.
CREATE TABLE item_lender (
  item_id INTEGER PRIMARY KEY REFERENCES item,
  lender_name TEXT NOT NULL CHECK (lender_name <> ''),
  lender_due_on TEXT
) STRICT;
