-- What each side said of the other's sound and picture, by the server's clock: spans in which it received them, or
-- received nothing (HAR-4.2.13b).
CREATE TABLE sessions_hearings (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL,
  witness BIGINT NOT NULL CHECK (witness IN (1, 2)),
  hears BIGINT NOT NULL CHECK (hears IN (0, 1)),
  from_us BIGINT NOT NULL,
  until_us BIGINT NOT NULL CHECK (until_us >= from_us)
);
CREATE INDEX sessions_hearings_of_booking ON sessions_hearings (booking, from_us, id);

-- The record of a closed session, as both sides are shown it, with the server's signature over its bytes.
CREATE TABLE sessions_records (
  booking TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  signature TEXT NOT NULL,
  signed_at_us BIGINT NOT NULL
);
