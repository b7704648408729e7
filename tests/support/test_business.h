#pragma once

#include "recording_carriers.h"
#include "scratch_folder.h"

#include "orders/card_gateway.h"
#include "platform/clock.h"
#include "platform/http/server.h"
#include "platform/random.h"
#include "server/business.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace kelisim::test {

/// A whole sandbox business of `harmonia` with a real listener on a free port, a clock that stands still until moved,
/// a seeded generator, and jobs that run when they are told to. Everything is done by the calling thread and the
/// business's own: two runs of the same calls are the same.
class TestBusiness {
 public:
  struct Options {
    std::uint64_t seed = 1;
    /// Monday, 2026-12-07, 09:00 of Astana.
    Instant starts{1'796'616'000'000'000};
    std::string postgres = {};
    /// Makes or names the gateway, which outlives the business. Empty: one that refuses everything.
    std::function<orders::CardGateway&(MovableClock&)> gateway = {};
    std::function<void(server::Business&)> equip = {};  ///< further routes, before the listener starts
    std::function<std::unique_ptr<db::Database>(std::unique_ptr<db::Database>)> around = {};
    std::filesystem::path brand = {};  ///< empty: brands/harmonia
    bool sandbox = true;
    Duration room_silence = std::chrono::hours(24);  ///< visitors of a room need not say that they are there
    std::filesystem::path astrology = {};            ///< the brand that lends its astro/; empty: no astrologer's desk
    claims::Scanner* scanner = nullptr;              ///< outlives the business
    groups::Engine* group_engine = nullptr;          ///< outlives the business
    std::filesystem::path folder = {};               ///< that stays; empty: one that goes with the business
  };

  explicit TestBusiness(Options options);
  TestBusiness() : TestBusiness(Options{}) {}
  ~TestBusiness();
  TestBusiness(TestBusiness const&) = delete;
  TestBusiness& operator=(TestBusiness const&) = delete;

  [[nodiscard]] MovableClock& clock() noexcept { return clock_; }
  [[nodiscard]] RecordingCarriers& carriers() noexcept { return carriers_; }
  [[nodiscard]] server::Business& business() noexcept { return *business_; }
  [[nodiscard]] std::uint16_t port() const noexcept { return server_->port(); }
  [[nodiscard]] std::filesystem::path const& data() const noexcept {
    return options_.folder.empty() ? folder_.path() : options_.folder;
  }

  /// Runs everything that is due now, and what follows from it.
  std::size_t run_jobs() { return business_->jobs().run_due(); }
  /// Lets time pass step by step, from job to job, so that nothing happens later than its due instant.
  void pass(Duration by);
  void pass_until(Instant at);

  /// When the next job is due, if any waits.
  [[nodiscard]] std::optional<Instant> next_due();

  /// Stops the process and starts another over the same data.
  void restart();
  void stop();
  void start();

 private:
  Options options_;
  orders::CardGateway* gateway_ = nullptr;
  ScratchFolder folder_;
  MovableClock clock_;
  SeededRandom random_;
  RecordingCarriers carriers_;
  std::unique_ptr<server::Business> business_;
  std::unique_ptr<http::HttpServer> server_;
};

}  // namespace kelisim::test
