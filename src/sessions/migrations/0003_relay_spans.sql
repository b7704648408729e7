-- What the relay itself saw, by the server's clock: spans in which it was telling (no side), took media from a side (2)
-- and gave media to a side (3). HAR-4.2.13b.
CREATE TABLE sessions_relay_spans (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL,
  saw BIGINT NOT NULL CHECK (saw IN (1, 2, 3)),
  side BIGINT CHECK (side IN (1, 2)),
  from_us BIGINT NOT NULL,
  until_us BIGINT NOT NULL CHECK (until_us >= from_us),
  CHECK ((saw = 1) = (side IS NULL))
);
CREATE INDEX sessions_relay_spans_of_booking ON sessions_relay_spans (booking, from_us, id);
