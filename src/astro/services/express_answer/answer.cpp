#include "services/express_answer/answer.h"

#include <cmath>

namespace kelisim::astro {
namespace {

std::vector<std::string> cautions_of(Track const& track, Chart const& chart, AnswerRules const& rules,
                                     VoidRule void_rule) {
  std::vector<std::string> found;
  auto const rising = degree_in_sign(chart.houses->ascendant);
  if (rising < rules.early_degree) found.emplace_back("asc_early");
  if (rising > rules.late_degree) found.emplace_back("asc_late");
  for (auto const& empty : voids_of_course(track, void_rule))
    if (empty.from <= chart.at && chart.at < empty.to) found.emplace_back("moon_void");
  constexpr double burnt_from = 195;  // 15 Libra
  constexpr double burnt_to = 225;    // 15 Scorpio
  auto const moon = chart.of(Body::moon).state.longitude;
  if (moon >= burnt_from && moon < burnt_to) found.emplace_back("via_combusta");
  if (chart.of(Body::saturn).house == 7) found.emplace_back("saturn_in_7");
  return found;
}

double condition_score(Chart const& chart, Body planet, AnswerRules::Scores const& scores) {
  auto const& here = chart.of(planet);
  double sum = scores.dignity * here.essential;
  auto const angularity = angularity_of(here.house);
  if (angularity == Angularity::angular) sum += scores.angular;
  if (angularity == Angularity::cadent) sum += scores.cadent;
  if (here.retrograde) sum += scores.retrograde;
  if (here.solar == SolarCondition::combust) sum += scores.combust;
  return sum;
}

double perfection_score(Chart const& chart, Answer const& answer, AnswerRules::Scores const& scores) {
  auto const& judgement = answer.judgement;
  if (judgement.kind != Perfection::direct) return scores.perfection.at(index_of(judgement.kind));
  switch (nature_of(*judgement.aspect)) {
    case AspectNature::conjunct:
      return scores.direct_conjunction;
    case AspectNature::flowing:
      return scores.direct_flowing;
    case AspectNature::tense:
      break;
  }
  bool const received = std::ranges::any_of(chart.receptions, [&](Reception const& one) {
    return (one.host == answer.querent && one.guest == answer.quesited) ||
           (one.host == answer.quesited && one.guest == answer.querent);
  });
  return scores.direct_tense + (received ? scores.tense_reception : 0);
}

/// The Moon's next exact aspect to either significator in this sign.
void look_at_moon(Track const& track, Chart const& chart, Answer& answer) {
  if (answer.querent == Body::moon && answer.quesited == Body::moon) return;
  auto until = track.window().to;
  for (auto const& ingress : ingresses(track, Body::moon)) {
    if (ingress.at <= chart.at) continue;
    until = ingress.at;
    break;
  }
  std::optional<SkyAspect> first;
  for (auto const planet : {answer.querent, answer.quesited}) {
    if (planet == Body::moon) continue;
    for (auto const& one : sky_aspects(track, Body::moon, planet, major_aspects)) {
      if (one.at <= chart.at || one.at >= until) continue;
      if (!first || one.at < first->at) first = one;
    }
  }
  if (!first) return;
  bool const tense = nature_of(first->kind) == AspectNature::tense;
  answer.moon_helps = !tense;
  answer.moon_hinders = tense;
}

void give_time(Chart const& chart, Answer& answer, AnswerRules const& rules) {
  auto const& querent = chart.of(answer.querent);
  answer.unit = rules.unit.at(index_of(modality_of(querent.sign))).at(index_of(angularity_of(querent.house)));
  auto const kind = answer.judgement.kind;
  bool const comes = kind == Perfection::direct || kind == Perfection::translation || kind == Perfection::collection;
  if (!comes) return;
  auto const degrees = std::max(answer.judgement.degrees, 0.5);
  answer.time_from = std::max(1, static_cast<int>(std::floor(degrees * (1 - rules.spread))));
  answer.time_to = std::max(answer.time_from + 1, static_cast<int>(std::ceil(degrees * (1 + rules.spread))));
}

}  // namespace

int turned_house(int of_person, int of_matter) { return (of_person + of_matter - 2) % 12 + 1; }

Answer answer(Track const& track, Chart const& chart, int person_house, int matter_house, AnswerRules const& rules,
              VoidRule void_rule) {
  Answer found{.querent_house = person_house, .quesited_house = turned_house(person_house, matter_house)};
  found.querent = chart.ruler_of_house(found.querent_house);
  found.quesited = chart.ruler_of_house(found.quesited_house);
  // One planet cannot meet itself: the Moon then stands for the one who asks.
  if (found.querent == found.quesited) found.querent = Body::moon;
  if (found.querent == found.quesited) {
    found.judgement = {.kind = Perfection::reception};
  } else {
    found.judgement = judge(track, chart, found.querent, found.quesited, rules);
  }
  found.cautions = cautions_of(track, chart, rules, void_rule);
  look_at_moon(track, chart, found);
  auto const strength = [&](Body planet) { return chart.of(planet).essential + chart.of(planet).accidental; };
  auto const& scores = rules.score;
  found.querent_strong = strength(found.querent) >= scores.strong_from;
  found.querent_weak = strength(found.querent) < scores.weak_below;
  found.quesited_strong = strength(found.quesited) >= scores.strong_from;
  found.quesited_weak = strength(found.quesited) < scores.weak_below;
  double const sum = perfection_score(chart, found, scores) + condition_score(chart, found.querent, scores) +
                     condition_score(chart, found.quesited, scores) + (found.moon_helps ? scores.moon_helps : 0) +
                     (found.moon_hinders ? scores.moon_hinders : 0) +
                     scores.caution * static_cast<double>(found.cautions.size());
  found.score = std::clamp(sum, -10.0, 10.0);
  found.band = band_of(rules, found.score);
  give_time(chart, found, rules);
  return found;
}

}  // namespace kelisim::astro
