-- Every join and leave, written by the server: the sole basis for lateness and absence (HAR-3.9e).
CREATE TABLE sessions_presences (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL,
  side BIGINT NOT NULL CHECK (side IN (1, 2)),
  person TEXT NOT NULL,
  joined_at_us BIGINT NOT NULL,
  seen_at_us BIGINT NOT NULL CHECK (seen_at_us >= joined_at_us),
  left_at_us BIGINT CHECK (left_at_us >= joined_at_us),
  reason TEXT CHECK (reason IN ('left', 'lost', 'replaced', 'ended')),
  CHECK ((left_at_us IS NULL) = (reason IS NULL))
);
CREATE INDEX sessions_presences_of_booking ON sessions_presences (booking, joined_at_us, id);
CREATE INDEX sessions_presences_open ON sessions_presences (booking) WHERE left_at_us IS NULL;

CREATE TABLE sessions_mode_switches (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL,
  side BIGINT NOT NULL CHECK (side IN (1, 2)),
  mode TEXT NOT NULL CHECK (mode IN ('video', 'audio')),
  cause TEXT NOT NULL CHECK (cause IN ('chosen', 'quality')),
  at_us BIGINT NOT NULL
);
CREATE INDEX sessions_mode_switches_of_booking ON sessions_mode_switches (booking, at_us);

CREATE TABLE sessions_equipment_checks (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL,
  side BIGINT NOT NULL CHECK (side IN (1, 2)),
  camera BIGINT NOT NULL,
  microphone BIGINT NOT NULL,
  speaker BIGINT NOT NULL,
  bandwidth_kbps BIGINT,
  passed BIGINT NOT NULL,
  checked_at_us BIGINT NOT NULL
);
CREATE INDEX sessions_equipment_checks_of_booking ON sessions_equipment_checks (booking, checked_at_us);

CREATE TABLE sessions_outcomes (
  booking TEXT PRIMARY KEY,
  starts_at_us BIGINT NOT NULL,
  outcome TEXT NOT NULL,
  ended_at_us BIGINT NOT NULL,
  closed_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL
);
