#include "rule.h"
#include "terms/rules/notice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kelisim::clauses {
namespace {

Observed refund_deadline(Facts& facts, terms::Terms const& terms) {
  auto const deadline = terms::refund_deadline(facts.instant("starts"), *terms.cancellation);
  Observed observed{.outcome = {{"at", deadline.at}, {"cutoff", deadline.cutoff}}, .cites = {}};
  std::vector<std::string> steps;
  std::vector<Clause> clauses;
  for (auto const& step : deadline.steps) {
    steps.push_back(step.text_key.substr(step.text_key.find('.') + 1));
    clauses.push_back(step.clause);
  }
  observed.outcome.emplace("steps", fmt::format("{}", fmt::join(steps, ", ")));
  observed.cite(deadline.because, clauses);
  return observed;
}

/// When a notice counts; the rule has no clause of its own, so it cites that of the support hours.
Observed effective_notice(Facts& facts, terms::Terms const& terms) {
  auto const effective_at = terms::effective_instant(facts.instant("sent"), *terms.cancellation);
  Observed observed{.outcome = {{"effective", effective_at.value_or(Instant{})}}, .cites = {}};
  auto const& hours = *terms.cancellation->support_hours;
  observed.cite(hours.open.clause, std::vector{hours.zone.clause});
  return observed;
}

/// Where an instant stands: for the row on zones.
Observed local_time(Facts& facts, terms::Terms const& terms) {
  auto const& zone = terms.cancellation->support_hours->zone;
  Observed observed{.outcome = {{"utc", to_rfc3339(facts.instant("wall"))}}, .cites = {}};
  observed.cite(zone.clause);
  return observed;
}

}  // namespace

void add_notice_rules(Rules& rules) {
  rules.emplace("refund_deadline", refund_deadline);
  rules.emplace("effective_notice", effective_notice);
  rules.emplace("local_time", local_time);
}

}  // namespace kelisim::clauses
