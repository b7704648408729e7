CREATE TRIGGER claims_courts_keep BEFORE UPDATE OR DELETE ON claims_courts FOR EACH ROW EXECUTE FUNCTION claims_keep();
