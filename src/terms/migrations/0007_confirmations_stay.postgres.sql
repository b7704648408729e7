CREATE TRIGGER terms_confirmations_keep BEFORE UPDATE OR DELETE ON terms_confirmations FOR EACH ROW EXECUTE FUNCTION terms_keep();
