#include "auditor.h"

#include <fmt/format.h>
#include <algorithm>

namespace kelisim::sim {
namespace {

using Findings = Auditor::Findings;
using Steps = std::map<std::string, std::set<std::string>>;

constexpr Duration buffer = std::chrono::minutes(10);

/// The tables of I4 as the clauses and the acquirer allow them. Several steps may lie between two inspections.
Steps const booking_steps{{"1", {"2", "5", "6"}}, {"5", {"2", "6"}}, {"2", {"3", "4"}},
                          {"3", {"2"}},           {"4", {}},         {"6", {}}};
Steps const order_steps{{"open", {"paid", "closed"}}, {"closed", {"paid"}},        {"paid", {"earned", "returning"}},
                        {"earned", {"returning"}},    {"returning", {"returned"}}, {"returned", {}}};
Steps const payment_steps{{"created", {"preparing", "expired", "captured", "failed"}},
                          {"preparing", {"waiting_for_client", "failed", "captured", "expired"}},
                          {"waiting_for_client", {"captured", "failed", "expired"}},
                          {"failed", {"captured"}},
                          {"expired", {"captured"}},
                          {"captured", {}}};
Steps const refund_steps{{"requested", {"sending", "confirmed"}},
                         {"sending", {"stuck", "confirmed"}},
                         {"stuck", {"sending", "confirmed"}},
                         {"confirmed", {}}};

bool reaches(Steps const& steps, std::string const& from, std::string const& to) {
  std::set<std::string> seen{from};
  std::vector<std::string> open{from};
  while (!open.empty()) {
    auto const here = open.back();
    open.pop_back();
    if (here == to) return true;
    auto const found = steps.find(here);
    if (found == steps.end()) return false;
    for (auto const& next : found->second) {
      if (seen.insert(next).second) open.push_back(next);
    }
  }
  return false;
}

void check_step(std::map<std::string, std::string>& known, Steps const& steps, std::string const& subject,
                std::string const& state, Findings& findings) {
  auto const [at, fresh] = known.try_emplace(subject, state);
  if (!steps.contains(state)) findings.push_back(fmt::format("I4: {} is in the unknown state {}", subject, state));
  if (!fresh && !reaches(steps, at->second, state)) {
    findings.push_back(fmt::format("I4: {} went from {} to {}", subject, at->second, state));
  }
  at->second = state;
}

constexpr db::Sql new_postings{
    "auditor.new_postings",
    "SELECT transaction_number, currency, CAST(sum(amount_minor) AS BIGINT), count(*) "
    "FROM ledger_postings WHERE transaction_number > $1 GROUP BY transaction_number, currency "
    "ORDER BY transaction_number"};
constexpr db::Sql cancellation_of{
    "auditor.cancellation_of",
    "SELECT refund_minor, received_at_us FROM scheduling_cancellations WHERE booking = $1 "
    "AND refund_minor = $2 AND received_at_us = $3 LIMIT 1"};

}  // namespace

Findings Auditor::glance(db::Tx& tx) {
  Findings findings;
  auto highest = last_transaction_;
  each(
      tx, new_postings,
      [&](db::Row const& row) {
        highest = std::max(highest, row.integer(0));
        if (row.integer(2) != 0) {
          findings.push_back(
              fmt::format("I5: transaction {} is {} {} off", row.integer(0), row.integer(2), row.text(1)));
        }
        if (row.integer(3) < 2) findings.push_back(fmt::format("I5: transaction {} has one side", row.integer(0)));
      },
      last_transaction_);
  last_transaction_ = highest;
  return findings;
}

void Auditor::check_overlaps(Books const& books, Instant now, Findings& findings) const {
  std::map<std::string, std::vector<BookingRow const*>> live;
  for (auto const& [id, booking] : books.bookings) {
    auto const held = booking.state == 1 && booking.hold_expires_at > now;
    if (held || booking.state == 2 || booking.state == 4) live[booking.specialist].push_back(&booking);
  }
  for (auto& [specialist, sessions] : live) {
    std::ranges::sort(sessions, {}, [](BookingRow const* row) { return row->starts_at; });
    for (std::size_t i = 1; i < sessions.size(); ++i) {
      auto const& before = *sessions[i - 1];
      auto const& after = *sessions[i];
      if (after.starts_at < before.ends_at + buffer) {
        findings.push_back(fmt::format("I1: {} and {} of one specialist overlap", before.id, after.id));
      }
    }
  }
}

void Auditor::check_steps(Books const& books, Findings& findings) {
  for (auto const& [id, row] : books.bookings) {
    check_step(states_, booking_steps, "booking " + id, std::to_string(row.state), findings);
  }
  for (auto const& [id, row] : books.orders) check_step(states_, order_steps, "order " + id, row.state, findings);
  for (auto const& [id, row] : books.payments)
    check_step(states_, payment_steps, "payment " + id, row.state, findings);
  for (auto const& [id, row] : books.refunds) check_step(states_, refund_steps, "refund " + id, row.state, findings);
}

/// I6–I9 at any instant: we never know of more than the acquirer does.
void Auditor::check_acquirer(Books const& books, Findings& findings) const {
  auto const& book = acquirer_.book();
  std::map<std::string, std::int64_t> asked_back;
  std::map<std::string, std::int64_t> confirmed_back;
  for (auto const& [id, refund] : books.refunds) {
    asked_back[refund.payment] += refund.amount;
    if (refund.state == "confirmed") confirmed_back[refund.payment] += refund.amount;
  }
  std::map<std::string, int> paid;
  for (auto const& [id, payment] : books.payments) {
    if (asked_back[id] > payment.captured) findings.push_back("I9: more asked back than captured by payment " + id);
    auto const entry = book.find(id);
    if (payment.state != "captured") continue;
    if (payment.purpose == "price") ++paid[payment.order];
    if (entry == book.end() || !entry->second.captured) {
      findings.push_back("I8: payment " + id + " counts as captured; the acquirer took nothing");
    } else if (entry->second.captured->minor() != payment.captured) {
      findings.push_back("I6: payment " + id + " is booked with another sum than the acquirer took");
    } else if (confirmed_back[id] > entry->second.refunded().minor()) {
      findings.push_back("I6: payment " + id + ": more counts as refunded than the acquirer gave back");
    }
  }
  for (auto const& [order, times] : paid) {
    if (times > 1) findings.push_back("I7: order " + order + " was paid twice");
  }
  for (auto const& affront : acquirer_.affronts()) findings.push_back("I9: the acquirer was asked for " + affront);
}

void Auditor::check_promises(db::Tx& tx, Books const& books, Findings& findings) const {
  for (auto const& promise : promises_) {
    if (!books.bookings.contains(promise.booking)) {
      findings.push_back("I19: " + promise.what + " was answered for " + promise.booking + ", which is lost");
    } else if (promise.what == "cancelled" && !tx.one(
                                                  cancellation_of, [](db::Row const&) { return 0; }, promise.booking,
                                                  promise.refund, promise.decided_at)) {
      findings.push_back(
          fmt::format("I10: the cancellation of {} with refund {} as of {} was answered and is not stored",
                      promise.booking, promise.refund, to_rfc3339(promise.decided_at)));
    }
  }
}

Findings Auditor::inspect(db::Tx& tx, Instant now) {
  auto findings = glance(tx);
  auto const books = read_books(tx);
  check_overlaps(books, now, findings);
  check_steps(books, findings);
  check_acquirer(books, findings);
  check_ledger(tx, findings);
  check_contracts(tx, books, findings);
  check_breaches(tx, books, findings);
  check_figures(tx, findings);
  records_.compare(tx, findings);
  return findings;
}

Findings Auditor::recovered(db::Tx& tx) const {
  Findings findings;
  auto const books = read_books(tx);
  for (auto const& [number, entry] : acquirer_.book()) {
    auto const payment = books.payments.find(number);
    if (!entry.captured || (payment != books.payments.end() && payment->second.state == "captured")) continue;
    findings.push_back("I11: 15 minutes after the acquirer answers again, the capture of " + number +
                       " is not noticed");
  }
  return findings;
}

Findings Auditor::settle(db::Tx& tx, Instant now) {
  last_transaction_ = 0;  // once more from the first
  auto findings = inspect(tx, now);
  auto const books = read_books(tx);
  check_promises(tx, books, findings);
  check_finality(tx, books, now, findings);
  check_promises_of_the_business(tx, books, standstills_, now, true, findings);
  check_cases(tx, books, true, findings);
  check_rows_of_deeds(tx, readings_, findings);
  check_alerts(tx, alerts_, findings);
  check_money_by_clauses(tx, books, acquirer_, windows_, findings);
  return findings;
}

}  // namespace kelisim::sim
