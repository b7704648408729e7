-- Requests of third parties for personal data, the person's answer, and what was given (HAR-4.1.4a). recipient, basis: sealed
-- with the person's key. what: closed words, with commas between them.
CREATE TABLE privacy_disclosures (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  ground TEXT NOT NULL CHECK (ground IN ('consent', 'law')),
  recipient BYTEA NOT NULL,
  basis BYTEA NOT NULL,
  what TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  registered_at_us BIGINT NOT NULL
);
CREATE INDEX privacy_disclosures_of ON privacy_disclosures (person, id);
CREATE TABLE privacy_disclosure_answers (
  disclosure TEXT PRIMARY KEY REFERENCES privacy_disclosures (id),
  consents BIGINT NOT NULL CHECK (consents IN (0, 1)),
  answered_at_us BIGINT NOT NULL
);
CREATE TABLE privacy_disclosures_made (
  disclosure TEXT PRIMARY KEY REFERENCES privacy_disclosures (id),
  made_by TEXT NOT NULL,
  made_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL
);
