#include "audit_clauses.h"
#include "audit_deadlines.h"
#include "auditor.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kelisim::sim {
namespace {

using Findings = Auditor::Findings;
using std::chrono::hours;
using std::chrono::minutes;

constexpr Duration sweeping = hours(2);  ///< the clock of the world leaps an hour at a time, and a sweep may fail

struct PromiseRow {
  std::string id;
  std::string key;
  std::string kind;
  std::string subject;
  bool by_server = false;
  Instant arose_at;
  Instant due_at;
  std::string state;
  Instant ended_at;
};

struct Alarm {
  Call call = Call::due_soon;
  Instant raised_at;
  Instant due_at;
};

struct Event {  ///< of force majeure, and over
  std::string id;
  Instant from;
  Instant until;
  Instant closed_at;
};

struct Board {
  std::vector<PromiseRow> promises;
  std::map<std::string, std::vector<Alarm>> alarms;
  std::map<std::string, Instant> postponed_at;  ///< the last time
  std::vector<Event> events;                    ///< in the order of their closing
  std::map<std::string, Instant> outages;       ///< begin of each
  std::map<std::string, std::vector<Visit>> visits;
  std::map<std::string, std::set<std::int64_t>> starts;  ///< that a session ever had
};

constexpr db::Sql promises_sql{"auditor.promises",
                               "SELECT id, dedupe_key, kind, subject, owner, arose_at_us, due_at_us, state, "
                               "ended_at_us FROM obligations_promises ORDER BY id"};
constexpr db::Sql alarms_sql{"auditor.alarms",
                             "SELECT promise, stage, raised_at_us, due_at_us FROM obligations_alarms"};
constexpr db::Sql postponements_sql{"auditor.postponements",
                                    "SELECT promise, max(at_us) FROM obligations_postponements GROUP BY promise"};
constexpr db::Sql outages_sql{"auditor.outages",
                              "SELECT id, kind, from_us, COALESCE(until_us, closed_at_us), closed_at_us FROM "
                              "scheduling_outages ORDER BY closed_at_us, id"};
constexpr db::Sql visits_sql{"auditor.visits",
                             "SELECT booking, side, joined_at_us, left_at_us FROM sessions_presences"};
constexpr db::Sql moves_sql{"auditor.moves", "SELECT booking, from_us, to_us FROM scheduling_moves"};
// Whatever is owed by a clause has its row.
constexpr db::Sql owed_sql{
    "auditor.owed",
    "SELECT k FROM (SELECT 'orders.refund:' || id AS k FROM orders_refunds UNION ALL "
    "SELECT 'claims.answer:' || id || ':1' FROM claims_cases UNION ALL "
    "SELECT 'claims.answer:' || case_id || ':appeal' FROM claims_appeals UNION ALL "
    "SELECT 'contracts.penalty:' || breach FROM contracts_demands UNION ALL "
    "SELECT 'scheduling.remedy:' || id FROM scheduling_remedies WHERE due_at_us IS NOT NULL UNION ALL "
    "SELECT 'sessions.acceptance:' || booking FROM sessions_outcomes WHERE outcome IN ('held', 'no_show_client') "
    "UNION ALL SELECT 'scheduling.force_majeure_notice:' || id FROM scheduling_outages WHERE kind = 'force_majeure' "
    "UNION ALL SELECT 'scheduling.force_majeure_certificate:' || id FROM scheduling_outages "
    "WHERE kind = 'force_majeure') owed WHERE NOT EXISTS "
    "(SELECT 1 FROM obligations_promises p WHERE p.dedupe_key = owed.k)"};

Call call_of(std::string const& stage) {
  return stage == "due_soon" ? Call::due_soon : stage == "overdue" ? Call::overdue : Call::escalated;
}

Board read_board(db::Tx& tx) {
  Board board;
  board.promises = tx.all(promises_sql, [](db::Row const& row) {
    return PromiseRow{row.str(0),
                      row.str(1),
                      row.str(2),
                      row.str(3),
                      row.str(4) == "system",
                      row.instant(5),
                      row.instant(6),
                      row.str(7),
                      row.maybe_instant(8).value_or(Instant{INT64_MAX})};
  });
  each(tx, alarms_sql, [&](db::Row const& row) {
    board.alarms[row.str(0)].push_back({call_of(row.str(1)), row.instant(2), row.instant(3)});
  });
  each(tx, postponements_sql, [&](db::Row const& row) { board.postponed_at[row.str(0)] = row.instant(1); });
  each(tx, outages_sql, [&](db::Row const& row) {
    board.outages[row.str(0)] = row.instant(2);
    if (row.text(1) != "force_majeure" || row.is_null(4)) return;
    board.events.push_back({row.str(0), row.instant(2), std::min(row.instant(3), row.instant(4)), row.instant(4)});
  });
  each(tx, visits_sql, [&](db::Row const& row) {
    board.visits[row.str(0)].push_back(
        {row.integer(1) == 2, row.instant(2), row.maybe_instant(3).value_or(Instant{INT64_MAX})});
  });
  each(tx, moves_sql, [&](db::Row const& row) {
    board.starts[row.str(0)].insert(row.integer(1));
    board.starts[row.str(0)].insert(row.integer(2));
  });
  return board;
}

/// By the clause of its kind alone; nothing for a kind that the auditor was not taught. A choice is open until the
/// start that was called off, which a move may have changed since: any start that the session ever had.
std::vector<Instant> due_by_clause(PromiseRow const& promise, Board const& board, Books const& books) {
  auto const& kind = promise.kind;
  auto const from = promise.arose_at;
  if (kind == "orders.refund") return {from + minutes(5)};
  if (kind == "claims.answer") return {std::min(end_of_day_after(from, 10), end_of_working_day_after(from, 3))};
  if (kind == "contracts.penalty") return {end_of_working_day_after(from, 5)};
  auto const outage = board.outages.find(promise.subject);
  if (outage != board.outages.end()) {
    if (kind == "scheduling.force_majeure_notice") return {end_of_day_after(outage->second, 5)};
    if (kind == "scheduling.force_majeure_certificate") return {end_of_day_after(outage->second, 10)};
  }
  auto const booking = books.bookings.find(promise.subject);
  if (booking == books.bookings.end()) return {};
  auto const [starts_at, ends_at] = std::pair(booking->second.starts_at, booking->second.ends_at);
  if (kind == "sessions.acceptance") {
    auto const visits = board.visits.find(promise.subject);
    auto const none = std::vector<Visit>{};
    return {actual_end(starts_at, ends_at, visits == board.visits.end() ? none : visits->second) + hours(12)};
  }
  if (kind != "scheduling.remedy") return {};
  std::vector<Instant> due{starts_at};
  if (auto const starts = board.starts.find(promise.subject); starts != board.starts.end()) {
    for (auto const start : starts->second) due.push_back({start});
  }
  return due;
}

/// HAR-7.1a: what ran of the event since the promise was made is added, where it was not over before. `at_the_end`:
/// whether what ended at the very instant of the closing was still open then.
Instant shifted(PromiseRow const& promise, Instant due, std::vector<Event> const& events, bool at_the_end) {
  for (auto const& event : events) {
    auto const open = event.closed_at < promise.ended_at || (at_the_end && event.closed_at == promise.ended_at);
    auto const since = std::max(promise.arose_at, event.from);
    if (!open || promise.subject == event.id || due < event.from || event.until <= since) continue;
    due = due + (event.until - since);
  }
  return due;
}

void check_due(PromiseRow const& promise, Board const& board, Books const& books, Findings& findings) {
  auto const by_clause = due_by_clause(promise, board, books);
  if (by_clause.empty()) return findings.push_back("I31: nobody taught the auditor what is due by " + promise.key);
  auto const right = std::ranges::any_of(by_clause, [&](Instant due) {
    return shifted(promise, due, board.events, false) == promise.due_at ||
           shifted(promise, due, board.events, true) == promise.due_at;
  });
  if (right) return;
  findings.push_back(fmt::format("I31: {} is due {} and stands at {}", promise.key,
                                 to_rfc3339(shifted(promise, by_clause.front(), board.events, false)),
                                 to_rfc3339(promise.due_at)));
}

/// The latest at which a sweep must have come, if no process stood still over it.
Instant heard_by(Instant at, std::vector<Standstill> const& standstills) {
  auto until = at + sweeping;
  for (auto const& still : standstills) {
    if (still.from <= until && still.until > at) until = std::max(until, still.until + sweeping);
  }
  return until;
}

void check_calls(PromiseRow const& promise, Board const& board, std::vector<Standstill> const& standstills,
                 Instant now, Findings& findings) {
  auto const found = board.alarms.find(promise.id);
  auto const raised = found == board.alarms.end() ? std::vector<Alarm>{} : found->second;
  for (auto const& alarm : raised) {
    if (alarm.raised_at < call_at(alarm.call, promise.arose_at, alarm.due_at, promise.by_server)) {
      findings.push_back("I31: somebody was called before the time of " + promise.key);
    }
  }
  auto const moved = board.postponed_at.find(promise.id);
  for (auto const call : {Call::due_soon, Call::overdue, Call::escalated}) {
    if (call == Call::due_soon && (promise.by_server || promise.due_at <= promise.arose_at)) continue;
    auto begins = call_at(call, promise.arose_at, promise.due_at, promise.by_server);
    if (moved != board.postponed_at.end()) begins = std::max(begins, moved->second);
    auto const last = heard_by(begins, standstills);
    if (std::min(now, promise.ended_at) <= last) continue;
    auto const heard = std::ranges::any_of(
        raised, [&](Alarm const& alarm) { return alarm.call >= call && alarm.raised_at <= last; });
    auto const before = moved != board.postponed_at.end() && std::ranges::any_of(raised, [&](Alarm const& alarm) {
                          return alarm.call >= call && alarm.due_at < promise.due_at;
                        });
    if (!heard && !before) {
      findings.push_back(fmt::format("I31: nobody was called by {} for {}", to_rfc3339(last), promise.key));
    }
  }
}

}  // namespace

/// I31, and "every obligation final": what is owed has a row, the row has the right day, was called out before it,
/// and ended.
void check_promises_of_the_business(db::Tx& tx, Books const& books, std::vector<Standstill> const& standstills,
                                    Instant now, bool everything_ended, Findings& findings) {
  auto const board = read_board(tx);
  for (auto const& promise : board.promises) {
    check_due(promise, board, books, findings);
    check_calls(promise, board, standstills, now, findings);
    if (promise.ended_at < promise.arose_at) findings.push_back("I31: " + promise.key + " ended before it arose");
    if (everything_ended && promise.state == "open") {
      findings.push_back("liveness: " + promise.key + " is still open");
    }
  }
  each(tx, owed_sql, [&](db::Row const& row) { findings.push_back("I31: nothing is promised for " + row.str(0)); });
}

}  // namespace kelisim::sim
