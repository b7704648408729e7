#include "notify/rendering.h"

#include <gtest/gtest.h>

namespace kelisim::notify {
namespace {

Zone zone(char const* name) { return Zone::load(name).value(); }
Instant const session = parse_rfc3339("2026-12-11T15:00:00Z").value();

TEST(Rendering, WritesTheReadersTimeWithAstanaTimeBesideIt) {
  // HAR-3.3c: the agreed time in the reader's own zone together with Astana time.
  Reader const berlin{"en", zone("Europe/Berlin"), zone("Asia/Almaty")};
  EXPECT_EQ(write_instant(session, berlin, Length::full), "11 December 2026 at 16:00 (your time), 20:00 Astana");
  Reader const almaty{"ru", zone("Asia/Almaty"), zone("Asia/Almaty")};
  EXPECT_EQ(write_instant(session, almaty, Length::full), "11 декабря 2026\u202fг. в 20:00 (Астана)");
  EXPECT_EQ(write_instant(session, almaty, Length::short_form), "11.12 20:00");
}

TEST(Rendering, KnowsTheOffsetOfTheDayAndNotOfToday) {
  // Kazakhstan moved to UTC+5 on 2024-03-01; the formatter's own zone rules may be older and must not be asked.
  Reader const almaty{"en", zone("Asia/Almaty"), zone("Asia/Almaty")};
  auto const before = parse_rfc3339("2024-02-29T10:00:00Z").value();
  EXPECT_EQ(write_instant(before, almaty, Length::full), "29 February 2024 at 16:00 (Astana)");
  auto const after = parse_rfc3339("2024-03-01T10:00:00Z").value();
  EXPECT_EQ(write_instant(after, almaty, Length::full), "1 March 2024 at 15:00 (Astana)");
}

TEST(Rendering, WritesMoneyAsThePeopleOfTheCountryDo) {
  EXPECT_EQ(write_money({1'500'000, Currency::KZT}, "ru"), "15\u00a0000\u00a0₸");
  EXPECT_EQ(write_money({100'000'050, Currency::KZT}, "kk"), "1\u00a0000\u00a0000,50\u00a0₸");
  EXPECT_EQ(write_money({0, Currency::KZT}, "en"), "0\u00a0₸");
  EXPECT_EQ(write_money({-99'900, Currency::RUB}, "ru"), "−999\u00a0₽");
}

TEST(Rendering, FillsPlacesAndRefusesWhatHasNoValue) {
  Reader const reader{"ru", Zone::utc(), Zone::utc()};
  EXPECT_EQ(fill("a {x} b {x}{y}", {{"x", "1"}, {"y", Money(200, Currency::KZT)}}, reader, Length::full),
            "a 1 b 12\u00a0₸");
  EXPECT_THROW((void)fill("{missing}", {}, reader, Length::full), Bug);
  EXPECT_THROW((void)fill("{open", {}, reader, Length::full), Bug);
}

}  // namespace
}  // namespace kelisim::notify
