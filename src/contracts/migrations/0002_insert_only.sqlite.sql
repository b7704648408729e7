CREATE TRIGGER contracts_breaches_keep_update BEFORE UPDATE ON contracts_breaches BEGIN
  SELECT RAISE(ABORT, 'contracts_breaches is insert-only');
END;
CREATE TRIGGER contracts_breaches_keep_delete BEFORE DELETE ON contracts_breaches BEGIN
  SELECT RAISE(ABORT, 'contracts_breaches is insert-only');
END;
CREATE TRIGGER contracts_evidence_keep_update BEFORE UPDATE ON contracts_evidence BEGIN
  SELECT RAISE(ABORT, 'contracts_evidence is insert-only');
END;
CREATE TRIGGER contracts_evidence_keep_delete BEFORE DELETE ON contracts_evidence BEGIN
  SELECT RAISE(ABORT, 'contracts_evidence is insert-only');
END;
CREATE TRIGGER contracts_rulings_keep_update BEFORE UPDATE ON contracts_rulings BEGIN
  SELECT RAISE(ABORT, 'contracts_rulings is insert-only');
END;
CREATE TRIGGER contracts_rulings_keep_delete BEFORE DELETE ON contracts_rulings BEGIN
  SELECT RAISE(ABORT, 'contracts_rulings is insert-only');
END;
CREATE TRIGGER contracts_forfeits_keep_update BEFORE UPDATE ON contracts_forfeits BEGIN
  SELECT RAISE(ABORT, 'contracts_forfeits is insert-only');
END;
CREATE TRIGGER contracts_forfeits_keep_delete BEFORE DELETE ON contracts_forfeits BEGIN
  SELECT RAISE(ABORT, 'contracts_forfeits is insert-only');
END;
CREATE TRIGGER contracts_demands_keep_update BEFORE UPDATE ON contracts_demands BEGIN
  SELECT RAISE(ABORT, 'contracts_demands is insert-only');
END;
CREATE TRIGGER contracts_demands_keep_delete BEFORE DELETE ON contracts_demands BEGIN
  SELECT RAISE(ABORT, 'contracts_demands is insert-only');
END;
CREATE TRIGGER contracts_demand_ends_keep_update BEFORE UPDATE ON contracts_demand_ends BEGIN
  SELECT RAISE(ABORT, 'contracts_demand_ends is insert-only');
END;
CREATE TRIGGER contracts_demand_ends_keep_delete BEFORE DELETE ON contracts_demand_ends BEGIN
  SELECT RAISE(ABORT, 'contracts_demand_ends is insert-only');
END;
