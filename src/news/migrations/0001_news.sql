CREATE TABLE news_items (
  id TEXT PRIMARY KEY,
  published_by TEXT NOT NULL,
  published_at_us BIGINT NOT NULL
);

CREATE TABLE news_texts (
  news TEXT NOT NULL REFERENCES news_items (id),
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (news, language)
);

-- Somebody wants news by this channel, while withdrawn_at_us is not set. token: of the link that ends it.
CREATE TABLE news_opt_ins (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'sms')),
  token TEXT NOT NULL UNIQUE,
  given_at_us BIGINT NOT NULL,
  withdrawn_at_us BIGINT,
  withdrawn_through TEXT CHECK (withdrawn_through IN ('account', 'link')),
  CHECK ((withdrawn_at_us IS NULL) = (withdrawn_through IS NULL))
);
CREATE UNIQUE INDEX news_opt_ins_standing ON news_opt_ins (person, channel) WHERE withdrawn_at_us IS NULL;
CREATE INDEX news_opt_ins_in_order ON news_opt_ins (channel, id) WHERE withdrawn_at_us IS NULL;
