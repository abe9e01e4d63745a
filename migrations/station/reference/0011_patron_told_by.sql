-- How a patron wants to be told, what they agreed to, and when they last said so. Empty: they were not asked.
ALTER TABLE patron ADD COLUMN notice_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE patron ADD COLUMN history_consent_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE patron ADD COLUMN news_consent_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE patron ADD COLUMN consented_on TEXT;
