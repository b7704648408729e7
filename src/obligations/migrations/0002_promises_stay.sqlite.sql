CREATE TRIGGER obligations_promises_keep_update BEFORE UPDATE ON obligations_promises
  WHEN OLD.state <> 'open' OR NEW.due_at_us < OLD.due_at_us OR NEW.id IS NOT OLD.id OR NEW.dedupe_key IS NOT OLD.dedupe_key
    OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject OR NEW.person IS NOT OLD.person
    OR NEW.clause IS NOT OLD.clause OR NEW.terms_version IS NOT OLD.terms_version OR NEW.owner IS NOT OLD.owner
    OR NEW.arose_at_us IS NOT OLD.arose_at_us OR NEW.counted IS NOT OLD.counted
    OR NEW.amount_minor IS NOT OLD.amount_minor OR NEW.currency IS NOT OLD.currency
BEGIN
  SELECT RAISE(ABORT, 'a promise ends once and moves only later');
END;
CREATE TRIGGER obligations_promises_keep_delete BEFORE DELETE ON obligations_promises BEGIN
  SELECT RAISE(ABORT, 'a promise is never removed');
END;
CREATE TRIGGER obligations_alarms_keep_update BEFORE UPDATE ON obligations_alarms BEGIN
  SELECT RAISE(ABORT, 'obligations_alarms is insert-only');
END;
CREATE TRIGGER obligations_alarms_keep_delete BEFORE DELETE ON obligations_alarms BEGIN
  SELECT RAISE(ABORT, 'obligations_alarms is insert-only');
END;
CREATE TRIGGER obligations_postponements_keep_update BEFORE UPDATE ON obligations_postponements BEGIN
  SELECT RAISE(ABORT, 'obligations_postponements is insert-only');
END;
CREATE TRIGGER obligations_postponements_keep_delete BEFORE DELETE ON obligations_postponements BEGIN
  SELECT RAISE(ABORT, 'obligations_postponements is insert-only');
END;
