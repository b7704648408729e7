-- A line goes when its time is over and never changes before.
CREATE TRIGGER privacy_refusals_keep BEFORE UPDATE ON privacy_refusals BEGIN
  SELECT RAISE(ABORT, 'the security log is insert-only');
END;
