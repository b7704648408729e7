#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"
#include "platform/db/tx.h"
#include "terms/brand.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace kelisim::groups {

/// A group event: some specialists speak, many watch.
using EventId = Id<struct GroupEventTag>;

enum class Part : std::uint8_t { speaker = 1, viewer = 2 };
BOOST_DESCRIBE_ENUM(Part, speaker, viewer)

struct Event {
  EventId id;
  terms::Localized titles;
  Instant starts_at;
  Instant ends_at;
  int capacity;  ///< of registered viewers
  std::vector<PersonId> speakers;
  std::optional<Instant> cancelled_at;
};
[[nodiscard]] std::optional<Event> find_event(db::Tx& tx, EventId id);

/// From one instant to a later one.
struct Span {
  Instant from;
  Instant until;
};

/// When one person was in the room of an event, by the server's clock. Courses count attendance by it.
struct Attendance {
  PersonId person;
  Part part;
  std::vector<Span> spans;  ///< in order, none touches another; who is still in was last seen at the end of the last
  std::int64_t seconds;     ///< of all spans
};
/// In the order in which they first came.
[[nodiscard]] std::vector<Attendance> attendance_of(db::Tx& tx, EventId event);

}  // namespace kelisim::groups
