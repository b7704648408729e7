#include "jobs/jobs_fixture.h"

#include <gmock/gmock.h>

#include <tuple>

namespace kelisim::jobs {
namespace {

/// Asks SQLite how it would run each statement, and then runs it.
class ExplainingTx final : public db::Tx {
 public:
  explicit ExplainingTx(db::Tx& real) : real_(real) {}

  [[nodiscard]] db::Engine engine() const noexcept override { return real_.engine(); }
  std::int64_t run(db::Sql const& sql, std::span<db::Param const> params,
                   std::function<void(db::Row const&)> const& each) override {
    auto const question = "EXPLAIN QUERY PLAN " + std::string(sql.text);
    real_.run({"test.explain", question}, params, [this](db::Row const& row) { steps_.push_back(row.str(3)); });
    return real_.run(sql, params, each);
  }
  [[nodiscard]] Mark mark() override { return real_.mark(); }
  void keep(Mark mark) override { real_.keep(mark); }
  void undo(Mark mark) override { real_.undo(mark); }
  void notify(db::Topic topic) override { real_.notify(topic); }
  [[nodiscard]] std::vector<std::string> const& steps() const noexcept { return steps_; }

 private:
  db::Tx& real_;
  std::vector<std::string> steps_;
};

class JobPlans : public JobsFixture {};

// Found by a simulator that grew slower with its world: each look for work sorted every job that waited for its day.
TEST_P(JobPlans, NobodyReadsMoreOfTheTableThanTheJobsInQuestion) {
  auto const steps = database().write_now([&](db::Tx& tx) {
    ExplainingTx asked(tx);
    std::ignore = look(asked, ",test.note,", ",", clock.now());
    std::ignore = claim_one(asked, ",test.note,", clock.now(), std::chrono::minutes(1));
    free_ended_leases(asked, ",", clock.now());
    prune(asked, clock.now(), 10);
    std::ignore = list(asked, {.state = JobState::failed});
    return asked.steps();
  });
  EXPECT_GT(steps.size(), 8U);
  for (auto const& step : steps) {
    EXPECT_THAT(step, testing::Not(testing::HasSubstr("TEMP B-TREE")));
    EXPECT_NE(step, "SCAN platform_jobs");
  }
  EXPECT_THAT(steps, testing::Contains(testing::HasSubstr("platform_jobs_ready (due_at_us<?)")));
}

// PostgreSQL decides by its statistics.
INSTANTIATE_TEST_SUITE_P(Sqlite, JobPlans, ::testing::Values(db::Engine::sqlite));

}  // namespace
}  // namespace kelisim::jobs
