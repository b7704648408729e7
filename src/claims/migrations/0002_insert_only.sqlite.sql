CREATE TRIGGER claims_messages_keep_update BEFORE UPDATE ON claims_messages BEGIN
  SELECT RAISE(ABORT, 'claims_messages is insert-only');
END;
CREATE TRIGGER claims_messages_keep_delete BEFORE DELETE ON claims_messages BEGIN
  SELECT RAISE(ABORT, 'claims_messages is insert-only');
END;
CREATE TRIGGER claims_rulings_keep_update BEFORE UPDATE ON claims_rulings BEGIN
  SELECT RAISE(ABORT, 'claims_rulings is insert-only');
END;
CREATE TRIGGER claims_rulings_keep_delete BEFORE DELETE ON claims_rulings BEGIN
  SELECT RAISE(ABORT, 'claims_rulings is insert-only');
END;
CREATE TRIGGER claims_appeals_keep_update BEFORE UPDATE ON claims_appeals BEGIN
  SELECT RAISE(ABORT, 'claims_appeals is insert-only');
END;
CREATE TRIGGER claims_appeals_keep_delete BEFORE DELETE ON claims_appeals BEGIN
  SELECT RAISE(ABORT, 'claims_appeals is insert-only');
END;
CREATE TRIGGER claims_acceptances_keep_update BEFORE UPDATE ON claims_acceptances BEGIN
  SELECT RAISE(ABORT, 'claims_acceptances is insert-only');
END;
CREATE TRIGGER claims_acceptances_keep_delete BEFORE DELETE ON claims_acceptances BEGIN
  SELECT RAISE(ABORT, 'claims_acceptances is insert-only');
END;
