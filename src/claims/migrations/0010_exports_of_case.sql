CREATE INDEX claims_exports_of_case ON claims_exports (case_id, id);
