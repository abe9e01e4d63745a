-- What was charged and waived in a period, without reading every transfer that ever was.
CREATE INDEX transfer_why ON transfer (why_code, at_ms);
