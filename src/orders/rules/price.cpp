#include "orders/rules/price.h"

#include "kernel/ensure.h"

namespace kelisim::orders {

PriceSplit split_price(SplitFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.price && terms.price->commission_included.value);
  auto const commission = share(facts.price, BasisPoints{static_cast<std::int32_t>(facts.commission_basis_points)});
  return {commission, facts.price - commission, terms.price->commission_included.clause};
}

PriceInForce price_in_force(PriceFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.price && !terms.price->change_touches_paid.value);
  PublishedPrice const* found = nullptr;
  bool later = false;
  for (auto const& published : facts.published) {
    if (published.from > facts.began_at) {
      later = true;
    } else if (found == nullptr || published.from > found->from) {
      found = &published;
    }
  }
  ENSURE(found != nullptr);
  return {found->price, found->from,
          later ? terms.price->change_touches_paid.clause : terms.price->change_effective.clause};
}

}  // namespace kelisim::orders
