-- Finds the accounts that gave an address. hash: keyed, of the address in lower case. sealed: the address of
-- identity_people that it was made of; of another one it says nothing.
CREATE TABLE identity_email_hashes (
  person TEXT PRIMARY KEY,
  hash BYTEA NOT NULL,
  sealed BYTEA NOT NULL
);
CREATE INDEX identity_email_hashes_by_hash ON identity_email_hashes (hash);
