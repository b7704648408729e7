-- A certificate is a file (HAR-7.3a): the id of what claims keeps. Empty for what was given as words alone.
ALTER TABLE scheduling_outage_papers ADD COLUMN file TEXT;

-- A force majeure that lasts longer than was expected, each time with who said so.
CREATE TABLE scheduling_outage_prolongations (
  id TEXT PRIMARY KEY,
  outage TEXT NOT NULL REFERENCES scheduling_outages (id),
  from_us BIGINT NOT NULL,
  until_us BIGINT NOT NULL CHECK (until_us > from_us),
  prolonged_by TEXT NOT NULL,
  prolonged_at_us BIGINT NOT NULL
);
CREATE INDEX scheduling_outage_prolongations_of ON scheduling_outage_prolongations (outage, id);
