-- The row of a number is what concurrent requests about it take turns on.
CREATE TABLE identity_numbers (
  phone_hash BYTEA PRIMARY KEY,
  touched_at_us BIGINT NOT NULL
);

-- One issued code. No person: the number may not sign in this way, and nothing was sent. code_hash is keyed.
CREATE TABLE identity_challenges (
  id TEXT PRIMARY KEY,
  phone_hash BYTEA NOT NULL,
  person TEXT,
  is_registration BIGINT NOT NULL CHECK (is_registration IN (0, 1)),
  code_hash BYTEA NOT NULL,
  issued_at_us BIGINT NOT NULL,
  failures BIGINT NOT NULL,
  used_at_us BIGINT
);
CREATE INDEX identity_challenges_by_number ON identity_challenges (phone_hash, issued_at_us);
CREATE INDEX identity_challenges_by_age ON identity_challenges (issued_at_us);

-- Wrong codes of a number, whichever challenge or authenticator they were for.
CREATE TABLE identity_failures (
  id TEXT PRIMARY KEY,
  phone_hash BYTEA NOT NULL,
  failed_at_us BIGINT NOT NULL
);
CREATE INDEX identity_failures_by_number ON identity_failures (phone_hash, failed_at_us);
CREATE INDEX identity_failures_by_age ON identity_failures (failed_at_us);

CREATE TABLE identity_totp (
  person TEXT PRIMARY KEY,
  secret BYTEA NOT NULL,
  last_step BIGINT NOT NULL,
  made_at_us BIGINT NOT NULL
);

-- token_hash: keyed. evidence: address and browser, sealed with the person's key.
CREATE TABLE identity_sessions (
  id TEXT PRIMARY KEY,
  token_hash BYTEA NOT NULL UNIQUE,
  person TEXT NOT NULL,
  evidence BYTEA NOT NULL,
  opened_at_us BIGINT NOT NULL,
  used_at_us BIGINT NOT NULL,
  expires_at_us BIGINT NOT NULL,
  ended_at_us BIGINT,
  ended_by TEXT CHECK (ended_by IN ('sign_out', 'new_sign_in', 'person', 'block', 'too_many')),
  CHECK ((ended_at_us IS NULL) = (ended_by IS NULL))
);
CREATE INDEX identity_sessions_live ON identity_sessions (person, opened_at_us) WHERE ended_at_us IS NULL;
CREATE INDEX identity_sessions_by_expiry ON identity_sessions (expires_at_us);

-- How often an address asked in the hour that begins at window_at_us. bucket: keyed hash of kind and address.
CREATE TABLE identity_throttles (
  bucket BYTEA NOT NULL,
  window_at_us BIGINT NOT NULL,
  used BIGINT NOT NULL,
  PRIMARY KEY (bucket, window_at_us)
);
CREATE INDEX identity_throttles_by_age ON identity_throttles (window_at_us);

-- SMS handed over on a day of the business's zone.
CREATE TABLE identity_sms_days (
  day TEXT PRIMARY KEY,
  sent BIGINT NOT NULL
);
