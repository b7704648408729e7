#include "services/sun_actions/scores.h"

#include "services/choose.h"

namespace kelisim::astro {
namespace {

constexpr double element_share = 0.6;  // of a sign's match; the rest is the modality
constexpr double planet_share = 0.6;   // of the dispositor's match; the rest is its house
constexpr int per_frequency = 4;
constexpr int per_leading_frequency = 5;

bool among(auto const& range, auto const& value) {
  return std::ranges::find(range, value) != std::ranges::end(range);
}

std::set<std::string> left_out(SunRules const& rules, std::vector<std::string> const& limits) {
  std::set<std::string> out;
  for (auto const& name : limits) {
    auto const limit = parse_name<Limit>(name);
    if (!limit) continue;
    auto const& words = rules.limit.at(*limit);
    out.insert(words.begin(), words.end());
  }
  return out;
}

double likeness(Action const& a, Action const& b) {
  return (a.planet == b.planet ? 0.35 : 0) + (a.house == b.house ? 0.35 : 0) + (a.kind == b.kind ? 0.3 : 0);
}

Frequency leading(SunStrength strength) {
  return strength == SunStrength::strong ? Frequency::monthly : Frequency::daily;
}

/// Whether the kinds that must be there still fit after this one.
bool room_for_needed(std::vector<ScoredAction> const& scored, std::vector<std::size_t> const& taken,
                     Action const& next, SunRules const& rules) {
  std::size_t lacking = 0;
  for (auto const kind : rules.needed_kinds) {
    bool const there = next.kind == kind ||
                       std::ranges::any_of(taken, [&](std::size_t one) { return scored[one].action->kind == kind; });
    if (!there) ++lacking;
  }
  return taken.size() + 1 + lacking <= static_cast<std::size_t>(rules.choose);
}

}  // namespace

bool supports(Body planet, AspectKind kind) {
  auto const nature = nature_of(kind);
  if (nature != AspectNature::conjunct) return nature == AspectNature::flowing;
  constexpr std::array kind_ones = {Body::moon, Body::mercury, Body::venus, Body::jupiter};
  return among(kind_ones, planet);
}

SunView sun_view(NatalReading const& reading, SunRules const& rules, std::vector<std::string> const& areas) {
  auto const& chart = reading.chart();
  auto const& sun = chart.of(Body::sun);
  auto const sign_held = reading.span().judge([](Chart const& one) { return one.of(Body::sun).sign; });
  bool const sign_known = reading.time_known() || sign_held.kind == Robustness::Kind::exact;
  SunView view{.sign_known = sign_known, .sign = sun.sign, .house = sun.house, .dispositor = sun.dispositor};
  view.dispositor_house = chart.of(sun.dispositor).house;
  if (chart.houses) {
    for (int house = 1; house <= 12; ++house)
      if (chart.cusp_sign(house) == Sign::leo) view.leo_houses.push_back(house);
  }
  auto const score = sun.essential + (chart.houses ? sun.accidental : 0);
  view.strength = score < rules.weak_below     ? SunStrength::weak
                  : score >= rules.strong_from ? SunStrength::strong
                                               : SunStrength::middle;
  for (auto const& aspect : chart.aspects) {
    if (aspect.first != Body::sun || !is_planet(aspect.second)) continue;
    auto const planet = aspect.second;
    view.contacts.push_back({planet, aspect.closeness(), supports(planet, aspect.kind)});
  }
  for (auto const& name : areas)
    if (auto const area = parse_name<LifeArea>(name))
      view.area_houses.insert(rules.area.at(*area).begin(), rules.area.at(*area).end());
  return view;
}

ScoredAction score_action(Action const& action, SunView const& view, SunRules const& rules) {
  std::map<SunReason, double> parts;
  auto const& weight = rules.weight;
  double const known = view.sign_known ? 1 : 0;
  parts[SunReason::sign] = known * weight.sign *
                           ((action.element == element_of(view.sign) ? element_share : 0) +
                            (action.modality == modality_of(view.sign) ? 1 - element_share : 0));
  if (view.house > 0 && action.house == view.house) parts[SunReason::house] = weight.house;
  parts[SunReason::dispositor] =
      known * weight.dispositor *
      ((action.planet == view.dispositor ? planet_share : 0) +
       (view.dispositor_house > 0 && action.house == view.dispositor_house ? 1 - planet_share : 0));
  for (auto const& contact : view.contacts) {
    if (contact.planet != action.planet) continue;
    parts[contact.supports ? SunReason::support : SunReason::repair] += weight.aspect * contact.closeness;
  }
  if (among(view.leo_houses, action.house)) parts[SunReason::leo] = weight.leo;
  if (view.area_houses.contains(action.house)) parts[SunReason::area] = weight.area;

  ScoredAction scored{.action = &action};
  for (auto const& [reason, part] : parts) {
    if (part <= 0) continue;
    scored.score += part;
    scored.reasons.push_back(reason);
  }
  std::ranges::sort(scored.reasons, [&](SunReason a, SunReason b) {
    return parts.at(a) != parts.at(b) ? parts.at(a) > parts.at(b) : a < b;
  });
  // A weak Sun is lit by small daily steps, a strong one wants larger and rarer ones.
  if (view.strength != SunStrength::middle) {
    double const small = action.frequency == Frequency::daily ? 1 : action.frequency == Frequency::monthly ? -1 : 0;
    scored.score += weight.effort * (view.strength == SunStrength::weak ? small : -small);
  }
  return scored;
}

std::vector<ScoredAction> choose_actions(std::vector<Action> const& actions, SunView const& view,
                                         SunRules const& rules, std::vector<std::string> const& limits) {
  auto const out = left_out(rules, limits);
  std::vector<ScoredAction> scored;
  for (auto const& action : actions) {
    bool const fits = std::ranges::none_of(action.avoid, [&](std::string const& word) { return out.contains(word); });
    if (!fits) continue;
    auto one = score_action(action, view, rules);
    // What nothing in the chart asks for has no reason to be told.
    if (!one.reasons.empty()) scored.push_back(std::move(one));
  }
  auto const allowed = [&](std::size_t next, std::vector<std::size_t> const& taken) {
    auto const& action = *scored[next].action;
    auto const kinds =
        std::ranges::count_if(taken, [&](std::size_t one) { return scored[one].action->kind == action.kind; });
    auto const frequencies = std::ranges::count_if(
        taken, [&](std::size_t one) { return scored[one].action->frequency == action.frequency; });
    auto const most = action.frequency == leading(view.strength) ? per_leading_frequency : per_frequency;
    auto const of_planet =
        std::ranges::count_if(taken, [&](std::size_t one) { return scored[one].action->planet == action.planet; });
    return kinds < rules.per_kind && of_planet < rules.per_planet && frequencies < most &&
           room_for_needed(scored, taken, action, rules);
  };
  auto const chosen = choose(
      scored.size(),
      {.count = static_cast<std::size_t>(rules.choose),
       .loss = rules.similarity,
       .weight = [&](std::size_t one) { return scored[one].score; },
       .likeness = [&](std::size_t a, std::size_t b) { return likeness(*scored[a].action, *scored[b].action); },
       .allowed = allowed});
  std::vector<ScoredAction> found;
  for (auto const one : chosen) found.push_back(scored[one]);
  std::ranges::sort(found, [](ScoredAction const& a, ScoredAction const& b) {
    auto const fa = a.action->frequency;
    auto const fb = b.action->frequency;
    return fa != fb ? fa < fb : a.score != b.score ? a.score > b.score : a.action->id < b.action->id;
  });
  return found;
}

}  // namespace kelisim::astro
