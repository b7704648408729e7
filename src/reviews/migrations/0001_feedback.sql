-- What a client said after a session. words: sealed with the client's key.
CREATE TABLE reviews_feedback (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL,
  about TEXT NOT NULL CHECK (about IN ('session', 'service')),
  client TEXT NOT NULL,
  words BYTEA NOT NULL,
  given_at_us BIGINT NOT NULL,
  UNIQUE (booking, about)
);
CREATE INDEX reviews_feedback_by_time ON reviews_feedback (given_at_us, id);

-- The author agrees that this feedback is published with this name, while withdrawn_at_us is not set. name: sealed.
CREATE TABLE reviews_name_consents (
  id TEXT PRIMARY KEY,
  feedback TEXT NOT NULL REFERENCES reviews_feedback (id),
  client TEXT NOT NULL,
  name BYTEA NOT NULL,
  given_at_us BIGINT NOT NULL,
  withdrawn_at_us BIGINT
);
CREATE UNIQUE INDEX reviews_name_consents_standing ON reviews_name_consents (feedback) WHERE withdrawn_at_us IS NULL;
CREATE INDEX reviews_name_consents_newest ON reviews_name_consents (id) WHERE withdrawn_at_us IS NULL;

-- Rests on one consent. withdrawn_by: whoever took it away, the author by withdrawing the consent.
CREATE TABLE reviews_testimonies (
  consent TEXT PRIMARY KEY REFERENCES reviews_name_consents (id),
  published_by TEXT NOT NULL,
  published_at_us BIGINT NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at_us BIGINT,
  CHECK ((withdrawn_at_us IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX reviews_testimonies_standing ON reviews_testimonies (published_at_us) WHERE withdrawn_at_us IS NULL;
