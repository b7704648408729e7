CREATE TABLE catalogue_specialists (
  person TEXT PRIMARY KEY,
  gender TEXT NOT NULL CHECK (gender IN ('unstated', 'female', 'male')),
  created_at_us BIGINT NOT NULL
);
CREATE TABLE catalogue_specialist_languages (
  specialist TEXT NOT NULL REFERENCES catalogue_specialists (person),
  place BIGINT NOT NULL,
  language TEXT NOT NULL,
  PRIMARY KEY (specialist, language)
);
CREATE TABLE catalogue_specialist_topics (
  specialist TEXT NOT NULL REFERENCES catalogue_specialists (person),
  place BIGINT NOT NULL,
  topic TEXT NOT NULL,
  PRIMARY KEY (specialist, topic)
);
CREATE TABLE catalogue_specialist_texts (
  specialist TEXT NOT NULL REFERENCES catalogue_specialists (person),
  language TEXT NOT NULL,
  name TEXT NOT NULL,
  approach TEXT NOT NULL,
  about TEXT NOT NULL,
  PRIMARY KEY (specialist, language)
);

-- What staff verified; never edited: the newest row counts.
CREATE TABLE catalogue_qualifications (
  id TEXT PRIMARY KEY,
  specialist TEXT NOT NULL REFERENCES catalogue_specialists (person),
  practice_began TEXT NOT NULL,
  undertaking BIGINT NOT NULL CHECK (undertaking IN (0, 1)),
  valid_until_us BIGINT,
  revoked BIGINT NOT NULL CHECK (revoked IN (0, 1)),
  recorded_at_us BIGINT NOT NULL,
  recorded_by TEXT
);
CREATE INDEX catalogue_qualifications_newest ON catalogue_qualifications (specialist, recorded_at_us, id);
CREATE TABLE catalogue_educations (
  qualification TEXT NOT NULL REFERENCES catalogue_qualifications (id),
  place BIGINT NOT NULL,
  field TEXT NOT NULL,
  level TEXT NOT NULL,
  verified BIGINT NOT NULL CHECK (verified IN (0, 1)),
  PRIMARY KEY (qualification, place)
);

CREATE TABLE catalogue_publications (
  id TEXT PRIMARY KEY,
  specialist TEXT NOT NULL REFERENCES catalogue_specialists (person),
  published_at_us BIGINT NOT NULL,
  published_by TEXT,
  withdrawn_at_us BIGINT,
  withdrawn_by TEXT
);
CREATE UNIQUE INDEX catalogue_publications_live ON catalogue_publications (specialist) WHERE withdrawn_at_us IS NULL;

CREATE TABLE catalogue_prices (
  specialist TEXT NOT NULL REFERENCES catalogue_specialists (person),
  effective_at_us BIGINT NOT NULL,
  price_minor BIGINT NOT NULL CHECK (price_minor > 0),
  currency TEXT NOT NULL,
  published_at_us BIGINT NOT NULL,
  published_by TEXT,
  PRIMARY KEY (specialist, effective_at_us)
);
