-- Letters that became requests. id: the name of the file in the inbox, so that one is never taken in twice.
CREATE TABLE letters_received (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  case_id TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (signature IN ('unchecked', 'absent', 'failed', 'passed')),
  received_at_us BIGINT NOT NULL
);
CREATE INDEX letters_received_of_person ON letters_received (person, received_at_us);
