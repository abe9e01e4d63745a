-- Each different name once, by what is left of it without its first letters: people are found by letters from inside a
-- name (shared/catalog/name-tails.ts). main/store/patron-keys.ts fills it at the start that follows, and looks through
-- what else people are found by as well: there is more of it now.
CREATE TABLE name_tail (
  tail_key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (tail_key, name)
) STRICT, WITHOUT ROWID;
