-- A line goes when its time is over and never changes before.
CREATE FUNCTION privacy_refusals_keep() RETURNS trigger LANGUAGE plpgsql AS
  $$ BEGIN RAISE EXCEPTION 'the security log is insert-only'; END $$;
CREATE TRIGGER privacy_refusals_keep BEFORE UPDATE ON privacy_refusals FOR EACH ROW EXECUTE FUNCTION privacy_refusals_keep();
