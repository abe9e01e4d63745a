-- The few entries of a session that are not receipts, without reading all of its receipts: whether it is banked, who
-- covers a break. Asked at every payment, and of every session that was closed.
CREATE INDEX cash_event_kind ON cash_event (session_ref, kind) WHERE kind <> 'receipt-made';
