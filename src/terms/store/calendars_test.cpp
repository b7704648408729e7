// The work calendars that the program brings, on both engines.
#include "database_fixture.h"
#include "terms/calendar.h"
#include "terms/migrations.h"
#include "terms/rules/deadline.h"

namespace kelisim::terms {
namespace {

Instant at(std::string_view text) { return *parse_rfc3339(text); }

class Calendars : public test::OnBothEngines {
 protected:
  Calendars() { database().migrate(migrations()); }

  WorkCalendar calendar(std::string_view country) {
    return database().read_now([&](db::Tx& tx) { return read_calendar(tx, country); });
  }
  bool works(std::string_view country, std::string_view day, std::string_view known_at) {
    return calendar(country).read(*parse_civil_date(day), at(known_at)).working;
  }
};

TEST_P(Calendars, the_constitution_day_of_2026_was_off_until_the_referendum_moved_it) {
  EXPECT_FALSE(works("KZ", "2026-08-31", "2026-03-15T18:59:59.999999Z"));
  EXPECT_TRUE(works("KZ", "2026-08-31", "2026-03-15T19:00:00Z"));
  EXPECT_TRUE(works("KZ", "2027-03-15", "2026-03-15T18:59:59.999999Z"));
  EXPECT_FALSE(works("KZ", "2027-03-15", "2026-03-15T19:00:00Z"));
}

TEST_P(Calendars, kazakhstan_rests_on_the_days_of_its_year) {
  for (auto const* day : {"2026-01-01", "2026-01-02", "2026-01-07", "2026-03-09", "2026-03-24", "2026-03-25",
                          "2026-05-01", "2026-05-07", "2026-05-11", "2026-07-06", "2026-10-26", "2026-12-16"})
    EXPECT_FALSE(works("KZ", day, "2026-11-21T00:00:00Z")) << day;
  for (auto const* day : {"2026-01-05", "2026-03-10", "2026-05-08", "2026-12-15", "2026-12-17"})
    EXPECT_TRUE(works("KZ", day, "2026-11-21T00:00:00Z")) << day;
}

TEST_P(Calendars, russia_works_some_saturdays_and_moves_some_days) {
  EXPECT_TRUE(works("RU", "2018-04-28", "2018-01-01T00:00:00Z"));
  EXPECT_TRUE(works("RU", "2024-04-27", "2024-01-01T00:00:00Z"));
  EXPECT_FALSE(works("RU", "2026-01-09", "2026-01-01T00:00:00Z"));
  EXPECT_FALSE(works("RU", "2026-12-31", "2026-01-01T00:00:00Z"));
  EXPECT_TRUE(works("RU", "2026-04-30", "2026-01-01T00:00:00Z")) << "an hour shorter, and worked";
}

TEST_P(Calendars, what_is_announced_later_counts_for_what_arises_later) {
  auto const zone = *Zone::load("Asia/Almaty");
  auto const arose = at("2026-12-10T05:00:00Z");
  auto const announced = at("2026-12-11T05:00:00Z");
  auto const before = working_days_after(arose, 2, zone, calendar("KZ"), arose);
  EXPECT_EQ(before.at, at("2026-12-14T18:59:59.999999Z"));
  CalendarDay const swapped{"KZ", {2026, 12, 14}, DayKind::moved_off, announced, "a decree"};
  EXPECT_TRUE(database().write_now([&](db::Tx& tx) { return announce_day(tx, swapped); }));
  EXPECT_FALSE(database().write_now([&](db::Tx& tx) { return announce_day(tx, swapped); }));
  auto const after = calendar("KZ");
  EXPECT_EQ(count_due(before.counted, &after).at, before.at);
  auto today = before.counted;
  today.known_at = announced;
  EXPECT_EQ(count_due(today, &after).at, at("2026-12-15T18:59:59.999999Z"));
}

TEST_P(Calendars, no_day_of_a_calendar_is_changed_or_removed) {
  auto const refused = [&](db::Sql const& sql) {
    EXPECT_THROW(database().write_now([&](db::Tx& tx) { tx.execute(sql); }), Fault);
  };
  refused({"test.update_day", "UPDATE terms_calendar_days SET kind = 'worked' WHERE day = '2026-12-16'"});
  refused({"test.delete_day", "DELETE FROM terms_calendar_days WHERE day = '2026-12-16'"});
  EXPECT_FALSE(works("KZ", "2026-12-16", "2026-11-21T00:00:00Z"));
}

KELISIM_ON_BOTH_ENGINES(Calendars);

}  // namespace
}  // namespace kelisim::terms
