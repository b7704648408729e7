CREATE TRIGGER terms_confirmations_keep_update BEFORE UPDATE ON terms_confirmations BEGIN
  SELECT RAISE(ABORT, 'terms_confirmations is insert-only');
END;
CREATE TRIGGER terms_confirmations_keep_delete BEFORE DELETE ON terms_confirmations BEGIN
  SELECT RAISE(ABORT, 'terms_confirmations is insert-only');
END;
