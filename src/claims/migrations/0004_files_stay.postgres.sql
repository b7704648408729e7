CREATE TRIGGER claims_file_bodies_keep BEFORE UPDATE OR DELETE ON claims_file_bodies FOR EACH ROW EXECUTE FUNCTION claims_keep();
CREATE FUNCTION claims_files_ended() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'a file that was kept or refused stays as it is'; END $$;
CREATE TRIGGER claims_files_keep_update BEFORE UPDATE ON claims_files FOR EACH ROW
  WHEN (OLD.state IN ('kept', 'refused')) EXECUTE FUNCTION claims_files_ended();
CREATE TRIGGER claims_files_keep_delete BEFORE DELETE ON claims_files FOR EACH ROW
  WHEN (OLD.state IN ('kept', 'refused')) EXECUTE FUNCTION claims_files_ended();
