#include "clause_mark.h"
#include "scratch_folder.h"
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

void replace(fs::path const& file, std::string const& what, std::string const& by) {
  auto text = read(file);
  auto const at = text.find(what);
  ASSERT_NE(at, std::string::npos) << what << " in " << file;
  text.replace(at, what.size(), by);
  std::ofstream(file) << text;
}

/// The brand with a second edition of the offer lying ready: the same text with one more line, the same terms.
fs::path brand_with_second_edition(fs::path const& folder) {
  auto const brand = folder / "harmonia";
  fs::copy(KELISIM_SOURCE_DIR "/brands/harmonia", brand, fs::copy_options::recursive);
  fs::copy(brand / "offer/2023-02-24", brand / "offer/2026-12-08", fs::copy_options::recursive);
  for (auto const* language : {"ru", "kk", "en"}) {
    std::ofstream(brand / "offer/2026-12-08" / (std::string(language) + ".md"), std::ios::app)
        << "\nSecond edition.\n";
  }
  fs::copy(brand / "terms/2023-02-24.toml", brand / "terms/2026-12-08.toml");
  replace(brand / "terms/2026-12-08.toml", "edition  = \"2023-02-24\"", "edition  = \"2026-12-08\"");
  replace(brand / "brand.toml", "editions = [\"2023-02-24\"]", "editions = [\"2023-02-24\", \"2026-12-08\"]");
  return brand;
}

TEST(Editions, a_new_edition_binds_from_its_publication_whoever_accepts_it_and_no_booking_made_before) {
  CLAUSE("HAR-2.5b");
  CLAUSE("HAR-1.acceptance.a");
  ScratchFolder const folder;
  Story story(1, brand_with_second_edition(folder.path()));
  auto& specialist = story.specialist("specialist", saule);
  auto& client = story.client("client", "+77010000041");
  auto const before = story.booked_and_paid(client, specialist, astana("2026-12-10T12:00"));

  story.pass(std::chrono::minutes(1));
  auto& administrator = story.staff("administrator");
  auto const published =
      administrator.visitor.post("/v1/staff/offers", object{{"document", "offer"}, {"version", "2026-12-08"}});
  ASSERT_LT(published.status, 300) << published.body;

  object const wish{{"specialist_id", specialist.id}, {"starts_at", to_rfc3339(astana("2026-12-11T12:00"))}};
  auto const refused = client.visitor.post("/v1/bookings", wish);
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_EQ(text_at(refused.json(), "code"), "contract_outdated");
  EXPECT_EQ(text_at(refused.json(), "clause.id"), "HAR-2.5b");
  EXPECT_EQ(text_at(story.booking(client, before), "terms_version"), "2023-02-24");

  auto const edition = client.visitor.get("/v1/offers/offer/2026-12-08?lang=en").json();
  auto const accepted =
      client.visitor.post("/v1/me/acceptances", object{{"document", "offer"},
                                                       {"version", "2026-12-08"},
                                                       {"content_hash", text_at(edition, "edition.content_hash")},
                                                       {"language", "en"},
                                                       {"accepts", true}});
  ASSERT_LT(accepted.status, 300) << accepted.body;
  auto const booked = client.visitor.post("/v1/bookings", wish);
  ASSERT_EQ(booked.status, 201) << booked.body;
  EXPECT_EQ(text_at(booked.json(), "terms_version"), "2026-12-08");
  EXPECT_EQ(text_at(story.booking(client, before), "terms_version"), "2023-02-24") << "what was agreed stays agreed";
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
