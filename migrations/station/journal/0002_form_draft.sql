-- A form that is half filled in: the texts of its fields, as JSON. No fact, and shown to the clerk who typed it alone;
-- deleted when the form is sent or discarded, after a time, and with its patron. patron_id: 0 for a page that is about
-- no patron. page_name: place and subject. act_name: the row and the call of the form.
CREATE TABLE form_draft (
  staff_code TEXT NOT NULL,
  patron_id INTEGER NOT NULL,
  page_name TEXT NOT NULL,
  act_name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  kept_at_ms INTEGER NOT NULL,
  PRIMARY KEY (staff_code, patron_id, page_name, act_name)
) STRICT, WITHOUT ROWID;
