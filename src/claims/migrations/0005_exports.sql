-- Who of the staff asked for the archive of a case; it is fetched right after, by them alone.
CREATE TABLE claims_exports (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES claims_cases (id),
  by_person TEXT NOT NULL,
  asked_at_us BIGINT NOT NULL
);
