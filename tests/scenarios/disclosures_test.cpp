// Personal data leaves for a third party by consent or by law, and every time stands in a register.
#include "byte_scan.h"
#include "clause_mark.h"
#include "story.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kelisim::test {
namespace {

using boost::json::array;
using boost::json::object;

class Disclosures : public ::testing::Test {
 protected:
  Story story;
  Actor& client = story.client("client", "+77010000001");

  Answer ask(object body) {
    body["what"] = array{"contact", "account"};
    return story.staff("administrator").visitor.post("/v1/staff/people/" + client.id + "/disclosures", body);
  }
  std::string by_consent() {
    return text_at(story.expect(ask({{"ground", "consent"}, {"recipient", "canary-of-a-partner"}}), 201), "id");
  }
  Answer execute(std::string const& id) {
    return story.staff("administrator").visitor.post("/v1/staff/disclosures/" + id + "/execution");
  }
  boost::json::value own() { return at(story.expect(client.visitor.get("/v1/me/disclosures"), 200), "items.0"); }
  Answer answer(Actor& who, std::string const& id, bool consents) {
    return who.visitor.post("/v1/me/disclosures/" + id + "/answer", object{{"consents", consents}});
  }
};

TEST_F(Disclosures, to_a_partner_without_consent_on_record_nothing_goes) {
  CLAUSE("HAR-4.1.4a");
  auto const id = by_consent();
  auto const refused = execute(id);
  EXPECT_EQ(refused.status, 409);
  EXPECT_EQ(text_at(refused.json(), "code"), "disclosure_consent_missing");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-4.1.4a");
  EXPECT_EQ(refused.body.find("7010000001"), std::string::npos);
  EXPECT_FALSE(has(own(), "made_at"));
  (void)story.expect(answer(client, id, false), 200);
  EXPECT_EQ(text_at(execute(id).json(), "code"), "disclosure_consent_refused");
  EXPECT_EQ(text_at(answer(client, id, true).json(), "code"), "disclosure_answered_before");
}

TEST_F(Disclosures, with_consent_it_goes_once_and_the_person_sees_it) {
  CLAUSE("HAR-4.1.4a");
  auto const id = by_consent();
  EXPECT_TRUE(at(own(), "may_answer").as_bool());
  auto& stranger = story.client("stranger", "+77010000002");
  EXPECT_EQ(answer(stranger, id, true).status, 404) << "it is the person's own to give";
  (void)story.expect(answer(client, id, true), 200);
  auto const given = story.expect(execute(id), 200);
  EXPECT_EQ(text_at(given, "data.contact.phone"), "+77010000001");
  EXPECT_FALSE(has(given, "data.bookings")) << "what was not asked for stays";
  EXPECT_EQ(text_at(execute(id).json(), "code"), "disclosed_before");
  EXPECT_EQ(text_at(own(), "recipient"), "canary-of-a-partner");
  EXPECT_TRUE(has(own(), "made_at"));
}

TEST_F(Disclosures, a_lawful_request_of_a_state_body_is_executed_and_recorded_with_its_basis) {
  CLAUSE("HAR-4.1.4a");
  auto const bare = ask({{"ground", "law"}, {"recipient", "A court"}});
  EXPECT_EQ(bare.status, 422);
  EXPECT_EQ(text_at(bare.json(), "code"), "disclosure_basis_missing");
  auto const made = ask({{"ground", "law"}, {"recipient", "A court"}, {"basis", "canary-of-a-basis"}});
  auto const id = text_at(story.expect(made, 201), "id");
  EXPECT_EQ(text_at(story.expect(execute(id), 200), "clause.id"), "HAR-4.1.4a");
  EXPECT_EQ(text_at(own(), "basis"), "canary-of-a-basis");
  EXPECT_EQ(text_at(own(), "ground"), "law");
  EXPECT_FALSE(at(own(), "may_answer").as_bool());
  auto const log = client.visitor.get("/v1/me/access-log");
  EXPECT_NE(log.body.find("privacy.disclosed"), std::string::npos) << log.body;
  EXPECT_THAT(found_under(story.business().data(), {"canary-of-a-basis", "canary-of-a-partner"}),
              ::testing::IsEmpty());
}

TEST_F(Disclosures, only_an_administrator_keeps_the_register) {
  auto const place = "/v1/staff/people/" + client.id + "/disclosures";
  for (auto const* role : {"support", "finance"}) EXPECT_EQ(story.staff(role).visitor.get(place).status, 403) << role;
  EXPECT_EQ(client.visitor.get(place).status, 403);
}

}  // namespace
}  // namespace kelisim::test
