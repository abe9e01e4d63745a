-- When the loan was last renewed: from then on the rules of that moment hold for it. NULL: those of when it was lent.
ALTER TABLE overlay_loan ADD COLUMN rules_at_ms INTEGER;
