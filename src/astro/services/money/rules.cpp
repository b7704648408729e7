#include "services/money/rules.h"

#include "text/toml_reader.h"

namespace kelisim::astro {
namespace {

constexpr std::array moving = {MoneyMover::jupiter, MoneyMover::saturn, MoneyMover::uranus, MoneyMover::venus,
                               MoneyMover::mars};

CivilTime time_of(TomlTable& table, std::string_view key) {
  auto const time = parse_civil_time(table.text(key));
  if (!time) table.problem(key, "must be a time of day such as \"09:00\"");
  return time.value_or(CivilTime{});
}

void read_weights(TomlTable& table, MoneyRules& rules) {
  auto mover = table.table("mover");
  for (std::size_t i = 0; i < count_of<MoneyMover>; ++i)
    rules.mover[static_cast<MoneyMover>(i)] = mover.number(names<MoneyMover>[i], 0, 5);
  mover.finish();
  auto point = table.table("point");
  for (std::size_t i = 0; i < count_of<MoneyPoint>; ++i)
    rules.point[static_cast<MoneyPoint>(i)] = point.number(names<MoneyPoint>[i], 0, 5);
  point.finish();
  auto nature = table.table("nature");
  rules.flowing = nature.number("flowing", 0, 5);
  rules.tense = nature.number("tense", -5, 0);
  nature.finish();
  auto conjunction = table.table("conjunction");
  for (auto const one : moving) rules.conjunction[one] = conjunction.number(name_of(one), -5, 5);
  conjunction.finish();
}

}  // namespace

MoneyRules read_money_rules(TomlTable& table) {
  MoneyRules rules;
  rules.style_max = table.whole("style_max", 1, 8);
  rules.leaks_max = table.whole("leaks_max", 1, 8);
  rules.habits = table.whole("habits", 1, 10);
  rules.support_months = table.whole("support_months", 0, 6);
  rules.care_months = table.whole("care_months", 0, 6);
  rules.sigma_applying = table.number("sigma_applying", 0.1, 5);
  rules.sigma_separating = table.number("sigma_separating", 0.1, 5);
  rules.eclipse_orb = table.number("eclipse_orb", 0.5, 10);
  rules.strong_from = table.whole("strong_from", -20, 20);
  rules.weak_below = table.whole("weak_below", -20, rules.strong_from);
  rules.dates = table.whole("dates", 0, 12);
  rules.dates_days = table.whole("dates_days", 30, 366);
  rules.allowed_from = time_of(table, "allowed_from");
  rules.allowed_to = time_of(table, "allowed_to");
  if (rules.allowed_to <= rules.allowed_from) table.problem("allowed_to", "must be later than allowed_from");
  read_weights(table, rules);
  auto habit = table.table("habit");
  for (auto const& key : habit.keys()) rules.habit_of[key] = habit.texts(key);
  if (!rules.habit_of.contains("otherwise")) habit.problem("otherwise", "is missing");
  auto event = table.table("event");
  for (auto const& key : event.keys()) rules.events.emplace_back(key, event.whole(key, 1, 12));
  table.finish();
  return rules;
}

}  // namespace kelisim::astro
