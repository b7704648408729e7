-- body: sealed with the key of whoever it is about, or else of its author.
CREATE TABLE handover_notes (
  id TEXT PRIMARY KEY,
  about TEXT,
  body BYTEA NOT NULL,
  written_by TEXT NOT NULL,
  written_at_us BIGINT NOT NULL
);
CREATE INDEX handover_notes_about ON handover_notes (about, id);

CREATE TABLE handover_takings (
  note TEXT PRIMARY KEY REFERENCES handover_notes (id),
  taken_by TEXT NOT NULL,
  taken_at_us BIGINT NOT NULL
);
