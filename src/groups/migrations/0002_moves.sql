-- Each change of an event's hour; the event itself says where it stands now.
CREATE TABLE groups_moves (
  id TEXT PRIMARY KEY,
  event TEXT NOT NULL,
  from_at_us BIGINT NOT NULL,
  to_at_us BIGINT NOT NULL CHECK (to_at_us <> from_at_us),
  moved_by TEXT NOT NULL,
  moved_at_us BIGINT NOT NULL
);
