#include "services/sun_actions/rules.h"

#include "text/toml_reader.h"

#include <fmt/format.h>

namespace kelisim::astro {
namespace {

constexpr int actions_max = 1000;

Action read_action(TomlTable& row) {
  Action action;
  action.id = row.text("id");
  action.planet = row.one_of<Body>("planet");
  if (!is_planet(action.planet)) row.problem("planet", "must be a planet");
  action.element = row.one_of<Element>("element");
  action.modality = row.one_of<Modality>("modality");
  action.house = row.whole("house", 1, 12);
  action.kind = row.one_of<ActionKind>("kind");
  action.effort = row.whole("effort", 1, 3);
  action.cost = row.whole("cost", 0, 2);
  action.frequency = row.one_of<Frequency>("frequency");
  action.avoid = row.texts("avoid");
  row.finish();
  return action;
}

}  // namespace

SunRules read_sun_rules(TomlTable& table) {
  SunRules rules;
  rules.choose = table.whole("choose", 3, 15);
  rules.per_kind = table.whole("per_kind", 1, 6);
  rules.per_planet = table.whole("per_planet", 1, 15);
  rules.needed_kinds = table.some_of<ActionKind>("needed_kinds");
  rules.similarity = table.number("similarity", 0, 1);
  rules.weak_below = table.whole("weak_below", -20, 20);
  rules.strong_from = table.whole("strong_from", rules.weak_below, 30);
  auto weight = table.table("weight");
  rules.weight = {.sign = weight.number("sign", 0, 5),
                  .house = weight.number("house", 0, 5),
                  .dispositor = weight.number("dispositor", 0, 5),
                  .aspect = weight.number("aspect", 0, 5),
                  .leo = weight.number("leo", 0, 5),
                  .area = weight.number("area", 0, 5),
                  .effort = weight.number("effort", 0, 5)};
  weight.finish();
  auto limit = table.table("limit");
  for (std::size_t i = 0; i < count_of<Limit>; ++i) rules.limit[static_cast<Limit>(i)] = limit.texts(names<Limit>[i]);
  limit.finish();
  auto area = table.table("area");
  for (std::size_t i = 0; i < count_of<LifeArea>; ++i)
    rules.area[static_cast<LifeArea>(i)] = area.wholes(names<LifeArea>[i], 1, 12);
  area.finish();
  auto calendar = table.table("calendar");
  rules.calendar_days = calendar.whole("days", 14, 366);
  rules.dates_min = calendar.whole("dates_min", 1, 20);
  rules.dates_max = calendar.whole("dates_max", rules.dates_min, 40);
  calendar.finish();
  table.finish();
  return rules;
}

std::vector<Action> read_actions(TomlTable& table) {
  std::vector<Action> actions;
  for (auto& row : table.tables("action")) {
    auto action = read_action(row);
    if (std::ranges::find(actions, action.id, &Action::id) != actions.end()) {
      row.problem("id", fmt::format("'{}' is used by an action above; give each its own", action.id));
    }
    actions.push_back(std::move(action));
  }
  if (actions.size() > actions_max) table.problem("action", "stands more than a thousand times");
  table.finish();
  return actions;
}

}  // namespace kelisim::astro
