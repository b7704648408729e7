CREATE FUNCTION overrides_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER overrides_overrides_keep BEFORE UPDATE OR DELETE ON overrides_overrides FOR EACH ROW EXECUTE FUNCTION overrides_keep();
CREATE TRIGGER overrides_findings_keep BEFORE UPDATE OR DELETE ON overrides_findings FOR EACH ROW EXECUTE FUNCTION overrides_keep();
