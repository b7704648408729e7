#pragma once

#include "kernel/instant.h"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>

namespace kelisim::obligations {

/// Who has to keep a promise.
enum class Owner : std::uint8_t {
  system,  ///< a job of the server does it by itself; people hear only when it did not
  specialist,
  support,
  finance,
  administrator,
};
BOOST_DESCRIBE_ENUM(Owner, system, specialist, support, finance, administrator)

/// How loudly an open promise calls, in order.
enum class Stage : std::uint8_t {
  due_soon,   ///< to its owner
  overdue,    ///< to its owner, once the due instant is over
  escalated,  ///< to the administrator, a day later
};
BOOST_DESCRIBE_ENUM(Stage, due_soon, overdue, escalated)

struct StageFacts {
  Owner owner;
  Instant arose_at;
  Instant due_at;  ///< the last instant in time
};

/// When an open promise reaches a stage; nothing where it never does. `due_soon`: a day before, or half of the time
/// where there are less than two days; not for what the server does by itself. `overdue`: a microsecond after the
/// due instant; the server has 15 minutes more, for a job that it does *at* the instant. `escalated`: a day after
/// `overdue`.
[[nodiscard]] std::optional<Instant> stage_begins(Stage stage, StageFacts const& facts);

/// The loudest stage reached at `now`: what was missed on the way there is not told any more.
[[nodiscard]] std::optional<Stage> stage_reached(StageFacts const& facts, Instant now);

/// When there is something to do next after `reached`; nothing after the last.
[[nodiscard]] std::optional<Instant> next_look(StageFacts const& facts, std::optional<Stage> reached);

}  // namespace kelisim::obligations
