// What staff give back though a clause keeps it.
#include "story.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kelisim::test {
namespace {

using boost::json::object;

class Overrides : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", "+77000000014");
  Actor& client = story.client("client", "+77010000001");
  Actor& support = story.staff("support");
  Actor& finance = story.staff("finance");

  /// Cancelled too late: the clause keeps the whole price.
  std::string forfeited(std::string const& start) {
    auto const booking = story.book(client, specialist, astana(start));
    story.pay(client, booking, true);
    (void)story.expect(story.cancel(client, booking, object{{"accepts_no_refund", true}}), 200);
    story.settle();
    return booking;
  }
  Answer ask(Actor& by, std::string const& booking, std::string const& reasons = "Taken to hospital; papers seen.") {
    return by.visitor.post("/v1/staff/bookings/" + booking + "/overrides", object{{"reasons", reasons}});
  }
  Answer second(Actor& by, std::string const& id, bool agrees = true) {
    return by.visitor.post("/v1/staff/overrides/" + id + "/finding",
                           object{{"agrees", agrees}, {"reasons", "Looked at again."}});
  }
  static std::string code(Answer const& answer) { return text_at(answer.json(), "code"); }
  static bool told(Lines const& news, std::string const& line) { return std::ranges::find(news, line) != news.end(); }
};

TEST_F(Overrides, one_person_gives_back_what_the_clause_keeps_at_the_cost_of_the_business) {
  auto const booking = forfeited("2026-12-07T15:00");
  auto const before = story.balances();
  story.forget();
  auto const granted = story.expect(ask(support, booking), 201);
  EXPECT_EQ(text_at(granted, "state"), "granted");
  EXPECT_EQ(text_at(granted, "clause.id"), "HAR-3.7f") << "the clause that is set aside";
  EXPECT_EQ(code(ask(finance, booking)), "nothing_kept");
  story.settle();
  EXPECT_TRUE(told(story.news(), "notice override_granted to client by account"));
  auto after = story.balances();
  for (auto const& line : before) {
    if (line.starts_with("acquirer")) continue;
    EXPECT_TRUE(told(after, line)) << line << ": the specialist keeps what was earned";
  }
  EXPECT_TRUE(std::ranges::any_of(after, [](std::string const& line) { return line.starts_with("goodwill"); }));
}

TEST_F(Overrides, above_the_days_sum_a_second_person_must_agree) {
  auto const first = forfeited("2026-12-07T15:00");
  auto const other = forfeited("2026-12-07T17:00");
  (void)story.expect(ask(support, first), 201);
  auto const waits = story.expect(ask(support, other), 201);
  EXPECT_EQ(text_at(waits, "state"), "waits") << "the second of the day goes over the sum";
  auto const id = text_at(waits, "id");
  EXPECT_EQ(code(ask(finance, other)), "waits_for_second");
  EXPECT_EQ(second(support, id).status, 403);
  EXPECT_EQ(
      code(second(finance, text_at(story.expect(support.visitor.get("/v1/staff/overrides"), 200), "overrides.1.id"))),
      "already_found")
      << "granted by one person, nothing is left to say";
  story.settle();
  story.forget();

  EXPECT_EQ(text_at(story.expect(second(finance, id), 201), "state"), "granted");
  EXPECT_EQ(code(second(finance, id)), "already_found");
  story.settle();
  auto const news = story.news();
  EXPECT_TRUE(told(news, "notice override_granted to client by account"));
  EXPECT_TRUE(told(news, "decision overrides.finding by HAR-3.7f"));
  auto const read = story.expect(finance.visitor.get("/v1/staff/overrides/" + id + "?purpose=payment"), 200);
  EXPECT_EQ(text_at(read, "second_reasons"), "Looked at again.");
}

TEST_F(Overrides, who_asked_cannot_agree_and_no_gives_nothing_back) {
  auto const first = forfeited("2026-12-07T15:00");
  auto const other = forfeited("2026-12-07T17:00");
  (void)story.expect(ask(finance, first), 201);
  auto const id = text_at(story.expect(ask(finance, other), 201), "id");
  EXPECT_EQ(code(second(finance, id)), "same_person");
  auto& administrator = story.staff("administrator");
  EXPECT_EQ(text_at(story.expect(second(administrator, id, false), 201), "state"), "declined");
  auto const waits = story.expect(ask(finance, other), 201);
  EXPECT_EQ(text_at(waits, "state"), "waits") << "it may be asked again";
}

TEST_F(Overrides, what_is_not_earned_goes_back_by_a_clause_and_never_here) {
  auto const booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  EXPECT_EQ(code(ask(support, booking)), "nothing_kept");
  EXPECT_EQ(ask(client, booking).status, 403);
  EXPECT_EQ(ask(support, "01KGA7Z9Q00000000000000000").status, 404);
}

}  // namespace
}  // namespace kelisim::test
