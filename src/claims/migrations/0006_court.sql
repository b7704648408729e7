-- A dispute that talking did not settle (HAR-6.7a). note: why, sealed with the client's key.
CREATE TABLE claims_courts (
  case_id TEXT PRIMARY KEY REFERENCES claims_cases (id),
  note BYTEA NOT NULL,
  marked_by TEXT NOT NULL,
  marked_at_us BIGINT NOT NULL,
  clause TEXT NOT NULL
);
