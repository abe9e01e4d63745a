-- The line for a title in the order of its queue, so that the first who wait are read without the hundreds behind them.
DROP INDEX overlay_hold_title;
CREATE INDEX overlay_hold_line ON overlay_hold (title_id, placed_at_ms, is_copy_hold DESC, hold_ref);
