#pragma once

#include "audit_records.h"
#include "each_row.h"
#include "lying_acquirer.h"

#include "kernel/instant.h"
#include "platform/db/tx.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace kelisim::sim {

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
  std::string terms_version;
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
  Instant bound_at;  ///< when the price was frozen under terms_version; opened_at before
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

/// Hours before the start by which a client cancels, by edition of the offer.
using Windows = std::map<std::string, int>;

/// A member of staff who was shown sealed data of somebody.
struct Reading {
  std::string actor;
  std::string subject;
  std::string object;
  friend auto operator<=>(Reading const&, Reading const&) = default;
};
/// How many rows of the audit chain the readings of one kind must have left.
struct Rows {
  std::int64_t at_least = 0;
  std::int64_t at_most = 0;  ///< an answer that was lost may have left its rows and was asked again
};

/// A time in which no process ran, so that nothing could be done by its instant.
struct Standstill {
  Instant from;
  Instant until;
};

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
  void edition(std::string const& version, int window_hours) { windows_[version] = window_hours; }
  void has_read(Reading const& reading, std::int64_t rows, std::int64_t tries) {
    auto& counted = readings_[reading];
    counted.at_least += rows;
    counted.at_most += rows * tries;
  }
  void alerted(std::string id) { alerts_.push_back(std::move(id)); }
  /// Rewrites what may only be added to, with the service's own credentials; `tx` is undone afterwards (I12).
  [[nodiscard]] static Findings try_to_rewrite(db::Tx& tx);
  /// The audit chain by a verifier of its own, under the key that it is chained with (I14).
  [[nodiscard]] Findings verify_chain(db::Tx& tx, std::span<std::uint8_t const, 32> key) const;
  void stood_still(Standstill time) { standstills_.push_back(time); }

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
  Windows windows_{{"2023-02-24", 12}};
  std::map<Reading, Rows> readings_;
  std::vector<std::string> alerts_;
  std::vector<Standstill> standstills_;
  Records records_;
  std::int64_t last_transaction_ = 0;
  std::map<std::string, std::string> states_;  ///< `booking <id>` → state at the last inspection
};

/// The parts, each in its own file.
void check_promises_of_the_business(db::Tx& tx, Books const& books, std::vector<Standstill> const& standstills,
                                    Instant now, bool everything_ended, Auditor::Findings& findings);
void check_cases(db::Tx& tx, Books const& books, bool everything_ended, Auditor::Findings& findings);
void check_breaches(db::Tx& tx, Books const& books, Auditor::Findings& findings);
void check_rows_of_deeds(db::Tx& tx, std::map<Reading, Rows> const& readings, Auditor::Findings& findings);
void check_alerts(db::Tx& tx, std::vector<std::string> const& alerts, Auditor::Findings& findings);
void check_figures(db::Tx& tx, Auditor::Findings& findings);
void check_ledger(db::Tx& tx, Auditor::Findings& findings);
void check_contracts(db::Tx& tx, Books const& books, Auditor::Findings& findings);
void check_finality(db::Tx& tx, Books const& books, Instant now, Auditor::Findings& findings);
void check_money_by_clauses(db::Tx& tx, Books const& books, LyingAcquirer const& acquirer, Windows const& windows,
                            Auditor::Findings& findings);

}  // namespace kelisim::sim
