#include "astro/birth.h"
#include "birth/birth_clock.h"
#include "kernel/zone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::astro {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

BirthPlace in_almaty() { return {"Алматы", "KZ", {43.25, 76.93}, "Asia/Almaty"}; }
BirthPlace in_moscow() { return {"Москва", "RU", {55.75, 37.62}, "Europe/Moscow"}; }

CivilDate day(std::string_view text) { return parse_civil_date(text).value(); }
CivilTime clock(std::string_view text) { return parse_civil_time(text).value(); }

BirthData born(BirthPlace place, std::string_view date, std::string_view time, int plus_minus = 0) {
  return {day(date), StatedTime{clock(time), plus_minus}, std::move(place), {}, {}};
}

struct Row {
  char const* zone;
  char const* date;
  char const* time;
  std::vector<int> offsets;  ///< minutes east of each reading; none when the clock never showed the time
};

class OffsetTable : public testing::TestWithParam<Row> {};

TEST_P(OffsetTable, ReadsTheClockOfThatDay) {
  auto const& row = GetParam();
  auto const place = std::string_view(row.zone) == "Europe/Moscow" ? in_moscow() : in_almaty();
  auto const resolved = resolve(born(place, row.date, row.time));
  if (row.offsets.size() == 1) {
    ASSERT_TRUE(resolved.has_value()) << name_of(resolved.error().problem);
    EXPECT_EQ(resolved->offset.seconds_east, row.offsets[0] * 60);
    EXPECT_EQ(resolved->at + seconds(resolved->offset.seconds_east), as_utc({day(row.date), clock(row.time)}));
    return;
  }
  ASSERT_FALSE(resolved.has_value());
  auto const& refusal = resolved.error();
  EXPECT_EQ(refusal.problem, row.offsets.empty() ? BirthProblem::time_skipped : BirthProblem::time_repeated);
  ASSERT_EQ(refusal.candidates.size(), 2u);
  EXPECT_LT(refusal.candidates[0].at, refusal.candidates[1].at);
  for (std::size_t i = 0; i < row.offsets.size(); ++i) {
    EXPECT_EQ(refusal.candidates[i].offset.seconds_east, row.offsets[i] * 60);
  }
}

// Offsets as the laws of the time had them; around each change the last and the first minute on both sides.
INSTANTIATE_TEST_SUITE_P(
    Almaty, OffsetTable,
    testing::Values(
        Row{"Asia/Almaty", "1985-07-01", "12:00", {420}}, Row{"Asia/Almaty", "1992-01-18", "12:00", {300}},
        Row{"Asia/Almaty", "1992-01-20", "12:00", {360}}, Row{"Asia/Almaty", "2004-12-01", "12:00", {360}},
        Row{"Asia/Almaty", "2024-03-02", "12:00", {300}},
        // 19 January 1992: 02:00 becomes 03:00
        Row{"Asia/Almaty", "1992-01-19", "01:59", {300}}, Row{"Asia/Almaty", "1992-01-19", "02:00", {}},
        Row{"Asia/Almaty", "1992-01-19", "02:30", {}}, Row{"Asia/Almaty", "1992-01-19", "02:59", {}},
        Row{"Asia/Almaty", "1992-01-19", "03:00", {360}}, Row{"Asia/Almaty", "1992-01-19", "03:01", {360}},
        // 1 March 2024: 00:00 becomes 23:00 of 29 February
        Row{"Asia/Almaty", "2024-02-29", "22:59", {360}}, Row{"Asia/Almaty", "2024-02-29", "23:00", {360, 300}},
        Row{"Asia/Almaty", "2024-02-29", "23:30", {360, 300}}, Row{"Asia/Almaty", "2024-02-29", "23:59", {360, 300}},
        Row{"Asia/Almaty", "2024-03-01", "00:00", {300}}, Row{"Asia/Almaty", "2024-03-01", "00:01", {300}},
        // 1 April 1985: 00:00 becomes 01:00
        Row{"Asia/Almaty", "1985-03-31", "01:59", {360}}, Row{"Asia/Almaty", "1985-03-31", "02:00", {}},
        Row{"Asia/Almaty", "1985-03-31", "03:00", {420}}));
INSTANTIATE_TEST_SUITE_P(
    Moscow, OffsetTable,
    testing::Values(
        Row{"Europe/Moscow", "1981-01-15", "12:00", {180}}, Row{"Europe/Moscow", "1981-07-01", "12:00", {240}},
        Row{"Europe/Moscow", "1991-07-01", "12:00", {180}}, Row{"Europe/Moscow", "1991-12-01", "12:00", {120}},
        Row{"Europe/Moscow", "2011-07-01", "12:00", {240}}, Row{"Europe/Moscow", "2011-12-01", "12:00", {240}},
        Row{"Europe/Moscow", "2014-12-01", "12:00", {180}},
        // 27 March 2011: 02:00 becomes 03:00
        Row{"Europe/Moscow", "2011-03-27", "01:59", {180}}, Row{"Europe/Moscow", "2011-03-27", "02:00", {}},
        Row{"Europe/Moscow", "2011-03-27", "02:30", {}}, Row{"Europe/Moscow", "2011-03-27", "02:59", {}},
        Row{"Europe/Moscow", "2011-03-27", "03:00", {240}},
        // 26 October 2014: 02:00 becomes 01:00
        Row{"Europe/Moscow", "2014-10-26", "00:59", {240}}, Row{"Europe/Moscow", "2014-10-26", "01:00", {240, 180}},
        Row{"Europe/Moscow", "2014-10-26", "01:30", {240, 180}},
        Row{"Europe/Moscow", "2014-10-26", "01:59", {240, 180}}, Row{"Europe/Moscow", "2014-10-26", "02:00", {180}}));

TEST(Birth, TakesTheClientsAnswerToARepeatedTime) {
  auto data = born(in_almaty(), "2024-02-29", "23:30", 10);
  data.choice = ClockChoice::earlier;
  auto const first = resolve(data).value();
  data.choice = ClockChoice::later;
  auto const second = resolve(data).value();
  EXPECT_EQ(to_rfc3339(first.at), "2024-02-29T17:30:00Z");
  EXPECT_EQ(to_rfc3339(second.at), "2024-02-29T18:30:00Z");
  EXPECT_EQ(first.latest - first.earliest, minutes(20));
  EXPECT_THAT(second.cautions, testing::Contains(BirthCaution::clock_change_near));
}

TEST(Birth, TakesTheClientsAnswerToASkippedTime) {
  auto data = born(in_almaty(), "1992-01-19", "02:30");
  data.choice = ClockChoice::earlier;
  EXPECT_EQ(to_rfc3339(resolve(data).value().at), "1992-01-18T20:30:00Z");
  data.choice = ClockChoice::later;
  auto const later = resolve(data).value();
  EXPECT_EQ(to_rfc3339(later.at), "1992-01-18T21:30:00Z");
  EXPECT_EQ(later.offset.seconds_east, 6 * 3600);
}

TEST(Birth, UncertaintyReachesOverTheHourThatCameTwice) {
  auto const moment = resolve(born(in_almaty(), "2024-02-29", "22:50", 15)).value();
  EXPECT_EQ(to_rfc3339(moment.earliest), "2024-02-29T16:35:00Z");
  EXPECT_EQ(to_rfc3339(moment.latest), "2024-02-29T18:05:00Z");  // 23:05 for the second time
}

TEST(Birth, AnUnknownTimeIsTheWholeCivilDay) {
  BirthData data{day("2026-06-01"), {}, in_almaty(), {}, {}};
  auto const plain = resolve(data).value();
  EXPECT_FALSE(plain.time_known);
  EXPECT_EQ(to_rfc3339(plain.earliest), "2026-05-31T19:00:00Z");
  EXPECT_EQ(to_rfc3339(plain.at), "2026-06-01T07:00:00Z");
  EXPECT_EQ(to_rfc3339(plain.latest), "2026-06-01T18:59:59Z");
  data.date = day("2024-02-29");
  auto const long_day = resolve(data).value();
  EXPECT_EQ(long_day.latest - long_day.earliest, hours(25) - seconds(1));
  // 1 April 1981 began at 01:00: midnight never came.
  data.date = day("1981-04-01");
  auto const short_day = resolve(data).value();
  EXPECT_EQ(short_day.latest - short_day.earliest, hours(23) - seconds(1));
  EXPECT_EQ(to_rfc3339(short_day.earliest), "1981-03-31T18:00:00Z");
}

TEST(Birth, ReadsLocalMeanTimeByThePlacesOwnLongitude) {
  BirthPlace const semey{"Семей", "KZ", {50.42675, 80.26669}, "Asia/Almaty"};
  auto const moment = resolve(born(semey, "1920-06-01", "12:00")).value();
  EXPECT_EQ(moment.offset.source, OffsetSource::local_mean_time);
  EXPECT_EQ(moment.offset.seconds_east, 19264);  // 80.26669° × 240 s
  EXPECT_EQ(offset_text(moment.offset.seconds_east), "+05:21:04");
  EXPECT_EQ(to_rfc3339(moment.at + hours(24 * 365 * 60)).substr(10), "T06:38:56Z");
  EXPECT_THAT(moment.cautions, testing::ElementsAre(BirthCaution::local_mean_time));
}

TEST(Birth, TheFirstStandardTimeRepeatsMoreOfTheClockFartherEast) {
  // Asia/Almaty left local mean time at 1924-05-01T18:52:12Z for UTC+5. At Semey the clock then showed 00:13:16.
  BirthPlace const semey{"Семей", "KZ", {50.42675, 80.26669}, "Asia/Almaty"};
  EXPECT_EQ(resolve(born(semey, "1924-05-02", "00:05")).error().problem, BirthProblem::time_repeated);
  EXPECT_EQ(resolve(born(in_almaty(), "1924-05-02", "00:05")).value().offset.seconds_east, 5 * 3600);
  EXPECT_EQ(resolve(born(semey, "1924-05-02", "00:14")).value().offset.source, OffsetSource::tz_database);
  // West of 75° E the clock jumped on.
  BirthPlace const aral{"Арал", "KZ", {46.80, 61.66}, "Asia/Almaty"};
  EXPECT_EQ(resolve(born(aral, "1924-05-01", "23:30")).error().problem, BirthProblem::time_skipped);
}

TEST(Birth, AStatedOffsetReplacesTheZoneAndNeedsAReason) {
  auto data = born(in_almaty(), "1992-01-19", "02:30");
  data.offset = OffsetOverride{3 * 3600, ""};
  EXPECT_EQ(resolve(data).error().problem, BirthProblem::offset_without_reason);
  data.offset->reason = "роддом жил по московскому времени";
  auto const moment = resolve(data).value();
  EXPECT_EQ(to_rfc3339(moment.at), "1992-01-18T23:30:00Z");
  EXPECT_THAT(moment.cautions, testing::ElementsAre(BirthCaution::offset_stated));
}

TEST(Birth, RefusesInItsOrderOfPrecedence) {
  // Everything is wrong; each repair uncovers the next refusal.
  BirthData data{{2023, 2, 29},
                 StatedTime{civil_time(24), 721},
                 {"", "", {91, 0}, "Mars/Olympus"},
                 OffsetOverride{60'000, ""},
                 ClockChoice::later};
  auto const problem = [&] { return resolve(data).error().problem; };
  EXPECT_EQ(problem(), BirthProblem::date_unreadable);
  data.date = {1799, 12, 31};
  EXPECT_EQ(problem(), BirthProblem::date_out_of_range);
  data.date = {2400, 1, 1};
  EXPECT_EQ(problem(), BirthProblem::date_out_of_range);
  data.date = {2020, 5, 5};
  EXPECT_EQ(problem(), BirthProblem::time_unreadable);
  data.time->time = civil_time(23, 59, 59);
  EXPECT_EQ(problem(), BirthProblem::uncertainty_unreadable);
  data.time->plus_minus_minutes = 0;
  EXPECT_EQ(problem(), BirthProblem::coordinates_unreadable);
  data.place.at.latitude = 90;
  EXPECT_EQ(problem(), BirthProblem::zone_unknown);
  data.place.zone = "Asia/Almaty";
  EXPECT_EQ(problem(), BirthProblem::offset_unreadable);
  data.offset->seconds_east = 57'600;
  EXPECT_EQ(problem(), BirthProblem::offset_without_reason);
  data.offset->reason = "x";
  EXPECT_EQ(problem(), BirthProblem::choice_needless);
  data.choice.reset();
  EXPECT_TRUE(resolve(data).has_value());
}

TEST(Birth, KeepsEveryInstantInsideTheEphemeris) {
  EXPECT_EQ(resolve(born(in_almaty(), "1800-01-01", "00:00")).error().problem, BirthProblem::date_out_of_range);
  EXPECT_TRUE(resolve(born(in_almaty(), "1800-01-02", "00:00")).has_value());
  EXPECT_TRUE(resolve(born(in_almaty(), "2399-11-30", "12:00")).has_value());
  EXPECT_EQ(resolve(born(in_almaty(), "2399-12-01", "12:00")).error().problem, BirthProblem::date_out_of_range);
}

TEST(Birth, SaysWhatTheClientShouldKnow) {
  auto const cautions = [](char const* date) { return resolve(born(in_moscow(), date, "12:00")).value().cautions; };
  EXPECT_THAT(cautions("1917-03-01"),
              testing::ElementsAre(BirthCaution::zone_before_1970, BirthCaution::old_style_possible));
  EXPECT_THAT(cautions("1960-03-01"), testing::ElementsAre(BirthCaution::zone_before_1970));
  EXPECT_THAT(cautions("2014-10-26"), testing::ElementsAre(BirthCaution::clock_change_near));
  EXPECT_THAT(cautions("2000-01-01"), testing::IsEmpty());
  EXPECT_THAT(cautions("2150-01-01"), testing::ElementsAre(BirthCaution::future_rules_unknown));
}

TEST(Birth, SaysTheOffsetInWords) {
  auto const summer = resolve(born(in_almaty(), "1985-07-01", "12:00")).value().offset;
  EXPECT_EQ(describe(summer, Language::ru), "UTC+7, летнее время, зона Asia/Almaty");
  EXPECT_EQ(describe(summer, Language::kk), "UTC+7, жазғы уақыт, Asia/Almaty белдеуі");
  EXPECT_EQ(describe({20'700, OffsetSource::tz_database, false, "Asia/Kathmandu", ""}, Language::en),
            "UTC+5:45, zone Asia/Kathmandu");
  EXPECT_EQ(describe({-12'600, OffsetSource::stated, false, "", "по документам"}, Language::ru),
            "UTC−3:30, указано вручную: по документам");
}

// Beside local mean time the clock of a birthplace is the zone's, whatever the wall time.
RC_GTEST_PROP(BirthClock, AgreesWithTheZoneWhereThereIsStandardTime, ()) {
  auto const name =
      *rc::gen::element<std::string>("Asia/Almaty", "Europe/Moscow", "America/New_York", "Asia/Kathmandu",
                                     "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia");
  auto const zone = Zone::load(name).value();
  auto const start = as_utc({{1935, 1, 1}, civil_time(0)});
  auto const at = start + minutes(*rc::gen::inRange(0, 60 * 24 * 365 * 110));
  auto const wall = zone.local(at);
  auto const found = BirthClock(zone, 12.5, {}).read(wall);
  auto const expected = zone.read(wall);
  auto const repeated = expected.kind == Zone::Reading::Kind::repeated;
  RC_ASSERT(found.size() == (repeated ? 2u : 1u));
  RC_ASSERT(found.front().at == expected.earlier);
  RC_ASSERT(found.back().at == expected.later);
}

}  // namespace
}  // namespace kelisim::astro
