CREATE TABLE orders_orders (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL UNIQUE,
  client_id TEXT NOT NULL,
  specialist_id TEXT NOT NULL,
  terms_version TEXT NOT NULL,
  opened_at_us BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'paid', 'earned', 'returning', 'returned', 'closed')),
  price_minor BIGINT CHECK (price_minor > 0),
  currency TEXT,
  commission_minor BIGINT CHECK (commission_minor BETWEEN 0 AND price_minor),
  commission_bp BIGINT,
  price_frozen_at_us BIGINT,
  paid_at_us BIGINT,
  earned_at_us BIGINT,
  times_locked BIGINT NOT NULL,
  CHECK ((price_minor IS NULL) = (currency IS NULL)),
  CHECK ((price_minor IS NULL) = (commission_minor IS NULL)),
  CHECK ((price_minor IS NULL) = (commission_bp IS NULL)),
  CHECK ((price_minor IS NULL) = (price_frozen_at_us IS NULL)),
  CHECK ((state IN ('open', 'closed')) = (paid_at_us IS NULL)),
  CHECK (state <> 'earned' OR earned_at_us IS NOT NULL)
);
CREATE INDEX orders_orders_by_specialist ON orders_orders (specialist_id, id);
CREATE INDEX orders_orders_by_client ON orders_orders (client_id, id);
CREATE TABLE orders_payments (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders_orders (id),
  payee TEXT NOT NULL CHECK (payee = 'provider'),
  state TEXT NOT NULL CHECK (state IN ('created', 'preparing', 'waiting_for_client', 'captured', 'failed', 'expired')),
  price_minor BIGINT NOT NULL CHECK (price_minor > 0),
  currency TEXT NOT NULL,
  description TEXT NOT NULL,
  language TEXT NOT NULL,
  return_path TEXT NOT NULL,
  begun_at_us BIGINT NOT NULL,
  expires_at_us BIGINT NOT NULL,
  gateway_payment TEXT,
  redirect_url TEXT,
  failure TEXT,
  purpose TEXT CHECK (purpose IN ('price', 'return')),
  captured_minor BIGINT CHECK (captured_minor > 0),
  captured_currency TEXT,
  captured_at_us BIGINT,
  fee_minor BIGINT,
  CHECK ((state = 'captured') = (captured_minor IS NOT NULL)),
  CHECK ((state = 'captured') = (captured_at_us IS NOT NULL)),
  CHECK ((state = 'captured') = (purpose IS NOT NULL)),
  CHECK (purpose IS NULL OR purpose <> 'price' OR (captured_minor = price_minor AND captured_currency = currency)),
  CHECK (state <> 'waiting_for_client' OR (redirect_url IS NOT NULL AND gateway_payment IS NOT NULL))
);
CREATE INDEX orders_payments_by_order ON orders_payments (order_id, id);
CREATE UNIQUE INDEX orders_payments_one_running ON orders_payments (order_id)
  WHERE state IN ('created', 'preparing', 'waiting_for_client');
CREATE UNIQUE INDEX orders_payments_one_price ON orders_payments (order_id) WHERE purpose = 'price';
CREATE TABLE orders_refunds (
  id TEXT PRIMARY KEY,
  payment_id TEXT NOT NULL REFERENCES orders_payments (id),
  order_id TEXT NOT NULL REFERENCES orders_orders (id),
  amount_minor BIGINT NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('requested', 'sending', 'confirmed', 'stuck')),
  clause TEXT NOT NULL,
  decision_id TEXT,
  requested_at_us BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  sent_at_us BIGINT,
  confirmed_at_us BIGINT,
  CHECK ((state = 'confirmed') = (confirmed_at_us IS NOT NULL)),
  CHECK (state <> 'sending' OR sent_at_us IS NOT NULL)
);
CREATE INDEX orders_refunds_by_order ON orders_refunds (order_id, id);
CREATE UNIQUE INDEX orders_refunds_one_at_a_time ON orders_refunds (payment_id) WHERE state <> 'confirmed';
CREATE TABLE orders_history (
  order_id TEXT NOT NULL REFERENCES orders_orders (id),
  number BIGINT NOT NULL,
  at_us BIGINT NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (order_id, number)
);
CREATE TABLE orders_cases (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  order_id TEXT NOT NULL REFERENCES orders_orders (id),
  detail TEXT NOT NULL,
  opened_at_us BIGINT NOT NULL,
  closed_at_us BIGINT,
  closed_by TEXT,
  UNIQUE (kind, subject),
  CHECK ((closed_at_us IS NULL) = (closed_by IS NULL))
);
CREATE INDEX orders_cases_open ON orders_cases (id) WHERE closed_at_us IS NULL;
