#include "jobs/jobs_fixture.h"

#include <gmock/gmock.h>

namespace kelisim::jobs {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class JobsTest : public JobsFixture {};

TEST_P(JobsTest, WhatIsDueRunsInOrderOfItsInstant) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  put("test.note", {}, 2s, {{"name", "second"}});
  put("test.note", {}, 1s, {{"name", "first"}});
  put("test.note", {}, 3s, {{"name", "third"}});
  EXPECT_EQ(runner.run_due(), 0u);
  clock.advance(2s - 1us);
  EXPECT_EQ(runner.run_due(), 1u);
  clock.advance(1us);
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_THAT(effects(), ElementsAre("first", "second"));
  clock.advance(24h);
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_EQ(jobs({.state = JobState::done}).size(), 3u);
  EXPECT_EQ(jobs().front().done_at, clock.now());
}

TEST_P(JobsTest, AtMostTheNumberAskedForRuns) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  for (auto const* const name : {"a", "b", "c"}) put("test.note", {}, 0s, {{"name", name}});
  EXPECT_EQ(runner.run_due(2), 2u);
  EXPECT_EQ(runner.run_due(), 1u);
}

TEST_P(JobsTest, ARepeatOfADedupeKeyDoesNothingInWhateverState) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  EXPECT_TRUE(put("test.note", "k", 0s, {{"name", "once"}}));
  EXPECT_FALSE(put("test.note", "k", 0s, {{"name", "twice"}}));
  runner.run_due();
  EXPECT_FALSE(put("test.note", "k", 0s, {{"name", "thrice"}}));
  EXPECT_FALSE(put("test.other", "k"));
  runner.run_due();
  EXPECT_THAT(effects(), ElementsAre("once"));
}

TEST_P(JobsTest, ATransactionThatRollsBackLeavesNoJob) {
  EXPECT_THROW(database().write_now([&](db::Tx& tx) {
    enqueue(tx, {.kind = "test.note", .dedupe_key = "k", .payload = {}, .due_at = kStart});
    throw std::domain_error("no");
  }),
               std::domain_error);
  EXPECT_TRUE(jobs().empty());
}

TEST_P(JobsTest, ACancelledJobDoesNotRun) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  put("test.note", "k", 1s, {{"name", "x"}});
  auto const cancelled = [&] { return database().write_now([](db::Tx& tx) { return cancel(tx, "k"); }); };
  EXPECT_TRUE(cancelled());
  EXPECT_FALSE(cancelled());
  clock.advance(1h);
  EXPECT_EQ(runner.run_due(), 0u);
  EXPECT_EQ(jobs().front().state, JobState::cancelled);
}

// Found by the simulator, seed 102: a session moved away and back to its time was never closed.
TEST_P(JobsTest, WhatWasCalledOffMayBeAskedForAgainAndAgain) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  for (int round = 0; round < 3; ++round) {
    EXPECT_TRUE(put("test.note", "k", 1s, {{"name", "called off"}}));
    EXPECT_TRUE(database().write_now([](db::Tx& tx) { return cancel(tx, "k"); }));
  }
  EXPECT_TRUE(put("test.note", "k", 1s, {{"name", "at last"}}));
  EXPECT_FALSE(put("test.note", "k", 1s, {{"name", "twice"}}));
  clock.advance(1s);
  runner.run_due();
  EXPECT_THAT(effects(), ElementsAre("at last"));
}

TEST_P(JobsTest, ARescheduledJobRunsAtItsNewInstant) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  put("test.note", "k", 1h, {{"name", "x"}});
  auto const move = [&](Duration in) {
    return database().write_now([&](db::Tx& tx) { return reschedule(tx, "k", clock.now() + in); });
  };
  EXPECT_TRUE(move(10s));
  clock.advance(10s);
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_FALSE(move(10s));
}

TEST_P(JobsTest, ARetryComesAfterAGrowingDelayAndThenStaffSeeTheFailure) {
  JobRunner runner(database(), clock);
  std::vector<Duration> at;
  runner.on("test.flaky",
            [&](JobContext& context) {
              at.push_back(context.now() - kStart);
              EXPECT_EQ(context.attempt(), static_cast<int>(at.size()));
              return JobResult::retry("partner is away");
            },
            {.attempts_max = 4, .first_delay = 10s, .delay_max = 30s});
  put("test.flaky", "k");
  for (int second = 0; second < 200; ++second) {
    runner.run_due();
    clock.advance(1s);
  }
  EXPECT_THAT(at, ElementsAre(0s, 10s, 30s, 60s));
  auto const failed = jobs({.state = JobState::failed});
  ASSERT_EQ(failed.size(), 1u);
  EXPECT_EQ(failed[0].last_error, "partner is away");
  EXPECT_EQ(failed[0].attempts, 4);

  auto const id = failed[0].id;
  EXPECT_TRUE(database().write_now([&](db::Tx& tx) { return retry(tx, id, clock.now()); }));
  EXPECT_FALSE(database().write_now([&](db::Tx& tx) { return retry(tx, id, clock.now()); }));
  at.clear();
  EXPECT_EQ(runner.run_due(), 1u);
}

TEST_P(JobsTest, WhatAHandlerThrowsDecidesWhetherItComesAgain) {
  JobRunner runner(database(), clock);
  runner.on("test.busy", [](JobContext&) -> JobResult { throw Fault(Fault::Retry::yes, "busy"); });
  runner.on("test.broken", [](JobContext&) -> JobResult { throw Fault(Fault::Retry::no, "broken"); });
  runner.on("test.bug", [](JobContext& context) {
    std::ignore = context.text("missing");
    return JobResult::done();
  });
  runner.on("test.other", [](JobContext&) -> JobResult { throw std::runtime_error("a name perhaps"); });
  for (auto const* const kind : {"test.busy", "test.broken", "test.bug", "test.other"}) put(kind, kind);
  EXPECT_EQ(runner.run_due(), 4u);
  auto const all = jobs();
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[3].state, JobState::ready);
  EXPECT_EQ(all[3].last_error, "busy");
  EXPECT_EQ(all[2].state, JobState::failed);
  EXPECT_EQ(all[1].state, JobState::failed);
  EXPECT_EQ(all[0].state, JobState::failed);
  EXPECT_THAT(*all[0].last_error, ::testing::Not(HasSubstr("a name perhaps")));
}

TEST_P(JobsTest, AgainIsNotAFailure) {
  JobRunner runner(database(), clock);
  int polls = 0;
  runner.on("test.poll",
            [&](JobContext& context) {
              EXPECT_EQ(context.attempt(), 1);
              return ++polls < 3 ? JobResult::again(context.now() + 1min) : JobResult::done();
            },
            {.attempts_max = 1});
  put("test.poll", "k");
  for (int minute = 0; minute < 5; ++minute) {
    runner.run_due();
    clock.advance(1min);
  }
  EXPECT_EQ(polls, 3);
  EXPECT_EQ(jobs().front().state, JobState::done);
}

TEST_P(JobsTest, ARecurringJobComesAgainAfterEachPeriodHoweverTheClockMoves) {
  int runs = 0;
  auto const sweep = [&](JobContext&) {
    ++runs;
    return JobResult::done();
  };
  JobRunner runner(database(), clock);
  runner.every("test.sweep", 1min, sweep);
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_EQ(runner.run_due(), 0u);
  clock.advance(1min);
  EXPECT_EQ(runner.run_due(), 1u);
  clock.advance(24h);  // not 1440 times
  EXPECT_EQ(runner.run_due(), 1u);
  clock.advance(-2h);
  EXPECT_EQ(runner.run_due(), 0u);
  clock.advance(1min);
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_EQ(jobs().size(), 1u);

  JobRunner restarted(database(), clock);
  restarted.every("test.sweep", 1min, sweep);
  EXPECT_EQ(restarted.run_due(), 0u);
  EXPECT_EQ(runs, 4);
}

TEST_P(JobsTest, ARecurringJobThatFailsIsNotGivenUp) {
  int runs = 0;
  JobRunner runner(database(), clock);
  runner.every("test.sweep", 1min, [&](JobContext&) { return ++runs, JobResult::failed("no"); },
               {.attempts_max = 2, .first_delay = 10s, .delay_max = 20s});
  for (int i = 0; i < 5; ++i) {
    runner.run_due();
    clock.advance(20s);
  }
  EXPECT_EQ(runs, 5);
  EXPECT_EQ(jobs().front().last_error, "no");
}

TEST_P(JobsTest, KindsThatARunnerDoesNotKnowWaitForOneThatDoes) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  put("test.note2", "k", 0s, {{"name", "x"}});
  put("note", "l", 0s, {{"name", "x"}});
  EXPECT_EQ(runner.run_due(), 0u);
  EXPECT_EQ(jobs({.state = JobState::ready}).size(), 2u);
}

TEST_P(JobsTest, ListsAPageAtATimeNewestFirstAndForgetsTheOld) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  for (int i = 0; i < 5; ++i) put("test.note", std::to_string(i), 0s, {{"name", std::to_string(i)}});
  put("test.note", "later", 1h, {{"name", "later"}});
  auto const page = jobs({.kind = "test.note", .limit = 2});
  ASSERT_EQ(page.size(), 2u);
  EXPECT_EQ(page[0].dedupe_key, "later");
  auto const next = jobs({.before_id = page[1].id, .limit = 10});
  ASSERT_EQ(next.size(), 4u);
  EXPECT_EQ(next[0].payload, (Payload{{"name", "3"}}));
  EXPECT_TRUE(jobs({.kind = "test.other"}).empty());

  runner.run_due();
  auto const pruned = [&](Instant before, int limit) {
    return database().write_now([&](db::Tx& tx) { return prune(tx, before, limit); });
  };
  EXPECT_EQ(pruned(kStart, 10), 0);
  EXPECT_EQ(pruned(kStart + 1us, 3), 3);
  EXPECT_EQ(pruned(kStart + 2h, 10), 2);
  EXPECT_EQ(jobs().size(), 1u);
}

KELISIM_ON_BOTH_ENGINES(JobsTest);

TEST(RetryPolicyTest, DelaysDoubleUpToTheirBound) {
  RetryPolicy const policy{.attempts_max = 9, .first_delay = 5s, .delay_max = 1min};
  EXPECT_EQ(policy.delay_after(1), 5s);
  EXPECT_EQ(policy.delay_after(2), 10s);
  EXPECT_EQ(policy.delay_after(4), 40s);
  EXPECT_EQ(policy.delay_after(5), 1min);
  EXPECT_EQ(policy.delay_after(1'000'000), 1min);
}

}  // namespace
}  // namespace kelisim::jobs
