-- People are found by their birthday without its year, and by more parts of an address (shared/catalog/patron-keys.ts):
-- the keys go, and main/store/patron-keys.ts makes them anew at the start that follows.
CREATE INDEX patron_birthday ON patron (substr(born_on, 6)) WHERE born_on IS NOT NULL;
DELETE FROM patron_key;
