-- Every change of a booking, a payment or a personal record (HAR-4.2.17e). Values that are personal are sealed with the key
-- of the person whose id object is; others are words, ids, amounts and instants.
CREATE TABLE privacy_changes (
  seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind TEXT NOT NULL,
  object TEXT NOT NULL,
  field TEXT NOT NULL,
  actor TEXT,
  at_us BIGINT NOT NULL,
  before TEXT,
  after TEXT,
  sealed_before BYTEA NOT NULL,
  sealed_after BYTEA NOT NULL
);
CREATE INDEX privacy_changes_of ON privacy_changes (object, field, seq);
-- Up to which row the audit chain holds the hash, and in which of its rows.
CREATE TABLE privacy_change_seals (
  upto BIGINT PRIMARY KEY,
  audit_seq BIGINT NOT NULL UNIQUE
);
CREATE FUNCTION privacy_changes_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the history of changes is insert-only'; END $$;
CREATE TRIGGER privacy_changes_keep BEFORE UPDATE OR DELETE ON privacy_changes FOR EACH ROW EXECUTE FUNCTION privacy_changes_keep();
CREATE TRIGGER privacy_change_seals_keep BEFORE UPDATE OR DELETE ON privacy_change_seals FOR EACH ROW EXECUTE FUNCTION privacy_changes_keep();
