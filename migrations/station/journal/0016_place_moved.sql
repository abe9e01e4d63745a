-- Bags are filled out of the safe, too. Closes that somebody still has to look at are few among all that ever were.
DROP INDEX cash_event_bag;
CREATE INDEX cash_event_bag ON cash_event (epoch_count, seq_count)
  WHERE kind IN ('drawer-closed', 'cash-placed', 'place-moved');

CREATE INDEX drawer_session_review ON drawer_session (z_count) WHERE z_count IS NOT NULL AND is_review_needed = 1;
