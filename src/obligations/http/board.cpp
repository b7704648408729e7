#include "kernel/ensure.h"
#include "obligations/obligations.h"
#include "obligations/routes.h"
#include "platform/http/problems.h"
#include "platform/json/described.h"
#include "store/promises.h"
#include "terms/clauses.h"

#include <boost/describe/enum_from_string.hpp>

namespace kelisim::obligations {
namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Refused;
using http::Reply;
using http::Route;

constexpr int promises_per_page = 50;
constexpr int days_shown = 14;
constexpr int open_promises_of_a_person = 100;

/// What the person to whom it is owed sees.
struct OwedView {
  std::string id;
  std::string kind;
  std::string subject;
  Clause clause;
  Instant arose_at;
  Instant due_at;
  std::vector<terms::DueStep> steps;
  std::optional<Money> amount;
};
BOOST_DESCRIBE_STRUCT(OwedView, (), (id, kind, subject, clause, arose_at, due_at, steps, amount))

struct OwedList {
  std::vector<OwedView> items;
};
BOOST_DESCRIBE_STRUCT(OwedList, (), (items))

struct PromiseView {
  std::string id;
  std::string kind;
  std::string subject;
  std::optional<std::string> person;
  Clause clause;
  std::string terms_version;
  Owner owner;
  Instant arose_at;
  Instant due_at;
  std::vector<terms::DueStep> steps;
  std::optional<Instant> due_by_todays_calendar;  ///< present where it is another
  std::optional<Money> amount;
  PromiseState state;
  bool late;  ///< open and past its time, or ended after it
  std::optional<Stage> stage;
  std::optional<Instant> ended_at;
  std::optional<std::string> ended_by;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(PromiseView, (),
                      (id, kind, subject, person, clause, terms_version, owner, arose_at, due_at, steps,
                       due_by_todays_calendar, amount, state, late, stage, ended_at, ended_by, reason))

struct Board {
  std::int64_t overdue;  ///< of all that is open, whatever the filter
  std::vector<PromiseView> items;
  std::optional<std::string> next;
};
BOOST_DESCRIBE_STRUCT(Board, (), (overdue, items, next))

struct DayCount {
  Instant from;
  std::int64_t open;
};
BOOST_DESCRIBE_STRUCT(DayCount, (), (from, open))

struct DayCounts {
  std::int64_t overdue;
  std::vector<DayCount> days;  ///< today first, by the zone that was asked for
};
BOOST_DESCRIBE_STRUCT(DayCounts, (), (overdue, days))

std::optional<std::string> text_of(std::optional<PersonId> const& person) {
  return person ? std::optional(person->str()) : std::nullopt;
}

bool late(Promise const& promise, Instant now) {
  auto const over = stage_begins(Stage::overdue, {promise.owner, promise.arose_at, promise.due_at});
  return over && promise.state != PromiseState::lifted && *over <= promise.ended_at.value_or(now);
}

PromiseView shown(Call& call, Promise const& promise) {
  auto const open = promise.state == PromiseState::open;
  return {.id = promise.id.str(),
          .kind = promise.kind,
          .subject = promise.subject,
          .person = text_of(promise.person),
          .clause = terms::cited(promise.clause, promise.terms_version),
          .terms_version = promise.terms_version,
          .owner = promise.owner,
          .arose_at = promise.arose_at,
          .due_at = promise.due_at,
          .steps = promise.steps,
          .due_by_todays_calendar = open ? due_by_todays_calendar(call.tx, promise, call.now) : std::nullopt,
          .amount = promise.amount,
          .state = promise.state,
          .late = late(promise, call.now),
          .stage = open ? promise.stage : std::nullopt,
          .ended_at = promise.ended_at,
          .ended_by = text_of(promise.ended_by),
          .reason = promise.reason};
}

http::Problem bad_query(std::string_view name) { return http::wrong_query(name, "unknown_value"); }

/// `open` where nothing is asked; `all` is every state.
Result<PromiseFilter, http::Problem> filter_of(Call const& call) {
  PromiseFilter filter{.limit = promises_per_page + 1};
  if (auto const state = call.query("state"); state && *state == "all") {
    filter.state = std::nullopt;
  } else if (state) {
    PromiseState asked{};
    if (!boost::describe::enum_from_string(std::string(*state).c_str(), asked)) return Failure(bad_query("state"));
    filter.state = asked;
  }
  if (auto const owner = call.query("owner")) {
    Owner asked{};
    if (!boost::describe::enum_from_string(std::string(*owner).c_str(), asked)) return Failure(bad_query("owner"));
    filter.owner = asked;
  }
  if (auto const kind = call.query("kind")) filter.kind = *kind;
  if (auto const subject = call.query("subject")) filter.subject = *subject;
  if (auto const person = call.query("person")) {
    filter.person = PersonId::parse(*person);
    if (!filter.person) return Failure(bad_query("person"));
  }
  if (auto const cursor = call.query("cursor")) {
    filter.after = ObligationId::parse(*cursor);
    if (!filter.after) return Failure(bad_query("cursor"));
  }
  return filter;
}

Reply<Board> get_board(Call& call) {
  auto const filter = filter_of(call);
  if (!filter) return Refused(filter.error());
  auto found = list_promises(call.tx, *filter);
  Board board{.overdue = store::count_open(call.tx, {0}, call.now), .items = {}, .next = std::nullopt};
  if (std::ssize(found) > promises_per_page) {
    found.pop_back();
    board.next = found.back().id.str();
  }
  for (auto const& promise : found) board.items.push_back(shown(call, promise));
  return board;
}

Reply<DayCounts> get_days(Call& call) {
  auto const zone = Zone::load(call.query("zone").value_or("UTC"));
  if (!zone) return Refused(bad_query("zone"));
  auto const today = zone->local(call.now).date;
  DayCounts counts{.overdue = store::count_open(call.tx, {0}, call.now), .days = {}};
  for (int day = 0; day < days_shown; ++day) {
    auto const from = zone->instant({add_days(today, day), civil_time(0)});
    auto const to = zone->instant({add_days(today, day + 1), civil_time(0)});
    counts.days.push_back({from, store::count_open(call.tx, std::max(from, call.now), to)});
  }
  return counts;
}

Reply<OwedList> get_owed(Call& call) {
  OwedList owed;
  for (auto& promise : list_promises(call.tx, {.person = call.person(), .limit = open_promises_of_a_person})) {
    owed.items.push_back({promise.id.str(), promise.kind, promise.subject,
                          terms::cited(promise.clause, promise.terms_version), promise.arose_at, promise.due_at,
                          std::move(promise.steps), promise.amount});
  }
  return owed;
}

}  // namespace

void add_routes(http::Routes& routes) {
  routes.add(
      Route<Access::staff, Nothing, Board>{
          Method::get,
          "/v1/staff/obligations",
          "list_obligations",
          {.query = {{"state", "open (by itself), kept, lifted or all"},
                     {"owner", "system, specialist, support, finance or administrator"},
                     {"kind", "`<room>.<what>`"},
                     {"subject", "the id of the thing that it is about"},
                     {"person", "to whom it is owed"},
                     {"cursor", "`next` of the page before"}},
           .summary = "Everything that the business owes, the earliest due first"}},
      [](Call& call) { return get_board(call); });
  routes.add(
      Route<Access::staff, Nothing, DayCounts>{Method::get,
                                               "/v1/staff/obligations/days",
                                               "count_obligations_by_day",
                                               {.query = {{"zone", "IANA; whose days are counted"}},
                                                .summary = "How many open promises fall due on each of 14 days"}},
      [](Call& call) { return get_days(call); });
  routes.add(
      Route<Access::signed_in, Nothing, OwedList>{
          Method::get, "/v1/me/obligations", "list_my_obligations", {.summary = "What is owed to the caller"}},
      [](Call& call) { return get_owed(call); });
}

}  // namespace kelisim::obligations
