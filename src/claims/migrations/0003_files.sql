-- Files that belong to a case. name: sealed with the client's key, as the bytes are.
CREATE TABLE claims_files (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES claims_cases (id),
  number BIGINT NOT NULL,
  by_person TEXT NOT NULL,
  name BYTEA NOT NULL,
  size_bytes BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('coming', 'whole', 'kept', 'refused')),
  kind TEXT,
  refused TEXT,
  kept_bytes BIGINT,
  sha256 TEXT,
  begun_at_us BIGINT NOT NULL,
  ended_at_us BIGINT,
  UNIQUE (case_id, number),
  CHECK ((state = 'refused') = (refused IS NOT NULL)),
  CHECK ((state = 'kept') = (sha256 IS NOT NULL)),
  CHECK ((sha256 IS NULL) = (kept_bytes IS NULL)),
  CHECK ((state IN ('kept', 'refused')) = (ended_at_us IS NOT NULL))
);

-- What has come of a file, until it is kept or refused; each part sealed by itself.
CREATE TABLE claims_file_parts (
  file TEXT NOT NULL REFERENCES claims_files (id),
  number BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (file, number)
);

-- The bytes of a kept file, sealed.
CREATE TABLE claims_file_bodies (
  file TEXT PRIMARY KEY REFERENCES claims_files (id),
  body BYTEA NOT NULL
);
