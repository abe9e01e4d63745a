-- The number of a receipt on paper is free again once the receipt was voided.
UPDATE cash_event SET paper_ref = NULL
  WHERE paper_ref IS NOT NULL AND EXISTS (
    SELECT 1 FROM cash_event AS voided
      WHERE voided.session_ref = cash_event.session_ref AND voided.kind = 'receipt-voided'
        AND voided.of_ref LIKE '%.' || cash_event.epoch_count || '.' || cash_event.seq_count
  );

-- What comes after a session was closed is listed on the next Z.
CREATE INDEX cash_event_late ON cash_event (epoch_count, seq_count) WHERE kind IN ('deposit-banked', 'close-reviewed');
