#include "text/canonical_json.h"
#include "text/deny.h"
#include "text/toml_reader.h"
#include "text/words.h"

#include "kernel/ensure.h"

#include <gtest/gtest.h>
#include <boost/json.hpp>

#include <fstream>

namespace kelisim::astro {
namespace {

namespace fs = std::filesystem;

/// A copy of the brand that a test may spoil.
class BrandTest : public ::testing::Test {
 protected:
  BrandTest() {
    auto folder = (fs::temp_directory_path() / "kelisim-astro-XXXXXX").string();
    if (mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no temporary folder");
    root_ = folder;
    fs::copy(fs::path(KELISIM_SOURCE_DIR) / "brands/astars/astro", root_ / "astro", fs::copy_options::recursive);
  }
  ~BrandTest() override { fs::remove_all(root_); }
  BrandTest(BrandTest const&) = delete;
  BrandTest& operator=(BrandTest const&) = delete;

  void replace(std::string const& file, std::string const& what, std::string const& with) {
    auto const path = root_ / "astro" / file;
    std::ifstream in(path);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    auto const at = text.find(what);
    ASSERT_NE(at, std::string::npos) << what;
    std::ofstream(path) << text.replace(at, what.size(), with);
  }
  /// The one problem, as it is told, without the folder.
  std::string only_problem() {
    auto const problems = check_content(root_);
    for (auto const& one : problems) EXPECT_EQ(problems.size(), 1U) << to_string(one);
    if (problems.empty()) return "none";
    auto const told = to_string(problems.front());
    auto const prefix = (root_ / "astro").string() + "/";
    return told.starts_with(prefix) ? told.substr(prefix.size()) : told;
  }

  fs::path root_;
};

TEST_F(BrandTest, as_it_stands_has_nothing_to_mend) { EXPECT_EQ(only_problem(), "none"); }

TEST_F(BrandTest, a_missing_text_is_named) {
  replace("fragments/kk/answer.toml", "asc_early = ", "asc_erly = ");
  auto const problems = check_content(root_);
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(to_string(problems[0]),
            "fragments/kk/answer.toml: the text asc_early is missing: add it under [caution]");
  EXPECT_NE(problems[1].words.find("caution.asc_erly is not known"), std::string::npos);
  EXPECT_GT(problems[1].line, 1);
}

TEST_F(BrandTest, a_forbidden_wording_is_quoted_with_its_line) {
  replace("fragments/ru/answer.toml", "relationship = \"Назовите", "relationship = \"Диагноз ясен, назовите");
  auto const told = only_problem();
  EXPECT_TRUE(told.starts_with("fragments/ru/answer.toml:")) << told;
  EXPECT_NE(told.find("advice.relationship says «Диагноз», which the deny-list forbids"), std::string::npos) << told;
}

TEST_F(BrandTest, an_unknown_setting_is_a_slip_of_the_pen) {
  replace("rules/natal_base.toml", "keep_min = 12", "keep_min = 12\nkeep_mim = 3");
  EXPECT_EQ(only_problem().substr(0, 24), "rules/natal_base.toml:5:");
}

TEST_F(BrandTest, a_number_out_of_bounds_says_the_bounds) {
  replace("rules/election.toml", "sky_share = 0.6", "sky_share = 60");
  EXPECT_NE(only_problem().find("sky_share is 60, but it must lie between 0 and 1"), std::string::npos);
}

TEST_F(BrandTest, an_unknown_word_is_told_with_the_known_ones) {
  replace("settings.toml", "houses = \"placidus\"", "houses = \"placidius\"");
  EXPECT_NE(only_problem().find("is 'placidius', which is not known here; known words: placidus, koch"),
            std::string::npos);
}

TEST_F(BrandTest, a_line_that_cannot_be_read_is_named) {
  replace("settings.toml", "node = \"true\"", "node = \"true");
  auto const problems = check_content(root_);
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(to_string(problems.front()).find("settings.toml:11: this line cannot be read"), std::string::npos)
      << to_string(problems.front());
}

TEST(CanonicalJsonTest, sorts_keys_and_rounds_numbers) {
  boost::json::object const value{{"b", 1.0 / 3}, {"a", boost::json::array{1, -0.0, 2.5, "ы", nullptr, true}}};
  EXPECT_EQ(canonical_json(value), R"({"a":[1,0,2.5,"ы",null,true],"b":0.333333})");
  EXPECT_THROW((void)canonical_json(boost::json::value(1e13)), Bug);
}

TEST(WordsTest, are_small_letters_of_three_languages) {
  auto const words = words_of("Ёлка, ӘҢГІМЕ — \"Ok\"!");
  ASSERT_EQ(words.size(), 3U);
  EXPECT_EQ(words[0].small, "ёлка");
  EXPECT_EQ(words[1].small, "әңгіме");
  EXPECT_EQ(words[2].small, "ok");
}

TEST(WordsTest, sentences_end_before_a_space) {
  EXPECT_EQ(sentences_of("Да. Нет! 3.5 дня? Так…"), (std::vector<std::string>{"Да.", "Нет!", "3.5 дня?", "Так…"}));
}

TEST(DenyListTest, fires_on_stems_side_by_side_whatever_the_case) {
  auto const file = fs::temp_directory_path() / "kelisim-deny-test.toml";
  std::ofstream(file) << "[[deny]]\nwords = \"гарант доход\"\nreason = \"investment\"\n";
  std::vector<Problem> problems;
  auto const list = DenyList::load(file, problems);
  fs::remove(file);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(list.hits("Это ГАРАНТИЯ дохода."), (std::vector<std::string>{"ГАРАНТИЯ дохода"}));
  EXPECT_TRUE(list.hits("Гарантия большого дохода.").empty());
  EXPECT_TRUE(list.hits("негарантия дохода").empty());
}

TEST(FilledTest, wants_a_value_for_each_name) {
  EXPECT_EQ(filled("в пределах {minutes} мин.", {{"minutes", "15"}}), "в пределах 15 мин.");
  EXPECT_THROW((void)filled("{date}", {}), Bug);
}

}  // namespace
}  // namespace kelisim::astro
