#include "orders/rules/price.h"

#include "kernel/ensure.h"

namespace kelisim::orders {

PriceSplit split_price(SplitFacts const& facts, terms::Terms const& terms) {
  ENSURE(terms.price && terms.price->commission_included.value);
  auto const commission = share(facts.price, BasisPoints{static_cast<std::int32_t>(facts.commission_basis_points)});
  return {commission, facts.price - commission, terms.price->commission_included.clause};
}

}  // namespace kelisim::orders
