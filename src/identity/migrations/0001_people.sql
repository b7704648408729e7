-- phone, email, name: sealed with the person's key. phone_hash: keyed, none after an erasure. A person is blocked while blocked_at_us is set.
CREATE TABLE identity_people (
  id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('client', 'specialist', 'support', 'finance', 'administrator')),
  phone_hash BYTEA UNIQUE,
  phone BYTEA NOT NULL,
  email BYTEA,
  name BYTEA,
  language TEXT NOT NULL,
  zone TEXT NOT NULL,
  created_at_us BIGINT NOT NULL,
  blocked_at_us BIGINT,
  blocked_by TEXT,
  CHECK ((blocked_at_us IS NULL) = (blocked_by IS NULL))
);

-- Somebody who asked to register and has not yet proved the number. Becomes a person of the same id, or is purged with its key.
CREATE TABLE identity_registrations (
  person TEXT PRIMARY KEY,
  phone_hash BYTEA NOT NULL,
  phone BYTEA NOT NULL,
  offer_version TEXT NOT NULL,
  offer_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  asked_at_us BIGINT NOT NULL
);

-- What the client declared by registering: the words stand in the offer and in the privacy policy accepted at that instant.
CREATE TABLE identity_declarations (
  person TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('adult', 'processing')),
  declared_at_us BIGINT NOT NULL,
  PRIMARY KEY (person, what)
);

-- answers: one sealed text, padded, so that neither a topic nor an age shows in its length.
CREATE TABLE identity_questionnaires (
  person TEXT PRIMARY KEY,
  answers BYTEA NOT NULL,
  completed_at_us BIGINT,
  saved_at_us BIGINT NOT NULL
);

-- An age below 18 was entered. Booking is closed until a member of the staff has cleared it.
CREATE TABLE identity_age_flags (
  person TEXT NOT NULL,
  raised_at_us BIGINT NOT NULL,
  cleared_at_us BIGINT,
  cleared_by TEXT,
  PRIMARY KEY (person, raised_at_us),
  CHECK ((cleared_at_us IS NULL) = (cleared_by IS NULL))
);
CREATE INDEX identity_age_flags_standing ON identity_age_flags (person) WHERE cleared_at_us IS NULL;
