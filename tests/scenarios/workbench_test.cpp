// The desk of staff: a person by the number of what is theirs, and everything there was with them.
#include "story.h"

#include <gmock/gmock.h>

namespace kelisim::test {
namespace {

using boost::json::object;

class Workbench : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", "+77000000014");
  Actor& client = story.client("client", "+77010000001");
  std::string booking = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));

  std::string timeline_of(std::string const& query) { return "/v1/staff/people/" + client.id + "/timeline" + query; }

  /// `kind clause` of each entry, the oldest first.
  Lines entries(Actor& reader) {
    auto const answer = story.expect(reader.visitor.get(timeline_of("?purpose=complaint")), 200);
    Lines lines;
    for (auto const& entry : at(answer, "items").as_array()) {
      auto const clause = entry.as_object().contains("clause") ? " " + text_at(entry, "clause.id") : std::string();
      lines.insert(lines.begin(), text_at(entry, "kind") + clause);
    }
    EXPECT_FALSE(flag_at(answer, "more"));
    return lines;
  }
};

TEST_F(Workbench, a_timeline_tells_a_cancelled_session_from_the_contract_to_the_money_back) {
  story.pass(std::chrono::minutes(1));
  ASSERT_EQ(story.cancel(client, booking).status, 200);
  story.settle();
  auto const lines = entries(story.staff("support"));
  for (auto const* expected :
       {"terms.accepted_offer HAR-0a", "scheduling.held HAR-3.2b", "scheduling.confirmed HAR-3.2a",
        "orders.paid HAR-5.1a", "scheduling.cancelled HAR-3.8a", "orders.refund_decided HAR-3.8a",
        "obligations.undertaken HAR-3.8a", "obligations.kept HAR-3.8a", "orders.refund_confirmed HAR-8.7c"})
    EXPECT_THAT(lines, ::testing::Contains(expected));
  auto const place = [&](std::string const& line) { return std::ranges::find(lines, line) - lines.begin(); };
  EXPECT_LT(place("terms.accepted_offer HAR-0a"), place("scheduling.held HAR-3.2b"));
  EXPECT_LT(place("orders.paid HAR-5.1a"), place("scheduling.cancelled HAR-3.8a"));
}

TEST_F(Workbench, reading_a_timeline_needs_a_purpose_and_the_person_sees_that_it_was_read) {
  auto& support = story.staff("support");
  EXPECT_EQ(support.visitor.get(timeline_of("")).status, 400);
  EXPECT_EQ(support.visitor.get(timeline_of("?purpose=curiosity")).status, 400);
  EXPECT_EQ(support.visitor.get("/v1/staff/people/nobody/timeline?purpose=complaint").status, 404);
  auto const before = story.expect(client.visitor.get("/v1/me/access-log"), 200);
  EXPECT_TRUE(at(before, "reads").as_array().empty());
  (void)entries(support);
  auto const log = story.expect(client.visitor.get("/v1/me/access-log"), 200);
  ASSERT_EQ(at(log, "reads").as_array().size(), 1U);
  EXPECT_EQ(text_at(log, "reads.0.action"), "server.read_timeline");
  EXPECT_EQ(text_at(log, "reads.0.purpose"), "complaint");
  EXPECT_THAT(entries(support), ::testing::Contains("server.read_timeline"))
      << "who looked is a part of what there was";
}

TEST_F(Workbench, a_person_is_found_by_the_number_of_an_order_or_of_a_booking) {
  auto& support = story.staff("support");
  auto const search = [&](std::string const& number) {
    return support.visitor.post("/v1/staff/people/search", object{{"number", number}, {"purpose", "payment"}});
  };
  auto const order = text_at(story.booking(client, booking), "order.id");
  EXPECT_EQ(text_at(story.expect(search(order), 200), "id"), client.id);
  EXPECT_EQ(text_at(story.expect(search(booking), 200), "id"), client.id);
  EXPECT_EQ(search("01ARZ3NDEKTSV4RRFFQ69G5FAV").status, 404);
}

}  // namespace
}  // namespace kelisim::test
