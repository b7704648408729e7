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
                                                                       {"declares_truth", true},
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
