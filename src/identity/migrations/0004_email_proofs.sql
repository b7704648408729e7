-- A code that went to an address which its person has yet to prove. email: sealed; code_hash: keyed.
CREATE TABLE identity_email_proofs (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  email BYTEA NOT NULL,
  code_hash BYTEA NOT NULL,
  issued_at_us BIGINT NOT NULL,
  failures BIGINT NOT NULL,
  ended_at_us BIGINT
);
CREATE INDEX identity_email_proofs_of_person ON identity_email_proofs (person, issued_at_us);
CREATE INDEX identity_email_proofs_by_age ON identity_email_proofs (issued_at_us);
