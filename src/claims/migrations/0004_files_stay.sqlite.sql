CREATE TRIGGER claims_file_bodies_keep_update BEFORE UPDATE ON claims_file_bodies BEGIN
  SELECT RAISE(ABORT, 'claims_file_bodies is insert-only');
END;
CREATE TRIGGER claims_file_bodies_keep_delete BEFORE DELETE ON claims_file_bodies BEGIN
  SELECT RAISE(ABORT, 'claims_file_bodies is insert-only');
END;
CREATE TRIGGER claims_files_keep_update BEFORE UPDATE ON claims_files WHEN OLD.state IN ('kept', 'refused') BEGIN
  SELECT RAISE(ABORT, 'a file that was kept or refused stays as it is');
END;
CREATE TRIGGER claims_files_keep_delete BEFORE DELETE ON claims_files WHEN OLD.state IN ('kept', 'refused') BEGIN
  SELECT RAISE(ABORT, 'a file that was kept or refused stays as it is');
END;
