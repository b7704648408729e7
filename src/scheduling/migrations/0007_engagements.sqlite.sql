-- A specialist's time is taken by a booking or by an engagement: something else that they do at an hour, such as a group
-- event. An engagement may take several specialists and does not expire.
CREATE TABLE scheduling_occupations_anew (
  booking TEXT UNIQUE REFERENCES scheduling_bookings (id),
  specialist TEXT NOT NULL,
  from_us BIGINT NOT NULL,
  ends_us BIGINT NOT NULL CHECK (ends_us > from_us),
  until_us BIGINT NOT NULL CHECK (until_us >= ends_us AND until_us - from_us <= 86400000000),
  expires_at_us BIGINT,
  engagement TEXT,
  CHECK ((booking IS NULL) <> (engagement IS NULL) AND (booking IS NOT NULL OR expires_at_us IS NULL))
);
INSERT INTO scheduling_occupations_anew (booking, specialist, from_us, ends_us, until_us, expires_at_us)
  SELECT booking, specialist, from_us, ends_us, until_us, expires_at_us FROM scheduling_occupations;
DROP TABLE scheduling_occupations;
ALTER TABLE scheduling_occupations_anew RENAME TO scheduling_occupations;
CREATE UNIQUE INDEX scheduling_occupations_start ON scheduling_occupations (specialist, from_us);
CREATE INDEX scheduling_occupations_expiring ON scheduling_occupations (expires_at_us) WHERE expires_at_us IS NOT NULL;
CREATE UNIQUE INDEX scheduling_occupations_engagement ON scheduling_occupations (engagement, specialist)
  WHERE engagement IS NOT NULL;
CREATE TRIGGER scheduling_occupations_apart BEFORE INSERT ON scheduling_occupations
WHEN EXISTS (SELECT 1 FROM scheduling_occupations o
             WHERE o.specialist = NEW.specialist AND o.from_us > NEW.from_us - 86400000000 AND o.from_us < NEW.until_us
                AND o.until_us > NEW.from_us)
BEGIN
  SELECT RAISE(IGNORE);
END;
CREATE TRIGGER scheduling_occupations_fixed BEFORE UPDATE OF specialist, from_us, until_us ON scheduling_occupations
BEGIN
  SELECT RAISE(ABORT, 'an occupation is not moved: delete it and write another');
END;
