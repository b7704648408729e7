CREATE TABLE scheduling_bookings (
  id TEXT PRIMARY KEY,
  specialist TEXT NOT NULL,
  client TEXT NOT NULL,
  state BIGINT NOT NULL CHECK (state BETWEEN 1 AND 6),
  starts_at_us BIGINT NOT NULL,
  ends_at_us BIGINT NOT NULL CHECK (ends_at_us > starts_at_us),
  busy_until_us BIGINT NOT NULL CHECK (busy_until_us >= ends_at_us),
  order_id TEXT NOT NULL,
  terms_version TEXT NOT NULL,
  held_at_us BIGINT NOT NULL,
  hold_expires_at_us BIGINT NOT NULL,
  confirmed_at_us BIGINT,
  repeat_of TEXT UNIQUE REFERENCES scheduling_bookings (id),
  CHECK (state <> 2 OR confirmed_at_us IS NOT NULL)
);
CREATE INDEX scheduling_bookings_of_specialist ON scheduling_bookings (specialist, starts_at_us);
CREATE INDEX scheduling_bookings_of_client ON scheduling_bookings (client, starts_at_us);
CREATE INDEX scheduling_bookings_of_order ON scheduling_bookings (order_id);

CREATE TABLE scheduling_cancellations (
  booking TEXT NOT NULL REFERENCES scheduling_bookings (id),
  number BIGINT NOT NULL,
  side BIGINT NOT NULL,
  person TEXT NOT NULL,
  received_at_us BIGINT NOT NULL,
  effective_at_us BIGINT,
  refund_minor BIGINT NOT NULL,
  currency TEXT NOT NULL,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL,
  lifted_at_us BIGINT,
  PRIMARY KEY (booking, number)
);

CREATE UNIQUE INDEX scheduling_cancellations_standing ON scheduling_cancellations (booking)
  WHERE lifted_at_us IS NULL;

CREATE TABLE scheduling_moves (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL REFERENCES scheduling_bookings (id),
  side BIGINT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_at_us BIGINT NOT NULL,
  from_us BIGINT NOT NULL,
  to_us BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('made', 'asked', 'accepted', 'declined', 'lapsed')),
  answered_by TEXT,
  answered_at_us BIGINT,
  clause TEXT NOT NULL,
  decision TEXT NOT NULL
);
CREATE INDEX scheduling_moves_of_booking ON scheduling_moves (booking, asked_at_us);
CREATE UNIQUE INDEX scheduling_moves_open ON scheduling_moves (booking) WHERE state = 'asked';

-- A choice that the business owes a client: refund, another slot, or a free repeat.
CREATE TABLE scheduling_remedies (
  id TEXT PRIMARY KEY,
  booking TEXT NOT NULL REFERENCES scheduling_bookings (id),
  offered TEXT NOT NULL CHECK (offered IN ('refund_or_move', 'refund_or_repeat')),
  clause TEXT NOT NULL,
  offered_at_us BIGINT NOT NULL,
  due_at_us BIGINT,
  choice TEXT CHECK (choice IN ('refund', 'move', 'repeat')),
  chosen_at_us BIGINT,
  chosen_by TEXT,
  CHECK ((choice IS NULL) = (chosen_at_us IS NULL))
);
CREATE UNIQUE INDEX scheduling_remedies_open ON scheduling_remedies (booking) WHERE choice IS NULL;
CREATE INDEX scheduling_remedies_of_booking ON scheduling_remedies (booking, offered_at_us);
