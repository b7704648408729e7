#include "services/money/points.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

#include <cmath>

namespace kelisim::astro {
namespace {

void take(std::vector<MoneySignificator>& found, Facts const& facts, MoneyRules const& rules, Chart const& chart,
          MoneyPoint role, Body body, std::string fact) {
  if (facts.find(fact) == nullptr) return;
  auto const weight = rules.point.at(role);
  auto const same = std::ranges::find(found, body, &MoneySignificator::body);
  if (same == found.end()) {
    found.push_back({role, body, chart.of(body).state.longitude, weight, std::move(fact)});
  } else if (same->weight < weight) {
    *same = {role, body, same->longitude, weight, std::move(fact)};
  }
}

int score_of(Chart const& chart, Body body) {
  auto const& here = chart.of(body);
  return here.essential + (chart.houses ? here.accidental : 0);
}

/// Adds a trait whose facts are all told.
void add(std::vector<MoneyTrait>& traits, Facts const& facts, std::string key, std::vector<std::string> cited,
         double weight) {
  for (auto const& id : cited)
    if (facts.find(id) == nullptr) return;
  traits.push_back({std::move(key), std::move(cited), weight});
}

std::optional<std::string> tense_aspect(Chart const& chart, Facts const& facts, Body planet,
                                        std::vector<Body> const& with) {
  for (auto const other : with) {
    auto const* aspect = chart.aspect(planet, other);
    if (aspect == nullptr || nature_of(aspect->kind) == AspectNature::flowing) continue;
    auto id = aspect_id(planet, other);
    if (facts.find(id) != nullptr) return id;
  }
  return std::nullopt;
}

void add_tense(std::vector<MoneyTrait>& traits, Chart const& chart, Facts const& facts, Body planet,
               std::vector<Body> const& with) {
  std::vector<Body> others;
  std::ranges::copy_if(with, std::back_inserter(others), [planet](Body one) { return one != planet; });
  if (auto const fact = tense_aspect(chart, facts, planet, others))
    traits.push_back({fmt::format("{}_tense", name_of(planet)), {*fact}, 0.6 + 0.4 * facts.find(*fact)->weight});
}

}  // namespace

std::vector<MoneySignificator> significators(NatalReading const& reading, Facts& facts, MoneyRules const& rules) {
  auto const& chart = reading.chart();
  std::vector<MoneySignificator> found;
  auto const role = [&](MoneyPoint point, Body body, std::string fact) {
    take(found, facts, rules, chart, point, body, std::move(fact));
  };
  role(MoneyPoint::jupiter, Body::jupiter, "jupiter.sign");
  role(MoneyPoint::venus, Body::venus, "venus.sign");
  if (chart.houses) {
    role(MoneyPoint::ruler_2, chart.ruler_of_house(2), "ruler.2");
    role(MoneyPoint::ruler_8, chart.ruler_of_house(8), "ruler.8");
    role(MoneyPoint::ruler_10, chart.ruler_of_house(10), "ruler.10");
    role(MoneyPoint::ruler_11, chart.ruler_of_house(11), "ruler.11");
    for (auto const body : planets)
      if (chart.of(body).house == 2) role(MoneyPoint::in_second, body, fact_id(body, "house"));
    role(MoneyPoint::lot_of_fortune, Body::lot_of_fortune, "lot_of_fortune.sign");
    auto const dispositor = ruler_of(chart.of(Body::lot_of_fortune).sign, chart.settings.dignities.rulership);
    role(MoneyPoint::fortune_dispositor, dispositor, "lot_of_fortune.sign");
  }
  std::ranges::sort(found, [](MoneySignificator const& a, MoneySignificator const& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.body < b.body;
  });
  return found;
}

std::vector<MoneyTrait> styles(NatalReading const& reading, Facts const& facts, MoneyRules const& rules) {
  auto const& chart = reading.chart();
  std::vector<MoneyTrait> traits;
  auto const jupiter = score_of(chart, Body::jupiter);
  if (jupiter >= rules.strong_from) add(traits, facts, "jupiter_strong", {"jupiter.score"}, 0.7);
  if (jupiter < rules.weak_below) add(traits, facts, "jupiter_weak", {"jupiter.score"}, 0.65);
  // A time unknown leaves the score of Jupiter to its sign.
  if (traits.empty()) {
    auto const essential = chart.of(Body::jupiter).essential;
    add(traits, facts, essential > 0 ? "jupiter_strong" : "jupiter_weak", {"jupiter.dignity"}, 0.4);
  }
  if (!chart.houses) return traits;
  bool empty = true;
  for (auto const body : planets) {
    if (chart.of(body).house != 2) continue;
    empty = false;
    add(traits, facts, fmt::format("second_house_{}", name_of(body)), {fact_id(body, "house")}, 1.2);
  }
  if (empty) add(traits, facts, "second_house_empty", {"cusp.2"}, 0.9);
  auto const ruler = chart.ruler_of_house(2);
  auto const strength = score_of(chart, ruler);
  bool const strong = strength >= (rules.strong_from + rules.weak_below) / 2;
  add(traits, facts, strong ? "second_ruler_strong" : "second_ruler_weak", {"ruler.2", fact_id(ruler, "score")}, 1.1);
  auto const fortune = angularity_of(chart.of(Body::lot_of_fortune).house);
  if (fortune == Angularity::angular) add(traits, facts, "fortune_angular", {"lot_of_fortune.house"}, 0.9);
  if (fortune == Angularity::cadent) add(traits, facts, "fortune_cadent", {"lot_of_fortune.house"}, 0.85);
  std::ranges::sort(traits, [](MoneyTrait const& a, MoneyTrait const& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
  });
  if (traits.size() > static_cast<std::size_t>(rules.style_max))
    traits.resize(static_cast<std::size_t>(rules.style_max));
  return traits;
}

std::vector<MoneyTrait> leaks(NatalReading const& reading, Facts const& facts, MoneyRules const& rules) {
  auto const& chart = reading.chart();
  std::vector<MoneyTrait> traits;
  std::vector<Body> with = {Body::sun, Body::moon, Body::venus, Body::jupiter};
  if (chart.houses) {
    for (auto const body : {Body::neptune, Body::mars, Body::moon}) {
      if (chart.of(body).house == 2)
        add(traits, facts, fmt::format("{}_second", name_of(body)), {fact_id(body, "house")}, 1.1);
    }
    auto const ruler = chart.ruler_of_house(2);
    auto const house = chart.of(ruler).house;
    if (house == 12) add(traits, facts, "ruler_2_in_12", {"ruler.2"}, 1.2);
    if (house == 8) add(traits, facts, "ruler_2_in_8", {"ruler.2"}, 1.1);
    with.insert(with.begin(), ruler);
  }
  add_tense(traits, chart, facts, Body::saturn, with);
  add_tense(traits, chart, facts, Body::uranus, with);
  add_tense(traits, chart, facts, Body::venus,
            {Body::mars, Body::jupiter, Body::saturn, Body::uranus, Body::neptune, Body::pluto});
  // A chart without strain still spends somewhere: what its Venus likes.
  if (traits.empty()) add(traits, facts, "venus_tense", {"venus.sign"}, 0.3);
  std::ranges::sort(traits, [](MoneyTrait const& a, MoneyTrait const& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
  });
  if (traits.size() > static_cast<std::size_t>(rules.leaks_max))
    traits.resize(static_cast<std::size_t>(rules.leaks_max));
  return traits;
}

std::vector<std::pair<std::string, MoneyTrait>> habits(std::vector<MoneyTrait> const& traits,
                                                       MoneyRules const& rules) {
  std::vector<std::pair<std::string, MoneyTrait>> found;
  auto const fresh = [&](std::string const& habit) {
    return std::ranges::find(found, habit, [](auto const& one) { return one.first; }) == found.end();
  };
  auto const count = static_cast<std::size_t>(rules.habits);
  // First the best habit of every trait, then the second ones, then what suits everybody.
  for (std::size_t choice = 0; choice < 2; ++choice) {
    for (auto const& trait : traits) {
      auto const asked = rules.habit_of.find(trait.key);
      if (asked == rules.habit_of.end() || asked->second.size() <= choice || found.size() >= count) continue;
      if (fresh(asked->second[choice])) found.emplace_back(asked->second[choice], trait);
    }
  }
  for (auto const& habit : rules.habit_of.at("otherwise"))
    if (found.size() < count && !traits.empty() && fresh(habit)) found.emplace_back(habit, traits.front());
  return found;
}

double nature_weight(MoneyRules const& rules, MoneyMover mover, AspectKind kind) {
  switch (nature_of(kind)) {
    case AspectNature::conjunct:
      return rules.conjunction.at(mover);
    case AspectNature::flowing:
      return rules.flowing;
    case AspectNature::tense:
      return rules.tense;
  }
  ENSURE(false);
}

double exactness(MoneyRules const& rules, double orb, bool applying) {
  auto const sigma = applying ? rules.sigma_applying : rules.sigma_separating;
  return std::exp(-orb * orb / (2 * sigma * sigma));
}

}  // namespace kelisim::astro
