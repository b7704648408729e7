// The history of a booking, of its money and of a personal record, as staff and the person read it.
#include "byte_scan.h"
#include "clause_mark.h"
#include "privacy/changes.h"
#include "story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/json/serialize.hpp>

namespace kelisim::test {
namespace {

using boost::json::object;

constexpr char const* saule = "+77000000014";

class History : public ::testing::Test {
 protected:
  Story story;
  Actor& specialist = story.specialist("specialist", saule);
  Actor& client = story.client("client", "+77010000001");

  boost::json::array of(std::string const& object) {
    auto const read = story.staff("administrator").visitor.get("/v1/staff/history/" + object + "?purpose=complaint");
    return at(story.expect(read, 200), "items").as_array();
  }
  /// `state: held → confirmed by client`, oldest first.
  Lines lines(std::string const& object) {
    Lines all;
    for (auto const& line : of(object)) {
      auto const part = [&](char const* name) { return has(line, name) ? text_at(line, name) : std::string("-"); };
      auto const actor = part("actor");
      auto const who = actor == client.id ? "client" : actor == specialist.id ? "specialist" : actor;
      all.insert(all.begin(), part("field") + ": " + part("before") + " → " + part("after") + " by " + who);
    }
    return all;
  }
};

TEST_F(History, of_a_booking_and_its_money_says_who_changed_what_from_what_to_what) {
  CLAUSE("HAR-4.2.17e");
  auto const id = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  EXPECT_EQ(story.cancel(client, id).status, 200);
  EXPECT_THAT(lines(id),
              ::testing::ElementsAre("state: - → held by client", "starts_at: - → 2026-12-10T07:00:00Z by client",
                                     "ends_at: - → 2026-12-10T08:00:00Z by client", "state: held → confirmed by -",
                                     "state: confirmed → cancelled by client"));
  for (auto const& line : of(id)) EXPECT_TRUE(has(line, "at"));
  auto const order = text_at(story.booking(client, id), "order.id");
  EXPECT_THAT(lines(order), ::testing::Contains("state: open → paid by -"));
  EXPECT_THAT(lines(order), ::testing::Contains("state: paid → returning by client"));
}

TEST_F(History, of_a_personal_record_is_sealed_and_opened_for_a_purpose) {
  CLAUSE("HAR-4.2.17e");
  story.register_email(client, "canary-one@example.org", "en");
  story.pass(std::chrono::minutes(2));
  story.register_email(client, "canary-two@example.org", "ru");
  EXPECT_EQ(story.staff("support").visitor.get("/v1/staff/history/" + client.id).status, 400)
      << "a purpose is asked for";
  auto const read = lines(client.id);
  EXPECT_THAT(read, ::testing::Contains("language: en → ru by client"));
  EXPECT_THAT(read, ::testing::Contains("identity.email: canary-one@example.org → canary-two@example.org by client"));
  EXPECT_THAT(found_under(story.business().data(), {"canary-one", "canary-two"}), ::testing::IsEmpty());
  auto const log = client.visitor.get("/v1/me/access-log");
  EXPECT_NE(log.body.find("identity.email"), std::string::npos) << "the person sees who opened it: " << log.body;
  for (auto const& line : of(client.id)) {
    if (text_at(line, "field") != "identity.questionnaire") continue;
    EXPECT_TRUE(at(line, "personal").as_bool());
    EXPECT_FALSE(has(line, "after")) << "staff never open it";
  }
  auto const own = story.expect(client.visitor.get("/v1/me/history"), 200);
  EXPECT_THAT(boost::json::serialize(own), ::testing::HasSubstr("concern_topic")) << "who wrote it reads it";
}

TEST_F(History, is_bound_to_the_audit_chain) {
  CLAUSE("HAR-4.2.17e");
  (void)story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  story.pass(std::chrono::minutes(3));
  auto& database = story.business().business().database();
  auto const verdict = database.write_now([](db::Tx& tx) { return privacy::verify_changes(tx); });
  EXPECT_GT(verdict.sealed, 0);
  EXPECT_FALSE(verdict.first_bad.has_value());
}

}  // namespace
}  // namespace kelisim::test
