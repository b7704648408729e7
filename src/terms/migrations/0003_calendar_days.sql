CREATE TABLE terms_calendar_days (
  country TEXT NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'moved_off', 'worked', 'shortened', 'ordinary')),
  known_from_at_us BIGINT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (country, day, known_from_at_us)
);
