#include "terms/rules/deadline.h"

#include "clause_mark.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

namespace kelisim::terms {
namespace {

using ::testing::ElementsAre;

Instant at(std::string_view text) { return *parse_rfc3339(text); }
CivilDate day(std::string_view text) { return *parse_civil_date(text); }
Zone almaty() { return *Zone::load("Asia/Almaty"); }

CalendarDay row(std::string_view date, DayKind kind, std::string_view known_from = "2025-12-01T00:00:00Z") {
  return {.country = "KZ", .day = day(date), .kind = kind, .known_from = at(known_from), .source = "an act"};
}

WorkCalendar december() { return {"KZ", {row("2026-01-01", DayKind::holiday), row("2026-12-16", DayKind::holiday)}}; }

Due working_days(std::string_view from, std::int64_t days, WorkCalendar const& calendar = december()) {
  return working_days_after(at(from), days, almaty(), calendar, at(from));
}

std::vector<std::string> keys(Due const& due) {
  std::vector<std::string> found;
  for (auto const& step : due.steps) found.push_back(step.text_key);
  return found;
}

TEST(Deadline, hours_are_elapsed_time_to_the_microsecond) {
  auto const due = hours_after(at("2026-12-11T15:50:00.000001Z"), 12);
  EXPECT_EQ(due.at, at("2026-12-12T03:50:00.000001Z"));
  EXPECT_THAT(keys(due), ElementsAre("due.from", "due.hours"));
  EXPECT_EQ(due.steps.back().count, 12);
}

TEST(Deadline, calendar_days_begin_on_the_next_day_and_end_with_the_last) {
  EXPECT_EQ(calendar_days_after(at("2026-12-01T05:00:00Z"), 5, almaty()).at, at("2026-12-06T18:59:59.999999Z"));
  EXPECT_EQ(calendar_days_after(at("2026-11-30T18:59:59.999999Z"), 5, almaty()).at,
            at("2026-12-05T18:59:59.999999Z"));
  EXPECT_EQ(calendar_days_after(at("2026-11-30T19:00:00Z"), 5, almaty()).at, at("2026-12-06T18:59:59.999999Z"));
}

TEST(Deadline, working_days_pass_over_weekends_and_holidays_and_say_which) {
  auto const due = working_days("2026-12-11T15:00:00Z", 3);
  EXPECT_EQ(due.at, at("2026-12-17T18:59:59.999999Z"));
  EXPECT_THAT(keys(due), ElementsAre("due.from", "due.day_off", "due.day_off", "due.working_day", "due.working_day",
                                     "due.day_off", "due.working_day", "due.end_of_day"));
  EXPECT_EQ(due.steps[5].day, day("2026-12-16"));
  EXPECT_EQ(due.steps[5].kind, "holiday");
  EXPECT_EQ(due.steps[5].source, "an act");
  EXPECT_EQ(due.steps[1].source, std::nullopt) << "a Saturday needs no act";
}

TEST(Deadline, a_worked_saturday_counts_and_a_moved_day_off_does_not) {
  WorkCalendar const calendar{"KZ",
                              {row("2026-01-01", DayKind::holiday), row("2026-12-12", DayKind::worked),
                               row("2026-12-14", DayKind::moved_off), row("2026-12-15", DayKind::shortened)}};
  EXPECT_EQ(working_days("2026-12-11T05:00:00Z", 1, calendar).at, at("2026-12-12T18:59:59.999999Z"));
  EXPECT_EQ(working_days("2026-12-11T05:00:00Z", 2, calendar).at, at("2026-12-15T18:59:59.999999Z"));
}

TEST(Deadline, a_day_that_became_ordinary_counts_from_the_microsecond_it_was_known) {
  auto const known = at("2026-03-16T00:00:00Z");
  WorkCalendar const calendar{"KZ",
                              {row("2026-01-01", DayKind::holiday), row("2026-08-31", DayKind::moved_off),
                               row("2026-08-31", DayKind::ordinary, "2026-03-16T00:00:00Z")}};
  EXPECT_FALSE(calendar.read(day("2026-08-31"), known - Duration(1)).working);
  EXPECT_TRUE(calendar.read(day("2026-08-31"), known).working);
  EXPECT_TRUE(calendar.read(day("2026-08-31"), known + Duration(1)).working);
}

TEST(Deadline, a_year_without_a_calendar_is_named_once) {
  auto const due = working_days("2027-12-30T05:00:00Z", 3);
  EXPECT_THAT(keys(due),
              ElementsAre("due.from", "due.year_unknown", "due.working_day", "due.year_unknown", "due.day_off",
                          "due.day_off", "due.working_day", "due.working_day", "due.end_of_day"));
  EXPECT_EQ(due.steps[1].count, 2027);
  EXPECT_EQ(due.steps[3].count, 2028);
}

TEST(Deadline, what_stops_the_clock_adds_the_time_it_ran_beside_the_promise) {
  CLAUSE("HAR-7.1a");
  auto const start = at("2026-12-01T00:00:00Z");
  auto const end = at("2026-12-03T00:00:00Z");
  auto const before = at("2026-11-25T00:00:00Z");
  EXPECT_EQ(at("2026-12-02T12:00:00Z") + stopped_for(before, at("2026-12-02T12:00:00Z"), start, end),
            at("2026-12-04T12:00:00Z"));
  EXPECT_EQ(stopped_for(before, start, start, end), std::chrono::hours(48));
  EXPECT_EQ(stopped_for(before, start - Duration(1), start, end), Duration(0)) << "it was over before";
  EXPECT_EQ(stopped_for(at("2026-12-02T00:00:00Z"), at("2026-12-09T00:00:00Z"), start, end), std::chrono::hours(24));
  EXPECT_EQ(stopped_for(end - Duration(1), at("2026-12-09T00:00:00Z"), start, end), Duration(1));
  EXPECT_EQ(stopped_for(end, at("2026-12-09T00:00:00Z"), start, end), Duration(0)) << "it was made after";
}

CalendarDay any_change(Instant known_from) {
  return {.country = "KZ",
          .day = add_days(day("2026-12-01"), *rc::gen::inRange(0, 90)),
          .kind = *rc::gen::element(DayKind::holiday, DayKind::moved_off, DayKind::worked, DayKind::shortened,
                                    DayKind::ordinary),
          .known_from = known_from,
          .source = "a later act"};
}

RC_GTEST_PROP(DeadlineProperties, a_change_of_the_calendar_moves_no_deadline_that_arose_before_it, ()) {
  auto const arose = at("2026-12-01T00:00:00Z") + std::chrono::minutes(*rc::gen::inRange(0, 60 * 24 * 30));
  auto const days = *rc::gen::inRange<std::int64_t>(0, 20);
  std::vector<CalendarDay> rows{row("2026-01-01", DayKind::holiday), row("2026-12-16", DayKind::holiday)};
  auto const before = working_days_after(arose, days, almaty(), {"KZ", rows}, arose);
  for (auto count = *rc::gen::inRange(1, 8); count > 0; --count) {
    rows.push_back(any_change(arose + Duration(*rc::gen::inRange(1, 1'000'000))));
  }
  WorkCalendar const changed{"KZ", rows};
  auto const after = count_due(before.counted, &changed);
  RC_ASSERT(after.at == before.at);
  RC_ASSERT(after.steps.size() == before.steps.size());
}

RC_GTEST_PROP(DeadlineProperties, more_days_never_end_earlier_and_the_last_is_worked, ()) {
  auto const from = at("2026-12-01T00:00:00Z") + std::chrono::minutes(*rc::gen::inRange(0, 60 * 24 * 60));
  std::vector<CalendarDay> rows{row("2026-01-01", DayKind::holiday)};
  for (auto count = *rc::gen::inRange(0, 20); count > 0; --count)
    rows.push_back(any_change(at("2026-01-01T00:00:00Z")));
  WorkCalendar const calendar{"KZ", rows};
  auto const days = *rc::gen::inRange<std::int64_t>(1, 15);
  auto const due = working_days_after(from, days, almaty(), calendar, from);
  RC_ASSERT(working_days_after(from, days - 1, almaty(), calendar, from).at < due.at);
  RC_ASSERT(calendar.read(almaty().local(due.at).date, from).working);
  RC_ASSERT(almaty().local(due.at).time == civil_time(23, 59, 59));
}

}  // namespace
}  // namespace kelisim::terms
