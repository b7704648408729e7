-- The time that live bookings take of their specialists, buffer included: [from_us, until_us), the session itself
-- until ends_us. expires_at_us is that of an unpaid hold. A row
-- that would overlap another is ignored, so that writing it changes no row.
CREATE TABLE scheduling_occupations (
  booking TEXT PRIMARY KEY REFERENCES scheduling_bookings (id),
  specialist TEXT NOT NULL,
  from_us BIGINT NOT NULL,
  ends_us BIGINT NOT NULL CHECK (ends_us > from_us),
  until_us BIGINT NOT NULL CHECK (until_us >= ends_us AND until_us - from_us <= 86400000000),
  expires_at_us BIGINT
);
CREATE UNIQUE INDEX scheduling_occupations_start ON scheduling_occupations (specialist, from_us);
CREATE INDEX scheduling_occupations_expiring ON scheduling_occupations (expires_at_us) WHERE expires_at_us IS NOT NULL;
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
