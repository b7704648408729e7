#include "platform/clock.h"

#include <mutex>

namespace kelisim {

Instant SystemClock::now() const {
  auto const since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<Duration>(since_epoch).count()};
}

struct MovableClock::State {
  mutable std::mutex mutex;
  bool frozen = false;
  Instant frozen_at{};
  Duration offset{};

  [[nodiscard]] Instant now() const { return frozen ? frozen_at : SystemClock().now() + offset; }
};

MovableClock::MovableClock() : state_(std::make_unique<State>()) {}

MovableClock::MovableClock(Instant frozen_at) : state_(std::make_unique<State>()) {
  state_->frozen = true;
  state_->frozen_at = frozen_at;
}

MovableClock::~MovableClock() = default;

Instant MovableClock::now() const {
  std::scoped_lock const lock(state_->mutex);
  return state_->now();
}

void MovableClock::set(Instant at) {
  std::scoped_lock const lock(state_->mutex);
  state_->frozen_at = at;
  state_->offset = at - SystemClock().now();
}

void MovableClock::advance(Duration by) {
  std::scoped_lock const lock(state_->mutex);
  state_->frozen_at = state_->frozen_at + by;
  state_->offset += by;
}

}  // namespace kelisim
