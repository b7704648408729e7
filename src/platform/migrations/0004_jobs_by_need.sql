-- With an index by state beside it SQLite never took the index of what is ready: each look for work sorted all that waits.
DROP INDEX platform_jobs_by_state;
CREATE INDEX platform_jobs_ended ON platform_jobs (due_at_us, id) WHERE state IN ('done', 'cancelled');
CREATE INDEX platform_jobs_failed ON platform_jobs (id) WHERE state = 'failed';
