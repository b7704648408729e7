#include "astro/services.h"
#include "text/words.h"

#include <gmock/gmock.h>

#include <map>
#include <random>
#include <set>

namespace kelisim::astro {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

Content const& brand() {
  static auto const content = Content::load(std::string(KELISIM_SOURCE_DIR) + "/brands/astars");
  return content;
}
Ephemeris& sky() {
  static auto const ephemeris = open_swiss();
  return *ephemeris;
}
Desk desk() { return {sky(), brand(), "atlas-of-the-test"}; }

Place const almaty{.latitude = 43.25, .longitude = 76.95};
Zone zone() { return Zone::load("Asia/Almaty").value(); }
Instant const now = parse_rfc3339("2026-11-21T05:00:00Z").value();

/// Told to within so many minutes; nothing: the time is unknown.
BirthMoment born(Instant at, Place place, std::optional<int> uncertainty) {
  BirthMoment birth;
  auto const half = uncertainty ? Duration(minutes(*uncertainty)) : Duration(hours(12));
  birth.at = at;
  birth.earliest = at - half;
  birth.latest = at + half;
  birth.time_known = uncertainty.has_value();
  birth.data.date = Zone::utc().local(at).date;
  birth.data.place = {.name = "Test", .country_code = "KZ", .at = place, .zone = "Asia/Almaty"};
  return birth;
}

ElectionInput contract(std::optional<BirthMoment> client) {
  return {.event = "contract",
          .place = almaty,
          .zone = zone(),
          .first_day = {2026, 12, 1},
          .last_day = {2026, 12, 14},
          .client = std::move(client)};
}

std::vector<DraftResult> all_five(std::string const& language, BirthMoment const& birth) {
  auto election = contract(birth);
  election.language = language;
  std::vector<DraftResult> results;
  results.push_back(draft_natal_base(desk(), {language, birth, now}));
  results.push_back(draft_sun_actions(desk(), {language, birth, now, almaty, zone(), {"work", "home"}, {"budget"}}));
  results.push_back(draft_money(desk(), {language, birth, {2026, 12, 1}, almaty, zone()}));
  results.push_back(draft_election(desk(), election));
  results.push_back(draft_express_answer(
      desk(),
      {.language = language, .category = "job", .accepted = now, .place = almaty, .zone = zone(), .birth = birth}));
  return results;
}

void check_citations(Draft const& draft) {
  std::set<std::string> facts;
  for (auto const& fact : draft.facts) EXPECT_TRUE(facts.insert(fact.id).second) << fact.id;
  std::set<std::string> findings;
  for (auto const& finding : draft.findings) {
    EXPECT_TRUE(findings.insert(finding.id).second) << finding.id;
    EXPECT_FALSE(finding.facts.empty()) << finding.id;
    for (auto const& id : finding.facts) EXPECT_TRUE(facts.contains(id)) << finding.id << " cites " << id;
  }
  auto const cited = [&](std::vector<std::string> const& ids) {
    for (auto const& id : ids) EXPECT_TRUE(findings.contains(id)) << id;
  };
  std::size_t told = 0;
  for (auto const& section : draft.sections)
    for (auto const& paragraph : section.paragraphs) {
      cited(paragraph.findings);
      if (!paragraph.findings.empty()) ++told;
    }
  for (auto const& table : draft.tables)
    for (auto const& row : table.rows) {
      EXPECT_FALSE(row.findings.empty()) << table.id;
      EXPECT_EQ(row.cells.size(), table.columns.size()) << table.id;
      cited(row.findings);
    }
  for (auto const& item : draft.dates) {
    EXPECT_FALSE(item.findings.empty());
    cited(item.findings);
  }
  EXPECT_GE(told, 3U) << name_of(draft.service);
}

void check_sentences(Draft const& draft) {
  std::set<std::string> said;
  std::string all;
  for (auto const& section : draft.sections)
    for (auto const& paragraph : section.paragraphs) {
      for (auto const& sentence : sentences_of(paragraph.text))
        EXPECT_TRUE(said.insert(sentence).second) << "twice: " << sentence;
      all += paragraph.text + "\n";
    }
  for (auto const& table : draft.tables)
    for (auto const& row : table.rows)
      for (auto const& cell : row.cells) all += cell + ".\n";
  for (auto const& item : draft.dates) all += item.title + ". " + item.text + "\n";
  for (auto const& hit : brand().denied(draft.language, all)) ADD_FAILURE() << "denied: " << hit;
}

void check(std::vector<DraftResult> const& results) {
  for (auto const& result : results) {
    ASSERT_TRUE(result.has_value()) << name_of(result.error());
    auto const& draft = result->draft;
    SCOPED_TRACE(name_of(draft.service));
    check_citations(draft);
    check_sentences(draft);
    EXPECT_FALSE(draft.notice.empty());
    EXPECT_EQ(draft.input_hash.size(), 64U);
  }
}

Draft const& found(std::vector<DraftResult> const& results, Service service) {
  for (auto const& result : results)
    if (result->draft.service == service) return result->draft;
  throw std::logic_error("no such draft");
}

std::size_t rows(Draft const& draft, std::string_view table) {
  auto const at = std::ranges::find(draft.tables, table, &Table::id);
  return at == draft.tables.end() ? 0 : at->rows.size();
}

TEST(DraftsTest, of_two_hundred_charts_cite_facts_say_nothing_twice_and_nothing_denied) {
  std::mt19937_64 chance(20261121);
  std::uniform_int_distribution<std::int64_t> day(-20 * 365, 40 * 365);
  std::uniform_int_distribution<int> minute(0, 1439);
  std::uniform_real_distribution<double> latitude(-60, 66);
  std::uniform_real_distribution<double> longitude(-180, 180);
  constexpr std::array<std::optional<int>, 4> certainties = {std::nullopt, 0, 15, 120};
  for (int number = 0; number < 200; ++number) {
    SCOPED_TRACE(number);
    Instant const at{(day(chance) * 1440 + minute(chance)) * 60'000'000};
    auto const birth =
        born(at, {latitude(chance), longitude(chance)}, certainties[static_cast<std::size_t>(number) % 4]);
    auto const language = brand().languages()[static_cast<std::size_t>(number) % brand().languages().size()];
    // Every chart is read whole; the Sun of every fourth; all five services of every 25th, for elections take
    // longest.
    if (number % 25 == 0) {
      check(all_five(language, birth));
      continue;
    }
    std::vector<DraftResult> results;
    results.push_back(draft_natal_base(desk(), {language, birth, now}));
    if (number % 4 == 1) results.push_back(draft_sun_actions(desk(), {language, birth, now, almaty, zone(), {}, {}}));
    check(results);
  }
}

TEST(DraftsTest, have_what_each_service_promises) {
  auto const results = all_five("ru", born(parse_rfc3339("1990-05-17T07:30:00Z").value(), almaty, 15));
  check(results);
  auto const& natal = found(results, Service::natal_base);
  std::size_t told = 0;
  for (auto const* section : {"portrait", "strengths", "tensions", "work", "relations"})
    for (auto const& one : natal.sections)
      if (one.id == section)
        for (auto const& paragraph : one.paragraphs) told += paragraph.findings.size();
  EXPECT_GE(told, 12U);
  EXPECT_LE(told, 18U);
  auto const& sun = found(results, Service::sun_actions);
  EXPECT_EQ(rows(sun, "actions"), 9U);
  EXPECT_GE(sun.dates.size(), 8U);
  EXPECT_LE(sun.dates.size(), 12U);
  auto const& money = found(results, Service::money);
  EXPECT_EQ(money.strips.at(0).cells.size(), 12U);
  EXPECT_EQ(rows(money, "dates"), 6U);
  auto const& election = found(results, Service::election);
  EXPECT_LE(rows(election, "best_windows"), 5U);
  EXPECT_GE(rows(election, "best_windows"), 1U);
  EXPECT_EQ(election.strips.at(0).cells.size(), 14U);
  auto const& answer = found(results, Service::express_answer);
  EXPECT_EQ(answer.scores.size(), 1U);
  EXPECT_LE(std::abs(answer.scores.at(0).value), 10);
}

TEST(DraftsTest, of_the_same_input_are_the_same_bytes) {
  auto const birth = born(parse_rfc3339("1984-02-29T21:05:00Z").value(), almaty, 10);
  auto const once = all_five("kk", birth);
  auto const again = all_five("kk", birth);
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(to_json(once[i]->draft), to_json(again[i]->draft));
  auto const other = all_five("kk", born(birth.at + minutes(1), almaty, 10));
  EXPECT_NE(once[0]->draft.input_hash, other[0]->draft.input_hash);
}

TEST(DraftsTest, without_a_time_say_nothing_of_houses_angles_and_lots) {
  auto const birth = born(parse_rfc3339("1990-05-17T06:00:00Z").value(), almaty, std::nullopt);
  for (auto const& result : {draft_natal_base(desk(), {"ru", birth, now}),
                             draft_sun_actions(desk(), {"ru", birth, now, almaty, zone(), {}, {}})}) {
    for (auto const& fact : result->draft.facts) {
      EXPECT_NE(fact.kind, "house") << fact.id;
      EXPECT_NE(fact.kind, "ruler") << fact.id;
      EXPECT_NE(fact.subject, "ascendant") << fact.id;
      EXPECT_NE(fact.subject, "lot_of_fortune") << fact.id;
    }
    EXPECT_NE(std::ranges::find(result->draft.facts, "moon.range", &Fact::id), result->draft.facts.end());
  }
}

TEST(DraftsTest, mark_what_the_uncertainty_of_the_time_shakes) {
  auto const birth = born(parse_rfc3339("1990-05-17T07:30:00Z").value(), almaty, 120);
  auto const result = draft_natal_base(desk(), {"ru", birth, now});
  auto const fact = [&](std::string_view id) { return *std::ranges::find(result->draft.facts, id, &Fact::id); };
  EXPECT_EQ(fact("sun.sign").robust.kind, Robustness::Kind::exact);
  EXPECT_EQ(fact("ascendant.sign").robust.kind, Robustness::Kind::needs_time);
  for (auto const& finding : result->draft.findings)
    for (auto const& id : finding.facts) EXPECT_EQ(weaker(finding.robust, fact(id).robust), finding.robust);
}

std::string text_of(Draft const& draft, std::string_view section) {
  std::string text;
  for (auto const& one : draft.sections)
    if (one.id == section)
      for (auto const& paragraph : one.paragraphs) text += paragraph.text + "\n";
  return text;
}

TEST(DraftsTest, promise_no_minutes_for_a_time_told_to_the_minute) {
  auto const at = parse_rfc3339("1990-05-17T07:30:00Z").value();
  auto const legend = [&](int uncertainty) {
    return text_of(draft_natal_base(desk(), {"en", born(at, almaty, uncertainty), now})->draft, "settings");
  };
  EXPECT_THAT(legend(0), Not(HasSubstr(" min.")));
  EXPECT_THAT(legend(0), HasSubstr("for the minute of birth that was told"));
  EXPECT_THAT(legend(15), HasSubstr("up to 15 min."));
}

TEST(DraftsTest, tell_strengths_tensions_and_when_the_year_speaks) {
  auto const birth = born(parse_rfc3339("1990-05-17T07:30:00Z").value(), almaty, 15);
  auto const draft = draft_natal_base(desk(), {"en", birth, now})->draft;
  EXPECT_NE(text_of(draft, "strengths"), "");
  EXPECT_NE(text_of(draft, "tensions"), "");
  EXPECT_THAT(text_of(draft, "year"), HasSubstr("2027-01-05"));
}

TEST(DraftsTest, of_money_say_when) {
  auto const birth = born(parse_rfc3339("1990-05-17T07:30:00Z").value(), almaty, 15);
  auto const draft = draft_money(desk(), {"ru", birth, {2026, 12, 1}, almaty, zone()})->draft;
  auto const strip = std::ranges::find(draft.sections, "month_strip", &Section::id);
  ASSERT_NE(strip, draft.sections.end());
  for (auto const& paragraph : strip->paragraphs)
    if (!paragraph.findings.empty()) EXPECT_THAT(paragraph.text, MatchesRegex("[0-9., ]+ — .*"));
}

TEST(DraftsTest, of_one_question_asked_again_read_the_first_chart) {
  ExpressAnswerInput input{.category = "job", .accepted = now, .place = almaty, .zone = zone()};
  auto const first = draft_express_answer(desk(), input);
  input.accepted = now + hours(24 * 30);
  input.first_asked = now;
  EXPECT_EQ(draft_express_answer(desk(), input)->chart.at, first->chart.at);
  input.accepted = now + hours(24 * 30 + 1);
  EXPECT_EQ(draft_express_answer(desk(), input)->chart.at, input.accepted);
}

TEST(ElectionDraftTest, every_window_is_allowed_long_enough_alone_in_its_day_and_without_a_veto) {
  auto input = contract(std::nullopt);
  input.weekdays = {1, 3};
  auto const result = draft_election(desk(), input);
  ASSERT_TRUE(result.has_value());
  std::set<std::string> days;
  for (auto const& item : result->draft.dates) {
    auto const from = zone().local(item.from);
    auto const to = zone().local(item.to.value());
    EXPECT_GE(*item.to - item.from, minutes(15));
    EXPECT_GE(from.time, civil_time(9));
    EXPECT_LE(to.time, civil_time(19));
    EXPECT_TRUE(iso_weekday(from.date) == 1 || iso_weekday(from.date) == 3);
    EXPECT_TRUE(days.insert(to_string(from.date)).second) << "two in one day";
    // Seen with the ephemeris itself, not with the segments.
    auto const moment = item.from + (*item.to - item.from) / 2;
    EXPECT_GT(sky().state(Body::mercury, moment).longitude_speed, 0);
    for (auto const& eclipse : sky().eclipses({moment - hours(24 * 5), moment + hours(24 * 5)}))
      ADD_FAILURE() << "an eclipse at " << to_rfc3339(eclipse.maximum);
  }
  EXPECT_FALSE(days.empty());
}

TEST(ElectionDraftTest, in_mercurys_retrograde_a_contract_is_rejected_by_name) {
  auto input = contract(std::nullopt);
  input.first_day = {2027, 2, 12};  // Mercury goes back from 9 February to 3 March 2027
  input.last_day = {2027, 2, 25};
  auto const result = draft_election(desk(), input);
  EXPECT_EQ(rows(result->draft, "best_windows"), 0U) << "this veto is never given up";
  EXPECT_EQ(rows(result->draft, "rejected"), 1U);
  auto const named = [](Finding const& one) { return one.fragment.key == "mercury_retrograde"; };
  EXPECT_TRUE(std::ranges::any_of(result->draft.findings, named));
}

TEST(ElectionDraftTest, a_reason_is_told_with_the_days_of_all_its_windows) {
  auto const draft = draft_election(desk(), contract(std::nullopt))->draft;
  std::map<std::string, int> windows;
  for (auto const& finding : draft.findings) ++windows[finding.fragment.subject + finding.fragment.key];
  for (auto const& section : draft.sections) {
    if (section.id != "pros" && section.id != "contras") continue;
    for (auto const& paragraph : section.paragraphs) {
      auto const first = std::ranges::find(draft.findings, paragraph.findings.front(), &Finding::id);
      auto const days = paragraph.text.substr(0, paragraph.text.find(" — "));
      EXPECT_EQ(1 + std::ranges::count(days, ','), windows[first->fragment.subject + first->fragment.key]) << days;
    }
  }
  EXPECT_THAT(text_of(draft, "pros"), HasSubstr(".12.2026 — "));
}

TEST(ElectionDraftTest, what_is_given_up_is_said) {
  auto input = contract(std::nullopt);
  input.event = "loan_repay";  // wants a waning Moon, and may give that up
  input.first_day = {2026, 12, 12};
  input.last_day = {2026, 12, 20};  // the Moon waxes from the ninth to the twenty-fourth
  auto const result = draft_election(desk(), input);
  EXPECT_GE(rows(result->draft, "best_windows"), 1U);
  EXPECT_NE(std::ranges::find(result->draft.facts, "relaxed.moon_waxing", &Fact::id), result->draft.facts.end());
}

/// One input with everything wrong, mended a refusal at a time: the order of the enumeration is the precedence.
TEST(DraftRefusalTest, comes_in_order) {
  auto input = contract(std::nullopt);
  input.language = "de";
  input.place.latitude = 91;
  input.first_day = {2500, 1, 1};
  input.last_day = {2499, 1, 1};
  input.place_name = std::string(201, 'x');
  input.event = "coronation";
  input.weekdays.clear();
  auto const refused = [&] { return draft_election(desk(), input).error(); };
  EXPECT_EQ(refused(), DraftRefusal::language_not_offered);
  input.language = "ru";
  EXPECT_EQ(refused(), DraftRefusal::impossible_place);
  input.place = almaty;
  EXPECT_EQ(refused(), DraftRefusal::outside_ephemeris);
  input.first_day = {2027, 1, 2};
  input.last_day = {2027, 1, 1};
  EXPECT_EQ(refused(), DraftRefusal::text_too_long);
  input.place_name = std::string(200, 'x');
  EXPECT_EQ(refused(), DraftRefusal::unknown_event);
  input.event = "surgery";
  EXPECT_EQ(refused(), DraftRefusal::body_sign_missing);
  input.body_sign = Sign::leo;
  EXPECT_EQ(refused(), DraftRefusal::window_empty);
  input.last_day = {2028, 1, 3};
  EXPECT_EQ(refused(), DraftRefusal::window_too_long);
  input.last_day = {2027, 1, 8};
  EXPECT_EQ(refused(), DraftRefusal::hours_empty);
  input.weekdays = {1, 2, 3, 4, 5};
  EXPECT_TRUE(draft_election(desk(), input).has_value());
}

TEST(DraftRefusalTest, of_areas_and_categories) {
  auto const birth = born(now - hours(24 * 9000), almaty, 0);
  EXPECT_EQ(
      draft_sun_actions(desk(), {"ru", birth, now, almaty, zone(), {"work", "home", "rest", "self"}, {}}).error(),
      DraftRefusal::too_many_areas);
  EXPECT_EQ(draft_express_answer(desk(), {.category = "health", .accepted = now, .place = almaty}).error(),
            DraftRefusal::unknown_category);
}

}  // namespace
}  // namespace kelisim::astro
