#include "services/natal_base/candidates.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

#include <cmath>

namespace kelisim::astro {
namespace {

/// Gathers candidates whose facts are told; a statement on an untold fact is no candidate.
class Gatherer {
 public:
  Gatherer(NatalReading const& reading, Facts const& facts, NatalRules const& rules, Rarity const& rarity)
      : chart_(reading.chart()), facts_(facts), rules_(rules), rarity_(rarity) {}

  void positions();
  void houses();
  void aspects();
  void angles();
  void shape();
  void conditions();
  void patterns();

  std::vector<NatalCandidate> found;

 private:
  struct Said {
    std::string group;  ///< of the rule table
    FragmentKey fragment;
    std::vector<std::string> facts;
    LifeTheme theme{};
    std::string section;
    int pull = 0;
    double importance = 1;
  };
  void say(Said said);
  [[nodiscard]] double importance(Body body) const;

  Chart const& chart_;
  Facts const& facts_;
  NatalRules const& rules_;
  Rarity const& rarity_;
};

double Gatherer::importance(Body body) const {
  auto const planet = rules_.planet.find(body);
  double value = planet == rules_.planet.end() ? 1.0 : planet->second;
  auto const house = chart_.of(body).house;
  if (house > 0) value *= rules_.angularity.at(index_of(angularity_of(house)));
  auto const of_body = [body](Aspect const& one) {
    return (one.first == body || one.second == body) && is_planet(one.first) && is_planet(one.second);
  };
  auto const count = std::ranges::count_if(chart_.aspects, of_body);
  return value * (1 + rules_.aspect_share * static_cast<double>(count));
}

void Gatherer::say(Said said) {
  for (auto const& id : said.facts)
    if (facts_.find(id) == nullptr) return;
  NatalCandidate candidate{.finding = {.id = to_string(said.fragment),
                                       .rule = said.group,
                                       .facts = std::move(said.facts),
                                       .theme = std::string(name_of(said.theme)),
                                       .fragment = std::move(said.fragment)},
                           .section = std::move(said.section),
                           .pull = said.pull,
                           .base = said.importance * rules_.group.find(said.group)->second};
  candidate.finding.robust = facts_.robust(candidate.finding.facts);
  candidate.finding.weight = candidate.base * rarity_of(rules_, rarity_, candidate.finding.id);
  if (candidate.finding.robust.kind == Robustness::Kind::needs_time) candidate.finding.weight /= 2;
  found.push_back(std::move(candidate));
}

void Gatherer::positions() {
  for (auto const body : planets) {
    auto const& here = chart_.of(body);
    auto const theme = rules_.theme_of_planet.at(body);
    auto const love = body == Body::venus || body == Body::mars;
    say({.group = "planet_in_sign",
         .fragment = {"planet_in_sign", std::string(name_of(body)), std::string(name_of(here.sign))},
         .facts = {fact_id(body, "sign")},
         .theme = theme,
         .section = love ? "relations" : "portrait",
         .importance = importance(body)});
    if (here.house == 0) continue;
    auto const at = static_cast<std::size_t>(here.house - 1);
    say({.group = "planet_in_house",
         .fragment = {"planet_in_house", std::string(name_of(body)), house_name(here.house)},
         .facts = {fact_id(body, "house")},
         .theme = rules_.theme_of_house[at],
         .section = rules_.section_of_house[at],
         .importance = importance(body)});
  }
}

void Gatherer::houses() {
  if (!chart_.houses) return;
  for (int house = 1; house <= 12; ++house) {
    auto const ruler = chart_.ruler_of_house(house);
    auto const at = static_cast<std::size_t>(house - 1);
    say({.group = "house_ruler_in_house",
         .fragment = {"house_ruler_in_house", "ruler_of_" + house_name(house), house_name(chart_.of(ruler).house)},
         .facts = {fmt::format("ruler.{}", house), fmt::format("cusp.{}", house)},
         .theme = rules_.theme_of_house[at],
         .section = rules_.section_of_house[at],
         .importance = importance(ruler) * (house == 1 || house == 10 ? 1.3 : 1.0)});
  }
}

void Gatherer::aspects() {
  for (auto const& aspect : chart_.aspects) {
    if (!is_planet(aspect.first) || !is_planet(aspect.second)) continue;
    auto const nature = nature_of(aspect.kind);
    bool const tense = nature == AspectNature::tense;
    // Of two slow planets a whole generation has the aspect.
    bool const generation = aspect.first >= Body::uranus;
    say({.group = "aspect",
         .fragment = {"aspect", fmt::format("{}_{}", name_of(aspect.first), name_of(aspect.second)),
                      std::string(name_of(nature))},
         .facts = {aspect_id(aspect.first, aspect.second)},
         .theme = rules_.theme_of_planet.at(aspect.first),
         .section = tense ? "tensions" : "strengths",
         .pull = tense ? -1 : 1,
         .importance = std::sqrt(importance(aspect.first) * importance(aspect.second)) *
                       (0.4 + 0.6 * aspect.closeness()) * (generation ? 0.4 : 1.0)});
  }
}

void Gatherer::angles() {
  if (!chart_.houses) return;
  auto const sign_of_point = [&](Body body) { return std::string(name_of(chart_.of(body).sign)); };
  say({.group = "ascendant",
       .fragment = {"natal", "ascendant", sign_of_point(Body::ascendant)},
       .facts = {"ascendant.sign"},
       .theme = LifeTheme::identity,
       .section = "portrait"});
  say({.group = "midheaven",
       .fragment = {"natal", "midheaven", sign_of_point(Body::midheaven)},
       .facts = {"midheaven.sign"},
       .theme = LifeTheme::work,
       .section = "work"});
  say({.group = "north_node_house",
       .fragment = {"natal", "north_node_house", house_name(chart_.of(Body::north_node).house)},
       .facts = {"north_node.house"},
       .theme = LifeTheme::meaning,
       .section = "work"});
  say({.group = "lot_of_fortune_house",
       .fragment = {"natal", "lot_of_fortune_house", house_name(chart_.of(Body::lot_of_fortune).house)},
       .facts = {"lot_of_fortune.house"},
       .theme = LifeTheme::money,
       .section = "strengths"});
  say({.group = "sect",
       .fragment = {"natal", "sect", chart_.day ? "day" : "night"},
       .facts = {"sect"},
       .theme = LifeTheme::identity,
       .section = "portrait"});
}

void Gatherer::shape() {
  auto const& limits = rules_.balance;
  auto const tell = [&](std::string const& group, std::string_view of, std::string section, int pull) {
    say({.group = group,
         .fragment = {"natal", group, std::string(of)},
         .facts = {fmt::format("balance.{}", of)},
         .theme = LifeTheme::identity,
         .section = std::move(section),
         .pull = pull});
  };
  say({.group = "moon_phase",
       .fragment = {"natal", "moon_phase", std::string(name_of(chart_.phase))},
       .facts = {"moon.phase"},
       .theme = LifeTheme::feelings,
       .section = "portrait"});
  for (std::size_t i = 0; i < count_of<Element>; ++i) {
    auto const count = chart_.balance.elements[i];
    if (count >= limits.element_strong) tell("element_strong", names<Element>[i], "portrait", 0);
    if (count <= limits.element_weak) tell("element_weak", names<Element>[i], "tensions", -1);
  }
  for (std::size_t i = 0; i < count_of<Modality>; ++i) {
    auto const count = chart_.balance.modalities[i];
    if (count >= limits.modality_strong) tell("modality_strong", names<Modality>[i], "portrait", 0);
    if (count <= limits.modality_weak) tell("modality_weak", names<Modality>[i], "tensions", -1);
  }
  if (!chart_.houses) return;
  auto const& balance = chart_.balance;
  auto const side = [&](int one, int other, std::string_view name) {
    if (one - other >= limits.hemisphere) tell("hemisphere", name, "portrait", 0);
  };
  side(balance.eastern, balance.western, "eastern");
  side(balance.western, balance.eastern, "western");
  side(balance.northern, balance.southern, "northern");
  side(balance.southern, balance.northern, "southern");
}

void Gatherer::conditions() {
  for (auto const body : classical) {
    auto const& here = chart_.of(body);
    auto const name = std::string(name_of(body));
    auto const theme = rules_.theme_of_planet.at(body);
    auto const tell = [&](std::string const& group, std::string const& key, std::string fact, bool helps) {
      say({.group = group,
           .fragment = {"natal", group, key},
           .facts = {std::move(fact)},
           .theme = theme,
           .section = helps ? "strengths" : "tensions",
           .pull = helps ? 1 : -1,
           .importance = importance(body)});
    };
    // Mercury is at home and exalted in one sign, and so in the opposite one: one text for both.
    for (auto const one : {Dignity::domicile, Dignity::exaltation, Dignity::detriment, Dignity::fall}) {
      if (!here.dignities.has(one)) continue;
      bool const helps = one == Dignity::domicile || one == Dignity::exaltation;
      tell("dignity", fmt::format("{}_{}", name, name_of(one)), fact_id(body, "dignity"), helps);
      break;
    }
    if (here.solar == SolarCondition::combust && body != Body::sun)
      tell("combust", name, fact_id(body, "solar"), false);
    if (here.retrograde && body != Body::sun && body != Body::moon)
      tell("retrograde", name, fact_id(body, "motion"), false);
  }
}

void Gatherer::patterns() {
  for (auto const& fact : facts_.all()) {
    if (fact.kind == "pattern") {
      bool const helps = fact.value == "grand_trine" || fact.value == "stellium";
      say({.group = "pattern",
           .fragment = {"natal", "pattern", fact.value},
           .facts = {fact.id},
           .theme = LifeTheme::structure,
           .section = helps ? "strengths" : "tensions",
           .pull = helps ? 1 : -1});
    }
    if (fact.kind == "star") {
      auto const body = parse_name<Body>(fact.subject);
      bool const great = body && (is_luminary(*body) || *body == Body::ascendant || *body == Body::midheaven);
      say({.group = "star",
           .fragment = {"natal", "star", fact.value},
           .facts = {fact.id},
           .theme = LifeTheme::meaning,
           .section = "strengths",
           .pull = 1,
           .importance = great ? 1.3 : 0.8});
    }
  }
}

}  // namespace

double rarity_of(NatalRules const& rules, Rarity const& rarity, std::string_view id) {
  auto const found = rarity.seen.find(id);
  double const seen = found == rarity.seen.end() ? 1 : found->second;
  double const share = seen / rarity.charts;
  // As many bits as the statement tells, beside those of one in twelve.
  return std::clamp(-std::log2(share) / std::log2(12.0), rules.rarity_min, rules.rarity_max);
}

std::vector<NatalCandidate> natal_candidates(NatalReading const& reading, Facts const& facts, NatalRules const& rules,
                                             Rarity const& rarity) {
  Gatherer gatherer(reading, facts, rules, rarity);
  gatherer.angles();
  gatherer.positions();
  gatherer.houses();
  gatherer.aspects();
  gatherer.shape();
  gatherer.conditions();
  gatherer.patterns();
  // Two patterns of a kind, or one star on two bodies, say the same words: the weightier stays.
  std::vector<NatalCandidate> unique;
  for (auto& candidate : gatherer.found) {
    auto const same = std::ranges::find_if(
        unique, [&](NatalCandidate const& one) { return one.finding.id == candidate.finding.id; });
    if (same == unique.end())
      unique.push_back(std::move(candidate));
    else if (same->finding.weight < candidate.finding.weight)
      *same = std::move(candidate);
  }
  return unique;
}

}  // namespace kelisim::astro
