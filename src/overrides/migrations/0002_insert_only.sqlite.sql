CREATE TRIGGER overrides_overrides_keep_update BEFORE UPDATE ON overrides_overrides BEGIN
  SELECT RAISE(ABORT, 'overrides_overrides is insert-only');
END;
CREATE TRIGGER overrides_overrides_keep_delete BEFORE DELETE ON overrides_overrides BEGIN
  SELECT RAISE(ABORT, 'overrides_overrides is insert-only');
END;
CREATE TRIGGER overrides_findings_keep_update BEFORE UPDATE ON overrides_findings BEGIN
  SELECT RAISE(ABORT, 'overrides_findings is insert-only');
END;
CREATE TRIGGER overrides_findings_keep_delete BEFORE DELETE ON overrides_findings BEGIN
  SELECT RAISE(ABORT, 'overrides_findings is insert-only');
END;
