#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "platform/db/tx.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Double entry. Every sum that was captured stands in exactly one place; a correction is a new transaction.
/// Transactions and postings are insert-only (triggers refuse the rest on both engines), a debit is positive, and
/// every transaction sums to zero in each currency.
namespace kelisim::ledger {

/// What an account is for; the owner says whose. The order of a captured session:
///   capture      acquirer +15000, prepaid_specialist −12000, prepaid_commission −3000        (HAR-5.1c, HAR-5.1d)
///   earned       prepaid_* back to 0, specialist_payable −12000, commission_revenue −3000     (HAR-3.10e, HAR-3.7f)
///   full refund  prepaid_* (or what was earned) back to 0, refund_due −15000                   (HAR-3.6e)
///   given against a clause, earned and left so: goodwill +15000, refund_due −15000
///   refund paid  refund_due +15000, acquirer −15000, when the gateway has confirmed
enum class AccountKind : std::uint8_t {
  acquirer,            ///< owed to us by the card gateway; owner: the gateway's name
  prepaid_specialist,  ///< the specialist's part of a session not yet accepted; owner: the order
  prepaid_commission,  ///< our part of it; owner: the order
  specialist_payable,  ///< earned and owed to a specialist; owner: the person
  commission_revenue,  ///< earned by the provider; owner: none
  refund_due,          ///< owed back to a client; owner: the order
  goodwill,            ///< given back though a clause keeps it: the provider's expense; owner: none
  gateway_fee,         ///< the provider's expense, never a client's or a specialist's; owner: the gateway's name
};
[[nodiscard]] std::string_view to_text(AccountKind kind);
[[nodiscard]] std::optional<AccountKind> parse_account_kind(std::string_view text);

/// One account per kind, owner and currency. It exists when it is first posted to.
struct Account {
  AccountKind kind;
  std::string owner;  ///< an id, or empty; never a person's data
  Currency currency;

  friend auto operator<=>(Account const&, Account const&) = default;
};

/// A signed amount on one account: debit positive, credit negative, in the account's currency, never zero.
struct Posting {
  AccountKind kind;
  std::string owner;
  Money amount;

  friend bool operator==(Posting const&, Posting const&) = default;
};

enum class TransactionKind : std::uint8_t { capture, earned, refund, refund_paid, gateway_fee, payout, correction };
[[nodiscard]] std::string_view to_text(TransactionKind kind);
[[nodiscard]] std::optional<TransactionKind> parse_transaction_kind(std::string_view text);

struct Transaction {
  TransactionKind kind;
  std::string ref;  ///< with the kind unique for ever: the payment, refund or order that it follows from
  Instant at;
  std::string order = {};  ///< the order it belongs to; empty for none
  std::optional<Clause> clause = std::nullopt;
  std::optional<std::string> decision = std::nullopt;  ///< id of the stored decision
  std::vector<Posting> postings;                       ///< 2 … 16, at most one per account
};

enum class Posted : std::uint8_t {
  now,
  before,  ///< the same transaction stood there already; nothing was written
};

/// Writes the transaction and moves the balances. Postings that do not sum to zero per currency, a zero amount, or
/// another transaction under the same kind and ref are bugs.
Posted post(db::Tx& tx, Transaction const& transaction);

/// Zero for an account that nobody has posted to.
[[nodiscard]] Money balance(db::Tx& tx, Account const& account);

/// The sum of what transactions of that kind moved on the account.
[[nodiscard]] Money moved(db::Tx& tx, Account const& account, TransactionKind kind);

struct Balance {
  Account account;
  Money amount;
};

/// What staff and views ask for; absent fields do not filter.
struct BalanceFilter {
  std::optional<AccountKind> kind = std::nullopt;
  std::optional<std::string> owner = std::nullopt;
  bool nonzero_only = true;
  std::optional<Account> after = std::nullopt;  ///< the last of the page before
  int limit = 100;                              ///< 1 … 500
};
/// In order of kind (by its text), owner, currency.
[[nodiscard]] std::vector<Balance> balances(db::Tx& tx, BalanceFilter const& filter);

/// A transaction as it is stored.
struct Entry {
  std::int64_t number;  ///< grows with time; the cursor of the lists
  TransactionKind kind;
  std::string ref;
  Instant at;
  std::string order;
  std::optional<std::string> clause;  ///< id of the ledger row
  std::optional<std::string> decision;
  std::vector<Posting> postings;
};

struct EntryFilter {
  std::optional<std::string> order = std::nullopt;
  std::optional<Account> account = std::nullopt;      ///< only transactions that post to it
  std::optional<std::int64_t> before = std::nullopt;  ///< number of the last entry of the page before
  int limit = 50;                                     ///< 1 … 200
};
/// Newest first.
[[nodiscard]] std::vector<Entry> entries(db::Tx& tx, EntryFilter const& filter);

/// One way in which the books are wrong. Empty lists are what the auditor wants.
struct Discrepancy {
  std::string what;     ///< `unbalanced`, `balance_differs`, `no_postings`, `zero_posting`
  std::string subject;  ///< the transaction's number or the account
};
/// Recomputes every balance and every sum from the postings, with nothing of the code that wrote them (I5).
[[nodiscard]] std::vector<Discrepancy> check(db::Tx& tx);

}  // namespace kelisim::ledger
