#pragma once

#include "dice.h"

#include "platform/db/database.h"

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace kelisim::sim {

/// What can happen to one transaction.
enum class Mishap : std::uint8_t {
  none,
  busy,            ///< refused before it began
  statement,       ///< one of its statements fails: rolled back
  commit_lost,     ///< the commit failed and nothing is durable
  commit_unheard,  ///< the commit succeeded and is reported as failed
  crash_before,    ///< the process dies before the commit
  crash_after,     ///< the process dies after the commit, before anybody heard of it
};
inline constexpr std::size_t mishap_count = 7;
[[nodiscard]] std::string_view to_text(Mishap mishap);

/// Draws the mishaps and remembers them. A dead process' database answers nothing until revive().
class Weather {
 public:
  explicit Weather(std::uint64_t seed) : dice_(seed) {}

  struct Odds {  ///< each per mille of the transactions
    std::uint64_t busy = 8;
    std::uint64_t statement = 10;
    std::uint64_t commit_lost = 6;
    std::uint64_t commit_unheard = 8;
    std::uint64_t crash_before = 1;
    std::uint64_t crash_after = 1;
    std::uint64_t busy_read = 4;
  };
  void set(Odds odds);
  void calm();                                   ///< no mishaps from now on
  void pause(bool paused) { paused_ = paused; }  ///< while a process starts
  [[nodiscard]] bool dead() const noexcept { return dead_; }
  void revive() noexcept { dead_ = false; }

  struct Draw {
    Mishap mishap = Mishap::none;
    int statement = 0;  ///< counted from 1
  };
  [[nodiscard]] Draw draw_write();
  [[nodiscard]] bool draw_busy_read();
  void die() noexcept { dead_ = true; }
  void hit(Mishap mishap, std::string_view where);

  [[nodiscard]] std::array<std::uint64_t, mishap_count> counts() const;
  /// Statements that were made to fail, and how often: the covered fault points.
  [[nodiscard]] std::map<std::string, std::uint64_t> statements() const;

 private:
  mutable std::mutex mutex_;
  Dice dice_;
  Odds odds_{};
  bool calm_ = true;
  std::atomic<bool> dead_ = false;
  std::atomic<bool> paused_ = false;
  std::array<std::uint64_t, mishap_count> counts_{};
  std::map<std::string, std::uint64_t> statements_;
};

/// A real database with weather before it.
class FaultyDatabase final : public db::Database {
 public:
  FaultyDatabase(std::unique_ptr<db::Database> real, Weather& weather);
  ~FaultyDatabase() override;

  [[nodiscard]] db::Engine engine() const noexcept override { return real_->engine(); }
  /// What the auditor reads from: no weather.
  [[nodiscard]] db::Database& real() noexcept { return *real_; }
  void write(db::Lane lane, Work work, Done done) override;
  void read(Work work, Done done) override;
  void migrate(std::span<db::Migration const> migrations) override { real_->migrate(migrations); }
  [[nodiscard]] std::string description() const override { return real_->description(); }
  [[nodiscard]] db::Counters counters() const override { return real_->counters(); }
  bool empty_log() override { return real_->empty_log(); }

 private:
  void fail(Done done, std::exception_ptr why);

  std::unique_ptr<db::Database> real_;
  Weather& weather_;
  db::Listening jobs_;
};

}  // namespace kelisim::sim
