#include "overrides/rules/override.h"

#include <gtest/gtest.h>

namespace kelisim::overrides {
namespace {

terms::Terms const& harmonia() {
  static terms::TermsBook const book = terms::TermsBook::load(KELISIM_SOURCE_DIR "/brands/harmonia");
  return book.at("2023-02-24");
}

Money kzt(std::int64_t minor) { return {minor, Currency::KZT}; }

RequestFacts a_request() {
  return {.alone_up_to = kzt(2'000'000),
          .kept_by = "HAR-3.7f",
          .returned = false,
          .waits = false,
          .has_reasons = true,
          .price = kzt(1'500'000),
          .granted_today = kzt(0)};
}

FindingFacts a_finding() {
  return {.found = false,
          .same_person = false,
          .returned = false,
          .agrees = true,
          .has_reasons = true,
          .price = kzt(1'500'000),
          .kept_by = "HAR-3.7f"};
}

RequestRefusal refusal(RequestFacts const& facts) { return decide_request(facts, harmonia()).error(); }
FindingRefusal refusal(FindingFacts const& facts) { return decide_finding(facts, harmonia()).error(); }

TEST(OverrideRequest, OnePersonGrantsUpToTheDaysSumAndNotATiynMore) {
  for (auto const& [today, second] : {std::pair{kzt(499'999), false}, {kzt(500'000), false}, {kzt(500'001), true}}) {
    auto facts = a_request();
    facts.granted_today = today;
    auto const requested = decide_request(facts, harmonia());
    ASSERT_TRUE(requested.has_value());
    EXPECT_EQ(requested->needs_second, second) << to_decimal(today);
    EXPECT_EQ(requested->refund, kzt(1'500'000));
    EXPECT_EQ(requested->because.id, "HAR-3.7f") << "the clause that is set aside";
  }
}

TEST(OverrideRequest, IsRefusedInTheOrderOfTheList) {
  auto facts = a_request();
  facts.has_reasons = false;
  EXPECT_EQ(refusal(facts), RequestRefusal::reasons_missing);
  facts.waits = true;
  EXPECT_EQ(refusal(facts), RequestRefusal::waits_for_second);
  facts.returned = true;
  EXPECT_EQ(refusal(facts), RequestRefusal::nothing_kept);
  facts.returned = false;
  facts.kept_by.reset();
  EXPECT_EQ(refusal(facts), RequestRefusal::nothing_kept);
  facts.alone_up_to.reset();
  EXPECT_EQ(refusal(facts), RequestRefusal::no_such_right);
}

TEST(OverrideFinding, IsRefusedInTheOrderOfTheList) {
  auto facts = a_finding();
  facts.has_reasons = false;
  EXPECT_EQ(refusal(facts), FindingRefusal::reasons_missing);
  facts.returned = true;
  EXPECT_EQ(refusal(facts), FindingRefusal::nothing_kept);
  facts.same_person = true;
  EXPECT_EQ(refusal(facts), FindingRefusal::same_person);
  facts.found = true;
  EXPECT_EQ(refusal(facts), FindingRefusal::already_found);
}

TEST(OverrideFinding, NoGivesNothingBackEvenOfWhatWentBackMeanwhile) {
  auto facts = a_finding();
  EXPECT_EQ(decide_finding(facts, harmonia())->refund, kzt(1'500'000));
  facts.agrees = false;
  facts.returned = true;
  auto const found = decide_finding(facts, harmonia());
  ASSERT_TRUE(found.has_value());
  EXPECT_FALSE(found->granted);
  EXPECT_EQ(found->refund, kzt(0));
}

}  // namespace
}  // namespace kelisim::overrides
