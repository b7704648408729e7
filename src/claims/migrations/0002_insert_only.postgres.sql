CREATE FUNCTION claims_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER claims_messages_keep BEFORE UPDATE OR DELETE ON claims_messages FOR EACH ROW EXECUTE FUNCTION claims_keep();
CREATE TRIGGER claims_rulings_keep BEFORE UPDATE OR DELETE ON claims_rulings FOR EACH ROW EXECUTE FUNCTION claims_keep();
CREATE TRIGGER claims_appeals_keep BEFORE UPDATE OR DELETE ON claims_appeals FOR EACH ROW EXECUTE FUNCTION claims_keep();
CREATE TRIGGER claims_acceptances_keep BEFORE UPDATE OR DELETE ON claims_acceptances FOR EACH ROW EXECUTE FUNCTION claims_keep();
