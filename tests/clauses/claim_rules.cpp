#include "claims/rules/accept_service.h"
#include "claims/rules/file_claim.h"
#include "claims/rules/go_to_court.h"
#include "claims/rules/rule_on_claim.h"
#include "rule.h"

namespace kelisim::clauses {
namespace {

Observed filing(Facts& facts, terms::Terms const& terms) {
  auto const decided = claims::decide_filing({.category = facts.word<claims::Category>("category"),
                                              .has_reasons = facts.answer("reasons"),
                                              .state = facts.word<scheduling::BookingState>("state"),
                                              .starts_at = facts.instant("starts"),
                                              .ended_at = facts.maybe_instant("ended"),
                                              .claim_open = facts.answer("open"),
                                              .received_at = facts.instant("received"),
                                              .ruled = facts.answer("ruled")},
                                             terms);
  Observed observed;
  if (!decided) {
    observed.outcome.emplace("refused", name_of(decided.error().why));
    observed.cite(decided.error().because);
    return observed;
  }
  observed.outcome.emplace("standing", name_of(decided->standing));
  if (decided->claims_until) observed.outcome.emplace("until", *decided->claims_until);
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed acceptance(Facts& facts, terms::Terms const& terms) {
  auto const decided = claims::decide_acceptance({.ended_at = facts.instant("ended"),
                                                  .claim = facts.word<claims::ClaimEnd>("claim"),
                                                  .claim_decided_at = facts.maybe_instant("decided"),
                                                  .now = facts.instant("now")},
                                                 terms);
  Observed observed{.outcome = {{"state", name_of(decided.state)}, {"payable", decided.payable}}, .cites = {}};
  if (decided.accepted_at) observed.outcome.emplace("accepted_at", *decided.accepted_at);
  observed.cite(decided.because, decided.rests_on);
  return observed;
}

Observed ruling(Facts& facts, terms::Terms const& terms) {
  std::optional<claims::Finding> first;
  if (facts.has("first")) first = facts.word<claims::Finding>("first");
  auto const decided = claims::decide_ruling({.finding = facts.word<claims::Finding>("finding"),
                                              .has_reasons = facts.answer("reasons"),
                                              .standing = facts.word<claims::Standing>("standing"),
                                              .first = first,
                                              .appealed = facts.answer("appealed"),
                                              .same_person = facts.answer("same_person"),
                                              .final = facts.answer("final"),
                                              .paid = facts.money("paid"),
                                              .price_returned = facts.answer("returned"),
                                              .damage = facts.money("damage"),
                                              .service_failed = facts.answer("service_failed")},
                                             terms);
  Observed observed;
  if (!decided) {
    observed.outcome.emplace("refused", name_of(decided.error().why));
    observed.cite(decided.error().because);
    return observed;
  }
  observed.outcome = {{"founded", decided->founded},
                      {"remedy", decided->remedy ? name_of(*decided->remedy) : "none"},
                      {"refund", decided->refund},
                      {"damages", decided->damages},
                      {"accepted", decided->accepts_service}};
  observed.cite(decided->because, decided->rests_on);
  return observed;
}

Observed court(Facts& facts, terms::Terms const& /*terms*/) {
  auto const decided = claims::may_go_to_court({.standing = facts.word<claims::Standing>("standing"),
                                                .in_court = facts.answer("in_court"),
                                                .client_wrote = facts.answer("client_wrote"),
                                                .staff_wrote = facts.answer("staff_wrote"),
                                                .has_note = facts.answer("note")});
  Observed observed;
  if (decided) {
    observed.outcome.emplace("allowed", true);
    observed.cite(*decided);
    return observed;
  }
  observed.outcome.emplace("refused", name_of(decided.error().why));
  observed.cite(decided.error().because);
  return observed;
}

Observed liability(Facts& facts, terms::Terms const& terms) {
  auto const decided = claims::cap_liability({facts.money("claimed"), facts.money("paid")}, terms);
  Observed observed{.outcome = {{"payable", decided.payable}}, .cites = {}};
  observed.cite(decided.because);
  return observed;
}

}  // namespace

void add_claim_rules(Rules& rules) {
  rules.emplace("filing", filing);
  rules.emplace("acceptance", acceptance);
  rules.emplace("ruling", ruling);
  rules.emplace("liability", liability);
  rules.emplace("court", court);
}

}  // namespace kelisim::clauses
