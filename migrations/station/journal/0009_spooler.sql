-- A job of a device waits for one device, in the order in which it was asked for, and says what its paper is and what
-- the device said last. A job may follow an entry that was recorded before it: its number among those of the entry is
-- the next one.
ALTER TABLE device_job ADD COLUMN device_code TEXT NOT NULL DEFAULT '';
ALTER TABLE device_job ADD COLUMN paper_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE device_job ADD COLUMN detail_code TEXT NOT NULL DEFAULT '';
ALTER TABLE device_job ADD COLUMN queued_at_ms INTEGER NOT NULL DEFAULT 0;

DROP INDEX device_job_open;
CREATE INDEX device_job_open ON device_job (queued_at_ms, epoch_count, seq_count, n_count) WHERE content IS NOT NULL;
CREATE INDEX device_job_over ON device_job (changed_at_ms) WHERE content IS NULL;
