CREATE FUNCTION privacy_disclosures_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the register of disclosures is insert-only'; END $$;
CREATE TRIGGER privacy_disclosures_keep BEFORE UPDATE OR DELETE ON privacy_disclosures FOR EACH ROW EXECUTE FUNCTION privacy_disclosures_keep();
CREATE TRIGGER privacy_disclosure_answers_keep BEFORE UPDATE OR DELETE ON privacy_disclosure_answers FOR EACH ROW EXECUTE FUNCTION privacy_disclosures_keep();
CREATE TRIGGER privacy_disclosures_made_keep BEFORE UPDATE OR DELETE ON privacy_disclosures_made FOR EACH ROW EXECUTE FUNCTION privacy_disclosures_keep();
