-- What a client wrote to the business. reasons: sealed with the client's key, as every text of a case is.
CREATE TABLE claims_cases (
  id TEXT PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  standing TEXT NOT NULL CHECK (standing IN ('disputed', 'feedback', 'request', 'question')),
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'ruled', 'appealed', 'final')),
  category TEXT,
  booking TEXT,
  client TEXT NOT NULL,
  reasons BYTEA NOT NULL,
  terms_version TEXT NOT NULL,
  received_at_us BIGINT NOT NULL,
  answer_by_us BIGINT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT,
  CHECK ((standing = 'question') = (booking IS NULL)),
  CHECK ((booking IS NULL) = (category IS NULL)),
  CHECK ((booking IS NULL) = (decision IS NULL))
);
CREATE INDEX claims_cases_of_client ON claims_cases (client, id);
CREATE INDEX claims_cases_of_booking ON claims_cases (booking, id);
CREATE INDEX claims_cases_queue ON claims_cases (state, answer_by_us, id);
-- One claim of a booking at a time.
CREATE UNIQUE INDEX claims_cases_disputed ON claims_cases (booking)
  WHERE standing = 'disputed' AND state IN ('open', 'answered');

CREATE TABLE claims_messages (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES claims_cases (id),
  side TEXT NOT NULL CHECK (side IN ('client', 'staff')),
  author TEXT NOT NULL,
  body BYTEA NOT NULL,
  written_at_us BIGINT NOT NULL
);
CREATE INDEX claims_messages_of_case ON claims_messages (case_id, id);

-- Number 1 is the first ruling, 2 the one on the appeal.
CREATE TABLE claims_rulings (
  case_id TEXT NOT NULL REFERENCES claims_cases (id),
  number BIGINT NOT NULL CHECK (number IN (1, 2)),
  finding TEXT NOT NULL,
  ruled_by TEXT NOT NULL,
  reasons BYTEA NOT NULL,
  refund_minor BIGINT NOT NULL,
  damages_minor BIGINT NOT NULL,
  currency TEXT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL,
  ruled_at_us BIGINT NOT NULL,
  PRIMARY KEY (case_id, number)
);

CREATE TABLE claims_appeals (
  case_id TEXT PRIMARY KEY REFERENCES claims_cases (id),
  reasons BYTEA NOT NULL,
  appealed_at_us BIGINT NOT NULL
);

-- Services of a session that count as rendered and accepted.
CREATE TABLE claims_acceptances (
  booking TEXT PRIMARY KEY,
  accepted_at_us BIGINT NOT NULL,
  recorded_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL
);
