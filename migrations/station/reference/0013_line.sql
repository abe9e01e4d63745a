-- The line for a title in the order of its queue, so that the first who wait are read without the hundreds behind them.
DROP INDEX hold_title;
CREATE INDEX hold_line ON hold (title_id, placed_at_ms, is_copy_hold DESC, external_id);
-- Whose hold a copy was caught for, however long the line of its title is.
CREATE INDEX hold_copy ON hold (title_id, item_id) WHERE item_id IS NOT NULL;
