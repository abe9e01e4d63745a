-- What a return still asks of a person, and whose an ended loan was, item by item.

-- A row stands while the question is open. question_ref: "terminal.epoch.seq" of the asking, whose entry says the rest.
CREATE TABLE return_question (
  question_ref TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL,
  loan_ref TEXT NOT NULL,
  branch_code TEXT NOT NULL,
  asked_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX return_question_branch ON return_question (branch_code, asked_at_ms);
CREATE INDEX return_question_patron ON return_question (patron_id);

-- Set when the party's loan ended by a return: who had an item last is known as long as the party is kept, no longer.
ALTER TABLE party ADD COLUMN item_id INTEGER;
CREATE INDEX party_item ON party (item_id, epoch_count, seq_count) WHERE item_id IS NOT NULL;
