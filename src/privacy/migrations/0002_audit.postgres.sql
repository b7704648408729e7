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
INSERT INTO privacy_audit_head (one, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
CREATE FUNCTION privacy_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit chain is insert-only';
END
$$;
CREATE TRIGGER privacy_audit_insert_only BEFORE UPDATE OR DELETE ON privacy_audit
  FOR EACH ROW EXECUTE FUNCTION privacy_audit_refuse();
CREATE TRIGGER privacy_audit_no_truncate BEFORE TRUNCATE ON privacy_audit
  FOR EACH STATEMENT EXECUTE FUNCTION privacy_audit_refuse();
CREATE TRIGGER privacy_audit_head_stays BEFORE DELETE ON privacy_audit_head
  FOR EACH ROW EXECUTE FUNCTION privacy_audit_refuse();
CREATE TRIGGER privacy_audit_head_no_truncate BEFORE TRUNCATE ON privacy_audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION privacy_audit_refuse();
