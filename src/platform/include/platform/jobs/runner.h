#pragma once

#include "kernel/ensure.h"
#include "kernel/instant.h"
#include "platform/clock.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kelisim::jobs {

/// A claim was taken over (its lease ran out, or the job was cancelled or rescheduled): the transaction that wanted
/// to finish the job is rolled back, so that only one claim has an effect.
class ClaimLost : public Fault {
 public:
  ClaimLost() : Fault(Retry::no, "the job belongs to somebody else now") {}
};

/// How a handler's call ended. A reason is shown to staff and logged: no personal data in it.
struct JobResult {
  enum class End : std::uint8_t { done, again, retry, failed };

  End end;
  std::string reason;
  Instant at;  ///< of `again`

  [[nodiscard]] static JobResult done() { return {End::done, {}, {}}; }
  /// Not an error: look once more at that instant, with all attempts again.
  [[nodiscard]] static JobResult again(Instant at) { return {End::again, {}, at}; }
  /// After a growing delay, until the attempts are used up.
  [[nodiscard]] static JobResult retry(std::string reason) { return {End::retry, std::move(reason), {}}; }
  /// No attempt more; staff see it.
  [[nodiscard]] static JobResult failed(std::string reason) { return {End::failed, std::move(reason), {}}; }
};

/// One claim of one job, as its handler sees it. Lives for the call.
class JobContext {
 public:
  JobContext(JobContext const&) = delete;
  JobContext& operator=(JobContext const&) = delete;

  [[nodiscard]] std::int64_t id() const noexcept { return id_; }
  [[nodiscard]] Payload const& payload() const noexcept { return payload_; }
  /// A name that the payload must hold.
  [[nodiscard]] std::string const& text(std::string_view name) const;
  template <class AnyId>
  [[nodiscard]] AnyId id(std::string_view name) const {
    auto const parsed = AnyId::parse(text(name));
    ENSURE(parsed.has_value());
    return *parsed;
  }
  [[nodiscard]] int attempt() const noexcept { return attempt_; }  ///< counts from 1
  [[nodiscard]] Instant now() const noexcept { return now_; }      ///< read once, when the job was claimed
  [[nodiscard]] db::Database& database() const noexcept { return database_; }

  /// Ends the job inside the handler's own transaction, so that its effect and its end commit together. The handler
  /// then returns done(). Throws ClaimLost.
  void finish(db::Tx& tx);

 private:
  friend class JobRunner;
  JobContext(db::Database& database, std::int64_t id, std::int64_t fence, int attempt, Instant now, Payload payload,
             std::optional<Duration> period)
      : database_(database),
        id_(id),
        fence_(fence),
        attempt_(attempt),
        now_(now),
        payload_(std::move(payload)),
        period_(period) {}

  db::Database& database_;
  std::int64_t id_;
  std::int64_t fence_;
  int attempt_;
  Instant now_;
  Payload payload_;
  std::optional<Duration> period_;
  bool finished_ = false;
};

/// May do I/O, outside of any transaction, and then write through the context's database. A retryable Fault counts as
/// retry; any other exception as failed. It must end well within the lease.
using Handler = std::function<JobResult(JobContext&)>;

/// Attempt n + 1 comes first_delay × 2^(n−1) after attempt n, at most delay_max.
struct RetryPolicy {
  int attempts_max = 10;
  Duration first_delay = std::chrono::seconds(5);
  Duration delay_max = std::chrono::hours(1);

  [[nodiscard]] Duration delay_after(int attempt) const;
};

/// For logs and metrics; called on a worker's thread.
struct JobReport {
  std::string kind;
  std::int64_t id;
  int attempt;
  JobResult::End end;
  std::string reason;
};

struct RunnerOptions {
  int workers = 2;
  Duration lease = std::chrono::seconds(60);  ///< at most 15 minutes
  Duration poll = std::chrono::seconds(1);    ///< of real time: how late a job of another node may be seen
  std::function<void(JobReport const&)> report = {};
};

/// Carries out the jobs of the kinds it knows, in order of due instant, each claimed by a lease. Any number of
/// runners may share a database: at least once each, and one effect because finish() is fenced. "Due" is by the given
/// clock; a lease that ends further ahead than any lease can was given before the clock went back, and counts as
/// ended.
class JobRunner {
 public:
  JobRunner(db::Database& database, Clock const& clock, RunnerOptions options = {});
  JobRunner(JobRunner const&) = delete;
  JobRunner& operator=(JobRunner const&) = delete;
  ~JobRunner();  ///< stop()

  /// Before start() or run_due().
  void on(std::string kind, Handler handler, RetryPolicy policy = {});
  /// One row that comes again `period` after each end, for ever: used-up attempts only leave their error in it.
  void every(std::string kind, Duration period, Handler handler, RetryPolicy policy = {});

  void start();
  void stop();  ///< waits for the handlers that are at work
  /// Look now: the clock moved. Jobs written by this process wake the runner by themselves.
  void wake();

  /// The form without threads, for simulators and tests: runs on the calling thread what is due by the clock, one by
  /// one, what those jobs make due included, at most `max`. Returns how many ran.
  std::size_t run_due(std::size_t max = std::numeric_limits<std::size_t>::max());

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Frees the leases of a process that died. Only where no other process can be at work: SQLite, before the runners
/// start.
std::int64_t release_leases(db::Tx& tx);

}  // namespace kelisim::jobs
