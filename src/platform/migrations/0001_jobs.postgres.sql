CREATE TABLE platform_jobs (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind TEXT NOT NULL,
  dedupe_key TEXT UNIQUE,
  payload TEXT NOT NULL,
  due_at_us BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'failed', 'cancelled')),
  attempts BIGINT NOT NULL,
  fence BIGINT NOT NULL,
  last_error TEXT,
  lease_until_us BIGINT,
  done_at_us BIGINT,
  CHECK ((state = 'running') = (lease_until_us IS NOT NULL)),
  CHECK ((state = 'done') = (done_at_us IS NOT NULL))
);
CREATE INDEX platform_jobs_ready ON platform_jobs (due_at_us, id) WHERE state = 'ready';
CREATE INDEX platform_jobs_running ON platform_jobs (lease_until_us) WHERE state = 'running';
CREATE INDEX platform_jobs_by_state ON platform_jobs (state, id);
