-- Since when an e-mail address is known to return what is sent to it. Another address in its place is not known to.
CREATE TABLE patron_email_bounce (
  patron_id INTEGER PRIMARY KEY REFERENCES patron,
  bounced_on TEXT NOT NULL
) STRICT;
CREATE INDEX patron_email_bounced ON patron_email_bounce (bounced_on, patron_id);
CREATE TRIGGER patron_email_changed AFTER UPDATE OF email ON patron WHEN OLD.email <> NEW.email BEGIN
  DELETE FROM patron_email_bounce WHERE patron_id = NEW.patron_id;
END;
