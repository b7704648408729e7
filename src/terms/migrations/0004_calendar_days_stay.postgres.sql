CREATE TRIGGER terms_calendar_days_keep BEFORE UPDATE OR DELETE ON terms_calendar_days FOR EACH ROW EXECUTE FUNCTION terms_keep();
