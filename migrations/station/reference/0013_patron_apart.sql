-- Two patrons who resemble each other and are two people: such a pair is not listed as likely of one person.
CREATE TABLE patron_apart (
  patron_id INTEGER NOT NULL,
  other_patron_id INTEGER NOT NULL CHECK (patron_id < other_patron_id),
  PRIMARY KEY (patron_id, other_patron_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patron_apart_other ON patron_apart (other_patron_id);
