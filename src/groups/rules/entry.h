#pragma once

#include "kernel/instant.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::groups {

/// Why a client gets no place at an event, in order of precedence.
enum class RegisterRefusal : std::uint8_t { cancelled, over, removed, registered, full };
BOOST_DESCRIBE_ENUM(RegisterRefusal, cancelled, over, removed, registered, full)

struct RegisterFacts {
  bool cancelled;
  Instant ends_at;
  bool removed;  ///< a speaker has shown this person the door
  bool registered;
  int taken;
  int capacity;
  Instant now;
};
[[nodiscard]] std::optional<RegisterRefusal> refuse_registration(RegisterFacts const& facts);

/// Why the door of the room stays shut for somebody of the event, in order of precedence.
enum class EnterRefusal : std::uint8_t { cancelled, removed, too_early, over };
BOOST_DESCRIBE_ENUM(EnterRefusal, cancelled, removed, too_early, over)

struct EnterFacts {
  bool cancelled;
  bool removed;
  Instant opens_at;
  Instant closes_at;  ///< the end with what it may run over
  Instant now;
};
[[nodiscard]] std::optional<EnterRefusal> refuse_entry(EnterFacts const& facts);

}  // namespace kelisim::groups
