-- 1: lives as long as what the request made (I10); 0: goes with age. What was stored before stays.
ALTER TABLE platform_idempotency ADD COLUMN lasting BIGINT NOT NULL DEFAULT 1;
DROP INDEX platform_idempotency_by_age;
CREATE INDEX platform_idempotency_by_age ON platform_idempotency (created_at_us) WHERE lasting = 0;
