#pragma once

#include "platform/db/database.h"

#include <latch>
#include <memory>

namespace kelisim::test {

/// Keeps the one writer of SQLite busy while it lives: what is written meanwhile waits in its order.
class BusyWriter {
 public:
  explicit BusyWriter(db::Database& database) : database_(database) {
    auto const begun = std::make_shared<std::latch>(1);
    database_.write(
        db::Lane::reserved,
        [begun, go = go_](db::Tx&) {
          begun->count_down();
          go->wait();
        },
        [](std::exception_ptr) {});
    begun->wait();
  }
  BusyWriter(BusyWriter const&) = delete;
  BusyWriter& operator=(BusyWriter const&) = delete;
  ~BusyWriter() { go_->count_down(); }

  /// Until nothing more may wait.
  void fill_queue() {
    try {
      while (true) database_.write(db::Lane::reserved, [](db::Tx&) {}, [](std::exception_ptr) {});
    } catch (db::Overloaded const&) {
      return;
    }
  }

 private:
  db::Database& database_;
  std::shared_ptr<std::latch> go_ = std::make_shared<std::latch>(1);
};

}  // namespace kelisim::test
