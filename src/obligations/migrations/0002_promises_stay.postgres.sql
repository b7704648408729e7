CREATE FUNCTION obligations_keep_promise() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN
    IF TG_OP = 'DELETE' OR OLD.state <> 'open' OR NEW.due_at_us < OLD.due_at_us
      OR (NEW.id, NEW.dedupe_key, NEW.kind, NEW.subject, NEW.person, NEW.clause, NEW.terms_version, NEW.owner,
          NEW.arose_at_us, NEW.counted, NEW.amount_minor, NEW.currency) IS DISTINCT FROM
         (OLD.id, OLD.dedupe_key, OLD.kind, OLD.subject, OLD.person, OLD.clause, OLD.terms_version, OLD.owner,
          OLD.arose_at_us, OLD.counted, OLD.amount_minor, OLD.currency)
    THEN RAISE EXCEPTION 'a promise ends once, moves only later and is never removed'; END IF;
    RETURN NEW; END $$;
CREATE FUNCTION obligations_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER obligations_promises_keep BEFORE UPDATE OR DELETE ON obligations_promises FOR EACH ROW EXECUTE FUNCTION obligations_keep_promise();
CREATE TRIGGER obligations_alarms_keep BEFORE UPDATE OR DELETE ON obligations_alarms FOR EACH ROW EXECUTE FUNCTION obligations_keep();
CREATE TRIGGER obligations_postponements_keep BEFORE UPDATE OR DELETE ON obligations_postponements FOR EACH ROW EXECUTE FUNCTION obligations_keep();
