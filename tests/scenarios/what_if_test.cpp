#include "scratch_folder.h"
#include "second_edition.h"
#include "story.h"

#include <gtest/gtest.h>

namespace kelisim::test {
namespace {

constexpr char const* saule = "+77000000014";
constexpr std::int64_t price_minor = 1'600'000;  ///< of a session with her

/// Two paid sessions: one cancelled 18 hours before, one 42 hours before, both in support hours and so in time.
class WhatIf : public ::testing::Test {
 protected:
  ScratchFolder const folder;
  Story story{1, brand_with_stricter_edition(folder.path())};

  WhatIf() {
    auto& specialist = story.specialist("specialist", saule);
    auto& client = story.client("client", "+77010000041");
    auto& other = story.client("other", "+77010000042");
    auto const near = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
    auto const far = story.booked_and_paid(other, specialist, astana("2026-12-11T12:00"));
    story.pass_until(astana("2026-12-09T18:00"));
    EXPECT_EQ(story.cancel(client, near).status, 200);
    EXPECT_EQ(story.cancel(other, far).status, 200);
    story.settle();
  }

  boost::json::value ask(std::string const& version) {
    return story.expect(story.staff("administrator")
                            .visitor.get("/v1/staff/what-if?from=2026-12-01&to=2026-12-31&version=" + version),
                        200);
  }
};

TEST_F(WhatIf, the_same_terms_would_have_changed_nothing) {
  auto const answer = ask("2023-02-24");
  EXPECT_GT(answer.at("decisions").as_int64(), 2) << "registrations and payments are decisions too";
  EXPECT_EQ(answer.at("changed").as_int64(), 0);
  EXPECT_EQ(answer.at("not_replayable").as_int64(), 0);
  EXPECT_EQ(answer.at("refunds_then").at("minor").as_int64(), 2 * price_minor);
  EXPECT_EQ(answer.at("refunds_now"), answer.at("refunds_then"));
}

TEST_F(WhatIf, a_window_of_24_hours_would_have_kept_the_price_of_the_one_session_inside_it) {
  auto const answer = ask(std::string(stricter_edition));
  EXPECT_EQ(answer.at("refunds_then").at("minor").as_int64(), 2 * price_minor);
  EXPECT_EQ(answer.at("refunds_now").at("minor").as_int64(), price_minor);
  EXPECT_EQ(answer.at("people_worse").as_int64(), 1);
  EXPECT_EQ(answer.at("people_better").as_int64(), 0);
  Lines money;
  for (auto const& item : answer.at("items").as_array()) {
    if (item.at("refund_then") == item.at("refund_now")) continue;
    money.push_back(text_at(item, "kind") + " " + std::to_string(item.at("refund_then").at("minor").as_int64()) +
                    " -> " + std::to_string(item.at("refund_now").at("minor").as_int64()));
  }
  EXPECT_EQ(money, (Lines{"scheduling.cancel 1600000 -> 0"}));
}

TEST_F(WhatIf, only_an_administrator_asks_and_an_unknown_edition_or_day_is_refused) {
  auto const address = std::string("/v1/staff/what-if?from=2026-12-01&to=2026-12-31&version=2023-02-24");
  EXPECT_EQ(story.staff("support").visitor.get(address).status, 403);
  auto& administrator = story.staff("administrator");
  EXPECT_EQ(administrator.visitor.get("/v1/staff/what-if?from=2026-12-01&to=2026-12-31&version=2031-01-01").status,
            404);
  EXPECT_EQ(administrator.visitor.get("/v1/staff/what-if?from=2026-12-32&to=2026-12-31&version=2023-02-24").status,
            400);
  EXPECT_EQ(administrator.visitor.get("/v1/staff/what-if?from=2026-12-02&to=2026-12-01&version=2023-02-24").status,
            400);
}

}  // namespace
}  // namespace kelisim::test
