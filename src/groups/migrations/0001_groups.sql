-- Events that many watch. `titles` is a JSON object by language.
CREATE TABLE groups_events (
  id TEXT PRIMARY KEY,
  titles TEXT NOT NULL,
  starts_at_us BIGINT NOT NULL,
  ends_at_us BIGINT NOT NULL CHECK (ends_at_us > starts_at_us),
  capacity BIGINT NOT NULL CHECK (capacity > 0),
  created_by TEXT NOT NULL,
  created_at_us BIGINT NOT NULL
);
CREATE INDEX groups_events_by_end ON groups_events (ends_at_us, id);

CREATE TABLE groups_cancellations (
  event TEXT PRIMARY KEY,
  cancelled_by TEXT NOT NULL,
  cancelled_at_us BIGINT NOT NULL
);

CREATE TABLE groups_speakers (
  event TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (event, person)
);

-- Each live registration holds one place of its event: two can never hold the same, so there are never too many.
CREATE TABLE groups_registrations (
  id TEXT PRIMARY KEY,
  event TEXT NOT NULL,
  person TEXT NOT NULL,
  place BIGINT NOT NULL CHECK (place > 0),
  registered_at_us BIGINT NOT NULL,
  withdrawn_at_us BIGINT
);
CREATE UNIQUE INDEX groups_registrations_person ON groups_registrations (event, person) WHERE withdrawn_at_us IS NULL;
CREATE UNIQUE INDEX groups_registrations_place ON groups_registrations (event, place) WHERE withdrawn_at_us IS NULL;

-- Who was shown the door by a speaker and does not come in again.
CREATE TABLE groups_removals (
  event TEXT NOT NULL,
  person TEXT NOT NULL,
  removed_by TEXT NOT NULL,
  removed_at_us BIGINT NOT NULL,
  PRIMARY KEY (event, person)
);

-- Every join and leave, by the server's clock: the basis of attendance.
CREATE TABLE groups_stays (
  id TEXT PRIMARY KEY,
  event TEXT NOT NULL,
  person TEXT NOT NULL,
  part BIGINT NOT NULL CHECK (part IN (1, 2)),
  joined_at_us BIGINT NOT NULL,
  seen_at_us BIGINT NOT NULL CHECK (seen_at_us >= joined_at_us),
  left_at_us BIGINT CHECK (left_at_us >= joined_at_us),
  reason TEXT CHECK (reason IN ('left', 'lost', 'replaced', 'ended', 'removed', 'cancelled', 'withdrawn')),
  CHECK ((left_at_us IS NULL) = (reason IS NULL))
);
CREATE INDEX groups_stays_of_event ON groups_stays (event, joined_at_us, id);
CREATE INDEX groups_stays_open ON groups_stays (event) WHERE left_at_us IS NULL;

-- What was written in the chat, with the name under which: sealed with the author's key. `number` runs within the event:
-- several messages can be of one instant.
CREATE TABLE groups_messages (
  id TEXT PRIMARY KEY,
  event TEXT NOT NULL,
  number BIGINT NOT NULL,
  author TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  sent_at_us BIGINT NOT NULL
);
CREATE UNIQUE INDEX groups_messages_of_event ON groups_messages (event, number);
CREATE INDEX groups_messages_by_time ON groups_messages (sent_at_us);
