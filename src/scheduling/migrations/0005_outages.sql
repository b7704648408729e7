CREATE TABLE scheduling_outages (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('maintenance', 'failure', 'force_majeure')),
  from_us BIGINT NOT NULL,
  until_us BIGINT CHECK (until_us > from_us),
  opened_at_us BIGINT NOT NULL,
  opened_by TEXT NOT NULL,
  closed_at_us BIGINT,
  closed_by TEXT,
  remedy TEXT,
  CHECK ((closed_at_us IS NULL) = (remedy IS NULL)),
  CHECK ((closed_at_us IS NULL) = (closed_by IS NULL)),
  CHECK (kind = 'failure' OR until_us IS NOT NULL)
);
CREATE INDEX scheduling_outages_by_end ON scheduling_outages (until_us);
CREATE TABLE scheduling_outage_bookings (
  outage TEXT NOT NULL REFERENCES scheduling_outages (id),
  booking TEXT NOT NULL REFERENCES scheduling_bookings (id),
  found_at_us BIGINT NOT NULL,
  called_off BIGINT NOT NULL,
  PRIMARY KEY (outage, booking)
);
CREATE TABLE scheduling_outage_papers (
  outage TEXT NOT NULL REFERENCES scheduling_outages (id),
  what TEXT NOT NULL CHECK (what IN ('notice', 'certificate')),
  given_at_us BIGINT NOT NULL,
  given_by TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (outage, what)
);
CREATE INDEX scheduling_bookings_confirmed_by_start ON scheduling_bookings (starts_at_us) WHERE state = 2;
