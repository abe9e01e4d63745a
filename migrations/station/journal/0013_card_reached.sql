-- How far this desk is in each of its ranges of card numbers: the number that comes next, without its check digit. No
-- entry has it, since a card number is a person's.
CREATE TABLE card_reached (
  range_code TEXT PRIMARY KEY,
  next_barcode TEXT NOT NULL CHECK (next_barcode <> '')
) STRICT, WITHOUT ROWID;
