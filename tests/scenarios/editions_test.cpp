#include "clause_mark.h"
#include "scratch_folder.h"
#include "second_edition.h"
#include "story.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace kelisim::test {
namespace {

namespace fs = std::filesystem;
using boost::json::object;

constexpr char const* saule = "+77000000014";

std::string read(fs::path const& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void publish_stricter_edition(Story& story) {
  auto& administrator = story.staff("administrator");
  (void)story.expect(
      administrator.visitor.post("/v1/staff/offers", object{{"document", "offer"}, {"version", stricter_edition}}),
      201);
}

void accept_stricter_edition(Story& story, Actor& client) {
  auto const edition = client.visitor.get("/v1/offers/offer/2026-12-08?lang=en").json();
  (void)story.expect(
      client.visitor.post("/v1/me/acceptances", object{{"document", "offer"},
                                                       {"version", stricter_edition},
                                                       {"content_hash", text_at(edition, "edition.content_hash")},
                                                       {"language", "en"},
                                                       {"accepts", true}}),
      201);
}

TEST(Editions, a_new_edition_binds_from_its_publication_whoever_accepts_it_and_no_booking_made_before) {
  CLAUSE("HAR-2.5b");
  CLAUSE("HAR-1.acceptance.a");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  auto const before = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));

  story.pass(std::chrono::minutes(1));
  publish_stricter_edition(story);

  object const wish{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(astana("2026-12-11T12:00"))}};
  auto const refused = client.visitor.post("/v1/bookings", wish);
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(text_at(refused.json(), "code"), "contract_outdated");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-2.5b");
  EXPECT_EQ(text_at(story.booking(client, before), "terms_version"), "2023-02-24");

  accept_stricter_edition(story, client);
  auto const booked = client.visitor.post("/v1/bookings", wish);
  ASSERT_EQ(booked.status, 201) << booked.body;
  EXPECT_EQ(text_at(booked.json(), "terms_version"), "2026-12-08");
  EXPECT_EQ(text_at(story.booking(client, before), "terms_version"), "2023-02-24") << "what was agreed stays agreed";
}

TEST(Editions, an_answer_words_its_clause_by_the_edition_that_decided_and_never_by_one_that_is_not_published) {
  CLAUSE("HAR-4.2.3b");
  ScratchFolder const folder;
  Story story(1, brand_with_stricter_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  auto const before = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  auto const words = [&](std::string const& booking) {
    auto const shown = client.visitor.get("/v1/bookings/" + booking + "?lang=en").json();
    return text_at(shown, "refund_deadline.clause.text");
  };
  EXPECT_NE(words(before).find("more than 12 hours before the start"), std::string::npos)
      << "a text that lies ready is nobody's offer yet";

  story.pass(std::chrono::minutes(1));
  publish_stricter_edition(story);
  accept_stricter_edition(story, client);
  auto const after = story.booked_and_paid(client, specialist, astana("2026-12-11T12:00"));
  EXPECT_NE(words(after).find("more than 24 hours before the start"), std::string::npos) << words(after);
  EXPECT_NE(words(before).find("more than 12 hours before the start"), std::string::npos) << words(before);
}

TEST(Canaries, no_phone_name_or_answer_of_a_client_lies_in_the_open) {
  std::string const name = "Канарейка-Ласточкина";
  std::string const worry = "canary-worry-that-nobody-may-read";
  std::string const phone = "+77015550199";
  Story story;
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.newcomer("client", phone);
  (void)story.expect(client.visitor.put("/v1/me/questionnaire", object{{"display_name", name},
                                                                       {"age", 44},
                                                                       {"prior_experience", true},
                                                                       {"concern_topic", "other"},
                                                                       {"concern_text", worry}}),
                     200);
  auto const id = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));
  (void)specialist.visitor.get("/v1/bookings/" + id);  // who may read it has read it
  EXPECT_EQ(story.cancel(client, id).status, 200);
  story.settle();
  for (auto const& file : fs::recursive_directory_iterator(story.business().data())) {
    if (!file.is_regular_file()) continue;
    auto const bytes = read(file.path());
    for (auto const& planted : {name, worry, phone, phone.substr(1)}) {
      EXPECT_EQ(bytes.find(planted), std::string::npos) << planted << " lies in " << file.path();
    }
  }
}

}  // namespace
}  // namespace kelisim::test
