-- The PIN of a patron as a salted scrypt hash, in hexadecimal. A table of its own: nothing that reads a record has it.
CREATE TABLE patron_pin (
  patron_id INTEGER PRIMARY KEY REFERENCES patron,
  pin_salt TEXT NOT NULL CHECK (pin_salt <> ''),
  pin_hash TEXT NOT NULL CHECK (pin_hash <> ''),
  set_on TEXT NOT NULL
) STRICT;
