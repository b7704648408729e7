// Who may carry out a job: claims, leases, several runners.
#include "jobs/jobs_fixture.h"

#include <gmock/gmock.h>

#include <latch>
#include <set>

namespace kelisim::jobs {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;

class LeasesTest : public JobsFixture {
 protected:
  /// What a process does that dies at once after it claimed a job.
  void claim_and_die(std::string const& kind) {
    auto const taken = database().write_now(
        [&](db::Tx& tx) { return claim_one(tx, "," + kind + ",", clock.now(), RunnerOptions().lease); });
    ASSERT_TRUE(taken.has_value());
  }
};

TEST_P(LeasesTest, AJobWhoseProcessDiedComesAgainWhenItsLeaseEnds) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  put("test.note", "k", 0s, {{"name", "x"}});
  claim_and_die("test.note");
  clock.advance(RunnerOptions().lease - 1us);
  EXPECT_EQ(runner.run_due(), 0u);
  clock.advance(1us);
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_EQ(jobs().front().attempts, 2);
  EXPECT_THAT(effects(), ElementsAre("x"));
}

TEST_P(LeasesTest, AClockThatWentBackDoesNotKeepALease) {
  JobRunner runner(database(), clock);
  runner.on("test.note", note);
  put("test.note", "k", -3h, {{"name", "x"}});
  claim_and_die("test.note");
  clock.advance(-2h);
  EXPECT_EQ(runner.run_due(), 1u);
}

TEST_P(LeasesTest, WhoLostHisClaimHasNoEffect) {
  JobRunner slow(database(), clock);
  JobRunner quick(database(), clock);
  quick.on("test.note", note);
  slow.on("test.note", [&](JobContext& context) {
    clock.advance(RunnerOptions().lease);
    EXPECT_EQ(quick.run_due(), 1u);
    return note(context);
  });
  put("test.note", "k", 0s, {{"name", "x"}});
  slow.run_due(1);
  EXPECT_THAT(effects(), ElementsAre("x"));
  EXPECT_EQ(jobs().front().state, JobState::done);
}

TEST_P(LeasesTest, ARunnerDoesNotRepeatWhatItIsAtWorkOnThoughTheClockJumps) {
  JobRunner runner(database(), clock);
  int runs = 0;
  runner.on("test.note", [&](JobContext& context) {
    ++runs;
    clock.advance(24h);
    EXPECT_EQ(runner.run_due(), 0u);
    return note(context);
  });
  put("test.note", "k", 0s, {{"name", "x"}});
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_EQ(runs, 1);
}

TEST_P(LeasesTest, ACancelledJobThatIsAtWorkCannotFinish) {
  JobRunner runner(database(), clock);
  runner.on("test.note", [&](JobContext& context) {
    database().write_now([](db::Tx& tx) { cancel(tx, "k"); });
    return note(context);
  });
  put("test.note", "k", 0s, {{"name", "x"}});
  EXPECT_EQ(runner.run_due(), 1u);
  EXPECT_THAT(effects(), ElementsAre());
  EXPECT_EQ(jobs().front().state, JobState::cancelled);
}

TEST_P(LeasesTest, ThreadsRunAJobAsSoonAsItIsCommitted) {
  JobRunner runner(database(), clock, {.workers = 2, .poll = 1h});
  std::latch ran(1);
  runner.on("test.once", [&](JobContext&) {
    ran.count_down();
    return JobResult::done();
  });
  runner.start();
  put("test.once", "k");
  ran.wait();
  runner.stop();
  EXPECT_EQ(jobs().front().state, JobState::done);
}

TEST_P(LeasesTest, TwoRunnersHaveOneEffectPerJob) {
  constexpr int kJobs = 200;
  // On PostgreSQL a node of its own; an SQLite file belongs to one process, whose runners share it.
  auto const other = GetParam() == db::Engine::postgres ? home().open() : nullptr;
  std::latch done(kJobs);
  auto const counted = [&](JobContext& context) {
    auto const result = note(context);
    done.count_down();
    return result;
  };
  JobRunner first(database(), clock, {.workers = 3, .poll = 5ms});
  JobRunner second(other ? *other : database(), clock, {.workers = 3, .poll = 5ms});
  first.on("test.note", counted);
  second.on("test.note", counted);
  first.start();
  second.start();
  database().write_now([&](db::Tx& tx) {
    for (int i = 0; i < kJobs; ++i) {
      enqueue(tx,
              {.kind = "test.note", .dedupe_key = {}, .payload = {{"name", std::to_string(i)}}, .due_at = kStart});
    }
  });
  done.wait();
  first.stop();
  second.stop();
  auto const names = effects();
  EXPECT_EQ(names.size(), std::size_t{kJobs});
  EXPECT_EQ(std::set(names.begin(), names.end()).size(), std::size_t{kJobs});
  EXPECT_EQ(jobs({.state = JobState::done, .limit = 200}).size(), std::size_t{kJobs});
}

KELISIM_ON_BOTH_ENGINES(LeasesTest);

TEST(JobsOfADeadProcess, AreFreedAtTheStartOfTheNextOnSqlite) {
  test::DatabaseHome const home(db::Engine::sqlite);
  auto const database = home.open();
  database->migrate(platform::migrations());
  database->write_now([](db::Tx& tx) {
    enqueue(tx, {.kind = "a", .dedupe_key = {}, .payload = {}, .due_at = kStart});
    EXPECT_TRUE(claim_one(tx, ",a,", kStart, 1min).has_value());
    EXPECT_FALSE(claim_one(tx, ",a,", kStart, 1min).has_value());
    EXPECT_EQ(release_leases(tx), 1);
    EXPECT_TRUE(claim_one(tx, ",a,", kStart, 1min).has_value());
  });
}

}  // namespace
}  // namespace kelisim::jobs
