#include "astro/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kelisim::astro {
namespace {

constexpr Instant made_at{1'796'043'600'000'000};  // 2026-11-30T13:00:00Z

Draft draft_of(std::vector<DatedItem> dates) {
  Draft draft;
  draft.language = "ru";
  draft.title = "Деньги";
  draft.zone = "Asia/Almaty";
  draft.input_hash = std::string(64, 'b');
  draft.dates = std::move(dates);
  return draft;
}

DatedItem item(std::string id, Instant from, std::string title) {
  DatedItem made;
  made.id = std::move(id);
  made.from = from;
  made.title = std::move(title);
  return made;
}

std::vector<std::string> lines_of(std::string const& ics) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  for (auto end = ics.find("\r\n"); end != std::string::npos; end = ics.find("\r\n", start)) {
    lines.push_back(ics.substr(start, end - start));
    start = end + 2;
  }
  EXPECT_EQ(start, ics.size());
  return lines;
}

std::string unfolded(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

TEST(Calendar, TellsSpansInUtc) {
  auto window = item("window.1", made_at, "Договор");
  window.to = Instant{made_at.micros + 900'000'000};
  auto const ics = calendar_ics(draft_of({window}), made_at);
  EXPECT_NE(ics.find("\r\nDTSTART:20261130T130000Z\r\nDTEND:20261130T131500Z\r\n"), std::string::npos) << ics;
  EXPECT_NE(ics.find("\r\nDTSTAMP:20261130T130000Z\r\n"), std::string::npos);
  EXPECT_NE(ics.find("\r\nUID:bbbbbbbbbbbbbbbbbbbbbbbb-window.1@kelisim\r\n"), std::string::npos);
}

TEST(Calendar, TellsWholeDaysByTheClockOfTheZone) {
  // 21:00 UTC is the next day in Almaty.
  Instant const late{1'796'043'600'000'000 + 8LL * 3'600'000'000};
  auto day = item("a", late, "День");
  day.all_day = true;
  auto const ics = calendar_ics(draft_of({day}), made_at);
  EXPECT_NE(ics.find("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202\r\n"), std::string::npos) << ics;
}

TEST(Calendar, EscapesWhatHasAMeaning) {
  auto odd = item("a", made_at, "a,b;c\\d");
  odd.text = "one\ntwo\r\nthree";
  auto const ics = calendar_ics(draft_of({odd}), made_at);
  EXPECT_NE(ics.find("SUMMARY;LANGUAGE=ru:a\\,b\\;c\\\\d\r\n"), std::string::npos);
  EXPECT_NE(ics.find("DESCRIPTION;LANGUAGE=ru:one\\ntwo\\nthree\r\n"), std::string::npos);
}

TEST(Calendar, OpensAndClosesItsParts) {
  auto const lines = lines_of(calendar_ics(draft_of({item("a", made_at, "x")}), made_at));
  EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
  EXPECT_EQ(lines.at(1), "VERSION:2.0");
  EXPECT_EQ(lines.back(), "END:VCALENDAR");
}

RC_GTEST_PROP(Calendar, FoldsEveryTextAt75OctetsAndLosesNothing, ()) {
  static constexpr std::array letters = {"a", "қ", "—", "😀", " ", "ы"};
  auto const picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, letters.size()));
  std::string text = "x";
  for (auto const pick : picks)
    for (int i = 0; i < 7; ++i) text += letters.at(pick);
  auto const ics = calendar_ics(draft_of({item("a", made_at, text)}), made_at);
  for (auto const& line : lines_of(ics)) {
    RC_ASSERT(line.size() <= 75U);
    bool const torn = !line.empty() && line.front() == ' ' && line.size() > 1 &&
                      (static_cast<unsigned char>(line[1]) & 0xc0U) == 0x80U;
    RC_ASSERT(!torn);
  }
  RC_ASSERT(unfolded(ics).find("SUMMARY;LANGUAGE=ru:" + text + "\r\n") != std::string::npos);
}

}  // namespace
}  // namespace kelisim::astro
