#include "services/election/rules.h"

#include "text/toml_reader.h"

namespace kelisim::astro {
namespace {

EventRules read_event(TomlTable table, std::string const& id) {
  EventRules event;
  event.id = id;
  event.start = table.one_of<StartMoment>("start");
  event.rulers = table.some_of<Body>("rulers");
  event.moon_signs = table.some_of<Sign>("moon_signs");
  event.stations = table.some_of<Body>("stations");
  event.vetoes = table.some_of<ElectionRule>("vetoes");
  event.relax = table.some_of<ElectionRule>("relax");
  for (auto const one : event.relax) {
    if (std::ranges::find(event.vetoes, one) == event.vetoes.end())
      table.problem("relax", "gives up something that is not in vetoes");
  }
  for (auto const one : event.rulers) {
    if (!is_classical(one)) table.problem("rulers", "must be among the seven planets that rule days and hours");
  }
  for (auto const one : event.stations) {
    if (!is_planet(one)) table.problem("stations", "must be planets");
  }
  auto weight = table.table("weight");
  for (auto const& key : weight.keys()) {
    auto const rule = weight.named<ElectionRule>(key, key);
    event.weight[rule] = weight.number(key, -5, 5);
    if (event.weight[rule] == 0) weight.problem(key, "weighs nothing; strike it out instead");
  }
  table.finish();
  return event;
}

}  // namespace

ElectionRules read_election_rules(TomlTable& table) {
  ElectionRules rules;
  rules.sky_share = table.number("sky_share", 0, 1);
  rules.window_minutes = table.whole("window_minutes", 5, 240);
  rules.tolerance = table.number("tolerance", 0, 0.5);
  rules.stable_minutes = table.whole("stable_minutes", 0, 30);
  rules.best = table.whole("best", 1, 10);
  rules.natal_hit = table.number("natal_hit", 0, 0.5);
  rules.good_level = table.number("good_level", 0, 1);
  rules.strong_signs = table.some_of<Sign>("strong_signs");
  rules.weak_signs = table.some_of<Sign>("weak_signs");
  rules.ruler_orb = table.number("ruler_orb", 0.5, 10);
  auto events = table.table("event");
  for (auto const& id : events.keys()) rules.events[id] = read_event(events.table(id), id);
  table.finish();
  return rules;
}

}  // namespace kelisim::astro
