-- Every change of a booking, a payment or a personal record (HAR-4.2.17e). Values that are personal are sealed with the key
-- of the person whose id object is; others are words, ids, amounts and instants.
CREATE TABLE privacy_changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
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
CREATE TRIGGER privacy_changes_no_update BEFORE UPDATE ON privacy_changes BEGIN
  SELECT RAISE(ABORT, 'the history of changes is insert-only');
END;
CREATE TRIGGER privacy_changes_no_delete BEFORE DELETE ON privacy_changes BEGIN
  SELECT RAISE(ABORT, 'the history of changes is insert-only');
END;
CREATE TRIGGER privacy_change_seals_no_update BEFORE UPDATE ON privacy_change_seals BEGIN
  SELECT RAISE(ABORT, 'the history of changes is insert-only');
END;
CREATE TRIGGER privacy_change_seals_no_delete BEFORE DELETE ON privacy_change_seals BEGIN
  SELECT RAISE(ABORT, 'the history of changes is insert-only');
END;
