#include "services/natal_base/rules.h"

#include "text/toml_reader.h"

#include <fmt/format.h>

namespace kelisim::astro {
namespace {

constexpr std::array groups = {"planet_in_sign",
                               "planet_in_house",
                               "house_ruler_in_house",
                               "aspect",
                               "ascendant",
                               "midheaven",
                               "north_node_house",
                               "moon_phase",
                               "element_strong",
                               "element_weak",
                               "modality_strong",
                               "modality_weak",
                               "hemisphere",
                               "sect",
                               "dignity",
                               "pattern",
                               "star",
                               "combust",
                               "lot_of_fortune_house",
                               "retrograde"};

void read_balance(TomlTable table, NatalRules::Balance& balance) {
  balance.element_strong = table.whole("element_strong", 1, 19);
  balance.element_weak = table.whole("element_weak", 0, 5);
  balance.modality_strong = table.whole("modality_strong", 1, 19);
  balance.modality_weak = table.whole("modality_weak", 0, 6);
  balance.hemisphere = table.whole("hemisphere", 1, 19);
  table.finish();
}

void read_themes(TomlTable& table, NatalRules& rules) {
  auto themes = table.table("theme");
  auto of_planet = themes.table("planet");
  for (auto const body : planets) rules.theme_of_planet[body] = of_planet.one_of<LifeTheme>(name_of(body));
  of_planet.finish();
  auto of_house = themes.table("house");
  auto sections = table.table("section");
  for (std::size_t house = 0; house < 12; ++house) {
    auto const name = fmt::format("h{}", house + 1);
    rules.theme_of_house[house] = of_house.one_of<LifeTheme>(name);
    auto const section = sections.text(name);
    if (section != "portrait" && section != "work" && section != "relations") {
      sections.problem(name, "must be portrait, work or relations");
    }
    rules.section_of_house[house] = section;
  }
  of_house.finish();
  sections.finish();
  themes.finish();
}

}  // namespace

NatalRules read_natal_rules(TomlTable& table) {
  NatalRules rules;
  rules.keep_min = table.whole("keep_min", 6, 18);
  rules.keep_max = table.whole("keep_max", rules.keep_min, 30);
  rules.per_theme = table.whole("per_theme", 1, 6);
  rules.section_min = table.whole("section_min", 0, 4);
  rules.similarity = table.number("similarity", 0, 1);
  rules.rarity_min = table.number("rarity_min", 0.1, 1);
  rules.rarity_max = table.number("rarity_max", 1, 5);
  rules.aspect_share = table.number("aspect_share", 0, 1);
  rules.year_dates = table.whole("year_dates", 0, 40);
  auto planet = table.table("planet");
  for (auto const body : planets) rules.planet[body] = planet.number(name_of(body), 0, 5);
  planet.finish();
  auto angularity = table.table("angularity");
  for (std::size_t i = 0; i < 3; ++i) rules.angularity[i] = angularity.number(names<Angularity>[i], 0, 5);
  angularity.finish();
  auto group = table.table("group");
  for (auto const* name : groups) rules.group[name] = group.number(name, 0, 5);
  group.finish();
  read_balance(table.table("balance"), rules.balance);
  read_themes(table, rules);
  table.finish();
  return rules;
}

Rarity read_rarity(TomlTable& table) {
  Rarity rarity;
  rarity.charts = table.whole("charts", 1, 1'000'000);
  (void)table.whole("seed", 0, std::numeric_limits<int>::max());
  auto seen = table.table("seen");
  for (auto const& id : seen.keys()) rarity.seen[id] = seen.whole(id, 1, rarity.charts);
  table.finish();
  return rarity;
}

}  // namespace kelisim::astro
