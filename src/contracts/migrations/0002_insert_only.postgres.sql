CREATE FUNCTION contracts_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END $$;
CREATE TRIGGER contracts_breaches_keep BEFORE UPDATE OR DELETE ON contracts_breaches FOR EACH ROW EXECUTE FUNCTION contracts_keep();
CREATE TRIGGER contracts_evidence_keep BEFORE UPDATE OR DELETE ON contracts_evidence FOR EACH ROW EXECUTE FUNCTION contracts_keep();
CREATE TRIGGER contracts_rulings_keep BEFORE UPDATE OR DELETE ON contracts_rulings FOR EACH ROW EXECUTE FUNCTION contracts_keep();
CREATE TRIGGER contracts_forfeits_keep BEFORE UPDATE OR DELETE ON contracts_forfeits FOR EACH ROW EXECUTE FUNCTION contracts_keep();
CREATE TRIGGER contracts_demands_keep BEFORE UPDATE OR DELETE ON contracts_demands FOR EACH ROW EXECUTE FUNCTION contracts_keep();
CREATE TRIGGER contracts_demand_ends_keep BEFORE UPDATE OR DELETE ON contracts_demand_ends FOR EACH ROW EXECUTE FUNCTION contracts_keep();
