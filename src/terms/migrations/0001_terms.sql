CREATE TABLE terms_decisions (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT,
  terms_version TEXT NOT NULL,
  facts TEXT NOT NULL,
  outcome TEXT NOT NULL,
  clause TEXT NOT NULL,
  decided_at_us BIGINT NOT NULL
);
CREATE INDEX terms_decisions_by_subject ON terms_decisions (subject, id);
CREATE INDEX terms_decisions_by_person ON terms_decisions (person, id);
CREATE INDEX terms_decisions_by_kind ON terms_decisions (kind, id);
CREATE TABLE terms_editions (
  document TEXT NOT NULL,
  version TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  effective_at_us BIGINT NOT NULL,
  published_at_us BIGINT NOT NULL,
  published_by TEXT,
  PRIMARY KEY (document, version),
  UNIQUE (document, effective_at_us)
);
CREATE TABLE terms_acceptances (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  document TEXT NOT NULL,
  version TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  language TEXT NOT NULL,
  accepted_at_us BIGINT NOT NULL,
  evidence BYTEA NOT NULL,
  FOREIGN KEY (document, version) REFERENCES terms_editions (document, version),
  UNIQUE (person, document, version)
);
