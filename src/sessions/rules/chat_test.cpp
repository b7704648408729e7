// What is refused in the chat, in order of precedence, and where its bounds lie.
#include "sessions/rules/chat.h"

#include <gtest/gtest.h>

namespace kelisim::sessions {
namespace {

constexpr SayFacts fine{.brand_has_chat = true, .unfit = std::nullopt, .said_in_session = 0, .said_in_minute = 0};

TEST(Chat, takes_what_is_within_its_bounds) { EXPECT_EQ(refuse_saying(fine), std::nullopt); }

TEST(Chat, refuses_in_the_order_of_its_reasons) {
  SayFacts facts{.brand_has_chat = false, .unfit = SayRefusal::empty, .said_in_session = 500, .said_in_minute = 20};
  EXPECT_EQ(refuse_saying(facts), SayRefusal::chat_off);
  facts.brand_has_chat = true;
  for (auto const unfit : {SayRefusal::empty, SayRefusal::not_plain, SayRefusal::too_long}) {
    facts.unfit = unfit;
    EXPECT_EQ(refuse_saying(facts), unfit);
  }
  facts.unfit = std::nullopt;
  EXPECT_EQ(refuse_saying(facts), SayRefusal::too_many);
  facts.said_in_session = 499;
  EXPECT_EQ(refuse_saying(facts), SayRefusal::too_fast);
  facts.said_in_minute = 19;
  EXPECT_EQ(refuse_saying(facts), std::nullopt);
}

TEST(Chat, holds_so_many_messages_of_one_side_and_not_one_more) {
  auto facts = fine;
  facts.said_in_session = chat_of_session_max - 1;
  EXPECT_EQ(refuse_saying(facts), std::nullopt);
  facts.said_in_session = chat_of_session_max;
  EXPECT_EQ(refuse_saying(facts), SayRefusal::too_many);
  facts.said_in_session = chat_of_session_max + 1;
  EXPECT_EQ(refuse_saying(facts), SayRefusal::too_many);
}

TEST(Chat, takes_so_many_in_a_minute_and_not_one_more) {
  auto facts = fine;
  facts.said_in_minute = chat_a_minute_max - 1;
  EXPECT_EQ(refuse_saying(facts), std::nullopt);
  facts.said_in_minute = chat_a_minute_max;
  EXPECT_EQ(refuse_saying(facts), SayRefusal::too_fast);
  facts.said_in_minute = chat_a_minute_max + 1;
  EXPECT_EQ(refuse_saying(facts), SayRefusal::too_fast);
}

}  // namespace
}  // namespace kelisim::sessions
