#pragma once

#include "kernel/instant.h"

#include <deque>
#include <map>
#include <string>
#include <string_view>

namespace kelisim::groups {

/// How often each did something within the last minute, across all their connections. As large as what was noted in
/// that minute; not thread-safe.
class Pace {
 public:
  [[nodiscard]] int count(std::string_view who, Instant now);
  void note(std::string_view who, Instant now);
  /// Lets go of those who did nothing within the minute.
  void forget(Instant now);

 private:
  std::map<std::string, std::deque<Instant>, std::less<>> done_;
};

}  // namespace kelisim::groups
