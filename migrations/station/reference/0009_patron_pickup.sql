-- Who may pick up what waits for a patron. `by_patron_id` names the record as it was then: one that became another
-- since is found by `merged_patron`.
CREATE TABLE patron_pickup (
  pickup_ref TEXT PRIMARY KEY,
  patron_id INTEGER NOT NULL REFERENCES patron,
  by_patron_id INTEGER NOT NULL,
  allowed_on TEXT NOT NULL,
  initials TEXT NOT NULL
) STRICT;
CREATE INDEX patron_pickup_patron ON patron_pickup (patron_id);
CREATE INDEX patron_pickup_by ON patron_pickup (by_patron_id);
