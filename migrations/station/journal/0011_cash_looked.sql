-- Who looked at what a drawer session should hold, and after which entry: the person counts it no more to take it over
-- until its money moved again.
CREATE TABLE cash_looked (
  of_ref TEXT NOT NULL,
  staff_code TEXT NOT NULL,
  epoch_count INTEGER NOT NULL,
  seq_count INTEGER NOT NULL,
  PRIMARY KEY (of_ref, staff_code)
) STRICT, WITHOUT ROWID;
