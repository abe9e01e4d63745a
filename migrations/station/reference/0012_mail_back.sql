-- The list of mail that came back, by patron: each is on it once, however their blocks are written.
DROP INDEX patron_block_kind;
CREATE INDEX patron_block_mail ON patron_block (patron_id, from_on, until_on) WHERE kind LIKE 'address%';
