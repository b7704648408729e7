#include "astro/pool.h"

#include "kernel/ensure.h"
#include "kernel/fault.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kelisim::astro {

struct EphemerisPool::State {
  explicit State(Options given) : options(std::move(given)) {}

  void serve(std::promise<void> opened) {
    std::unique_ptr<Ephemeris> ephemeris;
    try {
      ephemeris = open_swiss(options.folder);
    } catch (...) {
      opened.set_exception(std::current_exception());
      return;
    }
    opened.set_value();
    for (;;) {
      std::unique_lock lock(mutex);
      changed.wait(lock, [this] { return ending || !waiting.empty(); });
      if (waiting.empty()) return;
      auto const task = std::move(waiting.front());
      waiting.pop_front();
      lock.unlock();
      task(*ephemeris);
    }
  }

  void end() {
    {
      std::lock_guard const lock(mutex);
      ending = true;
    }
    changed.notify_all();
    threads.clear();  // joins
  }

  Options const options;
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<std::function<void(Ephemeris&)>> waiting;
  bool ending = false;
  std::vector<std::jthread> threads;
};

EphemerisPool::EphemerisPool(Options options) : state_(std::make_unique<State>(std::move(options))) {
  ENSURE(state_->options.threads > 0);
  std::vector<std::future<void>> opened;
  for (std::size_t i = 0; i < state_->options.threads; ++i) {
    std::promise<void> promise;
    opened.push_back(promise.get_future());
    state_->threads.emplace_back(
        [state = state_.get(), done = std::move(promise)]() mutable { state->serve(std::move(done)); });
  }
  try {
    for (auto& one : opened) one.get();
  } catch (...) {
    state_->end();
    throw;
  }
}

EphemerisPool::~EphemerisPool() { state_->end(); }

void EphemerisPool::enqueue(std::function<void(Ephemeris&)> task) {
  {
    std::lock_guard const lock(state_->mutex);
    if (state_->waiting.size() >= state_->options.waiting_max)
      throw Fault(Fault::Retry::yes, "the pool of the ephemeris is full");
    state_->waiting.push_back(std::move(task));
  }
  state_->changed.notify_one();
}

}  // namespace kelisim::astro
