-- The number of a bag from its closing or drop until the bank took it in: bags that wait are found without reading any
-- of those that do not. Empty: it was filled without a number.
ALTER TABLE cash_event ADD COLUMN bag_ref TEXT;
UPDATE cash_event SET bag_ref = (
    SELECT iif(
        cash_event.kind = 'drawer-closed',
        json_extract(event.content, '$.body.bag.bag_number'),
        json_extract(event.content, '$.body.bag_number')
      )
      FROM event WHERE event.event_id = (cash_event.epoch_count << 32 | cash_event.seq_count)
  )
  WHERE kind IN ('drawer-closed', 'cash-placed')
    AND EXISTS (
      SELECT 1 FROM money_transfer AS moved
        WHERE moved.session_ref = cash_event.session_ref AND moved.epoch_count = cash_event.epoch_count
          AND moved.seq_count = cash_event.seq_count AND moved.debit_code = 'bank-bag'
    )
    AND NOT EXISTS (
      SELECT 1 FROM cash_event AS banked
        WHERE banked.session_ref = cash_event.session_ref AND banked.kind = 'deposit-banked'
          AND banked.kind <> 'receipt-made'
          AND iif(
            cash_event.kind = 'drawer-closed',
            banked.of_ref IS NULL,
            banked.of_ref LIKE '%.' || cash_event.epoch_count || '.' || cash_event.seq_count
          )
    );
CREATE INDEX cash_event_waiting ON cash_event (bag_ref) WHERE bag_ref IS NOT NULL;

-- A number on paper is found however many zeros are written in it.
CREATE INDEX cash_event_paper_zeros ON cash_event (replace(paper_ref, '0', '')) WHERE paper_ref IS NOT NULL;
