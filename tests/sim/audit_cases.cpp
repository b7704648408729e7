#include "audit_clauses.h"
#include "auditor.h"

#include <fmt/format.h>

#include <algorithm>

namespace kelisim::sim {
namespace {

using Findings = Auditor::Findings;
using std::chrono::hours;

constexpr std::int64_t liability_cap = 3'000'000;  ///< HAR-6.4a: 30 000 KZT

struct RulingRow {
  std::int64_t number = 0;
  std::string finding;
  std::string by;
  std::int64_t refund = 0;
  std::int64_t damages = 0;
  Instant at;
};

struct CaseRow {
  std::string id;
  std::string standing;
  std::string state;
  std::string booking;
  Instant received_at;
  std::vector<RulingRow> rulings = {};
  bool appealed = false;
};

struct Acceptance {
  Instant accepted_at;
  Instant recorded_at;
};

struct Desk {
  std::map<std::string, CaseRow> cases;
  std::map<std::string, Acceptance> acceptances;
  std::map<std::string, Instant> earned;  ///< order → when the money became the specialist's
  std::map<std::string, Instant> ends;    ///< booking → the end that its people make it have
  std::set<std::string> remedied;         ///< bookings whose client may choose money or a repeat
};

constexpr db::Sql cases_sql{"auditor.cases", "SELECT id, standing, state, booking, received_at_us FROM claims_cases"};
constexpr db::Sql rulings_sql{"auditor.rulings",
                              "SELECT case_id, number, finding, ruled_by, refund_minor, damages_minor, ruled_at_us "
                              "FROM claims_rulings ORDER BY case_id, number"};
constexpr db::Sql appeals_sql{"auditor.appeals", "SELECT case_id FROM claims_appeals"};
constexpr db::Sql acceptances_sql{"auditor.acceptances_of_services",
                                  "SELECT booking, accepted_at_us, recorded_at_us FROM claims_acceptances"};
constexpr db::Sql earned_sql{"auditor.earned",
                             "SELECT order_id, at_us FROM ledger_transactions WHERE kind = 'earned'"};
constexpr db::Sql visits_sql{"auditor.visits_of_claims",
                             "SELECT booking, side, joined_at_us, left_at_us FROM sessions_presences"};
constexpr db::Sql remedied_sql{"auditor.remedied",
                               "SELECT booking FROM scheduling_remedies WHERE offered = 'refund_or_repeat'"};

Desk read_desk(db::Tx& tx, Books const& books) {
  Desk desk;
  each(tx, cases_sql, [&](db::Row const& row) {
    desk.cases[row.str(0)] = {row.str(0), row.str(1), row.str(2), row.maybe_str(3).value_or(""), row.instant(4)};
  });
  each(tx, rulings_sql, [&](db::Row const& row) {
    desk.cases[row.str(0)].rulings.push_back(
        {row.integer(1), row.str(2), row.str(3), row.integer(4), row.integer(5), row.instant(6)});
  });
  each(tx, appeals_sql, [&](db::Row const& row) { desk.cases[row.str(0)].appealed = true; });
  each(tx, acceptances_sql,
       [&](db::Row const& row) { desk.acceptances[row.str(0)] = {row.instant(1), row.instant(2)}; });
  each(tx, earned_sql, [&](db::Row const& row) { desk.earned[row.str(0)] = row.instant(1); });
  each(tx, remedied_sql, [&](db::Row const& row) { desk.remedied.insert(row.str(0)); });
  std::map<std::string, std::vector<Visit>> visits;
  each(tx, visits_sql, [&](db::Row const& row) {
    visits[row.str(0)].push_back(
        {row.integer(1) == 2, row.instant(2), row.maybe_instant(3).value_or(Instant{INT64_MAX})});
  });
  for (auto const& [id, booking] : books.bookings) {
    desk.ends[id] = actual_end(booking.starts_at, booking.ends_at, visits[id]);
  }
  return desk;
}

bool founded(RulingRow const& ruling) { return ruling.finding != "unfounded"; }

void check_rulings(CaseRow const& one, Desk const& desk, Books const& books, Findings& findings) {
  auto const& rulings = one.rulings;
  auto const say = [&](std::string_view what) { findings.push_back(fmt::format("I13: case {} {}", one.id, what)); };
  if (rulings.size() > 2) say("was ruled on more than twice");
  if (rulings.size() == 2 && !one.appealed) say("was ruled on again and nobody had appealed");
  if (rulings.size() == 2 && rulings[0].by == rulings[1].by) say("was ruled on twice by one person");
  if (rulings.size() == 2 && founded(rulings[0]) && !founded(rulings[1])) say("lost by an appeal what it had");
  auto const booking = books.bookings.find(one.booking);
  if (!rulings.empty() && booking == books.bookings.end()) return say("was ruled on and is of no session");
  for (auto const& ruling : rulings) {
    auto const price = books.orders.at(booking->second.order).price;
    if (!founded(ruling) && (ruling.refund != 0 || ruling.damages != 0)) say("was unfounded and brings money");
    if (ruling.refund != 0 && ruling.refund != price) say("brings another sum than the price");
    if (ruling.refund != 0 && !desk.remedied.contains(one.booking)) say("brings money that nobody may choose");
    if (ruling.damages > std::min(liability_cap, price)) say("brings more than HAR-6.4a allows");
    if (one.standing == "feedback" && founded(ruling)) say("refunds dissatisfaction (HAR-6.5a)");
  }
}

/// One ruling ends a claim, or the one on its appeal; what is no claim is answered.
void check_ended(CaseRow const& one, Findings& findings) {
  auto const decided = one.state == "ruled" || one.state == "final";
  auto const by_appeal = one.appealed ? std::size_t{2} : std::size_t{1};
  if (one.standing == "disputed" && !decided) {
    findings.push_back("liveness: claim " + one.id + " stays " + one.state);
  } else if (one.state == "open" || one.state == "appealed") {
    findings.push_back("liveness: case " + one.id + " stays " + one.state);
  }
  if (decided && (one.rulings.size() != by_appeal || (one.state == "final") != one.appealed)) {
    findings.push_back("I13: case " + one.id + " counts as " + one.state + " and its rulings say otherwise");
  }
}

/// A claim that stops the acceptance of a session: in time, with a reason on the offer's list (HAR-3.10b, d).
struct Stopped {
  bool now = false;  ///< some is undecided
  std::optional<Instant> upheld_at;
  std::set<std::int64_t> ruled_at;
};

Stopped stopped_by_claims(std::string const& booking, Desk const& desk) {
  Stopped stopped;
  for (auto const& [id, one] : desk.cases) {
    if (one.booking != booking) continue;
    for (auto const& ruling : one.rulings) {
      if (founded(ruling) && (!stopped.upheld_at || ruling.at < *stopped.upheld_at)) stopped.upheld_at = ruling.at;
    }
    if (one.standing != "disputed") continue;
    stopped.now = stopped.now || one.rulings.empty();
    if (!one.rulings.empty()) stopped.ruled_at.insert(one.rulings[0].at.micros);
  }
  return stopped;
}

/// HAR-3.10a–f: accepted 12 hours after the actual end and not before, unless a claim in time was rejected earlier
/// or later; no payout before acceptance.
void check_acceptance(std::string const& booking, Acceptance const& accepted, Desk const& desk, Books const& books,
                      Findings& findings) {
  auto const found = books.bookings.find(booking);
  if (found == books.bookings.end()) return findings.push_back("I4: " + booking + " was accepted and is no session");
  auto const by_time = desk.ends.at(booking) + hours(12);
  auto const stopped = stopped_by_claims(booking, desk);
  auto const by_ruling = stopped.ruled_at.contains(accepted.accepted_at.micros);
  if (accepted.accepted_at != by_time && !by_ruling) {
    findings.push_back(fmt::format("HAR-3.10a: {} was accepted {} and not {}", booking,
                                   to_rfc3339(accepted.accepted_at), to_rfc3339(by_time)));
  }
  if (accepted.recorded_at < accepted.accepted_at) {
    findings.push_back("HAR-3.10a: " + booking + " was accepted before its time");
  }
  if (stopped.upheld_at && *stopped.upheld_at < accepted.recorded_at) {
    findings.push_back("HAR-3.10f: " + booking + " was accepted after a claim was upheld");
  }
  if (stopped.now) findings.push_back("HAR-3.10b: " + booking + " was accepted over a claim that is undecided");
}

void check_payout(OrderRow const& order, Instant earned_at, Desk const& desk, Books const& books,
                  Findings& findings) {
  constexpr int cancelled = 3;
  constexpr int finished = 4;
  auto held = false;
  for (auto const& [id, booking] : books.bookings) {
    if (booking.order != order.id) continue;
    if (booking.state == cancelled) return;  // forfeited: nothing was rendered that could be accepted
    if (booking.state != finished) continue;
    auto const accepted = desk.acceptances.find(id);
    held = held || accepted == desk.acceptances.end() || accepted->second.recorded_at > earned_at;
    if (accepted != desk.acceptances.end() && accepted->second.recorded_at <= earned_at) return;
  }
  if (held) findings.push_back("HAR-3.10e: order " + order.id + " was paid out before its session was accepted");
}

}  // namespace

/// What the clauses say of claims, whatever the desk did.
void check_cases(db::Tx& tx, Books const& books, bool everything_ended, Findings& findings) {
  auto const desk = read_desk(tx, books);
  for (auto const& [id, one] : desk.cases) {
    check_rulings(one, desk, books, findings);
    if (everything_ended) check_ended(one, findings);
  }
  for (auto const& [booking, accepted] : desk.acceptances) {
    check_acceptance(booking, accepted, desk, books, findings);
  }
  for (auto const& [order, earned_at] : desk.earned) {
    auto const found = books.orders.find(order);
    if (found != books.orders.end()) check_payout(found->second, earned_at, desk, books, findings);
  }
}

}  // namespace kelisim::sim
