#include "terms/difference.h"

#include "clause_mark.h"
#include "testing/two_editions.h"

#include <gmock/gmock.h>

namespace kelisim::terms {
namespace {

using ::testing::ElementsAre;

/// `same -removed +added`.
std::string told(std::vector<TextPart> const& parts) {
  std::string text;
  for (auto const& part : parts) {
    text += part.part == Part::same ? "" : part.part == Part::removed ? "-[" : "+[";
    text += part.text;
    text += part.part == Part::same ? "" : "]";
  }
  return text;
}

TEST(Difference, words_are_kept_removed_and_added) {
  EXPECT_EQ(told(changed_words("more than 12 hours before", "more than 24 hours before")),
            "more than -[12 ]+[24 ]hours before");
  EXPECT_EQ(told(changed_words("one two", "one two")), "one two");
  EXPECT_EQ(told(changed_words("", "new text")), "+[new text]");
  EXPECT_EQ(told(changed_words("old text", "")), "-[old text]");
  EXPECT_EQ(told(changed_words("a b c", "b c d")), "-[a ]b -[c]+[c d]") << "the space behind a word is a part of it";
}

TEST(Difference, the_parts_spell_both_texts) {
  std::string const before = "We refund in full;  exactly 12 hours\nis in time as well. ";
  std::string const after = "We refund half; exactly 24 hours\nis late. We say so. ";
  std::string former;
  std::string now;
  for (auto const& [part, text] : changed_words(before, after)) {
    if (part != Part::added) former += text;
    if (part != Part::removed) now += text;
  }
  EXPECT_EQ(former, before);
  EXPECT_EQ(now, after);
}

TEST(Difference, a_text_of_too_many_words_is_replaced_whole) {
  auto const text = [](std::size_t words) {
    std::string many;
    for (std::size_t at = 0; at < words; ++at) many += "w ";
    return many;
  };
  EXPECT_EQ(changed_words(text(words_max), text(words_max - 1) + "x").size(), 3U);
  auto const parts = changed_words(text(words_max + 1), text(words_max + 1) + "x");
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].part, Part::removed);
  EXPECT_EQ(parts[1].part, Part::added);
}

TEST(Difference, paragraphs_are_told_in_the_order_of_the_new_text) {
  std::vector<Paragraph> const before = {{"1", "One", ""}, {"1.1", "", "a"}, {"1.2", "", "b"}, {"2", "Two", "c"}};
  std::vector<Paragraph> const after = {{"1", "One", ""}, {"1.2", "", "b b"}, {"1.3", "", "d"}, {"2", "Two", "c"}};
  auto const changes = changed_paragraphs(before, after);
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0].number, "1.1");
  EXPECT_EQ(changes[0].change, Change::removed);
  EXPECT_EQ(changes[1].number, "1.2");
  EXPECT_EQ(changes[1].change, Change::changed);
  EXPECT_EQ(changes[2].number, "1.3");
  EXPECT_EQ(changes[2].change, Change::added);
  EXPECT_TRUE(changed_paragraphs(before, before).empty());
}

TEST(Difference, of_two_editions_names_values_and_paragraphs_that_changed_and_no_others) {
  CLAUSE("HAR-4.2.3a");
  auto const brand = brand_with_two_editions();
  auto other = brand.terms.at("2026-12-08");
  EXPECT_TRUE(changed_terms(brand.terms.at("2023-02-24"), other).empty());
  other.stated.at("cancellation.window_hours").value = "24";
  other.stated.erase("moving.fee_minor");
  other.stated.emplace("moving.grace_hours", StatedTerm{"1", "HAR-3.7d"});
  std::vector<std::string> told_terms;
  for (auto const& change : changed_terms(brand.terms.at("2023-02-24"), other)) {
    told_terms.push_back(change.key + " " + change.before.value_or("-") + " " + change.after.value_or("-") + " " +
                         change.clause);
  }
  EXPECT_THAT(told_terms, ElementsAre("cancellation.window_hours 12 24 HAR-3.8a", "moving.fee_minor 0 - HAR-3.7d",
                                      "moving.grace_hours - 1 HAR-3.7d"));
  auto const paragraphs = [&](std::string_view version) {
    return brand.documents.find("offer", version)->texts.at("en").paragraphs;
  };
  auto const changes = changed_paragraphs(paragraphs("2023-02-24"), paragraphs("2026-12-08"));
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].number, "3.8");
  EXPECT_EQ(changes[0].parts.front().text, "Newly: ");
}

}  // namespace
}  // namespace kelisim::terms
