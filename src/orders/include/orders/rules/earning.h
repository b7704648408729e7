#pragma once

#include "kernel/clause.h"
#include "kernel/instant.h"
#include "terms/terms.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::orders {

/// How the service of a paid order ended.
enum class ServiceEnd : std::uint8_t {
  rendered = 1,   ///< held, or missed by the client: earned when the time for claims is over
  forfeited = 2,  ///< cancelled late by the client: earned at the cancellation
  disputed = 3,   ///< under-delivered, or a claim is open: nothing is earned
};
BOOST_DESCRIBE_ENUM(ServiceEnd, rendered, forfeited, disputed)

struct EarningFacts {
  ServiceEnd end;
  Instant ended_at;  ///< the actual end with its extension, or the instant of the late cancellation
  Instant now;
};
BOOST_DESCRIBE_STRUCT(EarningFacts, (), (end, ended_at, now))

struct Earning {
  bool earned;
  std::optional<Instant> earned_at;  ///< when it becomes (or became) earned; nothing while disputed
  Clause because;
};
BOOST_DESCRIBE_STRUCT(Earning, (), (earned, earned_at, because))

/// HAR-5.1d: "The price is owed for a session duly rendered: treat prepaid money as earned only on acceptance (or on
///   forfeiture under the offer)."
/// HAR-3.10a, HAR-3.10d: accepted by itself 12 hours after the actual end; a claim at exactly 12 hours is in time, so
/// it is
///   earned only after that instant.
/// HAR-3.7f: "accrue the usual specialist payout for user no-shows and late cancellations."
[[nodiscard]] Earning decide_earning(EarningFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::orders
