-- A file belongs to a case, or is the certificate of a force majeure (HAR-7.3a): then it is sealed with a key of its own.
-- text: number and issuer of a certificate. whole_at_us: when the last of it arrived.
CREATE TABLE claims_files_of_all (
  id TEXT PRIMARY KEY,
  case_id TEXT REFERENCES claims_cases (id),
  outage TEXT,
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
  whole_at_us BIGINT,
  text TEXT,
  UNIQUE (case_id, number),
  UNIQUE (outage, number),
  CHECK ((case_id IS NULL) <> (outage IS NULL)),
  CHECK ((outage IS NULL) = (text IS NULL)),
  CHECK ((state = 'refused') = (refused IS NOT NULL)),
  CHECK ((state = 'kept') = (sha256 IS NOT NULL)),
  CHECK ((sha256 IS NULL) = (kept_bytes IS NULL)),
  CHECK ((state IN ('kept', 'refused')) = (ended_at_us IS NOT NULL))
);
INSERT INTO claims_files_of_all (id, case_id, number, by_person, name, size_bytes, state, kind, refused, kept_bytes, sha256,
  begun_at_us, ended_at_us)
SELECT id, case_id, number, by_person, name, size_bytes, state, kind, refused, kept_bytes, sha256, begun_at_us, ended_at_us
FROM claims_files;
CREATE TABLE claims_parts_of_all (
  file TEXT NOT NULL REFERENCES claims_files_of_all (id),
  number BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (file, number)
);
INSERT INTO claims_parts_of_all SELECT file, number, size_bytes, body FROM claims_file_parts;
CREATE TABLE claims_bodies_of_all (
  file TEXT PRIMARY KEY REFERENCES claims_files_of_all (id),
  body BYTEA NOT NULL
);
INSERT INTO claims_bodies_of_all SELECT file, body FROM claims_file_bodies;
DROP TABLE claims_file_bodies;
DROP TABLE claims_file_parts;
DROP TABLE claims_files;
ALTER TABLE claims_files_of_all RENAME TO claims_files;
ALTER TABLE claims_parts_of_all RENAME TO claims_file_parts;
ALTER TABLE claims_bodies_of_all RENAME TO claims_file_bodies;
CREATE TRIGGER claims_file_bodies_keep_update BEFORE UPDATE ON claims_file_bodies BEGIN
  SELECT RAISE(ABORT, 'claims_file_bodies is insert-only');
END;
CREATE TRIGGER claims_file_bodies_keep_delete BEFORE DELETE ON claims_file_bodies BEGIN
  SELECT RAISE(ABORT, 'claims_file_bodies is insert-only');
END;
CREATE TRIGGER claims_files_keep_update BEFORE UPDATE ON claims_files WHEN OLD.state IN ('kept', 'refused') BEGIN
  SELECT RAISE(ABORT, 'a file that was kept or refused stays as it is');
END;
CREATE TRIGGER claims_files_keep_delete BEFORE DELETE ON claims_files WHEN OLD.state IN ('kept', 'refused') BEGIN
  SELECT RAISE(ABORT, 'a file that was kept or refused stays as it is');
END;
