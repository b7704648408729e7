#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <utility>
#include <vector>

namespace kelisim::test {

/// Waits, as long as it takes, for what another thread tells.
template <class T>
class Told {
 public:
  void tell(T value) {
    std::lock_guard const lock(mutex_);
    values_.push_back(std::move(value));
    came_.notify_all();
  }
  T next() {
    std::unique_lock lock(mutex_);
    if (!came_.wait_for(lock, std::chrono::minutes(2), [&] { return taken_ < values_.size(); })) {
      throw std::runtime_error("nothing was told");
    }
    return values_[taken_++];
  }
  bool has_more() {
    std::lock_guard const lock(mutex_);
    return taken_ < values_.size();
  }

 private:
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<T> values_;
  std::size_t taken_ = 0;
};

}  // namespace kelisim::test
