CREATE TABLE ledger_transactions (
  number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  at_us BIGINT NOT NULL,
  order_id TEXT NOT NULL,
  clause TEXT,
  decision_id TEXT,
  UNIQUE (kind, ref)
);
CREATE INDEX ledger_transactions_by_order ON ledger_transactions (order_id, number);
CREATE TABLE ledger_postings (
  transaction_number BIGINT NOT NULL REFERENCES ledger_transactions (number),
  account_kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  amount_minor BIGINT NOT NULL CHECK (amount_minor <> 0),
  currency TEXT NOT NULL,
  PRIMARY KEY (transaction_number, account_kind, owner, currency)
);
CREATE INDEX ledger_postings_by_account ON ledger_postings (account_kind, owner, currency, transaction_number);
CREATE TABLE ledger_balances (
  account_kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  balance_minor BIGINT NOT NULL,
  currency TEXT NOT NULL,
  PRIMARY KEY (account_kind, owner, currency)
);
CREATE FUNCTION ledger_keep() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME; END$$;
CREATE TRIGGER ledger_transactions_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transactions FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep();
CREATE TRIGGER ledger_postings_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_postings FOR EACH STATEMENT EXECUTE FUNCTION ledger_keep();
