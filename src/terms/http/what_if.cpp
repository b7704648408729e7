#include "http/changes.h"

#include "kernel/ensure.h"
#include "platform/http/problems.h"
#include "platform/json/parse.h"
#include "terms/clauses.h"
#include "terms/what_if.h"

namespace kelisim::terms {

struct WhatIfMonthAnswer {
  std::string month;
  std::int64_t decisions;
  std::int64_t changed;
  Money refunds_then;
  Money refunds_now;
};
BOOST_DESCRIBE_STRUCT(WhatIfMonthAnswer, (), (month, decisions, changed, refunds_then, refunds_now))

struct WhatIfDecisionAnswer {
  std::string id;
  std::string kind;
  std::string subject;
  std::string terms_version;
  Clause clause;
  Instant decided_at;
  std::optional<Money> refund_then;
  std::optional<Money> refund_now;
  boost::json::value outcome_then;
  boost::json::value outcome_now;
};
BOOST_DESCRIBE_STRUCT(WhatIfDecisionAnswer, (),
                      (id, kind, subject, terms_version, clause, decided_at, refund_then, refund_now, outcome_then,
                       outcome_now))

struct WhatIfAnswer {
  std::string version;
  std::int64_t decisions = 0;
  std::int64_t changed = 0;
  std::int64_t not_replayable = 0;
  Money refunds_then;
  Money refunds_now;
  std::int64_t people_better = 0;
  std::int64_t people_worse = 0;
  std::vector<WhatIfMonthAnswer> months = {};
  std::vector<WhatIfDecisionAnswer> items = {};  ///< the first of the changed ones
};
BOOST_DESCRIBE_STRUCT(WhatIfAnswer, (),
                      (version, decisions, changed, not_replayable, refunds_then, refunds_now, people_better,
                       people_worse, months, items))

namespace {

using http::Call;
using http::Method;
using http::Nothing;
using http::Refused;
using http::Reply;

/// A page shows so many; `kelisim whatif` prints all.
constexpr std::size_t shown_max = 200;

boost::json::value stored(std::string const& text) {
  auto parsed = json::parse(text, json::stored_limits);
  ENSURE(parsed.has_value());
  return *std::move(parsed);
}

WhatIfDecisionAnswer shown(ChangedDecision const& changed) {
  auto const& decision = changed.stored;
  return {.id = decision.id.str(),
          .kind = decision.kind,
          .subject = decision.subject,
          .terms_version = decision.terms_version,
          .clause = cited(decision.clause, decision.terms_version),
          .decided_at = decision.decided_at,
          .refund_then = changed.refund_then,
          .refund_now = changed.refund_now,
          .outcome_then = stored(decision.outcome),
          .outcome_now = stored(changed.outcome_now)};
}

http::Problem problem_of(WhatIfRefused const& refused) {
  switch (refused.why) {
    case WhatIfRefusal::nothing_to_ask:
      return http::wrong_query("to", "not_after_from");
    case WhatIfRefusal::other_brand:
      return {.status = 422, .code = "terms_of_another_brand"};
    case WhatIfRefusal::lacks_section:
      return {.status = 422, .code = "terms_lack_section", .params = {{"section", refused.section}}};
    case WhatIfRefusal::too_many_people:
      return {.status = 422, .code = "range_too_long"};
  }
  return {.status = 500, .code = "unknown_refusal"};
}

/// A day of the query as the instant at which it begins in the brand's zone.
std::optional<Instant> day(Call const& call, Zone const& zone, std::string_view name, int later) {
  auto const text = call.query(name);
  auto const date = text ? parse_civil_date(*text) : std::nullopt;
  if (!date) return std::nullopt;
  return zone.instant({add_days(*date, later), civil_time(0)});
}

Reply<WhatIfAnswer> get_what_if(Call& call, RouteParts const& parts) {
  auto const version = call.query("version");
  auto const* const other = version ? parts.brand.terms.find(*version) : nullptr;
  if (other == nullptr) return Refused({.status = 404, .code = "no_such_edition"});
  auto const from = day(call, parts.brand.zone, "from", 0);
  auto const to = day(call, parts.brand.zone, "to", 1);
  if (!from || !to) {
    return Refused(http::wrong_query(from ? "to" : "from", "malformed"));
  }
  WhatIfAnswer answer{.version = std::string(*version),
                      .refunds_then = Money::zero(parts.brand.currency),
                      .refunds_now = Money::zero(parts.brand.currency)};
  auto const sum = what_if(call.tx, *parts.replayer, parts.brand, {*other, *from, *to}, [&](auto const& changed) {
    if (answer.items.size() < shown_max) answer.items.push_back(shown(changed));
  });
  if (!sum) return Refused(problem_of(sum.error()));
  answer.decisions = sum->decisions;
  answer.changed = sum->changed;
  answer.not_replayable = sum->not_replayable;
  answer.refunds_then = sum->refunds_then;
  answer.refunds_now = sum->refunds_now;
  answer.people_better = sum->people_better;
  answer.people_worse = sum->people_worse;
  for (auto const& month : sum->months) {
    answer.months.push_back({month.month, month.decisions, month.changed, month.refunds_then, month.refunds_now});
  }
  return answer;
}

}  // namespace

void add_what_if_routes(http::Routes& routes, std::shared_ptr<RouteParts const> const& parts) {
  if (parts->replayer == nullptr) return;
  routes.add(
      http::Route<Access::administrator, Nothing, WhatIfAnswer>{
          Method::get,
          "/v1/staff/what-if",
          "ask_what_if",
          {.query = {{"version", "an edition of the brand's folder, published or not"},
                     {"from", "the first day, as 2026-12-01"},
                     {"to", "the last day"}},
           .summary = "The past decided again under other terms; nothing is written"}},
      [parts](Call& call) { return get_what_if(call, *parts); });
}

}  // namespace kelisim::terms
