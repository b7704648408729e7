// Published figures: nobody is named, and groups below ten are left out.
#include "clause_mark.h"
#include "story.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace kelisim::test {
namespace {

using boost::json::object;

TEST(Statistics, hold_aggregates_alone_and_no_group_below_ten) {
  CLAUSE("HAR-4.3.8a");
  Story story;
  auto& administrator = story.staff("administrator");
  auto const published = [&] { return story.expect(administrator.visitor.post("/v1/staff/statistics"), 201); };
  auto& visitor = story.visitor("visitor", "");
  EXPECT_FALSE(has(story.expect(visitor.visitor.get("/v1/statistics"), 200), "published_at"));

  for (int i = 0; i < 9; ++i) (void)story.client(fmt::format("client {}", i), fmt::format("+770100000{:02}", i + 10));
  EXPECT_EQ(published().at("figures").as_array().size(), 0U) << "nine are left out";
  (void)story.client("client 9", "+77010000019");
  auto const figures = published().at("figures").as_array();
  ASSERT_EQ(figures.size(), 1U);
  EXPECT_EQ(text_at(figures[0], "age_band"), "30-34");
  EXPECT_EQ(text_at(figures[0], "topic"), "anxiety");
  EXPECT_EQ(whole_at(figures[0], "people"), 10);

  (void)story.client("client 10", "+77010000020");
  auto const answer = published();
  EXPECT_EQ(answer.at("figures"), boost::json::value(figures)) << "one more is not seen";
  auto const seen = visitor.visitor.get("/v1/statistics").body;
  for (auto const* const word : {"7701", "client", "counted", "Лотос", "\"id\""}) {
    EXPECT_EQ(seen.find(word), std::string::npos) << word << " in " << seen;
  }
  EXPECT_EQ(visitor.visitor.post("/v1/staff/statistics").status, 401);
  EXPECT_EQ(story.staff("support").visitor.post("/v1/staff/statistics").status, 403);
}

TEST(Statistics, sex_and_emotional_state_are_stated_by_whoever_wishes) {
  CLAUSE("HAR-4.3.8c");
  Story story;
  auto& administrator = story.staff("administrator");
  auto& specialist = story.specialist("specialist", "+77000000014");
  for (int i = 0; i < 10; ++i)
    (void)story.client(fmt::format("client {}", i), fmt::format("+770100000{:02}", i + 10));
  for (int i = 10; i < 20; ++i) {
    auto& client = story.newcomer(fmt::format("client {}", i), fmt::format("+770100000{:02}", i + 10));
    object const form{{"display_name", "Лотос"},   {"age", 31},
                      {"prior_experience", false}, {"concern_topic", "anxiety"},
                      {"declares_truth", true},    {"sex", i < 19 ? "female" : "male"},
                      {"emotional_state", "tired"}};
    (void)story.expect(client.visitor.put("/v1/me/questionnaire", form), 200);
  }
  auto const booking = story.book(story.actor("client 0"), specialist, astana("2026-12-10T12:00"));
  EXPECT_FALSE(booking.empty()) << "who stated neither books like everybody";

  auto const figures = story.expect(administrator.visitor.post("/v1/staff/statistics"), 201);
  ASSERT_EQ(at(figures, "sexes").as_array().size(), 1U) << "nine women and one man are left out";
  EXPECT_EQ(text_at(figures, "sexes.0.answer"), "not_stated");
  EXPECT_EQ(whole_at(figures, "sexes.0.people"), 10);
  ASSERT_EQ(at(figures, "emotional_states").as_array().size(), 2U);
  EXPECT_EQ(text_at(figures, "emotional_states.0.answer"), "not_stated");
  EXPECT_EQ(whole_at(figures, "emotional_states.0.people"), 10);
  EXPECT_EQ(text_at(figures, "emotional_states.1.answer"), "tired");
  EXPECT_EQ(whole_at(figures, "figures.0.people"), 20);
}

}  // namespace
}  // namespace kelisim::test
