#include "terms/what_if.h"

#include "database_fixture.h"
#include "platform/json/described.h"
#include "terms/clauses.h"
#include "terms/editions.h"
#include "terms/migrations.h"
#include "testing/two_editions.h"

#include <gmock/gmock.h>

namespace kelisim::terms {
namespace {

using std::chrono::microseconds;

struct Notice {
  std::int64_t hours_before;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (hours_before))

struct GivenBack {
  Money refund;
};
BOOST_DESCRIBE_STRUCT(GivenBack, (), (refund))

GivenBack give_back(Notice const& notice, Terms const& terms) {
  auto const timely = std::chrono::hours(notice.hours_before) >= terms.cancellation->window.value;
  return {Money(timely ? 1'500'000 : 0, Currency::KZT)};
}

class WhatIfOfTerms : public test::OnBothEngines {
 protected:
  WhatIfOfTerms() : brand(brand_with_two_editions()), stricter(brand.terms.at("2026-12-08")) {
    database().migrate(migrations());
    database().write_now([&](db::Tx& tx) { settle_editions(tx, brand, start); });
    stricter.cancellation->window.value = std::chrono::hours(24);
    replayer.on_rule<Notice>("test.back", &give_back);
  }

  void decided(std::int64_t hours_before, char person, Instant at) {
    auto text = std::string(26, '0');
    text.back() = person;
    auto const& terms = brand.terms.at("2023-02-24");
    Notice const notice{hours_before};
    database().write_now([&](db::Tx& tx) {
      record(tx, random, "test.back", "s", PersonId::parse(text), terms, notice, give_back(notice, terms),
             clause("HAR-3.8a"), at);
    });
  }

  Result<WhatIfSum, WhatIfRefused> ask(Terms const& other, Instant from, Instant to) {
    changed.clear();
    return database().read_now([&](db::Tx& tx) {
      return what_if(tx, replayer, brand, {other, from, to}, [&](ChangedDecision const& one) {
        changed.push_back(one.stored.facts + " " + to_decimal(*one.refund_then) + " " + to_decimal(*one.refund_now));
      });
    });
  }

  Brand const brand;
  Terms stricter;
  Replayer replayer;
  SeededRandom random{1};
  Instant const start = *parse_rfc3339("2026-12-07T00:00:00Z");
  Instant const end = *parse_rfc3339("2027-12-07T00:00:00Z");
  std::vector<std::string> changed;
};

TEST_P(WhatIfOfTerms, the_same_terms_change_nothing) {
  for (auto const hours : {11, 12, 23, 24}) decided(hours, '1', start + std::chrono::hours(hours));
  auto const sum = ask(brand.terms.at("2026-12-08"), start, end);
  ASSERT_TRUE(sum.has_value());
  EXPECT_EQ(sum->decisions, 4);
  EXPECT_EQ(sum->changed, 0);
  EXPECT_EQ(sum->refunds_then, Money(4'500'000, Currency::KZT));
  EXPECT_EQ(sum->refunds_now, sum->refunds_then);
  EXPECT_EQ(sum->people_better + sum->people_worse, 0);
}

TEST_P(WhatIfOfTerms, a_longer_window_takes_the_refund_of_exactly_those_inside_it) {
  for (auto const hours : {11, 12, 23, 24}) {
    decided(hours, static_cast<char>('0' + hours % 10), start + std::chrono::hours(hours));
  }
  decided(13, '3', start + std::chrono::hours(24 * 40));
  auto const sum = ask(stricter, start, end);
  ASSERT_TRUE(sum.has_value());
  EXPECT_THAT(changed,
              ::testing::ElementsAre(R"({"hours_before":12} 15000.00 0.00)", R"({"hours_before":23} 15000.00 0.00)",
                                     R"({"hours_before":13} 15000.00 0.00)"));
  EXPECT_EQ(sum->changed, 3);
  EXPECT_EQ(sum->refunds_then, Money(6'000'000, Currency::KZT));
  EXPECT_EQ(sum->refunds_now, Money(1'500'000, Currency::KZT));
  EXPECT_EQ(sum->people_worse, 2) << "one person lost twice";
  EXPECT_EQ(sum->people_better, 0);
  ASSERT_EQ(sum->months.size(), 2U);
  EXPECT_EQ(sum->months[0].month, "2026-12");
  EXPECT_EQ(sum->months[0].changed, 2);
  EXPECT_EQ(sum->months[1].month, "2027-01");
  EXPECT_EQ(sum->months[1].refunds_now, Money(0, Currency::KZT));
}

TEST_P(WhatIfOfTerms, the_range_holds_its_first_instant_and_not_its_last) {
  auto const count = [&](Instant from, Instant to) { return ask(stricter, from, to)->decisions; };
  decided(12, '1', start);
  EXPECT_EQ(count(start - microseconds(1), start), 0);
  EXPECT_EQ(count(start, start + microseconds(1)), 1);
  EXPECT_EQ(count(start + microseconds(1), end), 0);
}

TEST_P(WhatIfOfTerms, terms_that_lack_what_a_decision_rests_on_are_refused_by_name) {
  auto foreign = stricter;
  foreign.brand = "another";
  EXPECT_EQ(ask(foreign, end, end).error().why, WhatIfRefusal::nothing_to_ask);
  EXPECT_EQ(ask(foreign, start, end).error().why, WhatIfRefusal::other_brand);
  auto poorer = stricter;
  poorer.cancellation.reset();
  std::erase_if(poorer.stated, [](auto const& leaf) { return leaf.first.starts_with("cancellation."); });
  EXPECT_TRUE(ask(poorer, start, end).has_value()) << "nothing was decided that would need them";
  decided(12, '1', start);
  auto const refused = ask(poorer, start, end);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().why, WhatIfRefusal::lacks_section);
  EXPECT_EQ(refused.error().section, "cancellation");
}

TEST_P(WhatIfOfTerms, a_kind_that_is_not_decided_again_is_counted_as_such) {
  database().write_now([&](db::Tx& tx) {
    record(tx, random, "test.other", "s", std::nullopt, brand.terms.at("2023-02-24"), Notice{1}, Notice{1},
           clause("HAR-3.8a"), start);
  });
  auto const sum = ask(stricter, start, end);
  ASSERT_TRUE(sum.has_value());
  EXPECT_EQ(sum->decisions, 1);
  EXPECT_EQ(sum->not_replayable, 1);
  EXPECT_EQ(sum->changed, 0);
}

KELISIM_ON_BOTH_ENGINES(WhatIfOfTerms);

}  // namespace
}  // namespace kelisim::terms
