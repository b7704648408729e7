CREATE TABLE ledger_transactions (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
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
CREATE TRIGGER ledger_transactions_keep_update BEFORE UPDATE ON ledger_transactions BEGIN
  SELECT RAISE(ABORT, 'ledger_transactions is insert-only');
END;
CREATE TRIGGER ledger_transactions_keep_delete BEFORE DELETE ON ledger_transactions BEGIN
  SELECT RAISE(ABORT, 'ledger_transactions is insert-only');
END;
CREATE TRIGGER ledger_postings_keep_update BEFORE UPDATE ON ledger_postings BEGIN
  SELECT RAISE(ABORT, 'ledger_postings is insert-only');
END;
CREATE TRIGGER ledger_postings_keep_delete BEFORE DELETE ON ledger_postings BEGIN
  SELECT RAISE(ABORT, 'ledger_postings is insert-only');
END;
