CREATE TRIGGER claims_courts_keep_update BEFORE UPDATE ON claims_courts BEGIN
  SELECT RAISE(ABORT, 'claims_courts is insert-only');
END;
CREATE TRIGGER claims_courts_keep_delete BEFORE DELETE ON claims_courts BEGIN
  SELECT RAISE(ABORT, 'claims_courts is insert-only');
END;
