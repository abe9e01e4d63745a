-- Since when a loan is recalled for somebody who waits; null while it is not.
ALTER TABLE overlay_loan ADD COLUMN recalled_at_ms INTEGER;
