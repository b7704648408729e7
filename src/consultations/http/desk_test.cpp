#include "consultations/desk.h"
#include "database_fixture.h"
#include "http/inputs.h"

#include <gmock/gmock.h>
#include <boost/json.hpp>

namespace kelisim::consultations {
namespace {

using boost::json::object;
using boost::json::value;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

constexpr Instant monday_noon{1'796'626'800'000'000};  // 2026-12-07T12:00:00+05:00
constexpr std::int64_t almaty = 1526384;

value const& at(value const& whole, std::string_view pointer) { return whole.at_pointer(pointer); }
std::string text_at(value const& whole, std::string_view pointer) {
  return std::string(at(whole, pointer).as_string());
}
bool flag_at(value const& whole, std::string_view pointer) { return at(whole, pointer).as_bool(); }

AstrologersDesk& desk() {
  static AstrologersDesk desk({.brand = KELISIM_SOURCE_DIR "/brands/astars",
                               .atlas = KELISIM_SOURCE_DIR "/build/data/atlas.tsv",
                               .business = "ASTARS"});
  return desk;
}

object birth(object more = {}) {
  object made{{"date", "1985-07-01"}, {"time", "14:30"}, {"place", std::to_string(almaty)}};
  for (auto const& [name, given] : more) made[name] = given;
  return made;
}

/// The routes as a server asks them: on a snapshot.
class Desk : public test::OnBothEngines {
 protected:
  Desk() { add_routes(routes, desk()); }

  struct Answer {
    int status = 0;
    std::string text;
    std::string type;
    [[nodiscard]] value json() const { return boost::json::parse(text); }
  };

  http::RouteEntry const& entry(std::string_view name) {
    auto const found = std::ranges::find(routes.entries(), name, &http::RouteEntry::name);
    ENSURE(found != routes.entries().end());
    return *found;
  }
  http::RouteEntry::Outcome outcome(std::string_view name, value const& body, http::Call::Fields query = {}) {
    return database().read_now([&](db::Tx& tx) {
      http::Call call(tx, monday_noon, {.role = Role::support});
      call.language = "ru";
      call.query_fields = std::move(query);
      return entry(name).run(call, {"application/json", body.is_null() ? "" : boost::json::serialize(body)});
    });
  }
  value answer(std::string_view name, value const& body, http::Call::Fields query = {}) {
    auto const got = outcome(name, body, std::move(query));
    EXPECT_FALSE(got.problem) << name << ": " << got.problem->code;
    return got.problem ? value() : boost::json::parse(got.document.body);
  }
  std::string refusal(std::string_view name, value const& body, http::Call::Fields query = {}) {
    auto const got = outcome(name, body, std::move(query));
    if (!got.problem) return "no refusal: " + got.document.body.substr(0, 100);
    EXPECT_GE(got.problem->status, 400);
    EXPECT_LT(got.problem->status, 500);
    return std::string(got.problem->code);
  }
  std::string natal_refusal(object born) {
    return refusal("draft_natal_base", object{{"language", "ru"}, {"birth", std::move(born)}});
  }

  http::Routes routes;
};

TEST_P(Desk, EveryRouteIsForStaffAndWritesNothing) {
  EXPECT_THAT(routes.entries(), SizeIs(19));
  for (auto const& one : routes.entries()) {
    EXPECT_EQ(one.access, Access::staff) << one.name;
    EXPECT_FALSE(one.writes()) << one.name;
  }
}

TEST_P(Desk, AChartComesWithItsWheel) {
  auto const chart = answer("compute_chart", object{{"language", "en"}, {"birth", birth()}});
  EXPECT_EQ(text_at(chart, "/birth/at"), "1985-07-01T07:30:00Z");
  auto const& sun = at(chart, "/chart/positions").as_array().front();
  EXPECT_EQ(text_at(sun, "/body"), "sun");
  EXPECT_EQ(text_at(sun, "/sign_name"), "Cancer");
  EXPECT_THAT(text_at(chart, "/chart/wheel"), StartsWith("<svg"));
}

TEST_P(Desk, WithoutATimeThereAreNoHouses) {
  auto born = birth();
  born.erase("time");
  auto const chart = answer("compute_chart", object{{"language", "ru"}, {"birth", born}});
  EXPECT_FALSE(flag_at(chart, "/birth/time_known"));
  EXPECT_FALSE(chart.at("chart").as_object().contains("houses"));
  EXPECT_THAT(text_at(chart, "/chart/wheel"), HasSubstr("moon_range"));
}

TEST_P(Desk, EveryParagraphLeadsToFacts) {
  auto const draft = answer("draft_natal_base", object{{"language", "ru"}, {"birth", birth()}});
  std::set<std::string> facts;
  for (auto const& one : draft.at("facts").as_array()) facts.insert(text_at(one, "/id"));
  std::set<std::string> findings;
  for (auto const& one : draft.at("findings").as_array()) {
    findings.insert(text_at(one, "/id"));
    EXPECT_FALSE(one.at("facts").as_array().empty());
    for (auto const& id : one.at("facts").as_array()) EXPECT_THAT(facts, Contains(std::string(id.as_string())));
  }
  int cited = 0;
  for (auto const& section : draft.at("sections").as_array()) {
    for (auto const& paragraph : section.at("paragraphs").as_array()) {
      for (auto const& id : paragraph.at("findings").as_array()) {
        EXPECT_THAT(findings, Contains(std::string(id.as_string())));
        ++cited;
      }
    }
  }
  EXPECT_GT(cited, 10);
}

TEST_P(Desk, AllFiveServicesDraft) {
  object const common{{"language", "ru"}, {"birth", birth()}};
  auto const with = [&](object more) {
    for (auto const& [name, given] : common) more.insert_or_assign(name, given);
    return more;
  };
  std::map<std::string, object> const bodies{
      {"draft_natal_base", with({})},
      {"draft_sun_actions", with({{"living", almaty}, {"areas", {"work"}}, {"limits", boost::json::array{}}})},
      {"draft_money", with({{"living", almaty}, {"start_month", "2027-01-01"}})},
      {"draft_express_answer", object{{"language", "ru"}, {"category", "job"}, {"place", almaty}}},
      {"draft_election", object{{"language", "ru"},
                                {"event", "contract"},
                                {"place", almaty},
                                {"first_day", "2027-01-01"},
                                {"last_day", "2027-01-31"},
                                {"weekdays", {1, 2, 3, 4, 5}},
                                {"from", "09:00"},
                                {"to", "19:00"}}}};
  for (auto const& [name, body] : bodies) {
    auto const draft = answer(name, body);
    if (draft.is_null()) continue;
    EXPECT_FALSE(draft.at("sections").as_array().empty()) << name;
    EXPECT_NE(text_at(draft, "/notice"), "") << name;
  }
}

TEST_P(Desk, ABirthIsRefusedInItsOwnWords) {
  EXPECT_EQ(natal_refusal(birth({{"date", "1985-13-01"}})), "birth_date_unreadable");
  EXPECT_EQ(natal_refusal(birth({{"date", "1700-01-01"}})), "birth_date_out_of_range");
  EXPECT_EQ(natal_refusal(birth({{"time", "25:00"}})), "birth_time_unreadable");
  EXPECT_EQ(natal_refusal(birth({{"place", "Тьмутаракань-на-Марсе"}})), "birth_place_unknown");
  EXPECT_EQ(natal_refusal(birth({{"offset", "+07:00"}})), "birth_offset_without_reason");
  EXPECT_EQ(natal_refusal(birth({{"choice", "later"}})), "birth_choice_needless");
  EXPECT_EQ(natal_refusal(birth({{"uncertainty_minutes", 721}})), "invalid_body");
  EXPECT_EQ(natal_refusal(birth({{"place", std::string(201, 'a')}})), "invalid_body");
}

TEST_P(Desk, AClockThatWasMovedIsAskedAbout) {
  auto const ask = [&](object born) {
    return outcome("draft_natal_base", object{{"language", "ru"}, {"birth", std::move(born)}});
  };
  using Param = std::pair<std::string, std::string>;
  auto const skipped = ask(birth({{"date", "1992-01-19"}, {"time", "02:30"}}));
  ASSERT_TRUE(skipped.problem);
  EXPECT_EQ(skipped.problem->code, "birth_time_skipped");
  EXPECT_THAT(skipped.problem->params, SizeIs(4));
  auto const repeated = ask(birth({{"date", "2024-02-29"}, {"time", "23:30"}}));
  ASSERT_TRUE(repeated.problem);
  EXPECT_EQ(repeated.problem->code, "birth_time_repeated");
  EXPECT_THAT(repeated.problem->params, Contains(Param("earlier_offset", "+06:00")));
  EXPECT_THAT(repeated.problem->params, Contains(Param("later_offset", "+05:00")));
  auto const chosen = answer(
      "draft_natal_base",
      object{{"language", "ru"}, {"birth", birth({{"date", "2024-02-29"}, {"time", "23:30"}, {"choice", "later"}})}});
  EXPECT_EQ(text_at(chosen, "/birth/at"), "2024-02-29T18:30:00Z");
}

TEST_P(Desk, AServiceRefusesWhatItCannotDraft) {
  EXPECT_EQ(refusal("draft_natal_base", object{{"language", "de"}, {"birth", birth()}}), "language_not_offered");
  EXPECT_EQ(refusal("draft_money",
                    object{{"language", "ru"}, {"birth", birth()}, {"living", 1}, {"start_month", "2027-01-01"}}),
            "unknown_town");
  EXPECT_EQ(refusal("draft_express_answer", object{{"language", "ru"}, {"category", "health"}, {"place", almaty}}),
            "unknown_category");
  object election{{"language", "ru"},         {"event", "contract"}, {"place", almaty}, {"first_day", "2027-01-01"},
                  {"last_day", "2028-06-01"}, {"weekdays", {1}},     {"from", "09:00"}, {"to", "19:00"}};
  EXPECT_EQ(refusal("draft_election", election), "window_too_long");
  election["last_day"] = "2026-12-01";
  EXPECT_EQ(refusal("draft_election", election), "window_empty");
  election["event"] = "coronation";
  EXPECT_EQ(refusal("draft_election", election), "unknown_event");
}

TEST_P(Desk, AnEditStandsInTheDraftUnlessItsWordsAreDenied) {
  auto const edited = [&](std::string text, int paragraph = 0) {
    return object{{"language", "ru"},
                  {"birth", birth()},
                  {"edits", {object{{"section", "portrait"}, {"paragraph", paragraph}, {"text", text}}}}};
  };
  auto const draft = answer("draft_natal_base", edited("Мои слова об этой карте."));
  EXPECT_THAT(boost::json::serialize(draft.at("sections")), HasSubstr("Мои слова об этой карте."));
  auto const checked = answer("check_wording", object{{"language", "ru"}, {"text", "Мои слова об этой карте."}});
  EXPECT_TRUE(checked.at("denied").as_array().empty());
  std::string const denied = "Вы скоро умрёте от рака.";
  EXPECT_FALSE(answer("check_wording", object{{"language", "ru"}, {"text", denied}}).at("denied").as_array().empty());
  EXPECT_EQ(refusal("draft_natal_base", edited(denied)), "denied_wording");
  EXPECT_EQ(refusal("draft_natal_base_pdf", edited(denied)), "denied_wording");
  EXPECT_EQ(refusal("draft_natal_base", edited("Мои слова.", 99)), "unknown_paragraph");
  auto const whole = answer("draft_natal_base", object{{"language", "ru"}, {"birth", birth()}});
  auto const struck = answer("draft_natal_base", edited(""));
  EXPECT_EQ(struck.at("sections").at(0).at("paragraphs").as_array().size() + 1,
            whole.at("sections").at(0).at("paragraphs").as_array().size());
}

TEST_P(Desk, TheDocumentAndTheCalendarAreOfTheSameDraft) {
  auto const draft = answer("draft_natal_base", object{{"language", "ru"}, {"birth", birth()}});
  object const body{{"language", "ru"}, {"birth", birth()}, {"at", draft.at("at")}};
  auto const pdf = outcome("draft_natal_base_pdf", body);
  ASSERT_FALSE(pdf.problem);
  EXPECT_EQ(pdf.document.content_type, "application/pdf");
  EXPECT_THAT(pdf.document.body, StartsWith("%PDF-"));
  EXPECT_EQ(pdf.document.body, outcome("draft_natal_base_pdf", body).document.body);
  auto const ics = outcome("draft_natal_base_ics", body);
  ASSERT_FALSE(ics.problem);
  EXPECT_THAT(ics.document.content_type, StartsWith("text/calendar"));
  EXPECT_THAT(ics.document.body, StartsWith("BEGIN:VCALENDAR"));
}

TEST_P(Desk, PlacesAreFoundByFormerNamesAndWithinBounds) {
  auto const found = answer("find_places", nullptr, {{"query", "Целиноград"}});
  ASSERT_FALSE(found.at("towns").as_array().empty());
  EXPECT_THAT(text_at(found.at("towns").at(0), "/label"), HasSubstr("Астана"));
  EXPECT_TRUE(flag_at(found.at("towns").at(0), "/former"));
  EXPECT_LE(answer("find_places", nullptr, {{"query", "ка"}}).at("towns").as_array().size(), 12U);
  EXPECT_EQ(refusal("find_places", nullptr, {{"query", std::string(201, 'a')}}), "invalid_query");
  EXPECT_EQ(refusal("find_places", nullptr), "invalid_query");
}

TEST(HasAstrology, ABrandWithoutTheFolderHasNoDesk) {
  EXPECT_TRUE(has_astrology(KELISIM_SOURCE_DIR "/brands/astars"));
  EXPECT_FALSE(has_astrology(KELISIM_SOURCE_DIR "/brands/harmonia"));
}

KELISIM_ON_BOTH_ENGINES(Desk);

}  // namespace
}  // namespace kelisim::consultations
