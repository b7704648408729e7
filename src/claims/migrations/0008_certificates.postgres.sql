-- A file belongs to a case, or is the certificate of a force majeure (HAR-7.3a): then it is sealed with a key of its own.
-- text: number and issuer of a certificate. whole_at_us: when the last of it arrived.
ALTER TABLE claims_files ALTER COLUMN case_id DROP NOT NULL;
ALTER TABLE claims_files ADD COLUMN outage TEXT;
ALTER TABLE claims_files ADD COLUMN whole_at_us BIGINT;
ALTER TABLE claims_files ADD COLUMN text TEXT;
ALTER TABLE claims_files ADD CHECK ((case_id IS NULL) <> (outage IS NULL));
ALTER TABLE claims_files ADD CHECK ((outage IS NULL) = (text IS NULL));
ALTER TABLE claims_files ADD UNIQUE (outage, number);
