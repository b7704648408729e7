#pragma once

#include "kernel/instant.h"

#include <boost/describe.hpp>

#include <cstdint>

namespace kelisim::scheduling {

/// held → confirmed → finished; held → expired (nobody paid in time) or released (the client let go);
/// confirmed → cancelled. The numbers are stored.
enum class BookingState : std::uint8_t {
  held = 1,
  confirmed = 2,
  cancelled = 3,
  finished = 4,
  expired = 5,
  released = 6
};
BOOST_DESCRIBE_ENUM(BookingState, held, confirmed, cancelled, finished, expired, released)

/// Who acts on a booking. `provider` is the business itself: its staff or its software.
enum class Party : std::uint8_t { client = 1, specialist = 2, provider = 3 };
BOOST_DESCRIBE_ENUM(Party, client, specialist, provider)

/// Half-open: [starts_at, ends_at).
struct Interval {
  Instant starts_at;
  Instant ends_at;
  friend constexpr auto operator<=>(Interval const&, Interval const&) = default;
};
BOOST_DESCRIBE_STRUCT(Interval, (), (starts_at, ends_at))

/// What the client may choose between when a session falls away or falls short.
enum class Remedy : std::uint8_t { refund_or_move = 1, refund_or_repeat = 2 };
BOOST_DESCRIBE_ENUM(Remedy, refund_or_move, refund_or_repeat)

}  // namespace kelisim::scheduling
