#include "obligations/rules/stages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::obligations {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant arose{1'000'000'000};
constexpr Duration tick{1};

StageFacts facts(Owner owner, Duration time) { return {owner, arose, arose + time}; }

TEST(Stages, a_person_hears_a_day_before_and_a_microsecond_after_the_due_instant) {
  auto const promise = facts(Owner::support, hours(240));
  EXPECT_EQ(stage_reached(promise, promise.due_at - hours(24) - tick), std::nullopt);
  EXPECT_EQ(stage_reached(promise, promise.due_at - hours(24)), Stage::due_soon);
  EXPECT_EQ(stage_reached(promise, promise.due_at), Stage::due_soon) << "the due instant itself is in time";
  EXPECT_EQ(stage_reached(promise, promise.due_at + tick), Stage::overdue);
  EXPECT_EQ(stage_reached(promise, promise.due_at + hours(24)), Stage::overdue);
  EXPECT_EQ(stage_reached(promise, promise.due_at + hours(24) + tick), Stage::escalated);
}

TEST(Stages, a_short_promise_calls_when_half_of_its_time_is_over) {
  auto const promise = facts(Owner::finance, hours(12));
  EXPECT_EQ(stage_begins(Stage::due_soon, promise), arose + hours(6));
}

TEST(Stages, what_the_server_does_by_itself_calls_only_when_it_did_not) {
  auto const promise = facts(Owner::system, hours(12));
  EXPECT_EQ(stage_begins(Stage::due_soon, promise), std::nullopt);
  EXPECT_EQ(stage_reached(promise, promise.due_at + minutes(15)), std::nullopt);
  EXPECT_EQ(stage_reached(promise, promise.due_at + minutes(15) + tick), Stage::overdue);
}

RC_GTEST_PROP(StageProperties, the_next_look_is_where_the_next_stage_begins,
              (std::uint32_t length, std::uint32_t later)) {
  auto const owner = *rc::gen::element(Owner::system, Owner::support, Owner::finance, Owner::specialist);
  auto const promise = facts(owner, std::chrono::seconds(length));
  auto const now = arose + std::chrono::seconds(later);
  auto const reached = stage_reached(promise, now);
  auto const look = next_look(promise, reached);
  RC_ASSERT(look.has_value() == (reached != Stage::escalated));
  if (!look) return;
  RC_ASSERT(*look > now);
  RC_ASSERT(stage_reached(promise, *look) > reached);
  RC_ASSERT(stage_reached(promise, *look - tick) == reached);
}

}  // namespace
}  // namespace kelisim::obligations
