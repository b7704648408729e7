#include "kernel/text.h"

#include <gtest/gtest.h>

namespace kelisim {
namespace {

TEST(Text, says_something_where_a_reader_would_see_it) {
  for (auto const* text : {"a", " не пришёл ", "ә", "7", "?", "\u200b\u200bда", "🙂", "\U0001FAE9", "\xff\xfe x"})
    EXPECT_TRUE(says_something(text)) << text;
}

TEST(Text, says_nothing_where_a_reader_would_see_a_gap) {
  for (auto const* text :
       {"", " \t\r\n", "\u00a0", "\u200b", "\u200d\u2060\ufeff", "\u00ad", "\u202e\u202c", "\u3164", "\u115f",
        "\u2800", "\u3000", "\ufe0f", "\x01\x7f", "\uffff", "\U0001fffe", "\U000e0041", "\xff\xfe", "\xd0"})
    EXPECT_FALSE(says_something(text)) << text;
}

}  // namespace
}  // namespace kelisim
