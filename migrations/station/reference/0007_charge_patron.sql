-- Every charge of a patron, settled ones too: by it a record goes away, or becomes another one, without a look at all.
CREATE INDEX charge_of_patron ON charge (patron_id);
