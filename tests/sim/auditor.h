#pragma once

#include "lying_acquirer.h"

#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kelisim::sim {

/// Shows every row of the answer.
template <class See, class... Args>
void each(db::Tx& tx, db::Sql const& sql, See const& see, Args const&... args) {
  std::array<db::Param, sizeof...(Args)> const params{db::param(args)...};
  tx.run(sql, params, see);
}

/// Rows as the auditor reads them, with its own statements.
struct BookingRow {
  std::string id;
  std::string specialist;
  std::string client;
  int state = 0;  ///< 1 held, 2 confirmed, 3 cancelled, 4 finished, 5 expired, 6 released
  Instant starts_at;
  Instant ends_at;
  Instant busy_until;
  std::string order;
  Instant hold_expires_at;
  std::string repeat_of;
};

struct OrderRow {
  std::string id;
  std::string booking;
  std::string client;
  std::string specialist;
  std::string terms_version;
  std::string state;
  std::int64_t price = 0;
  Instant opened_at;
};

struct PaymentRow {
  std::string id;
  std::string order;
  std::string state;
  std::string purpose;
  std::int64_t price = 0;
  std::int64_t captured = 0;
};

struct RefundRow {
  std::string id;
  std::string payment;
  std::string order;
  std::string state;
  std::int64_t amount = 0;
};

/// Everything that the auditor compares, read in one snapshot.
struct Books {
  std::map<std::string, BookingRow> bookings;
  std::map<std::string, OrderRow> orders;
  std::map<std::string, PaymentRow> payments;
  std::map<std::string, RefundRow> refunds;
};
[[nodiscard]] Books read_books(db::Tx& tx);

/// What somebody was told with a 2xx and must find again for ever.
struct Promise {
  std::string booking;
  std::string what;         ///< `booked`, `cancelled`
  std::int64_t refund = 0;  ///< of `cancelled`
  Instant decided_at{};     ///< of `cancelled`: the instant that had to decide
};

/// Judges the business by its rows, by the acquirer's own book and by the clauses, with nothing of the code that
/// wrote the rows: its own statements, its own tables of states, its own arithmetic of hours and shares. Says what is
/// wrong; empty is what everybody wants.
class Auditor {
 public:
  explicit Auditor(LyingAcquirer const& acquirer) : acquirer_(acquirer) {}

  using Findings = std::vector<std::string>;

  void promise(Promise promise) { promises_.push_back(std::move(promise)); }

  /// After every operation: what was posted since the last look (I5).
  [[nodiscard]] Findings glance(db::Tx& tx);
  /// Everything that must hold at any instant (I1, I4–I9, I16).
  [[nodiscard]] Findings inspect(db::Tx& tx, Instant now);
  /// A quarter of an hour after the faults: every capture was noticed, whatever became of its callbacks (I11).
  [[nodiscard]] Findings recovered(db::Tx& tx) const;
  /// Everything that must hold when the faults are over and time has passed (I2, I6, I11, I18, and what the clauses
  /// say of every tenge).
  [[nodiscard]] Findings settle(db::Tx& tx, Instant now);

 private:
  void check_overlaps(Books const& books, Instant now, Findings& findings) const;
  void check_steps(Books const& books, Findings& findings);
  void check_acquirer(Books const& books, Findings& findings) const;
  void check_promises(db::Tx& tx, Books const& books, Findings& findings) const;

  LyingAcquirer const& acquirer_;
  std::vector<Promise> promises_;
  std::int64_t last_transaction_ = 0;
  std::map<std::string, std::string> states_;  ///< `booking <id>` → state at the last inspection
};

/// The parts, each in its own file.
void check_ledger(db::Tx& tx, Auditor::Findings& findings);
void check_contracts(db::Tx& tx, Books const& books, Auditor::Findings& findings);
void check_finality(db::Tx& tx, Books const& books, Instant now, Auditor::Findings& findings);
void check_money_by_clauses(db::Tx& tx, Books const& books, LyingAcquirer const& acquirer,
                            Auditor::Findings& findings);

}  // namespace kelisim::sim
