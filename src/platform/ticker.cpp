#include "platform/ticker.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace kelisim {

struct Ticker::State {
  std::mutex mutex;
  std::condition_variable_any stop;
  std::jthread thread;
};

Ticker::Ticker(Duration period, std::function<void()> tick) : state_(std::make_unique<State>()) {
  state_->thread = std::jthread([state = state_.get(), period, tick = std::move(tick)](std::stop_token token) {
    std::unique_lock lock(state->mutex);
    while (!state->stop.wait_for(lock, token, period, [&] { return token.stop_requested(); })) {
      lock.unlock();
      tick();
      lock.lock();
    }
  });
}

Ticker::~Ticker() = default;  // the thread is asked to stop, and joined

}  // namespace kelisim
