-- What the bank said and what floats came to, in their order: a few a day. What was looked for by number without its
-- zeros is looked for by the number's key.
CREATE INDEX cash_event_later ON cash_event (epoch_count, seq_count) WHERE kind IN ('deposit-banked', 'float-counted');

DROP INDEX cash_event_paper_zeros;
