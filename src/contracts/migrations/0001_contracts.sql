-- A suspected breach of the offer by a client. account: what happened, in words. Texts are sealed with the client's key.
CREATE TABLE contracts_breaches (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  code TEXT NOT NULL,
  account BYTEA NOT NULL,
  booking TEXT,
  recorded_by TEXT NOT NULL,
  recorded_at_us BIGINT NOT NULL,
  terms_version TEXT NOT NULL
);
CREATE INDEX contracts_breaches_of_client ON contracts_breaches (client, id);

-- checksum: keyed, of the sealed description.
CREATE TABLE contracts_evidence (
  breach TEXT NOT NULL REFERENCES contracts_breaches (id),
  number BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('screenshot', 'message', 'publication', 'audio', 'video', 'other')),
  description BYTEA NOT NULL,
  checksum BYTEA NOT NULL,
  added_by TEXT NOT NULL,
  added_at_us BIGINT NOT NULL,
  PRIMARY KEY (breach, number)
);

CREATE TABLE contracts_rulings (
  breach TEXT PRIMARY KEY REFERENCES contracts_breaches (id),
  confirmed BIGINT NOT NULL CHECK (confirmed IN (0, 1)),
  reasons BYTEA NOT NULL,
  ruled_by TEXT NOT NULL,
  ruled_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL
);

-- Sessions whose price a breach forfeited.
CREATE TABLE contracts_forfeits (
  breach TEXT NOT NULL REFERENCES contracts_breaches (id),
  booking TEXT NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency TEXT NOT NULL,
  PRIMARY KEY (breach, booking)
);

CREATE TABLE contracts_demands (
  breach TEXT PRIMARY KEY REFERENCES contracts_breaches (id),
  penalty_minor BIGINT NOT NULL,
  damage_minor BIGINT NOT NULL,
  currency TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_at_us BIGINT NOT NULL,
  due_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL
);

-- What became of a demand. The server collects nothing by itself.
CREATE TABLE contracts_demand_ends (
  breach TEXT PRIMARY KEY REFERENCES contracts_demands (breach),
  what TEXT NOT NULL CHECK (what IN ('paid', 'contested', 'withdrawn')),
  at_us BIGINT NOT NULL,
  in_time BIGINT NOT NULL CHECK (in_time IN (0, 1)),
  noted_by TEXT NOT NULL,
  noted_at_us BIGINT NOT NULL
);

-- A client who is shut out, while lifted_at_us is not set. reasons: for staff, sealed.
CREATE TABLE contracts_restrictions (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  breach TEXT REFERENCES contracts_breaches (id),
  ground TEXT,
  shows_ground BIGINT NOT NULL CHECK (shows_ground IN (0, 1)),
  reasons BYTEA NOT NULL,
  imposed_by TEXT NOT NULL,
  imposed_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL,
  lifted_at_us BIGINT,
  lifted_by TEXT,
  lift_reasons BYTEA,
  lift_decision TEXT,
  CHECK ((lifted_at_us IS NULL) = (lifted_by IS NULL))
);
CREATE INDEX contracts_restrictions_of_client ON contracts_restrictions (client, id);
CREATE UNIQUE INDEX contracts_restrictions_standing ON contracts_restrictions (client) WHERE lifted_at_us IS NULL;

-- A contract that has ended, while undone_at_us is not set.
CREATE TABLE contracts_ends (
  id TEXT PRIMARY KEY,
  client TEXT NOT NULL,
  initiator TEXT NOT NULL CHECK (initiator IN ('client', 'provider')),
  sent TEXT NOT NULL CHECK (sent IN ('account', 'registered_address', 'staff')),
  breach TEXT REFERENCES contracts_breaches (id),
  reasons BYTEA,
  ended_at_us BIGINT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL,
  undone_at_us BIGINT
);
CREATE INDEX contracts_ends_of_client ON contracts_ends (client, id);
CREATE UNIQUE INDEX contracts_ends_standing ON contracts_ends (client) WHERE undone_at_us IS NULL;
