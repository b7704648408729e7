#include "platform/jobs/runner.h"

#include "jobs/claims.h"

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace kelisim::jobs {

namespace {

constexpr std::size_t kReasonMax = 500;

std::string bounded(std::string reason) {
  if (reason.size() <= kReasonMax) return reason;
  auto end = kReasonMax;
  while (end > 0 && (static_cast<unsigned char>(reason[end]) & 0xC0) == 0x80) --end;  // not inside a UTF-8 letter
  reason.resize(end);
  return reason;
}

}  // namespace

Duration RetryPolicy::delay_after(int attempt) const {
  auto delay = first_delay;
  for (int i = 1; i < attempt && delay < delay_max; ++i) delay *= 2;
  return std::min(delay, delay_max);
}

std::string const& JobContext::text(std::string_view name) const {
  auto const found = payload_.find(name);
  ENSURE(found != payload_.end());
  return found->second;
}

void JobContext::finish(db::Tx& tx) {
  auto const mine = period_ ? end_again(tx, id_, fence_, now_ + *period_) : end_done(tx, id_, fence_, now_);
  if (!mine) throw ClaimLost();
  finished_ = true;
}

struct JobRunner::State {
  struct Kind {
    Handler handler;
    RetryPolicy policy;
    std::optional<Duration> period;
  };

  State(db::Database& the_database, Clock const& the_clock, RunnerOptions the_options)
      : database(the_database), clock(the_clock), options(std::move(the_options)) {
    ENSURE(options.workers > 0 && options.lease > Duration::zero() && options.lease <= kLeaseMax);
  }

  void add(std::string name, Kind kind);
  bool run_one();
  void keep_recurring_jobs(Instant now);
  std::optional<Claim> claim(Instant now);
  JobResult call(Kind const& kind, JobContext& context) const;
  void settle(Kind const& kind, JobContext const& context, JobResult const& result);
  void report(Claim const& claim, JobResult const& result) const;
  void work();
  void wait_for_work(std::uint64_t wakes_seen);

  db::Database& database;
  Clock const& clock;
  RunnerOptions const options;
  std::map<std::string, Kind> kinds;
  std::string kind_list;

  std::mutex mutex;
  std::condition_variable woken;
  std::uint64_t wakes = 0;
  bool stopping = false;
  std::set<std::int64_t> at_work;
  std::optional<Instant> last_now;  ///< of any worker; a smaller one says that the clock went back
  std::optional<Instant> next_due;
  db::Listening listening;
  std::vector<std::jthread> threads;
};

void JobRunner::State::add(std::string name, Kind kind) {
  ENSURE(threads.empty());
  ENSURE(name.find(',') == std::string::npos);
  auto const added = kinds.emplace(std::move(name), std::move(kind)).second;
  ENSURE(added);
  std::set<std::string> names;
  for (auto const& [known, entry] : kinds) names.insert(known);
  kind_list = name_list(names);
}

void JobRunner::State::keep_recurring_jobs(Instant now) {
  {
    std::lock_guard const lock(mutex);
    auto const in_order = last_now && now >= *last_now;
    last_now = now;
    if (in_order) return;
  }
  auto const recurs = [](auto const& entry) { return entry.second.period.has_value(); };
  if (std::ranges::none_of(kinds, recurs)) return;
  database.write_now([&](db::Tx& tx) {
    for (auto const& [name, kind] : kinds) {
      if (kind.period) keep_recurring(tx, name, now, *kind.period);
    }
  });
}

std::optional<Claim> JobRunner::State::claim(Instant now) {
  std::string here;
  {
    std::lock_guard const lock(mutex);
    here = name_list(at_work);
  }
  // Claiming is a write; looking costs the writer nothing.
  auto const outlook = database.read_now([&](db::Tx& tx) { return look(tx, kind_list, here, now); });
  auto const due = outlook.next_due && *outlook.next_due <= now;
  std::optional<Claim> claimed;
  if (due || outlook.lease_ended) {
    claimed = database.write_now([&](db::Tx& tx) {
      if (outlook.lease_ended) free_ended_leases(tx, here, now);
      return claim_one(tx, kind_list, now, options.lease);
    });
  }
  std::lock_guard const lock(mutex);
  next_due = due ? std::nullopt : outlook.next_due;
  if (claimed) at_work.insert(claimed->id);
  return claimed;
}

bool JobRunner::State::run_one() {
  auto const now = clock.now();
  keep_recurring_jobs(now);
  auto claimed = claim(now);
  if (!claimed) return false;
  auto const& kind = kinds.at(claimed->kind);
  JobContext context(database, claimed->id, claimed->fence, claimed->attempt, now, std::move(claimed->payload),
                     kind.period);
  auto result = call(kind, context);
  try {
    settle(kind, context, result);
  } catch (Fault const& fault) {
    // The lease will end, and the job comes again.
    result = JobResult::retry(fault.what());
  }
  {
    std::lock_guard const lock(mutex);
    at_work.erase(claimed->id);
  }
  report(*claimed, result);
  return true;
}

JobResult JobRunner::State::call(Kind const& kind, JobContext& context) const {
  try {
    return kind.handler(context);
  } catch (ClaimLost const& lost) {
    return JobResult::retry(lost.what());
  } catch (Fault const& fault) {
    return fault.retryable() ? JobResult::retry(fault.what()) : JobResult::failed(fault.what());
  } catch (Bug const& bug) {
    return JobResult::failed(bug.what());
  } catch (...) {
    return JobResult::failed("an unexpected exception");  // its text may hold anything
  }
}

/// Fenced: nothing happens when the handler's own transaction has ended the job, or somebody else claimed it.
void JobRunner::State::settle(Kind const& kind, JobContext const& context, JobResult const& result) {
  using End = JobResult::End;
  auto const id = context.id_;
  auto const fence = context.fence_;
  auto const attempt = context.attempt_;
  if (result.end == End::done && context.finished_) return;
  auto const reason = bounded(result.reason);
  auto const used_up = result.end == End::failed || (result.end == End::retry && attempt >= kind.policy.attempts_max);
  auto const retry_at = clock.now() + kind.policy.delay_after(attempt);
  database.write_now([&](db::Tx& tx) {
    if (result.end == End::again) return end_again(tx, id, fence, result.at);
    if (result.end == End::done) {
      return kind.period ? end_again(tx, id, fence, context.now_ + *kind.period)
                         : end_done(tx, id, fence, context.now_);
    }
    if (used_up && !kind.period) return end_failed(tx, id, fence, reason);
    return end_retry(tx, id, fence, retry_at, reason);
  });
}

void JobRunner::State::report(Claim const& claim, JobResult const& result) const {
  if (!options.report) return;
  options.report({.kind = claim.kind,
                  .id = claim.id,
                  .attempt = claim.attempt,
                  .end = result.end,
                  .reason = bounded(result.reason)});
}

void JobRunner::State::work() {
  while (true) {
    std::uint64_t wakes_seen = 0;
    {
      std::lock_guard const lock(mutex);
      if (stopping) return;
      wakes_seen = wakes;
    }
    try {
      if (run_one()) continue;
    } catch (std::exception const& failure) {
      if (options.report) options.report({"", 0, 0, JobResult::End::retry, bounded(failure.what())});
    }
    wait_for_work(wakes_seen);
  }
}

/// By real time: until woken, until the next job is due if the clock goes at its ordinary pace, or for one poll.
void JobRunner::State::wait_for_work(std::uint64_t wakes_seen) {
  auto const now = clock.now();
  std::unique_lock lock(mutex);
  auto wait = options.poll;
  if (next_due && *next_due > now) wait = std::min(wait, *next_due - now);
  woken.wait_for(lock, wait, [&] { return stopping || wakes != wakes_seen; });
}

JobRunner::JobRunner(db::Database& database, Clock const& clock, RunnerOptions options)
    : state_(std::make_unique<State>(database, clock, std::move(options))) {}

JobRunner::~JobRunner() { stop(); }

void JobRunner::on(std::string kind, Handler handler, RetryPolicy policy) {
  state_->add(std::move(kind), {.handler = std::move(handler), .policy = policy, .period = std::nullopt});
}

void JobRunner::every(std::string kind, Duration period, Handler handler, RetryPolicy policy) {
  ENSURE(period > Duration::zero());
  state_->add(std::move(kind), {.handler = std::move(handler), .policy = policy, .period = period});
}

void JobRunner::start() {
  ENSURE(state_->threads.empty());
  state_->stopping = false;
  state_->listening = state_->database.listen(db::Topic::jobs, [this] { wake(); });
  for (int i = 0; i < state_->options.workers; ++i) state_->threads.emplace_back([this] { state_->work(); });
}

void JobRunner::stop() {
  {
    std::lock_guard const lock(state_->mutex);
    state_->stopping = true;
  }
  state_->woken.notify_all();
  state_->threads.clear();
  state_->listening = {};
}

void JobRunner::wake() {
  {
    std::lock_guard const lock(state_->mutex);
    ++state_->wakes;
  }
  state_->woken.notify_all();
}

std::size_t JobRunner::run_due(std::size_t max) {
  std::size_t ran = 0;
  while (ran < max && state_->run_one()) ++ran;
  return ran;
}

}  // namespace kelisim::jobs
