#include "kernel/civil.h"
#include "kernel/instant.h"
#include "kernel/zone.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim {
namespace {

Instant at(char const* text) { return parse_rfc3339(text).value(); }

TEST(Instant, ReadsAndWritesRfc3339) {
  EXPECT_EQ(to_rfc3339(at("2026-12-11T20:00:00+05:00")), "2026-12-11T15:00:00Z");
  EXPECT_EQ(to_rfc3339(at("2026-12-11T15:00:00.001Z")), "2026-12-11T15:00:00.001000Z");
  EXPECT_EQ(at("1970-01-01T00:00:00Z").micros, 0);
}

TEST(Instant, RefusesWhatIsNoInstant) {
  for (auto const* bad : {"", "2026-12-11", "2026-12-11T15:00:00", "2026-02-29T00:00:00Z", "2026-12-11T24:00:00Z",
                          "2026-12-11T15:60:00Z", "2026-12-11 15:00:00Z", "2026-12-11T15:00:00.Z",
                          "2026-12-11T15:00:00.0000001Z", "1969-12-31T23:59:59Z", "2026-12-11T15:00:00+5:00"}) {
    EXPECT_EQ(parse_rfc3339(bad), std::nullopt) << bad;
  }
}

RC_GTEST_PROP(Instant, TextReadsBack, ()) {
  Instant const instant{*rc::gen::inRange<std::int64_t>(0, 253'402'300'799'999'999)};
  RC_ASSERT(parse_rfc3339(to_rfc3339(instant)) == instant);
}

TEST(Civil, CountsDaysAndYears) {
  EXPECT_EQ(add_days({2024, 2, 28}, 2), (CivilDate{2024, 3, 1}));
  EXPECT_EQ(add_years({2024, 2, 29}, 1), (CivilDate{2025, 3, 1}));
  EXPECT_EQ(iso_weekday({2026, 12, 11}), 5);
  EXPECT_EQ(parse_civil_time("24:00"), civil_time(24));
  EXPECT_EQ(parse_civil_time("24:01"), std::nullopt);
  EXPECT_EQ(to_string(civil_time(9, 5)), "09:05");
}

TEST(Zone, KnowsThatKazakhstanMovedItsClocks) {
  auto const almaty = Zone::load("Asia/Almaty").value();
  EXPECT_EQ(almaty.offset_seconds(at("2024-02-29T17:59:59Z")), 6 * 3600);
  EXPECT_EQ(almaty.offset_seconds(at("2024-02-29T18:00:00Z")), 5 * 3600);
  EXPECT_EQ(almaty.local(at("2024-02-29T22:00:00Z")), (CivilDateTime{{2024, 3, 1}, civil_time(3)}));
  auto const repeated = almaty.read({{2024, 2, 29}, civil_time(23, 30)});
  EXPECT_EQ(repeated.kind, Zone::Reading::Kind::repeated);
  EXPECT_EQ(to_rfc3339(repeated.earlier), "2024-02-29T17:30:00Z");
  EXPECT_EQ(to_rfc3339(repeated.later), "2024-02-29T18:30:00Z");
  EXPECT_EQ(almaty.instant({{2024, 2, 29}, civil_time(23, 30)}), repeated.earlier);
}

TEST(Zone, TellsSummerTimeAndTheDaysBeforeStandardTime) {
  auto const moscow = Zone::load("Europe/Moscow").value();
  auto const summer =
      moscow.clock({Duration(std::chrono::sys_days(std::chrono::July / 1 / 1981).time_since_epoch()).count()});
  EXPECT_EQ(summer.offset_seconds, 4 * 3600);
  EXPECT_TRUE(summer.daylight_saving);
  auto const almaty = Zone::load("Asia/Almaty").value();
  auto const before =
      almaty.clock({Duration(std::chrono::sys_days(std::chrono::May / 1 / 1924).time_since_epoch()).count()});
  EXPECT_EQ(before.abbreviation, "LMT");
  EXPECT_EQ(before.offset_seconds, 5 * 3600 + 7 * 60 + 48);
  EXPECT_FALSE(before.daylight_saving);
}

TEST(Zone, MovesASkippedTimeOnByTheGap) {
  auto const berlin = Zone::load("Europe/Berlin").value();
  auto const skipped = berlin.read({{2026, 3, 29}, civil_time(2, 30)});
  EXPECT_EQ(skipped.kind, Zone::Reading::Kind::skipped);
  EXPECT_LT(skipped.earlier, skipped.later);
  EXPECT_EQ(berlin.local(berlin.instant({{2026, 3, 29}, civil_time(2, 30)})),
            (CivilDateTime{{2026, 3, 29}, civil_time(3, 30)}));
}

TEST(Zone, RefusesNamesThatAreNoZones) {
  for (auto const* bad : {"", "Asia/Nowhere", "../../etc/passwd", "/etc/localtime", "Asia/Almaty\n"}) {
    EXPECT_FALSE(Zone::load(bad).has_value()) << bad;
  }
}

TEST(Zone, ReadsTheVersionOfTheDatabase) { EXPECT_NE(tzdata_version(), "unknown"); }

}  // namespace
}  // namespace kelisim
