-- What a person confirmed in words, beside accepting an edition; version: of the text that asked for it.
CREATE TABLE terms_confirmations (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  what TEXT NOT NULL,
  version TEXT NOT NULL,
  confirmed_at_us BIGINT NOT NULL
);
CREATE INDEX terms_confirmations_of_person ON terms_confirmations (person, confirmed_at_us);
