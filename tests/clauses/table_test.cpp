#include "table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kelisim::clauses {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string complaint(std::string_view text) {
  try {
    (void)read_table("t.table", text);
  } catch (std::runtime_error const& error) {
    return error.what();
  }
  return "no complaint";
}

TEST(Table, row_takes_the_defaults_above_it_unless_it_says_otherwise) {
  auto rows = read_table("t.table",
                         "# note\ndecide cancel\nwith paid 1; state held\ngiven | when | then | because\n"
                         "paid 2 | sent 2026-12-11 20:00 | refund 3; late | HAR-1, HAR-2\n");
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].rule, "cancel");
  EXPECT_EQ(rows[0].line, 5);
  EXPECT_EQ(rows[0].facts.text("paid"), "2");
  EXPECT_EQ(rows[0].facts.text("state"), "held");
  EXPECT_THAT(rows[0].facts.unread(), ElementsAre("sent"));
  EXPECT_TRUE(rows[0].then.has("late"));
  EXPECT_THAT(rows[0].because, ElementsAre("HAR-1", "HAR-2"));
}

TEST(Table, defaults_end_with_their_rule) {
  auto rows = read_table("t.table", "decide a\nwith x 1\n| | y | -\ndecide b\n| | y | -\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(rows[0].facts.has("x"));
  EXPECT_FALSE(rows[1].facts.has("x"));
  EXPECT_TRUE(rows[1].because.empty());
}

TEST(Table, says_where_it_is_wrong) {
  EXPECT_THAT(complaint("decide a\na | b | c\n"), HasSubstr("t.table:2: a row is: given | when | then | because"));
  EXPECT_THAT(complaint("a | b | c | HAR-1\n"), HasSubstr("t.table:1: no `decide <rule>`"));
  EXPECT_THAT(complaint("decide a\na | b | | HAR-1\n"), HasSubstr("nothing is expected"));
  EXPECT_THAT(complaint("decide a\na | b | c |\n"), HasSubstr("no clause"));
  EXPECT_THAT(complaint("decide a\na 1 | a 2 | c | HAR-1\n"), HasSubstr("'a' stands twice"));
  EXPECT_THAT(complaint("decide a\na 1; a 2 | | c | HAR-1\n"), HasSubstr("'a' stands twice"));
  EXPECT_THAT(complaint("decide a\n"), HasSubstr("has no row"));
}

}  // namespace
}  // namespace kelisim::clauses
