#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>

namespace kelisim::http {

/// Counts what still runs on other threads, so that a server can be taken down behind the last of it. Thread-safe.
class InFlight {
 public:
  /// Held by each thing that runs.
  class Guard {
   public:
    explicit Guard(std::shared_ptr<InFlight> all) : all_(std::move(all)) {
      std::lock_guard const lock(all_->mutex_);
      ++all_->count_;
    }
    Guard(Guard&&) noexcept = default;
    Guard& operator=(Guard&&) = delete;
    ~Guard() {
      if (!all_) return;
      std::lock_guard const lock(all_->mutex_);
      if (--all_->count_ == 0) all_->none_.notify_all();
    }

   private:
    std::shared_ptr<InFlight> all_;
  };

  void wait_until_none() {
    std::unique_lock lock(mutex_);
    none_.wait(lock, [this] { return count_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable none_;
  std::size_t count_ = 0;
};

}  // namespace kelisim::http
