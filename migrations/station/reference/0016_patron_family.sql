-- Another patron of the same family, without guardianship: each names one at most, and so they hang together.
ALTER TABLE patron ADD COLUMN family_patron_id INTEGER REFERENCES patron;
CREATE INDEX patron_of_family ON patron (family_patron_id) WHERE family_patron_id IS NOT NULL;
