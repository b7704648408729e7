#include "astro/birth.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::astro {
namespace {

Atlas const& atlas() {
  static auto const loaded = Atlas::load(std::filesystem::path(KELISIM_SOURCE_DIR) / built_atlas_file);
  return loaded;
}

Result<BirthMoment, BirthRefusal> parse(BirthStrings const& strings) {
  return parse_birth(strings, atlas(), Language::ru);
}

BirthStrings almaty() { return {.date = "1985-07-01", .time = "14:30", .place = "Алма-Ата"}; }

TEST(ParseBirth, ReadsWhatAClientTypes) {
  auto const moment = parse(almaty()).value();
  EXPECT_EQ(to_rfc3339(moment.at), "1985-07-01T07:30:00Z");
  EXPECT_EQ(moment.data.place.name, "Алматы, Казахстан");
  EXPECT_EQ(moment.data.place.zone, "Asia/Almaty");
  EXPECT_EQ(moment.tzdata.size(), 5u);
  auto strings = almaty();
  strings.uncertainty = "15";
  auto const vague = parse(strings).value();
  EXPECT_EQ(vague.latest - vague.earliest, std::chrono::minutes(30));
  strings = almaty();
  strings.time.clear();
  EXPECT_FALSE(parse(strings).value().time_known);
}

TEST(ParseBirth, TakesANumberOfTheAtlasOrCoordinatesOfOnesOwn) {
  auto strings = almaty();
  strings.place = "1519422";
  EXPECT_EQ(parse(strings).value().data.place.name, "Семей, область Абай, Казахстан");
  strings = {.date = "1990-01-01",
             .time = "06:00",
             .place = "аул",
             .latitude = "-43.5",
             .longitude = "80.1",
             .zone = "Asia/Almaty"};
  auto const moment = parse(strings).value();
  EXPECT_EQ(moment.data.place.name, "аул");
  EXPECT_EQ(moment.data.place.at.latitude, -43.5);
}

TEST(ParseBirth, ReadsAnOffsetWithAReason) {
  auto strings = almaty();
  strings.offset_reason = "так в справке";
  for (auto const& [offset, seconds] : std::vector<std::pair<std::string, int>>{
           {"+06:00", 21'600}, {"+6", 21'600}, {"-3:30", -12'600}, {"+05:21:04", 19'264}, {"-16", -57'600}}) {
    strings.offset = offset;
    EXPECT_EQ(parse(strings).value().offset.seconds_east, seconds) << offset;
  }
  for (auto const* offset : {"6", "+", "+6:", "+6:60", "+a", "+-6", "+6:-1", "+1:2:3:4", "+17", "+99999999999"}) {
    strings.offset = offset;
    EXPECT_EQ(parse(strings).error().problem, BirthProblem::offset_unreadable) << offset;
  }
}

TEST(ParseBirth, AsksWhichOfSeveralTownsIsMeant) {
  auto strings = almaty();
  strings.place = "Советск";
  auto const refusal = parse(strings).error();
  EXPECT_EQ(refusal.problem, BirthProblem::place_ambiguous);
  EXPECT_GE(refusal.towns.size(), 2u);
  EXPECT_LE(refusal.towns.size(), 10u);
  strings.place = "Советск, Калининградская";
  EXPECT_EQ(parse(strings).value().data.place.zone, "Europe/Kaliningrad");
  strings.place = "Москва";
  EXPECT_EQ(parse(strings).value().data.place.zone, "Europe/Moscow");
}

TEST(ParseBirth, RefusesInItsOrderOfPrecedence) {
  BirthStrings strings{.date = "1.7.1985",
                       .time = "25:00",
                       .uncertainty = "many",
                       .latitude = "north",
                       .zone = "Mars",
                       .offset = "later",
                       .choice = "both"};
  auto const problem = [&] { return parse(strings).error().problem; };
  EXPECT_EQ(problem(), BirthProblem::date_unreadable);
  strings.date = "1700-01-01";
  EXPECT_EQ(problem(), BirthProblem::date_out_of_range);
  strings.date = "2014-10-26";
  EXPECT_EQ(problem(), BirthProblem::time_unreadable);
  strings.time = "01:30";
  EXPECT_EQ(problem(), BirthProblem::uncertainty_unreadable);
  strings.uncertainty = "0";
  EXPECT_EQ(problem(), BirthProblem::coordinates_unreadable);
  strings.latitude.clear();
  EXPECT_EQ(problem(), BirthProblem::place_missing);
  strings.place = "Тьмутаракань-на-Марсе";
  EXPECT_EQ(problem(), BirthProblem::place_unknown);
  strings.place = "Советск";
  EXPECT_EQ(problem(), BirthProblem::place_ambiguous);
  strings.place = "Москва";
  EXPECT_EQ(problem(), BirthProblem::zone_unknown);
  strings.zone.clear();
  EXPECT_EQ(problem(), BirthProblem::offset_unreadable);
  strings.offset = "+3";
  EXPECT_EQ(problem(), BirthProblem::offset_without_reason);
  strings.offset.clear();
  EXPECT_EQ(problem(), BirthProblem::choice_unreadable);
  strings.choice.clear();
  EXPECT_EQ(problem(), BirthProblem::time_repeated);
  EXPECT_EQ(parse(strings).error().candidates.size(), 2u);
  strings.choice = "later";
  EXPECT_EQ(to_rfc3339(parse(strings).value().at), "2014-10-25T22:30:00Z");
  strings.date = "2011-03-27";
  strings.time = "02:30";
  strings.choice.clear();
  EXPECT_EQ(problem(), BirthProblem::time_skipped);
  strings.time = "12:30";
  strings.choice = "earlier";
  EXPECT_EQ(problem(), BirthProblem::choice_needless);
}

// Whatever is typed, the answer is a moment inside its own range or one of the refusals.
RC_GTEST_PROP(ParseBirth, AlwaysAnswers, ()) {
  auto const text = [] {
    return *rc::gen::element<std::string>("", "12:30", "+5", "99", "0", "-1", "nan", "1e400", "Семей", "later");
  };
  auto const date = fmt::format("{:04}-{:02}-{:02}", *rc::gen::inRange(1795, 2405), *rc::gen::inRange(0, 14),
                                *rc::gen::inRange(0, 33));
  auto const answer = parse({date, text(), text(), text(), text(), text(),
                             *rc::gen::element<std::string>("", "Asia/Almaty", "../x"), text(), text(), text()});
  if (answer) {
    RC_ASSERT(answer->earliest <= answer->at);
    RC_ASSERT(answer->at <= answer->latest);
  } else {
    RC_ASSERT(!name_of(answer.error().problem).empty());
  }
}

}  // namespace
}  // namespace kelisim::astro
