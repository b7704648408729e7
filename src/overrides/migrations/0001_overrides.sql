-- What staff granted, or asked a second person to grant, against the clause `set_aside`. reasons: sealed with the
-- client's key.
CREATE TABLE overrides_overrides (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL,
  client TEXT NOT NULL,
  price_minor BIGINT NOT NULL CHECK (price_minor > 0),
  currency TEXT NOT NULL,
  set_aside TEXT NOT NULL,
  terms_version TEXT NOT NULL,
  reasons BYTEA NOT NULL,
  needs_second BIGINT NOT NULL CHECK (needs_second IN (0, 1)),
  asked_by TEXT NOT NULL,
  asked_at_us BIGINT NOT NULL,
  decision TEXT NOT NULL
);
CREATE INDEX overrides_overrides_of_booking ON overrides_overrides (booking);
CREATE INDEX overrides_overrides_by_person ON overrides_overrides (asked_by, asked_at_us);

CREATE TABLE overrides_findings (
  override TEXT PRIMARY KEY REFERENCES overrides_overrides (id),
  granted BIGINT NOT NULL CHECK (granted IN (0, 1)),
  reasons BYTEA NOT NULL,
  found_by TEXT NOT NULL,
  found_at_us BIGINT NOT NULL,
  decision TEXT NOT NULL
);
