#include "orders/rules/earning.h"
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

/// `published 15000 from 2026-12-01 09:00, 18000 from 2026-12-08 09:00`.
Observed price(Facts& facts, terms::Terms const& terms) {
  orders::PriceFacts given{.published = {}, .began_at = facts.instant("began")};
  for (auto const& text : facts.list("published")) {
    auto const from = text.find(" from ");
    auto const amount = parse_decimal(text.substr(0, from), Currency::KZT);
    if (from == std::string::npos || !amount) throw std::runtime_error("a price is `amount from time`");
    given.published.push_back({parse_time(text.substr(from + 6), facts.zone()), *amount});
  }
  auto const decided = orders::price_in_force(given, terms);
  Observed observed{.outcome = {{"price", decided.price}, {"from", decided.from}}, .cites = {}};
  observed.cite(decided.because);
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

}  // namespace

void add_order_rules(Rules& rules) {
  rules.emplace("split", split);
  rules.emplace("price", price);
  rules.emplace("earning", earning);
}

}  // namespace kelisim::clauses
