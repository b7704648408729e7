CREATE TABLE platform_idempotency (
  caller TEXT NOT NULL,
  key TEXT NOT NULL,
  route TEXT NOT NULL,
  request_hash BYTEA NOT NULL,
  status BIGINT NOT NULL,
  body BYTEA NOT NULL,
  created_at_us BIGINT NOT NULL,
  PRIMARY KEY (caller, key)
);
CREATE INDEX platform_idempotency_by_age ON platform_idempotency (created_at_us);
