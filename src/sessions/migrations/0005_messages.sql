-- What the two of a session wrote to each other in its room, numbered in the order of its keeping. sealed: with the
-- client's key, whoever wrote it. mark: made by the author's page, so that what it sends again is kept once.
CREATE TABLE sessions_messages (
  booking TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number > 0),
  client TEXT NOT NULL,
  author TEXT NOT NULL,
  mark TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  said_at_us BIGINT NOT NULL,
  PRIMARY KEY (booking, number)
);
CREATE UNIQUE INDEX sessions_messages_once ON sessions_messages (booking, author, mark);
CREATE INDEX sessions_messages_of_client ON sessions_messages (client, said_at_us);
CREATE INDEX sessions_messages_of_author ON sessions_messages (author, said_at_us);
