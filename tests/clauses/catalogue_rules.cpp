#include "catalogue/rules/publication.h"
#include "rule.h"

namespace kelisim::clauses {
namespace {

/// `education psychology higher verified, economics higher`.
Observed publication(Facts& facts, terms::Terms const& terms) {
  catalogue::QualificationFacts given{.education = {},
                                      .practice_began = std::nullopt,
                                      .no_prescription_undertaking = facts.answer("undertaking"),
                                      .today = facts.date("today")};
  if (facts.has("practice_began")) given.practice_began = facts.date("practice_began");
  if (facts.has("education")) {
    for (auto const& text : facts.list("education")) {
      auto const first = text.find(' ');
      auto const second = text.find(' ', first + 1);
      given.education.push_back({text.substr(0, first), text.substr(first + 1, second - first - 1),
                                 second != std::string::npos && text.substr(second + 1) == "verified"});
    }
  }
  auto const decided = catalogue::decide_publication(given, terms);
  Observed observed;
  observed.outcome = {{"publication", decided ? "granted" : name_of(decided.error().why)}};
  if (decided) {
    observed.cite(decided->because, decided->rests_on);
  } else {
    observed.cite(decided.error().because);
  }
  return observed;
}

Observed offered(Facts& facts, terms::Terms const& terms) {
  auto const decided = catalogue::is_offered({.published = facts.answer("published"),
                                              .verification_expires_at = facts.maybe_instant("expires"),
                                              .verification_revoked_at = facts.maybe_instant("revoked"),
                                              .now = facts.instant("now")},
                                             terms);
  Observed observed{.outcome = {{"offered", decided.offered}}, .cites = {}};
  observed.cite(decided.because);
  return observed;
}

Observed duration(Facts& facts, terms::Terms const& terms) {
  auto const decided = catalogue::decide_duration({facts.whole("minutes"), facts.whole("max")}, terms);
  Observed observed;
  observed.outcome = {{"duration", decided ? "saved" : name_of(decided.error().why)}};
  if (decided) {
    observed.cite(decided->because);
  } else {
    observed.cite(decided.error().because);
  }
  return observed;
}

}  // namespace

void add_catalogue_rules(Rules& rules) {
  rules.emplace("publication", publication);
  rules.emplace("offered", offered);
  rules.emplace("duration", duration);
}

}  // namespace kelisim::clauses
