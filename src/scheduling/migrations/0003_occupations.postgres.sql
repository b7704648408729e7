-- The time that live bookings take of their specialists, buffer included: [from_us, until_us), the session itself
-- until ends_us. expires_at_us is that of an unpaid hold.
-- None is longer than a day, which bounds the search.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE TABLE scheduling_occupations (
  booking TEXT PRIMARY KEY REFERENCES scheduling_bookings (id),
  specialist TEXT NOT NULL,
  from_us BIGINT NOT NULL,
  ends_us BIGINT NOT NULL CHECK (ends_us > from_us),
  until_us BIGINT NOT NULL CHECK (until_us >= ends_us AND until_us - from_us <= 86400000000),
  expires_at_us BIGINT,
  CONSTRAINT scheduling_occupations_apart
    EXCLUDE USING gist (specialist WITH =, int8range(from_us, until_us) WITH &&)
);
CREATE INDEX scheduling_occupations_by_start ON scheduling_occupations (specialist, from_us);
CREATE INDEX scheduling_occupations_expiring ON scheduling_occupations (expires_at_us) WHERE expires_at_us IS NOT NULL;
