#pragma once

#include "kernel/instant.h"

#include <memory>

namespace kelisim {

/// The only source of "now". Read once per request or job and passed down.
class Clock {
 public:
  Clock() = default;
  Clock(Clock const&) = delete;
  Clock& operator=(Clock const&) = delete;
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

/// The system's time shifted by an offset that a sandbox or a test moves. Thread-safe. It may be set back.
class MovableClock final : public Clock {
 public:
  MovableClock();
  /// Starts at `at` and stands still until moved.
  explicit MovableClock(Instant frozen_at);
  ~MovableClock() override;
  [[nodiscard]] Instant now() const override;
  void set(Instant at);
  void advance(Duration by);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace kelisim
