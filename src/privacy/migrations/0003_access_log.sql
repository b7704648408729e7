-- From which address somebody asked, by the hour (HAR-8.4c). address: sealed with the person's key; empty, as person is,
-- where nobody was signed in. address_hash: keyed.
CREATE TABLE privacy_accesses (
  id TEXT PRIMARY KEY,
  hour_us BIGINT NOT NULL,
  address_hash BYTEA NOT NULL,
  person TEXT NOT NULL,
  address BYTEA NOT NULL,
  from_us BIGINT NOT NULL,
  until_us BIGINT NOT NULL CHECK (until_us >= from_us),
  requests BIGINT NOT NULL CHECK (requests > 0),
  UNIQUE (hour_us, address_hash, person)
);
CREATE INDEX privacy_accesses_of_person ON privacy_accesses (person, id);

-- What a signed-in person asked for and was refused without a word about whether it exists (HAR-4.2.17d). object: an id,
-- or empty where what was sent is none. address: sealed with the person's key.
CREATE TABLE privacy_refusals (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  route TEXT NOT NULL,
  object TEXT NOT NULL,
  status BIGINT NOT NULL,
  address BYTEA NOT NULL,
  from_us BIGINT NOT NULL,
  until_us BIGINT NOT NULL CHECK (until_us >= from_us),
  times BIGINT NOT NULL CHECK (times > 0)
);
CREATE INDEX privacy_refusals_of_person ON privacy_refusals (person, id);
