CREATE TRIGGER terms_decisions_keep_update BEFORE UPDATE ON terms_decisions BEGIN
  SELECT RAISE(ABORT, 'terms_decisions is insert-only');
END;
CREATE TRIGGER terms_decisions_keep_delete BEFORE DELETE ON terms_decisions BEGIN
  SELECT RAISE(ABORT, 'terms_decisions is insert-only');
END;
CREATE TRIGGER terms_editions_keep_update BEFORE UPDATE ON terms_editions BEGIN
  SELECT RAISE(ABORT, 'terms_editions is insert-only');
END;
CREATE TRIGGER terms_editions_keep_delete BEFORE DELETE ON terms_editions BEGIN
  SELECT RAISE(ABORT, 'terms_editions is insert-only');
END;
CREATE TRIGGER terms_acceptances_keep_update BEFORE UPDATE ON terms_acceptances BEGIN
  SELECT RAISE(ABORT, 'terms_acceptances is insert-only');
END;
CREATE TRIGGER terms_acceptances_keep_delete BEFORE DELETE ON terms_acceptances BEGIN
  SELECT RAISE(ABORT, 'terms_acceptances is insert-only');
END;
