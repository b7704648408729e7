#include "orders/rules/earning.h"
#include "orders/rules/partner_terms.h"
#include "orders/rules/price.h"
#include "rule.h"

namespace kelisim::clauses {
namespace {

Observed split(Facts& facts, terms::Terms const& terms) {
  auto const parts = orders::split_price({facts.money("price"), facts.whole("basis_points")}, terms);
  Observed observed{.outcome = {{"commission", parts.commission},
                                {"specialist", parts.specialist},
                                {"sum", parts.commission + parts.specialist}},
                    .cites = {}};
  observed.cite(parts.because);
  return observed;
}

Observed earning(Facts& facts, terms::Terms const& terms) {
  auto const decided = orders::decide_earning(
      {facts.word<orders::ServiceEnd>("end"), facts.instant("ended"), facts.instant("now")}, terms);
  Observed observed{.outcome = {{"earned", decided.earned}}, .cites = {}};
  if (decided.earned_at) observed.outcome.emplace("earned_at", *decided.earned_at);
  observed.cite(decided.because);
  return observed;
}

Observed partner_terms(Facts& facts, terms::Terms const& terms) {
  orders::PartnerTermsFacts given{.shown = facts.text("shown"), .confirmed = std::nullopt};
  if (facts.has("confirmed")) given.confirmed = facts.text("confirmed");
  auto const due = orders::partner_terms_to_confirm(given, terms);
  Observed observed{.outcome = {{"confirm", due.has_value()}}, .cites = {}};
  observed.cite(due);
  return observed;
}

}  // namespace

void add_order_rules(Rules& rules) {
  rules.emplace("split", split);
  rules.emplace("earning", earning);
  rules.emplace("partner_terms", partner_terms);
}

}  // namespace kelisim::clauses
