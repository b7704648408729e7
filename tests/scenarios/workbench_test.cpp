// The desk of staff: a person by the number of what is theirs, and everything there was with them.
#include "byte_scan.h"
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

TEST_F(Workbench, a_timeline_tells_a_question_from_its_words_to_the_answer_and_goes_on_page_by_page) {
  auto const asked =
      story.expect(client.visitor.post("/v1/questions", object{{"text", "How long is a session?"}}), 201);
  auto& support = story.staff("support");
  auto const where = "/v1/staff/claims/" + text_at(asked, "id");
  (void)story.expect(support.visitor.post(where + "/messages", object{{"text", "An hour"}}), 200);
  auto const lines = entries(support);
  EXPECT_THAT(lines, ::testing::Contains("claims.filed HAR-4.1.6a"));
  EXPECT_THAT(lines, ::testing::Contains("claims.message HAR-4.1.6a"));

  for (int i = 0; i < 100; ++i) ASSERT_EQ(support.visitor.get(timeline_of("?purpose=complaint")).status, 200);
  story.pass(std::chrono::seconds(1));
  auto const first = story.expect(support.visitor.get(timeline_of("?purpose=complaint")), 200);
  EXPECT_EQ(at(first, "items").as_array().size(), 100U);
  auto const second =
      story.expect(support.visitor.get(timeline_of("?purpose=complaint&cursor=" + text_at(first, "next"))), 200);
  EXPECT_FALSE(has(second, "next"));
  EXPECT_EQ(at(first, "items").as_array().size() + at(second, "items").as_array().size(), lines.size() + 101)
      << "what was read since the first page does not push the pages on";
  EXPECT_EQ(support.visitor.get(timeline_of("?purpose=complaint&cursor=soon")).status, 400);
  EXPECT_EQ(text_at(story.expect(support.visitor.post("/v1/staff/people/search",
                                                      object{{"number", std::to_string(whole_at(asked, "number"))},
                                                             {"purpose", "complaint"}}),
                                 200),
                    "id"),
            client.id)
      << "by the number of the case";
}

TEST_F(Workbench, a_shift_leaves_notes_to_the_next_which_are_sealed_and_read_with_a_purpose) {
  auto& support = story.staff("support");
  auto const notes = std::string("/v1/staff/handover-notes");
  (void)story.expect(
      support.visitor.post(notes, object{{"text", "Call back about the invoice"}, {"about", client.id}}), 201);
  (void)story.expect(support.visitor.post(notes, object{{"text", "The printer is out of paper"}}), 201);
  EXPECT_EQ(support.visitor.post(notes, object{{"text", "x"}, {"about", "01ARZ3NDEKTSV4RRFFQ69G5FAV"}}).status, 404);
  EXPECT_EQ(support.visitor.get(notes).status, 400) << "no purpose";

  auto& next = story.staff("administrator");
  auto const all = story.expect(next.visitor.get(notes + "?purpose=client_request"), 200);
  ASSERT_EQ(at(all, "items").as_array().size(), 2U);
  EXPECT_EQ(text_at(all, "items.0.text"), "The printer is out of paper");
  auto const about = story.expect(next.visitor.get(notes + "?purpose=client_request&about=" + client.id), 200);
  ASSERT_EQ(at(about, "items").as_array().size(), 1U);
  EXPECT_EQ(text_at(about, "items.0.text"), "Call back about the invoice");
  auto const log = story.expect(client.visitor.get("/v1/me/access-log"), 200);
  EXPECT_EQ(text_at(log, "reads.0.what"), "handover.note");
  EXPECT_EQ(text_at(log, "reads.0.purpose"), "client_request");

  auto const taking = notes + "/" + text_at(about, "items.0.id") + "/taking";
  EXPECT_EQ(next.visitor.post(taking).status, 204);
  EXPECT_EQ(support.visitor.post(taking).status, 409);
  EXPECT_EQ(client.visitor.get(notes + "?purpose=client_request").status, 403);
  story.business().stop();
  EXPECT_THAT(found_under(story.business().data(), {"Call back about", "The printer is"}), ::testing::IsEmpty());
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
