#pragma once

#include "scheduling/rules/cancel_booking.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace kelisim::scheduling {

/// Why the sessions ahead of one client fall away together.
enum class Ending : std::uint8_t {
  by_client = 1,    ///< the client ends the contract
  by_provider = 2,  ///< the provider ends it, without a breach that forfeits
  restricted = 3,   ///< the client is shut out without a breach that forfeits
  forfeited = 4,    ///< a breach was confirmed for which unused sessions are not refunded
};
BOOST_DESCRIBE_ENUM(Ending, by_client, by_provider, restricted, forfeited)

struct EndingFacts {
  Ending ending;
  std::optional<std::string> breach;  ///< number of the paragraph, where forfeited
  CancelFacts session;                ///< by the side that ends; received_at: when the notice came, or was decided
};
BOOST_DESCRIBE_STRUCT(EndingFacts, (), (ending, breach, session))

/// What one session that lies ahead is worth. Each is decided by itself.
///
/// HAR-4.4.3c: "On termination by the user apply the cancellation rules to each future session separately."
/// HAR-4.3.5b: "On termination by the provider without a forfeiture ground, refund all sessions not yet held,
///   regardless of the 12-hour rule."
/// HAR-4.3.9c: "A restriction without a forfeiture ground (4.2.2, 4.2.7, 4.2.16) leads to refund of all sessions that
///   can no longer be held."
/// HAR-6.2c, HAR-4.2.16c: "On such blocking do not refund unused sessions." What is kept is split as any forfeited
///   price (HAR-5.1d).
[[nodiscard]] Result<Cancelled, CancelRefused> decide_ending(EndingFacts const& facts, terms::Terms const& terms);

}  // namespace kelisim::scheduling
