#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "kernel/money.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <span>
#include <vector>

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

/// A published price and the instant from which it holds.
struct PublishedPrice {
  Instant from;
  Money price;
};
BOOST_DESCRIBE_STRUCT(PublishedPrice, (), (from, price))

struct PriceFacts {
  std::vector<PublishedPrice> published;  ///< any order; no two of the same instant
  Instant began_at;                       ///< the payment's beginning, which is the taking of the slot
};
BOOST_DESCRIBE_STRUCT(PriceFacts, (), (published, began_at))

struct PriceInForce {
  Money price;
  Instant from;
  Clause because;
};
BOOST_DESCRIBE_STRUCT(PriceInForce, (), (price, from, because))

/// HAR-5.2a: "The provider may change prices unilaterally; the new price applies from publication."
/// HAR-5.2b: "A price change never touches sessions already paid, nor a payment begun within the slot hold." So the
/// price is asked once, as of the beginning, and kept with the order. At least one price must hold at `began_at`.
/// Cites 5.2b where a later price is published already, 5.2a otherwise.
[[nodiscard]] PriceInForce price_in_force(PriceFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::orders
