CREATE TABLE privacy_audit (
  seq BIGINT PRIMARY KEY,
  at_us BIGINT NOT NULL,
  action TEXT NOT NULL,
  actor TEXT,
  subject TEXT,
  object TEXT NOT NULL,
  purpose TEXT,
  sealed BYTEA NOT NULL,
  previous_hash BYTEA NOT NULL,
  hash BYTEA NOT NULL
);
CREATE INDEX privacy_audit_by_subject ON privacy_audit (subject, seq);
CREATE TABLE privacy_audit_head (
  one BIGINT PRIMARY KEY CHECK (one = 1),
  seq BIGINT NOT NULL,
  hash BYTEA NOT NULL
);
INSERT INTO privacy_audit_head (one, seq, hash) VALUES (1, 0, zeroblob(32));
CREATE TRIGGER privacy_audit_no_update BEFORE UPDATE ON privacy_audit
BEGIN
  SELECT RAISE(ABORT, 'the audit chain is insert-only');
END;
CREATE TRIGGER privacy_audit_no_delete BEFORE DELETE ON privacy_audit
BEGIN
  SELECT RAISE(ABORT, 'the audit chain is insert-only');
END;
CREATE TRIGGER privacy_audit_head_no_delete BEFORE DELETE ON privacy_audit_head
BEGIN
  SELECT RAISE(ABORT, 'the head of the audit chain stays');
END;
