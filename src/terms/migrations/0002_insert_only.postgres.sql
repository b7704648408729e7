CREATE FUNCTION terms_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER terms_decisions_keep BEFORE UPDATE OR DELETE ON terms_decisions FOR EACH ROW EXECUTE FUNCTION terms_keep();
CREATE TRIGGER terms_editions_keep BEFORE UPDATE OR DELETE ON terms_editions FOR EACH ROW EXECUTE FUNCTION terms_keep();
CREATE TRIGGER terms_acceptances_keep BEFORE UPDATE OR DELETE ON terms_acceptances FOR EACH ROW EXECUTE FUNCTION terms_keep();
