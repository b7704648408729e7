CREATE TRIGGER privacy_disclosures_no_update BEFORE UPDATE ON privacy_disclosures BEGIN
  SELECT RAISE(ABORT, 'the register of disclosures is insert-only');
END;
CREATE TRIGGER privacy_disclosures_no_delete BEFORE DELETE ON privacy_disclosures BEGIN
  SELECT RAISE(ABORT, 'the register of disclosures is insert-only');
END;
CREATE TRIGGER privacy_disclosure_answers_no_update BEFORE UPDATE ON privacy_disclosure_answers BEGIN
  SELECT RAISE(ABORT, 'the register of disclosures is insert-only');
END;
CREATE TRIGGER privacy_disclosure_answers_no_delete BEFORE DELETE ON privacy_disclosure_answers BEGIN
  SELECT RAISE(ABORT, 'the register of disclosures is insert-only');
END;
CREATE TRIGGER privacy_disclosures_made_no_update BEFORE UPDATE ON privacy_disclosures_made BEGIN
  SELECT RAISE(ABORT, 'the register of disclosures is insert-only');
END;
CREATE TRIGGER privacy_disclosures_made_no_delete BEFORE DELETE ON privacy_disclosures_made BEGIN
  SELECT RAISE(ABORT, 'the register of disclosures is insert-only');
END;
