#include "services/choose.h"
#include "services/natal_base/candidates.h"
#include "services/writer.h"
#include "services/year_events.h"

#include "astro/events.h"

#include <fmt/format.h>
#include <boost/json.hpp>

#include <set>

namespace kelisim::astro {
namespace {

constexpr std::array sections = {"portrait", "strengths", "tensions", "work", "relations"};

/// What a portrait is never without, where it is known.
bool indispensable(Finding const& finding) {
  auto const& key = finding.fragment;
  return (key.group == "planet_in_sign" && (key.subject == "sun" || key.subject == "moon")) ||
         (key.group == "natal" && (key.subject == "ascendant" || key.subject == "north_node_house"));
}

/// The ruler of the tenth, the Sun and the node are what a person is here for.
bool of_purpose(Finding const& finding) {
  auto const& key = finding.fragment;
  return (key.group == "planet_in_house" && key.subject == "sun") || key.subject == "ruler_of_h10" ||
         (key.group == "natal" && key.subject == "north_node_house");
}

double likeness(NatalCandidate const& a, NatalCandidate const& b) {
  double value = 0;
  if (a.finding.theme == b.finding.theme) value += 0.5;
  if (a.finding.rule == b.finding.rule) value += 0.2;
  if (a.section == b.section) value += 0.15;
  if (a.finding.fragment.subject == b.finding.fragment.subject) value += 0.15;
  return value;
}

/// The weightiest of the strengths and of the tensions: no reading is without either where the chart has them.
std::set<std::size_t> leaders(std::vector<NatalCandidate> const& candidates, NatalRules const& rules) {
  std::set<std::size_t> found;
  for (auto const* section : {"strengths", "tensions"}) {
    std::vector<std::size_t> of_section;
    for (std::size_t one = 0; one < candidates.size(); ++one)
      if (candidates[one].section == section) of_section.push_back(one);
    std::ranges::sort(of_section, [&](std::size_t a, std::size_t b) {
      auto const wa = candidates[a].finding.weight;
      auto const wb = candidates[b].finding.weight;
      return wa != wb ? wa > wb : a < b;
    });
    if (of_section.size() > static_cast<std::size_t>(rules.section_min))
      of_section.resize(static_cast<std::size_t>(rules.section_min));
    found.insert(of_section.begin(), of_section.end());
  }
  return found;
}

std::vector<NatalCandidate> kept(std::vector<NatalCandidate> candidates, NatalRules const& rules) {
  auto const has_room = [&](std::size_t one, std::vector<std::size_t> const& taken) {
    if (indispensable(candidates[one].finding)) return true;
    auto const same = std::ranges::count_if(
        taken, [&](std::size_t other) { return candidates[other].finding.theme == candidates[one].finding.theme; });
    return same < rules.per_theme;
  };
  auto const leading = leaders(candidates, rules);
  auto const weight = [&](std::size_t one) {
    auto const& finding = candidates[one].finding;
    if (indispensable(finding)) return finding.weight + 100;
    if (leading.contains(one)) return finding.weight + 10;
    return finding.weight + (of_purpose(finding) ? 1 : 0);
  };
  auto const chosen =
      choose(candidates.size(),
             {.count = static_cast<std::size_t>(rules.keep_max),
              .loss = rules.similarity,
              .weight = weight,
              .likeness = [&](std::size_t a, std::size_t b) { return likeness(candidates[a], candidates[b]); },
              .allowed = has_room});
  std::vector<NatalCandidate> found;
  for (auto const one : chosen) found.push_back(candidates[one]);
  return found;
}

/// Pairs of one theme that pull apart: told in one paragraph of the tensions.
std::vector<std::pair<std::size_t, std::size_t>> tensions(std::vector<NatalCandidate> const& found) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  std::set<std::size_t> used;
  for (std::size_t one = 0; one < found.size(); ++one) {
    for (std::size_t other = 0; other < found.size(); ++other) {
      bool const apart = found[one].pull > 0 && found[other].pull < 0;
      if (!apart || found[one].finding.theme != found[other].finding.theme) continue;
      if (used.contains(one) || used.contains(other)) continue;
      pairs.emplace_back(one, other);
      used.insert({one, other});
    }
  }
  return pairs;
}

void write_findings(Writer& writer, std::vector<NatalCandidate> const& found) {
  std::vector<std::string> ids;
  for (auto const& one : found) ids.push_back(writer.conclude(one.finding));
  auto const pairs = tensions(found);
  std::set<std::size_t> told;
  for (auto const& [one, other] : pairs) told.insert({one, other});
  for (auto const* section : sections) {
    writer.section(section);
    if (section == std::string_view("work")) writer.remark({"label", "joint", "purpose"});
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i].section == section && !told.contains(i)) writer.say({ids[i]});
    if (section != std::string_view("tensions")) continue;
    for (auto const& [one, other] : pairs) writer.say_tension(ids[one], ids[other]);
  }
}

int age_at(BirthMoment const& birth, Instant now) {
  auto const at = Zone::load(birth.data.place.zone).value_or(Zone::utc()).local(now).date;
  auto const& born = birth.data.date;
  bool const before = std::tie(at.month, at.day) < std::tie(born.month, born.day);
  return std::max(0, at.year - born.year - (before ? 1 : 0));
}

void write_year(Writer& writer, Desk const& desk, NatalReading const& reading, NatalBaseInput const& input) {
  auto const& rules = desk.content.rules().natal;
  writer.section("year");
  if (reading.chart().houses) {
    auto const profected = profection(reading.chart().of(Body::ascendant).sign, age_at(input.birth, input.now));
    auto const house = house_name(profected.house);
    writer.facts.add({.id = "profection.house",
                      .kind = "profection",
                      .subject = "year",
                      .value = house,
                      .robust = writer.facts.robust({"ascendant.sign"}),
                      .source = "profection"});
    writer.say({writer.conclude({.id = "natal/profection_house." + house,
                                 .rule = "profection",
                                 .facts = {"profection.house", "ascendant.sign"},
                                 .theme = "year",
                                 .weight = 1,
                                 .fragment = {"natal", "profection_house", house}})});
  }
  YearEvents const events(desk, reading, {input.now, input.now + std::chrono::hours(24 * 365)});
  events.write_slow_transits(writer, rules.year_dates);
}

void write_questions(Writer& writer, std::vector<NatalCandidate> const& found) {
  // The three questions of each section rest on what was said there; which is asked turns with the chart.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> of = {{{"portrait", "self"},
                                                                                {"strengths", "strengths"},
                                                                                {"tensions", "tension"},
                                                                                {"work", "work"},
                                                                                {"relations", "relations"}}};
  writer.section("questions");
  for (auto const& [section, question] : of) {
    auto const about = std::ranges::find(found, section, &NatalCandidate::section);
    if (about == found.end()) continue;
    auto const number = 1 + about->finding.id.size() % 3;
    auto const key = fmt::format("{}_{}", question, number);
    writer.say({writer.conclude({.id = "natal/question." + key,
                                 .rule = "question",
                                 .facts = about->finding.facts,
                                 .theme = about->finding.theme,
                                 .weight = 0.1,
                                 .fragment = {"natal", "question", key}})});
  }
}

}  // namespace

DraftResult draft_natal_base(Desk const& desk, NatalBaseInput const& input) {
  auto const& birth = input.birth;
  auto const year_end = input.now + std::chrono::hours(24 * 370);
  if (auto const refusal =
          refuse_common(desk, input.language, {birth.data.place.at},
                        {birth.earliest, birth.latest, input.now - std::chrono::hours(24 * 5), year_end},
                        {birth.data.place.name})) {
    return Failure(*refusal);
  }
  auto const& rules = desk.content.rules();
  Writer writer(desk, Service::natal_base, input.language, Zone::load(birth.data.place.zone).value_or(Zone::utc()));
  NatalReading const reading(desk.ephemeris, birth, rules.settings.natal);
  reading.add_facts(desk.ephemeris, writer.facts, rules.settings.star_orb);
  auto const found = kept(natal_candidates(reading, writer.facts, rules.natal, rules.rarity), rules.natal);
  write_findings(writer, found);
  write_year(writer, desk, reading, input);
  write_questions(writer, found);
  boost::json::object const asked{{"birth", json_of(birth)}, {"now", to_rfc3339(input.now)}};
  return Drafted{writer.finish(asked, reading.chart(), uncertainty_minutes(birth)), reading.chart()};
}

}  // namespace kelisim::astro
