CREATE TABLE obligations_promises (
  id TEXT PRIMARY KEY,
  dedupe_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT,
  clause TEXT NOT NULL,
  terms_version TEXT NOT NULL,
  owner TEXT NOT NULL,
  arose_at_us BIGINT NOT NULL,
  due_at_us BIGINT NOT NULL,
  counted TEXT NOT NULL,
  steps TEXT NOT NULL,
  amount_minor BIGINT,
  currency TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'kept', 'lifted')),
  ended_at_us BIGINT,
  ended_by TEXT,
  reason TEXT,
  stage TEXT,
  look_at_us BIGINT,
  CHECK ((state = 'open') = (ended_at_us IS NULL)),
  CHECK ((state = 'lifted') = (reason IS NOT NULL)),
  CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
CREATE INDEX obligations_open_by_due ON obligations_promises (due_at_us, id) WHERE state = 'open';
CREATE INDEX obligations_open_by_look ON obligations_promises (look_at_us) WHERE state = 'open' AND look_at_us IS NOT NULL;
CREATE INDEX obligations_by_due ON obligations_promises (due_at_us, id);
CREATE INDEX obligations_by_person ON obligations_promises (person, due_at_us, id);
CREATE INDEX obligations_by_subject ON obligations_promises (subject, due_at_us, id);
CREATE TABLE obligations_alarms (
  promise TEXT NOT NULL REFERENCES obligations_promises (id),
  stage TEXT NOT NULL,
  raised_at_us BIGINT NOT NULL,
  due_at_us BIGINT NOT NULL,
  PRIMARY KEY (promise, stage, due_at_us)
);
CREATE TABLE obligations_postponements (
  promise TEXT NOT NULL REFERENCES obligations_promises (id),
  why TEXT NOT NULL,
  clause TEXT NOT NULL,
  due_before_at_us BIGINT NOT NULL,
  due_after_at_us BIGINT NOT NULL CHECK (due_after_at_us > due_before_at_us),
  at_us BIGINT NOT NULL,
  PRIMARY KEY (promise, why)
);
