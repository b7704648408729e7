#pragma once

#include <chrono>
#include <thread>

namespace kelisim::test {

/// Whether `holds` comes true within two minutes: the wait for what another thread does in its own time and tells
/// nobody. However busy the machine is, a test that would pass takes no longer for the bound.
template <class Condition>
[[nodiscard]] bool eventually(Condition&& holds) {
  constexpr auto patience = std::chrono::minutes(2);
  auto const until = std::chrono::steady_clock::now() + patience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

}  // namespace kelisim::test
