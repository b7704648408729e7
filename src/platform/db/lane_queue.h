#pragma once

#include "platform/db/database.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace kelisim::db {

/// What waits for a database thread: bounded, the reserved lane first. Thread-safe.
template <class Item>
class LaneQueue {
 public:
  explicit LaneQueue(std::size_t waiting_max) : waiting_max_(waiting_max) {}

  /// Throws Overloaded. The reserved lane may go a quarter above the bound.
  void push(Lane lane, Item item) {
    {
      std::lock_guard const lock(mutex_);
      ENSURE(!closed_);
      auto const bound = lane == Lane::reserved ? waiting_max_ + waiting_max_ / 4 : waiting_max_;
      if (reserved_.size() + ordinary_.size() >= bound) throw Overloaded();
      (lane == Lane::reserved ? reserved_ : ordinary_).push_back(std::move(item));
    }
    arrived_.notify_one();
  }

  /// Waits for one item or more and takes at most `max`. Empty only when closed and nothing is left.
  [[nodiscard]] std::vector<Item> take(std::size_t max) {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return closed_ || !reserved_.empty() || !ordinary_.empty(); });
    std::vector<Item> taken;
    for (auto* lane : {&reserved_, &ordinary_}) {
      while (!lane->empty() && taken.size() < max) {
        taken.push_back(std::move(lane->front()));
        lane->pop_front();
      }
    }
    return taken;
  }

  [[nodiscard]] std::size_t waiting() const {
    std::lock_guard const lock(mutex_);
    return reserved_.size() + ordinary_.size();
  }

  void close() {
    {
      std::lock_guard const lock(mutex_);
      closed_ = true;
    }
    arrived_.notify_all();
  }

 private:
  std::size_t const waiting_max_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Item> reserved_;
  std::deque<Item> ordinary_;
  bool closed_ = false;
};

}  // namespace kelisim::db
