CREATE TABLE scheduling_practices (
  specialist TEXT PRIMARY KEY,
  zone TEXT NOT NULL,
  duration_minutes BIGINT NOT NULL CHECK (duration_minutes > 0),
  changed_at_us BIGINT NOT NULL
);

-- Wall clock of the practice's zone, in seconds after midnight; weekday 1 is Monday.
CREATE TABLE scheduling_hours (
  specialist TEXT NOT NULL REFERENCES scheduling_practices (specialist),
  weekday BIGINT NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_s BIGINT NOT NULL CHECK (from_s >= 0),
  to_s BIGINT NOT NULL CHECK (to_s <= 86400 AND to_s > from_s),
  PRIMARY KEY (specialist, weekday, from_s)
);

-- Times that differ from the week: taken out (closed) or added (open).
CREATE TABLE scheduling_exceptions (
  id TEXT PRIMARY KEY,
  specialist TEXT NOT NULL REFERENCES scheduling_practices (specialist),
  kind TEXT NOT NULL CHECK (kind IN ('closed', 'open')),
  from_us BIGINT NOT NULL,
  until_us BIGINT NOT NULL CHECK (until_us > from_us),
  created_at_us BIGINT NOT NULL
);
CREATE INDEX scheduling_exceptions_by_time ON scheduling_exceptions (specialist, until_us);
