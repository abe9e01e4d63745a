-- Since when a loan is recalled for somebody who waits; null while it is not.
ALTER TABLE loan ADD COLUMN recalled_at_ms INTEGER;
