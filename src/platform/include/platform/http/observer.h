#pragma once

#include "kernel/id.h"
#include "kernel/instant.h"

#include <optional>
#include <string_view>

namespace kelisim::http {

/// One request of a route that was answered, as far as it concerns who asked from where. Views are borrowed for the
/// call.
struct Answered {
  Instant at;              ///< the instant of its receipt
  std::string_view route;  ///< its name
  int status;
  std::optional<PersonId> person;  ///< nothing: nobody is signed in, or the answer needed no look at who it is
  std::string_view address;        ///< the client's IP, behind a trusted proxy too
  std::string_view object;         ///< the first path parameter as it was sent; empty: the path has none
  /// A signed-in person was told "not allowed", or that what the path names does not exist, by a route that is not
  /// open to everybody.
  bool refused;
};

/// Hears of every answer. Called once for each request, from any thread, before the answer leaves: it must neither
/// block nor throw.
class AccessObserver {
 public:
  AccessObserver() = default;
  AccessObserver(AccessObserver const&) = delete;
  AccessObserver& operator=(AccessObserver const&) = delete;
  virtual ~AccessObserver() = default;
  virtual void answered(Answered const& answered) noexcept = 0;
};

}  // namespace kelisim::http
