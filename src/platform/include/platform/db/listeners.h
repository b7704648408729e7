#pragma once

#include "platform/db/tx.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

namespace kelisim::db {

/// Listens for as long as it lives; when its destructor returns the listener is not running and will not run.
class Listening {
 public:
  Listening() = default;
  explicit Listening(std::move_only_function<void()> end) : end_(std::move(end)) {}
  Listening(Listening&& other) noexcept : end_(std::exchange(other.end_, nullptr)) {}
  Listening& operator=(Listening&& other) noexcept {
    std::swap(end_, other.end_);
    return *this;
  }
  ~Listening() {
    if (end_) end_();
  }

 private:
  std::move_only_function<void()> end_;
};

/// Who wants to hear of which topic. Thread-safe.
class Listeners {
 public:
  [[nodiscard]] Listening add(Topic topic, std::function<void()> listener);
  void tell(std::set<Topic> const& topics) const;

 private:
  struct State {
    std::mutex mutex;
    std::int64_t next = 0;
    std::map<std::int64_t, std::pair<Topic, std::function<void()>>> listeners;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace kelisim::db
