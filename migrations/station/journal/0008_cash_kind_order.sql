-- The same entries in their order and with what they are about: without it SQLite reads all receipts of a session to
-- find what of them was voided, or whether its bag is at the bank.
DROP INDEX cash_event_kind;
CREATE INDEX cash_event_kind ON cash_event (session_ref, kind, epoch_count, seq_count, of_ref)
  WHERE kind <> 'receipt-made';
