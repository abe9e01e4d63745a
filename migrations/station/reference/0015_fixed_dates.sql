-- Schedules of fixed due dates: what is lent from one day to another is due on a date, such as the end of the term.
CREATE TABLE fixed_date (
  date_code TEXT PRIMARY KEY,
  schedule_code TEXT NOT NULL,
  loans_from_on TEXT NOT NULL,
  loans_to_on TEXT NOT NULL CHECK (loans_to_on >= loans_from_on),
  due_on TEXT NOT NULL CHECK (due_on >= loans_to_on)
) STRICT, WITHOUT ROWID;

-- The schedule that is asked instead of hard_due_on, and what becomes of a loan on a day for which it has no date.
ALTER TABLE loan_rule ADD COLUMN schedule_code TEXT;
ALTER TABLE loan_rule ADD COLUMN outside_kind TEXT NOT NULL DEFAULT 'refuse'
  CHECK (outside_kind IN ('refuse', 'ordinary'));
