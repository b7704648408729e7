#include "rules/price_parts.h"

#include "kernel/ensure.h"

namespace kelisim::orders {

PriceParts price_parts(Money price, BasisPoints commission) {
  ENSURE(price.is_positive());
  auto const ours = share(price, commission);
  return {.specialist = price - ours, .commission = ours};
}

}  // namespace kelisim::orders
