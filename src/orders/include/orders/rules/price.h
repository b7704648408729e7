#pragma once

#include "kernel/clause.h"
#include "kernel/money.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>

namespace kelisim::orders {

struct SplitFacts {
  Money price;
  std::int64_t commission_basis_points;  ///< a setting of the brand, stored with the order
};
BOOST_DESCRIBE_STRUCT(SplitFacts, (), (price, commission_basis_points))

struct PriceSplit {
  Money commission;
  Money specialist;  ///< commission + specialist == price, to the minor unit
  Clause because;
};
BOOST_DESCRIBE_STRUCT(PriceSplit, (), (commission, specialist, because))

/// HAR-5.1c: "The commission of the provider is contained in the published price: it is split off from, never added
/// to, what the user pays." What cannot be divided stays with the specialist.
[[nodiscard]] PriceSplit split_price(SplitFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::orders
