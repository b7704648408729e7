#include "audit_clauses.h"
#include "auditor.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kelisim::sim {
namespace {

using Findings = Auditor::Findings;

enum class Side : std::uint8_t { client = 1, specialist = 2, provider = 3 };

struct Cancellation {
  Side by = Side::client;
  Instant received_at;
  bool lifted = false;
};

struct Fate {
  bool returned = false;
  std::string why;
};

constexpr db::Sql cancellations{"auditor.cancellations",
                                "SELECT booking, side, received_at_us, lifted_at_us FROM scheduling_cancellations "
                                "ORDER BY booking, number"};
constexpr db::Sql presences{"auditor.presences",
                            "SELECT booking, side, joined_at_us, left_at_us FROM sessions_presences"};
constexpr db::Sql choices{"auditor.choices",
                          "SELECT booking, offered, choice FROM scheduling_remedies ORDER BY booking, offered_at_us"};
constexpr db::Sql founded_claims{"auditor.founded_claims",
                                 "SELECT c.booking FROM claims_rulings r JOIN claims_cases c ON c.id = r.case_id "
                                 "WHERE r.finding <> 'unfounded' AND c.booking IS NOT NULL"};
// A breach that is looked at again and found to be none gives back what it forfeited.
constexpr db::Sql forfeiting_breaches{
    "auditor.forfeiting_breaches",
    "SELECT b.client, r.ruled_at_us FROM contracts_breaches b JOIN contracts_rulings r ON r.breach = b.id "
    "WHERE r.confirmed = 1 AND b.code IN ('4.2.2', '4.2.7', '4.2.16') AND NOT EXISTS "
    "(SELECT 1 FROM contracts_restrictions s JOIN terms_decisions d ON d.subject = s.id "
    " WHERE s.breach = b.id AND d.kind = 'contracts.lift' AND d.facts LIKE '%\"unfounded\":true%')"};
constexpr db::Sql total_of{"auditor.total_of",
                           "SELECT CAST(COALESCE(sum(amount_minor), 0) AS BIGINT) FROM ledger_postings "
                           "WHERE account_kind = $1"};

struct Facts {
  std::map<std::string, Cancellation> cancelled;  ///< the last that stands
  std::map<std::string, std::vector<Visit>> visits;
  std::map<std::string, std::vector<std::string>> choices;   ///< of a session that failed, in order
  std::set<std::string> founded;                             ///< sessions against which a claim was upheld
  std::set<std::pair<std::string, std::int64_t>> forfeited;  ///< client and instant of a breach that forfeits
  Windows const* windows = nullptr;
};

Facts read_facts(db::Tx& tx) {
  Facts facts;
  each(tx, cancellations, [&](db::Row const& row) {
    facts.cancelled[row.str(0)] = {static_cast<Side>(row.integer(1)), row.instant(2), !row.is_null(3)};
  });
  each(tx, presences, [&](db::Row const& row) {
    facts.visits[row.str(0)].push_back(
        {row.integer(1) == 2, row.instant(2), row.maybe_instant(3).value_or(Instant{INT64_MAX})});
  });
  each(tx, choices, [&](db::Row const& row) {
    if (row.text(1) == "refund_or_repeat") facts.choices[row.str(0)].push_back(row.maybe_str(2).value_or(""));
  });
  each(tx, founded_claims, [&](db::Row const& row) { facts.founded.insert(row.str(0)); });
  each(tx, forfeiting_breaches, [&](db::Row const& row) { facts.forfeited.emplace(row.str(0), row.integer(1)); });
  return facts;
}

Fate fate_of(BookingRow const& booking, Facts const& facts, Books const& books);

/// The free repeat is paid by the same order: what becomes of it decides.
Fate fate_of_repeat(BookingRow const& first, Facts const& facts, Books const& books) {
  for (auto const& [id, booking] : books.bookings) {
    if (booking.repeat_of == first.id) return fate_of(booking, facts, books);
  }
  return {true, "HAR-1.session.e, a repeat was chosen and does not exist"};
}

Fate fate_of_finished(BookingRow const& booking, Facts const& facts, Books const& books) {
  auto const visits = facts.visits.find(booking.id);
  auto here = visits == facts.visits.end() ? std::vector<Visit>{} : visits->second;
  // Who waited at a door that closed again, because the session was moved, was not at this one (HAR-3.9e).
  std::erase_if(here, [&](Visit const& visit) { return visit.until < booking.starts_at - std::chrono::minutes(5); });
  auto const held = how_it_went(booking.starts_at, booking.ends_at, here);
  if (held == Held::no_specialist) return {true, "HAR-3.6c, the specialist never came"};
  auto const upheld = facts.founded.contains(booking.id);
  auto const chosen = facts.choices.find(booking.id);
  if (held != Held::short_measure && !upheld) {
    auto const why = held == Held::no_client ? "HAR-3.7a, the client never came" : "HAR-5.1d, the session was held";
    return {false, chosen == facts.choices.end() ? why : "HAR-3.10f, a choice was offered for nothing"};
  }
  if (chosen == facts.choices.end()) return {true, "HAR-1.session.e, HAR-3.10f, and nobody offered a choice"};
  if (std::ranges::find(chosen->second, "repeat") != chosen->second.end()) {
    return fate_of_repeat(booking, facts, books);
  }
  return {true, "HAR-1.session.e, HAR-3.10f, the client chose '" + chosen->second.back() + "'"};
}

Fate fate_of(BookingRow const& booking, Facts const& facts, Books const& books) {
  constexpr int confirmed = 2;
  constexpr int cancelled = 3;
  constexpr int finished = 4;
  if (booking.state == finished) return fate_of_finished(booking, facts, books);
  if (booking.state == confirmed) return {false, "it still stands"};
  if (booking.state != cancelled) return {true, "HAR-3.2b, paid and no booking"};
  auto const found = facts.cancelled.find(booking.id);
  if (found == facts.cancelled.end() || found->second.lifted) return {true, "cancelled, and nobody cancelled it"};
  auto const& last = found->second;
  if (last.by == Side::specialist) return {true, "HAR-3.6, the specialist cancelled"};
  if (last.by == Side::provider) {
    return facts.forfeited.contains({booking.client, last.received_at.micros})
               ? Fate{false, "HAR-6.2c, forfeited by a breach"}
               : Fate{true, "HAR-4.3.4b, HAR-4.3.5b, HAR-4.3.9c, our side called it off"};
  }
  return client_was_in_time(last.received_at, booking.starts_at, facts.windows->at(booking.terms_version))
             ? Fate{true, "HAR-3.8a, the client was in time"}
             : Fate{false, "HAR-3.7b, the client was late"};
}

void check_order(OrderRow const& order, Fate const& fate, std::int64_t taken, std::int64_t given_back,
                 std::int64_t price_taken, Findings& findings) {
  auto const kept = taken - given_back;
  auto const owed = fate.returned || price_taken == 0 ? 0 : order.price;
  if (kept != owed) {
    findings.push_back(
        fmt::format("I2/I6: of order {} {} is kept and {} may be: {}", order.id, kept, owed, fate.why));
  }
  auto const state = owed != 0 ? "earned" : price_taken != 0 ? "returned" : "closed";
  if (order.state != state) {
    findings.push_back(fmt::format("I2: order {} is {} and not {}: {}", order.id, order.state, state, fate.why));
  }
}

std::int64_t sum(db::Tx& tx, db::Sql const& sql, auto const&... args) {
  return *tx.one(sql, [](db::Row const& row) { return row.integer(0); }, args...);
}

}  // namespace

/// Every tenge that the acquirer ever took, against what the clauses say of the facts (I2, I6).
void check_money_by_clauses(db::Tx& tx, Books const& books, LyingAcquirer const& acquirer, Windows const& windows,
                            Findings& findings) {
  auto facts = read_facts(tx);
  facts.windows = &windows;
  std::map<std::string, std::int64_t> taken;
  std::map<std::string, std::int64_t> price_taken;
  std::map<std::string, std::int64_t> given_back;
  std::int64_t at_acquirer = 0;
  for (auto const& [number, entry] : acquirer.book()) {
    if (!entry.captured) continue;
    at_acquirer += entry.captured->minor() - entry.refunded().minor();
    auto const payment = books.payments.find(number);
    if (payment == books.payments.end()) {
      findings.push_back("I6: the acquirer took money for a payment that we do not know: " + number);
      continue;
    }
    if (payment->second.state != "captured")
      findings.push_back("I11: the capture of " + number + " was never noticed");
    auto const& order = payment->second.order;
    taken[order] += entry.captured->minor();
    given_back[order] += entry.refunded().minor();
    if (payment->second.purpose == "price") price_taken[order] += entry.captured->minor();
  }
  std::int64_t to_specialists = 0;
  std::int64_t to_us = 0;
  for (auto const& [id, order] : books.orders) {
    auto const booking = books.bookings.find(order.booking);
    if (booking == books.bookings.end()) {
      findings.push_back("I6: order " + id + " is of no booking");
      continue;
    }
    auto const fate = fate_of(booking->second, facts, books);
    check_order(order, fate, taken[id], given_back[id], price_taken[id], findings);
    if (fate.returned || price_taken[id] == 0) continue;
    auto const commission = order.price / 5;  // 20 %, cut to the tiyn; the rest is the specialist's
    to_us += commission;
    to_specialists += order.price - commission;
  }
  auto const expect = [&](std::string_view kind, std::int64_t expected) {
    auto const stands = sum(tx, total_of, kind);
    if (stands != expected)
      findings.push_back(fmt::format("I6: {} stands at {} and not at {}", kind, stands, expected));
  };
  expect("acquirer", at_acquirer);
  expect("specialist_payable", -to_specialists);
  expect("commission_revenue", -to_us);
  expect("prepaid_specialist", 0);
  expect("prepaid_commission", 0);
  expect("refund_due", 0);
}

}  // namespace kelisim::sim
