-- A person's key, wrapped by the server key. The row outlives the key: a person whose key was destroyed never gets another.
CREATE TABLE privacy_keys (
  person TEXT PRIMARY KEY,
  wrapped BYTEA,
  minted_at_us BIGINT NOT NULL,
  destroyed_at_us BIGINT,
  CHECK ((wrapped IS NULL) = (destroyed_at_us IS NOT NULL))
);
