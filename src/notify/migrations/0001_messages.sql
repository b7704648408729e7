-- What people were told. `sealed` holds destination, title and body, sealed with the person's key.
CREATE TABLE notify_messages (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  template TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'email', 'account')),
  language TEXT NOT NULL,
  subject TEXT NOT NULL,
  dedupe TEXT NOT NULL UNIQUE,
  sealed BYTEA NOT NULL,
  condition_name TEXT NOT NULL,
  condition_about TEXT NOT NULL,
  created_at_us BIGINT NOT NULL,
  due_at_us BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dropped', 'refused')),
  settled_at_us BIGINT
);
CREATE INDEX notify_messages_of_person ON notify_messages (person_id, channel, state, id);
CREATE INDEX notify_messages_settled ON notify_messages (state, id);

CREATE TABLE notify_readings (
  message_id TEXT PRIMARY KEY REFERENCES notify_messages (id),
  read_at_us BIGINT NOT NULL
);
