CREATE TRIGGER terms_calendar_days_keep_update BEFORE UPDATE ON terms_calendar_days BEGIN
  SELECT RAISE(ABORT, 'terms_calendar_days is insert-only');
END;
CREATE TRIGGER terms_calendar_days_keep_delete BEFORE DELETE ON terms_calendar_days BEGIN
  SELECT RAISE(ABORT, 'terms_calendar_days is insert-only');
END;
