-- The entries that put money into a bag for the bank are asked for at every look at what is not there yet.
CREATE INDEX cash_event_bag ON cash_event (epoch_count, seq_count) WHERE kind IN ('drawer-closed', 'cash-placed');
