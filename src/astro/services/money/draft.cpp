#include "services/election/reasons.h"
#include "services/money/year.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <boost/json.hpp>

#include <map>
#include <set>

namespace kelisim::astro {
namespace {

std::string conclude(Writer& writer, std::string_view subject, MoneyTrait const& trait, std::string const& key) {
  return writer.conclude({.id = fmt::format("money/{}.{}", subject, key),
                          .rule = std::string(subject),
                          .facts = trait.facts,
                          .theme = "money",
                          .weight = trait.weight,
                          .fragment = {"money", std::string(subject), key}});
}

void write_traits(Writer& writer, std::vector<MoneyTrait> const& style, std::vector<MoneyTrait> const& leak,
                  MoneyRules const& rules) {
  writer.section("style");
  writer.remark({"money", "frame", "intro"});
  for (auto const& trait : style) writer.say({conclude(writer, "style", trait, trait.key)});
  writer.section("leaks");
  writer.remark({"label", "joint", "leak"});
  for (auto const& trait : leak) writer.say({conclude(writer, "leak", trait, trait.key)});
  writer.section("safeguards");
  for (auto const& trait : leak) writer.say({conclude(writer, "safeguard", trait, trait.key)});
  auto both = leak;
  both.insert(both.end(), style.begin(), style.end());
  writer.section("habits");
  writer.remark({"money", "frame", "habits"});
  for (auto const& [habit, trait] : habits(both, rules)) writer.say({conclude(writer, "habit", trait, habit)});
}

std::string month_fact(Writer& writer, MoneyMonth const& month) {
  return writer.facts.add({.id = fmt::format("month.{}-{:02}", month.first.year, month.first.month),
                           .kind = "month",
                           .subject = fmt::format("{}-{:02}", month.first.year, month.first.month),
                           .value = month.level,
                           .weight = month.score,
                           .source = "transit"});
}

std::string conclude_event(Writer& writer, MoneyEvent const& event) {
  auto const key = fmt::format("{}_{}", name_of(event.mover), event.supports ? "support" : "care");
  return writer.conclude({.id = event.fact,
                          .rule = "transit",
                          .facts = {event.fact},
                          .theme = "year",
                          .weight = std::abs(event.weight),
                          .fragment = {"money", "transit", key}});
}

/// `month.2027-01` -> `01.2027`, in English as it is.
std::vector<std::string> months_of(Writer const& writer, std::vector<std::string> const& findings) {
  std::vector<std::string> months;
  for (auto const& id : findings) months.push_back(writer.month(writer.facts.find(id)->subject));
  return months;
}

void write_strip(Writer& writer, MoneyYear const& year) {
  auto& strip = writer.strip("months", writer.heading("month_strip"));
  auto& table = writer.table("month_events", writer.heading("month_strip"),
                             {writer.label("column", "date"), writer.label("column", "event")});
  writer.section("month_strip");
  writer.remark({"money", "frame", "strip"});
  constexpr std::size_t events_told = 3;
  std::map<std::string, std::vector<std::string>> of_level;
  for (auto const& month : year.months) {
    auto const fact = month_fact(writer, month);
    auto const id = writer.conclude({.id = fact,
                                     .rule = "month",
                                     .facts = {fact},
                                     .theme = "year",
                                     .weight = std::abs(month.score),
                                     .fragment = {"money", "month", month.level}});
    StripCell cell{.label = fmt::format("{}-{:02}", month.first.year, month.first.month),
                   .level = month.level,
                   .score = month.score,
                   .text = writer.label("level", month.level),
                   .findings = {id}};
    auto told = month.events;
    if (told.size() > events_told) told.resize(events_told);
    std::ranges::sort(told);
    for (auto const at : told) {
      auto const& event = year.events[at];
      auto const of_event = conclude_event(writer, event);
      cell.findings.push_back(of_event);
      table.rows.push_back({{writer.date(event.at), event.title}, {of_event}});
    }
    of_level[month.level].push_back(id);
    strip.cells.push_back(std::move(cell));
  }
  for (auto const* level : {"support", "care", "even"}) {
    auto const& findings = of_level[level];
    if (!findings.empty()) writer.say(findings, fmt::format("{} — ", fmt::join(months_of(writer, findings), ", ")));
  }
}

/// The days of one contact, each pass of a loop.
std::string dates_of(Writer const& writer, MoneyYear const& year, MoneyEvent const& event) {
  std::vector<std::string> days;
  for (auto const& one : year.events)
    if (one.story == event.story) days.push_back(writer.date(one.at));
  return fmt::format("{}", fmt::join(days, ", "));
}

/// The weightiest contacts of the marked months, each kind of contact told once.
void write_transits(Writer& writer, MoneyYear const& year) {
  writer.section("month_strip");
  for (auto const& month : year.months) {
    if (month.level == "even") continue;
    for (auto const at : month.events) {
      auto const& event = year.events[at];
      if (event.supports != (month.level == "support")) continue;
      auto const id = conclude_event(writer, event);
      writer.date_item({.id = event.fact, .from = event.at, .all_day = true, .title = event.title, .findings = {id}});
      if (writer.say({id}, dates_of(writer, year, event) + " — ")) break;
    }
  }
}

std::string conclude_date(Writer& writer, ElectionSky const& sky, EventRules const& event,
                          ElectionWindow const& window, std::string const& id) {
  auto const favour = reasons(event, window.marks, true);
  auto const fact =
      writer.facts.add({.id = id,
                        .kind = "window",
                        .subject = event.id,
                        .value = favour.empty() ? "yes" : short_reason(writer, sky, window, favour.front()),
                        .exact_at = window.from,
                        .weight = window.score,
                        .source = "sky"});
  return writer.conclude({.id = id,
                          .rule = event.id,
                          .facts = {fact},
                          .theme = "dates",
                          .weight = window.score,
                          .fragment = {"election", "event", event.id}});
}

void write_dates(Writer& writer, Desk const& desk, MoneyInput const& input, NatalReading const& reading,
                 CivilDate first) {
  auto const& rules = desk.content.rules();
  std::vector<FixedPoint> points;
  for (auto const& point : fixed_points(reading.chart()))
    if (is_planet(point.body) && (reading.time_known() || point.body != Body::moon)) points.push_back(point);
  ElectionSky const sky(desk, input.living,
                        {.zone = input.living_zone,
                         .first_day = first,
                         .last_day = add_days(first, rules.money.dates_days - 1),
                         .weekdays = {1, 2, 3, 4, 5, 6},
                         .from = rules.money.allowed_from,
                         .to = rules.money.allowed_to},
                        std::move(points), {});
  auto& table = writer.table("dates", writer.heading("dates"),
                             {writer.label("column", "from"), writer.label("column", "to"),
                              writer.label("column", "event"), writer.label("column", "why")});
  std::map<Instant, TableRow> rows;
  std::set<std::size_t> days;
  int left = rules.money.dates;
  // More than are told: one day serves one date only.
  auto search = rules.election;
  search.best = 3 * rules.money.dates;
  for (auto const& [event_id, count] : rules.money.events) {
    auto const& event = rules.election.events.find(event_id)->second;
    int taken = 0;
    for (auto const& window : find_windows(sky, event, search, std::nullopt).best) {
      if (taken == count || left == 0) break;
      if (!days.insert(window.day).second) continue;
      ++taken;
      --left;
      auto const id = fmt::format("date.{}.{}", event_id, taken);
      auto const finding = conclude_date(writer, sky, event, window, id);
      auto const& name = writer.text({"election", "event", event_id});
      auto const& why = writer.facts.find(id)->value;
      rows.emplace(window.from,
                   TableRow{{writer.date_time(window.from), writer.clock(window.to), name, why == "yes" ? "—" : why},
                            {finding}});
      writer.date_item({.id = id, .from = window.from, .to = window.to, .title = name, .findings = {finding}});
    }
  }
  for (auto& [from, row] : rows) table.rows.push_back(std::move(row));
}

}  // namespace

DraftResult draft_money(Desk const& desk, MoneyInput const& input) {
  auto const& rules = desk.content.rules();
  auto const& birth = input.birth;
  CivilDate const first{input.start_month.year, input.start_month.month, 1};
  auto const begins = input.living_zone.instant({first, {}});
  if (auto const refusal = refuse_common(desk, input.language, {birth.data.place.at, input.living},
                                         {birth.earliest, birth.latest, begins - std::chrono::hours(24 * 200),
                                          begins + std::chrono::hours(24 * 575)},
                                         {birth.data.place.name})) {
    return Failure(*refusal);
  }
  Writer writer(desk, Service::money, input.language, input.living_zone);
  NatalReading const reading(desk.ephemeris, birth, rules.settings.natal);
  reading.add_facts(desk.ephemeris, writer.facts, rules.settings.star_orb);
  auto const points = significators(reading, writer.facts, rules.money);
  write_traits(writer, styles(reading, writer.facts, rules.money), leaks(reading, writer.facts, rules.money),
               rules.money);
  auto const year = money_year(writer, desk, reading, points, first);
  write_strip(writer, year);
  write_transits(writer, year);
  writer.section("dates");
  writer.remark({"money", "frame", "dates"});
  write_dates(writer, desk, input, reading, first);
  writer.section("notice");
  writer.remark({"money", "frame", "notice"});
  boost::json::object const asked{{"birth", json_of(birth)},
                                  {"start_month", to_string(first)},
                                  {"living", json_of(input.living)},
                                  {"zone", input.living_zone.name()}};
  return Drafted{writer.finish(asked, reading.chart(), uncertainty_minutes(birth)), reading.chart()};
}

}  // namespace kelisim::astro
