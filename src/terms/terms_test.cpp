#include "terms/terms.h"

#include "clause_mark.h"
#include "terms/brand.h"
#include "terms/clauses.h"
#include "terms/demo.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kelisim::terms {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

fs::path harmonia() { return fs::path(KELISIM_SOURCE_DIR) / "brands/harmonia"; }

template <std::size_t size>
struct Letters {
  char text[size];
  consteval Letters(char const (&given)[size]) { std::ranges::copy(given, text); }
};
template <Letters id>
concept in_the_ledger = requires { typename std::bool_constant<(clause(id.text), true)>; };

static_assert(in_the_ledger<"HAR-3.8b">);
static_assert(!in_the_ledger<"HAR-3.8zz">, "an unknown clause must not compile");
static_assert(!in_the_ledger<"har 3.8">, "a malformed clause must not compile");
static_assert(clause("HAR-4.2.17a").number == "4.2.17(a)");

TEST(Clauses, are_found_by_their_text_too) {
  EXPECT_EQ(find_clause("HAR-5.1a")->number, "5.1");
  EXPECT_FALSE(find_clause("HAR-99").has_value());
  EXPECT_GT(ledger().size(), 150U);
}

/// Which of the words stand in the files below a folder, as `file: word`.
std::vector<std::string> words_in(fs::path const& folder, std::vector<std::string> const& words) {
  std::vector<std::string> found;
  std::size_t files = 0;
  for (auto const& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    ++files;
    std::ifstream in(entry.path(), std::ios::binary);
    std::string const text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    for (auto const& word : words) {
      if (text.find(word) != std::string::npos) found.push_back(entry.path().filename().string() + ": " + word);
    }
  }
  if (files == 0) found.push_back(folder.string() + ": holds nothing");
  return found;
}

/// A copy of the brand's folder in which one file is changed.
class ChangedBrand : public ::testing::Test {
 protected:
  ChangedBrand() : folder_(fs::temp_directory_path() / ("kelisim-brand-" + std::to_string(::getpid())) / "harmonia") {
    fs::remove_all(folder_.parent_path());
    fs::create_directories(folder_.parent_path());
    fs::copy(harmonia(), folder_, fs::copy_options::recursive);
  }
  ~ChangedBrand() override { fs::remove_all(folder_.parent_path()); }

  void change(fs::path const& file, std::string_view from, std::string_view to) {
    std::ifstream in(folder_ / file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto const at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    std::ofstream(folder_ / file, std::ios::binary) << text.replace(at, from.size(), to);
  }

  std::string complaint() {
    try {
      (void)Brand::load(folder_);
    } catch (BadBrand const& bad) {
      return bad.what();
    }
    return "no complaint";
  }

  fs::path folder_;
};

TEST_F(ChangedBrand, without_change_is_read_whole) { EXPECT_EQ(complaint(), "no complaint"); }

TEST_F(ChangedBrand, names_file_and_key_of_what_is_missing) {
  change("terms/2023-02-24.toml", "late_refund_percent       =", "# ");
  EXPECT_THAT(complaint(), HasSubstr("2023-02-24.toml: cancellation.late_refund_percent: is missing"));
}

TEST_F(ChangedBrand, says_of_the_chat_and_of_shared_screens_whether_there_are_any_and_nothing_else) {
  for (std::string const key : {"chat         = ", "screen_share = "}) {
    auto const name = "session." + key.substr(0, key.find(' '));
    change("brand.toml", key + "true", key + "\"yes\"");
    EXPECT_THAT(complaint(), HasSubstr("brand.toml: " + name));
    change("brand.toml", key + "\"yes\"", key + "1");
    EXPECT_THAT(complaint(), HasSubstr("brand.toml: " + name));
    change("brand.toml", key + "1", "# ");
    EXPECT_THAT(complaint(), HasSubstr("brand.toml: " + name + ": is missing"));
    change("brand.toml", "[session]\n", "[session]\n" + key + "false\n");
    EXPECT_EQ(complaint(), "no complaint");
  }
  auto const session = Brand::load(folder_).session;
  EXPECT_FALSE(session.chat || session.screen_share);
  change("brand.toml", "[session]\n", "[session]\nfiles = true\n");
  EXPECT_THAT(complaint(), HasSubstr("brand.toml: session.files: is not understood"));
}

TEST_F(ChangedBrand, names_a_key_that_nobody_understands) {
  change("brand.toml", "slot_hold_minutes ", "slot_hold_minuts = 1\nslot_hold_minutes ");
  EXPECT_THAT(complaint(), HasSubstr("brand.toml: scheduling.slot_hold_minuts: is not understood"));
}

TEST_F(ChangedBrand, refuses_a_clause_that_is_not_in_the_ledger) {
  change("terms/2023-02-24.toml", "clause = \"HAR-3.8b\"", "clause = \"HAR-3.8q\"");
  EXPECT_THAT(complaint(), HasSubstr("cancellation.boundary.clause: 'HAR-3.8q' is not in the clause ledger"));
}

TEST_F(ChangedBrand, refuses_a_leaf_of_another_type) {
  change("terms/2023-02-24.toml", "{ value = 12, clause = \"HAR-3.8a\" }",
         "{ value = \"12\", clause = \"HAR-3.8a\" }");
  EXPECT_THAT(complaint(), HasSubstr("cancellation.window_hours.value: is not a whole number"));
}

TEST_F(ChangedBrand, refuses_a_rule_that_no_code_carries_out) {
  change("terms/2023-02-24.toml", "client_extension              = { value = \"none\"",
         "client_extension              = { value = \"doubled\"");
  EXPECT_THAT(complaint(), HasSubstr("lateness.client_extension.value: 'doubled' is not understood"));
}

TEST_F(ChangedBrand, cannot_be_told_to_record_to_store_or_to_pass_on_what_is_said) {
  CLAUSE("HAR-3.4a");
  CLAUSE("HAR-3.4b");
  for (std::string_view const key : {"recording        = ", "media_processing = ", "media_storage    = "}) {
    change("terms/2023-02-24.toml", std::string(key) + "{ value = false", std::string(key) + "{ value = true");
    EXPECT_THAT(complaint(), HasSubstr("only false is understood")) << key;
    change("terms/2023-02-24.toml", std::string(key) + "{ value = true", std::string(key) + "{ value = false");
  }
  EXPECT_EQ(complaint(), "no complaint");
  EXPECT_THAT(
      words_in(fs::path(KELISIM_SOURCE_DIR) / "web/src", {"MediaRecorder", "captureStream", "getDisplayMedia",
                                                          "createMediaStreamDestination", "SpeechRecognition"}),
      ElementsAre("screen.ts: getDisplayMedia"))
      << "a screen is shown live, from one place; nothing is taken of a session";
  EXPECT_THAT(words_in(fs::path(KELISIM_SOURCE_DIR) / "src/sessions/migrations", {"BYTEA"}),
              ElementsAre("0005_messages.sql: BYTEA"))
      << "of a session only times, people, words of our own and what the two wrote to each other are kept";
}

TEST_F(ChangedBrand, cannot_be_told_to_assign_a_specialist_or_to_sell_psychiatry) {
  for (std::string_view const key : {"auto_assign           = ", "psychiatry            = "}) {
    change("terms/2023-02-24.toml", std::string(key) + "{ value = false", std::string(key) + "{ value = true");
    EXPECT_THAT(complaint(), HasSubstr("only false is understood")) << key;
    change("terms/2023-02-24.toml", std::string(key) + "{ value = true", std::string(key) + "{ value = false");
  }
}

TEST_F(ChangedBrand, lacks_the_feature_of_a_section_that_is_absent) {
  auto const file = folder_ / "terms/2023-02-24.toml";
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  auto const from = text.find("[moving]");
  text.erase(from, text.find("[lateness]") - from);
  std::ofstream(file) << text;
  auto const brand = Brand::load(folder_);
  EXPECT_FALSE(brand.terms.at("2023-02-24").moving.has_value());
  EXPECT_TRUE(brand.terms.at("2023-02-24").lateness.has_value());
}

TEST_F(ChangedBrand, refuses_a_room_that_opens_later_than_the_offer_promises) {
  change("brand.toml", "room_opens_minutes        = 5", "room_opens_minutes        = 4");
  EXPECT_THAT(complaint(), HasSubstr("scheduling.room_opens_minutes: is less than the terms promise"));
}

TEST_F(ChangedBrand, refuses_a_notice_that_one_language_lacks) {
  change("notices/kk.toml", "[no_show_client]", "[no_show_klient]");
  EXPECT_THAT(complaint(), HasSubstr("kk.toml: no_show_client: is missing"));
}

TEST_F(ChangedBrand, refuses_a_document_that_lacks_a_language) {
  fs::remove(folder_ / "offer/2023-02-24/en.md");
  EXPECT_THAT(complaint(), HasSubstr("offer/2023-02-24/en.md: file: is missing"));
}

TEST(Harmonia, gives_every_clause_of_the_ledger_its_wording_in_every_language) {
  // What is only said, and not done by software, is kept by being published.
  CLAUSE("HAR-0b");
  CLAUSE("HAR-1.provider");
  CLAUSE("HAR-1.specialist.e");
  CLAUSE("HAR-1.acceptance.b");
  CLAUSE("HAR-2.6a");
  CLAUSE("HAR-4.1.1a");
  CLAUSE("HAR-4.2.2a");
  CLAUSE("HAR-4.2.2b");
  CLAUSE("HAR-4.2.3d");
  CLAUSE("HAR-4.2.6a");
  CLAUSE("HAR-4.2.7b");
  CLAUSE("HAR-4.2.9b");
  CLAUSE("HAR-4.2.15a");
  CLAUSE("HAR-4.2.15b");
  CLAUSE("HAR-4.2.17a");
  CLAUSE("HAR-4.2.17b");
  CLAUSE("HAR-4.2.17c");
  CLAUSE("HAR-4.3.3a");
  CLAUSE("HAR-4.3.6a");
  CLAUSE("HAR-4.4.4a");
  CLAUSE("HAR-6.3b");
  CLAUSE("HAR-6.6a");
  CLAUSE("HAR-6.8a");
  CLAUSE("HAR-8.1a");
  CLAUSE("HAR-8.1b");
  CLAUSE("HAR-8.1c");
  CLAUSE("HAR-8.3b");
  CLAUSE("HAR-8.4e");
  auto const brand = Brand::load(harmonia());
  auto const* edition = brand.documents.find("offer", "2023-02-24");
  ASSERT_NE(edition, nullptr);
  for (auto const& row : ledger()) {
    for (auto const& language : brand.languages) {
      auto const text = edition->paragraph(language, row.number);
      EXPECT_TRUE(text && !text->empty()) << row.id << " (" << row.number << ") has no paragraph in " << language;
    }
  }
}

TEST(Harmonia, shows_a_clause_in_the_language_asked_for) {
  auto const brand = Brand::load(harmonia());
  auto const russian = brand.view(clause("HAR-3.8b"), "2023-02-24", "ru");
  EXPECT_EQ(russian.number, "3.8");
  EXPECT_THAT(russian.text, HasSubstr("12"));
  EXPECT_NE(russian.text, brand.view(clause("HAR-3.8b"), "2023-02-24", "en").text);
  EXPECT_EQ(russian.text, brand.view(clause("HAR-3.8b"), "2023-02-24", "fr").text) << "an unspoken language";
  EXPECT_EQ(brand.view(clause("HAR-3.8b"), "1999-01-01", "ru").text, "") << "an unknown edition";
}

TEST(Harmonia, allows_messages_to_the_listed_countries_only) {
  auto const brand = Brand::load(harmonia());
  EXPECT_TRUE(brand.sms.allows(*PhoneNumber::parse("+77000000001")));
  EXPECT_FALSE(brand.sms.allows(*PhoneNumber::parse("+4915100000000")));
}

TEST(Harmonia, has_demo_people_of_every_role) {
  auto const brand = Brand::load(harmonia());
  auto const people = DemoPeople::load(harmonia(), brand);
  EXPECT_GE(people.specialists.size(), 6U);
  EXPECT_GE(people.clients.size(), 3U);
  std::vector<std::string> roles;
  for (auto const& staff : people.staff) roles.push_back(staff.role);
  EXPECT_THAT(roles, ElementsAre("support", "finance", "administrator"));
}

TEST(Paragraphs, are_split_at_their_numbers_and_headings) {
  auto const paragraphs = split_paragraphs(
      "# Title\n\nBefore.\n\n## 1. Words\n\n**A** is b.\n1. an item\n\n## 3. Services\n\n3.8. In time.\n\nMore.\n"
      "4.2.17(a). Copy.\n\n## Contacts\nMail us.\n");
  ASSERT_EQ(paragraphs.size(), 6U);
  EXPECT_EQ(paragraphs[0].number, "preamble");
  EXPECT_EQ(paragraphs[0].text, "Before.");
  EXPECT_EQ(paragraphs[1].title, "Words");
  EXPECT_EQ(paragraphs[1].text, "**A** is b.\n1. an item");
  EXPECT_EQ(paragraphs[3].number, "3.8");
  EXPECT_EQ(paragraphs[3].text, "In time.\n\nMore.");
  EXPECT_EQ(paragraphs[4].number, "4.2.17(a)");
  EXPECT_EQ(paragraphs[5].title, "Contacts");
  EXPECT_EQ(paragraphs[5].number, "contact block");
}

TEST(Editions, hash_every_byte_and_nothing_else) {
  auto const one = Edition::make("offer", "2026-01-01", {{"en", "1.1. A"}, {"ru", "1.1. B"}});
  EXPECT_EQ(one.content_hash,
            Edition::make("offer", "2026-01-01", {{"ru", "1.1. B"}, {"en", "1.1. A"}}).content_hash);
  EXPECT_NE(one.content_hash,
            Edition::make("offer", "2026-01-01", {{"en", "1.1. A "}, {"ru", "1.1. B"}}).content_hash);
  EXPECT_NE(one.content_hash,
            Edition::make("offer", "2026-01-02", {{"en", "1.1. A"}, {"ru", "1.1. B"}}).content_hash);
  EXPECT_EQ(one.content_hash.size(), 64U);
}

}  // namespace
}  // namespace kelisim::terms
