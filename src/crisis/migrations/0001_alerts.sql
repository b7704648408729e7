CREATE TABLE crisis_alerts (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('urgent', 'condition')),
  person TEXT NOT NULL,
  specialist TEXT,
  duty_told BIGINT NOT NULL,
  raised_at_us BIGINT NOT NULL
);
