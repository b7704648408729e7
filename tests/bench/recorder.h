#pragma once

#include "platform/db/database.h"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

namespace kelisim::bench {

using Kept = std::variant<std::monostate, std::int64_t, std::string, std::vector<std::uint8_t>>;

/// One statement as it was run.
struct Step {
  std::string_view text;
  std::vector<Kept> params;
};
using Steps = std::vector<Step>;  ///< of one write

/// Passes everything through and keeps every statement of every write.
class Recorder final : public db::Database {
 public:
  Recorder(std::unique_ptr<db::Database> real, std::vector<Steps>& kept) : real_(std::move(real)), kept_(kept) {}

  [[nodiscard]] db::Engine engine() const noexcept override { return real_->engine(); }
  void write(db::Lane lane, Work work, Done done) override;
  void read(Work work, Done done) override { real_->read(std::move(work), std::move(done)); }
  void migrate(std::span<db::Migration const> migrations) override { real_->migrate(migrations); }
  [[nodiscard]] std::string description() const override { return real_->description(); }
  [[nodiscard]] db::Counters counters() const override { return real_->counters(); }
  bool empty_log() override { return real_->empty_log(); }
  void record(bool on) noexcept { on_ = on; }

 private:
  std::unique_ptr<db::Database> real_;
  std::vector<Steps>& kept_;
  std::atomic<bool> on_ = false;
};

/// The same statements with the same parameters through SQLite alone: `group` writes, a savepoint each, share one
/// durable commit. Returns writes per second.
[[nodiscard]] double replay_raw(std::filesystem::path const& database, std::vector<Steps> const& writes,
                                std::size_t group);

/// Tables that are read whole by the statements: `statement: detail`. Empty is what we want.
[[nodiscard]] std::vector<std::string> full_scans(std::filesystem::path const& database,
                                                  std::vector<Steps> const& writes);

}  // namespace kelisim::bench
